//! Open both ways: views of Leptos inside markup, and markup inside views of Leptos.
//!
//! Both stand between the comments of a place that changes, so neither has to know the other's
//! nodes. What is not used here is not in the program.

mod drawn;

use leptos::{
    prelude::{StoredValue, UpdateValue, View, queue_microtask, untrack},
    tachys::{
        renderer::dom::Node,
        view::{Mountable, RenderHtml},
    },
    wasm_bindgen::JsCast,
};

pub use self::drawn::Drawn;
use super::{
    Kind, Markup,
    cursor::{Cursor, clear},
};

/// A view of Leptos, whatever its type. All it needs is reached through these two functions, so that
/// nothing of it is in a program without views.
pub(super) trait Foreign: Send {
    /// Its HTML. In the browser, where nobody asks for it, its code would be large.
    #[cfg(not(target_arch = "wasm32"))]
    fn html(self: Box<Self>) -> String;
    /// Draws it in a place of its own.
    fn draw(self: Box<Self>, cursor: &Cursor);
}

impl<V: RenderHtml + 'static> Foreign for V {
    #[cfg(not(target_arch = "wasm32"))]
    fn html(self: Box<Self>) -> String {
        (*self).to_html()
    }

    fn draw(self: Box<Self>, cursor: &Cursor) {
        let build = move || -> Box<dyn Mountable> { Box::new((*self).build()) };
        draw_view(Box::new(build), cursor);
    }
}

/// Not generic, so that its code is in the program only once.
fn draw_view(build: Box<dyn FnOnce() -> Box<dyn Mountable>>, cursor: &Cursor) {
    let (start, end) = cursor.place();
    clear(&start, &end);
    // Its effects and listeners live as long as the owner that it is drawn under.
    let view = StoredValue::new_local(untrack(build));
    let mount = move || {
        if let Some(parent) = end.parent_node() {
            view.try_update_value(|view| view.mount(parent.unchecked_ref(), Some(&end)));
        }
    };
    mount();
    // Lists of Leptos remember the node around them. If that is a fragment now, it is another one
    // when all is drawn.
    if cursor.parent().node_type() == Node::DOCUMENT_FRAGMENT_NODE {
        queue_microtask(mount);
    }
}

/// What `view!` returns is a piece like any other:
///
/// ```
/// # use leptos::prelude::*;
/// use nachlese_markup::{Markup, el};
///
/// # let html = Owner::new().with(|| {
/// let card = el("p").child("A talk ").child(view! { <b>"by Ada"</b> });
/// # Markup::from(card).into_html()
/// # });
/// # assert_eq!(html, "<p>A talk <!--[--><b>by Ada</b><!--]--></p>");
/// ```
///
/// A component that is called as a function needs `into_view` of Leptos. A page that is taken over
/// has its views drawn anew: Leptos would stop at what another program has changed.
impl<V: RenderHtml + 'static> From<View<V>> for Markup {
    fn from(view: View<V>) -> Self {
        Self(Kind::View(Box::new(view.into_inner())))
    }
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::super::{Markup, Signal, el, live, switch};

    /// A component as other crates write them.
    #[component]
    fn Badge(word: &'static str) -> impl IntoView {
        view! { <em class="badge">{word}</em> }
    }

    fn html(draw: impl FnOnce() -> Markup) -> String {
        Owner::new().with(|| draw().into_html())
    }

    #[test]
    fn views_and_components_stand_inside_elements() {
        let card = || {
            let name = Signal::new("Ada");
            let line = view! { <b>{move || name.get()}</b> " & " <Badge word="new" /> };
            el("p").child("by ").child(line).into()
        };
        assert_eq!(
            html(card),
            r#"<p>by <!--[--><b>Ada</b> &amp; <em class="badge">new</em><!--]--></p>"#
        );
        let called = || el("p").child(Badge(BadgeProps { word: "<i>" }).into_view());
        assert_eq!(
            html(|| called().into()),
            r#"<p><!--[--><em class="badge">&lt;i&gt;</em><!--]--></p>"#
        );
    }

    #[test]
    fn elements_and_markup_stand_inside_views() {
        let card = || {
            let line = switch(|| 2, |count| format!("{count} talks"));
            let around =
                view! { <div>"a" {el("p").class("x").child(line)} {live(|| "now")} "b"</div> };
            around.into()
        };
        assert_eq!(
            html(card),
            "<!--[--><div>a<!--[--><p class=\"x\"><!--[-->2 talks<!--]--></p><!--]-->\
             <!--[--><!--[-->now<!--]--><!--]-->b</div><!--]-->"
        );
    }

    #[test]
    fn views_stand_inside_markup_inside_views() {
        let card = || {
            let inner = el("p").child(view! { <b>"b"</b> });
            view! { <ul><li>{Some(inner)}</li></ul> }.into()
        };
        assert_eq!(
            html(card),
            "<!--[--><ul><li><!--[--><p><!--[--><b>b</b><!--]--></p><!--]--></li></ul><!--]-->"
        );
    }
}
