//! Which column of its room a talk gets.

use nachlese_compact::radix;

use super::{
    Room,
    day::{NO_ROOM, Timed},
};

/// The most columns of a room. More would be too narrow to read, so further talks share a cell.
const MOST_COLUMNS: usize = 3;

/// One or more talks in their column.
pub(super) struct Placed {
    /// In order of time.
    pub(super) talks: Vec<u32>,
    pub(super) start: u32,
    pub(super) end: u32,
}

/// Each room's talks, in as many columns as needed so that none overlap, up to the readable number.
/// Talks of the same slot share a cell, and so do talks without a free column.
///
/// `by_room` are the talks: the room is in the upper half of the number, the index in the lower.
pub(super) fn columns(talks: &[Timed], by_room: &[u64]) -> (Vec<Room>, Vec<Vec<Placed>>) {
    let mut rooms: Vec<Room> = Vec::new();
    let mut columns: Vec<Vec<Placed>> = Vec::new();
    let mut first = 0;
    for (at, key) in by_room.iter().enumerate() {
        let talk = &talks[radix::low(*key) as usize];
        if at == 0 || by_room[at - 1] >> 32 != key >> 32 {
            first = columns.len();
            rooms.push(Room {
                talk: talk.talk,
                is_named: talk.room != NO_ROOM,
                columns: 0,
            });
        }
        let of_room = by_room[at..].iter();
        let of_room = of_room.take_while(|other| *other >> 32 == key >> 32);
        let mut later = of_room.map(|other| talks[radix::low(*other) as usize].start);
        let next = later.find(|start| *start > talk.start);
        let slot = placed(talk, next.unwrap_or(u32::MAX));
        let there = &mut columns[first..];
        let position = |is_it: &dyn Fn(&Placed) -> bool| {
            let mut columns = there.iter();
            columns.position(|column| column.last().is_some_and(is_it))
        };
        let mut shared = position(&|last| last.start == slot.start && last.end == slot.end);
        let free = position(&|last| last.end <= slot.start);
        if shared.is_none() && free.is_none() && there.len() == MOST_COLUMNS {
            // In time, it is nearest to the talk that began last.
            let latest = there.iter().filter_map(|column| Some(column.last()?.start));
            let latest = latest.max();
            shared = position(&|last| Some(last.start) == latest);
        }
        match (shared, free) {
            (Some(at), _) => {
                if let Some(last) = there[at].last_mut() {
                    last.talks.extend(slot.talks);
                    last.end = last.end.max(slot.end);
                }
            }
            (None, Some(at)) => there[at].push(slot),
            (None, None) => {
                columns.push(vec![slot]);
                if let Some(room) = rooms.last_mut() {
                    room.columns += 1;
                }
            }
        }
    }
    (rooms, columns)
}

/// A talk of unknown duration goes on until the `next` one at most.
pub(super) fn placed(talk: &Timed, next: u32) -> Placed {
    Placed {
        talks: vec![talk.talk],
        start: talk.start,
        end: if talk.is_open {
            talk.end.min(next)
        } else {
            talk.end
        },
    }
}
