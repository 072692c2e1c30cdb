//! The merged file is the edited one, but for what the merge did.

use crate::support::merged;

const LAST: &str = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", "talks": [
  {"id": "a", "kind": "talk", "title": "A"}, {"id": "b", "kind": "talk", "title": "B"}]}"#;
const SOURCE: &str = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T2", "timeZone": "Europe/Berlin", "talks": [
  {"id": "a", "kind": "talk", "title": "A", "tags": ["x", "y"], "room": "R"},
  {"id": "n", "kind": "talk", "title": "N", "people": [{"person": "ada", "part": "speaker"}]},
  {"id": "b", "kind": "talk", "title": "B"}], "people": [{"id": "ada", "name": "Ada \"X\""}]}"#;

#[test]
fn every_layout_stays() {
    let cases = [
        (
            // By hand, with tabs and blanks in odd places.
            "{\n\t\"schemaVersion\":1 , \"id\" : \"e\",\n\n\t\"title\": \"T\",\n\t\"language\": \"de\",\n\t\"talks\": [\n\t\t{\"id\": \"a\", \"kind\": \"talk\", \"title\": \"A\"},\n\t\t{ \"title\" :\t\"own\", \"id\": \"b\", \"kind\": \"talk\" }\n\t]\n}\n\n",
            "{\n\t\"schemaVersion\":1 , \"id\" : \"e\",\n\n\t\"title\": \"T2\",\n\t\"timeZone\": \"Europe/Berlin\",\n\t\"people\": [\n\t\t{\n\t\t\t\"id\": \"ada\",\n\t\t\t\"name\": \"Ada \\\"X\\\"\"\n\t\t}\n\t],\n\t\"language\": \"de\",\n\t\"talks\": [\n\t\t{\"id\": \"a\", \"kind\": \"talk\", \"title\": \"A\", \"tags\": [\"x\", \"y\"], \"room\": \"R\"},\n\t\t{\n\t\t\t\"id\": \"n\",\n\t\t\t\"kind\": \"talk\",\n\t\t\t\"title\": \"N\",\n\t\t\t\"people\": [\n\t\t\t\t{\n\t\t\t\t\t\"person\": \"ada\",\n\t\t\t\t\t\"part\": \"speaker\"\n\t\t\t\t}\n\t\t\t]\n\t\t},\n\t\t{ \"title\" :\t\"own\", \"id\": \"b\", \"kind\": \"talk\" }\n\t]\n}\n\n",
        ),
        (
            // On one line.
            r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", "talks": [{"id": "a", "kind": "talk", "title": "A"}, {"id": "b", "kind": "talk", "title": "B"}]}"#,
            r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T2", "timeZone": "Europe/Berlin", "people": [{"id": "ada", "name": "Ada \"X\""}], "talks": [{"id": "a", "kind": "talk", "title": "A", "tags": ["x", "y"], "room": "R"}, {"id": "n", "kind": "talk", "title": "N", "people": [{"person": "ada", "part": "speaker"}]}, {"id": "b", "kind": "talk", "title": "B"}]}"#,
        ),
    ];
    for (edited, expected) in cases {
        let merged = merged(LAST, SOURCE, edited);
        assert_eq!(merged.text, expected);
        let marked = crate::support::merged(LAST, SOURCE, &format!("\u{feff}{edited}"));
        assert_eq!(marked.text, format!("\u{feff}{expected}"));
    }
}

#[test]
fn what_goes_takes_its_comma_along() {
    let list = |tags: &str| {
        format!(
            "{{\n  \"schemaVersion\": 1, \"id\": \"e\", \"language\": \"de\", \"title\": \"T\",\n  \"talks\": [{{\"id\": \"a\", \"kind\": \"talk\", \"title\": \"A\",\n    \"tags\": [{tags}]\n  }}]\n}}"
        )
    };
    for (last, source, edited, expected) in [
        (
            "\"a\",\"b\",\"c\"",
            "\"b\",\"c\"",
            "\"a\",\"b\",\"c\"",
            "\"b\",\"c\"",
        ),
        (
            "\"a\", \"b\", \"c\"",
            "\"a\", \"c\"",
            "\"a\", \"b\", \"c\"",
            "\"a\", \"c\"",
        ),
        ("\"a\", \"b\"", "\"a\"", "\n \"a\",\n \"b\"\n", "\n \"a\"\n"),
        ("\"a\"", "\"a\", \"b\"", "\n \"a\"\n", "\n \"a\",\n \"b\"\n"),
    ] {
        let merged = merged(&list(last), &list(source), &list(edited));
        assert_eq!(merged.text, list(expected));
    }
}
