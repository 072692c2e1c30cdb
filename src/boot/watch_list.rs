//! The reader's watch-list. It stays in the browser until the reader chooses to share it.

use std::{rc::Rc, sync::Arc};

use leptos::{prelude::*, task::spawn_local};
use nachlese_event::{Event, Speech};
use nachlese_markup::{Signal, follow};
use nachlese_programme::watch_list::WatchList;
use web_sys::HtmlElement;

use super::{
    in_step::LIST_ONLY,
    kept_list::{kept_list, key},
    source::EventFile,
};
use crate::{
    browser,
    state::{AppState, ListAction, Outside, anew},
    text::prelude::*,
};

/// The longest link. Some programs cut off longer ones.
const MOST_LINK_BYTES: usize = 8_000;

/// Loads the reader's list from earlier visits and other pages, and stores its changes.
///
/// A page that is drawn before that has no list yet.
pub(super) fn keep_list_in_step(state: AppState) {
    let is_kept = Outside::expect().is_kept;
    let event = state.catalogue().event.id.clone();
    let mine = event.clone();
    let read: Rc<dyn Fn()> = Rc::new(move || {
        if state.is_gone() {
            return;
        }
        // If nothing can be stored, the list exists only here.
        if is_kept.get_untracked() != Some(false) {
            let list = kept_list(&mine);
            if *state.list.saved.read_untracked() != list {
                state.list.saved.set(list);
            }
        }
    });
    let mut is_read = false;
    follow(move || {
        let list = state.list.saved.read();
        if std::mem::replace(&mut is_read, true) && *list != kept_list(&event) {
            let is_done = browser::store(&key(&event), list.to_kept().as_deref());
            is_kept.set(Some(is_done));
        }
    });
    browser::on_stored_elsewhere(Rc::clone(&read));
    queue_microtask(move || read());
}

/// Does what the reader asks for with the shown list, and reports the result.
pub(super) fn list_actions(
    state: AppState,
    source: Arc<EventFile>,
    said: Signal<Vec<String>>,
) -> Callback<ListAction> {
    Callback::new(move |action| {
        state.list.taken_out.set(WatchList::default());
        let speech = untrack(|| state.speech());
        let work = match action {
            ListAction::CopyLink => link(state, &source, speech),
            ListAction::Print => {
                print(source.root());
                Err("")
            }
            ListAction::Calendar => file(state, &source, speech, "ics"),
            ListAction::Schedule => file(state, &source, speech, "json"),
        };
        let say = move |sentence: String| {
            said.update(|said| *said = vec![anew(&said.concat(), sentence)]);
        };
        match work {
            Err(sentence) => say(sentence.to_owned()),
            Ok(work) => {
                say(speech.loading().to_owned());
                let root = source.root().clone();
                spawn_local(async move { say(done(work, &root, speech).await) });
            }
        }
    })
}

/// Tasks that take a while.
enum Work {
    Copy(String),
    Write(browser::ListFile),
}

async fn done(work: Work, root: &HtmlElement, speech: Speech) -> String {
    match work {
        Work::Copy(address) => {
            let is_copied = browser::copy(address).await;
            let said = if is_copied {
                speech.link_copied()
            } else {
                speech.link_not_copied()
            };
            said.to_owned()
        }
        Work::Write(list) => {
            if browser::export(root, &list).await {
                return speech.list_written(&list.name);
            }
            speech.list_not_written().to_owned()
        }
    }
}

fn link(state: AppState, source: &EventFile, speech: Speech) -> Result<Work, &'static str> {
    let address = untrack(|| state.list_address(source.wanted.clone())).write();
    let address = browser::full_address(&address);
    if address.len() > MOST_LINK_BYTES {
        return Err(speech.list_too_long());
    }
    Ok(Work::Copy(address))
}

/// Prints the shown list and nothing else of the page: see `style/print.css`.
fn print(root: &HtmlElement) {
    let _ = root.set_attribute(LIST_ONLY, "list");
    browser::print();
}

fn file(
    state: AppState,
    source: &EventFile,
    speech: Speech,
    ending: &str,
) -> Result<Work, &'static str> {
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let list = untrack(|| state.shown_list());
    if !has_day(event, &list) {
        return Err(speech.list_without_day());
    }
    let file = source.file().map_err(|_| speech.list_not_written())?;
    // Talks have pages of their own only if the page was written from the same data.
    let deployed = catalogue.deployed.as_ref();
    let deployed = deployed.filter(|page| page.is_current);
    let page = deployed.map(|_| browser::full_address(""));
    Ok(Work::Write(browser::ListFile {
        event: file,
        name: format!("{}-{}.{ending}", speech.list_file_name(), event.id),
        language: state.language.read_untracked().as_str().to_owned(),
        page: page.unwrap_or_default(),
        talks: list.write(),
    }))
}

/// Whether any talk has a known time.
fn has_day(event: &Event, list: &WatchList) -> bool {
    let mut talks = event.talks.iter();
    event.when.is_some() || talks.any(|talk| talk.start.is_some() && list.has(&talk.id))
}
