//! Finds files in a folder that are named on the command line.

use std::path::{Component, Path, absolute};

use super::Folder;

impl Folder {
    /// The path of a file in the folder, if it stands there.
    ///
    /// `file` is a path in the folder, or a path from the working directory into it. A link counts
    /// as where it stands, even if it leads elsewhere.
    pub(crate) fn path_of(&self, file: &Path) -> Option<String> {
        let files = [self.top.join(file), file.to_owned()];
        let mut files = files.iter().filter(|file| file.is_file());
        files.find_map(|file| self.standing(file))
    }

    /// The path of a file in the folder, whether there is one already or not.
    pub(crate) fn standing(&self, file: &Path) -> Option<String> {
        let (stands, in_folder) = (absolute(file).ok()?, absolute(&self.top).ok()?);
        let within = stands.strip_prefix(in_folder).ok().and_then(with_slashes);
        within.or_else(|| {
            let name = file.file_name()?;
            let parent = file
                .parent()
                .filter(|parent| !parent.as_os_str().is_empty());
            let lies = parent.unwrap_or(Path::new(".")).canonicalize().ok()?;
            with_slashes(lies.join(name).strip_prefix(&self.real).ok()?)
        })
    }
}

/// `None` for a path that leads out of the folder.
fn with_slashes(path: &Path) -> Option<String> {
    let parts = path.components().map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use std::{fs, os::unix::fs::symlink};

    use super::*;

    #[test]
    fn a_link_counts_as_where_it_stands() {
        let temporary = tempfile::tempdir().unwrap();
        let place = temporary.path();
        let (top, other) = (place.join("folder"), place.join("other"));
        fs::create_dir_all(top.join("events")).unwrap();
        fs::create_dir_all(&other).unwrap();
        for file in [top.join("events/own.json"), other.join("event.json")] {
            fs::write(file, "{}").unwrap();
        }
        symlink(other.join("event.json"), top.join("events/linked.json")).unwrap();
        symlink(&top, place.join("current")).unwrap();
        let folder = Folder::open(&top).unwrap();
        for (file, expected) in [
            // A file that is linked into the folder, or the folder under another name.
            ("folder/events/linked.json", Some("events/linked.json")),
            ("current/events/own.json", Some("events/own.json")),
            ("other/event.json", None),
            ("folder/events/none.json", None),
        ] {
            let found = folder.path_of(&place.join(file));
            assert_eq!(found.as_deref(), expected, "{file}");
        }
        let new = folder.standing(&place.join("current/none.json"));
        assert_eq!(new.as_deref(), Some("none.json"));
    }
}
