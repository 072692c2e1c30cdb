//! Structure rules of the sources. Each message says where and what to do.

use std::path::Path;

use crate::support::{files, read, root};

/// A word that may stand only in some files.
struct Home {
    word: &'static str,
    allowed: &'static [&'static str],
    instead: &'static str,
}

const HOMES: &[Home] = &[
    Home {
        word: "ureq",
        allowed: &["crates/cli/src/http.rs"],
        instead: "ask by the client of crates/cli/src/http.rs",
    },
    Home {
        word: "web_sys",
        allowed: &["src/boot", "src/browser", "src/embed", "crates/markup/"],
        instead: "call a function of src/browser.rs",
    },
    Home {
        word: "js_sys",
        allowed: BROWSER,
        instead: "call a function of src/browser.rs",
    },
    Home {
        word: "gloo",
        allowed: BROWSER,
        instead: "call a function of src/browser.rs",
    },
    Home {
        word: "std::fs",
        allowed: &[
            "crates/cli/",
            "crates/search/tests/",
            "crates/site/src/preview/test_fonts.rs",
        ],
        instead: "read files in crates/cli and hand over their text",
    },
    Home {
        word: "inner_html",
        allowed: &[],
        instead: "build elements; text from data is never markup",
    },
];

const BROWSER: &[&str] = &["src/boot", "src/browser", "src/embed"];

/// Every source below these folders, with its path from the project's folder.
pub(crate) fn sources(folders: &[&str], endings: &[&str]) -> Vec<(String, String)> {
    let root = root();
    let all = folders
        .iter()
        .flat_map(|folder| files(&root.join(folder), endings));
    all.map(|file| (name(&file, &root), read(&file))).collect()
}

fn name(file: &Path, root: &Path) -> String {
    file.strip_prefix(root).unwrap().display().to_string()
}

pub(crate) fn report(defects: &[String]) {
    assert!(defects.is_empty(), "\n{}\n", defects.join("\n"));
}

/// The part of a line that is code: comments may name anything.
pub(crate) fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or_default()
}

#[test]
fn words_stay_in_the_files_that_are_their_home() {
    let mut defects = Vec::new();
    for (name, text) in sources(&["src", "crates"], &["rs"]) {
        for (at, line) in text.lines().enumerate() {
            for home in HOMES {
                let is_home = home.allowed.iter().any(|start| name.starts_with(start));
                if !is_home && has_word(code(line), home.word) {
                    defects.push(format!(
                        "{name}:{}: `{}`: {}",
                        at + 1,
                        home.word,
                        home.instead
                    ));
                }
            }
        }
    }
    report(&defects);
}

/// Whether a line uses a path or name, also as `std::{fs, …}`.
fn has_word(line: &str, word: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(is_name))
        || word == "std::fs" && line.contains("fs::read")
}

/// The files that say what is inside of a folder, what is a regular file and what is too large.
const FILE_ACCESS: &[&str] = &[
    "folder.rs",
    "folder/",
    "input.rs",
    "replace.rs",
    "update.rs",
    "walk.rs",
];

#[test]
fn the_command_reads_and_writes_files_in_one_place() {
    let mut defects = Vec::new();
    let folder = "crates/cli/src/";
    for (name, text) in sources(&[folder], &["rs"]) {
        let file = name.strip_prefix(folder).unwrap();
        let is_home = FILE_ACCESS.iter().any(|start| file.starts_with(start));
        let tests_begin = text.find("#[cfg(test)]\n").unwrap_or(text.len());
        for (at, line) in text[..tests_begin].lines().enumerate() {
            if !is_home
                && ["fs::", "fs,", "File::open"]
                    .iter()
                    .any(|word| code(line).contains(word))
            {
                defects.push(format!(
                    "{name}:{}: use crates/cli/src/folder.rs, input.rs or replace.rs",
                    at + 1
                ));
            }
        }
    }
    report(&defects);
}

#[test]
fn modules_are_files_of_their_own_name() {
    let all = sources(&["src", "crates", "tests"], &["rs"]);
    let defects: Vec<_> = all
        .iter()
        .filter(|(name, _)| name.ends_with("/mod.rs"))
        .map(|(name, _)| format!("{name}: name the file after its module, beside its folder"))
        .collect();
    report(&defects);
}

#[test]
fn files_have_one_job_and_fit_on_a_few_screens() {
    let all = sources(
        &["src", "crates", "tests", "style", "public"],
        &["rs", "css", "js"],
    );
    let mut defects = Vec::new();
    for (name, text) in all {
        let count = text.lines().count();
        if count > 300 {
            defects.push(format!(
                "{name}:300: {count} lines: split the file by what it does"
            ));
        }
        let is_rust = name.rsplit('.').next() == Some("rs");
        if is_rust && !text.starts_with("//!") {
            defects.push(format!("{name}:1: begin with `//!` and the file's one job"));
        }
    }
    report(&defects);
}
