//! Files that are named on the command line and lie in a deployed folder.

use std::path::{Component, Path};

/// A file's path within a folder, with `/` between its parts, if it is there.
///
/// `file` is a path within the folder, or one from here that leads into it.
pub(super) fn path_within(folder: &Path, file: &Path) -> Option<String> {
    let is_plain = |part: &Component<'_>| matches!(part, Component::CurDir | Component::Normal(_));
    if file.components().all(|part| is_plain(&part)) && folder.join(file).is_file() {
        return Some(with_slashes(file));
    }
    let folder = folder.canonicalize().ok()?;
    let file = file.canonicalize().ok().filter(|file| file.is_file())?;
    file.strip_prefix(folder).ok().map(with_slashes)
}

fn with_slashes(path: &Path) -> String {
    let parts = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    parts.collect::<Vec<_>>().join("/")
}
