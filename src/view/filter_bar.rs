//! Words and facets to filter the programme by.

use std::sync::Arc;

use leptos::{
    ev::{Event, KeyboardEvent},
    prelude::{Memo, Read, WithUntracked, event_target_value, untrack},
    wasm_bindgen::JsCast,
};

use super::{
    markup::{El, Place, el},
    words::plain,
};
use crate::{
    model::{Event as Occasion, Kind, LocalizedText, Person},
    search::{Facet, FacetCounts, facet_counts},
    state::AppState,
};

/// More values than this fold away behind the facet's name; keywords always do.
const MOST_OPEN_VALUES: usize = 12;

/// Shows the search field, known as `search_field`, and every facet that has something to choose.
pub fn filter_bar(search_field: Place) -> El {
    let state = AppState::expect();
    let clear = move |event: Event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            event.prevent_default();
            state.search(String::new());
        }
    };
    let field = el("input")
        .attr("type", "search")
        .class("field")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .at(search_field)
        .live_value(move || state.query.read().text.clone())
        .on("input", move |event| {
            state.search(event_target_value(&event));
        })
        .on("keydown", clear);
    let label = el("span")
        .class("filter-bar__label")
        .child(state.speech().search_label());
    let label = el("label")
        .class("filter-bar__search")
        .child(label)
        .child(field);
    let facets = Facet::ALL
        .into_iter()
        .filter_map(|facet| facet_group(state, facet));
    el("search")
        .class("filter-bar")
        .attr("part", "filter-bar")
        .child(label)
        .children(facets)
}

/// One facet with its values and how many talks each stands for.
fn facet_group(state: AppState, facet: Facet) -> Option<El> {
    let catalogue = state.catalogue();
    let counts = Memo::new(move |_| {
        let catalogue = state.catalogue();
        let query = state.query.read();
        facet_counts(&catalogue.event, &catalogue.index, &query, facet)
    });
    let values: Vec<_> =
        counts.with_untracked(|counts| counts.iter().map(|(value, _)| value.clone()).collect());
    let least = if facet == Facet::Recording { 1 } else { 2 };
    if values.len() < least {
        return None;
    }
    let is_folded = facet == Facet::Tag || values.len() > MOST_OPEN_VALUES;
    let chips = values.into_iter().enumerate().map(|(at, value)| {
        let label = label(state, &catalogue.event, facet, &value);
        chip(state, facet, &value, label, Count { counts, at })
    });
    let name = state.speech().facet(facet);
    let choices = el("div").class("facet__choices");
    Some(if is_folded {
        let is_chosen = state
            .query
            .with_untracked(|query| query.chosen(facet).next().is_some());
        let choices = choices
            .attr("role", "group")
            .attr("aria-label", name)
            .children(chips);
        el("details")
            .class("facet")
            .attr("open", is_chosen)
            .child(el("summary").class("facet__legend").child(name))
            .child(choices)
    } else {
        el("fieldset")
            .class("facet")
            .child(el("legend").class("facet__legend").child(name))
            .child(choices.children(chips))
    })
}

/// A value to choose, with the number of talks it stands for. Without a match it stays visible
/// but cannot be chosen.
fn chip(state: AppState, facet: Facet, value: &str, label: String, count: Count) -> El {
    let value: Arc<str> = value.into();
    let chosen = Arc::clone(&value);
    let is_chosen = move || state.query.read().has(facet, &chosen);
    // Not `disabled`: the reader who has just taken a choice back would lose the focus.
    let is_open = is_chosen.clone();
    let is_dead_end = move || count.now() == 0 && !is_open();
    let is_pressed = move || if is_chosen() { "true" } else { "false" };
    let data_value = value.to_string();
    let is_useless = is_dead_end.clone();
    let choose = move |_| {
        if !untrack(&is_useless) {
            state.toggle(facet, &value);
        }
    };
    let number = el("span").class("chip__count");
    el("button")
        .attr("type", "button")
        .class("chip")
        .attr("data-facet", facet.key())
        .attr("data-value", data_value)
        .live_attr("aria-pressed", is_pressed)
        .live_attr("aria-disabled", move || is_dead_end().then_some("true"))
        .on("click", choose)
        .child(el("span").class("chip__label").child(label))
        .child(" ")
        .child(number.live_text(move || count.now().to_string()))
}

/// How many talks a value stands for at the moment.
#[derive(Clone, Copy)]
struct Count {
    counts: Memo<FacetCounts>,
    at: usize,
}

impl Count {
    fn now(self) -> usize {
        let counts = self.counts.read();
        counts.get(self.at).map_or(0, |(_, count)| *count)
    }
}

/// A facet's value in the reader's words.
fn label(state: AppState, event: &Occasion, facet: Facet, value: &str) -> String {
    let speech = state.speech();
    let own = event.language.clone();
    let translated = |mut texts: Box<dyn Iterator<Item = &LocalizedText> + '_>| {
        let text = texts.find(|text| text.in_event_language(&own) == value);
        text.map(|text| plain(state, text))
    };
    let talks = event.talks.iter();
    let found = match facet {
        Facet::Kind => Some(speech.kind(&Kind::new(value)).to_owned()),
        Facet::Recording => Some(speech.only_recorded().to_owned()),
        Facet::Person => {
            let person = event
                .people
                .iter()
                .find(|person| person.id.as_str() == value);
            person.map(Person::full_name)
        }
        Facet::Track => translated(Box::new(talks.filter_map(|talk| talk.track.as_ref()))),
        Facet::Tag => translated(Box::new(talks.flat_map(|talk| &talk.tags))),
    };
    found.unwrap_or_else(|| value.to_owned())
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use super::*;
    use crate::{
        url::Address,
        view::test_support::{assert_has, assert_lacks, between, event, html, text},
    };

    fn bar(chosen: &[(Facet, &str)]) -> String {
        let fields = r#""talks": [
            {"id": "a", "kind": "talk", "title": "A", "track": "Praxis"},
            {"id": "b", "kind": "talk", "title": "B", "track": "Ethik"},
            {"id": "c", "kind": "panel", "title": "C", "track": "Ethik"}]"#;
        html(&event(fields), Address::default(), |state| {
            for (facet, value) in chosen {
                state.toggle(*facet, value);
            }
            filter_bar(Place::new())
        })
    }

    fn chip<'a>(html: &'a str, value: &str) -> &'a str {
        between(html, &format!(r#"data-value="{value}""#), "</button>")
    }

    #[test]
    fn counts_what_each_choice_stands_for() {
        let html = bar(&[]);
        assert_has(
            &html,
            &[r#"<input type="search""#, "Suche in Programm und Personen"],
        );
        assert_has(
            &text(&html),
            &["Vortrag 2", "Panel 1", "Praxis 1", "Ethik 2"],
        );
        assert_lacks(
            &html,
            &[
                r#"aria-pressed="true""#,
                "aria-disabled",
                "Personen</legend>",
            ],
        );
    }

    #[test]
    fn marks_choices_and_dead_ends() {
        let html = bar(&[(Facet::Kind, "panel")]);
        assert_has(chip(&html, "panel"), &[r#"aria-pressed="true""#]);
        assert_has(chip(&html, "talk"), &[r#"aria-pressed="false""#]);
        assert_has(chip(&html, "Praxis"), &[r#"aria-disabled="true""#]);
        assert_lacks(chip(&html, "Ethik"), &["aria-disabled"]);
    }
}
