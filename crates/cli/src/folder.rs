//! A folder whose files are read and written, and nothing outside of it.
//!
//! A link counts as what it leads to, and one that leaves the folder is not followed. Only regular
//! files are opened, because a pipe would be waited for and a device may never end. Changes that
//! somebody else makes to the folder while the program runs are not guarded against.

mod earlier;
mod named;
mod obstacle;
mod writing;

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::atomic::AtomicUsize,
};

pub(crate) use obstacle::Obstacle;

/// A folder. All paths are relative to it, with `/` between their parts.
#[derive(Debug)]
pub(crate) struct Folder {
    /// As it was named.
    top: PathBuf,
    /// Without links.
    real: PathBuf,
    /// How many files were not written because of an [`Obstacle`].
    unwritten: AtomicUsize,
    /// See [`Folder::after`].
    earlier: Option<Box<Folder>>,
}

impl Folder {
    /// # Errors
    /// There is no such folder.
    pub(crate) fn open(top: &Path) -> io::Result<Self> {
        // The folder of a bare file name.
        let is_here = top.as_os_str().is_empty();
        let named = if is_here { Path::new(".") } else { top };
        Ok(Self {
            top: top.to_owned(),
            real: fs::canonicalize(named)?,
            unwritten: AtomicUsize::new(0),
            earlier: None,
        })
    }

    /// Makes the folder, if it is not there.
    ///
    /// # Errors
    /// It cannot be made, for example because a file has its name.
    pub(crate) fn create(top: &Path) -> io::Result<Self> {
        fs::create_dir_all(top)?;
        Self::open(top)
    }

    /// The path of a file as people shall see it, or with `""` of the folder.
    pub(crate) fn shown(&self, path: &str) -> PathBuf {
        match path {
            "" => self.top.clone(),
            _ => self.top.join(path),
        }
    }

    /// The folder without links.
    pub(crate) fn real(&self) -> &Path {
        &self.real
    }

    /// The real path of something in the folder.
    ///
    /// # Errors
    /// An [`Obstacle`], or there is nothing.
    pub(crate) fn within(&self, path: impl AsRef<Path>) -> io::Result<PathBuf> {
        let place = self.real.join(path);
        let real = fs::canonicalize(&place).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound if place.is_symlink() => Obstacle::Nothing.into(),
            _ => error,
        })?;
        if real.starts_with(&self.real) {
            Ok(real)
        } else {
            Err(Obstacle::Outside.into())
        }
    }

    /// The real path of a regular file.
    ///
    /// # Errors
    /// As [`Self::within`].
    pub(crate) fn file(&self, path: &str) -> io::Result<PathBuf> {
        let file = self.within(path)?;
        regular(&file).map(|()| file)
    }

    /// Whether something that was named from elsewhere is in the folder.
    pub(crate) fn holds(&self, file: &Path) -> bool {
        fs::canonicalize(file).is_ok_and(|file| file.starts_with(&self.real))
    }

    /// Whether there is such a file.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.file(path).is_ok()
    }

    /// The size of a file in bytes.
    pub(crate) fn size(&self, path: &str) -> io::Result<u64> {
        Ok(fs::metadata(self.file(path)?)?.len())
    }

    /// The content of a file.
    pub(crate) fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        fs::read(self.file(path)?)
    }

    /// The content of a text file.
    pub(crate) fn read_text(&self, path: &str) -> io::Result<String> {
        fs::read_to_string(self.file(path)?)
    }

    /// The names of all that is in a folder below, sorted; none if there is no such folder.
    pub(crate) fn names(&self, path: &str) -> Vec<String> {
        let entries = self.within(path).and_then(fs::read_dir);
        let entries = entries.into_iter().flatten().flatten();
        let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }
}

/// # Errors
/// This is no regular file.
fn regular(file: &Path) -> io::Result<()> {
    let found = fs::metadata(file)?;
    match found {
        _ if found.is_file() => Ok(()),
        _ if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
        _ => Err(Obstacle::Special.into()),
    }
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::{os::unix::fs::symlink, process::Command};

    use super::*;

    /// A folder beside another one, with links to it and whatever else is no file.
    fn folder(temporary: &Path) -> Folder {
        let top = temporary.join("top");
        for folder in ["top/a", "other"] {
            fs::create_dir_all(temporary.join(folder)).unwrap();
        }
        for file in ["top/a/x", "other/x"] {
            fs::write(temporary.join(file), "old").unwrap();
        }
        for (to, link) in [
            ("nowhere", "dead"),
            ("../other", "out"),
            ("../../other/x", "a/out"),
            ("a", "inside"),
            ("a/x", "file"),
            ("/dev/null", "device"),
        ] {
            symlink(to, top.join(link)).unwrap();
        }
        let made = Command::new("mkfifo").arg(top.join("pipe")).status();
        assert!(made.unwrap().success());
        Folder::open(&top).unwrap()
    }

    #[test]
    fn reads_and_writes_no_more_than_the_files_in_it() {
        let temporary = tempfile::tempdir().unwrap();
        let folder = folder(temporary.path());
        for (path, read, written) in [
            ("a/x", Ok(()), Ok(())),
            ("file", Ok(()), Ok(())),
            ("inside/x", Ok(()), Ok(())),
            ("dead", Err(Obstacle::Nothing), Err(Obstacle::Nothing)),
            ("dead/x", Err(Obstacle::Nothing), Err(Obstacle::Nothing)),
            ("out", Err(Obstacle::Outside), Err(Obstacle::Outside)),
            ("out/x", Err(Obstacle::Outside), Err(Obstacle::Outside)),
            ("out/b/c", Err(Obstacle::Outside), Err(Obstacle::Outside)),
            ("a/out", Err(Obstacle::Outside), Err(Obstacle::Outside)),
            ("device", Err(Obstacle::Outside), Err(Obstacle::Outside)),
            ("../other/x", Err(Obstacle::Outside), Err(Obstacle::Outside)),
            ("/etc/hosts", Err(Obstacle::Outside), Err(Obstacle::Outside)),
            ("pipe", Err(Obstacle::Special), Err(Obstacle::Special)),
        ] {
            let obstacle = |error: io::Error| Obstacle::of(&error);
            let found = folder.read(path).map(drop).map_err(obstacle);
            // Below a link that leads out, there may be nothing.
            if found != Err(None) {
                assert_eq!(found, read.map_err(Some), "{path}");
            }
            assert_eq!(folder.obstacle(path), written.err(), "{path}");
            let count = folder.write(path, b"new").unwrap();
            assert_eq!(count, usize::from(written.is_ok()), "{path}");
        }
        assert_eq!(folder.unwritten(), 10);
        assert!(folder.read("a").is_err() && folder.write("a", b"").is_err());
        let other = temporary.path().join("other");
        assert_eq!(fs::read(other.join("x")).unwrap(), b"old");
        assert_eq!(fs::read_dir(other).unwrap().count(), 1);
        assert_eq!(folder.read("a/x").unwrap(), b"new");
        assert_eq!(folder.write("b/c/d", b"1").unwrap(), 1);
        assert_eq!(folder.size("b/c/d").unwrap(), 1);
    }

    #[test]
    fn removes_a_link_and_not_what_it_leads_to() {
        let temporary = tempfile::tempdir().unwrap();
        let folder = folder(temporary.path());
        for path in ["a/out", "none", "none/x"] {
            folder.remove(path).unwrap();
        }
        folder.remove("out/x").unwrap_err();
        folder.write("b/c/d", b"1").unwrap();
        folder.remove("b/c/d").unwrap();
        folder.remove_empty("b/c");
        assert!(!temporary.path().join("top/b").exists());
        assert!(temporary.path().join("other/x").exists());
        assert_eq!(folder.names("out"), [] as [&str; 0]);
        assert_eq!(folder.names("a"), ["x"]);
    }
}
