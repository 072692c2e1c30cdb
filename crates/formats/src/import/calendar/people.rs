//! Who comes to an entry (`ORGANIZER` and `ATTENDEE`, RFC 5545, section 3.8.4).
//!
//! A list of guests is not a list of speakers. Rooms, devices and mailing lists are left out, and
//! so are people who declined, sent somebody else or only get a copy. A mail address is never used
//! as a name, and never appears in the event.

use std::collections::BTreeMap;

use nachlese_event::{LocalizedText, Part, Participation};
use nachlese_reader::{
    cursor::{Fields, Node},
    json::Json,
};

use super::fields::{all, parameter, says, value};
use crate::import::{people::MOST_PEOPLE, programme::Programme, value::one_line};

/// The names by mail address, because one entry may leave out a name that another one has.
pub(super) type Names = BTreeMap<String, Name>;

/// A name as it is spoken, and the name for sorting if it is written that way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Name {
    pub(super) said: String,
    pub(super) filed: Option<String>,
}

/// Notes the names in an entry.
pub(super) fn note_names(entry: &Json, names: &mut Names) {
    for property in all(entry, "ORGANIZER").chain(all(entry, "ATTENDEE")) {
        if let Some(name) = parameter(property, "CN").and_then(Name::read) {
            names.entry(address(property)).or_insert(name);
        }
    }
}

/// Reads who takes part, each person once, the organiser first. People who are left out become a
/// note.
pub(super) fn participants(
    fields: &Fields<'_>,
    names: &Names,
    programme: &mut Programme,
) -> Vec<Participation> {
    let mut found: Vec<Participation> = Vec::new();
    fields.each("ORGANIZER", &mut |node| {
        add(node, Part::Organizer, names, programme, &mut found);
    });
    fields.each("ATTENDEE", &mut |node| {
        let part = if says(parameter(node.json, "ROLE"), "CHAIR") {
            Part::Moderator
        } else {
            Part::default()
        };
        add(node, part, names, programme, &mut found);
    });
    found
}

fn add(
    node: Node<'_>,
    part: Part,
    names: &Names,
    programme: &mut Programme,
    found: &mut Vec<Participation>,
) {
    let name = name(node.json, names).filter(|_| comes(node.json));
    // A calendar also sends invitations in its own name.
    let is_calendar = |name: &Name| {
        let mut title = programme.title.iter().flat_map(LocalizedText::variants);
        part == Part::Organizer && title.any(|(_, title)| title == name.said)
    };
    let name = name.filter(|name| !is_calendar(name));
    let has_room = found.len() < MOST_PEOPLE;
    let Some(person) = name
        .filter(|_| has_room)
        .and_then(|name| programme.people.named(name.said, name.filed))
    else {
        node.skip();
        return;
    };
    match found.iter_mut().find(|known| known.person == person) {
        // An organiser who also moderates is a moderator.
        Some(known) if part == Part::Moderator => known.part = part,
        Some(_) => {}
        None => found.push(Participation { person, part }),
    }
}

fn name(property: &Json, names: &Names) -> Option<Name> {
    let own = parameter(property, "CN").and_then(Name::read);
    own.or_else(|| names.get(&address(property)).cloned())
}

/// Whether an attendee is a person and attends.
fn comes(property: &Json) -> bool {
    let is = |name, words: &[&str]| {
        let told = parameter(property, name);
        words.iter().any(|word| says(told, word))
    };
    let address = address(property);
    let is_of_calendar = ["group", "resource", "import", "unknownorganizer"]
        .iter()
        .any(|part| address.ends_with(&format!("{part}.calendar.google.com")))
        || address == "unknownorganizer@calendar.google.com";
    !is("CUTYPE", &["ROOM", "RESOURCE", "GROUP"])
        && !is("PARTSTAT", &["DECLINED", "DELEGATED"])
        && !is("ROLE", &["NON-PARTICIPANT"])
        && !is_of_calendar
}

/// Somebody's mail address.
fn address(property: &Json) -> String {
    let address = value(property).to_ascii_lowercase();
    let bare = address.strip_prefix("mailto:").unwrap_or(&address);
    bare.trim().to_owned()
}

impl Name {
    /// Reads a name without the mail address in it. Returns `None` if there is nothing else.
    pub(super) fn read(text: &str) -> Option<Self> {
        let quotes = ['"', '\'', '“', '”', '„', '‘', '’'];
        let words = text.split_whitespace().filter(|word| !is_address(word));
        let words: Vec<_> = words.collect();
        let name = words.join(" ");
        // Quotes around the whole, not around a nickname at its start or end.
        let inner = name.strip_prefix(quotes);
        let inner = inner.and_then(|name| name.strip_suffix(quotes));
        let name = inner.filter(|name| !name.contains(quotes)).unwrap_or(&name);
        let name = one_line(name.trim_matches([',', ';', ' ']));
        if !name.contains(char::is_alphabetic) {
            return None;
        }
        Some(Self::turned(&name).unwrap_or(Self {
            said: name,
            filed: None,
        }))
    }

    /// „Öttl, Vera“ is a name for sorting, „Vera Öttl“ the spoken name. Anything else with a comma,
    /// such as an office or a place, stays as it is.
    fn turned(name: &str) -> Option<Self> {
        let (last, first) = name.split_once(", ")?;
        let is_plain = |part: &str, most: usize| {
            let is_letter =
                |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '.' | '\'' | '’');
            part.chars().all(is_letter) && (1..=most).contains(&part.split(' ').count())
        };
        // In „Smith, Jr.“ and „Sommer, Dr.“, no first name follows the comma.
        let is_title = first.split(' ').any(|word| {
            let word = word.trim_end_matches('.').to_lowercase();
            ["dr", "prof", "jr", "sr", "phd", "ii", "iii", "ma", "msc"].contains(&word.as_str())
        });
        // A last name has several words only if it begins with small words: „von der Au, Lea“.
        let words: Vec<_> = last.split(' ').collect();
        let (_, small) = words.split_last()?;
        let is_small = |word: &&str| word.chars().all(char::is_lowercase);
        let is_last = small.iter().all(is_small) && is_plain(last, 4);
        (is_last && is_plain(first, 3) && !is_title).then(|| Self {
            said: format!("{first} {last}"),
            filed: Some(name.to_owned()),
        })
    }
}

/// Whether a word is a mail address, with or without punctuation around it.
fn is_address(word: &str) -> bool {
    word.contains('@') || word.to_ascii_lowercase().starts_with("mailto:")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_names_and_no_addresses() {
        for (text, said, filed) in [
            ("Lea Sommer", "Lea Sommer", None),
            ("'Lea  Sommer'", "Lea Sommer", None),
            ("\"Leo\" Sommer", "\"Leo\" Sommer", None),
            ("O'Neil", "O'Neil", None),
            ("Öttl, Vera", "Vera Öttl", Some("Öttl, Vera")),
            (
                "von der Au, Lea Marie",
                "Lea Marie von der Au",
                Some("von der Au, Lea Marie"),
            ),
            (
                "Müller-Lüdenscheidt, A.",
                "A. Müller-Lüdenscheidt",
                Some("Müller-Lüdenscheidt, A."),
            ),
            ("Öttl, Vera (Bau)", "Öttl, Vera (Bau)", None),
            ("Sommer, Dr.", "Sommer, Dr.", None),
            ("Stadt München, IT", "Stadt München, IT", None),
            ("Referat 4, Bau", "Referat 4, Bau", None),
            ("Lea Sommer <lea@tisch.example>", "Lea Sommer", None),
            ("Lea Sommer (lea@tisch.example)", "Lea Sommer", None),
        ] {
            let expected = Name {
                said: said.to_owned(),
                filed: filed.map(str::to_owned),
            };
            assert_eq!(Name::read(text), Some(expected), "{text}");
        }
        for text in [
            "",
            " ",
            "gast77@privat.example",
            "mailto:gast77@privat.example",
            "MAILTO:gast77",
            "'gast77@privat.example'",
            "<gast77@privat.example>",
            "…",
        ] {
            assert_eq!(Name::read(text), None, "{text}");
        }
    }
}
