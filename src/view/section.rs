//! A section of the page: what all have in common, then what its kind adds.

use leptos::prelude::*;

use super::{
    facts::Facts,
    figure::EventFigure,
    link_list::LinkList,
    panel::Panel,
    people::People,
    playlist::Playlists,
    programme::Programme,
    quote::QuoteFigure,
    recording::Film,
    words::{Words, spoken},
};
use crate::{
    model::{Exhibit, Figure, Section, SectionKind},
    state::AppState,
};

/// Shows a section of any kind.
#[component]
pub fn EventSection(
    /// The section.
    section: Section,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let Section {
        id,
        heading,
        paragraphs,
        figure,
        kind,
    } = section;
    let place = id.as_str().to_owned();
    let kind_name = kind.as_str();
    let label = heading.as_ref().map(|heading| spoken(state, heading));
    let label = label.or_else(|| (kind_name == "facts").then(|| speech.details().to_owned()));
    let heading = heading.map(|text| {
        let link_name = format!("{}: {}", speech.link_to_section(), spoken(state, &text));
        let href = format!("#{place}");
        view! {
            <h2 class="section__heading">
                <Words text />
                <a class="section__link" href=href aria-label=link_name>"#"</a>
            </h2>
        }
    });
    // A film's picture is its stage, and stands there.
    let (beside, picture) = match kind {
        SectionKind::Film { .. } => (None, figure),
        _ => (figure, None),
    };
    let text = paragraphs
        .into_iter()
        .map(|text| view! { <p><Words text /></p> })
        .collect_view();
    let has_text = !text.is_empty();
    let beside = beside.map(|figure| view! { <EventFigure figure /> });
    let body = (has_text || beside.is_some()).then(|| {
        view! {
            <div class="section__body">
                {has_text.then(|| view! { <div class="section__text">{text}</div> })}
                {beside}
            </div>
        }
    });
    view! {
        <section class="section" data-section=kind_name id=place tabindex="-1" aria-label=label>
            {heading}
            {body}
            {content(state, kind, picture)}
        </section>
    }
}

/// What a section's kind adds to its text.
fn content(state: AppState, kind: SectionKind, picture: Option<Figure>) -> AnyView {
    match kind {
        SectionKind::Text | SectionKind::Figure => ().into_any(),
        SectionKind::Gallery { figures } => gallery(figures).into_any(),
        SectionKind::Quote(quote) => view! { <QuoteFigure quote /> }.into_any(),
        SectionKind::Talks => view! { <Programme /> }.into_any(),
        SectionKind::Panel {
            talk,
            seats,
            core_message,
        } => view! { <Panel talk seats core_message /> }.into_any(),
        SectionKind::Market { exhibits, .. } => market(exhibits).into_any(),
        SectionKind::Film { talk } => view! { <Film talk picture /> }.into_any(),
        SectionKind::Playlist => view! { <Playlists /> }.into_any(),
        SectionKind::People => view! { <People /> }.into_any(),
        SectionKind::Links { links } if links.is_empty() => {
            let links = state.catalogue().event.links.clone();
            view! { <LinkList links /> }.into_any()
        }
        SectionKind::Links { links } => view! { <LinkList links /> }.into_any(),
        SectionKind::Downloads { links } => {
            view! { <LinkList links is_download=true /> }.into_any()
        }
        SectionKind::Facts { facts } => view! { <Facts facts /> }.into_any(),
    }
}

fn gallery(figures: Vec<Figure>) -> impl IntoView {
    let items = figures
        .into_iter()
        .map(|figure| view! { <li><EventFigure figure /></li> });
    let items = items.collect_view();
    view! { <ul class="gallery" role="list">{items}</ul> }
}

fn market(exhibits: Vec<Exhibit>) -> impl IntoView {
    let items: Vec<_> = exhibits
        .into_iter()
        .map(|exhibit| {
            view! {
                <li class="market__exhibit">
                    <h3><Words text=exhibit.title /></h3>
                    {exhibit.description.map(|text| view! { <p><Words text /></p> })}
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <ul class="market__exhibits" role="list">{items}</ul> })
}

#[cfg(test)]
#[cfg(feature = "cli")]
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
