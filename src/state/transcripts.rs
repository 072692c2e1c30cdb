//! The transcripts of an event: captions of recordings, or texts.

use nachlese_event::{CaptionsOrigin, Href, LanguageTag, Link, Recording, Talk};
use nachlese_search::Transcript;

use super::Catalogue;

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
        let is_readable = talk.recording.as_ref().is_some_and(Recording::is_readable);
        if !is_readable {
            return Vec::new();
        }
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
    pub fn with_words(mut self, written: Vec<(String, Transcript)>) -> Self {
        self.written = written;
        self
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
