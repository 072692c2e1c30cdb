//! Reads references. Whether their targets exist is known only after everything is read.

use nachlese_event::{PersonId, Seconds, TalkId};

use super::{
    cursor::{Fields, Node},
    scalar::id,
    time::position,
};
use crate::{advice::advise, rules::Reference};

/// Reads the id of somebody in `people`.
pub(super) fn person_ref(node: Node<'_>) -> Option<PersonId> {
    let id: PersonId = id(node)?;
    node.context
        .refer(node.path(), Reference::Person(id.clone()));
    Some(id)
}

/// Reads the id of a talk.
pub(super) fn talk_ref(node: Node<'_>) -> Option<TalkId> {
    let id: TalkId = id(node)?;
    node.context.refer(node.path(), Reference::Talk(id.clone()));
    Some(id)
}

/// Reads the talk that something is about, and `field` with the position in its recording.
pub(super) fn talk_at(
    fields: &Fields<'_>,
    field: &'static str,
) -> (Option<TalkId>, Option<Seconds>) {
    let talk = fields.read("talk", talk_ref);
    let at = fields.read(field, position);
    let node = fields.node;
    advise!(
        node.context,
        position_has_talk(at, talk.as_ref(), &node.path().field(field))
    );
    (talk, at)
}

#[cfg(test)]
mod tests {
    use nachlese_event::{Event, Seconds, SectionKind};

    use crate::parse;

    fn read(sections: &str) -> (Event, Vec<String>) {
        let (event, problems) = parse(&format!(
            r#"{{"schemaVersion": 1, "id": "x", "language": "de", "title": "T",
                 "talks": [{{"id": "runde", "kind": "panel", "title": "Runde"}}],
                 "sections": [{sections}]}}"#
        ))
        .unwrap();
        let told = problems.iter();
        let told = told.map(|problem| format!("{} {}", problem.code(), problem.path));
        (event, told.collect())
    }

    fn photo(fields: &str) -> String {
        format!(
            r#"{{"type": "figure", "photo": {{"src": "a.jpg", "width": 4, "height": 3, "alt": "A",
                "credit": "B", "rightsCleared": true, {fields}}}}}"#
        )
    }

    #[test]
    fn a_photo_and_a_key_message_have_their_second() {
        let (event, found) = read(&format!(
            r#"{}, {{"type": "panel", "talk": "runde", "coreMessage": "Kern", "coreMessageAt": 66}}"#,
            photo(r#""talk": "runde", "at": "12:34""#)
        ));
        assert_eq!(found, <[&str; 0]>::default());
        let photo = event.sections[0].figure.as_ref().unwrap();
        let photo = photo.photo.as_ref().unwrap();
        assert_eq!(photo.talk.as_ref(), Some(&event.talks[0].id));
        assert_eq!(photo.at, Some(Seconds(754)));
        let SectionKind::Panel {
            core_message_at, ..
        } = &event.sections[1].kind
        else {
            panic!("no panel");
        };
        assert_eq!(*core_message_at, Some(Seconds(66)));
    }

    #[test]
    fn a_position_has_a_talk_that_exists_and_is_within_100_hours() {
        for (section, expected) in [
            (
                photo(r#""at": 5"#),
                "position-without-talk sections[0].photo.at",
            ),
            (
                photo(r#""talk": "rund", "at": 5"#),
                "unknown-talk sections[0].photo.talk",
            ),
            (
                photo(r#""talk": "runde", "at": "100:00:01""#),
                "invalid-time sections[0].photo.at",
            ),
            (
                photo(r#""talc": "runde""#),
                "unknown-field sections[0].photo.talc",
            ),
            (
                r#"{"type": "panel", "coreMessage": "Kern", "coreMessageAt": 5}"#.to_owned(),
                "position-without-talk sections[0].coreMessageAt",
            ),
            (
                r#"{"type": "panel", "talk": "runde", "coreMessageAt": 5}"#.to_owned(),
                "missing-field sections[0]",
            ),
        ] {
            assert_eq!(read(&section).1, [expected], "{section}");
        }
    }
}
