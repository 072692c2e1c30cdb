//! The one table of addresses: which of them are videos and playlists, at which second they
//! begin, and what else they say.
//!
//! It goes by host and path, because neither says enough alone: `vimeo.com/event/5912345` is no
//! video although it ends in digits. What is not in the table stays a link. Whether an id can be
//! one is checked by [`VideoSource`].
//!
//! Addresses as their pages and „Share“ buttons give them; PeerTube's by `client/src/app` and
//! `server/core/controllers/client.ts` of its repository, read on 2026-11-29.

use super::cursor::Node;
use crate::{
    model::{Href, PlaylistProvider, Seconds, VideoSource},
    problem::Finding,
};

/// Finds the video that an address leads to.
pub(crate) fn video_at(address: &str) -> Option<VideoSource> {
    let address = decoded(address);
    let page = Page::of(&address)?;
    let video = match page.site {
        Site::YouTube => page.youtube(),
        Site::Vimeo => page.vimeo(),
        Site::Any => page.peertube(),
    };
    Some(video?.starting_at(page.start()))
}

/// Takes a file, with the second that its address names (`talk.mp4#t=90`, W3C Media Fragments).
pub(crate) fn file_at(url: Href, media_type: Option<String>) -> VideoSource {
    let split = url.as_str().split_once('#');
    let start = split.and_then(|(file, mark)| {
        let mut marks = mark.split('&');
        let start = marks.find_map(|mark| second(mark.strip_prefix("t=")?))?;
        Some((Href::new(file).ok()?, start))
    });
    match start {
        Some((file, start)) => VideoSource::file(file, media_type).starting_at(start),
        None => VideoSource::file(url, media_type),
    }
}

/// Finds the playlist that an address leads to, its id and the address in full; the video that
/// is played in a list leads to it too.
pub(crate) fn list_at(address: &str) -> Option<(PlaylistProvider, String, Href)> {
    let address = decoded(address);
    let page = Page::of(&address)?;
    let (provider, id) = match (&page.site, page.parts.as_slice()) {
        (Site::YouTube, _) => (PlaylistProvider::YouTube, page.parameter("list")?),
        (
            Site::Any,
            ["w", "p", id] | ["videos", "watch", "playlist", id] | ["video-playlists", "embed", id],
        ) if is_peertube_id(id) => (PlaylistProvider::PeerTube, *id),
        _ => return None,
    };
    let address = Href::new(&format!("{}://{}", page.scheme, page.rest)).ok()?;
    provider
        .is_list_id(id)
        .then(|| (provider, id.to_owned(), address))
}

/// The provider that an address belongs to, whatever it leads to there.
pub(crate) fn provider_at(address: &str) -> Option<&'static str> {
    match Page::of(address)?.site {
        Site::YouTube => Some("youtube"),
        Site::Vimeo => Some("vimeo"),
        Site::Any => {
            let video = video_at(address).map(|video| video.provider());
            video.or_else(|| list_at(address).map(|(provider, ..)| provider.as_str()))
        }
    }
}

/// Whether an address belongs to another provider than the file says; if so, it is reported.
pub(super) fn is_others(node: Node<'_>, provider: &'static str, address: &str) -> bool {
    let found = provider_at(address).filter(|found| *found != provider);
    if let Some(found) = found {
        node.report(Finding::OtherProvider { provider, found });
    }
    found.is_some()
}

/// Reads a second as providers write them: `90`, `90s`, `1h2m3s`, `1:02:03`; fractions and what
/// follows a comma are cut off.
pub(crate) fn second(text: &str) -> Option<Seconds> {
    let (mut total, mut number) = (0_u32, 0_u32);
    for byte in text.bytes() {
        let factor = match byte {
            b'0'..=b'9' => {
                number = number
                    .saturating_mul(10)
                    .saturating_add(u32::from(byte - b'0'));
                continue;
            }
            b'h' | b'H' => 3_600,
            b'm' | b'M' => 60,
            b's' | b'S' => 1,
            b':' => {
                // The part before counts as minutes of the next one.
                total = total.saturating_add(number).saturating_mul(60);
                0
            }
            b'.' | b',' => break,
            _ => return None,
        };
        total = total.saturating_add(number.saturating_mul(factor));
        number = 0;
    }
    let total = total.saturating_add(number);
    // As long as any position may be.
    (total <= 360_000).then_some(Seconds(total))
}

enum Site {
    YouTube,
    Vimeo,
    /// Any other host may be a PeerTube server.
    Any,
}

/// An address, cut into what the table asks for.
struct Page<'a> {
    site: Site,
    scheme: &'a str,
    /// What follows the scheme.
    rest: &'a str,
    host: &'a str,
    /// The steps of the path.
    parts: Vec<&'a str>,
    /// What follows the path.
    query: &'a str,
}

impl<'a> Page<'a> {
    fn of(address: &'a str) -> Option<Self> {
        let address = address.trim();
        let (scheme, rest) = match address.split_once("://") {
            Some((scheme, rest)) if !scheme.contains('/') => (scheme, rest),
            // As people write and say them.
            _ => ("https", address.trim_start_matches('/')),
        };
        if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
            return None;
        }
        // People join further parameters with a second `?`, or an `&` where a `?` belongs;
        // PeerTube puts a comment's number behind a `;`.
        let end = rest.find(MARKS).unwrap_or(rest.len());
        let (path, query) = rest.split_at(end);
        let mut steps = path.split('/');
        let host = steps.next()?;
        let parts = steps.filter(|step| !step.is_empty()).collect();
        Some(Self {
            site: site(host),
            scheme,
            rest,
            host,
            parts,
            query,
        })
    }

    /// The value of a parameter, in the query or the fragment.
    fn parameter(&self, name: &str) -> Option<&'a str> {
        let mut pairs = self.query.split(MARKS);
        pairs.find_map(|pair| pair.strip_prefix(name)?.strip_prefix('='))
    }

    fn start(&self) -> Seconds {
        let mut values = ["t", "start", "time_continue"].iter();
        let start = values.find_map(|name| second(self.parameter(name)?));
        start.unwrap_or_default()
    }

    fn youtube(&self) -> Option<VideoSource> {
        VideoSource::youtube(match self.parts.as_slice() {
            [] | ["watch"] => self.parameter("v")?,
            [id] if self.host.to_ascii_lowercase().ends_with("youtu.be") => id,
            ["watch" | "v" | "e" | "embed" | "shorts" | "live", id] => id,
            _ => return None,
        })
    }

    fn vimeo(&self) -> Option<VideoSource> {
        let id: &str = match self.parts.as_slice() {
            [id]
            | ["video", id]
            | ["channels", _, id]
            | ["groups", _, "videos", id]
            | ["album" | "showcase", _, "video", id] => id,
            ["album" | "showcase", _] => self.parameter("video")?,
            // Behind an id may also stand the name of another page about the video.
            [id, hash] => return VideoSource::vimeo(id)?.with_hash(hash),
            _ => return None,
        };
        let video = VideoSource::vimeo(id)?;
        let hash = self.parameter("h");
        let unlisted = hash.and_then(|hash| video.clone().with_hash(hash));
        Some(unlisted.unwrap_or(video))
    }

    fn peertube(&self) -> Option<VideoSource> {
        let (["w", id] | ["videos", "watch" | "embed", id]) = self.parts.as_slice() else {
            return None;
        };
        // A user's name in front would make another host of it for those who read in haste.
        let is_one = is_peertube_id(id) && !self.host.contains('@');
        let host = format!("{}://{}", self.scheme, self.host).to_ascii_lowercase();
        let host = Href::new(&host).ok()?;
        is_one.then(|| VideoSource::peertube(&host, id)).flatten()
    }
}

/// What stands before and between parameters.
const MARKS: [char; 4] = ['?', '&', '#', ';'];

fn site(host: &str) -> Site {
    let host = host.to_ascii_lowercase();
    let mut subdomains = ["www.", "m.", "music.", "gaming.", "player."].iter();
    let domain = subdomains.find_map(|name| host.strip_prefix(name));
    match domain.unwrap_or(&host) {
        "youtube.com" | "youtube-nocookie.com" | "youtu.be" => Site::YouTube,
        "vimeo.com" => Site::Vimeo,
        _ => Site::Any,
    }
}

/// Whether an id is a UUID, or the short form of one: 22 letters and digits. On any host a looser
/// rule would take pages of others: the title of a wiki's page that is as long has no digits, but
/// letters that short forms do without.
fn is_peertube_id(id: &str) -> bool {
    let any = |is_one: fn(u8) -> bool| id.bytes().any(is_one);
    match id.len() {
        22 => {
            !any(|byte| !byte.is_ascii_alphanumeric())
                && (any(|byte| byte.is_ascii_digit()) || !any(|byte| b"OIl".contains(&byte)))
        }
        36 => id.bytes().zip(0..).all(|(byte, at)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        }),
        _ => false,
    }
}

/// The address with what was percent-encoded, which some programs do with `?v=` too.
fn decoded(address: &str) -> String {
    let mut parts = address.split('%');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let code = part
            .get(..2)
            .and_then(|hex| u8::from_str_radix(hex, 16).ok());
        if let Some(byte) = code.filter(u8::is_ascii_graphic) {
            out.push(char::from(byte));
            out.push_str(&part[2..]);
        } else {
            out.push('%');
            out.push_str(part);
        }
    }
    out
}

#[cfg(test)]
mod tests;
