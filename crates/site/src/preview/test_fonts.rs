//! The fonts that the tests of drawings use.

use std::{env, fs, path::PathBuf};

use super::{Fonts, SYSTEM_FONTS};

/// The fonts that `.ci/setup` fetches, and the system's; none where it could not.
///
/// # Panics
/// Where `CI` is set, so that no test is left out there.
pub(super) fn cached_fonts() -> Option<Fonts> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../.cache/npm");
    let own = [
        "roboto-condensed/files/roboto-condensed-latin-700-normal.woff2",
        "open-sans/files/open-sans-latin-400-normal.woff2",
        "open-sans/files/open-sans-latin-700-normal.woff",
    ];
    let own = own.map(|name| PathBuf::from(format!("{folder}/{name}")));
    if !own.iter().all(|file| file.exists()) {
        assert!(env::var_os("CI").is_none(), "{folder}: fonts are missing");
        return None;
    }
    // Texts in several fonts are tested too, where the system has one.
    let files = own
        .into_iter()
        .chain(SYSTEM_FONTS.iter().map(PathBuf::from));
    Fonts::new(files.filter_map(|file| fs::read(file).ok())).ok()
}
