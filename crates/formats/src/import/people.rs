//! All people of a programme. Entries with the same id, or without ids the same name, are one
//! person.

use std::collections::BTreeMap;

use nachlese_event::{Person, PersonId};
use nachlese_reader::ids::{Ids, slug};

/// The most people of a talk.
pub(super) const MOST_PEOPLE: usize = 1_000;

/// Everybody so far.
#[derive(Default)]
pub(super) struct People {
    pub(super) all: Vec<Person>,
    by_key: BTreeMap<String, usize>,
    ids: Ids,
    /// Whether the file has a list of people, so that talks only name their ids.
    pub(super) has_list: bool,
}

impl People {
    pub(super) fn find(&self, key: &str) -> Option<&Person> {
        self.all.get(*self.by_key.get(key)?)
    }

    /// Finds somebody who was added by name.
    #[cfg(feature = "command")]
    pub(super) fn get_mut(&mut self, name: &str) -> Option<&mut Person> {
        self.by_key_mut(&format!("\n{name}"))
    }

    /// Finds somebody who was added with a key.
    #[cfg(feature = "command")]
    pub(super) fn by_key_mut(&mut self, key: &str) -> Option<&mut Person> {
        self.all.get_mut(*self.by_key.get(key)?)
    }

    /// Finds somebody by name, or adds the person. `filed` is the name for sorting.
    pub(super) fn named(&mut self, name: String, filed: Option<String>) -> Option<PersonId> {
        let key = format!("\n{name}");
        if let Some(person) = self.find(&key) {
            return Some(person.id.clone());
        }
        let person = self.add(key, "", name)?;
        person.sort_name = filed;
        Some(person.id.clone())
    }

    pub(super) fn add(&mut self, key: String, wanted: &str, name: String) -> Option<&mut Person> {
        let made_up = slug(&name);
        let wanted = match PersonId::new(wanted) {
            Ok(_) => wanted,
            Err(_) if made_up.is_empty() => "person",
            Err(_) => &made_up,
        };
        let id = PersonId::new(&self.ids.invent(wanted)).ok()?;
        self.by_key.insert(key, self.all.len());
        self.all.push(Person {
            id,
            name,
            honorific: None,
            sort_name: None,
            role_at_event: None,
            organization: None,
            links: Vec::new(),
            image: None,
        });
        self.all.last_mut()
    }
}
