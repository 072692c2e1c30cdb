//! Content lines of iCalendar: at most 75 bytes each, the rest on folded lines (RFC 5545, 3.1).

/// The lines of a calendar.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    has_zone: bool,
}

impl Lines {
    /// Appends a line. If `value` is text, it must be [escaped] already.
    pub(super) fn add(&mut self, name: &str, value: &str) {
        self.has_zone |= name.contains(";TZID=");
        let mut bytes = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            // Never split a character, although the RFC would allow it.
            if bytes + c.len_utf8() > 75 {
                self.text.push_str("\r\n ");
                bytes = 1;
            }
            self.text.push(c);
            bytes += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// Whether a line names a time zone.
    pub(super) fn has_zone(&self) -> bool {
        self.has_zone
    }

    /// Appends other lines.
    pub(super) fn append(&mut self, other: Self) {
        self.text.push_str(&other.text);
        self.has_zone |= other.has_zone;
    }

    /// The whole text.
    pub(super) fn into_text(self) -> String {
        self.text
    }
}

/// A text as a value (RFC 5545, section 3.3.11), without control characters, which it cannot have.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => escaped.push_str("\\n"),
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            c if c.is_control() && c != '\t' => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_between_characters() {
        let mut lines = Lines::default();
        let text = "ä".repeat(100);
        lines.add("SUMMARY", &text);
        let folded = lines.into_text();
        let folded: Vec<_> = folded.trim_end().split("\r\n").collect();
        assert_eq!(folded.len(), 3);
        assert!(folded.iter().all(|line| line.len() <= 75));
        assert_eq!(
            folded.join("\r\n").replace("\r\n ", ""),
            format!("SUMMARY:{text}")
        );
    }

    #[test]
    fn leaves_a_line_of_75_bytes_whole() {
        let mut lines = Lines::default();
        lines.add("X", &"a".repeat(73));
        assert_eq!(lines.into_text().len(), 75 + 2);
    }

    #[test]
    fn escapes_what_separates() {
        assert_eq!(
            escaped("a, b; c\\d\ne: \"f\""),
            "a\\, b\\; c\\\\d\\ne: \"f\""
        );
        assert_eq!(escaped("a\r\nb\tc\u{0}\u{7}\u{7f}\u{85}d"), "a\\nb\tcd");
    }
}
