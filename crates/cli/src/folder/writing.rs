//! Writes and removes files of a folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::Ordering,
};

use super::{Folder, Obstacle, regular};
use crate::replace::replace_by;

/// Endings of recordings.
const RECORDINGS: [&str; 8] = ["m4a", "m4v", "mp3", "mp4", "oga", "ogg", "ts", "webm"];

impl Folder {
    /// Writes a file and the folders that lead to it: at once, so that nobody reads half of it, even
    /// if this is stopped in the middle. Returns how many files were written: none if
    /// there is an [`Obstacle`], which [`Self::unwritten`] counts.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> io::Result<usize> {
        let written = self.place(path, create);
        let put = |place: PathBuf| {
            if self.take_again(path, &place, bytes) {
                return Ok(());
            }
            replace_by(&place, &mut &*bytes)
        };
        match written.and_then(put) {
            Ok(()) => Ok(1),
            Err(error) if Obstacle::of(&error).is_some() => {
                self.unwritten.fetch_add(1, Ordering::Relaxed);
                Ok(0)
            }
            Err(error) => Err(error),
        }
    }

    /// How many files were passed over by [`Self::write`].
    pub(crate) fn unwritten(&self) -> usize {
        self.unwritten.load(Ordering::Relaxed)
    }

    /// Takes a file of elsewhere. A recording may have gigabytes, so it gets a second name rather
    /// than a copy. Nothing that is written into a folder later has the name of a recording, so the
    /// file itself stays as it is.
    pub(crate) fn adopt(&self, file: &Path, path: &str) -> io::Result<()> {
        let place = self.place(path, create)?;
        let ending = file.extension().unwrap_or_default().to_string_lossy();
        let is_recording = RECORDINGS.contains(&ending.to_ascii_lowercase().as_str());
        if !is_recording || fs::hard_link(file, &place).is_err() {
            fs::copy(file, place)?;
        }
        Ok(())
    }

    /// Removes a file if it is there. Of a link only the link is removed.
    pub(crate) fn remove(&self, path: &str) -> io::Result<()> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let removed = self
            .within(folder)
            .and_then(|folder| fs::remove_file(folder.join(name)));
        match removed {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed,
        }
    }

    /// Removes a folder if it is empty, and then each folder around it.
    pub(crate) fn remove_empty(&self, path: &str) {
        let mut empty = Some(path).filter(|path| !path.is_empty());
        while let Some(path) = empty {
            let removed = self.within(path).and_then(fs::remove_dir);
            let above = path.rsplit_once('/').map(|(above, _)| above);
            empty = above.filter(|_| removed.is_ok());
        }
    }

    /// What is in the way of reading or writing a file, whether it is there already or not.
    pub(crate) fn obstacle(&self, path: &str) -> Option<Obstacle> {
        let error = self.place(path, |_| Ok(())).err()?;
        Obstacle::of(&error)
    }

    /// Where a file can be written. Calls `create` for each missing folder that leads to it.
    pub(super) fn place(
        &self,
        path: &str,
        create: impl Fn(&Path) -> io::Result<()>,
    ) -> io::Result<PathBuf> {
        let mut place = self.real.clone();
        let mut parts = path.split('/').peekable();
        while let Some(part) = parts.next() {
            if matches!(part, "" | "." | "..") {
                return Err(Obstacle::Outside.into());
            }
            place.push(part);
            let is_last = parts.peek().is_none();
            match fs::symlink_metadata(&place) {
                Ok(found) => {
                    if found.is_symlink() {
                        place = self.within(&place)?;
                    }
                    // What is no folder fails by itself in the middle of a path.
                    if is_last {
                        regular(&place)?;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    if !is_last {
                        create(&place)?;
                    }
                }
                Err(error) => return Err(error),
            }
        }
        Ok(place)
    }
}

/// Creates a folder, unless another thread was first.
pub(super) fn create(folder: &Path) -> io::Result<()> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        done => done,
    }
}
