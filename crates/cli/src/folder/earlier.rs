//! Takes files of an earlier folder again, as a second name of the same file: making a thousand files
//! takes longer than all else that a build does after a change.
//!
//! Files in a folder are replaced, never written over, so the earlier folder stays as it is.

use std::{fs, path::Path};

use super::{Folder, writing::create};
use crate::replace::is_one_file;

impl Folder {
    /// The folder, made after an earlier one of the same kind. What is written into it with the same
    /// bytes is taken again from there, if both are on the same disk.
    pub(crate) fn after(mut self, earlier: Option<&Path>) -> Self {
        // The first time there is none.
        let earlier = earlier.and_then(|earlier| Self::open(earlier).ok());
        self.earlier = earlier.map(Box::new);
        self
    }

    /// The earlier folder, if there is one.
    pub(crate) fn earlier(&self) -> Option<&Self> {
        self.earlier.as_deref()
    }

    /// Whether a file was taken from the earlier folder, because it has these bytes there.
    pub(super) fn take_again(&self, path: &str, place: &Path, bytes: &[u8]) -> bool {
        let file = self.earlier().and_then(|earlier| {
            let is_size = earlier.size(path).ok()? == bytes.len() as u64;
            let file = earlier.file(path).ok().filter(|_| is_size)?;
            (fs::read(&file).ok()? == bytes).then_some(file)
        });
        file.is_some_and(|file| fs::hard_link(file, place).is_ok())
    }

    /// Whether a file is the one of the earlier folder.
    pub(crate) fn is_taken(&self, path: &str) -> bool {
        let earlier = self.earlier().and_then(|earlier| earlier.file(path).ok());
        earlier.is_some_and(|file| is_one_file(&self.real.join(path), &file))
    }

    /// Takes a file of the earlier folder, whatever its bytes are. Says whether it is there now.
    pub(crate) fn take(&self, path: &str) -> bool {
        let file = self.earlier().and_then(|earlier| earlier.file(path).ok());
        let place = file.and_then(|file| Some((file, self.place(path, create).ok()?)));
        place.is_some_and(|(file, place)| fs::hard_link(file, place).is_ok())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_is_the_same_and_leaves_the_earlier_folder_as_it_is() {
        let (before, now) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let earlier = Folder::open(before.path()).unwrap();
        for (path, text) in [("a/same", "1"), ("a/longer", "1"), ("a/other", "1")] {
            earlier.write(path, text.as_bytes()).unwrap();
        }
        let folder = Folder::open(now.path()).unwrap().after(Some(before.path()));
        for (path, text, is_taken) in [
            ("a/same", "1", cfg!(unix)),
            ("a/longer", "12", false),
            ("a/other", "2", false),
            ("a/new", "1", false),
        ] {
            assert_eq!(folder.write(path, text.as_bytes()).unwrap(), 1, "{path}");
            assert_eq!(folder.is_taken(path), is_taken, "{path}");
            assert_eq!(folder.read_text(path).unwrap(), text);
        }
        // Written again, it is another file.
        folder.write("a/same", b"2").unwrap();
        assert!(!folder.is_taken("a/same"));
        for path in ["a/same", "a/longer", "a/other"] {
            assert_eq!(earlier.read_text(path).unwrap(), "1", "{path}");
        }
        assert!(!folder.take("a/none") && !folder.take("a/same"));
        earlier.write("b/copy", b"1").unwrap();
        assert!(folder.take("b/copy"));
        assert_eq!(folder.read_text("b/copy").unwrap(), "1");
    }
}
