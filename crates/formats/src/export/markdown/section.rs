//! The sections of the page in a document.

use nachlese_event::{Exhibit, Figure, Playlist, Quote, Section, SectionKind, TalkId};

use super::{
    Document,
    escape::{inline, link},
};
use crate::text::document::DocumentText;

impl Document<'_> {
    /// A section: heading, text and picture, then what its kind adds.
    pub(super) fn section(&mut self, section: &Section) {
        let is_shown_above =
            matches!(&section.kind, SectionKind::Facts { facts } if facts.is_empty());
        let has_own = !section.paragraphs.is_empty() || section.figure.is_some();
        if is_shown_above && !has_own {
            return;
        }
        if let Some(heading) = &section.heading {
            let heading = self.line(heading);
            self.add(format!("## {heading}"));
        } else if matches!(section.kind, SectionKind::Talks) {
            self.heading(self.edition.speech.document_programme());
        }
        for paragraph in &section.paragraphs {
            self.paragraphs(Some(paragraph));
        }
        if let Some(figure) = &section.figure {
            self.figure(figure);
        }
        match &section.kind {
            SectionKind::Text | SectionKind::Figure => {}
            SectionKind::Gallery { figures } => figures.iter().for_each(|it| self.figure(it)),
            SectionKind::Quote(quote) => self.quote(quote),
            SectionKind::Talks => self.programme(),
            SectionKind::Panel {
                talk, core_message, ..
            } => {
                if let Some(message) = core_message {
                    let word = self.edition.speech.document_core_message();
                    let message = self.line(message);
                    self.add(format!("> **{word}:** {message}"));
                }
                self.pointer(talk.as_ref());
            }
            SectionKind::Market { talk, exhibits } => {
                let exhibits: Vec<_> = exhibits.iter().map(|it| self.exhibit(it)).collect();
                self.list(exhibits);
                self.pointer(talk.as_ref());
            }
            SectionKind::Film { talk, .. } => self.pointer(Some(talk)),
            SectionKind::Playlist => {
                let playlists = &self.edition.event.playlists;
                let lists: Vec<_> = playlists.iter().map(|it| self.playlist(it)).collect();
                self.list(lists);
            }
            SectionKind::People => self.people(),
            SectionKind::Links { links } if links.is_empty() => {
                self.links(&self.edition.event.links);
            }
            SectionKind::Links { links } | SectionKind::Downloads { links } => self.links(links),
            SectionKind::Facts { facts } => {
                let facts = facts.iter().map(|fact| {
                    let value = self.line(&fact.value);
                    format!("**{}:** {value}", self.line(&fact.label))
                });
                let facts: Vec<_> = facts.collect();
                self.list(facts);
            }
        }
    }

    /// What a section is about; the item itself is in the programme.
    fn pointer(&mut self, talk: Option<&TalkId>) {
        let talk = talk.and_then(|id| self.edition.event.talk(id));
        let Some(talk) = talk else { return };
        let title = inline(&self.edition.called(talk), self.edition.site);
        let word = self.edition.speech.document_programme();
        self.add(format!("→ {word}: {title}"));
    }

    fn exhibit(&self, exhibit: &Exhibit) -> String {
        let description = exhibit.description.as_ref().map(|text| self.line(text));
        let description = description.map(|text| format!(": {text}"));
        format!(
            "**{}**{}",
            self.line(&exhibit.title),
            description.unwrap_or_default()
        )
    }

    fn playlist(&self, list: &Playlist) -> String {
        let title = self.edition.line(&list.title);
        match &list.url {
            Some(url) => link(&title, &self.address(url)),
            None => inline(&title, self.edition.site),
        }
    }

    fn quote(&mut self, quote: &Quote) {
        let edition = self.edition;
        let words = self.line(&quote.text);
        let words = match (quote.verbatim, edition.speech) {
            (true, nachlese_event::Speech::German) => format!("„{words}“"),
            (true, nachlese_event::Speech::English) => format!("“{words}”"),
            (false, speech) => format!("{words} ({})", speech.document_paraphrase()),
        };
        let person = quote
            .person
            .as_ref()
            .and_then(|id| edition.event.person(id));
        let name = person.map(|person| inline(&person.full_name(), edition.site));
        let name = name.map(|name| format!("  \n> – {name}"));
        self.add(format!("> {words}{}", name.unwrap_or_default()));
    }

    /// A photograph that may be shown, else the drawing.
    pub(super) fn figure(&mut self, figure: &Figure) {
        let edition = self.edition;
        let line = |text: &Option<nachlese_event::LocalizedText>| {
            text.as_ref()
                .map(|text| edition.line(text))
                .unwrap_or_default()
        };
        let photo = figure.photo.as_ref().filter(|photo| photo.is_complete());
        let (file, alt, caption, credit) = match (photo, &figure.illustration) {
            (Some(photo), _) => {
                let word = edition.speech.document_photo();
                let credit = photo.credit.as_ref().map(|name| format!("{word}: {name}"));
                (
                    photo.src.clone(),
                    line(&photo.alt),
                    line(&photo.caption),
                    credit,
                )
            }
            (None, Some(drawing)) => (
                drawing.file(),
                line(&drawing.alt),
                line(&drawing.caption),
                None,
            ),
            (None, None) => return,
        };
        let picture = format!("!{}", link(&alt, &self.address(&file)));
        let below = [Some(caption).filter(|it| !it.is_empty()), credit];
        let below: Vec<_> = below.into_iter().flatten().collect();
        let below = inline(&below.join(" – "), edition.site);
        self.add(picture);
        if !below.is_empty() {
            self.add(format!("*{below}*"));
        }
    }
}
