//! Addresses in attributes: none that runs a script gets into a page.

/// Schemes that only lead somewhere or name a file. What is behind `data:` and `blob:` runs nothing
/// in the page: browsers open no such link, and a frame has an origin of its own.
const SCHEMES: [&str; 5] = ["https", "http", "mailto", "data", "blob"];

/// Whether an attribute has an address.
///
/// Source: HTML Living Standard, attributes
/// (<https://html.spec.whatwg.org/multipage/indices.html#attributes-3>, read 2026-11-30), and
/// `xlink:href` of SVG.
pub(super) fn is_address(name: &str) -> bool {
    matches!(
        name,
        "href" | "src" | "action" | "formaction" | "poster" | "data" | "cite" | "xlink:href"
    )
}

/// Whether an address is relative or has one of the schemes above, as browsers read it: they pass
/// over blanks before it, and tabs and line breaks anywhere in it.
///
/// Source: URL Living Standard, 4.4 (<https://url.spec.whatwg.org/#url-parsing>, read 2026-11-30).
pub(super) fn is_harmless(address: &str) -> bool {
    let mut scheme = String::new();
    let letters = address.trim_start_matches(|letter| letter <= ' ').chars();
    for letter in letters.filter(|letter| !matches!(letter, '\t' | '\n' | '\r')) {
        match letter {
            ':' => return SCHEMES.contains(&scheme.as_str()),
            '/' | '?' | '#' => return true,
            letter => scheme.push(letter.to_ascii_lowercase()),
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{super::el, *};
    use crate::Markup;

    #[test]
    fn addresses_lead_somewhere_or_are_left_out() {
        for address in [
            "",
            "a.html",
            "#a:b",
            "?a=b:c",
            "a/b:c",
            "//a.example/b",
            "https://a.example/",
            "HTTP://a.example/",
            "mailto:ada@a.example",
            "data:image/png;base64,AA==",
            "blob:https://a.example/1",
        ] {
            assert!(is_harmless(address), "{address}");
        }
        for address in [
            "javascript:alert(1)",
            "JaVaScript:alert(1)",
            " \u{1}javascript:alert(1)",
            "java\nscript\t:alert(1)",
            "vbscript:x",
            "file:///etc/passwd",
            ":",
            "1:2",
        ] {
            assert!(!is_harmless(address), "{address}");
        }
    }

    #[test]
    fn no_attribute_of_an_address_runs_a_script() {
        let script = || "javascript:alert(1)".to_owned();
        for name in [
            "href",
            "src",
            "action",
            "formaction",
            "poster",
            "data",
            "cite",
            "xlink:href",
        ] {
            for element in [
                el("a").attr(name, script()),
                el("a").attr(name, Some(script())),
                el("a").attr(name, "javascript:alert(1)"),
                el("a").live_attr(name, script),
            ] {
                assert_eq!(Markup::from(element).into_html(), "<a></a>", "{name}");
            }
        }
        let other = el("a").attr("title", script());
        assert_eq!(
            Markup::from(other).into_html(),
            r#"<a title="javascript:alert(1)"></a>"#
        );
    }
}
