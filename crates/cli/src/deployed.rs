//! The parts of a deployed folder that show what its host does: for `doctor` and `host-check.html`.

use nachlese_event::{Event, Href, Recording, VideoSource};
use nachlese_site::headers::is_hashed;

use super::prerender::shell::Shell;

/// Nothing has these names.
pub(super) const NOWHERE: &str = "nachlese-doctor-looks-for-nothing/";
pub(super) const OLD: &str = "boot-0000000000000000.js";

/// The directive of the policy without which the page only cannot be installed.
pub(super) const OPTIONAL: &str = "manifest-src";

/// Files that most sites have, one for each type.
const USUAL: [&str; 4] = [
    "manifest.webmanifest",
    "event.ics",
    "sitemap.xml",
    "embed.js",
];

/// Paths of files and pages, from the root of the folder.
pub(super) struct Parts {
    /// Files with a hash in their name that the page needs.
    pub(super) hashed: Vec<String>,
    /// The event's file.
    event: String,
    /// A talk's page, without its slash.
    pub(super) talk: Option<String>,
    /// A recording that is a file of the folder.
    recording: Option<String>,
    /// Captions that are a file of the folder.
    captions: Option<String>,
}

impl Parts {
    /// The parts of a folder whose pages open with this event.
    pub(super) fn of(shell: &Shell, event: Option<&Event>) -> Self {
        let assets = shell.assets.iter();
        let paths = assets.map(|tag| match tag.get("href") {
            "" => tag.get("src").to_owned(),
            href => href.to_owned(),
        });
        let mut hashed: Vec<_> = paths.filter(|path| is_hashed(path)).collect();
        hashed.sort();
        hashed.dedup();
        let recordings = || {
            let talks = event.into_iter().flat_map(|event| &event.talks);
            talks.filter_map(|talk| talk.recording.as_ref())
        };
        let file = |source: &VideoSource| match source {
            VideoSource::File { url, .. } => beside(&shell.event, url),
            _ => None,
        };
        let movie = |recording: &Recording| recording.sources.iter().find_map(file);
        let words = |recording: &Recording| {
            let mut all = recording.captions.iter();
            all.find_map(|captions| beside(&shell.event, &captions.url))
        };
        let talk = event.and_then(|event| event.talks.first());
        Self {
            hashed,
            event: shell.event.clone(),
            talk: talk.map(|talk| format!("talk/{}", talk.id)),
            recording: recordings().find_map(movie),
            captions: recordings().find_map(words),
        }
    }

    /// Files of all types.
    pub(super) fn files(&self) -> Vec<String> {
        let hashed = ["js", "css", "wasm"]
            .into_iter()
            .filter_map(|it| self.hashed_with(it));
        let usual = USUAL.map(str::to_owned);
        let own = [self.event.clone()]
            .into_iter()
            .chain(self.captions.clone());
        hashed.chain(usual).chain(own).collect()
    }

    /// Files of which packed copies lie beside them.
    pub(super) fn packed(&self) -> Vec<String> {
        let all = ["js", "wasm"].into_iter();
        all.filter_map(|ending| self.hashed_with(ending)).collect()
    }

    /// A file of which a part is asked for. Without a recording another one shows what the host
    /// can do.
    pub(super) fn in_parts(&self) -> Option<String> {
        self.recording.clone().or_else(|| self.hashed_with("wasm"))
    }

    fn hashed_with(&self, ending: &str) -> Option<String> {
        let mut all = self.hashed.iter();
        all.find(|path| path.rsplit('.').next() == Some(ending))
            .cloned()
    }
}

/// The path of a file that the event names, if it is in the folder.
fn beside(event: &str, file: &Href) -> Option<String> {
    let path = file.as_str().trim_start_matches("./");
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let is_elsewhere = path.contains(':') || path.starts_with(['/', '.']);
    let folder = event.rsplit_once('/').map_or("", |(folder, _)| folder);
    let below = format!("{folder}/{path}")
        .trim_start_matches('/')
        .to_owned();
    (!is_elsewhere && !path.is_empty()).then_some(below)
}
