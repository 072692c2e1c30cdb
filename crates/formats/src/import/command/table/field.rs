//! What the columns of a table can be about.

/// What a column is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Field {
    Id,
    Title,
    Subtitle,
    Abstract,
    Description,
    Date,
    Start,
    EndDate,
    End,
    Duration,
    Room,
    Track,
    Kind,
    Language,
    Tags,
    Status,
    Speakers,
    FirstName,
    LastName,
    Role,
    Organisation,
    Moderators,
    Recording,
    Slides,
    Link,
    Page,
}

impl Field {
    /// The word that messages use. Where there is one, it is the word of the event's JSON.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Title => "title",
            Self::Subtitle => "title: subtitle",
            Self::Abstract | Self::Description => "abstract",
            Self::Date => "start: date",
            Self::Start => "start",
            Self::EndDate => "end: date",
            Self::End => "end",
            Self::Duration => "duration",
            Self::Room => "room",
            Self::Track => "track",
            Self::Kind => "kind",
            Self::Language => "language",
            Self::Tags => "tags",
            Self::Status => "status",
            Self::Speakers => "people",
            Self::FirstName => "people: first name",
            Self::LastName => "people: last name",
            Self::Role => "people: roleAtEvent",
            Self::Organisation => "people: organization",
            Self::Moderators => "people: moderator",
            Self::Recording => "recording",
            Self::Slides => "slides",
            Self::Link | Self::Page => "links",
        }
    }

    /// Whether several columns can be about it.
    pub(super) fn can_repeat(self) -> bool {
        matches!(
            self,
            Self::Tags
                | Self::Speakers
                | Self::Role
                | Self::Organisation
                | Self::Moderators
                | Self::Recording
                | Self::Slides
                | Self::Link
                | Self::Page
        )
    }

    /// Whether there can be a column for each language.
    pub(super) fn has_languages(self) -> bool {
        matches!(
            self,
            Self::Title
                | Self::Subtitle
                | Self::Abstract
                | Self::Description
                | Self::Room
                | Self::Track
        )
    }
}
