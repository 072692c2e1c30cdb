//! Two more views of a programme besides its list: the [`timetable`] of rooms and hours, and the
//! reader's [`watch_list`].
//!
//! Pure logic over an event: draws nothing, asks no clock.

pub mod timetable;
pub mod watch_list;
