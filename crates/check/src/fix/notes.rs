//! Where comments go: into the event's `editorialNotes`, which readers never see.

use std::fmt::Write;

use super::{Edit, Mend};

const FIELD: &str = "editorialNotes";

/// Where a comment stood.
pub(super) struct Place {
    /// The path of what it is about; empty for the whole file.
    pub(super) path: String,
    /// Whether it goes on with the comment before it.
    pub(super) goes_on: bool,
}

/// The comments of a file, and where the notes of its event stand.
#[derive(Default)]
pub(super) struct Notes {
    found: Vec<String>,
    /// The end of the last value of the event, and how many fields it has.
    root: Option<(usize, usize)>,
    /// The blanks before the first field.
    indent: Option<String>,
    /// The list of notes: the place of its end, the end of its last element and their count.
    list: Option<(usize, usize, usize)>,
    /// A value of the field that is no list.
    other: Option<usize>,
}

impl Notes {
    /// Adds a comment with its signs.
    pub(super) fn add(&mut self, comment: &str, place: Place) {
        let text = match comment.strip_prefix("/*") {
            Some(block) => {
                let lines = block.trim_end_matches("*/").lines();
                let lines = lines.map(|line| line.trim().trim_start_matches('*').trim());
                let lines: Vec<_> = lines.filter(|line| !line.is_empty()).collect();
                lines.join(" ")
            }
            None => comment.trim_start_matches(['/', '#']).trim().to_owned(),
        };
        if text.is_empty() {
            return;
        }
        match self.found.last_mut() {
            Some(last) if place.goes_on => {
                last.push(' ');
                last.push_str(&text);
            }
            _ if place.path.is_empty() => self.found.push(text),
            _ => self.found.push(format!("{}: {text}", place.path)),
        }
    }

    /// The first field of the event begins here.
    pub(super) fn first_name(&mut self, text: &str, at: usize) {
        self.indent.get_or_insert_with(|| {
            let line = text[..at].rsplit_once('\n').map(|(_, line)| line);
            let blanks = line.filter(|line| line.trim().is_empty());
            blanks.unwrap_or_default().to_owned()
        });
    }

    /// A field of the event has a value that is no list.
    pub(super) fn other_value(&mut self, name: &str, at: usize) {
        if name == FIELD {
            self.other = Some(at);
        }
    }

    /// A list or an object of the event ends at `at`, its last part at `last`.
    pub(super) fn close(
        &mut self,
        name: &str,
        bracket: char,
        at: usize,
        last: usize,
        count: usize,
    ) {
        if name == FIELD && bracket == ']' {
            self.list = Some((at, last, count));
        }
    }

    /// The event ends; its last part ends at `last`.
    pub(super) fn close_root(&mut self, bracket: char, last: usize, count: usize) {
        if bracket == '}' {
            self.root = Some((last, count));
        }
    }

    /// What adds the notes to the file.
    ///
    /// # Errors
    /// The place of what leaves no room for them.
    pub(super) fn edit(self, text: &str) -> Result<Option<Edit>, usize> {
        if self.found.is_empty() {
            return Ok(None);
        }
        if let Some(at) = self.other {
            return Err(at);
        }
        let (last, count) = self.root.ok_or(0_usize)?;
        let indent = self.indent.unwrap_or_default();
        // As the file has them.
        let line = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let notes: Vec<_> = self.found.iter().map(|note| in_json(note)).collect();
        let deeper = format!("{line}{indent}{indent}");
        let comma = |count: usize| if count > 0 { "," } else { "" };
        let (at, new) = match self.list {
            Some((end, last, count)) => {
                let between = &text[last..end];
                // A list in lines has a line for each note.
                let is_in_lines = count > 0 && between.contains('\n') && !indent.is_empty();
                let before = if is_in_lines { deeper.as_str() } else { " " };
                let notes = notes.join(&format!(",{before}"));
                let before = if count > 0 { before } else { "" };
                (last, format!("{}{before}{notes}", comma(count)))
            }
            None if indent.is_empty() => {
                let blank = if count > 0 { " " } else { "" };
                let notes = notes.join(", ");
                let new = format!("{}{blank}\"{FIELD}\": [{notes}]", comma(count));
                (last, new)
            }
            None => {
                let notes = notes.join(&format!(",{deeper}"));
                let new = format!(
                    "{}{line}{indent}\"{FIELD}\": [{deeper}{notes}{line}{indent}]",
                    comma(count)
                );
                (last, new)
            }
        };
        Ok(Some(Edit {
            range: at..at,
            text: new,
            mend: Mend::Comment,
        }))
    }
}

/// A text in JSON.
pub(super) fn in_json(text: &str) -> String {
    let mut json = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            c if c < ' ' => {
                write!(json, "\\u{:04x}", u32::from(c)).ok();
            }
            c => json.push(c),
        }
    }
    json.push('"');
    json
}
