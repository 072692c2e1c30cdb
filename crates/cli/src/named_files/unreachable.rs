//! What readers do not get from another host, and why.

use crate::http::Trouble;

/// Why readers do not get something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unreachable {
    /// The host says that there is no such thing, with this status.
    Gone(u16),
    /// A recording that its provider shows to some people only, or nowhere else.
    Private,
    /// The host has trouble of its own, with this status.
    Broken(u16),
    /// There is no answer.
    Trouble(Trouble),
}

impl Unreachable {
    /// Whether it may be otherwise in an hour.
    pub(crate) fn may_pass(&self) -> bool {
        match self {
            Self::Gone(_) | Self::Private => false,
            Self::Trouble(trouble) => !matches!(trouble, Trouble::NoHost | Trouble::Certificate(_)),
            Self::Broken(_) => true,
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A page or a file.
    Link,
    YouTube,
    Vimeo,
    PeerTube,
}

impl Kind {
    /// Whether it is a recording at a provider.
    pub(crate) fn is_video(self) -> bool {
        self != Self::Link
    }
}
