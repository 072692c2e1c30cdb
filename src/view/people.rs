//! Everybody who took part.

use super::{
    markup::{El, Markup, el, group},
    words::plain,
};
use crate::{
    model::{Person, Talk},
    search::fold,
    state::AppState,
    text::Speech,
};

/// Lists the people by last name as DIN 5007-2 orders names, each with their talks.
pub fn people() -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let mut people: Vec<(String, &Person)> = Vec::new();
    for person in &event.people {
        let name = fold(&person.filing_name()).spelled_out;
        let at = people.partition_point(|(before, _)| *before <= name);
        people.insert(at, (name, person));
    }
    let items = people.into_iter().map(|(_, person)| {
        let talks = event
            .talks
            .iter()
            .filter(|talk| talk.people.iter().any(|p| p.person == person.id));
        let links = talks.map(|talk| {
            let href = format!("#{}", talk.id);
            let link = el("a").attr("href", href);
            let link = link.child(talk_name(state, talk, speech));
            group([link.into(), " ".into()])
        });
        let links: Vec<Markup> = links.collect();
        let talks = (!links.is_empty()).then(|| el("p").class("people__talks").children(links));
        let role = role(state, person);
        let role = (!role.is_empty()).then(|| el("p").class("people__role").child(role));
        el("li")
            .class("people__item")
            .child(el("p").class("people__name").child(person.full_name()))
            .child(role)
            .child(talks)
    });
    el("ul")
        .class("people")
        .attr("role", "list")
        .children(items)
}

/// Office and organisation at the event, in one line.
pub(super) fn role(state: AppState, person: &Person) -> String {
    let parts = [&person.role_at_event, &person.organization];
    let parts = parts.into_iter().flatten().map(|text| plain(state, text));
    parts.collect::<Vec<_>>().join(", ")
}

/// „Vortrag: Ethik“.
fn talk_name(state: AppState, talk: &Talk, speech: Speech) -> String {
    let kind = speech.kind(&talk.kind);
    match talk.heading() {
        Some(heading) => format!("{kind}: {}", plain(state, heading)),
        None => kind.to_owned(),
    }
}

#[cfg(test)]
#[cfg(feature = "cli")]
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
    fn tells_office_organisation_and_talks() {
        let html = sections(
            r#""people": [{"id": "ada", "name": "Ada Beispiel", "honorific": "Dr.",
                   "roleAtEvent": "Leitung", "organization": "Stadt"}],
               "talks": [{"id": "t", "kind": "talk", "title": "Ethik", "people": ["ada"]}],
               "sections": [{"type": "people"}]"#,
        );
        assert_has(&html, &["Dr. Ada Beispiel", "Leitung, Stadt"]);
        assert_has(&html, &[r##"<a href="#t">Vortrag: Ethik</a>"##]);
    }
}
