//! The languages of the program's own sentences.

use crate::LanguageTag;

/// The languages of the program's own sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Speech {
    /// German.
    #[default]
    German,
    /// English, also for readers of any other language.
    English,
}

impl Speech {
    /// The program's language for a reader of `language`.
    #[must_use]
    pub fn of(language: &LanguageTag) -> Self {
        if language.primary().eq_ignore_ascii_case("de") {
            Self::German
        } else {
            Self::English
        }
    }

    /// The language's tag.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.pick("de", "en")
    }

    /// The language itself.
    #[must_use]
    pub fn language_tag(self) -> LanguageTag {
        match self {
            Self::German => LanguageTag::german(),
            Self::English => LanguageTag::english(),
        }
    }

    /// Chooses the sentence in this language.
    #[must_use]
    pub fn pick<T>(self, german: T, english: T) -> T {
        match self {
            Self::German => german,
            Self::English => english,
        }
    }
}

/// Builds the sentence in the wanted language only. Both may contain variables in braces.
#[macro_export]
macro_rules! say {
    ($speech:expr, $german:literal, $english:literal) => {
        match $speech {
            $crate::Speech::German => format!($german),
            $crate::Speech::English => format!($english),
        }
    };
}
