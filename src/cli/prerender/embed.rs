//! The files with which other pages show an event: the element, the frame and what sizes it; and
//! what reads large files for any page.

use super::shell::Shell;
use crate::{
    site::headers::{Policy, content_security_policy},
    view::markup::{El, Markup, el},
};

/// Each with the names of this deployment's files as words in capitals.
const SCRIPTS: [(&str, &str); 8] = [
    ("embed.js", include_str!("../../embed/embed.js")),
    ("embed-frame.js", include_str!("../../embed/frame.js")),
    ("embed-height.js", include_str!("../../embed/height.js")),
    ("embed-address.js", include_str!("../../embed/address.js")),
    ("embed-dialog.js", include_str!("../../embed/dialog.js")),
    ("embed-policy.js", include_str!("../../embed/policy.js")),
    ("embed-check.js", include_str!("../../embed/check.js")),
    (
        "importer-reader.js",
        include_str!("../../importer/reader.js"),
    ),
];

/// The files by name; `language` is that of the frame's page until the event is there.
pub(super) fn embed_files(shell: &Shell, language: &str, policy: &Policy) -> Vec<(String, String)> {
    let asset = |rel: &str, media: &str| {
        let mut assets = shell.assets.iter();
        let found = assets.find(|tag| tag.get("rel") == rel && tag.get("type") == media);
        found.map_or("", |tag| tag.get("href"))
    };
    let style = asset("stylesheet", "");
    let policy = content_security_policy(policy);
    let mut directives = policy.split("; ");
    let players = directives.find_map(|directive| directive.strip_prefix("frame-src "));
    let words = [
        ("\"GLUE\"", asset("modulepreload", "")),
        ("\"PROGRAM\"", asset("preload", "application/wasm")),
        ("\"STYLE\"", style),
        ("\"EVENT\"", shell.event.as_str()),
        ("\"PLAYERS\"", players.unwrap_or_default()),
    ];
    let scripts = SCRIPTS.map(|(name, script)| {
        let script = words
            .iter()
            .fold(script.to_owned(), |script, (word, value)| {
                script.replace(word, &format!("\"{value}\""))
            });
        (name, script)
    });
    let pages = [
        ("embed.html", frame(style, language)),
        ("embed-check.html", check(style, language)),
    ];
    let files = scripts.into_iter().chain(pages);
    files.map(|(path, text)| (path.to_owned(), text)).collect()
}

fn frame(style: &str, language: &str) -> String {
    let link = el("a")
        .attr("href", "./")
        .attr("target", "_top")
        .child("Nachlese");
    let element = el("nachlese-event").child(link);
    page(
        "Nachlese",
        style,
        language,
        &["embed.js", "embed-frame.js"],
        element,
    )
}

/// The page that says why an event does not appear; its script writes what it finds.
fn check(style: &str, language: &str) -> String {
    let root = el("div").class("nachlese").attr("id", "check").child(
        el("noscript")
            .child(el("p").child("Die Prüfung braucht JavaScript. This check needs JavaScript.")),
    );
    page(
        "Nachlese: Einbettung prüfen",
        style,
        language,
        &["embed-check.js"],
        root,
    )
}

fn page(
    title: &'static str,
    style: &str,
    language: &str,
    scripts: &[&'static str],
    body: El,
) -> String {
    let mut tags = vec![
        el("meta")
            .attr("name", "viewport")
            .attr("content", "width=device-width, initial-scale=1"),
        el("meta")
            .attr("name", "color-scheme")
            .attr("content", "light dark"),
        el("meta").attr("name", "robots").attr("content", "noindex"),
        el("title").child(title),
        el("link")
            .attr("rel", "icon")
            .attr("type", "image/svg+xml")
            .attr("href", "favicon.svg"),
        el("link")
            .attr("rel", "stylesheet")
            .attr("href", style.to_owned()),
    ];
    tags.extend(
        scripts
            .iter()
            .map(|file| el("script").attr("type", "module").attr("src", *file)),
    );
    let head: String = tags
        .into_iter()
        .map(|tag| Markup::from(tag).into_html() + "\n")
        .collect();
    let body = Markup::from(body).into_html();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n{head}</head>\n\
         <body>\n{body}\n</body>\n</html>\n"
    )
}
