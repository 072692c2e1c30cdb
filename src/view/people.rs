//! Everybody who took part.

use leptos::prelude::{Get, Memo};
use nachlese_event::{Person, PersonId};
use nachlese_markup::{ElementRef, Markup, Signal, el, group, rows, show};
use nachlese_search::{Facet, people_by_name};

use super::{
    talk_name::{talk_label, talk_title},
    talk_status::with_status,
    words::{dir, plain, with_terms},
};
use crate::{
    state::{AppState, Outside, PEOPLE, PEOPLE_PARTS},
    text::prelude::*,
};

/// How many people are drawn at a time if the list is drawn in parts.
const PART: usize = 10;
/// Up to this many people, the list is shown whole.
const MOST_LISTED: usize = PART * PEOPLE_PARTS;
/// Otherwise the reader sees this many, and as many more at a time.
const PAGE: usize = 30;

/// Lists the people by last name (DIN 5007-2), each with their talks.
pub fn people() -> Markup {
    let state = AppState::expect();
    show(move || state.draws(PEOPLE), move || list(state))
}

fn list(state: AppState) -> Markup {
    let catalogue = state.catalogue();
    let people = people_by_name(&catalogue.event);
    let total = people.len();
    let limit = Signal::new(if total > MOST_LISTED { PAGE } else { total });
    // Further parts change nothing once everybody whom the reader wants to see is shown.
    let drawn = Memo::new(move |_| {
        let parts = (0..PEOPLE_PARTS).take_while(|part| state.draws(PEOPLE + part));
        match parts.count() {
            PEOPLE_PARTS => limit.get(),
            parts => limit.get().min(parts * PART),
        }
    });
    let ids = move || {
        let catalogue = state.catalogue();
        let shown = people.iter().take(drawn.get());
        let shown = shown.filter_map(|at| catalogue.event.people.get(*at as usize));
        shown.map(|person| person.id.clone()).collect()
    };
    let item = move |id: &PersonId| {
        let item = el("li").class("people__item").attr("tabindex", "-1");
        let catalogue = state.catalogue();
        let person = catalogue.event.person(id);
        item.child(person.map(|person| about(state, person)))
    };
    let (list, outside) = (ElementRef::new(), Outside::expect());
    let all = el("ul")
        .class("people")
        .attr("role", "list")
        .at(list)
        .child(rows(ids, item));
    let hidden = move || total.saturating_sub(limit.get());
    let more = move |_| {
        let shown = limit.get_untracked();
        limit.set(shown + PAGE);
        let more = PAGE.min(total.saturating_sub(shown));
        let said = state.speech().shown_more(more, shown + more, total);
        outside.announce(said);
        list.focus_within(format!("li:nth-child({})", shown + 1));
    };
    let button = move || {
        el("button")
            .attr("type", "button")
            .class("button programme__more")
            .attr("data-look", "quiet")
            .on("click", more)
            .live_text(move || state.speech().show_more(hidden().min(PAGE), hidden()))
    };
    group([all.into(), show(move || hidden() > 0, button)])
}

fn about(state: AppState, person: &Person) -> Markup {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let index = state.search.index.read_untracked();
    let talks = index.talks_with(Facet::Person, person.id.as_str());
    let talks = talks.filter_map(|at| catalogue.event.talks.get(at));
    let links = talks.map(|talk| {
        let href = format!("#{}", talk.id);
        let link = el("a").attr("href", href);
        let kind = speech.kind(&talk.kind).to_owned();
        let name = match talk.heading() {
            // „Begrüßung durch …“ says already what it is.
            Some(_) if talk_title(state, talk).starts_with(&kind) => talk_label(state, talk),
            Some(_) => group([(kind + ": ").into(), talk_label(state, talk)]),
            None => kind.into(),
        };
        let link = link.child(with_status(state, talk, name));
        group([link.into(), " ".into()])
    });
    let links: Vec<Markup> = links.collect();
    let talks = (!links.is_empty()).then(|| el("p").class("people__talks").children(links));
    let role = role(state, person);
    let role = (!role.is_empty()).then(|| {
        let dir = dir(state, &role);
        let role = with_terms(state, &role, None);
        el("p").class("people__role").attr("dir", dir).child(role)
    });
    let name = person.full_name();
    group([
        el("p")
            .class("people__name")
            .attr("dir", dir(state, &name))
            .child(name)
            .into(),
        role.into(),
        talks.into(),
    ])
}

/// Office and organisation at the time of the event, in one line.
pub(super) fn role(state: AppState, person: &Person) -> String {
    let parts = [&person.role_at_event, &person.organization];
    let parts = parts.into_iter().flatten().map(|text| plain(state, text));
    parts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use crate::view::test_support::{assert_has, sections, text};

    #[test]
    fn files_umlauts_as_two_letters() {
        let html = sections(
            r#""people": [{"id": "c", "name": "Cem Afrika"}, {"id": "b", "name": "Bo Ähnlich"},
                   {"id": "a", "name": "Zoe Adler"}],
               "sections": [{"type": "people"}]"#,
        );
        assert_has(&text(&html), &["Zoe AdlerBo ÄhnlichCem Afrika"]);
    }

    #[test]
    fn lists_many_people_page_by_page() {
        let person = |at: usize| format!(r#"{{"id": "p{at}", "name": "Person {at:03}"}}"#);
        let people: Vec<_> = (0..151).map(person).collect();
        let fields = r#""sections": [{"type": "people"}]"#;
        let html = sections(&format!(r#""people": [{}], {fields}"#, people.join(",")));
        assert_eq!(html.matches("people__name").count(), super::PAGE);
        assert_has(&text(&html), &["Person 029", "Weitere 30 von 121 anzeigen"]);
    }

    #[test]
    fn tells_office_organisation_and_talks() {
        let html = sections(
            r#""people": [{"id": "ada", "name": "Ada Beispiel", "honorific": "Dr.",
                   "roleAtEvent": "Leitung", "organization": "Stadt"}],
               "talks": [{"id": "t", "kind": "talk", "title": "Ethik", "people": ["ada"]},
                   {"id": "w", "kind": "welcome", "title": "Begrüßung durch alle", "people": ["ada"]}],
               "sections": [{"type": "people"}]"#,
        );
        assert_has(&html, &["Dr. Ada Beispiel", "Leitung, Stadt"]);
        assert_has(&html, &[r##"<a href="#t">Vortrag: Ethik</a>"##]);
        assert_has(&html, &[r##"<a href="#w">Begrüßung durch alle</a>"##]);
    }
}
