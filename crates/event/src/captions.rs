//! Captions of a recording.

use serde::Serialize;

use super::{Href, LanguageTag};

/// A file of captions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Captions {
    /// The WebVTT file, relative to the event's file.
    pub url: Href,
    /// The captions' language.
    pub language: LanguageTag,
    /// Who wrote them.
    pub origin: CaptionsOrigin,
}

/// Who wrote the captions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum CaptionsOrigin {
    /// People.
    Human,
    /// A machine. Such captions are labelled, and do not count as accessible.
    Auto,
    /// Not stated.
    #[default]
    Unknown,
}

impl CaptionsOrigin {
    /// The words of the format.
    pub const WORDS: &[&str] = &["human", "auto", "unknown"];

    /// Reads the word of the format.
    #[must_use]
    pub fn new(word: &str) -> Option<Self> {
        match word {
            "human" => Some(Self::Human),
            "auto" => Some(Self::Auto),
            "unknown" => Some(Self::Unknown),
            _ => None,
        }
    }
}
