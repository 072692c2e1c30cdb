//! Why a file cannot be read as an event, in words for editors.

use nachlese_event::{Speech, problem::clip, say};
use nachlese_reader::text::parse_error;

use crate::import::{ImportError, NotSet};

/// Says what is wrong and what to do, in full sentences.
#[must_use]
pub fn import_error(error: &ImportError, speech: Speech) -> String {
    match error {
        ImportError::Parse(error) => parse_error(error, speech),
        ImportError::NoTitles { headings } => {
            let headings = clip(&headings.join("`, `"));
            say!(
                speech,
                "Das ist eine Tabelle, aber keine Spalte ist als Titel zu erkennen: `{headings}`. Nennen \
                 Sie die Spalte mit den Titeln `Titel`; bekannt sind auch `Datum`, `Beginn`, `Ende`, \
                 `Raum`, `Referenten`, `Beschreibung` und andere.",
                "This is a table, but none of its columns is known to have titles: `{headings}`. Call the \
                 column with the titles `Title`; `Date`, `Start`, `End`, `Room`, `Speakers`, \
                 `Description` and others are known, too."
            )
        }
        ImportError::OpenQuote { line, column } => say!(
            speech,
            "Das Anführungszeichen in Zeile {line}, Spalte {column} wird nie geschlossen, also wäre der \
             ganze Rest der Datei eine Zelle. Schließen Sie es, oder schreiben Sie `\"\"` für ein \
             Anführungszeichen im Text.",
            "The quotation mark in line {line}, column {column} is never closed, so the rest of the file \
             would be one cell. Close it, or write `\"\"` for a quotation mark within a text."
        ),
        ImportError::Talk(error) => not_set(error, speech),
        ImportError::NoVideoList => say!(
            speech,
            "Das ist keine Liste von Videos. Schreiben Sie sie mit `yt-dlp -J --flat-playlist ADRESSE > liste.json`.",
            "This is no list of videos. Write it with `yt-dlp -J --flat-playlist ADDRESS > list.json`."
        ),
        ImportError::NoChapters => say!(
            speech,
            "In der Datei sind keine Kapitel. Lesbar sind Podlove Simple Chapters (XML oder JSON), Podcasting \
             2.0 (JSON), WebVTT und Zeilen wie `00:01:30 Titel`.",
            "There are no chapters in this file. Podlove Simple Chapters (XML or JSON), Podcasting 2.0 (JSON), \
             WebVTT and lines such as `00:01:30 Title` can be read."
        ),
        ImportError::TooManyRows { most } => say!(
            speech,
            "Die Tabelle hat mehr als {most} Zeilen. So lang ist kein Programm; prüfen Sie, ob es die \
             richtige Datei ist.",
            "The table has more than {most} rows. No programme is that long; check whether this is the \
             right file."
        ),
    }
}

/// Says why a talk did not get what it should.
fn not_set(error: &NotSet, speech: Speech) -> String {
    match error {
        NotSet::UnknownTalk { id, suggestion } => {
            let id = clip(id);
            let meant = match suggestion {
                Some(other) => say!(speech, "Meinten Sie `{other}`?", "Did you mean `{other}`?"),
                None => say!(
                    speech,
                    "Die Kennungen stehen in `talks` bei `id`.",
                    "The ids are in `talks`, as `id`."
                ),
            };
            say!(
                speech,
                "Kein Programmpunkt hat die Kennung `{id}`. {meant}",
                "No talk has the id `{id}`. {meant}"
            )
        }
        NotSet::NoVideo { url } => {
            let url = clip(url);
            say!(
                speech,
                "`{url}` ist kein Video, das die Seite zeigen kann. Nennen Sie die Adresse eines Videos bei YouTube, \
                 Vimeo oder PeerTube oder eine Datei wie `vortrag.mp4`.",
                "`{url}` is not a video that the page can show. Give the address of a video at YouTube, Vimeo or \
                 PeerTube, or a file such as `talk.mp4`."
            )
        }
        NotSet::Withheld { id } => say!(
            speech,
            "Die Aufzeichnung von `{id}` wird nicht veröffentlicht (`withheld`). Ändern Sie erst ihren `status`.",
            "The recording of `{id}` is not published (`withheld`). Change its `status` first."
        ),
    }
}
