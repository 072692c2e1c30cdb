//! The parts of a talk that are searched, and how much a match in each counts.

/// A part of a talk's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Its title, or the topic in its place.
    Title,
    /// The names of the speakers.
    Person,
    /// The offices and organisations of the speakers, and the names of moderators and panelists.
    Affiliation,
    /// Its keywords.
    Tag,
    /// Its track.
    Track,
    /// Where it took place.
    Room,
    /// Its abstract.
    Abstract,
    /// What was said, word for word: quotes and transcripts.
    Passage,
}

/// A set of fields, with one bit for each.
pub(super) type Fields = u8;

/// Every field.
pub(super) const ALL: Fields = !0;

impl Field {
    /// The set of this field alone.
    pub(super) fn bit(self) -> Fields {
        1 << self as u8
    }
}

/// How much a match counts, by the field's number.
pub(super) const WEIGHTS: [u32; 8] = [10, 9, 4, 7, 5, 5, 3, 2];

/// The fields for a prefix such as `person:`, in German or English. The name is folded.
pub(super) fn named(name: &str) -> Option<Fields> {
    let title = Field::Title.bit();
    let person = Field::Person.bit() | Field::Affiliation.bit();
    let tag = Field::Tag.bit();
    let track = Field::Track.bit();
    Some(match name {
        "person" | "speaker" | "sprecher" | "sprecherin" | "name" => person,
        "thema" | "topic" => title | tag | track,
        "tag" | "schlagwort" => tag,
        "raum" | "room" | "ort" => Field::Room.bit(),
        "track" | "strang" => track,
        "titel" | "title" => title,
        "gesagt" | "said" => Field::Passage.bit(),
        _ => return None,
    })
}
