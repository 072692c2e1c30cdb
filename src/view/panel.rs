//! A discussion on stage: who sat where, and what came out of it.

use leptos::prelude::*;

use super::{people::role, words::Words};
use crate::{
    model::{LocalizedText, Part, PersonId, TalkId},
    state::AppState,
};

/// Shows the seats from left to right and the core message.
#[component]
pub fn Panel(
    /// The programme item.
    talk: Option<TalkId>,
    /// Who sat where; if empty, the item's people in order.
    seats: Vec<PersonId>,
    /// What came out of it.
    core_message: Option<LocalizedText>,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let parts = talk
        .and_then(|id| event.talk(&id))
        .map(|talk| talk.people.clone());
    let parts = parts.unwrap_or_default();
    let is_ordered = !seats.is_empty();
    let seats = if is_ordered {
        seats
    } else {
        parts.iter().map(|p| p.person.clone()).collect()
    };
    let seats: Vec<_> = seats
        .iter()
        .filter_map(|id| event.person(id))
        .map(|person| {
            let part = parts
                .iter()
                .find(|p| p.person == person.id)
                .map_or(Part::Panelist, |p| p.part);
            let (word, part) = match part {
                Part::Moderator => ("moderator", Some(speech.moderation())),
                Part::Panelist => ("panelist", None),
                Part::Speaker => ("speaker", None),
            };
            let role = role(state, person);
            let adds_something = !role.is_empty() && part != Some(role.as_str());
            view! {
                <li class="panel__seat" data-part=word>
                    <Chair />
                    {part.map(|part| view! { <span class="panel__part">{part}</span> })}
                    <span class="panel__name">{person.full_name()}</span>
                    {adds_something.then(|| view! { <span class="panel__role">{role}</span> })}
                </li>
            }
        })
        .collect();
    let order =
        is_ordered.then(|| view! { <p class="panel__order">{speech.from_left_to_right()}</p> });
    view! {
        <div class="panel">
            {order}
            <ol class="panel__seats" role="list">{seats}</ol>
            {core_message
                .map(|text| {
                    view! {
                        <div class="callout">
                            <p class="callout__label">{speech.core_message()}</p>
                            <p class="callout__text"><Words text /></p>
                        </div>
                    }
                })}
        </div>
    }
}

/// An armchair with somebody in it.
#[component]
fn Chair() -> impl IntoView {
    view! {
        <svg class="panel__chair" viewBox="0 0 64 64" aria-hidden="true" fill="currentColor">
            <circle cx="32" cy="14" r="9" />
            <path d="M18 44V35a14 10 0 0 1 28 0v9z" />
            <path d="M8 34a5 5 0 0 1 10 0v12h28V34a5 5 0 0 1 10 0v20a4 4 0 0 1-4 4H12a4 4 0 0 1-4-4z" />
        </svg>
    }
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use crate::view::test_support::{assert_has, assert_lacks, between, sections, text};

    fn panel(seats: &str) -> String {
        sections(&format!(
            r#""people": [{{"id": "ada", "name": "Ada Beispiel", "roleAtEvent": "Leitung"}},
                   {{"id": "bo", "name": "Bo Probe", "roleAtEvent": "Moderation"}}],
               "talks": [{{"id": "t", "kind": "panel", "title": "Runde",
                   "people": ["ada", {{"person": "bo", "part": "moderator"}}]}}],
               "sections": [{{"type": "panel", "talk": "t", "seats": [{seats}],
                   "coreMessage": "Miteinander reden"}}]"#
        ))
    }

    #[test]
    fn seats_people_from_left_to_right() {
        let html = panel(r#""bo", "ada""#);
        let seated = text(&html);
        assert!(
            seated.find("Bo Probe") < seated.find("Ada Beispiel"),
            "{seated}"
        );
        assert_has(
            &seated,
            &["Von links nach rechts", "KernaussageMiteinander reden"],
        );
        let unordered = text(&panel(""));
        assert!(unordered.find("Ada Beispiel") < unordered.find("Bo Probe"));
        assert_lacks(&unordered, &["Von links nach rechts"]);
    }

    #[test]
    fn names_the_moderator_once() {
        let html = panel(r#""bo", "ada""#);
        let seat = between(&html, r#"data-part="moderator""#, "</li>");
        assert_has(seat, &["Bo Probe"]);
        assert_eq!(seat.matches("Moderation").count(), 1, "{seat}");
        assert_has(&html, &[r#"<span class="panel__role">Leitung</span>"#]);
    }
}
