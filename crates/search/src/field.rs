//! The parts of a talk that are searched, and how much a hit in each is worth.

/// A part of a talk's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    /// Its title, and the topic that stands in for one.
    Title,
    /// The names of those who gave it.
    Person,
    /// Their offices and organisations; also the names of those who led it or sat on a panel.
    Affiliation,
    /// Its keywords.
    Tag,
    /// The strand it belongs to.
    Track,
    /// Where it took place.
    Room,
    /// What was said, in a few sentences.
    Abstract,
    /// What was said, word for word: statements and transcripts.
    Passage,
}

/// A set of fields, a bit each.
pub(super) type Fields = u8;

/// Every field.
pub(super) const ALL: Fields = !0;

impl Field {
    /// The set of this field alone.
    pub(super) fn bit(self) -> Fields {
        1 << self as u8
    }
}

/// How much a hit is worth, by the field's number.
pub(super) const WEIGHTS: [u32; 8] = [10, 9, 4, 7, 5, 5, 3, 2];

/// The fields that a prefix such as `person:` names, in German or English; the name is folded.
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
