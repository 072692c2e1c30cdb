//! Which texts are searched: those of a talk, and those of a section.

use nachlese_event::{
    Event, Kind, LanguageTag, LocalizedText, Part, Person, Recording, Section, SectionKind, Talk,
    TalkId, TalkStatus,
};

use super::{Field, Index, Marks};

impl Index {
    /// The people of a talk, each with their role.
    pub(super) fn people<'a>(&self, event: &'a Event, talk: usize) -> Vec<(Part, &'a Person)> {
        let parts = event.talks.get(talk).map(|talk| talk.people.as_slice());
        let parts = parts.unwrap_or_default().iter();
        let found = parts.filter_map(|part| {
            let number = self.people.find(part.person.as_str())?;
            let person = event
                .people
                .get(*self.people_places.get(number as usize)?)?;
            Some((part.part, person))
        });
        found.collect()
    }
}

/// Calls `visit` with each text of a talk and its language, in all languages, the most important
/// first. A text without a language is in the event's.
pub(super) fn each_text(
    talk: &Talk,
    event: &Event,
    people: &[(Part, &Person)],
    visit: &mut dyn FnMut(Field, Option<&LanguageTag>, &str),
) {
    let mut all = |field, text: &LocalizedText| {
        let each = |(language, text): (Option<&LanguageTag>, &str)| visit(field, language, text);
        text.variants().for_each(each);
    };
    let titles = talk.title.iter().chain(&talk.topic);
    titles.for_each(|text| all(Field::Title, text));
    talk.tags.iter().for_each(|text| all(Field::Tag, text));
    talk.track.iter().for_each(|text| all(Field::Track, text));
    talk.room.iter().for_each(|text| all(Field::Room, text));
    for (_, person) in people {
        let about = person.role_at_event.iter().chain(&person.organization);
        about.for_each(|text| all(Field::Affiliation, text));
    }
    talk.summary
        .iter()
        .for_each(|text| all(Field::Abstract, text));
    let recording = talk.recording.as_ref().filter(|own| own.is_playable());
    let chapters = recording.map(|own: &Recording| own.chapters.as_slice());
    let chapters = chapters.unwrap_or_default().iter();
    chapters.for_each(|chapter| all(Field::Abstract, &chapter.title));
    for section in &event.sections {
        if talk_of(section) == Some(&talk.id) {
            for (field, text) in section_texts(section, event) {
                let field = if field == Field::Title {
                    Field::Abstract
                } else {
                    field
                };
                all(field, text);
            }
        }
    }
    for (part, person) in people {
        // Speakers come before panelists, whose names count less.
        let field = if *part == Part::Speaker && talk.kind != Kind::Panel {
            Field::Person
        } else {
            Field::Affiliation
        };
        visit(field, None, &person.full_name());
    }
    if let Some(status) = talk.status {
        visit(Field::Tag, None, status_words(status));
    }
}

/// The words for a status, in all languages of the page.
pub(crate) fn status_words(status: TalkStatus) -> &'static str {
    match status {
        TalkStatus::Cancelled => "abgesagt cancelled canceled",
        TalkStatus::Moved => "verlegt moved",
    }
}

/// The talk that a section is about.
fn talk_of(section: &Section) -> Option<&TalkId> {
    match &section.kind {
        SectionKind::Quote(quote) => quote.talk.as_ref(),
        SectionKind::Panel { talk, .. } | SectionKind::Market { talk, .. } => talk.as_ref(),
        SectionKind::Film { talk } => Some(talk),
        _ => None,
    }
}

/// The texts of a section.
fn section_texts<'a>(section: &'a Section, event: &'a Event) -> Vec<(Field, &'a LocalizedText)> {
    let mut texts = Vec::new();
    let mut add = |field, text: Option<&'a LocalizedText>| {
        texts.extend(text.map(|text| (field, text)));
    };
    add(Field::Title, section.heading.as_ref());
    for text in &section.paragraphs {
        add(Field::Abstract, Some(text));
    }
    match &section.kind {
        SectionKind::Quote(quote) => add(Field::Passage, Some(&quote.text)),
        SectionKind::Panel { core_message, .. } => add(Field::Passage, core_message.as_ref()),
        SectionKind::Market { exhibits, .. } => {
            for exhibit in exhibits {
                add(Field::Abstract, Some(&exhibit.title));
                add(Field::Abstract, exhibit.description.as_ref());
            }
        }
        SectionKind::Links { links } | SectionKind::Downloads { links } => {
            let is_events = links.is_empty() && section.kind.as_str() == "links";
            for link in if is_events { &event.links } else { links } {
                add(Field::Abstract, Some(&link.label));
                add(Field::Abstract, link.description.as_ref());
            }
        }
        SectionKind::Facts { facts } => {
            for fact in facts {
                add(Field::Abstract, Some(&fact.label));
                add(Field::Abstract, Some(&fact.value));
            }
        }
        _ => {}
    }
    texts
}

impl Marks {
    /// Whether a section contains everything that was searched for.
    ///
    /// A search that excludes something is about talks, so no section matches.
    #[must_use]
    pub fn fit(&self, section: &Section, event: &Event) -> bool {
        let wanted = self.term_count();
        if wanted == 0 || self.has_exclusions() {
            return false;
        }
        let mut terms = 0_u32;
        for (field, text) in section_texts(section, event) {
            for (_, text) in text.variants() {
                for hit in self.hits(field, text) {
                    terms |= 1 << (hit.term & 31);
                }
            }
        }
        terms.count_ones() as usize == wanted
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;
    use crate::{Index, Query};

    fn event() -> Event {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag",
            "people": [{"id": "bo", "name": "Bo Probe", "organization": "Kraftwerk"}],
            "talks": [
                {"id": "a", "kind": "panel", "title": "Podium", "people": ["bo"],
                 "recording": {"sources": [{"provider": "file", "url": "a.mp4"}],
                    "chapters": [{"start": "1:00", "title": {"de": "Haushalt", "en": "Budget"}}]}},
                {"id": "b", "kind": "market", "title": "Markt"}],
            "sections": [
                {"type": "panel", "id": "p", "heading": "Am Abend", "talk": "a", "paragraphs": ["Es ging um Geld."],
                 "seats": ["bo"], "coreMessage": "Pflege kostet."},
                {"type": "market", "id": "m", "talk": "b", "exhibits": [{"title": "Roboter", "description": "Er rollt."}]},
                {"type": "text", "id": "t", "heading": "Hinter[-]grund", "paragraphs": ["Der Antrag.", {"de": "Die Akte", "en": "The file"}]},
                {"type": "facts", "id": "f", "facts": [{"label": "Ort", "value": "Rathaus"}]},
                {"type": "downloads", "id": "d", "links": [{"label": "Folien", "url": "f.pdf", "description": "Zum Nachlesen"}]}]}"#;
        parse(&text.replace("[-]", "\u{ad}")).unwrap().0
    }

    #[test]
    fn talks_are_found_by_what_sections_and_chapters_tell_of_them() {
        let event = event();
        let index = Index::new(&event);
        for (text, expected) in [
            ("haushalt", &[0][..]),
            ("budget", &[0]),
            ("abend geld", &[0]),
            ("gesagt:pflege", &[0]),
            ("kraftwerk", &[0]),
            ("roboter rollt", &[1]),
            ("antrag", &[]),
        ] {
            let found = index.find(&Query::of_text(text), &[]);
            assert_eq!(found.talks, expected, "{text}");
        }
    }

    #[test]
    fn sections_fit_if_they_have_all_that_was_looked_for() {
        let event = event();
        let index = Index::new(&event);
        for (text, expected) in [
            ("", ""),
            ("antrag", "t"),
            ("hintergrund file", "t"),
            ("antrag roboter", ""),
            ("titel:hintergrund", "t"),
            ("rathaus", "f"),
            ("nachlesen", "d"),
            ("„die akte“", "t"),
            ("antrag -roboter", ""),
            ("person:antrag", ""),
        ] {
            let marks = index.find(&Query::of_text(text), &[]).marks();
            let sections = event.sections.iter();
            let fitting = sections.filter(|section| marks.fit(section, &event));
            let ids: String = fitting.map(|section| section.id.as_str()).collect();
            assert_eq!(ids, expected, "{text}");
        }
    }
}
