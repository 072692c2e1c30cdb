//! One programme item.

use nachlese_event::{Participation, SectionKind, Talk};
use nachlese_markup::{El, el, group};
use nachlese_search::{Facet, Field};

use super::{
    abstract_text::abstract_text,
    fold::Fold,
    link_list::talk_links,
    people::role,
    presented::{pointer, section_of},
    recording::talk_recording,
    said::said,
    save_button::save_button,
    share_button::share_button,
    talk_meta::talk_meta,
    talk_name::title_id,
    talk_status::with_status,
    words::{dir, found_label, found_text, found_words, spoken, with_terms},
};
use crate::{state::AppState, text::prelude::*};

/// Shows a talk: title, people, abstract and recording. `heading` is the element of its title.
pub fn talk_card(talk: &Talk, heading: &'static str) -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let id = &talk.id;
    let name = id.as_str().to_owned();
    let title = talk.heading().map(|text| spoken(state, text));
    let title = title.unwrap_or_else(|| speech.kind(&talk.kind).to_owned());
    // Text that is in the talk's section is not repeated.
    let section = section_of(state, id);
    let pointer = section.as_ref().map(|section| pointer(state, section));
    let summary = talk.summary.as_ref().filter(|_| section.is_none());
    let summary = summary.map(|text| abstract_text(state, id, text));
    let (summary, whole) = summary.unzip();
    let tags = talk.tags.iter();
    let tags = tags.map(|tag| el("li").child(found_words(tag, Field::Tag)));
    let kind = section.map(|section| section.kind);
    // A panel's section tells who they are.
    let has_roles = !matches!(kind, Some(SectionKind::Panel { .. }));
    let people = talk
        .people
        .iter()
        .filter_map(|part| talk_person(state, part, has_roles));
    let is_film = matches!(kind, Some(SectionKind::Film { .. }));
    let recording = talk.recording.as_ref().filter(|_| !is_film);
    let (folded, recording) = match (recording, Fold::of(state, id)) {
        (Some(recording), Some(fold)) if recording.is_playable() => {
            let (id, recording) = (id.clone(), recording.clone());
            let draw = move || talk_recording(&id, &recording);
            (Some(fold.around_later(speech.watch(), draw)), None)
        }
        (recording, _) => {
            let draw = |recording| talk_recording(id, recording);
            (None, recording.map(draw))
        }
    };
    let meta = talk_meta(state, talk);
    let links = talk_links(talk);
    let mut further: Vec<_> = links.into_iter().collect();
    let mut more: Vec<_> = whole.flatten().into_iter().chain(folded).collect();
    // In a long list, all links are in one line.
    if Fold::is_wanted(state) {
        more.append(&mut further);
    }
    let more = (!more.is_empty()).then(|| el("div").class("talk-card__more").children(more));
    let actions = el("div")
        .class("talk-card__actions signs")
        .child(save_button(state, id, &title))
        .child(share_button(state, talk));
    el("article")
        .class("talk-card")
        .attr("part", "talk-card")
        .attr("data-talk", name.clone())
        .attr("aria-labelledby", title_id(&name))
        .attr("id", name)
        .attr("tabindex", "-1")
        .together(|| true)
        .child(heading_of(state, talk, &title, heading))
        .child(meta)
        .child(list("talk-card__tags", tags.collect()))
        .child(actions)
        .child(list("talk-card__people", people.collect()))
        .child(summary)
        .child(pointer)
        .child(more)
        .child(said(talk))
        .child(recording)
        .children(further)
}

/// The talk's title: the link to the talk, on its own page if there is one.
fn heading_of(state: AppState, talk: &Talk, title: &str, element: &'static str) -> El {
    let catalogue = state.catalogue();
    let page = catalogue.deployed.as_ref();
    let href = match page.filter(|page| page.is_current && page.talk.is_none()) {
        Some(_) => format!("talk/{}/", talk.id),
        None => format!("#{}", talk.id),
    };
    let link = el("a").attr("href", href);
    let link = match talk.heading() {
        Some(text) => link.child(found_label(text, Field::Title)),
        None => link.child(title.to_owned()),
    };
    el(element)
        .class("heading talk-card__title")
        .attr("id", title_id(talk.id.as_str()))
        .child(with_status(state, talk, link))
}

fn list(class: &'static str, items: Vec<El>) -> Option<El> {
    (!items.is_empty()).then(|| el("ul").class(class).attr("role", "list").children(items))
}

/// Somebody who took part. The name filters the programme by that person.
fn talk_person(state: AppState, part: &Participation, has_role: bool) -> Option<El> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let person = catalogue.event.person(&part.person)?;
    let id = part.person.as_str().to_owned();
    let role = if has_role {
        role(state, person)
    } else {
        String::new()
    };
    let role = match speech.part(part.part) {
        Some(part) if role.is_empty() || role == part => part.to_owned(),
        Some(part) => format!("{part}, {role}"),
        None => role,
    };
    let choose = move |_| {
        state
            .search
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
            .child(with_terms(state, &role, Some(Field::Affiliation)));
        group([" ".into(), role.into()])
    });
    Some(el("li").child(name).child(role))
}

#[cfg(test)]
mod tests {
    use nachlese_event::TalkId;

    use super::*;
    use crate::{
        state::Deployed,
        url::Address,
        view::{
            page::page,
            test_support::{assert_has, assert_lacks, event, html, html_on, sections, text},
        },
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
        // In a list, it would be on most cards: see `said_once`.
        assert_lacks(&html, &["Thema"]);
        let alone = |talk: &str| {
            let fields = format!(r#""talks": [{{"id": "ethik", "kind": "talk", {talk}}}]"#);
            let deployed = |language| Deployed {
                language,
                talk: TalkId::new("ethik").ok(),
                is_current: true,
            };
            html_on(&event(&fields), deployed, |_| {
                nachlese_markup::Markup::from(page())
            })
        };
        let html = alone(r#""topic": "Ethik der KI""#);
        assert_has(&text(&html), &["Thema Ethik der KI"]);
        assert_lacks(&alone(r#""title": "Ethik der KI""#), &["Thema"]);
    }

    #[test]
    fn what_is_the_same_with_all_talks_is_said_once() {
        let talk = |id: &str| {
            format!(
                r#"{{"id": "{id}", "kind": "talk", "topic": "Ethik", "recording": {{"status": "withheld"}}}}"#
            )
        };
        let fields = format!(
            r#""talks": [{}, {}], "sections": [{{"type": "talks"}}]"#,
            talk("a"),
            talk("b")
        );
        let html = sections(&fields);
        assert_has(
            &html,
            &[
                "Wo kein Titel bekannt ist, steht das Thema. Aufzeichnungen wurden nicht veröffentlicht.</p>",
            ],
        );
        assert_lacks(&html, &["recording__status"]);
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
            ("withheld", "keine Aufzeichnung veröffentlicht"),
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
