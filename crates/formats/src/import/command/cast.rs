//! People of files that have their own ids for them.

use nachlese_event::{Href, Link, LocalizedText, Part, Participation, PersonId};

use crate::import::{people::MOST_PEOPLE, programme::Programme};

/// What a file says about somebody.
#[derive(Default)]
pub(super) struct Who {
    /// The file's id of the person. Without one, the name tells who it is.
    pub(super) id: Option<String>,
    pub(super) name: Option<String>,
    pub(super) filed: Option<String>,
    pub(super) role: Option<String>,
    pub(super) organisation: Option<String>,
    pub(super) links: Vec<Link>,
}

impl Who {
    /// Finds the person, or adds the person. What was not known before is added.
    pub(super) fn known(self, programme: &mut Programme) -> Option<PersonId> {
        let people = &mut programme.people;
        let key = match (&self.id, &self.name) {
            (Some(id), _) => format!("\t{id}"),
            (None, Some(name)) => format!("\n{name}"),
            (None, None) => return None,
        };
        if people.find(&key).is_none() {
            people.add(key.clone(), "", self.name?)?;
        }
        let person = people.by_key_mut(&key)?;
        let plain = |text: Option<String>| text.map(LocalizedText::plain);
        person.sort_name = person.sort_name.take().or(self.filed);
        person.role_at_event = person.role_at_event.take().or(plain(self.role));
        person.organization = person.organization.take().or(plain(self.organisation));
        if person.links.is_empty() {
            person.links = self.links;
        }
        Some(person.id.clone())
    }
}

/// Adds somebody to those who take part, once.
pub(super) fn take_part(
    who: Who,
    part: Part,
    cast: &mut Vec<Participation>,
    programme: &mut Programme,
) {
    if cast.len() >= MOST_PEOPLE {
        return;
    }
    if let Some(person) = who.known(programme)
        && !cast.iter().any(|it| it.person == person)
    {
        cast.push(Participation { person, part });
    }
}

/// A link to somebody's own page.
pub(super) fn own_page(url: Href) -> Link {
    Link {
        label: LocalizedText::plain(url.as_str()),
        url,
        description: None,
        media_type: None,
        size: None,
        at: None,
    }
}
