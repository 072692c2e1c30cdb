//! Talks and people are found by what they are, whatever ids and positions they have.

use crate::support::{all_said, event, merged, with};

fn talks(talks: &[&str]) -> String {
    let talks = talks
        .iter()
        .map(|fields| format!(r#"{{"kind": "talk", {fields}}}"#));
    with(&format!(
        r#""talks": [{}]"#,
        talks.collect::<Vec<_>>().join(", ")
    ))
}

#[test]
fn a_talk_keeps_the_id_that_it_has_here() {
    let at = r#""start": "2026-03-04T09:00:00""#;
    for (last, source, edited, expected) in [
        // The editor gave it a better one.
        (
            r#""id": "5034", "guid": "g", "title": "A""#,
            r#""id": "5034", "guid": "g", "title": "B""#,
            r#""id": "opening", "guid": "g", "title": "A""#,
            r#""id": "opening", "guid": "g", "title": "B""#,
        ),
        // The source changed its own.
        (
            r#""id": "old-title", "guid": "g", "title": "A""#,
            r#""id": "new-title", "guid": "g", "title": "B""#,
            r#""id": "old-title", "guid": "g", "title": "A""#,
            r#""id": "old-title", "guid": "g", "title": "B""#,
        ),
        // Both.
        (
            r#""id": "old-title", "guid": "g", "title": "A""#,
            r#""id": "new-title", "guid": "g", "title": "B""#,
            r#""id": "own", "guid": "g", "title": "A""#,
            r#""id": "own", "guid": "g", "title": "B""#,
        ),
        // Without a guid, title and start say which it is.
        (
            &format!(r#""id": "1", "title": "A", {at}"#),
            &format!(r#""id": "1", "title": "A", {at}, "room": "R""#),
            &format!(r#""id": "own", "title": "A", {at}"#),
            &format!(r#""id": "own", "title": "A", {at}, "room": "R""#),
        ),
        // New guids for the same ids.
        (
            r#""id": "a", "guid": "g1", "title": "A""#,
            r#""id": "a", "guid": "g2", "title": "A""#,
            r#""id": "a", "guid": "g1", "title": "own""#,
            r#""id": "a", "guid": "g2", "title": "own""#,
        ),
    ] {
        let [last, source, edited, expected] =
            [last, source, edited, expected].map(|it| talks(&[it]));
        assert_eq!(merged(&last, &source, &edited).text, expected);
    }
}

#[test]
fn two_talks_never_get_one_id() {
    let last = talks(&[r#""id": "a", "guid": "g1", "title": "A""#]);
    let source = talks(&[
        r#""id": "a", "guid": "g2", "title": "New""#,
        r#""id": "a-old", "guid": "g1", "title": "A""#,
    ]);
    let first = merged(&last, &source, &last);
    let ids = |text: &str| -> Vec<_> {
        let talks = event(text).talks.into_iter();
        talks
            .map(|talk| (talk.id.to_string(), talk.guid.unwrap()))
            .collect()
    };
    let expected = [("a-2", "g2"), ("a", "g1")].map(|(id, guid)| (id.to_owned(), guid.to_owned()));
    assert_eq!(ids(&first.text), expected);
    let again = merged(&source, &source, &first.text);
    assert_eq!((again.text, again.changes.len()), (first.text, 0));
}

#[test]
fn people_are_found_by_id_and_else_by_name() {
    let people = |id: &str, name: &str, more: &str| {
        with(&format!(
            r#""people": [{{"id": "{id}", "name": "{name}"{more}}}],
               "talks": [{{"id": "a", "kind": "talk", "title": "A", "people": [{{"person": "{id}", "part": "speaker"}}]}}]"#
        ))
    };
    let role = r#", "roleAtEvent": "Chair""#;
    for (last, source, edited, expected) in [
        // The editor gave her a better id.
        (
            people("17", "Ada", ""),
            people("17", "Ada", role),
            people("ada", "Ada", ""),
            people("ada", "Ada", role),
        ),
        // The source corrects a name.
        (
            people("17", "Ada", ""),
            people("17", "Ada B.", ""),
            people("17", "Ada", role),
            people("17", "Ada B.", role),
        ),
        // The source changed its ids.
        (
            people("17", "Ada", ""),
            people("x9", "Ada", role),
            people("17", "Ada", ""),
            people("17", "Ada", role),
        ),
    ] {
        let merged = merged(&last, &source, &edited);
        assert_eq!(merged.text, expected);
        assert_eq!(merged.changes.len(), 1, "{:?}", all_said(&merged));
    }
}

#[test]
fn a_new_talk_has_the_people_as_they_are_called_here() {
    let edited = with(
        r#""people": [{"id": "ada", "name": "Ada"}], "talks": [{"id": "a", "kind": "talk", "title": "A", "people": [{"person": "ada", "part": "speaker"}]}]"#,
    );
    let last = edited.replace("\"ada\"", "\"17\"");
    let new = r#"{"id": "b", "kind": "talk", "title": "B", "people": [{"person": "17", "part": "speaker"}]}"#;
    let source = last.replace("}]}]", &format!("}}]}}, {new}]"));
    let merged = event(&merged(&last, &source, &edited).text);
    assert_eq!(merged.talks[1].people[0].person.as_str(), "ada");
    assert_eq!(merged.people.len(), 1);
}
