//! Starts the page in the browser: loads the event, draws the page or takes it over.

pub(crate) mod going_on;
pub(crate) mod in_step;
mod kept_list;
pub(crate) mod source;
pub(crate) mod transcripts;
mod watch_list;

use std::sync::{Arc, Mutex};

use any_spawner::Executor;
use leptos::{prelude::*, task::spawn_local};
use nachlese_event::{LanguageTag, Speech};
use nachlese_markup::{self as markup, Signal, follow};
use web_sys::HtmlElement;

use self::{
    going_on::go_on,
    in_step::{BrowserBar, THEME_KEY, keep_address_in_step, keep_document_in_step},
    source::{EventFile, Loaded},
    transcripts::listen_when_searching,
    watch_list::{keep_list_in_step, list_actions},
};
use crate::{
    browser,
    frame::Frame,
    load_error::LoadError,
    state::{AppState, LoadState, Outside, Theme},
    url::{self, Address},
    view::{
        App,
        failure::{Elsewhere, failure_note},
    },
};

/// Starts the page in the element with `data-nachlese`.
///
/// The element's `data-event` names the event to load unless the address names one. `data-original`
/// is the original article, to offer if the event cannot be shown. See `boot/source.rs` for the
/// attributes of prerendered pages.
pub fn start() {
    console_error_panic_hook::set_once();
    // Fails only if it was done before.
    let _ = Executor::init_wasm_bindgen();
    let Some(root) = browser::root() else { return };
    let source = Arc::new(EventFile::of(&root));
    // What was written about the built-in event is no account of another one.
    let original = root.get_attribute("data-original");
    let elsewhere = Elsewhere {
        original: original
            .filter(|_| source.wanted.is_none())
            .unwrap_or_default(),
        overview: root.get_attribute("data-overview").unwrap_or_default(),
    };
    let language = url::parameter(&browser::address().0, "lang");
    let language = language
        .or_else(|| root.get_attribute("lang"))
        .unwrap_or_default();
    let speech = LanguageTag::new(&language)
        .map(|tag| Speech::of(&tag))
        .unwrap_or_default();
    if !source.is_prerendered() {
        // Until the event is known, or forever if it cannot be shown.
        browser::set_language(&root, &speech.language_tag());
    }
    spawn_local(async move {
        let first = source.load(false).await;
        browser::mark("nachlese:data");
        // Reading and drawing are two tasks, so that the page can react in between.
        browser::rest().await;
        match &first.state {
            LoadState::Failed(error) if source.is_prerendered() => {
                stay_readable(&root, error, speech, &elsewhere);
            }
            _ => show(root, source, first, speech, elsewhere),
        }
    });
}

/// Leaves a prerendered page as it is, with a note about what is wrong.
fn stay_readable(root: &HtmlElement, error: &LoadError, speech: Speech, elsewhere: &Elsewhere) {
    let on_retry = Callback::new(|()| browser::reload());
    let draw = || failure_note(error, speech, elsewhere, on_retry).into();
    if let Some(place) = browser::place_for_note(root) {
        markup::mount(place, draw).forget();
    }
    let _ = root.set_attribute("data-nachlese", "error");
}

fn show(
    root: HtmlElement,
    source: Arc<EventFile>,
    first: Loaded,
    speech: Speech,
    elsewhere: Elsewhere,
) {
    let event = source.wanted.clone();
    let own = Arc::clone(&source);
    // A prerendered page shows no search and no place, so the address is applied later.
    let (first, later) = match first.state {
        LoadState::Ready(catalogue, address, dropped) if first.is_prerendered => {
            let plain = LoadState::Ready(catalogue, Address::default(), Vec::new());
            (plain, Some((address, dropped)))
        }
        state => (state, None),
    };
    let is_prerendered = later.is_some();
    let load = Signal::new(first);
    let on_retry = Callback::new(move |()| {
        let source = source.clone();
        load.set(LoadState::Loading);
        spawn_local(async move { load.set(source.load(true).await.state) });
    });
    let page = root.clone();
    let later = Arc::new(Mutex::new(later));
    let asked = Arc::clone(&later);
    let on_ready = Callback::new(move |state: AppState| {
        let later = asked.lock().ok().and_then(|later| later.clone());
        outside(state, load, &own);
        keep_list_in_step(state);
        keep_document_in_step(state, &page);
        browser::on_search_keys(&page);
        browser::on_arrows(&page);
        go_on(state, || browser::mark("nachlese:indexed"));
        listen_when_searching(state, &page);
        let (address, dropped) = later.unzip();
        let shown = Outside::expect();
        let kept = state.catalogue().kept;
        // Notes that the prerendered page does not have.
        queue_microtask(move || {
            if let Some(dropped) = dropped.filter(|dropped| !dropped.is_empty()) {
                shown.dropped.set(dropped);
            }
            if kept.is_some() {
                shown.kept.set(kept);
            }
        });
        keep_address_in_step(state, Arc::new(BrowserBar), &page, event.clone(), address);
        // After the address, which leads to places, too.
        browser::on_way_back(&page);
    });
    browser::mark_input(&root);
    let app = App {
        load,
        speech,
        frame: Frame::default(),
        elsewhere,
        on_retry,
        on_ready,
    };
    let mounted = if is_prerendered {
        markup::take_over(root.clone().into(), || app.clone().draw())
    } else {
        markup::mount(root.clone().into(), || app.draw())
    };
    if let Ok(mut later) = later.lock() {
        *later = None;
    }
    mounted.with(|| follow(move || mark_state(&root, &load.read(), speech)));
    mounted.forget();
}

/// Reports the progress of the page in `data-nachlese`.
fn mark_state(root: &HtmlElement, load: &LoadState, speech: Speech) {
    let word = match load {
        LoadState::Loading => "loading",
        LoadState::Failed(error) => {
            document().set_title(error.title(speech));
            "error"
        }
        LoadState::Ready(..) => "ready",
    };
    let _ = root.set_attribute("data-nachlese", word);
    if word == "ready" {
        browser::mark("nachlese:ready");
    }
}

/// Provides what the page needs from the browser.
fn outside(state: AppState, load: Signal<LoadState>, source: &Arc<EventFile>) {
    let stored = browser::stored(THEME_KEY);
    let theme = Theme::ALL
        .into_iter()
        .find(|theme| Some(theme.as_str()) == stored.as_deref());
    let is_copied = Signal::new(None);
    let dropped = load.with_untracked(|load| match load {
        LoadState::Ready(_, _, dropped) => dropped.clone(),
        _ => Vec::new(),
    });
    let event = source.wanted.clone();
    let copy_link = Callback::new(move |()| {
        let address = untrack(|| state.address_for_others(event.clone())).write();
        spawn_local(async move {
            is_copied.set(None);
            is_copied.set(Some(browser::copy(browser::full_address(&address)).await));
        });
    });
    let said = Signal::default();
    provide_context(Outside {
        theme: Signal::new(theme.unwrap_or_default()),
        copy_link,
        is_copied,
        on_list: list_actions(state, Arc::clone(source), said),
        said,
        announced: Signal::default(),
        has_files: browser::has_exporter(source.root()),
        is_kept: Signal::default(),
        dropped: Signal::new(dropped),
        kept: Signal::default(),
        clock_changes: Signal::default(),
        own_zone: Signal::default(),
        is_own_time: Signal::default(),
    });
    browser::find_own_zone(state, Outside::expect());
}
