//! Whether a content security policy lets the page work.
//!
//! Source: <https://www.w3.org/TR/CSP3/>, sections 6.7 and 6.8 (read 2026-11-30).

use std::collections::BTreeMap;

/// What a policy lacks of the one that the page needs, as directives: `img-src 'self'`. `sent` may
/// hold several policies, of which each counts; `origin` is what `'self'` means.
pub(super) fn lacks(sent: &str, needed: &str, origin: &str) -> Vec<String> {
    let policies: Vec<_> = sent.split(',').map(parsed).collect();
    let policies: Vec<_> = policies.into_iter().filter(|it| !it.is_empty()).collect();
    let mut lacking = Vec::new();
    for (directive, sources) in parsed(needed) {
        let wanted = sources.iter().filter(|source| **source != "'none'");
        let missing = wanted.filter(|wanted| {
            !policies
                .iter()
                .all(|policy| admits(policy, directive, wanted, origin))
        });
        let missing: Vec<_> = missing.copied().collect();
        if !missing.is_empty() {
            lacking.push(format!("{directive} {}", missing.join(" ")));
        }
    }
    lacking
}

type Directives<'a> = BTreeMap<&'a str, Vec<&'a str>>;

fn parsed(policy: &str) -> Directives<'_> {
    let mut directives = BTreeMap::new();
    for directive in policy.split(';') {
        let mut words = directive.split_ascii_whitespace();
        if let Some(name) = words.next() {
            // If a name occurs several times, the first counts.
            directives.entry(name).or_insert_with(|| words.collect());
        }
    }
    directives
}

fn admits(policy: &Directives<'_>, directive: &str, wanted: &str, origin: &str) -> bool {
    let ways: &[&str] = match directive {
        "base-uri" | "form-action" | "frame-ancestors" => &[],
        "frame-src" => &["child-src", "default-src"],
        "worker-src" => &["child-src", "script-src", "default-src"],
        _ => &["default-src"],
    };
    let mut names = std::iter::once(&directive).chain(ways);
    let Some(sources) = names.find_map(|name| policy.get(name)) else {
        return true;
    };
    let mut sources = sources.iter();
    match wanted {
        "'wasm-unsafe-eval'" => sources.any(|it| [wanted, "'unsafe-eval'"].contains(it)),
        "'self'" => sources.any(|it| *it == wanted || covers(it, origin)),
        wanted if wanted.starts_with('\'') => sources.any(|it| *it == wanted),
        wanted => sources.any(|it| covers(it, wanted) || *it == "'self'" && wanted == origin),
    }
}

/// Whether a source of a policy covers an origin.
fn covers(source: &str, origin: &str) -> bool {
    let Some((scheme, host)) = origin.split_once("://") else {
        return false;
    };
    if source == "*" || source.strip_suffix(':') == Some(scheme) || source == "http:" {
        return true;
    }
    let named = source.split_once("://");
    if named.is_some_and(|(own, _)| own != scheme && !(own == "http" && scheme == "https")) {
        return false;
    }
    // Paths are not compared.
    let own = named
        .map_or(source, |(_, rest)| rest)
        .split('/')
        .next()
        .unwrap_or_default();
    match own.strip_prefix('*') {
        Some(end) => end.starts_with('.') && host.ends_with(end),
        None => own == host,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_a_policy_lacks() {
        let needed = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; img-src 'self'; \
            frame-src https://player.vimeo.com https://tube.example; base-uri 'none'";
        for (sent, expected) in [
            (needed, ""),
            ("", ""),
            ("default-src *; script-src 'self' 'unsafe-eval'", ""),
            (
                "default-src 'self'",
                "frame-src https://player.vimeo.com https://tube.example; script-src 'wasm-unsafe-eval'",
            ),
            ("script-src 'self' 'wasm-unsafe-eval'; frame-src https:", ""),
            ("frame-src https://*.vimeo.com tube.example", ""),
            ("img-src https://a.example/b/", ""),
            ("img-src 'none'", "img-src 'self'"),
            ("img-src https://b.example", "img-src 'self'"),
            // Two policies: both count.
            ("img-src *, img-src data:", "img-src 'self'"),
        ] {
            let found = lacks(sent, needed, "https://a.example").join("; ");
            assert_eq!(found, expected, "{sent}");
        }
    }
}
