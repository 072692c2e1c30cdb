//! Finds out the encoding of a text that does not name it.

#[cfg(feature = "browser")]
pub mod browser;

/// Names the encoding of a text by its bytes alone, as the Encoding Standard labels it: by the
/// byte-order mark, by the zeros of UTF-16, else UTF-8, and windows-1252 if most letters beyond
/// ASCII are not UTF-8. There is no label for UTF-32, because nothing reads it.
///
/// A text that is UTF-8 except for a few broken letters counts as UTF-8.
#[must_use]
pub fn guess(bytes: &[u8]) -> &'static str {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, ..] | [_, 0, 0, 0, ..] => "utf-32",
        [0xff, 0xfe, ..] | [_, 0, ..] => "utf-16le",
        [0xfe, 0xff, ..] | [0, ..] => "utf-16be",
        _ if is_utf8(bytes) => "utf-8",
        _ => "windows-1252",
    }
}

fn is_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        // The first byte of a letter with several bytes.
        whole += chunk.valid().bytes().filter(|byte| *byte >= 0xc0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken <= whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_by_the_bytes_alone() {
        for (bytes, expected) in [
            (&b""[..], "utf-8"),
            (b"a", "utf-8"),
            (b"\0", "utf-16be"),
            (b"WEBVTT", "utf-8"),
            ("\u{feff}WEBVTT".as_bytes(), "utf-8"),
            ("Größe".as_bytes(), "utf-8"),
            (b"Gr\xf6\xdfe", "windows-1252"),
            // `ß“` of windows-1252 is a letter of UTF-8, too.
            (b"\x84Spa\xdf\x93, Gr\xfc\xdfe", "windows-1252"),
            (b"Gr\xc3\xb6\xc3\x9fe, Gr\xc3 \xc3\xb6", "utf-8"),
            (b"\xff\xfea\0", "utf-16le"),
            (b"\xfe\xff\0a", "utf-16be"),
            (b"W\0E\0", "utf-16le"),
            (b"\0W\0E", "utf-16be"),
            (b"\xff\xfe\0\0a\0\0\0", "utf-32"),
            (b"\0\0\xfe\xff\0\0\0a", "utf-32"),
            (b"a\0\0\0b\0\0\0", "utf-32"),
        ] {
            assert_eq!(guess(bytes), expected, "{bytes:?}");
        }
    }
}
