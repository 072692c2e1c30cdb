//! What findings and parse errors say, in words for editors.
//!
//! Messages say what is, values in backticks; helps say what to do. English ones start in lower
//! case, as they stand behind a path; messages have no full stop.

mod encoding;
mod help;
mod imported;
mod provider;
mod series;
mod synonyms;
mod time_zone;

pub use help::help;

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
                "there is {found} where {expected} belongs"
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
                "`{value}` ist hier kein erlaubtes Wort",
                "`{value}` is no word allowed here"
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
                "Die Kennung `{id}` ist schon vergeben; hier gilt `{renamed}`",
                "the id `{id}` is taken already; this one is shown as `{renamed}`"
            ),
            None => say!(
                speech,
                "Die Kennung `{id}` ist schon vergeben; dieser Eintrag entfällt",
                "the id `{id}` is taken already; this entry is left out"
            ),
        },
        Finding::NotImported { .. }
        | Finding::NotAccepted { .. }
        | Finding::ItemsLost { .. }
        | Finding::NoItems
        | Finding::Assumed { .. }
        | Finding::GuessedEncoding { .. }
        | Finding::UnreadableLetters { .. } => imported::message(finding, speech),
        // In full: it is a sentence for the reader of this message.
        Finding::EditorialNote { text } => {
            say!(speech, "Offene Notiz: {text}", "open note: {text}")
        }
        Finding::MissingTranslation { language } => say!(
            speech,
            "Der Text hat keine Fassung in der Sprache der Veranstaltung, `{language}`",
            "the text has no version in the event's language, `{language}`"
        ),
        Finding::RepeatedSection { kind } => say!(
            speech,
            "Ein zweiter Abschnitt `{kind}`; er entfällt",
            "a second section `{kind}`; it is left out"
        ),
        Finding::LinkNotPossible => say!(
            speech,
            "Der Link in diesem Text geht verloren, wo der Text selbst ein Link oder ein Name ist",
            "the link in this text is lost where the text itself is a link or a name"
        ),
        Finding::PositionWithoutTalk => say!(
            speech,
            "Eine Stelle der Aufzeichnung ist genannt, aber nicht der Programmpunkt",
            "a second of a recording is named, but not the talk"
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
                "`{value}` is no language tag"
            )
        }
        Finding::InvalidDate { value } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` ist kein Datum und keine Uhrzeit mit Datum, wie sie hier stehen muss",
                "`{value}` is not the date or local time that belongs here"
            )
        }
        Finding::InvalidTime { value } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` ist weder eine Dauer noch eine Stelle",
                "`{value}` is no length of time or position"
            )
        }
        Finding::UtcTime { value } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` steht in Weltzeit (Z); die Uhrzeit wird gezeigt, wie sie dasteht",
                "`{value}` is in universal time (Z); the clock time is shown as written"
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
                "the address `{url}` is not taken: {reason}"
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
                "the picture lies on `{host}` and is not loaded"
            )
        }
        Finding::EndsBeforeStart => say!(
            speech,
            "Das Ende liegt vor dem Anfang und entfällt",
            "the end lies before the start and is left out"
        ),
        Finding::OutsideEvent => say!(
            speech,
            "Der Programmpunkt liegt außerhalb der Tage der Veranstaltung",
            "the talk lies outside the event's days"
        ),
        Finding::MissingAlt => say!(
            speech,
            "Das Bild hat keinen Alternativtext",
            "the picture has no alternative text"
        ),
        // The compiler cannot see that all others have been dealt with.
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
            "Sie enthält Leerzeichen, Steuerzeichen oder einen Rückstrich".to_owned()
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
