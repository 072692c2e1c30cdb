//! The top of the page: what it is about, in a glance.

use leptos::prelude::*;

use super::{
    figure::EventFigure,
    words::{Words, spoken},
};
use crate::{
    model::Link,
    state::{AppState, Outside},
    text::date,
};

/// Shows tagline, headline, motto, gist and the picture at the top.
#[component]
pub fn Intro() -> impl IntoView {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let speech = state.speech();
    let kind = event.kind.as_ref().map(|kind| spoken(state, kind));
    let published = event.published.map(|day| date::day(day, speech));
    let tagline = [kind, Some(speech.recap().to_owned()), published];
    let tagline = tagline
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ");
    let link = |link: &Option<Link>, label: &'static str| {
        let href = link
            .as_ref()
            .map(|link| catalogue.assets.resolve(&link.url))?;
        Some(view! { <li><a href=href>{label}</a></li> })
    };
    view! {
        <header class="intro">
            <div class="intro__text">
                <p class="intro__tagline">{tagline}</p>
                <h1 class="intro__title"><Words text=event.title.clone() /></h1>
                {event.motto.clone().map(|text| view! { <p class="intro__motto"><Words text /></p> })}
                {event
                    .summary
                    .clone()
                    .map(|text| view! { <p class="intro__summary"><Words text /></p> })}
                <ul class="intro__actions">
                    {link(&event.easy_language, speech.easy_language())}
                    {link(&event.sign_language, speech.sign_language())}
                    <li><CopyLink /></li>
                </ul>
            </div>
            {event
                .figure
                .clone()
                .map(|figure| view! { <EventFigure figure place="intro__figure" is_first=true /> })}
        </header>
    }
}

/// Puts the page's address on the clipboard and says so.
#[component]
fn CopyLink() -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let outside = Outside::expect();
    let title = spoken(state, &state.catalogue().event.title);
    let result = move || match outside.is_copied.get() {
        None => "",
        Some(true) => speech.link_copied(),
        Some(false) => speech.link_not_copied(),
    };
    view! {
        <button
            type="button"
            class="button"
            data-look="quiet"
            title=title
            on:click=move |_| outside.copy_link.run(())
        >
            {speech.copy_link()}
        </button>
        " "
        <span role="status">{result}</span>
    }
}
