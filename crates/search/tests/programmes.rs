//! Programmes to search in: the shipped events, and talks of many conferences where they lie.

use std::{
    fs,
    io::Read,
    path::{Path, PathBuf},
};

use nachlese_event::{
    Event, Kind, LanguageTag, LocalizedText, Part, Participation, Person, PersonId, Talk, TalkId,
};
use nachlese_reader::parse;
use serde_json::Value;

/// The shipped event of an id.
pub(crate) fn shipped(id: &str) -> Event {
    let file =
        Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../public/events/{id}/event.json"));
    parse(&fs::read_to_string(file).unwrap()).unwrap().0
}

/// The talks of many conferences: `100`, `1000`, `5000` or `all`. None, and a word about it, where
/// the files are not there; they are not part of the project.
pub(crate) fn corpus(size: &str) -> Option<Event> {
    let folder = std::env::var("NACHLESE_CORPUS");
    let folder = folder.unwrap_or_else(|_| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus/talks").to_owned()
    });
    let plain = PathBuf::from(&folder).join(format!("schedule-{size}.json"));
    let packed = PathBuf::from(&folder).join(format!("schedule-{size}.json.gz"));
    let mut text = String::new();
    if let Ok(found) = fs::read_to_string(&plain) {
        text = found;
    } else if let Ok(file) = fs::File::open(&packed) {
        let mut file = flate2::read::GzDecoder::new(file);
        file.read_to_string(&mut text).unwrap();
    } else {
        println!(
            "skipped: no {} (set NACHLESE_CORPUS to its folder)",
            packed.display()
        );
        return None;
    }
    Some(of_schedule(&serde_json::from_str(&text).unwrap()))
}

/// An event of a schedule.json, version 1, with the parts that are searched.
fn of_schedule(schedule: &Value) -> Event {
    let empty = r#"{"schemaVersion": 1, "id": "corpus", "language": "en", "title": "Talks"}"#;
    let mut event = parse(empty).unwrap().0;
    let mut known = std::collections::HashSet::new();
    let days = schedule["schedule"]["conference"]["days"]
        .as_array()
        .unwrap();
    let rooms = days
        .iter()
        .flat_map(|day| day["rooms"].as_object().unwrap());
    for item in rooms.flat_map(|(_, items)| items.as_array().unwrap()) {
        for person in persons(item) {
            if known.insert(person.id.clone()) {
                event.people.push(person);
            }
        }
        event.talks.push(talk(item));
    }
    // As the page would read them: in the order of time.
    event.talks.sort_by_key(|talk| talk.start);
    event
}

fn talk(item: &Value) -> Talk {
    let text = |key: &str| {
        let text = item[key].as_str().filter(|text| !text.trim().is_empty());
        text.map(LocalizedText::plain)
    };
    let people = persons(item).map(|person| Participation {
        person: person.id,
        part: Part::Speaker,
    });
    Talk {
        id: TalkId::new(item["guid"].as_str().unwrap()).unwrap(),
        kind: Kind::new(item["type"].as_str().unwrap_or("talk")),
        guid: None,
        title: text("title"),
        topic: text("subtitle"),
        summary: text("abstract").or(text("description")),
        people: people.collect(),
        track: text("track"),
        tags: Vec::new(),
        language: item["language"]
            .as_str()
            .and_then(|tag| LanguageTag::new(tag).ok()),
        start: item["date"]
            .as_str()
            .and_then(|date| date.get(..19)?.parse().ok()),
        duration: None,
        room: text("room"),
        status: None,
        recording: None,
        slides: Vec::new(),
        links: Vec::new(),
    }
}

fn persons(item: &Value) -> impl Iterator<Item = Person> {
    let all = item["persons"].as_array();
    all.into_iter().flatten().map(|person| Person {
        id: PersonId::new(&format!("p{}", person["id"])).unwrap(),
        name: person["name"].as_str().unwrap_or_default().to_owned(),
        honorific: None,
        sort_name: None,
        role_at_event: None,
        organization: None,
        links: Vec::new(),
        image: None,
    })
}
