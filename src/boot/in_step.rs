//! Keeps what surrounds the page in step with it: title, language, appearance, address.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering::Relaxed},
    },
    time::Duration,
};

use leptos::prelude::*;
use nachlese_markup::follow;
use web_sys::HtmlElement;

use super::source::asked;
use crate::{
    browser,
    state::{AppState, Outside, Theme},
    url::Address,
    view::{page_description, page_title},
};

/// The key under which the chosen appearance is stored.
pub(super) const THEME_KEY: &str = "nachlese.theme";

/// The root's attribute while only a watch-list is printed.
pub(super) const LIST_ONLY: &str = "data-print";

/// Makes title, language and appearance follow the state.
pub(super) fn keep_document_in_step(state: AppState, root: &HtmlElement) {
    let theme = Outside::expect().theme;
    let element = root.clone();
    let mut is_choice = false;
    follow(move || {
        let theme = theme.get();
        let _ = element.set_attribute("data-theme", theme.as_str());
        // The document's scroll bars follow. A style with `:has` would be computed again for every
        // hit that is added or removed.
        if let Some(document) = document().document_element() {
            let _ = document.set_attribute("data-theme", theme.as_str());
        }
        if std::mem::replace(&mut is_choice, true) {
            // Only a choice is stored. The default is not a choice.
            browser::store(THEME_KEY, (theme != Theme::Auto).then(|| theme.as_str()));
        }
    });
    let element = root.clone();
    // A prerendered page has the description of what it is about.
    let is_other = state.catalogue().deployed.is_none();
    follow(move || {
        let language = state.language.get();
        document().set_title(&page_title(state));
        if is_other {
            browser::describe(&page_description(state));
        }
        browser::set_language(&element, &language);
    });
}

/// Draws all talks that were found while the page is printed, and the timetable's other days. If the
/// reader prints a watch-list, only that is printed.
fn print_all_found(state: AppState, root: &HtmlElement) {
    let root = root.clone();
    browser::on_print(
        move || state.draw_every_talk(true),
        move || {
            state.draw_every_talk(false);
            let _ = root.remove_attribute(LIST_ONLY);
        },
    );
}

/// Where the address of the state is shown: in the browser's address bar, or by the host.
pub(crate) trait AddressBar {
    /// The shown address: `?…` and `#…`.
    fn shown(&self) -> (String, String);
    /// Shows another `?…#…`, as a new history entry or in place of the current one.
    fn show(&self, address: &str, is_step: bool);
    /// Calls back whenever the shown address changes, until the current owner is cleaned up.
    fn on_change(&self, callback: Callback<()>);
}

/// The browser's address bar.
pub(super) struct BrowserBar;

impl AddressBar for BrowserBar {
    fn shown(&self) -> (String, String) {
        browser::address()
    }

    fn show(&self, address: &str, is_step: bool) {
        browser::show_address(address, is_step);
    }

    fn on_change(&self, callback: Callback<()>) {
        browser::on_address_change(move || callback.run(()));
    }
}

/// Makes the address follow the state, and the state follow the address.
///
/// `later` is what the address asks for, if the page was drawn without it.
pub(crate) fn keep_address_in_step(
    state: AppState,
    bar: Arc<dyn AddressBar + Send + Sync>,
    root: &HtmlElement,
    event: Option<String>,
    mut later: Option<Address>,
) {
    let mut last: Option<Address> = None;
    let is_coming = Arc::new(AtomicBool::new(later.is_some()));
    let typing = Typing::default();
    let (settling, leaving) = (typing.clone(), typing.clone());
    let (shown, own_event) = (Arc::clone(&bar), event.clone());
    // Shows the current address, and returns whether it has changed.
    let show = move |is_step: bool| {
        if state.is_gone() {
            return false;
        }
        let now = untrack(|| state.address(own_event.clone())).write();
        let (old, _) = asked(&state.catalogue(), &shown.shown());
        let is_other = old.write() != now;
        if is_other {
            shown.show(&now, is_step);
        }
        is_other
    };
    let settled = show.clone();
    browser::on_search_field(root, move |is_there| {
        if !is_there && settling.is_going_on() {
            settling.settle();
            settled(false);
        }
    });
    let dropped = Outside::expect().dropped;
    print_all_found(state, root);
    let (page, root) = (root.clone(), root.clone());
    let first = Arc::clone(&bar);
    follow(move || {
        let now = state.address(event.clone());
        state.search.found.track();
        if let Some(address) = later.take() {
            let is_coming = Arc::clone(&is_coming);
            queue_microtask(move || {
                is_coming.store(false, Relaxed);
                if !state.is_gone() {
                    state.go_to(address);
                }
            });
        }
        // Changes until then are not from the address.
        if is_coming.load(Relaxed) {
            return;
        }
        let Some(before) = last.take() else {
            let (wanted, _) = asked(&state.catalogue(), &first.shown());
            first.show(&now.write(), false);
            if let Some(target) = &now.target {
                browser::show_place(&page, target.id.clone(), target.at.is_none(), None);
            } else if !wanted.query.is_empty()
                && !state.catalogue().frame.is_embedded
                // Values in the address that do not exist are listed at the top.
                && dropped.read_untracked().is_empty()
            {
                browser::show_hits(&page);
            }
            last = Some(now);
            return;
        };
        if now.query != before.query {
            browser::measure_filter();
        }
        let mut retyped = before.clone();
        retyped.query.text.clone_from(&now.query.text);
        let is_typed = now != before && retyped == now;
        // A space at the end, for example, changes nothing yet.
        let is_going_on = is_typed && typing.is_going_on();
        if is_going_on || show(true) {
            typing.settle();
            if is_typed {
                typing.go_on(show.clone());
            }
        }
        last = Some(now);
    });
    let changed = Arc::clone(&bar);
    bar.on_change(Callback::new(move |()| {
        let (address, unknown) = asked(&state.catalogue(), &changed.shown());
        if *dropped.read_untracked() != unknown {
            dropped.set(unknown);
        }
        let target = address.target.clone();
        let row = target.as_ref().map(|target| &target.id);
        let row_top = row.and_then(|id| browser::top_of_row(&root, id));
        leaving.settle();
        state.go_to(address);
        if let Some(target) = target {
            browser::show_place(&root, target.id, target.at.is_none(), row_top);
        }
    }));
}

/// After this time, a search becomes an entry of the history.
const SETTLED: Duration = Duration::from_secs(1);

/// After this time, the address shows a search. It does not change with each letter, because that
/// takes browsers longer than the search, and after about a hundred changes they refuse.
const PAUSE: Duration = Duration::from_millis(100);

/// Whether the reader is typing a search. Typing makes one entry in the history, not one per
/// letter. The entry is complete after a pause, with Enter, or when the field loses the focus.
///
/// The number of the last typed letter. It is odd while the reader is typing.
#[derive(Clone, Default)]
struct Typing(Arc<AtomicU32>);

impl Typing {
    fn is_going_on(&self) -> bool {
        self.0.load(Relaxed) & 1 != 0
    }

    fn settle(&self) {
        self.0.fetch_add(u32::from(self.is_going_on()), Relaxed);
    }

    /// The reader typed. After a pause, the search replaces the entry with which it began.
    fn go_on(&self, show: impl FnOnce(bool) -> bool + 'static) {
        self.settle();
        let turn = self.0.fetch_add(1, Relaxed).wrapping_add(1);
        let typing = self.clone();
        let pause = move || {
            if typing.0.load(Relaxed) != turn {
                return;
            }
            show(false);
            let settle = move || {
                if typing.0.load(Relaxed) == turn {
                    typing.settle();
                }
            };
            set_timeout(settle, SETTLED.saturating_sub(PAUSE));
        };
        set_timeout(pause, PAUSE);
    }
}
