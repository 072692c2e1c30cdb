//! The policy that says what a page may load and run.
//!
//! By hand: the crate content-security-policy reads policies for browsers and writes none.

use std::collections::BTreeSet;

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::Policy;

/// The value of the header `Content-Security-Policy`.
///
/// Sources that are not a plain origin or hash are left out, because they could end or extend the
/// header.
#[must_use]
pub fn content_security_policy(policy: &Policy) -> String {
    let mut directives = directives(policy);
    if !policy.frame_ancestors.is_empty() {
        directives.push(format!(
            "frame-ancestors 'self'{}",
            listed(&policy.frame_ancestors)
        ));
    }
    directives.join("; ")
}

/// The policy in every page as `<meta http-equiv="Content-Security-Policy">`, for hosts that send
/// no headers: only the page's own scripts may run.
///
/// It is not the whole policy, because a page could not loosen it for `?event=https://…` or another
/// provider's player, as the operator can in a header.
#[must_use]
pub fn meta_csp(policy: &Policy) -> String {
    let kept = ["script-src", "base-uri", "form-action"];
    let mut directives = directives(policy);
    directives.retain(|directive| kept.iter().any(|name| directive.starts_with(name)));
    directives.push("object-src 'none'".to_owned());
    directives.join("; ")
}

/// The policy of a page that contains everything itself: only its own scripts and styles, and from
/// the network only the providers' players and the event's videos on the hosts `media_origins`.
/// Readers are asked before these are loaded.
#[must_use]
pub fn one_file_csp(
    policy: &Policy,
    script: &str,
    style: &str,
    media_origins: &BTreeSet<String>,
) -> String {
    let mut kept = directives(policy);
    let names = ["default-src", "frame-src", "base-uri", "form-action"];
    kept.retain(|directive| names.iter().any(|name| directive.starts_with(name)));
    kept.extend([
        format!("script-src '{}' 'wasm-unsafe-eval'", script_hash(script)),
        format!("style-src '{}'", script_hash(style)),
        "img-src data: blob:".to_owned(),
        "font-src data:".to_owned(),
        // Captions, for the search.
        "connect-src blob:".to_owned(),
        format!("media-src data: blob:{}", listed(media_origins)),
    ]);
    kept.join("; ")
}

/// The name of an inline script in the policy: `sha256-…` of the text between its tags.
#[must_use]
pub fn script_hash(script: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(script)))
}

/// Whether a text is an origin that a policy may contain, including `https://*.example.org`.
pub(super) fn is_source(text: &str) -> bool {
    let host = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    host.is_some_and(|host| {
        let is_part = |c: char| c.is_ascii_alphanumeric() || "-.:*[]".contains(c);
        !host.is_empty() && host.chars().all(is_part)
    })
}

fn directives(policy: &Policy) -> Vec<String> {
    let hashes = policy.script_hashes.iter().filter(|hash| is_hash(hash));
    let hashes = hashes.map(|hash| format!(" '{hash}'")).collect::<Vec<_>>();
    let hashes = hashes.concat();
    vec![
        "default-src 'none'".to_owned(),
        format!("script-src 'self' 'wasm-unsafe-eval'{hashes}"),
        "style-src 'self'".to_owned(),
        "img-src 'self'".to_owned(),
        "font-src 'self'".to_owned(),
        "connect-src 'self'".to_owned(),
        "media-src 'self'".to_owned(),
        "manifest-src 'self'".to_owned(),
        "worker-src 'self'".to_owned(),
        format!(
            "frame-src https://www.youtube-nocookie.com https://player.vimeo.com{}",
            listed(&policy.frame_sources)
        ),
        "base-uri 'none'".to_owned(),
        "form-action 'none'".to_owned(),
    ]
}

fn listed<'a>(sources: impl IntoIterator<Item = &'a String>) -> String {
    let sources = sources.into_iter().filter(|source| is_source(source));
    sources
        .map(|source| format!(" {source}"))
        .collect::<Vec<_>>()
        .concat()
}

fn is_hash(text: &str) -> bool {
    let digits = text.strip_prefix("sha256-").unwrap_or_default();
    let is_digit = |b: u8| b.is_ascii_alphanumeric() || b"+/=".contains(&b);
    digits.len() == 44 && digits.bytes().all(is_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_what_the_page_is_built_for() {
        assert_eq!(
            content_security_policy(&Policy::default()),
            "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
             img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; \
             manifest-src 'self'; worker-src 'self'; \
             frame-src https://www.youtube-nocookie.com https://player.vimeo.com; \
             base-uri 'none'; form-action 'none'"
        );
    }

    #[test]
    fn takes_servers_hashes_and_framing_sites() {
        let hash = script_hash("alert(1)");
        assert_eq!(hash, "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=");
        let policy = Policy {
            frame_sources: ["https://tube.example".to_owned()].into(),
            script_hashes: [hash.clone()].into(),
            frame_ancestors: ["https://*.city.example".to_owned()].into(),
        };
        let header = content_security_policy(&policy);
        assert!(header.contains(&format!("'wasm-unsafe-eval' '{hash}';")));
        assert!(header.contains("player.vimeo.com https://tube.example;"));
        assert!(header.ends_with("; frame-ancestors 'self' https://*.city.example"));
        assert!(!meta_csp(&policy).contains("frame-ancestors"));
    }

    #[test]
    fn one_file_needs_nothing_from_the_network() {
        let policy = one_file_csp(&Policy::default(), "alert(1)", "", &[].into());
        assert_eq!(
            policy,
            "default-src 'none'; \
             frame-src https://www.youtube-nocookie.com https://player.vimeo.com; \
             base-uri 'none'; form-action 'none'; script-src \
             'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI=' 'wasm-unsafe-eval'; \
             style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
             img-src data: blob:; font-src data:; connect-src blob:; media-src data: blob:"
        );
    }

    #[test]
    fn leaves_out_what_would_change_the_policy() {
        let evil = || {
            [
                "https://a.example; script-src *",
                "*",
                "https://a.example\n",
                "data:",
                "https://",
            ]
            .map(str::to_owned)
            .into()
        };
        let policy = Policy {
            frame_sources: evil(),
            script_hashes: evil(),
            frame_ancestors: [].into(),
        };
        assert_eq!(
            content_security_policy(&policy),
            content_security_policy(&Policy::default())
        );
    }
}
