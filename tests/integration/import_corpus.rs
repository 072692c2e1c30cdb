//! Real programmes: talks, people, rooms, days and times as an independent count of the files.

use std::{collections::BTreeSet, fmt, io::Read, time::Instant};

use nachlese_event::Event;
use nachlese_formats::import::{self, NativeZones, native_xml};
use nachlese_reader::parse;
use quick_xml::{Reader, events::Event as Part};
use serde_json::Value;

use crate::support::{corpus, read};

/// What there is in a programme. Times to the minute, as the file writes them.
#[derive(Default, PartialEq, Eq)]
struct Count {
    talks: usize,
    people: usize,
    rooms: usize,
    days: usize,
    times: Vec<String>,
}

#[test]
fn real_programmes_load_whole() {
    println!(
        "{:<28} {:>5} {:>6} {:>5} {:>4}",
        "file", "talks", "people", "rooms", "days"
    );
    for name in [
        "frab-camp2019.json",
        "pretalx-democon.json",
        "c3hub-schedule2.json",
        "hub-38c3-2024.xml",
        "pentabarf-fosdem-2013.xml",
        "pretalx-fosdem-2026.xml",
    ] {
        let Some(file) = corpus(&format!("schedules/{name}")) else {
            continue;
        };
        let text = read(&file);
        let expected = count(&text);
        let (event, _) = import::read(&text, native_xml, NativeZones).unwrap();
        let found = count_of(&event);
        println!(
            "{name:<28} {:>5} {:>6} {:>5} {:>4}",
            found.talks, found.people, found.rooms, found.days
        );
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn talks_of_many_conferences_load_whole() {
    for name in ["schedule-100.json", "schedule-1000.json"] {
        let Some(file) = corpus(&format!("talks/{name}")) else {
            continue;
        };
        let text = read(&file);
        let (event, _) = import::read(&text, native_xml, NativeZones).unwrap();
        assert_eq!(count_of(&event), count(&text), "{name}");
        let recorded = event.talks.iter().filter(|talk| talk.is_playable()).count();
        println!(
            "{name}: {recorded} of {} have a recording",
            event.talks.len()
        );
    }
}

/// `cargo test --features cli --test integration -- --ignored bench --nocapture`; a release build
/// is some ten times as fast.
#[test]
#[ignore = "a bench"]
fn bench_of_thousands_of_talks() {
    for name in [
        "schedule-1000.json",
        "schedule-5000.json.gz",
        "schedule-all.json.gz",
    ] {
        let Some(file) = corpus(&format!("talks/{name}")) else {
            continue;
        };
        let bytes = std::fs::read(file).unwrap();
        let mut text = String::new();
        if bytes.starts_with(b"\x1f\x8b") {
            let mut unpacked = flate2::read::GzDecoder::new(&bytes[..]);
            unpacked.read_to_string(&mut text).unwrap();
        } else {
            text = String::from_utf8(bytes).unwrap();
        }
        let start = Instant::now();
        let (event, problems) = import::read(&text, native_xml, NativeZones).unwrap();
        let read = start.elapsed();
        assert_eq!(count_of(&event), count(&text), "{name}");
        let written = serde_json::to_string(&event).unwrap();
        let start = Instant::now();
        let (again, _) = parse(&written).unwrap();
        let native = start.elapsed();
        assert_eq!(again, event);
        println!(
            "{name}: {} talks, {:.1} MB in {read:.0?}, as event.json {:.1} MB in {native:.0?}; {} findings",
            event.talks.len(),
            megabytes(&text),
            megabytes(&written),
            problems.len()
        );
    }
}

#[expect(clippy::cast_precision_loss, reason = "a figure for people")]
fn megabytes(text: &str) -> f64 {
    text.len() as f64 / 1e6
}

/// The numbers alone: a thousand times are nothing to read.
impl fmt::Debug for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            talks,
            people,
            rooms,
            days,
            times,
        } = self;
        let times = times.len();
        write!(
            f,
            "{talks} talks, {people} people, {rooms} rooms, {days} days, {times} times"
        )
    }
}

/// Counts what the event has.
fn count_of(event: &Event) -> Count {
    let rooms = event.talks.iter().filter_map(|talk| talk.room.as_ref());
    let rooms: BTreeSet<_> = rooms
        .map(|room| room.in_event_language(&event.language))
        .collect();
    let when = event.when.unwrap();
    let days = when.last_day().day_of_year() - when.first_day().day_of_year() + 1;
    let times = event.talks.iter().filter_map(|talk| talk.start);
    let mut times: Vec<_> = times
        .map(|time| time.to_string()[..16].to_owned())
        .collect();
    times.sort();
    Count {
        talks: event.talks.len(),
        people: event.people.len(),
        rooms: rooms.len(),
        days: days.unsigned_abs().into(),
        times,
    }
}

/// Counts what a file has, without the importer.
fn count(text: &str) -> Count {
    let mut count = if text.trim_start().starts_with('<') {
        count_xml(text)
    } else {
        count_json(&serde_json::from_str(text).unwrap())
    };
    count.times.sort();
    count
}

fn count_json(document: &Value) -> Count {
    let schedule = &document["schedule"];
    let days = schedule["conference"]["days"].as_array().unwrap();
    let mut talks: Vec<&Value> = schedule["events"]
        .as_array()
        .into_iter()
        .flatten()
        .collect();
    let by_room = days.iter().filter_map(|day| day["rooms"].as_object());
    talks.extend(
        by_room
            .flat_map(|it| it.values())
            .flat_map(|it| it.as_array().unwrap()),
    );
    let listed = schedule["persons"].as_array().into_iter().flatten();
    let in_talks = talks.iter().flat_map(|talk| {
        let people = talk["persons"]
            .as_array()
            .or(talk["participants"].as_array());
        people.into_iter().flatten()
    });
    let id = |person: &Value| {
        let keys = ["guid", "code", "id"].into_iter();
        keys.map(|key| person[key].clone())
            .find(|id| !id.is_null())
            .map(|id| id.to_string())
    };
    let people: BTreeSet<_> = listed.chain(in_talks).map(id).collect();
    let room = |talk: &&Value| {
        let room = &talk["room"];
        room["name"].as_str().or(room.as_str()).unwrap().to_owned()
    };
    let times = talks.iter().map(|talk| {
        let time = talk["date"].as_str().or(talk["start"].as_str()).unwrap();
        time[..16].to_owned()
    });
    Count {
        talks: talks.len(),
        people: people.len(),
        rooms: talks.iter().map(room).collect::<BTreeSet<_>>().len(),
        days: days.len(),
        times: times.collect(),
    }
}

fn count_xml(xml: &str) -> Count {
    let mut count = Count::default();
    let (mut people, mut rooms) = (BTreeSet::new(), BTreeSet::new());
    let (mut path, mut day, mut date): (Vec<String>, _, _) = (vec![], String::new(), None);
    let mut text = String::new();
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap() {
            Part::Start(element) => {
                text.clear();
                path.push(String::from_utf8(element.name().as_ref().to_vec()).unwrap());
                let attribute = |name: &str| {
                    let found = element.try_get_attribute(name).unwrap();
                    found.map(|it| String::from_utf8(it.value.into_owned()).unwrap())
                };
                match path.join("/").as_str() {
                    "schedule/day" => {
                        count.days += 1;
                        day = attribute("date").unwrap();
                    }
                    "schedule/day/room/event" => {
                        count.talks += 1;
                        date = None;
                    }
                    "schedule/day/room/event/persons/person" | "schedule/persons/person" => {
                        people.insert(attribute("guid").or(attribute("id")));
                    }
                    _ => {}
                }
            }
            Part::Text(piece) => text.push_str(&piece.xml10_content().unwrap()),
            Part::GeneralRef(name) => text.push_str(&name.decode().unwrap()),
            Part::End(_) => {
                match path.join("/").as_str() {
                    "schedule/day/room/event/room" => _ = rooms.insert(text.clone()),
                    "schedule/day/room/event/date" => date = Some(text[..16].to_owned()),
                    "schedule/day/room/event/start" => {
                        // None of these files has a talk in the night without a date of its own.
                        let time = date.take().unwrap_or_else(|| format!("{day}T{text}"));
                        count.times.push(time);
                    }
                    _ => {}
                }
                path.pop();
            }
            Part::Eof => break,
            _ => {}
        }
    }
    count.people = people.len();
    count.rooms = rooms.len();
    count
}
