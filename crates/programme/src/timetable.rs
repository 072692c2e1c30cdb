//! The timetable of an event: for each day, rooms as columns and times as rows.
//!
//! It is laid out once, from all talks that have a time. [`Shown`] says which cells remain for a
//! search, and [`Step`] where the arrow keys lead. Times are the event's own, never shifted.
//!
//! # Invariants
//! - Each talk with a start has one cell on the day on which it begins, and one on each further
//!   day that it goes on. The others are [`Timetable::untimed`].
//! - The cells of a day fill its grid without overlap. A cell can span several rows or columns, as
//!   in an HTML table.
//! - Every row has a talk going on: nights and long breaks take no space.
//! - Rows are as high as the time that they stand for, or twice that at most.

mod axis;
mod columns;
mod day;
mod lay_out;
mod shown;
mod step;

use jiff::civil::Date;

pub use self::{
    axis::LINE,
    shown::{GOING, STARTS, Shown},
    step::Step,
};
use nachlese_event::{Event, date::iso};

/// A programme with more talks than this is an archive and gets no timetable.
const MOST_TALKS: usize = 3_000;
/// The most cells of a grid. A larger one would be of no use to anybody.
const MOST_CELLS: usize = 20_000;

/// The days of a programme. Talks are given by their indices in the event's programme.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timetable {
    /// The days that have talks with a time, in order.
    pub days: Vec<Day>,
    /// The talks without a start.
    pub untimed: Vec<u32>,
    talk_count: usize,
}

/// A day of the event. Talks after midnight belong to the day before, unless they go on in the
/// morning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The day on which it began.
    pub date: Date,
    /// The rooms in which something takes place, in the order of the programme.
    pub rooms: Vec<Room>,
    /// The rows: the times from each start, end or half hour to the next.
    pub rows: Vec<Row>,
    /// Whether so many talks are short that a minute needs more space than usual.
    pub is_dense: bool,
    /// Where the day's numbers are in [`Shown`].
    numbers_at: usize,
}

/// One or more columns of a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Room {
    /// A talk that takes place there and has the name of the room.
    pub talk: u32,
    /// Whether it has a name. The last room may be for talks whose room is not known.
    pub is_named: bool,
    /// The highest number of talks there at the same time.
    pub columns: u32,
}

/// A row: from one line of a day's grid to the next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// When it begins, in seconds since the midnight before.
    pub start: u32,
    /// How long it is, in seconds.
    pub seconds: u32,
    /// Its height in minutes. 0 if it is as high as its content.
    pub size: u32,
    /// The cells that begin here, from the first column to the last.
    pub cells: Vec<Cell>,
}

/// A cell with talks, or an empty cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The talks: usually one, or several in one room at the same time. The first talks of a row
    /// start at the same time, except for those that began on an earlier day.
    pub talks: Vec<u32>,
    /// Its first column.
    pub column: u32,
    /// How many columns it takes. A talk without a room and without parallel talks, such as a
    /// break, takes all of them.
    pub columns: u32,
    /// How many rows it takes.
    pub rows: u32,
    /// How many lines of text fit into it. 0 means as many as needed.
    pub lines: u32,
}

impl Timetable {
    /// Lays out an event's talks.
    #[must_use]
    pub fn new(event: &Event) -> Self {
        let (days, untimed) = day::days(event);
        let talk_count = event.talks.len();
        let mut numbers_at = talk_count;
        let days = days.into_iter().map(|day| {
            let mut day = lay_out::lay_out(day);
            axis::scale(&mut day);
            day.numbers_at = numbers_at;
            numbers_at += day.number_count();
            day
        });
        Self {
            days: days.collect(),
            untimed,
            talk_count,
        }
    }

    /// The timetable of an event, if it is more useful than a list: there are talks in several
    /// rooms at the same time.
    #[must_use]
    pub fn of(event: &Event) -> Option<Self> {
        if event.talks.len() > MOST_TALKS {
            return None;
        }
        let timetable = Self::new(event);
        let cells: usize = timetable.days.iter().map(|day| day.cells().count()).sum();
        let is_useful = cells <= MOST_CELLS && timetable.days.iter().any(Day::is_parallel);
        is_useful.then_some(timetable)
    }

    /// The index of the day with a date such as `2026-01-31`.
    #[must_use]
    pub fn day_of(&self, date: &str) -> Option<usize> {
        self.days.iter().position(|day| iso(day.date) == date)
    }

    /// Whether there is a day of a date such as `2026-01-31`.
    #[must_use]
    pub fn has_day(&self, date: &str) -> bool {
        self.day_of(date).is_some()
    }

    /// The day to show: the wanted day if it has a talk to show, else the first day that has one.
    #[must_use]
    pub fn open_day(&self, wanted: usize, shown: &[u32]) -> usize {
        let mut days = [wanted].into_iter().chain(0..self.days.len());
        let day = days.find(|at| {
            self.days
                .get(*at)
                .is_some_and(|day| shown[day.count_at()] > 0)
        });
        day.unwrap_or_default()
    }
}

impl Day {
    /// All cells with the rows in which they begin, from left to right and from early to late.
    pub fn cells(&self) -> impl Iterator<Item = (u32, &Cell)> {
        let rows = (0..).zip(&self.rows);
        rows.flat_map(|(at, row)| row.cells.iter().map(move |cell| (at, cell)))
    }

    /// The index of a column's room.
    #[must_use]
    pub fn room_of(&self, column: u32) -> Option<usize> {
        let mut end = 0;
        self.rooms.iter().position(|room| {
            end += room.columns;
            column < end
        })
    }

    /// Whether there are talks in two rooms at the same time.
    fn is_parallel(&self) -> bool {
        let room = |cell: &Cell| {
            let room = self.room_of(cell.column)?;
            (cell.columns == 1 && self.rooms[room].is_named).then_some(room)
        };
        // For each room: the row until which something goes on there.
        let mut ends = vec![0; self.rooms.len()];
        self.cells().any(|(row, cell)| {
            let (Some(room), false) = (room(cell), cell.talks.is_empty()) else {
                return false;
            };
            let is_parallel = (0..).zip(&ends).any(|(at, end)| at != room && *end > row);
            ends[room] = ends[room].max(row + cell.rows);
            is_parallel
        })
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;

    /// An event of these talks, each `id start length room` with `-` for what is not known.
    pub(super) fn event(talks: &str) -> Event {
        let talks = talks.split_terminator(',').map(|talk| {
            let words: Vec<_> = talk.split_whitespace().collect();
            let field = |at: usize, name: &str| match words.get(at) {
                None | Some(&"-") => String::new(),
                Some(value) => format!(r#", "{name}": "{value}""#),
            };
            let (id, start) = (words[0], field(1, "start"));
            let (length, room) = (field(2, "duration"), field(3, "room"));
            format!(r#"{{"id": "{id}", "kind": "talk"{start}{length}{room}}}"#)
        });
        let talks = talks.collect::<Vec<_>>().join(",");
        let event = format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag", "talks": [{talks}]}}"#
        );
        parse(&event).unwrap().0
    }

    #[test]
    fn is_offered_where_talks_are_parallel_in_several_rooms() {
        for (talks, expected) in [
            ("", false),
            ("a - - A, b - - B", false),
            (
                "a 2026-03-04T09:00 PT30M A, b 2026-03-04T09:30 PT30M B",
                false,
            ),
            (
                "a 2026-03-04T09:00 PT30M A, b 2026-03-04T09:00 PT30M A",
                false,
            ),
            (
                "a 2026-03-04T09:00 PT30M A, b 2026-03-04T09:00 PT30M -",
                false,
            ),
            (
                "a 2026-03-04T09:00 PT30M A, b 2026-03-05T09:00 PT30M B",
                false,
            ),
            (
                "a 2026-03-04T09:00 PT30M A, b 2026-03-04T09:29 PT30M B",
                true,
            ),
            ("a 2026-03-04T09:00 - A, b 2026-03-04T09:00 - B", true),
        ] {
            assert_eq!(Timetable::of(&event(talks)).is_some(), expected, "{talks}");
        }
    }
}
