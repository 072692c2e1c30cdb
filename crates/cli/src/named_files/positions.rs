//! The positions of recordings that statements, photos and slides name.

use nachlese_event::{Seconds, problem::JsonPath};
use nachlese_reader::json::Json;

/// A position in the recording of a talk, and where the event's file names it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Position<'a> {
    pub(super) talk: &'a str,
    pub(super) at: Seconds,
    pub(super) path: JsonPath,
}

/// The fields that have a position in the recording of the `talk` beside them.
const FIELDS: [&str; 2] = ["at", "coreMessageAt"];

/// Lists the positions of an event's file, in its order. Chapters are not among them.
pub(super) fn positions(json: &Json) -> Vec<Position<'_>> {
    let mut found = Vec::new();
    visit(json, &JsonPath::root(), None, &mut found);
    found
}

/// `own` is the talk that the value is a part of.
fn visit<'a>(
    value: &'a Json,
    path: &JsonPath,
    own: Option<&'a str>,
    found: &mut Vec<Position<'a>>,
) {
    match value {
        Json::List(items) => {
            for (at, item) in items.iter().enumerate() {
                visit(item, &path.index(at), own, found);
            }
        }
        Json::Object(fields) => {
            let named = match value.get("talk") {
                Some(Json::String(id)) => Some(id.as_str()),
                _ => None,
            };
            for (name, value) in fields {
                let path = path.field(name);
                let at = FIELDS.contains(&name.as_str()).then(|| position(value));
                if let (Some(talk), Some(Some(at))) = (named.or(own), at) {
                    found.push(Position { talk, at, path });
                } else if name == "talks" {
                    of_talks(value, &path, found);
                } else {
                    visit(value, &path, own, found);
                }
            }
        }
        _ => {}
    }
}

fn of_talks<'a>(talks: &'a Json, path: &JsonPath, found: &mut Vec<Position<'a>>) {
    let Json::List(talks) = talks else { return };
    for (at, talk) in talks.iter().enumerate() {
        let Some(Json::String(id)) = talk.get("id") else {
            continue;
        };
        for list in ["slides", "links"] {
            let Some(links) = talk.get(list) else {
                continue;
            };
            let path = path.index(at).field(list);
            visit(links, &path, Some(id), found);
        }
    }
}

/// A position as it is written: `"12:34"`, or a number of seconds.
pub(super) fn position(value: &Json) -> Option<Seconds> {
    match value {
        Json::String(text) => Seconds::parse_position(text.trim()).ok(),
        // Fractions are cut off, as the reader does.
        Json::Number(number) => {
            let whole = format!("{:.0}", number.trunc());
            whole.parse().ok().map(Seconds)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::document;

    use super::*;

    #[test]
    fn finds_positions_of_statements_photos_and_slides() {
        let text = r#"{
            "figure": {"photo": {"src": "a.jpg", "talk": "t", "at": "0:42"}},
            "talks": [
                {"id": "t", "slides": ["a.pdf", {"url": "b.pdf", "at": 65.9}], "recording": {
                    "chapters": [{"start": "9:00", "title": "A"}]}},
                {"slides": [{"url": "c.pdf", "at": "0:01"}]}],
            "sections": [
                {"type": "quote", "at": "0:05", "talk": "u"},
                {"type": "quote", "at": "0:05"},
                {"type": "panel", "talk": "t", "coreMessageAt": "1:06"},
                {"type": "gallery", "figures": [{"photo": {"talk": "v", "at": "bald"}},
                    {"photo": {"talk": "v", "at": -1}}, {"photo": {"talk": "v", "at": 7}}]}]}"#;
        let json = document(text).unwrap();
        let found = positions(&json).into_iter();
        let found: Vec<_> = found
            .map(|it| format!("{}: {} {}", it.path, it.talk, it.at))
            .collect();
        let expected = [
            "figure.photo.at: t 0:42",
            "talks[0].slides[1].at: t 1:05",
            "sections[0].at: u 0:05",
            "sections[2].coreMessageAt: t 1:06",
            "sections[3].figures[2].photo.at: v 0:07",
        ];
        assert_eq!(found, expected);
    }
}
