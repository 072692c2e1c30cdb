//! Texts in pieces. Most pieces need not be folded to know that a word is not in them.

use std::ops::Range;

use nachlese_fold::{Letter, letter};

use super::near::letters;

/// The first piece from a place on. Pieces are separated by spaces, so each word is in one piece.
pub(super) fn piece(text: &str, from: usize) -> Option<Range<usize>> {
    let is_blank = |byte: &u8| byte.is_ascii_whitespace();
    let rest = text.as_bytes().get(from..)?;
    let start = rest.iter().position(|byte| !is_blank(byte))?;
    let length = rest[start..].iter().position(is_blank);
    let end = length.map_or(rest.len(), |length| start + length);
    Some(from + start..from + end)
}

/// The letters of an unfolded piece, and perhaps some more, as a set like the one that [`letters`]
/// makes of folded words.
pub(super) fn raw_letters(piece: &str) -> u32 {
    // A capital and its small letter have the same lowest bits.
    let mut set = letters(piece);
    if piece.is_ascii() {
        return set;
    }
    for c in piece.chars().filter(|c| !c.is_ascii()) {
        set |= match letter(c) {
            Letter::Nothing => 0,
            Letter::Diaeresis => letters("e"),
            Letter::One(c) => letters(c.encode_utf8(&mut [0; 4])),
            Letter::Forms(spelled_out, bare) => letters(spelled_out) | letters(bare),
            // Together with the letter before, it is another letter.
            Letter::Joins(_) => !0,
        };
    }
    set
}

#[cfg(test)]
mod tests {
    use nachlese_fold::fold;

    use super::*;

    #[test]
    fn knows_at_least_the_letters_of_the_words() {
        for text in [
            "Stadtverwaltung,",
            "(Lämmle)",
            "La\u{308}mmle",
            "Bürger*innenrat",
            "Straße",
            "Москва",
            "ｶﾞｲﾄﾞ",
            "\u{1112}\u{1161}\u{11ab}",
            "Nguyễn–Æsir",
            "２０５０",
        ] {
            let folded = fold(text);
            let needed = letters(&folded.bare) | letters(&folded.spelled_out);
            assert_eq!(needed & !raw_letters(text), 0, "{text}");
        }
    }

    #[test]
    fn cuts_at_blanks() {
        let text = " Mut zum\n Experiment";
        let mut pieces = Vec::new();
        let mut end = 0;
        while let Some(next) = piece(text, end) {
            pieces.push(&text[next.clone()]);
            end = next.end;
        }
        assert_eq!(pieces, ["Mut", "zum", "Experiment"]);
    }
}
