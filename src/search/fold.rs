//! Folding: makes texts comparable however their umlauts, dashes and blanks are written.

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

    /// Whether nothing is left of the text.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.bare.trim().is_empty()
    }
}

/// Folds a text.
///
/// Lower case, `ß` as `ss`, without accents, soft hyphens and invisible characters; all blanks
/// and all dashes alike; without the sign before `in` and `innen` („Bürger*innen“).
#[must_use]
pub fn fold(text: &str) -> Folded {
    let mut folded = Folded::default();
    let mut chars = text.chars().flat_map(char::to_lowercase).peekable();
    let mut after_letter = false;
    let mut lower = Vec::with_capacity(text.len());
    lower.extend(chars.by_ref().filter(|c| !is_invisible(*c)));
    for (at, &c) in lower.iter().enumerate() {
        let is_gender_sign = after_letter
            && matches!(c, '*' | ':' | '_' | '·' | '/')
            && starts_ending(&lower[at + 1..]);
        after_letter = c.is_alphanumeric() || is_combining(c);
        if !is_gender_sign {
            push(&mut folded, c, lower.get(at + 1).copied());
        }
    }
    folded
}

/// Appends a character in both forms; `next` tells whether a diaeresis follows apart.
fn push(folded: &mut Folded, c: char, next: Option<char>) {
    let (spelled_out, bare) = match c {
        'ä' => ("ae", "a"),
        'ö' | 'ø' => ("oe", "o"),
        'ü' => ("ue", "u"),
        'a' if next == Some('\u{308}') => ("ae", "a"),
        'o' if next == Some('\u{308}') => ("oe", "o"),
        'u' if next == Some('\u{308}') => ("ue", "u"),
        'ß' => ("ss", "ss"),
        'à' | 'á' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => ("a", "a"),
        'æ' => ("ae", "ae"),
        'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => ("c", "c"),
        'ď' | 'đ' | 'ð' => ("d", "d"),
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => ("e", "e"),
        'ğ' | 'ĝ' | 'ġ' | 'ģ' => ("g", "g"),
        'ì' | 'í' | 'î' | 'ï' | 'ī' | 'į' | 'ı' => ("i", "i"),
        'ł' | 'ĺ' | 'ľ' | 'ļ' => ("l", "l"),
        'ñ' | 'ń' | 'ň' | 'ņ' => ("n", "n"),
        'ò' | 'ó' | 'ô' | 'õ' | 'ō' | 'ő' => ("o", "o"),
        'œ' => ("oe", "oe"),
        'ř' | 'ŕ' => ("r", "r"),
        'ś' | 'š' | 'ş' | 'ș' => ("s", "s"),
        'ť' | 'ţ' | 'ț' => ("t", "t"),
        'ù' | 'ú' | 'û' | 'ū' | 'ů' | 'ű' => ("u", "u"),
        'ý' | 'ÿ' => ("y", "y"),
        'ź' | 'ž' | 'ż' => ("z", "z"),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => ("-", "-"),
        '’' | '‘' | 'ʼ' => ("'", "'"),
        c if c.is_whitespace() => (" ", " "),
        c if is_combining(c) => return,
        c => {
            folded.spelled_out.push(c);
            folded.bare.push(c);
            return;
        }
    };
    folded.spelled_out.push_str(spelled_out);
    folded.bare.push_str(bare);
}

/// Whether `in` or `innen` stands here as a whole ending.
fn starts_ending(rest: &[char]) -> bool {
    let ending = |word: &str| {
        let length = word.len();
        rest.len() >= length
            && rest
                .iter()
                .zip(word.chars())
                .all(|(have, want)| *have == want)
            && !rest.get(length).is_some_and(|c| c.is_alphabetic())
    };
    ending("innen") || ending("in")
}

fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
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
