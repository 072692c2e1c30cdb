//! A line of a file with a mark under the place of a finding.

use super::escape::escape;

/// How many characters of a line are shown. A file may have all in one line.
const MOST: usize = 100;

/// The line and the mark, each with its line break. `line` and `column` count from 1, `column` and
/// `width` in characters.
pub(super) fn marked(text: &str, line: usize, column: usize, width: usize) -> String {
    let text: Vec<_> = text.chars().collect();
    let at = (column - 1).min(text.len());
    // What stands before the mark says where it is.
    let start = if text.len() <= MOST {
        0
    } else {
        at.saturating_sub(MOST / 3)
    };
    let end = text.len().min(start + MOST);
    let cut = |is_cut: bool| if is_cut { "…" } else { "" };
    // A tab or a control character takes as much room above the mark as below the line.
    let plain = |range: std::ops::Range<usize>| {
        let range: String = text[range].iter().collect();
        escape(&range.replace('\t', " "))
    };
    let before = plain(start..at.max(start));
    let shown = format!(
        "{}{}{}{}",
        cut(start > 0),
        before,
        plain(at..end.max(at)),
        cut(end < text.len())
    );
    let number = line.to_string();
    let (margin, indent) = (
        " ".repeat(number.len()),
        cut(start > 0).len().min(1) + before.chars().count(),
    );
    let width = plain(at..end.min(at + width).max(at))
        .chars()
        .count()
        .max(1);
    format!(
        "  {number} | {}\n  {margin} | {}{}\n",
        shown.trim_end(),
        " ".repeat(indent),
        "^".repeat(width)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_the_place() {
        assert_eq!(
            marked("\t\"titel\": \"KI\",", 12, 2, 7),
            "  12 |  \"titel\": \"KI\",\n     |  ^^^^^^^\n"
        );
        assert_eq!(marked("", 3, 1, 1), "  3 | \n    | ^\n");
        assert_eq!(
            marked("{\u{1b}x", 1, 2, 1),
            "  1 | {\\u{1b}x\n    |  ^^^^^^\n"
        );
    }

    #[test]
    fn cuts_a_long_line_around_the_place() {
        let line = format!("{}here{}", "a".repeat(500), "b".repeat(500));
        let shown = marked(&line, 1, 501, 4);
        let [text, mark] = shown.lines().collect::<Vec<_>>()[..] else {
            panic!("{shown}")
        };
        assert!(
            text.starts_with("  1 | …aaa") && text.ends_with("bbb…"),
            "{text}"
        );
        let at = mark.find('^').unwrap();
        let under: String = text.chars().skip(at).take(4).collect();
        assert_eq!(under, "here");
    }
}
