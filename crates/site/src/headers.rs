//! The recommended response headers, for every common kind of static host, from one table.
//!
//! # Framing
//! No header forbids other sites to show the pages in a frame. `embed.html` is made for that. The
//! pages have no accounts and no forms that change anything. And a site that wants to trick a
//! reader into loading a video could just as well show the video itself. A host can name the sites
//! that may frame the pages ([`Policy::frame_ancestors`]); that then applies to `embed.html` too.
//! Each file has a line to remove a `#` from, which forbids it for all pages but `embed.html`.
//!
//! # Other origins
//! Any origin may read code, data, captions and pictures, because an embed on another site loads
//! them. Other origins may not read the HTML pages, which may be internal to an intranet.
//!
//! # Left to the host
//! `Strict-Transport-Security` concerns the whole domain, so it is not set here.

pub mod advice;
mod apache;
mod csp;
mod netlify;
mod nginx;

pub use apache::htaccess;
pub use csp::{content_security_policy, meta_csp, one_file_csp, script_hash};
pub use netlify::netlify;
pub use nginx::nginx;

use std::collections::BTreeSet;

use nachlese_event::{Event, Href, PlaylistProvider, VideoSource};

/// What these pages need in addition to what every page needs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Policy {
    /// Origins of other video providers, for example `https://video.example`.
    pub frame_sources: BTreeSet<String>,
    /// Hashes of inline scripts, see [`script_hash`].
    pub script_hashes: BTreeSet<String>,
    /// Who may show the pages in a frame, besides their own origin. Empty means everybody.
    pub frame_ancestors: BTreeSet<String>,
}

impl Policy {
    /// What an event needs: the PeerTube servers of its recordings and playlists.
    #[must_use]
    pub fn of(event: &Event) -> Self {
        let recordings = event
            .talks
            .iter()
            .filter_map(|talk| talk.recording.as_ref());
        let videos = recordings.flat_map(|recording| &recording.sources);
        let servers = videos.filter_map(|source| match source {
            VideoSource::PeerTube { host, .. } => Some(host),
            _ => None,
        });
        let lists = event.playlists.iter().filter_map(|list| {
            let is_peertube = list.provider == Some(PlaylistProvider::PeerTube);
            list.url
                .as_ref()
                .filter(|_| is_peertube && list.id.is_some())
        });
        let origins = servers.chain(lists).filter_map(Href::origin);
        Self {
            frame_sources: origins
                .filter(|o| csp::is_source(o))
                .map(str::to_owned)
                .collect(),
            ..Self::default()
        }
    }
}

/// Files that get the same headers. A file belongs to the first class that it fits.
struct Class {
    /// File extensions. Empty means any.
    endings: &'static [&'static str],
    /// Whether the name contains a hash of the content, as written by Trunk.
    is_hashed: bool,
    /// The media type, if servers do not agree on it.
    media_type: Option<&'static str>,
    /// Whether any origin may read the files.
    is_shared: bool,
}

/// Code, texts, pictures, fonts and videos whose types every server knows.
const KNOWN: &[&str] = &[
    "css", "js", "svg", "png", "jpg", "jpeg", "webp", "avif", "gif", "ico", "woff2", "xml", "txt",
    "mp4", "webm", "m3u8", "mp3", "pdf", "srt",
];

/// The source of all rules.
const CLASSES: &[Class] = &[
    class(&["wasm"], true, Some("application/wasm")),
    class(&["js", "css", "woff2"], true, None),
    class(&["wasm"], false, Some("application/wasm")),
    class(&["json"], false, Some("application/json")),
    class(&["webmanifest"], false, Some("application/manifest+json")),
    class(&["ics"], false, Some("text/calendar; charset=utf-8")),
    class(&["vtt"], false, Some("text/vtt; charset=utf-8")),
    class(KNOWN, false, None),
    Class {
        endings: &[],
        is_hashed: false,
        media_type: None,
        is_shared: false,
    },
];

const fn class(
    endings: &'static [&'static str],
    is_hashed: bool,
    media_type: Option<&'static str>,
) -> Class {
    Class {
        endings,
        is_hashed,
        media_type,
        is_shared: true,
    }
}

/// The page that other sites show in a frame.
const FRAMED: &str = "embed.html";

/// A second policy for all other pages. Browsers hold every policy that they get.
const NOT_FRAMED: Header<&str> = ("Content-Security-Policy", "frame-ancestors 'self'");

/// What the line with it is for.
const WHY_NOT_FRAMED: &str = "\
# To forbid other sites to show your pages in a frame, remove the # before what follows. embed.html,
# which is made for frames, can be shown all the same.
";

/// A file whose name changes with its content never has to be requested again.
const FOR_GOOD: &str = "public, max-age=31536000, immutable";
/// All other files are cached, but checked for changes each time.
const ASK_FIRST: &str = "no-cache";

/// The end of a hashed name before the file extension: `-` and 16 hexadecimal digits, then `_bg`
/// for wasm.
const HASH: &str = "-[0-9a-f]{16}(_bg)?";

type Header<Value = String> = (&'static str, Value);

impl Class {
    fn caching(&self) -> Header {
        let value = if self.is_hashed { FOR_GOOD } else { ASK_FIRST };
        ("Cache-Control", value.to_owned())
    }

    fn sharing(&self) -> Vec<Header> {
        if !self.is_shared {
            return Vec::new();
        }
        vec![
            ("Access-Control-Allow-Origin", "*".to_owned()),
            ("Cross-Origin-Resource-Policy", "cross-origin".to_owned()),
        ]
    }

    /// Matches the end of a path. `None` for the class of all other files.
    fn pattern(&self) -> Option<String> {
        let hash = if self.is_hashed { HASH } else { "" };
        match self.endings {
            [] => None,
            [ending] => Some(format!("{hash}\\.{ending}")),
            endings => Some(format!("{hash}\\.({})", endings.join("|"))),
        }
    }
}

/// The headers of every response, including errors.
fn common(policy: &Policy) -> Vec<Header> {
    let mut players = vec![
        "self".to_owned(),
        "\"https://www.youtube-nocookie.com\"".to_owned(),
        "\"https://player.vimeo.com\"".to_owned(),
    ];
    let origins = policy
        .frame_sources
        .iter()
        .filter(|origin| csp::is_source(origin));
    players.extend(origins.map(|origin| format!("\"{origin}\"")));
    let players = players.join(" ");
    let permissions = format!(
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=(), \
         fullscreen=({players}), picture-in-picture=({players}), encrypted-media=({players})"
    );
    vec![
        ("Content-Security-Policy", content_security_policy(policy)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        // Not `no-referrer` or `same-origin`: YouTube's player would answer with error 153.
        (
            "Referrer-Policy",
            "strict-origin-when-cross-origin".to_owned(),
        ),
        ("Permissions-Policy", permissions),
    ]
}

/// Whether a file's name contains a hash of its content, so that it may be cached forever.
#[must_use]
pub fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let Some((stem, ending)) = name.rsplit_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    let is_hash = |hash: &str| {
        let is_digit = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
        hash.len() == 16 && hash.bytes().all(is_digit)
    };
    let mut classes = CLASSES.iter().filter(|class| class.is_hashed);
    classes.any(|class| class.endings.contains(&ending))
        && stem.rsplit_once('-').is_some_and(|(_, hash)| is_hash(hash))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::event;

    #[test]
    fn knows_which_names_carry_a_hash() {
        for (path, hashed) in [
            ("boot-be4f75834216e7a5.js", true),
            ("a/nachlese-web-3fcfefae1809de49_bg.wasm", true),
            ("nachlese-cba9ec6c2ad81320.css", true),
            ("fonts/open-sans-400-cba9ec6c2ad81320.woff2", true),
            ("fonts/open-sans-400.woff2", false),
            ("embed.js", false),
            ("events/a-be4f75834216e7a5.json", false),
            ("a-be4f75834216e7a5/embed.js", false),
            ("boot-be4f75834216e7a.js", false),
            ("LICENSE", false),
        ] {
            assert_eq!(is_hashed(path), hashed, "{path}");
        }
    }

    #[test]
    fn lets_the_events_peertube_servers_play() {
        let policy = Policy::of(&event());
        assert_eq!(
            policy.frame_sources,
            ["https://tube.example:8443".to_owned()].into()
        );
        let permissions = &common(&policy)[3].1;
        assert!(
            permissions.contains("\"https://tube.example:8443\")"),
            "{permissions}"
        );
    }

    #[test]
    fn every_host_says_the_same() {
        let policy = Policy::of(&event());
        let texts = [
            netlify(&policy, &["boot-be4f75834216e7a5.js"]),
            nginx(&policy),
            htaccess(&policy),
        ];
        for text in &texts {
            for (name, value) in common(&policy) {
                let is_there = text
                    .lines()
                    .any(|line| line.contains(name) && line.replace("\\\"", "\"").contains(&value));
                assert!(is_there, "{name} in {text}");
            }
            for class in CLASSES {
                assert!(
                    class
                        .media_type
                        .is_none_or(|media_type| text.contains(media_type))
                );
            }
            assert!(text.contains(FOR_GOOD) && text.contains("Access-Control-Allow-Origin"));
            let active = text
                .lines()
                .filter(|line| !line.trim_start().starts_with('#'));
            let active: String = active.collect();
            assert!(!active.contains("X-Frame-Options") && !active.contains("frame-ancestors"));
            assert!(text.contains(WHY_NOT_FRAMED.lines().next().unwrap()));
            assert!(text.contains("frame-ancestors 'self'") && text.contains(FRAMED));
        }
    }
}
