//! A loaded event, where it is shown, and how much of it.

use std::sync::{Arc, Mutex, OnceLock};

use jiff::civil::Date;
use nachlese_event::{
    AssetBase, CaptionsOrigin, Event, Href, LanguageTag, Link, RecordingStatus, Talk, TalkId,
    date::iso, problem::Problem,
};
use nachlese_programme::timetable::Timetable;
use nachlese_reader::civil_date;
use nachlese_search::{Index, Transcript};

use crate::{frame::Frame, load_error::LoadError, url::Address};

/// Events with up to this many talks are indexed at once, larger ones step by step.
pub(super) const MOST_TALKS_AT_ONCE: usize = 40;

/// Programmes with up to this many talks are listed whole.
const MOST_LISTED: usize = 60;

/// A loaded event with everything that is computed from it once.
#[derive(Debug)]
pub struct Catalogue {
    /// The event.
    pub event: Event,
    /// The folder of its file.
    pub assets: AssetBase,
    /// What is wrong with its file.
    pub problems: Vec<Problem>,
    /// When the data was stored, if it is not loaded from the network.
    pub kept: Option<Kept>,
    /// How much of it is shown.
    pub frame: Frame,
    /// The prerendered page on which it is shown, if it has one.
    pub deployed: Option<Deployed>,
    /// The address of the list of all events, if there are others.
    pub overview: Option<String>,
    timetable: OnceLock<Option<Timetable>>,
    pub(super) common_status: OnceLock<Option<RecordingStatus>>,
    /// Its index, if one was begun during loading.
    begun: Mutex<Option<Index>>,
    /// What is written on the page of a talk without scripts, by the address of its file.
    written: Vec<(String, Transcript)>,
}

/// A prerendered page, written by `nachlese prerender`.
#[derive(Debug, Clone)]
pub struct Deployed {
    /// The language that it is written in.
    pub language: LanguageTag,
    /// The talk that it is about. Without one, it is about the whole event.
    pub talk: Option<TalkId>,
    /// Whether it was written from exactly the shown data, so that every talk has a page.
    pub is_current: bool,
}

/// Data that was stored on an earlier visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kept {
    /// The day on which it was stored.
    pub on: Date,
    /// Whether there is newer data that cannot be read. Otherwise there is no network.
    pub is_newer_unreadable: bool,
}

impl Kept {
    /// Reads what the service worker says: `2026-11-24`, or `2026-11-24 unreadable`.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (day, reason) = text.split_once(' ').unwrap_or((text, ""));
        Some(Self {
            on: civil_date(day)?,
            is_newer_unreadable: reason == "unreadable",
        })
    }
}

impl Catalogue {
    /// The catalogue of an event that was read from `file`.
    #[must_use]
    pub fn new(event: Event, problems: Vec<Problem>, file: &str) -> Self {
        Self {
            assets: AssetBase::of(file),
            event,
            problems,
            kept: None,
            frame: Frame::default(),
            deployed: None,
            overview: None,
            timetable: OnceLock::new(),
            common_status: OnceLock::new(),
            begun: Mutex::default(),
            written: Vec::new(),
        }
    }

    /// The same with an index that has at least all facet values.
    #[must_use]
    pub fn with_index(self, index: Index) -> Self {
        let begun = Mutex::new(Some(index));
        Self { begun, ..self }
    }

    /// Takes the index that was begun. If there is none, begins one, and completes it if the event
    /// is small.
    pub(super) fn index(&self) -> Index {
        let begun = self.begun.lock().ok().and_then(|mut begun| begun.take());
        let begun = begun.unwrap_or_else(|| Index::begin(&self.event));
        if self.event.talks.len() <= MOST_TALKS_AT_ONCE {
            let mut index = begun;
            while !index.step(&self.event, usize::MAX) {}
            return index;
        }
        begun
    }

    /// The same on a prerendered page.
    #[must_use]
    pub fn on(self, page: Deployed) -> Self {
        let deployed = Some(page);
        Self { deployed, ..self }
    }

    /// The same with the address of the list of all events.
    #[must_use]
    pub fn beside(self, overview: Option<String>) -> Self {
        Self { overview, ..self }
    }

    /// The same, showing only as much as `frame` says.
    #[must_use]
    pub fn within(self, frame: Frame) -> Self {
        Self { frame, ..self }
    }

    /// The language of the page unless the reader chooses another.
    #[must_use]
    pub fn own_language(&self) -> &LanguageTag {
        let page = self.deployed.as_ref().map(|page| &page.language);
        let asked = self.frame.language.as_ref();
        asked.or(page).unwrap_or(&self.event.language)
    }

    /// The event's timetable, if it has more to show than a list.
    #[must_use]
    pub fn timetable(&self) -> Option<&Timetable> {
        let timetable = self.timetable.get_or_init(|| Timetable::of(&self.event));
        timetable.as_ref()
    }

    /// The name of a day of the timetable in addresses. The number is that of [`ViewState::day`].
    ///
    /// [`ViewState::day`]: super::ViewState::day
    pub(super) fn day_name(&self, number: usize) -> Option<String> {
        let day = self.timetable()?.days.get(number.checked_sub(1)?)?;
        Some(iso(day.date))
    }

    /// The number of a day of the timetable by its name in addresses.
    pub(super) fn day_number(&self, name: Option<String>) -> usize {
        let day = name.and_then(|name| self.timetable()?.day_of(&name));
        day.map_or(0, |at| at + 1)
    }

    /// Whether the programme is long. Then the list is drawn page by page, and facets and abstracts
    /// are folded.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.event.talks.len() > MOST_LISTED
    }

    /// The talk that the page is about, if it is about one that the event has.
    #[must_use]
    pub fn only_talk(&self) -> Option<&Talk> {
        let page = self.deployed.as_ref().and_then(|page| page.talk.as_ref());
        self.event.talk(self.frame.talk.as_ref().or(page)?)
    }
}

/// A transcript of a recording: captions or text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TranscriptFile {
    /// The talk's index in the programme.
    pub talk: usize,
    /// The language of the file.
    pub language: LanguageTag,
    /// The address from which the page loads it.
    pub address: String,
    /// Who wrote it.
    pub origin: CaptionsOrigin,
}

impl Catalogue {
    /// The transcripts: captions in all languages, or a plain-text transcript if there are no
    /// captions. Only files from the origin of the event's own file or of the page (`origin`).
    #[must_use]
    pub fn transcripts(&self, origin: &str) -> Vec<TranscriptFile> {
        let talks = self.event.talks.iter().enumerate();
        talks
            .flat_map(|(at, talk)| self.transcripts_of(at, talk, origin))
            .collect()
    }

    /// The transcripts of a talk beside the event's own file.
    #[must_use]
    pub fn words_of(&self, talk: &Talk) -> Vec<TranscriptFile> {
        let place = self.event.talks.iter().position(|own| own.id == talk.id);
        place.map_or_else(Vec::new, |place| self.transcripts_of(place, talk, ""))
    }

    fn transcripts_of(&self, place: usize, talk: &Talk, origin: &str) -> Vec<TranscriptFile> {
        let mut files = Vec::new();
        let recording = talk.recording.as_ref().filter(|own| own.is_readable());
        let Some(recording) = recording else {
            return files;
        };
        let mut add = |url: &Href, language: &LanguageTag, written_by: CaptionsOrigin| {
            let is_near = !self.assets.is_foreign(url) || url.origin() == Some(origin);
            let address = self.assets.resolve(url).filter(|_| is_near);
            let is_there = address.is_some();
            files.extend(address.map(|address| TranscriptFile {
                talk: place,
                language: language.clone(),
                address,
                origin: written_by,
            }));
            is_there
        };
        let mut has_captions = false;
        for captions in &recording.captions {
            has_captions |= add(&captions.url, &captions.language, captions.origin);
        }
        let transcript = recording.transcript.as_ref().filter(|link| is_plain(link));
        if let Some(transcript) = transcript
            && !has_captions
        {
            let spoken = talk.language.as_ref().unwrap_or(&self.event.language);
            add(&transcript.url, spoken, CaptionsOrigin::Unknown);
        }
        files
    }

    /// The same with transcripts to be written on the page, by the addresses of their files.
    #[must_use]
    pub fn with_words(self, written: Vec<(String, Transcript)>) -> Self {
        Self { written, ..self }
    }

    /// A transcript that is to be written on the page.
    #[must_use]
    pub fn written_words(&self, file: &TranscriptFile) -> Option<&Transcript> {
        let mut written = self.written.iter();
        let found = written.find(|(address, _)| *address == file.address);
        found.map(|(_, transcript)| transcript)
    }
}

/// Whether a link leads to a plain text.
fn is_plain(link: &Link) -> bool {
    let path = link.url.as_str().split(['?', '#']).next();
    let path = path.unwrap_or_default();
    link.media_type.as_deref() == Some("text/plain")
        || [".txt", ".vtt", ".srt", ".json"]
            .iter()
            .any(|end| path.ends_with(end))
}

/// How far loading has come.
#[derive(Debug, Clone)]
pub enum LoadState {
    /// In progress.
    Loading,
    /// It failed.
    Failed(LoadError),
    /// Done: the event, what the address asks for, and its values that do not exist.
    Ready(Arc<Catalogue>, Address, Vec<String>),
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;

    #[test]
    fn takes_captions_and_plain_transcripts_from_near_only() {
        let talk = |id: &str, recording: &str| {
            format!(
                r#"{{"id": "{id}", "kind": "talk", "title": "T", "recording": {{
                   "sources": [{{"provider": "vimeo", "id": "76979871"}}], {recording}}}}}"#
            )
        };
        let captions = |url: &str| format!(r#"{{"url": "{url}", "language": "en"}}"#);
        let both = [captions("a.vtt"), captions("https://far.example/b.vtt")].join(",");
        let talks = [
            talk(
                "a",
                &format!(r#""transcript": "a.txt", "captions": [{both}]"#),
            ),
            talk("b", r#""transcript": {"url": "b.srt?v=1"}"#),
            talk("c", r#""transcript": "c.html""#),
            talk("d", r#""transcript": {"url": "d", "type": "text/plain"}"#),
            talk("e", r#""status": "withheld", "transcript": "e.txt""#),
            talk("f", r#""transcript": "https://here.example/f.txt""#),
        ];
        let event = format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag", "talks": [{}]}}"#,
            talks.join(",")
        );
        let event = parse(&event).unwrap().0;
        let catalogue = Catalogue::new(event, Vec::new(), "events/e/event.json");
        let files = catalogue.transcripts("https://here.example").into_iter();
        let files: Vec<_> = files
            .map(|file| format!("{} {} {}", file.talk, file.language.as_str(), file.address))
            .collect();
        assert_eq!(
            files,
            [
                "0 en events/e/a.vtt",
                "1 de events/e/b.srt?v=1",
                "3 de events/e/d",
                "5 de https://here.example/f.txt"
            ]
        );
    }
}
