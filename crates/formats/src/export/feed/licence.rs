//! The licence of a recording, as feeds name it.

use super::super::xml::Element;

/// `podcast:license` for a licence's address, or the name of a licence of Creative Commons.
///
/// Any other name is left out, because the element would need the address of its text.
pub(super) fn licence(text: &str) -> Option<Element> {
    let text = text.trim();
    if let Some(short) = short_name(text) {
        let address = address(&short)?;
        return Some(Element::text("podcast:license", short).with("url", address));
    }
    let is_address = text.starts_with("https://") || text.starts_with("http://");
    // Readers cut off longer names.
    let name: String = text.chars().take(128).collect();
    is_address.then(|| Element::text("podcast:license", name).with("url", text))
}

/// The rights that a licence of Creative Commons may keep, in the order of its name.
const KINDS: [&str; 6] = ["by", "by-sa", "by-nc", "by-nc-sa", "by-nd", "by-nc-nd"];

/// `cc-by-sa-4.0` for „CC BY-SA 4.0“ or `https://creativecommons.org/licenses/by-sa/4.0/`.
fn short_name(text: &str) -> Option<String> {
    let text = text.to_ascii_lowercase();
    let short = match text.split_once("creativecommons.org/") {
        Some((_, path)) => {
            let mut parts = path.split('/');
            match (parts.next()?, parts.next()?, parts.next()?) {
                ("publicdomain", "zero", version) => format!("cc0-{version}"),
                (_, kind, version) => format!("cc-{kind}-{version}"),
            }
        }
        None => text.split([' ', '-', '_']).collect::<Vec<_>>().join("-"),
    };
    address(&short).map(|_| short)
}

/// The address of a licence by its short name.
fn address(short: &str) -> Option<String> {
    let (kind, version) = short.rsplit_once('-')?;
    let is_version = |c: char| c.is_ascii_digit() || c == '.';
    if version.is_empty() || !version.chars().all(is_version) {
        return None;
    }
    let path = match kind.strip_prefix("cc-") {
        Some(kind) if KINDS.contains(&kind) => format!("licenses/{kind}"),
        None if kind == "cc0" => "publicdomain/zero".to_owned(),
        _ => return None,
    };
    Some(format!("https://creativecommons.org/{path}/{version}/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_licences_of_creative_commons() {
        for (text, short) in [
            ("CC BY 4.0", Some("cc-by-4.0")),
            ("CC-BY-SA-4.0", Some("cc-by-sa-4.0")),
            ("cc by-nc-nd 3.0", Some("cc-by-nc-nd-3.0")),
            ("CC0 1.0", Some("cc0-1.0")),
            (
                "https://creativecommons.org/licenses/by-nc/4.0/deed.de",
                Some("cc-by-nc-4.0"),
            ),
            (
                "http://creativecommons.org/publicdomain/zero/1.0/",
                Some("cc0-1.0"),
            ),
            ("CC BY-XY 4.0", None),
            ("CC BY", None),
            ("MIT", None),
            ("https://creativecommons.org/", None),
            ("https://city.example/licence", None),
        ] {
            assert_eq!(short_name(text).as_deref(), short, "{text}");
        }
    }

    #[test]
    fn tells_the_address_of_every_licence() {
        for (text, xml) in [
            (
                "CC BY 4.0",
                Some("url=\"https://creativecommons.org/licenses/by/4.0/\">cc-by-4.0<"),
            ),
            (
                "https://city.example/licence",
                Some("url=\"https://city.example/licence\">https://city.example/licence<"),
            ),
            ("Alle Rechte bei der Stadt", None),
        ] {
            let found = licence(text).map(Element::into_document);
            let fits = |xml| found.as_deref().is_some_and(|text| text.contains(xml));
            assert_eq!(found.is_some(), xml.is_some(), "{text}");
            assert!(xml.is_none_or(fits), "{found:?}");
        }
    }
}
