//! Tells event JSON from the files of other programs, by their content.
//!
//! So the page does not have to load the readers of all formats.

use nachlese_event::{Event, problem::Problem};

use crate::{ParseError, document, event_of, json::Json};

/// Reads the event JSON; gives `None` if the text is of another format, which other programs read, or if
/// it is UTF-16, which has zeros if it is read as UTF-8.
///
/// # Errors
/// [`ParseError`] if the text is neither event JSON nor another known format.
pub fn read_own(text: &str) -> Result<Option<(Event, Vec<Problem>)>, ParseError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.trim_start();
    if text.bytes().take(2).any(|byte| byte == 0) {
        return Ok(None);
    }
    if start.starts_with('<') {
        return is_xml(start).map(|_| None);
    }
    if is_calendar(start) {
        return Ok(None);
    }
    let json = document(text)?;
    if is_schedule(&json) || is_lists(&json) {
        return Ok(None);
    }
    // Reading nothing is always an error. The reader for all formats says what this is instead.
    let is_marked = json.get("schemaVersion").is_some();
    match event_of(&json) {
        Ok((event, _)) if event.talks.is_empty() && !is_marked => Ok(None),
        Err(ParseError::NotAnEvent { .. }) => Ok(None),
        read => read.map(Some),
    }
}

/// Whether a text is an iCalendar.
#[must_use]
pub fn is_calendar(text: &str) -> bool {
    let start = start_of(text).get(..15).unwrap_or_default();
    start.eq_ignore_ascii_case("BEGIN:VCALENDAR")
}

/// Cuts off what may stand before any format.
#[must_use]
pub fn start_of(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text).trim_start()
}

/// Whether JSON is a schedule.json of any version.
#[must_use]
pub fn is_schedule(json: &Json) -> bool {
    let has = |name| {
        json.get("schedule")
            .is_some_and(|it| it.get(name).is_some())
    };
    has("conference") || has("days") || has("events")
}

/// Whether JSON consists of lists that refer to each other by ids, like those of pretalx' widget
/// and Sessionize.
#[must_use]
pub fn is_lists(json: &Json) -> bool {
    let is_list = |name| matches!(json.get(name), Some(Json::List(_)));
    let has_names = is_list("rooms") || is_list("speakers") || is_list("tracks");
    // An event has a title, which neither of these has.
    has_names && (is_list("talks") || is_list("sessions")) && json.get("title").is_none()
}

/// Whether JSON certainly is event JSON: it says so, or has a talk that can be read.
#[must_use]
pub fn is_own(json: &Json) -> bool {
    let is_talk = |talk: &Json| talk.get("title").is_some() || talk.get("topic").is_some();
    match json.get("talks") {
        _ if json.get("schemaVersion").is_some() => true,
        Some(Json::List(talks)) => talks.iter().any(is_talk),
        _ => false,
    }
}

/// Checks whether a text may be XML with any root element, but not a web page.
///
/// # Errors
/// [`ParseError`] for web pages, and for XML with custom entities.
pub fn is_xml(text: &str) -> Result<Root, ParseError> {
    match root(text) {
        Root::Refused => Err(ParseError::NotXml),
        Root::Html => Err(ParseError::Html),
        root => Ok(root),
    }
}

/// What a text begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Root {
    /// A programme: `<schedule>`.
    Schedule,
    /// A document type with custom entities, which may grow without limit.
    Refused,
    /// Another element.
    Other,
    /// A web page, or no element at all.
    Html,
}

/// Looks for the first element, past declaration, comments and document type.
fn root(text: &str) -> Root {
    let mut rest = text;
    loop {
        rest = rest.trim_start();
        let end = if rest.starts_with("<?") {
            "?>"
        } else if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<!") {
            ">"
        } else {
            break;
        };
        let Some((declaration, after)) = cut(rest, end) else {
            return Root::Html;
        };
        if end == ">" && declaration.bytes().any(|byte| byte == b'[') {
            let is_ours = declaration
                .split_ascii_whitespace()
                .nth(1)
                .is_some_and(|name| name.starts_with("schedule"));
            return if is_ours { Root::Refused } else { Root::Html };
        }
        rest = after;
    }
    let name = rest.strip_prefix('<').unwrap_or_default();
    let is_end = |byte| b"> /\n\r\t".contains(&byte);
    let name = &name[..name.bytes().position(is_end).unwrap_or(name.len())];
    if name == "schedule" {
        Root::Schedule
    } else if name.starts_with(|c: char| c.is_ascii_alphabetic())
        && !name.eq_ignore_ascii_case("html")
    {
        Root::Other
    } else {
        Root::Html
    }
}

/// Cuts a text in two at a word. Bytes and `find` only, here and above: each further way of std to
/// search a text would be half a kilobyte more for every reader.
fn cut<'a>(text: &'a str, at: &str) -> Option<(&'a str, &'a str)> {
    let place = text.find(at)?;
    Some((&text[..place], &text[place + at.len()..]))
}
