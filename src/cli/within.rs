//! Files that are named on the command line and lie in a deployed folder.

use std::path::{Component, Path, absolute};

/// A file's path within a folder, with `/` between its parts, if it is there.
///
/// `file` is a path within the folder, or one from here that leads into it. Links to other places are
/// followed, and count as where they stand.
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

/// None for a path that leads up.
fn with_slashes(path: &Path) -> Option<String> {
    let parts = path.components().map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    Some(parts.collect::<Option<Vec<_>>>()?.join("/"))
}
