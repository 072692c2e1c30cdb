//! Patterns of ids at the providers, and of the addresses that are read in their place.
//!
//! They match what `provider.rs` of `nachlese_reader` accepts, apart from percent-encoding.

/// A pattern for ids, or for the addresses of their pages.
pub(crate) fn id_or_page(id: &str, page: &str) -> String {
    format!("^(?:{id}|{page})$")
}

/// A pattern for addresses only.
pub(crate) fn only_page(page: &str) -> String {
    format!("^(?:{page})$")
}

pub(super) const YOUTUBE: &str = "[A-Za-z0-9_-]{11}";
pub(super) const VIMEO: &str = "[0-9]{6,12}";
pub(super) const PEERTUBE: &str = "[A-Za-z0-9_-]{8,64}";
pub(crate) const YOUTUBE_LIST: &str = "[A-Za-z0-9_-]{12,64}";
pub(crate) const PEERTUBE_LIST: &str = PEERTUBE;

/// What follows the path.
const REST: &str = r"/*(?:[?&#;].*)?\s*";
/// What PeerTube's ids look like in addresses: UUIDs and their short form.
const UUID: &str = "(?:[0-9A-Za-z]{22}|[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})";

pub(super) fn youtube_page() -> String {
    let parameter = parameter("v", YOUTUBE);
    let long = format!(
        "{}/+(?:(?:watch|v|e|embed|shorts|live)/+{YOUTUBE}{REST}|(?:watch/*)?{parameter})",
        host("(?:www|m|music|gaming)[.]", "youtube(?:-nocookie)?[.]com")
    );
    let short = format!("{}/+{YOUTUBE}{REST}", host("www[.]", "youtu[.]be"));
    format!("{long}|{short}")
}

pub(super) fn vimeo_page() -> String {
    let host = host("(?:www|player)[.]", "vimeo[.]com");
    let within = "video/+|channels/+[^/?&#;]+/+|groups/+[^/?&#;]+/+videos/+\
                  |(?:album|showcase)/+[^/?&#;]+/+video/+";
    let listed = format!(
        "(?:album|showcase)/+[^/?&#;]+/*{}",
        parameter("video", VIMEO)
    );
    format!("{host}/+(?:(?:{within})?{VIMEO}{REST}|{VIMEO}/+[0-9A-Fa-f]{{6,40}}{REST}|{listed})")
}

pub(super) fn peertube_page() -> String {
    let host = any_host();
    format!("{host}/+(?:w|videos/+(?:watch|embed))/+{UUID}{REST}")
}

pub(crate) fn youtube_list_page() -> String {
    let host = host(
        "(?:www|m|music|gaming)[.]",
        "(?:youtube(?:-nocookie)?[.]com|youtu[.]be)",
    );
    format!("{host}(?:/[^?&#;]*)?{}", parameter("list", YOUTUBE_LIST))
}

pub(crate) fn peertube_list_page() -> String {
    let path = "(?:w/+p|videos/+watch/+playlist|video-playlists/+embed)";
    format!("{}/+{path}/+{UUID}{REST}", any_host())
}

fn parameter(name: &str, value: &str) -> String {
    format!("[?&#;](?:.*[?&#;])?{name}={value}(?:[?&#;].*)?\\s*")
}

/// The beginning of an address, also in capitals.
fn host(subdomain: &str, domain: &str) -> String {
    let [scheme, subdomain, domain] = ["(?:https?:)?//|", subdomain, domain].map(any_case);
    format!(r"\s*(?:{scheme})(?:{subdomain})?(?:{domain})")
}

fn any_host() -> String {
    format!(r"\s*{}[^\s/?&#;@\\]+", any_case("(?:(?:https?:)?//)?"))
}

/// A pattern that ignores the difference between capital and small letters.
pub(super) fn any_case(pattern: &str) -> String {
    let both = |letter: char| match letter {
        'a'..='z' => format!("[{}{letter}]", letter.to_ascii_uppercase()),
        other => other.to_string(),
    };
    pattern.chars().map(both).collect()
}
