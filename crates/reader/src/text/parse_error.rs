//! Why a file cannot be read as an event.

use nachlese_event::{
    Speech,
    problem::{clip, thing},
    say,
};

use crate::ParseError;

/// Says why a text is not an event, in full sentences: what is wrong, and what to do.
#[must_use]
pub fn parse_error(error: &ParseError, speech: Speech) -> String {
    match error {
        ParseError::Empty => say!(
            speech,
            "Die Datei ist leer. Laden Sie sie bitte noch einmal hoch.",
            "The file is empty. Please upload it again."
        ),
        ParseError::NotUtf8 { line, column } => say!(
            speech,
            "Die Datei ist nicht als UTF-8 gespeichert: Zeile {line}, Spalte {column} lässt sich nicht \
             lesen. Speichern Sie sie als UTF-8.",
            "The file is not saved as UTF-8: line {line}, column {column} cannot be read. Save it as \
             UTF-8."
        ),
        ParseError::UnknownEncoding { name } => {
            let name = clip(name);
            say!(
                speech,
                "Die Datei nennt die Kodierung `{name}`, die es nicht gibt. Speichern Sie sie als UTF-8.",
                "The file names the encoding `{name}`, which does not exist. Save it as UTF-8."
            )
        }
        ParseError::NotJson { line, column } => say!(
            speech,
            "Die Datei ist kein gültiges JSON: Zeile {line}, Spalte {column}. Oft fehlt kurz davor \
             ein Komma oder ein Anführungszeichen.",
            "The file is not valid JSON: line {line}, column {column}. Often a comma or a quotation \
             mark is missing just before it."
        ),
        ParseError::Truncated { line, column } => say!(
            speech,
            "Die Datei bricht in Zeile {line}, Spalte {column} ab. Vielleicht wurde sie nicht ganz \
             hochgeladen, oder am Ende fehlt eine Klammer.",
            "The file ends too early, in line {line}, column {column}. Perhaps it was not uploaded \
             completely, or a bracket is missing at the end."
        ),
        ParseError::Html => say!(
            speech,
            "Das ist eine Webseite oder anderes XML, aber weder JSON noch eine schedule.xml. \
             Vielleicht ist die Adresse falsch, und der Server hat eine Fehlerseite geschickt.",
            "This is a web page or some other XML, neither JSON nor schedule.xml. Perhaps the \
             address is wrong and the server has sent an error page."
        ),
        ParseError::NotXml => say!(
            speech,
            "Die Datei beginnt wie eine schedule.xml, ist aber kein gültiges XML. Vielleicht wurde \
             sie nicht ganz hochgeladen. Eigene Entitäten (`<!ENTITY …>`) sind nicht erlaubt.",
            "The file begins like a schedule.xml, but is not valid XML. Perhaps it was not uploaded \
             completely. Custom entities (`<!ENTITY …>`) are not allowed."
        ),
        ParseError::NotAnEvent { found } => {
            let found = thing(found, speech);
            say!(
                speech,
                "Die Datei ist JSON, aber keine Veranstaltung: Ganz oben steht {found}. Eine \
                 Veranstaltung ist ein Objekt, das mindestens `title`, `talks`, `sections` oder \
                 `people` hat, oder ein Programm aus pretalx, frab, dem c3-Hub (schedule.json, \
                 schedule.xml) oder Sessionize.",
                "The file is JSON, but not an event: at the top there is {found}. An event is an \
                 object that has at least one of `title`, `talks`, `sections` and `people`, or a \
                 programme of pretalx, frab, the c3 hub (schedule.json, schedule.xml) or Sessionize."
            )
        }
        ParseError::NoTalks {
            shape,
            instead,
            count,
        } => {
            let shape = clip(shape);
            say!(
                speech,
                "Aus dieser Datei lässt sich kein Eintrag übernehmen ({shape}; Einträge: {count}). Lesbar \
                 ist stattdessen: {instead}",
                "No entry of this file can be imported ({shape}; entries: {count}). What can be read \
                 instead: {instead}"
            )
        }
        ParseError::TooNew { version } => say!(
            speech,
            "Die Datei hat die Formatversion {version}; dieses Programm kennt nur Version 1. Sie \
             brauchen eine neuere Version des Programms.",
            "The file has format version {version}; this program knows only version 1. You need a \
             newer version of the program."
        ),
    }
}
