//! What a facet's value is called.

use jiff::civil::{Date, DateTime};
use nachlese_event::{
    Event, Kind, LanguageTag, LocalizedText, Person, TalkStatus,
    date::{iso, weekday_and_day},
};
use nachlese_markup::{El, el};
use nachlese_search::Facet;

use super::words::{dir, plain, with_terms};
use crate::{state::AppState, text::prelude::*};

/// A facet's value in the reader's words.
pub(super) fn facet_label(state: AppState, event: &Event, facet: Facet, value: &str) -> String {
    let speech = state.speech();
    let own = &event.language;
    let talks = event.talks.iter();
    let translated = |mut texts: Box<dyn Iterator<Item = &LocalizedText> + '_>| {
        let text = texts.find(|text| text.in_event_language(own) == value);
        text.map(|text| plain(state, text))
    };
    let found = match facet {
        Facet::Kind => Some(speech.kind(&Kind::new(value)).to_owned()),
        Facet::Recording => Some(speech.only_recorded().to_owned()),
        Facet::Captions => Some(speech.to_read_along(value).to_owned()),
        Facet::Length => Some(speech.at_most_minutes(value)),
        Facet::Person => {
            let mut people = event.people.iter();
            let person = people.find(|person| person.id.as_str() == value);
            person.map(Person::full_name)
        }
        Facet::Track => translated(Box::new(talks.filter_map(|talk| talk.track.as_ref()))),
        Facet::Tag => translated(Box::new(talks.flat_map(|talk| &talk.tags))),
        Facet::Room => translated(Box::new(talks.filter_map(|talk| talk.room.as_ref()))),
        Facet::Language => LanguageTag::new(value)
            .ok()
            .map(|tag| speech.language_name(&tag).to_owned()),
        Facet::Status => TalkStatus::new(value).map(|status| speech.talk_status(status).to_owned()),
        Facet::Day => day_of(event, value).map(|day| weekday_and_day(day, speech)),
    };
    found.unwrap_or_else(|| value.to_owned())
}

/// The same as an element.
pub(super) fn facet_name(state: AppState, event: &Event, facet: Facet, value: &str) -> El {
    let label = facet_label(state, event, facet, value);
    let dir = dir(state, &label);
    el("span")
        .attr("dir", dir)
        .child(with_terms(state, &label, None))
}

/// The day of some talk that is written so.
fn day_of(event: &Event, value: &str) -> Option<Date> {
    let mut starts = event.talks.iter().filter_map(|talk| talk.start);
    let start = starts.find(|start| iso(start.date()) == value);
    start.map(DateTime::date)
}
