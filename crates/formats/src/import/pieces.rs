//! Splits a file of any format into pieces, so that the page stays usable while it is read.
//!
//! [`nachlese_reader::PieceReader`] reads them and says what is in them.

use std::{collections::BTreeSet, iter::Peekable, rc::Rc};

use nachlese_event::{Event, TalkId, problem::Problem};
use nachlese_reader::{ParseError, check, fingerprint::fingerprint, json::Json};
use serde::Serialize;

use super::{Told, XmlParser, ZoneRules, in_calendar, told};

/// The size of a piece in bytes: a few milliseconds on a slow machine.
const PIECE: usize = 32_000;

/// The JSON of each element of a list.
type Elements = Peekable<Box<dyn Iterator<Item = Vec<u8>>>>;

/// Writes a file as pieces, each on demand.
pub struct PieceWriter {
    first: Option<Vec<u8>>,
    /// People, then talks.
    lists: [(&'static str, Elements); 2],
}

impl PieceWriter {
    /// Reads JSON or XML as [`super::read`] does. The findings are those about what another
    /// program's file has and an event cannot hold; all others come with the pieces.
    ///
    /// # Errors
    /// [`ParseError`] if the text is not an event.
    pub fn of_document(
        text: String,
        parse_xml: XmlParser,
        zones: impl ZoneRules + 'static,
    ) -> Result<(Self, Vec<Problem>), ParseError> {
        let told = told(&text, parse_xml, &(Rc::new(zones) as _))?;
        let print = fingerprint(&text);
        drop(text);
        match told {
            Told::Own(mut json) => {
                check(&json)?;
                let people = take(&mut json, "people");
                let talks = take(&mut json, "talks");
                let ids = if has_clear_ids(&talks) {
                    Vec::new()
                } else {
                    talks.iter().filter_map(id_of).collect()
                };
                let first = written(&(&json, talks.len(), ids, print));
                Ok((Self::of(first, people, talks), Vec::new()))
            }
            Told::Foreign(event, problems) => Ok((Self::of_event(*event, &print), problems)),
        }
    }

    /// Reads a calendar. [`PieceWriter::of_document`] reads the other formats. They are separate
    /// functions, so that a program with only one of them does not contain the other.
    ///
    /// # Errors
    /// [`ParseError`] if it contains no date.
    pub fn of_calendar(
        text: &str,
        zones: impl ZoneRules + 'static,
    ) -> Result<(Self, Vec<Problem>), ParseError> {
        let (event, problems) = in_calendar(text, &(Rc::new(zones) as _))?;
        Ok((Self::of_event(event, &fingerprint(text)), problems))
    }

    fn of_event(mut event: Event, print: &str) -> Self {
        let people = std::mem::take(&mut event.people);
        let talks = std::mem::take(&mut event.talks);
        let no_ids: [&str; 0] = [];
        let first = written(&(&event, talks.len(), no_ids, print));
        Self::of(first, people, talks)
    }

    fn of<P, T>(first: Vec<u8>, people: Vec<P>, talks: Vec<T>) -> Self
    where
        P: Serialize + 'static,
        T: Serialize + 'static,
    {
        Self {
            first: Some(first),
            lists: [("people", elements(people)), ("talks", elements(talks))],
        }
    }

    fn list(&mut self, at: usize) -> Option<Vec<u8>> {
        let (name, elements) = &mut self.lists[at];
        let first = elements.next()?;
        let mut piece = format!("{{\"{name}\":[").into_bytes();
        piece.extend(first);
        while let Some(element) = elements.next_if(|next| piece.len() + next.len() < PIECE) {
            piece.push(b',');
            piece.extend(element);
        }
        piece.extend(b"]}");
        Some(piece)
    }
}

impl Iterator for PieceWriter {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        let first = self.first.take();
        first.or_else(|| self.list(0)).or_else(|| self.list(1))
    }
}

fn elements<T: Serialize + 'static>(list: Vec<T>) -> Elements {
    let all = list.into_iter().map(|element| written(&element));
    let all: Box<dyn Iterator<Item = Vec<u8>>> = Box::new(all);
    all.peekable()
}

fn written(value: &impl Serialize) -> Vec<u8> {
    // Our values can always be written to memory. An empty piece would be refused.
    serde_json::to_vec(value).unwrap_or_default()
}

/// Takes a list out of a document. Anything else with the same name stays.
fn take(json: &mut Json, name: &str) -> Vec<Json> {
    let is_list = matches!(json.get(name), Some(Json::List(_)));
    let mut taken = Vec::new();
    if let (Json::Object(fields), true) = (json, is_list) {
        // Of several fields with the same name, the last one counts.
        fields.retain_mut(|(field, json)| {
            if field == name
                && let Json::List(items) = json
            {
                taken = std::mem::take(items);
            }
            field != name
        });
    }
    taken
}

fn id_of(talk: &Json) -> Option<String> {
    match talk.get("id") {
        Some(Json::String(id)) => Some(id.clone()),
        _ => None,
    }
}

/// Whether all talks keep their ids. Then no ids have to be reserved.
fn has_clear_ids(talks: &[Json]) -> bool {
    let mut seen = BTreeSet::new();
    talks.iter().all(|talk| {
        let id = id_of(talk).filter(|id| TalkId::new(id).is_ok());
        id.is_some_and(|id| seen.insert(id))
    })
}

#[cfg(test)]
mod tests {
    use nachlese_reader::PieceReader;

    use super::*;
    use crate::import::{NativeZones, read};

    const HEARING: &str =
        include_str!("../../../../public/events/ki-stadtratshearing-2024/event.json");
    const SAMPLE: &str =
        include_str!("../../../../public/events/beispielkonferenz-2026/event.json");

    fn no_xml(_: &str, _: &mut crate::import::Tree) -> bool {
        false
    }

    fn in_pieces(text: &str) -> Result<(Event, Vec<Problem>), ParseError> {
        let (mut pieces, _) = PieceWriter::of_document(text.to_owned(), no_xml, NativeZones)?;
        let mut reader = PieceReader::begin(&pieces.next().unwrap())?;
        assert_eq!(reader.fingerprint(), fingerprint(text));
        for piece in pieces {
            reader.add(&piece)?;
        }
        reader.finish()
    }

    fn check(text: &str) {
        assert_eq!(
            in_pieces(text),
            read(text, no_xml, NativeZones),
            "{text:.200}"
        );
    }

    #[test]
    fn pieces_make_the_same_event_with_the_same_findings() {
        check(HEARING);
        check(SAMPLE);
        for fields in [
            r#""talks": null, "people": []"#,
            r#""talks": {"a": 1}, "people": "none""#,
            r#""talks": [], "talks": [{"id": "a", "kind": "talk", "title": "A"}], "sektions": 1"#,
            r#""people": ["a", {"id": "p", "name": "P"}, {"id": "p", "name": "Q"}, {"id": 5}, " "],
               "talks": [{"kind": "talk", "title": "Panel", "people": ["p", "q", "r"]},
                         {"id": "panel", "kind": "panel", "title": "P", "start": "1999-01-01T09:00"},
                         null, 7, {"id": "panel", "kind": "panle", "title": "P", "colour": 1}],
               "start": "2026-03-04T09:00",
               "playlists": [{"title": "L", "items": ["panel", "nowhere"]}],
               "sections": [{"type": "panel", "id": "panel", "talk": "panel"},
                            {"type": "text", "id": "panel-3"}, {"type": "talks", "colour": 1}]"#,
        ] {
            let start = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": {"en": "T"}"#;
            check(&format!("{start}, {fields}}}"));
        }
        check(r#"{"talks": [{"title": "A"}]}"#);
    }

    #[test]
    fn pieces_fail_for_the_same_reasons() {
        for text in [
            "",
            "{",
            "[]",
            "{\"a\": 1}",
            "<!doctype html><p>",
            "{\"title\": \"T\", \"schemaVersion\": 99}",
            "{\"title\": \"T\",\n \"talks\": [}",
        ] {
            check(text);
        }
    }

    #[test]
    fn large_lists_come_in_several_pieces() {
        let talk =
            |at: usize| format!(r#"{{"id": "t{at}", "kind": "talk", "title": "Vortrag {at}"}}"#);
        let talks: Vec<_> = (0..3_000).map(talk).collect();
        let text = format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", "talks": [{}]}}"#,
            talks.join(",")
        );
        check(&text);
        let (pieces, _) = PieceWriter::of_document(text, no_xml, NativeZones).unwrap();
        let lengths: Vec<_> = pieces.map(|piece| piece.len()).collect();
        assert!(lengths.len() > 3 && lengths.iter().all(|length| *length <= PIECE + 2));
    }
}
