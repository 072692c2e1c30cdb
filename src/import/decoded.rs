//! Text of bytes: the one place that finds out in which encoding a file is.
//!
//! In this order: a byte-order mark; what the format says of itself (the declaration of XML; the
//! zeros among the first bytes of JSON, as RFC 4627 reads them in section 3); UTF-8; and for
//! calendars windows-1252, which is told as a guess.

use super::{calendar, unfold::unfold, xml};
use crate::{
    encoding::guess,
    parse::ParseError,
    problem::{Finding, JsonPath, Problem},
};

/// Decodes a text by a label of the Encoding Standard; `None` if that has no such label.
///
/// The browser has a decoder and the machine another. Both leave out a byte-order mark, and write
/// U+FFFD for what they cannot read.
pub type Decoder = fn(label: &str, bytes: &[u8]) -> Option<String>;

/// Makes text of a file of any format, and tells what was guessed or is lost. The lines of a
/// calendar are joined where they were folded.
///
/// # Errors
/// [`ParseError::NotUtf8`] or [`ParseError::UnknownEncoding`] if nothing tells the encoding;
/// [`ParseError::Html`] if a web page stands there.
pub fn decoded(bytes: Vec<u8>, decode: Decoder) -> Result<(String, Vec<Problem>), ParseError> {
    let (text, guessed) = text_of(bytes, decode)?;
    let guessed = guessed.map(|encoding| Finding::GuessedEncoding { encoding });
    let findings = guessed.into_iter().chain(unreadable(&text));
    let problems = findings.map(|finding| Problem::new(&JsonPath::root(), finding));
    let problems = problems.collect();
    Ok((text, problems))
}

/// A text, and its encoding if that is a guess.
type Guessed = (String, Option<&'static str>);

fn text_of(bytes: Vec<u8>, decode: Decoder) -> Result<Guessed, ParseError> {
    match guess(&bytes) {
        "utf-32" => return Err(not_utf8(&bytes, 0)),
        wide @ ("utf-16le" | "utf-16be") => {
            return Ok((decode(wide, &bytes).unwrap_or_default(), None));
        }
        _ => {}
    }
    let start = bytes.get(..LONGEST_START).unwrap_or(&bytes);
    let start = String::from_utf8_lossy(start).into_owned();
    let marked = start.strip_prefix('\u{feff}');
    let start = marked.unwrap_or(&start).trim_start();
    if calendar::is_calendar(start) {
        return Ok(calendar_text(&unfold(&bytes), marked.is_some(), decode));
    }
    // Whoever can read that it says UTF-16 knows that it is not.
    let is_unicode = |name: &str| ["utf", "ucs", "unicode"].iter().any(|it| name.contains(it));
    let declared = declared(start).filter(|name| marked.is_none() && !is_unicode(name));
    if let Some(name) = declared {
        return declared_text(bytes, name, decode);
    }
    let is_markup = start.starts_with('<');
    let text = String::from_utf8(bytes).or_else(|cause| {
        if is_markup {
            // A web page is not helped by another encoding.
            xml::is_xml(start)?;
        }
        Err(not_utf8(cause.as_bytes(), cause.utf8_error().valid_up_to()))
    });
    Ok((text?, None))
}

/// Reads what XML says that it is.
fn declared_text(bytes: Vec<u8>, name: String, decode: Decoder) -> Result<Guessed, ParseError> {
    if name.contains("ascii") && !bytes.is_ascii() {
        // It is not what it says it is.
        return Ok(guessed(&bytes, decode));
    }
    if let Some(text) = decode(&name, &bytes) {
        return Ok((text, None));
    }
    let text = String::from_utf8(bytes);
    let text = text.map_err(|_| ParseError::UnknownEncoding { name })?;
    Ok((text, Some("utf-8")))
}

/// So many bytes are looked at to tell the format.
const LONGEST_START: usize = 2_000;

/// The encoding that the declaration of XML names, in lower case.
fn declared(start: &str) -> Option<String> {
    let (declaration, _) = start.strip_prefix("<?xml")?.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let name = value[1..].split(quote).next()?;
    Some(name.trim().to_ascii_lowercase())
}

fn calendar_text(bytes: &[u8], is_marked: bool, decode: Decoder) -> Guessed {
    let (text, guess) = if is_marked {
        (String::from_utf8_lossy(bytes).into_owned(), None)
    } else {
        guessed(bytes, decode)
    };
    // UTF-8 is what a calendar must be.
    let guess = guess.filter(|label| *label != "utf-8");
    // Programs that count bytes leave zeros behind the text.
    (text.replace('\0', ""), guess)
}

fn guessed(bytes: &[u8], decode: Decoder) -> Guessed {
    let label = guess(bytes);
    let text = decode(label, bytes);
    let text = text.unwrap_or_else(|| String::from_utf8_lossy(bytes).into_owned());
    (text, Some(label))
}

/// The error that names a byte as the first one that is not UTF-8.
fn not_utf8(bytes: &[u8], at: usize) -> ParseError {
    let before = String::from_utf8_lossy(&bytes[..at]);
    let last = before.rsplit('\n').next().unwrap_or_default();
    ParseError::NotUtf8 {
        line: before.matches('\n').count() + 1,
        column: last.chars().count() + 1,
    }
}

/// What could not be read, here or by another program before.
fn unreadable(text: &str) -> Option<Finding> {
    let (before, after) = text.split_at(text.find(LOST)?);
    let is_end = |c: char| c.is_whitespace() || c == '<' || c == '>';
    let parts = [before.rsplit(is_end).next(), after.split(is_end).next()];
    Some(Finding::UnreadableLetters {
        count: text.matches(LOST).count(),
        word: parts.into_iter().flatten().collect(),
    })
}

/// What decoders write for a letter that they cannot read.
const LOST: char = '\u{fffd}';

#[cfg(test)]
mod tests {
    use super::*;

    /// Knows ISO-8859-1, under two names, and UTF-16.
    fn decoder(label: &str, bytes: &[u8]) -> Option<String> {
        let wide = |number: fn([u8; 2]) -> u16| {
            let numbers = bytes.chunks(2).map(|pair| match *pair {
                [one, other] => number([one, other]),
                _ => 0xd800,
            });
            let text: String = char::decode_utf16(numbers)
                .map(|letter| letter.unwrap_or(LOST))
                .collect();
            text.trim_start_matches('\u{feff}').to_owned()
        };
        match label {
            "utf-16le" => Some(wide(u16::from_le_bytes)),
            "utf-16be" => Some(wide(u16::from_be_bytes)),
            "us-ascii" | "iso-8859-1" | "windows-1252" => {
                Some(bytes.iter().map(|byte| char::from(*byte)).collect())
            }
            _ => None,
        }
    }

    fn told(bytes: &[u8]) -> String {
        match decoded(bytes.to_vec(), decoder) {
            Ok((text, problems)) => {
                problems
                    .iter()
                    .fold(text, |text, problem| match &problem.finding {
                        Finding::UnreadableLetters { count, word } => {
                            format!("{text} [{count} {word}]")
                        }
                        Finding::GuessedEncoding { encoding } => format!("{text} [{encoding}]"),
                        other => format!("{text} {other:?}"),
                    })
            }
            Err(error) => error.to_line(),
        }
    }

    #[test]
    fn json_is_utf_8_or_utf_16() {
        for (bytes, expected) in [
            (&b""[..], ""),
            ("{\"a\": \"ü\"}".as_bytes(), "{\"a\": \"ü\"}"),
            ("\u{feff}{}".as_bytes(), "\u{feff}{}"),
            (b"\xff\xfe{\0}\0", "{}"),
            (b"\xfe\xff\0{\0}", "{}"),
            (b"{\0\xfc\0}\0", "{ü}"),
            (b"\0{\0\xfc\0}", "{ü}"),
            (b"{\0\0\xd8}\0", "{\u{fffd}} [1 {\u{fffd}}]"),
            (b"{\0}\0 ", "{}\u{fffd} [1 {}\u{fffd}]"),
            (b"{}\n\n{\"a\": \"M\xfcnchen\"}", "not-utf-8 3 9 0 "),
            (
                "{\"ä\": \"ü\u{fffd}\"}".as_bytes(),
                "{\"ä\": \"ü\u{fffd}\"} [1 \"ü\u{fffd}\"}]",
            ),
            (b"{\"\xc3\xa4\": \"\xc3\"}", "not-utf-8 1 8 0 "),
            (b"{\0\0\0}\0\0\0", "not-utf-8 1 1 0 "),
            (b"\xff\xfe\0\0{\0\0\0}\0\0\0", "not-utf-8 1 1 0 "),
            (b"\x89PNG\r\n", "not-utf-8 1 1 0 "),
        ] {
            assert_eq!(told(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn xml_is_what_it_says_it_is() {
        fn check(declaration: &[u8], title: &[u8], expected: &str) {
            let file = [declaration, b"<schedule>", title, b"</schedule>"].concat();
            let told = told(&file);
            let after = told
                .split_once("<schedule>")
                .map_or(told.as_str(), |it| it.1);
            assert_eq!(
                after.replace("</schedule>", ""),
                expected,
                "{declaration:?}"
            );
        }
        let latin = b"<?xml version='1.0' encoding='ISO-8859-1'?>";
        check(latin, b"M\xfcnchen", "München");
        check(
            b"\n<?xml version = \"1.0\" encoding =\n\" iso-8859-1\" ?>",
            b"\xfc",
            "ü",
        );
        check(latin, "ü".as_bytes(), "Ã¼");
        check(
            b"\xef\xbb\xbf<?xml version='1.0' encoding='iso-8859-1'?>",
            "ü".as_bytes(),
            "ü",
        );
        check(b"", "ü".as_bytes(), "ü");
        check(b"", b"M\xfcnchen", "not-utf-8 1 12 0 ");
        check(
            b"<?xml version='1.0' encoding='utf-8'?>\n",
            b"\xfc",
            "not-utf-8 2 11 0 ",
        );
        check(
            b"<?xml version='1.0' encoding='UTF-16'?>",
            "ü".as_bytes(),
            "ü",
        );
        check(
            b"<?xml version='1.0' encoding='UFT-8'?>",
            "ü".as_bytes(),
            "ü [utf-8]",
        );
        check(
            b"<?xml version='1.0' encoding='UFT-8'?>",
            b"\xfc",
            "unknown-encoding 0 0 0 uft-8",
        );
        check(b"<?xml version='1.0' encoding='US-ASCII'?>", b"u", "u");
        check(
            b"<?xml version='1.0' encoding='US-ASCII'?>",
            "ü".as_bytes(),
            "ü [utf-8]",
        );
        check(
            b"<?xml version='1.0' encoding='US-ASCII'?>",
            b"\xfc",
            "ü [windows-1252]",
        );
        assert_eq!(told(b"<!doctype html><html>\xfc"), "html 0 0 0 ");
    }

    #[test]
    fn a_calendar_may_be_windows_1252() {
        fn check(title: &[u8], expected: &str) {
            let file = [b"BEGIN:VCALENDAR\r\nSUMMARY:", title].concat();
            let told = told(&file);
            assert_eq!(told.split_once("SUMMARY:").unwrap().1, expected);
        }
        check("Größe".as_bytes(), "Größe");
        check(b"Gr\xc3\r\n \xb6\xc3\r\n\t\x9fe", "Größe");
        check(b"Gr\xf6\r\n \xdfe", "Größe [windows-1252]");
        check(b"Gr\xc3\xb6\xc3e", "Grö\u{fffd}e [1 SUMMARY:Grö\u{fffd}e]");
        check(b"G\0arten\0\0", "Garten");
        let marked = b"\xef\xbb\xbfBEGIN:VCALENDAR\n\xfc";
        assert!(told(marked).ends_with("\u{fffd} [1 \u{fffd}]"));
        let mut wide = vec![0xff, 0xfe];
        wide.extend(
            "BEGIN:VCALENDAR\nSUMMARY:ü"
                .encode_utf16()
                .flat_map(u16::to_le_bytes),
        );
        assert_eq!(told(&wide), "BEGIN:VCALENDAR\nSUMMARY:ü");
    }
}
