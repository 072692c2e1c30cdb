//! The files with which other pages show an event: the element, the frame and what sizes it.

use super::shell::Shell;
use crate::view::markup::{Markup, el};

const ELEMENT: &str = include_str!("../../embed/embed.js");
const FRAME: &str = include_str!("../../embed/frame.js");
const HEIGHT: &str = include_str!("../../embed/height.js");
const ADDRESS: &str = include_str!("../../embed/address.js");

/// The files by name; `language` is that of the frame's page until the event is there.
pub(super) fn embed_files(shell: &Shell, language: &str) -> Vec<(&'static str, String)> {
    let asset = |rel: &str, media: &str| {
        let mut assets = shell.assets.iter();
        let found = assets.find(|tag| tag.get("rel") == rel && tag.get("type") == media);
        found.map_or("", |tag| tag.get("href"))
    };
    let style = asset("stylesheet", "");
    let files = [
        ("\"GLUE\"", asset("modulepreload", "")),
        ("\"PROGRAM\"", asset("preload", "application/wasm")),
        ("\"STYLE\"", style),
        ("\"EVENT\"", shell.event.as_str()),
    ];
    let element = files
        .iter()
        .fold(ELEMENT.to_owned(), |script, (word, file)| {
            script.replace(word, &format!("\"{file}\""))
        });
    vec![
        ("embed.js", element),
        ("embed.html", frame(style, language)),
        ("embed-frame.js", FRAME.to_owned()),
        ("embed-height.js", HEIGHT.to_owned()),
        ("embed-address.js", ADDRESS.to_owned()),
    ]
}

fn frame(style: &str, language: &str) -> String {
    let script = |file: &'static str| el("script").attr("type", "module").attr("src", file);
    let tags = [
        el("meta")
            .attr("name", "viewport")
            .attr("content", "width=device-width, initial-scale=1"),
        el("meta")
            .attr("name", "color-scheme")
            .attr("content", "light dark"),
        el("meta").attr("name", "robots").attr("content", "noindex"),
        el("title").child("Nachlese"),
        el("link")
            .attr("rel", "stylesheet")
            .attr("href", style.to_owned()),
        script("embed.js"),
        script("embed-frame.js"),
    ];
    let head: String = tags
        .into_iter()
        .map(|tag| Markup::from(tag).into_html() + "\n")
        .collect();
    let link = el("a")
        .attr("href", "./")
        .attr("target", "_top")
        .child("Nachlese");
    let element = Markup::from(el("nachlese-event").child(link)).into_html();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n{head}</head>\n\
         <body>\n{element}\n</body>\n</html>\n"
    )
}
