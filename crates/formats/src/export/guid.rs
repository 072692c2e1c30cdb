//! Globally unique ids that stay the same whenever and wherever an event is written.
//!
//! UUIDs of version 5 (RFC 9562, section 5.5), made from the event's and the talk's id. An id that
//! another program gave is kept.

use nachlese_event::{EventId, PersonId, Talk};
use uuid::Uuid;

/// The namespace of all events: the UUID of the name `nachlese` among the OIDs. It must never
/// change.
const NAMESPACE: (Uuid, &[u8]) = (Uuid::NAMESPACE_OID, b"nachlese");
/// Podcasting 2.0's namespace for feeds (`docs/tags/guid.md`, read on 2026-11-24).
const PODCASTS: Uuid = Uuid::from_u128(0xead4_c236_bf58_58c6_a2c6_a6b2_8d12_8cb6);

/// The UUID of the event. If its id is a UUID already, it is kept.
pub(super) fn event(event: &EventId) -> Uuid {
    Uuid::parse_str(event.as_str()).unwrap_or_else(|_| {
        let namespace = Uuid::new_v5(&NAMESPACE.0, NAMESPACE.1);
        Uuid::new_v5(&namespace, event.as_str().as_bytes())
    })
}

/// The UUID of a talk. If its guid or id is a UUID already, as after an import, it is kept.
pub(super) fn talk(of: &EventId, talk: &Talk) -> Uuid {
    let given = talk.guid.iter().map(String::as_str);
    let mut given = given.chain([talk.id.as_str()]);
    let found = given.find_map(|text| Uuid::parse_str(text).ok());
    found.unwrap_or_else(|| part(of, "talk", talk.id.as_str()))
}

/// The guid of a talk, spelled as the original program wrote it. Schedule formats identify talks by
/// it.
pub(super) fn talk_as_given(of: &EventId, of_talk: &Talk) -> String {
    let own = talk(of, of_talk).to_string();
    let given = of_talk.guid.as_ref();
    // Not in braces and not without hyphens, because the formats allow neither.
    let given = given.filter(|given| given.eq_ignore_ascii_case(&own));
    given.cloned().unwrap_or(own)
}

/// The text by which calendars and feeds identify a talk. It may be any text, so the id of another
/// program is kept.
pub(super) fn of_entry(of: &EventId, of_talk: &Talk) -> String {
    let given = of_talk.guid.clone();
    given.unwrap_or_else(|| talk(of, of_talk).to_string())
}

/// The UUID of the host.
pub(super) fn host(of: &EventId) -> Uuid {
    part(of, "host", "")
}

/// The UUID of the venue.
pub(super) fn venue(of: &EventId) -> Uuid {
    part(of, "venue", "")
}

/// The UUID of a person. If the id is a UUID already, as after an import, it is kept.
pub(super) fn person(of: &EventId, person: &PersonId) -> Uuid {
    Uuid::parse_str(person.as_str()).unwrap_or_else(|_| part(of, "person", person.as_str()))
}

/// The UUID of a room, made from its name.
pub(super) fn room(of: &EventId, name: &str) -> Uuid {
    part(of, "room", name)
}

/// The UUID of a feed, made from its address without scheme.
pub(super) fn feed(address: &str) -> Uuid {
    let name = address.split_once("://").map_or(address, |(_, name)| name);
    Uuid::new_v5(&PODCASTS, name.trim_end_matches('/').as_bytes())
}

fn part(of: &EventId, what: &str, name: &str) -> Uuid {
    Uuid::new_v5(&event(of), format!("{what}:{name}").as_bytes())
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;

    /// The talk of an event with these fields.
    fn talk_of(fields: &str) -> Talk {
        let text = format!(r#"{{"id": "e", "title": "T", "talks": [{{{fields}}}]}}"#);
        parse(&text).unwrap().0.talks.remove(0)
    }

    #[test]
    fn never_change() {
        let id = EventId::new("e").unwrap();
        let own = |talk_id: &str| talk(&id, &talk_of(&format!(r#""id": "{talk_id}""#))).to_string();
        assert_eq!(own("panel"), "881a2687-4855-57d6-bca6-58a4e7a8d61f");
        assert_ne!(own("panel"), own("talk"));
        assert_eq!(
            event(&id).to_string(),
            "52fc8c73-da6c-587d-8e79-b77812639019"
        );
        assert_eq!(
            person(&id, &PersonId::new("ada").unwrap()).to_string(),
            "5e18c513-9ecf-543d-aa79-0dc60723e7ff"
        );
    }

    #[test]
    fn keep_what_another_program_gave() {
        const A: &str = "0c9b0b1e-52c4-5bb5-9c2f-1f6a1f5b3a10";
        const B: &str = "AAAAAAAA-0000-4000-8000-00000000000B";
        let own = "881a2687-4855-57d6-bca6-58a4e7a8d61f";
        let id = EventId::new("e").unwrap();
        for (fields, of_schedule, of_calendar) in [
            (r#""id": "panel""#.to_owned(), own, own),
            (format!(r#""id": "{A}""#), A, A),
            (format!(r#""id": "{A}", "guid": "{B}""#), B, B),
            (
                r#""id": "panel", "guid": "7@werkstatt.example""#.to_owned(),
                own,
                "7@werkstatt.example",
            ),
            (
                format!(r#""id": "panel", "guid": "{{{A}}}""#),
                A,
                "{0c9b0b1e-52c4-5bb5-9c2f-1f6a1f5b3a10}",
            ),
        ] {
            let talk = talk_of(&fields);
            assert_eq!(talk_as_given(&id, &talk), of_schedule, "{fields}");
            assert_eq!(of_entry(&id, &talk), of_calendar, "{fields}");
        }
        let person_id = PersonId::new(A).unwrap();
        assert_eq!(person(&id, &person_id).to_string(), A);
    }

    #[test]
    fn of_feeds_are_those_of_the_podcast_index() {
        // The examples of docs/tags/guid.md.
        for (address, guid) in [
            (
                "https://mp3s.nashownotes.com/pc20rss.xml",
                "917393e3-1b1e-5cef-ace4-edaa54e1f810",
            ),
            (
                "https://podnews.net/rss/",
                "9b024349-ccf0-5f69-a609-6b82873eab3c",
            ),
        ] {
            assert_eq!(feed(address).to_string(), guid);
        }
    }
}
