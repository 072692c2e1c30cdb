//! Writes the files with which other pages show an event: the element, the frame and its resizing
//! script. Also writes the scripts that a page loads only for large files, to share a talk or to
//! write a watch-list.

use nachlese::scripts::{ELEMENT_STYLE, SCRIPTS};
use nachlese_event::Event;
use nachlese_markup::{El, Markup, el};
use nachlese_site::headers::{Policy, content_security_policy, meta_csp};

use super::{document::first_tags, host_check, shell::Shell};

/// The files by name. `language` is the language of the frame's page until the event is loaded.
pub(super) fn embed_files(
    shell: &Shell,
    language: &str,
    event: &Event,
    policy: &Policy,
) -> Vec<(String, String)> {
    let asking = host_check::script(shell, event, policy);
    let asset = |rel: &str, media: &str| {
        let mut assets = shell.assets.iter();
        let found = assets.find(|tag| tag.get("rel") == rel && tag.get("type") == media);
        found.map_or("", |tag| tag.get("href"))
    };
    let style = asset("stylesheet", "");
    let head = Head {
        style,
        language,
        policy: meta_csp(policy),
    };
    let policy = content_security_policy(policy);
    let mut directives = policy.split("; ");
    let players = directives.find_map(|directive| directive.strip_prefix("frame-src "));
    let reset = without_remarks(ELEMENT_STYLE);
    let words = [
        ("\"RESET\"", reset.as_str()),
        ("\"GLUE\"", asset("modulepreload", "")),
        ("\"PROGRAM\"", asset("preload", "application/wasm")),
        ("\"STYLE\"", style),
        ("\"EVENT\"", shell.event.as_str()),
        ("\"PLAYERS\"", players.unwrap_or_default()),
    ];
    let scripts = SCRIPTS.iter().map(|&(name, script)| {
        let script = words
            .iter()
            .fold(without_comments(script), |script, (word, value)| {
                script.replace(word, &format!("\"{value}\""))
            });
        (name, script)
    });
    let pages = [
        ("embed.html", frame(&head)),
        ("embed-check.html", check(&head)),
        ("host-check.html", host(&head)),
    ];
    let files = scripts.chain(pages);
    let files = files.filter(|(name, _)| *name != host_check::SCRIPT);
    let files = files.map(|(path, text)| (path.to_owned(), text));
    files
        .chain(asking.map(|(path, text)| (path, without_comments(&text))))
        .collect()
}

/// A script as it is deployed: only the comment at the top is kept.
fn without_comments(script: &str) -> String {
    let (top, code) = script.split_once("\n\n").unwrap_or((script, ""));
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code: String = lines.map(|line| line.to_owned() + "\n").collect();
    format!("{top}\n\n{code}")
}

/// A stylesheet in one line, without comments.
fn without_remarks(style: &str) -> String {
    let mut parts = style.split("/*");
    let code = parts.next().unwrap_or_default().to_owned();
    let parts = parts.filter_map(|part| Some(part.split_once("*/")?.1));
    let code = parts.fold(code, |code, part| code + part);
    code.replace('\n', "")
}

fn frame(head: &Head<'_>) -> String {
    let link = el("a")
        .attr("href", "./")
        .attr("target", "_top")
        .child("Nachlese");
    // The only embedded event whose page has no main part of its own.
    let element = el("main").child(el("nachlese-event").child(link));
    page(head, "Nachlese", &["embed.js", "embed-frame.js"], element)
}

/// The page that says why an event does not appear. Its script writes the results.
fn check(head: &Head<'_>) -> String {
    page(
        head,
        "Nachlese: Einbettung prüfen",
        &["embed-check.js"],
        checking(),
    )
}

fn checking() -> El {
    el("div").class("nachlese").attr("id", "check").child(
        el("noscript")
            .child(el("p").child("Die Prüfung braucht JavaScript. This check needs JavaScript.")),
    )
}

/// The page that says what the folder's host lacks. Its script writes the results.
fn host(head: &Head<'_>) -> String {
    page(
        head,
        "Nachlese: Server prüfen",
        &[host_check::SCRIPT],
        checking(),
    )
}

/// What all pages have in common.
struct Head<'a> {
    style: &'a str,
    language: &'a str,
    /// The part of the policy that concerns scripts.
    policy: String,
}

fn page(head: &Head<'_>, title: &str, scripts: &[&'static str], body: El) -> String {
    let mut tags = first_tags(&head.policy, title, "");
    tags.extend([
        el("meta").attr("name", "robots").attr("content", "noindex"),
        el("link")
            .attr("rel", "icon")
            .attr("type", "image/svg+xml")
            .attr("href", "favicon.svg"),
        el("link")
            .attr("rel", "stylesheet")
            .attr("href", head.style.to_owned()),
    ]);
    tags.extend(
        scripts
            .iter()
            .map(|file| el("script").attr("type", "module").attr("src", *file)),
    );
    let language = head.language;
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
