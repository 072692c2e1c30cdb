//! Finds files named on the command line within a deployed folder.

use std::path::{Component, Path, absolute};

/// A file's path within a folder, with `/` between its parts, if the file is there.
///
/// `file` is a path within the folder, or a path from the working directory into it. Links to other
/// places are followed, but the path is that of the link.
pub(super) fn path_within(folder: &Path, file: &Path) -> Option<String> {
    let files = [folder.join(file), file.to_owned()];
    let mut files = files.iter().filter(|file| file.is_file());
    files.find_map(|file| {
        let (stands, in_folder) = (absolute(file).ok()?, absolute(folder).ok()?);
        let within = stands.strip_prefix(in_folder).ok().and_then(with_slashes);
        within.or_else(|| {
            let (lies, in_folder) = (file.canonicalize().ok()?, folder.canonicalize().ok()?);
            with_slashes(lies.strip_prefix(in_folder).ok()?)
        })
    })
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
    use std::{env::temp_dir, fs, os::unix::fs::symlink, process};

    use super::*;

    #[test]
    fn a_link_counts_as_where_it_stands() {
        let place = temp_dir().join(format!("nachlese-within-{}", process::id()));
        let (folder, other) = (place.join("folder"), place.join("other"));
        fs::create_dir_all(folder.join("events")).unwrap();
        fs::create_dir_all(&other).unwrap();
        for file in [folder.join("events/own.json"), other.join("event.json")] {
            fs::write(file, "{}").unwrap();
        }
        symlink(other.join("event.json"), folder.join("events/linked.json")).unwrap();
        symlink(&folder, place.join("current")).unwrap();
        let within = |file: &str| path_within(&folder, &place.join(file));
        // A file that is linked into the folder, or the folder under another name.
        assert_eq!(
            within("folder/events/linked.json").as_deref(),
            Some("events/linked.json")
        );
        assert_eq!(
            within("current/events/own.json").as_deref(),
            Some("events/own.json")
        );
        assert_eq!(within("other/event.json"), None);
        assert_eq!(within("folder/events/none.json"), None);
        fs::remove_dir_all(place).unwrap();
    }
}
