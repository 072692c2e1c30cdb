//! A programme while it is read, and the event that it becomes.

use std::collections::BTreeMap;

use jiff::civil::{Date, DateTime};

use super::{
    identity::{self, Identity},
    link::page_link,
    person::People,
    value::word,
};
use crate::{
    model::{
        Event, EventId, ForeignTerms, Href, LanguageTag, Legal, Link, LocalizedText, Playlist,
        SCHEMA_VERSION, Talk, Venue, When,
    },
    parse::{
        context::Context,
        cursor::Node,
        ids::{Ids, slug},
        json::Json,
    },
    problem::{Finding, JsonPath},
    text::Speech,
};

/// What has been read so far.
#[derive(Default)]
pub(super) struct Programme {
    pub(super) title: Option<LocalizedText>,
    pub(super) acronym: Option<String>,
    pub(super) language: Option<LanguageTag>,
    pub(super) zone: Option<String>,
    pub(super) summary: Option<LocalizedText>,
    pub(super) venue: Option<LocalizedText>,
    pub(super) city: Option<LocalizedText>,
    /// The event's own page.
    pub(super) page: Option<Href>,
    /// Other pages about the whole event, and playlists of it.
    pub(super) links: Vec<Link>,
    pub(super) playlists: Vec<Playlist>,
    /// The page that relative addresses are meant from.
    pub(super) base: Option<Href>,
    /// The days that the file lists.
    pub(super) days: Vec<Date>,
    /// The first and the last day, as the file names them.
    pub(super) bounds: Vec<Date>,
    /// The days on which there are talks.
    pub(super) talk_days: Vec<Date>,
    /// When a new day begins, in seconds after midnight.
    pub(super) day_change: i64,
    pub(super) people: People,
    pub(super) talks: Vec<Talk>,
    /// Of each talk.
    pub(super) identities: Vec<Identity>,
    pub(super) ids: Ids,
    /// The first time in universal time, and whether there are others.
    pub(super) universal: Option<(JsonPath, String)>,
    pub(super) has_local_times: bool,
    labels: Vec<LocalizedText>,
    label_by_key: BTreeMap<String, usize>,
}

impl Programme {
    /// A programme of nothing yet.
    pub(super) fn new() -> Self {
        let mut programme = Self::default();
        // The ids of the sections that a page has by itself.
        for id in ["facts", "programme", "playlists", "people"] {
            programme.ids.claim(id);
        }
        programme
    }

    /// Notes what rooms, tracks, … are called that talks name by number.
    pub(super) fn set_label(&mut self, sort: &str, key: &str, label: &LocalizedText) {
        let key = format!("{sort}:{key}");
        self.label_by_key.insert(key, self.labels.len());
        self.labels.push(label.clone());
    }

    /// Finds what something is called.
    pub(super) fn label(&self, sort: &str, key: &str) -> Option<&LocalizedText> {
        let at = self.label_by_key.get(&format!("{sort}:{key}"))?;
        self.labels.get(*at)
    }

    /// Reads the name of a room, track, …: its text, or its number or object.
    pub(super) fn named(&self, sort: &str, node: Node<'_>) -> Option<LocalizedText> {
        let is_reference = node.has_any(&["slug", "guid", "id", "name", "tag"]);
        if !node.has_elements() && matches!(node.json, Json::Object(_)) {
            if !is_reference {
                return super::value::line(node);
            }
            return node.object(|fields| {
                let name = fields.any(&["name", "tag"]).and_then(super::value::line);
                let keys = ["slug", "guid", "id"].map(|key| fields.get(key).and_then(word));
                let known = keys.iter().flatten().find_map(|key| self.label(sort, key));
                known.cloned().or(name)
            });
        }
        let text = word(node)?;
        let known = self.label(sort, &text).cloned();
        if known.is_none() && matches!(node.json, Json::Number(_)) {
            node.skip();
            return None;
        }
        known.or_else(|| Some(LocalizedText::plain(super::value::one_line(&text))))
    }

    /// The language of things that name none, as far as it is known by now.
    pub(super) fn likely_language(&self) -> LanguageTag {
        self.language.clone().unwrap_or_else(LanguageTag::english)
    }

    /// Makes the event; always there is one.
    pub(super) fn into_event(mut self, context: &Context) -> Option<Event> {
        let root = JsonPath::root();
        let assume = |field, value: &str| {
            let value = value.to_owned();
            context.report(&root, Finding::Assumed { field, value });
        };
        let told = self.language.take().or_else(|| most_spoken(&self.talks));
        let language = told.unwrap_or_else(|| {
            assume("language", "en");
            LanguageTag::english()
        });
        let title = self.title.take().unwrap_or_else(|| {
            let title = Speech::of(&language).nameless_programme();
            assume("title", title);
            LocalizedText::plain(title)
        });
        self.settle_zone(context, &assume);
        let heading = title.in_event_language(&language).to_owned();
        let names = [self.acronym.take().unwrap_or_default(), heading];
        let mut ids = names
            .into_iter()
            .filter_map(|name| EventId::new(&slug(&name)).ok());
        let id = ids.next().or_else(|| EventId::new("event").ok());
        let when = self.when();
        for talk in &mut self.talks {
            mark_language(talk, &language);
        }
        identity::settle(&mut self.talks, &self.identities, &mut self.ids, context);
        // Programme order, whatever the order of rooms and days in the file.
        let order = order(&self.talks);
        let mut talks: Vec<_> = self.talks.into_iter().map(Some).collect();
        let talks = order
            .into_iter()
            .filter_map(|at| talks[at].take())
            .collect();
        let (venue, address) = match (self.venue, self.city) {
            (None, city) => (city, None),
            told => told,
        };
        let url = None;
        Some(Event {
            schema_version: SCHEMA_VERSION,
            id: id?,
            language,
            kind: None,
            title,
            motto: None,
            summary: self.summary,
            figure: None,
            published: None,
            when,
            time_zone: self.zone,
            venue: venue.map(|name| Venue { name, address, url }),
            host: None,
            attendance: Vec::new(),
            source: None,
            links: self
                .page
                .map(page_link)
                .into_iter()
                .chain(self.links)
                .collect(),
            legal: Legal::default(),
            easy_language: None,
            sign_language: None,
            foreign_terms: ForeignTerms::default(),
            people: self.people.all,
            talks,
            playlists: self.playlists,
            sections: Vec::new(),
            editorial_notes: Vec::new(),
            corrections: Vec::new(),
        })
    }

    /// Universal time is a zone too, if all times are in it; else those in it are doubtful.
    fn settle_zone(&mut self, context: &Context, assume: &dyn Fn(&'static str, &str)) {
        let Some((path, value)) = self.universal.take() else {
            return;
        };
        let is_universal = self.zone.as_ref().is_some_and(|zone| zone.ends_with("UTC"));
        if self.zone.is_none() && !self.has_local_times {
            assume("timeZone", "UTC");
            self.zone = Some("UTC".to_owned());
        } else if !is_universal {
            context.report(&path, Finding::UtcTime { value });
        }
    }

    /// The days that the file lists, else its bounds, else those of the talks.
    fn when(&self) -> Option<When> {
        let told = [&self.days, &self.bounds, &self.talk_days];
        let days = told.into_iter().find(|days| !days.is_empty())?;
        let (date, end) = (*days.iter().min()?, *days.iter().max()?);
        Some(if date == end {
            let part_of_day = None;
            When::Day { date, part_of_day }
        } else {
            When::Days { start: date, end }
        })
    }
}

/// The places of the talks by their beginning; those without one last, equal ones as they are.
///
/// A merge sort by hand: std's would be made anew for talks, and weigh 3 kB.
fn order(talks: &[Talk]) -> Vec<usize> {
    let begin = |at: usize| talks[at].start.unwrap_or(DateTime::MAX);
    let mut order: Vec<usize> = (0..talks.len()).collect();
    let mut width = 1;
    while width < order.len() {
        let mut merged = Vec::with_capacity(order.len());
        for run in order.chunks(2 * width) {
            let (mut left, mut right) = run.split_at(width.min(run.len()));
            while let ([first, ..], [second, ..]) = (left, right) {
                let side = if begin(*second) < begin(*first) {
                    &mut right
                } else {
                    &mut left
                };
                merged.push(side[0]);
                *side = &side[1..];
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        order = merged;
        width *= 2;
    }
    order
}

/// The language of most talks.
fn most_spoken(talks: &[Talk]) -> Option<LanguageTag> {
    let mut counts: Vec<(&LanguageTag, usize)> = Vec::new();
    for language in talks.iter().filter_map(|talk| talk.language.as_ref()) {
        let known = counts.iter_mut().find(|(known, _)| *known == language);
        if let Some((_, count)) = known {
            *count += 1;
        } else if counts.len() < 100 {
            // No event has more languages.
            counts.push((language, 1));
        }
    }
    // The first of several with the same count.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count)?;
    Some(most.0.clone())
}

/// Title and abstract are in the language of the talk: says so where it is not the event's.
fn mark_language(talk: &mut Talk, event: &LanguageTag) {
    let Some(spoken) = &talk.language else { return };
    if spoken.is_same_language(event) {
        return;
    }
    for text in [&mut talk.title, &mut talk.summary] {
        let Some(variants) = text.as_ref().map(LocalizedText::variants) else {
            continue;
        };
        let marked = variants.map(|(tag, text)| {
            let tag = tag.unwrap_or(spoken).clone();
            (tag, text.to_owned())
        });
        *text = LocalizedText::by_language(marked.collect());
    }
}
