//! A section of the page: first what all sections have in common, then what its kind adds.

use nachlese_event::{Exhibit, Figure, Section, SectionKind};
use nachlese_markup::{El, Markup, el, group};

use super::{
    facts::facts,
    figure::event_figure,
    landmark::landmark,
    link_list::link_list,
    panel::{core_message, panel},
    people::people,
    playlist::playlists,
    programme::programme,
    quote::quote_figure,
    recording::film,
    words::{block, spoken, words},
};
use crate::{state::AppState, text::prelude::*};

/// Shows a section of any kind.
pub fn event_section(section: &Section) -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let place = section.id.as_str();
    let kind_name = section.kind.as_str();
    let heading = section.heading.as_ref();
    let label = heading.map(|heading| spoken(state, heading));
    let label = label.or_else(|| (kind_name == "facts").then(|| speech.details().to_owned()));
    let label = label.map(|label| landmark(state, &label));
    let heading = heading.map(|text| {
        let link_name = format!("{}: {}", speech.link_to_section(), spoken(state, text));
        let link = el("a")
            .class("section__link")
            .attr("href", format!("#{place}"))
            .attr("aria-label", link_name)
            .child("#");
        let heading = el(state.catalogue().frame.heading(1))
            .class("heading section__heading")
            .child(words(text));
        // Beside the heading, so that it is not a part of the heading's name.
        el("div").class("section__head").child(heading).child(link)
    });
    // A film's picture is shown with the video.
    let (beside, picture) = match section.kind {
        SectionKind::Film { .. } => (None, section.figure.as_ref()),
        _ => (section.figure.as_ref(), None),
    };
    let paragraphs = section.paragraphs.iter();
    let paragraphs = paragraphs.map(|text| block(el("p"), text));
    let has_text = !section.paragraphs.is_empty();
    let text = has_text.then(|| el("div").class("section__text").children(paragraphs));
    let body = (has_text || beside.is_some()).then(|| {
        let beside = beside.and_then(|figure| event_figure(figure, "", false));
        el("div").class("section__body").child(text).child(beside)
    });
    el("section")
        .class("section")
        .attr("part", "section")
        .attr("data-section", kind_name)
        .attr("id", place.to_owned())
        .attr("tabindex", "-1")
        .attr("aria-label", label)
        .child(heading)
        .child(body)
        .child(content(state, &section.kind, picture))
}

/// What a section's kind adds to its text.
fn content(state: AppState, kind: &SectionKind, picture: Option<&Figure>) -> Markup {
    match kind {
        SectionKind::Text | SectionKind::Figure => group([]),
        SectionKind::Gallery { figures } => gallery(figures.iter().collect()).into(),
        SectionKind::Quote(quote) => quote_figure(quote).into(),
        SectionKind::Talks => programme(),
        SectionKind::Panel {
            talk,
            seats,
            core_message: message,
            core_message_at: at,
        } => {
            let talk = talk.as_ref();
            let message = message.as_ref();
            let message = message.map(|text| core_message(state, text, talk, *at));
            panel(talk, seats, message).into()
        }
        SectionKind::Market { exhibits, .. } => market(state, exhibits).into(),
        SectionKind::Film { talk } => film(talk, picture).into(),
        SectionKind::Playlist => playlists(),
        SectionKind::People => people(),
        SectionKind::Links { links } if links.is_empty() => {
            link_list(&state.catalogue().event.links, false).into()
        }
        SectionKind::Links { links } => link_list(links, false).into(),
        SectionKind::Downloads { links } => link_list(links, true).into(),
        SectionKind::Facts { facts: own } => facts(own).into(),
    }
}

/// Several pictures side by side.
pub(super) fn gallery(figures: Vec<&Figure>) -> El {
    let figures = figures.into_iter();
    let items = figures.map(|figure| el("li").child(event_figure(figure, "", false)));
    el("ul")
        .class("gallery")
        .attr("role", "list")
        .children(items)
}

fn market(state: AppState, exhibits: &[Exhibit]) -> Option<El> {
    let heading = state.catalogue().frame.heading(2);
    let items = exhibits.iter().map(|exhibit| {
        let description = exhibit.description.as_ref();
        el("li")
            .class("market__exhibit")
            .child(block(
                el(heading).class("heading market__title"),
                &exhibit.title,
            ))
            .child(description.map(|text| block(el("p"), text)))
    });
    let list = el("ul").class("market__exhibits").attr("role", "list");
    (!exhibits.is_empty()).then(|| list.children(items))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::test_support::{assert_has, assert_lacks, sections};

    #[test]
    fn every_kind_has_a_place_of_its_own() {
        for word in SectionKind::WORDS {
            let html = sections(
                &format!(
                    r#""talks": [{{"id": "t", "kind": "talk", "title": "Ethik"}}],
                   "sections": [{{"type": "{word}", "id": "hier", "heading": "Über[-]schrift",
                       "text": "Text", "talk": "t", "figures": [{{"illustration":
                       {{"ref": "hall", "alt": ""}}}}], "exhibits": ["Roboter"]}}]"#
                )
                .replace("[-]", "\u{ad}"),
            );
            assert_has(&html, &[&format!(r#"data-section="{word}""#)]);
            assert_has(&html, &[r#"id="hier""#, r#"aria-label="Überschrift""#]);
            assert_has(
                &html,
                &[r##"href="#hier""##, "Link zu diesem Abschnitt: Überschrift"],
            );
        }
    }

    #[test]
    fn an_unsafe_address_never_becomes_a_link() {
        let html = sections(
            r#""links": ["javascript:alert(1)"],
               "sections": [
                   {"type": "text", "text": "[klick](javascript:alert(1)) <img src=x onerror=y>"},
                   {"type": "links", "links": [{"label": "klick", "url": "JaVaScript:alert(1)"},
                       {"label": "Daten", "url": "data:text/html,x"}, "https://a.example/"]}]"#,
        );
        assert_has(&html, &[r#"href="https://a.example/""#, "&lt;img"]);
        assert_lacks(
            &html.to_lowercase(),
            &[r#"href="javascript"#, r#"href="data"#, "<img"],
        );
    }
}
