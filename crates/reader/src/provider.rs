//! The one table of addresses: which of them are videos and playlists, at which second they
//! begin, and what else they say.
//!
//! It goes by host and path, because neither says enough alone: `vimeo.com/event/5912345` is no
//! video although it ends in digits. What is not in the table stays a link. Whether an id can be
//! one is checked by [`VideoSource`].
//!
//! Addresses as the providers' pages and „Share“ buttons give them.

use nachlese_event::{Href, PlaylistProvider, Seconds, VideoSource, problem::Finding};

use super::cursor::Node;

/// Finds the video that an address leads to.
pub fn video_at(address: &str) -> Option<VideoSource> {
    read(address)?.video
}

/// Finds the playlist that an address leads to, and its id; the video that is played in a list
/// leads to it too.
pub fn list_at(address: &str) -> Option<(PlaylistProvider, String)> {
    read(address)?.list
}

/// The provider that an address belongs to, whatever it leads to there.
pub fn provider_at(address: &str) -> Option<&'static str> {
    Some(read(address)?.provider)
}

/// Whether an address belongs to another provider than the file says; if so, it is reported.
pub(super) fn is_others(node: Node<'_>, provider: &'static str, address: &str) -> bool {
    let found = provider_at(address).filter(|found| *found != provider);
    if let Some(found) = found {
        node.report(Finding::OtherProvider { provider, found });
    }
    found.is_some()
}

/// Takes a file, with the second that its address names (`talk.mp4#t=90`, W3C Media Fragments).
pub fn file_at(url: Href, media_type: Option<String>) -> VideoSource {
    let (file, mark) = cut(url.as_str(), b"#");
    let start = parameter(mark, "t").and_then(second);
    match start.zip(Href::new(file).ok()) {
        Some((start, file)) => VideoSource::file(file, media_type).starting_at(start),
        None => VideoSource::file(url, media_type),
    }
}

/// The paths of videos and lists, each behind the sort of host that it is at: `b` is youtu.be,
/// `y` YouTube else, `v` Vimeo, `p` any other; `l` are lists on any other.
///
/// `$` stands for the id, `#` for the hash, `*` for anything, `=v` for the id in that parameter.
const PATHS: &str = "b/$ y/=v y/watch/=v y/watch/$ y/v/$ y/e/$ y/embed/$ y/shorts/$ y/live/$ \
    v/$ v/$/# v/video/$ v/channels/*/$ v/groups/*/videos/$ v/album/*/video/$ v/album/*/=video \
    v/showcase/*/video/$ v/showcase/*/=video p/w/$ p/videos/watch/$ p/videos/embed/$ \
    l/w/p/$ l/videos/watch/playlist/$ l/video-playlists/embed/$";

/// What an address leads to at a provider.
struct Found {
    provider: &'static str,
    video: Option<VideoSource>,
    list: Option<(PlaylistProvider, String)>,
}

/// Reads an address of a known provider, or of a video or playlist on any PeerTube server.
#[inline(never)]
fn read(address: &str) -> Option<Found> {
    let mut address = decoded(address.trim().trim_start_matches('/'));
    if !cut(&address, b":/?").1.starts_with("://") {
        // As people write and say them.
        address.insert_str(0, "https://");
    }
    let host_start = cut(&address, b":").0.len() + 3;
    let host_end = host_start + cut(&address[host_start..], b"/?&#;").0.len();
    address[..host_end].make_ascii_lowercase();
    let (origin, rest) = address.split_at(host_end);
    if !matches!(&origin[..host_start], "https://" | "http://") {
        return None;
    }
    let (path, query) = cut(rest, MARKS);
    let host = &origin[host_start..];
    let (subdomain, domain) = cut(host, b".");
    let domain = match subdomain {
        "www" | "m" | "music" | "gaming" | "player" => domain.get(1..)?,
        _ => host,
    };
    let (site, provider) = match domain {
        "youtu.be" => ("b", "youtube"),
        "youtube.com" | "youtube-nocookie.com" => ("y", "youtube"),
        "vimeo.com" => ("v", "vimeo"),
        // A user's name in front would make another host of it for those who read in haste.
        _ if cut(host, b"@").1.is_empty() => ("p", "peertube"),
        _ => return None,
    };
    let mut found = Found {
        provider,
        video: None,
        list: None,
    };
    let mut list = None;
    if provider == "youtube" {
        list = parameter(query, "list").map(|id| (PlaylistProvider::YouTube, id));
    }
    let mut patterns = PATHS;
    while !patterns.is_empty() && found.video.is_none() {
        let (pattern, further) = cut(patterns, b" ");
        patterns = further.get(1..).unwrap_or_default();
        let (kind, pattern) = cut(pattern, b"/");
        let is_list = kind == "l" && site == "p";
        let ids = matched(pattern, path, query).filter(|_| is_list || kind == site);
        let Some((id, hash)) = ids else { continue };
        match site {
            "v" => found.video = vimeo(id, hash, query),
            "p" if !is_peertube_id(id) => {}
            "p" if is_list => list = Some((PlaylistProvider::PeerTube, id)),
            "p" => found.video = VideoSource::peertube(&Href::new(origin).ok()?, id),
            _ => found.video = VideoSource::youtube(id),
        }
    }
    if let Some((provider, id)) = list.filter(|(provider, id)| provider.is_list_id(id)) {
        found.list = Some((provider, id.to_owned()));
    }
    if site == "p" && found.video.is_none() && found.list.is_none() {
        return None;
    }
    let mut starts = ["t", "start", "time_continue"].iter();
    let start = starts.find_map(|name| second(parameter(query, name)?));
    found.video = found
        .video
        .map(|video| video.starting_at(start.unwrap_or_default()));
    Some(found)
}

/// The id and the hash in a path, if it is like the pattern.
fn matched<'a>(mut pattern: &str, mut path: &'a str, query: &'a str) -> Option<(&'a str, &'a str)> {
    let (mut id, mut hash) = ("", "");
    while !pattern.is_empty() {
        let (wanted, further) = step(pattern);
        pattern = further;
        if let Some(name) = wanted.strip_prefix('=') {
            id = parameter(query, name)?;
            continue;
        }
        let (found, further) = step(path);
        path = further;
        match wanted {
            "$" => id = found,
            "#" => hash = found,
            "*" => {}
            _ if wanted == found => {}
            _ => return None,
        }
    }
    step(path).0.is_empty().then_some((id, hash))
}

/// The first step of a path, and the others.
#[inline(never)]
fn step(path: &str) -> (&str, &str) {
    cut(path.trim_start_matches('/'), b"/")
}

/// A hash that stands in the path must be one: there may also be the name of another page about
/// the video.
fn vimeo(id: &str, hash: &str, query: &str) -> Option<VideoSource> {
    let video = VideoSource::vimeo(id)?;
    if !hash.is_empty() {
        return video.with_hash(hash);
    }
    match parameter(query, "h") {
        Some(hash) if VideoSource::is_hash(hash) => video.with_hash(hash),
        _ => Some(video),
    }
}

/// Whether an id is a UUID, or the short form of one: 22 letters and digits. On any host a looser
/// rule would take pages of others: the title of a wiki's page that is as long has no digits, but
/// letters that short forms do without.
fn is_peertube_id(id: &str) -> bool {
    let (mut digits, mut alike, mut dashes, mut others) = (0, 0, 0, 0);
    for (at, byte) in id.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => digits += 1,
            b'-' if matches!(at, 8 | 13 | 18 | 23) => dashes += 1,
            b'O' | b'I' | b'l' => alike += 1,
            b'A'..=b'Z' | b'a'..=b'z' => {}
            _ => others += 1,
        }
    }
    match id.len() {
        22 => dashes + others == 0 && (digits > 0 || alike == 0),
        36 => dashes == 4 && others == 0,
        _ => false,
    }
}

/// Reads a second as providers write them: `90`, `90s`, `1h2m3s`, `1:02:03`; fractions and what
/// follows a comma are cut off.
fn second(text: &str) -> Option<Seconds> {
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

/// What stands before and between parameters. People join further ones with a second `?`, or an
/// `&` where a `?` belongs; PeerTube puts a comment's number behind a `;`.
const MARKS: &[u8] = b"?&#;";

/// The value of a parameter, in the query or the fragment.
#[inline(never)]
fn parameter<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = query;
    while !rest.is_empty() {
        let (pair, further) = cut(&rest[1..], MARKS);
        let (key, value) = cut(pair, b"=");
        if key == name && !value.is_empty() {
            return Some(&value[1..]);
        }
        rest = further;
    }
    None
}

/// Cuts a text in front of the first of some ASCII characters. By hand: std's ways are made anew
/// for every sort of pattern, and readers would have to download them.
#[inline(never)]
fn cut<'a>(text: &'a str, marks: &[u8]) -> (&'a str, &'a str) {
    let at = text.bytes().position(|byte| marks.contains(&byte));
    text.split_at(at.unwrap_or(text.len()))
}

/// The address with what was percent-encoded, which some programs do with `?v=` too.
fn decoded(address: &str) -> String {
    let mut out = String::new();
    for (name, value) in form_urlencoded::parse(address.as_bytes()) {
        out += &name;
        if !value.is_empty() {
            out += "=";
            out += &value;
        }
        out += "&";
    }
    out.pop();
    out
}
