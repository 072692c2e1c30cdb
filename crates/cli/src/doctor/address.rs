//! The address of a deployed folder, and what is below it.

use std::path::Path;

use nachlese_event::Href;

/// The address of a folder, with its final slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Address {
    /// `https://a.example:8443`.
    pub(super) origin: String,
    /// The path with slashes around it: `/a/b/`.
    pub(super) path: String,
}

impl Address {
    /// Reads an address as people give it, with or without the final slash or `index.html`. Search
    /// and fragment are left out.
    pub(super) fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = if text.contains("://") {
            text.to_owned()
        } else {
            format!("https://{text}")
        };
        let href = Href::new(&text).ok()?;
        let is_web = text.starts_with("https://") || text.starts_with("http://");
        // A name before the host could make a reader believe that it is another one.
        let is_host = |origin: &&str| is_web && !origin.contains('@');
        let origin = href.origin().filter(is_host)?.to_owned();
        let rest = text.get(origin.len()..)?;
        let path = rest.split(['?', '#']).next().unwrap_or_default();
        // A page of the folder stands for it.
        let folder = match path.rsplit_once('/') {
            Some((folder, page)) if Path::new(page).extension().is_some() => folder,
            _ => path,
        };
        Some(Self {
            origin,
            path: format!("{}/", folder.trim_end_matches('/')),
        })
    }

    /// The whole address.
    pub(super) fn whole(&self) -> String {
        format!("{}{}", self.origin, self.path)
    }

    /// The address of a file of the folder, by the path that a page or the event gives. Nothing for
    /// files elsewhere.
    pub(super) fn file(&self, path: &str) -> Option<String> {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        let is_elsewhere = path.contains(':') || path.starts_with('/') || path.contains('\\');
        (!is_elsewhere).then(|| self.whole() + path.trim_start_matches("./"))
    }

    /// The address that an answer leads to.
    pub(super) fn led_to(&self, location: &str) -> Option<Self> {
        if location.contains("://") {
            return Self::new(location);
        }
        let path = location.strip_prefix('/')?;
        Self::new(&format!("{}/{path}", self.origin))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_addresses_as_people_give_them() {
        for (text, expected) in [
            ("https://a.example", "https://a.example/"),
            ("a.example/b", "https://a.example/b/"),
            (
                " http://a.example:8080/a/b/index.html?lang=de#x ",
                "http://a.example:8080/a/b/",
            ),
            ("https://a.example/b/?q=1", "https://a.example/b/"),
            ("http://127.0.0.1:80", "http://127.0.0.1:80/"),
            ("ftp://a.example/", ""),
            ("mailto:a@a.example", ""),
            ("https://a.example@b.example/", ""),
            ("https://", ""),
            ("", ""),
        ] {
            let found = Address::new(text).map(|address| address.whole());
            assert_eq!(found.unwrap_or_default(), expected, "{text}");
        }
    }

    #[test]
    fn stays_in_the_folder() {
        let address = Address::new("https://a.example/b").unwrap();
        let file = |path| address.file(path).unwrap_or_default();
        assert_eq!(file("./x-1.js?y"), "https://a.example/b/x-1.js");
        assert_eq!(file("https://b.example/x"), "");
        assert_eq!(file("//b.example/x"), "");
        let led = |to| {
            address
                .led_to(to)
                .map(|there| there.whole())
                .unwrap_or_default()
        };
        assert_eq!(led("/b/"), "https://a.example/b/");
        assert_eq!(led("https://b.example/"), "https://b.example/");
    }
}
