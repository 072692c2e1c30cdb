//! A page about one talk: first the recording, then what it was about, who spoke, what was said,
//! and links to other talks.

mod around;

use leptos::prelude::Get;
use nachlese_event::{Participation, Talk};
use nachlese_markup::{El, Markup, el, group};
use nachlese_programme::watch_list::Saved;
use nachlese_search::{Facet, Field, Query};

use self::around::{around, same_people, search};
use super::{
    link_list::link_list,
    notices::notices,
    people::role,
    recording::{badge, open_when_asked, playable, talk_recording},
    said::said,
    save_button::save_button,
    share_button::share_button,
    talk_meta::talk_meta,
    talk_name::{talk_label, talk_title, title_id},
    talk_status::with_status,
    words::{dir, found_block, found_text, found_words, label, with_terms},
};
use crate::{state::AppState, text::prelude::*, url::Address};

/// Shows a talk as a page of its own.
pub fn talk_article(talk: &Talk) -> Markup {
    let state = AppState::expect();
    let is_own_page = !state.catalogue().frame.is_embedded;
    let way_back = is_own_page.then(|| breadcrumb(state, talk));
    let further = is_own_page.then(|| {
        el("div")
            .class("talk-page__further")
            .child(around(state, talk))
            .child(same_people(state, talk))
            .child(search(state))
    });
    let name = talk.id.as_str().to_owned();
    let (on_stage, status, recording) = stage(state, talk);
    let links: Vec<_> = talk.slides.iter().chain(&talk.links).cloned().collect();
    let beside: Vec<_> = recording
        .into_iter()
        .chain(link_list(&links, false))
        .collect();
    let beside =
        (!beside.is_empty()).then(|| el("div").class("talk-page__beside").children(beside));
    let columns = el("div")
        .class("talk-page__columns")
        .child(what(state, talk, status))
        .child(beside);
    let article = el("article")
        .class("talk-page")
        .attr("part", "talk-card")
        .attr("data-talk", name.clone())
        .attr("aria-labelledby", title_id(&name))
        .attr("id", name)
        .attr("tabindex", "-1")
        .child(on_stage)
        .child(columns);
    group([
        way_back.into(),
        notices().into(),
        article.into(),
        further.into(),
    ])
}

/// The recording over the full width, with chapters and captions. If there is nothing to play, only
/// a sentence.
fn stage(state: AppState, talk: &Talk) -> (Option<El>, Option<El>, Vec<El>) {
    let Some(recording) = &talk.recording else {
        return (None, None, Vec::new());
    };
    let title = talk_title(state, talk);
    if !recording.is_playable() {
        let status = talk_recording(&talk.id, &title, recording);
        return (None, Some(status), Vec::new());
    }
    let player = format!("card-{}", talk.id);
    open_when_asked(state, &talk.id, recording, &player);
    let (gate, more) = playable(state, &talk.id, &title, recording, player);
    let inner = el("div")
        .class("talk-page__player")
        .child(badge(state, recording))
        .child(gate);
    let ground = el("div").class("talk-page__stage").child(inner);
    (Some(ground), None, more)
}

/// The abstract, the people and the transcript.
fn what(state: AppState, talk: &Talk, status: Option<El>) -> El {
    let catalogue = state.catalogue();
    let title = talk_title(state, talk).replace('\u{ad}', "");
    let shown = match talk.heading() {
        Some(text) => found_words(text, Field::Title),
        None => title.clone().into(),
    };
    let is_topic = talk.title.is_none() && talk.heading().is_some();
    let topic = is_topic.then(|| {
        let label = el("span").class("talk-card__topic");
        group([label.child(state.speech().topic()).into(), " ".into()])
    });
    let people = talk.people.iter();
    let people: Vec<_> = people.filter_map(|part| person(state, part)).collect();
    let people = (!people.is_empty()).then(|| {
        el("ul")
            .class("talk-page__people")
            .attr("role", "list")
            .children(people)
    });
    let words = talk.summary.as_ref();
    let words =
        words.map(|text| found_block(el("p").class("talk-page__words"), text, Field::Abstract));
    let tags = talk.tags.iter();
    let tags = tags.map(|tag| el("li").child(found_words(tag, Field::Tag)));
    let tags = (!talk.tags.is_empty()).then(|| {
        let list = el("ul").class("talk-card__tags").attr("role", "list");
        list.children(tags)
    });
    let list = catalogue.deployed.as_ref().map(|_| {
        el("a")
            .class("talk-card__save")
            .attr("href", event_page(state, Query::of_list(Saved::Own)))
            .child(state.speech().to_watch_list())
    });
    let actions = el("p")
        .class("talk-page__actions")
        .child(save_button(state, &talk.id, &title))
        .child(" ")
        .child(share_button(state, talk))
        .child(" ")
        .child(list);
    el("div")
        .class("talk-page__what")
        .child(
            el(catalogue.frame.heading(0))
                .class("heading talk-page__title")
                .attr("id", title_id(talk.id.as_str()))
                .child(topic)
                .child(with_status(state, talk, shown)),
        )
        // Shown above the title: see `style/components/talk-page.css`.
        .child(talk_meta(state, talk))
        .child(people)
        .child(actions)
        .child(status)
        .child(words)
        .child(said(talk))
        .child(tags)
}

/// Somebody who took part. The name links to all talks of this person at the event.
fn person(state: AppState, part: &Participation) -> Option<El> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let person = catalogue.event.person(&part.person)?;
    let role = role(state, person);
    let role = match speech.part(part.part) {
        Some(part) if role.is_empty() || role == part => part.to_owned(),
        Some(part) => format!("{part}, {role}"),
        None => role,
    };
    let name = if catalogue.frame.is_embedded {
        el("span")
    } else {
        let mut query = Query::default();
        query.choose(Facet::Person, part.person.as_str());
        el("a").attr("href", event_page(state, query))
    };
    let full_name = person.full_name();
    let name = name
        .class("talk-page__person")
        .attr("dir", dir(state, &full_name))
        .child(found_text(full_name, Field::Person));
    let role = (!role.is_empty()).then(|| {
        let role = el("span").attr("dir", dir(state, &role)).child(with_terms(
            state,
            &role,
            Some(Field::Affiliation),
        ));
        group([" ".into(), role.into()])
    });
    Some(el("li").child(name).child(role))
}

/// The breadcrumb from the event's page to this one.
fn breadcrumb(state: AppState, talk: &Talk) -> El {
    let catalogue = state.catalogue();
    let event = el("a")
        .attr("href", event_page(state, Query::default()))
        .child(label(&catalogue.event.title));
    let here = el("span")
        .attr("aria-current", "page")
        .child(talk_label(state, talk));
    let steps = el("ol")
        .child(el("li").child(event))
        .child(el("li").child(here));
    el("nav")
        .class("breadcrumb")
        .attr("aria-label", state.speech().breadcrumb())
        .child(steps)
}

/// The event's page with a search, from the page of a talk.
fn event_page(state: AppState, query: Query) -> String {
    let address = Address {
        query,
        ..in_this_language(state)
    };
    format!("../../{}", address.write())
}

/// An address in the language of this page.
fn in_this_language(state: AppState) -> Address {
    let language = state.language.get();
    let is_own = language == *state.catalogue().own_language();
    Address {
        language: (!is_own).then_some(language),
        ..Address::default()
    }
}

#[cfg(test)]
mod tests;
