//! Which cell of the day's grid a talk gets.

use nachlese_compact::radix;

use super::{
    Cell, Day, Row,
    axis::LINE,
    columns::{Placed, columns, placed},
    day::{NO_ROOM, Talks, Timed},
};

/// The most lines of the axis: a day with the night after it, and talks that go on into the next
/// morning.
const MOST_LINES: u64 = 108;

/// Lays out the talks of a day.
pub(super) fn lay_out(day: Talks) -> Day {
    let Talks { date, talks } = day;
    let has_room = talks.iter().any(|talk| talk.room != NO_ROOM);
    // Talks that take whole days and have no room are above the others, if there are any.
    let takes_day = |talk: &Timed| talk.is_whole_days && talk.room == NO_ROOM;
    let has_others = !talks.iter().all(takes_day);
    let is_for_all = |talk: &Timed| {
        let is_beside = |other: &Timed| {
            let is_other = other.talk != talk.talk && !takes_day(other);
            is_other && other.start < talk.end && talk.start < other.end
        };
        has_room && talk.room == NO_ROOM && !talks.iter().any(is_beside)
    };
    let mut above = Vec::new();
    let mut for_all = Vec::new();
    let mut by_room = Vec::new();
    for (at, talk) in (0_u64..).zip(&talks) {
        if has_others && takes_day(talk) {
            above.push(talk.talk);
        } else if is_for_all(talk) {
            for_all.push(placed(talk, u32::MAX));
        } else {
            by_room.push(u64::from(talk.room) << 32 | at);
        }
    }
    radix::sort(&mut by_room);
    let (rooms, columns) = columns(&talks, &by_room);
    // Talks over several days need no clock times next to them.
    let has_clock = talks.iter().any(|talk| !talk.is_long);
    let lines = if has_clock { MOST_LINES } else { 0 };
    let times = times(columns.iter().flatten().chain(&for_all), lines);
    let mut rows: Vec<_> = times
        .iter()
        .map(|(start, end)| Row {
            start: *start,
            seconds: end - start,
            size: 0,
            cells: Vec::new(),
        })
        .collect();
    let row_at = |time: u32| times.partition_point(|(start, _)| *start < time);
    let width = nachlese_compact::index(columns.len());
    for (column, own) in (0..).zip(columns) {
        let mut fill = |from: usize, to: usize, talks: &[u32], columns: u32| {
            if let (true, Some(row)) = (from < to, rows.get_mut(from)) {
                row.cells.push(Cell {
                    talks: talks.to_vec(),
                    column,
                    columns,
                    rows: nachlese_compact::index(to - from),
                    lines: 0,
                });
            }
        };
        let mut filled = 0;
        let mut common = for_all.iter().peekable();
        let mut own = own.iter().peekable();
        loop {
            let is_common = match (own.peek(), common.peek()) {
                (Some(own), Some(common)) => common.start < own.start,
                (own, _) => own.is_none(),
            };
            let next = if is_common { common.next() } else { own.next() };
            let Some(next) = next else { break };
            let (start, end) = (row_at(next.start), row_at(next.end));
            fill(filled, start, &[], 1);
            if !is_common {
                fill(start, end, &next.talks, 1);
            } else if column == 0 {
                fill(start, end, &next.talks, width);
            }
            filled = end;
        }
        fill(filled, times.len(), &[], 1);
    }
    if !above.is_empty() {
        let cell = Cell {
            talks: above,
            column: 0,
            columns: width,
            rows: 1,
            lines: 0,
        };
        let row = Row {
            start: 0,
            seconds: 0,
            size: 0,
            cells: vec![cell],
        };
        rows.insert(0, row);
    }
    Day {
        date,
        rooms,
        rows,
        is_dense: false,
        numbers_at: 0,
    }
}

/// The times between starts, ends and lines of the axis, if a talk goes on in them.
fn times<'a>(talks: impl Iterator<Item = &'a Placed>, lines: u64) -> Vec<(u32, u32)> {
    let mut spans: Vec<u64> = talks
        .map(|talk| u64::from(talk.start) << 32 | u64::from(talk.end))
        .collect();
    radix::sort(&mut spans);
    let ends = |span: &u64| [span >> 32, span & u64::from(u32::MAX)];
    let axis = (0..lines).map(|line| line * u64::from(LINE));
    let mut lines: Vec<u64> = spans.iter().flat_map(ends).chain(axis).collect();
    radix::sort(&mut lines);
    lines.dedup();
    let mut spans = spans.into_iter().peekable();
    let mut busy_until = 0;
    let mut times = Vec::new();
    for line in lines.windows(2) {
        let (start, end) = (radix::low(line[0]), radix::low(line[1]));
        while let Some(span) = spans.next_if(|span| radix::low(span >> 32) <= start) {
            busy_until = busy_until.max(radix::low(span));
        }
        if busy_until > start {
            times.push((start, end));
        }
    }
    times
}

#[cfg(test)]
mod tests {
    use crate::timetable::{Timetable, tests::event};

    /// Draws each day: a line per row; each cell as its talk, or `.`, and its size unless 1×1.
    fn check(talks: &str, expected: &str) {
        let event = event(talks);
        let mut drawn = String::new();
        for day in &Timetable::new(&event).days {
            for room in &day.rooms {
                let talk = &event.talks[room.talk as usize];
                let name = talk
                    .room
                    .as_ref()
                    .map_or("-", |room| room.in_event_language(&event.language));
                drawn.extend([format!("{name}{} ", room.columns)]);
            }
            for row in &day.rows {
                drawn.extend([format!("| {}: ", row.seconds / 60)]);
                for cell in &row.cells {
                    let ids = cell
                        .talks
                        .iter()
                        .map(|talk| event.talks[*talk as usize].id.as_str());
                    let talk = match ids.collect::<Vec<_>>().join("+") {
                        none if none.is_empty() => ".".to_owned(),
                        ids => ids,
                    };
                    let size = match (cell.rows, cell.columns) {
                        (1, 1) => String::new(),
                        (rows, 1) => rows.to_string(),
                        (rows, columns) => format!("{rows}x{columns}"),
                    };
                    drawn.extend([format!("{talk}{size} ")]);
                }
            }
        }
        assert_eq!(drawn.trim_end(), expected, "{talks}");
    }

    #[test]
    fn rows_are_from_each_start_or_end_to_the_next() {
        check(
            "a 2026-03-04T09:00 PT1H A, b 2026-03-04T09:00 PT20M B, c 2026-03-04T09:30 PT30M B",
            "A1 B1 | 20: a3 b | 10: . | 30: c",
        );
    }

    #[test]
    fn breaks_take_no_space_and_are_for_all() {
        check(
            "a 2026-03-04T09:00 PT30M A, b 2026-03-04T09:00 PT30M B, p 2026-03-04T09:30 PT15M -,
             c 2026-03-04T12:00 PT30M B",
            "A1 B1 | 30: a b | 15: p1x2 | 30: . c",
        );
    }

    #[test]
    fn what_overlaps_in_a_room_stands_side_by_side() {
        check(
            "a 2026-03-04T09:00 PT1H A, b 2026-03-04T09:30 PT1H A, c 2026-03-04T10:00 PT30M A",
            "A2 | 30: a2 . | 30: b2 | 30: c",
        );
    }

    #[test]
    fn a_talk_without_a_room_beside_others_has_a_column_of_its_own() {
        check(
            "a 2026-03-04T09:00 PT1H A, p 2026-03-04T09:30 PT30M -",
            "A1 -1 | 30: a2 . | 30: p",
        );
        check("p 2026-03-04T09:30 PT30M -", "-1 | 30: p");
    }

    #[test]
    fn a_talk_without_an_end_gives_way_to_the_next() {
        check(
            "a 2026-03-04T09:00 - A, b 2026-03-04T09:20 - A, c 2026-03-04T09:20 PT0S A",
            "A1 | 20: a | 10: b+c2 | 20:",
        );
    }
}
