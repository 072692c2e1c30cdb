//! What a deployed folder holds, as far as its own page and its event tell.

use nachlese_reader::own::read_own;
use nachlese_site::headers::Policy;

use super::address::Address;
use crate::{
    deployed::Parts,
    http::{Answer, Client, Trouble},
    prerender::shell::Shell,
};

/// A folder that answers.
pub(super) struct Visit<'a> {
    pub(super) client: &'a Client,
    pub(super) address: Address,
    /// Where the address that was given led to, if to another one of the same host.
    pub(super) led: bool,
    /// The page at the folder's address.
    pub(super) page: Answer,
    /// What is looked at.
    pub(super) parts: Parts,
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
            parts: Parts::of(&shell, event.as_ref()),
            policy: event.as_ref().map(Policy::of).unwrap_or_default(),
        })
    }
}
