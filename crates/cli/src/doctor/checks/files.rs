//! How the files of the folder are sent: types, caching, packed, in parts, and to other sites.

use nachlese_site::headers::{
    advice::{
        Lines, accepted_types, caching, line_for_caching, line_for_packed, line_for_sharing,
        line_for_type, sharing,
    },
    is_hashed,
};

use super::asked;
use crate::{
    doctor::{
        looked::{Check, Looked},
        visit::Visit,
    },
    http::Answer,
};

/// A site that asks for a file of this one.
const OTHER_SITE: (&str, &str) = ("Origin", "https://www.example.org");

pub(super) fn look(visit: &Visit<'_>, out: &mut Vec<Looked>) {
    for path in visit.parts.files() {
        let Some(answer) = asked(visit, &path, &[OTHER_SITE], Check::MediaType, out) else {
            continue;
        };
        // Not every site has each of them. That of the page's own files is said elsewhere.
        if answer.status == 200 {
            out.push(typed(&path, &answer));
            out.push(cached(&path, &answer));
            out.push(shared(&path, &answer));
        }
    }
    out.push(cached("", &visit.page));
    for path in visit.parts.packed() {
        let wanted = [("Accept-Encoding", "br, gzip")];
        if let Some(answer) = asked(visit, &path, &wanted, Check::Packed, out)
            && answer.status == 200
        {
            out.push(is_packed(&path, &answer));
        }
    }
    ranges(visit, out);
}

/// Whether browsers take a file of this type for what it is.
fn fits(path: &str, shown: &str) -> bool {
    let essence = shown.split(';').next().unwrap_or_default().trim();
    let accepted = accepted_types(path);
    let mut all = accepted.iter();
    accepted.is_empty() || all.any(|one| one.eq_ignore_ascii_case(essence))
}

fn typed(path: &str, answer: &Answer) -> Looked {
    let shown = answer.header("content-type").unwrap_or_default();
    Looked::new(
        Check::MediaType,
        path,
        fits(path, &shown),
        shown,
        line_for_type(path),
    )
}

fn cached(path: &str, answer: &Answer) -> Looked {
    let shown = answer.header("cache-control").unwrap_or_default();
    let wanted = caching(path);
    let is_well = if is_hashed(path) {
        shown.contains("immutable") || seconds(&shown) >= seconds(&wanted)
    } else {
        ["no-cache", "no-store"]
            .iter()
            .any(|word| shown.contains(word))
            || seconds(&shown) == Some(0)
    };
    Looked::new(Check::Caching, path, is_well, shown, line_for_caching(path))
}

/// How long a file may be kept without asking.
pub(super) fn seconds(caching: &str) -> Option<u32> {
    let mut parts = caching.split(',').map(str::trim);
    parts.find_map(|part| part.strip_prefix("max-age=")?.parse().ok())
}

fn shared(path: &str, answer: &Answer) -> Looked {
    let headers = sharing(path).into_iter().map(|(name, value)| {
        let shown = answer.header(&name.to_ascii_lowercase());
        let is_well = shown
            .as_deref()
            .is_some_and(|shown| shown == value || shown == OTHER_SITE.1);
        (name, shown, is_well)
    });
    let headers: Vec<_> = headers.collect();
    let is_well = headers.iter().all(|(.., is_well)| *is_well);
    let shown = headers
        .into_iter()
        .filter_map(|(name, shown, _)| Some(format!("{name}: {}", shown?)));
    let found = shown.collect::<Vec<_>>().join(", ");
    Looked::new(Check::Sharing, path, is_well, found, line_for_sharing(path))
}

fn is_packed(path: &str, answer: &Answer) -> Looked {
    let encoding = answer.header("content-encoding").unwrap_or_default();
    let sent = answer.header("vary").unwrap_or_default();
    let vary = sent.to_ascii_lowercase();
    let is_encoded = ["br", "gzip", "zstd"].contains(&encoding.as_str());
    let varies = vary == "*" || vary.contains("accept-encoding");
    let found = [("Content-Encoding", &encoding), ("Vary", &sent)];
    let found = found.iter().filter(|(_, value)| !value.is_empty());
    let found: Vec<_> = found
        .map(|(name, value)| format!("{name}: {value}"))
        .collect();
    let found = found.join(", ");
    Looked::new(
        Check::Packed,
        path,
        is_encoded && varies,
        found,
        line_for_packed(),
    )
}

fn ranges(visit: &Visit<'_>, out: &mut Vec<Looked>) {
    let Some(path) = visit.parts.in_parts() else {
        return;
    };
    let Some(answer) = asked(visit, &path, &[("Range", "bytes=1-2")], Check::Range, out) else {
        return;
    };
    let range = answer.header("content-range").unwrap_or_default();
    let is_well = answer.status == 206 && range.starts_with("bytes 1-2/");
    let found = format!("{} {range}", answer.status).trim_end().to_owned();
    out.push(match answer.status {
        404 | 403 => Looked::untold(Check::Range, &path, found),
        _ => Looked::new(Check::Range, &path, is_well, found, Lines::default()),
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_types_that_browsers_take() {
        for (path, shown, expected) in [
            ("a.wasm", "application/wasm", true),
            ("a.wasm", "application/octet-stream", false),
            ("a.vtt", "text/vtt", true),
            ("a.vtt", "text/vtt; charset=utf-8", true),
            ("a.vtt", "text/plain", false),
            ("a.js", "application/javascript; charset=utf-8", true),
            ("a.js", "Text/JavaScript", true),
            ("a.js", "text/plain", false),
            ("a.webmanifest", "application/octet-stream", false),
            ("a.xml", "text/xml", true),
            ("a.css", "", false),
        ] {
            assert_eq!(fits(path, shown), expected, "{path} {shown}");
        }
    }

    #[test]
    fn reads_how_long_a_file_is_kept() {
        assert_eq!(
            seconds("public, max-age=31536000, immutable"),
            Some(31_536_000)
        );
        assert_eq!(seconds("max-age=0, must-revalidate"), Some(0));
        assert_eq!(seconds("no-cache"), None);
    }
}
