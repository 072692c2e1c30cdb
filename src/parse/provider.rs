//! Finds ids in the addresses that people copy from the providers' pages.

/// The part of a video's page that is its id, for the usual addresses of YouTube, Vimeo and
/// PeerTube. Whether it really is one is checked by [`crate::model::VideoSource`].
pub(crate) fn video_id_of_url(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let (_, path) = rest.split_once('/')?;
    parameter(path, "v").or_else(|| {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        path.split('/').rfind(|part| !part.is_empty())
    })
}

/// The part of a playlist's page that is its id.
pub(crate) fn list_id_of_url(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let (_, path) = rest.split_once('/')?;
    parameter(path, "list").or_else(|| {
        let path = path.split(['?', '#']).next().unwrap_or_default();
        path.split('/').rfind(|part| !part.is_empty())
    })
}

fn parameter<'a>(path: &'a str, name: &str) -> Option<&'a str> {
    let query = path.split('#').next()?.split_once('?')?.1;
    let mut pairs = query.split('&').filter_map(|pair| pair.split_once('='));
    pairs.find(|(n, _)| *n == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_ids_in_addresses() {
        for (url, expected) in [
            (
                "https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1",
                Some("dQw4w9WgXcQ"),
            ),
            ("https://youtu.be/dQw4w9WgXcQ?si=x", Some("dQw4w9WgXcQ")),
            (
                "https://www.youtube.com/embed/dQw4w9WgXcQ",
                Some("dQw4w9WgXcQ"),
            ),
            ("https://vimeo.com/76979871", Some("76979871")),
            ("https://video.example/w/9c9de5e8abcd", Some("9c9de5e8abcd")),
            ("dQw4w9WgXcQ", None),
        ] {
            assert_eq!(video_id_of_url(url), expected, "{url}");
        }
        assert_eq!(
            list_id_of_url("https://www.youtube.com/playlist?list=PLabc"),
            Some("PLabc")
        );
    }
}
