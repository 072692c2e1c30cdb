//! The reader's watch-list: kept in the browser, and given away only where the reader asks for it.

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};
use web_sys::HtmlElement;

use super::{in_step::LIST_ONLY, source::Source};
use crate::{
    browser,
    model::{Event, EventId},
    state::{AppState, ListAction, Outside, Said},
    text::Speech,
    view::markup::follow,
    watch_list::WatchList,
};

/// Longer links are cut off by some programs on their way.
const MOST_LINK_BYTES: usize = 8_000;

/// What is kept of an event.
pub(super) fn kept_list(event: &EventId) -> WatchList {
    let text = browser::stored(&key(event));
    text.map(|text| WatchList::of_kept(&text))
        .unwrap_or_default()
}

fn key(event: &EventId) -> String {
    format!("nachlese.saved.{event}")
}

/// The reader's list is that of earlier visits and of other pages, and goes on being kept.
///
/// A page that was drawn before knows none yet.
pub(super) fn keep_list_in_step(state: AppState) {
    let is_kept = Outside::expect().is_kept;
    let event = state.catalogue().event.id.clone();
    let mine = event.clone();
    let read = move || {
        // Where nothing can be kept, what is here is all there is.
        if is_kept.get_untracked() {
            let list = kept_list(&mine);
            if *state.saved.read_untracked() != list {
                state.saved.set(list);
            }
        }
    };
    let mut is_read = false;
    follow(move || {
        let list = state.saved.read();
        if std::mem::replace(&mut is_read, true) && *list != kept_list(&event) {
            is_kept.set(browser::store(&key(&event), list.to_kept().as_deref()));
        }
    });
    queue_microtask(read.clone());
    browser::on_stored_elsewhere(read);
}

/// What the reader can have done with the list that is shown.
pub(super) fn list_actions(
    state: AppState,
    source: Arc<Source>,
    said: RwSignal<Option<Said>>,
) -> Callback<ListAction> {
    Callback::new(move |action| {
        state.taken_out.set(WatchList::default());
        said.set(None);
        let source = Arc::clone(&source);
        match action {
            ListAction::CopyLink => copy_link(state, &source, said),
            ListAction::Print => print(source.root()),
            ListAction::Calendar => export(state, source, said, "ics"),
            ListAction::Schedule => export(state, source, said, "json"),
        }
    })
}

fn copy_link(state: AppState, source: &Source, said: RwSignal<Option<Said>>) {
    let address = untrack(|| state.list_address(source.wanted.clone())).write();
    let address = browser::full_address(&address);
    if address.len() > MOST_LINK_BYTES {
        said.set(Some(Said::TooLong));
        return;
    }
    spawn_local(async move {
        let is_copied = browser::copy(address).await;
        said.set(Some(if is_copied {
            Said::Copied
        } else {
            Said::NotCopied
        }));
    });
}

/// Prints the list as it is shown, and nothing else of the page: see `style/print.css`.
fn print(root: &HtmlElement) {
    let _ = root.set_attribute(LIST_ONLY, "list");
    browser::print();
}

fn export(state: AppState, source: Arc<Source>, said: RwSignal<Option<Said>>, ending: &str) {
    let catalogue = state.catalogue();
    let list = untrack(|| state.shown_list());
    if !has_day(&catalogue.event, &list) {
        said.set(Some(Said::WithoutDay));
        return;
    }
    let Ok(file) = source.file() else { return };
    let speech = untrack(|| state.speech());
    let name = file_name(speech, &catalogue.event.id, ending);
    // Talks have pages of their own only where the page is written from the same data.
    let is_current = catalogue
        .deployed
        .as_ref()
        .is_some_and(|page| page.is_current);
    let base = is_current.then(|| browser::full_address(""));
    let language = state.language.get_untracked();
    let options = [
        &name,
        language.as_str(),
        &base.unwrap_or_default(),
        &list.write(),
    ]
    .join("\n");
    said.set(Some(Said::Writing));
    spawn_local(async move {
        let is_written = browser::export(source.root(), &file, &options).await;
        let word = if is_written {
            Said::Written(name)
        } else {
            Said::NotWritten
        };
        said.set(Some(word));
    });
}

fn file_name(speech: Speech, event: &EventId, ending: &str) -> String {
    format!("{}-{event}.{ending}", speech.list_file_name())
}

/// Whether it is known of any talk when it is.
fn has_day(event: &Event, list: &WatchList) -> bool {
    let mut talks = event.talks.iter();
    event.when.is_some() || talks.any(|talk| talk.start.is_some() && list.has(&talk.id))
}
