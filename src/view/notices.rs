//! Quiet notes: what the address asks in vain, what is wrong with the data.

use leptos::{html::Div, prelude::*};

use crate::{
    problem::Severity,
    state::{AppState, Outside},
    text::problem,
};

/// Shows the notes, if there are any.
#[component]
pub fn Notices() -> impl IntoView {
    view! {
        <div class="notices">
            <DroppedValues />
            <BrokenData />
        </div>
    }
}

/// Names what the address asks and the event does not know.
#[component]
fn DroppedValues() -> impl IntoView {
    let speech = AppState::expect().speech();
    let dropped = Outside::expect().dropped;
    let place = NodeRef::<Div>::new();
    let note = move || {
        let values = dropped.read().join(", ");
        (!values.is_empty()).then(|| {
            let dismiss = move |_| {
                dropped.set(Vec::new());
                // The button goes: the focus stays where it was.
                if let Some(place) = place.get_untracked() {
                    let _ = place.focus();
                }
            };
            view! {
                <div class="notice" role="note">
                    <p>{speech.address_dropped()} " " <bdi>{values}</bdi></p>
                    <button
                        type="button"
                        class="button"
                        data-look="quiet"
                        on:click=dismiss
                    >
                        {speech.dismiss()}
                    </button>
                </div>
            }
        })
    };
    view! {
        <div tabindex="-1" node_ref=place>
            {note}
        </div>
    }
}

/// Says that parts of the data are not shown, with the details for editors.
#[component]
fn BrokenData() -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let errors = catalogue
        .problems
        .iter()
        .filter(|p| p.severity() == Severity::Error);
    let items: Vec<_> = errors
        .take(50)
        .map(|found| {
            let path = found.path.to_string();
            let message = problem::message(&found.finding, speech);
            let help = problem::help(&found.finding, speech);
            view! { <li><code>{path}</code> ": " <bdi>{message}</bdi> ". " <bdi>{help}</bdi></li> }
        })
        .collect();
    (!items.is_empty()).then(|| {
        view! {
            <div class="notice" role="note">
                <p>{speech.partly_broken()}</p>
                <details>
                    <summary>{speech.details()}</summary>
                    <ul>{items}</ul>
                </details>
            </div>
        }
    })
}
