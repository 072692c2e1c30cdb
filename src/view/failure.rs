//! What is shown if the event cannot be shown.

use leptos::prelude::{Callable, Callback};
use nachlese_event::Speech;
use nachlese_markup::{El, ElementRef, el};

use crate::{frame::Frame, load_error::LoadError, text::prelude::*};

/// Links to offer if the page cannot be shown.
#[derive(Debug, Clone, Default)]
pub struct Elsewhere {
    /// The original article. Empty if there is none.
    pub original: String,
    /// The list of all events. Empty if there is none.
    pub overview: String,
}

/// Says above a prerendered page why it stays without the app, and offers to try again.
pub fn failure_note(
    error: &LoadError,
    speech: Speech,
    elsewhere: &Elsewhere,
    on_retry: Callback<()>,
) -> El {
    let title = el("strong").child(speech.not_up_to_date());
    alert("notice", error, speech, title, elsewhere, on_retry)
}

/// Says what failed and what helps, and offers to try again and links to other pages. `place` is the
/// alert, which can get the focus.
pub fn failure(
    error: &LoadError,
    speech: Speech,
    frame: &Frame,
    elsewhere: &Elsewhere,
    on_retry: Callback<()>,
    place: ElementRef,
) -> El {
    let title = el(frame.heading(0))
        .class("failure__title")
        .child(error.title(speech));
    let alert = alert("failure", error, speech, title, elsewhere, on_retry);
    let alert = alert.attr("tabindex", "-1").at(place);
    let main = el(frame.main_element()).class("page__main").child(alert);
    if frame.is_embedded {
        return main;
    }
    // With the look of every page, although the event's host is not known.
    let owner = el("p").class("page-header__owner").child("Nachlese");
    el("div")
        .class("page")
        .child(el("header").class("page-header").child(owner))
        .child(main)
        .child(el("footer").class("page-footer"))
}

fn alert(
    class: &'static str,
    error: &LoadError,
    speech: Speech,
    title: El,
    elsewhere: &Elsewhere,
    on_retry: Callback<()>,
) -> El {
    let code = format!("{}: {}", speech.error_code(), error.code());
    let retry = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| on_retry.run(()))
        .child(speech.retry());
    let link = |href: &str, label: &'static str| {
        let link = || el("a").attr("href", href.to_owned()).child(label);
        (!href.is_empty()).then(link)
    };
    el("div")
        .class(class)
        .attr("role", "alert")
        .attr("data-code", error.code())
        .child(title)
        .child(
            el("p")
                .class("failure__text")
                .child(error.explanation(speech)),
        )
        .child(el("p").class("failure__code").child(code))
        .child(
            el("div")
                .class("failure__actions")
                .child(retry)
                .child(link(&elsewhere.original, speech.to_original()))
                .child(link(&elsewhere.overview, speech.all_other_events())),
        )
}

#[cfg(test)]
mod tests {
    use leptos::prelude::Owner;
    use nachlese_markup::Markup;

    use super::*;
    use crate::view::test_support::{assert_has, assert_lacks};

    fn shown(original: &str, overview: &str) -> String {
        Owner::new().with(|| {
            let (error, speech) = (LoadError::NotFound, Speech::German);
            let on_retry = Callback::new(|()| ());
            let elsewhere = Elsewhere {
                original: original.to_owned(),
                overview: overview.to_owned(),
            };
            let frame = Frame::default();
            Markup::from(failure(
                &error,
                speech,
                &frame,
                &elsewhere,
                on_retry,
                ElementRef::new(),
            ))
            .into_html()
        })
    }

    #[test]
    fn says_what_failed_and_offers_to_try_again() {
        let html = shown("", "");
        assert_has(
            &html,
            &[r#"role="alert""#, r#"data-code="not-found""#, "<h1"],
        );
        assert_has(&html, &["<button", "Erneut versuchen", "Fehlercode"]);
        assert_lacks(&html, &["<a "]);
    }

    #[test]
    fn offers_what_is_elsewhere() {
        let html = shown("https://a.example/", "../");
        assert_has(
            &html,
            &[r#"<a href="https://a.example/">Zur ursprünglichen Meldung</a>"#],
        );
        assert_has(
            &html,
            &[r#"<a href="../">Alle Veranstaltungen ansehen</a>"#],
        );
    }
}
