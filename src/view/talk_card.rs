//! One programme item.

use leptos::prelude::Update;

use super::{
    abstract_text::abstract_text,
    fold::Fold,
    link_list::link_list,
    markup::{El, Markup, el, group},
    people::role,
    recording::talk_recording,
    said::said,
    save_button::save_button,
    share_button::share_button,
    talk_meta::talk_meta,
    talk_status::with_status,
    words::{dir, found_text, found_words, label, plain, spoken},
};
use crate::{
    model::{Participation, Talk, TalkId},
    search::{Facet, Field},
    state::AppState,
};

/// Shows a talk: what, who, the gist, and its recording. `heading` is the element of its title.
pub fn talk_card(talk: &Talk, heading: &'static str) -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let id = &talk.id;
    let name = id.as_str().to_owned();
    let title = talk.heading().map(|text| spoken(state, text));
    let title = title.unwrap_or_else(|| speech.kind(&talk.kind).to_owned());
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
    let meta = talk_meta(state, talk);
    let links: Vec<_> = talk.slides.iter().chain(&talk.links).cloned().collect();
    let links = link_list(&links, false);
    let further = links.into_iter().chain(own_page(state, id, &title));
    let mut further: Vec<_> = further.collect();
    let mut more: Vec<_> = whole.flatten().into_iter().chain(folded).collect();
    // Where many cards are looked through, all that leads on stands in a line.
    if Fold::is_wanted(state) {
        more.append(&mut further);
    }
    let more = (!more.is_empty()).then(|| el("div").class("talk-card__more").children(more));
    el("article")
        .class("talk-card")
        .attr("part", "talk-card")
        .attr("data-talk", name.clone())
        .attr("id", name)
        .attr("tabindex", "-1")
        .together(|| true)
        .child(
            meta.child(" ")
                .child(save_button(state, id, &title))
                .child(" ")
                .child(share_button(state, talk)),
        )
        .child(heading_of(state, talk, &title, heading))
        .child(list("talk-card__people", people.collect()))
        .child(summary)
        .child(more)
        .child(said(talk))
        .child(list("talk-card__tags", tags.collect()))
        .child(recording)
        .children(further)
}

/// The talk's title, and a link to the talk.
fn heading_of(state: AppState, talk: &Talk, title: &str, element: &'static str) -> El {
    let speech = state.speech();
    let mut heading = el(element).class("heading talk-card__title");
    if talk.title.is_none() && talk.heading().is_some() {
        let label = el("span").class("talk-card__topic").child(speech.topic());
        heading = heading.child(label).child(" ");
    }
    let shown = match talk.heading() {
        Some(text) => found_words(text, Field::Title),
        None => title.to_owned().into(),
    };
    let heading = heading.child(with_status(state, talk, shown));
    let link = el("a")
        .class("section__link")
        .attr("href", format!("#{}", talk.id))
        .attr("aria-label", format!("{}: {title}", speech.link_to_talk()))
        .child("#");
    heading.child(link)
}

/// The way to the talk's own page, where there is one.
fn own_page(state: AppState, id: &TalkId, title: &str) -> Option<El> {
    let catalogue = state.catalogue();
    let page = catalogue.deployed.as_ref()?;
    let speech = state.speech();
    if !page.is_current || page.talk.is_some() {
        return None;
    }
    let name = speech.own_page();
    let link = el("a")
        .attr("href", format!("talk/{id}/"))
        .attr("aria-label", format!("{name}: {title}"))
        .child(name);
    Some(el("p").class("talk-card__page").child(link))
}

fn list(class: &'static str, items: Vec<El>) -> Option<El> {
    (!items.is_empty()).then(|| el("ul").class(class).attr("role", "list").children(items))
}

/// Somebody who took part; the name filters the programme by that person.
fn talk_person(state: AppState, part: &Participation) -> Option<El> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let person = catalogue.event.person(&part.person)?;
    let id = part.person.as_str().to_owned();
    let role = role(state, person);
    let role = match speech.part(part.part) {
        Some(part) if role.is_empty() || role == part => part.to_owned(),
        Some(part) => format!("{part}, {role}"),
        None => role,
    };
    let choose = move |_| {
        state
            .query
            .update(|query| query.choose_only(Facet::Person, &id));
    };
    let name = el("button").attr("type", "button").on("click", choose);
    let full_name = person.full_name();
    let name = name
        .class("talk-card__person")
        .attr("dir", dir(state, &full_name))
        .child(found_text(full_name, Field::Person));
    let role = (!role.is_empty()).then(|| {
        let role = el("span")
            .class("talk-card__role")
            .attr("dir", dir(state, &role))
            .child(found_text(role, Field::Affiliation));
        group([" ".into(), role.into()])
    });
    Some(el("li").child(name).child(role))
}

/// A talk's name within a link.
pub(super) fn talk_label(state: AppState, talk: &Talk) -> Markup {
    match talk.heading() {
        Some(heading) => label(heading),
        None => state.speech().kind(&talk.kind).to_owned().into(),
    }
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
            talk_card(&state.catalogue().event.talks[0], "h3")
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
