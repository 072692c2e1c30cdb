//! An event inside another page: the Rust side of `<nachlese-event>` (src/embed/embed.js).
//!
//! The contract with hosts (attributes, events, parts, properties) is in docs/embedding.md.
//!
//! It does not touch the host: neither its title nor its address, language or storage. When the
//! element is removed, everything that was mounted is unmounted.

mod options;
mod place;

use std::sync::Arc;

use js_sys::Function;
use leptos::{
    prelude::{Callback, provide_context},
    task::spawn_local,
};
use nachlese_event::{LanguageTag, Speech};
use nachlese_markup::{self as markup, Mounted, Signal, follow};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::HtmlElement;

use self::{options::Options, place::HostPlace};
use crate::{
    boot::{
        going_on::go_on,
        in_step::{AddressBar, keep_address_in_step},
        source::{EventFile, asked},
        transcripts::listen_when_searching,
    },
    browser,
    frame::Frame,
    state::{AppState, LoadState, Outside, Playable},
    text::prelude::*,
    url::{Target, known_language},
    view::{App, failure::Elsewhere},
};

/// A mounted event. Freeing it removes everything.
#[wasm_bindgen]
pub struct Embed {
    place: HostPlace,
    _mounted: Mounted,
}

#[wasm_bindgen]
impl Embed {
    /// Shows another address of the same event, such as `?q=ethik#panel@12:34`.
    pub fn go_to(&self, address: &str) {
        self.place.ask(address);
    }
}

/// Shows an event in an element of a shadow root.
///
/// `options` is an object with the attributes' texts: see [`Options::read`]. Its `src` is an absolute
/// address. `notify` receives the events of the element, each with a name and the text of one
/// detail: `ready` (`id`), `error` (`code`), `play` (`talk`, empty for a playlist), `consent`
/// (`provider`), `language` (`tag`), `address` (`step` or `same`).
#[wasm_bindgen]
#[must_use]
pub fn embed(root: HtmlElement, options: JsValue, notify: Function) -> Embed {
    let options = Options::read(&options);
    let place = HostPlace::new(&options.address, notify.clone());
    let (page, bar, tell) = (root.clone(), place.clone(), notify.clone());
    let mut load = None;
    let mounted = markup::mount(root.clone().into(), || {
        // Created here, under the element's owner. Outside, it would stay when the element is
        // removed.
        let state = *load.insert(Signal::new(LoadState::Loading));
        app(state, page, options, bar, tell).draw()
    });
    if let Some(load) = load {
        // After the page's own effect, so that the event is drawn when the host is told.
        mounted.with(|| follow(move || report(&root, &load.read(), &notify)));
    }
    Embed {
        place,
        _mounted: mounted,
    }
}

fn app(
    load: Signal<LoadState>,
    root: HtmlElement,
    options: Options,
    place: HostPlace,
    notify: Function,
) -> App {
    let frame = options.frame;
    let language = LanguageTag::new(&options.lang).ok();
    let speech = language.as_ref().map(Speech::of).unwrap_or_default();
    let source = Arc::new(EventFile::only(root.clone(), options.src));
    let (shown, bar, lang) = (frame.clone(), place.clone(), options.lang);
    let fetch = move |is_retry| {
        let (source, frame) = (source.clone(), shown.clone());
        let (bar, lang) = (bar.clone(), lang.clone());
        spawn_local(async move {
            let read = source.read(is_retry).await;
            // Reading and drawing are two tasks, so that the page can react in between.
            browser::rest().await;
            // Read as late as possible, because the host may still change it.
            let state = match read {
                Ok((catalogue, _)) => {
                    let language = known_language(&lang, &catalogue.event);
                    let catalogue = catalogue.within(Frame { language, ..frame });
                    let (address, mut dropped) = asked(&catalogue, &bar.shown());
                    let unknown = catalogue.frame.unknown(&catalogue.event).into_iter();
                    let speech = Speech::of(catalogue.own_language());
                    dropped.extend(unknown.map(|(value, all)| speech.unknown_value(&value, &all)));
                    LoadState::Ready(Arc::new(catalogue), address, dropped)
                }
                Err(error) => LoadState::Failed(error),
            };
            // The element may have been removed in the meantime.
            load.try_set(state);
        });
    };
    fetch(false);
    let on_retry = Callback::new(move |()| {
        load.set(LoadState::Loading);
        fetch(true);
    });
    let allowed = options.consent;
    let on_ready = Callback::new(move |state: AppState| {
        for provider in ["youtube", "vimeo", "peertube", "file"] {
            if allowed.split(',').any(|word| word.trim() == provider) {
                state.allow(provider);
            }
        }
        go_on(state, || ());
        listen_when_searching(state, &root);
        let mut outside = Outside::expect();
        if let LoadState::Ready(_, _, dropped) = load.get_untracked() {
            outside.dropped = Signal::new(dropped);
        }
        provide_context(outside);
        browser::find_own_zone(state, outside);
        tell_of_language(state, notify.clone());
        tell_of_players(state, notify.clone());
        lead_to_places(state, &root);
        browser::on_arrows(&root);
        keep_address_in_step(state, Arc::new(place.clone()), &root, None, None);
    });
    App {
        load,
        speech,
        frame,
        elsewhere: Elsewhere::default(),
        on_retry,
        on_ready,
    }
}

/// Reports the progress of the element in `data-nachlese` and to the host.
fn report(root: &HtmlElement, load: &LoadState, notify: &Function) {
    let (word, detail) = match load {
        LoadState::Loading => ("loading", None),
        LoadState::Failed(error) => ("error", Some(("code", error.code()))),
        LoadState::Ready(catalogue, ..) => ("ready", Some(("id", catalogue.event.id.as_str()))),
    };
    let _ = root.set_attribute("data-nachlese", word);
    if let Some(detail) = detail {
        tell(notify, word, detail);
    }
}

/// Reports the language in which the event is shown.
fn tell_of_language(state: AppState, notify: Function) {
    follow(move || tell(&notify, "language", ("tag", state.language.read().as_str())));
}

/// Tells the host about each player that the reader opens, and about the consent for it.
fn tell_of_players(state: AppState, notify: Function) {
    let mut known = None;
    follow(move || {
        let playing = state.view.playing.read();
        let open = playing.shown.clone().filter(|_| playing.is_open);
        if let Some(what) = open.as_ref().filter(|_| known != open) {
            let talk = match what {
                Playable::Talk(id) => id.as_str(),
                Playable::List(_) => "",
            };
            if let Some(provider) = playing.agreed {
                tell(&notify, "consent", ("provider", provider));
            }
            tell(&notify, "play", ("talk", talk));
        }
        known = open;
    });
}

/// Makes links to talks, sections and seconds work without changing the host's address.
fn lead_to_places(state: AppState, root: &HtmlElement) {
    let page = root.clone();
    browser::on_fragment_click(root, move |fragment| {
        let Some(target) = Target::read(&fragment) else {
            return;
        };
        let is_known = state.catalogue().event.has_place(&target.id);
        if is_known {
            browser::show_place(&page, target.id.clone(), target.at.is_none(), None);
            state.view.target.set(Some(target));
        }
    });
}

/// Tells the host that something happened, with one detail.
fn tell(notify: &Function, event: &str, (name, value): (&str, &str)) {
    // Errors in the host's listener are not ours.
    let _ = notify.call3(&JsValue::NULL, &event.into(), &name.into(), &value.into());
}
