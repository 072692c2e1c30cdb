//! Programme items: welcomes, talks, panels, films, …

use std::fmt;

use jiff::civil::{Date, DateTime, Time};
use serde::{Serialize, Serializer};

use super::{
    LanguageTag, Link, LocalizedText, Participation, Recording, Seconds, TalkId, TalkStatus,
};

/// One item of the programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Talk {
    /// The id in addresses: `#<id>@12:34`.
    pub id: TalkId,
    /// The id that another program gave it: the `guid` of a schedule, the `UID` of a calendar.
    /// Exports write it again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guid: Option<String>,
    /// The kind of item.
    pub kind: Kind,
    /// The title, if it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<LocalizedText>,
    /// What it was about. If the title is unknown, the topic is shown in its place and labelled as
    /// such.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<LocalizedText>,
    /// What was said, in a few sentences.
    #[serde(rename = "abstract", skip_serializing_if = "Option::is_none")]
    pub summary: Option<LocalizedText>,
    /// Who took part and in which role, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Participation>,
    /// The track of the programme that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub track: Option<LocalizedText>,
    /// Keywords.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<LocalizedText>,
    /// The spoken language. Without it, the event's language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<LanguageTag>,
    /// When it began, in the event's time zone.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "schema",
        schemars(with = "Option<crate::schema::DateTimeText>")
    )]
    pub start: Option<DateTime>,
    /// How long it took.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Length>"))]
    pub duration: Option<Seconds>,
    /// Where it took place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub room: Option<LocalizedText>,
    /// What became of it, if it did not take place as announced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<TalkStatus>,
    /// The recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recording: Option<Recording>,
    /// Slides and papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slides: Vec<Link>,
    /// Further links.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
}

impl Talk {
    /// The title, or the topic if there is no title.
    #[must_use]
    pub fn heading(&self) -> Option<&LocalizedText> {
        self.title.as_ref().or(self.topic.as_ref())
    }

    /// When it ended, if start and duration are known and the clocks did not change in between.
    #[must_use]
    pub fn end(&self) -> Option<DateTime> {
        after(self.start?, self.duration?.0, 0)
    }

    /// The day on which it ended. An item that ends at midnight belongs to the day before.
    #[must_use]
    pub fn last_day(&self) -> Option<Date> {
        let length = self.duration.map_or(0, |length| length.0.saturating_sub(1));
        Some(after(self.start?, length, 0)?.date())
    }

    /// Whether it was cancelled. Then it is not counted in any total.
    #[must_use]
    pub fn is_cancelled(&self) -> bool {
        self.status == Some(TalkStatus::Cancelled)
    }

    /// The first and the last day of an item that took whole days, from midnight to midnight.
    #[must_use]
    pub fn whole_days(&self) -> Option<(Date, Date)> {
        let (start, length) = (self.start?, self.duration?.0);
        let is_whole = start.time() == Time::midnight() && length > 0 && length % 86_400 == 0;
        is_whole.then_some((start.date(), self.last_day()?))
    }

    /// Whether there is a recording that the page can play.
    #[must_use]
    pub fn is_playable(&self) -> bool {
        self.recording.as_ref().is_some_and(Recording::is_playable)
    }
}

/// What a clock shows some seconds later if it was put forward or back in between. Written by hand,
/// because jiff's arithmetic would bring all its error texts along.
pub fn after(start: DateTime, seconds: u32, forward: i32) -> Option<DateTime> {
    let part = |number: i8| u32::from(number.unsigned_abs());
    let clock = start.time();
    let since_midnight =
        part(clock.hour()) * 3_600 + part(clock.minute()) * 60 + part(clock.second());
    let total = since_midnight.checked_add(seconds)?;
    let total = total.checked_add_signed(forward)?;
    let mut day = start.date();
    for _ in 0..total / 86_400 {
        day = next_day(day)?;
    }
    let two_digits = |number: u32| i8::try_from(number).ok();
    let (hour, minute) = (
        two_digits(total / 3_600 % 24)?,
        two_digits(total / 60 % 60)?,
    );
    let time = Time::new(hour, minute, two_digits(total % 60)?, 0).ok()?;
    Some(day.to_datetime(time))
}

/// The next day, or none after the last day that a date can represent.
pub fn next_day(day: Date) -> Option<Date> {
    let (year, month) = (day.year(), day.month());
    let next = Date::new(year, month, day.day() + 1);
    let next = next.or_else(|_| Date::new(year, month + 1, 1));
    next.or_else(|_| Date::new(year + 1, 1, 1)).ok()
}

/// The kind of a programme item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(rename_all = "camelCase")
)]
pub enum Kind {
    /// A welcome.
    Welcome,
    /// A keynote for everybody.
    Keynote,
    /// A talk.
    Talk,
    /// A short talk of a few minutes.
    Lightning,
    /// A discussion on stage.
    Panel,
    /// A marketplace with exhibits to try.
    Market,
    /// A film.
    Film,
    /// A workshop.
    Workshop,
    /// A break.
    Break,
    /// Any other kind, in the file's own word.
    #[cfg_attr(feature = "schema", schemars(untagged))]
    Other(String),
}

impl Kind {
    /// The words of the format.
    pub const WORDS: &[&str] = &[
        "welcome",
        "keynote",
        "talk",
        "lightning",
        "panel",
        "market",
        "film",
        "workshop",
        "break",
    ];

    /// Reads the word of the format; any other word is kept as it is.
    #[must_use]
    pub fn new(word: &str) -> Self {
        match word {
            "welcome" => Self::Welcome,
            "keynote" => Self::Keynote,
            "talk" => Self::Talk,
            "lightning" => Self::Lightning,
            "panel" => Self::Panel,
            "market" => Self::Market,
            "film" => Self::Film,
            "workshop" => Self::Workshop,
            "break" => Self::Break,
            other => Self::Other(other.to_owned()),
        }
    }

    /// The word of the format.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::Welcome => "welcome",
            Self::Keynote => "keynote",
            Self::Talk => "talk",
            Self::Lightning => "lightning",
            Self::Panel => "panel",
            Self::Market => "market",
            Self::Film => "film",
            Self::Workshop => "workshop",
            Self::Break => "break",
            Self::Other(word) => word,
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Kind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::datetime;

    use super::*;

    #[test]
    fn ends_on_the_clock_of_the_wall() {
        let moment = |day, hour, minute| datetime(2025, 12, day, hour, minute, 0, 0);
        let noon = |month, day| datetime(2024, month, day, 12, 0, 0, 0);
        for (start, minutes, forward, end) in [
            (moment(30, 9, 30), 45, 0, moment(30, 10, 15)),
            (moment(30, 23, 30), 60, 0, moment(31, 0, 30)),
            (moment(31, 23, 30), 60, 0, datetime(2026, 1, 1, 0, 30, 0, 0)),
            (noon(2, 28), 2_880, 0, noon(3, 1)),
            // Clocks are put forward or back by an hour.
            (moment(25, 2, 30), 30, -3_600, moment(25, 2, 0)),
            (moment(25, 1, 30), 60, 3_600, moment(25, 3, 30)),
        ] {
            assert_eq!(after(start, minutes * 60, forward), Some(end));
        }
    }
}
