//! What a merge did, and what it left for people to decide.

use nachlese_event::problem::JsonPath;
use serde_json::Value;

/// Something that a merge did, or did not do.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// Where, in the merged file. What is not there any more would be there.
    pub path: JsonPath,
    /// The item of the event's lists that it belongs to.
    pub item: Option<Item>,
    /// The names of the fields that lead to it from there, such as `recording` and `sources`.
    pub fields: Vec<String>,
    /// What was done.
    pub what: What,
}

/// An item of one of the event's lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The list, for example `talks`.
    pub list: String,
    /// Its number in the merged file, from 1. Nothing if it is not there.
    pub number: Option<usize>,
    /// Its title or name, in whichever language comes first.
    pub title: Option<String>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// The source has something new; it came in.
    Added(Value),
    /// The source changed a value that nobody had edited; the new one was taken.
    Taken {
        /// The value until now.
        before: Value,
        /// The new one.
        now: Value,
    },
    /// The source has something no more that nobody had edited; it was taken out.
    Removed(Value),
    /// A talk is no longer in the source. It stays, as the editor must know what became of it.
    Gone,
    /// A talk is no longer in the source, and was marked as cancelled.
    Cancelled,
    /// Source and editor changed the same. The edit stays.
    Conflict {
        /// What the source says now; nothing if it took the value out.
        source: Option<Value>,
        /// What the editor wrote; nothing if the editor took it out.
        edited: Option<Value>,
    },
    /// It is not known who changed this, as the last import is unknown. The file stays as it is.
    Differs {
        /// What the source says.
        source: Value,
        /// What the file says; nothing if it says nothing.
        edited: Option<Value>,
    },
    /// The source changed a text of which the editor has versions in other languages. They may no
    /// longer fit.
    Translated {
        /// Their languages.
        languages: Vec<String>,
    },
    /// The source is written in another language than before. The event's language stays.
    OtherLanguage {
        /// The language of the source.
        source: String,
    },
}

impl What {
    /// Whether an editor should look at it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        !matches!(
            self,
            Self::Added(_) | Self::Taken { .. } | Self::Removed(_) | Self::Cancelled
        )
    }
}
