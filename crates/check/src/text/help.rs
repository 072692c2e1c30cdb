//! What to do about a finding.

mod example;

use nachlese_event::{Speech, problem::Finding, say};

use super::{encoding, quoted, series, synonyms, time_zone};

/// Says what to do, with a suggestion if there is a near miss.
#[must_use]
pub fn help(finding: &Finding, speech: Speech) -> String {
    match finding {
        Finding::MissingField { field } => missing_field(field, speech),
        Finding::WrongType { expected, .. } => wrong_type(expected, speech),
        Finding::UnknownField { suggestion, .. } => meant(
            suggestion.as_deref(),
            speech,
            match suggestion {
                Some(_) => say!(
                    speech,
                    "Sonst entfernen Sie das Feld.",
                    "otherwise remove the field."
                ),
                None => say!(speech, "Entfernen Sie das Feld.", "remove the field."),
            },
        ),
        Finding::UnknownValue {
            allowed,
            suggestion,
            ..
        } => {
            let allowed = quoted(allowed);
            let otherwise = say!(speech, "Erlaubt: {allowed}.", "allowed: {allowed}.");
            meant(suggestion.as_deref(), speech, otherwise)
        }
        Finding::UnusualKind { suggestion, .. } => meant(
            Some(suggestion),
            speech,
            say!(
                speech,
                "Sonst lassen Sie das Wort, wie es ist.",
                "otherwise leave the word as it is."
            ),
        ),
        Finding::UnknownPerson { id, suggestion } => meant(
            suggestion.as_deref(),
            speech,
            match suggestion {
                Some(_) => say!(
                    speech,
                    "Sonst tragen Sie die Person in `people` ein: `{{\"id\": \"{id}\", \"name\": \"…\"}}`.",
                    "otherwise add the person to `people`: `{{\"id\": \"{id}\", \"name\": \"…\"}}`."
                ),
                None => say!(
                    speech,
                    "Tragen Sie die Person in `people` ein: `{{\"id\": \"{id}\", \"name\": \"…\"}}`.",
                    "add the person to `people`: `{{\"id\": \"{id}\", \"name\": \"…\"}}`."
                ),
            },
        ),
        Finding::UnknownTalk { suggestion, .. } => meant(
            suggestion.as_deref(),
            speech,
            match suggestion {
                Some(_) => say!(
                    speech,
                    "Sonst tragen Sie den Programmpunkt in `talks` ein.",
                    "otherwise add the talk to `talks`."
                ),
                None => say!(
                    speech,
                    "Tragen Sie den Programmpunkt in `talks` ein.",
                    "add the talk to `talks`."
                ),
            },
        ),
        Finding::UnknownTimeZone { suggestion, .. } => meant(
            suggestion.as_deref(),
            speech,
            time_zone::unknown_help(speech),
        ),
        Finding::DoubtfulTimeZone { .. } | Finding::MixedOffsets { .. } => {
            time_zone::check_help(speech)
        }
        Finding::MissingTranslation { language } => say!(
            speech,
            "Ergänzen Sie den Text für `{language}`: `{{\"{language}\": \"…\"}}`.",
            "add the text for `{language}`: `{{\"{language}\": \"…\"}}`."
        ),
        Finding::PhotoIncomplete { missing } if *missing == ["rightsCleared"] => say!(
            speech,
            "Setzen Sie `rightsCleared` auf `true`, sobald alle zugestimmt haben.",
            "set `rightsCleared` to `true` once everybody has agreed."
        ),
        Finding::RuleNotFollowed { .. } | Finding::SeriesGoesOn { .. } => {
            series::help(finding, speech).to_owned()
        }
        other => otherwise(other, speech),
    }
}

fn missing_field(field: &str, speech: Speech) -> String {
    if field == "illustration" {
        return say!(
            speech,
            "Ein Bild braucht ein `photo` oder eine `illustration`.",
            "a picture needs a `photo` or an `illustration`."
        );
    }
    match example::field(field, speech) {
        Some(example) => say!(
            speech,
            "Ergänzen Sie `{field}`, zum Beispiel `{example}`.",
            "add `{field}`, for example `{example}`."
        ),
        None => say!(speech, "Ergänzen Sie `{field}`.", "add `{field}`."),
    }
}

fn wrong_type(expected: &str, speech: Speech) -> String {
    match example::value(expected, speech) {
        Some(example) => say!(
            speech,
            "Ändern Sie den Wert, zum Beispiel in `{example}`. Achten Sie auf Klammern und Anführungszeichen.",
            "change the value, for example to `{example}`. Check its brackets and quotation marks too."
        ),
        None => say!(
            speech,
            "Ändern Sie den Wert. Achten Sie auch auf Klammern und Anführungszeichen.",
            "change the value. Check its brackets and quotation marks too."
        ),
    }
}

fn otherwise(finding: &Finding, speech: Speech) -> String {
    #[cfg(feature = "command")]
    if let Finding::Import(finding) = finding {
        return super::command::help(finding, speech);
    }
    #[cfg(feature = "command")]
    if let Finding::Advice(advice) = finding {
        return super::advice::help(advice, speech);
    }
    fixed(finding, speech).to_owned()
}

fn meant(suggestion: Option<&str>, speech: Speech, otherwise: String) -> String {
    match suggestion {
        Some(word) => {
            let capital = capitalise(&otherwise);
            say!(
                speech,
                "Meinten Sie `{word}`? {capital}",
                "did you mean `{word}`? {capital}"
            )
        }
        None => otherwise,
    }
}

fn capitalise(sentence: &str) -> String {
    let mut chars = sentence.chars();
    let first = chars.next().map(|c| c.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

/// What an id may be, in German and English.
const INVALID_ID: (&str, &str) = (
    "Verwenden Sie nur Buchstaben, Ziffern, `-`, `_` und `.`, höchstens 100 Zeichen. Was ein \
     Ordner wird, endet auf keinen Punkt und heißt nicht wie ein Gerät unter Windows, etwa \
     `con` oder `nul`.",
    "use only letters, digits, `-`, `_` and `.`, at most 100 characters. What becomes a \
     folder does not end in a dot and is not called like a device on Windows, such as `con` \
     or `nul`.",
);

/// Helps that contain no value.
fn fixed(finding: &Finding, speech: Speech) -> &'static str {
    let (german, english) = match finding {
        Finding::DuplicateId { .. } => (
            "Geben Sie einem von beiden eine andere Kennung.",
            "give one of the two a different id.",
        ),
        Finding::InvalidId { .. } => INVALID_ID,
        Finding::InvalidLanguage { .. } => (
            "Ein Sprachkürzel sieht aus wie `de`, `en-GB` oder `de-x-easy`.",
            "a language tag looks like `de`, `en-GB` or `de-x-easy`.",
        ),
        Finding::InvalidDate { .. } => (
            "Schreiben Sie `2024-06-07` oder, mit Uhrzeit, `2024-06-07T09:00`.",
            "write `2024-06-07` or, with a time, `2024-06-07T09:00`.",
        ),
        Finding::InvalidTime { .. } => (
            "Eine Dauer sieht aus wie `PT45M` oder `00:45`, eine Stelle wie `12:34` oder `1:02:03`.",
            "a duration looks like `PT45M` or `00:45`, a position like `12:34` or `1:02:03`.",
        ),
        Finding::UtcTime { .. } => (
            "Schreiben Sie die Uhrzeit des Ortes, ohne `Z`.",
            "write the local time, without `Z`.",
        ),
        Finding::EndsBeforeStart => (
            "Prüfen Sie beide, zum Beispiel `\"start\": \"2024-06-07\", \"end\": \"2024-06-08\"`.",
            "check both, for example `\"start\": \"2024-06-07\", \"end\": \"2024-06-08\"`.",
        ),
        Finding::OutsideEvent => (
            "Prüfen Sie den Tag des Programmpunkts und die Tage der Veranstaltung, zum Beispiel `\"start\": \"2024-06-07T10:00\"`.",
            "check the talk's day and the event's days, for example `\"start\": \"2024-06-07T10:00\"`.",
        ),
        Finding::UnsafeUrl { .. } => (
            "Geben Sie eine Adresse an, die mit `https://` beginnt, oder den Pfad von dieser Datei aus.",
            "give an address that begins with `https://`, or a path relative to this file.",
        ),
        Finding::InvalidProviderId { .. }
        | Finding::AddressAsId { .. }
        | Finding::OtherProvider { .. } => super::provider::help(finding),
        Finding::TooFewSynonyms | Finding::RepeatedSynonym { .. } => synonyms::help(finding),
        Finding::MissingAlt => (
            "Beschreiben Sie, was zu sehen ist: `\"alt\": \"Fünf Personen auf einer Bühne\"`. Ist es nur Schmuck: `\"alt\": \"\"`.",
            "describe what the picture shows: `\"alt\": \"Five people on a stage\"`. If it is only decoration: `\"alt\": \"\"`.",
        ),
        Finding::PhotoIncomplete { .. } => (
            "Ergänzen Sie die Felder. Bis dahin erscheint die Illustration.",
            "add the fields. Until then the illustration is shown.",
        ),
        Finding::ForeignPicture { .. } => (
            "Legen Sie das Bild neben diese Datei und nennen Sie seinen Pfad. Bis dahin \
             erscheint die Illustration.",
            "put the picture next to this file and give its path. Until then the illustration is \
             shown.",
        ),
        Finding::MissingCaptions => (
            "Ergänzen Sie in `captions` eine WebVTT-Datei mit `\"origin\": \"human\"`.",
            "add a WebVTT file with `\"origin\": \"human\"` to `captions`.",
        ),
        Finding::NotAccepted { .. } => (
            "Um einen davon zu zeigen, nehmen Sie ihn im ursprünglichen Programm an und \
             importieren Sie neu.",
            "to show one of them, accept it in the original programme and import again.",
        ),
        Finding::ItemsLost { .. } => (
            "Bei jedem dieser Einträge steht, was ihm fehlt; meist ist es der Titel.",
            "a message for each entry says what it lacks, usually a title.",
        ),
        Finding::NoItems => (
            "Prüfen Sie, ob das Programm schon veröffentlicht ist.",
            "check whether the programme has been published yet.",
        ),
        Finding::NotImported { .. } => (
            "Das Format der Veranstaltung hat dafür kein Feld. Schreiben Sie nach dem Import in die \
             Beschreibung, was davon wichtig ist.",
            "the event format has no field for it. After the import, put what matters into the \
             abstract.",
        ),
        Finding::Assumed { .. } => (
            "Wenn das nicht stimmt, importieren Sie die Datei und ändern Sie das Feld in der event.json.",
            "if that is wrong, import the file and change the field in event.json.",
        ),
        Finding::GuessedEncoding { .. } => encoding::GUESSED_HELP,
        Finding::UnreadableLetters { .. } => encoding::UNREADABLE_HELP,
        Finding::RepeatedSection { .. } => (
            "Entfernen Sie einen der beiden Abschnitte.",
            "remove one of the two sections.",
        ),
        Finding::LinkNotPossible => (
            "Setzen Sie den Link in einen Absatz oder in `links`.",
            "put the link into a paragraph or into `links`.",
        ),
        Finding::PositionWithoutTalk => (
            "Nennen Sie in `talk` die Kennung des Programmpunkts.",
            "give the talk's id in `talk`.",
        ),
        _ => (
            "Klären Sie das und entfernen Sie dann die Notiz.",
            "resolve this, then remove the note.",
        ),
    };
    speech.pick(german, english)
}
