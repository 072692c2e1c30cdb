//! Findings about what an event says, beyond what a field may contain. Only the command line looks for
//! them.

use super::Severity;

/// What an editor should look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Advice {
    /// An alternative text says the same as the caption.
    AltRepeatsCaption,
    /// An alternative text begins with „Bild von“ or the like.
    AltNamesMedium {
        /// The beginning, as written.
        beginning: String,
        /// What follows.
        rest: String,
    },
    /// An alternative text is the name of a file.
    AltIsFileName {
        /// The text.
        alt: String,
    },
    /// A credit begins with the label that the page writes before it.
    CreditRepeatsLabel {
        /// The beginning, as written.
        label: String,
        /// The name alone.
        rest: String,
    },
    /// A credit begins with the sign for copyright, after the label that the page writes.
    CreditHasSign {
        /// The credit.
        credit: String,
        /// The name alone.
        rest: String,
    },
    /// People whose role at the event is not given. The path is that of the first.
    RoleMissing {
        /// How many.
        count: usize,
        /// Of how many.
        total: usize,
        /// The names of the first.
        first: Vec<String>,
    },
    /// Two people have the same name, perhaps written in another way.
    NameTwice {
        /// The name here.
        name: String,
        /// The name of the other one.
        other: String,
        /// The id of the other one.
        id: String,
    },
    /// The names of two people differ in one letter.
    NamesAlike {
        /// The name here.
        name: String,
        /// The name of the other one.
        other: String,
        /// The id of the other one.
        id: String,
    },
    /// Somebody is listed twice in the same talk or panel.
    PersonRepeated {
        /// The id.
        id: String,
    },
    /// A quote contains the name that the page writes below it.
    NameInQuote {
        /// The name, as written in the quote.
        name: String,
    },
    /// Somebody has two talks at the same time.
    DoubleBooked {
        /// The name.
        name: String,
        /// The heading of the other talk.
        talk: String,
        /// When the other talk is, `10:00–10:45`.
        time: String,
    },
    /// Signs of another mark-up, which are shown as they are.
    RawMarkup {
        /// The piece of text.
        found: String,
        /// What sort of mark-up.
        markup: Markup,
        /// The piece as it should be.
        better: String,
    },
    /// An address in a text, which does not become a link.
    BareAddress {
        /// The address.
        url: String,
    },
    /// A panel on which nobody sits.
    PanelWithoutPeople,
    /// Texts without a version in a language that most texts have. The path is that of the first.
    TextsMissing {
        /// The language.
        language: String,
        /// How many.
        count: usize,
        /// How many texts have the language.
        others: usize,
        /// The paths of the first.
        first: Vec<String>,
    },
    /// Links that the law requires.
    LegalMissing {
        /// The fields that are missing.
        fields: Vec<&'static str>,
    },
    /// A heading that fits any section.
    EmptyHeading {
        /// The heading.
        words: String,
    },
    /// The label of a link that fits any link.
    EmptyLabel {
        /// The label.
        words: String,
    },
    /// Two kinds of talks show the same word.
    KindsAlike {
        /// The kind here.
        kind: String,
        /// The other one.
        other: String,
        /// What readers see.
        word: String,
    },
    /// A file whose name some hosts or computers cannot handle.
    FileNameUnsafe {
        /// The name.
        name: String,
        /// What is wrong with it.
        fault: NameFault,
        /// A name that works everywhere.
        better: String,
    },
    /// Two files whose names differ in case only.
    FileNamesAlike {
        /// The path here.
        name: String,
        /// The other one.
        other: String,
    },
    /// A field that is missing is there under another name.
    FieldMisspelt {
        /// The name in the file.
        field: String,
        /// The name in the format.
        meant: String,
    },
    /// The same at further places. The path is that of the next.
    More {
        /// How many, including the next.
        count: usize,
        /// What it is about.
        code: &'static str,
        /// How bad that is.
        severity: Severity,
    },
}

/// A sort of mark-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    /// `**bold**`, `_slanted_`, `# heading`
    Markdown,
    /// `<b>bold</b>`
    Tag,
    /// `&amp;`
    Entity,
}

/// Why a file's name does not work everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameFault {
    /// A space.
    Space,
    /// Letters and their dots or accents are two characters each.
    Decomposed,
    /// A character that means something else in addresses: `#`, `?` or `%`.
    Address,
    /// A character that Windows does not allow.
    Windows,
    /// A dot at the beginning: many hosts do not deliver such files.
    LeadingDot,
    /// A dot at the end: Windows drops it.
    TrailingDot,
    /// The name of a device on Windows.
    Device,
}

impl Advice {
    /// The stable code, in kebab-case.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::AltRepeatsCaption => "alt-repeats-caption",
            Self::AltNamesMedium { .. } => "alt-names-medium",
            Self::AltIsFileName { .. } => "alt-is-file-name",
            Self::CreditRepeatsLabel { .. } => "credit-repeats-label",
            Self::CreditHasSign { .. } => "credit-has-sign",
            Self::RoleMissing { .. } => "role-missing",
            Self::NameTwice { .. } => "name-twice",
            Self::NamesAlike { .. } => "names-alike",
            Self::PersonRepeated { .. } => "person-repeated",
            Self::NameInQuote { .. } => "name-in-quote",
            Self::DoubleBooked { .. } => "double-booked",
            Self::RawMarkup { .. } => "raw-markup",
            Self::BareAddress { .. } => "bare-address",
            Self::PanelWithoutPeople => "panel-without-people",
            Self::TextsMissing { .. } => "texts-missing",
            Self::LegalMissing { .. } => "legal-missing",
            Self::EmptyHeading { .. } => "empty-heading",
            Self::EmptyLabel { .. } => "empty-label",
            Self::KindsAlike { .. } => "kinds-alike",
            Self::FileNameUnsafe { .. } => "file-name-unsafe",
            Self::FileNamesAlike { .. } => "file-names-alike",
            Self::FieldMisspelt { .. } => "unknown-field",
            Self::More { code, .. } => code,
        }
    }

    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::More { severity, .. } => *severity,
            Self::FieldMisspelt { .. } => Severity::Error,
            Self::CreditHasSign { .. }
            | Self::RoleMissing { .. }
            | Self::NamesAlike { .. }
            | Self::BareAddress { .. }
            | Self::LegalMissing { .. } => Severity::Note,
            _ => Severity::Warning,
        }
    }
}
