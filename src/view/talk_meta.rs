//! What kind of programme item it is, when and where.

use jiff::civil::DateTime;
use leptos::prelude::Get;

use super::{
    markup::{El, el},
    words::found_words,
};
use crate::{
    model::Talk,
    search::Field,
    state::{AppState, Outside},
    text::{Speech, date},
};

/// Kind, track, time, room and spoken language, in one line.
pub(super) fn talk_meta(state: AppState, talk: &Talk) -> El {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    // A page of its own is found without the event's.
    let is_alone = catalogue.only_talk().is_some();
    let is_one_day = !is_alone
        && event
            .when
            .is_none_or(|when| when.first_day() == when.last_day());
    let outside = Outside::expect();
    let time = talk.start.map(|start| {
        let end = talk.end();
        let text = move || {
            let shown = outside.shown_time(start).date();
            let clock = clock(outside, start, end, speech);
            if is_one_day && shown == start.date() {
                clock
            } else {
                format!("{}, {clock}", date::weekday_and_day(shown, speech))
            }
        };
        let (day, time) = (date::iso(start.date()), start.time());
        let datetime = format!("{day}T{:02}:{:02}", time.hour(), time.minute());
        el("time")
            .class("talk-card__time")
            .attr("datetime", datetime)
            .live_text(text)
    });
    let day = event
        .when
        .as_ref()
        .filter(|_| is_alone && talk.start.is_none());
    let day = day.map(|when| {
        el("time")
            .class("talk-card__time")
            .attr("datetime", date::iso(when.first_day()))
            .child(date::when(when, speech))
    });
    let length = talk.start.is_none().then_some(talk.duration).flatten();
    let length = length.map(|length| date::length(length, speech));
    let language = talk
        .language
        .as_ref()
        .filter(|language| **language != event.language);
    let language = language.map(|tag| speech.language_name(tag).to_owned());
    let part = |class: &'static str| el("span").class(class);
    let parts = [
        Some(part("talk-card__kind").child(speech.kind(&talk.kind).to_owned())),
        talk.track
            .as_ref()
            .map(|text| part("talk-card__track").child(found_words(text, Field::Track))),
        day,
        time,
        length.map(|length| part("talk-card__time").child(length)),
        talk.room
            .as_ref()
            .map(|text| part("talk-card__room").child(found_words(text, Field::Room))),
        language.map(|name| part("talk-card__language").child(name)),
    ];
    let mut line = el("p").class("talk-card__meta");
    for (at, part) in parts.into_iter().flatten().enumerate() {
        let blank = (at > 0).then_some(" ");
        line = line.child(blank).child(part);
    }
    line
}

/// From when to when, in the reader's own time if that is wanted.
pub(super) fn clock(
    outside: Outside,
    start: DateTime,
    end: Option<DateTime>,
    speech: Speech,
) -> String {
    let shown = |time| outside.shown_time(time);
    let clock = date::span(shown(start), end.map(shown), speech);
    if outside.is_own_time.get() {
        format!("{clock} ({})", speech.your_time())
    } else {
        clock
    }
}
