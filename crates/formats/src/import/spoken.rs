//! Names of languages, as organisers write them.

use nachlese_event::LanguageTag;

/// Reads a tag, or a language's name.
pub(super) fn tag(word: &str) -> Option<LanguageTag> {
    let word = word.trim().replace('_', "-");
    // What pretalx adds for German.
    let word = word
        .trim_end_matches("-formal")
        .trim_end_matches("-informal");
    let named = spoken(word);
    named.or_else(|| {
        let tag = LanguageTag::new(word).ok();
        tag.filter(|tag| tag.primary().len() <= 3)
    })
}

/// The language that a label names, if it names nothing else: `Deutsch`, `Englisch (EN)`,
/// `DE – German`, `de-AT`, but not „Deutsch oder Englisch“, `Go` or `R`.
pub(super) fn spoken(label: &str) -> Option<LanguageTag> {
    let whole = LanguageTag::new(label.trim()).ok();
    let whole = whole.filter(|tag| known(&tag.primary().to_lowercase()) == Some(tag.primary()));
    if whole.is_some() {
        return whole;
    }
    let mut found = None;
    let words = label.split(|c: char| !c.is_alphanumeric());
    for word in words.filter(|word| !word.is_empty()) {
        let small = word.to_lowercase();
        // Which German, which English.
        let is_region =
            found.is_some() && word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase());
        match known(&small) {
            Some(code) if found.is_none_or(|before| before == code) => found = Some(code),
            None if is_region || FILLERS.contains(&small.as_str()) => {}
            _ => return None,
        }
    }
    LanguageTag::new(found?).ok()
}

fn known(word: &str) -> Option<&'static str> {
    let line = LANGUAGES
        .iter()
        .find(|line| line.split(' ').any(|name| name == word))?;
    line.split(' ').next()
}

/// Words that add nothing.
const FILLERS: &[&str] = &["in", "auf", "sprache", "language"];

/// Tags with the names of their languages, in German, in English and in the language itself.
const LANGUAGES: &[&str] = &[
    "de deutsch german allemand tedesco alemán",
    "en englisch english anglais inglese inglés",
    "fr französisch french français francais francese",
    "it italienisch italian italiano italien",
    "es spanisch spanish español espanol castellano espagnol",
    "pt portugiesisch portuguese português portugues",
    "nl niederländisch dutch nederlands",
    "pl polnisch polish polski",
    "cs tschechisch czech čeština český",
    "sk slowakisch slovak slovenčina",
    "sl slowenisch slovenian slovene slovenščina",
    "hr kroatisch croatian hrvatski",
    "sr serbisch serbian srpski српски",
    "bs bosnisch bosnian bosanski",
    "hu ungarisch hungarian magyar",
    "ro rumänisch romanian română",
    "bg bulgarisch bulgarian български",
    "el griechisch greek ελληνικά",
    "tr türkisch turkish türkçe",
    "ru russisch russian русский",
    "uk ukrainisch ukrainian українська",
    "ar arabisch arabic العربية",
    "fa persisch farsi persian فارسی",
    "he hebräisch hebrew עברית",
    "ja japanisch japanese 日本語",
    "zh chinesisch chinese mandarin 中文",
    "ko koreanisch korean 한국어",
    "vi vietnamesisch vietnamese",
    "hi hindi हिन्दी",
    "da dänisch danish dansk",
    "sv schwedisch swedish svenska",
    "nb norwegisch norwegian norsk bokmål",
    "fi finnisch finnish suomi",
    "et estnisch estonian eesti",
    "lv lettisch latvian latviešu",
    "lt litauisch lithuanian lietuvių",
    "ca katalanisch catalan català",
    "eu baskisch basque euskara",
    "gl galicisch galician galego",
    "sq albanisch albanian shqip",
    "lb luxemburgisch luxembourgish lëtzebuergesch",
    "rm rätoromanisch romansh rumantsch",
    "dsb niedersorbisch",
    "hsb obersorbisch sorbisch sorbian",
    "eo esperanto",
    "la latein latin",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_names_and_tags_of_languages_only() {
        for (label, expected) in [
            ("Deutsch", "de"),
            ("Englisch (EN)", "en"),
            ("🇩🇪 DE – German", "de"),
            ("English (US)", "en"),
            ("de-AT", "de-AT"),
            ("en", "en"),
            ("Français / French", "fr"),
            ("In English", "en"),
            ("한국어", "ko"),
            ("Deutsch oder Englisch", ""),
            ("DE/EN", ""),
            ("Go", ""),
            ("R", ""),
            ("C++", ""),
            ("Rust", ""),
            ("Both", ""),
            ("Deutsche Gebärdensprache", ""),
            ("", ""),
        ] {
            let found = spoken(label);
            let found = found.as_ref().map_or("", LanguageTag::as_str);
            assert_eq!(found, expected, "{label}");
        }
        for (word, expected) in [
            ("de-formal", "de"),
            ("pt_BR", "pt-BR"),
            ("gsw", "gsw"),
            ("?", ""),
        ] {
            let found = tag(word);
            let found = found.as_ref().map_or("", LanguageTag::as_str);
            assert_eq!(found, expected, "{word}");
        }
    }
}
