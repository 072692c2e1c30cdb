//! Whether a text runs from left to right or from right to left, by its language and letters.

use super::LanguageTag;

/// Languages that are written from right to left unless their tag names another script.
const LANGUAGES: &str =
    "ar arc arz apc ary ckb dv fa glk he iw ji ks lrc mzn nqo pnb prs ps sd skr syr ug ur yi";
/// Scripts from right to left.
const SCRIPTS: &str = "Adlm Arab Aran Hebr Mand Nkoo Rohg Samr Syrc Thaa";

impl LanguageTag {
    /// The direction in which the language is written, as a value of HTML's `dir`: `ltr` or `rtl`.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        // A script follows the language and has four letters: `az-Arab`.
        let script = self.as_str().split('-').nth(1).filter(|tag| tag.len() == 4);
        let (all, wanted) = match script {
            Some(script) => (SCRIPTS, script),
            None => (LANGUAGES, self.primary()),
        };
        let mut all = all.split(' ');
        if all.any(|own| own.eq_ignore_ascii_case(wanted)) {
            "rtl"
        } else {
            "ltr"
        }
    }
}

/// The direction of a text in a language, as a value of HTML's `dir`: that of the language, or
/// `auto` if its letters do not fit the language.
///
/// A Hebrew text may begin with a Latin word and still be Hebrew. But a text without any Hebrew
/// letter is in another language than it says. So is a German text that begins with a Hebrew
/// letter.
#[must_use]
pub fn direction(text: &str, language: &LanguageTag) -> &'static str {
    let own = language.direction();
    let is_belied = match own {
        "rtl" => !text.contains(runs_to_the_left),
        _ => text
            .chars()
            .find(|c| is_strong(*c))
            .is_some_and(runs_to_the_left),
    };
    if is_belied { "auto" } else { own }
}

/// Whether a character shows the direction of a text. It follows Unicode's rules (UAX #9) as far as
/// needed to tell letters from signs and digits.
fn is_strong(c: char) -> bool {
    c.is_ascii_alphabetic() || !c.is_ascii() && c.is_alphabetic()
}

/// Letters of Hebrew, Arabic and the other scripts that run from right to left.
fn runs_to_the_left(c: char) -> bool {
    matches!(c, '\u{5be}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_which_way_a_language_is_written() {
        for (tag, expected) in [
            ("de", "ltr"),
            ("de-x-easy", "ltr"),
            ("he", "rtl"),
            ("HE-IL", "rtl"),
            ("ar-EG", "rtl"),
            ("ar-x-easy", "rtl"),
            ("fa", "rtl"),
            ("ur-PK", "rtl"),
            ("ckb", "rtl"),
            ("az-Arab-IR", "rtl"),
            ("ar-Latn", "ltr"),
            ("ku", "ltr"),
            ("har", "ltr"),
        ] {
            assert_eq!(
                LanguageTag::new(tag).unwrap().direction(),
                expected,
                "{tag}"
            );
        }
    }

    #[test]
    fn tells_which_way_a_text_runs() {
        for (language, text, expected) in [
            ("de", "Zwei Richtungen", "ltr"),
            ("de", "2.0 (beta)", "ltr"),
            ("de", "Das Wort שלום", "ltr"),
            ("de", "שלום עולם 2.0 (beta)!", "auto"),
            ("de", "2.0 مرحبا", "auto"),
            ("he", "שלום", "rtl"),
            ("he", "Rust בעברית", "rtl"),
            ("he", "C++26", "auto"),
            ("en", "Ελλάδα", "ltr"),
        ] {
            let language = LanguageTag::new(language).unwrap();
            assert_eq!(direction(text, &language), expected, "{text}");
        }
    }
}
