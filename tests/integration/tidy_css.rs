//! Structure rules of the stylesheets (house style 2.8), so that a host page and the embedded
//! event leave each other alone.

use crate::support::{files, read, root};

/// Rules for a declaration: what it must not contain, and what to do.
const FORBIDDEN: &[(&str, &str)] = &[
    ("!important", "use a layer; specificity needs no force"),
    ("float:", "use grid or flex"),
    ("margin-left", "use margin-inline-start"),
    ("margin-right", "use margin-inline-end"),
    ("margin-top", "use margin-block-start"),
    ("margin-bottom", "use margin-block-end"),
    ("padding-left", "use padding-inline-start"),
    ("padding-right", "use padding-inline-end"),
    ("padding-top", "use padding-block-start"),
    ("padding-bottom", "use padding-block-end"),
    ("border-left", "use border-inline-start"),
    ("border-right", "use border-inline-end"),
    ("border-top", "use border-block-start"),
    ("border-bottom", "use border-block-end"),
    ("text-align: left", "use text-align: start"),
    ("text-align: right", "use text-align: end"),
];

/// Properties that are physical when they stand alone.
const SIDES: &[&str] = &["left:", "right:", "top:", "bottom:"];

const MEDIA: &[&str] = &[
    "prefers-",
    "forced-colors",
    "hover",
    "print",
    "scripting",
    "(height",
];

#[test]
fn stylesheets_keep_the_rules() {
    let root = root();
    let mut defects = Vec::new();
    for file in files(&root.join("style"), &["css"]) {
        let name = file.strip_prefix(&root).unwrap().display().to_string();
        let css = without_comments(&read(&file));
        for (at, line) in css.lines().enumerate() {
            for what in line_defects(line, name.ends_with("tokens.css")) {
                defects.push(format!("{name}:{}: {what}: {}", at + 1, line.trim()));
            }
        }
        let begins_with_layer = css.trim_start().starts_with("@layer");
        if name.contains("components/") && !begins_with_layer {
            defects.push(format!(
                "{name}:1: wrap the file in `@layer components {{ … }}`"
            ));
        }
    }
    assert!(defects.is_empty(), "\n{}\n", defects.join("\n"));
}

fn line_defects(line: &str, is_tokens: bool) -> Vec<String> {
    let mut defects = Vec::new();
    let mut add = |what: &str| defects.push(what.to_owned());
    for (word, instead) in FORBIDDEN {
        if line.contains(word) {
            add(instead);
        }
    }
    for declaration in line.split(['{', ';', '}']).map(str::trim) {
        if SIDES.iter().any(|side| declaration.starts_with(side)) {
            add("use inset-inline-start, inset-block-start and so on");
        }
    }
    if has_unit(line, "vw") || has_unit(line, "rem") {
        add("use em, ch or cqi: vw and rem measure the host page");
    }
    if line.contains("@media") && !MEDIA.iter().any(|word| line.contains(word)) {
        add("use @container nachlese: the width is the container's");
    }
    // A `#` before the first `{` or in a line without `:` belongs to a selector.
    let selector = if line.contains('{') {
        line.split('{').next().unwrap()
    } else {
        ""
    };
    let is_hash = |text: &str| {
        text.match_indices('#')
            .any(|(at, _)| text[at + 1..].starts_with(|c: char| c.is_alphanumeric()))
    };
    if is_hash(selector) {
        add("use a class: an id can stand on the page only once");
    }
    let value = &line[selector.len()..];
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch("];
    if !is_tokens && (is_hash(value) || functions.iter().any(|f| value.contains(f))) {
        add("name the colour in tokens.css and use it by var()");
    }
    defects
}

fn has_unit(line: &str, unit: &str) -> bool {
    line.match_indices(unit).any(|(at, _)| {
        line[..at].ends_with(|c: char| c.is_ascii_digit())
            && !line[at + unit.len()..].starts_with(|c: char| c.is_alphanumeric())
    })
}

/// Blanks out comments; line numbers stay.
fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        out.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    out + rest
}

#[test]
fn the_rules_find_what_they_are_for() {
    for (line, expected) in [
        ("  margin-left: 1em;", 1),
        ("  #talk { inline-size: 10vw; }", 2),
        ("@media (min-width: 40em) {", 1),
        ("@media (prefers-color-scheme: dark) {", 0),
        ("  color: #fff;", 1),
        ("  left: 0; font-size: 1.5rem;", 2),
        ("  inset-inline-start: 0; content: \"premium\";", 0),
        (".talk-card__title { color: var(--_text); }", 0),
    ] {
        assert_eq!(line_defects(line, false).len(), expected, "{line}");
    }
    assert_eq!(without_comments("a /* #b\n */ c"), "a \n c");
}
