//! Decodes bytes to text. This is the only place that finds out the encoding of a file.
//!
//! In this order: a byte-order mark; what the file says itself (the declaration of XML, or the
//! zeros among the first bytes of JSON, see RFC 4627, section 3); UTF-8; for XML and calendars what
//! the server says, which is often only its default; and for calendars windows-1252, for the whole
//! file or for the letters that are not UTF-8, with a finding that it is a guess.
//!
//! No sign stands for bytes that cannot be read: such a file is refused. What another program has
//! lost before, and wrote as U+FFFD, is only reported.

use nachlese_reader::own::{is_calendar, is_xml};

mod label;
#[cfg(test)]
mod tests;

use nachlese_event::problem::{Finding, JsonPath, Problem};
use nachlese_reader::{ParseError, encoding::guess};

use self::label::{declared, is_unicode, told};
use super::unfold::unfold;

/// Decodes a text by a label of the Encoding Standard. Returns `None` if it has no such label.
///
/// There is one decoder for browsers and one for other programs. Both leave out a byte-order mark,
/// and write U+FFFD for what they cannot read.
pub type Decoder = fn(label: &str, bytes: &[u8]) -> Option<String>;

/// Decodes a file of any format, and reports what was guessed or is lost. Folded lines of calendars
/// are joined. `media_type` is what the server says, if there is one.
///
/// # Errors
/// [`ParseError::NotUtf8`] or [`ParseError::UnknownEncoding`] if nothing tells the encoding;
/// [`ParseError::Html`] if it is a web page.
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
            // Some programs end the text with a single byte.
            let pairs = bytes.chunks_exact(2);
            let whole = &bytes[..bytes.len() - pairs.remainder().len()];
            let lost = if wide == "utf-16le" {
                [0xfd, 0xff]
            } else {
                [0xff, 0xfd]
            };
            let lost = pairs.filter(|pair| **pair == lost).count();
            let text = decode(wide, whole).unwrap_or_default();
            return sound(text, lost).map(|text| (text, None));
        }
        _ => {}
    }
    let start = bytes.get(..LONGEST_START).unwrap_or(&bytes);
    let start = String::from_utf8_lossy(start).into_owned();
    let marked = start.strip_prefix('\u{feff}');
    let start = marked.unwrap_or(&start).trim_start();
    if is_calendar(start) {
        let plain = super::quoted::plain(&bytes, decode);
        return Ok(calendar_text(
            &unfold(plain.as_deref().unwrap_or(&bytes)),
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
            // Another encoding would not turn a web page into an event.
            is_xml(start)?;
        }
        Err(not_utf8(cause.as_bytes(), cause.utf8_error().valid_up_to()))
    });
    Ok((text?, None))
}

/// Reads what XML says that it is.
fn declared_text(bytes: Vec<u8>, name: String, decode: Decoder) -> Result<Guessed, ParseError> {
    if name.contains("ascii") && !bytes.is_ascii() {
        // The file does not have the encoding that it names.
        return Ok(guessed(&bytes, decode));
    }
    // No text of any length in another encoding happens to be UTF-8.
    if !bytes.is_ascii() && std::str::from_utf8(&bytes).is_ok() {
        return Ok(guessed(&bytes, decode));
    }
    if let Some(text) = decode(&name, &bytes) {
        return sound(text, 0).map(|text| (text, None));
    }
    let text = String::from_utf8(bytes);
    let text = text.map_err(|_| ParseError::UnknownEncoding { name })?;
    Ok((text, Some("utf-8")))
}

/// How many bytes are looked at to recognise the format.
const LONGEST_START: usize = 2_000;

fn calendar_text(bytes: &[u8], is_utf8: bool, told: Option<String>, decode: Decoder) -> Guessed {
    let (text, guess) = if is_utf8 || guess(bytes) == "utf-8" {
        mostly_utf8(bytes, decode)
    } else if let Some(text) = told
        .and_then(|label| decode(&label, bytes))
        .filter(|text| !text.contains(LOST))
    {
        (text, None)
    } else {
        guessed(bytes, decode)
    };
    // Programs that count bytes leave zeros behind the text.
    (text.replace('\0', ""), guess)
}

fn guessed(bytes: &[u8], decode: Decoder) -> Guessed {
    match guess(bytes) {
        "utf-8" => {
            let (text, guess) = mostly_utf8(bytes, decode);
            (text, guess.or(Some("utf-8")))
        }
        OLDER => {
            let label = older(bytes);
            (decode(label, bytes).unwrap_or_default(), Some(label))
        }
        label => (decode(label, bytes).unwrap_or_default(), Some(label)),
    }
}

/// Reads UTF-8. Letters that are not are read as windows-1252: some calendars are put together from
/// files of both encodings.
fn mostly_utf8(bytes: &[u8], decode: Decoder) -> Guessed {
    let mut text = String::with_capacity(bytes.len());
    let mut guess = None;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            let label = older(bytes);
            text += &decode(label, chunk.invalid()).unwrap_or_default();
            guess = Some(label);
        }
    }
    (text, guess)
}

/// What programs used before UTF-8. `¤` is in no programme, but the same byte of ISO-8859-15 is `€`.
fn older(bytes: &[u8]) -> &'static str {
    let mut others = bytes.utf8_chunks().flat_map(|chunk| chunk.invalid().iter());
    let has_euro = others.clone().any(|byte| *byte == 0xa4);
    if has_euro && !others.any(|byte| (0x80..0xa0).contains(byte)) {
        "iso-8859-15"
    } else {
        OLDER
    }
}

const OLDER: &str = "windows-1252";

/// A text that was decoded, in whose file `lost` letters had been lost before.
fn sound(text: String, lost: usize) -> Result<String, ParseError> {
    if text.matches(LOST).count() > lost {
        let at = text.find(LOST).unwrap_or_default();
        return Err(not_utf8(text.as_bytes(), at));
    }
    Ok(text)
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

/// The characters that another program could not read earlier.
fn unreadable(text: &str) -> Option<Finding> {
    let (before, after) = text.split_at(text.find(LOST)?);
    let is_end = |c: char| c.is_whitespace() || c == '<' || c == '>';
    let parts = [before.rsplit(is_end).next(), after.split(is_end).next()];
    Some(Finding::UnreadableLetters {
        count: text.matches(LOST).count(),
        word: parts.into_iter().flatten().collect(),
    })
}

/// What decoders write for a character that they cannot read.
const LOST: char = '\u{fffd}';
