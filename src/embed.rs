//! An event inside of another page: what `<nachlese-event>` (src/embed.js) stands on.
//!
//! Nothing of the host is touched: neither its title nor its address, language or storage. Whatever
//! is mounted is unmounted again when the element goes.

use js_sys::Function;
use leptos::{
    prelude::{Callback, Read, RwSignal, Set},
    task::spawn_local,
};
use std::sync::Arc;
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};
use web_sys::HtmlElement;

use crate::{
    boot::source::Source,
    browser,
    frame::Frame,
    model::{LanguageTag, TalkId},
    state::{AppState, LoadState},
    text::Speech,
    url::{Address, Target},
    view::{
        App,
        markup::{self, Mounted, follow},
    },
};

/// A mounted event; freeing it takes everything away.
#[wasm_bindgen]
pub struct Embed {
    _mounted: Mounted,
}

/// What the element's attributes say.
struct Options {
    /// The event's file, as an absolute address.
    src: String,
    /// The language to show it in; empty for the event's own.
    lang: String,
    /// Providers that the reader allowed on the host's side already, with commas between.
    consent: String,
    frame: Frame,
}

impl Options {
    fn read(object: &JsValue) -> Self {
        let field = |name: &str| js_sys::Reflect::get(object, &name.into()).ok();
        let text = |name: &str| {
            field(name)
                .and_then(|value| value.as_string())
                .unwrap_or_default()
        };
        let level = text("headingLevel").parse().unwrap_or(1);
        let sections = text("sections");
        let words = sections
            .split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty());
        let frame = Frame {
            sections: words.map(str::to_owned).collect(),
            talk: TalkId::new(&text("talk")).ok(),
            heading_level: level,
            has_chrome: text("chrome") != "none",
            is_embedded: true,
        };
        Self {
            src: text("src"),
            lang: text("lang"),
            consent: text("consent"),
            frame,
        }
    }
}

/// Shows an event in an element of a shadow root.
///
/// `options` is an object of the attributes' texts by name (`headingLevel` for `heading-level`, `src`
/// as an absolute address). `notify` receives the events that the element dispatches, each with the
/// name and the text of one detail: `ready` (`id`), `error` (`code`), `play` (`talk`, empty for a
/// playlist), `consent` (`provider`).
#[wasm_bindgen]
#[must_use]
pub fn embed(root: HtmlElement, options: &JsValue, notify: Function) -> Embed {
    let options = Options::read(options);
    let page = root.clone();
    let mounted = markup::mount(root.into(), move || {
        let app = app(page.clone(), options, notify.clone());
        let load = app.load;
        follow(move || report(&page, &load.read(), &notify));
        app.draw()
    });
    Embed { _mounted: mounted }
}

fn app(root: HtmlElement, options: Options, notify: Function) -> App {
    let frame = options.frame;
    let language = LanguageTag::new(&options.lang).ok();
    let speech = language.as_ref().map(Speech::of).unwrap_or_default();
    let source = Arc::new(Source::only(root.clone(), options.src));
    let load = RwSignal::new(LoadState::Loading);
    let shown = frame.clone();
    let fetch = move |is_retry| {
        let (source, frame, language) = (source.clone(), shown.clone(), language.clone());
        spawn_local(async move {
            let state = match source.read(is_retry).await {
                Ok((catalogue, _)) => {
                    let known = |tag: &LanguageTag| catalogue.event.languages().contains(tag);
                    let language = language.filter(known);
                    let address = Address {
                        language,
                        ..Address::default()
                    };
                    LoadState::Ready(Arc::new(catalogue.within(frame)), address, Vec::new())
                }
                Err(error) => LoadState::Failed(error),
            };
            // The element may have gone in the meantime.
            let _ = load.try_set(state);
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
        browser::in_slices(move || state.index_further());
        tell_of_players(state, notify.clone());
        lead_to_places(state, &root);
    });
    let original = String::new();
    App {
        load,
        speech,
        frame,
        original,
        on_retry,
        on_ready,
    }
}

/// Says how far the element has come, in `data-nachlese` and to the host.
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

/// Tells the host of each player that the reader opens, and of what was agreed to for it.
fn tell_of_players(state: AppState, notify: Function) {
    let mut known: Vec<String> = Vec::new();
    follow(move || {
        let playing = state.playing.read();
        for player in playing.open.iter().filter(|player| !known.contains(player)) {
            let talk = player
                .strip_prefix("card-")
                .or(player.strip_prefix("film-"));
            let talk = talk.unwrap_or_default();
            if let Some(provider) = playing.agreed {
                tell(&notify, "consent", ("provider", provider));
            }
            tell(&notify, "play", ("talk", talk));
        }
        known.clone_from(&playing.open);
    });
}

/// Links to talks, sections and seconds lead to them, without the host's address.
fn lead_to_places(state: AppState, root: &HtmlElement) {
    let page = root.clone();
    browser::on_fragment_click(root, move |fragment| {
        let Some(target) = Target::read(&fragment) else {
            return;
        };
        let is_known = state.catalogue().event.has_place(&target.id);
        if is_known {
            browser::show_place(&page, target.id.clone(), target.at.is_none());
            state.target.set(Some(target));
        }
    });
}

/// Tells the host that something happened, with one thing to know about it.
fn tell(notify: &Function, event: &str, (name, value): (&str, &str)) {
    // What the host does in its listener is not ours to mend.
    let _ = notify.call3(&JsValue::NULL, &event.into(), &name.into(), &value.into());
}
