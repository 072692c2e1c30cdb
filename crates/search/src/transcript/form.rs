//! What a file with words is: captions, a text, or something else.

use super::{cues::ARROW, timed};

/// What a file is. `WebVTT` is known by its first line, all else by what it has in the first lines.
pub(super) enum Form<'a> {
    /// A web page.
    Page,
    /// Captions: the lines after the header.
    Captions { text: &'a str, is_subrip: bool },
    /// The JSON of podcasts.
    Segments,
    /// A text with times.
    Timed,
    /// A text without times.
    Plain(&'a str),
}

impl<'a> Form<'a> {
    /// The form of a file that is [`clean`].
    pub(super) fn of(file: &'a str) -> Self {
        let text = file.trim_start();
        let header = file.strip_prefix("WEBVTT");
        if let Some(header) = header.filter(|it| it.is_empty() || it.starts_with([' ', '\t', '\n']))
        {
            let text = header.split_once('\n').map_or("", |it| it.1);
            return Self::Captions {
                text,
                is_subrip: false,
            };
        }
        if text.starts_with('<') {
            Self::Page
        } else if text.starts_with('{') {
            Self::Segments
        } else if text.lines().take(4).any(|line| line.contains(ARROW)) {
            Self::Captions {
                text: file,
                is_subrip: true,
            }
        } else if timed::has_times(file) {
            Self::Timed
        } else {
            Self::Plain(text)
        }
    }
}

/// The file with `\n` at the ends of lines, without zeros and without the mark at its beginning.
pub(super) fn clean(file: &str) -> String {
    let file = file.trim_start_matches('\u{feff}');
    let mut text = String::with_capacity(file.len());
    let mut last = ' ';
    for c in file.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\r' => text.push('\n'),
            '\0' => text.push('\u{fffd}'),
            c => text.push(c),
        }
        last = c;
    }
    text
}
