//! Lists the files below a folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use super::folder::{Folder, Obstacle};

/// The result of a walk.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// The paths of all files, sorted, with `/` between their parts.
    pub(super) files: Vec<String>,
    /// The skipped paths, sorted.
    pub(super) skipped: Vec<(String, Obstacle)>,
}

/// A folder that was not read yet.
struct Ahead {
    /// Its path, empty or with a `/` at its end.
    path: String,
    /// The real paths of this folder and of the folders that lead to it.
    way: Vec<PathBuf>,
}

/// Finds everything below a folder. Links to its own folders are followed, unless this would never
/// end.
///
/// # Errors
/// The path that cannot be read, and why.
pub(super) fn walk(top: &Folder) -> Result<Walk, (PathBuf, io::Error)> {
    let mut found = Walk::default();
    let mut folders = vec![Ahead {
        path: String::new(),
        way: vec![top.real().to_owned()],
    }];
    while let Some(folder) = folders.pop() {
        let failure = |cause| (top.shown(&folder.path), cause);
        for entry in fs::read_dir(top.real().join(&folder.path)).map_err(failure)? {
            let entry = entry.map_err(failure)?;
            let path = format!("{}{}", folder.path, entry.file_name().to_string_lossy());
            let found_here = match entry.file_type() {
                // Nearly all are, and looking up where a path leads takes longer than all else.
                Ok(kind) if kind.is_file() => Ok(None),
                _ => kind(top, &path, &folder.way),
            };
            match found_here {
                Ok(None) => found.files.push(path),
                Ok(Some(way)) => folders.push(Ahead {
                    path: path + "/",
                    way,
                }),
                Err(obstacle) => found.skipped.push((path, obstacle)),
            }
        }
    }
    found.files.sort();
    found.skipped.sort();
    Ok(found)
}

/// The way on if this is a folder.
fn kind(top: &Folder, path: &str, way: &[PathBuf]) -> Result<Option<Vec<PathBuf>>, Obstacle> {
    let obstacle = |error: io::Error| Obstacle::of(&error).unwrap_or(Obstacle::Nothing);
    let real = top.within(path).map_err(obstacle)?;
    let there = fs::metadata(&real).map_err(obstacle)?;
    match there {
        _ if there.is_file() => Ok(None),
        _ if there.is_dir() => way_on(way, real).map(Some).ok_or(Obstacle::Endless),
        _ => Err(Obstacle::Special),
    }
}

/// The real paths with one more folder, unless it is among them already.
fn way_on(way: &[PathBuf], real: PathBuf) -> Option<Vec<PathBuf>> {
    let leads_back = way
        .iter()
        .any(|before: &PathBuf| before.starts_with(&real as &Path));
    (!leads_back).then(|| way.iter().cloned().chain([real]).collect())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::os::unix::{fs::symlink, net::UnixListener};

    use super::*;

    #[test]
    fn follows_links_that_stay_in_the_folder_and_come_to_an_end() {
        let temporary = tempfile::tempdir().unwrap();
        let place = temporary.path();
        let top = place.join("top");
        for folder in ["top/a", "top/b", "other"] {
            fs::create_dir_all(place.join(folder)).unwrap();
        }
        fs::write(place.join("other/x"), "").unwrap();
        fs::write(top.join("a/y"), "").unwrap();
        for (to, link) in [
            ("nowhere", "dead"),
            ("circle", "circle"),
            (".", "self"),
            ("../..", "a/up"),
            ("../b", "a/across"),
            ("../a", "b/across"),
            ("../other", "linked"),
            ("../other/x", "linked-file"),
            ("a/y", "file"),
        ] {
            symlink(to, top.join(link)).unwrap();
        }
        let _socket = UnixListener::bind(top.join("socket")).unwrap();
        let found = walk(&Folder::open(&top).unwrap()).unwrap();
        assert_eq!(found.files, ["a/y", "b/across/y", "file"]);
        let skipped = [
            ("a/across/across", Obstacle::Endless),
            ("a/up", Obstacle::Outside),
            ("b/across/across", Obstacle::Endless),
            ("b/across/up", Obstacle::Outside),
            ("circle", Obstacle::Nothing),
            ("dead", Obstacle::Nothing),
            ("linked", Obstacle::Outside),
            ("linked-file", Obstacle::Outside),
            ("self", Obstacle::Endless),
            ("socket", Obstacle::Special),
        ];
        let skipped = skipped.map(|(path, why)| (path.to_owned(), why));
        assert_eq!(found.skipped, skipped);
    }
}
