//! Which language an address or a host may ask for.

use nachlese_event::{Event, LanguageTag};

/// The language that a tag asks for, `de` for `de-AT`. It is a language of the event's texts, or
/// one of the program's own sentences; then the event's texts stay as they are. `None` for all
/// others.
pub(crate) fn known_language(value: &str, event: &Event) -> Option<LanguageTag> {
    let tag = LanguageTag::new(value).ok()?;
    let known = event.languages();
    let close = known.iter().find(|own| own.is_same_language(&tag)).cloned();
    let spoken = [LanguageTag::german(), LanguageTag::english()];
    let spoken = spoken.into_iter().find(|own| own.is_same_language(&tag));
    known.contains(&tag).then_some(tag).or(close).or(spoken)
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;

    #[test]
    fn the_program_speaks_german_to_readers_of_an_english_event() {
        let text =
            r#"{"schemaVersion": 1, "id": "e", "language": "en", "title": "Day", "talks": []}"#;
        let english = parse(text).unwrap().0;
        let known = |tag| known_language(tag, &english);
        assert_eq!(known("de-AT"), Some(LanguageTag::german()));
        assert_eq!(known("en-GB"), Some(LanguageTag::english()));
        assert_eq!(known("fr"), None);
    }
}
