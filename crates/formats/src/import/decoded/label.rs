//! Labels of encodings: those in the file itself, and those that a server sends with it.

/// The encoding that a media type names, in lower case.
pub(super) fn told(media_type: &str) -> Option<String> {
    let media_type = media_type.to_ascii_lowercase();
    let mut parameters = media_type.split(';').skip(1);
    let charset = parameters.find_map(|it| it.trim().strip_prefix("charset="))?;
    let charset = charset.trim().trim_matches('"');
    (!is_unicode(charset)).then(|| charset.to_owned())
}

/// Whether a label means UTF-8 or UTF-16. If the label UTF-16 itself could be read, the text is not
/// in UTF-16.
pub(super) fn is_unicode(name: &str) -> bool {
    ["utf", "ucs", "unicode"].iter().any(|it| name.contains(it))
}

/// The encoding that the declaration of XML names, in lower case.
pub(super) fn declared(start: &str) -> Option<String> {
    let (declaration, _) = start.strip_prefix("<?xml")?.split_once("?>")?;
    let (_, value) = declaration.split_once("encoding")?;
    let value = value.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let name = value[1..].split(quote).next()?;
    Some(name.trim().to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_told() {
        for (media_type, expected) in [
            ("text/xml; charset=ISO-8859-1", Some("iso-8859-1")),
            ("text/xml;x=y; Charset=\"iso-8859-1\"", Some("iso-8859-1")),
            (
                "text/calendar;charset= windows-1252 ; method=PUBLISH",
                Some("windows-1252"),
            ),
            ("text/xml; charset=utf-8", None),
            ("charset=iso-8859-1", None),
            ("text/xml", None),
            ("", None),
        ] {
            assert_eq!(told(media_type).as_deref(), expected, "{media_type}");
        }
    }

    #[test]
    fn reads_what_is_declared() {
        for (start, expected) in [
            (
                "<?xml version='1.0' encoding='ISO-8859-1'?>",
                Some("iso-8859-1"),
            ),
            (
                "<?xml version = \"1.0\"\n encoding =\n\" utf-8\" ?>",
                Some("utf-8"),
            ),
            ("<?xml version='1.0' encoding=ISO-8859-1?>", None),
            ("<?xml version='1.0' encoding='ISO-8859-1", None),
            ("<?xml version='1.0'?><a encoding='x'/>", None),
            ("<schedule encoding='x'?>", None),
            ("<?xml encoding", None),
            ("<?xml encoding?>", None),
            ("<?xml encoding=?>", None),
            ("<?xml encoding='?>", Some("")),
        ] {
            assert_eq!(declared(start).as_deref(), expected, "{start}");
        }
    }
}
