//! Folds one character into its two forms.

use super::parts::{full_width, moved};

/// What a character becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Letter {
    /// Nothing, because it is invisible, or an accent of the letter before.
    Nothing,
    /// Two dots over the letter before, as a separate character.
    Diaeresis,
    /// The same in both forms.
    One(char),
    /// The umlaut spelled out, and the bare letter.
    Forms(&'static str, &'static str),
    /// A part that is joined with the letter before: see [`join`](super::join).
    Joins(char),
}

/// Folds one character.
pub fn letter(c: char) -> Letter {
    if c.is_ascii() {
        return Letter::One(match c {
            '\t'..='\r' => ' ',
            c => c.to_ascii_lowercase(),
        });
    }
    let c = match c {
        // Full-width forms of ASCII.
        '\u{ff01}'..='\u{ff5e}' => moved(c, 0xff01, 0x21).to_ascii_lowercase(),
        c => lower_case(c),
    };
    Letter::One(match c {
        'ä' => return Letter::Forms("ae", "a"),
        'ö' | 'ø' | 'ǿ' => return Letter::Forms("oe", "o"),
        'ü' => return Letter::Forms("ue", "u"),
        'ß' => return Letter::Forms("ss", "ss"),
        'æ' | 'ǽ' | 'ǣ' => return Letter::Forms("ae", "ae"),
        'œ' => return Letter::Forms("oe", "oe"),
        'þ' => return Letter::Forms("th", "th"),
        'ĳ' => return Letter::Forms("ij", "ij"),
        '\u{fb00}' => return Letter::Forms("ff", "ff"),
        '\u{fb01}' => return Letter::Forms("fi", "fi"),
        '\u{fb02}' => return Letter::Forms("fl", "fl"),
        '\u{fb03}' => return Letter::Forms("ffi", "ffi"),
        '\u{fb04}' => return Letter::Forms("ffl", "ffl"),
        '\u{fb05}' | '\u{fb06}' => return Letter::Forms("st", "st"),
        '\u{308}' => return Letter::Diaeresis,
        c if is_invisible(c) || is_accent(c) => return Letter::Nothing,
        // Vowels and last consonants of Hangul, voicing marks of kana.
        '\u{1161}'..='\u{1175}' | '\u{11a8}'..='\u{11c2}' | '\u{3099}' | '\u{309a}' => {
            return Letter::Joins(c);
        }
        '\u{ff9e}' | '\u{ff9f}' => return Letter::Joins(moved(c, 0xff9e, 0x3099)),
        '\u{ff66}'..='\u{ff9d}' => full_width(c),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '’' | '‘' | 'ʼ' => '\'',
        c if c.is_whitespace() => ' ',
        'ά' => 'α',
        'έ' => 'ε',
        'ή' => 'η',
        'ί' | 'ϊ' | 'ΐ' => 'ι',
        'ό' => 'ο',
        'ύ' | 'ϋ' | 'ΰ' => 'υ',
        'ώ' => 'ω',
        'ơ' => 'o',
        'ư' => 'u',
        'ς' => 'σ',
        'ё' | 'ѐ' => 'е',
        'й' | 'ѝ' => 'и',
        'ї' => 'і',
        'ѓ' => 'г',
        'ќ' => 'к',
        'ў' => 'у',
        // Letters of Arabic without hamza, and as Persian and Urdu write them.
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' | 'ى' | 'ی' => 'ي',
        'ة' | 'ۀ' | 'ہ' | 'ۂ' | 'ھ' | 'ە' => 'ه',
        'ک' => 'ك',
        'ۓ' => 'ے',
        '\u{660}'..='\u{669}' => moved(c, 0x660, 0x30),
        '\u{6f0}'..='\u{6f9}' => moved(c, 0x6f0, 0x30),
        // `m²` and `CO₂`.
        '¹' => '1',
        '²' | '³' => moved(c, 0xb2, 0x32),
        '\u{2070}' | '\u{2074}'..='\u{2079}' => moved(c, 0x2070, 0x30),
        '\u{2080}'..='\u{2089}' => moved(c, 0x2080, 0x30),
        // Letters of Hebrew with points, each as one character.
        '\u{fb2a}'..='\u{fb2d}' => 'ש',
        '\u{fb2e}' | '\u{fb2f}' => 'א',
        '\u{fb30}'..='\u{fb4a}' => moved(c, 0xfb30, 0x5d0),
        '♯' => '#',
        c => latin(c).unwrap_or(c),
    })
}

/// The small letter of a Latin, Greek or Cyrillic capital. Other scripts in use have no capitals.
///
/// `char::to_lowercase` also knows historic scripts, and its table would be the largest part of the
/// page's program.
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
        // Pairs with the capital first. In two ranges capitals are at odd places, elsewhere at even
        // ones.
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

/// The bare letters of Latin letters with accents, in the order of Unicode. A space means that a
/// letter has no bare letter.
const LATIN: [(u32, &[u8]); 3] = [
    (
        0xe0,
        b"aaaaaa ceeeeiiiidnooooo ouuuuy yaaaaaaccccccccdd deeeeeeeeeegggggggghh hiiiiii\
          iiii  jjkkkllllll l lnnnnnnn noooooo  rrrrrrsssssssstttt tuuuuuuuuuuuuwwyyyzzz\
          zzzs",
    ),
    (
        0x1cd,
        b"aaiioouuuuuuuuuu aaaa   gggkkoooo  j   gg  nnaa    aaaaeeeeiiiioooorrrruuuusst\
          t  hh      aaeeooooooooyy",
    ),
    (
        0x1e00,
        b"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoo\
          oooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwya \
          ss  aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuu\
          uuuuuuuuyyyyyyyy",
    ),
];

fn latin(c: char) -> Option<char> {
    let code = u32::from(c);
    let bare = LATIN.iter().find_map(|(first, letters)| {
        let at = usize::try_from(code.checked_sub(*first)?).ok()?;
        letters.get(at)
    });
    bare.filter(|bare| **bare != b' ')
        .map(|bare| char::from(*bare))
}

/// Marks of direction and places to break a word.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
    )
}

/// Marks over and under letters, including Hebrew and Arabic vowels, the Arabic hamza, and skin
/// tones.
fn is_accent(c: char) -> bool {
    matches!(
        c,
        '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}'..='\u{5c7}' | '\u{610}'..='\u{61a}'
            | '\u{621}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{1ab0}'..='\u{1aff}'
            | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}'
    )
}

/// Whether a folded character belongs to words.
pub fn is_letter(c: char) -> bool {
    if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        c.is_alphanumeric() || is_picture(c)
    }
}

/// Whether a character is an emoji, or an older pictograph.
pub fn is_picture(c: char) -> bool {
    matches!(c, '\u{2300}'..='\u{23ff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}'
        | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bares_latin_letters_of_many_languages() {
        for (letters, bare) in [
            ("àáâãåāăąǎǻạảấ", 'a'),
            ("çćĉċč", 'c'),
            ("đďḍ", 'd'),
            ("èéêëēĕėęěẽệ", 'e'),
            ("ğĝġģǧ", 'g'),
            ("ħĥḥ", 'h'),
            ("ìíîïĩīĭįıị", 'i'),
            ("łĺļľŀ", 'l'),
            ("ñńņňŋ", 'n'),
            ("òóôõōŏőơộ", 'o'),
            ("ŕŗř", 'r'),
            ("śŝşšș", 's'),
            ("ţťŧț", 't'),
            ("ùúûũūŭůűųưự", 'u'),
            ("ŵẁẃẅ", 'w'),
            ("ýÿŷỳỹ", 'y'),
            ("źżž", 'z'),
        ] {
            for c in letters.chars() {
                assert_eq!(letter(c), Letter::One(bare), "{c}");
            }
        }
    }

    #[test]
    fn keeps_letters_of_other_scripts() {
        for c in "日本語한국어हिन्दीقصةшיβ".chars() {
            assert_ne!(letter(c), Letter::Nothing, "{c}");
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
}
