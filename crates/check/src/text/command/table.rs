//! What findings about tables say.

use nachlese_event::{
    Speech,
    problem::{ImportFinding, clip},
    say,
};

/// The most headings that a message lists.
const MOST_HEADINGS: usize = 60;

/// Says what a table was taken for; nothing if the finding is not about a table.
pub(super) fn message(finding: &ImportFinding, speech: Speech) -> Option<String> {
    Some(match finding {
        ImportFinding::Columns { read, left_out } => columns(read, left_out, speech),
        ImportFinding::AmbiguousDate { value } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` kann zwei Tage bedeuten: zuerst der Tag oder zuerst der Monat; der Beginn entfällt",
                "`{value}` can mean two days: the day first or the month first; the start is left out"
            )
        }
        ImportFinding::DateOrder {
            value,
            is_month_first,
        } => {
            let value = clip(value);
            let first = if *is_month_first {
                speech.pick("zuerst der Monat", "month first")
            } else {
                speech.pick("zuerst der Tag", "day first")
            };
            say!(
                speech,
                "Die Daten dieser Spalte sind gelesen wie `{value}`: {first}",
                "the dates of this column are read like `{value}`: {first}"
            )
        }
        ImportFinding::InvalidClock { value } => {
            let value = clip(value);
            say!(
                speech,
                "`{value}` ist keine Uhrzeit",
                "`{value}` is not a clock time"
            )
        }
        ImportFinding::DatesContinued { count } => say!(
            speech,
            "Zeilen ohne Datum bekommen das der Zeile darüber: {count}",
            "rows without a date get the date of the row above: {count}"
        ),
        ImportFinding::DateMissing { count } => say!(
            speech,
            "Zeilen mit Uhrzeit, aber ohne Datum; ihr Beginn entfällt: {count}",
            "rows with a clock time but no date; their start is left out: {count}"
        ),
        ImportFinding::CellsLeftOver { count } => say!(
            speech,
            "Zellen rechts der letzten Überschrift entfallen: {count}",
            "cells to the right of the last heading are left out: {count}"
        ),
        ImportFinding::PeopleUneven { names, others } => say!(
            speech,
            "Namen: {names}, Angaben dazu: {others}; die Angaben entfallen",
            "names: {names}, entries about them: {others}; the entries are left out"
        ),
        ImportFinding::PersonDiffers { name, count } => {
            let name = clip(name);
            say!(
                speech,
                "Über „{name}“ steht hier anderes als in einer Zeile darüber; es bleibt beim ersten. Zeilen: {count}",
                "this says something else about “{name}” than a row above; the first one stays. Rows: {count}"
            )
        }
        _ => return None,
    })
}

fn columns(read: &[(String, &'static str)], left_out: &[String], speech: Speech) -> String {
    let became = |(heading, field): &(String, &'static str)| {
        let heading = clip(heading);
        say!(speech, "„{heading}“ → `{field}`", "“{heading}” → `{field}`")
    };
    let became = listed(read.iter().map(became), read.len());
    let mut told = say!(
        speech,
        "Die Spalten sind geraten: {became}",
        "the columns are a guess: {became}"
    );
    if !left_out.is_empty() {
        let quoted = |heading: &String| {
            let heading = clip(heading);
            say!(speech, "„{heading}“", "“{heading}”")
        };
        let rest = listed(left_out.iter().map(quoted), left_out.len());
        told += &say!(
            speech,
            "; nicht übernommen: {rest}",
            "; not imported: {rest}"
        );
    }
    told
}

fn listed(words: impl Iterator<Item = String>, count: usize) -> String {
    let mut listed = words.take(MOST_HEADINGS).collect::<Vec<_>>().join(", ");
    if count > MOST_HEADINGS {
        listed += ", …";
    }
    listed
}

/// Says what to do, in German and English.
pub(super) fn help(finding: &ImportFinding) -> Option<(&'static str, &'static str)> {
    Some(match finding {
        ImportFinding::Columns { .. } => (
            "Stimmt etwas nicht, benennen Sie die Überschrift um, zum Beispiel in `Titel`, \
             `Datum`, `Beginn`, `Ende`, `Raum`, `Referenten` oder `Link`.",
            "if something is wrong, rename the heading, for example to `Title`, `Date`, `Start`, \
             `End`, `Room`, `Speakers` or `Link`.",
        ),
        ImportFinding::AmbiguousDate { .. } => (
            "Schreiben Sie `2024-06-07` oder `07.06.2024`.",
            "write `2024-06-07` or `07.06.2024`.",
        ),
        ImportFinding::DateOrder { .. } => (
            "Stimmt das nicht, schreiben Sie die Daten wie `2024-06-07`.",
            "if that is wrong, write the dates like `2024-06-07`.",
        ),
        ImportFinding::InvalidClock { .. } => (
            "Eine Uhrzeit sieht aus wie `14:30`, `14.30 Uhr` oder `14:30–15:00`.",
            "a clock time looks like `14:30`, `2:30 pm` or `14:30–15:00`.",
        ),
        ImportFinding::DatesContinued { .. } => (
            "Stimmt das nicht, füllen Sie die Spalte mit dem Datum in jeder Zeile aus.",
            "if that is wrong, fill in the date in every row.",
        ),
        ImportFinding::DateMissing { .. } => (
            "Ergänzen Sie eine Spalte `Datum` mit Tagen wie `07.06.2024`.",
            "add a column `Date` with days like `2024-06-07`.",
        ),
        ImportFinding::CellsLeftOver { .. } => (
            "Geben Sie der Spalte eine Überschrift. Steht ein Trennzeichen in einem Text, setzen \
             Sie den Text in Anführungszeichen.",
            "give the column a heading. If a separator is part of a text, put the text in quotes.",
        ),
        ImportFinding::PeopleUneven { .. } => (
            "Schreiben Sie für jeden Namen eine Angabe, mit `;` dazwischen, oder setzen Sie sie in \
             Klammern hinter den Namen: `Ann Berg (Stadtwerke)`.",
            "write one entry for each name, with `;` between them, or put it in brackets after the \
             name: `Ann Berg (City Library)`.",
        ),
        ImportFinding::PersonDiffers { .. } => (
            "Die Seite nennt für jede Person ein Amt und eine Organisation. Schreiben Sie in jeder \
             Zeile dasselbe.",
            "the page has one role and one organization for each person. Write the same in every \
             row.",
        ),
        _ => return None,
    })
}
