//! How large files should be that an event names.

/// What a file is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Use {
    /// Captions, or a transcript that is searched.
    Captions,
    /// A picture.
    Picture,
    /// A recording.
    Recording,
    /// Anything else, which readers take with them.
    Download,
}

// The table in docs/formats.md has these limits, too.

/// The page searches no larger captions (`crates/search/src/transcript.rs`).
const MOST_CAPTIONS: u64 = 4_000_000;
/// On a slow line (4 Mbit/s) this takes ten seconds.
const MOST_PICTURE: u64 = 5_000_000;
/// Several servers and devices count the bytes of a file with 31 bits.
const MOST_RECORDING: u64 = 2_000_000_000;
/// Several hosts of plain files take no larger ones.
const MOST_DOWNLOAD: u64 = 100_000_000;

impl Use {
    /// What the file is for that is named at a path, in a field `name`.
    pub(super) fn of(path: &str, name: &str, file: &str) -> Self {
        match name {
            "src" | "ref" => Self::Picture,
            "url" if path.contains(".captions[") => Self::Captions,
            "url" if path.contains(".sources[") || path.contains(".audioDescription") => {
                Self::Recording
            }
            // The address of a transcript, which may be a link with a label.
            "transcript" | "url" if path.contains(".transcript") && is_searched(file) => {
                Self::Captions
            }
            _ => Self::Download,
        }
    }

    /// The most bytes that such a file should have.
    pub(crate) fn most(self) -> u64 {
        match self {
            Self::Captions => MOST_CAPTIONS,
            Self::Picture => MOST_PICTURE,
            Self::Recording => MOST_RECORDING,
            Self::Download => MOST_DOWNLOAD,
        }
    }
}

/// Whether the search reads a transcript.
pub(super) fn is_searched(file: &str) -> bool {
    [".txt", ".vtt", ".srt", ".json"]
        .iter()
        .any(|end| file.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_what_a_file_is_for() {
        for (path, name, file, expected) in [
            ("figure.photo.src", "src", "a.png", Use::Picture),
            (
                "talks[0].recording.captions[0].url",
                "url",
                "a.vtt",
                Use::Captions,
            ),
            (
                "talks[0].recording.sources[0].url",
                "url",
                "a.mp4",
                Use::Recording,
            ),
            (
                "talks[0].recording.audioDescription.url",
                "url",
                "a.mp4",
                Use::Recording,
            ),
            (
                "talks[0].recording.transcript",
                "transcript",
                "a.txt",
                Use::Captions,
            ),
            (
                "talks[0].recording.transcript.url",
                "url",
                "a.srt",
                Use::Captions,
            ),
            (
                "talks[0].recording.transcript",
                "transcript",
                "a.json",
                Use::Captions,
            ),
            (
                "talks[0].recording.transcript.url",
                "url",
                "a.pdf",
                Use::Download,
            ),
            ("talks[0].slides[0].url", "url", "a.txt", Use::Download),
        ] {
            assert_eq!(Use::of(path, name, file), expected, "{path}");
        }
    }
}
