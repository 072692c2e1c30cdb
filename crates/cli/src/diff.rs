//! What changes in a file, as a unified diff: for people, so with colours, and long lines cut.

use std::ops::Range;

use anstyle::{AnsiColor, Style};
use imara_diff::{Algorithm, Diff, Hunk, InternedInput};

use super::{escape::escape, terminal::Paint};

/// How many unchanged lines are shown around a change.
const AROUND: u32 = 3;

/// How many characters of a line are shown. A file may have all in one line.
const MOST: usize = 160;

/// How many characters before the first changed one are shown, in a line that is cut.
const BEFORE: usize = 40;

/// The diff between two versions of a file, or nothing if they are the same. Characters that would
/// do something to a terminal are escaped.
pub(super) fn diff(name: &str, before: &str, after: &str, paint: Paint) -> String {
    if before == after {
        return String::new();
    }
    let input = InternedInput::new(before, after);
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_lines(&input);
    let sides = Sides {
        before: input
            .before
            .iter()
            .map(|line| input.interner[*line])
            .collect(),
        after: input
            .after
            .iter()
            .map(|line| input.interner[*line])
            .collect(),
        paint,
    };
    let bold = Style::new().bold();
    let head = [format!("--- {name}"), format!("+++ {name}")];
    let mut shown: String = head.map(|line| paint.text(bold, &line) + "\n").concat();
    let hunks: Vec<_> = diff.hunks().collect();
    let is_near = |one: &Hunk, next: &Hunk| next.before.start - one.before.end <= 2 * AROUND;
    for near in hunks.chunk_by(is_near) {
        shown.push_str(&sides.part(near));
    }
    shown
}

/// The lines of both versions.
struct Sides<'a> {
    before: Vec<&'a str>,
    after: Vec<&'a str>,
    paint: Paint,
}

impl Sides<'_> {
    /// Changes that are near each other, with the lines around them.
    fn part(&self, hunks: &[Hunk]) -> String {
        let (Some(first), Some(last)) = (hunks.first(), hunks.last()) else {
            return String::new();
        };
        let lead = first.before.start.min(AROUND);
        let rest = self.before.len().saturating_sub(last.before.end as usize);
        let trail = u32::try_from(rest).map_or(AROUND, |rest| rest.min(AROUND));
        let side = |first: &Range<u32>, last: &Range<u32>| {
            let start = first.start - lead;
            format!("{},{}", start + 1, last.end + trail - start)
        };
        let head = format!(
            "@@ -{} +{} @@",
            side(&first.before, &last.before),
            side(&first.after, &last.after)
        );
        let mut shown = self.paint.text(AnsiColor::Cyan.on_default(), &head) + "\n";
        let mut at = first.before.start - lead;
        for hunk in hunks {
            shown.push_str(&self.unchanged(at..hunk.before.start));
            shown.push_str(&self.changed(hunk));
            at = hunk.before.end;
        }
        shown + &self.unchanged(at..at + trail)
    }

    fn unchanged(&self, lines: Range<u32>) -> String {
        let lines = part(&self.before, &lines).iter();
        let lines = lines.map(|line| format!(" {}\n", cut(&characters(line), 0)));
        lines.collect()
    }

    fn changed(&self, hunk: &Hunk) -> String {
        let before = part(&self.before, &hunk.before);
        let after = part(&self.after, &hunk.after);
        let sides = [
            (before, after, '-', AnsiColor::Red),
            (after, before, '+', AnsiColor::Green),
        ];
        let mut shown = String::new();
        for (lines, others, sign, colour) in sides {
            for (at, line) in lines.iter().enumerate() {
                let line = characters(line);
                let other = others.get(at).map(|other| characters(other));
                let same = other.map_or(0, |other| {
                    let pairs = line.iter().zip(&other);
                    pairs.take_while(|(one, other)| one == other).count()
                });
                let line = format!("{sign}{}", cut(&line, same));
                shown.push_str(&self.paint.text(colour.on_default(), &line));
                shown.push('\n');
            }
        }
        shown
    }
}

fn part<'a, 'b>(lines: &'b [&'a str], range: &Range<u32>) -> &'b [&'a str] {
    let range = range.start as usize..range.end as usize;
    lines.get(range).unwrap_or_default()
}

fn characters(line: &str) -> Vec<char> {
    let line = line.trim_end_matches(['\n', '\r']);
    line.replace('\t', "    ").chars().collect()
}

/// The line, or what is around the place `at` of a long one.
fn cut(line: &[char], at: usize) -> String {
    if line.len() <= MOST {
        return escape(&String::from_iter(line));
    }
    let start = at.saturating_sub(BEFORE).min(line.len() - MOST);
    let end = start + MOST;
    let sign = |is_cut: bool| if is_cut { "…" } else { "" };
    let shown = escape(&String::from_iter(&line[start..end]));
    format!("{}{shown}{}", sign(start > 0), sign(end < line.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_changes_and_three_lines_around() {
        let before = "1\n2\n3\n4\n5\n6\r\n7\u{1b}";
        let after = "1\n2\n3\n4\nfive\n6\r\n7\u{1b}";
        let expected = "--- a\n+++ a\n@@ -2,6 +2,6 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\\u{1b}\n";
        assert_eq!(diff("a", before, after, Paint::Plain), expected);
        assert_eq!(diff("a", before, before, Paint::Plain), "");
        let coloured = diff("a", before, after, Paint::Coloured);
        assert!(coloured.contains("\u{1b}[31m-5\u{1b}[0m\n\u{1b}[32m+five\u{1b}[0m\n"));
    }

    #[test]
    fn cuts_a_long_line_around_the_change() {
        let line = |middle: &str| format!("{}{middle}{}", "a".repeat(500), "b".repeat(500));
        let shown = diff("a", &line("old"), &line("new"), Paint::Plain);
        let lines: Vec<_> = shown.lines().skip(3).collect();
        assert!(
            lines[0].starts_with("-…aaa") && lines[0].contains("oldbbb"),
            "{shown}"
        );
        assert!(
            lines[1].starts_with("+…aaa") && lines[1].contains("newbbb"),
            "{shown}"
        );
        assert!(lines.iter().all(|line| line.chars().count() < 170));
    }
}
