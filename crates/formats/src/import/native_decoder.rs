//! The decoder outside of browsers, for [`super::decoded()`].

use encoding_rs::Encoding;

/// Decodes a text as the browser's `TextDecoder` does: by the Encoding Standard, and without the
/// byte-order mark.
#[must_use]
pub fn native_decoder(label: &str, bytes: &[u8]) -> Option<String> {
    let encoding = Encoding::for_label_no_replacement(label.as_bytes())?;
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    Some(text.into_owned())
}
