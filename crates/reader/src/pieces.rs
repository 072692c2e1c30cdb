//! An event that arrives in pieces, so that the page stays usable while it is read.
//!
//! `nachlese_formats` makes them. The first one is a list: the file without its people and talks,
//! how many talks there are, the ids that the file itself uses if that matters, and the
//! fingerprint of its text. All others are objects with a list of `people` or of `talks`, people
//! first. The event and the findings are the same as if the whole file were read at once.

use nachlese_event::{Event, problem::Problem};

use super::{
    ParseError,
    context::Context,
    cursor::Node,
    document,
    event::{Before, event, talks_stand_on},
    ids::Ids,
    json::Json,
    person::person,
    talk::talk,
};
use crate::rules::Reference;

/// Reads the pieces of an event, one after the other.
pub struct PieceReader {
    head: Json,
    fingerprint: String,
    talk_count: usize,
    before: Before,
    /// How many people and talks there were so far, including those that were left out.
    seen: [usize; 2],
}

impl PieceReader {
    /// Begins with the first piece.
    ///
    /// # Errors
    /// [`ParseError`] if it is not a piece.
    pub fn begin(piece: &[u8]) -> Result<Self, ParseError> {
        let first = json(piece)?;
        let found = first.kind();
        let Json::List(parts) = first else {
            return Err(ParseError::NotAnEvent { found });
        };
        let mut parts = parts.into_iter();
        let mut next = || parts.next().unwrap_or(Json::Null);
        let (head, count, ids, fingerprint) = (next(), next(), next(), next());
        let context = Context::default();
        talks_stand_on(Node::root(&head, &context));
        let mut before = Before {
            ids: Ids::reserve(&head),
            context: context.only_what_was_told(),
            ..Before::default()
        };
        before.ids.reserve_all(&ids);
        let talk_count = match count {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the number of a list's elements; a wrong one saturates and costs nothing"
            )]
            Json::Number(count) => count as usize,
            _ => 0,
        };
        // Reserved at once, because growing would leave gaps in a memory that never shrinks.
        before.talks.reserve(talk_count.min(1_000_000));
        let fingerprint = match fingerprint {
            Json::String(text) => text,
            _ => String::new(),
        };
        Ok(Self {
            head,
            fingerprint,
            talk_count,
            before,
            seen: [0; 2],
        })
    }

    /// Reads the next piece.
    ///
    /// # Errors
    /// [`ParseError`] if it is not a piece.
    pub fn add(&mut self, piece: &[u8]) -> Result<(), ParseError> {
        let piece = json(piece)?;
        let Before {
            ids,
            known,
            people,
            talks,
            context,
        } = &mut self.before;
        let [people_seen, talks_seen] = &mut self.seen;
        Node::root(&piece, context).object(|fields| {
            if let Some(node) = fields.get("people") {
                people.extend(node.list_on(people_seen, |node| person(node, known))?);
            }
            if let Some(node) = fields.get("talks") {
                talks.extend(node.list_on(talks_seen, |node| talk(node, ids))?);
            }
            Some(())
        });
        // Only references without a known target are kept. There are few of them.
        context.drop_references(|reference| match reference {
            Reference::Person(id) => known.contains(id.as_str()),
            Reference::Talk(_) => false,
        });
        Ok(())
    }

    /// How many talks were read, and how many there will be.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        (self.seen[1], self.talk_count)
    }

    /// The fingerprint of the whole file's text.
    #[must_use]
    pub fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Makes the event from all pieces.
    ///
    /// # Errors
    /// [`ParseError`] if they are not an event.
    pub fn finish(self) -> Result<(Event, Vec<Problem>), ParseError> {
        let Self { head, before, .. } = self;
        super::finish(&head, |node| event(node, before))
    }
}

fn json(piece: &[u8]) -> Result<Json, ParseError> {
    // As a text, because another JSON reader would take 10 kB.
    document(std::str::from_utf8(piece).unwrap_or_default())
}
