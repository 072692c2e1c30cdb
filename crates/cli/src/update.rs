//! Brings a deployed folder up to date with a new one, file by file.
//!
//! The folder has a list of the files that came from here, so nothing else is ever replaced or
//! removed. Readers may be on the site meanwhile: the pages come after everything that they name.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, BufReader, Read},
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use thiserror::Error;

use super::{
    folder::Folder,
    replace::{is_one_file, moved, replace_by},
    walk::walk,
};

/// The list of files, in the deployed folder.
const LIST: &str = ".nachlese";

/// What changed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Updated {
    /// All files of the new folder.
    pub(super) files: usize,
    /// Those that are new or changed.
    pub(super) written: usize,
    /// Those of the earlier folder that are gone.
    pub(super) removed: usize,
}

/// Why the folder stays as it is, or is only in part up to date.
#[derive(Debug, Error)]
pub(super) enum UpdateError {
    /// Something that did not come from here is in the way. Nothing was changed.
    #[error("{0}: something else is here")]
    InTheWay(PathBuf),
    /// A file cannot be read or written.
    #[error("{0}: cannot be read or written")]
    File(PathBuf, #[source] io::Error),
}

/// Makes `to` have the files of `from`, which may lack some of them after that. Files that other
/// programs put into `to` stay.
///
/// # Errors
/// [`UpdateError`] names the file. A folder of which a file cannot be written can be updated again.
pub(super) fn update(from: &Path, to: &Path) -> Result<Updated, UpdateError> {
    let failed = |file: &Path| {
        let file = file.to_owned();
        |cause| UpdateError::File(file, cause)
    };
    let files = Folder::open(from).map_err(failed(from))?;
    let files = walk(&files)
        .map_err(|(file, cause)| UpdateError::File(file, cause))?
        .files;
    fs::create_dir_all(to).map_err(failed(to))?;
    let list = to.join(LIST);
    let before = list_of(&list).map_err(failed(&list))?;
    for name in &files {
        if let Some(other) = in_the_way(to, name, &before) {
            return Err(UpdateError::InTheWay(other));
        }
    }
    let new: BTreeSet<_> = files.iter().cloned().collect();
    // If this ends half-way, the next run still knows which files are its own.
    write_list(&list, before.union(&new)).map_err(failed(&list))?;
    let mut updated = Updated {
        files: files.len(),
        ..Updated::default()
    };
    let renew = |name: &&String| {
        let (source, target) = (from.join(name), to.join(name));
        let is_other = !is_same(&source, &target).map_err(failed(&target))?;
        if is_other {
            put(&source, &target).map_err(failed(&target))?;
        }
        Ok(usize::from(is_other))
    };
    for together in in_order(&files) {
        let written: Result<usize, UpdateError> = together.par_iter().map(renew).sum();
        updated.written += written?;
    }
    for name in before.difference(&new) {
        updated.removed += usize::from(remove(to, name).map_err(failed(&to.join(name)))?);
    }
    write_list(&list, new.iter()).map_err(failed(&list))?;
    Ok(updated)
}

fn list_of(list: &Path) -> io::Result<BTreeSet<String>> {
    match fs::read_to_string(list) {
        Ok(text) => Ok(text.lines().map(str::to_owned).collect()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(BTreeSet::new()),
        Err(error) => Err(error),
    }
}

fn write_list<'a>(list: &Path, names: impl Iterator<Item = &'a String>) -> io::Result<()> {
    let text: String = names.flat_map(|name| [name.as_str(), "\n"]).collect();
    replace_by(list, &mut text.as_bytes())
}

/// The folders that a file is in, the inner ones first.
fn folders_of(name: &str) -> impl Iterator<Item = &Path> {
    let above = Path::new(name).ancestors().skip(1);
    above.filter(|folder| !folder.as_os_str().is_empty())
}

/// What keeps a file from being written: a file that did not come from here, or a link or file in
/// place of a folder.
fn in_the_way(to: &Path, name: &str, before: &BTreeSet<String>) -> Option<PathBuf> {
    let target = to.join(name);
    for folder in folders_of(name) {
        let folder = to.join(folder);
        if fs::symlink_metadata(&folder).is_ok_and(|found| !found.is_dir()) {
            return Some(folder);
        }
    }
    let found = fs::symlink_metadata(&target).ok()?;
    let is_own = found.is_file() && before.contains(name);
    (!is_own).then_some(target)
}

/// Pages after all else, and the service worker last: it stores what the pages name. The order
/// within each part does not matter.
fn in_order(files: &[String]) -> [Vec<&String>; 3] {
    let rank = |name: &str| match Path::new(name).extension() {
        _ if name.starts_with("sw.js") => 2,
        _ if name.contains(".html") => 1,
        _ => 0,
    };
    let of_rank = |wanted| files.iter().filter(|name| rank(name) == wanted).collect();
    [0, 1, 2].map(of_rank)
}

/// Whether the target has the same bytes.
fn is_same(source: &Path, target: &Path) -> io::Result<bool> {
    if is_one_file(source, target) {
        return Ok(true);
    }
    let size = |file: &Path| fs::metadata(file).map(|found| found.len());
    match size(target) {
        Ok(found) if found == size(source)? => {}
        Ok(_) => return Ok(false),
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    }
    let mut source = BufReader::new(File::open(source)?);
    let mut target = BufReader::new(File::open(target)?);
    let (mut one, mut other) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let count = source.read(&mut one)?;
        if count == 0 {
            return Ok(true);
        }
        target.read_exact(&mut other[..count])?;
        if one[..count] != other[..count] {
            return Ok(false);
        }
    }
}

fn put(source: &Path, target: &Path) -> io::Result<()> {
    fs::create_dir_all(target.parent().unwrap_or(Path::new("")))?;
    if moved(source, target)? {
        return Ok(());
    }
    replace_by(target, &mut File::open(source)?)
}

/// Removes a file and the folders that are empty then. Says whether the file was there.
fn remove(to: &Path, name: &str) -> io::Result<bool> {
    let target = to.join(name);
    if in_the_way(to, name, &BTreeSet::from([name.to_owned()])).is_some() {
        return Ok(false);
    }
    match fs::remove_file(&target) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    }
    for folder in folders_of(name) {
        if fs::remove_dir(to.join(folder)).is_err() {
            break;
        }
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, text).unwrap();
        }
        folder
    }

    fn files(folder: &Path) -> Vec<String> {
        let mut files = walk(&Folder::open(folder).unwrap()).unwrap().files;
        files.retain(|name| name != LIST);
        files
    }

    #[test]
    fn replaces_and_removes_only_what_came_from_here() {
        let to = folder(&[("CNAME", "event.example")]);
        let to = to.path();
        let first = folder(&[
            ("index.html", "1"),
            ("talk/a/index.html", "a"),
            ("app.js", "1"),
        ]);
        let updated = update(first.path(), to).unwrap();
        assert_eq!(
            updated,
            Updated {
                files: 3,
                written: 3,
                removed: 0
            }
        );
        let second = folder(&[("index.html", "2"), ("app.js", "1")]);
        let updated = update(second.path(), to).unwrap();
        assert_eq!(
            updated,
            Updated {
                files: 2,
                written: 1,
                removed: 1
            }
        );
        assert_eq!(files(to), ["CNAME", "app.js", "index.html"]);
        assert!(!to.join("talk").exists());
        assert_eq!(fs::read_to_string(to.join("index.html")).unwrap(), "2");
    }

    #[test]
    fn changes_nothing_where_something_else_is_in_the_way() {
        let own = [
            ("app.js", "1"),
            ("index.html", "1"),
            ("talk/a/index.html", "a"),
        ];
        for other in ["index.html", "talk"] {
            let to = folder(&[(other, "by hand")]);
            let from = folder(&own);
            let error = update(from.path(), to.path()).unwrap_err();
            assert!(matches!(error, UpdateError::InTheWay(file) if file == to.path().join(other)));
            assert_eq!(files(to.path()), [other]);
        }
    }

    #[cfg(unix)]
    #[test]
    fn follows_no_link() {
        let (elsewhere, to) = (folder(&[("index.html", "by hand")]), folder(&[]));
        std::os::unix::fs::symlink(elsewhere.path(), to.path().join("talk")).unwrap();
        let from = folder(&[("talk/index.html", "a")]);
        assert!(update(from.path(), to.path()).is_err());
        assert_eq!(
            fs::read_to_string(elsewhere.path().join("index.html")).unwrap(),
            "by hand"
        );
    }

    #[test]
    fn pages_come_last() {
        let files = ["a.html", "b.js", "sw.js", "index.html.br"].map(str::to_owned);
        let order = in_order(&files).concat();
        assert_eq!(order, ["b.js", "a.html", "index.html.br", "sw.js"]);
    }
}
