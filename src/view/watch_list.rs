//! The bar above a shown watch-list: whose list it is, and what can be done with it.

use leptos::{
    ev::Event,
    prelude::{Callable, Read},
};
use nachlese_event::date;
use nachlese_markup::{El, ElementRef, el, show, switch};
use nachlese_programme::watch_list::Saved;

use super::{
    filter_bar::true_or_false, reset_button::reset_button, talk_status::talk_count, words::spoken,
};
use crate::{
    state::{AppState, ListAction, Outside, anew},
    text::prelude::*,
};

/// Says whose list is shown, and offers actions for it. Nothing if no list is shown.
pub(super) fn watch_list(state: AppState, search_field: ElementRef) -> El {
    let place = ElementRef::new();
    let is_own = move || {
        let query = state.search.query.read();
        query.saved.as_ref().map(|saved| *saved == Saved::Own)
    };
    let panel = switch(is_own, move |is_own| {
        is_own.map(|is_own| panel(state, is_own, place, search_field))
    });
    // Buttons of the panel come and go. The focus moves to one that is left.
    el("div")
        .class("programme__place")
        .attr("role", "group")
        .attr("aria-label", state.speech().watch_list())
        .attr("tabindex", "-1")
        .at(place)
        .child(panel)
}

/// Shows only the talks of the reader's list, and says how many that would be.
///
/// It can also be chosen while the list is empty, and then explains how to save talks.
pub(super) fn list_chip(state: AppState) -> El {
    let speech = state.speech();
    let number = el("span").class("chip__count");
    let chip = el("button")
        .attr("type", "button")
        .class("chip")
        .attr("data-facet", "saved")
        .attr("data-value", "own")
        .live_attr("aria-pressed", move || {
            true_or_false(state.shows_own_list())
        })
        .on("click", move |_| state.toggle_list())
        .child(speech.watch_list())
        .child(" ")
        .child(number.live_text(move || state.saved_count().to_string()));
    let is_kept = Outside::expect().is_kept;
    let note = move || match is_kept.get() {
        Some(false) => speech.list_is_not_kept(),
        _ => "",
    };
    // Not a `status`, because the programme's `status` is the number of matches.
    let note = el("span").attr("aria-live", "polite").live_text(note);
    el("div").class("facet__choices").child(chip).child(note)
}

fn panel(state: AppState, is_own: bool, place: ElementRef, search_field: ElementRef) -> El {
    let speech = state.speech();
    let outside = Outside::expect();
    // Inside another page, nothing is stored.
    let is_page = !state.catalogue().frame.is_embedded;
    outside.said.set(Vec::new());
    let name = if is_own {
        speech.own_list()
    } else {
        speech.shared_list()
    };
    let title = move || {
        let catalogue = state.catalogue();
        let all = state.shown_list().places(&catalogue.event);
        let count = talk_count(state, &state.search.found.read().talks, &all);
        format!("{name}: {count}")
    };
    let take_over = move |_| {
        state.take_over_list();
        place.focus();
    };
    let missing = move || {
        state
            .list
            .saved
            .read()
            .len()
            .saturating_sub(state.list.own.read().len())
    };
    let has_taken_out = move || is_own && !state.list.taken_out.read().is_empty();
    let put_back = move |_| {
        state.put_back();
        place.focus();
    };
    let status = move || {
        let said = outside.said.read().concat();
        if said.is_empty() && has_taken_out() {
            // The next removal is read out, too: it changes the number by one.
            let is_odd = state.list.saved.read().len() % 2 == 1;
            let last = if is_odd { speech.taken_out() } else { "" };
            anew(last, speech.taken_out().to_owned())
        } else {
            said
        }
    };
    let has_talks = move || is_page && (!is_own || !state.list.own.read().is_empty());
    let others = el("div")
        .class("programme__ways")
        .child((is_page && !is_own).then(|| button(speech.take_over_list(), Box::new(take_over))))
        .child((!is_own).then(|| {
            let all = reset_button(state, search_field, "button").attr("data-look", "quiet");
            all.child(speech.show_all())
        }))
        .child(show(has_talks, move || actions(state, is_own, place)))
        .child(show(has_taken_out, move || {
            button(speech.undo(), Box::new(put_back))
        }));
    el("div")
        .class("watch-list")
        .child(
            el("p")
                .class("watch-list__event")
                .child(event_and_day(state)),
        )
        .child(el("p").class("watch-list__title").live_text(title))
        .child(show(
            move || is_own && missing() > 0,
            move || el("p").live_text(move || speech.not_in_programme(missing())),
        ))
        .child((!outside.has_files).then(|| el("p").child(speech.list_without_files())))
        .child(others)
        .child(el("p").attr("role", "status").live_text(status))
}

/// The heading of a printed list.
fn event_and_day(state: AppState) -> String {
    let catalogue = state.catalogue();
    let title = spoken(state, &catalogue.event.title);
    let when = catalogue.event.when.as_ref();
    match when {
        Some(when) => format!("{title}, {}", date::when(when, state.speech())),
        None => title,
    }
}

/// The actions for a list with talks.
fn actions(state: AppState, is_own: bool, place: ElementRef) -> Vec<El> {
    let speech = state.speech();
    let outside = Outside::expect();
    let all = [
        (speech.copy_link(), ListAction::CopyLink),
        (speech.print_list(), ListAction::Print),
        (speech.list_as_calendar(), ListAction::Calendar),
        (speech.list_as_schedule(), ListAction::Schedule),
    ];
    let count = if outside.has_files { 4 } else { 2 };
    let mut buttons = Vec::new();
    for (label, action) in all.into_iter().take(count) {
        buttons.push(button(
            label,
            Box::new(move |_| outside.on_list.run(action)),
        ));
    }
    if is_own {
        let clear = move |_| {
            outside.said.set(Vec::new());
            state.clear_list();
            place.focus();
        };
        buttons.push(button(speech.clear_list(), Box::new(clear)));
    }
    buttons
}

fn button(label: &'static str, on_click: Box<dyn FnMut(Event) + Send>) -> El {
    el("button")
        .attr("type", "button")
        .class("button")
        .attr("data-look", "quiet")
        .on("click", on_click)
        .child(label)
}

#[cfg(test)]
mod tests {
    use nachlese_event::TalkId;
    use nachlese_programme::watch_list::WatchList;
    use nachlese_search::Query;

    use super::*;
    use crate::{
        url::Address,
        view::{
            programme::programme,
            test_support::{assert_has, assert_lacks, event, html, text},
        },
    };

    /// The programme with a reader's list, and a list shown.
    fn shown(own: &[&str], saved: Option<Saved>) -> String {
        let fields = r#""talks": [
            {"id": "a", "kind": "talk", "title": "Anfang"}, {"id": "b", "kind": "talk", "title": "Mitte"},
            {"id": "c", "kind": "panel", "title": "Ende"}]"#;
        html(&event(fields), Address::default(), |state| {
            for id in own {
                state.save(&TalkId::new(id).unwrap());
            }
            let query = saved.map(Query::of_list).unwrap_or_default();
            state.search.query.set(query);
            programme()
        })
    }

    #[test]
    fn each_talk_can_be_saved_by_a_button_that_names_it() {
        let html = shown(&["b"], None);
        assert_has(
            &html,
            &[
                r#"aria-label="Merken: Mitte" aria-pressed="true""#,
                r#"aria-label="Merken: Ende" aria-pressed="false""#,
            ],
        );
        assert_has(&text(&html), &["Merkliste 1"]);
        assert_lacks(&html, &["Ihre Merkliste"]);
    }

    #[test]
    fn the_own_list_is_shown_with_what_can_be_done() {
        let html = shown(&["c", "a", "gone"], Some(Saved::Own));
        assert_has(
            &html,
            &["Ihre Merkliste: 2 Programmpunkte", "Merkliste leeren"],
        );
        assert_has(
            &html,
            &[
                "1 weiterer gemerkter Punkt",
                r#"aria-label="Merkliste, entfernen""#,
            ],
        );
        assert_lacks(&html, &["Mitte", "übernehmen"]);
    }

    #[test]
    fn a_list_without_talks_says_how_to_get_some() {
        let html = shown(&[], Some(Saved::Own));
        assert_has(&html, &["Noch nichts gemerkt."]);
        assert_lacks(&html, &["Keine Treffer", "Merkliste leeren", "(.ics)"]);
    }

    #[test]
    fn somebody_elses_list_is_named_as_such_and_changes_nothing() {
        let list = Saved::Shared(WatchList::read("a b"));
        let html = shown(&["c"], Some(list));
        assert_has(
            &html,
            &[
                "Geteilte Merkliste: 2 Programmpunkte",
                "In meine Merkliste übernehmen",
            ],
        );
        assert_has(&text(&html), &["Merkliste 1", "2 von 3"]);
        assert_lacks(&html, &["Ende", "Merkliste leeren"]);
    }

    #[test]
    fn counts_and_advice_take_the_list_into_account() {
        let fields = r#""talks": [{"id": "a", "kind": "talk", "title": "Anfang"},
            {"id": "b", "kind": "panel", "title": "Ende"}]"#;
        let html = html(&event(fields), Address::default(), |state| {
            state.save(&TalkId::new("a").unwrap());
            state.toggle_list();
            state
                .search
                .query
                .update(|query| query.text = "Ende".to_owned());
            programme()
        });
        assert_has(&html, &["Keine Treffer für ‚Ende‘", "Ohne „Merkliste“: 1"]);
    }
}
