//! Findings about an event's data: what is wrong, where, and how bad. `nachlese_check` has the words.

#[cfg(feature = "command")]
mod advice;
mod code;
#[cfg(feature = "command")]
mod import;
mod json_path;
mod placed;
mod severity;
mod words;

#[cfg(feature = "command")]
pub use advice::{Advice, Markup, NameFault};
#[cfg(feature = "command")]
pub use import::{Candidate, ImportFinding};
pub use json_path::JsonPath;
pub use placed::Problem;
pub use severity::Severity;
pub use words::{clip, thing};

/// What is wrong. Each variant has a stable code for scripts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Finding {
    /// A required field is missing.
    MissingField {
        /// The field's name.
        field: &'static str,
    },
    /// A value has the wrong JSON type.
    WrongType {
        /// What is expected, as the format's word, for example `text`.
        expected: &'static str,
        /// What was found, for example `number`.
        found: &'static str,
    },
    /// The format has no such field.
    UnknownField {
        /// The field's name.
        field: String,
        /// The closest field of the format.
        suggestion: Option<String>,
    },
    /// A word is not one of those allowed here.
    UnknownValue {
        /// The word.
        value: String,
        /// The allowed words.
        allowed: &'static [&'static str],
        /// The closest of them.
        suggestion: Option<String>,
    },
    /// The kind of a talk is not a known one, but close to one.
    UnusualKind {
        /// The word.
        value: String,
        /// The closest known kind.
        suggestion: String,
    },
    /// Nobody in `people` has the id.
    UnknownPerson {
        /// The id.
        id: String,
        /// The closest id.
        suggestion: Option<String>,
    },
    /// No talk has the id.
    UnknownTalk {
        /// The id.
        id: String,
        /// The closest id.
        suggestion: Option<String>,
    },
    /// Two things have the same id.
    DuplicateId {
        /// The id.
        id: String,
        /// The new id of the later one. Without one, the later one is left out.
        renamed: Option<String>,
    },
    /// The text cannot be an id.
    InvalidId {
        /// The text.
        value: String,
    },
    /// The text is not a language tag.
    InvalidLanguage {
        /// The text.
        value: String,
    },
    /// The text is not a date or local time.
    InvalidDate {
        /// The text.
        value: String,
    },
    /// The text is neither a duration nor a position.
    InvalidTime {
        /// The text.
        value: String,
    },
    /// A time ends in `Z`, so it is not the event's local time.
    UtcTime {
        /// The text.
        value: String,
    },
    /// No time zone has this name.
    UnknownTimeZone {
        /// The name.
        value: String,
        /// The closest name.
        suggestion: Option<String>,
    },
    /// A foreign file names universal time, but writes its clock times at another offset.
    DoubtfulTimeZone {
        /// The zone that it names.
        value: String,
        /// The offset.
        offset: String,
    },
    /// A foreign file writes its times at several offsets, and does not name the event's zone.
    MixedOffsets {
        /// The offset at which they are shown.
        offset: String,
    },
    /// An end is before its start.
    EndsBeforeStart,
    /// A talk's start or end is outside the event's days.
    OutsideEvent,
    /// An address that is not safe to link to.
    UnsafeUrl {
        /// The address.
        url: String,
        /// What is wrong with it.
        reason: crate::UnsafeHref,
    },
    /// The text cannot be an id at the provider.
    InvalidProviderId {
        /// The provider.
        provider: &'static str,
        /// The text.
        value: String,
    },
    /// An address of the provider stands where its id belongs.
    AddressAsId {
        /// The id that is read from it.
        id: std::sync::Arc<str>,
        /// The video with everything else that the address says, if it is the address of a video.
        video: Option<crate::VideoSource>,
    },
    /// An address of another provider than the file says.
    OtherProvider {
        /// The provider.
        provider: &'static str,
        /// The provider that the address belongs to.
        found: &'static str,
    },
    /// A picture has no alternative text.
    MissingAlt,
    /// A photograph cannot be shown yet.
    PhotoIncomplete {
        /// The fields that are missing.
        missing: Vec<&'static str>,
    },
    /// A picture is on another host. Loading it would contact that host without asking the reader.
    ForeignPicture {
        /// The host.
        host: String,
    },
    /// A recording that is a file has no captions written by people.
    MissingCaptions,
    /// A text has no version in the event's language.
    MissingTranslation {
        /// The event's language.
        language: String,
    },
    /// There can be only one section of this type, and there already is one.
    RepeatedSection {
        /// The section's type.
        kind: &'static str,
    },
    /// A text that is shown inside a link contains a link itself.
    LinkNotPossible,
    /// A position in a recording is given without the talk.
    PositionWithoutTalk,
    /// A foreign file contains something that the event format has no field for.
    NotImported {
        /// The field's name.
        field: String,
        /// In how many places. The path is that of the first.
        count: usize,
    },
    /// A foreign file lacks something that an event must have.
    Assumed {
        /// The field of the event.
        field: &'static str,
        /// The assumed value.
        value: String,
    },
    /// The file is not UTF-8 and does not name its encoding, or names one that does not exist.
    GuessedEncoding {
        /// The encoding in which it was read.
        encoding: &'static str,
    },
    /// Characters of the file cannot be read.
    UnreadableLetters {
        /// How many.
        count: usize,
        /// The first word with such a character.
        word: String,
    },
    /// A foreign file has items that are not in its programme: declined, or not decided yet.
    NotAccepted {
        /// How many. The path is that of the first.
        count: usize,
        /// What the file says about them.
        states: String,
    },
    /// Items of a foreign file could not be read.
    ItemsLost {
        /// How many.
        count: usize,
        /// Of how many.
        total: usize,
    },
    /// A foreign file has no items at all.
    NoItems,
    /// A foreign file repeats something by a rule that this program does not understand.
    RuleNotFollowed {
        /// The part of the rule.
        rule: String,
    },
    /// A foreign file repeats something for longer than is shown.
    SeriesGoesOn {
        /// How many dates are shown.
        shown: usize,
    },
    /// A group of words that mean the same has fewer than two words.
    TooFewSynonyms,
    /// A word is listed twice among words that mean the same.
    RepeatedSynonym {
        /// The word.
        word: String,
    },
    /// Something about a file that only the command line reads.
    #[cfg(feature = "command")]
    Import(ImportFinding),
    /// Something about what the event says.
    #[cfg(feature = "command")]
    Advice(Advice),
    /// An open note of the editors.
    EditorialNote {
        /// The note.
        text: String,
    },
}
