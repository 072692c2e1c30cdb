//! Paths and helpers for all modules.

use std::{
    env, fs,
    path::{Path, PathBuf},
};

use nachlese_cli::{Exit, run};

/// The project's folder.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A folder of fixtures.
pub(crate) fn fixtures(folder: &str) -> PathBuf {
    root().join("tests/integration/fixtures").join(folder)
}

/// Reads a file or says which one is missing.
pub(crate) fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// Compares with the file, or rewrites it.
pub(crate) fn compare(expected: &Path, actual: &str) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(expected, actual).unwrap();
    }
    assert_eq!(actual, read(expected), "{}", expected.display());
}

/// All files below a folder with one of these endings, sorted; none if there is no such folder.
pub(crate) fn files(folder: &Path, endings: &[&str]) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else {
        return found;
    };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, endings));
        } else if path
            .extension()
            .is_some_and(|e| endings.contains(&e.to_str().unwrap()))
        {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The shipped events' files.
pub(crate) fn shipped_events() -> Vec<PathBuf> {
    let mut found = files(&root().join("public/events"), &["json"]);
    found.retain(|file| file.file_name().is_some_and(|name| name == "event.json"));
    found
}

/// The shipped events and the valid fixtures.
pub(crate) fn valid_events() -> Vec<PathBuf> {
    let mut found = shipped_events();
    found.extend(files(&fixtures("valid"), &["json"]));
    found
}

/// What a run of the program gives: exit, standard output, standard error.
pub(crate) fn nachlese(arguments: &[&str], locale: &str) -> (Exit, String, String) {
    let arguments = ["nachlese"].iter().chain(arguments).map(Into::into);
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let exit = run(arguments, locale, &mut stdout, &mut stderr);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (exit, text(stdout), text(stderr))
}

/// Says that a test is left out because a tool or a package is missing.
///
/// Fails instead where `CI` is set: `.ci/setup test` brings everything there.
pub(crate) fn left_out(reason: &str) {
    assert!(env::var_os("CI").is_none(), "a test cannot run: {reason}");
    println!("skipped: {reason}");
}

/// A file of the shared corpus, unless it is not there.
pub(crate) fn corpus(name: &str) -> Option<PathBuf> {
    let file = root().join("../shared/corpus").join(name);
    if !file.exists() {
        println!("skipped: there is no {}", file.display());
        return None;
    }
    Some(file)
}
