//! Starts the page in the browser: loads the event, mounts the page, keeps the address in step.

use std::sync::Arc;

use any_spawner::Executor;
use leptos::{prelude::*, task::spawn_local};
use web_sys::HtmlElement;

use crate::{
    browser,
    load_error::LoadError,
    model::{EventId, Href, LanguageTag, TalkId},
    parse::parse,
    problem::Severity,
    search::Query,
    state::{AppState, Catalogue, LoadState, Outside, Theme},
    text::{Speech, problem},
    url::{self, Address},
    view::{
        App,
        markup::{self, follow},
    },
};

/// Where the chosen appearance is kept.
const THEME_KEY: &str = "nachlese.theme";

/// Starts the page in the element that carries `data-nachlese`.
///
/// The element's `data-event` names the event to load unless the address does, `data-original`
/// the account to offer if it cannot be shown.
pub fn start() {
    console_error_panic_hook::set_once();
    // Fails only if it is done already.
    let _ = Executor::init_wasm_bindgen();
    let Some(root) = browser::root() else { return };
    let (search, _) = browser::address();
    let wanted = url::parameter(&search, "event");
    let attribute = |name: &str| root.get_attribute(name).unwrap_or_default();
    // What was written about the built-in event is no account of another one.
    let original = if wanted.is_none() {
        attribute("data-original")
    } else {
        String::new()
    };
    let source = Source {
        default: attribute("data-event"),
        wanted,
    };
    let language = url::parameter(&search, "lang").unwrap_or_else(|| attribute("lang"));
    let speech = LanguageTag::new(&language)
        .map(|tag| Speech::of(&tag))
        .unwrap_or_default();
    // Until the event says otherwise, and for good if it cannot be shown.
    let _ = root.set_attribute("lang", speech.tag());
    browser::set_document_language(speech.tag());
    spawn_local(async move {
        let first = load(&source, false).await;
        browser::mark("nachlese:data");
        show(root, source, first, speech, original);
    });
}

/// Which event to load.
#[derive(Clone)]
struct Source {
    /// The event's file unless the address names another.
    default: String,
    /// What `?event=` says.
    wanted: Option<String>,
}

impl Source {
    /// The address of the event's file.
    fn file(&self) -> Result<String, LoadError> {
        let Some(wanted) = &self.wanted else {
            return Ok(self.default.clone());
        };
        if let Ok(id) = EventId::new(wanted)
            && !wanted.contains('.')
        {
            return Ok(format!("events/{id}/event.json"));
        }
        let href = Href::new(wanted).map_err(|_| LoadError::BadAddress)?;
        match href.origin() {
            Some(origin) if origin.starts_with("https:") || origin == browser::origin() => {
                Ok(href.as_str().to_owned())
            }
            None if href.is_relative() && !wanted.starts_with(['#', '?']) => Ok(wanted.clone()),
            _ => Err(LoadError::BadAddress),
        }
    }
}

async fn load(source: &Source, is_retry: bool) -> LoadState {
    match read(source, is_retry).await {
        Ok(catalogue) => {
            let (search, hash) = browser::address();
            let (address, dropped) = Address::read(&search, &hash, &catalogue.event);
            let address = reachable(address, &catalogue);
            LoadState::Ready(Arc::new(catalogue), address, dropped)
        }
        Err(error) => LoadState::Failed(error),
    }
}

async fn read(source: &Source, is_retry: bool) -> Result<Catalogue, LoadError> {
    let file = source.file()?;
    let text = browser::fetch(&file, is_retry).await?;
    let (event, problems) = parse(&text).map_err(LoadError::Unreadable)?;
    let faults = problems
        .iter()
        .filter(|found| found.severity() > Severity::Note);
    for found in faults.take(100) {
        let message = problem::message(&found.finding, Speech::English);
        browser::warn(&format!(
            "nachlese: {} {}: {message}",
            found.code(),
            found.path
        ));
    }
    Ok(Catalogue::new(event, problems, &file))
}

/// A named talk must be visible: a search that would filter it away goes.
fn reachable(address: Address, catalogue: &Catalogue) -> Address {
    let is_hidden = address.target.as_ref().is_some_and(|target| {
        let is_it = |id: &TalkId| id.as_str() == target.id;
        let is_talk = catalogue.event.talks.iter().any(|talk| is_it(&talk.id));
        is_talk && !catalogue.index.matches(&address.query).iter().any(is_it)
    });
    if is_hidden {
        Address {
            query: Query::default(),
            ..address
        }
    } else {
        address
    }
}

fn show(root: HtmlElement, source: Source, first: LoadState, speech: Speech, original: String) {
    let event = source.wanted.clone();
    let load_state = RwSignal::new(first);
    let on_retry = Callback::new(move |()| {
        let source = source.clone();
        load_state.set(LoadState::Loading);
        spawn_local(async move { load_state.set(load(&source, true).await) });
    });
    let page = root.clone();
    let on_ready = Callback::new(move |state| {
        outside(state, load_state, event.clone());
        keep_document_in_step(state, &page);
        keep_address_in_step(state, event.clone());
    });
    browser::mark_input(&root);
    let element = root.clone();
    let app = App {
        load: load_state,
        speech,
        original,
        on_retry,
        on_ready,
    };
    let mounted = markup::mount(root.into(), move || app.draw());
    mounted.with(|| follow(move || mark_state(&element, &load_state.read())));
    mounted.forget();
}

/// Says in `data-nachlese` how far the page has come.
fn mark_state(root: &HtmlElement, load: &LoadState) {
    let word = match load {
        LoadState::Loading => "loading",
        LoadState::Failed(_) => "error",
        LoadState::Ready(..) => "ready",
    };
    let _ = root.set_attribute("data-nachlese", word);
    if word == "ready" {
        browser::unfold_contents(root);
        browser::mark("nachlese:ready");
    }
}

/// Provides what only the browser can do.
fn outside(state: AppState, load: RwSignal<LoadState>, event: Option<String>) {
    let stored = browser::stored(THEME_KEY);
    let theme = Theme::ALL
        .into_iter()
        .find(|theme| Some(theme.as_str()) == stored.as_deref());
    let is_copied = RwSignal::new(None);
    let dropped = load.with_untracked(|load| match load {
        LoadState::Ready(_, _, dropped) => dropped.clone(),
        _ => Vec::new(),
    });
    let copy_link = Callback::new(move |()| {
        let address = untrack(|| state.address(event.clone())).write();
        spawn_local(async move {
            is_copied.set(None);
            is_copied.set(Some(browser::copy(browser::full_address(&address)).await));
        });
    });
    provide_context(Outside {
        theme: RwSignal::new(theme.unwrap_or_default()),
        copy_link,
        is_copied,
        dropped: RwSignal::new(dropped),
    });
}

/// Title, language and appearance.
fn keep_document_in_step(state: AppState, root: &HtmlElement) {
    let theme = Outside::expect().theme;
    let element = root.clone();
    let mut is_choice = false;
    follow(move || {
        let theme = theme.get();
        let _ = element.set_attribute("data-theme", theme.as_str());
        if std::mem::replace(&mut is_choice, true) {
            // Only a choice is kept, and the default is none.
            browser::store(THEME_KEY, (theme != Theme::Auto).then(|| theme.as_str()));
        }
    });
    let element = root.clone();
    follow(move || {
        let catalogue = state.catalogue();
        let event = &catalogue.event;
        let language = state.language.get();
        let words = |text: &crate::model::LocalizedText| {
            text.find(&language, &event.language)
                .text
                .replace('\u{ad}', "")
        };
        let kind = event.kind.as_ref().map(|kind| format!("{}: ", words(kind)));
        document().set_title(&format!(
            "{}{}",
            kind.unwrap_or_default(),
            words(&event.title)
        ));
        let _ = element.set_attribute("lang", language.as_str());
        browser::set_document_language(language.as_str());
        // The article was drawn afresh, with folded contents.
        let element = element.clone();
        request_animation_frame(move || browser::unfold_contents(&element));
    });
}

/// The address follows the state, and the state follows the address.
fn keep_address_in_step(state: AppState, event: Option<String>) {
    let own_event = event.clone();
    let mut last: Option<(Address, bool)> = None;
    follow(move || {
        let now = state.address(own_event.clone());
        state.matches.track();
        let Some((before, was_typing)) = last.take() else {
            browser::show_address(&now.write(), false);
            if let Some(target) = &now.target {
                browser::show_place(target.id.clone(), target.at.is_none());
            }
            last = Some((now, false));
            return;
        };
        if now.query != before.query {
            browser::measure_filter();
        }
        // A word that is being typed is one step, not one a letter.
        let mut retyped = before.clone();
        retyped.query.text.clone_from(&now.query.text);
        let is_typing = now != before && retyped == now;
        let (search, hash) = browser::address();
        let (shown, _) = Address::read(&search, &hash, &state.catalogue().event);
        if shown.write() != now.write() {
            browser::show_address(&now.write(), !(is_typing && was_typing));
        }
        last = Some((now, is_typing));
    });
    browser::on_address_change(move || {
        let (search, hash) = browser::address();
        let catalogue = state.catalogue();
        let (address, _) = Address::read(&search, &hash, &catalogue.event);
        let target = address.target.clone();
        state.go_to(reachable(address, &catalogue));
        if let Some(target) = target {
            browser::show_place(target.id, target.at.is_none());
        }
    });
}
