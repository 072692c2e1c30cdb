//! Goes through the words of a text and folds each one, without making a list.

use std::ops::Range;

use nachlese_fold::{Letter, is_letter, is_picture, join, letter, starts_ending};

use super::word::Word;

/// Walks over the words of a text. Each step overwrites the word before.
///
/// A word consists of letters and digits. Soft hyphens, accents, apostrophes and gender signs among
/// them are folded away. `C++` and `C#` keep their signs, also before a number: `C++26` is `C++`
/// and `26`. Emoji such as 🦀 are words too.
#[derive(Debug, Default)]
pub(super) struct Words<'a> {
    text: &'a str,
    /// Where to go on, and where to stop.
    at: usize,
    stop: usize,
    /// The word with umlauts as bare letters.
    pub(super) bare: String,
    spelled_out: String,
    is_two: bool,
    /// Whether the word consists of emoji.
    is_picture: bool,
    /// Where the word stands in the text.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Whether only a hyphen or an underscore separates it from the word before.
    pub(super) is_joined: bool,
    /// The place in the text of each byte of the bare form, and of the spelled-out form.
    places: Option<[Vec<usize>; 2]>,
}

impl<'a> Words<'a> {
    /// Begins before the first word.
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            stop: text.len(),
            ..Self::default()
        }
    }

    /// The same, with the places of the letters.
    pub(super) fn with_places(text: &'a str) -> Self {
        Self {
            text,
            stop: text.len(),
            places: Some(Default::default()),
            ..Self::default()
        }
    }

    /// Goes to a part of the text that begins and ends between words.
    pub(super) fn go_to(&mut self, part: Range<usize>) {
        self.end = 0;
        self.at = part.start;
        self.stop = part.end;
    }

    /// The word with umlauts as two letters.
    pub(super) fn spelled_out(&self) -> &str {
        if self.is_two {
            &self.spelled_out
        } else {
            &self.bare
        }
    }

    /// The word in both forms.
    pub(super) fn word(&self) -> Word {
        Word {
            spelled_out: self.spelled_out().to_owned(),
            bare: self.bare.clone(),
        }
    }

    /// Whether no word follows.
    pub(super) fn is_last(&self) -> bool {
        !Words::new(self.rest()).next()
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..self.stop).unwrap_or_default()
    }

    /// Whether the two forms differ.
    pub(super) fn is_two(&self) -> bool {
        self.is_two
    }

    /// The spelled-out or the bare form.
    pub(super) fn form(&self, is_spelled_out: bool) -> &str {
        if is_spelled_out {
            self.spelled_out()
        } else {
            &self.bare
        }
    }

    /// Where in the text the bytes `from` up to `to` of a form come from.
    pub(super) fn place(&self, is_spelled_out: bool, from: usize, to: usize) -> (usize, usize) {
        let places = self.places.as_ref();
        let places = places.map(|places| places[usize::from(is_spelled_out)].as_slice());
        let places = places.unwrap_or_default();
        let start = places.get(from).copied().unwrap_or(self.start);
        let last = to.checked_sub(1).and_then(|last| places.get(last));
        // Half of the `ss` is the whole `ß`.
        let mut after = places.iter().skip(to);
        let end = last.and_then(|last| after.find(|place| *place > last));
        (start, end.copied().unwrap_or(self.end))
    }

    /// Goes to the next word. Returns false after the last one.
    pub(super) fn next(&mut self) -> bool {
        self.bare.clear();
        self.spelled_out.clear();
        self.is_two = false;
        if let Some([bare, spelled_out]) = &mut self.places {
            bare.clear();
            spelled_out.clear();
        }
        let mut separators = 0;
        let mut is_hyphen = false;
        let is_first = self.end == 0;
        while let Some(c) = self.rest().chars().next() {
            let place = self.at;
            let after = place + c.len_utf8();
            let letter = letter(c);
            let is_inside = !self.bare.is_empty();
            let is_part = match letter {
                Letter::Forms(..) => true,
                Letter::Nothing | Letter::Diaeresis | Letter::Joins(_) => is_inside,
                Letter::One(c) if is_letter(c) => !is_inside || self.takes(c),
                Letter::One('\'') => is_inside && self.following(after).is_some_and(is_letter),
                Letter::One('+' | '#') => is_inside && self.takes_sign(after),
                Letter::One(sign) => is_inside && starts_ending(sign, &self.text[place..]),
            };
            self.at = after;
            if is_part {
                if !is_inside {
                    self.start = place;
                    self.is_picture = matches!(letter, Letter::One(c) if is_picture(c));
                }
                self.end = after;
                self.push(letter, place);
            } else if is_inside {
                // The next step reads it again, to see whether it is a hyphen.
                self.at = place;
                break;
            } else if let Letter::One(sign) = letter {
                separators += 1;
                is_hyphen = matches!(sign, '-' | '_');
            }
        }
        self.is_joined = is_hyphen && separators == 1 && !is_first;
        !self.bare.is_empty()
    }

    /// Whether the word continues with a letter: not from `C++` to `26`, nor from letters to emoji.
    fn takes(&self, c: char) -> bool {
        let is_after_sign = c.is_ascii_digit() && self.bare.ends_with(['+', '#']);
        !is_after_sign && is_picture(c) == self.is_picture
    }

    /// Whether the word continues with a sign, as in `C++`, `C#`, `C++26`, but not in `A+B`, `1+1`.
    fn takes_sign(&self, after: usize) -> bool {
        let is_number = |c: char| c.is_ascii_digit();
        self.following(after).is_none_or(|next| {
            !is_letter(next) || is_number(next) && !self.bare.ends_with(is_number)
        })
    }

    /// The character after further signs of `C++`. All umlauts, which fold to two letters, count as
    /// one.
    fn following(&self, after: usize) -> Option<char> {
        let letters = self.text[after..].chars().map(letter);
        let mut rest = letters.filter_map(|letter| match letter {
            Letter::One('+' | '#') | Letter::Nothing | Letter::Diaeresis | Letter::Joins(_) => None,
            Letter::One(c) => Some(c),
            Letter::Forms(..) => Some('ä'),
        });
        rest.next()
    }

    fn push(&mut self, letter: Letter, place: usize) {
        match letter {
            Letter::One(c) if is_letter(c) || matches!(c, '+' | '#') => {
                if self.is_two {
                    self.spelled_out.push(c);
                }
                self.bare.push(c);
            }
            Letter::Forms(spelled_out, bare) => {
                if spelled_out != bare {
                    self.part_ways();
                }
                if self.is_two {
                    self.spelled_out.push_str(spelled_out);
                }
                self.bare.push_str(bare);
            }
            Letter::Diaeresis if self.is_umlaut_so_far() => {
                self.part_ways();
                self.spelled_out.push('e');
            }
            Letter::Joins(c) => {
                join(&mut self.bare, c);
                join(&mut self.spelled_out, c);
            }
            Letter::One(_) | Letter::Nothing | Letter::Diaeresis => {}
        }
        if let Some([bare, spelled_out]) = &mut self.places {
            bare.resize(self.bare.len(), place);
            let length = if self.is_two {
                self.spelled_out.len()
            } else {
                self.bare.len()
            };
            spelled_out.resize(length, place);
        }
    }

    /// Whether the word ends with a letter that two dots make an umlaut.
    fn is_umlaut_so_far(&self) -> bool {
        let last = self.bare.bytes().next_back();
        matches!(last, Some(b'a' | b'o' | b'u')) && self.spelled_out().bytes().next_back() == last
    }

    /// From here on the two forms differ.
    fn part_ways(&mut self) {
        if !self.is_two {
            self.is_two = true;
            self.spelled_out.push_str(&self.bare);
        }
    }
}

#[cfg(test)]
mod tests;
