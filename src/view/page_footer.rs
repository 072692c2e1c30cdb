//! The bottom of the page: source, picture credits, legal links.

use nachlese_event::date;
use nachlese_markup::{El, ElementRef, Markup, el, show};

use super::{
    figure::{credit, shown_photo},
    theme_switch::theme_switch,
    words::{label, plain},
};
use crate::{
    state::{AppState, Outside},
    text::prelude::*,
};

/// Shows the source of the page, and the links that every page must have.
pub fn page_footer() -> El {
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
    let links: Vec<El> = links
        .into_iter()
        .filter_map(|(url, name)| {
            let href = catalogue.assets.resolve(url.as_ref()?);
            Some(el("li").child(el("a").address("href", href).child(name)))
        })
        .collect();
    let overview = catalogue.overview.as_ref().map(|overview| {
        let link = el("a").attr("href", overview.clone());
        el("li").child(link.child(speech.all_events()))
    });
    let has_links = overview.is_some() || !links.is_empty();
    let links = has_links.then(|| {
        el("ul")
            .class("page-footer__links")
            .attr("role", "list")
            .child(overview)
            .children(links)
    });
    let is_playing = move || {
        state
            .view
            .playing
            .with(|playing| playing.is_open || !playing.allowed.is_empty())
    };
    let (inner, outside) = (ElementRef::new(), Outside::expect());
    let withdraw = move |_| {
        state.withdraw();
        outside.announce(speech.consent_withdrawn().to_owned());
        // The button disappears, but the focus stays in place.
        inner.focus();
    };
    let withdrawal = show(is_playing, move || {
        el("button")
            .attr("type", "button")
            .class("button")
            .attr("data-look", "quiet")
            .on("click", withdraw)
            .child(speech.withdraw_consent())
    });
    // src/boot/boot.js opens the dialog, and loads its script only then.
    let embed = (!catalogue.frame.is_embedded).then(|| {
        el("button")
            .attr("type", "button")
            .class("button")
            .attr("data-look", "quiet")
            .attr("data-embed", true)
            .child(speech.embed())
    });
    // In another page, the host chooses the appearance.
    let theme = (!catalogue.frame.is_embedded).then(theme_switch);
    let content = el("div")
        .class("page-footer__inner")
        .attr("role", "group")
        .attr("aria-label", speech.about_page())
        .attr("tabindex", "-1")
        .at(inner)
        .child(on_light_ground(source(state), credits(state)))
        .child(links)
        .child(
            el("div")
                .class("page-footer__tools")
                .child(withdrawal)
                .child(theme)
                .child(embed),
        );
    el("footer").class("page-footer").child(content)
}

fn on_light_ground(source: Option<El>, credits: Option<El>) -> Option<El> {
    let is_empty = source.is_none() && credits.is_none();
    let ground = el("div").class("page-footer__ground");
    (!is_empty).then(|| ground.child(source).child(credits))
}

fn source(state: AppState) -> Option<El> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let source = catalogue.event.source.as_ref()?;
    let href = source.url.as_str().to_owned();
    let title: Markup = match &source.title {
        Some(text) => label(text),
        None => href.clone().into(),
    };
    let publisher = source.publisher.as_ref().map(|text| plain(state, text));
    let day = source.published.map(|day| date::day(day, speech));
    let detail = [publisher, day]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(", ");
    let source = el("p")
        .class("page-footer__source")
        .child(speech.source())
        .child(": ")
        .child(el("a").attr("href", href).child(title))
        .child((!detail.is_empty()).then(|| format!(", {detail}")));
    Some(source)
}

/// The picture credits.
fn credits(state: AppState) -> Option<El> {
    let catalogue = state.catalogue();
    let (mut names, mut has_own_drawings) = (Vec::new(), false);
    for figure in catalogue.event.figures() {
        if let Some(photo) = shown_photo(state, figure) {
            let credit = credit(state, photo);
            if !names.contains(&credit) {
                names.push(credit);
            }
        } else if let Some(drawing) = &figure.illustration {
            has_own_drawings |= !catalogue.assets.is_foreign(&drawing.file());
        }
    }
    if has_own_drawings {
        names.push(state.speech().own_illustrations().to_owned());
    }
    (!names.is_empty()).then(|| {
        let items = names.into_iter().map(|name| el("li").child(name));
        el("details")
            .class("page-footer__credits")
            .child(el("summary").child(state.speech().picture_credits()))
            .child(el("ul").children(items))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        state::Playable,
        url::Address,
        view::test_support::{assert_has, assert_lacks, event, html, text},
    };

    fn footer(fields: &str, is_playing: bool) -> String {
        html(&event(fields), Address::default(), |state| {
            if is_playing {
                state.open(&Playable::List(0));
            }
            page_footer()
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
