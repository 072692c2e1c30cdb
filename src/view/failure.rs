//! What stands in place of the page when the event cannot be shown.

use leptos::prelude::{Callable, Callback};

use super::{
    app::main_element,
    markup::{El, el},
};
use crate::{frame::Frame, load_error::LoadError, text::Speech};

/// Says above a page that is there already why it stays as it is, and offers to try again.
pub fn failure_note(
    error: &LoadError,
    speech: Speech,
    original: &str,
    on_retry: Callback<()>,
) -> El {
    let title = el("strong").child(speech.not_up_to_date());
    alert("notice", error, speech, title, original, on_retry)
}

/// Says what failed, what helps, and offers to try again.
///
/// `original` is the account to offer instead, or empty.
pub fn failure(
    error: &LoadError,
    speech: Speech,
    frame: &Frame,
    original: &str,
    on_retry: Callback<()>,
) -> El {
    let title = el(frame.heading(0))
        .class("failure__title")
        .child(error.title(speech));
    let alert = alert("failure", error, speech, title, original, on_retry);
    el(main_element(frame)).child(alert)
}

fn alert(
    class: &'static str,
    error: &LoadError,
    speech: Speech,
    title: El,
    original: &str,
    on_retry: Callback<()>,
) -> El {
    let code = format!("{}: {}", speech.error_code(), error.code());
    let retry = el("button")
        .attr("type", "button")
        .class("button")
        .on("click", move |_| on_retry.run(()))
        .child(speech.retry());
    let original = (!original.is_empty()).then(|| {
        el("a")
            .attr("href", original.to_owned())
            .child(speech.to_original())
    });
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
                .child(original),
        )
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use leptos::prelude::Owner;

    use super::*;
    use crate::view::markup::Markup;
    use crate::view::test_support::{assert_has, assert_lacks};

    fn shown(original: &str) -> String {
        Owner::new().with(|| {
            let (error, speech) = (LoadError::NotFound, Speech::German);
            let on_retry = Callback::new(|()| ());
            Markup::from(failure(
                &error,
                speech,
                &Frame::default(),
                original,
                on_retry,
            ))
            .into_html()
        })
    }

    #[test]
    fn says_what_failed_and_offers_to_try_again() {
        let html = shown("");
        assert_has(
            &html,
            &[r#"role="alert""#, r#"data-code="not-found""#, "<h1"],
        );
        assert_has(&html, &["<button", "Erneut versuchen", "Fehlercode"]);
        assert_lacks(&html, &["<a "]);
    }

    #[test]
    fn offers_the_original_account() {
        let html = shown("https://a.example/");
        assert_has(
            &html,
            &[r#"<a href="https://a.example/">Zur ursprünglichen Meldung</a>"#],
        );
    }
}
