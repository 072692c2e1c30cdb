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

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use crate::view::test_support::{assert_has, assert_lacks, sections};

    fn figure(photo: &str) -> String {
        let drawing = r#""illustration": {"ref": "hall", "alt": "Voller Saal"}"#;
        let figure = format!(r#"{{"photo": {{"width": 4, "height": 3, {photo}}}, {drawing}}}"#);
        sections(&format!(
            r#""sections": [{{"type": "figure", "figure": {figure}}}]"#
        ))
    }

    #[test]
    fn shows_the_labelled_illustration_until_the_photo_is_complete() {
        let html = figure(r#""src": "a.jpg", "alt": "Publikum", "rightsCleared": true"#);
        let image = r#"src="events/x/illustrations/hall.svg" alt="Voller Saal""#;
        assert_has(&html, &[image, ">Illustration</span>", r#"loading="lazy""#]);
        assert_lacks(&html, &["a.jpg", "Publikum"]);
    }

    #[test]
    fn shows_a_complete_photo_with_its_credit() {
        let html = figure(
            r#""src": "a.jpg", "alt": "Publikum", "credit": "M. Muster", "licence": "CC BY 4.0",
               "rightsCleared": true"#,
        );
        let image = r#"src="events/x/a.jpg" alt="Publikum""#;
        assert_has(&html, &[image, "Foto: M. Muster, CC BY 4.0"]);
        assert_lacks(&html, &["hall.svg", "Illustration"]);
    }

    #[test]
    fn does_not_load_a_picture_from_another_host() {
        let html = figure(
            r#""src": "https://elsewhere.example/a.jpg", "alt": "Publikum", "credit": "M. Muster",
               "rightsCleared": true"#,
        );
        assert_has(&html, &["hall.svg"]);
        assert_lacks(&html, &["elsewhere.example"]);
    }
}
