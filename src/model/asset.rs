//! Where an event's pictures, captions and videos lie.

use super::Href;

/// The folder of the event's file, against which its relative addresses are resolved.
///
/// Empty (the page's own folder), relative (`events/x/`) or absolute (`https://host/events/x/`);
/// always with a `/` at the end unless empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssetBase(String);

impl AssetBase {
    /// The folder of a file's address.
    #[must_use]
    pub fn of(file: &str) -> Self {
        let path = file.split(['?', '#']).next().unwrap_or_default();
        let end = path.rfind('/').map_or(0, |at| at + 1);
        Self(path[..end].to_owned())
    }

    /// The address from which the page loads `href`.
    #[must_use]
    pub fn resolve(&self, href: &Href) -> String {
        let text = href.as_str();
        if !href.is_relative() || text.starts_with(['#', '?']) {
            text.to_owned()
        } else if text.starts_with('/') {
            let origin = Href::new(&self.0)
                .ok()
                .and_then(|base| base.origin().map(str::to_owned));
            origin.unwrap_or_default() + text
        } else {
            format!("{}{text}", self.0)
        }
    }

    /// Whether loading `href` would contact another host than the event's own file did.
    #[must_use]
    pub fn is_foreign(&self, href: &Href) -> bool {
        let own = Href::new(&self.0).ok();
        href.origin()
            .is_some_and(|origin| own.as_ref().and_then(Href::origin) != Some(origin))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resolves_against_the_events_folder() {
        for (file, href, expected) in [
            ("events/x/event.json", "panel.svg", "events/x/panel.svg"),
            ("events/x/event.json?v=1/2", "../y.png", "events/x/../y.png"),
            ("event.json", "a.mp4", "a.mp4"),
            (
                "https://a.example/e/event.json",
                "a.mp4",
                "https://a.example/e/a.mp4",
            ),
            (
                "https://a.example/e/event.json",
                "/a.mp4",
                "https://a.example/a.mp4",
            ),
            ("events/x/event.json", "/a.mp4", "/a.mp4"),
            (
                "events/x/event.json",
                "https://b.example/a.mp4",
                "https://b.example/a.mp4",
            ),
        ] {
            let href = Href::new(href).unwrap();
            assert_eq!(AssetBase::of(file).resolve(&href), expected);
        }
    }

    #[test]
    fn knows_which_addresses_are_foreign() {
        for (file, href, foreign) in [
            ("events/x/event.json", "a.mp4", false),
            ("events/x/event.json", "https://b.example/a.mp4", true),
            (
                "https://a.example/event.json",
                "https://a.example/a.mp4",
                false,
            ),
            (
                "https://a.example/event.json",
                "https://b.example/a.mp4",
                true,
            ),
            ("https://a.example/event.json", "a.mp4", false),
        ] {
            assert_eq!(
                AssetBase::of(file).is_foreign(&Href::new(href).unwrap()),
                foreign
            );
        }
    }
}
