//! Reads files that somebody named: whole ones, and none that is too large.

use std::{
    fs::{self, File},
    io::{self, Read, Seek},
    path::Path,
};

/// The largest event or programme that is read, in bytes. The page reads no larger one either
/// (`src/browser/fetch.rs`).
const MOST_BYTES: u64 = 64_000_000;

/// Reads a file by its name, `-` for standard input. It may be a pipe, which is waited for.
///
/// # Errors
/// [`io::ErrorKind::FileTooLarge`] if there is more to read than an event can have.
pub(super) fn read_named(file: &Path) -> io::Result<Vec<u8>> {
    if file == Path::new("-") {
        return at_most(MOST_BYTES, io::stdin().lock());
    }
    at_most(MOST_BYTES, File::open(file)?)
}

/// Reads a file that another one names, if it is a regular file of at most `most` bytes.
pub(super) fn read_beside(file: &Path, most: u64) -> Option<Vec<u8>> {
    let found = fs::metadata(file).ok().filter(fs::Metadata::is_file)?;
    (found.len() <= most).then(|| fs::read(file).ok())?
}

/// Opens such a file, to look at the parts of it that matter.
pub(super) fn open_beside(file: &Path) -> Option<impl Read + Seek> {
    fs::metadata(file).ok().filter(fs::Metadata::is_file)?;
    File::open(file).ok().map(io::BufReader::new)
}

/// The size in bytes of such a file.
pub(super) fn size_beside(file: &Path) -> Option<u64> {
    let found = fs::metadata(file).ok().filter(fs::Metadata::is_file)?;
    Some(found.len())
}

fn at_most(most: u64, source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_everything_or_nothing() {
        assert_eq!(at_most(3, &b"abc"[..]).unwrap(), b"abc");
        let error = at_most(3, io::repeat(b'a')).unwrap_err();
        assert_eq!(error.kind(), io::ErrorKind::FileTooLarge);
    }

    #[test]
    fn waits_for_no_pipe_beside_a_file() {
        let temporary = tempfile::tempdir().unwrap();
        let (file, pipe) = (temporary.path().join("file"), temporary.path().join("pipe"));
        fs::write(&file, "abc").unwrap();
        assert_eq!(read_beside(&file, 3).unwrap(), b"abc");
        assert_eq!(read_beside(&file, 2), None);
        if cfg!(unix) {
            let made = std::process::Command::new("mkfifo").arg(&pipe).status();
            assert!(made.unwrap().success());
        }
        assert_eq!(read_beside(&pipe, 3), None);
    }
}
