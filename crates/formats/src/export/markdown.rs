//! The event as a document to read: `CommonMark` 0.31 (<https://spec.commonmark.org/0.31.2/>, read on
//! 2026-11-30).
//!
//! The sections are those of the page, in their order. Texts of the event are never markup: what
//! Markdown would read as such is escaped. Links keep their addresses; those that are relative are
//! whole with the address of the pages and stay relative without it, to the file beside the event.

mod escape;
mod people;
mod programme;
mod section;

use nachlese_event::{Attendance, LocalizedText, SectionKind, date};

use self::escape::{block, inline, link};
use super::Edition;
use crate::text::document::DocumentText;

/// The event as Markdown.
#[must_use]
pub fn markdown(edition: &Edition<'_>) -> String {
    let event = edition.event;
    let mut document = Document {
        edition,
        blocks: Vec::new(),
    };
    document.add(format!("# {}", document.line(&event.title)));
    if let Some(motto) = &event.motto {
        let motto = document.line(motto);
        document.add(format!("*{motto}*"));
    }
    document.paragraphs(event.summary.as_ref());
    let sections = event.shown_sections();
    let has = |is: fn(&SectionKind) -> bool| sections.iter().any(|section| is(&section.kind));
    if !has(|kind| matches!(kind, SectionKind::Facts { facts } if !facts.is_empty())) {
        document.facts();
    }
    if let Some(figure) = &event.figure {
        document.figure(figure);
    }
    for section in sections.iter() {
        document.section(section);
    }
    if !has(|kind| matches!(kind, SectionKind::Talks)) && !event.talks.is_empty() {
        document.heading(edition.speech.document_programme());
        document.programme();
    }
    let shows_links =
        |kind: &SectionKind| matches!(kind, SectionKind::Links { links } if links.is_empty());
    if !has(shows_links) && !event.links.is_empty() {
        document.heading(edition.speech.document_links());
        document.links(&event.links);
    }
    if let Some(source) = &event.source {
        let title = source.title.as_ref().map(|title| edition.line(title));
        let title = title.unwrap_or_else(|| source.url.as_str().to_owned());
        let publisher = source.publisher.as_ref().map(|it| document.line(it));
        let publisher = publisher.map(|it| format!(", {it}")).unwrap_or_default();
        let shown = link(&title, &document.address(&source.url));
        let word = edition.speech.document_source();
        document.add(format!("{word}: {shown}{publisher}"));
    }
    document.blocks.join("\n\n") + "\n"
}

/// A document while it is written.
struct Document<'a> {
    edition: &'a Edition<'a>,
    blocks: Vec<String>,
}

impl Document<'_> {
    fn add(&mut self, block: String) {
        if !block.trim().is_empty() {
            self.blocks.push(block);
        }
    }

    fn heading(&mut self, words: &str) {
        self.add(format!("## {words}"));
    }

    /// A text of one line.
    fn line(&self, text: &LocalizedText) -> String {
        let edition = self.edition;
        let text = text.find(edition.language, &edition.event.language).text;
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        inline(&text, edition.site)
    }

    /// A text of several paragraphs.
    fn paragraphs(&mut self, text: Option<&LocalizedText>) {
        let edition = self.edition;
        let Some(text) = text else { return };
        let text = text.find(edition.language, &edition.event.language).text;
        for paragraph in text.split("\n\n") {
            self.add(block(paragraph, edition.site));
        }
    }

    /// A list with a mark before each line.
    fn list(&mut self, lines: impl IntoIterator<Item = String>) {
        let lines: Vec<_> = lines.into_iter().map(|line| format!("- {line}")).collect();
        self.add(lines.join("\n"));
    }

    /// When and where it was, and who was there.
    fn facts(&mut self) {
        let edition = self.edition;
        let (event, speech) = (edition.event, edition.speech);
        let mut facts = Vec::new();
        if let Some(kind) = &event.kind {
            facts.push(self.line(kind));
        }
        if let Some(when) = &event.when {
            let when = date::when(when, speech);
            facts.push(format!(
                "**{}:** {}",
                speech.document_when(),
                inline(&when, edition.site)
            ));
        }
        if let Some(venue) = &event.venue {
            let mut place = self.line(&venue.name);
            if let Some(url) = &venue.url {
                place = link(&edition.line(&venue.name), &self.address(url));
            }
            if let Some(address) = &venue.address {
                place = format!("{place}, {}", self.line(address));
            }
            facts.push(format!("**{}:** {place}", speech.document_where()));
        }
        if let Some(host) = &event.host {
            let name = match &host.url {
                Some(url) => link(&edition.line(&host.name), &self.address(url)),
                None => self.line(&host.name),
            };
            facts.push(format!("**{}:** {name}", speech.document_host()));
        }
        facts.extend(event.attendance.iter().map(|it| self.attendance(it)));
        self.list(facts);
    }

    fn attendance(&self, of: &Attendance) -> String {
        let count = if of.approximate {
            self.edition.speech.document_about(of.count)
        } else {
            of.count.to_string()
        };
        let unit = of.unit.as_ref().map(|unit| format!(" {}", self.line(unit)));
        format!(
            "**{}:** {count}{}",
            self.line(&of.label),
            unit.unwrap_or_default()
        )
    }
}
