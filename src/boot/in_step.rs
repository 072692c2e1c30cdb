//! What the browser shows around the page: title, language, appearance, address.

use std::{
    cell::Cell,
    rc::Rc,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicU32, Ordering::Relaxed},
    },
    time::Duration,
};

use leptos::prelude::*;
use nachlese_markup::follow;
use nachlese_search::Query;
use web_sys::HtmlElement;

use super::source::asked;
use crate::{
    browser,
    state::{AppState, Outside, Theme},
    url::Address,
    view::page_title,
};

/// Where the chosen appearance is kept.
pub(super) const THEME_KEY: &str = "nachlese.theme";

/// The root's attribute while a watch-list and nothing else is printed.
pub(super) const LIST_ONLY: &str = "data-print";

/// Title, language and appearance follow the state.
pub(super) fn keep_document_in_step(state: AppState, root: &HtmlElement) {
    let theme = Outside::expect().theme;
    let element = root.clone();
    let mut is_choice = false;
    follow(move || {
        let theme = theme.get();
        let _ = element.set_attribute("data-theme", theme.as_str());
        // The document's scroll bars go along. A style that looked for it in the page (`:has`) would be
        // reckoned anew for every hit that comes or goes.
        if let Some(document) = document().document_element() {
            let _ = document.set_attribute("data-theme", theme.as_str());
        }
        if std::mem::replace(&mut is_choice, true) {
            // Only a choice is kept, and the default is none.
            browser::store(THEME_KEY, (theme != Theme::Auto).then(|| theme.as_str()));
        }
    });
    let element = root.clone();
    follow(move || {
        let language = state.language.get();
        document().set_title(&page_title(state));
        browser::set_language(&element, &language);
    });
}

/// On paper there is no search: all talks are printed, and the search comes back after; unless the
/// reader asks for a watch-list and nothing else.
///
/// Gives whether printing is under way.
fn print_every_talk(state: AppState, root: &HtmlElement) -> Rc<Cell<bool>> {
    let is_printing = Rc::new(Cell::new(false));
    let kept = Rc::new(Cell::new(None));
    let keep = Rc::clone(&kept);
    let (page, root) = (root.clone(), root.clone());
    let (before, after) = (Rc::clone(&is_printing), Rc::clone(&is_printing));
    browser::on_print(
        move || {
            state.draw_every_talk(true);
            if page.has_attribute(LIST_ONLY) {
                return;
            }
            before.set(true);
            keep.set(Some(state.search.query.get_untracked()));
            state.search.query.set(Query::default());
        },
        move || {
            state.draw_every_talk(false);
            if let Some(query) = kept.take() {
                state.search.query.set(query);
            }
            after.set(false);
            let _ = root.remove_attribute(LIST_ONLY);
        },
    );
    is_printing
}

/// Where the address of the state is shown: the browser's bar, or what a host makes of it.
pub(crate) trait AddressBar {
    /// What is shown: `?…` and `#…`.
    fn shown(&self) -> (String, String);
    /// Shows another `?…#…`, as a new step or in place of the present one.
    fn show(&self, address: &str, is_step: bool);
    /// Calls back, as long as the present owner lasts, whenever something else is shown.
    fn on_change(&self, callback: Callback<()>);
}

/// The bar of the browser.
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

/// The address follows the state, and the state follows the address.
///
/// `later` is what the address asks of a page that was drawn without it.
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
    // Shows the present address, and tells whether it is another.
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
    let is_printing = print_every_talk(state, root);
    let (page, root) = (root.clone(), root.clone());
    let first = Arc::clone(&bar);
    follow(move || {
        let now = state.address(event.clone());
        state.search.found.track();
        if is_printing.get() {
            return;
        }
        if let Some(address) = later.take() {
            let is_coming = Arc::clone(&is_coming);
            queue_microtask(move || {
                is_coming.store(false, Relaxed);
                if !state.is_gone() {
                    state.go_to(address);
                }
            });
        }
        // Whatever else changes until then is not what the address asks.
        if is_coming.load(Relaxed) {
            return;
        }
        let Some(before) = last.take() else {
            let (wanted, _) = asked(&state.catalogue(), &first.shown());
            first.show(&now.write(), false);
            if let Some(target) = &now.target {
                browser::show_place(&page, target.id.clone(), target.at.is_none());
            } else if !wanted.query.is_empty()
                && !state.catalogue().frame.is_embedded
                // What the address asks in vain is said at the top.
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
        // A blank at the end, for example, changes nothing yet.
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
        leaving.settle();
        state.go_to(address);
        if let Some(target) = target {
            browser::show_place(&root, target.id, target.at.is_none());
        }
    }));
}

/// How long a search stands until it is one to come back to.
const SETTLED: Duration = Duration::from_secs(1);

/// How long a search stands until the address shows it. Not letter by letter: a browser takes
/// longer for that than the search, and after some hundred it refuses.
const PAUSE: Duration = Duration::from_millis(100);

/// Whether the reader is typing what is searched for: that is one step in the history, not one a
/// letter. What stood for a while, or was meant by Enter or by leaving the field, stays one.
///
/// The number of the letter typed last is odd as long as that goes on.
#[derive(Clone, Default)]
struct Typing(Arc<AtomicU32>);

impl Typing {
    fn is_going_on(&self) -> bool {
        self.0.load(Relaxed) & 1 != 0
    }

    fn settle(&self) {
        self.0.fetch_add(u32::from(self.is_going_on()), Relaxed);
    }

    /// The reader typed; after a pause the search is to be shown in place of what it began with.
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
