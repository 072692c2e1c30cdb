//! Compressed copies beside the files of a deployed folder.

use nachlese_site::precompress::{Effort, packed, unpacks_to};
use rayon::prelude::*;

use super::{SiteError, files, read, write};
use crate::folder::Folder;

/// Writes compressed copies next to all text-like files of a folder, and removes outdated copies.
///
/// Compressing takes most of the time of a build, so copies that are right stay, and those of the
/// same file in an earlier folder are taken again.
pub(super) fn pack(dist: &Folder) -> Result<usize, SiteError> {
    let files = files(dist)?;
    let talks = files.iter().filter(|name| is_of_talk(name)).count();
    let effort = |name: &str| {
        if is_of_talk(name) && talks > MOST_PACKED_WELL {
            Effort::Little
        } else {
            Effort::Most
        }
    };
    let pack = |name: &String| pack_file(dist, name, effort(name));
    files.par_iter().map(pack).sum()
}

/// Up to this many files of talks are compressed as well as can be. Each change of an event changes
/// the pages of all its talks, and nobody waits minutes for that.
const MOST_PACKED_WELL: usize = 1_000;

/// What the names of copies end with.
const ENDINGS: [&str; 2] = [".br", ".gz"];

/// Whether a file belongs to a talk's own page.
fn is_of_talk(name: &str) -> bool {
    name.starts_with("talk/") || name.contains("/talk/")
}

fn pack_file(dist: &Folder, name: &str, effort: Effort) -> Result<usize, SiteError> {
    if dist.is_taken(name) {
        let names = ENDINGS.map(|ending| format!("{name}{ending}"));
        let taken = names.iter().filter(|copy| dist.take(copy)).count();
        if taken > 0 {
            return Ok(taken);
        }
    }
    let bytes = read(dist, name)?;
    let earlier = dist.earlier();
    let copies = earlier.and_then(|earlier| earlier_copies(earlier, name, &bytes));
    if let Some(copies) = copies {
        let copies = copies.into_iter();
        let written = copies.map(|(ending, copy)| write(dist, &format!("{name}{ending}"), &copy));
        return written.sum();
    }
    if has_right_copies(dist, name, &bytes) {
        return Ok(0);
    }
    for ending in ENDINGS {
        let stale = format!("{name}{ending}");
        let removed = dist.remove(&stale);
        removed.map_err(|cause| SiteError::File(dist.shown(&stale), cause))?;
    }
    // Files that web servers read themselves are not sent.
    if name == "nginx.conf" {
        return Ok(0);
    }
    let copies = packed(name, &bytes, effort).into_iter();
    copies
        .map(|copy| write(dist, &format!("{name}{}", copy.ending), &copy.bytes))
        .sum()
}

fn has_right_copies(dist: &Folder, name: &str, bytes: &[u8]) -> bool {
    let is_right = |ending| {
        let copy = dist.read(&format!("{name}{ending}"));
        copy.is_ok_and(|copy| unpacks_to(ending, &copy, bytes))
    };
    ENDINGS.into_iter().all(is_right)
}

/// The compressed copies of a file that is the same in an earlier folder.
fn earlier_copies(
    earlier: &Folder,
    name: &str,
    bytes: &[u8],
) -> Option<Vec<(&'static str, Vec<u8>)>> {
    let copy = |ending: &'static str| {
        let copy = earlier.read(&format!("{name}{ending}"));
        copy.ok().map(|copy| (ending, copy))
    };
    let copies: Vec<_> = ENDINGS.into_iter().filter_map(copy).collect();
    let is_same = || earlier.read(name).is_ok_and(|before| before == bytes);
    (!copies.is_empty() && is_same()).then_some(copies)
}
