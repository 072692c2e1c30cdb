//! The codes of findings, for scripts.

use super::Finding;

impl Finding {
    /// The stable code, in kebab-case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::MissingField { .. } => "missing-field",
            Self::WrongType { .. } => "wrong-type",
            Self::UnknownField { .. } => "unknown-field",
            Self::UnknownValue { .. } => "unknown-value",
            Self::UnusualKind { .. } => "unusual-kind",
            Self::UnknownPerson { .. } => "unknown-person",
            Self::UnknownTalk { .. } => "unknown-talk",
            Self::DuplicateId { .. } => "duplicate-id",
            Self::InvalidId { .. } => "invalid-id",
            Self::InvalidLanguage { .. } => "invalid-language",
            Self::InvalidDate { .. } => "invalid-date",
            Self::InvalidTime { .. } => "invalid-time",
            Self::UtcTime { .. } => "utc-time",
            Self::UnknownTimeZone { .. } => "unknown-time-zone",
            Self::DoubtfulTimeZone { .. } => "doubtful-time-zone",
            Self::MixedOffsets { .. } => "mixed-offsets",
            Self::EndsBeforeStart => "ends-before-start",
            Self::OutsideEvent => "outside-event",
            Self::UnsafeUrl { .. } => "unsafe-url",
            Self::InvalidProviderId { .. } => "invalid-provider-id",
            Self::AddressAsId { .. } => "address-as-id",
            Self::OtherProvider { .. } => "other-provider",
            Self::MissingAlt => "missing-alt",
            Self::PhotoIncomplete { .. } => "photo-incomplete",
            Self::ForeignPicture { .. } => "foreign-picture",
            Self::MissingCaptions => "missing-captions",
            Self::MissingTranslation { .. } => "missing-translation",
            Self::RepeatedSection { .. } => "repeated-section",
            Self::LinkNotPossible => "link-not-possible",
            Self::PositionWithoutTalk => "position-without-talk",
            Self::NotImported { .. } => "not-imported",
            Self::Assumed { .. } => "assumed",
            Self::GuessedEncoding { .. } => "guessed-encoding",
            Self::UnreadableLetters { .. } => "unreadable-letters",
            Self::NotAccepted { .. } => "not-accepted",
            Self::ItemsLost { .. } => "items-lost",
            Self::NoItems => "no-items",
            Self::RuleNotFollowed { .. } => "rule-not-followed",
            Self::SeriesGoesOn { .. } => "series-goes-on",
            Self::TooFewSynonyms => "too-few-synonyms",
            Self::RepeatedSynonym { .. } => "repeated-synonym",
            #[cfg(feature = "command")]
            Self::Import(finding) => finding.code(),
            #[cfg(feature = "command")]
            Self::Advice(advice) => advice.code(),
            Self::EditorialNote { .. } => "editorial-note",
        }
    }
}
