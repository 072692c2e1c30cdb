//! Lists the files below a folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// The result of a walk.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// The paths of all files, sorted, with `/` between their parts.
    pub(super) files: Vec<String>,
    /// The skipped paths, sorted.
    pub(super) skipped: Vec<(String, Skipped)>,
}

/// Why a path was skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Skipped {
    /// A link that leads nowhere, or something that is neither a file nor a folder.
    NoFile,
    /// A link to a folder that contains the link. Following it would never end.
    Endless,
}

/// A folder that was not read yet.
struct Folder {
    /// Its path, empty or with a `/` at its end.
    path: String,
    /// The real paths of this folder and of the folders that lead to it.
    way: Vec<PathBuf>,
}

/// Finds everything below a folder. Links to folders are followed, unless this would never end.
///
/// # Errors
/// The path that cannot be read, and why.
pub(super) fn walk(top: &Path) -> Result<Walk, (PathBuf, io::Error)> {
    let failure = |path: &Path| {
        let path = path.to_owned();
        |cause| (path, cause)
    };
    let mut found = Walk::default();
    let way = vec![fs::canonicalize(top).map_err(failure(top))?];
    let path = String::new();
    let mut folders = vec![Folder { path, way }];
    while let Some(folder) = folders.pop() {
        let place = top.join(&folder.path);
        for entry in fs::read_dir(&place).map_err(failure(&place))? {
            let entry = entry.map_err(failure(&place))?;
            let path = format!("{}{}", folder.path, entry.file_name().to_string_lossy());
            match fs::metadata(entry.path()) {
                Ok(there) if there.is_file() => found.files.push(path),
                Ok(there) if there.is_dir() => match way_on(&folder.way, &entry.path()) {
                    Some(way) => folders.push(Folder {
                        path: path + "/",
                        way,
                    }),
                    None => found.skipped.push((path, Skipped::Endless)),
                },
                _ => found.skipped.push((path, Skipped::NoFile)),
            }
        }
    }
    found.files.sort();
    found.skipped.sort();
    Ok(found)
}

/// The real paths with one more folder, unless it is among them already.
fn way_on(way: &[PathBuf], folder: &Path) -> Option<Vec<PathBuf>> {
    let real = fs::canonicalize(folder).ok()?;
    let leads_back = way.iter().any(|before| before.starts_with(&real));
    (!leads_back).then(|| way.iter().cloned().chain([real]).collect())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::{env::temp_dir, os::unix::fs::symlink, process};

    use super::*;

    #[test]
    fn follows_links_that_come_to_an_end() {
        let place = temp_dir().join(format!("nachlese-walk-{}", process::id()));
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
            ("a/y", "file"),
        ] {
            symlink(to, top.join(link)).unwrap();
        }
        let found = walk(&top).unwrap();
        fs::remove_dir_all(&place).unwrap();
        assert_eq!(found.files, ["a/y", "b/across/y", "file", "linked/x"]);
        let skipped = [
            ("a/across/across", Skipped::Endless),
            ("a/up", Skipped::Endless),
            ("b/across/across", Skipped::Endless),
            ("b/across/up", Skipped::Endless),
            ("circle", Skipped::NoFile),
            ("dead", Skipped::NoFile),
            ("self", Skipped::Endless),
        ];
        let skipped = skipped.map(|(path, why)| (path.to_owned(), why));
        assert_eq!(found.skipped, skipped);
    }
}
