//! Why a talk was found: which terms a text has, and the text of a talk that has them.

use nachlese_event::{Event, LanguageTag};

use super::{
    Field, Index, Marks,
    texts::{each_text, status_words},
};

/// A text of a talk that has terms of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reason {
    /// Which part of the talk it is.
    pub field: Field,
    /// The text.
    pub text: String,
    /// Its language. `None`: the event's.
    pub language: Option<LanguageTag>,
}

impl Marks {
    /// The set of all terms, with one bit for each.
    #[must_use]
    pub fn all_terms(&self) -> u32 {
        let lacking = 32_u32.saturating_sub(u32::try_from(self.term_count()).unwrap_or(32));
        u32::MAX.checked_shr(lacking).unwrap_or_default()
    }

    /// The set of terms that a text has.
    #[must_use]
    pub fn terms(&self, field: Field, text: &str) -> u32 {
        let hits = self.hits(field, text).into_iter();
        hits.fold(0, |terms, hit| terms | 1 << (hit.term & 31))
    }
}

impl Index {
    /// The text of a talk with the most of the terms in `lacking`, if possible in the reader's
    /// language. `None` if no text has any of them.
    ///
    /// `talk` is the talk's index in the programme. What is said in recordings is left out: see
    /// [`Index::passages`].
    #[must_use]
    pub fn reason(
        &self,
        event: &Event,
        talk: usize,
        (marks, lacking): (&Marks, u32),
        reader: &LanguageTag,
    ) -> Option<Reason> {
        let people = self.people(event, talk);
        let talk = event.talks.get(talk)?;
        // The page has its own word for it.
        let status = talk.status.map(status_words);
        let mut most = 0;
        let mut best = None;
        each_text(talk, event, &people, &mut |field, language, text| {
            if status == Some(text) {
                return;
            }
            let terms = marks.terms(field, text) & lacking;
            let own = language.unwrap_or(&event.language);
            let worth = terms.count_ones() * 2 + u32::from(own.is_same_language(reader));
            if terms != 0 && worth > most {
                most = worth;
                best = Some(Reason {
                    field,
                    text: text.to_owned(),
                    language: language.cloned(),
                });
            }
        });
        best
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;
    use crate::Query;

    fn check(query: &str, shown: &str, expected: Option<&str>) {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag",
            "people": [{"id": "bo", "name": "Bo Probe", "organization": {"de": "Kraftwerk", "en": "Power plant"}}],
            "talks": [{"id": "m", "kind": "market", "title": {"de": "Markt", "en": "Market"}, "people": ["bo"],
                "status": "cancelled", "abstract": {"de": "Zum Anfassen.", "en": "Things to touch."}}],
            "sections": [
                {"type": "quote", "talk": "m", "text": "Das war ein Fest."},
                {"type": "market", "id": "s", "heading": "Am Mittag", "talk": "m",
                 "exhibits": [{"title": "Roboter", "description": "Er rollt auf Rädern."}]}]}"#;
        let event = parse(text).unwrap().0;
        let index = Index::new(&event);
        let marks = index.find(&Query::of_text(query), &[]).marks();
        let lacking = marks.all_terms() & !marks.terms(Field::Abstract, shown);
        let german = LanguageTag::new("de").unwrap();
        let reason = index.reason(&event, 0, (&marks, lacking), &german);
        let text = reason.as_ref().map(|reason| reason.text.as_str());
        assert_eq!(text, expected, "{query}");
        // What is shown has what is to be marked.
        if let Some(reason) = reason {
            assert!(!marks.ranges(reason.field, &reason.text).is_empty());
        }
    }

    #[test]
    fn shows_the_text_that_has_the_words_wherever_it_is() {
        for (query, shown, expected) in [
            ("rädern", "", Some("Er rollt auf Rädern.")),
            ("robot", "", Some("Roboter")),
            ("mittag", "", Some("Am Mittag")),
            ("fest", "", Some("Das war ein Fest.")),
            ("kraftwerk", "", Some("Kraftwerk")),
            ("power", "", Some("Power plant")),
            ("touch", "", Some("Things to touch.")),
            ("market", "", Some("Market")),
            // The rarer words, if the others are seen.
            ("markt rollt", "Markt", Some("Er rollt auf Rädern.")),
            ("rollt rädern mittag", "", Some("Er rollt auf Rädern.")),
            ("rollt", "rollt", None),
            ("cancelled", "", None),
            ("nirgends", "", None),
            ("", "", None),
        ] {
            check(query, shown, expected);
        }
    }

    #[test]
    fn counts_terms() {
        let terms = |text: &str| Index::default().find(&Query::of_text(text), &[]).marks();
        assert_eq!(terms("").all_terms(), 0);
        assert_eq!(terms("x y z").all_terms(), 0b111);
        assert_eq!(terms("abc xyz").terms(Field::Title, "xyz"), 0b10);
        let many = "wort ".repeat(40);
        assert_eq!(terms(&many).all_terms(), u32::MAX);
    }
}
