//! Real programmes: read, written in the schedule formats, and read again. What differs is what the
//! export says to be lost, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use nachlese_event::{Event, LanguageTag, Talk};
use nachlese_formats::{
    export::{
        Edition, Site,
        lost::{Part, Target, lost},
        schedule_json, schedule_json2, schedule_xml,
    },
    import::{self, NativeZones, native_xml},
};
use nachlese_merge::{Settings, merge};

use crate::{
    import::foreign_files,
    support::{corpus, read},
};

const FILES: [&str; 7] = [
    "schedules/frab-camp2019.json",
    "schedules/pretalx-democon.json",
    "schedules/c3hub-schedule2.json",
    "schedules/hub-38c3-2024.xml",
    "schedules/pentabarf-fosdem-2013.xml",
    "schedules/pretalx-fosdem-2026.xml",
    "talks/schedule-1000.json",
];

fn imported(text: &str) -> Event {
    import::read(text, native_xml, NativeZones).unwrap().0
}

/// Those whose round trip is whole. In the others, texts have signs that are read as Markdown again.
const WHOLE: [&str; 3] = [
    "schedules/frab-camp2019.json",
    "schedules/pretalx-democon.json",
    "schedules/c3hub-schedule2.json",
];

/// Names and texts of programmes of the corpus.
fn real(names: &[&str]) -> Vec<(String, String)> {
    let files = names.iter().filter_map(|name| corpus(name));
    files
        .map(|file| (file.display().to_string(), read(&file)))
        .collect()
}

/// The texts of all programmes: those of the corpus and the fixtures.
fn programmes() -> Vec<(String, String)> {
    let fixtures = foreign_files().into_iter();
    let fixtures = fixtures.map(|file| (file.display().to_string(), read(&file)));
    real(&FILES).into_iter().chain(fixtures).collect()
}

#[test]
fn what_differs_is_what_is_said_to_be_lost() {
    let mut defects = Vec::new();
    for (name, text) in real(&WHOLE) {
        let event = imported(&text);
        if event.when.is_none() {
            continue;
        }
        let site = Site::unknown();
        let edition = Edition::new(&event, &event.language, &site);
        for (target, text) in [
            (
                Target::ScheduleJson,
                schedule_json::schedule_json(&edition).unwrap().to_string(),
            ),
            (
                Target::ScheduleJson2,
                schedule_json2::schedule_json2(&edition)
                    .unwrap()
                    .to_string(),
            ),
            (
                Target::ScheduleXml,
                schedule_xml::schedule_xml(&edition).unwrap(),
            ),
        ] {
            let again = imported(&text);
            let listed: BTreeSet<_> = lost(&edition, target)
                .into_iter()
                .map(|(part, _)| part)
                .collect();
            let differs = differences(&event, &again, edition.knows_its_clock());
            let hidden: Vec<_> = differs
                .iter()
                .filter(|(part, _)| part.is_none_or(|it| !listed.contains(&it)))
                .collect();
            for (part, example) in hidden {
                defects.push(format!("{name} {target:?}: {part:?}: {example}"));
            }
        }
    }
    assert!(defects.is_empty(), "\n{}\n", defects.join("\n"));
}

/// The first part of two texts that differs.
fn excerpt(one: &str, other: &str) -> String {
    let same = one
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    let part = |text: &str| {
        text.chars()
            .skip(same.saturating_sub(20))
            .take(80)
            .collect::<String>()
    };
    format!("{} | {}", part(one), part(other))
}

/// The parts in which two events differ, each with an example.
#[expect(clippy::too_many_lines, reason = "one for each part")]
fn differences(
    event: &Event,
    again: &Event,
    knows_its_clock: bool,
) -> BTreeMap<Option<Part>, String> {
    let mut found = BTreeMap::new();
    let mut tell = |part: Option<Part>, is_same: bool, example: String| {
        if !is_same {
            found.entry(part).or_insert(example);
        }
    };
    let shown = |one: &dyn std::fmt::Debug, other: &dyn std::fmt::Debug| {
        excerpt(&format!("{one:?}"), &format!("{other:?}"))
    };
    tell(
        None,
        event.title == again.title,
        shown(&event.title, &again.title),
    );
    tell(
        Some(Part::Languages),
        event.language == again.language,
        String::new(),
    );
    tell(
        Some(Part::EventSummary),
        event.summary == again.summary,
        shown(&event.summary, &again.summary),
    );
    tell(Some(Part::Venue), event.venue == again.venue, String::new());
    tell(
        Some(Part::EventLinks),
        event.links == again.links,
        shown(&event.links, &again.links),
    );
    tell(
        Some(Part::Playlists),
        event.playlists == again.playlists,
        String::new(),
    );
    let is_zone = event.time_zone == again.time_zone || !knows_its_clock;
    tell(None, is_zone, shown(&event.time_zone, &again.time_zone));
    let days = |event: &Event| event.when.map(|when| (when.first_day(), when.last_day()));
    tell(
        None,
        days(event) == days(again),
        shown(&event.when, &again.when),
    );
    tell(
        None,
        event.talks.len() == again.talks.len(),
        "number of talks".to_owned(),
    );
    let names = |event: &Event| -> BTreeSet<String> {
        event
            .people
            .iter()
            .map(|person| person.name.clone())
            .collect()
    };
    let is_all = names(event) == names(again);
    tell(
        Some(Part::IdlePeople),
        is_all,
        shown(&names(event).len(), &names(again).len()),
    );
    let key = |talk: &Talk| {
        format!(
            "{:?} {:?} {:?}",
            talk.title.as_ref().map(bare),
            talk.start,
            talk.room.as_ref().map(bare)
        )
    };
    let mut by_key: BTreeMap<String, Vec<&Talk>> = BTreeMap::new();
    for talk in &again.talks {
        by_key.entry(key(talk)).or_default().push(talk);
    }
    for talk in &event.talks {
        let others = by_key
            .get(&key(talk))
            .map(Vec::as_slice)
            .unwrap_or_default();
        let same = others.iter().find(|other| other.guid == talk.guid);
        let Some(other) = same.or(others.first()) else {
            tell(None, false, format!("no pair of {}", key(talk)));
            continue;
        };
        let language = |of: &Event, talk: &Talk| -> LanguageTag {
            talk.language.clone().unwrap_or_else(|| of.language.clone())
        };
        tell(
            Some(Part::TalkIds),
            talk.id == other.id,
            shown(&talk.id, &other.id),
        );
        tell(
            Some(Part::Kinds),
            talk.kind == other.kind,
            shown(&talk.kind, &other.kind),
        );
        tell(
            Some(Part::Languages),
            language(event, talk) == language(again, other),
            shown(&talk.language, &other.language),
        );
        tell(
            None,
            talk.summary.as_ref().map(bare) == other.summary.as_ref().map(bare),
            shown(&talk.summary, &other.summary),
        );
        tell(Some(Part::Tags), talk.tags == other.tags, String::new());
        tell(
            None,
            talk.track == other.track,
            shown(&talk.track, &other.track),
        );
        tell(
            Some(Part::Durations),
            talk.duration == other.duration,
            shown(&talk.duration, &other.duration),
        );
        tell(
            None,
            talk.status == other.status,
            shown(&talk.status, &other.status),
        );
        tell(
            Some(Part::Slides),
            talk.slides == other.slides,
            shown(&talk.slides, &other.slides),
        );
        tell(
            Some(Part::TalkLinks),
            talk.links == other.links || talk.kind == nachlese_event::Kind::Break,
            shown(&talk.links, &other.links),
        );
        let cast = |of: &Event, talk: &Talk| -> Vec<(String, nachlese_event::Part)> {
            let all = talk.people.iter();
            all.filter_map(|one| Some((of.person(&one.person)?.name.clone(), one.part)))
                .collect()
        };
        let (own, its) = (cast(event, talk), cast(again, other));
        tell(Some(Part::Roles), own == its, shown(&own, &its));
        let videos = |talk: &Talk| {
            talk.recording
                .as_ref()
                .map(|it| (it.sources.clone(), it.captions.len()))
        };
        let (own, its) = (
            videos(talk).unwrap_or_default(),
            videos(other).unwrap_or_default(),
        );
        tell(None, own == its, shown(&own, &its));
        let status = |talk: &Talk| talk.recording.as_ref().map(|it| it.status);
        tell(
            Some(Part::RecordingStatus),
            status(talk) == status(other),
            shown(&status(talk), &status(other)),
        );
    }
    found
}

/// A text without its language, which the formats do not tell of each text.
fn bare(text: &nachlese_event::LocalizedText) -> BTreeSet<String> {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    text.variants().map(|(_, text)| words(text)).collect()
}

#[test]
fn an_update_from_an_unchanged_programme_changes_nothing() {
    for (name, text) in programmes() {
        let event = imported(&text);
        let written = serde_json::to_string_pretty(&event).unwrap();
        let last = Some(event.clone());
        let merged = merge(last, event, &written, Settings::default()).unwrap();
        assert_eq!(merged.changes, vec![], "{name}");
        assert!(merged.text == written, "{name}");
    }
}
