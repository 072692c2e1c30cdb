//! Tells whether a page was prerendered from exactly the text that was loaded.

/// The FNV-1a hash of a text, 64 bits in hexadecimal.
///
/// Finds changes, not forgeries. Source: the FNV specification, draft-eastlake-fnv, section 2
/// (read 2026-11-24).
#[must_use]
pub fn fingerprint(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_published_vectors() {
        for (text, expected) in [
            ("", "cbf29ce484222325"),
            ("a", "af63dc4c8601ec8c"),
            ("foobar", "85944171f73967e8"),
        ] {
            assert_eq!(fingerprint(text), expected);
        }
    }
}
