//! A programme while it is being read, and the event that it becomes.

use std::{collections::BTreeMap, rc::Rc};

use jiff::civil::Date;
use nachlese_event::{
    Event, EventId, ForeignTerms, Href, LanguageTag, Legal, Link, LocalizedText, Playlist,
    SCHEMA_VERSION, Speech, Talk, Venue,
    problem::{Finding, JsonPath},
};
use nachlese_reader::{
    context::Context,
    cursor::Node,
    ids::{Ids, slug},
    json::Json,
};

use super::{
    ZoneRules,
    identity::{self, Identity},
    link::page_link,
    moment::Moment,
    people::People,
    times::Times,
    value::word,
    zones::Zones,
};
use crate::text::FormatText;

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
    /// The page to which addresses are relative.
    pub(super) base: Option<Href>,
    /// The days that the file lists.
    pub(super) days: Vec<Date>,
    /// The start and the end that the file names.
    pub(super) bounds: Vec<Moment>,
    /// The days on which there are talks.
    pub(super) talk_days: Vec<Date>,
    /// The days of the start and the end.
    pub(super) bound_days: Vec<Date>,
    /// When a day begins, in seconds after midnight.
    pub(super) day_change: i64,
    pub(super) people: People,
    pub(super) talks: Vec<Talk>,
    /// Of each talk.
    pub(super) identities: Vec<Identity>,
    /// Whether it is a schedule file, whose durations may contain days.
    pub(super) is_schedule: bool,
    /// How many items of the file belong into the programme.
    pub(super) entries: usize,
    /// What the file says about items that are not in the programme, and how many there are.
    pub(super) not_accepted: Option<(JsonPath, String, usize)>,
    pub(super) ids: Ids,
    /// What names of time zones mean.
    pub(super) zones: Zones,
    /// When each of the talks took place.
    pub(super) times: Vec<Times>,
    /// The first time in universal time.
    pub(super) universal: Option<(JsonPath, String)>,
    labels: Vec<LocalizedText>,
    label_by_key: BTreeMap<String, usize>,
}

impl Programme {
    /// An empty programme.
    pub(super) fn new(rules: Rc<dyn ZoneRules>) -> Self {
        let mut programme = Self {
            zones: Zones::new(rules),
            ..Self::default()
        };
        // The ids of the sections that every page has.
        for id in ["facts", "programme", "playlists", "people"] {
            programme.ids.claim(id);
        }
        programme
    }

    /// Notes an item that is not in the programme, as the file says with this word.
    pub(super) fn note_not_accepted(&mut self, node: &Node<'_>, state: &str) {
        let state = super::value::one_line(state);
        let first = || (node.path(), String::new(), 0);
        let (_, states, count) = self.not_accepted.get_or_insert_with(first);
        *count += 1;
        // No program has many words for it.
        let is_new = !states.split(", ").any(|known| known == state);
        if is_new && states.len() < 100 {
            if !states.is_empty() {
                states.push_str(", ");
            }
            states.push_str(&state);
        }
    }

    /// Notes the names of rooms, tracks, …, which talks name by number.
    pub(super) fn set_label(&mut self, sort: &str, key: &str, label: &LocalizedText) {
        let key = format!("{sort}:{key}");
        self.label_by_key.insert(key, self.labels.len());
        self.labels.push(label.clone());
    }

    /// Finds the name of something.
    pub(super) fn label(&self, sort: &str, key: &str) -> Option<&LocalizedText> {
        let at = self.label_by_key.get(&format!("{sort}:{key}"))?;
        self.labels.get(*at)
    }

    /// Reads the name of a room, track, …: a text, a number or an object.
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
        known.or_else(|| super::value::short(node).map(LocalizedText::plain))
    }

    /// The language of things that name none, as far as it is known so far.
    pub(super) fn likely_language(&self) -> LanguageTag {
        self.language.clone().unwrap_or_else(LanguageTag::english)
    }

    /// Makes the event. This always succeeds.
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
        let places = self.settle_times(context, &assume);
        identity::settle(&mut self.talks, &self.identities, &mut self.ids, context);
        self.sort_talks(&places);
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
            podcast_category: None,
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
            synonyms: Vec::new(),
            people: self.people.all,
            talks: self.talks,
            playlists: self.playlists,
            sections: Vec::new(),
            editorial_notes: Vec::new(),
            corrections: Vec::new(),
        })
    }
}

/// The language of most talks.
fn most_spoken(talks: &[Talk]) -> Option<LanguageTag> {
    let mut counts: Vec<(&LanguageTag, usize)> = Vec::new();
    for language in talks.iter().filter_map(|talk| talk.language.as_ref()) {
        let known = counts.iter_mut().find(|(known, _)| *known == language);
        if let Some((_, count)) = known {
            *count += 1;
        } else if counts.len() < 100 {
            // The most languages of an event.
            counts.push((language, 1));
        }
    }
    // The first of several with the same count.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count)?;
    Some(most.0.clone())
}

/// Marks title and abstract with the language of the talk, if it is not the event's.
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
