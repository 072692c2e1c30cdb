//! Writes a file so that nobody ever sees half of it.

use std::{
    fs::{self, File},
    io::{self, Read},
    path::Path,
};

use tempfile::NamedTempFile;

/// Writes a whole file, or leaves what was there. To what is no file, such as a terminal or a pipe,
/// it just writes.
pub(super) fn put(file: &Path, bytes: &[u8]) -> io::Result<()> {
    match fs::metadata(file) {
        Ok(found) if !found.is_file() => fs::write(file, bytes),
        _ => replace(file, bytes),
    }
}

/// Creates a folder and those that lead to it.
pub(super) fn make_folders(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

/// Whether two paths lead to the same regular file. Pipes and terminals may be both input and
/// output.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| fs::canonicalize(path).ok().filter(|path| path.is_file());
    real(one).is_some_and(|one| real(other) == Some(one))
}

/// Whether two names lead to one file of the disk, so that their bytes need not be compared. Where the
/// system does not tell, they count as two.
pub(super) fn is_one_file(one: &Path, other: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;

        let number = |file: &Path| fs::metadata(file).map(|found| (found.dev(), found.ino()));
        number(one).is_ok_and(|one| number(other).is_ok_and(|other| one == other))
    }
    #[cfg(not(unix))]
    {
        let _ = (one, other);
        false
    }
}

/// Gives a file another place, if it is on the same disk and has no other name. Says whether it did.
/// Nobody sees half of it.
pub(super) fn moved(from: &Path, to: &Path) -> io::Result<bool> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;

        let is_only_here = fs::symlink_metadata(from)?;
        if !is_only_here.is_file() || is_only_here.nlink() > 1 {
            return Ok(false);
        }
        if let Ok(before) = fs::metadata(to) {
            fs::set_permissions(from, before.permissions())?;
        }
        Ok(fs::rename(from, to).is_ok())
    }
    #[cfg(not(unix))]
    {
        let _ = (from, to);
        Ok(false)
    }
}

/// What there is already where a file shall be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Existing {
    /// Nothing.
    Nothing,
    /// A file of the same content.
    Same,
    /// A file of other content.
    Other,
    /// Something that is no file: a terminal or a pipe, which must not be read or replaced.
    Special,
}

/// Looks at what is there.
pub(super) fn existing(file: &Path, bytes: &[u8]) -> io::Result<Existing> {
    match fs::metadata(file) {
        Ok(found) if !found.is_file() => Ok(Existing::Special),
        Ok(found) if found.len() != bytes.len() as u64 => Ok(Existing::Other),
        Ok(_) if fs::read(file)? == bytes => Ok(Existing::Same),
        Ok(_) => Ok(Existing::Other),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Existing::Nothing),
        Err(error) => Err(error),
    }
}

/// A link stays one: what it leads to is replaced.
fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let new = written_beside(&file, &mut &*bytes)?;
    // Else the name could reach the disk before the content does.
    new.as_file().sync_all()?;
    new.persist(file)?;
    Ok(())
}

/// The same for one of many files that can be made again. A link is replaced by the file.
pub(super) fn replace_by(file: &Path, content: &mut impl Read) -> io::Result<()> {
    written_beside(file, content)?.persist(file)?;
    Ok(())
}

fn written_beside(file: &Path, content: &mut impl Read) -> io::Result<NamedTempFile> {
    let mut made = beside(file)?;
    let new = made.as_file_mut();
    if let Ok(before) = fs::metadata(file) {
        new.set_permissions(before.permissions())?;
    }
    io::copy(content, new)?;
    Ok(made)
}

/// What the names of files begin and end with that are not complete yet.
const UNFINISHED: (&str, &str) = (".nachlese-", ".tmp");

/// Whether a file was being written when a program was stopped.
pub(super) fn is_unfinished(name: &str) -> bool {
    name.starts_with(UNFINISHED.0) && name.ends_with(UNFINISHED.1)
}

/// A file in the same folder, as nothing else can be renamed at once; it goes with its handle.
fn beside(file: &Path) -> io::Result<NamedTempFile> {
    let mut new = tempfile::Builder::new();
    let new = new.prefix(UNFINISHED.0).suffix(UNFINISHED.1);
    // With the permissions of every new file: the crate's own are for its owner alone.
    new.make_in(file.parent().unwrap_or(Path::new("")), |path| {
        File::create_new(path)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_a_file_and_leaves_nothing_else_behind() {
        let temporary = tempfile::tempdir().unwrap();
        let folder = temporary.path();
        let file = folder.join("a");
        assert_eq!(existing(&file, b"1").unwrap(), Existing::Nothing);
        for text in ["1", "22"] {
            replace(&file, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        assert_eq!(existing(&file, b"22").unwrap(), Existing::Same);
        assert_eq!(existing(&file, b"33").unwrap(), Existing::Other);
        assert_eq!(existing(folder, b"33").unwrap(), Existing::Special);
        fs::create_dir(folder.join("b")).unwrap();
        assert!(replace(&folder.join("b"), b"1").is_err());
        assert_eq!(fs::read_dir(folder).unwrap().count(), 2);
        let error = replace(&folder.join("none/a"), b"1").unwrap_err();
        let expected = fs::write(folder.join("none/a"), b"1").unwrap_err();
        assert_eq!(error.to_string(), expected.to_string());
    }

    #[cfg(unix)]
    #[test]
    fn keeps_who_may_read_a_file_and_where_a_link_leads() {
        use std::os::unix::fs::{PermissionsExt, symlink};

        let temporary = tempfile::tempdir().unwrap();
        let folder = temporary.path();
        let mode = |file: &str| {
            fs::metadata(folder.join(file))
                .unwrap()
                .permissions()
                .mode()
        };
        fs::write(folder.join("usual"), "1").unwrap();
        replace(&folder.join("new"), b"1").unwrap();
        assert_eq!(mode("new"), mode("usual"));
        fs::set_permissions(folder.join("new"), PermissionsExt::from_mode(0o604)).unwrap();
        symlink("new", folder.join("link")).unwrap();
        replace(&folder.join("link"), b"22").unwrap();
        assert_eq!(mode("new") & 0o777, 0o604);
        assert!(folder.join("link").is_symlink());
        assert_eq!(fs::read(folder.join("new")).unwrap(), b"22");
    }
}
