//! What trunk wrote into `index.html`: the files with hashes in their names, and the app's root.
//!
//! By hand: the pages are trunk's and our own. A parser such as `lol_html` (3.0.3) would save twenty
//! lines for 18 more crates, and leave character references in attributes to us all the same.

use std::{io, path::PathBuf};

use base64::{Engine, engine::general_purpose::STANDARD};
use nachlese_markup::{El, el};
use sha2::{Digest, Sha384};

use crate::folder::Folder;

/// A page of trunk's, taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shell {
    /// Stylesheet, script, program: each a whole tag's name and attributes.
    pub assets: Vec<Tag>,
    /// `data-event` of the app's root.
    pub event: String,
    /// `data-original` of the app's root, or empty.
    pub original: String,
    /// The fonts that every first screen needs, from the root of the site.
    pub fonts: Vec<String>,
}

/// What their names begin with: text and headings. A third one would keep a slow line from painting
/// (measured: first paint 1.2 times as late as without scripts instead of as early).
const FIRST_FONTS: [&str; 2] = ["open-sans-400-", "roboto-condensed-700-"];

/// The checksum that the browser checks.
const INTEGRITY: &str = "integrity";
/// The checksum that boot.js checks.
const CHECKED: &str = "data-integrity";

/// A start tag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Tag {
    pub name: String,
    pub attributes: Vec<(String, String)>,
}

impl Tag {
    /// An attribute's text; empty if it is not there.
    pub(crate) fn get(&self, name: &str) -> &str {
        let mut all = self.attributes.iter();
        all.find(|(own, _)| own == name)
            .map_or("", |(_, value)| value)
    }

    /// The tag as it stands in a page from which `root` leads to the root of the site.
    pub(crate) fn seen_from(&self, root: &str) -> El {
        let is_script = self.name == "script";
        let tag = el(if is_script { "script" } else { "link" });
        // What stands on the page comes first; the app is not waited for.
        let is_late = self.get("as") == "fetch" || self.get("rel") == "modulepreload";
        let is_said = !self.get("fetchpriority").is_empty();
        let tag = tag.attr("fetchpriority", (is_late && !is_said).then_some("low"));
        self.attributes.iter().fold(tag, |tag, (name, value)| {
            let is_address = matches!(name.as_str(), "href" | "src");
            let value = if is_address {
                format!("{root}{value}")
            } else {
                value.clone()
            };
            // Browsers do not check the integrity of what is preloaded for `fetch`, and warn of it.
            // boot.js checks it.
            let name = match name.as_str() {
                INTEGRITY if self.get("as") == "fetch" => CHECKED,
                name => name,
            };
            match known(name) {
                Some(name) => tag.attr(name, value),
                None => tag,
            }
        })
    }

    fn is_asset(&self) -> bool {
        let has_integrity = [INTEGRITY, CHECKED]
            .iter()
            .any(|it| !self.get(it).is_empty());
        match (self.name.as_str(), self.get("rel")) {
            ("script", _) => has_integrity,
            ("link", rel) => rel == "icon" && self.get("type") == "image/svg+xml" || has_integrity,
            _ => false,
        }
    }
}

impl Shell {
    /// Takes a page apart, prerendered or not; `None` if it has no root with `data-nachlese`.
    pub(crate) fn read(html: &str) -> Option<Self> {
        let tags = || tags(html);
        let root = tags().find(|tag| !tag.get("data-event").is_empty())?;
        let mut assets: Vec<_> = tags().filter(Tag::is_asset).collect();
        for asset in &mut assets {
            for (name, value) in &mut asset.attributes {
                if matches!(name.as_str(), "href" | "src") {
                    *value = value.trim_start_matches("./").to_owned();
                }
            }
        }
        Some(Self {
            assets,
            event: root.get("data-event").to_owned(),
            original: root.get("data-original").to_owned(),
            fonts: Vec::new(),
        })
    }
}

impl Shell {
    /// Opens with another event, of which the original account does not tell.
    pub(crate) fn open_with(&mut self, event: &str) {
        if self.event != event {
            event.clone_into(&mut self.event);
            self.original.clear();
        }
    }

    /// Finds the fonts that come with the page rather than after its stylesheet; none if the
    /// folder has none.
    pub(crate) fn find_fonts(&mut self, dist: &Folder) {
        let names = dist.names("fonts");
        let found = |start: &&str| names.iter().find(|name| name.starts_with(start));
        let found = FIRST_FONTS.iter().filter_map(found);
        self.fonts = found.map(|name| format!("fonts/{name}")).collect();
    }

    /// The tags that let a page from which `root` leads to the root of the site fetch them.
    pub(crate) fn font_tags(&self, root: &str) -> impl Iterator<Item = El> {
        let tag = |font: &String, root: &str| {
            el("link")
                .attr("rel", "preload")
                .attr("as", "font")
                .attr("type", "font/woff2")
                .attr("crossorigin", true)
                .attr("href", format!("{root}{font}"))
        };
        self.fonts.iter().map(move |font| tag(font, root))
    }

    /// What a page needs that only looks like the app: stylesheet, fonts, icon, and the reader's choice of appearance.
    pub(crate) fn dress(&self, root: &str) -> Vec<El> {
        let is_needed = |tag: &&Tag| {
            matches!(tag.get("rel"), "icon" | "stylesheet") || !tag.get("blocking").is_empty()
        };
        let assets = self.assets.iter().filter(is_needed);
        let assets = assets.map(|tag| tag.seen_from(root));
        assets.chain(self.font_tags(root)).collect()
    }

    /// Takes over what the files of the folder have become since trunk wrote the page.
    ///
    /// # Errors
    /// The file that cannot be read.
    pub(crate) fn renew_integrity(&mut self, dist: &Folder) -> Result<(), (PathBuf, io::Error)> {
        for asset in &mut self.assets {
            let name = [asset.get("href"), asset.get("src")].concat();
            let mut attributes = asset.attributes.iter_mut();
            if let Some((_, value)) =
                attributes.find(|(name, _)| matches!(name.as_str(), INTEGRITY | CHECKED))
            {
                let bytes = dist.read(&name);
                let bytes = bytes.map_err(|error| (dist.shown(&name), error))?;
                *value = integrity(&bytes);
            }
        }
        Ok(())
    }
}

/// The attributes that trunk writes.
fn known(name: &str) -> Option<&'static str> {
    [
        "href",
        "src",
        "rel",
        "type",
        "as",
        INTEGRITY,
        CHECKED,
        "crossorigin",
        "async",
        "blocking",
        "fetchpriority",
    ]
    .into_iter()
    .find(|own| *own == name)
}

/// The integrity of a file's bytes, as `<link>` and `<script>` carry it.
fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(bytes)))
}

/// The start tags of a page; attributes may stand without quotation marks, as minifiers write
/// them.
fn tags(html: &str) -> impl Iterator<Item = Tag> {
    html.split('<')
        .skip(1)
        .filter(|tag| tag.starts_with(|c: char| c.is_ascii_alphabetic()))
        .map(tag)
}

fn tag(text: &str) -> Tag {
    let end = text
        .find(|c: char| c.is_whitespace() || c == '>')
        .unwrap_or(text.len());
    let (name, mut rest) = text.split_at(end);
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start();
        let end = rest.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>'));
        let Some(end) = end.filter(|end| *end > 0) else {
            break;
        };
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after),
            None => ("", after),
        };
        attributes.push((name.to_owned(), unescaped(value)));
        rest = after;
    }
    let name = name.to_ascii_lowercase();
    Tag { name, attributes }
}

fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some((value, rest)) = text
            .strip_prefix(quote)
            .and_then(|text| text.split_once(quote))
        {
            return (value, rest);
        }
    }
    text.split_at(
        text.find(|c: char| c.is_whitespace() || c == '>')
            .unwrap_or(text.len()),
    )
}

fn unescaped(value: &str) -> String {
    value
        .replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_a_minifier_left() {
        let shell = Shell::read(
            "<!doctype html><link href=./a-1.css integrity=sha384-x rel=stylesheet>\
             <link href=b.ics rel=alternate><div class=n data-event='e/x.json' data-nachlese=loading \
             data-original=\"https://a.example/?b&amp;c\"><a href=#x>",
        );
        let shell = shell.unwrap();
        assert_eq!(shell.event, "e/x.json");
        assert_eq!(shell.original, "https://a.example/?b&c");
        let hrefs: Vec<_> = shell.assets.iter().map(|tag| tag.get("href")).collect();
        assert_eq!(hrefs, ["a-1.css"]);
    }

    #[test]
    fn a_page_without_a_root_is_no_shell() {
        assert_eq!(Shell::read("<p>Hello</p>"), None);
    }
}
