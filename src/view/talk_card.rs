//! One programme item.

use leptos::prelude::*;

use super::{
    link_list::LinkList,
    people::role,
    recording::TalkRecording,
    words::{Words, plain, spoken},
};
use crate::{
    model::{Part, Participation, Talk, TalkId},
    search::Facet,
    state::AppState,
    text::date,
};

/// Shows a talk: what, who, the gist, and its recording.
#[component]
pub fn TalkCard(
    /// The talk.
    id: TalkId,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let talk = state.catalogue().event.talk(&id).cloned()?;
    let name = id.as_str().to_owned();
    let title = talk.heading().map(|text| spoken(state, text));
    let title = title.unwrap_or_else(|| speech.kind(&talk.kind).to_owned());
    let link_name = format!("{}: {title}", speech.link_to_talk());
    let href = format!("#{name}");
    let heading = talk.heading().cloned();
    let is_topic = talk.title.is_none() && heading.is_some();
    let people = talk
        .people
        .iter()
        .map(|part| view! { <TalkPerson part=part.clone() /> });
    let people: Vec<_> = people.collect();
    let tags: Vec<_> = talk
        .tags
        .iter()
        .map(|tag| view! { <li><Words text=tag.clone() /></li> })
        .collect();
    let links = talk
        .slides
        .iter()
        .chain(&talk.links)
        .cloned()
        .collect::<Vec<_>>();
    Some(view! {
        <article class="talk-card" part="talk-card" data-talk=name.clone() id=name tabindex="-1">
            {meta(state, &talk)}
            <h3 class="talk-card__title">
                {is_topic.then(|| view! { <span class="talk-card__topic">{speech.topic()}</span> " " })}
                {match heading {
                    Some(text) => view! { <Words text /> }.into_any(),
                    None => title.clone().into_any(),
                }}
                <a class="section__link" href=href aria-label=link_name>"#"</a>
            </h3>
            {(!people.is_empty())
                .then(|| view! { <ul class="talk-card__people" role="list">{people}</ul> })}
            {talk
                .summary
                .clone()
                .map(|text| view! { <p class="talk-card__abstract"><Words text /></p> })}
            {(!tags.is_empty())
                .then(|| view! { <ul class="talk-card__tags" role="list">{tags}</ul> })}
            {talk.recording.clone().map(|recording| view! { <TalkRecording id title recording /> })}
            {(!links.is_empty()).then(|| view! { <LinkList links /> })}
        </article>
    })
}

/// Kind, track, time, room and spoken language, in one line.
fn meta(state: AppState, talk: &Talk) -> impl IntoView + use<> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let is_one_day = event
        .when
        .is_none_or(|when| when.first_day() == when.last_day());
    let time = talk.start.map(|start| {
        let clock = date::span(start, talk.end(), speech);
        let text = if is_one_day {
            clock
        } else {
            format!("{}, {clock}", date::weekday_and_day(start.date(), speech))
        };
        let (day, time) = (date::iso(start.date()), start.time());
        let datetime = format!("{day}T{:02}:{:02}", time.hour(), time.minute());
        view! { <time class="talk-card__time" datetime=datetime>{text}</time> " " }
    });
    let length = talk.start.is_none().then_some(talk.duration).flatten();
    let language = talk
        .language
        .as_ref()
        .filter(|language| **language != event.language);
    let language = language.map(|tag| speech.language_name(tag).to_owned());
    view! {
        <p class="talk-card__meta">
            <span class="talk-card__kind">{speech.kind(&talk.kind).to_owned()}</span>
            " "
            {talk
                .track
                .clone()
                .map(|text| view! { <span class="talk-card__track"><Words text /></span> " " })}
            {time}
            {length.map(|length| view! { <span class="talk-card__time">{date::length(length, speech)}</span> " " })}
            {talk
                .room
                .clone()
                .map(|text| view! { <span class="talk-card__room"><Words text /></span> " " })}
            {language.map(|name| view! { <span class="talk-card__language">{name}</span> })}
        </p>
    }
}

/// Somebody who took part; the name filters the programme by that person.
#[component]
fn TalkPerson(
    /// Who, and as what.
    part: Participation,
) -> impl IntoView {
    let state = AppState::expect();
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
    let choose = move |_| {
        state
            .query
            .update(|query| query.choose_only(Facet::Person, &id));
    };
    Some(view! {
        <li>
            <button type="button" class="talk-card__person" on:click=choose>
                {person.full_name()}
            </button>
            " "
            <span class="talk-card__role">{role}</span>
        </li>
    })
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
            view! { <TalkCard id /> }
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
