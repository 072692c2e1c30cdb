//! Text of bytes: the one place that finds out in which encoding a file is.
//!
//! In this order: a byte-order mark; what the format says of itself (the declaration of XML; the
//! zeros among the first bytes of JSON, as RFC 4627 reads them in section 3); UTF-8; what the server
//! says of XML and calendars, which is often only its habit; and for calendars windows-1252, which
//! is told as a guess.

use nachlese_reader::own::{is_calendar, is_xml};

mod label;
#[cfg(test)]
mod tests;

use nachlese_event::problem::{Finding, JsonPath, Problem};
use nachlese_reader::{ParseError, encoding::guess};

use self::label::{declared, is_unicode, told};
use super::unfold::unfold;

/// Decodes a text by a label of the Encoding Standard; `None` if that has no such label.
///
/// The browser has a decoder and the machine another. Both leave out a byte-order mark, and write
/// U+FFFD for what they cannot read.
pub type Decoder = fn(label: &str, bytes: &[u8]) -> Option<String>;

/// Makes text of a file of any format, and tells what was guessed or is lost. The lines of a
/// calendar are joined where they were folded. `media_type` is that of the server, if there is one.
///
/// # Errors
/// [`ParseError::NotUtf8`] or [`ParseError::UnknownEncoding`] if nothing tells the encoding;
/// [`ParseError::Html`] if a web page stands there.
pub fn decoded(
    bytes: Vec<u8>,
    media_type: &str,
    decode: Decoder,
) -> Result<(String, Vec<Problem>), ParseError> {
    let (text, guessed) = text_of(bytes, told(media_type), decode)?;
    let guessed = guessed.map(|encoding| Finding::GuessedEncoding { encoding });
    let findings = guessed.into_iter().chain(unreadable(&text));
    let problems = findings.map(|finding| Problem::new(&JsonPath::root(), finding));
    let problems = problems.collect();
    Ok((text, problems))
}

/// A text, and its encoding if that is a guess.
type Guessed = (String, Option<&'static str>);

fn text_of(bytes: Vec<u8>, told: Option<String>, decode: Decoder) -> Result<Guessed, ParseError> {
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
    if is_calendar(start) {
        return Ok(calendar_text(
            &unfold(&bytes),
            marked.is_some(),
            told,
            decode,
        ));
    }
    let is_markup = start.starts_with('<');
    let declared = declared(start).filter(|_| marked.is_none());
    let declared = declared.or(told.filter(|_| is_markup && str::from_utf8(&bytes).is_err()));
    if let Some(name) = declared.filter(|name| !is_unicode(name)) {
        return declared_text(bytes, name, decode);
    }
    let text = String::from_utf8(bytes).or_else(|cause| {
        if is_markup {
            // A web page is not helped by another encoding.
            is_xml(start)?;
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

fn calendar_text(bytes: &[u8], is_utf8: bool, told: Option<String>, decode: Decoder) -> Guessed {
    let (text, guess) = if is_utf8 || guess(bytes) == "utf-8" {
        (String::from_utf8_lossy(bytes).into_owned(), None)
    } else if let Some(text) = told.and_then(|label| decode(&label, bytes)) {
        (text, None)
    } else {
        guessed(bytes, decode)
    };
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
