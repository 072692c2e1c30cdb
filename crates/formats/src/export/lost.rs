//! What an event says and a format has no place for, counted.
//!
//! A test reads exports of real programmes back: whatever differs is one of the parts listed here.

mod counts;

use super::Edition;

/// A format that holds a whole programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// schedule.json, version 1.
    ScheduleJson,
    /// schedule.json, version 2.
    ScheduleJson2,
    /// schedule.xml.
    ScheduleXml,
    /// iCalendar.
    Calendar,
    /// CSV.
    Table,
    /// Markdown.
    Markdown,
}

/// A part of an event that a format may have no place for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Kind and motto of the event.
    EventKind,
    /// The summary of the event.
    EventSummary,
    /// The venue.
    Venue,
    /// The host, and who took part.
    Host,
    /// Pages about the whole event.
    EventLinks,
    /// Playlists.
    Playlists,
    /// Sections of the page.
    Sections,
    /// Pictures.
    Pictures,
    /// Versions in other languages.
    OtherLanguages,
    /// Ids of items that readers' addresses have.
    TalkIds,
    /// Ids of people.
    PersonIds,
    /// Kinds of items.
    Kinds,
    /// Topics of items.
    Topics,
    /// Keywords.
    Tags,
    /// Names of languages that are not two letters.
    Languages,
    /// Seconds of durations, and what is longer than the format can say.
    Durations,
    /// Parts that people had, such as moderation.
    Roles,
    /// Offices, organisations and titles of people.
    PersonDetails,
    /// Pages about people.
    PersonLinks,
    /// People without an item.
    IdlePeople,
    /// Everything about breaks but title, place and times.
    Breaks,
    /// That a recording was not published, or is not known to be.
    RecordingStatus,
    /// Licences of recordings.
    Licences,
    /// Captions.
    Captions,
    /// Transcripts.
    Transcripts,
    /// Chapters.
    Chapters,
    /// Slides.
    Slides,
    /// Further links of items.
    TalkLinks,
    /// Further videos of an item.
    OtherVideos,
    /// Addresses that are relative, as that of the pages is not known.
    RelativeAddresses,
}

impl Part {
    /// All parts, in the order in which they are listed.
    pub const ALL: [Self; 30] = [
        Self::EventKind,
        Self::EventSummary,
        Self::Venue,
        Self::Host,
        Self::EventLinks,
        Self::Playlists,
        Self::Sections,
        Self::Pictures,
        Self::OtherLanguages,
        Self::TalkIds,
        Self::PersonIds,
        Self::Kinds,
        Self::Topics,
        Self::Tags,
        Self::Languages,
        Self::Durations,
        Self::Roles,
        Self::PersonDetails,
        Self::PersonLinks,
        Self::IdlePeople,
        Self::Breaks,
        Self::RecordingStatus,
        Self::Licences,
        Self::Captions,
        Self::Transcripts,
        Self::Chapters,
        Self::Slides,
        Self::TalkLinks,
        Self::OtherVideos,
        Self::RelativeAddresses,
    ];

    /// Whether a format has a place for it. Where that depends on the value, it counts as having
    /// one, and only the values that do not fit are counted.
    fn has_place(self, target: Target) -> bool {
        use Target::{Calendar, Markdown, ScheduleJson, ScheduleJson2, ScheduleXml, Table};
        let places: &[Target] = match self {
            Self::EventSummary => &[ScheduleJson, ScheduleJson2, Calendar, Markdown],
            Self::EventKind | Self::Venue | Self::Roles => &[Calendar, Markdown],
            Self::Host
            | Self::EventLinks
            | Self::Playlists
            | Self::Sections
            | Self::Pictures
            | Self::Chapters
            | Self::Transcripts
            | Self::Topics
            | Self::PersonDetails => &[Markdown],
            Self::Tags => &[Calendar, Table, Markdown],
            Self::PersonLinks => &[ScheduleJson, ScheduleJson2, Markdown],
            Self::IdlePeople => &[ScheduleJson2, Markdown],
            Self::Licences => &[ScheduleJson, ScheduleXml, Markdown],
            Self::RecordingStatus => &[ScheduleJson, ScheduleXml],
            Self::Captions => &[ScheduleJson, ScheduleJson2, ScheduleXml],
            Self::Slides | Self::TalkLinks | Self::OtherVideos => {
                &[ScheduleJson, ScheduleJson2, ScheduleXml, Table, Markdown]
            }
            // Counted by value.
            _ => return true,
        };
        places.contains(&target)
    }
}

/// What the event says and the format does not, with how many there are of each.
#[must_use]
pub fn lost(edition: &Edition<'_>, target: Target) -> Vec<(Part, usize)> {
    let counted = Part::ALL.into_iter().map(|part| {
        let count = counts::count(part, edition, target, part.has_place(target));
        (part, count)
    });
    counted.filter(|(_, count)| *count > 0).collect()
}
