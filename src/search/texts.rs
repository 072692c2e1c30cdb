//! Which texts of a talk are searched.

use crate::model::{Event, LocalizedText, Person, SectionKind, Talk};

use super::Field;

/// Calls `visit` with each text of a talk, in all languages, the most important first.
pub(super) fn each_text(
    talk: &Talk,
    event: &Event,
    people: &[&Person],
    visit: &mut dyn FnMut(Field, &str),
) {
    let mut all = |field, text: &LocalizedText| {
        text.variants().for_each(|(_, text)| visit(field, text));
    };
    let titles = talk.title.iter().chain(&talk.topic);
    titles.for_each(|text| all(Field::Title, text));
    talk.tags.iter().for_each(|text| all(Field::Tag, text));
    talk.track.iter().for_each(|text| all(Field::Track, text));
    talk.room.iter().for_each(|text| all(Field::Room, text));
    for person in people {
        let about = person.role_at_event.iter().chain(&person.organization);
        about.for_each(|text| all(Field::Affiliation, text));
    }
    talk.summary
        .iter()
        .for_each(|text| all(Field::Abstract, text));
    for section in &event.sections {
        if let SectionKind::Quote(quote) = &section.kind
            && quote.talk.as_ref() == Some(&talk.id)
        {
            all(Field::Passage, &quote.text);
        }
    }
    for person in people {
        visit(Field::Person, &person.full_name());
    }
}
