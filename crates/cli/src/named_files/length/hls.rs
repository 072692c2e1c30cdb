//! How long a recording is whose parts a playlist (`.m3u8`) lists.
//!
//! Source: the tags `EXTINF`, `EXT-X-STREAM-INF` and `EXT-X-ENDLIST` of HTTP Live Streaming, RFC 8216
//! (<https://datatracker.ietf.org/doc/rfc8216>, read on 2026-11-30).

use nachlese_event::Seconds;

use super::whole;

/// What a playlist says.
#[derive(Debug, PartialEq, Eq)]
pub(in super::super) enum Playlist {
    /// How long its parts are together.
    Parts(Seconds),
    /// The address of the first of several playlists with the same content.
    Variants(String),
}

/// Reads a playlist. `None` if it is no playlist, or may become longer.
pub(in super::super) fn playlist(text: &str) -> Option<Playlist> {
    let mut lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    (lines.next()? == "#EXTM3U").then_some(())?;
    let (mut total, mut is_over, mut is_variant) = (0.0, false, false);
    for line in lines {
        if let Some(length) = line.strip_prefix("#EXTINF:") {
            let length = length.split(',').next()?.trim();
            let length: f64 = length.parse().ok().filter(|it| *it >= 0.0)?;
            total += length;
        } else if line.starts_with("#EXT-X-STREAM-INF:") {
            is_variant = true;
        } else if line == "#EXT-X-ENDLIST" {
            is_over = true;
        } else if is_variant && !line.is_empty() && !line.starts_with('#') {
            return Some(Playlist::Variants(line.to_owned()));
        }
    }
    whole(total).filter(|_| is_over).map(Playlist::Parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_the_parts_of_a_playlist_that_is_complete() {
        let parts = |seconds| Some(Playlist::Parts(Seconds(seconds)));
        let ended = "#EXT-X-TARGETDURATION:10\n#EXTINF:9.009,\na.ts\n#EXTINF:9,Titel, Teil 2\nb.ts\n\n#EXTINF: 3.003\nc.ts\n#EXT-X-ENDLIST\n";
        for (text, expected) in [
            (format!("#EXTM3U\n{ended}"), parts(22)),
            (
                format!("\u{feff}#EXTM3U\r\n{}", ended.replace('\n', "\r\n")),
                parts(22),
            ),
            // Still going on.
            (
                format!("#EXTM3U\n{}", ended.replace("#EXT-X-ENDLIST", "")),
                None,
            ),
            (ended.to_owned(), None),
            ("#EXTM3U\n#EXT-X-ENDLIST".to_owned(), None),
            ("#EXTM3U\n#EXTINF:NaN,\na\n#EXT-X-ENDLIST".to_owned(), None),
            ("#EXTM3U\n#EXTINF:inf,\na\n#EXT-X-ENDLIST".to_owned(), None),
            ("#EXTM3U\n#EXTINF:-1,\na\n#EXT-X-ENDLIST".to_owned(), None),
            ("#EXTM3U\n#EXTINF:a,\na\n#EXT-X-ENDLIST".to_owned(), None),
            (String::new(), None),
        ] {
            assert_eq!(playlist(&text), expected, "{text}");
        }
    }

    #[test]
    fn one_of_several_playlists_stands_for_all() {
        let text = "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1280000\n# note\nlow/index.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2560000\nhigh.m3u8";
        let first = Some(Playlist::Variants("low/index.m3u8".to_owned()));
        assert_eq!(playlist(text), first);
    }
}
