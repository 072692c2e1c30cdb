//! Names of files next to the event's that some hosts or computers cannot handle.

use std::collections::HashMap;

use nachlese_event::{
    Href, is_no_folder_name,
    problem::{Advice, NameFault},
};
use percent_encoding::percent_decode_str;

/// The files so far.
#[derive(Default)]
pub(super) struct Files<'t> {
    /// By their paths in lower case.
    seen: HashMap<String, &'t str>,
}

impl<'t> Files<'t> {
    /// Looks at an address. `field` is the name of its field.
    pub(super) fn look(&mut self, address: &'t str, field: &str) -> Option<Advice> {
        let address = address.trim();
        let is_local = Href::new(address).is_ok_and(|href| href.is_relative());
        if !is_local || address.starts_with(['/', '#', '?']) {
            return None;
        }
        let file = match address.find(['?', '#']) {
            // `Bild#3.jpg`: what follows is part of the name.
            Some(at) if has_ending(&address[at..]) => address,
            Some(at) => &address[..at],
            None => address,
        };
        // The drawing `panel` is the file `illustrations/panel.svg`.
        let file = file.trim_end_matches('/');
        let decoded = percent_decode_str(file).decode_utf8().ok()?;
        let names = decoded
            .split('/')
            .filter(|name| !["", ".", ".."].contains(name));
        let mut faults = names.filter_map(|name| Some((name, fault(name)?)));
        if let Some((name, fault)) = faults.next() {
            let (name, better) = (name.to_owned(), better(name));
            return Some(Advice::FileNameUnsafe {
                name,
                fault,
                better,
            });
        }
        if field == "ref" && !file.contains(['/', '.']) {
            return None;
        }
        let other = *self.seen.entry(decoded.to_lowercase()).or_insert(file);
        (other != file).then(|| Advice::FileNamesAlike {
            name: file.to_owned(),
            other: other.to_owned(),
        })
    }
}

/// Whether a part of an address ends like a file.
fn has_ending(part: &str) -> bool {
    let ending = part.rsplit_once('.').map_or("", |(_, ending)| ending);
    let ending = ending.to_ascii_lowercase();
    let known = [
        "avif", "gif", "jpeg", "jpg", "m4a", "mp3", "mp4", "pdf", "png", "srt", "svg", "vtt",
        "webm", "webp",
    ];
    known.contains(&&*ending)
}

fn fault(name: &str) -> Option<NameFault> {
    let stem = name.split('.').next().unwrap_or_default();
    Some(if name.starts_with('.') {
        NameFault::LeadingDot
    } else if name.ends_with('.') {
        NameFault::TrailingDot
    } else if name.contains(is_mark) {
        NameFault::Decomposed
    } else if name.contains(char::is_whitespace) {
        NameFault::Space
    } else if name.contains(['#', '?', '%']) {
        NameFault::Address
    } else if name.contains(['<', '>', ':', '"', '|', '*', '\\']) {
        NameFault::Windows
    } else if is_no_folder_name(stem) {
        NameFault::Device
    } else {
        return None;
    })
}

/// An accent or dots of their own, as macOS writes them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// A name that works everywhere: letters, digits, hyphens and the ending.
fn better(name: &str) -> String {
    let (stem, ending) = match name.trim_matches('.').rsplit_once('.') {
        Some((stem, ending)) => (stem, format!(".{ending}")),
        None => (name.trim_matches('.'), String::new()),
    };
    let folded = nachlese_fold::fold(stem).spelled_out;
    let words = folded.split(|c: char| !c.is_alphanumeric() && c != '_');
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let stem = words.join("-");
    let stem = if stem.is_empty() || is_no_folder_name(&stem) {
        format!("{stem}-1").trim_start_matches('-').to_owned()
    } else {
        stem
    };
    format!("{stem}{}", ending.to_lowercase())
}
