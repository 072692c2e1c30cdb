//! What a programme is seen as beside its list: the [`timetable`] of its rooms and hours, and the
//! reader's [`watch_list`].
//!
//! Pure logic over an event: draws nothing, asks no clock.

pub mod timetable;
pub mod watch_list;
