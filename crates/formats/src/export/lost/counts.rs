//! How much of each part of an event does not fit into a format.

use nachlese_event::{
    Href, Kind, LanguageTag, LocalizedText, Part as Role, Person, RecordingStatus, Section,
    SectionKind, Talk, VideoSource,
};
use uuid::Uuid;

use super::{Part, Target};
use crate::export::{
    Edition,
    edition::released,
    schedule::{is_code, is_name, is_slug, original, own_number},
    schedule_json2::{
        names::{kind_word, role_word},
        two_letters,
    },
};

/// The longest duration of the schedule formats, in seconds.
const LONGEST: u32 = (99 * 60 + 59) * 60;

/// How much is lost. `has_place` says that only values which do not fit are.
pub(super) fn count(part: Part, edition: &Edition<'_>, to: Target, has_place: bool) -> usize {
    let event = edition.event;
    let talks = || event.talks.iter();
    let people = || event.people.iter();
    let number = |has: bool| usize::from(has);
    let of_recordings = |of: fn(&nachlese_event::Recording) -> usize| -> usize {
        talks().filter_map(released).map(of).sum()
    };
    let all = match part {
        Part::EventKind => number(event.kind.is_some()) + number(event.motto.is_some()),
        Part::EventSummary => number(event.summary.is_some()),
        Part::Venue => number(event.venue.is_some()),
        Part::Host => number(event.host.is_some()) + event.attendance.len(),
        Part::EventLinks => {
            let is_kept = |_: &&_| is_schedule(to) && original(&event.links).is_some();
            event.links.len() - event.links.iter().take(1).filter(is_kept).count()
        }
        Part::Playlists => event.playlists.len(),
        Part::Sections => event.sections.iter().filter(|it| has_content(it)).count(),
        Part::Pictures => pictures(edition),
        Part::OtherLanguages => return other_languages(edition, to),
        Part::TalkIds => return talks().filter(|it| !keeps_id(it.id.as_str(), to)).count(),
        Part::PersonIds => return people().filter(|it| !keeps_person(it, to)).count(),
        Part::Kinds => return talks().filter(|it| !keeps_kind(&it.kind, to)).count(),
        Part::Topics => talks().filter(|talk| talk.topic.is_some()).count(),
        Part::Tags => talks().map(|talk| talk.tags.len()).sum(),
        Part::Languages => {
            let spoken = talks().filter_map(|talk| talk.language.as_ref());
            let tags = spoken.chain([&event.language]);
            return tags.filter(|tag| !keeps_language(tag, to)).count();
        }
        Part::Durations => {
            let lengths = talks().filter_map(|talk| talk.duration);
            let is_odd = |length: u32| match to {
                Target::ScheduleJson | Target::ScheduleXml => {
                    !length.is_multiple_of(60) || length > LONGEST
                }
                Target::Table => !length.is_multiple_of(60),
                _ => false,
            };
            return lengths.filter(|length| is_odd(length.0)).count();
        }
        Part::Roles => {
            let all = talks().flat_map(|talk| edition.people(talk));
            let is_kept = |role: Role| match to {
                Target::ScheduleJson2 => role_word(role).1,
                Target::Table => matches!(role, Role::Speaker | Role::Moderator),
                _ => role == Role::Speaker,
            };
            all.filter(|(_, role)| !is_kept(*role)).count()
        }
        Part::PersonDetails => people().filter(|it| has_details(it)).count(),
        Part::PersonLinks => people().map(|person| person.links.len()).sum(),
        Part::IdlePeople => {
            let busy: std::collections::HashSet<_> = talks()
                .flat_map(|talk| &talk.people)
                .map(|it| &it.person)
                .collect();
            people().filter(|person| !busy.contains(&person.id)).count()
        }
        Part::Breaks => {
            let is_bare = |talk: &&Talk| {
                let has_none =
                    talk.people.is_empty() && talk.links.is_empty() && talk.slides.is_empty();
                has_none
                    && talk.summary.is_none()
                    && talk.track.is_none()
                    && talk.recording.is_none()
            };
            let breaks = talks().filter(|talk| talk.kind == Kind::Break && !is_bare(talk));
            return if to == Target::ScheduleJson2 {
                breaks.count()
            } else {
                0
            };
        }
        Part::RecordingStatus => {
            let states = talks().filter_map(|talk| talk.recording.as_ref());
            let is_kept = |status| match status {
                RecordingStatus::Released => true,
                RecordingStatus::Withheld => has_place,
                RecordingStatus::Unknown => false,
            };
            return states.filter(|it| !is_kept(it.status)).count();
        }
        Part::Licences => of_recordings(|it| number_of(it.licence.is_some())),
        Part::Captions => of_recordings(|it| it.captions.len()),
        Part::Transcripts => of_recordings(|it| number_of(it.transcript.is_some())),
        Part::Chapters => of_recordings(|it| it.chapters.len()),
        Part::Slides => talks().map(|talk| talk.slides.len()).sum(),
        Part::TalkLinks => talks().map(|talk| talk.links.len()).sum(),
        Part::OtherVideos => of_recordings(|it| it.sources.len().saturating_sub(1)),
        Part::RelativeAddresses => return relative(edition, to),
    };
    if has_place { 0 } else { all }
}

fn number_of(has: bool) -> usize {
    usize::from(has)
}

fn is_schedule(to: Target) -> bool {
    matches!(
        to,
        Target::ScheduleJson | Target::ScheduleJson2 | Target::ScheduleXml
    )
}

/// Whether a section is more than a list of what the event has anyway.
fn has_content(section: &Section) -> bool {
    let has_own = !section.paragraphs.is_empty() || section.figure.is_some();
    let is_list = matches!(
        section.kind,
        SectionKind::Talks | SectionKind::People | SectionKind::Playlist | SectionKind::Text
    );
    let is_empty = match &section.kind {
        SectionKind::Facts { facts } => facts.is_empty(),
        SectionKind::Links { links } => links.is_empty(),
        _ => false,
    };
    has_own || !is_list && !is_empty
}

fn pictures(edition: &Edition<'_>) -> usize {
    let event = edition.event;
    let portraits = event
        .people
        .iter()
        .filter_map(|person| person.image.as_ref());
    event.figure.iter().chain(portraits).count()
}

/// How many texts have versions that are not written.
fn other_languages(edition: &Edition<'_>, to: Target) -> usize {
    let event = edition.event;
    let has_several = |text: &&LocalizedText| text.variants().count() > 1;
    let of_talk = |talk: &'_ Talk| -> Vec<LocalizedText> {
        let texts = [&talk.title, &talk.topic, &talk.track, &talk.room]
            .into_iter()
            .flatten();
        let texts = texts.chain(&talk.tags).cloned();
        let summary = talk
            .summary
            .iter()
            .filter(|_| to != Target::ScheduleJson2)
            .cloned();
        let is_in_table = to == Target::Table;
        let texts: Vec<_> = texts.chain(summary).collect();
        let is_column = |text: &LocalizedText| {
            Some(text) == talk.title.as_ref() || Some(text) == talk.summary.as_ref()
        };
        texts
            .into_iter()
            .filter(|it| !(is_in_table && is_column(it)))
            .collect()
    };
    let talks: Vec<_> = event.talks.iter().flat_map(of_talk).collect();
    let summary = event.summary.iter().filter(|_| to != Target::ScheduleJson2);
    let event = summary.chain([&event.title]);
    talks.iter().chain(event).filter(has_several).count()
}

fn keeps_id(id: &str, to: Target) -> bool {
    match to {
        Target::ScheduleJson | Target::ScheduleJson2 => is_name(id),
        Target::ScheduleXml => is_slug(id) || own_number(id).is_some(),
        // Nobody reads a calendar or a document for them.
        Target::Calendar | Target::Markdown | Target::Table => true,
    }
}

fn keeps_person(person: &Person, to: Target) -> bool {
    let id = person.id.as_str();
    let is_uuid = Uuid::parse_str(id).is_ok_and(|it| it.to_string() == id);
    match to {
        Target::ScheduleJson => is_uuid || own_number(id).is_some() || is_code(id),
        Target::ScheduleJson2 => is_uuid,
        Target::ScheduleXml => is_uuid || own_number(id).is_some(),
        Target::Calendar | Target::Markdown | Target::Table => true,
    }
}

fn keeps_kind(kind: &Kind, to: Target) -> bool {
    match to {
        Target::ScheduleJson2 => kind_word(kind).1,
        Target::Calendar => *kind == Kind::Talk,
        _ => true,
    }
}

fn keeps_language(tag: &LanguageTag, to: Target) -> bool {
    match to {
        Target::ScheduleJson2 => two_letters(tag) == Some(tag.as_str()),
        _ => true,
    }
}

fn has_details(person: &Person) -> bool {
    person.honorific.is_some()
        || person.sort_name.is_some()
        || person.role_at_event.is_some()
        || person.organization.is_some()
}

/// Addresses that cannot be written whole. A document keeps relative ones.
fn relative(edition: &Edition<'_>, to: Target) -> usize {
    if to == Target::Markdown {
        return 0;
    }
    let is_unknown = |url: &&Href| edition.site.asset(url).is_none();
    let talks = edition.event.talks.iter();
    let of_talk = |talk: &Talk| {
        let links = talk.links.iter().chain(&talk.slides).map(|link| &link.url);
        let recording = released(talk).into_iter();
        let files = recording.flat_map(|it| {
            let sources = it.sources.iter().filter_map(|source| match source {
                VideoSource::File { url, .. } => Some(url),
                _ => None,
            });
            sources.chain(it.captions.iter().map(|captions| &captions.url))
        });
        links.chain(files).filter(is_unknown).count()
    };
    talks.map(of_talk).sum()
}
