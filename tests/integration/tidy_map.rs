//! Which file may name which. What crates may name is Cargo's to say.

use std::collections::BTreeSet;

use crate::tidy::{code, report, sources};

/// What each module of the page may name.
const MAP: &[(&str, &[&str])] = &[
    ("frame", &[]),
    ("url", &[]),
    ("load_error", &[]),
    ("text", &["load_error"]),
    ("state", &["frame", "load_error", "text", "url"]),
    ("browser", &["load_error", "state", "text"]),
    (
        "view",
        &["browser", "frame", "load_error", "state", "text", "url"],
    ),
    (
        "boot",
        &[
            "browser",
            "frame",
            "load_error",
            "state",
            "text",
            "url",
            "view",
        ],
    ),
    (
        "embed",
        &[
            "boot",
            "browser",
            "frame",
            "load_error",
            "state",
            "text",
            "url",
            "view",
        ],
    ),
    ("scripts", &[]),
];

#[test]
fn modules_of_the_page_name_only_what_they_stand_on() {
    let mut defects = Vec::new();
    for (name, text) in sources(&["src"], &["rs"]) {
        let module = name.split(['/', '.']).nth(1).unwrap_or_default();
        if module == "lib" {
            continue;
        }
        let entry = MAP.iter().find(|(of, _)| *of == module);
        let Some((_, below)) = entry else {
            defects.push(format!("{name}: say in MAP what `{module}` may name"));
            continue;
        };
        for (line, path) in paths(&text) {
            let [root, named, ..] = path.as_slice() else {
                continue;
            };
            let is_module = MAP.iter().any(|(of, _)| of == named);
            if root == "crate" && is_module && named != module && !below.contains(&&**named) {
                defects.push(format!("{name}:{line}: `{module}` stands below `{named}`"));
            }
        }
    }
    report(&defects);
}

#[test]
fn no_two_files_beside_each_other_name_each_other() {
    let all = sources(&["src", "crates"], &["rs"]);
    let files: BTreeSet<_> = all.iter().map(|(name, _)| name.as_str()).collect();
    let mut names = Vec::new();
    for (name, text) in &all {
        let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        for (line, path) in paths(text) {
            let path: Vec<_> = path.iter().map(String::as_str).collect();
            let beside = match path.as_slice() {
                ["super", module, ..] => format!("{folder}/{module}.rs"),
                ["crate", rest @ .., _] => {
                    let source = format!("{}src", name.split("src/").next().unwrap_or_default());
                    format!("{source}/{}.rs", rest.join("/"))
                }
                _ => continue,
            };
            let is_beside = beside.rsplit_once('/').map(|(folder, _)| folder) == Some(folder);
            if is_beside && beside != *name && files.contains(beside.as_str()) {
                names.push((name.as_str(), line, beside));
            }
        }
    }
    let defects: Vec<_> = names
        .iter()
        .filter(|(name, _, beside)| {
            let mut all = names.iter();
            name < &beside.as_str() && all.any(|(other, _, back)| other == beside && back == name)
        })
        .map(|(name, line, beside)| {
            format!("{name}:{line}: {beside} names this file, too: give what both need a file")
        })
        .collect();
    report(&defects);
}

/// Every path that is imported or written out, with its line; tests at a file's end are left out.
fn paths(text: &str) -> Vec<(usize, Vec<String>)> {
    let text = text.split("#[cfg(test)]\nmod tests {").next();
    let lines = text.unwrap_or_default().lines().map(code);
    let mut found = Vec::new();
    let mut import: Option<(usize, String)> = None;
    for (at, line) in (1..).zip(lines) {
        let start = line.trim_start();
        let start = start.strip_prefix("pub(crate) ").unwrap_or(start);
        let start = start.strip_prefix("pub ").unwrap_or(start);
        match &mut import {
            Some((_, tree)) => tree.push_str(line),
            None if start.starts_with("use ") => import = Some((at, start[4..].to_owned())),
            None => found.extend(written_out(line).map(|path| (at, path))),
        }
        if let Some((from, tree)) = import.take_if(|_| line.contains(';')) {
            let mut all = Vec::new();
            expand(tree.trim_end_matches(';'), &[], &mut all);
            found.extend(all.into_iter().map(|path| (from, path)));
        }
    }
    found
}

/// The paths of a line that begin with `crate` or `super`.
fn written_out(line: &str) -> impl Iterator<Item = Vec<String>> {
    line.split(|c: char| !c.is_alphanumeric() && !"_:".contains(c))
        .filter(|word| word.starts_with("crate::") || word.starts_with("super::"))
        .map(|path| path.split("::").map(str::to_owned).collect())
}

/// The paths of an import: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn expand(tree: &str, before: &[String], found: &mut Vec<Vec<String>>) {
    let tree = tree.trim();
    let (head, list) = match tree.split_once('{') {
        Some((head, list)) => (head, list.strip_suffix('}')),
        None => (tree, None),
    };
    let mut path = before.to_vec();
    let names = head.split("::").map(str::trim);
    path.extend(names.filter(|name| !name.is_empty()).map(str::to_owned));
    let Some(list) = list else {
        return found.push(path);
    };
    let (mut depth, mut start) = (0, 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                expand(&list[start..at], &path, found);
                start = at + 1;
            }
            _ => {}
        }
    }
    if !list[start..].trim().is_empty() {
        expand(&list[start..], &path, found);
    }
}

#[test]
fn paths_of_nested_imports_are_seen() {
    let text = "pub use super::{\n    a::{B, c},\n    d,\n};\nlet e = crate::f::g(); // super::h\n";
    let found: Vec<_> = paths(text)
        .into_iter()
        .map(|(at, path)| format!("{at} {}", path.join("::")))
        .collect();
    assert_eq!(
        found,
        [
            "1 super::a::B",
            "1 super::a::c",
            "1 super::d",
            "5 crate::f::g"
        ]
    );
}
