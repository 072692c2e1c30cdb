//! A panel discussion: who sat where, and its key message.

use nachlese_event::{LocalizedText, Part, PersonId, Seconds, Talk, TalkId};
use nachlese_markup::{El, el};

use super::{
    chapters::questions,
    evidence::evidence,
    people::role,
    recording::reading_button,
    words::{block, dir, with_terms},
};
use crate::{state::AppState, text::prelude::*};

/// Shows who sat where, from left to right, and the key message.
///
/// Without `seats` it shows the people of the programme item, in order.
pub fn panel(talk: Option<&TalkId>, seats: &[PersonId], core_message: Option<El>) -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let talk = talk.and_then(|id| event.talk(id));
    let parts = talk.map(|talk| talk.people.as_slice()).unwrap_or_default();
    let is_ordered = !seats.is_empty();
    let seats: Vec<&PersonId> = if is_ordered {
        seats.iter().collect()
    } else {
        parts.iter().map(|p| &p.person).collect()
    };
    let people = seats.into_iter().filter_map(|id| event.person(id));
    let seats = people.map(|person| {
        let part = parts
            .iter()
            .find(|p| p.person == person.id)
            .map_or(Part::Panelist, |p| p.part);
        let (word, part) = (part.as_str(), speech.part(part));
        let role = role(state, person);
        let name = person.full_name();
        let adds_something = !role.is_empty() && part != Some(role.as_str());
        el("li")
            .class("panel__seat")
            .attr("data-part", word)
            .child(chair())
            .child(part.map(|part| el("span").class("panel__part").child(part)))
            .child(
                el("span")
                    .class("panel__name")
                    .attr("dir", dir(state, &name))
                    .child(name),
            )
            .child(adds_something.then(|| {
                let dir = dir(state, &role);
                let role = with_terms(state, &role, None);
                el("span").class("panel__role").attr("dir", dir).child(role)
            }))
    });
    let seats = el("ol")
        .class("panel__seats")
        .attr("role", "list")
        .children(seats);
    let asked = talk.and_then(|talk| asked(state, talk));
    let reading = talk.and_then(|talk| reading_button(state, &talk.id));
    let order = is_ordered.then(|| speech.left_to_right());
    let order = order.map(|order| el("p").class("panel__order").child(order));
    el("div")
        .class("panel")
        .child(order)
        .child(seats)
        .child(asked)
        .child(reading)
        .child(core_message)
}

/// The chapters of its recording that are questions.
fn asked(state: AppState, talk: &Talk) -> Option<El> {
    let recording = talk.recording.as_ref().filter(|it| it.is_playable())?;
    let list = questions(&talk.id, &recording.chapters)?;
    let label = el("p")
        .class("callout__label")
        .child(state.speech().questions());
    Some(el("div").class("panel__asked").child(label).child(list))
}

/// The key message of a panel, and the second at which it was said.
pub(super) fn core_message(
    state: AppState,
    text: &LocalizedText,
    talk: Option<&TalkId>,
    at: Option<Seconds>,
) -> El {
    let label = state.speech().core_message();
    el("div")
        .class("callout")
        .child(el("p").class("callout__label").child(label))
        .child(block(el("p").class("callout__text"), text))
        .child(evidence(state, talk, at))
}

/// An armchair with somebody in it.
fn chair() -> El {
    let head = el("circle")
        .attr("cx", "32")
        .attr("cy", "14")
        .attr("r", "9");
    let body = el("path").attr("d", "M18 44V35a14 10 0 0 1 28 0v9z");
    let chair = el("path").attr(
        "d",
        "M8 34a5 5 0 0 1 10 0v12h28V34a5 5 0 0 1 10 0v20a4 4 0 0 1-4 4H12a4 4 0 0 1-4-4z",
    );
    el("svg")
        .class("panel__chair")
        .attr("viewBox", "0 0 64 64")
        .attr("aria-hidden", "true")
        .attr("fill", "currentColor")
        .children([head, body, chair])
}

#[cfg(test)]
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
    fn the_key_message_leads_to_the_second_at_which_it_was_said() {
        let html = sections(
            r#""talks": [{"id": "t", "kind": "panel", "title": "Runde", "recording": {
                   "status": "released", "sources": [{"provider": "file", "url": "t.mp4"}]}}],
               "sections": [{"type": "panel", "talk": "t", "coreMessage": "Miteinander reden",
                   "coreMessageAt": "1:06"}]"#,
        );
        let message = between(&html, r#"<div class="callout">"#, "</div>");
        assert_has(message, &[r##"href="#t@1:06""##, "Im Video ab 1:06"]);
        assert_lacks(&panel(""), &["Im Video ab"]);
    }

    #[test]
    fn a_transcript_that_the_page_may_load_can_be_read_from_here() {
        let panel = |captions: &str| {
            sections(&format!(
                r#""talks": [{{"id": "t", "kind": "panel", "title": "Runde", "recording": {{
                       "status": "released", "captions": [{{"url": "{captions}", "language": "de"}}],
                       "sources": [{{"provider": "file", "url": "t.mp4"}}]}}}}],
                   "sections": [{{"type": "panel", "talk": "t", "coreMessage": "Miteinander reden"}}]"#
            ))
        };
        let html = panel("t.vtt");
        let below = between(&html, "</ol>", r#"class="callout""#);
        assert_has(below, &[r#"<button type="button""#, ">Transkript lesen<"]);
        assert_lacks(&panel("https://a.example/t.vtt"), &["<button"]);
    }

    #[test]
    fn chapters_that_ask_are_listed_as_questions() {
        let panel = |status: &str| {
            sections(&format!(
                r#""talks": [{{"id": "t", "kind": "panel", "title": "Runde", "recording": {{
                       "status": "{status}", "sources": [{{"provider": "file", "url": "t.mp4"}}],
                       "chapters": [{{"start": "0:00", "title": "Anfang"}},
                           {{"start": "0:13", "title": {{"de": "Was kostet das? ", "en": "The costs"}}}},
                           {{"start": "1:05", "title": "Was nun"}}]}}}}],
                   "sections": [{{"type": "panel", "talk": "t"}}]"#
            ))
        };
        let html = panel("released");
        let asked = between(&html, r#"<div class="panel__asked">"#, "</div>");
        assert_has(
            asked,
            &[">Fragen<", r##"href="#t@0:13""##, "Was kostet das?"],
        );
        assert_eq!(asked.matches("<li").count(), 1, "{asked}");
        assert_lacks(&panel("withheld"), &["Fragen"]);
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
