//! Lines of a calendar: name, parameters and value (RFC 5545, section 3.1).

use std::borrow::Cow;

/// One line, unfolded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Property {
    /// In capitals.
    pub(super) name: String,
    /// In the order of the file, with names in capitals and decoded values.
    pub(super) parameters: Vec<(String, String)>,
    /// As written, with backslashes.
    pub(super) value: String,
}

impl Property {
    /// The value of a parameter.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let found = self.parameters.iter().find(|(known, _)| known == name)?;
        Some(&found.1)
    }
}

/// Splits a text into its properties, with any line endings.
///
/// A line that cannot be a property belongs to the value before it, because some programs write
/// line breaks without escaping them.
pub(super) fn properties(text: &str) -> Vec<Property> {
    let mut all: Vec<Property> = Vec::new();
    for line in unfolded(text) {
        if let Some(property) = property(&line) {
            all.push(property);
        } else if let Some(before) = all.last_mut()
            && !line.trim().is_empty()
        {
            before.value.push('\n');
            before.value.push_str(&line);
        }
    }
    all
}

/// The unfolded lines. A line that begins with a space continues the one before.
fn unfolded(text: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let mut lines = lines(text).peekable();
    std::iter::from_fn(move || {
        let mut line = Cow::Borrowed(lines.next()?);
        while let Some(more) = lines.next_if(|next| next.starts_with([' ', '\t'])) {
            line.to_mut().push_str(&more[1..]);
        }
        Some(line)
    })
}

/// Lines that end in CR LF, in LF or in CR.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let pieces = text.split('\n');
    pieces.flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}

fn property(line: &str) -> Option<Property> {
    let end = line.find([':', ';'])?;
    let name = line[..end].trim();
    let is_name = |b: u8| b.is_ascii_alphanumeric() || b == b'-';
    if name.is_empty() || !name.bytes().all(is_name) {
        return None;
    }
    let mut parameters = Vec::new();
    let mut rest = &line[end..];
    while let Some(from) = rest.strip_prefix(';') {
        let (parameter, after) = parameter(from)?;
        parameters.push(parameter);
        rest = after;
    }
    Some(Property {
        name: name.to_ascii_uppercase(),
        parameters,
        value: rest.strip_prefix(':')?.to_owned(),
    })
}

/// The first parameter, and the rest. Text in quotes may contain any sign.
fn parameter(text: &str) -> Option<((String, String), &str)> {
    let mut is_quoted = false;
    let end = text.bytes().position(|b| {
        is_quoted ^= b == b'"';
        !is_quoted && matches!(b, b';' | b':')
    });
    // A quotation mark without an end is a normal character.
    let end = end.or_else(|| text.find([';', ':']))?;
    let (parameter, rest) = text.split_at(end);
    let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
    // Values of properties have backslashes, values of parameters have none, but some programs
    // write `CN="Sommer\\, Lea"`.
    let value = value
        .replace('"', "")
        .replace("\\,", ",")
        .replace("\\;", ";");
    let value = meant(&value);
    Some(((name.trim().to_ascii_uppercase(), value), rest))
}

/// Decodes `^n`, `^'` and `^^` (RFC 6868, section 3.1).
fn meant(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('^') {
        out.push_str(before);
        let (sign, length) = match after.as_bytes().first() {
            Some(b'n') => ('\n', 1),
            Some(b'\'') => ('"', 1),
            Some(b'^') => ('^', 1),
            _ => ('^', 0),
        };
        out.push(sign);
        rest = &after[length..];
    }
    out.push_str(rest);
    out
}

/// A text without its backslashes.
pub(super) fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            c => out.push(c),
        }
    }
    out
}

/// The texts of a list. A comma within a text has a backslash before it.
pub(super) fn list(value: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut is_escaped = false;
    for (at, b) in value.bytes().enumerate() {
        if b == b',' && !is_escaped {
            parts.push(unescaped(&value[start..at]));
            start = at + 1;
        }
        is_escaped = b == b'\\' && !is_escaped;
    }
    parts.push(unescaped(&value[start..]));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_lines_into_their_parts() {
        for (line, name, parameters, value) in [
            ("SUMMARY:a:b;c", "SUMMARY", "", "a:b;c"),
            ("summary;x=1;Y=2:", "SUMMARY", "X=1 Y=2", ""),
            ("A;B=\"c:d;e,f\";G=h:i", "A", "B=c:d;e,f G=h", "i"),
            ("A;B=^'c^'^n^^^d^:e", "A", "B=\"c\"\n^^d^", "e"),
            ("A;B=\"c\",\"d\":e", "A", "B=c,d", "e"),
            ("A;B=\"c\\, d\\; e\":f", "A", "B=c, d; e", "f"),
            // The text is damaged. Everything readable is read.
            ("A;B=\"c:d", "A", "B=c", "d"),
            ("A;B:c", "A", "B=", "c"),
        ] {
            let found = property(line).unwrap();
            let joined = found.parameters.iter().map(|(n, v)| format!("{n}={v}"));
            let joined: Vec<_> = joined.collect();
            let found = (found.name.as_str(), joined.join(" "), found.value.as_str());
            assert_eq!(found, (name, parameters.to_owned(), value), "{line}");
        }
        for line in ["", "ohne", "zwei Worte: x", ":x", ";a=b:c", "A;B", "É:x"] {
            assert_eq!(property(line), None, "{line}");
        }
    }

    #[test]
    fn puts_lines_together_whatever_ends_them() {
        let expected = ["A=bc", "D=e\nund weiter", "F= g"];
        for text in [
            "A:b\r\n c\r\nD:e\r\nund weiter\r\nF: g\r\n",
            "A:b\n\tc\nD:e\n\nund weiter\nF: g",
            "A:b\r c\rD:e\rund weiter\rF: g\r",
        ] {
            let found = properties(text);
            let found = found.iter().map(|p| format!("{}={}", p.name, p.value));
            assert_eq!(found.collect::<Vec<_>>(), expected, "{text:?}");
        }
    }

    #[test]
    fn reads_texts_and_lists_of_them() {
        assert_eq!(unescaped("a\\, b\\nc\\N\\\\d\\"), "a, b\nc\n\\d");
        assert_eq!(list("a\\,b,c\\\\,d,"), ["a,b", "c\\", "d", ""]);
    }
}
