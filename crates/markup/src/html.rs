//! Writes markup as HTML text, for pages that can be read before any script runs.

use leptos::prelude::Owner;

use super::{
    El, Kind, Markup,
    element::Value,
    fitting::{END, LINK, START},
};

/// Elements without content and end tag.
///
/// Source: HTML Living Standard, 13.1.2 (<https://html.spec.whatwg.org/#void-elements>, read 2026-11-30).
const VOID: [&str; 13] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
];

impl Markup {
    /// Writes the piece in its current state.
    ///
    /// Places that change are between comments, which [`take_over`](super::take_over) looks for.
    pub fn into_html(self) -> String {
        let mut html = String::new();
        self.write(&mut html, false);
        html
    }

    pub(super) fn write(self, html: &mut String, is_in_link: bool) {
        match self.0 {
            Kind::Text(text) => escape(&text, html),
            Kind::Element(element) => element.write(html, is_in_link),
            Kind::Group(pieces) => {
                for piece in pieces {
                    piece.write(html, is_in_link);
                }
            }
            Kind::Live(mut draw) | Kind::Switch(mut draw) => between_marks(html, |html| {
                let owner = Owner::new();
                if let Some(piece) = draw(&owner) {
                    owner.with(|| piece.write(html, is_in_link));
                }
            }),
            Kind::Rows(mut rows) => between_marks(html, |html| {
                for place in 0..rows.renew() {
                    rows.draw(place).write(html, is_in_link);
                }
            }),
            Kind::Numbered(rows) => between_marks(html, |html| {
                for at in 0..(rows.count)() {
                    (rows.draw)(at).write(html, is_in_link);
                }
            }),
            #[cfg(not(target_arch = "wasm32"))]
            Kind::View(view) => between_marks(html, |html| html.push_str(&view.html())),
            #[cfg(target_arch = "wasm32")]
            Kind::View(_) => between_marks(html, |_| ()),
        }
    }
}

impl El {
    fn write(mut self, html: &mut String, is_in_link: bool) {
        let tag = self.tag(is_in_link);
        if tag != self.0.tag {
            self.be_text();
        }
        let is_in_link = is_in_link || tag == LINK;
        if let Some(mut before) = self.0.before {
            before();
        }
        html.push('<');
        html.push_str(tag);
        for (name, value) in self.0.attributes {
            let value = match value {
                Value::Fixed(value) => Some(value),
                Value::Live(value) => value(),
            };
            if let Some(value) = value {
                write_attribute(name, &value, html);
            }
        }
        // A menu shows its first choice until the app is loaded.
        if let Some(value) = self.0.value.filter(|_| tag == "input") {
            write_attribute("value", &value(), html);
        }
        html.push('>');
        if VOID.contains(&tag) {
            return;
        }
        if let Some(text) = self.0.text {
            for (piece, is_marked) in text().pieces().zip([false, true].into_iter().cycle()) {
                html.push_str(if is_marked { "<mark>" } else { "" });
                escape(piece, html);
                html.push_str(if is_marked { "</mark>" } else { "" });
            }
        } else {
            for child in self.0.children {
                child.write(html, is_in_link);
            }
        }
        html.push_str("</");
        html.push_str(tag);
        html.push('>');
    }
}

pub(super) fn between_marks(html: &mut String, write: impl FnOnce(&mut String)) {
    let comment = |html: &mut String, mark: &str| {
        html.push_str("<!--");
        html.push_str(mark);
        html.push_str("-->");
    };
    comment(html, START);
    write(html);
    comment(html, END);
}

fn write_attribute(name: &str, value: &str, html: &mut String) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        escape(value, html);
        html.push('"');
    }
}

/// Escapes characters with a meaning in texts or between double quotation marks.
fn escape(text: &str, html: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{el, group, live, rows},
        *,
    };

    #[test]
    fn texts_and_attributes_never_become_markup() {
        let html = el("p")
            .attr("title", "\"><script>".to_owned())
            .child("a < b & c".to_owned());
        let html = Markup::from(html).into_html();
        assert_eq!(
            html,
            r#"<p title="&quot;&gt;&lt;script&gt;">a &lt; b &amp; c</p>"#
        );
    }

    #[test]
    fn attributes_can_be_left_out_or_empty() {
        let video = el("video")
            .attr("controls", true)
            .attr("muted", false)
            .attr("id", None::<String>);
        assert_eq!(Markup::from(video).into_html(), "<video controls></video>");
        assert_eq!(
            Markup::from(el("img").attr("width", 4)).into_html(),
            r#"<img width="4">"#
        );
    }

    #[test]
    fn void_elements_have_no_end() {
        for tag in VOID {
            let html = Markup::from(el("p").child(el(tag)).child("x")).into_html();
            assert_eq!(html, format!("<p><{tag}>x</p>"));
        }
        let drawing = el("svg").child(el("path").attr("d", "M0 0"));
        assert_eq!(
            Markup::from(drawing).into_html(),
            r#"<svg><path d="M0 0"></path></svg>"#
        );
    }

    #[test]
    fn a_text_that_changes_is_the_whole_content() {
        for element in [
            el("p").child("a").live_text(|| "b"),
            el("p").live_text(|| "b").child("a"),
        ] {
            assert_eq!(Markup::from(element).into_html(), "<p>b</p>");
        }
    }

    #[test]
    fn a_link_within_a_link_becomes_its_text() {
        let inner = || el("a").attr("href", "b").on("click", |_| ()).child("B");
        let place = live(move || el("b").child(inner()));
        let outer = el("a").attr("href", "a").child(place).child(inner());
        let html = el("p").child(outer).child(inner());
        assert_eq!(
            Markup::from(html).into_html(),
            r#"<p><a href="a"><!--[--><b><span>B</span></b><!--]--><span>B</span></a><a href="b">B</a></p>"#
        );
    }

    #[test]
    fn changing_places_stand_between_marks() {
        let list = rows(|| vec!["a"], |key| el("li").child(*key));
        let html = group([live(|| "now"), el("ol").child(list).into()]).into_html();
        assert_eq!(
            html,
            "<!--[-->now<!--]--><ol><!--[--><li>a</li><!--]--></ol>"
        );
    }
}
