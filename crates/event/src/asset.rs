//! Where an event's pictures, captions and videos are stored.

use std::sync::Arc;

use super::Href;

/// The folder of the event's file, against which its relative addresses are resolved.
///
/// Empty (the page's own folder), relative (`events/x/`) or absolute (`https://host/events/x/`).
/// It ends in `/` unless it is empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AssetBase {
    folder: String,
    /// The files that the page contains itself: a line each, with path, tab and address.
    carried: Option<Arc<str>>,
}

impl AssetBase {
    /// The folder of a file's address.
    #[must_use]
    pub fn of(file: &str) -> Self {
        let path = file.split(['?', '#']).next().unwrap_or_default();
        let end = path.rfind('/').map_or(0, |at| at + 1);
        Self {
            folder: path[..end].to_owned(),
            carried: None,
        }
    }

    /// The same for a page that contains files itself: a line each, with path, tab and address.
    /// Other files of the event can at best be on the web.
    #[must_use]
    pub fn carrying(self, files: &str) -> Self {
        let carried = Some(files.into());
        Self { carried, ..self }
    }

    /// The address from which the page loads `href`, or `None` if it is not known.
    #[must_use]
    #[inline(never)]
    pub fn resolve(&self, href: &Href) -> Option<String> {
        let text = href.as_str();
        if !href.is_relative() || text.starts_with(['#', '?']) {
            return Some(text.to_owned());
        }
        if let Some(address) = self.find_carried(href) {
            return Some(address);
        }
        let origin = self.origin();
        if self.carried.is_some() && origin.is_none() {
            return None;
        }
        let folder = if text.starts_with('/') {
            origin.unwrap_or_default()
        } else {
            self.folder.clone()
        };
        Some(folder + text)
    }

    /// Whether the page contains files itself, but not this one.
    #[must_use]
    pub fn is_left_out(&self, href: &Href) -> bool {
        self.carried.is_some() && href.is_relative() && self.find_carried(href).is_none()
    }

    /// Whether loading `href` would contact another host than the event's own file did.
    #[must_use]
    #[inline(never)]
    pub fn is_foreign(&self, href: &Href) -> bool {
        let is_elsewhere = |origin| self.origin().as_deref() != Some(origin);
        self.is_left_out(href) || href.origin().map_or(!href.is_relative(), is_elsewhere)
    }

    /// Scheme and host of the folder, if it is on another one than the page.
    fn origin(&self) -> Option<String> {
        let folder = Href::new(&self.folder).ok()?;
        folder.origin().map(str::to_owned)
    }

    #[inline(never)]
    fn find_carried(&self, href: &Href) -> Option<String> {
        let text = href.as_str();
        let (path, place) = text.split_at(text.find('#').unwrap_or(text.len()));
        let mut files = self.carried.as_ref()?.split('\n');
        let address = files.find_map(|line| line.strip_prefix(path)?.strip_prefix('\t'))?;
        Some(address.to_owned() + place)
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
            assert_eq!(
                AssetBase::of(file).resolve(&href).as_deref(),
                Some(expected)
            );
        }
    }

    #[test]
    fn finds_the_files_that_the_page_carries() {
        let files = "a.svg\tblob:1\nlegal.html\tblob:2\n";
        for (file, href, expected, is_left_out) in [
            ("event.json", "a.svg", Some("blob:1"), false),
            ("event.json", "legal.html#x", Some("blob:2#x"), false),
            ("event.json", "a.sv", None, true),
            ("event.json", "/a.svg", None, true),
            (
                "event.json",
                "https://b.example/c",
                Some("https://b.example/c"),
                false,
            ),
            (
                "https://a.example/e/event.json",
                "b.mp4",
                Some("https://a.example/e/b.mp4"),
                true,
            ),
        ] {
            let base = AssetBase::of(file).carrying(files);
            let href = Href::new(href).unwrap();
            assert_eq!(base.resolve(&href).as_deref(), expected, "{href}");
            assert_eq!(base.is_left_out(&href), is_left_out, "{href}");
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
            ("events/x/event.json", "a?x=http://b.example", false),
            ("events/x/event.json", "mailto:a@b.example", true),
        ] {
            assert_eq!(
                AssetBase::of(file).is_foreign(&Href::new(href).unwrap()),
                foreign
            );
        }
    }
}
