//! The schedule formats that this program writes, read back: titles, people, times, rooms.

use nachlese_event::{Event, Href, RecordingStatus, Seconds, Talk};
use nachlese_formats::{
    export::{Edition, Site, schedule_json, schedule_xml},
    import::{self, NativeZones, native_xml},
};
use nachlese_reader::parse;

use crate::support::{read, shipped_events};

#[test]
fn what_is_exported_comes_back() {
    let base = Href::new("https://nachlese.example/x/").unwrap();
    let files = shipped_events();
    assert_eq!(files.len(), 2);
    for file in files {
        let (event, _) = parse(&read(&file)).unwrap();
        for site in [Site::unknown(), Site::at(&base, "events/x/").unwrap()] {
            let edition = Edition::new(&event, &event.language, &site);
            let json = schedule_json::schedule_json(&edition).unwrap().to_string();
            let xml = schedule_xml::schedule_xml(&edition).unwrap();
            for text in [json, xml] {
                let (again, _) = import::read(&text, native_xml, NativeZones).unwrap();
                compare(&event, &again);
            }
        }
    }
}

fn compare(event: &Event, again: &Event) {
    let title = |event: &Event| plain(event.title.in_event_language(&event.language));
    assert_eq!(title(again), title(event));
    assert_eq!(
        again.when.map(|it| it.first_day()),
        event.when.map(|it| it.first_day())
    );
    assert_eq!(
        again.when.map(|it| it.last_day()),
        event.when.map(|it| it.last_day())
    );
    if event.talks.iter().any(|talk| talk.start.is_some()) {
        assert_eq!(again.time_zone, event.time_zone);
    }
    let mut expected: Vec<_> = event.talks.iter().map(|talk| lines(event, talk)).collect();
    let mut found: Vec<_> = again.talks.iter().map(|talk| lines(again, talk)).collect();
    // The formats sort by day and room.
    expected.sort();
    found.sort();
    assert_eq!(found, expected);
}

/// What must come back of a talk.
fn lines(event: &Event, talk: &Talk) -> [String; 6] {
    let text = |text: &nachlese_event::LocalizedText| {
        let spoken = talk.language.as_ref().unwrap_or(&event.language);
        plain(text.find(&event.language, spoken).text)
    };
    let names = talk.people.iter().filter_map(|it| event.person(&it.person));
    let names: Vec<_> = names.map(|person| plain(&person.full_name())).collect();
    // Minutes begun, as the formats have it.
    let minutes = talk.duration.map(|Seconds(seconds)| seconds.div_ceil(60));
    // Where the event does not say, the formats name the venue, or that nobody knows.
    let venue = event.venue.as_ref().map(|venue| text(&venue.name));
    let room = talk.room.as_ref().map(text);
    let room = room.or(venue).unwrap_or("Ort unbekannt".to_owned());
    let is_withheld = |talk: &Talk| {
        let recording = talk.recording.as_ref();
        recording.is_some_and(|it| it.status == RecordingStatus::Withheld)
    };
    // The exports mark what stands in for a title.
    let heading = match (&talk.title, &talk.topic) {
        (Some(title), _) => text(title),
        (None, topic) => format!("Thema: {}", topic.as_ref().map(text).unwrap_or_default()),
    };
    [
        heading,
        names.join(", "),
        talk.start
            .map(|start| start.to_string())
            .unwrap_or_default(),
        format!("{minutes:?} {}", talk.kind),
        room,
        is_withheld(talk).to_string(),
    ]
}

/// Without soft hyphens and no-break spaces, which the exports leave out.
fn plain(text: &str) -> String {
    text.replace('\u{ad}', "").replace('\u{a0}', " ")
}
