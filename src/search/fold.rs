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
    let mut chars = text.chars().map(lower_case).peekable();
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

/// The small letter of a Latin, Greek or Cyrillic capital; other scripts in use have none.
///
/// `char::to_lowercase` knows every script that ever was, in a table that would be the largest
/// thing in the page's program.
#[must_use]
pub fn lower_case(c: char) -> char {
    let code = u32::from(c);
    let small = match code {
        0x41..=0x5A | 0xC0..=0xD6 | 0xD8..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F => {
            code + 0x20
        }
        0x400..=0x40F => code + 0x50,
        0x130 => 0x69,
        0x178 => 0xFF,
        0x386 => 0x3AC,
        0x388..=0x38A => code + 0x25,
        0x38C => 0x3CC,
        0x38E | 0x38F => code + 0x3F,
        0x1E9E => 0xDF,
        // Pairs, the capital first: at odd places in two stretches, at even ones elsewhere.
        0x139..=0x148 | 0x179..=0x17E => code + code % 2,
        0x100..=0x137
        | 0x14A..=0x177
        | 0x1DE..=0x1EF
        | 0x1F8..=0x21F
        | 0x222..=0x233
        | 0x460..=0x481
        | 0x48A..=0x4BF
        | 0x4D0..=0x52F
        | 0x1E00..=0x1E95
        | 0x1EA0..=0x1EFF => code | 1,
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
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
    fn lowers_capitals_as_the_standard_library_does() {
        let stretches = [
            '\0'..='\u{17f}',
            '\u{370}'..='\u{4bf}',
            '\u{1e00}'..='\u{1eff}',
        ];
        for capital in stretches
            .into_iter()
            .flatten()
            .filter(|c| !"ͰͲͶͿϏϢϤϦϨϪϬϮϴϷϹϺϽϾϿϘϚϜϞϠ".contains(*c))
        {
            let expected = capital.to_lowercase().next();
            assert_eq!(
                Some(lower_case(capital)),
                expected,
                "{capital} {:x}",
                u32::from(capital)
            );
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
