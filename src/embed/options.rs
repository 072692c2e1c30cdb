//! What the element's attributes say.

use nachlese_event::TalkId;

use crate::frame::Frame;

/// The attributes, read once.
pub(super) struct Options {
    /// The event's file, as an absolute address.
    pub(super) src: String,
    /// The language to show it in. Empty for the event's own.
    pub(super) lang: String,
    /// The providers that the reader has already allowed on the host's page, separated by commas.
    pub(super) consent: String,
    /// The initial state, as `?…#…`.
    pub(super) address: String,
    pub(super) frame: Frame,
}

impl Options {
    /// Reads `lines`: `src`, `lang`, `sections`, `talk`, `heading-level`, `chrome`, `consent`,
    /// `layout`, the address and the number of the element among those with the same event, one line
    /// each.
    pub(super) fn read(lines: &str) -> Self {
        let mut lines = lines.lines();
        let mut next = || lines.next().unwrap_or_default();
        let (src, lang, sections) = (next().to_owned(), next().to_owned(), next());
        let (talk, level, chrome) = (next(), next(), next());
        let (consent, layout) = (next().to_owned(), next());
        let words = sections
            .split(',')
            .map(str::trim)
            .filter(|word| !word.is_empty());
        let frame = Frame {
            sections: words.map(str::to_owned).collect(),
            talk: TalkId::new(talk).ok(),
            language: None,
            heading_level: level.parse().unwrap_or(1),
            has_chrome: chrome != "none",
            is_compact: layout == "list",
            is_embedded: true,
            number: 1,
        };
        let address = next().to_owned();
        let number = next().parse().unwrap_or(1);
        Self {
            src,
            lang,
            consent,
            address,
            frame: Frame { number, ..frame },
        }
    }
}
