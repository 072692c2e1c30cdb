//! Findings about files that only the command line reads: tables, playlists and chapters.

use super::Severity;
use crate::Seconds;

/// What was guessed, or could not be, about such a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportFinding {
    /// What the columns of a table were taken for, by their headings.
    Columns {
        /// Headings, and the fields that they became.
        read: Vec<(String, &'static str)>,
        /// Headings of columns that were left out.
        left_out: Vec<String>,
    },
    /// A date in numbers that can be read in two ways.
    AmbiguousDate {
        /// The text.
        value: String,
    },
    /// Dates of a column that can be read in two ways were read as the others of this column.
    DateOrder {
        /// A date that can only be read in one way.
        value: String,
        /// Whether the month comes first.
        is_month_first: bool,
    },
    /// The text is not a clock time.
    InvalidClock {
        /// The text.
        value: String,
    },
    /// Rows without a date, which got the date of the row above. The path is that of the first.
    DatesContinued {
        /// How many.
        count: usize,
    },
    /// Rows with a clock time but no date. The path is that of the first.
    DateMissing {
        /// How many.
        count: usize,
    },
    /// Rows with more cells than the table has headings. The path is that of the first.
    CellsLeftOver {
        /// How many cells.
        count: usize,
    },
    /// The names of a row and what is said about them do not go together by number.
    PeopleUneven {
        /// How many names there are.
        names: usize,
        /// How many roles or organisations.
        others: usize,
    },
    /// Rows say different things about somebody. The path is that of the first that differs.
    PersonDiffers {
        /// The name.
        name: String,
        /// How many rows say something else than the first.
        count: usize,
    },
    /// A video became the recording of a talk.
    RecordingMatched {
        /// The video's title.
        video: String,
        /// The talk.
        talk: Candidate,
    },
    /// A video may be the recording of one of several talks, or it is not certain enough.
    RecordingUncertain {
        /// The video's title.
        video: String,
        /// The address of the video.
        url: String,
        /// Best first.
        candidates: Vec<Candidate>,
    },
    /// No talk resembles a video.
    RecordingUnmatched {
        /// The video's title.
        video: String,
    },
    /// A video fits a talk that has another recording, or whose recording is withheld.
    RecordingKept {
        /// The video's title.
        video: String,
        /// The talk.
        talk: Candidate,
        /// Whether the recording is withheld.
        is_withheld: bool,
    },
    /// Talks that have no recording after all videos are matched.
    TalksWithoutVideo {
        /// How many.
        count: usize,
        /// The titles of the first.
        first: Vec<String>,
    },
    /// The list of videos itself is among the event's playlists now.
    PlaylistAdded {
        /// Its title.
        title: String,
        /// How many talks are in it.
        count: usize,
    },
    /// Videos of a playlist that are private or deleted. The path is that of the first.
    VideosUnavailable {
        /// How many.
        count: usize,
    },
    /// A talk got chapters.
    ChaptersTaken {
        /// How many.
        count: usize,
        /// How many it had before.
        replaced: usize,
        /// The talk's title.
        talk: String,
    },
    /// A chapter begins after the end of its talk.
    ChapterPastEnd {
        /// Where it begins.
        start: Seconds,
        /// How long the talk took.
        end: Seconds,
    },
    /// Chapters of a longer video that are not about the talk. The path is that of the first.
    ChaptersElsewhere {
        /// How many.
        count: usize,
    },
    /// Chapters that their program does not show. The path is that of the first.
    ChaptersHidden {
        /// How many.
        count: usize,
    },
    /// A chapter begins before the one above it. They were sorted.
    ChapterOutOfOrder {
        /// Where it begins.
        start: Seconds,
    },
    /// A talk with chapters has no recording.
    ChaptersWithoutRecording {
        /// The talk's title.
        talk: String,
    },
}

/// A talk that a video may belong to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The talk's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// How certain it is, from 0 to 100.
    pub percent: u8,
}

impl ImportFinding {
    /// The stable code, in kebab-case.
    pub(super) fn code(&self) -> &'static str {
        match self {
            Self::Columns { .. } => "columns-guessed",
            Self::AmbiguousDate { .. } => "ambiguous-date",
            Self::DateOrder { .. } => "date-order",
            Self::InvalidClock { .. } => "invalid-clock-time",
            Self::DatesContinued { .. } => "dates-continued",
            Self::DateMissing { .. } => "date-missing",
            Self::CellsLeftOver { .. } => "cells-left-over",
            Self::PeopleUneven { .. } => "people-uneven",
            Self::PersonDiffers { .. } => "person-differs",
            Self::RecordingMatched { .. } => "recording-matched",
            Self::RecordingUncertain { .. } => "recording-uncertain",
            Self::RecordingUnmatched { .. } => "recording-unmatched",
            Self::RecordingKept { .. } => "recording-kept",
            Self::TalksWithoutVideo { .. } => "talks-without-video",
            Self::PlaylistAdded { .. } => "playlist-added",
            Self::VideosUnavailable { .. } => "videos-unavailable",
            Self::ChaptersTaken { .. } => "chapters-taken",
            Self::ChapterPastEnd { .. } => "chapter-past-end",
            Self::ChaptersElsewhere { .. } => "chapters-elsewhere",
            Self::ChaptersHidden { .. } => "chapters-hidden",
            Self::ChapterOutOfOrder { .. } => "chapter-out-of-order",
            Self::ChaptersWithoutRecording { .. } => "chapters-without-recording",
        }
    }

    /// How bad it is.
    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::AmbiguousDate { .. } | Self::InvalidClock { .. } | Self::DateMissing { .. } => {
                Severity::Error
            }
            Self::CellsLeftOver { .. }
            | Self::PeopleUneven { .. }
            | Self::PersonDiffers { .. }
            | Self::RecordingUncertain { .. }
            | Self::RecordingUnmatched { .. }
            | Self::RecordingKept { .. }
            | Self::ChapterPastEnd { .. }
            | Self::ChapterOutOfOrder { .. }
            | Self::ChaptersWithoutRecording { .. } => Severity::Warning,
            _ => Severity::Note,
        }
    }
}
