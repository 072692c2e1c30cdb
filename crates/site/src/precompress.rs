//! Compressed copies of files, for servers that can send a compressed file next to the original.

use std::io::{Read, Write};

use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, GzBuilder};

/// Extensions of files that are text or compress like text. Fonts, pictures and videos are
/// compressed already.
const TEXT_LIKE: &[&str] = &[
    "css",
    "html",
    "ics",
    "js",
    "json",
    "map",
    "md",
    "srt",
    "svg",
    "ttf",
    "txt",
    "vtt",
    "wasm",
    "webmanifest",
    "xml",
];

/// A compressed copy of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Packed {
    /// The suffix of the file's name: `.br` or `.gz`.
    pub ending: &'static str,
    /// The copy's bytes. They are the same for the same file, at any time and on any machine.
    pub bytes: Vec<u8>,
}

/// How much time compressing may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// As small as can be: brotli at quality 11, and 9 for a file that would take seconds.
    Most,
    /// Still smaller than gzip: brotli at quality 4. A page takes a fortieth of the time, and its
    /// copy is a fifth larger.
    Little,
}

/// Compresses a file with brotli and gzip (level 9).
///
/// Returns only copies that are smaller than the file, and none for files whose extension is not
/// that of a text-like file.
#[must_use]
pub fn packed(name: &str, bytes: &[u8], effort: Effort) -> Vec<Packed> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    if !TEXT_LIKE.contains(&ending.to_ascii_lowercase().as_str()) {
        return Vec::new();
    }
    let copies = [(".br", brotli(bytes, effort)), (".gz", gzip(bytes))];
    copies
        .into_iter()
        .filter_map(|(ending, copy)| {
            let bytes = copy.filter(|copy| copy.len() < bytes.len())?;
            Some(Packed { ending, bytes })
        })
        .collect()
}

/// Whether a copy with this ending unpacks to exactly these bytes.
#[must_use]
pub fn unpacks_to(ending: &str, copy: &[u8], bytes: &[u8]) -> bool {
    let mut unpacked = Vec::with_capacity(bytes.len());
    // One more than wanted tells that there is too much.
    let most = bytes.len() as u64 + 1;
    let read = match ending {
        ".br" => brotli::Decompressor::new(copy, 4_096)
            .take(most)
            .read_to_end(&mut unpacked),
        ".gz" => flate2::read::GzDecoder::new(copy)
            .take(most)
            .read_to_end(&mut unpacked),
        _ => return false,
    };
    read.is_ok() && unpacked == bytes
}

fn brotli(bytes: &[u8], effort: Effort) -> Option<Vec<u8>> {
    let quality = match effort {
        Effort::Most if bytes.len() > MOST_BYTES => 9,
        Effort::Most => 11,
        Effort::Little => 4,
    };
    let parameters = BrotliEncoderParams {
        quality,
        lgwin: window(bytes.len()),
        size_hint: bytes.len(),
        ..BrotliEncoderParams::default()
    };
    let mut packed = Vec::new();
    brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters).ok()?;
    Some(packed)
}

/// Larger files are programmes of a thousand talks, and change with each edit. Brotli's last steps
/// take four seconds for a tenth of their size.
const MOST_BYTES: usize = 1_000_000;

/// The smallest window that holds a file of this length, as a power of two. A larger one finds
/// nothing more, and with little effort most of the time goes into clearing it.
fn window(length: usize) -> i32 {
    (10..22)
        .find(|bits| (1 << bits) - 16 >= length)
        .unwrap_or(22)
}

/// Without name and time, and for an unknown system. Otherwise the bytes would differ between
/// machines.
fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let builder = GzBuilder::new().mtime(0).operating_system(255);
    let mut encoder = builder.write(Vec::new(), Compression::best());
    encoder.write_all(bytes).ok()?;
    encoder.finish().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unpacks_to_the_same_bytes() {
        let text = "Künstliche Intelligenz ".repeat(200);
        let [br, gz] = &packed("a/index.html", text.as_bytes(), Effort::Most)[..] else {
            panic!("two copies")
        };
        assert_eq!((br.ending, gz.ending), (".br", ".gz"));
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut &*br.bytes, &mut unpacked).unwrap();
        assert_eq!(unpacked, text.as_bytes());
        let mut unpacked = String::new();
        let mut decoder = flate2::read::GzDecoder::new(&*gz.bytes);
        decoder.read_to_string(&mut unpacked).unwrap();
        assert_eq!(unpacked, text);
        for copy in [br, gz] {
            assert!(unpacks_to(copy.ending, &copy.bytes, text.as_bytes()));
            assert!(!unpacks_to(copy.ending, &copy.bytes, &text.as_bytes()[1..]));
            assert!(!unpacks_to(copy.ending, &copy.bytes[1..], text.as_bytes()));
        }
        assert!(!unpacks_to(".zip", text.as_bytes(), text.as_bytes()));
    }

    #[test]
    fn little_effort_is_still_better_than_gzip() {
        let lines = (0..900).map(|at| format!("<li><a href=\"#talk-{at}\">{}</a>\n", at * 7919));
        let page = lines.collect::<String>();
        for length in [1_008, 1_009, 5_000, page.len()] {
            let page = &page.as_bytes()[..length];
            let size = |effort, ending| {
                let copies = packed("a.html", page, effort).into_iter();
                let mut copies = copies.filter(|copy| copy.ending == ending);
                copies.next().map_or(length, |copy| {
                    assert!(unpacks_to(ending, &copy.bytes, page));
                    copy.bytes.len()
                })
            };
            let most = size(Effort::Most, ".br");
            let little = size(Effort::Little, ".br");
            assert!(most <= little, "{length}: {most} {little}");
            assert!(little <= size(Effort::Little, ".gz"), "{length}");
        }
    }

    #[test]
    fn names_no_time_and_no_system() {
        let gz = &packed("x.css", &[b'a'; 400], Effort::Most)[1];
        assert_eq!(gz.bytes[..10], [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
    }

    #[test]
    fn leaves_out_what_would_not_be_smaller() {
        assert_eq!(packed("a.txt", b"x", Effort::Most), []);
        assert_eq!(packed("a.svg", b"", Effort::Most), []);
        for name in ["a.png", "a.woff2", "a.mp4", "_headers", "a.html.br"] {
            assert_eq!(packed(name, &[b'a'; 400], Effort::Most), [], "{name}");
        }
    }
}
