//! Where a text may be cut without breaking what readers see as one character.
//!
//! By hand, as every reader of the page downloads it: the tables of Unicode's rules (UAX #29) would
//! cost more than the whole search.

/// Whether a text may be cut at a byte.
///
/// Stays clear of more places than Unicode's rules do: in scripts that are rarely written, words
/// stay in one piece.
pub(super) fn is_break(text: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..at), text.get(at..)) else {
        return false;
    };
    match (before.chars().next_back(), after.chars().next()) {
        (Some(before), Some(after)) => {
            let is_line_end = before == '\r' && after == '\n';
            let is_flag = is_flag_letter(before) && is_flag_letter(after);
            let is_conjunct = clings(before) && is_of_india(after);
            let is_syllable = matches!(before, '\u{1100}'..='\u{115f}' | '\u{a960}'..='\u{a97f}');
            let is_one = is_line_end || is_flag || is_conjunct || is_syllable;
            !is_one && !clings(after) && !leads(before)
        }
        _ => true,
    }
}

/// Whether a character may belong to the one before it.
fn clings(c: char) -> bool {
    if c < '\u{300}' {
        return false;
    }
    match c {
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5bd}'
        | '\u{5bf}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{670}'
        | '\u{6d6}'..='\u{6ed}'
        | '\u{711}'
        | '\u{730}'..='\u{74a}'
        | '\u{7a6}'..='\u{7fd}'
        | '\u{816}'..='\u{8ff}'
        | '\u{e31}'
        | '\u{e33}'..='\u{e3a}'
        | '\u{e47}'..='\u{e4e}'
        | '\u{eb1}'
        | '\u{eb3}'..='\u{ebc}'
        | '\u{ec8}'..='\u{ece}'
        | '\u{f18}'..='\u{f3f}'
        | '\u{f71}'..='\u{fc6}'
        | '\u{102b}'..='\u{109d}'
        | '\u{1160}'..='\u{11ff}'
        | '\u{135d}'..='\u{135f}'
        | '\u{1712}'..='\u{1dff}'
        | '\u{200c}'
        | '\u{200d}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{2cef}'..='\u{2cf1}'
        | '\u{2d7f}'
        | '\u{2de0}'..='\u{2dff}'
        | '\u{302a}'..='\u{302f}'
        | '\u{3099}'
        | '\u{309a}'
        | '\u{a66f}'..='\u{a67d}'
        | '\u{a69e}'
        | '\u{a69f}'
        | '\u{a6f0}'
        | '\u{a6f1}'
        | '\u{a802}'..='\u{abff}'
        | '\u{d7b0}'..='\u{d7ff}'
        | '\u{fb1e}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}'
        | '\u{ff9e}'
        | '\u{ff9f}'
        | '\u{10100}'..='\u{1efff}'
        | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0000}'..='\u{e0fff}' => true,
        // The scripts of India have the same layout in Unicode, with signs before, between and
        // after letters.
        c if is_of_india(c) => matches!(
            u32::from(c) & 0x7f,
            0..=4 | 0x3a..=0x3c | 0x3e..=0x57 | 0x62..=0x64 | 0x70 | 0x71 | 0x75 | 0x7a..=0x7f
        ),
        _ => false,
    }
}

/// Whether the next character belongs to this one.
fn leads(c: char) -> bool {
    matches!(
        c,
        '\u{200d}' | '\u{600}'..='\u{605}' | '\u{6dd}' | '\u{70f}' | '\u{890}' | '\u{891}' | '\u{8e2}'
            | '\u{d4e}' | '\u{10100}'..='\u{1efff}'
    )
}

fn is_of_india(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{dff}' | '\u{1000}'..='\u{109f}' | '\u{1700}'..='\u{1cff}' | '\u{a800}'..='\u{abff}')
}

fn is_flag_letter(c: char) -> bool {
    matches!(c, '\u{1f1e6}'..='\u{1f1ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_together_what_is_one_character() {
        for text in [
            "a\u{308}",
            "\r\n",
            "👩\u{200d}🚒",
            "👍🏽",
            "🇩🇪",
            "क्षि",
            "한",
            "각",
            "ก็",
            "e\u{fe0f}",
        ] {
            for (at, _) in text.char_indices().skip(1) {
                assert!(!is_break(text, at), "{text:?} {at}");
            }
            let within = format!("a{text}b");
            assert!(is_break(&within, 1 + text.len()), "{text:?}");
        }
        assert!(!is_break("ä", 1) && is_break("", 0) && is_break("ab", 1));
    }
}
