//! The page's address holds its whole state: `?q=…&kind=…&lang=…#<talk id>@12:34-13:05`.
//!
//! Defaults never appear in it. Values that the event does not know are dropped and listed, so that
//! the page can say so.

mod language;
mod target;

use form_urlencoded::Serializer;

pub(crate) use self::language::known_language;
pub use self::target::Target;
use nachlese_event::{Event, LanguageTag};
use nachlese_programme::{
    timetable::Timetable,
    watch_list::{Saved, WatchList},
};
use nachlese_search::{Facet, Query, Sort};

/// The word for the timetable in `view`. The list is the default and has none.
const VIEW: &str = "timetable";

/// The value of `saved` for the reader's own list, whose talks are not in the address. No id
/// contains this character.
const OWN_LIST: &str = "*";

/// What an address asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// The search.
    pub query: Query,
    /// Whether the programme is shown as a timetable instead of a list.
    pub is_timetable: bool,
    /// The day of the timetable, as `2026-01-31`, unless it is the default.
    pub day: Option<String>,
    /// The reader's language, unless it is the page's language.
    pub language: Option<LanguageTag>,
    /// The event to load, as written: an id under `events/` or an address.
    pub event: Option<String>,
    /// The place on the page to show.
    pub target: Option<Target>,
}

impl Address {
    /// Reads `?…` and `#…` of an address, and lists the values that the event does not know.
    ///
    /// `own` is the language of the page unless the address asks for another one.
    #[must_use]
    pub fn read(search: &str, hash: &str, event: &Event, own: &LanguageTag) -> (Self, Vec<String>) {
        let mut address = Self::default();
        let mut dropped = Vec::new();
        for (key, value) in pairs(search) {
            let facet = Facet::ALL.into_iter().find(|facet| facet.key() == key);
            if value.is_empty() {
                continue;
            }
            match (key.as_str(), facet) {
                ("q", _) => address.query.text = value,
                ("sort", _) => match Sort::of_key(&value) {
                    Some(sort) => address.query.sort = Some(sort),
                    None => dropped.push(format!("sort={value}")),
                },
                ("view", _) if value == VIEW && Timetable::of(event).is_some() => {
                    address.is_timetable = true;
                }
                ("date", _) if Timetable::of(event).is_some_and(|it| it.has_day(&value)) => {
                    address.day = Some(value);
                }
                ("view" | "date", _) => dropped.push(format!("{key}={value}")),
                ("saved", _) if value == OWN_LIST => address.query.saved = Some(Saved::Own),
                ("saved", _) => {
                    let (known, unknown) = WatchList::read(&value).split(event);
                    address.query.saved = (!known.is_empty()).then_some(Saved::Shared(known));
                    if !unknown.is_empty() || address.query.saved.is_none() {
                        dropped.push(format!("saved={}", first_of(&unknown.write(), &value)));
                    }
                }
                ("event", _) => address.event = Some(value),
                ("lang", _) => match known_language(&value, event) {
                    Some(language) if language == *own => {}
                    Some(language) => address.language = Some(language),
                    None => dropped.push(format!("lang={value}")),
                },
                (_, Some(facet)) if facet.has_value(event, &value) => {
                    address.query.choose(facet, &value);
                }
                (_, Some(_)) => dropped.push(format!("{key}={value}")),
                _ => {}
            }
        }
        if let Some(target) = Target::read(hash) {
            if event.has_place(&target.id) {
                address.target = Some(target);
            } else {
                dropped.push(format!("#{}", target.id));
            }
        }
        (address, dropped)
    }

    /// Writes `?…#…`. Empty if everything has its default value.
    #[must_use]
    pub fn write(&self) -> String {
        let mut pairs = Serializer::new(String::new());
        let mut add = |key: &str, value: &str| {
            pairs.append_pair(key, value);
        };
        if let Some(event) = &self.event {
            add("event", event);
        }
        if let Some(language) = &self.language {
            add("lang", language.as_str());
        }
        if !self.query.text.trim().is_empty() {
            add("q", self.query.text.trim());
        }
        if self.is_timetable {
            add("view", VIEW);
            if let Some(day) = &self.day {
                add("date", day);
            }
        }
        let order = self.query.order();
        if order != self.query.usual_order() {
            add("sort", order.key());
        }
        match &self.query.saved {
            Some(Saved::Own) => add("saved", OWN_LIST),
            Some(Saved::Shared(list)) if !list.is_empty() => add("saved", &list.write()),
            _ => {}
        }
        for facet in Facet::ALL {
            self.query
                .chosen(facet)
                .for_each(|value| add(facet.key(), value));
        }
        let search = pairs.finish();
        let mark = if search.is_empty() { "" } else { "?" };
        let target = self.target.as_ref().map(Target::write).unwrap_or_default();
        format!("{mark}{search}{target}")
    }
}

/// The value of one key of `?…`, read before the event is known.
#[must_use]
pub fn parameter(search: &str, key: &str) -> Option<String> {
    pairs(search)
        .find(|(name, value)| name == key && !value.is_empty())
        .map(|(_, value)| value)
}

/// The beginning of the unknown ids, or of a value that is not a list.
fn first_of<'a>(unknown: &'a str, value: &'a str) -> &'a str {
    let text = if unknown.is_empty() { value } else { unknown };
    let end = text
        .char_indices()
        .nth(200)
        .map_or(text.len(), |(at, _)| at);
    &text[..end]
}

fn pairs(search: &str) -> impl Iterator<Item = (String, String)> {
    form_urlencoded::parse(search.trim_start_matches('?').as_bytes()).into_owned()
}

#[cfg(test)]
mod round_trip;
#[cfg(test)]
mod tests;
