//! What findings about imported programmes say.

use nachlese_event::{
    Speech,
    problem::{Finding, clip},
    say,
};

/// Says what was not imported, or was changed.
pub(super) fn message(finding: &Finding, speech: Speech) -> String {
    match finding {
        Finding::NotImported { field, count } => {
            let field = clip(field);
            say!(
                speech,
                "`{field}` wird nicht oder nicht ganz übernommen; Stellen: {count}",
                "`{field}` is not imported, or not completely; places: {count}"
            )
        }
        Finding::Assumed { field, value } => {
            let value = clip(value);
            say!(
                speech,
                "Die Datei sagt nichts über `{field}`; angenommen wird `{value}`",
                "the file says nothing about `{field}`; `{value}` is assumed"
            )
        }
        Finding::NotAccepted { count, states } => {
            let states = clip(states);
            say!(
                speech,
                "Nicht angenommene Einträge bleiben weg: {count} ({states})",
                "entries that were not accepted are left out: {count} ({states})"
            )
        }
        Finding::ItemsLost { count, total } => say!(
            speech,
            "{count} von {total} Einträgen nicht übernommen",
            "{count} of {total} entries not imported"
        ),
        Finding::NoItems => say!(
            speech,
            "Das Programm hat keine Einträge",
            "the programme has no entries"
        ),
        Finding::UnreadableLetters { count, word } => {
            let word = clip(word);
            say!(
                speech,
                "Nicht lesbare Zeichen: {count}; das erste in `{word}`",
                "unreadable characters: {count}; the first in `{word}`"
            )
        }
        Finding::GuessedEncoding { encoding } => say!(
            speech,
            "Die Kodierung der Datei ist geraten: `{encoding}`",
            "the encoding of the file is a guess: `{encoding}`"
        ),
        _ => String::new(),
    }
}
