//! What is in the way in a folder.

use std::io;

use thiserror::Error;

/// Why something in a folder is neither read nor written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Error)]
pub(crate) enum Obstacle {
    /// A link that leads to nothing.
    #[error("the link leads nowhere")]
    Nothing,
    /// A link, or a path with `..`, that leaves the folder.
    #[error("the path leads out of the folder")]
    Outside,
    /// A pipe, a device or a socket.
    #[error("this is not a regular file")]
    Special,
    /// A link to a folder that contains the link. Following it would never end.
    #[error("the link leads back to a folder around it")]
    Endless,
}

impl Obstacle {
    /// Stable, for programs.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Nothing => "dead-link",
            Self::Outside => "link-leads-out",
            Self::Special => "no-regular-file",
            Self::Endless => "endless-link",
        }
    }

    /// The obstacle that an error of [`super::Folder`] tells of.
    pub(crate) fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

impl From<Obstacle> for io::Error {
    fn from(obstacle: Obstacle) -> Self {
        io::Error::other(obstacle)
    }
}
