//! Days, clock times, lengths and positions.

use schemars::JsonSchema;

use super::{
    super::{PartOfDay, Seconds},
    define,
};

macro_rules! day {
    () => {
        "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"
    };
}

/// Anything after the minutes or seconds is ignored, except that a `Z` is a finding: times are
/// local clock times.
macro_rules! clock {
    () => {
        concat!(
            r"[Tt ]\s*(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?:[.,][0-9]{1,9})?",
            r"\s*(?:[+\-\[](?:.*[^Zz\s])?|[Zz].*[^Zz\s])?"
        )
    };
}

const DAY: &str = concat!(r"^\s*", day!(), "(?:", clock!(), r")?\s*$");
const MOMENT: &str = concat!(r"^\s*", day!(), clock!(), r"\s*$");

macro_rules! iso {
    () => {
        "[Pp](?:(?:[0-9]{1,9}[DdWw])+(?:[Tt](?:[0-9]{1,9}[HhMmSs])*)?|[Tt](?:[0-9]{1,9}[HhMmSs])+)"
    };
}

const LENGTH: &str = concat!(
    r"^\s*(?:",
    iso!(),
    r"|[0-9]{1,3}:[0-5]?[0-9](?::[0-5]?[0-9])?)\s*$"
);
const POSITION: &str = concat!(
    r"^\s*(?:",
    iso!(),
    r"|(?:[0-9]{1,6}|[0-9]{1,4}:[0-5]?[0-9]|[0-9]{1,3}:[0-5]?[0-9]:[0-5]?[0-9])(?:[.,][0-9]{1,9})?)\s*$"
);

/// A day.
pub(crate) struct Day;

define!(Day, "Day", {
    "type": "string",
    "description": "A day, for example `2024-06-07`. A clock time after it is ignored.",
    "pattern": DAY,
    "examples": ["2024-06-07"]
});

/// A day with a clock time.
pub(crate) struct DateTimeText;

define!(DateTimeText, "Moment", {
    "type": "string",
    "description": "A day and the clock time in the event's time zone, for example `2024-06-07T09:00`.",
    "pattern": MOMENT,
    "examples": ["2024-06-07T09:00"]
});

/// A day, with or without a clock time.
struct DayOrMoment;

define!(DayOrMoment, "DayOrMoment", {
    "type": "string",
    "description": "A day, with the clock time in the event's time zone if it is known: `2024-06-07` or `2024-06-07T09:00`.",
    "pattern": DAY,
    "examples": ["2024-06-07T09:00", "2024-06-07"]
});

/// When an event took place: the fields from which the reader makes a [`super::super::When`].
#[derive(JsonSchema)]
#[serde(rename_all = "camelCase")]
#[expect(dead_code, reason = "its fields are read by the derive only")]
pub(crate) struct When {
    /// The day, if no clock time is known.
    date: Option<Day>,
    /// The part of the day, if no clock time is known.
    part_of_day: Option<PartOfDay>,
    /// The start: a day, or a day and a clock time.
    start: Option<DayOrMoment>,
    /// The end, not before the start. It has a clock time if the start has one.
    end: Option<DayOrMoment>,
}

/// A duration.
pub(crate) struct Length;

define!(Length, "Length", {
    "description": "A duration: `PT45M` (ISO 8601), hours and minutes `00:45`, or a number of minutes. At most 366 days.",
    "examples": ["PT45M", "00:45", 45],
    "anyOf": [
        {"type": "string", "pattern": LENGTH},
        {"type": "number", "minimum": 0, "maximum": 527_040}
    ]
});

define!(Seconds, "Position", {
    "description": "A position in the recording: `12:34`, `1:02:03`, `PT12M34S` or a number of seconds. At most 100 hours.",
    "examples": ["12:34", "1:02:03", 754],
    "anyOf": [
        {"type": "string", "pattern": POSITION},
        {"type": "number", "minimum": 0, "maximum": 360_000}
    ]
});
