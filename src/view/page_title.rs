//! What a page is called, and its description, for windows, bookmarks and search engines.

use super::{talk_name::talk_title, words::spoken};
use crate::state::AppState;

/// The longest title, in letters. Search engines cut off longer ones.
const LONGEST: usize = 70;

/// The same for descriptions.
const LONGEST_DESCRIPTION: usize = 160;

/// The page's title: of the event with its kind, or of a talk with the event that it belongs to.
///
/// If it is too long, first the event's part is cut off after a word or left out.
pub fn page_title(state: AppState) -> String {
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let mut title = spoken(state, &event.title);
    if let Some(talk) = catalogue.only_talk() {
        let mut name = talk_title(state, talk).replace('\u{ad}', "");
        if let Some(status) = talk.status {
            name = format!("{}: {name}", state.speech().talk_status(status));
        }
        let room = LONGEST.saturating_sub(name.chars().count() + 3);
        let event = cut(&title, room);
        if !event.is_empty() {
            return format!("{name} – {event}");
        }
        title = name;
    } else if let Some(kind) = &event.kind {
        let whole = format!("{}: {title}", spoken(state, kind));
        if cut(&whole, LONGEST) == whole {
            return whole;
        }
    }
    match cut(&title, LONGEST) {
        // One word, or a language that does not part words.
        cut if cut.is_empty() => title.chars().take(LONGEST).collect(),
        cut => cut,
    }
}

/// What the event is about, for search engines. Empty if it has no summary.
pub fn page_description(state: AppState) -> String {
    let catalogue = state.catalogue();
    let summary = catalogue.event.summary.as_ref();
    let summary = summary.map(|summary| spoken(state, summary));
    cut(&summary.unwrap_or_default(), LONGEST_DESCRIPTION)
}

/// A text with at most so many letters, cut off after a word. Empty if not even the first one fits.
fn cut(text: &str, most: usize) -> String {
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    match text[..end].rfind(' ') {
        Some(end) => format!("{}…", text[..end].trim_end_matches([' ', ',', ':', '–'])),
        None => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use nachlese_event::TalkId;

    use super::*;
    use crate::{
        state::Deployed,
        url::Address,
        view::test_support::{event, html, html_on},
    };

    /// The title of the page of an event, or of its talk `a`.
    fn title(title: &str, kind: &str, talk: Option<&str>) -> String {
        let name = talk.unwrap_or("Vortrag");
        let fields = format!(
            r#""kind": "{kind}", "talks": [{{"id": "a", "kind": "talk", "title": "{name}"}}]"#
        );
        let event = event(&fields).replace("\"Titel\"", &format!("\"{title}\""));
        let deployed = |language| Deployed {
            language,
            talk: talk.and_then(|_| TalkId::new("a").ok()),
            is_current: true,
        };
        html_on(&event, deployed, page_title)
    }

    #[test]
    fn fits_into_what_search_engines_show() {
        let event = "München setzt auf Künstliche Intelligenz";
        let long = "Wort ".repeat(40);
        for (kind, talk, expected) in [
            ("Hearing", None, format!("Hearing: {event}")),
            ("Ein Hearing des ganzen Stadtrats", None, event.to_owned()),
            ("", Some("Ethik"), format!("Ethik – {event}")),
            (
                "",
                Some("Ethik in der Verwaltung, eine Einführung"),
                "Ethik in der Verwaltung, eine Einführung – München setzt auf…".to_owned(),
            ),
            (
                "",
                Some("Was bedeutet das alles für die Menschen in dieser Stadt, heute"),
                "Was bedeutet das alles für die Menschen in dieser Stadt, heute".to_owned(),
            ),
            (
                "",
                Some(long.trim()),
                format!("{}…", "Wort ".repeat(14).trim_end()),
            ),
            ("", Some(&"W".repeat(300)), "W".repeat(70)),
        ] {
            let found = title(event, kind, talk);
            assert_eq!(found, expected);
            assert!(found.chars().count() <= LONGEST, "{found}");
        }
    }

    #[test]
    fn descriptions_come_from_the_summary() {
        let summary = "Am 7. Juni ging es um [KI](https://a.example/). ".repeat(9);
        for (fields, expected) in [
            ("\"kind\": \"Hearing\"".to_owned(), String::new()),
            (
                "\"summary\": \"Kurz gesagt.\"".to_owned(),
                "Kurz gesagt.".to_owned(),
            ),
            (
                format!("\"summary\": \"{summary}\""),
                format!("{}Am…", "Am 7. Juni ging es um KI. ".repeat(6)),
            ),
        ] {
            let found = html(&event(&fields), Address::default(), page_description);
            assert_eq!(found, expected);
        }
    }
}
