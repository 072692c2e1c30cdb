//! How bad findings are.

use super::Finding;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// An open question for an editor. Nothing is wrong with the file.
    Note,
    /// It is shown as it is, but should be corrected.
    Warning,
    /// Something is left out of the page.
    Error,
}

impl Finding {
    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            #[cfg(feature = "command")]
            Self::Import(finding) => finding.severity(),
            #[cfg(feature = "command")]
            Self::Advice(advice) => advice.severity(),
            Self::EditorialNote { .. }
            | Self::NotImported { .. }
            | Self::NotAccepted { .. }
            | Self::Assumed { .. }
            | Self::SeriesGoesOn { .. }
            | Self::AddressAsId { .. } => Severity::Note,
            Self::GuessedEncoding { .. }
            | Self::UnreadableLetters { .. }
            | Self::ItemsLost { .. }
            | Self::NoItems
            | Self::UnknownField { .. }
            | Self::UnusualKind { .. }
            | Self::OutsideEvent
            | Self::UnknownTimeZone { .. }
            | Self::DoubtfulTimeZone { .. }
            | Self::MixedOffsets { .. }
            | Self::MissingAlt
            | Self::PhotoIncomplete { .. }
            | Self::MissingCaptions
            | Self::MissingTranslation { .. }
            | Self::LinkNotPossible
            | Self::TooFewSynonyms
            | Self::RepeatedSynonym { .. }
            | Self::PositionWithoutTalk => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
