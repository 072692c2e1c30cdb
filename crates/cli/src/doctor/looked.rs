//! What was looked at, and what was found.

use nachlese_site::headers::advice::Lines;

/// What is looked at, in the order of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Check {
    /// The page of the folder's address.
    Start,
    /// The address without its slash.
    Slash,
    /// The page for an address that leads nowhere.
    NotFound,
    /// Files that only web servers need.
    ServerFiles,
    /// The files that the page names are there.
    Deployed,
    /// A file of an earlier deployment.
    OldFile,
    MediaType,
    /// `Range` requests.
    Range,
    Caching,
    Packed,
    Policy,
    /// Another header of every answer.
    Header,
    /// Other sites may read files.
    Sharing,
    /// Encryption.
    Https,
}

impl Check {
    /// All of them.
    pub(crate) const ALL: [Self; 14] = [
        Self::Start,
        Self::Slash,
        Self::NotFound,
        Self::ServerFiles,
        Self::Deployed,
        Self::OldFile,
        Self::MediaType,
        Self::Range,
        Self::Caching,
        Self::Packed,
        Self::Policy,
        Self::Header,
        Self::Sharing,
        Self::Https,
    ];

    /// The stable word for scripts.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Slash => "slash",
            Self::NotFound => "not-found",
            Self::ServerFiles => "server-files",
            Self::Deployed => "deployed",
            Self::OldFile => "old-file",
            Self::MediaType => "media-type",
            Self::Range => "range",
            Self::Caching => "caching",
            Self::Packed => "packed",
            Self::Policy => "policy",
            Self::Header => "header",
            Self::Sharing => "sharing",
            Self::Https => "https",
        }
    }
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Looked {
    pub(super) check: Check,
    /// The path of the file below the folder, or a header's name.
    pub(super) subject: String,
    /// Whether it is as it should be; nothing if that cannot be told, or depends.
    pub(super) is_well: Option<bool>,
    /// What the host sent.
    pub(super) found: String,
    /// What helps, if something is missing.
    pub(super) lines: Lines,
}

impl Looked {
    /// Something that is well, or not, and then these lines help.
    pub(super) fn new(
        check: Check,
        subject: &str,
        is_well: bool,
        found: String,
        lines: Lines,
    ) -> Self {
        Self {
            check,
            subject: subject.to_owned(),
            is_well: Some(is_well),
            found,
            lines: if is_well { Lines::default() } else { lines },
        }
    }

    /// Something that cannot be told.
    pub(super) fn untold(check: Check, subject: &str, found: String) -> Self {
        Self {
            check,
            subject: subject.to_owned(),
            is_well: None,
            found,
            lines: Lines::default(),
        }
    }
}
