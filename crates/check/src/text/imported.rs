//! What findings about programmes of other programs say.

use nachlese_event::{
    Speech,
    problem::{Finding, clip},
    say,
};

/// Says what was not taken over, or not as it stands.
pub(super) fn message(finding: &Finding, speech: Speech) -> String {
    match finding {
        Finding::NotImported { field, count } => {
            let field = clip(field);
            say!(
                speech,
                "`{field}` wird nicht oder nicht ganz übernommen; Stellen: {count}",
                "`{field}` is not taken over, or not all of it; places: {count}"
            )
        }
        Finding::Assumed { field, value } => {
            let value = clip(value);
            say!(
                speech,
                "Die Datei sagt nichts über `{field}`; angenommen wird `{value}`",
                "the file does not tell `{field}`; `{value}` is assumed"
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
            "{count} of {total} entries not taken"
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
                "Zeichen, die nicht zu lesen sind: {count}; das erste in `{word}`",
                "letters that cannot be read: {count}; the first in `{word}`"
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
