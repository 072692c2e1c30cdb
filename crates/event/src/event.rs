//! The event: everything that one file says.

use std::borrow::Cow;

use jiff::civil::Date;
use serde::Serialize;

use super::{
    EventId, Figure, ForeignTerms, Href, LanguageTag, Link, LocalizedText, Person, PersonId,
    Playlist, Section, SectionId, SectionKind, Talk, TalkId, When,
};

/// The version of the event JSON that this program reads and writes.
pub const SCHEMA_VERSION: u32 = 1;

/// An event, as described in its file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// The version of the format.
    pub schema_version: u32,
    /// The id of the event, and the name of its folder.
    pub id: EventId,
    /// The language of texts that name no language, and of the page until the reader chooses
    /// another.
    pub language: LanguageTag,
    /// The kind of event, for example „Stadtratshearing“.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<LocalizedText>,
    /// The headline.
    pub title: LocalizedText,
    /// The event's motto, word for word.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub motto: Option<LocalizedText>,
    /// A summary in a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<LocalizedText>,
    /// The picture at the top.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figure: Option<Figure>,
    /// The day on which this page was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Day>"))]
    pub published: Option<Date>,
    /// When the event took place.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::When>"))]
    pub when: Option<When>,
    /// The IANA name of the event's time zone, for example `Europe/Berlin`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
    /// Where it took place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub venue: Option<Venue>,
    /// The host.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<Host>,
    /// How many people took part, and how.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub attendance: Vec<Attendance>,
    /// The article on which this page is based.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// Where Apple Podcasts files the feed of the recordings, for example `Government`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Category>"))]
    pub podcast_category: Option<String>,
    /// Links for further reading.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// The legally required links.
    pub legal: Legal,
    /// The version in Leichte Sprache.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub easy_language: Option<Link>,
    /// The version in sign language.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_language: Option<Link>,
    /// Words from other languages in the texts, so that screen readers pronounce them correctly.
    #[serde(skip_serializing_if = "ForeignTerms::is_empty")]
    pub foreign_terms: ForeignTerms,
    /// Groups of words and phrases that mean the same. A search for one finds the others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub synonyms: Vec<Vec<LocalizedText>>,
    /// Everybody who took part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Person>,
    /// The programme, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub talks: Vec<Talk>,
    /// Playlists of the recordings.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub playlists: Vec<Playlist>,
    /// The sections of the page, in order. Without any: facts, programme, playlists and people.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sections: Vec<Section>,
    /// Notes for editors. Readers never see them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub editorial_notes: Vec<LocalizedText>,
    /// What was corrected since the page was published. Readers never see it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

impl Event {
    /// Finds a talk.
    #[must_use]
    pub fn talk(&self, id: &TalkId) -> Option<&Talk> {
        self.talks.iter().find(|talk| talk.id == *id)
    }

    /// Finds a person.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&Person> {
        self.people.iter().find(|person| person.id == *id)
    }

    /// The languages that the headline is written in, the event's own first.
    #[must_use]
    pub fn languages(&self) -> Vec<LanguageTag> {
        let mut languages = vec![self.language.clone()];
        for tag in self.title.variants().filter_map(|(tag, _)| tag) {
            if !languages.contains(tag) {
                languages.push(tag.clone());
            }
        }
        languages
    }

    /// The sections of the page. If the file has none: facts, programme, playlists and people.
    #[must_use]
    pub fn shown_sections(&self) -> Cow<'_, [Section]> {
        if !self.sections.is_empty() {
            return Cow::Borrowed(&self.sections);
        }
        let heading = |german: &str, english: &str| {
            LocalizedText::by_language(vec![
                (LanguageTag::german(), german.to_owned()),
                (LanguageTag::english(), english.to_owned()),
            ])
        };
        let plain = [
            (
                "facts",
                None,
                SectionKind::Facts { facts: Vec::new() },
                true,
            ),
            (
                "programme",
                heading("Programm", "Programme"),
                SectionKind::Talks,
                true,
            ),
            (
                "playlists",
                heading("Playlist", "Playlist"),
                SectionKind::Playlist,
                !self.playlists.is_empty(),
            ),
            (
                "people",
                heading("Beteiligte", "People"),
                SectionKind::People,
                !self.people.is_empty(),
            ),
        ];
        let shown = plain.into_iter().filter(|(.., is_shown)| *is_shown);
        let section = |(id, heading, kind, _)| {
            let id = SectionId::new(id).ok()?;
            Some(Section {
                id,
                heading,
                paragraphs: Vec::new(),
                figure: None,
                kind,
            })
        };
        shown.filter_map(section).collect()
    }

    /// Whether an address can lead to a talk or section of this id.
    #[must_use]
    pub fn has_place(&self, id: &str) -> bool {
        self.talks.iter().any(|talk| talk.id.as_str() == id)
            || self
                .shown_sections()
                .iter()
                .any(|section| section.id.as_str() == id)
    }
}

/// Where an event took place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Venue {
    /// The name of the place.
    pub name: LocalizedText,
    /// Its address, in one line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<LocalizedText>,
    /// Its web page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Href>,
}

/// The host of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Host {
    /// The name of the organisation.
    pub name: LocalizedText,
    /// Its web page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Href>,
}

/// How many people took part in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Attendance {
    /// The way, for example „Vor Ort“.
    pub label: LocalizedText,
    /// How many.
    pub count: u32,
    /// Whether the number is rounded. It is then shown as „etwa 100“.
    pub approximate: bool,
    /// Who they were, for example „Gäste“.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<LocalizedText>,
}

/// The article on which a page is based.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Source {
    /// Its address.
    pub url: Href,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<LocalizedText>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub publisher: Option<LocalizedText>,
    /// When it was published.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Day>"))]
    pub published: Option<Date>,
}

/// Links that the law requires on every page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Legal {
    /// The imprint: who is responsible for the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub imprint: Option<Href>,
    /// The privacy policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub privacy: Option<Href>,
    /// The accessibility statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accessibility: Option<Href>,
    /// Where barriers are reported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<Href>,
}

/// A correction since publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Correction {
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<crate::schema::Day>"))]
    pub date: Option<Date>,
    /// What was corrected.
    pub text: LocalizedText,
}
