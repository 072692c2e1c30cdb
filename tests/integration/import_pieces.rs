//! Files in pieces make the events that they make at once, real programmes too.

use nachlese_formats::import::{self, NativeZones, native_xml};
use nachlese_reader::{PieceReader, parse};

use crate::support::{corpus, read, root};

/// Both ways that a page reads a file: at once and in pieces.
fn reads_in_pieces(name: &str, text: String) {
    let (event, problems) = import::read(&text, native_xml, NativeZones).unwrap();
    let is_own = text.contains("\"schemaVersion\"");
    let (at_once, findings) = if is_own {
        (event, problems)
    } else {
        parse(&serde_json::to_string(&event).unwrap()).unwrap()
    };
    let (mut pieces, _) = import::PieceWriter::of_document(text, native_xml, NativeZones).unwrap();
    let mut reader = PieceReader::begin(&pieces.next().unwrap()).unwrap();
    for piece in pieces {
        reader.add(&piece).unwrap();
    }
    assert_eq!(
        reader.progress(),
        (at_once.talks.len(), at_once.talks.len())
    );
    let (event, found) = reader.finish().unwrap();
    assert!(event == at_once, "{name}: another event");
    assert_eq!(found, findings, "{name}");
}

#[test]
fn files_read_in_pieces_make_the_same_event() {
    for id in ["ki-stadtratshearing-2024", "beispielkonferenz-2026"] {
        let file = root().join("public/events").join(id).join("event.json");
        reads_in_pieces(id, read(&file));
    }
    for name in [
        "schedules/frab-camp2019.json",
        "schedules/pretalx-democon.json",
        "schedules/c3hub-schedule2.json",
        "schedules/hub-38c3-2024.xml",
        "schedules/pentabarf-fosdem-2013.xml",
        "schedules/pretalx-fosdem-2026.xml",
        "talks/schedule-1000.json",
    ] {
        if let Some(file) = corpus(name) {
            reads_in_pieces(name, read(&file));
        }
    }
}
