//! Pictures: the photograph if it is complete, else the labelled illustration.

use leptos::prelude::*;

use super::words::{Words, spoken};
use crate::{
    model::{Figure, Href, Illustration, LocalizedText, Photo},
    state::AppState,
};

/// Shows a picture with its line below.
///
/// A picture on another host than the event's is not loaded: nobody asked for that.
#[component]
pub fn EventFigure(
    /// The picture.
    figure: Figure,
    /// A further class, for the place where it stands.
    #[prop(default = "")]
    place: &'static str,
    /// Whether it is in view at once, so that it must not be loaded lazily.
    #[prop(default = false)]
    is_first: bool,
) -> impl IntoView {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let own = |href: &Href| !catalogue.assets.is_foreign(href);
    let photo = figure
        .photo
        .filter(|photo| photo.is_complete() && own(&photo.src));
    let illustration = figure.illustration.filter(|drawing| own(&drawing.file()));
    let loading = if is_first { "eager" } else { "lazy" };
    let class = format!("figure {place}");
    let image = |src: &Href, alt: Option<&LocalizedText>, width: u32, height: u32| {
        let alt = alt.map(|alt| spoken(state, alt)).unwrap_or_default();
        let src = catalogue.assets.resolve(src);
        view! {
            <img class="figure__image" src=src alt=alt width=width height=height loading=loading />
        }
    };
    match (photo, illustration) {
        (Some(photo), _) => view! {
            <figure class=class>
                {image(&photo.src, photo.alt.as_ref(), photo.width, photo.height)}
                {photo_caption(state, photo)}
            </figure>
        }
        .into_any(),
        (None, Some(drawing)) => view! {
            <figure class=class>
                {image(&drawing.file(), drawing.alt.as_ref(), 1280, 720)}
                {illustration_caption(state, drawing)}
            </figure>
        }
        .into_any(),
        (None, None) => ().into_any(),
    }
}

fn photo_caption(state: AppState, photo: Photo) -> impl IntoView {
    let credit = [photo.credit, photo.licence]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    let label = state.speech().photo();
    view! {
        <figcaption class="figure__caption">
            {photo.caption.map(|text| view! { <Words text /> " " })}
            <span class="figure__credit">{label} ": " {credit}</span>
        </figcaption>
    }
}

fn illustration_caption(state: AppState, drawing: Illustration) -> impl IntoView {
    view! {
        <figcaption class="figure__caption">
            <span class="figure__label">{state.speech().illustration()}</span>
            " "
            {drawing.caption.map(|text| view! { <Words text /> })}
        </figcaption>
    }
}
