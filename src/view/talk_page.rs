//! A page about one talk: first the recording, then what it was about, who spoke, what was said,
//! and links to other talks.

mod around;
mod told;

use std::sync::Arc;

use nachlese_event::{Participation, Recording, Talk};
use nachlese_markup::{El, Markup, el, group};
use nachlese_programme::watch_list::Saved;
use nachlese_search::{Facet, Field, Query};

use self::{
    around::{around, same_people, search},
    told::{photos, statements},
};
use super::{
    in_language::in_language,
    link_list::talk_links,
    notices::notices,
    people::role,
    recording::{playable, talk_recording},
    said::said,
    save_button::save_button,
    share_button::share_button,
    stage::stage,
    talk_meta::talk_meta,
    talk_name::{talk_label, talk_title, title_id},
    talk_status::with_status,
    words::{dir, found_block, found_text, found_words, label, with_terms},
};
use crate::{state::AppState, text::prelude::*, url::Address};

/// Shows a talk as a page of its own. In another language, all is drawn again except for the stage,
/// which may play something.
pub fn talk_article(talk: &Talk) -> Markup {
    let state = AppState::expect();
    let is_own_page = !state.catalogue().frame.is_embedded;
    let own = Arc::new(talk.clone());
    let top = {
        let talk = Arc::clone(&own);
        move || {
            let way_back = is_own_page.then(|| breadcrumb(state, &talk));
            group([way_back.into(), notices().into()])
        }
    };
    let columns = {
        let talk = Arc::clone(&own);
        move || columns(state, &talk).into()
    };
    let further = move || {
        el("div")
            .class("talk-page__further")
            .child(around(state, &own))
            .child(same_people(state, &own))
            .child(search(state))
            .into()
    };
    let name = talk.id.as_str().to_owned();
    let is_playable = talk.recording.as_ref().is_some_and(Recording::is_playable);
    let ground = is_playable.then(|| el("div").class("talk-page__stage").child(stage()));
    let article = el("article")
        .class("talk-page")
        .attr("part", "talk-card")
        .attr("data-talk", name.clone())
        .attr("aria-labelledby", title_id(&name))
        .attr("id", name)
        .attr("tabindex", "-1")
        .child(ground)
        .child(in_language(state, columns));
    group([
        in_language(state, top),
        article.into(),
        is_own_page.then(|| in_language(state, further)).into(),
    ])
}

/// What it was about and who spoke. Beside it chapters, slides and links.
fn columns(state: AppState, talk: &Talk) -> El {
    let (status, recording) = match &talk.recording {
        Some(recording) if recording.is_playable() => {
            (None, playable(state, &talk.id, recording).1)
        }
        Some(recording) => (Some(talk_recording(&talk.id, recording)), Vec::new()),
        None => (None, Vec::new()),
    };
    let beside: Vec<_> = recording.into_iter().chain(talk_links(talk)).collect();
    let beside =
        (!beside.is_empty()).then(|| el("div").class("talk-page__beside").children(beside));
    el("div")
        .class("talk-page__columns")
        .child(what(state, talk, status))
        .child(beside)
}

/// The abstract, the people, what was found, and what sections tell of the talk.
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
        .child(statements(state, talk))
        .child(photos(state, talk))
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
