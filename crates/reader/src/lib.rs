//! Reads JSON text as an event, and lists everything that is wrong with it.
//!
//! A defect costs only the part that it is in: a bad field is left out of its object, an object
//! without its required fields is left out of its list, and each time a [`Problem`] says so.
//! Written by hand instead of derived, because serde stops at the first defect.
//!
//! Entry points: [`parse`] for an event's text, [`own::read_own`] for a text that may be a file of
//! another program. Both read through a [`cursor`]: a value with its place in the file. The
//! feature `advice` adds what only editors want to know; the page leaves it off.

mod advice;
pub mod context;
pub mod cursor;
pub mod encoding;
mod error;
mod event;
mod figure;
pub mod fingerprint;
pub mod ids;
pub mod json;
mod link;
mod near;
mod organisation;
pub mod own;
mod person;
mod pieces;
mod playlist;
pub mod provider;
mod recording;
mod reference;
mod rules;
pub mod scalar;
mod section;
mod talk;
pub mod text;
pub mod time;

pub use context::MOST_PROBLEMS;
pub use error::ParseError;
pub use event::check;
pub use pieces::PieceReader;
pub use time::civil_date;

use nachlese_event::{Event, problem::Problem};

use self::{context::Context, cursor::Node, event::Before, ids::Ids, json::Json};

/// Reads an event.
///
/// Paths of the findings are those of the file. Findings come in the order in which the parts
/// are read, missing references last. There are at most 10,000.
///
/// # Errors
/// [`ParseError`] if the text is not an event, so that there is nothing to show.
pub fn parse(text: &str) -> Result<(Event, Vec<Problem>), ParseError> {
    event_of(&document(text)?)
}

/// Reads the JSON of a file.
///
/// # Errors
/// [`ParseError`] if it is not JSON.
pub fn document(text: &str) -> Result<Json, ParseError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Blank lines stay, so that lines and columns are those of the file.
    let start = text.trim_start();
    if start.is_empty() {
        return Err(ParseError::Empty);
    }
    if start.starts_with('<') {
        return Err(ParseError::Html);
    }
    serde_json::from_str(text).map_err(|cause| not_json(text, &cause))
}

/// Reads an event from its JSON.
///
/// # Errors
/// [`ParseError`] if the JSON is not an event.
pub fn event_of(json: &Json) -> Result<(Event, Vec<Problem>), ParseError> {
    check(json)?;
    let before = Before {
        ids: Ids::reserve(json),
        ..Before::default()
    };
    finish(json, |node| event::event(node, before))
}

fn finish(
    json: &Json,
    read: impl FnOnce(Node<'_>) -> Option<Event>,
) -> Result<(Event, Vec<Problem>), ParseError> {
    let context = Context::default();
    let found = json.kind();
    let event = read(Node::root(json, &context)).ok_or(ParseError::NotAnEvent { found })?;
    let references = context.take_references();
    context.check(|out| rules::references(&event, &references, out));
    Ok((event, context.into_problems()))
}

fn not_json(text: &str, error: &serde_json::Error) -> ParseError {
    let (line, column) = place(text, error.line(), error.column());
    if error.is_eof() {
        return ParseError::Truncated { line, column };
    }
    ParseError::NotJson { line, column }
}

/// The place of a byte of a line, in characters. A line break belongs to the line before it.
fn place(text: &str, line: usize, byte: usize) -> (usize, usize) {
    let line = if byte == 0 { line.max(2) - 1 } else { line };
    let found = text.split('\n').nth(line - 1).unwrap_or_default();
    let until = if byte == 0 { found.len() + 1 } else { byte };
    let before = found.char_indices().filter(|(at, _)| at + 1 < until);
    (line, before.count() + 1)
}

#[cfg(test)]
mod tests {
    use nachlese_event::{LanguageTag, Seconds, When};

    use super::*;

    /// Reads an event with these fields; the findings as `code path`.
    fn check(fields: &str) -> (Event, Vec<String>) {
        let start = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T""#;
        let (event, problems) = parse(&format!("{start}, {fields}}}")).unwrap();
        let found = problems.iter().map(|p| format!("{} {}", p.code(), p.path));
        (event, found.collect())
    }

    #[test]
    fn replaces_what_the_head_lacks() {
        let (event, problems) = parse(r#"{"title": {"en": "T"}, "id": "a b"}"#).unwrap();
        assert_eq!(event.id.as_str(), "event");
        assert_eq!(event.language, LanguageTag::english());
        let codes: Vec<_> = problems.iter().map(Problem::code).collect();
        assert_eq!(codes, ["missing-field", "missing-field", "invalid-id"]);

        let (event, _) = parse(r#"{"talks": [], "id": "x"}"#).unwrap();
        assert_eq!(event.title.in_event_language(&event.language), "x");
        assert_eq!(event.language, LanguageTag::german());
    }

    #[test]
    fn takes_the_version_as_text_with_a_finding() {
        let (_, problems) = parse(r#"{"schemaVersion": "1", "title": "T"}"#).unwrap();
        assert_eq!(problems[0].code(), "wrong-type");
        let too_new = parse(r#"{"schemaVersion": "2", "title": "T"}"#);
        assert_eq!(too_new.unwrap_err(), ParseError::TooNew { version: 2 });
        let (_, problems) = parse(r#"{"schemaVersion": 0, "title": "T"}"#).unwrap();
        assert_eq!(problems[0].code(), "unknown-value");
    }

    #[test]
    fn null_and_blank_texts_count_as_absent() {
        let (event, found) = check(r#""motto": " ", "venue": null, "links": [null, ""]"#);
        assert!(event.motto.is_none() && event.venue.is_none() && event.links.is_empty());
        assert_eq!(found, Vec::<String>::new());
        let (_, found) = check(r#""people": [{"id": "a", "name": ""}]"#);
        assert_eq!(found, ["missing-field people[0]"]);
    }

    #[test]
    fn never_shifts_a_time() {
        for (fields, days, expected) in [
            (r#""date": "2024-06-07""#, "2024-06-07–2024-06-07", &[][..]),
            (
                r#""start": "2024-06-07T23:30:00+02:00", "end": "2024-06-08T01:00""#,
                "2024-06-07–2024-06-08",
                &[],
            ),
            (
                r#""start": "2024-06-07T23:30Z""#,
                "2024-06-07–2024-06-07",
                &["utc-time start"],
            ),
            (
                r#""start": "2024-06-07", "end": "2024-06-09""#,
                "2024-06-07–2024-06-09",
                &[],
            ),
            (
                r#""start": "2024-06-07", "end": "2024-06-06""#,
                "2024-06-07–2024-06-07",
                &["ends-before-start end"],
            ),
            (
                r#""start": "2024-06-07T09:00", "end": "2024-06-08""#,
                "2024-06-07–2024-06-08",
                &["wrong-type end"],
            ),
        ] {
            let (event, found) = check(fields);
            let when = event.when.unwrap();
            assert_eq!(format!("{}–{}", when.first_day(), when.last_day()), days);
            assert_eq!(found, expected, "{fields}");
        }
        let (event, _) = check(r#""start": "2024-06-07T23:30Z""#);
        assert!(matches!(event.when, Some(When::Clock { start, .. }) if start.hour() == 23));
    }

    #[test]
    fn a_talk_without_id_gets_one_of_its_title() {
        let (event, found) = check(
            r#""talks": [{"kind": "talk", "topic": "Gärten"}, {"kind": "talk"},
                         {"id": "gaerten", "title": "X", "duration": 20}]"#,
        );
        let ids: Vec<_> = event.talks.iter().map(|talk| talk.id.as_str()).collect();
        assert_eq!(ids, ["gaerten-2", "gaerten"]);
        assert_eq!(event.talks[1].duration, Some(Seconds(1_200)));
        assert_eq!(
            found,
            [
                "missing-field talks[0]",
                "missing-field talks[1]",
                "missing-field talks[2]"
            ]
        );
    }

    #[test]
    fn talks_and_sections_share_their_ids() {
        let (event, found) = check(
            r#""talks": [{"id": "panel", "kind": "panel", "title": "P"}],
               "sections": [{"type": "panel", "id": "panel", "talk": "panel"}]"#,
        );
        assert_eq!(event.sections[0].id.as_str(), "panel-2");
        assert_eq!(found, ["duplicate-id sections[0].id"]);
    }

    #[test]
    fn a_bad_field_costs_only_itself() {
        let (event, found) = check(
            r#""talks": [{"id": "a", "kind": "talk", "title": "A", "start": "9:00", "colour": 1,
                          "recording": {"status": "relesed", "sources": [{"provider": "youtube", "id": "x"}]},
                          "people": [{"person": "nobody"}], "links": [{"label": "L", "url": "data:x"}]}],
               "sections": [{"type": "film"}, {"type": "quote", "text": "Q", "at": 5},
                            {"type": "text", "seats": []}, {"type": "figure", "figure": ""}]"#,
        );
        assert_eq!((event.talks.len(), event.sections.len()), (1, 2));
        assert_eq!(
            found,
            [
                "invalid-date talks[0].start",
                "unknown-value talks[0].recording.status",
                "invalid-provider-id talks[0].recording.sources[0].id",
                "unsafe-url talks[0].links[0].url",
                "unknown-field talks[0].colour",
                "missing-field sections[0]",
                "position-without-talk sections[1].at",
                "unknown-field sections[2].seats",
                "missing-field sections[3]",
                "unknown-person talks[0].people[0].person",
            ]
        );
    }

    #[test]
    fn tells_a_map_of_languages_from_an_object() {
        let (event, found) = check(
            r#""venue": {"de": "Rathaus", "en": "City hall"},
               "host": {"name": "Stadt", "url": "https://city.example"},
               "title": {"en": "T"}"#,
        );
        assert_eq!(event.venue.unwrap().name.variants().count(), 2);
        assert_eq!(
            event.host.unwrap().url.unwrap().host(),
            Some("city.example")
        );
        assert_eq!(found, ["missing-translation title"]);
    }

    #[test]
    fn a_talk_may_be_in_the_language_spoken() {
        let (_, found) = check(
            r#""date": "2024-06-07",
               "talks": [{"id": "a", "kind": "talk", "language": "en", "title": {"en": "A"},
                          "start": "2024-06-07T23:00", "duration": "01:00"},
                         {"id": "b", "kind": "talk", "title": {"en": "B"}, "start": "2024-06-06T09:00"}]"#,
        );
        assert_eq!(
            found,
            [
                "missing-translation talks[1].title",
                "outside-event talks[1].start"
            ]
        );
    }
}
