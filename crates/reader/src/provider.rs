//! The table of video addresses: which ones are videos or playlists, at which second they begin,
//! and what else they say.
//!
//! The table looks at host and path together, because neither is enough alone:
//! `vimeo.com/event/5912345` is not a video although it ends in digits. An address that is not in
//! the table stays a link. [`VideoSource`] checks whether an id is possible.
//!
//! The table has the addresses that the providers' pages and “Share” buttons give.

use nachlese_event::{Href, PlaylistProvider, Seconds, VideoSource, problem::Finding};

use super::cursor::Node;

/// Finds the video that an address leads to.
pub fn video_at(address: &str) -> Option<VideoSource> {
    read(address)?.video
}

/// Finds the playlist that an address leads to, and its id. The address of a video within a list
/// leads to the list too.
pub fn list_at(address: &str) -> Option<(PlaylistProvider, String)> {
    read(address)?.list
}

/// The provider that an address belongs to, whichever page it leads to.
pub fn provider_at(address: &str) -> Option<&'static str> {
    Some(read(address)?.provider)
}

/// Whether an address belongs to another provider than the file says. If so, this is reported.
pub(super) fn is_others(node: Node<'_>, provider: &'static str, address: &str) -> bool {
    let found = provider_at(address).filter(|found| *found != provider);
    if let Some(found) = found {
        node.report(Finding::OtherProvider { provider, found });
    }
    found.is_some()
}

/// Reads a file, with the second that its address gives (`talk.mp4#t=90`, W3C Media Fragments).
pub fn file_at(url: Href, media_type: Option<String>) -> VideoSource {
    let (file, mark) = cut(url.as_str(), b"#");
    let start = parameter(mark, "t").and_then(second);
    match start.zip(Href::new(file).ok()) {
        Some((start, file)) => VideoSource::file(file, media_type).starting_at(start),
        None => VideoSource::file(url, media_type),
    }
}

/// The paths of videos and lists, each after the type of its host: `b` is youtu.be, `y` is YouTube
/// otherwise, `v` is Vimeo, `p` is any other host, `l` is a list on any other host.
///
/// `$` stands for the id, `#` for the hash, `*` for anything, `=v` for the id in that parameter.
const PATHS: &str = "b/$ y/=v y/watch/=v y/watch/$ y/v/$ y/e/$ y/embed/$ y/shorts/$ y/live/$ \
    y/attribution_link/=v \
    v/$ v/$/# v/video/$ v/channels/*/$ v/groups/*/videos/$ v/album/*/video/$ v/album/*/=video \
    v/event/*/videos/$ v/showcase/*/video/$ v/showcase/*/=video p/w/$ p/videos/watch/$ p/videos/embed/$ \
    l/w/p/$ l/videos/watch/playlist/$ l/video-playlists/embed/$";

/// What an address leads to at a provider.
struct Found {
    provider: &'static str,
    video: Option<VideoSource>,
    list: Option<(PlaylistProvider, String)>,
}

/// Reads an address at a known provider, or of a video or playlist on any PeerTube server.
#[inline(never)]
fn read(address: &str) -> Option<Found> {
    let mut address = decoded(address.trim().trim_start_matches('/'));
    if !cut(&address, b":/?").1.starts_with("://") {
        // Addresses as people write and say them.
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
        // A user name before the host could make a reader believe that it is another host.
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

/// The id and the hash in a path, if the path matches the pattern.
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

/// Checks that a hash in the path really is one, because the name of another page about the video
/// may stand there too.
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

/// Whether an id is a UUID, or the short form of one: 22 letters and digits. A looser rule would
/// also accept other pages, because the host can be any. For example, the title of a wiki page may
/// be as long, but it has no digits, and it has letters that short forms never contain.
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

/// Reads a position as providers write it: `90`, `90s`, `1h2m3s`, `1:02:03`. Fractions, and
/// everything after a comma, are cut off.
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
    // The longest position.
    (total <= 360_000).then_some(Seconds(total))
}

/// The characters before and between parameters. People add parameters with a second `?`, or write
/// `&` where a `?` belongs. PeerTube puts the number of a comment after a `;`.
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

/// Cuts a text before the first of some ASCII characters. Written by hand, because std's functions
/// are compiled again for every type of pattern, and readers would have to download them.
#[inline(never)]
fn cut<'a>(text: &'a str, marks: &[u8]) -> (&'a str, &'a str) {
    let at = text.bytes().position(|byte| marks.contains(&byte));
    text.split_at(at.unwrap_or(text.len()))
}

/// Decodes what was percent-encoded in an address. Some programs encode even `?v=`.
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
