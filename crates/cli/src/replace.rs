//! Writing a file so that nobody ever sees half of it.

use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
    process,
};

/// What is to be found where a file shall be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing.
    Free,
    /// A file of the same content.
    Same,
    /// A file of other content.
    Other,
    /// Something that is no file: a terminal or a pipe, which must not be read or replaced.
    Special,
}

/// Looks at what is there.
pub(super) fn place(file: &Path, bytes: &[u8]) -> io::Result<Place> {
    match fs::metadata(file) {
        Ok(found) if !found.is_file() => Ok(Place::Special),
        Ok(found) if found.len() != bytes.len() as u64 => Ok(Place::Other),
        Ok(_) if fs::read(file)? == bytes => Ok(Place::Same),
        Ok(_) => Ok(Place::Other),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Place::Free),
        Err(error) => Err(error),
    }
}

/// Writes a whole file, or leaves what was there. A link stays one: what it leads to is replaced.
pub(super) fn replace(file: &Path, bytes: &[u8]) -> io::Result<()> {
    let file = fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let beside = beside(&file);
    let done = write(&beside, &file, bytes).and_then(|()| fs::rename(&beside, &file));
    if done.is_err() {
        // If it was never made, there is nothing to remove.
        let _ = fs::remove_file(&beside);
    }
    done
}

fn write(beside: &Path, file: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut made = File::create(beside)?;
    if let Ok(before) = fs::metadata(file) {
        made.set_permissions(before.permissions())?;
    }
    made.write_all(bytes)?;
    // Else the name could reach the disk before the content does.
    made.sync_all()
}

fn beside(file: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(file.file_name().unwrap_or_default());
    name.push(format!(".{}.tmp", process::id()));
    file.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use std::env::temp_dir;

    use super::*;

    #[test]
    fn replaces_a_file_and_leaves_nothing_else_behind() {
        let folder = temp_dir().join(format!("nachlese-replace-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let file = folder.join("a");
        assert_eq!(place(&file, b"1").unwrap(), Place::Free);
        for text in ["1", "22"] {
            replace(&file, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&file).unwrap(), text);
        }
        assert_eq!(place(&file, b"22").unwrap(), Place::Same);
        assert_eq!(place(&file, b"33").unwrap(), Place::Other);
        assert_eq!(place(&folder, b"33").unwrap(), Place::Special);
        fs::create_dir(folder.join("b")).unwrap();
        assert!(replace(&folder.join("b"), b"1").is_err());
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
        fs::remove_dir_all(&folder).unwrap();
    }
}
