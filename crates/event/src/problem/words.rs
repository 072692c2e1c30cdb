//! How sentences about a file name its values.

use crate::Speech;

/// The word for a type of value, with its article.
#[must_use]
pub fn thing(word: &str, speech: Speech) -> &str {
    let (german, english) = match word {
        "text" => ("ein Text", "a text"),
        "list" => ("eine Liste", "a list"),
        "object" => ("ein Objekt", "an object"),
        "number" => ("eine Zahl", "a number"),
        "whole number" => (
            "eine ganze Zahl ohne Anführungszeichen",
            "a whole number without quotes",
        ),
        "true or false" => ("`true` oder `false`", "`true` or `false`"),
        "time" => ("eine Zeit", "a time"),
        "date" => ("ein Datum", "a date"),
        "date and time" => ("ein Datum mit Uhrzeit", "a date with a clock time"),
        "null" => ("`null`", "`null`"),
        other => (other, other),
    };
    speech.pick(german, english)
}

/// The beginning of a value. Values may be megabytes long.
#[must_use]
pub fn clip(value: &str) -> String {
    match value.char_indices().nth(120) {
        Some((end, _)) => format!("{}…", &value[..end]),
        None => value.to_owned(),
    }
}
