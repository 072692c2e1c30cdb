//! Reads lists of chapters.
//!
//! - Podlove Simple Chapters 1.2, XML: <https://podlove.org/simple-chapters/>; the same as JSON and
//!   as lines („mp4chaps“), which Podlove Publisher exports and Podlove Web Player takes:
//!   <https://docs.podlove.org/podlove-web-player/>, both read on 2026-11-30;
//! - Podcasting 2.0 chapters: `docs/examples/chapters/jsonChapters.md` of
//!   <https://github.com/Podcastindex-org/podcast-namespace>, read on 2026-11-30;
//! - WebVTT with `kind="chapters"`: <https://www.w3.org/TR/webvtt1/>, read on 2026-11-30;
//! - the `chapters` of a video that `yt-dlp -J ADDRESS` writes.

use nachlese_event::{
    Seconds,
    problem::{Finding, ImportFinding, JsonPath, Problem},
};
use nachlese_reader::{
    ParseError,
    context::{Context, Dialect},
    cursor::{Fields, Node},
    document,
    json::Json,
    own::start_of,
};

use crate::import::{
    XmlParser,
    command::ImportError,
    value::{one_line, short, word},
    xml,
};

/// The most chapters that are read.
const MOST_CHAPTERS: usize = 2_000;

/// A chapter of a file.
pub(super) struct Mark {
    pub(super) start: Seconds,
    pub(super) title: String,
    pub(super) path: JsonPath,
}

/// What was read so far.
#[derive(Default)]
struct Marks {
    list: Vec<Mark>,
    hidden: usize,
    first_hidden: Option<JsonPath>,
}

/// Reads chapters of any form, in the order of the file.
pub(super) fn marks(
    text: &str,
    parse_xml: XmlParser,
) -> Result<(Vec<Mark>, Vec<Problem>), ImportError> {
    let start = start_of(text);
    let mut marks = Marks::default();
    let context = if start.starts_with('<') {
        let tree = without_prefixes(xml::read(start, parse_xml)?);
        let context = Context::of(Dialect::Elements);
        of_object(Node::root(&tree, &context), &mut marks);
        context
    } else if start.starts_with(['{', '[']) {
        let json = document(text)?;
        let context = Context::of(Dialect::Foreign);
        let node = Node::root(&json, &context);
        match &json {
            Json::List(_) => of_list(node, &mut marks),
            _ => of_object(node, &mut marks),
        }
        context
    } else if start.is_empty() {
        return Err(ParseError::Empty.into());
    } else {
        let context = Context::of(Dialect::Elements);
        of_lines(text, &mut marks, &context);
        context
    };
    if let Some(path) = marks.first_hidden {
        let count = marks.hidden;
        context.report(
            &path,
            Finding::Import(ImportFinding::ChaptersHidden { count }),
        );
    }
    Ok((marks.list, context.into_problems()))
}

/// `psc:chapter` as `chapter`, whatever the prefix is.
fn without_prefixes(json: Json) -> Json {
    let bare = |name: String| match name.rsplit_once(':') {
        Some((_, bare)) => bare.to_owned(),
        None => name,
    };
    match json {
        Json::Object(fields) => {
            let fields = fields.into_iter();
            Json::Object(
                fields
                    .map(|(name, json)| (bare(name), without_prefixes(json)))
                    .collect(),
            )
        }
        other => other,
    }
}

/// A document with chapters: the element of them, or an object that has a list of them.
fn of_object(node: Node<'_>, marks: &mut Marks) {
    node.object(|fields| {
        if let Some(chapters) = fields.get("chapters") {
            match chapters.json {
                Json::List(_) => of_list(chapters, marks),
                Json::Object(_) => {
                    chapters.object(|fields| {
                        fields.get("version");
                        fields.each("chapter", &mut |node| of_chapter(node, marks));
                        Some(())
                    });
                }
                _ => {}
            }
        }
        // All else in such a file is about the episode.
        fields.ignore_rest();
        Some(())
    });
}

fn of_list(node: Node<'_>, marks: &mut Marks) {
    node.list(|node| {
        of_chapter(node, marks);
        None::<()>
    });
}

fn of_chapter(node: Node<'_>, marks: &mut Marks) {
    node.object(|fields| {
        fields.any(&["endTime", "end_time", "end"]);
        let is_hidden = matches!(
            fields.get("toc").map(|node| node.json),
            Some(Json::Bool(false))
        );
        let title = fields.get("title").and_then(short);
        let start = start(fields);
        if is_hidden {
            marks.hidden += 1;
            marks.first_hidden.get_or_insert_with(|| node.path());
            fields.ignore_rest();
            return None::<()>;
        }
        if title.is_none() {
            node.report(Finding::MissingField { field: "title" });
        }
        let (title, start) = title.zip(start)?;
        marks.add(node, start, title);
        None
    });
}

fn start(fields: &Fields<'_>) -> Option<Seconds> {
    let Some(node) = fields.any(&["start", "startTime", "start_time"]) else {
        fields.node.report(Finding::MissingField { field: "start" });
        return None;
    };
    let read = match node.json {
        Json::Number(number) => Seconds::within(0..=Seconds::LONGEST_RECORDING, *number),
        _ => word(node).and_then(|text| Seconds::parse_position(&text).ok()),
    };
    if read.is_none()
        && let Some(value) = word(node)
    {
        node.report(Finding::InvalidTime { value });
    }
    read
}

impl Marks {
    fn add(&mut self, node: Node<'_>, start: Seconds, title: String) {
        if self.list.len() >= MOST_CHAPTERS {
            node.skip();
            return;
        }
        let path = node.path();
        self.list.push(Mark { start, title, path });
    }
}

/// WebVTT, or lines of times and titles.
fn of_lines(text: &str, marks: &mut Marks, context: &Context) {
    let is_vtt = start_of(text).starts_with("WEBVTT");
    let mut lines = text.trim_start_matches('\u{feff}').lines().enumerate();
    let mut beyond: Option<(JsonPath, usize)> = None;
    let mut hrefs: Option<(JsonPath, usize)> = None;
    while let Some((at, line)) = lines.next() {
        let path = JsonPath::root().element("line", Some(at + 1));
        let (start, title) = if is_vtt {
            let Some((from, _)) = line.split_once("-->") else {
                continue;
            };
            let cue: Vec<_> = lines
                .by_ref()
                .map(|(_, line)| line.trim())
                .take_while(|line| !line.is_empty())
                .collect();
            (from.trim(), cue.join(" "))
        } else {
            let Some((start, title)) = line.trim().split_once([' ', '\t']) else {
                continue;
            };
            let (title, link) = without_link(title);
            if link {
                hrefs.get_or_insert_with(|| (path.clone(), 0)).1 += 1;
            }
            (start, title.to_owned())
        };
        let title = one_line(&title);
        match Seconds::parse_position(start) {
            Ok(start) if !title.is_empty() && marks.list.len() < MOST_CHAPTERS => {
                marks.list.push(Mark { start, title, path });
            }
            Ok(_) => beyond.get_or_insert((path, 0)).1 += 1,
            // Lines of another file are not all mistakes.
            Err(_) if is_vtt || start.contains(':') => {
                let value = start.to_owned();
                context.report(&path, Finding::InvalidTime { value });
            }
            Err(_) => {}
        }
    }
    for (found, field) in [(hrefs, "href"), (beyond, "chapters")] {
        if let Some((path, count)) = found {
            let field = field.to_owned();
            context.report(&path, Finding::NotImported { field, count });
        }
    }
}

/// A title without the address in `<…>` after it, and whether there was one.
fn without_link(title: &str) -> (&str, bool) {
    let title = title.trim();
    match title
        .strip_suffix('>')
        .and_then(|title| title.rsplit_once('<'))
    {
        Some((title, link)) if link.contains("://") => (title.trim_end(), true),
        _ => (title, false),
    }
}
