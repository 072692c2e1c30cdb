//! Folded lines of calendars (RFC 5545, section 3.1).

/// Joins folded lines. A space or tab after the end of a line says that the line goes on.
///
/// Works on bytes before they are decoded, because some programs fold in the middle of a letter.
pub(super) fn unfold(bytes: &[u8]) -> Vec<u8> {
    let mut whole = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        rest = match rest {
            [b'\r', b'\n', b' ' | b'\t', after @ ..]
            | [b'\r' | b'\n', b' ' | b'\t', after @ ..] => after,
            [byte, after @ ..] => {
                whole.push(*byte);
                after
            }
            [] => return whole,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_lines_within_a_letter_too() {
        for (folded, expected) in [
            (&b"A:b\r\n c\r\nD:e"[..], &b"A:bc\r\nD:e"[..]),
            (b"A:b\n\tc\rD:\r e", b"A:bc\rD:e"),
            (b"A:Gr\xc3\r\n \xb6\xc3\n \x9fe", "A:Größe".as_bytes()),
            (b"A:b\r\n  c\r\n \r\n d", b"A:b cd"),
            (b"", b""),
        ] {
            assert_eq!(unfold(folded), expected);
        }
    }
}
