//! The one HTML file around the article.

use std::{
    collections::BTreeSet,
    fmt::Write as _,
    io::{self, Write as _},
    path::Path,
};

use base64::{Engine, engine::general_purpose::STANDARD};
use flate2::{Compression, write::GzEncoder};
use nachlese::{
    state::{Catalogue, Deployed},
    view::prerendered::{Prerendered, prerendered},
};
use nachlese_event::{Event, Href, Speech, VideoSource};
use nachlese_formats::export::{
    Edition, clock_changes,
    json_ld::{event_page, script_text},
};
use nachlese_markup::el;
use nachlese_reader::{fingerprint::fingerprint, parse};
use nachlese_site::{Base, Page, headers, listing::EventFolder};
use serde_json::{Map, Value};

use super::{
    article::{Article, article, sign},
    carried::CarriedFile,
    glue::as_function,
    unexpected,
};
use crate::{
    failure::{Failure, unusable},
    folder::Folder,
    named_files::passages,
    prerender::{
        document::{first_tags, html, html_start},
        event_pages::site,
        shell::Shell,
        without_script::without_script,
    },
};

const STARTER: &str = include_str!("start.js");

/// What the file is made of.
pub(super) struct PageParts<'a> {
    pub(super) dist: &'a Folder,
    pub(super) shell: &'a Shell,
    /// The event's file, as the editor wrote it.
    pub(super) text: &'a str,
    pub(super) folder: &'a EventFolder,
    pub(super) base: Option<&'a Base>,
    pub(super) files: &'a [CarriedFile],
    /// The event's file and its folder, unless it comes from a pipe.
    pub(super) place: Option<(&'a Path, &'a Folder)>,
    pub(super) speech: Speech,
}

/// Writes the file.
pub(super) fn page(parts: &PageParts<'_>) -> Result<String, Failure> {
    let event = &parts.folder.event;
    // What a parser of HTML would make of it, so that the app reads what was drawn.
    let text = parts.text.replace("\r\n", "\n").replace('\r', "\n");
    let (carried, text) = carried_event(text);
    let key = fingerprint(&text);
    let file = match parts.base {
        Some(base) => format!("{base}{}", parts.folder.file),
        None => "event.json".to_owned(),
    };
    let not_drawn = || Failure::new("not-drawn", "the page cannot be drawn".to_owned());
    let pages = parts.folder.pages();
    let page = pages.first().ok_or_else(not_drawn)?;
    let place = parts.place;
    let passages = place.map_or_else(String::new, |(file, within)| {
        passages(event, file, Some(within), &page.language)
    });
    let drawn = draw(&text, &file, &key, page, parts.files, &passages).ok_or_else(not_drawn)?;
    let Article {
        html: article,
        paths,
    } = article(&drawn.html, &key, parts.files);

    let script = script(parts)?;
    let style = style(parts)?;
    let policy = headers::one_file_csp(
        &headers::Policy::of(event),
        &script,
        &style,
        &media_origins(event),
    );
    let mut tags = first_tags(&policy, &drawn.title, &page.description);
    if let Some(icon) = icon(parts)? {
        let icon = format!("data:image/svg+xml;base64,{}", STANDARD.encode(icon));
        let link = el("link").attr("rel", "icon").attr("type", "image/svg+xml");
        tags.push(link.attr("href", icon));
    }
    if let Some(base) = parts.base {
        let link = el("link").attr("rel", "canonical");
        tags.push(link.attr("href", page.address(Some(base))));
    }
    let head: String = tags.into_iter().map(|tag| html(tag) + "\n").collect();
    let site = site(parts.folder, parts.base);
    let edition = Edition::new(event, &event.language, &site);
    let graph = script_text(&event_page(&edition));
    let original = event.source.as_ref().map(|source| source.url.to_string());
    let root = el("div")
        .attr("id", "nachlese")
        .class("nachlese")
        .attr("lang", page.language.as_str().to_owned())
        .attr("data-nachlese", "loading")
        .attr("data-event", file)
        .attr("data-id", event.id.as_str().to_owned())
        .attr("data-original", original)
        .attr("data-passages", Some(passages).filter(|it| !it.is_empty()))
        .attr("data-prerendered", key);
    let root = html(root);
    let root = root.trim_end_matches("</div>");
    let files = files_apart(parts.files, &paths);
    let program = program(parts)?;
    let without_script = html(without_script(page, &[]));
    let start = html_start(&page.language);
    let mut file = String::new();
    write!(
        file,
        "{start}\n<head>\n<meta charset=\"utf-8\">\n{head}\
         <style>{style}</style>\n<script type=\"application/ld+json\">{graph}</script>\n</head>\n<body>\n\
         {without_script}\n{root}{article}</div>\n\
         {carried}\n\
         <script type=\"application/json\" id=\"nachlese-files\">{files}</script>\n\
         <script type=\"text/plain\" id=\"nachlese-program\">{program}</script>\n\
         <script type=\"module\">{script}</script>\n</body>\n</html>\n"
    )
    .ok();
    Ok(file)
}

/// The event as the app draws it first, with signs in place of files.
fn draw(
    text: &str,
    file: &str,
    key: &str,
    page: &Page,
    files: &[CarriedFile],
    passages: &str,
) -> Option<Prerendered> {
    let (event, problems) = parse(text).ok()?;
    let deployed = Deployed {
        language: page.language.clone(),
        talk: None,
        // No talk has a page of its own here.
        is_current: false,
    };
    let lines = files.iter().enumerate();
    let lines = lines.map(|(at, file)| format!("{}\t{}\n", file.path, sign(key, at)));
    let mut catalogue = Catalogue::new(event, problems, file).on(deployed);
    passages.clone_into(&mut catalogue.passages);
    catalogue.assets = catalogue.assets.carrying(&lines.collect::<String>());
    let changes = clock_changes(&catalogue.event);
    Some(prerendered(catalogue, changes))
}

/// The element that carries the event's file, and the text that the app reads from it.
fn carried_event(text: String) -> (String, String) {
    if text.trim_start().starts_with('{') {
        let json = in_script(&text);
        let element =
            format!("<script type=\"application/json\" id=\"nachlese-event\">{json}</script>");
        return (element, json);
    }
    // Another program's format, which cannot be escaped as JSON can.
    let packed = STANDARD.encode(&text);
    let element =
        format!("<script type=\"text/plain\" id=\"nachlese-event\" data-base64>{packed}</script>");
    (element, text)
}

/// JSON that cannot end the script element that it stands in.
fn in_script(json: &str) -> String {
    json.replace("</", "<\\/").replace("<!", "\\u003c!")
}

/// The files that do not stand in the article.
fn files_apart(files: &[CarriedFile], paths: &BTreeSet<String>) -> String {
    let apart = files.iter().filter(|file| !paths.contains(&file.path));
    let apart = apart.map(|file| (file.path.clone(), Value::from(file.address.as_str())));
    in_script(&Value::from(apart.collect::<Map<_, _>>()).to_string())
}

/// Where the event's own videos are, if not beside it: they are asked for before they are loaded.
fn media_origins(event: &Event) -> BTreeSet<String> {
    let recordings = event
        .talks
        .iter()
        .filter_map(|talk| talk.recording.as_ref());
    let sources = recordings.filter_map(|recording| recording.sources.first());
    let files = sources.filter_map(|source| match source {
        VideoSource::File { url, .. } => Some(url),
        _ => None,
    });
    files.filter_map(Href::origin).map(str::to_owned).collect()
}

/// The address of one of trunk's files.
fn asset<'a>(parts: &PageParts<'a>, rel: &str, media: &str) -> Result<&'a str, Failure> {
    let mut assets = parts.shell.assets.iter();
    let found = assets.find(|tag| tag.get("rel") == rel && tag.get("type") == media);
    found
        .map(|tag| tag.get("href"))
        .ok_or_else(|| unexpected("index.html", parts.speech))
}

fn icon(parts: &PageParts<'_>) -> Result<Option<Vec<u8>>, Failure> {
    let name = "favicon.svg";
    match parts.dist.read(name) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        read => read.map(Some).map_err(|error| at(parts, name, &error)),
    }
}

fn read(parts: &PageParts<'_>, name: &str) -> Result<Vec<u8>, Failure> {
    let read = parts.dist.read(name);
    read.map_err(|error| at(parts, name, &error))
}

fn at(parts: &PageParts<'_>, name: &str, error: &io::Error) -> Failure {
    unusable(&parts.dist.shown(name), error, parts.speech)
}

fn read_text(parts: &PageParts<'_>, name: &str) -> Result<String, Failure> {
    String::from_utf8(read(parts, name)?).map_err(|_| unexpected(name, parts.speech))
}

fn script(parts: &PageParts<'_>) -> Result<String, Failure> {
    let name = asset(parts, "modulepreload", "")?;
    let glue = as_function(&read_text(parts, name)?);
    let glue = glue.ok_or_else(|| unexpected(name, parts.speech))?;
    Ok(format!("\n{glue}{STARTER}").replace("\r\n", "\n"))
}

/// The program, packed with gzip, which every browser unpacks.
fn program(parts: &PageParts<'_>) -> Result<String, Failure> {
    let name = asset(parts, "preload", "application/wasm")?;
    let wasm = read(parts, name)?;
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    let packed = packed.write_all(&wasm).and_then(|()| packed.finish());
    let packed = packed.map_err(|error| at(parts, name, &error))?;
    Ok(STANDARD.encode(packed))
}

/// The stylesheet with its fonts in it.
fn style(parts: &PageParts<'_>) -> Result<String, Failure> {
    let name = asset(parts, "stylesheet", "")?;
    let sheet = read_text(parts, name)?;
    let mut style = String::with_capacity(sheet.len());
    let mut rest = sheet.as_str();
    while let Some((before, after)) = rest.split_once("url(") {
        let Some((address, after)) = after.split_once(')') else {
            return Err(unexpected(name, parts.speech));
        };
        let path = address.trim().trim_matches(['"', '\'']);
        style.push_str(before);
        style.push_str("url(");
        if path.starts_with("data:") {
            style.push_str(address);
        } else {
            let font = STANDARD.encode(read(parts, path)?);
            write!(style, "data:font/woff2;base64,{font}").ok();
        }
        style.push(')');
        rest = after;
    }
    style.push_str(rest);
    if style.contains("</") {
        return Err(unexpected(name, parts.speech));
    }
    // The fonts need not be waited for.
    let style = style.replace("font-display:swap", "font-display:block");
    Ok(style.replace("\r\n", "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_cannot_end_the_element_that_carries_it() {
        let (element, text) = carried_event("{\"a\": \"</script><!--\"}".to_owned());
        assert_eq!(text, "{\"a\": \"<\\/script>\\u003c!--\"}");
        assert!(element.contains(&text) && element.matches("</script").count() == 1);
        let (element, text) = carried_event("<schedule></schedule>".to_owned());
        assert_eq!(text, "<schedule></schedule>");
        assert!(element.ends_with(" data-base64>PHNjaGVkdWxlPjwvc2NoZWR1bGU+</script>"));
    }
}
