//! Addresses that may be shown on the page. This is the only place where they are checked.

use std::{fmt, sync::Arc};

use serde::Serialize;
use thiserror::Error;

use super::{LocalizedText, Seconds};

/// An address that is safe to link to or to load: `https:`, `http:`, `mailto:` or relative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Href(Arc<str>);

/// Why an address is not used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum UnsafeHref {
    /// The text is empty.
    #[error("the address is empty")]
    Empty,
    /// Spaces, control characters or a backslash, which browsers strip or turn into a `/`.
    #[error("the address contains a space, a control character or a backslash")]
    Characters,
    /// A scheme other than `https:`, `http:` and `mailto:`.
    #[error("only https:, http:, mailto: and relative addresses are allowed")]
    Scheme,
    /// `//host/path`: it leads to another host without looking like it.
    #[error("the address starts with `//`: write https:// in front")]
    NoScheme,
    /// Longer than 2,000 characters.
    #[error("the address has more than 2,000 characters")]
    TooLong,
}

impl Href {
    /// Checks an address.
    ///
    /// # Errors
    /// [`UnsafeHref`] says what is wrong with it.
    pub fn new(text: &str) -> Result<Self, UnsafeHref> {
        let text = text.trim();
        if text.is_empty() {
            return Err(UnsafeHref::Empty);
        }
        if text.len() > 2_000 {
            return Err(UnsafeHref::TooLong);
        }
        let is_hidden = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c);
        if text.chars().any(|c| c == '\\' || is_hidden(c)) {
            return Err(UnsafeHref::Characters);
        }
        if text.starts_with("//") {
            return Err(UnsafeHref::NoScheme);
        }
        match scheme(text) {
            None => Ok(Self(text.into())),
            Some(scheme) => {
                let rest = &text[scheme.len() + 1..];
                let is_web = ["https", "http"]
                    .iter()
                    .any(|s| scheme.eq_ignore_ascii_case(s));
                if is_web && rest.starts_with("//") && rest.len() > 2
                    || scheme.eq_ignore_ascii_case("mailto") && rest.contains('@')
                {
                    Ok(Self(text.into()))
                } else {
                    Err(UnsafeHref::Scheme)
                }
            }
        }
    }

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is relative to the event's own file.
    #[must_use]
    pub fn is_relative(&self) -> bool {
        scheme(&self.0).is_none()
    }

    /// Scheme and host of an `http:` or `https:` address, without the path.
    #[must_use]
    pub fn origin(&self) -> Option<&str> {
        // In a relative address, or after `mailto:`, a `://` is part of something else.
        let start = scheme(&self.0)?.len() + 3;
        self.0.get(start - 3..start).filter(|mark| *mark == "://")?;
        let end = self.0[start..]
            .find(['/', '?', '#'])
            .map_or(self.0.len(), |at| start + at);
        Some(&self.0[..end])
    }

    /// The host of an `http:` or `https:` address, without user and port.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        let authority = self.origin()?.split("://").nth(1)?;
        let host = authority.rsplit('@').next()?;
        Some(host.rsplit_once(':').map_or(host, |(host, _)| host))
    }
}

impl fmt::Display for Href {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The scheme in front of the first `:`, unless a `/`, `?` or `#` comes before it.
fn scheme(text: &str) -> Option<&str> {
    let (before, _) = text.split_once(':')?;
    (!before.contains(['/', '?', '#'])).then_some(before)
}

/// Invisible characters that change how an address looks.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// An address with a label.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Link {
    /// What the reader sees. Without a label in the file, it is the address itself.
    pub label: LocalizedText,
    /// Where it leads.
    pub url: Href,
    /// What readers find there, in one sentence.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<LocalizedText>,
    /// MIME type of a download, for example `application/pdf`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub media_type: Option<String>,
    /// Size of a download in bytes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<u64>,
    /// For slides and links of a talk: the position in its recording at which they are shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Seconds>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_web_mail_and_relative_addresses() {
        for text in [
            "https://muenchen.digital/a?b=c#d",
            "HTTP://example.org",
            "mailto:barriere@example.org",
            "bilder/panel.svg",
            "/impressum",
            "#panel",
            "?lang=en",
            "a/b:c",
        ] {
            assert_eq!(Href::new(text).unwrap().as_str(), text);
        }
        assert_eq!(
            Href::new(" https://example.org ").unwrap().as_str(),
            "https://example.org"
        );
    }

    #[test]
    fn refuses_what_runs_or_hides() {
        for (text, why) in [
            ("", UnsafeHref::Empty),
            ("javascript:alert(1)", UnsafeHref::Scheme),
            ("JaVaScRiPt:alert(1)", UnsafeHref::Scheme),
            ("java\nscript:alert(1)", UnsafeHref::Characters),
            ("java\u{ad}script:alert(1)", UnsafeHref::Characters),
            ("\u{1}javascript:alert(1)", UnsafeHref::Characters),
            ("data:text/html,x", UnsafeHref::Scheme),
            ("vbscript:x", UnsafeHref::Scheme),
            ("blob:https://x", UnsafeHref::Scheme),
            ("file:///etc/passwd", UnsafeHref::Scheme),
            ("//evil.example", UnsafeHref::NoScheme),
            ("\\\\evil.example", UnsafeHref::Characters),
            ("/\\evil.example", UnsafeHref::Characters),
            ("https:evil", UnsafeHref::Scheme),
            ("https://", UnsafeHref::Scheme),
            ("mailto:", UnsafeHref::Scheme),
        ] {
            assert_eq!(Href::new(text), Err(why), "{text:?}");
        }
        assert_eq!(
            Href::new(&format!("https://{}", "a".repeat(2_000))),
            Err(UnsafeHref::TooLong)
        );
    }

    #[test]
    fn tells_origin_and_host() {
        let href = Href::new("https://user@video.example:8443/w/1?x").unwrap();
        assert_eq!(href.origin(), Some("https://user@video.example:8443"));
        assert_eq!(href.host(), Some("video.example"));
        for text in ["a/b", "a?x=http://b", "mailto:a@b.example?body=http://c"] {
            let href = Href::new(text).unwrap();
            assert_eq!((href.origin(), href.host()), (None, None), "{text}");
        }
    }
}
