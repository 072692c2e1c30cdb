//! Transcripts in the index: announced first, then added and read cue by cue.

use nachlese_compact::index;
use nachlese_event::LanguageTag;

use super::{Field, Index, Transcript, postings::GAP};

/// Where positions of transcripts begin: after those of an event's own texts.
pub(super) const FIRST_HEARD: u32 = 1 << 20;

/// A transcript, and where its words stand in the index.
#[derive(Debug, Clone)]
pub(super) struct Heard {
    /// The talk's index in the programme.
    pub(super) talk: usize,
    pub(super) language: LanguageTag,
    pub(super) transcript: Transcript,
    /// For each cue that is read, the position of its first word.
    pub(super) positions: Vec<u32>,
}

impl Heard {
    pub(super) fn new(talk: usize, language: LanguageTag, transcript: Transcript) -> Self {
        let positions = Vec::with_capacity(transcript.len());
        Self {
            talk,
            language,
            transcript,
            positions,
        }
    }

    /// The next cue to read, whose words begin at a position of the index.
    pub(super) fn next_cue(&mut self, position: u32) -> Option<&str> {
        let cue = self.positions.len();
        (cue < self.transcript.len()).then(|| {
            self.positions.push(position);
            self.transcript.cues(cue, cue + 1)
        })
    }

    /// Whether all cues are read.
    pub(super) fn is_read(&self) -> bool {
        self.positions.len() == self.transcript.len()
    }

    /// The bytes of memory that it uses.
    pub(super) fn bytes(&self) -> usize {
        self.transcript.text().len() + self.transcript.len() * 28
    }
}

impl Index {
    /// Announces so many more transcripts.
    pub fn await_transcripts(&mut self, count: usize) {
        self.awaited += count;
    }

    /// Adds an announced transcript. `talk` is the talk's index in the programme. [`Index::step`]
    /// reads it. For a transcript that could not be loaded, add an empty one.
    pub fn add_transcript(&mut self, talk: usize, language: &LanguageTag, transcript: Transcript) {
        self.awaited = self.awaited.saturating_sub(1);
        if !transcript.is_empty() {
            self.heard
                .push(Heard::new(talk, language.clone(), transcript));
        }
    }

    /// Adds the words of the next cues, without gaps, because a phrase may continue in the next
    /// cue. Returns how many bytes were read.
    pub(super) fn add_heard(&mut self, budget: usize) -> usize {
        let mut all = std::mem::take(&mut self.heard);
        let mut read = 0;
        if let Some(heard) = all.get_mut(self.heard_count) {
            let mut position = self.next_heard;
            while read < budget
                && let Some(cue) = heard.next_cue(position)
            {
                self.add_text(Field::Passage, cue, &mut position);
                position -= GAP;
                read += cue.len();
            }
            let is_done = heard.is_read();
            self.next_heard = position + u32::from(is_done) * GAP;
            self.heard_count += usize::from(is_done);
            self.write_tokens(index(heard.talk));
        }
        self.heard = all;
        read
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;
    use crate::Query;

    #[test]
    fn takes_transcripts_at_any_time() {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag", "talks": [
            {"id": "a", "kind": "talk", "title": "Mut"}, {"id": "b", "kind": "talk"}, {"id": "c", "kind": "talk"}]}"#;
        let event = parse(text).unwrap().0;
        let mut index = Index::begin(&event);
        let german = LanguageTag::german();
        let cues = "WEBVTT\n\n00:01.000 --> 00:02.000\nEin Satz mit\n\n00:03.000 --> 00:04.000\nQuastenflosser.";
        index.await_transcripts(3);
        index.add_transcript(2, &german, Transcript::read(cues));
        index.add_transcript(0, &german, Transcript::read("Danach noch einer."));
        index.add_transcript(1, &german, Transcript::default());
        let mut news = Vec::new();
        while !index.step(&event, 1) {
            news.push(index.has_news());
        }
        assert_eq!(news, [true, true, true, false, true]);
        assert!(index.has_news() && !index.has_news());
        assert_eq!(index.find(&Query::default(), &[]).unheard, 0);
        for (text, expected) in [
            ("quastenflosser", &[2][..]),
            ("„mit quastenflosser“", &[2]),
            ("„quastenflosser danach“", &[]),
            ("gesagt:einer", &[0]),
            ("said:mut", &[]),
        ] {
            let found = index.find(&Query::of_text(text), &[]);
            assert_eq!(found.talks, expected, "{text}");
        }
    }

    #[test]
    fn a_word_said_all_the_time_in_one_second_is_found_in_no_time() {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag",
            "talks": [{"id": "a", "kind": "talk", "title": "Mut"}]}"#;
        let event = parse(text).unwrap().0;
        let mut index = Index::begin(&event);
        let german = LanguageTag::german();
        let cue = format!(
            "WEBVTT\n\n00:01.000 --> 00:02.000\n{}",
            "<v A>ja ".repeat(60_000)
        );
        index.await_transcripts(1);
        index.add_transcript(0, &german, Transcript::read(&cue));
        while !index.step(&event, 100_000) {}
        // Among other words that are said, it is of no use.
        for (text, count) in [("ja", 3), ("„ja ja“", 3), ("mut ja", 3), ("ja ja", 0)] {
            let found = index.find(&Query::of_text(text), &[]);
            let passages = index.passages(&found, 0, &german);
            assert_eq!(passages.len(), count, "{text}");
            assert!(passages.iter().all(|it| it.text.len() < 1_100), "{text}");
        }
    }
}
