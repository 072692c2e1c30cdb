//! What findings about the event as a whole say: languages, legal links, kinds of talks.

use nachlese_event::{
    Speech,
    problem::{Advice, clip},
    say,
};

use crate::text::quoted;

/// Says what is wrong.
pub(super) fn message(advice: &Advice, speech: Speech) -> String {
    match advice {
        Advice::TextsMissing {
            language,
            count: 1,
            others,
            ..
        } => say!(
            speech,
            "Dieser Text hat keine Fassung in `{language}`; {others} andere haben eine",
            "this text has no version in `{language}`; {others} others have one"
        ),
        Advice::TextsMissing {
            language,
            count,
            others,
            first,
        } => {
            let places: Vec<_> = first.iter().map(String::as_str).collect();
            let (places, more) = (quoted(&places), count.saturating_sub(first.len()));
            let more = match more {
                0 => String::new(),
                more => say!(speech, " und noch {more}", " and {more} more"),
            };
            say!(
                speech,
                "{count} Texte haben keine Fassung in `{language}`, {others} haben eine. Es fehlen: {places}{more}",
                "{count} texts have no version in `{language}`, {others} have one. Missing: {places}{more}"
            )
        }
        Advice::LegalMissing { fields } => {
            let links = listed(fields, speech);
            say!(
                speech,
                "Der Seite fehlt der Link zu: {links}",
                "the page has no link to: {links}"
            )
        }
        Advice::KindsAlike { kind, other, word } => {
            let (kind, other, word) = (clip(kind), clip(other), clip(word));
            say!(
                speech,
                "Die Arten `{kind}` und `{other}` heißen auf der Seite beide „{word}“, stehen im Filter aber als zwei",
                "the kinds `{kind}` and `{other}` are both called “{word}” on the page, but are two in the filter"
            )
        }
        _ => String::new(),
    }
}

/// Says what to do.
pub(super) fn help(advice: &Advice, speech: Speech) -> String {
    match advice {
        Advice::TextsMissing { language, .. } => {
            let (other, words) = match &**language {
                "de" => ("en", "Welcome"),
                _ => ("de", "Begrüßung"),
            };
            say!(
                speech,
                "Ergänzen Sie die Fassung, zum Beispiel `{{\"{other}\": \"{words}\", \"{language}\": \"…\"}}`. Was in allen Sprachen gleich heißt, nennen Sie in `foreignTerms`: `{{\"de\": [\"München 2050\"]}}`.",
                "add the version, for example `{{\"{other}\": \"{words}\", \"{language}\": \"…\"}}`. What is called the same in all languages goes into `foreignTerms`: `{{\"de\": [\"München 2050\"]}}`."
            )
        }
        Advice::LegalMissing { fields } => {
            let field = fields.first().copied().unwrap_or("imprint");
            say!(
                speech,
                "Ergänzen Sie in `legal` die Adresse, zum Beispiel `\"{field}\": \"https://example.org/{field}\"`. Ist die Seite nur in eine andere eingebettet, die diese Links hat, genügt das.",
                "add the address to `legal`, for example `\"{field}\": \"https://example.org/{field}\"`. If the page is only embedded in another one that has these links, that is enough."
            )
        }
        Advice::KindsAlike { other, .. } => {
            let other = clip(other);
            say!(
                speech,
                "Verwenden Sie überall dieselbe Art: `\"kind\": \"{other}\"`.",
                "use the same kind everywhere: `\"kind\": \"{other}\"`."
            )
        }
        _ => String::new(),
    }
}

fn listed(fields: &[&str], speech: Speech) -> String {
    let name = |field: &&str| {
        let word = match *field {
            "imprint" => speech.pick("Impressum", "imprint"),
            "privacy" => speech.pick("Datenschutzerklärung", "privacy policy"),
            _ => speech.pick("Erklärung zur Barrierefreiheit", "accessibility statement"),
        };
        format!("{word} (`{field}`)")
    };
    fields.iter().map(name).collect::<Vec<_>>().join(", ")
}
