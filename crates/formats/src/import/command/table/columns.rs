//! Guesses which column of a table is what: separator, row of headings, and the headings.

use nachlese_event::LanguageTag;

use super::{
    cells::{Row, Rows},
    field::Field,
    headings::{Heading, heading},
    stamp::stamp,
};

/// How many rows are looked at to guess.
const LOOKED_AT: usize = 30;

/// The signs between columns, the likeliest of several equal guesses first.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];

/// What a table was taken for.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) separator: u8,
    /// The bytes before the table.
    pub(super) start: usize,
    /// How many rows are above the headings.
    pub(super) above: usize,
    /// The headings.
    pub(super) headings: Row,
    /// What each column is, if it is known.
    pub(super) columns: Vec<Option<Column>>,
    /// Whether most headings are German.
    pub(super) is_german: bool,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) field: Field,
    pub(super) language: Option<LanguageTag>,
}

/// What a text is, as far as its first rows tell.
pub(super) enum Guess {
    /// No table.
    Other,
    /// A table without a column of titles. Its first headings.
    Titleless(Vec<String>),
    Table(Plan),
}

/// Looks at the beginning of a text.
pub(super) fn guess(text: &str) -> Guess {
    let start = text.len() - text.trim_start_matches('\u{feff}').len();
    let mut start = start;
    let mut separators = SEPARATORS.to_vec();
    // Excel writes and reads this line.
    let first = text[start..].lines().next().unwrap_or_default();
    if let [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', sign] = first.trim_end().as_bytes() {
        separators = vec![*sign];
        start += text[start..].find('\n').map_or(first.len(), |at| at + 1);
    }
    let told = separators.into_iter().filter_map(|separator| {
        let rows: Vec<_> = Rows::of(text, separator)
            .after(start)
            .take(LOOKED_AT)
            .collect();
        let known = |row: &Row| {
            row.cells
                .iter()
                .filter_map(|cell| heading(&cell.text))
                .count()
        };
        let (above, count) = rows
            .iter()
            .map(known)
            .enumerate()
            .rev()
            .max_by_key(|(_, count)| *count)?;
        Some((count, separator, above, rows))
    });
    let Some((count, separator, above, mut rows)) = best_of(told) else {
        return Guess::Other;
    };
    if count < 2 {
        return unknown(&rows);
    }
    let below = rows.split_off(above + 1);
    let Some(headings) = rows.pop() else {
        return Guess::Other;
    };
    let (columns, is_german) = columns(&headings, &below);
    let has_title = columns
        .iter()
        .flatten()
        .any(|column| column.field == Field::Title);
    if !has_title {
        return Guess::Titleless(shown(&headings));
    }
    Guess::Table(Plan {
        separator,
        start,
        above,
        headings,
        columns,
        is_german,
    })
}

/// How many headings are known, the separator, how many rows are above them, and all rows.
type Told = (usize, u8, usize, Vec<Row>);

/// The first of those with the most known headings, then with the most columns.
fn best_of(told: impl Iterator<Item = Told>) -> Option<Told> {
    let width = |told: &Told| told.3.get(told.2).map_or(0, |row| row.cells.len());
    let is_better = |next: &Told, best: &Told| (next.0, width(next)) > (best.0, width(best));
    told.reduce(|best, next| if is_better(&next, &best) { next } else { best })
}

/// A text of which no heading is known: a table if its rows are equally long.
fn unknown(rows: &[Row]) -> Guess {
    let Some(first) = rows.first() else {
        return Guess::Other;
    };
    let width = first.cells.len();
    let is_table = rows.len() >= 3 && width >= 3 && rows.iter().all(|row| row.cells.len() == width);
    if is_table {
        Guess::Titleless(shown(first))
    } else {
        Guess::Other
    }
}

fn shown(headings: &Row) -> Vec<String> {
    let texts = headings.cells.iter().map(|cell| cell.text.clone());
    texts.filter(|text| !text.is_empty()).take(20).collect()
}

fn columns(headings: &Row, below: &[Row]) -> (Vec<Option<Column>>, bool) {
    let mut found: Vec<Option<Heading>> = headings
        .cells
        .iter()
        .map(|cell| heading(&cell.text))
        .collect();
    let german = found.iter().flatten().filter(|it| it.is_german).count();
    let is_german = german * 2 > found.iter().flatten().count();
    let is_clear = |it: &&Heading| it.field == Field::Title && !it.is_doubtful;
    let has_title = found.iter().flatten().any(|it| is_clear(&it));
    for (at, slot) in found.iter_mut().enumerate() {
        let Some(it) = slot else { continue };
        if it.field == Field::Title && it.is_doubtful && has_title {
            // Beside the title, „Name“ is the speaker's.
            it.field = Field::Speakers;
        }
        if matches!(it.field, Field::Date | Field::EndDate) && !has_days(at, below) {
            // „Tag 1“ is no date, and a column of days that cannot be read is left out as a whole.
            *slot = None;
        }
    }
    let own = if is_german {
        LanguageTag::german()
    } else {
        LanguageTag::english()
    };
    let mut taken: Vec<Column> = Vec::new();
    let columns = found.into_iter().map(|heading| {
        let Heading {
            field, language, ..
        } = heading?;
        let column = Column { field, language };
        let is_same = |other: &Column| {
            let tag = |column: &Column| column.language.clone().unwrap_or_else(|| own.clone());
            other.field == field && tag(other) == tag(&column)
        };
        if !field.can_repeat() && taken.iter().any(is_same) {
            return None;
        }
        taken.push(column.clone());
        Some(column)
    });
    (columns.collect(), is_german)
}

/// Whether a column has a day in it, or nothing at all so far.
fn has_days(column: usize, below: &[Row]) -> bool {
    let mut texts = below.iter().filter_map(|row| row.text(column)).peekable();
    texts.peek().is_none() || texts.any(|text| stamp(text).is_some_and(|stamp| stamp.day.is_some()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        match guess(text) {
            Guess::Other => "-".to_owned(),
            Guess::Titleless(headings) => format!("titleless {}", headings.join("|")),
            Guess::Table(plan) => {
                let words = plan
                    .columns
                    .iter()
                    .map(|column| column.as_ref().map_or("-", |it| it.field.word()));
                format!(
                    "{} {}: {}",
                    char::from(plan.separator),
                    plan.above,
                    words.collect::<Vec<_>>().join("|")
                )
            }
        }
    }

    #[test]
    fn tells_tables_from_other_texts() {
        for (text, expected) in [
            ("Titel;Beginn\nA;09:00", "; 0: title|start"),
            ("\u{feff}Title,Start\nA,09:00", ", 0: title|start"),
            ("Title\tStart\tA, b\nA\t09:00", "\t 0: title|start|-"),
            ("sep=,\r\nTitel,Raum", ", 0: title|room"),
            (
                "Programm 2024;;\n;;\nTitel;Raum;Budget\nA;B;3",
                "; 1: title|room|-",
            ),
            ("Titel;Name\nA;Ann Berg", "; 0: title|people"),
            ("Name;Raum\nA;B", "; 0: title|room"),
            ("Titel;Tag\nA;Tag 1", "; 0: title|-"),
            ("Titel;Tag\nA;24.06.2024", "; 0: title|start: date"),
            ("Titel;Title;Raum\nA;B;C", "; 0: title|-|room"),
            ("Titel (de);Titel (en)\nA;B", "; 0: title|title"),
            ("Raum;Beginn\nA;09:00", "titleless Raum|Beginn"),
            ("a,b,c\n1,2,3\n4,5,6", "titleless a|b|c"),
            ("Hello, world\nThis is no table, is it?", "-"),
            ("", "-"),
            ("sep=;", "-"),
            ("sep=", "-"),
            ("{\"title\": 1, \"start\": 2}", "-"),
        ] {
            assert_eq!(shown(text), expected, "{text}");
        }
    }
}
