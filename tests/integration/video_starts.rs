//! Where a talk begins in its video, and the hash of unlisted ones, from file to file.

use nachlese_event::{Event, Href, VideoSource, problem::Problem};
use nachlese_formats::{
    export::{Edition, Site, chapters, chapters_vtt, feed, json_ld, schedule_json, schedule_xml},
    import::{self, NativeZones, native_xml},
};
use nachlese_reader::parse;
use serde_json::{Value, json};

/// An event with a talk that has these sources.
fn event(sources: Value) -> Event {
    let text = json!({"schemaVersion": 1, "id": "e", "language": "de", "title": "E",
    "published": "2026-05-03", "date": "2026-05-01", "talks": [{
        "id": "a", "kind": "talk", "title": "A", "duration": "PT30M",
        "recording": {
            "status": "released",
            "sources": sources,
            "captions": [{"url": "a.vtt", "language": "de"}],
            "chapters": [{"start": 0, "title": "Eins"}, {"start": "1:30", "title": "Zwei"}]
        }}]});
    let (event, problems) = parse(&text.to_string()).unwrap();
    let problems: Vec<_> = problems.iter().map(Problem::code).collect();
    assert!(
        problems.iter().all(|it| *it == "missing-captions"),
        "{problems:?}"
    );
    event
}

fn sources(event: &Event) -> &[VideoSource] {
    &event.talks[0].recording.as_ref().unwrap().sources
}

fn all() -> Value {
    json!([
        {"provider": "file", "url": "https://cdn.example/day.mp4#t=1:23:45"},
        {"provider": "peertube", "url": "https://tube.example/w/mN3pQ4rS5tU6vW7xY8zA9b?start=1m2s"},
        {"provider": "vimeo", "id": "314159265", "hash": "0a1b2c3d4e", "start": 90},
        {"provider": "youtube", "id": "zYxWvUtSrQ1", "start": "PT2H"}
    ])
}

fn with_edition<T>(event: &Event, call: impl FnOnce(&Edition<'_>) -> T) -> T {
    let base = Href::new("https://nachlese.example/x/").unwrap();
    let site = Site::at(&base, "events/e/").unwrap();
    call(&Edition::new(event, &event.language, &site))
}

#[test]
fn come_back_in_our_own_format() {
    let event = event(all());
    let starts: Vec<_> = sources(&event).iter().map(|it| it.start().0).collect();
    assert_eq!(starts, [5_025, 62, 90, 7_200]);
    let (again, _) = parse(&serde_json::to_string(&event).unwrap()).unwrap();
    assert_eq!(sources(&again), sources(&event));
}

#[test]
fn come_back_in_the_schedule_formats() {
    let event = event(all());
    with_edition(&event, |edition| {
        let text = schedule_json::schedule_json(edition).unwrap().to_string();
        let (again, _) = import::read(&text, native_xml, NativeZones).unwrap();
        assert_eq!(sources(&again), sources(&event));
    });
    // The XML has room for one address.
    for source in all().as_array().unwrap() {
        let event = self::event(json!([source]));
        with_edition(&event, |edition| {
            let text = schedule_xml::schedule_xml(edition).unwrap();
            let (again, _) = import::read(&text, native_xml, NativeZones).unwrap();
            assert_eq!(sources(&again), sources(&event));
        });
    }
}

#[test]
fn are_said_where_a_video_is_described() {
    for (shown, content, player, first_clip) in [
        (
            all(),
            Some("https://cdn.example/day.mp4#t=5025"),
            "start=62s",
            5_025,
        ),
        (
            json!([all()[2]]),
            None,
            "https://player.vimeo.com/video/314159265?h=0a1b2c3d4e&dnt=1&texttrack=de#t=90s",
            90,
        ),
        (json!([all()[3]]), None, "&start=7200", 7_200),
    ] {
        let event = event(shown);
        let graph = with_edition(&event, |edition| {
            json_ld::script_text(&json_ld::talk_page(edition, &event.talks[0]))
        });
        let graph: Value = serde_json::from_str(&graph).unwrap();
        let nodes = graph["@graph"].as_array().unwrap();
        let video = nodes
            .iter()
            .find_map(|node| find(node, "VideoObject"))
            .unwrap();
        assert_eq!(video["contentUrl"].as_str(), content);
        let embedded = video["embedUrl"].as_str().unwrap();
        assert!(embedded.ends_with(player), "{embedded}");
        let clips = video["hasPart"].as_array().unwrap();
        assert_eq!(clips[0]["startOffset"], first_clip);
        assert_eq!(clips[0]["endOffset"], first_clip + 90);
        assert_eq!(clips[1]["startOffset"], first_clip + 90);
        // On our page the seconds are the talk's.
        assert!(clips[1]["url"].as_str().unwrap().ends_with("#a@1:30"));
    }
}

/// The first object of a type, however deep.
fn find<'v>(value: &'v Value, kind: &str) -> Option<&'v Value> {
    if value["@type"] == kind {
        return Some(value);
    }
    match value {
        Value::Object(fields) => fields.values().find_map(|inner| find(inner, kind)),
        Value::Array(items) => items.iter().find_map(|inner| find(inner, kind)),
        _ => None,
    }
}

#[test]
fn times_of_other_programs_count_from_the_beginning_of_the_file() {
    let event = event(all());
    with_edition(&event, |edition| {
        let chapters = chapters::chapters(edition, &event.talks[0]).unwrap();
        assert_eq!(chapters["chapters"][1]["startTime"], 5_115);
        let vtt = chapters_vtt::chapters_vtt(edition, &event.talks[0]).unwrap();
        assert!(vtt.contains("01:23:45.000 --> 01:25:15.000"), "{vtt}");
        assert!(vtt.contains("01:25:15.000 --> 01:53:45.000"), "{vtt}");
        let feed = feed::feed(edition, &|_| None).unwrap();
        assert!(
            feed.contains("https://cdn.example/day.mp4#t=5025"),
            "{feed}"
        );
        // Its captions count from the beginning of the talk.
        assert!(!feed.contains("podcast:transcript"), "{feed}");
    });
}

#[test]
fn a_playlist_of_the_whole_programme_is_shown_as_one() {
    let list = "https://www.youtube.com/playlist?list=PLzyxwvutsrqpo";
    let file = json!({"schedule": {"conference": {"title": "K", "links": [
        {"title": "Alle Videos", "url": list},
        {"title": "Kanal", "url": "www.youtube.com/@kanal"}
    ], "days": [{"date": "2026-05-01", "rooms": {"A": [
        {"id": 1, "title": "A", "links": [
            {"title": "Liste", "url": list},
            {"title": "Video", "url": "youtu.be/zYxWvUtSrQ1?t=5"}
        ]}
    ]}}]}}});
    let (event, _) = import::read(&file.to_string(), native_xml, NativeZones).unwrap();
    let playlist = &event.playlists[0];
    assert_eq!(playlist.id.as_deref(), Some("PLzyxwvutsrqpo"));
    assert_eq!(playlist.watch_address().as_deref(), Some(list));
    assert_eq!(
        event.links[0].url.as_str(),
        "https://www.youtube.com/@kanal"
    );
    // A talk has no playlist: there it is a link.
    assert_eq!(event.talks[0].links[0].url.as_str(), list);
    let expected = VideoSource::youtube("zYxWvUtSrQ1").unwrap();
    let expected = expected.starting_at(nachlese_event::Seconds(5));
    assert_eq!(sources(&event), [expected]);
}
