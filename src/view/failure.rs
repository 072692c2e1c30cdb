//! What stands in place of the page when the event cannot be shown.

use leptos::prelude::*;

use crate::{load_error::LoadError, text::Speech};

/// Says what failed, what helps, and offers to try again.
#[component]
pub fn Failure(
    /// What failed.
    error: LoadError,
    /// The program's language.
    speech: Speech,
    /// The account to offer instead; empty if there is none.
    original: String,
    /// Loads the event again.
    on_retry: Callback<()>,
) -> impl IntoView {
    let original = (!original.is_empty()).then_some(original);
    view! {
        <main>
            <div class="failure" role="alert" data-code=error.code()>
                <h1 class="failure__title">{error.title(speech)}</h1>
                <p class="failure__text">{error.explanation(speech)}</p>
                <p class="failure__code">{speech.error_code()} ": " {error.code()}</p>
                <div class="failure__actions">
                    <button type="button" class="button" on:click=move |_| on_retry.run(())>
                        {speech.retry()}
                    </button>
                    {original.map(|url| view! { <a href=url>{speech.to_original()}</a> })}
                </div>
            </div>
        </main>
    }
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use super::*;
    use crate::view::test_support::{assert_has, assert_lacks};

    fn failure(original: &str) -> String {
        Owner::new().with(|| {
            let (error, speech) = (LoadError::NotFound, Speech::German);
            let (original, on_retry) = (original.to_owned(), Callback::new(|()| ()));
            view! { <Failure error speech original on_retry /> }.to_html()
        })
    }

    #[test]
    fn says_what_failed_and_offers_to_try_again() {
        let html = failure("");
        assert_has(
            &html,
            &[r#"role="alert""#, r#"data-code="not-found""#, "<h1"],
        );
        assert_has(&html, &["<button", "Erneut versuchen", "Fehlercode"]);
        assert_lacks(&html, &["<a "]);
    }

    #[test]
    fn offers_the_original_account() {
        let html = failure("https://a.example/");
        assert_has(
            &html,
            &[r#"<a href="https://a.example/">Zur ursprünglichen Meldung</a>"#],
        );
    }
}
