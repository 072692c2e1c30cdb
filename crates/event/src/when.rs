//! When something happens: civil dates and times in the event's own time zone, never shifted.

use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use serde::Serialize;

use super::InvalidTime;

/// A part of the day, for events whose clock times are not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum PartOfDay {
    /// Before noon.
    Morning,
    /// After noon.
    Afternoon,
    /// From about 6 pm.
    Evening,
    /// The whole day.
    AllDay,
}

impl PartOfDay {
    /// The words of the format, for messages.
    pub const WORDS: &[&str] = &["morning", "afternoon", "evening", "allDay"];
}

impl FromStr for PartOfDay {
    type Err = InvalidTime;

    fn from_str(word: &str) -> Result<Self, InvalidTime> {
        match word {
            "morning" => Ok(Self::Morning),
            "afternoon" => Ok(Self::Afternoon),
            "evening" => Ok(Self::Evening),
            "allDay" => Ok(Self::AllDay),
            _ => Err(InvalidTime),
        }
    }
}

/// When the event took place, in its own time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged, rename_all_fields = "camelCase")]
pub enum When {
    /// On one day, clock times unknown.
    Day {
        /// The day.
        date: Date,
        /// The part of the day, if known.
        #[serde(skip_serializing_if = "Option::is_none")]
        part_of_day: Option<PartOfDay>,
    },
    /// On several days, clock times unknown.
    Days {
        /// The first day.
        start: Date,
        /// The last day, not before the first.
        end: Date,
    },
    /// From a clock time.
    Clock {
        /// The start.
        start: DateTime,
        /// The end, if known. Not before the start.
        #[serde(skip_serializing_if = "Option::is_none")]
        end: Option<DateTime>,
    },
}

impl When {
    /// The first day.
    #[must_use]
    pub fn first_day(&self) -> Date {
        match *self {
            Self::Day { date, .. } => date,
            Self::Days { start, .. } => start,
            Self::Clock { start, .. } => start.date(),
        }
    }

    /// The last day.
    #[must_use]
    pub fn last_day(&self) -> Date {
        match *self {
            Self::Day { date, .. } => date,
            Self::Days { end, .. } => end,
            Self::Clock { start, end } => end.unwrap_or(start).date(),
        }
    }
}
