//! Finds the files that an event names and that are stored next to its own file.

use nachlese_event::{Href, Illustration};
use percent_encoding::percent_decode_str;

use super::folder::Folder;

/// The path in an address, without `#…`, if it is relative to the event's file.
pub(super) fn path_beside(address: &str) -> Option<String> {
    let href = Href::new(address).ok()?;
    let starts_elsewhere = href.as_str().starts_with(['/', '#', '?']);
    let is_beside = href.is_relative() && !starts_elsewhere;
    let path = href.as_str().split('#').next().filter(|_| is_beside);
    path.map(str::to_owned)
}

/// The file of a drawing, which may be a bare name.
pub(super) fn drawing(reference: &str) -> Option<String> {
    let drawing = Illustration {
        reference: Href::new(reference).ok()?,
        alt: None,
        caption: None,
    };
    Some(drawing.file().as_str().to_owned())
}

/// The size in bytes of the file that an address names, relative to a folder (`""`, or with `/` at
/// its end) below another one.
pub(super) fn size(address: &str, folder: &str, within: &Folder) -> Option<u64> {
    let path = path_beside(address)?;
    let path = decoded(path.split('?').next()?);
    within.size(&format!("{folder}{path}")).ok()
}

/// Decodes `%…` in a path.
pub(super) fn decoded(path: &str) -> String {
    percent_decode_str(path).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decodes_what_is_encoded_and_nothing_else() {
        for (path, expected) in [
            ("b%20c%C3%A4.mp4", "b cä.mp4"),
            ("100%", "100%"),
            ("%2", "%2"),
            ("%zz%+f", "%zz%+f"),
            ("%ff", "\u{fffd}"),
        ] {
            assert_eq!(decoded(path), expected, "{path}");
        }
    }
}
