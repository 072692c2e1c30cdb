//! Tables: which are refused, with which words, and that reading takes a time that grows with the
//! size.

use std::{fmt::Write as _, time::Instant};

use nachlese_cli::Exit;
use nachlese_formats::import::{NativeZones, native_xml, read_any};

use crate::support::nachlese;

/// What `import` says about a file with this text.
fn said(text: &str, language: &str) -> (Exit, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("programm.csv");
    std::fs::write(&file, text).unwrap();
    let path = file.display().to_string();
    let (exit, _, stderr) = nachlese(&["import", "--language", language, &path], "C");
    (
        exit,
        stderr.replace(&format!("{}/", folder.path().display()), ""),
    )
}

#[test]
fn says_why_a_table_is_refused() {
    for (text, german, english) in [
        (
            "Raum;Beginn;Budget\nA;09:00;3\n",
            "Fehler[no-titles] programm.csv: Das ist eine Tabelle, aber keine Spalte ist als Titel zu \
             erkennen: `Raum`, `Beginn`, `Budget`. Nennen Sie die Spalte mit den Titeln `Titel`;",
            "error[no-titles] programm.csv: This is a table, but none of its columns is known to have \
             titles: `Raum`, `Beginn`, `Budget`. Call the column with the titles `Title`;",
        ),
        (
            "Titel;Beginn\nA;\"09:00\nB;10:00\n",
            "Fehler[open-quote] programm.csv:2:3: Das Anführungszeichen in Zeile 2, Spalte 3 wird nie \
             geschlossen, also wäre der ganze Rest der Datei eine Zelle.",
            "error[open-quote] programm.csv:2:3: The quotation mark in line 2, column 3 is never closed, so \
             the rest of the file would be one cell.",
        ),
        (
            "Titel;Beginn\n;09:00\n",
            "Fehler[no-talks] programm.csv: Aus dieser Datei lässt sich kein Eintrag übernehmen (CSV; \
             Einträge: 1).",
            "error[no-talks] programm.csv: ",
        ),
        (
            "Guten Tag, dies ist ein Brief.\n",
            "Fehler[not-json] ",
            "error[not-json] ",
        ),
    ] {
        for (language, expected) in [("de", german), ("en", english)] {
            let (exit, stderr) = said(text, language);
            let first = stderr.lines().next().unwrap_or_default();
            assert!(
                exit == Exit::Failed && first.starts_with(expected),
                "{stderr}"
            );
        }
    }
}

#[test]
fn a_table_with_nothing_below_its_headings_has_no_items() {
    let (exit, stderr) = said("Titel;Beginn\n", "de");
    assert_eq!(exit, Exit::Fine);
    assert!(
        stderr.contains("Warnung[no-items] $: Das Programm hat keine Einträge"),
        "{stderr}"
    );
}

/// What the clock says to reading so many rows.
fn seconds(rows: usize) -> f64 {
    let mut text = "Titel;Datum;Uhrzeit;Raum;Referenten;Organisation\n".to_owned();
    for row in 0..rows {
        let (hour, day) = (row % 24, row % 28 + 1);
        writeln!(
            text,
            "Vortrag {row};{day}.06.2026;{hour}:30;Saal {};Person {row};Stadt",
            row % 9
        )
        .unwrap();
    }
    let start = Instant::now();
    let (event, _) = read_any(&text, native_xml, NativeZones).unwrap();
    assert_eq!(event.talks.len(), rows);
    start.elapsed().as_secs_f64()
}

#[test]
fn reads_many_rows_in_a_time_that_grows_with_their_number() {
    let (few, many) = (seconds(5_000), seconds(40_000));
    assert!(many < few * 8.0 * 4.0 + 0.5, "{few} s, {many} s");
}

#[test]
fn refuses_more_rows_than_any_programme_has() {
    let text = "Titel;Raum\n".to_owned() + &"A;B\n".repeat(100_001);
    let error = read_any(&text, native_xml, NativeZones).unwrap_err();
    assert_eq!(error.code(), "too-many-rows");
    let cells = "Titel;Raum\n".to_owned() + &";".repeat(5_000_000);
    assert!(read_any(&cells, native_xml, NativeZones).is_ok());
}
