//! The event and its parts, as the event JSON (version 1) tells them.
//!
//! Plain immutable data: nothing here reads a clock, a file or the network. The types' serde
//! names are the field names of the format, so that writing an event gives JSON that
//! [`crate::parse`] reads back. Names follow schema.org and c3voc's schedule.json where these
//! have a word.

mod asset;
mod captions;
mod direction;
mod event;
mod figure;
mod foreign_terms;
mod id;
mod link;
mod participation;
mod person;
mod player_address;
mod playlist;
mod recording;
mod rich_text;
#[cfg(feature = "schema")]
pub(crate) mod schema;
mod section;
mod talk;
mod talk_status;
mod text;
mod time;
mod video_source;
mod when;

pub use asset::AssetBase;
pub use captions::{Captions, CaptionsOrigin};
pub use direction::direction;
pub use event::{Attendance, Correction, Event, Host, Legal, SCHEMA_VERSION, Source, Venue};
pub use figure::{Figure, Illustration, Photo};
pub use foreign_terms::ForeignTerms;
pub use id::{EventId, Id, InvalidId, PersonId, SectionId, TalkId};
pub use link::{Href, Link, UnsafeHref};
pub use participation::{Part, Participation};
pub use person::Person;
pub use playlist::{Playlist, PlaylistProvider};
pub use recording::{AudioDescription, Chapter, Recording, RecordingStatus};
pub use rich_text::{Span, spans, without_links};
pub use section::{Exhibit, Fact, Quote, Section, SectionKind};
#[cfg(feature = "view")]
pub(crate) use talk::after;
pub(crate) use talk::next_day;
pub use talk::{Kind, Talk};
pub use talk_status::TalkStatus;
pub use text::{InvalidLanguage, LanguageTag, Localized, LocalizedText};
pub use time::{InvalidTime, Seconds};
pub use video_source::VideoSource;
pub use when::{PartOfDay, When};
