//! What findings and parse errors say, in words for editors.
//!
//! A message says what is wrong, with values in backticks. It has no full stop. A help says what
//! to do. English ones start in lower case, because they follow a path.

#[cfg(feature = "command")]
mod advice;
#[cfg(feature = "command")]
mod command;
mod encoding;
mod help;
mod imported;
mod item;
mod provider;
mod series;
mod slip;
mod synonyms;
mod time_zone;

pub use help::help;
pub use item::item;
pub use slip::slip;

use nachlese_event::{
    Speech, UnsafeHref,
    problem::{Finding, Severity, clip, thing},
    say,
};

/// Says what is wrong.
#[must_use]
pub fn message(finding: &Finding, speech: Speech) -> String {
    match finding {
        Finding::MissingField { field } => say!(
            speech,
            "Das Feld `{field}` fehlt",
            "the field `{field}` is missing"
        ),
        Finding::WrongType { expected, found } => {
            let (expected, found) = (thing(expected, speech), thing(found, speech));
            say!(
                speech,
                "Hier steht {found}, erwartet wird {expected}",
                "expected {expected}, found {found}"
            )
        }
        Finding::UnknownField { field, .. } => {
            let field = clip(field);
            say!(
                speech,
                "Das Format kennt kein Feld `{field}`",
                "the format has no field `{field}`"
            )
        }
        Finding::UnknownValue { value, .. } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` ist hier nicht erlaubt",
                "`{value}` is not allowed here"
            )
        }
        Finding::UnusualKind { value, .. } => {
            let value = clip(value);
            say!(
                speech,
                "Die Art `{value}` ist ungewöhnlich",
                "the kind `{value}` is unusual"
            )
        }
        Finding::UnknownPerson { id, .. } => say!(
            speech,
            "Niemand in `people` hat die Kennung `{id}`",
            "nobody in `people` has the id `{id}`"
        ),
        Finding::UnknownTalk { id, .. } => say!(
            speech,
            "Kein Programmpunkt in `talks` hat die Kennung `{id}`",
            "nothing in `talks` has the id `{id}`"
        ),
        Finding::DuplicateId { id, renamed } => match renamed {
            Some(renamed) => say!(
                speech,
                "Die Kennung `{id}` ist schon vergeben; dieser Eintrag bekommt `{renamed}`",
                "the id `{id}` is already taken; this entry gets `{renamed}`"
            ),
            None => say!(
                speech,
                "Die Kennung `{id}` ist schon vergeben; dieser Eintrag entfällt",
                "the id `{id}` is already taken; this entry is left out"
            ),
        },
        Finding::NotImported { .. }
        | Finding::NotAccepted { .. }
        | Finding::ItemsLost { .. }
        | Finding::NoItems
        | Finding::Assumed { .. }
        | Finding::GuessedEncoding { .. }
        | Finding::UnreadableLetters { .. } => imported::message(finding, speech),
        #[cfg(feature = "command")]
        Finding::Import(finding) => command::message(finding, speech),
        #[cfg(feature = "command")]
        Finding::Advice(advice) => advice::message(advice, speech),
        Finding::MissingTranslation { language } => say!(
            speech,
            "Der Text hat keine Fassung in der Sprache der Veranstaltung, `{language}`",
            "the text has no version in the event's language, `{language}`"
        ),
        Finding::RepeatedSection { kind } => say!(
            speech,
            "Einen Abschnitt `{kind}` gibt es schon; dieser entfällt",
            "there is already a section `{kind}`; this one is left out"
        ),
        Finding::LinkNotPossible => say!(
            speech,
            "Der Link in diesem Text geht verloren, wo der Text selbst ein Link oder ein Name ist",
            "the link in this text is lost where the text itself is a link or a name"
        ),
        Finding::PositionWithoutTalk => say!(
            speech,
            "Eine Stelle der Aufzeichnung ist genannt, aber nicht der Programmpunkt",
            "a position in a recording is given, but no talk"
        ),
        Finding::InvalidProviderId { .. }
        | Finding::AddressAsId { .. }
        | Finding::OtherProvider { .. } => provider::message(finding, speech),
        Finding::RuleNotFollowed { .. } | Finding::SeriesGoesOn { .. } => {
            series::message(finding, speech)
        }
        other => value_message(other, speech),
    }
}

/// Messages about single values, times and pictures.
fn value_message(finding: &Finding, speech: Speech) -> String {
    match finding {
        Finding::TooFewSynonyms | Finding::RepeatedSynonym { .. } => {
            synonyms::message(finding, speech)
        }
        // Not shortened, because it is a sentence for the reader of this message.
        Finding::EditorialNote { text } => {
            say!(speech, "Offene Notiz: {text}", "open note: {text}")
        }
        Finding::InvalidId { value } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` kann keine Kennung sein",
                "`{value}` cannot be an id"
            )
        }
        Finding::InvalidLanguage { value } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` ist kein Sprachkürzel",
                "`{value}` is not a language tag"
            )
        }
        Finding::InvalidDate { value } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` ist kein gültiges Datum und keine gültige Uhrzeit mit Datum",
                "`{value}` is not a valid date or local time"
            )
        }
        Finding::InvalidTime { value } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` ist weder eine Dauer noch eine Stelle",
                "`{value}` is neither a duration nor a position"
            )
        }
        Finding::UtcTime { value } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` ist in Weltzeit angegeben (Z); gezeigt wird die Uhrzeit, wie sie dasteht",
                "`{value}` is in universal time (Z); the time is shown as written"
            )
        }
        Finding::UnknownTimeZone { value, .. } => time_zone::unknown(&clip(value), speech),
        Finding::DoubtfulTimeZone { value, offset } => {
            time_zone::doubtful(&clip(value), offset, speech)
        }
        Finding::MixedOffsets { offset } => time_zone::mixed(offset, speech),
        Finding::UnsafeUrl { url, reason } => {
            let (url, reason) = (clip(url), unsafe_reason(*reason, speech));
            say!(
                speech,
                "Die Adresse `{url}` wird nicht übernommen: {reason}",
                "the address `{url}` is not used: {reason}"
            )
        }
        Finding::PhotoIncomplete { missing } => {
            let missing = quoted(missing);
            say!(
                speech,
                "Das Foto wird noch nicht gezeigt; es fehlt: {missing}",
                "the photo is not shown yet; missing: {missing}"
            )
        }
        Finding::ForeignPicture { host } => {
            let host = clip(host);
            say!(
                speech,
                "Das Bild liegt auf `{host}` und wird nicht geladen",
                "the picture is on `{host}` and is not loaded"
            )
        }
        Finding::EndsBeforeStart => say!(
            speech,
            "Das Ende liegt vor dem Anfang und entfällt",
            "the end is before the start and is left out"
        ),
        Finding::OutsideEvent => say!(
            speech,
            "Der Programmpunkt liegt außerhalb der Tage der Veranstaltung",
            "the talk is outside the event's days"
        ),
        Finding::MissingAlt => say!(
            speech,
            "Das Bild hat keinen Alternativtext",
            "the picture has no alternative text"
        ),
        // The compiler cannot know that all other findings are handled above.
        _ => say!(
            speech,
            "Die Aufzeichnung hat keine von Menschen geschriebenen Untertitel",
            "the recording has no captions written by people"
        ),
    }
}

/// How bad a finding is, in one word.
#[must_use]
pub fn severity(severity: Severity, speech: Speech) -> &'static str {
    match severity {
        Severity::Error => speech.pick("Fehler", "error"),
        Severity::Warning => speech.pick("Warnung", "warning"),
        Severity::Note => speech.pick("Notiz", "note"),
    }
}

fn unsafe_reason(reason: UnsafeHref, speech: Speech) -> String {
    match (speech, reason) {
        (Speech::English, reason) => reason.to_string(),
        (_, UnsafeHref::Empty) => "Sie ist leer".to_owned(),
        (_, UnsafeHref::Characters) => {
            "Sie enthält Leerzeichen, Steuerzeichen oder einen umgekehrten Schrägstrich".to_owned()
        }
        (_, UnsafeHref::Scheme) => {
            "Erlaubt sind nur https:, http:, mailto: und relative Adressen".to_owned()
        }
        (_, UnsafeHref::NoScheme) => "Sie beginnt mit `//`".to_owned(),
        (_, UnsafeHref::TooLong) => "Sie hat mehr als 2.000 Zeichen".to_owned(),
    }
}

/// `a`, `b` and so on.
pub(crate) fn quoted(words: &[&str]) -> String {
    format!("`{}`", words.join("`, `"))
}

/// The first of several names, and how many more there are.
#[cfg(feature = "command")]
pub(crate) fn named(first: &[String], count: usize, speech: Speech) -> String {
    let names: Vec<_> = first.iter().map(|name| clip(name)).collect();
    let names = names.join(", ");
    match count.saturating_sub(first.len()) {
        0 => names,
        more => say!(
            speech,
            "{names} und {more} weitere",
            "{names} and {more} more"
        ),
    }
}
