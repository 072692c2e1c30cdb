//! What became of a programme item that did not take place as announced.

use serde::Serialize;

/// What became of a programme item. Without a status, it took place as described.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum TalkStatus {
    /// It did not take place. Such an item is shown, but not counted in any total.
    Cancelled,
    /// It took place at another time or in another room than announced. Its fields have the actual
    /// time and room.
    Moved,
}

impl TalkStatus {
    /// The words of the format.
    pub const WORDS: &[&str] = &["cancelled", "moved"];

    /// Reads the word of the format.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        match word {
            "cancelled" => Some(Self::Cancelled),
            "moved" => Some(Self::Moved),
            _ => None,
        }
    }

    /// The word of the format.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Cancelled => "cancelled",
            Self::Moved => "moved",
        }
    }
}
