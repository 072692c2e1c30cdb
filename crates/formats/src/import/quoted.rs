//! Texts of vCalendar 1.0, whose properties name an encoding of their own: `ENCODING=QUOTED-PRINTABLE`
//! and `CHARSET=ISO-8859-1` (<https://www.imc.org/pdi/vcal-10.txt>, section 2.1; RFC 2045, section 6.7).

/// Decodes a text by the name of its encoding, as for whole files.
type Decode = fn(&str, &[u8]) -> Option<String>;

/// Rewrites such properties as those of iCalendar: UTF-8, with `\n` for the end of a line.
///
/// Works on lines before they are unfolded: a line that ends in `=` goes on in the next one.
pub(super) fn plain(bytes: &[u8], decode: Decode) -> Option<Vec<u8>> {
    let is_one = |needle: &[u8]| {
        let mut windows = bytes.windows(needle.len());
        windows.any(|window| window.eq_ignore_ascii_case(needle))
    };
    if !is_one(b"QUOTED-PRINTABLE") && !is_one(b"CHARSET=") {
        return None;
    }
    let mut out = Vec::with_capacity(bytes.len());
    let mut lines = bytes.split(|byte| *byte == b'\n').peekable();
    while let Some(line) = lines.next() {
        let Some(head) = Head::of(line) else {
            out.extend_from_slice(line);
            if lines.peek().is_some() {
                out.push(b'\n');
            }
            continue;
        };
        let mut value = trimmed(&line[head.length..]).to_vec();
        loop {
            if head.is_quoted && value.last() == Some(&b'=') {
                value.pop();
                let Some(next) = lines.next() else { break };
                value.extend_from_slice(trimmed(next));
            } else if let Some(next) = lines.next_if(|next| next.starts_with(b" ")) {
                value.extend_from_slice(trimmed(&next[1..]));
            } else {
                break;
            }
        }
        if head.is_quoted {
            value = unquoted(&value);
        }
        out.extend_from_slice(&head.kept);
        out.extend_from_slice(&escaped(&in_utf8(value, &head.charset, decode)));
        out.extend_from_slice(b"\r\n");
    }
    Some(out)
}

/// The name and the parameters of a property.
struct Head {
    /// How many bytes they have, with the colon.
    length: usize,
    /// Everything that does not name an encoding.
    kept: Vec<u8>,
    is_quoted: bool,
    charset: String,
}

impl Head {
    /// The head of a property, if it names an encoding.
    fn of(line: &[u8]) -> Option<Self> {
        let mut in_quotes = false;
        let mut is_end = |byte: &u8| {
            in_quotes ^= *byte == b'"';
            !in_quotes && *byte == b':'
        };
        let end = line.iter().position(&mut is_end)?;
        let text = std::str::from_utf8(&line[..end]).ok()?;
        let (mut kept, mut is_quoted, mut charset) = (Vec::new(), false, String::new());
        for part in text.split(';') {
            let (name, value) = part.split_once('=').unwrap_or(("", part));
            let names = |known: &str| name.trim().eq_ignore_ascii_case(known);
            let is_encoding = name.is_empty() || names("ENCODING");
            if is_encoding && value.trim().eq_ignore_ascii_case("QUOTED-PRINTABLE") {
                is_quoted = true;
            } else if names("CHARSET") {
                charset = value.trim().trim_matches('"').to_ascii_lowercase();
            } else {
                kept.push(part);
            }
        }
        let is_told = is_quoted || !charset.is_empty();
        is_told.then(|| Self {
            length: end + 1,
            kept: format!("{}:", kept.join(";")).into_bytes(),
            is_quoted,
            charset,
        })
    }
}

/// A line without what ends it.
fn trimmed(line: &[u8]) -> &[u8] {
    line.strip_suffix(b"\r").unwrap_or(line)
}

/// Decodes `=C3=B6`. What is no number stays as it is.
fn unquoted(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).filter(|_| *first == b'=');
        let digits = digits.filter(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let number = digits.and_then(|digits| {
            let digits = std::str::from_utf8(digits).ok()?;
            u8::from_str_radix(digits, 16).ok()
        });
        out.push(number.unwrap_or(*first));
        rest = if number.is_some() { &after[2..] } else { after };
    }
    out
}

/// Decodes what is not UTF-8. A name that nobody knows is left to the guess for the whole file.
fn in_utf8(value: Vec<u8>, charset: &str, decode: Decode) -> Vec<u8> {
    if charset.is_empty() || std::str::from_utf8(&value).is_ok() {
        return value;
    }
    decode(charset, &value)
        .filter(|text| !text.contains('\u{fffd}'))
        .map_or(value, String::into_bytes)
}

/// Writes ends of lines as iCalendar does.
fn escaped(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    for byte in value {
        match byte {
            b'\r' => {}
            b'\n' => out.extend_from_slice(b"\\n"),
            byte => out.push(*byte),
        }
    }
    out
}
