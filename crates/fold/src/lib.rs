//! Folding: makes texts comparable, however their umlauts, dashes and spaces are written.
//!
//! Entry points: [`fold`] for a text, [`lower_case`] and [`letter()`] for a character. Folding what is
//! folded changes nothing.
//!
//! By hand: no table of Unicode has the two ways in which Germans type umlauts (`ae` and `a`), and
//! every reader of the page downloads what this takes.

mod letter;
mod parts;

pub use letter::lower_case;
pub use letter::{Letter, is_letter, is_picture, letter};
pub use parts::join;

/// A text in the two forms in which Germans type it without umlauts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folded {
    /// `ä` as `ae`: finds „Lämmle“ by `laemmle`.
    pub spelled_out: String,
    /// `ä` as `a`: finds „Lämmle“ by `lammle`.
    pub bare: String,
}

impl Folded {
    /// Whether this text contains another, in one of the two forms.
    #[must_use]
    pub fn contains(&self, part: &Self) -> bool {
        self.spelled_out.contains(&part.spelled_out) || self.bare.contains(&part.bare)
    }

    /// Appends a folded character to both forms.
    pub fn push(&mut self, letter: Letter) {
        match letter {
            Letter::Nothing => {}
            Letter::Diaeresis => {
                if self.bare.ends_with(['a', 'o', 'u']) && self.spelled_out.ends_with(last(self)) {
                    self.spelled_out.push('e');
                }
            }
            Letter::One(c) => {
                self.spelled_out.push(c);
                self.bare.push(c);
            }
            Letter::Forms(spelled_out, bare) => {
                self.spelled_out.push_str(spelled_out);
                self.bare.push_str(bare);
            }
            Letter::Joins(c) => {
                join(&mut self.spelled_out, c);
                join(&mut self.bare, c);
            }
        }
    }
}

fn last(folded: &Folded) -> char {
    folded.bare.chars().next_back().unwrap_or_default()
}

/// Folds a text.
///
/// The result is in lower case, with `ss` for `ß`, without accents, soft hyphens and invisible
/// characters. All spaces are alike, and so are all dashes. The sign before `in` and `innen` is
/// left out („Bürger*innen“). Folding a folded text again changes nothing.
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded::default();
    for (at, c) in text.char_indices() {
        let letter = letter(c);
        let is_after_letter = || folded.bare.ends_with(char::is_alphanumeric);
        let is_gender_sign = |c| is_after_letter() && starts_ending(c, &text[at..]);
        match letter {
            Letter::One(c) if is_gender_sign(c) => {}
            letter => folded.push(letter),
        }
    }
    folded
}

/// Whether a sign stands between a word and its female ending: `Bürger*innen`, `Arzt:in`.
///
/// `sign` is folded. `rest` begins with it.
pub fn starts_ending(sign: char, rest: &str) -> bool {
    if !matches!(sign, '*' | ':' | '_' | '·' | '/') {
        return false;
    }
    let mut following = rest
        .chars()
        .skip(1)
        .map(letter)
        .filter_map(|letter| match letter {
            Letter::Nothing | Letter::Diaeresis | Letter::Joins(_) => None,
            Letter::One(c) => Some(c),
            // No ending contains such a letter, but a word may continue with it.
            Letter::Forms(..) => Some('ä'),
        });
    if (following.next(), following.next()) != (Some('i'), Some('n')) {
        return false;
    }
    let next = following.next();
    let is_plural =
        next == Some('n') && (following.next(), following.next()) == (Some('e'), Some('n'));
    let after = if is_plural { following.next() } else { next };
    // „Bürger*innenrat“ is one word, but in „Haus/Innenhof“ the slash means “or”.
    let goes_on = is_plural && sign != '/';
    goes_on || !after.is_some_and(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_however_they_are_typed() {
        for (typed, text) in [
            ("lammle", "Lämmle"),
            ("Laemmle", "Lämmle"),
            ("lämmle", "La\u{308}mmle"),
            ("lämmle", "Laemmle"),
            ("burgerinnen", "Bürger*innen"),
            ("Bürgerinnen", "Bürger:innen"),
            ("Buergerinnen", "Bürger*innen"),
            ("bürger*innen", "Bürgerinnen"),
            ("strasse", "Straße"),
            ("STRASSE", "Straße"),
            ("verwaltung", "Stadt\u{ad}verwaltung"),
            ("munchen 2050", "München\u{a0}2050"),
            ("live-stream", "Live\u{2011}Stream"),
            ("ubergrosse", "Übergröße"),
            ("francois", "François"),
            ("buergerinnenrat", "Bürger*innenrat"),
            ("ingenieurin", "Ingenieur:in"),
            ("naive", "nai\u{308}ve"),
            ("abc 12", "ＡＢＣ\u{3000}１２"),
            ("effizient", "e\u{fb03}zient"),
            ("last", "Laﬆ"),
            ("co2 je m2", "CO₂ je m²"),
            ("10-9", "10\u{2212}\u{2079}"),
            ("nguyen", "Nguyễn"),
            ("don't", "don’t"),
        ] {
            assert!(fold(text).contains(&fold(typed)), "{typed} in {text}");
        }
    }

    #[test]
    fn keeps_different_words_apart() {
        for (typed, text) in [
            ("muller", "Muehle"),
            ("in/out", "inout"),
            ("a:internet", "ainternet"),
        ] {
            assert!(!fold(text).contains(&fold(typed)), "{typed} in {text}");
        }
    }
}
