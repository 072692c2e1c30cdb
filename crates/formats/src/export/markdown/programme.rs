//! The programme in a document: by days, if there are several.

use jiff::civil::{Date, DateTime};
use nachlese_event::{Link, Recording, Seconds, Talk, VideoSource, date};

use super::{
    Document,
    escape::{inline, link},
};
use crate::{
    export::edition::released,
    text::{FormatText, document::DocumentText},
};

impl Document<'_> {
    /// All items.
    pub(super) fn programme(&mut self) {
        let talks = &self.edition.event.talks;
        let day_of = |talk: &Talk| talk.start.map(DateTime::date);
        let mut days: Vec<Option<Date>> = Vec::new();
        for talk in talks {
            let day = day_of(talk);
            if !days.contains(&day) {
                days.push(day);
            }
        }
        let speech = self.edition.speech;
        let has_days = days.len() > 1;
        for day in days {
            if has_days {
                let heading = day.map(|day| date::weekday_and_day(day, speech));
                let heading = heading.unwrap_or_else(|| speech.document_no_day().to_owned());
                self.add(format!("### {heading}"));
            }
            let level = if has_days { "####" } else { "###" };
            for talk in talks.iter().filter(|talk| day_of(talk) == day) {
                // Else the facts of the event say which day it was.
                let is_day_known = has_days || self.edition.event.when.is_some();
                self.talk(talk, level, is_day_known);
            }
        }
    }

    /// An item with everything that the event says about it.
    fn talk(&mut self, talk: &Talk, level: &str, is_day_known: bool) {
        let edition = self.edition;
        let speech = edition.speech;
        let heading = inline(&edition.heading(talk), edition.site);
        self.add(format!("{level} {heading}"));
        let mut facts = Vec::new();
        if let Some(start) = talk.start {
            let end = edition.end(talk).map(|end| end.wall);
            let span = match talk.whole_days() {
                Some((first, last)) => date::whole_days(first, last, is_day_known, speech),
                None => date::span(start, end, is_day_known, speech),
            };
            facts.push(inline(&span, edition.site));
        } else if let Some(length) = talk.duration {
            facts.push(inline(&date::length(length, speech), edition.site));
        }
        facts.extend(talk.room.as_ref().map(|room| self.line(room)));
        facts.push(inline(speech.kind(&talk.kind), edition.site));
        facts.extend(talk.track.as_ref().map(|track| self.line(track)));
        let own = talk.language.as_ref();
        let own = own.filter(|own| !own.is_same_language(&edition.event.language));
        facts.extend(own.map(|own| inline(speech.language_name(own), edition.site)));
        facts.extend(
            talk.status
                .map(|it| format!("**{}**", speech.talk_status(it))),
        );
        self.add(facts.join(" · "));
        let names = edition.names(talk);
        if !names.is_empty() {
            self.add(format!("*{}*", inline(&names, edition.site)));
        }
        if let (Some(_), Some(topic)) = (&talk.title, &talk.topic) {
            let topic = self.line(topic);
            self.add(format!("{}: {topic}", speech.topic()));
        }
        self.paragraphs(talk.summary.as_ref());
        if !talk.tags.is_empty() {
            let tags: Vec<_> = talk.tags.iter().map(|tag| self.line(tag)).collect();
            self.add(tags.join(", "));
        }
        let mut facts = Vec::new();
        if let Some(recording) = released(talk) {
            facts.extend(self.recording(recording));
        }
        let one = |it: &Link| {
            let at = it.at.filter(|_| released(talk).is_some());
            let at = at.map(|at| format!(" ({})", self.moment(talk, at)));
            self.link(it) + &at.unwrap_or_default()
        };
        for (word, links) in [
            (speech.document_slides(), &talk.slides),
            (speech.document_links(), &talk.links),
        ] {
            let shown: Vec<_> = links.iter().map(one).collect();
            if !shown.is_empty() {
                facts.push(format!("{word}: {}", shown.join(", ")));
            }
        }
        self.list(facts);
        if let Some(recording) = released(talk) {
            self.chapters(talk, recording);
        }
    }

    fn recording(&self, recording: &Recording) -> Option<String> {
        let edition = self.edition;
        let videos = recording.sources.iter().filter_map(|source| {
            let address = edition.video_address(source);
            match source {
                VideoSource::File { url, .. } => address.or_else(|| Some(self.address(url))),
                _ => address,
            }
        });
        let links: Vec<_> = videos
            .map(|url| link(edition.speech.watch(), &url))
            .collect();
        let transcript = recording.transcript.as_ref().map(|it| self.link(it));
        let licence = recording
            .licence
            .as_ref()
            .map(|it| inline(it, edition.site));
        let all: Vec<_> = links.into_iter().chain(transcript).chain(licence).collect();
        let word = edition.speech.document_recording();
        (!all.is_empty()).then(|| format!("{word}: {}", all.join(", ")))
    }

    fn chapters(&mut self, talk: &Talk, recording: &Recording) {
        if recording.chapters.is_empty() {
            return;
        }
        let edition = self.edition;
        self.add(format!("{}:", edition.speech.document_chapters()));
        let chapters = recording.chapters.iter().map(|chapter| {
            let at = self.moment(talk, chapter.start);
            format!("{at} {}", self.line(&chapter.title))
        });
        let chapters: Vec<_> = chapters.collect();
        self.list(chapters);
    }

    /// A second of a recording, as a link if there is an address for it.
    fn moment(&self, talk: &Talk, at: Seconds) -> String {
        match self.edition.site.moment(&talk.id, at) {
            Some(url) => link(&at.to_string(), &url),
            None => at.to_string(),
        }
    }
}
