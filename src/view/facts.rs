//! When, where and how many, as a band of tiles.

use leptos::prelude::*;

use super::words::{Words, plain};
use crate::{model::Fact, state::AppState, text::date};

/// Shows the facts of a section, or the event's own if it has none.
#[component]
pub fn Facts(
    /// The section's facts.
    facts: Vec<Fact>,
) -> impl IntoView {
    let state = AppState::expect();
    let tiles = if facts.is_empty() {
        of_event(state)
    } else {
        let tile = |fact: Fact| {
            let value = view! { <Words text=fact.value /> }.into_any();
            (plain(state, &fact.label), value)
        };
        facts.into_iter().map(tile).collect()
    };
    let tiles = tiles.into_iter().map(|(label, value)| {
        view! {
            <div class="facts__item">
                <dt class="facts__label">{label}</dt>
                <dd class="facts__value">{value}</dd>
            </div>
        }
    });
    view! { <dl class="facts">{tiles.collect_view()}</dl> }
}

fn of_event(state: AppState) -> Vec<(String, AnyView)> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let mut tiles = Vec::new();
    if let Some(when) = &event.when {
        let text = date::when(when, speech);
        let day = date::iso(when.first_day());
        let value = view! { <time datetime=day>{text}</time> }.into_any();
        tiles.push((speech.when().to_owned(), value));
    }
    if let Some(venue) = event.venue.clone() {
        let value = view! {
            <Words text=venue.name />
            {venue.address.map(|text| view! { ", " <Words text /> })}
        };
        tiles.push((speech.place().to_owned(), value.into_any()));
    }
    for attendance in event.attendance.clone() {
        let about = if attendance.approximate {
            speech.about()
        } else {
            ""
        };
        let number = format!("{about} {}\u{a0}", attendance.count);
        let value = view! {
            {number.trim_start().to_owned()}
            {attendance.unit.map(|text| view! { <Words text /> })}
        };
        tiles.push((plain(state, &attendance.label), value.into_any()));
    }
    tiles
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use crate::view::test_support::{assert_has, assert_lacks, sections, text};

    #[test]
    fn tells_when_and_how_many_as_the_press_office_does() {
        let html = sections(
            r#""date": "2024-06-07", "partOfDay": "morning", "venue": "Rathaus",
               "attendance": [
                   {"label": "Vor Ort", "count": 100, "approximate": true, "unit": "Gäste"},
                   {"label": "Livestream", "count": 245}],
               "sections": [{"type": "facts"}]"#,
        );
        assert_has(&html, &[r#"datetime="2024-06-07""#, ">Livestream</dt>"]);
        let text = text(&html);
        assert_has(&text, &["Freitag, 7. Juni 2024, Vormittag", "Rathaus"]);
        assert_has(&text, &["etwa 100 Gäste", "Livestream245"]);
    }

    #[test]
    fn shows_the_sections_own_facts_instead() {
        let html = sections(
            r#""date": "2024-06-07",
               "sections": [{"type": "facts", "facts": [{"label": "Budget", "value": "keines"}]}]"#,
        );
        assert_has(&html, &[">Budget</dt>", ">keines</dd>"]);
        assert_lacks(&html, &["2024"]);
    }
}
