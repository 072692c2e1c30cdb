//! The passages of recordings that statements, key messages and photos are about.
//!
//! A link to a second leads into the middle of what is said. Where captions tell it, the link names
//! the sentences that have the quoted words, or else what one speaker says at that second.

use std::{collections::HashMap, fmt::Write, path::Path};

use nachlese_event::{
    Event, LanguageTag, LocalizedText, Recording, Seconds, SectionKind, Talk, TalkId,
};
use nachlese_search::{Sentence, Transcript, Turn};

use super::{
    files::Files,
    quotation::{Quotation, Said, TOLERANCE},
    size::is_searched,
};
use crate::folder::Folder;

/// Lists the passages for a page in a language, as
/// [`Catalogue::passage`](nachlese::state::Catalogue::passage) reads them. `file` is the event's
/// file. Captions are read only `within` the folder, if there is one.
pub(crate) fn passages(
    event: &Event,
    file: &Path,
    within: Option<&Folder>,
    language: &LanguageTag,
) -> String {
    let files = Files {
        folder: file.parent(),
        within,
    };
    let mut spoken: HashMap<&TalkId, Spoken> = HashMap::new();
    let mut found: Vec<(&TalkId, Seconds, Passage)> = Vec::new();
    for mark in marks(event) {
        let Some(talk) = event.talk(mark.talk) else {
            continue;
        };
        let spoken = spoken
            .entry(mark.talk)
            .or_insert_with(|| Spoken::of(event, talk, files, language));
        let Some(passage) = spoken.passage(&mark) else {
            continue;
        };
        let mut before = found.iter_mut();
        // Two statements at the same second share their link.
        match before.find(|it| (it.0, it.1) == (mark.talk, mark.at)) {
            Some((_, _, own)) => *own = (own.0.min(passage.0), own.1.max(passage.1)),
            None => found.push((mark.talk, mark.at, passage)),
        }
    }
    let mut text = String::new();
    for (talk, at, (from, until)) in found {
        write!(text, " {talk}@{at}={from}-{until}").ok();
    }
    text
}

type Passage = (Seconds, Seconds);

/// Something of the event that leads to a second of a recording.
struct Mark<'a> {
    talk: &'a TalkId,
    at: Seconds,
    /// What is said there, word for word.
    words: Option<&'a LocalizedText>,
}

fn marks(event: &Event) -> Vec<Mark<'_>> {
    let mark = |talk, at, words| {
        let (talk, at) = Option::zip(talk, at)?;
        Some(Mark { talk, at, words })
    };
    let said = event.sections.iter().filter_map(|it| match &it.kind {
        SectionKind::Quote(it) => {
            let words = Some(&it.text).filter(|_| it.verbatim);
            mark(it.talk.as_ref(), it.at, words)
        }
        SectionKind::Panel {
            talk,
            core_message_at: at,
            ..
        } => mark(talk.as_ref(), *at, None),
        _ => None,
    });
    let photos = event.figures().into_iter();
    let photos = photos.filter_map(|it| it.photo.as_ref());
    let seen = photos.filter_map(|it| mark(it.talk.as_ref(), it.at, None));
    said.chain(seen).collect()
}

/// The words of a recording in all languages.
struct Spoken {
    /// The file that readers of the page see first.
    shown: usize,
    all: Vec<Said>,
}

impl Spoken {
    fn of(event: &Event, talk: &Talk, files: Files<'_>, language: &LanguageTag) -> Self {
        let mut all = Vec::new();
        let recording = talk.recording.as_ref().filter(|it| it.is_readable());
        for (file, tag) in recording.map_or_else(Vec::new, |it| named(event, talk, it)) {
            let said = files.text(file).map(|text| Transcript::read(&text));
            all.extend(said.map(|said| (tag, Said::of(said))));
        }
        let shown = all.iter().position(|it| it.0.is_same_language(language));
        Self {
            shown: shown.unwrap_or_default(),
            all: all.into_iter().map(|it| it.1).collect(),
        }
    }

    fn passage(&self, mark: &Mark<'_>) -> Option<Passage> {
        let turns = self.all.get(self.shown)?.transcript.turns();
        let (from, to) = match mark.words {
            Some(words) => self.span(words, mark.at)?,
            None => stretch(&turns, mark.at)?,
        };
        // In another language, sentences begin and end elsewhere.
        let sentences = turns.iter().flat_map(|turn| &turn.sentences);
        let is_part = |it: &&Sentence<'_>| it.at <= Some(to) && it.end > Some(from);
        let mut parts = sentences.filter(|it| it.at.is_some()).filter(is_part);
        let first = parts.next()?;
        let last = parts.next_back().unwrap_or(first);
        let passage = (first.at?, last.end?);
        (passage.0 < passage.1).then_some(passage)
    }

    /// When a quotation begins, and when the last cue with its words does: where it is said that is
    /// nearest.
    fn span(&self, words: &LocalizedText, at: Seconds) -> Option<Passage> {
        let mut nearest: Option<Passage> = None;
        for (_, text) in words.variants() {
            let Some(quotation) = Quotation::new(text) else {
                continue;
            };
            for said in &self.all {
                let spans = said.spans(&quotation).into_iter();
                let spans = spans.filter(|(first, _)| said.is_at(*first, at));
                let times = spans.filter_map(|(first, last)| said.time(first).zip(said.time(last)));
                nearest = times.chain(nearest).min_by_key(|it| it.0.0.abs_diff(at.0));
            }
        }
        nearest
    }
}

/// What one speaker says around a second, from the first sentence to the beginning of the last.
fn stretch(turns: &[Turn<'_>], at: Seconds) -> Option<Passage> {
    let before = |turn: &&Turn<'_>| turn.at().is_some_and(|start| start <= at);
    let turn = turns.iter().rfind(before)?;
    let last = turn.sentences.last()?;
    // Else nobody speaks there.
    let is_said = at.0 <= last.end?.0.saturating_add(TOLERANCE);
    is_said.then(|| turn.at().zip(last.at))?
}

/// The files with the words of a recording that the page shows, with their languages.
fn named<'a>(
    event: &'a Event,
    talk: &'a Talk,
    recording: &'a Recording,
) -> Vec<(&'a str, &'a LanguageTag)> {
    let captions = recording.captions.iter();
    let mut files: Vec<_> = captions.map(|it| (it.url.as_str(), &it.language)).collect();
    if files.is_empty()
        && let Some(link) = &recording.transcript
        && is_searched(link.url.as_str())
    {
        let spoken = talk.language.as_ref().unwrap_or(&event.language);
        files.push((link.url.as_str(), spoken));
    }
    files
}

#[cfg(test)]
mod tests {
    use std::fs;

    use nachlese_reader::parse;

    use super::*;

    const GERMAN: &str = "WEBVTT\n\n00:01.000 --> 00:03.000\n<v Ada>Willkommen.\n\n\
        00:03.500 --> 00:06.000\n<v Ada>Wer Daten veröffentlicht,\n\n\
        00:06.000 --> 00:09.900\n<v Ada>plant ihre Pflege mit. Ja.\n\n\
        00:10.000 --> 00:14.000\n<v Bo>Nein. Doch.\n\n\
        05:00.000 --> 05:04.000\n<v Ada>Wer Daten veröffentlicht, plant ihre Pflege mit.";
    const ENGLISH: &str = "WEBVTT\n\n00:01.000 --> 00:03.000\nWelcome.\n\n\
        00:03.000 --> 00:11.000\nTo publish is to maintain, and yes.\n\n\
        00:11.000 --> 00:14.000\nNo.";

    /// The passages of an event with these sections, on its page in a language.
    fn found(sections: &str, fields: &str, language: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("de.vtt"), GERMAN).unwrap();
        fs::write(folder.path().join("en.vtt"), ENGLISH).unwrap();
        fs::write(
            folder.path().join("t.txt"),
            "Wer Daten sammelt. Ohne Zeiten.",
        )
        .unwrap();
        let event = format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag", "talks": [{{
                "id": "t", "kind": "talk", "title": "T", "recording": {{"status": "released",
                    "sources": [{{"provider": "youtube", "id": "dQw4w9WgXcQ"}}], {fields}}}}}],
                "sections": [{sections}]}}"#
        );
        let event = parse(&event).unwrap().0;
        let tag = LanguageTag::new(language).unwrap();
        passages(&event, &folder.path().join("event.json"), None, &tag)
    }

    const BOTH: &str = r#""captions": [{"url": "de.vtt", "language": "de"},
        {"url": "en.vtt", "language": "en"}]"#;

    fn quote(at: &str, fields: &str) -> String {
        format!(r#"{{"type": "quote", "talk": "t", "at": "{at}", {fields}}}"#)
    }

    const WORDS: &str = r#""text": {"de": "Wer Daten veröffentlicht, plant ihre Pflege mit.",
        "en": "Whoever publishes data also plans its care."}, "verbatim": true"#;

    #[test]
    fn a_quotation_leads_to_the_sentences_that_have_its_words() {
        for (at, expected) in [
            ("0:04", " t@0:04=0:03-0:09"),
            ("0:00", " t@0:00=0:03-0:09"),
            ("5:01", " t@5:01=5:00-5:04"),
            // Something else is said there.
            ("0:12", ""),
            ("9:00", ""),
        ] {
            assert_eq!(found(&quote(at, WORDS), BOTH, "de"), expected, "{at}");
        }
        // The sentences in the language of the page.
        assert_eq!(
            found(&quote("0:04", WORDS), BOTH, "en"),
            " t@0:04=0:03-0:11"
        );
        assert_eq!(
            found(&quote("0:04", WORDS), BOTH, "fr"),
            " t@0:04=0:03-0:09"
        );
    }

    #[test]
    fn anything_else_leads_to_what_is_said_at_its_second() {
        let paraphrase = r#""text": "Pflege gehöre dazu.""#;
        let photo = r#"{"type": "figure", "photo": {"src": "a.jpg", "talk": "t", "at": "0:11"}}"#;
        let panel =
            r#"{"type": "panel", "talk": "t", "coreMessage": "Ja", "coreMessageAt": "5:02"}"#;
        for (section, expected) in [
            (quote("0:05", paraphrase).as_str(), " t@0:05=0:01-0:09"),
            (photo, " t@0:11=0:10-0:14"),
            (panel, " t@5:02=5:00-5:04"),
            // A silence.
            (&quote("2:00", paraphrase), ""),
            (&quote("0:00", paraphrase), ""),
        ] {
            assert_eq!(found(section, BOTH, "de"), expected, "{section}");
        }
        let two = [quote("0:05", paraphrase), quote("0:05", WORDS)].join(",");
        assert_eq!(found(&two, BOTH, "de"), " t@0:05=0:01-0:09");
    }

    #[test]
    fn without_times_that_can_be_read_it_stays_a_second() {
        let quote = quote("0:04", WORDS);
        for fields in [
            r#""transcript": "t.txt""#,
            r#""captions": [{"url": "none.vtt", "language": "de"}]"#,
            r#""captions": [{"url": "https://a.example/de.vtt", "language": "de"}]"#,
            r#""chapters": []"#,
        ] {
            assert_eq!(found(&quote, fields, "de"), "", "{fields}");
        }
    }
}
