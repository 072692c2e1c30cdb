//! The article with what it shows in it.
//!
//! The components draw it with a short sign in place of each file's address; here the signs become
//! `data:` addresses. Tags are found by their `<` and `>`, which no text and no attribute of drawn
//! markup holds. No parser is needed for what we wrote ourselves.

use std::collections::BTreeSet;

use super::carried::CarriedFile;

/// Files over this size stand in the article once, for those who read it without scripts.
const SMALL: usize = 100_000;

/// The article, and which files stand in it.
pub(super) struct Article {
    pub(super) html: String,
    pub(super) paths: BTreeSet<String>,
}

/// The sign for a file, a relative address; `key` must be nothing that the event can have in it.
pub(super) fn sign(key: &str, number: usize) -> String {
    format!("./nachlese-{key}:{number}:")
}

/// Puts the files in place of their signs.
///
/// Each such element gets `data-file`, its path. A link gets `download`, because browsers do not
/// open a `data:` address, and `data-opens`: where there are scripts, it shall open.
pub(super) fn article(drawn: &str, key: &str, files: &[CarriedFile]) -> Article {
    let mark = format!("=\"./nachlese-{key}:");
    let mut html = String::with_capacity(drawn.len());
    let mut paths = BTreeSet::new();
    let mut rest = drawn;
    while let Some(at) = rest.find(&mark) {
        let (before, after) = rest.split_at(at + 2);
        let found = after[mark.len() - 2..]
            .split_once(':')
            .and_then(|(number, after)| {
                let file = files.get(number.parse::<usize>().ok()?)?;
                let (place, after) = after.split_once('"')?;
                Some((file, place, after))
            });
        let Some((file, place, after)) = found else {
            html.push_str(before);
            rest = after;
            continue;
        };
        let is_new = paths.insert(file.path.clone());
        let tag_start = html.len() + before.rfind('<').unwrap_or_default();
        html.push_str(before);
        if is_new || file.address.len() <= SMALL {
            html.push_str(&file.address);
            html.push_str(place);
        } else {
            // Without an address there is nothing to press that does nothing.
            let attribute = html.rfind(' ').unwrap_or_default();
            html.truncate(attribute);
            html.push_str(" data-place=\"");
            html.push_str(place);
        }
        html.push_str("\" data-file=\"");
        html.push_str(&escaped(&file.path));
        let is_link = html[tag_start..].starts_with("<a ");
        let tag = after.split('>').next().unwrap_or_default();
        if is_link && !tag.contains(" download=") {
            html.push_str("\" data-opens=\"\" download=\"");
            html.push_str(&escaped(&file.name));
        }
        html.push('"');
        rest = after;
    }
    html.push_str(rest);
    Article { html, paths }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn puts_files_into_the_tags_that_name_them() {
        let file = |path: &str, address: &str| CarriedFile {
            path: path.to_owned(),
            name: path.to_owned(),
            address: address.to_owned(),
        };
        let large = format!("data:{}", "x".repeat(SMALL));
        let files = [
            file("a.svg", "data:A"),
            file("b\"c", "data:B"),
            file("l.mp4", &large),
        ];
        for (drawn, expected) in [
            (
                r#"<img src="./nachlese-k:0:" alt="">"#,
                r#"<img src="data:A" data-file="a.svg" alt="">"#.to_owned(),
            ),
            (
                r#"<p><a href="./nachlese-k:1:#x">b</a>"#,
                r#"<p><a href="data:B#x" data-file="b&quot;c" data-opens="" download="b&quot;c">b</a>"#
                    .to_owned(),
            ),
            (
                r#"<a href="./nachlese-k:1:" download="c">"#,
                r#"<a href="data:B" data-file="b&quot;c" download="c">"#.to_owned(),
            ),
            (
                r#"<a href="./nachlese-k:2:"></a><a href="./nachlese-k:2:#t=1"></a>"#,
                format!(
                    r##"<a href="{large}" data-file="l.mp4" data-opens="" download="l.mp4"></a><a data-place="#t=1" data-file="l.mp4" data-opens="" download="l.mp4"></a>"##
                ),
            ),
            (r#"<a href="./nachlese-k:7:">"#, r#"<a href="./nachlese-k:7:">"#.to_owned()),
            (r#"<a href="./nachlese-other:0:">"#, r#"<a href="./nachlese-other:0:">"#.to_owned()),
        ] {
            assert_eq!(article(drawn, "k", &files).html, expected);
        }
    }
}
