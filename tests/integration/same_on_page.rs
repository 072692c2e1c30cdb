//! The page and the command line read the same in every file, or refuse it for the same reason.
//!
//! The page reads small event JSON by itself, and gives everything else to the importer, in pieces:
//! `src/boot/source.rs`, `src/browser/importer.js` and `crates/importer`. This does the same steps.

use std::fs;

use nachlese_event::Event;
use nachlese_formats::import::{self, NativeZones, PieceWriter, native_decoder, native_xml};
use nachlese_reader::{
    ParseError, PieceReader,
    own::{is_calendar, read_own},
};

use crate::support::{self, fixtures};

/// The event as JSON, or the code of the error.
type Read = Result<String, &'static str>;

fn told(read: Result<Event, ParseError>) -> Read {
    let event = read.map_err(|error| error.code())?;
    Ok(serde_json::to_string(&event).unwrap())
}

fn on_the_command_line(bytes: &[u8]) -> Read {
    let read = || {
        let (text, _) = import::decoded(bytes.to_vec(), "", native_decoder)?;
        import::read(&text, native_xml, NativeZones).map(|(event, _)| event)
    };
    told(read())
}

fn on_the_page(bytes: &[u8]) -> Read {
    let read = || {
        if let Ok(text) = String::from_utf8(bytes.to_vec())
            && let Some((event, _)) = read_own(&text)?
        {
            return Ok(event);
        }
        by_the_importer(bytes)
    };
    told(read())
}

/// As it reads large files of any format.
fn by_the_importer(bytes: &[u8]) -> Result<Event, ParseError> {
    let (text, _) = import::decoded(bytes.to_vec(), "", native_decoder).map_err(|e| passed(&e))?;
    let pieces = if is_calendar(&text) {
        PieceWriter::of_calendar(&text, NativeZones)
    } else {
        PieceWriter::of_document(text, native_xml, NativeZones)
    };
    let (mut pieces, _) = pieces.map_err(|error| passed(&error))?;
    let mut reader = PieceReader::begin(&pieces.next().unwrap_or_default())?;
    for piece in pieces {
        reader.add(&piece)?;
    }
    Ok(reader.finish()?.0)
}

/// Errors go from the importer to the page as lines.
fn passed(error: &ParseError) -> ParseError {
    ParseError::of_line(&error.to_line()).unwrap()
}

/// Every fixture, whole and damaged in many ways, each with its name.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    for folder in ["broken", "valid", "import"] {
        for path in support::files(&fixtures(folder), &["json", "xml", "ics"]) {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            damaged(&name, &fs::read(&path).unwrap(), &mut files);
        }
    }
    files
}

fn damaged(name: &str, bytes: &[u8], files: &mut Vec<(String, Vec<u8>)>) {
    let mut add = |how: &str, bytes: Vec<u8>| files.push((format!("{name}, {how}"), bytes));
    let put = |at: usize, new: &[u8]| [&bytes[..at], new, &bytes[at..]].concat();
    let text = String::from_utf8_lossy(bytes);
    let wide = |to: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(to).collect::<Vec<u8>>();
    add("whole", bytes.to_vec());
    for part in 1..8 {
        add("cut off", bytes[..bytes.len() * part / 8].to_vec());
        add("a byte more", put(bytes.len() * part / 8, b"\xff"));
        add("half a letter more", put(bytes.len() * part / 8, b"\xc3"));
        add("a zero more", put(bytes.len() * part / 8, b"\0"));
    }
    for start in [
        &b"\xef\xbb\xbf"[..],
        b"\xff\xfe",
        b"\0",
        b"\0\0",
        b"\n \t",
        b"x",
        b"--",
        b"[",
        b"<!-- -->",
        b"\xc2\xa0",
        b"BEGIN:VCALENDAR\r\n",
    ] {
        add(&format!("after {start:?}"), put(0, start));
    }
    add("UTF-16", wide(u16::to_le_bytes));
    add("UTF-16, the other one", wide(u16::to_be_bytes));
    let mut lone = wide(u16::to_le_bytes);
    lone.splice(2..2, [0x00, 0xd8]);
    add("UTF-16 with half a letter", lone);
    let latin = |c| u8::try_from(u32::from(c)).unwrap_or(b'?');
    add("Latin-1", text.chars().map(latin).collect());
    add("twice", bytes.repeat(2));
}

#[test]
fn page_and_command_line_read_the_same() {
    let files = files();
    assert!(files.len() > 2_000, "{}", files.len());
    let mut others = Vec::new();
    for (name, bytes) in &files {
        let command = on_the_command_line(bytes);
        let page = on_the_page(bytes);
        let large = told(by_the_importer(bytes));
        if command != page || command != large {
            let short = |read: &Read| match read {
                Ok(event) => event.chars().take(300).collect(),
                Err(code) => (*code).to_owned(),
            };
            others.push(format!(
                "{name}\n  command {}\n  page    {}\n  large   {}",
                short(&command),
                short(&page),
                short(&large)
            ));
        }
        let was_lost = bytes.windows(3).any(|sign| sign == "\u{fffd}".as_bytes());
        if let (Ok(event), false) = (page, was_lost || name.contains("UTF-16")) {
            assert!(!event.contains('\u{fffd}'), "{name}: a replacement sign");
        }
    }
    assert!(
        others.is_empty(),
        "{} of {}:\n{}",
        others.len(),
        files.len(),
        others
            .iter()
            .take(40)
            .cloned()
            .collect::<Vec<_>>()
            .join("\n")
    );
}
