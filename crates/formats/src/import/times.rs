//! Converts the times of a file, once all is read, to the clock of the event and to real durations.
//!
//! This is the only place where a moment becomes a clock time: a time with an offset, `Z` or a
//! zone is converted to the clock of the event's zone. Times without any of these are on that
//! clock already and stay as they are. Days, order and durations are determined afterwards.

use jiff::civil::{DateTime, Time};
use nachlese_event::{
    Seconds,
    problem::{Finding, JsonPath},
};
use nachlese_reader::context::Context;

use super::{
    clock::{DAY, seconds},
    moment::Moment,
    zone::Zone,
};

/// When an item began and how long it took, as its file says.
pub(super) struct Times {
    pub(super) begins: Option<Begin>,
    pub(super) length: Length,
}

/// When an item began.
pub(super) enum Begin {
    /// At a moment.
    At(Moment),
    /// At a moment with a clock time next to it, mostly the local one.
    Dated(Moment, Time),
}

/// How long an item took.
pub(super) enum Length {
    /// The file does not say.
    Unknown,
    /// A duration.
    Told(Seconds),
    /// Until a moment, which is at this place in the file.
    Until(Moment, JsonPath),
}

/// A start, converted to the clock at the event.
pub(super) struct Began {
    pub(super) wall: DateTime,
    /// In seconds since 1970, if that can be known.
    pub(super) instant: Option<i64>,
}

impl Began {
    /// The value by which the items of a programme are sorted. In the hour that a clock shows
    /// twice, only the instant tells items apart. If one item has no instant, the others have none
    /// either.
    pub(super) fn order(&self) -> i64 {
        self.instant.unwrap_or_else(|| seconds(self.wall))
    }
}

impl Times {
    /// All moments of the file, with an offset, `Z` or a zone, or without.
    pub(super) fn moments(&self) -> impl Iterator<Item = &Moment> {
        let begins = self.begins.iter().map(|begins| match begins {
            Begin::At(moment) | Begin::Dated(moment, _) => moment,
        });
        begins.chain(match &self.length {
            Length::Until(moment, _) => Some(moment),
            Length::Told(_) | Length::Unknown => None,
        })
    }

    /// When an item began, on the clock at the event, and how long it took.
    pub(super) fn settled(
        &self,
        event: Option<&Zone>,
        context: &Context,
    ) -> (Option<Began>, Option<Seconds>) {
        let began = self
            .begins
            .as_ref()
            .and_then(|begins| begins.settled(event));
        let length = match (&self.length, &began) {
            (Length::Told(length), _) => Some(*length),
            (Length::Until(end, path), Some(began)) => {
                let length = span(began, end, event);
                if length < 0 {
                    context.report(path, Finding::EndsBeforeStart);
                }
                told(length, path, context)
            }
            _ => None,
        };
        (began, length)
    }
}

/// A duration that the event can have. One that is too long is reported.
pub(super) fn told(seconds: i64, path: &JsonPath, context: &Context) -> Option<Seconds> {
    if seconds > i64::from(Seconds::LONGEST) {
        let value = format!("P{}D", seconds / DAY);
        context.report(path, Finding::InvalidTime { value });
    }
    let seconds = u32::try_from(seconds).ok();
    let seconds = seconds.filter(|length| (1..=Seconds::LONGEST).contains(length));
    seconds.map(Seconds)
}

impl Begin {
    /// The clock time, on whichever clock.
    pub(super) fn clock(&self) -> Time {
        match self {
            Self::At(moment) => moment.wall.time(),
            Self::Dated(_, clock) => *clock,
        }
    }

    /// Whether the clock time next to the date is the same as in the date.
    pub(super) fn is_copied(&self) -> bool {
        matches!(self, Self::Dated(moment, clock) if moment.wall.time() == *clock)
    }

    fn settled(&self, event: Option<&Zone>) -> Option<Began> {
        let (Self::At(moment) | Self::Dated(moment, _)) = self;
        let wall = moment.wall(event);
        if let Self::Dated(_, clock) = self
            && wall.time() != *clock
            && !self.is_copied()
        {
            // If the clock time matches neither this nor the date, the clock time counts.
            let shown = Moment::at_event(moment.on_clock(*clock)?);
            let wall = shown.wall(event);
            let instant = shown.instant(event).or(moment.instant(None));
            return Some(Began { wall, instant });
        }
        let instant = moment.instant(event);
        Some(Began { wall, instant })
    }
}

/// The seconds from the start to the end.
fn span(began: &Began, end: &Moment, event: Option<&Zone>) -> i64 {
    let wall = end.wall(event);
    let is_midnight = |wall: DateTime| wall.time() == Time::midnight();
    if is_midnight(began.wall) && is_midnight(wall) && wall > began.wall {
        // Whole days, however many hours each of them has.
        return seconds(wall) - seconds(began.wall);
    }
    match began.instant.zip(end.instant(event)) {
        Some((start, end)) => end - start,
        None => seconds(end.wall(event)) - seconds(began.wall),
    }
}
