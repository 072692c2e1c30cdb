//! Why a file cannot be read as an event, in words for editors.

use nachlese_event::{Speech, problem::clip, say};
use nachlese_reader::text::parse_error;

use crate::import::ImportError;

/// Says what is wrong and what to do, in full sentences.
#[must_use]
pub fn import_error(error: &ImportError, speech: Speech) -> String {
    match error {
        ImportError::Parse(error) => parse_error(error, speech),
        ImportError::NoTitles { headings } => {
            let headings = clip(&headings.join("`, `"));
            say!(
                speech,
                "Das ist eine Tabelle, aber keine Spalte ist als Titel zu erkennen: `{headings}`. Nennen \
                 Sie die Spalte mit den Titeln `Titel`; bekannt sind auch `Datum`, `Beginn`, `Ende`, \
                 `Raum`, `Referenten`, `Beschreibung` und andere.",
                "This is a table, but none of its columns is known to have titles: `{headings}`. Call the \
                 column with the titles `Title`; `Date`, `Start`, `End`, `Room`, `Speakers`, \
                 `Description` and others are known, too."
            )
        }
        ImportError::OpenQuote { line, column } => say!(
            speech,
            "Das Anführungszeichen in Zeile {line}, Spalte {column} wird nie geschlossen, also wäre der \
             ganze Rest der Datei eine Zelle. Schließen Sie es, oder schreiben Sie `\"\"` für ein \
             Anführungszeichen im Text.",
            "The quotation mark in line {line}, column {column} is never closed, so the rest of the file \
             would be one cell. Close it, or write `\"\"` for a quotation mark within a text."
        ),
        ImportError::TooManyRows { most } => say!(
            speech,
            "Die Tabelle hat mehr als {most} Zeilen. So lang ist kein Programm; prüfen Sie, ob es die \
             richtige Datei ist.",
            "The table has more than {most} rows. No programme is that long; check whether this is the \
             right file."
        ),
    }
}
