//! What a column of a table is about, by its heading.

use nachlese_event::LanguageTag;

use super::{
    field::Field,
    words::{AFTER, BEFORE, WORDS},
};

/// A heading that is recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Heading {
    pub(super) field: Field,
    pub(super) is_german: bool,
    /// The language of what stands below it, if the heading names one.
    pub(super) language: Option<LanguageTag>,
    /// Whether it may be about something else: `Tag` and `Name`.
    pub(super) is_doubtful: bool,
}

/// Recognises a heading.
pub(super) fn heading(text: &str) -> Option<Heading> {
    let text = text.trim();
    let (whole, bare) = (key(text), key(without_brackets(text)));
    let found = |key: &str| field(key).map(|(field, is_german)| (field, is_german, None));
    let numberless = bare.trim_end_matches(|c: char| c.is_ascii_digit());
    let known = found(&whole).or_else(|| found(&bare));
    let known = known.or_else(|| found(numberless).filter(|(field, ..)| field.can_repeat()));
    let known = known.or_else(|| {
        let (rest, language) = language_after(text)?;
        let (field, is_german) = field(&key(rest))?;
        field
            .has_languages()
            .then_some((field, is_german, Some(language)))
    });
    let (field, is_german, language) = known?;
    // A language in the brackets: „Titel (en)“.
    let inner = language_after(text).map(|(_, language)| language);
    let language = language.or(inner).filter(|_| field.has_languages());
    Some(Heading {
        field,
        is_german,
        language,
        is_doubtful: matches!(bare.as_str(), "tag" | "name"),
    })
}

/// The letters and digits of a heading in lower case, without what only says that it is about a
/// talk: `Session title` and „Vortragstitel“ are `title` and `titel`.
fn key(text: &str) -> String {
    let letters = text.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

fn without_brackets(text: &str) -> &str {
    let end = text.find(['(', '[']).unwrap_or(text.len());
    text[..end].trim().trim_end_matches([':', '*'])
}

/// `Titel (en)`, `title_de`, `Titel EN` and „Titel englisch“: what stands before, and the language.
fn language_after(text: &str) -> Option<(&str, LanguageTag)> {
    let text = text.trim().trim_end_matches([')', ']', ':', '*']);
    let start = text.rfind([' ', '_', '-', '(', '[', '.', '/'])?;
    let (rest, word) = (&text[..start], &text[start + 1..]);
    let language = match word.to_lowercase().as_str() {
        "de" | "deutsch" | "german" | "ger" => LanguageTag::german(),
        "en" | "englisch" | "english" | "eng" => LanguageTag::english(),
        "fr" | "französisch" | "french" => LanguageTag::new("fr").ok()?,
        "it" | "italienisch" | "italian" => LanguageTag::new("it").ok()?,
        "es" | "spanisch" | "spanish" => LanguageTag::new("es").ok()?,
        _ => return None,
    };
    Some((rest.trim_end_matches([' ', '(', '[', '-']), language))
}

fn field(key: &str) -> Option<(Field, bool)> {
    let is_in = |words: &str, key: &str| words.split(' ').any(|word| word == key);
    let named = |key: &str| {
        let of = |(field, german, english): &(Field, &str, &str)| {
            let is_english = is_in(english, key);
            (is_english || is_in(german, key)).then_some((*field, !is_english))
        };
        WORDS.iter().find_map(of)
    };
    let of_talk = || {
        let before = BEFORE.split(' ').filter_map(|word| key.strip_prefix(word));
        let after = AFTER.split(' ').filter_map(|word| key.strip_suffix(word));
        before.chain(after).find_map(named)
    };
    named(key).or_else(of_talk)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_headings_however_they_are_written() {
        for (text, expected) in [
            ("Titel", "title de"),
            ("TITLE ", "title"),
            ("Session title", "title"),
            ("Talk_Title", "title"),
            ("Vortragstitel", "title de"),
            ("Titel des Vortrags", "title de"),
            ("Titel (en)", "title de, en"),
            ("title_de", "title, de"),
            ("Title EN", "title, en"),
            ("Startzeit", "start de"),
            ("Start Time", "start"),
            ("startTime", "start"),
            ("Beginn:", "start de"),
            ("Datum*", "start: date de"),
            ("Tag", "start: date de?"),
            ("Tags", "tags"),
            ("Dauer (min)", "duration de"),
            ("Referent*in", "people de"),
            ("Referent/in", "people de"),
            ("Referent:innen", "people de"),
            ("Speaker 2", "people"),
            ("Speaker 1 Organization", "-"),
            ("Organisation 2", "people: organization de"),
            ("Title 2", "-"),
            ("Name", "title?"),
            ("Session Id", "id"),
            ("Nr.", "-"),
            ("Video-URL", "recording"),
            ("Budget", "-"),
            ("", "-"),
            ("()", "-"),
            ("ß", "-"),
            ("Sprache (de)", "language de"),
        ] {
            let found = heading(text).map_or("-".to_owned(), |it| {
                let language = it.language.map(|tag| format!(", {}", tag.as_str()));
                let german = if it.is_german { " de" } else { "" };
                let doubt = if it.is_doubtful { "?" } else { "" };
                format!(
                    "{}{german}{doubt}{}",
                    it.field.word(),
                    language.unwrap_or_default()
                )
            });
            assert_eq!(found, expected, "{text}");
        }
    }
}
