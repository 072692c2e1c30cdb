//! Examples to copy: what a field or a value looks like.

use nachlese_event::Speech;

/// A field with a value. Nothing for fields that contain a whole part.
pub(super) fn field(name: &str, speech: Speech) -> Option<&'static str> {
    Some(match name {
        "schemaVersion" => "\"schemaVersion\": 1",
        "id" => speech.pick("\"id\": \"begruessung\"", "\"id\": \"welcome\""),
        "language" => speech.pick("\"language\": \"de\"", "\"language\": \"en\""),
        "title" => speech.pick("\"title\": \"Begrüßung\"", "\"title\": \"Welcome\""),
        "name" => speech.pick("\"name\": \"Vera Beispiel\"", "\"name\": \"Vera Example\""),
        "kind" => "\"kind\": \"talk\"",
        "type" => "\"type\": \"text\"",
        "person" => speech.pick(
            "\"person\": \"vera-beispiel\"",
            "\"person\": \"vera-example\"",
        ),
        "talk" => speech.pick("\"talk\": \"begruessung\"", "\"talk\": \"welcome\""),
        "text" => speech.pick("\"text\": \"Ein Satz.\"", "\"text\": \"A sentence.\""),
        "label" => speech.pick(
            "\"label\": \"Antrag im Stadtrat\"",
            "\"label\": \"The motion\"",
        ),
        "url" => speech.pick(
            "\"url\": \"https://example.org/antrag.pdf\"",
            "\"url\": \"https://example.org/motion.pdf\"",
        ),
        "src" => speech.pick(
            "\"src\": \"photos/buehne.jpg\"",
            "\"src\": \"photos/stage.jpg\"",
        ),
        "ref" => "\"ref\": \"panel\"",
        "start" => "\"start\": \"12:34\"",
        "DTSTART" => "DTSTART:20240607T090000",
        "count" => "\"count\": 100",
        "value" => speech.pick("\"value\": \"3 Stunden\"", "\"value\": \"3 hours\""),
        "provider" => "\"provider\": \"youtube\"",
        _ => return None,
    })
}

/// A value of a type.
pub(super) fn value(expected: &str, speech: Speech) -> Option<&'static str> {
    Some(match expected {
        "text" => speech.pick("\"Begrüßung\"", "\"Welcome\""),
        "list" => speech.pick("[\"Ethik\", \"Praxis\"]", "[\"ethics\", \"practice\"]"),
        "number" | "whole number" => "100",
        "true or false" => "true",
        "date" => "\"2024-06-07\"",
        "date and time" => "\"2024-06-07T09:00\"",
        "time" => "\"12:34\"",
        _ => return None,
    })
}
