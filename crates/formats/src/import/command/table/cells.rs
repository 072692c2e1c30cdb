//! Splits a table into rows of cells, each with its place in the text.
//!
//! The rules of quotes and line breaks are those of RFC 4180 as the crate `csv` reads them; this
//! uses its core, because only that tells where a cell is.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

/// The most columns that are looked at.
pub(super) const MOST_COLUMNS: usize = 200;

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    /// What it says, without the blanks around it.
    pub(super) text: String,
    /// The bytes of the text that it takes, with its quotes.
    pub(super) place: (usize, usize),
}

/// A row with anything in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// Its first line, counted from 1.
    pub(super) line: usize,
    pub(super) cells: Vec<Cell>,
    /// How many filled cells it has beyond [`MOST_COLUMNS`].
    pub(super) surplus: usize,
    /// Where a quote begins in it that never ends.
    pub(super) open_quote: Option<usize>,
}

impl Row {
    /// The text of a cell, if there is any.
    pub(super) fn text(&self, column: usize) -> Option<&str> {
        let cell = self.cells.get(column)?;
        Some(cell.text.as_str()).filter(|text| !text.is_empty())
    }

    fn is_blank(&self) -> bool {
        self.open_quote.is_none()
            && self.surplus == 0
            && self.cells.iter().all(|cell| cell.text.is_empty())
    }
}

/// Reads the rows of a table, one by one. Blank ones are left out.
pub(super) struct Rows<'a> {
    text: &'a str,
    reader: Reader,
    at: usize,
    line: usize,
    is_done: bool,
}

impl<'a> Rows<'a> {
    pub(super) fn of(text: &'a str, separator: u8) -> Self {
        Self {
            text,
            reader: ReaderBuilder::new().delimiter(separator).build(),
            at: 0,
            line: 1,
            is_done: false,
        }
    }

    /// Passes over the first lines, which are not part of the table.
    pub(super) fn after(mut self, start: usize) -> Self {
        self.pass(start);
        self
    }

    fn pass(&mut self, to: usize) {
        self.line += self.text[self.at..to].matches('\n').count();
        self.at = to;
    }

    /// The next row, blank or not.
    fn row(&mut self) -> Option<Row> {
        let bytes = self.text.as_bytes();
        let breaks = bytes[self.at..].iter();
        let breaks = breaks
            .take_while(|byte| matches!(byte, b'\r' | b'\n'))
            .count();
        self.pass(self.at + breaks);
        let mut row = Row {
            line: self.line,
            cells: Vec::new(),
            surplus: 0,
            open_quote: None,
        };
        let mut start = self.at;
        while !self.is_done {
            let (content, is_last) = self.cell()?;
            let raw = &self.text[start..self.at];
            if self.at == bytes.len() && has_open_quote(raw) {
                row.open_quote = Some(start);
            }
            let raw = raw.trim_end_matches(['\r', '\n']);
            let end = start + raw.len() - usize::from(!is_last);
            let text = String::from_utf8_lossy(&content);
            let text = without_guard(text.trim()).to_owned();
            if row.cells.len() < MOST_COLUMNS {
                let place = (start, end.max(start));
                row.cells.push(Cell { text, place });
            } else {
                row.surplus += usize::from(!text.is_empty());
            }
            let read = std::mem::replace(&mut start, self.at);
            self.line += self.text[read..self.at].matches('\n').count();
            if is_last {
                break;
            }
        }
        Some(row).filter(|row| !row.cells.is_empty())
    }

    /// The content of the next cell, and whether it is the last of its row.
    fn cell(&mut self) -> Option<(Vec<u8>, bool)> {
        let mut content = Vec::new();
        let mut part = [0; 512];
        loop {
            let input = &self.text.as_bytes()[self.at..];
            let (result, read, written) = self.reader.read_field(input, &mut part);
            self.at += read;
            content.extend_from_slice(&part[..written]);
            match result {
                // Without any input, the reader knows that this is the end.
                ReadFieldResult::InputEmpty | ReadFieldResult::OutputFull => {}
                ReadFieldResult::Field { record_end } => return Some((content, record_end)),
                ReadFieldResult::End => {
                    self.is_done = true;
                    return None;
                }
            }
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Row;

    fn next(&mut self) -> Option<Row> {
        loop {
            let row = self.row()?;
            if !row.is_blank() {
                return Some(row);
            }
        }
    }
}

fn has_open_quote(raw: &str) -> bool {
    raw.starts_with('"') && raw.matches('"').count() % 2 == 1
}

/// A cell without the apostrophe that keeps spreadsheets from running it. Our own export writes it.
fn without_guard(text: &str) -> &str {
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let guarded = text.strip_prefix('\'');
    guarded
        .filter(|rest| rest.starts_with(signs))
        .unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_apostrophe_before_a_formula_is_no_text() {
        for (text, expected) in [
            ("'=1+1", "=1+1"),
            ("'-Brot", "-Brot"),
            ("'s ist Brot", "'s ist Brot"),
            ("'", "'"),
            ("=1", "=1"),
        ] {
            assert_eq!(without_guard(text), expected);
        }
    }

    fn check(text: &str, separator: u8, expected: &[(usize, &[&str])]) {
        let rows: Vec<_> = Rows::of(text, separator).collect();
        let found: Vec<_> = rows
            .iter()
            .map(|row| {
                (
                    row.line,
                    row.cells.iter().map(|cell| cell.text.as_str()).collect(),
                )
            })
            .collect::<Vec<(usize, Vec<_>)>>();
        let expected: Vec<_> = expected
            .iter()
            .map(|(line, row)| (*line, row.to_vec()))
            .collect();
        assert_eq!(found, expected, "{text:?}");
        for cell in rows.iter().flat_map(|row| &row.cells) {
            let raw = &text[cell.place.0..cell.place.1];
            let raw = raw.trim();
            let inner = raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"'));
            let plain = inner.unwrap_or(raw).replace("\"\"", "\"");
            assert_eq!(plain.trim(), cell.text, "{text:?}");
        }
    }

    #[test]
    fn splits_what_spreadsheets_write() {
        check(
            "a,b\r\n1,2\r\n",
            b',',
            &[(1, &["a", "b"]), (2, &["1", "2"])],
        );
        check("a;b\n\n;\n1;\n", b';', &[(1, &["a", "b"]), (4, &["1", ""])]);
        check("a\tb\r1\t2", b'\t', &[(1, &["a", "b"]), (1, &["1", "2"])]);
        check(
            "a;\"x\r\ny \"\"z\"\"\"\r\nb;2",
            b';',
            &[(1, &["a", "x\r\ny \"z\""]), (3, &["b", "2"])],
        );
        check("ä; é ;\n", b';', &[(1, &["ä", "é", ""])]);
        check("", b';', &[]);
        check("\n\r\n", b';', &[]);
        check(";;", b';', &[]);
    }

    #[test]
    fn finds_a_quote_that_never_ends() {
        let open = |text: &str| Rows::of(text, b';').find_map(|row| row.open_quote);
        assert_eq!(open("a;b\n1;\"x\n2;y\n"), Some(6));
        assert_eq!(open("a;b\n1;\"x\"\n2;y\""), None);
        assert_eq!(open("a;b\n1;\"x\"\"\"\n"), None);
        assert_eq!(open("\""), Some(0));
    }

    #[test]
    fn looks_at_so_many_columns() {
        let wide = "x;".repeat(MOST_COLUMNS + 5);
        let row = Rows::of(&wide, b';').next().unwrap();
        assert_eq!((row.cells.len(), row.surplus), (MOST_COLUMNS, 5));
    }
}
