//! Where in a table a finding is.

use std::collections::BTreeMap;

use nachlese_check::Located;
use nachlese_event::problem::JsonPath;

use super::{
    cells::Rows,
    columns::{Guess, guess},
};

/// The longest heading in a path, in characters.
const LONGEST_HEADING: usize = 60;

/// A row, by its line.
pub(super) fn at_line(line: usize) -> JsonPath {
    JsonPath::root().element("line", Some(line))
}

/// A cell, by its line and the heading of its column.
pub(super) fn at_cell(line: usize, heading: &str) -> JsonPath {
    at_line(line).element(&clipped(heading), None)
}

fn clipped(heading: &str) -> String {
    let plain = heading.split_whitespace().collect::<Vec<_>>().join(" ");
    plain.chars().take(LONGEST_HEADING).collect()
}

/// Line and heading of a path that [`at_line`] or [`at_cell`] made.
pub(in crate::import::command) fn parts(path: &str) -> Option<(usize, Option<&str>)> {
    let (line, rest) = path.strip_prefix("line[")?.split_once(']')?;
    Some((line.parse().ok()?, rest.strip_prefix('/')))
}

/// Finds the cells of findings in the text, in the same order.
pub(in crate::import::command) fn locate(text: &str, paths: &[String]) -> Vec<Option<Located>> {
    let mut found = vec![None; paths.len()];
    let Guess::Table(plan) = guess(text) else {
        return whole_lines(text, paths);
    };
    let mut wanted: BTreeMap<usize, Vec<(usize, Option<&str>)>> = BTreeMap::new();
    for (at, path) in paths.iter().enumerate() {
        if let Some((line, heading)) = parts(path) {
            wanted.entry(line).or_default().push((at, heading));
        }
    }
    let headings: Vec<_> = plan
        .headings
        .cells
        .iter()
        .map(|cell| clipped(&cell.text))
        .collect();
    let lines = Lines::of(text);
    for row in Rows::of(text, plan.separator).after(plan.start) {
        for (at, heading) in wanted.remove(&row.line).into_iter().flatten() {
            let column = heading.and_then(|wanted| headings.iter().position(|it| it == wanted));
            let cell = column.and_then(|column| row.cells.get(column));
            let place = cell.or(row.cells.first()).map(|cell| cell.place);
            if let (Some((start, end)), Some(slot)) = (place, found.get_mut(at)) {
                let end = if cell.is_some() { end } else { start };
                *slot = Some(lines.located(text, start, end));
            }
        }
        if wanted.is_empty() {
            break;
        }
    }
    found
}

/// The lines of a text that is no table.
fn whole_lines(text: &str, paths: &[String]) -> Vec<Option<Located>> {
    let lines = Lines::of(text);
    let of = |path: &String| {
        let (line, _) = parts(path)?;
        let start = *lines.0.get(line.checked_sub(1)?)?;
        let end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        Some(lines.located(text, start, end))
    };
    paths.iter().map(of).collect()
}

/// Where each line begins.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self([0].into_iter().chain(breaks).collect())
    }

    fn located(&self, text: &str, start: usize, end: usize) -> Located {
        let line = self.0.partition_point(|begin| *begin <= start);
        let begin = self.0.get(line - 1).copied().unwrap_or_default();
        let marked = text[start..end].lines().next().unwrap_or_default();
        Located {
            line,
            column: text[begin..start]
                .trim_start_matches('\u{feff}')
                .chars()
                .count()
                + 1,
            width: marked.chars().count().max(1),
            item: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_cells_by_line_and_heading() {
        let text = "\u{feff}Titel;Beginn / Ende\r\n\"A\nB\";09:00\r\nÄ;25:00\r\n";
        let paths = [
            at_line(1),
            at_cell(2, "Beginn / Ende"),
            at_cell(4, "Beginn / Ende"),
            at_line(4),
            at_line(9),
        ];
        let paths = paths.map(|path| path.to_string());
        let found: Vec<_> = locate(text, &paths)
            .into_iter()
            .map(|it| it.map(|it| (it.line, it.column, it.width)))
            .collect();
        assert_eq!(
            found,
            [
                Some((1, 1, 1)),
                Some((3, 4, 5)),
                Some((4, 3, 5)),
                Some((4, 1, 1)),
                None
            ]
        );
        assert_eq!(parts("line[12]/a]/b"), Some((12, Some("a]/b"))));
        assert_eq!(parts("line[x]"), None);
        assert_eq!(parts("talks[3]"), None);
    }
}
