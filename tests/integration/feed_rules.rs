//! The feed, against the rules of those who read it.
//!
//! Read on 2026-11-30, in copies that others stored:
//! - RSS: <https://www.rssboard.org/rss-specification>, and of
//!   <https://www.rssboard.org/rss-profile> the `atom:link`
//! - Apple: „A Podcaster's Guide to RSS“
//!   (<https://help.apple.com/itc/podcasts_connect/#/itcb54353390>, archived as `itunes_reference.md`
//!   of the podcast namespace)
//! - Podcasting 2.0: `docs/tags/*.md` of <https://github.com/Podcastindex-org/podcast-namespace>

use nachlese_event::Href;
use nachlese_formats::export::{Edition, ExportError, Site, feed::feed};
use nachlese_reader::parse;

use crate::{
    support::{read, root, valid_events},
    xml_tree::Node,
};

/// When a field must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Need {
    /// In every feed, or in every parent that there is.
    Always,
    /// If the event tells it. The event of the test tells everything.
    IfTold,
}
use Need::{Always, IfTold};

/// Whose rule, in which element, which element or attribute.
const RULES: &[(&str, &str, &str, Need)] = &[
    ("RSS", "rss", "@version", Always),
    ("RSS", "channel", "title", Always),
    ("RSS", "channel", "link", Always),
    ("RSS", "channel", "description", Always),
    ("RSS", "channel", "language", Always),
    ("RSS", "channel", "atom:link", Always),
    ("RSS", "channel", "generator", Always),
    ("RSS", "channel", "pubDate", IfTold),
    ("RSS", "channel", "lastBuildDate", IfTold),
    ("RSS", "channel", "image", IfTold),
    ("RSS", "image", "url", Always),
    ("RSS", "image", "title", Always),
    ("RSS", "image", "link", Always),
    ("RSS", "atom:link", "@href", Always),
    ("RSS", "atom:link", "@rel", Always),
    ("RSS", "atom:link", "@type", Always),
    ("RSS", "item", "title", Always),
    ("RSS", "item", "link", Always),
    ("RSS", "item", "guid", Always),
    ("RSS", "guid", "@isPermaLink", Always),
    ("RSS", "item", "enclosure", IfTold),
    ("RSS", "enclosure", "@url", Always),
    ("RSS", "enclosure", "@length", Always),
    ("RSS", "enclosure", "@type", Always),
    ("Apple", "channel", "itunes:image", IfTold),
    ("Apple", "itunes:image", "@href", Always),
    ("Apple", "channel", "itunes:category", IfTold),
    ("Apple", "itunes:category", "@text", Always),
    ("Apple", "channel", "itunes:explicit", Always),
    ("Apple", "channel", "itunes:type", Always),
    ("Apple", "channel", "itunes:author", IfTold),
    ("Apple", "channel", "itunes:owner", IfTold),
    ("Apple", "itunes:owner", "itunes:name", Always),
    ("Apple", "itunes:owner", "itunes:email", IfTold),
    ("Apple", "item", "description", Always),
    ("Apple", "item", "pubDate", IfTold),
    ("Apple", "item", "itunes:duration", IfTold),
    ("Apple", "item", "itunes:episode", IfTold),
    ("Podcasting 2.0", "channel", "podcast:guid", Always),
    ("Podcasting 2.0", "channel", "podcast:locked", Always),
    ("Podcasting 2.0", "podcast:locked", "@owner", IfTold),
    ("Podcasting 2.0", "channel", "podcast:medium", IfTold),
    ("Podcasting 2.0", "channel", "podcast:license", IfTold),
    ("Podcasting 2.0", "item", "podcast:license", IfTold),
    ("Podcasting 2.0", "podcast:license", "@url", Always),
    ("Podcasting 2.0", "item", "podcast:transcript", IfTold),
    ("Podcasting 2.0", "podcast:transcript", "@url", Always),
    ("Podcasting 2.0", "podcast:transcript", "@type", Always),
    ("Podcasting 2.0", "item", "podcast:chapters", IfTold),
    ("Podcasting 2.0", "podcast:chapters", "@url", Always),
    ("Podcasting 2.0", "podcast:chapters", "@type", Always),
    ("Podcasting 2.0", "item", "podcast:person", IfTold),
    ("Podcasting 2.0", "podcast:person", "@role", Always),
    ("Podcasting 2.0", "podcast:person", "@img", IfTold),
    ("Podcasting 2.0", "podcast:person", "@href", IfTold),
];

/// An event that tells everything.
const WHOLE: &str = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Werkschau",
    "summary": "Ein Tag mit Leim & Holz.", "published": "2026-03-12", "timeZone": "Europe/Berlin",
    "corrections": [{"date": "2026-03-20", "text": "Ein Name."}],
    "host": {"name": "Werkverein"}, "podcastCategory": "Kids & Family",
    "legal": {"contact": "mailto:post@werk.example?subject=Barriere"},
    "people": [{"id": "ada", "name": "Ada Beispiel", "links": ["https://ada.example/"],
        "image": {"photo": {"src": "ada.jpg", "width": 4, "height": 4, "alt": "Ada", "credit": "X",
            "rightsCleared": true}}}],
    "talks": [{"id": "a", "kind": "talk", "title": "Leim", "abstract": "Wie man Leim kocht.",
        "people": ["ada"], "duration": "PT45M",
        "recording": {"status": "released", "sources": [{"provider": "file", "url": "leim.mp4"}],
            "licence": "CC BY 4.0", "transcript": "leim.html",
            "captions": [{"url": "leim.de.vtt", "language": "de", "origin": "human"}],
            "chapters": [{"start": "0:00", "title": "Anfang"}]}}]}"#;

fn site() -> Site {
    let base = Href::new("https://nachlese.example/x/").unwrap();
    Site::at(&base, "events/x/").unwrap().with_previews(true)
}

fn feed_of(event: &str) -> Node {
    let (event, _) = parse(event).unwrap();
    let site = site();
    let edition = Edition::new(&event, &event.language, &site);
    Node::read(&feed(&edition, &|_| Some(7)).unwrap())
}

/// The rules that a feed does not keep.
fn broken(feed: &Node, counts: fn(Need) -> bool) -> Vec<String> {
    let mut broken = Vec::new();
    for (whose, place, name, need) in RULES {
        let mut places = Vec::new();
        feed.all(place, &mut places);
        if places.is_empty() && counts(IfTold) {
            broken.push(format!("{whose}: there is no {place}"));
        }
        if counts(*need) && places.iter().any(|place| place.get(name).is_none()) {
            broken.push(format!("{whose}: {name} in {place}"));
        }
    }
    broken
}

#[test]
fn feeds_have_all_that_their_readers_require() {
    for file in valid_events() {
        let feed = feed_of(&read(&file));
        let broken = broken(&feed, |need| need == Always);
        assert_eq!(broken, Vec::<String>::new(), "{}", file.display());
    }
    assert_eq!(broken(&feed_of(WHOLE), |_| true), Vec::<String>::new());
}

#[test]
fn feeds_of_the_shipped_events_are_filed_at_apples() {
    for event in ["ki-stadtratshearing-2024", "beispielkonferenz-2026"] {
        let file = root().join("public/events").join(event).join("event.json");
        let feed = feed_of(&read(&file));
        let channel = &feed.children[0];
        for name in [
            "itunes:image",
            "itunes:category",
            "itunes:owner",
            "lastBuildDate",
        ] {
            assert!(channel.get(name).is_some(), "{event}: {name}");
        }
        assert!(channel.get("description").unwrap().len() <= 4_000);
    }
}

#[test]
fn feeds_tell_what_the_event_tells() {
    let feed = feed_of(WHOLE);
    for (place, name, value) in [
        ("channel", "pubDate", "Thu, 12 Mar 2026 00:00:00 +0100"),
        (
            "channel",
            "lastBuildDate",
            "Fri, 20 Mar 2026 00:00:00 +0100",
        ),
        ("channel", "podcast:medium", "video"),
        ("channel", "podcast:locked", "yes"),
        ("podcast:locked", "@owner", "post@werk.example"),
        ("itunes:owner", "itunes:name", "Werkverein"),
        ("itunes:owner", "itunes:email", "post@werk.example"),
        ("itunes:category", "@text", "Kids & Family"),
        (
            "itunes:image",
            "@href",
            "https://nachlese.example/x/feed.png",
        ),
        ("atom:link", "@href", "https://nachlese.example/x/feed.xml"),
        ("image", "link", "https://nachlese.example/x/"),
        ("item", "itunes:duration", "2700"),
        ("item", "podcast:license", "cc-by-4.0"),
        (
            "podcast:chapters",
            "@url",
            "https://nachlese.example/x/talk/a/chapters.json",
        ),
        (
            "podcast:person",
            "@img",
            "https://nachlese.example/x/events/x/ada.jpg",
        ),
    ] {
        let mut places = Vec::new();
        feed.all(place, &mut places);
        assert_eq!(places[0].get(name), Some(value), "{name} in {place}");
    }
}

#[test]
fn feeds_leave_out_what_is_not_known() {
    // Another category than Apple's, a contact that is a page, a recording longer than the talk,
    // recordings with different licences, and sounds only.
    let event = WHOLE
        .replace("Kids & Family", "Kinder")
        .replace("mailto:post@werk.example?subject=Barriere", "kontakt.html")
        .replace("\"0:00\"", "\"50:00\"")
        .replace("leim.mp4", "leim.mp3")
        .replace(
            "\"talks\": [",
            r#""talks": [{"id": "b", "kind": "talk", "recording": {"status": "released",
                "sources": [{"provider": "file", "url": "holz.mp3"}]}},"#,
        );
    let feed = feed_of(&event);
    let channel = &feed.children[0];
    for name in ["itunes:category", "podcast:license"] {
        assert_eq!(channel.get(name), None, "{name}");
    }
    assert_eq!(channel.get("podcast:medium"), Some("podcast"));
    for (place, name) in [
        ("itunes:owner", "itunes:email"),
        ("item", "itunes:duration"),
    ] {
        let mut places = Vec::new();
        feed.all(place, &mut places);
        assert!(
            places.iter().all(|place| place.get(name).is_none()),
            "{name}"
        );
    }
}

#[test]
fn every_address_is_a_whole_one_or_there_is_no_feed() {
    for file in valid_events() {
        let event = read(&file);
        let mut open = vec![feed_of(&event)];
        while let Some(node) = open.pop() {
            let attributes = node.attributes.iter();
            let mut told: Vec<_> = attributes
                .filter(|(name, _)| ["url", "href", "img"].contains(&name.as_str()))
                .map(|(_, value)| value.clone())
                .collect();
            if ["link", "url"].contains(&node.name.as_str()) {
                told.push(node.text.clone());
            }
            for address in told {
                assert!(address.starts_with("http"), "{}: {address}", file.display());
            }
            open.extend(node.children);
        }
        let (event, _) = parse(&event).unwrap();
        let site = Site::unknown();
        let edition = Edition::new(&event, &event.language, &site);
        assert_eq!(feed(&edition, &|_| None), Err(ExportError::NoAddress));
    }
}
