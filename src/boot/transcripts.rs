//! Fetches the transcripts of the recordings as soon as the reader begins to search.
//!
//! They are fetched only from the origins of the page and of the event's file, so that nobody else
//! learns of the visit. If a transcript cannot be loaded, only its passages are missing.

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use leptos::task::spawn_local;
use nachlese_markup::follow;
use nachlese_search::Transcript;
use web_sys::HtmlElement;

use crate::{
    browser,
    state::{AppState, TranscriptFile},
};

/// How many files are fetched at a time.
const AT_A_TIME: usize = 4;
/// The most files that are fetched.
const MOST_FILES: usize = 500;
/// After this many bytes, no more files are fetched.
const MOST_BYTES: usize = 16_000_000;

/// Waits until the reader enters the search field, or until the address has search words.
pub(crate) fn listen_when_searching(state: AppState, root: &HtmlElement) {
    let has_begun = Rc::new(Cell::new(false));
    let begin = move || {
        if !has_begun.replace(true) {
            fetch_all(state);
        }
    };
    let at_words = begin.clone();
    browser::on_search_field(root, move |is_there| {
        if is_there {
            begin();
        }
    });
    follow(move || {
        if !state.search.query.read().text.is_empty() {
            at_words();
        }
    });
}

fn fetch_all(state: AppState) {
    let mut files = state.catalogue().transcripts(&browser::origin());
    files.truncate(MOST_FILES);
    if files.is_empty() {
        return;
    }
    let count = files.len();
    state
        .search
        .index
        .update(|index| index.await_transcripts(count));
    files.reverse();
    let left = Rc::new(RefCell::new((files, MOST_BYTES)));
    for _ in 0..AT_A_TIME {
        spawn_local(fetch_one_after_the_other(state, left.clone()));
    }
}

/// The remaining files, with the next one last, and how many bytes they may have.
async fn fetch_one_after_the_other(
    state: AppState,
    left: Rc<RefCell<(Vec<TranscriptFile>, usize)>>,
) {
    loop {
        let Some(file) = left.borrow_mut().0.pop() else {
            return;
        };
        let mut text = String::new();
        if left.borrow().1 > 0
            && let Some(found) = browser::text_of(&file.address).await
        {
            text = found;
        }
        {
            let mut left = left.borrow_mut();
            left.1 = left.1.saturating_sub(text.len());
        }
        let transcript = Transcript::read(&text);
        let added = state.search.index.update_untracked(|index| {
            index.add_transcript(file.talk, &file.language, transcript);
        });
        if added.is_none() {
            // The page is gone in the meantime.
            return;
        }
        spawn_local(browser::in_slices(move || state.index_further()));
    }
}
