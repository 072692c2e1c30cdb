//! When, where and how many, as a row of tiles.

use nachlese_event::{Fact, date};
use nachlese_markup::{El, Markup, el, group};

use super::words::{label, words};
use crate::{state::AppState, text::prelude::*};

/// Shows the facts of a section, or the event's own if it has none.
pub fn facts(facts: &[Fact]) -> Option<El> {
    if facts.is_empty() {
        return event_facts();
    }
    let tile = |fact: &Fact| (label(&fact.label), words(&fact.value));
    Some(tiles(facts.iter().map(tile).collect()))
}

/// Shows when and where the event was and how many took part, if that is known.
pub(super) fn event_facts() -> Option<El> {
    let facts = of_event(AppState::expect());
    (!facts.is_empty()).then(|| tiles(facts))
}

fn tiles(facts: Vec<(Markup, Markup)>) -> El {
    let tiles = facts.into_iter().map(|(name, value)| {
        el("div")
            .class("facts__item")
            .child(el("dt").class("facts__label").child(name))
            .child(el("dd").class("facts__value").child(value))
    });
    el("dl").class("facts").children(tiles)
}

fn of_event(state: AppState) -> Vec<(Markup, Markup)> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let mut tiles = Vec::new();
    if let Some(when) = &event.when {
        let text = date::when(when, speech);
        let day = date::iso(when.first_day());
        let value = el("time").attr("datetime", day).child(text);
        tiles.push((speech.when().into(), value.into()));
    }
    if let Some(venue) = &event.venue {
        let address = venue.address.as_ref();
        let address = address.map(|text| group([", ".into(), words(text)]));
        let value = group([words(&venue.name), address.into()]);
        tiles.push((speech.place().into(), value));
    }
    for attendance in &event.attendance {
        let about = if attendance.approximate {
            speech.about()
        } else {
            ""
        };
        let number = format!("{about} {}\u{a0}", attendance.count);
        let number = number.trim_start().to_owned();
        let unit = attendance.unit.as_ref().map(words);
        let value = group([number.into(), unit.into()]);
        tiles.push((label(&attendance.label), value));
    }
    tiles
}

#[cfg(test)]
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
