//! Which cells of a timetable remain visible for a search.
//!
//! They are one plain list of numbers, like ranks: a signal of another type would make the page
//! two kilobytes larger.

use super::{Day, Timetable};

/// What remains: for each talk of the event 1 if it is shown, else 0. After these come the numbers
/// of each day, at [`Day::count_at`], [`Day::first_at`], [`Day::row_at`] and [`Day::room_at`].
pub type Shown = Vec<u32>;

/// For a row: a talk goes on that began before. 0 if nothing is shown.
pub const GOING: u32 = 1;
/// For a row: a talk begins.
pub const STARTS: u32 = 2;

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
    /// The index of the number of the day's talks that are shown.
    #[must_use]
    pub fn count_at(&self) -> usize {
        self.numbers_at
    }

    /// The index of the first shown talk. It is any talk if none is shown.
    #[must_use]
    pub fn first_at(&self) -> usize {
        self.numbers_at + 1
    }

    /// The index of what there is in a row: 0, [`GOING`] or [`STARTS`].
    #[must_use]
    pub fn row_at(&self, row: usize) -> usize {
        self.numbers_at + 2 + row
    }

    /// The index of whether there is something in a room: 1 or 0. If there are only talks for all
    /// rooms, all rooms have 1.
    #[must_use]
    pub fn room_at(&self, room: usize) -> usize {
        self.row_at(self.rows.len()) + room
    }

    /// How many numbers belong to the day.
    pub(super) fn number_count(&self) -> usize {
        2 + self.rows.len() + self.rooms.len()
    }

    /// Appends the day's numbers.
    fn show(&self, shown: &mut Shown) {
        shown.resize(self.numbers_at + self.number_count(), 0);
        for (row, cell) in self.cells() {
            let (count, first) = (self.count_at(), self.first_at());
            let before = shown[count];
            for talk in &cell.talks {
                if shown[*talk as usize] == 1 {
                    if shown[count] == 0 {
                        shown[first] = *talk;
                    }
                    shown[count] += 1;
                }
            }
            if shown[count] == before {
                continue;
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
            let count = found.iter().filter(|talk| **talk < 3).count();
            assert_eq!(shown[day.count_at()] as usize, count, "{found:?}");
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
            assert_eq!(shown[next.count_at()] == 1, found.contains(&3), "{found:?}");
        };
        check(&[0, 1, 2, 3], 0, [STARTS, STARTS, STARTS], [1, 1]);
        check(&[0], 0, [STARTS, GOING, 0], [1, 0]);
        check(&[1], 1, [0, STARTS, 0], [0, 1]);
        check(&[2], 2, [0, 0, STARTS], [1, 1]);
        check(&[3, 99], 0, [0, 0, 0], [1, 1]);
    }

    #[test]
    fn a_day_without_a_match_gives_way_to_the_first_one_with_one() {
        let event = event("a 2026-03-04T09:00 - A, b 2026-03-05T09:00 - A, c 2026-03-06T09:00 - A");
        let timetable = Timetable::new(&event);
        for (wanted, found, expected) in [
            (0, &[0, 1, 2][..], 0),
            (2, &[0, 1, 2], 2),
            (0, &[1, 2], 1),
            (2, &[1], 1),
            (2, &[], 0),
            (9, &[2], 2),
        ] {
            let shown = timetable.shown(found);
            assert_eq!(timetable.open_day(wanted, &shown), expected, "{found:?}");
        }
        assert_eq!(timetable.day_of("2026-03-05"), Some(1));
        assert_eq!(timetable.day_of("2026-03-07"), None);
    }
}
