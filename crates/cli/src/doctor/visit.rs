//! What a deployed folder holds, as far as its own page and its event tell.

use nachlese_event::{Event, VideoSource};
use nachlese_reader::own::read_own;
use nachlese_site::headers::Policy;

use super::{
    address::Address,
    http::{Answer, Client, Trouble},
};
use crate::prerender::shell::Shell;

/// A folder that answers.
pub(super) struct Visit<'a> {
    pub(super) client: &'a Client,
    pub(super) address: Address,
    /// Where the address that was given led to, if to another one of the same host.
    pub(super) led: bool,
    /// The page at the folder's address.
    pub(super) page: Answer,
    shell: Shell,
    /// The event, if it could be read.
    event: Option<Event>,
    /// What its pages need.
    pub(super) policy: Policy,
}

/// Why there is nothing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Nothing {
    Trouble(Trouble),
    /// The address leads to another host.
    Elsewhere(String),
    /// The host answers with this status.
    Status(u16),
    /// There is a page, but none of this program.
    NoPage,
}

impl<'a> Visit<'a> {
    /// Opens the page at an address.
    pub(super) fn start(client: &'a Client, given: &Address) -> Result<Self, Nothing> {
        let mut address = given.clone();
        let mut page = client.get(&address.whole()).map_err(Nothing::Trouble)?;
        // To HTTPS, or to the folder of the first language.
        for _ in 0..2 {
            let Some(location) = page.header("location").filter(|_| page.status / 100 == 3) else {
                break;
            };
            let there = address.led_to(&location);
            let host = |origin: &str| {
                let host = origin.split_once("://").map_or(origin, |(_, host)| host);
                host.split(':').next().unwrap_or_default().to_owned()
            };
            let there = there.filter(|there| host(&there.origin) == host(&address.origin));
            let Some(there) = there else {
                return Err(Nothing::Elsewhere(location));
            };
            address = there;
            page = client.get(&address.whole()).map_err(Nothing::Trouble)?;
        }
        if page.status != 200 {
            return Err(Nothing::Status(page.status));
        }
        let html = String::from_utf8_lossy(&page.body);
        let shell = Shell::read(&html).ok_or(Nothing::NoPage)?;
        let text = address
            .file(&shell.event)
            .and_then(|event| client.get(&event).ok())
            .filter(|answer| answer.status == 200)
            .map(|answer| String::from_utf8_lossy(&answer.body).into_owned());
        let event = text.and_then(|text| Some(read_own(&text).ok()??.0));
        Ok(Self {
            client,
            led: address != *given,
            address,
            page,
            shell,
            policy: event.as_ref().map(Policy::of).unwrap_or_default(),
            event,
        })
    }

    /// The files with a hash in their name that the page needs.
    pub(super) fn hashed(&self) -> Vec<String> {
        let assets = self.shell.assets.iter();
        let paths = assets.map(|tag| match tag.get("href") {
            "" => tag.get("src").to_owned(),
            href => href.to_owned(),
        });
        let mut paths: Vec<_> = paths
            .filter(|path| nachlese_site::headers::is_hashed(path))
            .collect();
        paths.sort();
        paths.dedup();
        paths
    }

    /// The first of them with this ending.
    pub(super) fn hashed_with(&self, ending: &str) -> Option<String> {
        let mut all = self.hashed().into_iter();
        all.find(|path| path.rsplit('.').next() == Some(ending))
    }

    /// The path of the event's file.
    pub(super) fn event_path(&self) -> &str {
        &self.shell.event
    }

    /// The address of a talk's page, without its slash.
    pub(super) fn talk_path(&self) -> Option<String> {
        let talk = self.event.as_ref()?.talks.first()?;
        Some(format!("talk/{}", talk.id))
    }

    /// A recording that is a file of the folder.
    pub(super) fn recording(&self) -> Option<String> {
        let talks = self.event.as_ref()?.talks.iter();
        let recordings = talks.filter_map(|talk| talk.recording.as_ref());
        let mut sources = recordings.flat_map(|recording| &recording.sources);
        sources.find_map(|source| match source {
            VideoSource::File { url, .. } => self.beside_event(url.as_str()),
            _ => None,
        })
    }

    /// Captions that are a file of the folder.
    pub(super) fn captions(&self) -> Option<String> {
        let talks = self.event.as_ref()?.talks.iter();
        let recordings = talks.filter_map(|talk| talk.recording.as_ref());
        let mut captions = recordings.flat_map(|recording| &recording.captions);
        captions.find_map(|captions| self.beside_event(captions.url.as_str()))
    }

    fn beside_event(&self, path: &str) -> Option<String> {
        let folder = self
            .shell
            .event
            .rsplit_once('/')
            .map_or("", |(folder, _)| folder);
        let path = path.trim_start_matches("./");
        let below = (!path.starts_with("..")).then(|| format!("{folder}/{path}"))?;
        let below = below.trim_start_matches('/').to_owned();
        self.address.file(path).map(|_| below)
    }
}
