//! Letters that are written in parts: Hangul, kana with voicing marks, half-width kana.

/// Joins the last letter of a word with a following part. The result has as many bytes as before.
pub fn join(word: &mut String, c: char) {
    let both = word.chars().next_back().and_then(|last| composed(last, c));
    if let Some(both) = both {
        word.pop();
        word.push(both);
    }
}

/// The character that Unicode composes from two: a Hangul syllable, a voiced kana. `None` if they
/// stay two. All of these characters take three bytes, like the first of the two.
fn composed(before: char, c: char) -> Option<char> {
    let (first, second) = (u32::from(before), u32::from(c));
    char::from_u32(match (first, second) {
        (0x1100..=0x1112, 0x1161..=0x1175) => {
            0xac00 + ((first - 0x1100) * 21 + second - 0x1161) * 28
        }
        (0xac00..=0xd7a3, 0x11a8..=0x11c2) if (first - 0xac00) % 28 == 0 => first + second - 0x11a7,
        (0x3046 | 0x30a6, 0x3099) => first + 0x4e,
        // In this order: plain, voiced and, for some, half-voiced.
        (0x304b..=0x307b | 0x30ab..=0x30db, 0x3099) => first + 1,
        (0x306f..=0x307b | 0x30cf..=0x30db, 0x309a) => first + 2,
        _ => return None,
    })
}

/// Half-width katakana from U+FF66 on, as offsets from U+30A0.
const HALF_WIDTH: &[u8] = b"\x52\x01\x03\x05\x07\x09\x43\x45\x47\x23\x5c\x02\x04\x06\x08\x0a\
    \x0b\x0d\x0f\x11\x13\x15\x17\x19\x1b\x1d\x1f\x21\x24\x26\x28\x2a\x2b\x2c\x2d\x2e\x2f\x32\
    \x35\x38\x3b\x3e\x3f\x40\x41\x42\x44\x46\x48\x49\x4a\x4b\x4c\x4d\x4f\x53";

pub(crate) fn full_width(c: char) -> char {
    let at = usize::try_from(u32::from(c) - 0xff66).unwrap_or_default();
    let place = HALF_WIDTH.get(at).copied().unwrap_or_default();
    moved(char::from(place), 0, 0x30a0)
}

/// The character with the same distance to another one as to `from`.
pub(crate) fn moved(c: char, from: u32, to: u32) -> char {
    char::from_u32(u32::from(c) - from + to).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use crate::fold;

    #[test]
    fn makes_one_letter_of_its_parts() {
        for (parts, whole) in [
            (
                "\u{1112}\u{1161}\u{11ab}\u{1100}\u{116e}\u{11a8}\u{110b}\u{1165}",
                "한국어",
            ),
            ("カ\u{3099}イト\u{3099}フ\u{3099}ック", "ガイドブック"),
            ("ｶﾞｲﾄﾞﾌﾞｯｸ", "ガイドブック"),
            ("ハ\u{309a}ウ\u{3099}", "パヴ"),
            ("は\u{309a}か\u{3099}", "ぱが"),
        ] {
            assert_eq!(fold(parts).bare, whole);
        }
    }
}
