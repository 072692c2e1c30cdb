//! The bottom of the page: source, picture credits, what the law wants linked.

use leptos::{html::Div, prelude::*};

use super::words::{Words, plain};
use crate::{
    model::{Figure, Photo, SectionKind},
    state::AppState,
    text::date,
};

/// Shows where the account comes from and the links that every page must have.
#[component]
pub fn PageFooter() -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let legal = &catalogue.event.legal;
    let links = [
        (&legal.imprint, speech.imprint()),
        (&legal.privacy, speech.privacy()),
        (&legal.accessibility, speech.accessibility()),
        (&legal.contact, speech.report_barrier()),
    ];
    let links: Vec<_> = links
        .into_iter()
        .filter_map(|(url, name)| {
            let href = catalogue.assets.resolve(url.as_ref()?);
            Some(view! { <li><a href=href>{name}</a></li> })
        })
        .collect();
    let is_playing = move || {
        state
            .playing
            .with(|playing| !playing.open.is_empty() || !playing.allowed.is_empty())
    };
    let inner = NodeRef::<Div>::new();
    let withdraw = move |_| {
        state.withdraw();
        // The button goes: the focus stays where it was.
        if let Some(inner) = inner.get_untracked() {
            let _ = inner.focus();
        }
    };
    view! {
        <footer class="page-footer">
            <div class="page-footer__inner" tabindex="-1" node_ref=inner>
                {source(state)}
                {credits(state)}
                {(!links.is_empty())
                    .then(|| view! { <ul class="page-footer__links" role="list">{links}</ul> })}
                <Show when=is_playing>
                    <button type="button" class="button" data-look="quiet" on:click=withdraw>
                        {speech.withdraw_consent()}
                    </button>
                </Show>
            </div>
        </footer>
    }
}

fn source(state: AppState) -> Option<impl IntoView> {
    let speech = state.speech();
    let source = state.catalogue().event.source.clone()?;
    let href = source.url.as_str().to_owned();
    let title = match source.title {
        Some(text) => view! { <Words text /> }.into_any(),
        None => href.clone().into_any(),
    };
    let publisher = source.publisher.as_ref().map(|text| plain(state, text));
    let day = source.published.map(|day| date::day(day, speech));
    let detail = [publisher, day]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    Some(view! {
        <p class="page-footer__source">
            {speech.source()} ": " <a href=href>{title}</a>
            {(!detail.is_empty()).then(|| format!(", {detail}"))}
        </p>
    })
}

/// Whose pictures the page shows.
fn credits(state: AppState) -> Option<impl IntoView> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let mut figures: Vec<&Figure> = event.figure.iter().collect();
    for section in &event.sections {
        figures.extend(&section.figure);
        if let SectionKind::Gallery { figures: gallery } = &section.kind {
            figures.extend(gallery);
        }
    }
    let is_shown = |photo: &Photo| photo.is_complete() && !catalogue.assets.is_foreign(&photo.src);
    let shows_photo = |figure: &&Figure| figure.photo.as_ref().is_some_and(is_shown);
    let mut names: Vec<String> = Vec::new();
    for photo in figures
        .iter()
        .copied()
        .filter(|f| shows_photo(f))
        .filter_map(|f| f.photo.as_ref())
    {
        let credit = [&photo.credit, &photo.licence]
            .into_iter()
            .flatten()
            .cloned();
        let credit = format!(
            "{}: {}",
            speech.photo(),
            credit.collect::<Vec<_>>().join(", ")
        );
        if !names.contains(&credit) {
            names.push(credit);
        }
    }
    if figures
        .iter()
        .any(|figure| !shows_photo(figure) && figure.illustration.is_some())
    {
        names.push(speech.own_illustrations().to_owned());
    }
    (!names.is_empty()).then(|| {
        let items = names
            .into_iter()
            .map(|name| view! { <li>{name}</li> })
            .collect_view();
        view! {
            <details class="page-footer__credits">
                <summary>{speech.picture_credits()}</summary>
                <ul>{items}</ul>
            </details>
        }
    })
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use super::*;
    use crate::{
        url::Address,
        view::test_support::{assert_has, assert_lacks, event, html, text},
    };

    fn footer(fields: &str, is_playing: bool) -> String {
        html(&event(fields), Address::default(), |state| {
            if is_playing {
                state.open("card-t");
            }
            view! { <PageFooter /> }
        })
    }

    #[test]
    fn links_what_the_law_wants_and_the_source() {
        let html = footer(
            r#""legal": {"imprint": "legal.html#impressum", "privacy": "https://a.example/p"},
               "source": {"url": "https://a.example/m", "title": "Meldung", "published": "2024-06-18"}"#,
            false,
        );
        assert_has(
            &html,
            &[r#"<a href="events/x/legal.html#impressum">Impressum</a>"#],
        );
        assert_has(&html, &[r#"<a href="https://a.example/p">Datenschutz</a>"#]);
        assert_has(&text(&html), &["Quelle: Meldung, 18. Juni 2024"]);
        assert_lacks(&html, &["Barriere melden", "widerrufen"]);
    }

    #[test]
    fn offers_to_withdraw_consent_once_a_player_is_open() {
        assert_has(
            &footer(r#""people": []"#, true),
            &["Video-Einwilligung widerrufen"],
        );
    }

    #[test]
    fn credits_only_the_pictures_that_are_shown() {
        let figure = |src: &str| {
            format!(
                r#""figure": {{"photo": {{"src": "{src}", "width": 4, "height": 3, "alt": "Saal",
                    "credit": "M. Muster", "rightsCleared": true}},
                    "illustration": {{"ref": "hall", "alt": ""}}}}"#
            )
        };
        let html = footer(&figure("a.jpg"), false);
        assert_has(&html, &["Foto: M. Muster"]);
        assert_lacks(&html, &["Illustrationen"]);
        let html = footer(&figure("https://elsewhere.example/a.jpg"), false);
        assert_has(&html, &["Illustrationen"]);
        assert_lacks(&html, &["M. Muster"]);
    }
}
