//! Words and facets to filter the programme by.

use leptos::{
    ev::{Event, KeyboardEvent},
    prelude::{
        Get, Read, ReadUntracked, RwSignal, SetValue, StoredValue, Update, WithUntracked,
        WithValue, event_target_value,
    },
    wasm_bindgen::JsCast,
};

use super::{
    facet_label::facet_name,
    markup::{El, Place, attribute_around, el, show},
    watch_list::list_chip,
};
use crate::{
    search::{Choice, Facet, Found, Index, Query},
    state::AppState,
};

/// More values than this fold away behind the facet's name.
const MOST_OPEN_VALUES: usize = 12;

/// Of a facet with more values only these are offered, those with the most talks; the search
/// finds the others.
const MOST_VALUES: usize = 40;

/// Shows the search field, known as `search_field`, how many talks match, and every facet that has
/// something to choose.
pub fn filter_bar(search_field: Place, status: El) -> El {
    let state = AppState::expect();
    let clear = move |event: Event| {
        if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
            event.prevent_default();
            state.search(String::new());
        }
    };
    let is_page = !state.catalogue().frame.is_embedded;
    let field = el("input")
        .attr("type", "search")
        .class("field")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .attr("aria-keyshortcuts", is_page.then_some("/"))
        .attr("dir", "auto")
        .attr("placeholder", state.speech().search_hint())
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
    // By their talks among all, so that they stay the same whatever is searched for.
    let all = state.index.read_untracked().find(&Query::default(), &[]);
    let facets = Facet::ALL
        .into_iter()
        .filter_map(|facet| facet_group(state, facet, &all));
    el("search")
        .class("filter-bar")
        .attr("part", "filter-bar")
        .child(label)
        .child(status)
        .child(is_page.then(|| list_chip(state)))
        .children(around(state, facets.collect()))
}

/// All facets, with the button that shows them where the page is narrow: whoever searches there wants
/// to see talks below the field, too.
fn around(state: AppState, facets: Vec<El>) -> Vec<El> {
    if facets.len() < 2 {
        return facets;
    }
    let is_open = RwSignal::new(false);
    let button = el("button")
        .attr("type", "button")
        .class("chip filter-bar__toggle")
        .live_attr("aria-expanded", move || true_or_false(is_open.get()))
        .on("click", move |_| {
            is_open.update(|is_open| *is_open = !*is_open);
        })
        .child(state.speech().filters());
    let facets = el("div")
        .class("filter-bar__facets")
        .live_attr("data-open", move || is_open.get())
        .children(facets);
    vec![button, facets]
}

/// One facet with its values and how many talks each stands for.
fn facet_group(state: AppState, facet: Facet, all: &Found) -> Option<El> {
    let index = state.index.read_untracked();
    let values = offered(state, &index, facet, all);
    let is_rare = matches!(facet, Facet::Recording | Facet::Status);
    let least = if is_rare { 1 } else { 2 };
    if values.len() < least {
        return None;
    }
    // Keywords are many, and few readers look for the rest. In a long programme whoever searches
    // wants to see talks below the field, and no walls of choices.
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
            .query
            .with_untracked(|query| query.chosen(facet).next().is_some());
        let choices = move || {
            choices(state, facet, &values)
                .attr("role", "group")
                .attr("aria-label", name)
        };
        el("details")
            .class("facet")
            .attr("open", is_chosen)
            .child(el("summary").class("facet__legend").child(name))
            .child(show(
                move || is_chosen || state.draws(facet as usize),
                choices,
            ))
    } else {
        el("fieldset")
            .class("facet")
            .child(el("legend").class("facet__legend").child(name))
            .child(choices(state, facet, &values))
    })
}

/// The values to choose from, in the order of the programme; `all` talks tell which ones.
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
        let query = state.query.read_untracked();
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
            let (found, query) = (state.found.read(), state.query.read());
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

/// A value to choose, with the number of talks it stands for. Without a match it stays visible
/// but cannot be chosen.
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
        // Not `disabled`: the reader who has just taken a choice back would lose the focus.
        .live_attr("aria-disabled", move || {
            look().is_dead_end().then_some("true")
        })
        .child(label.class("chip__label"))
        .child(" ")
        .child(number.live_text(move || look().count.to_string()))
}

/// The word for `aria-pressed` and its like.
pub(super) fn true_or_false(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
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
            filter_bar(Place::new(), el("p"))
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
