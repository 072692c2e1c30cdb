//! Where the arrow keys lead within a day's grid.

use super::{Cell, Day};

/// A movement from one talk to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the nearest earlier room where something goes on at the same time, else to the room
    /// before.
    Left,
    /// To the nearest later room where something goes on at the same time, else to the next room.
    Right,
    /// To the talk before in the same room.
    Up,
    /// To the next talk in the same room.
    Down,
    /// To the first room at the same time.
    Home,
    /// To the last room at the same time.
    End,
    /// To the first talk of the day.
    First,
    /// To the last talk of the day.
    Last,
}

impl Step {
    /// The step of a key. `is_far` says that the control key is held.
    #[must_use]
    pub fn of_key(key: &str, is_far: bool) -> Option<Self> {
        Some(match (key, is_far) {
            ("ArrowLeft", false) => Self::Left,
            ("ArrowRight", false) => Self::Right,
            ("ArrowUp", false) => Self::Up,
            ("ArrowDown", false) => Self::Down,
            ("Home", false) => Self::Home,
            ("End", false) => Self::End,
            ("Home", true) => Self::First,
            ("End", true) => Self::Last,
            _ => return None,
        })
    }

    /// The same step if rooms are ordered from right to left (HTML's `dir`).
    #[must_use]
    pub fn within(self, dir: &str) -> Self {
        match (self, dir) {
            (Self::Left, "rtl") => Self::Right,
            (Self::Right, "rtl") => Self::Left,
            _ => self,
        }
    }
}

impl Day {
    /// The talk to which a step leads, or `None` at the edge.
    ///
    /// `shown` says which talks can be reached. In a list, the same talks are in order of time, and
    /// steps lead through that order.
    #[must_use]
    pub fn step(&self, from: u32, step: Step, is_list: bool, shown: &[u32]) -> Option<u32> {
        let is_shown = |talk: u32| shown.get(talk as usize) == Some(&1);
        let mut all = Vec::new();
        for (row, cell) in self.cells() {
            let talks = cell.talks.iter();
            let talks = talks.filter(|talk| **talk == from || is_shown(**talk));
            all.extend(talks.map(|talk| (*talk, row, cell)));
        }
        let at = all.iter().position(|(talk, ..)| *talk == from)?;
        let (_, row, here) = all[at];
        let beside = |cell: &Cell| {
            cell.column < here.column + here.columns && here.column < cell.column + cell.columns
        };
        // The distance of a cell from the row in which the current cell begins.
        let distance = |start: u32, cell: &Cell| {
            start.saturating_sub(row) + (row + 1).saturating_sub(start + cell.rows)
        };
        let chosen = match step {
            Step::First => all.first(),
            Step::Last => all.last(),
            Step::Left | Step::Up if is_list => all.get(at.checked_sub(1)?),
            Step::Right | Step::Down if is_list => all.get(at + 1),
            Step::Home if is_list => all.first(),
            Step::End if is_list => all.last(),
            Step::Down => all[at + 1..].iter().find(|(_, _, cell)| beside(cell)),
            Step::Up => all[..at].iter().rfind(|(_, _, cell)| beside(cell)),
            Step::Home | Step::End => {
                let same_time = all
                    .iter()
                    .filter(|(_, start, cell)| distance(*start, cell) == 0);
                let column = |(_, _, cell): &&(u32, u32, &Cell)| cell.column;
                if step == Step::Home {
                    same_time.min_by_key(column)
                } else {
                    same_time.max_by_key(column)
                }
            }
            Step::Left | Step::Right => {
                let others = all.iter().filter(|(_, _, cell)| {
                    if step == Step::Left {
                        cell.column < here.column && !beside(cell)
                    } else {
                        cell.column >= here.column + here.columns
                    }
                });
                // Rooms where nothing goes on at that time are the second choice.
                others.min_by_key(|(_, start, cell)| {
                    let distance = distance(*start, cell);
                    (distance > 0, cell.column.abs_diff(here.column), distance)
                })
            }
        };
        chosen.map(|(talk, ..)| *talk).filter(|talk| *talk != from)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timetable::{Timetable, tests::event};

    /// `a` and `b` side by side, `b` as long as `a` and `c`; then a break `p` for all, then `d`.
    const TALKS: &str = "a 2026-03-04T09:00 PT30M A, b 2026-03-04T09:00 PT1H B,
        c 2026-03-04T09:30 PT30M A, e 2026-03-04T09:00 PT15M C, p 2026-03-04T10:00 PT15M -,
        d 2026-03-04T10:15 PT30M B";

    fn check(path: &str, is_list: bool, hidden: &str) {
        let event = event(TALKS);
        let timetable = Timetable::new(&event);
        let ids: Vec<_> = event.talks.iter().map(|talk| talk.id.as_str()).collect();
        let shown: Vec<_> = ids
            .iter()
            .map(|id| u32::from(!hidden.contains(id)))
            .collect();
        let place =
            |id: &str| u32::try_from(ids.iter().position(|own| *own == id).unwrap()).unwrap();
        let words: Vec<_> = path.split_whitespace().collect();
        for step in words.windows(3).step_by(2) {
            let (key, is_far) = match step[1] {
                "first" => ("Home".to_owned(), true),
                "last" => ("End".to_owned(), true),
                edge @ ("Home" | "End") => (edge.to_owned(), false),
                arrow => (format!("Arrow{arrow}"), false),
            };
            let key = Step::of_key(&key, is_far).unwrap();
            let led = timetable.days[0].step(place(step[0]), key, is_list, &shown);
            let led = led.map_or("-", |talk| ids[talk as usize]);
            assert_eq!(led, step[2], "{} {} in {path}", step[0], step[1]);
        }
    }

    #[test]
    fn arrows_lead_to_the_neighbours() {
        check("a Right b Right e Right -", false, "");
        check("e Left b Left a Left -", false, "");
        check("a Down c Down p Down d Down -", false, "");
        check("d Up p Up c Up a Up -", false, "");
        check("c Right b Left a", false, "");
        check("d Left c", false, "");
    }

    #[test]
    fn arrows_follow_the_way_in_which_rooms_stand() {
        for (step, dir, expected) in [
            (Step::Left, "rtl", Step::Right),
            (Step::Right, "rtl", Step::Left),
            (Step::Left, "ltr", Step::Left),
            (Step::Home, "rtl", Step::Home),
            (Step::Down, "rtl", Step::Down),
        ] {
            assert_eq!(step.within(dir), expected);
        }
    }

    #[test]
    fn home_and_end_lead_to_the_edges() {
        check("b Home a End e", false, "");
        check("c End b last d first a", false, "");
        check("d Home -", false, "");
    }

    #[test]
    fn only_what_is_shown_is_reached() {
        check("a Right e Left a", false, "b");
        check("a Down p", false, "c");
        check("a Right -", false, "bcdep");
    }

    #[test]
    fn in_a_list_arrows_follow_the_time() {
        check("a Down b Down e Down c Down p Right d Down -", true, "");
        check("d Up p Left c Home a End d", true, "");
    }

    #[test]
    fn other_keys_and_unknown_talks_lead_nowhere() {
        assert_eq!(Step::of_key("a", false), None);
        assert_eq!(Step::of_key("ArrowUp", true), None);
        let timetable = Timetable::new(&event(TALKS));
        assert_eq!(timetable.days[0].step(99, Step::Down, false, &[]), None);
    }
}
