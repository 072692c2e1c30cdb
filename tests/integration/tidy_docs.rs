//! The documentation: short where it must be, with links that lead somewhere, and true to the code.

use crate::{
    support::{files, read, root},
    tidy::report,
};

/// README and the other pages for people, with their paths.
fn pages() -> Vec<(String, String)> {
    let root = root();
    let mut found: Vec<_> = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"]
        .map(|name| (name.to_owned(), read(&root.join(name))))
        .into();
    for file in files(&root.join("docs"), &["md"]) {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        found.push((format!("docs/{name}"), read(&file)));
    }
    found
}

#[test]
fn the_readme_is_read_in_five_minutes() {
    let count = read(&root().join("README.md")).lines().count();
    assert!(
        count <= 150,
        "README.md has {count} lines: move some to docs/"
    );
}

/// The targets of links in Markdown: `[text](target)`.
fn targets(text: &str) -> Vec<&str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', ' ']).next())
        .collect()
}

/// What a heading is linked by, as GitHub makes it.
fn anchor(heading: &str) -> String {
    let letters = heading.trim().chars().flat_map(char::to_lowercase);
    letters
        .filter_map(|c| match c {
            ' ' => Some('-'),
            c if c.is_alphanumeric() || c == '-' || c == '_' => Some(c),
            _ => None,
        })
        .collect()
}

#[test]
fn links_lead_somewhere() {
    let all = pages();
    let mut defects = Vec::new();
    for (name, text) in &all {
        for target in targets(text).into_iter().filter(|it| !it.contains("://")) {
            let (path, place) = target.split_once('#').unwrap_or((target, ""));
            let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
            let file = match path {
                "" => name.clone(),
                path => root()
                    .join(folder)
                    .join(path)
                    .canonicalize()
                    .ok()
                    .and_then(|file| {
                        Some(
                            file.strip_prefix(root().canonicalize().ok()?)
                                .ok()?
                                .display()
                                .to_string(),
                        )
                    })
                    .unwrap_or_default(),
            };
            if file.is_empty() {
                defects.push(format!("{name}: {target}: there is no such file"));
            } else if !place.is_empty() {
                let page = all.iter().find(|(name, _)| *name == file);
                let has = |text: &str| {
                    let mut lines = text.lines().filter(|line| line.starts_with('#'));
                    lines.any(|line| anchor(line.trim_start_matches('#')) == place)
                };
                if !page.is_some_and(|(_, text)| has(text)) {
                    defects.push(format!("{name}: {target}: there is no such heading"));
                }
            }
        }
    }
    report(&defects);
}

#[test]
fn the_embed_contract_is_documented_whole() {
    let page = read(&root().join("docs/embedding.md"));
    let element = read(&root().join("src/embed/embed.js"));
    let list = element.split("const OBSERVED").nth(1).unwrap_or_default();
    let list = list.split(']').next().unwrap_or_default();
    let attributes: Vec<_> = list.split('"').skip(1).step_by(2).collect();
    assert!(
        attributes.len() > 5,
        "no attributes found in src/embed/embed.js"
    );
    let mut wanted: Vec<_> = attributes.into_iter().map(str::to_owned).collect();
    for file in files(&root().join("style"), &["css"]) {
        for rest in read(&file).split("var(--nachlese-").skip(1) {
            let name: String = rest
                .chars()
                .take_while(|c| c.is_ascii_alphanumeric() || *c == '-')
                .collect();
            wanted.push(format!("--nachlese-{name}"));
        }
    }
    wanted.sort();
    wanted.dedup();
    let missing = wanted.iter().filter(|name| !page.contains(name.as_str()));
    let defects: Vec<_> = missing
        .map(|name| format!("docs/embedding.md: `{name}` is not in it"))
        .collect();
    report(&defects);
}
