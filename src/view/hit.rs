//! A talk that was found, in a row: what, who, and the words that were looked for.
//!
//! As light as can be: whoever types gets thirty of them for each key.

use jiff::{SignedDuration, civil::Date};
use leptos::prelude::{Get, Read};

use super::{
    abstract_text::in_one_line,
    filter_bar::true_or_false,
    markup::{El, MarkedText, el},
    people::role,
    said::said,
    talk_meta::clock,
    talk_status::with_status,
    words::{dir, dir_in, plain},
};
use crate::{
    model::{LocalizedText, Recording, Seconds, Talk},
    search::Field,
    state::{AppState, Outside},
    text::date::short_weekday,
};

/// This much of a text is shown around what was found, in bytes.
const LINE: usize = 160;

/// An event that takes less has each day of the week once at most.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
const DAY: Seconds = Seconds(24 * 60 * 60);

/// Of more people no roles are told.
const MOST_WITH_ROLES: usize = 2;

/// Shows a talk in a row; its title opens the card. `is_shown` tells whether the row stays.
pub(super) fn hit(
    state: AppState,
    talk: &Talk,
    heading: &'static str,
    is_shown: impl FnMut() -> bool + Send + 'static,
) -> El {
    let speech = state.speech();
    let id = talk.id.as_str();
    let kind = speech.kind(&talk.kind).to_owned();
    let (title, link) = match talk.heading() {
        Some(text) => line(state, text),
        None => (kind.clone(), el("a")),
    };
    let spoken = title.replace('\u{ad}', "");
    let link = link
        .attr("href", format!("#{id}"))
        .live_marks(marked(state, Field::Title, title));
    let is_playable = talk.recording.as_ref().is_some_and(Recording::is_playable);
    let watch = is_playable.then(|| {
        el("a")
            .class("hit__watch")
            .attr("href", format!("#{id}@0:00"))
            .attr("aria-label", format!("{}: {spoken}", speech.watch()))
            .child(speech.watch_it())
    });
    let about = about(state, talk, kind);
    let people = people(state, talk);
    let people = (!people.is_empty()).then(|| {
        let dir = dir(state, &people);
        let people = marked(state, Field::Person, people);
        el("p")
            .class("hit__people")
            .attr("dir", dir)
            .live_marks(people)
    });
    let save = (!state.catalogue().frame.is_embedded).then(|| {
        let saved = talk.id.clone();
        el("button")
            .attr("type", "button")
            .class("chip talk-card__save")
            .attr("data-save", id.to_owned())
            .attr("aria-label", format!("{}: {spoken}", speech.save()))
            .live_attr("aria-pressed", move || {
                true_or_false(state.is_saved(&saved))
            })
            .child(speech.save())
    });
    el("li")
        .class("hit")
        .attr("part", "talk-card")
        .attr("data-talk", id.to_owned())
        .together(is_shown)
        .child(
            el(heading)
                .class("heading hit__title")
                .child(with_status(state, talk, link)),
        )
        .child(people)
        .child(
            el("p")
                .class("hit__about")
                .live_marks(marked(state, Field::Room, about)),
        )
        .child(said(talk))
        .child(found_line(state, talk))
        .child(watch)
        .child(save)
}

/// A text with what is found in it at the moment.
fn marked(state: AppState, field: Field, text: String) -> impl Fn() -> MarkedText + Send + 'static {
    move || MarkedText {
        marks: state.marks.read().ranges(field, &text),
        text: text.clone(),
    }
}

/// A text without links, and the element of a link with the text's language.
fn line(state: AppState, text: &LocalizedText) -> (String, El) {
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let page = state.language.get();
    let found = text.find(&page, &event.language);
    let own = found.language.unwrap_or(&event.language);
    let lang = (!own.is_same_language(&page)).then(|| own.as_str().to_owned());
    let link = el("a")
        .attr("lang", lang)
        .attr("dir", dir_in(state, found.text, own));
    (in_one_line(found.text), link)
}

/// Kind, time, room and track.
fn about(state: AppState, talk: &Talk, kind: String) -> String {
    let catalogue = state.catalogue();
    let speech = state.speech();
    let (first, last) = match &catalogue.event.when {
        Some(when) => (when.first_day(), when.last_day()),
        None => (Date::ZERO, Date::ZERO),
    };
    let outside = Outside::expect();
    let time = talk.start.map(|start| {
        let day = outside.shown_time(start).date();
        let is_known = first == last && day == start.date();
        // Within a week the name of the day is enough.
        let is_brief = last.duration_since(first) < WEEK && talk.duration < Some(DAY);
        if is_known || !is_brief {
            return clock(outside, talk, speech)(is_known);
        }
        let weekday = short_weekday(day, speech);
        format!("{weekday} {}", clock(outside, talk, speech)(true))
    });
    let texts = [&talk.room, &talk.track].map(|text| text.as_ref().map(|text| plain(state, text)));
    let parts = [Some(kind), time].into_iter().chain(texts).flatten();
    parts.collect::<Vec<_>>().join(" · ")
}

/// Names, with their roles where there is room.
fn people(state: AppState, talk: &Talk) -> String {
    let catalogue = state.catalogue();
    let parts = talk.people.iter();
    let people = parts.filter_map(|part| catalogue.event.person(&part.person));
    let has_roles = talk.people.len() <= MOST_WITH_ROLES;
    let people = people.map(|person| {
        let role = role(state, person);
        if role.is_empty() || !has_roles {
            person.full_name()
        } else {
            format!("{}, {role}", person.full_name())
        }
    });
    let sign = if has_roles { "; " } else { ", " };
    people.collect::<Vec<_>>().join(sign)
}

/// The part of the abstract where the words are that were looked for, or the keywords.
fn found_line(state: AppState, talk: &Talk) -> Option<El> {
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let page = state.language.get();
    let own = &event.language;
    let text = talk.summary.as_ref().map(|text| text.find(&page, own));
    let lang = text.as_ref().and_then(|text| text.language).unwrap_or(own);
    let foreign = (!lang.is_same_language(&page)).then(|| lang.as_str().to_owned());
    let text = text
        .as_ref()
        .map_or(String::new(), |text| in_one_line(text.text));
    let dir = dir_in(state, &text, lang);
    let tags = talk.tags.iter().map(|tag| plain(state, tag));
    let tags = tags.collect::<Vec<_>>().join(" · ");
    if text.is_empty() && tags.is_empty() {
        return None;
    }
    let shown = move || {
        let marks = state.marks.read();
        let part = marks.excerpt(Field::Abstract, &text, LINE);
        let before = if part.start > 0 { "… " } else { "" };
        let after = if part.end < text.len() { " …" } else { "" };
        let line = [before, &text[part], after].concat();
        let found = marks.ranges(Field::Abstract, &line);
        let in_tags = marks.ranges(Field::Tag, &tags);
        if found.is_empty() && !in_tags.is_empty() || line.is_empty() {
            return MarkedText {
                text: tags.clone(),
                marks: in_tags,
            };
        }
        MarkedText {
            text: line,
            marks: found,
        }
    };
    Some(
        el("p")
            .class("hit__line")
            .attr("lang", foreign)
            .attr("dir", dir)
            .live_marks(shown),
    )
}

#[cfg(test)]
#[cfg(feature = "cli")]
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
                {"id": "b", "kind": "panel", "title": "Ende"}]"#;
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
                r##"data-talk="a"><h3 class="heading hit__title"><a href="#a"><mark>Mut</mark> mehr</a>"##,
                r#"aria-label="Merken: Mut mehr""#,
            ],
        );
        let text = text(&html);
        assert_has(
            &text,
            &[
                "Ada Beispiel, Leitung",
                "Vortrag · 9.30 Uhr · Saal",
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
    }

    #[test]
    fn without_a_search_there_are_cards() {
        let html = found("");
        assert_has(&html, &[r#"class="talk-card""#, r#"id="a""#]);
        assert_lacks(&html, &["hit__title"]);
    }
}
