//! An event in one language, at one address.

use jiff::civil::{Date, DateTime};
use nachlese_event::{
    Event, LanguageTag, LocalizedText, Part, Person, Recording, RecordingStatus, Seconds, Speech,
    Talk, VideoSource, When,
};

use super::{
    Site, guid,
    plain::{marked_up, plain},
    zone::{Clocked, Zone},
};

/// An event in one language, at one address. All formats are written from it.
#[derive(Debug, Clone)]
pub struct Edition<'a> {
    pub(super) event: &'a Event,
    pub(super) language: &'a LanguageTag,
    pub(super) site: &'a Site,
    pub(super) zone: Option<Zone>,
    pub(super) speech: Speech,
}

impl<'a> Edition<'a> {
    /// The event in `language` if its headline exists in that language, else in the event's own
    /// language.
    ///
    /// A time zone that is not in the IANA database counts as missing.
    #[must_use]
    pub fn new(event: &'a Event, language: &'a LanguageTag, site: &'a Site) -> Self {
        let zone = event.time_zone.as_deref().and_then(Zone::named);
        let is_written = event
            .languages()
            .iter()
            .any(|tag| tag.is_same_language(language));
        let language = if is_written {
            language
        } else {
            &event.language
        };
        let speech = Speech::of(language);
        Self {
            event,
            language,
            site,
            zone,
            speech,
        }
    }

    /// The language in which it is written.
    #[must_use]
    pub fn language(&self) -> &LanguageTag {
        self.language
    }

    /// Whether all clock times can be converted to UTC. Also true if there are none.
    ///
    /// If not, calendars and graphs give them without a zone. The schedule formats require a zone
    /// and treat them as UTC.
    #[must_use]
    pub fn knows_its_clock(&self) -> bool {
        let event = self.event;
        let has_times = matches!(event.when, Some(When::Clock { .. }))
            || event.talks.iter().any(|talk| talk.start.is_some());
        self.zone.is_some() || !has_times
    }

    /// A text in the edition's language, without mark-up.
    pub(super) fn text(&self, text: &LocalizedText) -> String {
        plain(
            text.find(self.language, &self.event.language).text,
            self.site,
        )
    }

    /// An optional text. Also `None` if nothing is left of it.
    pub(super) fn some_text(&self, text: Option<&LocalizedText>) -> Option<String> {
        let text = self.text(text?);
        (!text.is_empty()).then_some(text)
    }

    /// An optional text of paragraphs, for fields that may have links in Markdown.
    pub(super) fn some_marked_up(&self, text: Option<&LocalizedText>) -> Option<String> {
        let text = text?.find(self.language, &self.event.language).text;
        Some(marked_up(text, self.site)).filter(|text| !text.is_empty())
    }

    /// A text on one line.
    pub(super) fn line(&self, text: &LocalizedText) -> String {
        self.text(text)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }

    /// A talk's title, else its topic with a label, else its kind.
    pub(super) fn heading(&self, talk: &Talk) -> String {
        match (&talk.title, &talk.topic) {
            (Some(title), _) => self.line(title),
            (None, Some(topic)) => format!("{}: {}", self.speech.topic(), self.line(topic)),
            (None, None) => plain(self.speech.kind(&talk.kind), self.site),
        }
    }

    /// What a talk is called: its title, else its topic, else its kind.
    pub(super) fn called(&self, talk: &Talk) -> String {
        match talk.heading() {
            Some(heading) => self.line(heading),
            None => self.heading(talk),
        }
    }

    /// Who took part in a talk and in which role, in order. People whom the event does not list are
    /// left out. Somebody with two roles gets the first one.
    pub(super) fn people(&self, talk: &Talk) -> Vec<(&'a Person, Part)> {
        let mut people: Vec<(&Person, Part)> = Vec::new();
        for one in &talk.people {
            let is_new = people.iter().all(|(person, _)| person.id != one.person);
            if let Some(person) = self.event.person(&one.person).filter(|_| is_new) {
                people.push((person, one.part));
            }
        }
        people
    }

    /// A person's title and name.
    pub(super) fn name(&self, person: &Person) -> String {
        plain(&person.full_name(), self.site)
    }

    /// „Ada Beispiel, Bea Muster (Moderation)“. Empty for a talk without people.
    pub(super) fn names(&self, talk: &Talk) -> String {
        let names =
            self.people(talk)
                .into_iter()
                .map(|(person, part)| match self.speech.part(part) {
                    Some(part) => format!("{} ({part})", self.name(person)),
                    None => self.name(person),
                });
        names.collect::<Vec<_>>().join(", ")
    }

    /// What a talk was about and who took part, in paragraphs.
    pub(super) fn account(&self, talk: &Talk) -> Vec<String> {
        let summary = self.some_text(talk.summary.as_ref());
        let names = Some(self.names(talk)).filter(|names| !names.is_empty());
        summary.into_iter().chain(names).collect()
    }

    /// The clock time at which a talk ended.
    pub(super) fn end(&self, talk: &Talk) -> Option<Clocked> {
        match &self.zone {
            // A day counts as one day, however many hours it has.
            Some(zone) if talk.whole_days().is_none() => zone.after(talk.start?, talk.duration?),
            zone => Some(Clocked::new(talk.end()?, zone.as_ref())),
        }
    }

    /// The event's first and last day, else those of its talks.
    pub(super) fn days(&self) -> Option<(Date, Date)> {
        if let Some(when) = self.event.when {
            return Some((when.first_day(), when.last_day()));
        }
        let starts = self.event.talks.iter().filter_map(|talk| talk.start);
        let days: Vec<_> = starts.map(DateTime::date).collect();
        Some((*days.iter().min()?, *days.iter().max()?))
    }

    /// The spoken language of a talk.
    pub(super) fn spoken(&self, talk: &'a Talk) -> &'a LanguageTag {
        talk.language.as_ref().unwrap_or(&self.event.language)
    }

    /// The address of a video or file, from where the talk begins, if it is known.
    pub(super) fn video_address(&self, source: &VideoSource) -> Option<String> {
        let address = match source {
            VideoSource::File { url, .. } => {
                let file = self.site.asset(url)?;
                Some(source.file_address(file, None))
            }
            provider => provider.watch_address(None),
        };
        address.filter(|address| !address.starts_with("mailto:"))
    }

    /// The UUID of a talk.
    pub(super) fn guid(&self, talk: &Talk) -> String {
        guid::talk_as_given(&self.event.id, talk)
    }

    /// The text by which a calendar or feed identifies a talk.
    pub(super) fn uid(&self, talk: &Talk) -> String {
        guid::of_entry(&self.event.id, talk)
    }
}

/// Where a talk begins in the video whose seconds an export counts. This is the first file, because
/// other programs play files, else the first source.
pub(super) fn start(recording: &Recording) -> Seconds {
    let sources = &recording.sources;
    let file = sources.iter().find(|source| source.id().is_none());
    let source = file.or(sources.first());
    source.map(VideoSource::start).unwrap_or_default()
}

/// How long a recording is, if that is known. `begin` is where the talk begins in the video.
///
/// The talk's duration is used, unless the chapters show that the recording is longer, or the video
/// contains more than the talk.
pub(super) fn length(talk: &Talk, recording: &Recording, begin: Seconds) -> Option<Seconds> {
    let last = recording.chapters.last().map(|chapter| chapter.start.0);
    talk.duration
        .filter(|length| begin == Seconds(0) && last.is_none_or(|last| last < length.0))
}

/// A talk's recording, if it was published.
pub(super) fn released(talk: &Talk) -> Option<&Recording> {
    let recording = talk.recording.as_ref()?;
    (recording.status == RecordingStatus::Released).then_some(recording)
}
