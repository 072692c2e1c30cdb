//! The event and its parts, as defined by the event JSON (version 1).
//!
//! Plain immutable data: nothing here reads a clock, a file or the network. The types' serde
//! names are the field names of the format, so that an event is written as JSON that
//! `nachlese_reader` can read again. Names follow schema.org and c3voc's schedule.json where these
//! have a word.
//!
//! Entry point: [`Event`]. [`problem`] has the findings about its file, [`Speech`] the names of
//! its parts in German and English, [`date`] the way days and times are written, and `schema` the
//! JSON Schema of the format.

mod asset;
mod captions;
pub mod date;
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
mod podcast;
pub mod problem;
mod recording;
mod rich_text;
#[cfg(feature = "schema")]
pub mod schema;
mod section;
mod speech;
mod talk;
mod talk_status;
mod text;
mod time;
mod video_source;
mod vocabulary;
mod when;

pub use asset::AssetBase;
pub use captions::{Captions, CaptionsOrigin};
pub use direction::direction;
pub use event::{Attendance, Correction, Event, Host, Legal, SCHEMA_VERSION, Source, Venue};
pub use figure::{Figure, Illustration, Photo};
pub use foreign_terms::ForeignTerms;
pub use id::{EventId, Id, Identified, InvalidId, PersonId, SectionId, TalkId, is_no_folder_name};
pub use link::{Href, Link, UnsafeHref};
pub use participation::{Part, Participation};
pub use person::Person;
pub use playlist::{Playlist, PlaylistProvider};
pub use podcast::PODCAST_CATEGORIES;
pub use recording::{AudioDescription, Chapter, Recording, RecordingStatus};
pub use rich_text::{Span, spans, without_links};
pub use section::{Exhibit, Fact, Quote, Section, SectionKind};
pub use speech::Speech;
pub use talk::{Kind, Talk, after, next_day};
pub use talk_status::TalkStatus;
pub use text::{InvalidLanguage, LanguageTag, Localized, LocalizedText};
pub use time::{InvalidTime, Seconds};
pub use video_source::VideoSource;
pub use when::{PartOfDay, When};
