//! What holds for the timetable of any programme, made up or real.

use std::time::Instant;

use jiff::ToSpan;
use nachlese_event::{Event, Talk};
use nachlese_formats::import::{self, NativeZones, native_xml};
use nachlese_programme::timetable::{Day, Timetable};
use nachlese_reader::parse;
use proptest::{collection::vec, option, prelude::*, sample::select};
use serde_json::{Value, json};

use crate::support::{corpus, read};

/// Fails unless each talk has one place on each of its days, as long as it took, and the cells fill
/// the grids.
fn check(event: &Event) {
    let timetable = Timetable::new(event);
    let mut places = vec![Vec::new(); event.talks.len()];
    for talk in &timetable.untimed {
        places[*talk as usize].push(None);
        assert_eq!(event.talks[*talk as usize].start, None);
    }
    for day in &timetable.days {
        check_grid(day);
        for (row, cell) in day.cells() {
            let rows = day.rows.iter().skip(row as usize).take(cell.rows as usize);
            let seconds: u32 = rows.map(|row| row.seconds).sum();
            for place in &cell.talks {
                places[*place as usize].push(Some(day.date));
                let talk = &event.talks[*place as usize];
                let length = talk.duration.map_or(0, |length| length.0);
                if length > 0 && !takes_days(talk) {
                    let is_right = seconds == length || cell.talks.len() > 1 && seconds > length;
                    assert!(is_right, "{}: {seconds}", talk.id);
                }
            }
            let Some(place) = cell.talks.first() else {
                continue;
            };
            let talk = &event.talks[*place as usize];
            let own = |talk: &Talk| {
                let room = talk.room.as_ref()?;
                Some(room.in_event_language(&event.language).to_owned())
            };
            let room = &day.rooms[day.room_of(cell.column).unwrap()];
            let is_there = own(talk) == own(&event.talks[room.talk as usize]);
            assert!(
                is_there || own(talk).is_none(),
                "{} is in its room",
                talk.id
            );
        }
        let dates = day.rows.iter().flat_map(|row| &row.cells);
        let talks = dates.filter_map(|cell| Some(&event.talks[*cell.talks.first()? as usize]));
        let starts = talks
            .filter(|talk| !takes_days(talk))
            .map(|talk| talk.start);
        let starts: Vec<_> = starts.collect();
        assert!(starts.is_sorted(), "later rows are later");
        let talks = day.cells().flat_map(|(_, cell)| &cell.talks);
        let talks = talks.map(|talk| &event.talks[*talk as usize]);
        let own = talks.filter(|talk| !takes_days(talk));
        let first = own.filter_map(|talk| talk.start).min();
        assert!(first.is_none_or(|start| start.date() == day.date));
    }
    for (talk, places) in event.talks.iter().zip(places) {
        let days = days_of(talk);
        assert!(
            places.len() == days && places.is_sorted() && places.windows(2).all(|at| at[0] < at[1]),
            "{}: {days} days, {places:?}",
            talk.id
        );
    }
    assert!(timetable.days.is_sorted_by_key(|day| day.date));
}

/// Whether a talk goes on into the morning after, or takes whole days.
fn takes_days(talk: &Talk) -> bool {
    let end = talk.start.zip(talk.duration).map(|(start, length)| {
        let time = start.time();
        let start = i32::from(time.hour()) * 3_600 + i32::from(time.minute()) * 60;
        start + i32::from(time.second()) + i32::try_from(length.0).unwrap()
    });
    talk.whole_days().is_some() || end.is_some_and(|end| end > 30 * 3_600)
}

/// On how many days of the timetable a talk is.
fn days_of(talk: &Talk) -> usize {
    let (Some(start), Some(end), true) = (talk.start, talk.end(), takes_days(talk)) else {
        return 1;
    };
    // What ends by six belongs to the day before.
    let last = end.checked_sub(6.hours().seconds(1)).unwrap().date();
    let days = start.date().until(last).unwrap().get_days();
    usize::try_from(days).unwrap() + 1
}

/// Lays the cells out as HTML does: each goes to the first place that is free in its row.
fn check_grid(day: &Day) {
    let width: u32 = day.rooms.iter().map(|room| room.columns).sum();
    let (height, width) = (day.rows.len(), width as usize);
    let mut grid = vec![vec![None; width]; height];
    for (number, (row, cell)) in day.cells().enumerate() {
        let free = grid[row as usize].iter().position(Option::is_none);
        assert_eq!(free, Some(cell.column as usize), "{}", day.date);
        for row in row..row + cell.rows {
            for column in cell.column..cell.column + cell.columns {
                let place = &mut grid[row as usize][column as usize];
                assert_eq!(place.replace(number), None, "{}: an overlap", day.date);
            }
        }
    }
    for row in &grid {
        assert!(row.iter().all(Option::is_some), "{}: a hole", day.date);
    }
    let talks: Vec<_> = day
        .cells()
        .filter(|(_, cell)| !cell.talks.is_empty())
        .collect();
    for at in 0..height {
        let is_on = |(row, cell): &(u32, &nachlese_programme::timetable::Cell)| {
            (*row as usize..(*row + cell.rows) as usize).contains(&at)
        };
        assert!(talks.iter().any(is_on), "{}: an empty row", day.date);
    }
}

/// Any talk: on one of three days, at any quarter of an hour or odd second, of any length.
fn any_talk() -> impl Strategy<Value = Value> {
    let start = (
        27..30_u32,
        0..24_u32,
        select(vec![0, 15, 20, 59]),
        select(vec![0, 0, 0, 7]),
    );
    let length = select(vec![
        0, 5, 20, 30, 30, 45, 90, 600, 1_440, 1_600, 3_000, 4_320,
    ]);
    let room = select(vec!["A", "A", "B", "C", "D"]);
    (
        option::weighted(0.9, start),
        option::weighted(0.9, length),
        option::weighted(0.8, room),
    )
        .prop_map(|(start, length, room)| {
            let start = start.map(|(day, hour, minute, second)| {
                format!("2024-12-{day}T{hour:02}:{minute:02}:{second:02}")
            });
            let fields =
                json!({ "kind": "talk", "start": start, "duration": length, "room": room });
            let fields = fields.as_object().into_iter().flatten();
            fields
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect()
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn each_talk_has_one_cell_and_none_overlap(talks in vec(any_talk(), 0..40)) {
        let mut talks = talks;
        for (at, talk) in talks.iter_mut().enumerate() {
            talk["id"] = json!(format!("t{at}"));
        }
        let event = json!({ "schemaVersion": 1, "id": "e", "language": "de", "title": "Tag", "talks": talks });
        check(&parse(&event.to_string()).unwrap().0);
    }
}

#[test]
fn real_programmes_have_a_timetable() {
    println!(
        "{:<28} {:>5} {:>28} {:>6}",
        "file", "days", "rooms x rows", "ms"
    );
    for (name, days) in [
        ("frab-camp2019.json", 5),
        ("pretalx-democon.json", 3),
        ("hub-38c3-2024.xml", 4),
        ("pentabarf-fosdem-2013.xml", 2),
        ("pretalx-fosdem-2026.xml", 2),
    ] {
        let Some(file) = corpus(&format!("schedules/{name}")) else {
            continue;
        };
        let (event, _) = import::read(&read(&file), native_xml, NativeZones).unwrap();
        let before = Instant::now();
        let timetable = Timetable::of(&event).unwrap();
        let ms = before.elapsed().as_millis();
        let sizes = timetable
            .days
            .iter()
            .map(|day| format!("{}x{}", day.rooms.len(), day.rows.len()));
        let sizes = sizes.collect::<Vec<_>>().join(" ");
        println!("{name:<28} {:>5} {sizes:>28} {ms:>6}", timetable.days.len());
        assert_eq!(
            timetable.days.len(),
            days,
            "{name}: the days that the file has"
        );
        check(&event);
    }
}

#[test]
fn of_the_shipped_events_the_conference_has_one() {
    for (id, expected) in [
        ("beispielkonferenz-2026", true),
        ("ki-stadtratshearing-2024", false),
    ] {
        let file = crate::support::root().join(format!("public/events/{id}/event.json"));
        let event = parse(&read(&file)).unwrap().0;
        assert_eq!(Timetable::of(&event).is_some(), expected, "{id}");
        check(&event);
    }
}
