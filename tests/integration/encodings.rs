//! Files in other encodings than UTF-8: each is read as what it says, or refused with a reason.

use std::fs;

use nachlese_cli::Exit;
use nachlese_formats::import::native_decoder;
use nachlese_reader::parse;

use crate::support::nachlese;

const XML: &str = "<schedule><conference><title>Türme über Gärten</title><start>2026-05-01</start>\
    <end>2026-05-01</end></conference><day index=\"1\" date=\"2026-05-01\"><room name=\"Großer Saal\">\
    <event id=\"1\"><start>10:00</start><duration>00:30</duration><title>Über Brücken</title>\
    </event></room></day></schedule>";
const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Türme über Gärten\r\n\
    X-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260501T100000\r\n\
    DTEND:20260501T103000\r\nSUMMARY:Über Brücken\r\nLOCATION:Großer Saal\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";
const JSON: &str = r#"{"schemaVersion": 1, "id": "a", "language": "de", "title": "Türme über Gärten",
    "start": "2026-05-01T09:00", "end": "2026-05-01T18:00", "timeZone": "Europe/Berlin",
    "talks": [{"id": "b", "kind": "talk", "title": "Über Brücken"}]}"#;

/// What `import` says and writes.
fn import(name: &str, bytes: &[u8]) -> (Exit, String, String) {
    // Tests run side by side.
    let (process, thread) = (std::process::id(), std::thread::current().id());
    let file = std::env::temp_dir().join(format!("nachlese-{name}-{process}-{thread:?}"));
    fs::write(&file, bytes).unwrap();
    let result = nachlese(&["import", &file.display().to_string()], "C");
    fs::remove_file(&file).unwrap();
    result
}

fn is_read(name: &str, bytes: &[u8], finding: &str) {
    let (exit, stdout, stderr) = import(name, bytes);
    assert_eq!(exit, Exit::Fine, "{name}: {stderr}");
    let (event, _) = parse(&stdout).unwrap();
    let written = serde_json::to_string(&event).unwrap();
    for word in ["Türme über Gärten", "Über Brücken"] {
        assert!(written.contains(word), "{name}: {written}");
    }
    assert!(!written.contains('\u{fffd}'), "{name}: {written}");
    let codes = ["guessed-encoding", "unreadable-letters"];
    for code in codes {
        assert_eq!(stderr.contains(code), code == finding, "{name}: {stderr}");
    }
}

fn latin(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap())
        .collect()
}

fn wide(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn reads_every_format_in_utf_16_and_with_a_mark() {
    for (name, text) in [("xml", XML), ("ics", CALENDAR), ("json", JSON)] {
        let marked = format!("\u{feff}{text}");
        is_read(name, text.as_bytes(), "");
        is_read(name, marked.as_bytes(), "");
        is_read(name, &wide(&marked, u16::to_le_bytes), "");
        is_read(name, &wide(&marked, u16::to_be_bytes), "");
        is_read(name, &wide(text, u16::to_le_bytes), "");
        is_read(name, &wide(text, u16::to_be_bytes), "");
    }
    let declared = format!("\u{feff}<?xml version=\"1.0\" encoding=\"utf-16\"?>{XML}");
    is_read("xml", &wide(&declared, u16::to_be_bytes), "");
}

#[test]
fn reads_xml_as_it_says() {
    for label in ["ISO-8859-1", "iso-8859-15", "Windows-1252", "latin1"] {
        let file = format!("<?xml version=\"1.0\" encoding=\"{label}\"?>\n{XML}");
        is_read(label, &latin(&file), "");
    }
    let file =
        |label: &str| format!("<?xml version='1.0' encoding='{label}' standalone='yes'?>{XML}");
    is_read("utf-8", file("UTF-8").as_bytes(), "");
    is_read("utf-16", file("UTF-16").as_bytes(), "");
    is_read("no-such", file("UFT-8").as_bytes(), "guessed-encoding");
    is_read("us-ascii", &latin(&file("us-ascii")), "guessed-encoding");
    let (exit, _, stderr) = import("no-such", &latin(&file("UFT-8")));
    assert_eq!(exit, Exit::Failed);
    assert!(
        stderr.contains("error[unknown-encoding]") && stderr.contains("`uft-8`"),
        "{stderr}"
    );
}

#[test]
fn the_decoder_knows_the_encoding_standard() {
    for (label, bytes, expected) in [
        ("iso-8859-15", &b"\xa4"[..], Some("€")),
        ("iso-8859-1", b"\x80\x93\xfc", Some("€“ü")),
        ("windows-1251", b"\xcf\xf0\xe8", Some("При")),
        ("shift_jis", b"\x93\x8c\x8b\x9e", Some("東京")),
        ("utf-16le", b"\xff\xfea\0", Some("a")),
        ("utf-16be", b"\0a\xd8", Some("a\u{fffd}")),
        ("iso-2022-kr", b"a", None),
        ("no such", b"a", None),
    ] {
        assert_eq!(native_decoder(label, bytes).as_deref(), expected, "{label}");
    }
}

#[test]
fn calendars_may_be_of_an_older_time() {
    is_read("ics", &latin(CALENDAR), "guessed-encoding");
    // Folded after every byte, also in the middle of a letter.
    let fold = |line: &str| {
        let width = if line.is_ascii() {
            line.len().max(1)
        } else {
            1
        };
        let pieces: Vec<_> = line.as_bytes().chunks(width).collect();
        pieces.join(&b"\r\n "[..])
    };
    let folded: Vec<_> = CALENDAR.split("\r\n").map(fold).collect();
    let folded = folded.join(&b"\r\n"[..]);
    assert!(String::from_utf8(folded.clone()).is_err());
    is_read("ics", &folded, "");
}

#[test]
fn says_where_a_letter_is_broken() {
    let broken = |text: &str| {
        let (before, after) = text.split_once('ß').unwrap();
        [before.as_bytes(), &[0xc3], after.as_bytes()].concat()
    };
    let (exit, stdout, stderr) = import("ics", &broken(CALENDAR));
    assert_eq!(exit, Exit::Fine, "{stderr}");
    assert!(
        stderr.contains(
            "warning[guessed-encoding] $: the encoding of the file is a guess: `windows-1252`"
        ),
        "{stderr}"
    );
    assert!(
        stdout.contains("Über Brücken") && stdout.contains("GroÃer"),
        "{stdout}"
    );
    for (name, text, place) in [
        ("xml", XML, "1:162"),
        ("json", "{\n  \"title\": \"Größe\"\n}", "2:16"),
    ] {
        let (exit, stdout, stderr) = import(name, &broken(text));
        assert_eq!((exit, stdout.as_str()), (Exit::Failed, ""), "{stderr}");
        assert!(stderr.starts_with("error[not-utf-8] "), "{stderr}");
        let said = format!(":{place}: The file is not saved as UTF-8");
        assert!(stderr.contains(&said), "{stderr}");
    }
}
