//! Pictures: the photograph if it is complete, else the labelled illustration.

use nachlese_event::{Figure, Href, Illustration, LocalizedText, Photo};
use nachlese_markup::{El, el};

use super::{
    evidence::evidence,
    words::{spoken, words},
};
use crate::{state::AppState, text::prelude::*};

/// Shows a picture with its caption.
///
/// A picture on another host than the event's is not loaded, because the reader did not ask for
/// that. `place` is an additional class, or empty. A picture that `is_first` in view is not loaded
/// lazily.
pub fn event_figure(figure: &Figure, place: &'static str, is_first: bool) -> Option<El> {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let own = |href: &Href| !catalogue.assets.is_foreign(href);
    let photo = shown_photo(state, figure);
    let illustration = figure.illustration.as_ref();
    let illustration = illustration.filter(|drawing| own(&drawing.file()));
    let image = |src: &Href, alt: Option<&LocalizedText>, width: u32, height: u32| {
        let alt = alt.map(|alt| spoken(state, alt)).unwrap_or_default();
        el("img")
            .class("figure__image")
            .address("src", catalogue.assets.resolve(src))
            .attr("alt", alt)
            .attr("width", width)
            .attr("height", height)
            .attr("loading", if is_first { "eager" } else { "lazy" })
    };
    let (image, caption) = match (photo, illustration) {
        (Some(photo), _) => {
            let image = image(&photo.src, photo.alt.as_ref(), photo.width, photo.height);
            (image, photo_caption(state, photo))
        }
        (None, Some(drawing)) => {
            let image = image(&drawing.file(), drawing.alt.as_ref(), 1280, 720);
            (image, illustration_caption(state, drawing))
        }
        (None, None) => return None,
    };
    Some(
        el("figure")
            .class(format!("figure {place}"))
            .child(image)
            .child(caption),
    )
}

/// The photograph of a figure, if it may be shown and is not on another host.
pub(super) fn shown_photo(state: AppState, figure: &Figure) -> Option<&Photo> {
    let is_own = |photo: &&Photo| !state.catalogue().assets.is_foreign(&photo.src);
    let photo = figure.photo.as_ref();
    photo.filter(|photo| photo.is_complete()).filter(is_own)
}

fn photo_caption(state: AppState, photo: &Photo) -> El {
    let caption = el("figcaption").class("figure__caption");
    let caption = match &photo.caption {
        Some(text) => caption.child(words(text)).child(" "),
        None => caption,
    };
    caption
        .child(
            el("span")
                .class("figure__credit")
                .child(credit(state, photo)),
        )
        .child(evidence(state, photo.talk.as_ref(), photo.at))
}

/// „Foto: M. Muster, CC BY 4.0“.
pub(super) fn credit(state: AppState, photo: &Photo) -> String {
    let credit = [photo.credit.as_deref(), photo.licence.as_deref()];
    let credit = credit.into_iter().flatten().collect::<Vec<_>>().join(", ");
    format!("{}: {credit}", state.speech().photo())
}

fn illustration_caption(state: AppState, drawing: &Illustration) -> El {
    let label = state.speech().illustration();
    el("figcaption")
        .class("figure__caption")
        .child(el("span").class("figure__label").child(label))
        .child(" ")
        .child(drawing.caption.as_ref().map(words))
}

#[cfg(test)]
mod tests {
    use crate::view::test_support::{assert_has, assert_lacks, between, sections};

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
    fn a_photo_leads_to_its_second_if_the_talk_can_be_played() {
        let shown = |sources: &str| {
            sections(&format!(
                r#""talks": [{{"id": "t", "kind": "talk", "title": "Ethik",
                       "recording": {{"status": "released", "sources": [{sources}]}}}}],
                   "sections": [{{"type": "figure", "photo": {{"src": "a.jpg", "width": 4,
                       "height": 3, "alt": "Publikum", "credit": "M. Muster",
                       "rightsCleared": true, "talk": "t", "at": "12:34"}}}}]"#
            ))
        };
        let html = shown(r#"{"provider": "file", "url": "t.mp4"}"#);
        let caption = between(&html, "<figcaption", "</figcaption>");
        assert_has(caption, &["M. Muster", r##"href="#t@12:34""##]);
        assert_has(caption, &["Im Video ab 12:34"]);
        assert_lacks(&shown(""), &["#t@", "Im Video ab"]);
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
