//! Words and facets to filter the programme by.

use leptos::{html::Input, prelude::*};

use super::words::plain;
use crate::{
    model::{Event, Kind, LocalizedText, Person},
    search::{Facet, facet_counts},
    state::AppState,
};

/// More values than this fold away behind the facet's name; keywords always do.
const MOST_OPEN_VALUES: usize = 12;

/// Shows the search field and every facet that has something to choose.
#[component]
pub fn FilterBar(
    /// Receives the search field, so that it can be focused.
    search_field: NodeRef<Input>,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let groups = Facet::ALL.map(|facet| view! { <FacetGroup facet /> });
    let clear = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            event.prevent_default();
            state.search(String::new());
        }
    };
    view! {
        <search class="filter-bar">
            <label class="filter-bar__search">
                <span class="filter-bar__label">{speech.search_label()}</span>
                <input
                    type="search"
                    class="field"
                    node_ref=search_field
                    autocomplete="off"
                    enterkeyhint="search"
                    prop:value=move || state.query.read().text.clone()
                    on:input=move |event| state.search(event_target_value(&event))
                    on:keydown=clear
                />
            </label>
            {groups.into_iter().collect_view()}
        </search>
    }
}

/// One facet with its values and how many talks each stands for.
#[component]
fn FacetGroup(
    /// The facet.
    facet: Facet,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let counts = Memo::new(move |_| {
        let catalogue = state.catalogue();
        facet_counts(
            &catalogue.event,
            &catalogue.index,
            &state.query.read(),
            facet,
        )
    });
    let values: Vec<_> =
        counts.with_untracked(|counts| counts.iter().map(|(value, _)| value.clone()).collect());
    let least = if facet == Facet::Recording { 1 } else { 2 };
    if values.len() < least {
        return ().into_any();
    }
    let is_folded = facet == Facet::Tag || values.len() > MOST_OPEN_VALUES;
    let is_chosen = state
        .query
        .with_untracked(|query| query.chosen(facet).next().is_some());
    let chips = values
        .into_iter()
        .enumerate()
        .map(|(at, value)| {
            let label = label(state, &catalogue.event, facet, &value);
            let count = Signal::derive(move || counts.read().get(at).map_or(0, |(_, n)| *n));
            view! { <Chip facet value label count /> }
        })
        .collect_view();
    let name = speech.facet(facet);
    if is_folded {
        view! {
            <details class="facet" open=is_chosen>
                <summary class="facet__legend">{name}</summary>
                <div class="facet__choices" role="group" aria-label=name>{chips}</div>
            </details>
        }
        .into_any()
    } else {
        view! {
            <fieldset class="facet">
                <legend class="facet__legend">{name}</legend>
                <div class="facet__choices">{chips}</div>
            </fieldset>
        }
        .into_any()
    }
}

/// A value to choose. Without a match it stays visible but cannot be chosen.
#[component]
fn Chip(
    /// The facet.
    facet: Facet,
    /// The value.
    value: String,
    /// The value in the reader's words.
    label: String,
    /// How many talks it stands for.
    #[prop(into)]
    count: Signal<usize>,
) -> impl IntoView {
    let state = AppState::expect();
    let data_value = value.clone();
    let chosen = value.clone();
    let is_chosen = Memo::new(move |_| state.query.read().has(facet, &chosen));
    // Not `disabled`: the reader who has just taken a choice back would lose the focus.
    let is_dead_end = move || count.get() == 0 && !is_chosen.get();
    let choose = move |_| {
        if !untrack(is_dead_end) {
            state.toggle(facet, &value);
        }
    };
    view! {
        <button
            type="button"
            class="chip"
            data-facet=facet.key()
            data-value=data_value
            aria-pressed=move || is_chosen.get().to_string()
            aria-disabled=move || is_dead_end().then_some("true")
            on:click=choose
        >
            <span class="chip__label">{label}</span>
            " "
            <span class="chip__count">{count}</span>
        </button>
    }
}

/// A facet's value in the reader's words.
fn label(state: AppState, event: &Event, facet: Facet, value: &str) -> String {
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
            view! { <FilterBar search_field=NodeRef::new() /> }
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
