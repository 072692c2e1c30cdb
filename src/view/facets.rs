//! The filters, with the order of the list and the zone of times: a column beside the list, or a
//! sheet over it.

use leptos::{
    ev::KeyboardEvent,
    prelude::{Read, SetValue, StoredValue, WithValue},
    wasm_bindgen::JsCast,
};
use nachlese_markup::{El, Signal, attribute_around, el, goes_elsewhere, live, show};
use nachlese_search::{Choice, Facet, Found, Index, Query};

use super::{
    facet_label::facet_name,
    filter_bar::{Handles, true_or_false},
    search_help::search_help,
    sort_menu::sort_menu,
    view_switch::zone_switch,
    watch_list::list_chip,
};
use crate::{
    state::{AppState, Outside},
    text::prelude::*,
};

/// Facets with more values than this are folded.
const MOST_OPEN_VALUES: usize = 12;

/// The most values of a facet that are offered: those with the most talks. The search finds the
/// others.
const MOST_VALUES: usize = 40;

/// Up to this many talks, readers need little help.
const FEW_TALKS: usize = 12;

/// Shows every facet that has values to choose from, and the other settings of the list.
pub(super) fn facets(state: AppState, handles: Handles) -> El {
    let speech = state.speech();
    let outside = Outside::expect();
    // By the number of all their talks, so that they stay the same during a search.
    let all = state
        .search
        .index
        .read_untracked()
        .find(&Query::default(), &[]);
    let groups = Facet::ALL
        .into_iter()
        .filter_map(|facet| facet_group(state, facet, &all));
    let is_page = !state.catalogue().frame.is_embedded;
    let sorting = move || (!state.view.is_timetable.get()).then(|| sort_menu(state));
    let close = move || {
        handles.is_open.set(false);
        handles.toggle.focus();
    };
    let done = el("button")
        .attr("type", "button")
        .class("button facets__done")
        .on("click", move |_| close())
        .child(speech.show_matches());
    let done = el("div").class("facets__end").child(done);
    let panel = el("div")
        .class("facets__panel")
        .child(is_page.then(|| list_chip(state)))
        .child(live(sorting))
        .child(live(move || {
            (!state.view.is_timetable.get()).then(|| zone_switch(state, outside))
        }))
        .children(groups)
        .child(search_help(speech, is_page))
        .child(done);
    el("div")
        .class("facets")
        .live_attr("data-open", move || handles.is_open.get())
        .on("keydown", move |event| {
            let is_escape = event.unchecked_ref::<KeyboardEvent>().key() == "Escape";
            if is_escape && handles.is_open.get() {
                close();
            }
        })
        .on("focusout", move |event| {
            // The element with the focus must not be behind the sheet.
            if goes_elsewhere(&event) {
                handles.is_open.set(false);
            }
        })
        .child(panel)
}

/// One facet with its values, and how many talks each of them has.
fn facet_group(state: AppState, facet: Facet, all: &Found) -> Option<El> {
    let index = state.search.index.read_untracked();
    let values = offered(state, &index, facet, all);
    let is_rare = matches!(facet, Facet::Recording | Facet::Status);
    let least = if is_rare { 1 } else { 2 };
    let total = state.catalogue().event.talks.len();
    // In a short programme, a facet with as many values as talks is of no use.
    let is_vain =
        total <= FEW_TALKS && facet != Facet::Kind && !is_rare && values.len() * 2 > total;
    if values.len() < least || is_vain {
        return None;
    }
    // There are many keywords, and few readers need the rest. In a long programme, readers want to
    // see talks below the search field, not long lists of choices.
    let is_open = !matches!(
        facet,
        Facet::Tag | Facet::Captions | Facet::Room | Facet::Language | Facet::Length
    ) && !state.catalogue().is_long();
    let is_folded = !is_open || values.len() > MOST_OPEN_VALUES;
    let values = values.into_iter();
    let values: Vec<_> = values.map(|(at, value)| (at, value.to_owned())).collect();
    let name = state.speech().facet(facet);
    Some(if is_folded {
        let is_chosen = state
            .search
            .query
            .with_untracked(|query| query.chosen(facet).next().is_some());
        // Hidden values need no counts.
        let is_open = Signal::new(is_chosen);
        let choices = move || {
            choices(state, facet, &values)
                .attr("role", "group")
                .attr("aria-label", name)
        };
        el("details")
            .class("facet")
            .attr("open", is_chosen)
            .on("toggle", move |event| {
                is_open.set(attribute_around(&event, "open").is_some());
            })
            .child(el("summary").class("facet__legend").child(name))
            .child(show(move || is_open.get(), choices))
    } else {
        el("fieldset")
            .class("facet")
            .child(el("legend").class("facet__legend").child(name))
            .child(choices(state, facet, &values))
    })
}

/// The values to choose from, in the order of the programme. They come from `all` talks.
fn offered<'a>(
    state: AppState,
    index: &'a Index,
    facet: Facet,
    all: &Found,
) -> Vec<(Choice, &'a str)> {
    let mut values: Vec<_> = index.choices(facet).collect();
    if values.len() > MOST_VALUES {
        let count = |choice: Choice| all.count(choice);
        let mut least = 1;
        while values
            .iter()
            .filter(|(choice, _)| count(*choice) > least)
            .count()
            > MOST_VALUES
        {
            least += 1;
        }
        let query = state.search.query.read_untracked();
        values.retain(|(choice, value)| count(*choice) > least || query.has(facet, value));
    }
    values
}

/// How a value to choose looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Look {
    count: usize,
    is_chosen: bool,
}

impl Look {
    fn is_dead_end(self) -> bool {
        self.count == 0 && !self.is_chosen
    }
}

/// The values of a facet to choose from.
fn choices(state: AppState, facet: Facet, values: &[(Choice, String)]) -> El {
    let looks = StoredValue::new(Vec::new());
    let look = move |at: usize| looks.try_with_value(|looks| looks.get(at).copied());
    let look = move |at| look(at).flatten().unwrap_or_default();
    let event = &state.catalogue().event;
    let chips = values.iter().enumerate().map(|(at, (_, value))| {
        let label = facet_name(state, event, facet, value);
        chip(facet, value.clone(), label, move || look(at))
    });
    let values = values.to_vec();
    let shown = values.clone();
    let choose = move |event| {
        let value = attribute_around(&event, "data-value");
        let at = values
            .iter()
            .position(|(_, own)| value.as_ref() == Some(own));
        if let Some(at) = at.filter(|at| !look(*at).is_dead_end()) {
            state.toggle(facet, &values[at].1);
        }
    };
    el("div")
        .class("facet__choices")
        .together(move || {
            let (found, query) = (state.search.found.read(), state.search.query.read());
            let now = shown.iter().map(|(choice, value)| Look {
                count: found.count(*choice),
                is_chosen: query.has(facet, value),
            });
            looks.set_value(now.collect());
            true
        })
        .on("click", choose)
        .children(chips)
}

/// A value to choose, with the number of its talks. Without a match, it stays visible but cannot be
/// chosen.
fn chip(
    facet: Facet,
    value: String,
    label: El,
    look: impl Fn() -> Look + Copy + Send + 'static,
) -> El {
    let number = el("span").class("chip__count");
    el("button")
        .attr("type", "button")
        .class("chip")
        .attr("data-facet", facet.key())
        .attr("data-value", value)
        .live_attr("aria-pressed", move || true_or_false(look().is_chosen))
        // Not `disabled`, because a reader who has just removed a choice would lose the focus.
        .live_attr("aria-disabled", move || {
            look().is_dead_end().then_some("true")
        })
        .child(label.class("chip__label"))
        .child(" ")
        .child(number.live_text(move || look().count.to_string()))
}

#[cfg(test)]
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
            {"id": "c", "kind": "panel", "title": "C", "track": "Ethik", "room": "Saal 1"},
            {"id": "d", "kind": "talk", "title": "D", "room": "Saal 2"},
            {"id": "e", "kind": "talk", "title": "E", "room": "Saal 3"}]"#;
        html(&event(fields), Address::default(), |state| {
            for (facet, value) in chosen {
                state.toggle(*facet, value);
            }
            facets(state, Handles::new())
        })
    }

    fn chip<'a>(html: &'a str, value: &str) -> &'a str {
        between(html, &format!(r#"data-value="{value}""#), "</button>")
    }

    #[test]
    fn counts_what_each_choice_stands_for() {
        let html = bar(&[]);
        assert_has(&html, &[r#"data-facet="kind""#]);
        assert_has(
            &text(&html),
            &["Vortrag 4", "Panel 1", "Praxis 1", "Ethik 2"],
        );
        assert_lacks(
            &html,
            &[
                r#"aria-pressed="true""#,
                "aria-disabled",
                "Personen</legend>",
                // As many values as talks are of no use.
                "Saal 1",
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
