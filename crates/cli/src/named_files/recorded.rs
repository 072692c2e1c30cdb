//! What is wrong with recordings, their captions and chapters, and with quotations from them.
//!
//! What cannot be read says nothing, neither does what another host has: an alarm that is false
//! costs more than one that is missing.

use std::collections::{HashMap, HashSet};

use nachlese_event::{
    CaptionsOrigin, Event, Kind, LanguageTag, Quote, Recording, RecordingStatus, Seconds,
    SectionKind, Talk, VideoSource, problem::JsonPath,
};
use nachlese_reader::json::Json;
use nachlese_search::Transcript;

use super::{
    captions::{Speakers, language, times},
    chapters,
    fault::{End, Fault, FaultyFile},
    files::Files,
    positions::{Position, position, positions},
    quotation::{Quotation, Said},
    size::is_searched,
};
use crate::input::size_beside;

/// Lists what is wrong, talk by talk, then quotation by quotation.
pub(super) fn faults(event: &Event, json: &Json, files: Files<'_>) -> Vec<FaultyFile> {
    let quotes: Vec<_> = quotes(event, json).collect();
    let mut check = Check {
        event,
        files,
        speakers: Speakers::of(&event.people),
        quoted: quotes
            .iter()
            .filter_map(|(_, quote)| Some(quote.talk.as_ref()?.as_str()))
            .collect(),
        heard: HashMap::new(),
        found: Vec::new(),
    };
    let talks = list(json, "talks").iter().enumerate().rev();
    let places: HashMap<_, _> = talks
        .filter_map(|(at, talk)| Some((text(talk, "id")?, (at, talk))))
        .collect();
    for talk in &event.talks {
        if let Some((at, told)) = places.get(talk.id.as_str())
            && let (Some(recording), Some(told)) = (&talk.recording, told.get("recording"))
            && recording.status != RecordingStatus::Withheld
        {
            let path = JsonPath::root().field("talks").index(*at);
            check.recording(talk, recording, told, &path.field("recording"));
        }
    }
    for (path, quote) in quotes {
        check.quote(quote, &path);
    }
    for position in positions(json) {
        check.position(position);
    }
    check.found
}

/// The quotations that claim to be word for word, at a second of a talk.
fn quotes<'a>(
    event: &'a Event,
    json: &'a Json,
) -> impl Iterator<Item = (JsonPath, &'a Quote)> + use<'a> {
    let sections = list(json, "sections").iter().enumerate();
    let told = sections.filter(|(_, section)| text(section, "type") == Some("quote"));
    let read = event.sections.iter().filter_map(|it| match &it.kind {
        SectionKind::Quote(quote) => Some(quote),
        _ => None,
    });
    // If one was left out, it is not clear which is which.
    let is_clear = told.clone().count() == read.clone().count();
    told.zip(read)
        .filter(move |(_, quote)| is_clear && quote.verbatim && quote.at.is_some())
        .map(|((at, _), quote)| (JsonPath::root().field("sections").index(at), quote))
}

/// What captions or a transcript say.
struct Heard {
    language: LanguageTag,
    is_automatic: bool,
    said: Said,
}

struct Check<'a> {
    event: &'a Event,
    files: Files<'a>,
    speakers: Speakers<'a>,
    /// The ids of talks from which something is quoted.
    quoted: HashSet<&'a str>,
    heard: HashMap<&'a str, Vec<Heard>>,
    found: Vec<FaultyFile>,
}

impl<'a> Check<'a> {
    fn report(&mut self, path: JsonPath, file: &str, fault: Fault) {
        let file = file.to_owned();
        self.found.push(FaultyFile { path, file, fault });
    }

    fn recording(&mut self, talk: &'a Talk, it: &Recording, told: &Json, path: &JsonPath) {
        let end = self.end(talk, it);
        self.captions(talk, it, told, path, end);
        if let Some(file) = text(told, "chapters") {
            self.chapters_file(talk, file, path.field("chapters"), end);
        }
        self.chapters(told, path, end);
        let is_out = it.status == RecordingStatus::Released && it.is_playable();
        let is_described = it.audio_description.is_some() || it.transcript.is_some();
        if talk.kind == Kind::Film && is_out && !is_described {
            self.report(path.clone(), "", Fault::NotDescribed);
        }
    }

    /// Where the recording ends. The longest file counts; of other videos the length is not known.
    fn end(&self, talk: &Talk, recording: &Recording) -> Option<End> {
        let lengths = recording.sources.iter().filter_map(|source| match source {
            VideoSource::File { url, start, .. } => {
                let length = self.files.length(url.as_str())?;
                length.0.checked_sub(start.0).map(Seconds)
            }
            _ => None,
        });
        let of_file = lengths.max().map(End::OfFile);
        of_file.or(talk.duration.map(End::OfTalk))
    }

    fn captions(
        &mut self,
        talk: &'a Talk,
        recording: &Recording,
        told: &Json,
        path: &JsonPath,
        end: Option<End>,
    ) {
        let is_quoted = self.quoted.contains(talk.id.as_str());
        let (mut heard, mut unknown) = (Vec::new(), Vec::new());
        let mut listed = HashMap::new();
        // If one was left out, it is not clear which is which.
        let is_clear = list(told, "captions").len() == recording.captions.len();
        for (at, captions) in recording.captions.iter().enumerate().filter(|_| is_clear) {
            let path = path.field("captions").index(at);
            let (url, file) = (path.field("url"), captions.url.as_str());
            if let Some(language) = listed.get(file).copied() {
                self.report(url, file, Fault::Repeated(LanguageTag::clone(language)));
                continue;
            }
            listed.insert(file, &captions.language);
            let Some(text) = self.files.text(file) else {
                continue;
            };
            for fault in times(&text, end) {
                self.report(url.clone(), file, fault);
            }
            if let Some(fault) = language(&text, &captions.language) {
                self.report(path.field("language"), file, fault);
            }
            let transcript = Transcript::read(&text);
            for fault in self.speakers.unknown(&transcript, &mut unknown) {
                self.report(url.clone(), file, fault);
            }
            if is_quoted {
                heard.push(Heard {
                    language: captions.language.clone(),
                    is_automatic: captions.origin == CaptionsOrigin::Auto,
                    said: Said::of(transcript),
                });
            }
        }
        if let Some(file) = recording.transcript.as_ref().filter(|_| is_quoted)
            && is_searched(file.url.as_str())
            && let Some(text) = self.files.text(file.url.as_str())
        {
            heard.push(Heard {
                language: self.spoken(talk).clone(),
                is_automatic: false,
                said: Said::of(Transcript::read(&text)),
            });
        }
        if is_quoted {
            self.heard.insert(talk.id.as_str(), heard);
        }
    }

    fn chapters_file(&mut self, talk: &Talk, file: &str, path: JsonPath, end: Option<End>) {
        // Whoever looks for files names one that is missing.
        let place = self.files.beside(file, false);
        if place.is_some_and(|(_, place)| size_beside(&place).is_none()) {
            return;
        }
        let Some(chapters) = chapters::read(talk, file, self.files) else {
            self.report(path, file, Fault::NoChapters);
            return;
        };
        let late = chapters.iter().map(|chapter| chapter.start);
        let mut late = late.zip(end.into_iter().cycle());
        if let Some((start, end)) = late.find(|(start, end)| end.is_over_at(*start)) {
            self.report(path, file, Fault::ChapterPastEnd { start, end });
        }
    }

    fn chapters(&mut self, told: &Json, path: &JsonPath, end: Option<End>) {
        let mut before = Seconds(0);
        for (at, chapter) in list(told, "chapters").iter().enumerate() {
            let path = path.field("chapters").index(at).field("start");
            let Some(start) = chapter.get("start").and_then(position) else {
                continue;
            };
            if start < before {
                let fault = Fault::ChapterOutOfOrder { start, before };
                self.report(path.clone(), "", fault);
            }
            before = before.max(start);
            if let Some(end) = end.filter(|end| end.is_over_at(start)) {
                self.report(path, "", Fault::ChapterPastEnd { start, end });
            }
        }
    }

    /// A statement, a photo or slides after the end of a recording.
    fn position(&mut self, Position { talk, at, path }: Position<'_>) {
        let mut talks = self.event.talks.iter();
        let talk = talks.find(|it| it.id.as_str() == talk);
        let recording = talk.and_then(|talk| talk.recording.as_ref());
        if let Some((talk, recording)) = talk.zip(recording)
            && recording.status != RecordingStatus::Withheld
            && let Some(end) = self.end(talk, recording)
            && end.is_over_at(at)
        {
            self.report(path, "", Fault::PositionPastEnd { at, end });
        }
    }

    fn spoken<'b>(&'b self, talk: &'b Talk) -> &'b LanguageTag {
        talk.language.as_ref().unwrap_or(&self.event.language)
    }

    fn quote(&mut self, quote: &Quote, path: &JsonPath) {
        let (Some(id), Some(at)) = (&quote.talk, quote.at) else {
            return;
        };
        let Some(talk) = self.event.talk(id) else {
            return;
        };
        let heard = self.heard.get(id.as_str()).map_or(&[][..], Vec::as_slice);
        let spoken = self.spoken(talk);
        // A translation need not have the words of the translated captions.
        let is_spoken =
            |tag: Option<&LanguageTag>| tag.is_none_or(|tag| tag.is_same_language(spoken));
        let (mut elsewhere, mut not_said) = (None::<Seconds>, None);
        // A text without times tells that it is said, but not where.
        let mut is_somewhere = false;
        for (tag, text) in quote.text.variants() {
            let Some(quotation) = Quotation::new(text) else {
                continue;
            };
            for heard in heard.iter().filter(|heard| !heard.said.is_empty()) {
                let said = &heard.said;
                let places = said.places(&quotation);
                if places.iter().any(|cue| said.is_at(*cue, at)) {
                    return;
                }
                is_somewhere |= places.iter().any(|cue| said.time(*cue).is_none());
                if !is_spoken(tag) || !is_spoken(Some(&heard.language)) {
                    continue;
                }
                let times = places.iter().filter_map(|cue| said.time(*cue));
                let nearest = times.chain(elsewhere);
                elsewhere = nearest.min_by_key(|time| time.0.abs_diff(at.0));
                let better = !heard.is_automatic && not_said.as_ref().is_none_or(|(_, auto)| *auto);
                if not_said.is_none() || better {
                    not_said = Some((said.instead(&quotation, at), heard.is_automatic));
                }
            }
        }
        if let Some(found) = elsewhere {
            self.report(path.field("at"), "", Fault::QuoteElsewhere { at, found });
        } else if let Some((said, is_automatic)) = not_said.filter(|_| !is_somewhere) {
            let fault = Fault::QuoteNotSaid { said, is_automatic };
            self.report(path.field("text"), "", fault);
        }
    }
}

fn list<'a>(json: &'a Json, field: &str) -> &'a [Json] {
    match json.get(field) {
        Some(Json::List(items)) => items,
        _ => &[],
    }
}

fn text<'a>(json: &'a Json, field: &str) -> Option<&'a str> {
    match json.get(field) {
        Some(Json::String(text)) => Some(text),
        _ => None,
    }
}
