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
