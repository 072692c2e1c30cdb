//! Ids of talks and sections. No two may be equal, because both are fragments of one address.

use std::collections::{BTreeMap, BTreeSet};

use nachlese_event::is_no_folder_name;
use nachlese_fold::lower_case;

use super::json::Json;

/// The ids that are taken so far, and those that the file uses further down.
#[derive(Default)]
pub struct Ids {
    used: BTreeSet<String>,
    reserved: BTreeSet<String>,
    next_number: BTreeMap<String, usize>,
}

impl Ids {
    /// Looks through the file for the ids in use, so that no generated id is one of them.
    pub(crate) fn reserve(document: &Json) -> Self {
        let lists = ["talks", "sections"].map(|name| document.get(name));
        let items = lists.into_iter().flatten().flat_map(|list| match list {
            Json::List(items) => items.as_slice(),
            _ => &[],
        });
        let ids = items.filter_map(|item| match item.get("id") {
            Some(Json::String(id)) => Some(id.clone()),
            _ => None,
        });
        let mut reserved = BTreeSet::new();
        reserved.extend(ids);
        Self {
            used: BTreeSet::new(),
            reserved,
            next_number: BTreeMap::new(),
        }
    }

    /// Reserves the ids of a list too.
    pub(crate) fn reserve_all(&mut self, ids: &Json) {
        let Json::List(ids) = ids else { return };
        let texts = ids.iter().filter_map(|id| match id {
            Json::String(id) => Some(id.clone()),
            _ => None,
        });
        self.reserved.extend(texts);
    }

    /// Registers an id of the file. If an earlier part has it, returns a new one.
    pub fn claim(&mut self, id: &str) -> Option<String> {
        if self.used.insert(id.to_owned()) {
            None
        } else {
            Some(self.number(id))
        }
    }

    /// Makes a unique id.
    pub fn invent(&mut self, wanted: &str) -> String {
        if !self.reserved.contains(wanted) && self.used.insert(wanted.to_owned()) {
            wanted.to_owned()
        } else {
            self.number(wanted)
        }
    }

    /// `panel-2`, `panel-3`, …: the first that is free.
    fn number(&mut self, id: &str) -> String {
        // Leaves room for the number within the 100 characters of an id.
        let end = id.char_indices().nth(90).map_or(id.len(), |(at, _)| at);
        let base = &id[..end];
        // Continues where it stopped, so that a file that repeats one id does not take forever.
        let number = self.next_number.entry(base.to_owned()).or_insert(2);
        loop {
            let numbered = format!("{base}-{number}");
            *number += 1;
            if !self.reserved.contains(&numbered) && self.used.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

/// Makes an id from a title: `Gärten im All!` becomes `gaerten-im-all`. May be empty, but is always
/// the name of a folder.
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for c in title.chars().map(lower_case) {
        match c {
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            c if c.is_alphanumeric() => slug.push(c),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
        if slug.chars().count() >= 60 {
            break;
        }
    }
    let end = slug.trim_end_matches('-').len();
    slug.truncate(end);
    if is_no_folder_name(&slug) {
        slug.push_str("-1");
    }
    slug
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn makes_ids_of_titles() {
        for (title, expected) in [
            ("Gärten im All!", "gaerten-im-all"),
            ("  KI – was nun?  ", "ki-was-nun"),
            ("…", ""),
            ("数学", "数学"),
            ("CON", "con-1"),
            ("Aux.", "aux-1"),
            ("com 1", "com-1"),
        ] {
            assert_eq!(slug(title), expected);
        }
        assert!(slug(&"ab ".repeat(100)).chars().count() <= 60);
    }

    #[test]
    fn numbers_repeated_ids_without_taking_those_of_others() {
        let document: Json =
            serde_json::from_str(r#"{"talks": [{"id": "a"}, {"id": "a"}, {"id": "a-2"}]}"#)
                .unwrap();
        let mut ids = Ids::reserve(&document);
        assert_eq!(ids.claim("a"), None);
        assert_eq!(ids.claim("a").as_deref(), Some("a-3"));
        assert_eq!(ids.claim("a-2"), None);
        assert_eq!(ids.invent("a-2"), "a-2-2");
        assert_eq!(ids.invent("b"), "b");
        assert_eq!(ids.invent("b"), "b-2");
        let long = "x".repeat(100);
        assert_eq!(ids.claim(&long), None);
        assert!(ids.claim(&long).unwrap().len() <= 100);
    }
}
