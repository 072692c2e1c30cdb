//! What was imported last, kept beside an event so that the next import can be merged with it.
//!
//! The file is a hidden one, `.event.json.imported`. It is for this program alone: no command checks,
//! copies, publishes or serves it.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::replace::{Existing, existing, put};

/// What its name ends in, after that of the event's file.
const ENDING: &str = ".imported";

/// The file beside an event's file.
pub(super) fn beside(event: &Path) -> PathBuf {
    let name = event.file_name().unwrap_or_default().to_string_lossy();
    event.with_file_name(format!(".{name}{ENDING}"))
}

/// Whether a path is that of such a file.
pub(super) fn is_one(path: &str) -> bool {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    name.starts_with('.') && name.ends_with(ENDING)
}

/// Keeps the event as it was imported. Beside what is no file, such as a pipe, nothing is kept.
pub(super) fn keep(event: &Path, imported: &[u8]) -> io::Result<()> {
    if existing(event, b"")? == Existing::Special {
        return Ok(());
    }
    let file = beside(event);
    match existing(&file, imported)? {
        Existing::Nothing | Existing::Other => put(&file, imported),
        Existing::Same | Existing::Special => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_told_by_its_name() {
        for (event, kept) in [
            ("event.json", ".event.json.imported"),
            ("a/b.json", "a/.b.json.imported"),
        ] {
            assert_eq!(beside(Path::new(event)), Path::new(kept));
            assert!(is_one(kept) && !is_one(event));
        }
        assert!(!is_one("a.imported/event.json") && !is_one("photo.imported"));
    }
}
