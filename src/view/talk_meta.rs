//! The kind, time and place of a programme item.

use nachlese_event::{Speech, Talk, date};
use nachlese_markup::{El, el};
use nachlese_search::Field;

use super::words::found_words;
use crate::{
    state::{AppState, Outside},
    text::prelude::*,
};

/// Kind, track, time, room and spoken language, in one line.
pub(super) fn talk_meta(state: AppState, talk: &Talk) -> El {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    // A talk's own page shows the day, because readers may not know the event's page.
    let is_alone = catalogue.only_talk().is_some();
    let is_one_day = !is_alone
        && event
            .when
            .is_none_or(|when| when.first_day() == when.last_day());
    let outside = Outside::expect();
    let time = talk.start.map(|start| {
        let clock = clock(outside, talk, speech);
        let text = move || {
            let shown = outside.shown_time(start).date();
            clock(is_one_day && shown == start.date())
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

/// Start and end, in the reader's own time if wanted. The parameter says whether the day is known
/// already. Empty without a start.
pub(super) fn clock(
    outside: Outside,
    talk: &Talk,
    speech: Speech,
) -> impl Fn(bool) -> String + Send + use<> {
    let (start, length, days) = (talk.start, talk.duration, talk.whole_days());
    move |is_day_known| {
        // A day without a clock time is the same in every zone.
        if let Some((first, last)) = days {
            return date::whole_days(first, last, is_day_known, speech);
        }
        let shown = |time| outside.shown_time(time);
        let span = |start| {
            let end = length.and_then(|length| outside.end(start, length));
            date::span(shown(start), end.map(shown), is_day_known, speech)
        };
        let span = start.map_or(String::new(), span);
        if outside.is_own_time.get() {
            format!("{span} ({})", speech.your_time())
        } else {
            span
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        url::Address,
        view::test_support::{event, html, text},
    };

    fn check(when: &str, start: &str, duration: &str, expected: &str) {
        let fields = format!(
            r#"{when} "talks": [{{"id": "t", "kind": "talk", "start": "{start}", "duration": "{duration}"}}]"#
        );
        let html = html(&event(&fields), Address::default(), |state| {
            talk_meta(state, &state.catalogue().event.talks[0])
        });
        assert_eq!(
            text(&html),
            format!("Vortrag {expected}"),
            "{start} {duration}"
        );
    }

    #[test]
    fn ends_when_the_clock_says_so_after_it_was_set() {
        let fields = r#""timeZone": "Europe/Berlin", "talks": [
            {"id": "a", "kind": "talk", "start": "2026-10-25T02:30", "duration": "PT30M"},
            {"id": "b", "kind": "talk", "start": "2026-10-25T01:30", "duration": "PT2H"},
            {"id": "c", "kind": "talk", "start": "2026-03-29T01:30", "duration": "PT1H"},
            {"id": "d", "kind": "talk", "start": "2026-03-28T01:30", "duration": "PT1H"}],
            "sections": [{"type": "talks", "heading": "Programm"}]"#;
        let (event, _) = nachlese_reader::parse(&event(fields)).unwrap();
        let catalogue = crate::state::Catalogue::new(event, Vec::new(), "e.json");
        let changes = nachlese_formats::export::clock_changes(&catalogue.event);
        let html = crate::view::prerendered::prerendered(catalogue, changes).html;
        let html = text(&html).replace('\u{a0}', " ");
        for span in [
            "Vortrag 2.30 UhrMerken",
            "1.30 bis 2.30 Uhr",
            "1.30 bis 3.30 Uhr",
        ] {
            assert!(html.contains(span), "{span} in {html}");
        }
    }

    #[test]
    fn names_the_day_where_it_is_not_the_events_only_one() {
        for (when, start, duration, expected) in [
            ("", "2026-07-10T14:00", "PT90M", "14 bis 15.30 Uhr"),
            ("", "2026-07-10T23:30", "PT2H", "23.30 bis 1.30 Uhr"),
            (
                "",
                "2026-07-10T15:00",
                "PT28H",
                "Freitag, 10. Juli 2026, 15 Uhr bis Samstag, 11. Juli 2026, 19 Uhr",
            ),
            ("", "2026-07-10T00:00", "P1D", "ganztägig"),
            ("", "2026-07-31T00:00", "P3D", "31. Juli bis 2. August 2026"),
            (
                r#""start": "2026-07-10", "end": "2026-07-12","#,
                "2026-07-10T23:30",
                "PT2H",
                "Freitag, 10. Juli 2026, 23.30 bis 1.30 Uhr",
            ),
            (
                r#""start": "2026-07-10", "end": "2026-07-12","#,
                "2026-07-11T00:00",
                "P1D",
                "Samstag, 11. Juli 2026, ganztägig",
            ),
        ] {
            check(when, start, duration, expected);
        }
    }
}
