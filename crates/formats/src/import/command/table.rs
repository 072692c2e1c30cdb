//! Tables: CSV as people, spreadsheets and other programs write it.
//!
//! Source: RFC 4180 (<https://www.rfc-editor.org/rfc/rfc4180>, read on 2026-11-30), and what Excel,
//! `LibreOffice` and Google Sheets export: comma, semicolon or tab, quotes, a byte-order mark,
//! windows-1252, CRLF, the line `sep=;`, and rows above the headings.
//!
//! Columns are guessed by their headings. A finding says what each was taken for, and which were
//! left out. The places of findings are `line[12]/Beginn`: a line of the file, and a column by its
//! heading.

mod cells;
mod columns;
mod field;
mod headings;
mod names;
mod people;
mod place;
mod row;
mod stamp;
mod unit;
mod when;
mod words;

pub(super) use self::place::{locate, parts};

use std::rc::Rc;

use nachlese_event::{
    Event, LanguageTag,
    problem::{Finding, ImportFinding, JsonPath, Problem},
};

use self::{
    cells::{Row, Rows},
    columns::{Guess, Plan, guess},
    people::Casts,
    place::{at_cell, at_line},
    row::item,
    when::Dates,
};
use super::{ImportError, rows::Items};
use crate::import::ZoneRules;

/// The most rows of a table.
const MOST_ROWS: usize = 100_000;

/// Reads a table; nothing if the text is none.
pub(super) fn read(
    text: &str,
    zones: &Rc<dyn ZoneRules>,
) -> Option<Result<(Event, Vec<Problem>), ImportError>> {
    match guess(text) {
        Guess::Other => None,
        Guess::Titleless(headings) => Some(Err(ImportError::NoTitles { headings })),
        Guess::Table(plan) => Some(event(text, &plan, zones)),
    }
}

/// Whether a text is a table.
pub(super) fn is_table(text: &str) -> bool {
    !matches!(guess(text), Guess::Other)
}

fn event(
    text: &str,
    plan: &Plan,
    zones: &Rc<dyn ZoneRules>,
) -> Result<(Event, Vec<Problem>), ImportError> {
    let rows = plan.rows(text)?;
    let mut items = Items::new(zones);
    items.problems = plan.guessed(text);
    if plan.is_german {
        let (field, value) = ("language", "de".to_owned());
        let finding = Finding::Assumed { field, value };
        items
            .problems
            .push(Problem::new(&JsonPath::root(), finding));
        items.programme.language = Some(LanguageTag::german());
    }
    let mut dates = Dates::of(plan, &rows, &mut items.problems);
    let mut casts = Casts::default();
    // The rows that are items, not only a date above others.
    let mut lines = Vec::new();
    for row in &rows {
        if dates.begin_with(row) {
            continue;
        }
        let times = dates.times(row, &mut items.problems);
        if let Some(day) = times.day {
            items.programme.note_day(day);
        }
        let item = item(plan, row, times, &mut items.problems);
        items.rows.push(item);
        let people = casts.of_row(plan, row, &mut items);
        items.people.push(people);
        lines.push(row.line);
    }
    dates.finish(&mut items.problems);
    casts.finish(&mut items.problems);
    let surplus = rows.iter().filter(|row| row.surplus(plan) > 0);
    if let Some(first) = surplus.clone().next() {
        let count = surplus.map(|row| row.surplus(plan)).sum();
        let finding = Finding::Import(ImportFinding::CellsLeftOver { count });
        items
            .problems
            .push(Problem::new(&at_line(first.line), finding));
    }
    let places = |at: usize, field: Option<&str>| {
        let line = lines.get(at).copied().unwrap_or_default();
        match field.and_then(|field| plan.heading_of(field)) {
            Some(heading) => (at_cell(line, heading), Some(heading.to_owned())),
            None => (at_line(line), None),
        }
    };
    Ok(items.into_event(&places, ("CSV", "`Title`, `Titel`"))?)
}

impl Plan {
    /// The rows below the headings.
    fn rows(&self, text: &str) -> Result<Vec<Row>, ImportError> {
        let rows = Rows::of(text, self.separator).after(self.start);
        let mut rows = rows.skip(self.above + 1);
        let rows: Vec<_> = rows.by_ref().take(MOST_ROWS + 1).collect();
        if let Some(at) = rows.iter().find_map(|row| row.open_quote) {
            let before = &text[..at];
            let line = before.matches('\n').count() + 1;
            let start = before.rfind('\n').map_or(0, |at| at + 1);
            let column = before[start..].chars().count() + 1;
            return Err(ImportError::OpenQuote { line, column });
        }
        if rows.len() > MOST_ROWS {
            return Err(ImportError::TooManyRows { most: MOST_ROWS });
        }
        Ok(rows)
    }

    /// What the table was taken for, and what stands above it.
    fn guessed(&self, text: &str) -> Vec<Problem> {
        let mut problems = Vec::new();
        let above = Rows::of(text, self.separator)
            .after(self.start)
            .take(self.above);
        let above: Vec<_> = above.collect();
        let title = above
            .first()
            .and_then(|row| row.cells.iter().find(|cell| !cell.text.is_empty()));
        if let (Some(row), Some(title)) = (above.first(), title) {
            let field = title.text.chars().take(60).collect();
            let count = above.len();
            problems.push(Problem::new(
                &at_line(row.line),
                Finding::NotImported { field, count },
            ));
        }
        let headings = self.headings.cells.iter().zip(&self.columns);
        let (mut read, mut left_out) = (Vec::new(), Vec::new());
        for (cell, column) in headings.filter(|(cell, _)| !cell.text.is_empty()) {
            match column {
                Some(column) => read.push((cell.text.clone(), column.field.word())),
                None => left_out.push(cell.text.clone()),
            }
        }
        let finding = Finding::Import(ImportFinding::Columns { read, left_out });
        problems.push(Problem::new(&at_line(self.headings.line), finding));
        problems
    }

    /// The heading of the first column that became a field of an item.
    fn heading_of(&self, json: &str) -> Option<&str> {
        let fields = row::fields_of(json);
        let at = self.columns.iter().position(|column| {
            let field = column.as_ref().map(|column| column.field);
            field.is_some_and(|field| fields.contains(&field))
        });
        Some(self.headings.cells.get(at?)?.text.as_str())
    }

    /// The columns of a field, with their headings.
    fn columns_of(&self, field: field::Field) -> impl Iterator<Item = (usize, &str)> {
        let columns = self.columns.iter().enumerate();
        let those =
            columns.filter(move |(_, column)| column.as_ref().is_some_and(|it| it.field == field));
        those.filter_map(|(at, _)| Some((at, self.headings.cells.get(at)?.text.as_str())))
    }
}

impl Row {
    /// How many filled cells are to the right of the last heading.
    fn surplus(&self, plan: &Plan) -> usize {
        let last = plan
            .headings
            .cells
            .iter()
            .rposition(|cell| !cell.text.is_empty());
        let beyond = self.cells.iter().skip(last.map_or(0, |last| last + 1));
        self.surplus + beyond.filter(|cell| !cell.text.is_empty()).count()
    }
}
