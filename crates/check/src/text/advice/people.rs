//! What findings about people and their talks say.

use nachlese_event::{
    Speech,
    problem::{Advice, clip},
    say,
};

use crate::text::named;

/// Says what is wrong; nothing if the finding is about something else.
pub(super) fn message(advice: &Advice, speech: Speech) -> Option<String> {
    Some(match advice {
        Advice::RoleMissing {
            count: 1, first, ..
        } => {
            let name = clip(first.first().map_or("", |name| name));
            say!(
                speech,
                "Bei {name} steht nicht, in welcher Funktion die Person dabei war",
                "the role that {name} had at the event is not given"
            )
        }
        Advice::RoleMissing {
            count,
            total,
            first,
        } => {
            let names = named(first, *count, speech);
            say!(
                speech,
                "Bei {count} von {total} Personen steht nicht, in welcher Funktion sie dabei waren: {names}",
                "the role at the event is not given for {count} of {total} people: {names}"
            )
        }
        Advice::NameTwice { name, other, id } => {
            let (name, other, id) = (clip(name), clip(other), clip(id));
            if name == other {
                say!(
                    speech,
                    "„{name}“ steht zweimal in `people`; die andere Kennung ist `{id}`",
                    "“{name}” is in `people` twice; the other id is `{id}`"
                )
            } else {
                say!(
                    speech,
                    "„{name}“ ist vermutlich dieselbe Person wie „{other}“ (`{id}`), nur anders geschrieben",
                    "“{name}” is probably the same person as “{other}” (`{id}`), spelled in another way"
                )
            }
        }
        Advice::NamesAlike { name, other, id } => {
            let (name, other, id) = (clip(name), clip(other), clip(id));
            say!(
                speech,
                "„{name}“ und „{other}“ (`{id}`) unterscheiden sich nur in einem Buchstaben",
                "“{name}” and “{other}” (`{id}`) differ in one letter only"
            )
        }
        Advice::PersonRepeated { id } => {
            let id = clip(id);
            say!(
                speech,
                "`{id}` steht hier zweimal",
                "`{id}` is listed twice here"
            )
        }
        Advice::NameInQuote { name } => {
            let name = clip(name);
            say!(
                speech,
                "„{name}“ stünde doppelt da: im Zitat und darunter, wo die Seite den Namen selbst schreibt",
                "“{name}” would be shown twice: in the quote and below it, where the page writes the name itself"
            )
        }
        Advice::DoubleBooked { name, talk, time } => {
            let (name, talk) = (clip(name), clip(talk));
            say!(
                speech,
                "{name} ist zur selben Zeit bei „{talk}“ ({time}) eingetragen",
                "{name} is listed at the same time for “{talk}” ({time})"
            )
        }
        Advice::PanelWithoutPeople => say!(
            speech,
            "Auf diesem Podium sitzt niemand",
            "nobody sits on this panel"
        ),
        _ => return None,
    })
}

/// Says what to do; nothing if the finding is about something else.
pub(super) fn help(advice: &Advice, speech: Speech) -> Option<String> {
    let (german, english) = match advice {
        Advice::RoleMissing { .. } => (
            "Ergänzen Sie Amt oder Beruf am Tag der Veranstaltung, zum Beispiel `\"roleAtEvent\": \"IT-Referentin\"`.",
            "add the office or profession on the day of the event, for example `\"roleAtEvent\": \"Head of IT\"`.",
        ),
        Advice::NameTwice { id, .. } | Advice::NamesAlike { id, .. } => {
            let id = clip(id);
            return Some(say!(
                speech,
                "Ist es eine Person, behalten Sie einen Eintrag und schreiben Sie in den Programmpunkten `\"person\": \"{id}\"`. Sind es zwei, lassen Sie beide stehen.",
                "if it is one person, keep one entry and write `\"person\": \"{id}\"` in the talks. If they are two, leave both."
            ));
        }
        Advice::PersonRepeated { id } => {
            let id = clip(id);
            return Some(say!(
                speech,
                "Entfernen Sie einen der beiden Einträge; einmal genügt: `{{\"person\": \"{id}\"}}`.",
                "remove one of the two entries; once is enough: `{{\"person\": \"{id}\"}}`."
            ));
        }
        Advice::NameInQuote { .. } => (
            "Lassen Sie den Namen im Text weg: `\"text\": \"KI ist eine Chance.\", \"person\": \"laura-beispiel\"`.",
            "leave the name out of the text: `\"text\": \"AI is a chance.\", \"person\": \"laura-example\"`.",
        ),
        Advice::DoubleBooked { .. } => (
            "Prüfen Sie `start` und `duration` von beiden. Fiel einer aus: `\"status\": \"cancelled\"`.",
            "check `start` and `duration` of both. If one was cancelled: `\"status\": \"cancelled\"`.",
        ),
        Advice::PanelWithoutPeople => (
            "Tragen Sie ein, wer dabei war, zum Beispiel `\"people\": [{\"person\": \"laura-beispiel\", \"part\": \"panelist\"}]`.",
            "say who took part, for example `\"people\": [{\"person\": \"laura-example\", \"part\": \"panelist\"}]`.",
        ),
        _ => return None,
    };
    Some(speech.pick(german, english).to_owned())
}
