//! One programme item.

use jiff::civil::DateTime;
use leptos::prelude::{Get, Update};

use super::{
    abstract_text::abstract_text,
    fold::Fold,
    link_list::link_list,
    markup::{El, el},
    people::role,
    recording::talk_recording,
    said::said,
    save_button::save_button,
    talk_page::event_page,
    words::{found_text, found_words, plain, spoken},
};
use crate::{
    model::{Part, Participation, Talk, TalkId},
    search::{Facet, Field, Query},
    state::{AppState, Outside},
    text::{Speech, date},
    watch_list::Saved,
};

/// Shows a talk: what, who, the gist, and its recording. `heading` is the element of its title.
pub fn talk_card(id: &TalkId, heading: &'static str) -> Option<El> {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let talk = catalogue.event.talk(id)?;
    let name = id.as_str().to_owned();
    let title = talk.heading().map(|text| spoken(state, text));
    let title = title.unwrap_or_else(|| speech.kind(&talk.kind).to_owned());
    let link = el("a")
        .class("section__link")
        .attr("href", format!("#{name}"))
        .attr("aria-label", format!("{}: {title}", speech.link_to_talk()))
        .child("#");
    let mut heading = el(heading).class("talk-card__title");
    if talk.title.is_none() && talk.heading().is_some() {
        let label = el("span").class("talk-card__topic").child(speech.topic());
        heading = heading.child(label).child(" ");
    }
    let heading = match talk.heading() {
        Some(text) => heading.child(found_words(text, Field::Title)),
        None => heading.child(title.clone()),
    };
    let summary = talk.summary.as_ref();
    let summary = summary.map(|text| abstract_text(state, id, text));
    let (summary, whole) = summary.unzip();
    let tags = talk.tags.iter();
    let tags = tags.map(|tag| el("li").child(found_words(tag, Field::Tag)));
    let people = talk
        .people
        .iter()
        .filter_map(|part| talk_person(state, part));
    let recording = talk.recording.as_ref();
    let (folded, recording) = match (recording, Fold::of(state, id)) {
        (Some(recording), Some(fold)) if recording.is_playable() => {
            let (id, title, recording) = (id.clone(), title.clone(), recording.clone());
            let draw = move || talk_recording(&id, &title, &recording);
            (Some(fold.around_later(speech.watch(), draw)), None)
        }
        (recording, _) => {
            let draw = |recording| talk_recording(id, &title, recording);
            (None, recording.map(draw))
        }
    };
    let folds: Vec<_> = whole.flatten().into_iter().chain(folded).collect();
    let folds = (!folds.is_empty()).then(|| el("div").class("talk-card__folds").children(folds));
    let links: Vec<_> = talk.slides.iter().chain(&talk.links).cloned().collect();
    let card = el("article")
        .class("talk-card")
        .attr("part", "talk-card")
        .attr("data-talk", name.clone())
        .attr("id", name)
        .attr("tabindex", "-1")
        .together(|| true)
        .child(
            meta(state, talk)
                .child(" ")
                .child(save_button(state, id, &title)),
        )
        .child(heading.child(link))
        .child(list("talk-card__people", people.collect()))
        .child(summary)
        .child(folds)
        .child(said(talk))
        .child(list("talk-card__tags", tags.collect()))
        .child(recording)
        .child(link_list(&links, false))
        .child(own_page(state, id, &title));
    Some(card)
}

/// The way to the talk's own page, where there is one, or from it to the reader's list.
fn own_page(state: AppState, id: &TalkId, title: &str) -> Option<El> {
    let catalogue = state.catalogue();
    let page = catalogue.deployed.as_ref()?;
    let speech = state.speech();
    let link = if catalogue.only_talk().is_some() {
        el("a")
            .class("talk-card__save")
            .attr("href", event_page(state, Query::of_list(Saved::Own)))
            .child(speech.to_watch_list())
    } else if page.is_current && page.talk.is_none() {
        let name = speech.own_page();
        el("a")
            .attr("href", format!("talk/{id}/"))
            .attr("aria-label", format!("{name}: {title}"))
            .child(name)
    } else {
        return None;
    };
    Some(el("p").class("talk-card__page").child(link))
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

fn list(class: &'static str, items: Vec<El>) -> Option<El> {
    (!items.is_empty()).then(|| el("ul").class(class).attr("role", "list").children(items))
}

/// Kind, track, time, room and spoken language, in one line.
fn meta(state: AppState, talk: &Talk) -> El {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let is_one_day = event
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

/// Somebody who took part; the name filters the programme by that person.
fn talk_person(state: AppState, part: &Participation) -> Option<El> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let person = catalogue.event.person(&part.person)?;
    let id = part.person.as_str().to_owned();
    let role = role(state, person);
    let role = match (part.part, role.is_empty() || role == speech.moderation()) {
        (Part::Moderator, true) => speech.moderation().to_owned(),
        (Part::Moderator, false) => format!("{}, {role}", speech.moderation()),
        _ => role,
    };
    let name = if catalogue.frame.talk.is_some() {
        el("span")
    } else if catalogue.only_talk().is_some() {
        let mut query = Query::default();
        query.choose(Facet::Person, &id);
        el("a").attr("href", event_page(state, query))
    } else {
        let choose = move |_| {
            state
                .query
                .update(|query| query.choose_only(Facet::Person, &id));
        };
        el("button").attr("type", "button").on("click", choose)
    };
    let name = name
        .class("talk-card__person")
        .child(found_text(person.full_name(), Field::Person));
    let role = el("span")
        .class("talk-card__role")
        .child(found_text(role, Field::Affiliation));
    Some(el("li").child(name).child(" ").child(role))
}

/// A talk's name in plain words.
pub(super) fn talk_title(state: AppState, talk: &Talk) -> String {
    match talk.heading() {
        Some(heading) => plain(state, heading),
        None => state.speech().kind(&talk.kind).to_owned(),
    }
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use super::*;
    use crate::{
        url::Address,
        view::test_support::{assert_has, assert_lacks, event, html, text},
    };

    fn card(talk: &str) -> String {
        let fields = format!(
            r#""date": "2024-06-07", "people": [{{"id": "ada", "name": "Ada Beispiel"}},
                   {{"id": "bo", "name": "Bo Probe", "roleAtEvent": "Moderation"}}],
               "talks": [{{"id": "ethik", "kind": "talk", {talk}}}]"#
        );
        html(&event(&fields), Address::default(), |state| {
            let id = state.catalogue().event.talks[0].id.clone();
            talk_card(&id, "h3")
        })
    }

    #[test]
    fn labels_a_topic_that_is_not_the_title() {
        let html = card(r#""topic": "Ethik der KI""#);
        assert_has(&html, &[r#"data-talk="ethik""#, r#"id="ethik""#]);
        assert_has(&text(&html), &["Thema Ethik der KI"]);
        assert_lacks(&card(r#""title": "Ethik der KI""#), &["Thema"]);
    }

    #[test]
    fn shows_time_and_people_with_their_parts() {
        let html = card(
            r#""title": "Ethik", "start": "2024-06-07T09:30", "duration": 30, "people": ["ada",
               {"person": "bo", "part": "moderator"}]"#,
        );
        assert_has(
            &html,
            &[r#"datetime="2024-06-07T09:30""#, "9.30 bis 10 Uhr"],
        );
        let text = text(&html);
        assert_has(&text, &["Ada Beispiel", "Bo Probe Moderation"]);
        assert_lacks(&text, &["Moderation, Moderation"]);
    }

    #[test]
    fn says_honestly_that_there_is_nothing_to_play() {
        for (status, expected) in [
            ("released", "Die Aufzeichnung ist hier noch nicht verlinkt."),
            ("withheld", "nicht als Aufzeichnung veröffentlicht"),
            (
                "unknown",
                "Ob es eine Aufzeichnung gibt, ist hier nicht bekannt.",
            ),
        ] {
            let html = card(&format!(
                r#""title": "Ethik", "recording": {{"status": "{status}"}}"#
            ));
            assert_has(&html, &[expected]);
            assert_lacks(&html, &["data-consent", "ansehen"]);
        }
    }
}
