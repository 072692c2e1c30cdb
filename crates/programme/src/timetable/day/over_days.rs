//! A talk that goes on for several days is shown on each of them.

use crate::timetable::{Timetable, tests::event};

/// Draws each day with its talks and the hours they take in its grid, room by room.
fn check(talks: &str, expected: &str) {
    let event = event(talks);
    let mut drawn = Vec::new();
    for day in &Timetable::new(&event).days {
        let mut line = day.date.to_string()[5..].to_owned();
        for (row, cell) in day.cells() {
            let rows = day.rows.iter().skip(row as usize).take(cell.rows as usize);
            let hours = rows.map(|row| row.seconds).sum::<u32>() / 3_600;
            let ids = cell
                .talks
                .iter()
                .map(|talk| event.talks[*talk as usize].id.as_str());
            let ids = ids.collect::<Vec<_>>().join("+");
            if !ids.is_empty() {
                line.extend([format!(" {ids}{hours}")]);
            }
        }
        drawn.push(line);
    }
    assert_eq!(drawn.join(" | "), expected, "{talks}");
}

#[test]
fn thirty_hours_are_on_both_days() {
    check(
        "a 2026-05-01T10:00 PT4H A, h 2026-05-01T12:00 PT30H B, b 2026-05-02T09:00 PT1H A",
        "05-01 a4 h2 | 05-02 b1 h9",
    );
}

#[test]
fn a_day_with_nothing_else_is_a_day_all_the_same() {
    check(
        "a 2026-05-01T10:00 PT1H A, h 2026-05-01T20:00 PT40H B",
        "05-01 a1 h4 | 05-02 h24 | 05-03 h12",
    );
}

#[test]
fn what_ends_in_the_night_or_at_midnight_is_of_one_day() {
    check(
        "a 2026-05-01T10:00 PT1H A, h 2026-05-01T08:00 PT22H B, m 2026-05-01T09:00 PT15H C",
        "05-01 h22 m15 a1",
    );
}

#[test]
fn a_long_evening_leaves_the_next_morning_its_talks() {
    check(
        "h 2026-05-01T12:00 PT30H B, a 2026-05-02T05:00 PT1H A, b 2026-05-02T09:00 PT1H A",
        "05-01 h12 | 05-02 h13 a1 b1",
    );
}

#[test]
fn whole_days_stand_above_the_rooms_or_in_theirs() {
    check(
        "w 2026-05-01T00:00 P2D -, v 2026-05-01T00:00 P1D -, a 2026-05-01T10:00 PT2H A,
         x 2026-05-02T00:00 P1D B, b 2026-05-02T09:00 PT3H A",
        "05-01 w+v0 a2 | 05-02 w0 b3 x3",
    );
    check("w 2026-05-01T00:00 P2D -", "05-01 w24 | 05-02 w24");
}

#[test]
fn a_break_is_for_all_beside_what_stands_above() {
    check(
        "w 2026-05-01T00:00 P1D -, a 2026-05-01T09:00 PT1H A, p 2026-05-01T10:00 PT1H -,
         b 2026-05-01T11:00 PT1H B",
        "05-01 w0 a1 p1 b1",
    );
}
