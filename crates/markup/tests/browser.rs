//! What only a browser can show: where nodes go, what follows signals, and what is cleaned up.
//!
//! Runs in Chromium; the command is in `CONTRIBUTING.md`.

#![cfg(target_arch = "wasm32")]

use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

use any_spawner::Executor;
use leptos::{
    prelude::*,
    task::tick,
    wasm_bindgen::JsCast,
    web_sys::{Element, HtmlElement},
};
use nachlese_markup::{
    ElementRef, Mounted, Signal, el, live, mount, rows, show, switch, take_over,
};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// An element of the document to draw in.
fn root() -> Element {
    let _ = Executor::init_wasm_bindgen();
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&root).unwrap();
    root
}

fn text(root: &Element) -> String {
    root.text_content().unwrap_or_default()
}

fn find(root: &Element, selector: &str) -> Element {
    root.query_selector(selector).unwrap().unwrap()
}

/// How many of the places that counted are gone.
#[derive(Clone, Default)]
struct Gone(Arc<AtomicUsize>);

impl Gone {
    fn count_here(&self) {
        let gone = self.clone();
        on_cleanup(move || {
            gone.0.fetch_add(1, Ordering::Relaxed);
        });
    }

    fn count(&self) -> usize {
        self.0.load(Ordering::Relaxed)
    }
}

/// A component as other crates write them.
#[component]
fn Named(name: Signal<&'static str>) -> impl IntoView {
    view! { <em>{move || name.get()}</em> }
}

#[wasm_bindgen_test]
async fn views_and_elements_stand_inside_each_other() {
    let (root, gone) = (root(), Gone::default());
    let mut name = None;
    let mounted: Mounted = mount(root.clone(), || {
        let name = *name.insert(Signal::new("Ada"));
        gone.count_here();
        let inner = el("b").live_text(move || name.get());
        el("section")
            .child(view! { <p>{inner} ", " <Named name /></p> })
            .child("!")
            .into()
    });
    assert_eq!(text(&root), "Ada, Ada!");
    assert_eq!(find(&root, "section > p > b").local_name(), "b");
    name.unwrap().set("Bo");
    tick().await;
    assert_eq!(text(&root), "Bo, Bo!");
    drop(mounted);
    assert_eq!((text(&root), gone.count()), (String::new(), 1));
}

#[wasm_bindgen_test]
async fn lists_of_leptos_grow_where_they_were_drawn_late() {
    let root = root();
    let mut state = None;
    let _mounted = mount(root.clone(), || {
        let (is_open, count) = *state.insert((Signal::new(false), Signal::new(1)));
        let list = move || {
            let row = |at| el("li").child(format!("{at}"));
            view! { <For each=move || 0..count.get() key=|at| *at children=row /> }
        };
        el("ol").child(show(move || is_open.get(), list)).into()
    });
    let (is_open, count) = state.unwrap();
    is_open.set(true);
    tick().await;
    assert_eq!(text(&root), "0");
    count.set(3);
    tick().await;
    assert_eq!(text(&root), "012");
    assert_eq!(find(&root, "ol").child_element_count(), 3);
    is_open.set(false);
    tick().await;
    assert_eq!(text(&root), "");
}

#[wasm_bindgen_test]
async fn leptos_shows_and_removes_markup() {
    let (root, gone) = (root(), Gone::default());
    let mut is_open = None;
    let _mounted = mount(root.clone(), || {
        let is_open = *is_open.insert(Signal::new(true));
        let count = gone.clone();
        let door = move || {
            is_open.get().then(|| {
                count.count_here();
                el("b").child(live(|| "open"))
            })
        };
        view! { <p>"a" {door} "b"</p> }.into()
    });
    for (is_shown, expected, gone_so_far) in
        [(true, "aopenb", 0), (false, "ab", 1), (true, "aopenb", 1)]
    {
        is_open.unwrap().set(is_shown);
        tick().await;
        assert_eq!(text(&root), expected);
        assert!(gone.count() >= gone_so_far);
    }
}

#[wasm_bindgen_test]
fn a_page_with_a_view_is_taken_over() {
    let root = root();
    let page = || {
        el("p")
            .class("x")
            .child("a ")
            .child(view! { <b>"b"</b> })
            .child(el("i").child("c"))
    };
    let drawn = mount(root.clone(), || page().into());
    let html = root.outer_html();
    drawn.forget();
    let (old, text_of) = (find(&root, "i"), text(&root));
    let taken = take_over(root.clone(), || page().into());
    assert_eq!((root.outer_html(), text(&root)), (html, text_of));
    assert!(find(&root, "i") == old);
    drop(taken);
}

#[wasm_bindgen_test]
fn drawings_have_their_namespaces() {
    let root = root();
    let _mounted = mount(root.clone(), || {
        let part = switch(|| true, |_| el("g").child(el("rect")));
        let html = el("foreignObject").child(el("p").child(el("svg").child(el("a"))));
        let formula = el("math").child(el("mi").child("x"));
        let drawing = el("svg").child(el("path")).child(part).child(html);
        el("div")
            .child(drawing)
            .child(formula)
            .child(el("a"))
            .into()
    });
    let svg = "http://www.w3.org/2000/svg";
    let html = "http://www.w3.org/1999/xhtml";
    for (selector, expected) in [
        ("div > svg", svg),
        ("path", svg),
        ("g > rect", svg),
        ("foreignObject", svg),
        ("foreignObject > p", html),
        ("p > svg > a", svg),
        ("math > mi", "http://www.w3.org/1998/Math/MathML"),
        ("div > a", html),
    ] {
        let found = find(&root, selector).namespace_uri();
        assert_eq!(found.as_deref(), Some(expected), "{selector}");
    }
}

#[wasm_bindgen_test]
async fn no_address_that_runs_a_script_comes_later() {
    let root = root();
    let (mut address, mut frame) = (None, None);
    let _mounted = mount(root.clone(), || {
        let address = *address.insert(Signal::new("#a"));
        let frame = *frame.insert(ElementRef::new());
        let link = el("a").live_attr("href", move || address.get());
        el("p").child(link).child(el("img").at(frame)).into()
    });
    let link = find(&root, "a");
    assert_eq!(link.get_attribute("href").as_deref(), Some("#a"));
    address.unwrap().set(" java\nscript:alert(1)");
    tick().await;
    assert_eq!(link.get_attribute("href"), None);
    frame.unwrap().set_text("src", "javascript:alert(1)");
    assert_eq!(find(&root, "img").get_attribute("src"), None);
}

#[wasm_bindgen_test]
async fn what_is_together_is_updated_if_all_want_it() {
    let root = root();
    let mut state = None;
    let _mounted = mount(root.clone(), || {
        let (name, first, second) =
            *state.insert((Signal::new("a"), Signal::new(true), Signal::new(true)));
        let text = el("b").live_text(move || name.get());
        el("p")
            .together(move || first.get())
            .together(move || second.get())
            .child(text)
            .child(live(move || name.get()))
            .into()
    });
    let (name, first, second) = state.unwrap();
    for (is_first, is_second, new, expected) in [
        (true, true, "b", "bb"),
        // The live part has an effect of its own.
        (false, true, "c", "bc"),
        (true, false, "d", "bd"),
        (true, true, "e", "ee"),
    ] {
        first.set(is_first);
        second.set(is_second);
        tick().await;
        name.set(new);
        tick().await;
        assert_eq!(text(&root), expected);
    }
}

#[wasm_bindgen_test]
async fn rows_are_kept_moved_and_cleaned_up() {
    let (root, gone) = (root(), Gone::default());
    let mut keys = None;
    let mounted = mount(root.clone(), || {
        let keys = *keys.insert(Signal::new(vec![1_u8, 2, 3]));
        let gone = gone.clone();
        let row = move |key: &u8| {
            gone.count_here();
            el("li").child(el("button").child(key.to_string()))
        };
        el("ol").child(rows(move || keys.get(), row)).into()
    });
    let buttons = |root: &Element| -> Vec<HtmlElement> {
        let first = find(root, "ol").first_element_child();
        let rows = std::iter::successors(first, Element::next_element_sibling);
        let buttons = rows.filter_map(|row| row.first_element_child());
        buttons.map(JsCast::unchecked_into).collect()
    };
    let first = buttons(&root);
    let keys = keys.unwrap();
    for (new, expected, gone_so_far) in [
        (vec![3, 2, 1], "321", 0),
        (vec![2, 4, 3, 1], "2431", 0),
        (vec![4, 1], "41", 2),
    ] {
        keys.set(new);
        tick().await;
        assert_eq!(
            (text(&root), gone.count()),
            (expected.to_owned(), gone_so_far)
        );
    }
    // The same element all the time.
    assert!(buttons(&root)[1] == first[0]);
    // If the focus was in a row that goes, it moves to the first.
    first[0].focus().unwrap();
    keys.set(vec![4]);
    tick().await;
    let focused = document().active_element().and_then(|it| it.text_content());
    assert_eq!(focused.as_deref(), Some("4"));
    drop(mounted);
    assert_eq!(gone.count(), 4);
}
