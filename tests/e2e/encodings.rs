//! Programmes and captions in other encodings than UTF-8.

use serde_json::json;

use crate::support::{
    Outcome,
    event::small_event,
    page::{Page, SEARCH},
    reader,
    site::Answer,
};

const XML: &str = "<schedule><conference><title>Türme über Gärten</title><start>2026-05-01</start>\
    <end>2026-05-01</end></conference><day index='1' date='2026-05-01'><room name='Großer Saal'>\
    <event id='1'><start>10:00</start><duration>00:30</duration><title>Über Brücken</title>\
    </event></room></day></schedule>";
const CALENDAR: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Türme über Gärten\r\n\
    X-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260501T100000\r\n\
    DTEND:20260501T103000\r\nSUMMARY:Über Brücken\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const JSON: &str = r#"{"schemaVersion": 1, "id": "a", "language": "de", "title": "Türme über Gärten",
    "talks": [{"id": "b", "kind": "talk", "title": "Über Brücken"}]}"#;

fn latin(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?'))
        .collect()
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

async fn heading(page: &Page) -> Outcome<String> {
    page.text_of("return document.querySelector('h1').innerText")
        .await
}

#[test]
fn programmes_are_read_whatever_their_encoding() -> Outcome {
    reader(async |page| {
        let declared = format!("<?xml version='1.0' encoding='iso-8859-1'?>{XML}");
        for (file, media, bytes) in [
            ("declared.xml", "text/xml", latin(&declared)),
            ("mistaken.xml", "text/xml; charset=utf-8", latin(&declared)),
            ("told.xml", "text/xml; charset=ISO-8859-1", latin(XML)),
            ("misled.xml", "text/xml; charset=ISO-8859-1", XML.into()),
            ("wide.xml", "text/xml", wide(&format!("\u{feff}{XML}"))),
            ("latin.ics", "text/calendar", latin(CALENDAR)),
            (
                "wide.ics",
                "text/calendar; charset=utf-8",
                wide(&format!("\u{feff}{CALENDAR}")),
            ),
            ("wide.json", "application/json", wide(JSON)),
            (
                "marked.json",
                "application/json",
                format!("\u{feff}{JSON}").into(),
            ),
        ] {
            page.site.serve(file, Answer::new(200, media, bytes));
            page.open(&format!("?event={file}")).await?;
            assert_eq!(heading(page).await?, "Türme über Gärten", "{file}");
        }
        Ok(())
    })
}

#[test]
fn json_in_another_encoding_is_refused_with_the_place() -> Outcome {
    reader(async |page| {
        let file = Answer::new(200, "application/json; charset=iso-8859-1", latin(JSON));
        page.site.serve("latin.json", file);
        page.go("?event=latin.json").await?;
        assert_eq!(page.failure().await?, "not-utf-8");
        let said = page
            .text_of("return document.querySelector('[role=alert]').innerText")
            .await?;
        assert!(said.contains("UTF-8") && said.contains('1'), "{said}");
        Ok(())
    })
}

#[test]
fn captions_are_found_whatever_their_encoding() -> Outcome {
    reader(async |page| {
        let cue = "WEBVTT\n\n00:02.000 --> 00:03.000\nGrüße aus den Gärten\n";
        let marked = format!("\u{feff}{cue}");
        for (name, bytes) in [
            ("marked.vtt", marked.clone().into_bytes()),
            ("latin.vtt", latin(cue)),
            ("wide.vtt", wide(&marked)),
        ] {
            let mut event = small_event("probe");
            // One talk alone has no search.
            let other = json!({ "id": "zwei", "kind": "panel", "title": "Der zweite" });
            event["talks"] = json!([event["talks"][0], other]);
            event["talks"][0]["recording"] = json!({
                "status": "released",
                "sources": [{ "provider": "youtube", "id": "dQw4w9WgXcQ" }],
                "captions": [{ "url": name, "language": "de" }],
            });
            page.site.serve_event("probe", &event);
            let path = format!("events/probe/{name}");
            page.site.serve(&path, Answer::new(200, "text/vtt", bytes));
            page.open("?event=probe").await?;
            page.fill(SEARCH, "grüße gärten").await?;
            page.has_matches(1).await?;
            page.see(".said a[href='#eins@0:02']").await?;
        }
        Ok(())
    })
}
