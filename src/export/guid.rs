//! Ids that are the same whenever and wherever an event is written, and unlike any other.
//!
//! UUIDs of version 5 (RFC 9562, section 5.5), made of the event's and the talk's id.

use uuid::Uuid;

use crate::model::{EventId, PersonId, TalkId};

/// The namespace of all events: the UUID of the name `nachlese` among the OIDs. Never to change.
const NAMESPACE: (Uuid, &[u8]) = (Uuid::NAMESPACE_OID, b"nachlese");
/// Podcasting 2.0's namespace for feeds (`docs/tags/guid.md`, read on 2026-11-24).
const PODCASTS: Uuid = Uuid::from_u128(0xead4_c236_bf58_58c6_a2c6_a6b2_8d12_8cb6);

/// The event's; an id that is a UUID already is kept.
pub(super) fn event(event: &EventId) -> Uuid {
    Uuid::parse_str(event.as_str()).unwrap_or_else(|_| {
        let namespace = Uuid::new_v5(&NAMESPACE.0, NAMESPACE.1);
        Uuid::new_v5(&namespace, event.as_str().as_bytes())
    })
}

/// A talk's; an id that is a UUID already, as after an import, is kept.
pub(super) fn talk(of: &EventId, talk: &TalkId) -> Uuid {
    Uuid::parse_str(talk.as_str()).unwrap_or_else(|_| part(of, "talk", talk.as_str()))
}

/// The host's.
pub(super) fn host(of: &EventId) -> Uuid {
    part(of, "host", "")
}

/// The venue's.
pub(super) fn venue(of: &EventId) -> Uuid {
    part(of, "venue", "")
}

/// A person's.
pub(super) fn person(of: &EventId, person: &PersonId) -> Uuid {
    part(of, "person", person.as_str())
}

/// A room's, by its name.
pub(super) fn room(of: &EventId, name: &str) -> Uuid {
    part(of, "room", name)
}

/// A feed's, by its address without scheme.
pub(super) fn feed(address: &str) -> Uuid {
    let name = address.split_once("://").map_or(address, |(_, name)| name);
    Uuid::new_v5(&PODCASTS, name.trim_end_matches('/').as_bytes())
}

fn part(of: &EventId, what: &str, name: &str) -> Uuid {
    Uuid::new_v5(&event(of), format!("{what}:{name}").as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn never_change() {
        let id = EventId::new("e").unwrap();
        let [panel, same, other] = ["panel", "panel", "talk"].map(|text| {
            let talk_id = TalkId::new(text).unwrap();
            talk(&id, &talk_id)
        });
        assert_eq!(panel, same);
        assert_ne!(panel, other);
        assert_eq!(panel.get_version_num(), 5);
        assert_eq!(
            event(&id).to_string(),
            "52fc8c73-da6c-587d-8e79-b77812639019"
        );
        assert_eq!(panel.to_string(), "881a2687-4855-57d6-bca6-58a4e7a8d61f");
    }

    #[test]
    fn keep_a_uuid_that_is_there() {
        let text = "0c9b0b1e-52c4-5bb5-9c2f-1f6a1f5b3a10";
        let talk_id = TalkId::new(text).unwrap();
        assert_eq!(
            talk(&EventId::new("e").unwrap(), &talk_id).to_string(),
            text
        );
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
