//! A language with a territory, as Open Graph wants it: `de_DE`.

use nachlese_event::LanguageTag;

/// The territory that a language is taken to be of if its tag names none: that of most of those who
/// speak it, within Europe where it is spoken there.
const TERRITORIES: &[(&str, &str)] = &[
    ("ar", "AR"),
    ("bg", "BG"),
    ("bs", "BA"),
    ("cs", "CZ"),
    ("da", "DK"),
    ("de", "DE"),
    ("el", "GR"),
    ("en", "GB"),
    ("es", "ES"),
    ("et", "EE"),
    ("fa", "IR"),
    ("fi", "FI"),
    ("fr", "FR"),
    ("he", "IL"),
    ("hr", "HR"),
    ("hu", "HU"),
    ("it", "IT"),
    ("ja", "JP"),
    ("ko", "KR"),
    ("lt", "LT"),
    ("lv", "LV"),
    ("mk", "MK"),
    ("nb", "NO"),
    ("nl", "NL"),
    ("pl", "PL"),
    ("pt", "PT"),
    ("ro", "RO"),
    ("ru", "RU"),
    ("sk", "SK"),
    ("sl", "SI"),
    ("sq", "AL"),
    ("sr", "RS"),
    ("sv", "SE"),
    ("tr", "TR"),
    ("uk", "UA"),
    ("vi", "VN"),
    ("zh", "CN"),
];

/// The value of `og:locale` for a language: `en_GB` for `en`, `en_US` for `en-US`.
///
/// `None` if neither the tag nor the table tells a territory. Source: <https://ogp.me/> (optional
/// metadata), read on 2026-11-30. For Arabic the format has its own `ar_AR`.
#[must_use]
pub fn open_graph_locale(tag: &LanguageTag) -> Option<String> {
    let language = tag.primary().to_ascii_lowercase();
    let subtags = tag.as_str().split('-').skip(1);
    // After a single letter come private words and extensions.
    let mut subtags = subtags.take_while(|subtag| subtag.len() > 1);
    let is_territory = |subtag: &&str| subtag.len() == 2;
    let own = subtags.find(is_territory).map(str::to_ascii_uppercase);
    let usual = TERRITORIES.iter().find(|(known, _)| *known == language);
    let territory = own.or_else(|| Some(usual?.1.to_owned()))?;
    Some(format!("{language}_{territory}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_tags_territory_else_the_usual_one() {
        for (tag, locale) in [
            ("de", Some("de_DE")),
            ("de-AT", Some("de_AT")),
            ("DE-at", Some("de_AT")),
            ("en", Some("en_GB")),
            ("en-US", Some("en_US")),
            ("de-x-easy", Some("de_DE")),
            ("de-x-at", Some("de_DE")),
            ("zh-Hant-TW", Some("zh_TW")),
            ("de-1996", Some("de_DE")),
            ("tlh", None),
        ] {
            let tag = LanguageTag::new(tag).unwrap();
            assert_eq!(open_graph_locale(&tag).as_deref(), locale, "{tag:?}");
        }
    }
}
