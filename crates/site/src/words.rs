//! The event's texts for machines and pictures: plain, in one language, cut to size.

use nachlese_event::{Event, LanguageTag, LocalizedText, Span, Speech, Talk, date, spans};

/// The longest description, in characters. Search engines cut off longer ones.
const DESCRIPTION: usize = 160;

/// A text in the page's language, without links and soft hyphens.
#[must_use]
pub fn spoken(text: &LocalizedText, language: &LanguageTag, event: &Event) -> String {
    broken(text, language, event).replace('\u{ad}', "")
}

/// The same with its soft hyphens, for texts that are broken into lines.
pub(super) fn broken(text: &LocalizedText, language: &LanguageTag, event: &Event) -> String {
    let found = text.find(language, &event.language).text;
    let plain = spans(found).into_iter().map(|span| match span {
        Span::Text(text) => text,
        Span::Link { label, .. } => label,
    });
    plain.collect()
}

/// The title, topic or kind of an item, with „Abgesagt:“ before it if it was cancelled.
pub(super) fn talk_title(talk: &Talk, language: &LanguageTag, event: &Event) -> String {
    let speech = Speech::of(language);
    let title = match talk.heading() {
        Some(heading) => spoken(heading, language, event),
        None => speech.kind(&talk.kind).to_owned(),
    };
    match talk.status {
        Some(status) => format!("{}: {title}", speech.talk_status(status)),
        None => title,
    }
}

/// The summary, else motto, day and host.
pub(super) fn event_description(event: &Event, language: &LanguageTag) -> String {
    if let Some(summary) = &event.summary {
        return cut(&spoken(summary, language, event), DESCRIPTION);
    }
    let text = |text: &LocalizedText| spoken(text, language, event);
    let parts = [
        event.motto.as_ref().map(text),
        event
            .when
            .map(|when| date::when(&when, Speech::of(language))),
        event.host.as_ref().map(|host| text(&host.name)),
    ];
    cut(&joined(parts), DESCRIPTION)
}

/// The abstract, else the kind of item, who took part and the event.
pub(super) fn talk_description(talk: &Talk, language: &LanguageTag, event: &Event) -> String {
    if let Some(summary) = &talk.summary {
        return cut(&spoken(summary, language, event), DESCRIPTION);
    }
    let speech = Speech::of(language);
    let people = people(talk, event);
    let parts = [
        Some(speech.kind(&talk.kind).to_owned()),
        (!people.is_empty()).then_some(people),
        Some(spoken(&event.title, language, event)),
    ];
    cut(&joined(parts), DESCRIPTION)
}

/// Who took part, in order: `Dr. Ada Example, Ben Example`.
pub(super) fn people(talk: &Talk, event: &Event) -> String {
    let names = talk
        .people
        .iter()
        .filter_map(|part| event.person(&part.person))
        .map(|person| person.full_name().replace('\u{ad}', ""));
    names.collect::<Vec<_>>().join(", ")
}

/// The existing parts, with a dot between them.
pub(super) fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The text in one line with at most so many characters. If it is too long, it is cut between words
/// and ends in `…`.
pub(super) fn cut(text: &str, longest: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.chars().count() <= longest {
        return text;
    }
    let start: String = text.chars().take(longest - 1).collect();
    let has_ended = text[start.len()..].starts_with(' ');
    let whole = match start.rfind(' ') {
        Some(end) if !has_ended && end > start.len() / 2 => &start[..end],
        _ => &start,
    };
    let whole = whole.trim_end_matches(|c: char| c.is_whitespace() || ",;:–-·".contains(c));
    format!("{whole}…")
}

/// Writes text into XML or HTML, also between quotation marks. Characters that XML does not allow
/// are left out.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_at_a_word() {
        for (text, expected) in [
            ("kurz", "kurz"),
            ("genau zehn", "genau zehn"),
            ("eins zwei drei", "eins zwei…"),
            ("eins, zwei drei", "eins, zwei…"),
            ("eins –  zweidrei", "eins…"),
            ("Donaudampfschiff", "Donaudamp…"),
        ] {
            let longest = if text.starts_with("eins,") { 11 } else { 10 };
            assert_eq!(cut(text, longest), expected);
            assert!(cut(text, longest).chars().count() <= longest);
        }
    }

    #[test]
    fn escapes_markup_and_drops_what_xml_cannot_hold() {
        assert_eq!(
            escaped("<a b=\"c\">\u{0}&'\n"),
            "&lt;a b=&quot;c&quot;&gt;&amp;&#39; "
        );
    }
}
