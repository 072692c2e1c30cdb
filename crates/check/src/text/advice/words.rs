//! What findings about single texts say: mark-up, addresses, headings, labels.

use nachlese_event::{
    Speech,
    problem::{Advice, Markup, clip},
    say,
};

/// Says what is wrong; nothing if the finding is about something else.
pub(super) fn message(advice: &Advice, speech: Speech) -> Option<String> {
    Some(match advice {
        Advice::RawMarkup { found, .. } => {
            let found = clip(found);
            say!(
                speech,
                "`{found}` erscheint auf der Seite genau so, mit allen Zeichen",
                "`{found}` is shown on the page just like this, with all its signs"
            )
        }
        Advice::BareAddress { url } => {
            let url = clip(url);
            say!(
                speech,
                "`{url}` erscheint als Text; anklicken lässt sich die Adresse nicht",
                "`{url}` is shown as text; the address cannot be clicked"
            )
        }
        Advice::FieldMisspelt { field, meant } => {
            let field = clip(field);
            say!(
                speech,
                "Das Format kennt kein Feld `{field}`, und `{meant}` fehlt deshalb",
                "the format has no field `{field}`, and so `{meant}` is missing"
            )
        }
        Advice::EmptyHeading { words } => say!(
            speech,
            "Die Überschrift „{words}“ sagt nicht, worum es geht",
            "the heading “{words}” does not say what follows"
        ),
        Advice::EmptyLabel { words } => say!(
            speech,
            "Der Link „{words}“ sagt nicht, wohin er führt",
            "the link “{words}” does not say where it leads"
        ),
        _ => return None,
    })
}

/// Says what to do; nothing if the finding is about something else.
pub(super) fn help(advice: &Advice, speech: Speech) -> Option<String> {
    Some(match advice {
        Advice::RawMarkup { markup, better, .. } => match markup {
            Markup::Markdown => {
                let better = clip(better);
                say!(
                    speech,
                    "Schreiben Sie nur den Text: `{better}`. Ausgezeichnet werden nur Links: `[Antrag](https://example.org/antrag.pdf)`.",
                    "write only the text: `{better}`. The only mark-up is a link: `[motion](https://example.org/motion.pdf)`."
                )
            }
            Markup::Tag => say!(
                speech,
                "Entfernen Sie die HTML-Elemente. Einen Link schreiben Sie so: `[Antrag](https://example.org/antrag.pdf)`, jeden Absatz als eigenen Text: `\"paragraphs\": [\"Erster Absatz.\", \"Zweiter Absatz.\"]`.",
                "remove the HTML elements. A link is written `[motion](https://example.org/motion.pdf)`, each paragraph is a text of its own: `\"paragraphs\": [\"First paragraph.\", \"Second paragraph.\"]`."
            ),
            Markup::Entity if better.trim().is_empty() => say!(
                speech,
                "Schreiben Sie dafür ein Leerzeichen oder nichts.",
                "write a space or nothing instead."
            ),
            Markup::Entity => say!(
                speech,
                "Schreiben Sie das Zeichen selbst: `{better}`.",
                "write the character itself: `{better}`."
            ),
        },
        Advice::FieldMisspelt { field, meant } => {
            let field = clip(field);
            say!(
                speech,
                "Schreiben Sie `\"{meant}\":` statt `\"{field}\":`.",
                "write `\"{meant}\":` instead of `\"{field}\":`."
            )
        }
        Advice::BareAddress { url } => {
            let url = clip(url);
            let url = match url.strip_prefix("www.") {
                Some(_) => format!("https://{url}"),
                None => url,
            };
            say!(
                speech,
                "Machen Sie einen Link daraus, der sagt, wohin er führt: `[Antrag im Stadtrat]({url})`.",
                "make it a link that says where it leads: `[The motion]({url})`."
            )
        }
        Advice::EmptyHeading { .. } => say!(
            speech,
            "Nennen Sie das Thema, zum Beispiel `\"heading\": \"Antrag und Beschluss\"`. Wer sich die Seite vorlesen lässt, springt von Überschrift zu Überschrift.",
            "name the subject, for example `\"heading\": \"Motion and decision\"`. People who have the page read aloud jump from heading to heading."
        ),
        Advice::EmptyLabel { .. } => say!(
            speech,
            "Nennen Sie das Ziel, zum Beispiel `[Antrag im Stadtrat](https://example.org/antrag.pdf)` oder `\"label\": \"Antrag im Stadtrat\"`. Wer sich die Seite vorlesen lässt, hört oft nur die Links.",
            "name the target, for example `[The motion](https://example.org/motion.pdf)` or `\"label\": \"The motion\"`. People who have the page read aloud often hear only the links."
        ),
        _ => return None,
    })
}
