//! A talk that was found, as a row: its title, its people, and the words that were searched for.
//!
//! A row must be cheap, because each key that is typed draws thirty of them. Rows stay in the
//! document and then show another talk.

mod found_line;
mod row;
mod texts;

use std::borrow::Cow;

use nachlese_event::{Recording, Talk};
use nachlese_markup::{El, el, switch};
use nachlese_search::Field;

use self::{
    row::{Row, hidden},
    texts::HitTexts,
};
use super::{filter_bar::true_or_false, said::said, share_button::share_place};
use crate::{
    state::{AppState, Outside},
    text::prelude::*,
};

/// Shows a talk in a row. Its title opens the card. A row without a talk will be removed, and stays
/// as it is.
///
/// `number` is different in each row of the list.
pub(super) fn hit(
    state: AppState,
    heading: &'static str,
    number: usize,
    talk: Box<dyn Fn() -> Option<u32> + Send>,
) -> El {
    let (row, outside) = (Row::new(state), Outside::expect());
    let catalogue = state.catalogue();
    let talks = &catalogue.event.talks;
    let link = el("a")
        .attr("id", own_id(TITLE, number))
        .live_attr("href", row.of(|texts| Some(texts.link().into())))
        .live_attr(
            "lang",
            row.of(|texts| texts.title.lang.clone().map(Cow::Owned)),
        )
        .live_attr("dir", row.of(|texts| texts.title.dir.map(Cow::Borrowed)))
        .live_marks(row.marked(Field::Title, |texts| &texts.title.text));
    // Most events have none of these.
    let has_status = talks.iter().any(|talk| talk.status.is_some());
    let is_readable = |talk: &Talk| talk.recording.as_ref().is_some_and(Recording::is_readable);
    let badge = has_status.then(|| {
        let status = |texts: &HitTexts| texts.status.map(|it| it.as_str().into());
        el("span")
            .class("badge")
            .live_attr("hidden", row.of(|texts| hidden(texts.status.is_none())))
            .live_attr("data-status", row.of(status))
            .live_marks(row.marked(Field::Tag, |texts| &texts.status_word))
    });
    let said = talks.iter().any(is_readable).then(|| {
        let place = move || row.texts().place;
        switch(place, move |place| {
            let catalogue = state.catalogue();
            let talk = catalogue.event.talks.get(place? as usize);
            talk.and_then(said)
        })
    });
    let people = el("span")
        .class("hit__people")
        .live_attr("dir", row.of(|texts| texts.people_dir.map(Cow::Borrowed)))
        .live_marks(row.marked(Field::Person, |texts| &texts.people));
    let about = el("span")
        .class("hit__about")
        .live_marks(row.marked(Field::Room, |texts| &texts.about));
    let title = el(heading)
        .class("heading hit__title")
        .child(badge)
        .child(link);
    let found = el("p")
        .class("hit__line")
        .live_attr(
            "lang",
            row.of_line(|line| line.lang.clone().map(Cow::Owned)),
        )
        .live_attr("dir", row.of_line(|line| line.dir.map(Cow::Borrowed)))
        .live_marks(move || row.found_line());
    let main = el("div")
        .class("hit__main")
        .child(title)
        .child(el("p").class("hit__facts").child(about).child(people))
        .child(said)
        .child(found);
    el("li")
        .class("hit")
        .attr("part", "talk-card")
        .live_attr("data-talk", row.of(|texts| Some(texts.name().into())))
        .together(move || row.show(state, outside, talk()))
        .child(main)
        .child(actions(state, row, number))
}

/// The buttons for the talk.
fn actions(state: AppState, row: Row, number: usize) -> El {
    let catalogue = state.catalogue();
    let speech = state.speech();
    let is_playable = catalogue.event.talks.iter().any(Talk::is_playable);
    let watch = is_playable.then(|| {
        let link = |texts: &HitTexts| Some((texts.link() + "@0:00").into());
        named(el("a"), "~w", number)
            .class("hit__watch")
            .live_attr("hidden", row.of(|texts| hidden(!texts.is_playable)))
            .live_attr("href", row.of(link))
            .child(speech.watch_it())
    });
    let save = (!catalogue.frame.is_embedded).then(|| {
        let is_saved = move || {
            let texts = row.texts();
            let id = texts.id.as_ref();
            true_or_false(id.is_some_and(|id| state.is_saved(id)))
        };
        named(el("button"), "~m", number)
            .attr("type", "button")
            .class("chip talk-card__save")
            .attr("data-save", true)
            .live_attr("aria-pressed", is_saved)
            .child(speech.save())
    });
    let share = named(el("button"), "~s", number)
        .attr("type", "button")
        .class("chip share-button")
        .attr("data-share", share_place(state, "{id}"))
        .child(speech.share());
    el("div")
        .class("hit__actions signs")
        .child(watch)
        .child(save)
        .child(share)
}

/// An element whose accessible name is its own word and the title in the row, so that nothing has
/// to be written again for another talk.
fn named(element: El, sign: &str, number: usize) -> El {
    let own = own_id(sign, number);
    let label = format!("{own} {}", own_id(TITLE, number));
    element.attr("id", own).attr("aria-labelledby", label)
}

/// A character that no talk's id contains.
fn own_id(sign: &str, number: usize) -> String {
    format!("{sign}{number}")
}

const TITLE: &str = "~t";

#[cfg(test)]
mod tests {
    use crate::{
        url::Address,
        view::{
            programme::programme,
            test_support::{assert_has, assert_lacks, event, html, text},
        },
    };

    fn found(query: &str) -> String {
        let fields = r#""date": "2024-06-07", "people": [
                {"id": "ada", "name": "Ada Beispiel", "roleAtEvent": "Leitung"}],
            "talks": [
                {"id": "a", "kind": "talk", "title": "Mut [mehr](https://a.example/)", "people": ["ada"],
                 "room": "Saal", "start": "2024-06-07T09:30", "abstract": "Vom Wagen.", "tags": ["Ethik"]},
                {"id": "b", "kind": "panel", "title": "Ende"}],
            "sections": [{"type": "talks"}, {"type": "panel", "talk": "b",
                "paragraphs": [{"de": "Ein Roboter", "en": "A machine"}]}]"#;
        html(&event(fields), Address::default(), |state| {
            state.search(query.to_owned());
            while !state.index_further() {}
            programme()
        })
    }

    #[test]
    fn whoever_searches_gets_rows_with_the_title_first() {
        let html = found("mut");
        assert_has(
            &html,
            &[
                r##"<h3 class="heading hit__title"><a id="~t0" href="#a"><mark>Mut</mark> mehr</a>"##,
                r#"<li class="hit" part="talk-card" data-talk="a">"#,
                r#"id="~m0" aria-labelledby="~m0 ~t0" type="button" class="chip talk-card__save" data-save"#,
                r##"data-share="#{id}">Teilen"##,
            ],
        );
        let text = text(&html);
        assert_has(
            &text,
            &[
                "Vortrag · 9.30 Uhr · Saal · Ada Beispiel, Leitung",
                "Vom Wagen.",
            ],
        );
        assert_lacks(&html, &[r#"class="talk-card""#, r#"data-talk="b""#]);
    }

    #[test]
    fn a_row_shows_where_it_was_found() {
        assert_has(&found("wagen"), &["Vom <mark>Wagen</mark>."]);
        assert_has(&found("ethik"), &[r#"hit__line"><mark>Ethik</mark>"#]);
        assert_has(&found("beispiel"), &["Ada <mark>Beispiel</mark>, Leitung"]);
        assert_has(&found("saal"), &["<mark>Saal</mark>"]);
        // What a section tells of it, and a text in another language.
        let stand = r#"hit__line">Ein <mark>Roboter</mark>"#;
        assert_has(&found("roboter"), &[stand]);
        assert_has(&found("ende roboter"), &["<mark>Ende</mark>", stand]);
        assert_has(&found("robot"), &[r#"hit__line">Ein <mark>Robot</mark>er"#]);
        assert_has(
            &found("machine"),
            &[r#"<p class="hit__line" lang="en">A <mark>machine</mark>"#],
        );
    }

    #[test]
    fn without_a_search_there_are_cards() {
        let html = found("");
        assert_has(&html, &[r#"class="talk-card""#, r#"id="a""#]);
        assert_lacks(&html, &["hit__title"]);
    }
}
