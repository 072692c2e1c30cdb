//! What of a timetable remains for a search.

use super::{Day, Timetable};

/// Which talks are shown, and which rows and rooms have something to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shown {
    /// By talk.
    pub talks: Vec<bool>,
    /// By day.
    pub days: Vec<ShownDay>,
}

/// The same of one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownDay {
    /// By row.
    pub rows: Vec<RowState>,
    /// By room; if there are only talks for all rooms, all of them.
    pub rooms: Vec<bool>,
    /// The first talk that is shown; nothing of the day is, if there is none.
    pub first: Option<u32>,
}

/// What there is in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowState {
    /// Nothing that is shown.
    Empty,
    /// Something goes on that began before.
    Going,
    /// Something begins.
    Start,
}

impl Timetable {
    /// What remains if only these talks of the event are shown.
    #[must_use]
    pub fn shown(&self, found: &[u32]) -> Shown {
        let all = self.days.iter().flat_map(Day::cells);
        let all = all
            .filter_map(|(_, cell)| cell.talk)
            .chain(self.untimed.iter().copied());
        let count = all.max().map_or(0, |last| last as usize + 1);
        let mut talks = vec![false; count];
        for talk in found {
            if let Some(is_shown) = talks.get_mut(*talk as usize) {
                *is_shown = true;
            }
        }
        let days = self.days.iter().map(|day| day.shown(&talks)).collect();
        Shown { talks, days }
    }
}

impl Day {
    fn shown(&self, talks: &[bool]) -> ShownDay {
        let mut shown = ShownDay {
            rows: vec![RowState::Empty; self.rows.len()],
            rooms: vec![false; self.rooms.len()],
            first: None,
        };
        for (row, cell) in self.cells() {
            let Some(talk) = cell.talk.filter(|talk| talks[*talk as usize]) else {
                continue;
            };
            shown.first = shown.first.or(Some(talk));
            for state in shown
                .rows
                .iter_mut()
                .skip(row as usize)
                .take(cell.rows as usize)
            {
                if *state == RowState::Empty {
                    *state = RowState::Going;
                }
            }
            shown.rows[row as usize] = RowState::Start;
            if let (1, Some(room)) = (cell.columns, self.room_of(cell.column)) {
                shown.rooms[room] = true;
            }
        }
        if !shown.rooms.contains(&true) {
            shown.rooms.fill(true);
        }
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::{
        RowState::{Empty, Going, Start},
        *,
    };
    use crate::timetable::tests::event;

    #[test]
    fn rows_and_rooms_without_a_match_are_told() {
        let event = event(
            "a 2026-03-04T09:00 PT1H A, b 2026-03-04T09:30 PT30M B, p 2026-03-04T10:00 PT15M -,
             c 2026-03-05T10:00 PT15M A",
        );
        let timetable = Timetable::new(&event);
        let check = |found: &[u32], rows: &[RowState], rooms: &[bool], first| {
            let shown = &timetable.shown(found).days[0];
            let expected = ShownDay {
                rows: rows.to_vec(),
                rooms: rooms.to_vec(),
                first,
            };
            assert_eq!(*shown, expected, "{found:?}");
        };
        check(
            &[0, 1, 2, 3],
            &[Start, Start, Start],
            &[true, true],
            Some(0),
        );
        check(&[0], &[Start, Going, Empty], &[true, false], Some(0));
        check(&[1], &[Empty, Start, Empty], &[false, true], Some(1));
        check(&[2], &[Empty, Empty, Start], &[true, true], Some(2));
        check(&[3, 99], &[Empty, Empty, Empty], &[true, true], None);
    }
}
