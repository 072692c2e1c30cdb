//! When each row of a table began and ended.

use jiff::civil::Date;
use nachlese_event::{
    Seconds,
    problem::{Finding, ImportFinding, JsonPath, Problem},
};

use super::{
    cells::Row,
    columns::Plan,
    field::Field,
    place::{at_cell, at_line},
    stamp::{Day, Stamp, stamp},
    unit::unit,
};
use crate::import::{day_time::DayTime, length::spelled};

/// What a row says about when, as the fields of an item have it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Times {
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    pub(super) duration: Option<String>,
    /// The day of a row whose clock time cannot be read.
    pub(super) day: Option<Date>,
}

/// The days of a table, row by row.
pub(super) struct Dates<'a> {
    plan: &'a Plan,
    /// How `6/7/2024` is read, if other cells tell.
    is_month_first: Option<bool>,
    /// The day of the row above.
    day: Option<Date>,
    continued: Counted,
    missing: Counted,
}

/// How many rows, and the first of them.
#[derive(Default)]
struct Counted(usize, Option<JsonPath>);

impl Counted {
    fn add(&mut self, line: usize) {
        self.0 += 1;
        self.1.get_or_insert_with(|| at_line(line));
    }

    fn report(self, finding: fn(usize) -> ImportFinding, problems: &mut Vec<Problem>) {
        if let Some(path) = self.1 {
            problems.push(Problem::new(&path, Finding::Import(finding(self.0))));
        }
    }
}

const WHEN: [Field; 4] = [Field::Date, Field::Start, Field::EndDate, Field::End];

impl<'a> Dates<'a> {
    /// Looks how the numbers of dates are written.
    pub(super) fn of(plan: &'a Plan, rows: &[Row], problems: &mut Vec<Problem>) -> Self {
        let (mut told, mut is_mixed, mut first) = (None, false, None);
        for row in rows {
            for (at, heading) in WHEN.into_iter().flat_map(|field| plan.columns_of(field)) {
                let Some(text) = row.text(at) else { continue };
                match stamp(text).and_then(|stamp| stamp.day) {
                    Some(Day::Numbers { is_month_first, .. }) => {
                        is_mixed |= told.is_some_and(|(_, before)| before != is_month_first);
                        told.get_or_insert((text, is_month_first));
                    }
                    Some(Day::Either { .. }) => {
                        first.get_or_insert_with(|| at_cell(row.line, heading));
                    }
                    _ => {}
                }
            }
        }
        let told = told.filter(|_| !is_mixed);
        if let (Some((value, is_month_first)), Some(path)) = (told, first) {
            let value = value.to_owned();
            let finding = ImportFinding::DateOrder {
                value,
                is_month_first,
            };
            problems.push(Problem::new(&path, Finding::Import(finding)));
        }
        Self {
            plan,
            is_month_first: told.map(|(_, is_month_first)| is_month_first),
            day: None,
            continued: Counted::default(),
            missing: Counted::default(),
        }
    }

    /// Whether a row has nothing but the day of the rows below. If so, remembers the day.
    pub(super) fn begin_with(&mut self, row: &Row) -> bool {
        let mut texts = (0..row.cells.len()).filter_map(|at| row.text(at));
        let (Some(text), None) = (texts.next(), texts.next()) else {
            return false;
        };
        let Some(Stamp {
            day: Some(Day::Known(day) | Day::Numbers { date: day, .. }),
            clock: None,
            ..
        }) = stamp(text)
        else {
            return false;
        };
        self.day = Some(day);
        true
    }

    /// Reads the times of a row.
    pub(super) fn times(&mut self, row: &Row, problems: &mut Vec<Problem>) -> Times {
        let before = problems.len();
        let date = self.cell(row, Field::Date, problems);
        let start = self.cell(row, Field::Start, problems);
        let is_wrong = problems.len() > before;
        let end_date = self.cell(row, Field::EndDate, problems);
        let end = self.cell(row, Field::End, problems);
        let own = start.day.or(date.day);
        let has_clock = start.clock.or(date.clock).is_some();
        let day = own.or_else(|| self.day.filter(|_| has_clock && !is_wrong));
        if own.is_none() && has_clock && !is_wrong {
            match day {
                Some(_) => self.continued.add(row.line),
                None => self.missing.add(row.line),
            }
        }
        self.day = own.or(self.day.filter(|_| !is_wrong));
        let clock = start.clock.or(date.clock);
        let offset = if start.clock.is_some() {
            &start.offset
        } else {
            &date.offset
        };
        let until = end.clock.or(start.until).or(date.until);
        let end_day = end.day.or(end_date.day);
        let is_start = |_: &Date| clock.is_some() || !is_wrong;
        Times {
            start: day.filter(is_start).map(|day| written(day, clock, offset)),
            end: match (end_day, until) {
                (Some(day), clock) => Some(written(day, clock, &end.offset)),
                (None, Some(clock)) => Some(clock.to_string()),
                (None, None) => None,
            },
            duration: self.duration(row, problems),
            day: own.filter(|_| is_wrong),
        }
    }

    fn cell(&self, row: &Row, field: Field, problems: &mut Vec<Problem>) -> Read {
        let Some((text, heading)) = filled(self.plan, row, field) else {
            return Read::default();
        };
        let mut report =
            |finding| problems.push(Problem::new(&at_cell(row.line, heading), finding));
        let Some(stamp) = stamp(text) else {
            let value = text.to_owned();
            report(match field {
                Field::Start | Field::End if !looks_like_day(text) => {
                    Finding::Import(ImportFinding::InvalidClock { value })
                }
                _ => Finding::InvalidDate { value },
            });
            return Read::default();
        };
        let day = match (stamp.day, self.is_month_first) {
            (None, _) => None,
            (Some(Day::Known(date) | Day::Numbers { date, .. }), _) => Some(date),
            (Some(Day::Either { month_first, .. }), Some(true)) => Some(month_first),
            (Some(Day::Either { day_first, .. }), Some(false)) => Some(day_first),
            (Some(Day::Either { .. }), None) => {
                let value = text.to_owned();
                report(Finding::Import(ImportFinding::AmbiguousDate { value }));
                return Read::default();
            }
        };
        let Stamp {
            clock,
            until,
            offset,
            ..
        } = stamp;
        Read {
            day,
            clock,
            until,
            offset,
        }
    }

    fn duration(&self, row: &Row, problems: &mut Vec<Problem>) -> Option<String> {
        let (text, heading) = filled(self.plan, row, Field::Duration)?;
        let read = spelled(text, unit(heading));
        if read.is_none() {
            let value = text.to_owned();
            let path = at_cell(row.line, heading);
            problems.push(Problem::new(&path, Finding::InvalidTime { value }));
        }
        read.map(Seconds::to_iso)
    }

    /// Reports what happened in several rows.
    pub(super) fn finish(self, problems: &mut Vec<Problem>) {
        let continued = |count| ImportFinding::DatesContinued { count };
        self.continued.report(continued, problems);
        self.missing
            .report(|count| ImportFinding::DateMissing { count }, problems);
    }
}

/// A cell, once it is clear which day it means.
#[derive(Default)]
struct Read {
    day: Option<Date>,
    clock: Option<DayTime>,
    until: Option<DayTime>,
    offset: String,
}

fn filled<'a>(plan: &'a Plan, row: &'a Row, field: Field) -> Option<(&'a str, &'a str)> {
    let mut columns = plan.columns_of(field);
    columns.find_map(|(at, heading)| Some((row.text(at)?, heading)))
}

fn looks_like_day(text: &str) -> bool {
    let has_digits = text.starts_with(|c: char| c.is_ascii_digit());
    has_digits
        && ['.', '-', '/']
            .iter()
            .any(|sign| text.matches(*sign).count() >= 2)
}

fn written(day: Date, clock: Option<DayTime>, offset: &str) -> String {
    match clock {
        Some(clock) => format!("{day}T{clock}{offset}"),
        None => day.to_string(),
    }
}
