//! What of a timetable remains for a search.
//!
//! It is one plain list of numbers, as ranks are: a signal of another type costs each reader of
//! the page two kilobytes.

use super::{Day, Timetable};

/// What remains: for each talk of the event 1 if it is shown, else 0; behind those the numbers of
/// each day, at [`Day::first_at`], [`Day::row_at`] and [`Day::room_at`].
pub type Shown = Vec<u32>;

/// Of a row: something goes on that began before; 0 if nothing is shown.
pub const GOING: u32 = 1;
/// Of a row: something begins.
pub const STARTS: u32 = 2;
/// Of a day: it has nothing to show.
pub const NO_TALK: u32 = u32::MAX;

impl Timetable {
    /// What remains if only these talks of the event are shown.
    #[must_use]
    pub fn shown(&self, found: &[u32]) -> Shown {
        let mut shown = vec![0; self.talk_count];
        for talk in found {
            if let Some(is_shown) = shown.get_mut(*talk as usize) {
                *is_shown = 1;
            }
        }
        for day in &self.days {
            day.show(&mut shown);
        }
        shown
    }
}

impl Day {
    /// Where the day's first talk that is shown stands, or [`NO_TALK`].
    #[must_use]
    pub fn first_at(&self) -> usize {
        self.numbers_at
    }

    /// Where it stands what there is in a row: 0, [`GOING`] or [`STARTS`].
    #[must_use]
    pub fn row_at(&self, row: usize) -> usize {
        self.numbers_at + 1 + row
    }

    /// Where it stands whether there is something in a room: 1, else 0. If there are only talks
    /// for all rooms, all of them have 1.
    #[must_use]
    pub fn room_at(&self, room: usize) -> usize {
        self.row_at(self.rows.len()) + room
    }

    /// How many numbers are the day's.
    pub(super) fn number_count(&self) -> usize {
        1 + self.rows.len() + self.rooms.len()
    }

    /// Appends the day's numbers.
    fn show(&self, shown: &mut Shown) {
        shown.push(NO_TALK);
        shown.resize(self.numbers_at + self.number_count(), 0);
        for (row, cell) in self.cells() {
            let mut talks = cell.talks.iter();
            let Some(&talk) = talks.find(|talk| shown[**talk as usize] == 1) else {
                continue;
            };
            if shown[self.first_at()] == NO_TALK {
                shown[self.first_at()] = talk;
            }
            let start = self.row_at(row as usize);
            for state in &mut shown[start..start + cell.rows as usize] {
                *state = GOING.max(*state);
            }
            shown[start] = STARTS;
            if let (1, Some(room)) = (cell.columns, self.room_of(cell.column)) {
                shown[self.room_at(room)] = 1;
            }
        }
        let rooms = &mut shown[self.room_at(0)..];
        if !rooms.contains(&1) {
            rooms.fill(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::timetable::tests::event;

    #[test]
    fn rows_and_rooms_without_a_match_are_told() {
        let event = event(
            "a 2026-03-04T09:00 PT1H A, b 2026-03-04T09:30 PT30M B, p 2026-03-04T10:00 PT15M -,
             c 2026-03-05T10:00 PT15M A",
        );
        let timetable = Timetable::new(&event);
        let check = |found: &[u32], first: u32, rows: [u32; 3], rooms: [u32; 2]| {
            let shown = timetable.shown(found);
            let day = &timetable.days[0];
            assert_eq!(shown[day.first_at()], first, "{found:?}");
            assert_eq!(
                [0, 1, 2].map(|row| shown[day.row_at(row)]),
                rows,
                "{found:?}"
            );
            assert_eq!(
                [0, 1].map(|room| shown[day.room_at(room)]),
                rooms,
                "{found:?}"
            );
            let next = &timetable.days[1];
            assert_eq!(shown[next.first_at()] == 3, found.contains(&3), "{found:?}");
        };
        check(&[0, 1, 2, 3], 0, [STARTS, STARTS, STARTS], [1, 1]);
        check(&[0], 0, [STARTS, GOING, 0], [1, 0]);
        check(&[1], 1, [0, STARTS, 0], [0, 1]);
        check(&[2], 2, [0, 0, STARTS], [1, 1]);
        check(&[3, 99], NO_TALK, [0, 0, 0], [1, 1]);
    }
}
