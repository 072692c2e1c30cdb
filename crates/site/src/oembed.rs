//! `oembed.json`: how a content management system shows an event in a frame.
//!
//! Source: <https://oembed.com/>, read on 2026-11-24 (version 1.0, type `rich`).

use nachlese_event::Event;
use serde::Serialize;

use super::{Base, Page, address, preview, words};

/// The width of the frame, in CSS pixels. The host may choose another one.
const WIDTH: u32 = 800;
/// The height of the frame, in CSS pixels.
const HEIGHT: u32 = 600;

/// The path of a page's description from the root of the site: `oembed.json` in the page's folder.
#[must_use]
pub fn path(page: &Page) -> String {
    format!("{}oembed.json", page.path)
}

#[derive(Serialize)]
struct Answer {
    version: &'static str,
    #[serde(rename = "type")]
    kind: &'static str,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    provider_url: Option<String>,
    cache_age: u32,
    html: String,
    width: u32,
    height: u32,
    thumbnail_url: String,
    thumbnail_width: u32,
    thumbnail_height: u32,
}

/// Describes a page for hosts that embed it: a frame on `embed.html`, with the preview as picture.
///
/// With a base, all addresses are absolute, as hosts need them. Without one, they are relative to
/// the root of the site, which is useful only to hosts on the same site. `event_file` is the path
/// of the event's file from the root of the site, for example `events/x/event.json`.
///
/// # Errors
/// Never in practice, because plain text can always be written as JSON.
pub fn oembed(
    event: &Event,
    page: &Page,
    event_file: &str,
    base: Option<&Base>,
) -> Result<String, serde_json::Error> {
    let host = event.host.as_ref();
    let answer = Answer {
        version: "1.0",
        kind: "rich",
        title: page.title.clone(),
        provider_name: host.map(|host| words::spoken(&host.name, &page.language, event)),
        provider_url: base.map(Base::to_string),
        cache_age: 86_400,
        html: frame(event, page, event_file, base),
        width: WIDTH,
        height: HEIGHT,
        thumbnail_url: address(&preview::path(page), base),
        thumbnail_width: preview::WIDTH,
        thumbnail_height: preview::HEIGHT,
    };
    let mut json = serde_json::to_string_pretty(&answer)?;
    json.push('\n');
    Ok(json)
}

/// A frame that shows the page's talk. `allow` lets the players in it go full screen.
fn frame(event: &Event, page: &Page, event_file: &str, base: Option<&Base>) -> String {
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("event", event_file)
        .finish()
        .replace("%2F", "/");
    let language = if page.language == event.language {
        String::new()
    } else {
        format!("&lang={}", page.language.as_str())
    };
    let talk = match &page.talk {
        Some(talk) => format!("#{}", address(talk.as_str(), None)),
        None => String::new(),
    };
    let embed = address("embed.html", base);
    format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{WIDTH}\" height=\"{HEIGHT}\" loading=\"lazy\" \
         allow=\"fullscreen; picture-in-picture; encrypted-media\" \
         referrerpolicy=\"strict-origin-when-cross-origin\"></iframe>",
        words::escaped(&format!("{embed}?{query}{language}{talk}")),
        words::escaped(&page.title),
    )
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::{pages, tests::event};

    fn answer(page: usize, base: Option<&Base>) -> Value {
        let event = event();
        let json = oembed(
            &event,
            &pages(&event, "")[page],
            "events/x/event.json",
            base,
        )
        .unwrap();
        serde_json::from_str(&json).unwrap()
    }

    #[test]
    fn frames_the_event_with_absolute_addresses() {
        let base = Base::new("https://a.example/b/").unwrap();
        let answer = answer(0, Some(&base));
        for (field, expected) in [
            ("version", Value::from("1.0")),
            ("type", "rich".into()),
            ("title", "München & KI".into()),
            ("provider_name", "IT-Referat".into()),
            ("provider_url", "https://a.example/b/".into()),
            ("width", 800.into()),
            ("height", 600.into()),
            ("thumbnail_url", "https://a.example/b/preview.png".into()),
            ("thumbnail_width", 1200.into()),
            ("thumbnail_height", 630.into()),
        ] {
            assert_eq!(answer[field], expected, "{field}");
        }
        let html = answer["html"].as_str().unwrap();
        let frame = "<iframe src=\"https://a.example/b/embed.html?event=events/x/event.json\" title=\"München &amp; KI\" width=\"800\"";
        assert!(html.starts_with(frame), "{html}");
    }

    #[test]
    fn leads_to_the_talk_in_the_pages_language() {
        let answer = answer(4, None);
        let html = answer["html"].as_str().unwrap();
        let source = "src=\"embed.html?event=events/x/event.json&amp;lang=en#gr%C3%B6%C3%9Fe\"";
        assert!(html.contains(source), "{html}");
        assert_eq!(
            answer["thumbnail_url"],
            "en/talk/gr%C3%B6%C3%9Fe/preview.png"
        );
        assert_eq!(answer["provider_url"], Value::Null);
    }
}
