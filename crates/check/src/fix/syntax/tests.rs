//! What makes JSON of a text, in tables.

use super::*;
use crate::fix::apply;

fn check(text: &str, expected: &str) {
    let edits = syntax(text).unwrap_or_else(|at| panic!("{text}: not at {at}"));
    let mended = apply(text, &edits);
    assert_eq!(mended, expected, "{text}");
    assert_eq!(syntax(&mended).unwrap(), [], "{text}");
}

#[test]
fn puts_commas_where_they_belong() {
    for (text, expected) in [
        ("{\"a\": 1,\n}", "{\"a\": 1\n}"),
        ("{\"a\": [1, 2,], \"b\": 2,}", "{\"a\": [1, 2], \"b\": 2}"),
        ("{\"a\": 1,, \"b\": 2}", "{\"a\": 1, \"b\": 2}"),
        ("{\"a\": 1,\n  ,\n\"b\": 2,,}", "{\"a\": 1,\n\"b\": 2}"),
        ("{, \"a\": 1}", "{ \"a\": 1}"),
        ("{\"a\": 1\n  \"b\": 2}", "{\"a\": 1,\n  \"b\": 2}"),
        (
            "{\"a\": [{} {}\t[] \"x\" [] 1 null]}",
            "{\"a\": [{}, {},\t[], \"x\", [], 1, null]}",
        ),
        ("{\"a\": \"x\" \"b\": 2}", "{\"a\": \"x\", \"b\": 2}"),
        ("{\"a\": 1},\r\n", "{\"a\": 1}\r\n"),
        ("{\"a\": \"1,, 2,]\"}", "{\"a\": \"1,, 2,]\"}"),
    ] {
        check(text, expected);
    }
}

#[test]
fn makes_quotation_marks_straight_that_are_json() {
    for (text, expected) in [
        ("{„id“: “a”, »b«: «c»}", "{\"id\": \"a\", \"b\": \"c\"}"),
        ("{„id\": „a\", \"b“: 1}", "{\"id\": \"a\", \"b\": 1}"),
        ("{\"id“: „a\"}", ""),
        (
            "{\"id\": \"KI“, \"b\": ‚x‘}",
            "{\"id\": \"KI\", \"b\": \"x\"}",
        ),
        ("{\"id\": \"KI“\n}", "{\"id\": \"KI\"\n}"),
        ("{“id” “a”}", ""),
        // Those within a text are the editor's.
        (
            "{\"t\": \"Was heißt „fair“, „gut“?\"}",
            "{\"t\": \"Was heißt „fair“, „gut“?\"}",
        ),
        (
            "{\"t\": „Was heißt „fair“, „gut“?“}",
            "{\"t\": \"Was heißt „fair“, „gut“?\"}",
        ),
        (
            "{\"t\": „Er sagte: „ja““, \"b\": 1}",
            "{\"t\": \"Er sagte: „ja“\", \"b\": 1}",
        ),
        (
            "{\"t\": “Say \"yes\", now”}",
            "{\"t\": \"Say \\\"yes\\\", now\"}",
        ),
        ("[„a“ „b“]", ""),
        ("[\"Say \"\"yes\"\" now\"]", ""),
        ("[\"Say \"1\" now\"]", ""),
        ("{\"t\": „ohne Ende\n}", ""),
    ] {
        if expected.is_empty() {
            assert!(syntax(text).is_err(), "{text}");
        } else {
            check(text, expected);
        }
    }
}

#[test]
fn keeps_comments_as_notes() {
    for (text, expected) in [
        (
            "{\n  // Ask Ada.\n  \"a\": 1 // really?\n}\n",
            "{\n  \"a\": 1,\n  \"editorialNotes\": [\n    \"Ask Ada.\",\n    \"a: really?\"\n  ]\n}\n",
        ),
        (
            "{\r\n\t\"talks\": [\r\n\t\t// one\r\n\t\t# two \"x\"\r\n\t\t{\"id\": 1 /* b */, \"c\": 2},\r\n\t],\r\n}",
            "{\r\n\t\"talks\": [\r\n\t\t{\"id\": 1, \"c\": 2}\r\n\t],\r\n\t\"editorialNotes\": [\r\n\t\t\"talks: one two \\\"x\\\"\",\r\n\t\t\"talks[0].id: b\"\r\n\t]\r\n}",
        ),
        ("{/* a */}", "{\"editorialNotes\": [\"a\"]}"),
        (
            "{\"a\": 1, \"editorialNotes\": []} // b",
            "{\"a\": 1, \"editorialNotes\": [\"b\"]}",
        ),
        (
            "{\n \"editorialNotes\": [\n  \"x\",\n ] // b\n}",
            "{\n \"editorialNotes\": [\n  \"x\",\n  \"editorialNotes: b\"\n ]\n}",
        ),
        (
            "{\"a\": \"http://x/#y\" ///\n}",
            "{\"a\": \"http://x/#y\"\n}",
        ),
    ] {
        check(text, expected);
    }
}

#[test]
fn leaves_to_people_what_could_be_anything() {
    for (text, place) in [
        ("{\"id\" \"a\"}", 6),
        ("{\"a\": }", 6),
        ("{\"a\": 1]", 7),
        ("{\"a\": 1", 7),
        ("{a: 1}", 1),
        ("{'a': 1}", 1),
        ("[1, 2]} ", 6),
        ("{\"a\": /* x", 6),
        ("{} {}", 3),
        // There is no place for the note.
        ("{\"editorialNotes\": \"x\" // y\n}", 19),
        ("[1] // y", 0),
        ("", 0),
    ] {
        assert_eq!(syntax(text), Err(place), "{text}");
    }
}
