//! Makes JSON of a text that almost is: commas, quotation marks, comments.

use std::ops::Range;

use super::{
    Edit, Mend,
    notes::{Notes, Place},
    scan::{Kind, Piece, scan},
};
use crate::Slip;

/// What makes JSON of a text, in the order of the text. Nothing if it already is.
///
/// A comment becomes a note in `editorialNotes`, with the place where it stood.
///
/// # Errors
/// The place of what only a person can mend. All other places may be right or wrong.
pub fn syntax(text: &str) -> Result<Vec<Edit>, usize> {
    let found = scan(text)?;
    let straight = found.curly.into_iter().map(|range| Edit {
        range,
        text: "\"".to_owned(),
        mend: Mend::Quotes,
    });
    let escaped = found.bare.into_iter().map(|at| Edit {
        range: at..at,
        text: "\\".to_owned(),
        mend: Mend::Quotes,
    });
    let mut walk = Walk {
        text,
        edits: straight.chain(escaped).collect(),
        open: Vec::new(),
        before: Before::Start,
        end: 0,
        line: None,
        notes: Notes::default(),
    };
    for piece in &found.pieces {
        walk.step(piece)?;
    }
    if walk.before != Before::Value || !walk.open.is_empty() {
        return Err(text.trim_end().len());
    }
    let Walk {
        mut edits, notes, ..
    } = walk;
    edits.extend(notes.edit(text)?);
    // An insertion comes before what is removed at its place.
    edits.sort_by_key(|edit| (edit.range.start, edit.range.end));
    Ok(edits)
}

/// The slip at a place where [`syntax`] stopped, if it can be told. Comments are no slips here.
#[must_use]
pub fn slip_at(text: &str, at: usize) -> Option<Slip> {
    let (before, here) = text.split_at_checked(at)?;
    let mut blanked = before.as_bytes().to_owned();
    let pieces = scan(before).map(|found| found.pieces).unwrap_or_default();
    let comments = pieces.iter().filter(|piece| piece.kind == Kind::Comment);
    for comment in comments {
        blanked[comment.range.clone()].fill(b' ');
    }
    Slip::between(&String::from_utf8_lossy(&blanked), here)
}

/// What stands before a piece.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Start,
    Open,
    /// A name, without its colon.
    Name,
    Colon,
    Value,
    Comma(usize),
}

/// An object with the name of the field that is read, or a list with the number of its elements.
struct Open<'t> {
    bracket: char,
    name: &'t str,
    count: usize,
}

struct Walk<'t> {
    text: &'t str,
    edits: Vec<Edit>,
    open: Vec<Open<'t>>,
    before: Before,
    /// The end of the last piece that is neither a comma nor a comment.
    end: usize,
    /// The end of the last comment, if nothing stands before it in its line.
    line: Option<usize>,
    notes: Notes,
}

impl<'t> Walk<'t> {
    fn step(&mut self, piece: &Piece) -> Result<(), usize> {
        let Range { start, end } = piece.range;
        let text = &self.text[start..end];
        match piece.kind {
            Kind::Comment => {
                self.comment(start, end);
                return Ok(());
            }
            Kind::Comma => match self.before {
                Before::Value if self.open.is_empty() => self.remove_comma(start),
                Before::Value => self.before = Before::Comma(start),
                Before::Open | Before::Comma(_) => self.remove_comma(start),
                _ => return Err(start),
            },
            Kind::Colon => {
                if self.before != Before::Name {
                    return Err(start);
                }
                self.before = Before::Colon;
            }
            Kind::Close(bracket) => {
                if let Before::Comma(at) = self.before {
                    self.remove_comma(at);
                    self.before = Before::Value;
                }
                let is_open = matches!(self.before, Before::Open | Before::Value);
                let matching = if bracket == '}' { '{' } else { '[' };
                let closed = self.open.pop().filter(|open| open.bracket == matching);
                let closed = closed.filter(|_| is_open).ok_or(start)?;
                if let [root] = &self.open[..] {
                    self.notes
                        .close(root.name, bracket, start, self.end, closed.count);
                } else if self.open.is_empty() {
                    self.notes.close_root(bracket, self.end, closed.count);
                }
                self.before = Before::Value;
            }
            Kind::Open(_) | Kind::Text | Kind::Scalar => self.value(piece, text)?,
        }
        if piece.kind != Kind::Comma {
            self.end = end;
        }
        self.line = None;
        Ok(())
    }

    /// A name or a value, or the beginning of one.
    fn value(&mut self, piece: &Piece, text: &'t str) -> Result<(), usize> {
        let start = piece.range.start;
        let in_object = self.open.last().is_some_and(|open| open.bracket == '{');
        let is_first = self.open.is_empty();
        match self.before {
            Before::Value if is_first => return Err(start),
            Before::Value => self.edits.push(Edit {
                range: self.end..self.end,
                text: ",".to_owned(),
                mend: Mend::Comma,
            }),
            Before::Name => return Err(start),
            _ => {}
        }
        let is_name = in_object && self.before != Before::Colon;
        if is_name && piece.kind != Kind::Text {
            return Err(start);
        }
        if self.open.len() == 1 && is_name {
            self.notes.first_name(self.text, start);
        }
        let root = self.open.len() == 1;
        if let Some(open) = self.open.last_mut() {
            if is_name {
                open.name = text.trim_matches(|c| !char::is_alphanumeric(c));
            }
            if is_name || !in_object {
                open.count += 1;
            }
            if root && !is_name && !matches!(piece.kind, Kind::Open('[')) {
                self.notes.other_value(open.name, start);
            }
        }
        self.before = match piece.kind {
            Kind::Open(bracket) => {
                self.open.push(Open {
                    bracket,
                    name: "",
                    count: 0,
                });
                Before::Open
            }
            _ if is_name => Before::Name,
            _ => Before::Value,
        };
        Ok(())
    }

    fn remove_comma(&mut self, at: usize) {
        self.edits.push(Edit {
            range: with_line(self.text, at..at + 1).unwrap_or(at..at + 1),
            text: String::new(),
            mend: Mend::Comma,
        });
    }

    fn comment(&mut self, start: usize, end: usize) {
        let line = with_line(self.text, start..end);
        let range = line.clone().unwrap_or_else(|| {
            let before = self.text[..start].trim_end_matches([' ', '\t']).len();
            // Between two pieces a blank stays, before a comma or the end of a line none.
            let rest = &self.text[end..];
            if rest.starts_with(['\n', '\r', ',', '}', ']']) || rest.is_empty() {
                before..end
            } else {
                start..end
            }
        });
        let place = Place {
            path: self.path(line.is_none()),
            // Lines of one comment become one note.
            goes_on: line.is_some()
                && self
                    .line
                    .is_some_and(|last| self.text[last..start].trim().is_empty()),
        };
        self.notes.add(&self.text[start..end], place);
        self.line = line.is_some().then_some(end);
        self.edits.push(Edit {
            range,
            text: String::new(),
            mend: Mend::Comment,
        });
    }

    /// The path of what is open here, with the field or element that a comment at the end of its
    /// line is about.
    fn path(&self, with_last: bool) -> String {
        let mut path = String::new();
        for (depth, open) in self.open.iter().enumerate() {
            let is_last = depth + 1 == self.open.len();
            if is_last && !with_last || open.count == 0 {
                break;
            }
            if open.bracket == '[' {
                path.extend(["[", &(open.count - 1).to_string(), "]"]);
            } else {
                if !path.is_empty() {
                    path.push('.');
                }
                path += open.name;
            }
        }
        path
    }
}

/// The whole line of a part, with its line break, if nothing else is in it.
fn with_line(text: &str, part: Range<usize>) -> Option<Range<usize>> {
    let start = text[..part.start].trim_end_matches([' ', '\t']).len();
    let rest = text[part.end..].trim_start_matches([' ', '\t']);
    let rest = rest.strip_prefix('\r').unwrap_or(rest);
    let after = rest.strip_prefix('\n')?;
    (start == 0 || text[..start].ends_with('\n')).then_some(start..text.len() - after.len())
}

#[cfg(test)]
mod tests;
