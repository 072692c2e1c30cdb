//! Why a file is no event at all.

use nachlese_event::{
    Speech,
    problem::{clip, thing},
    say,
};

use crate::ParseError;

/// Says why a text is no event, in full sentences: what is, and what to do.
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
            "Die Datei ist nicht in UTF-8 gespeichert: Zeile {line}, Spalte {column} lässt sich nicht \
             lesen. Speichern Sie sie als UTF-8.",
            "The file is not saved in UTF-8: line {line}, column {column} cannot be read. Save it as \
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
        ParseError::NotJson {
            line,
            column,
            cause,
        } => {
            let cause = clip(cause);
            say!(
                speech,
                "Die Datei ist kein gültiges JSON: In Zeile {line}, Spalte {column} meldet der Leser „{cause}“. \
                 Oft fehlt kurz davor ein Komma oder ein Anführungszeichen.",
                "The file is not valid JSON: in line {line}, column {column} the reader says “{cause}”. \
                 Often a comma or a quotation mark is missing just before."
            )
        }
        ParseError::Truncated { line, column } => say!(
            speech,
            "Die Datei bricht in Zeile {line}, Spalte {column} ab. Vielleicht wurde sie nicht ganz \
             hochgeladen, oder am Ende fehlt eine Klammer.",
            "The file breaks off in line {line}, column {column}. Perhaps it was not uploaded \
             completely, or a bracket is missing at the end."
        ),
        ParseError::Html => say!(
            speech,
            "Hier steht eine Webseite oder XML anderer Art, kein JSON und keine schedule.xml. \
             Vielleicht ist die Adresse falsch, und der Server hat eine Fehlerseite geschickt.",
            "This is a web page or XML of another sort, neither JSON nor schedule.xml. Perhaps the \
             address is wrong and the server has sent an error page."
        ),
        ParseError::NotXml => say!(
            speech,
            "Die Datei beginnt wie eine schedule.xml, ist aber kein gültiges XML. Vielleicht wurde \
             sie nicht ganz hochgeladen; eigene Entitäten (`<!ENTITY …>`) sind nicht erlaubt.",
            "The file begins like a schedule.xml, but is not valid XML. Perhaps it was not uploaded \
             completely; entities of its own (`<!ENTITY …>`) are not allowed."
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
                "Von dieser Datei lässt sich kein Eintrag übernehmen ({shape}; Einträge: {count}). Gelesen \
                 wird: {instead}",
                "None of this file's entries can be taken over ({shape}; entries: {count}). What can be \
                 read: {instead}"
            )
        }
        ParseError::TooNew { version } => say!(
            speech,
            "Die Datei hat die Formatversion {version}; dieses Programm kennt nur Version 1. Es \
             braucht eine neuere Fassung des Programms.",
            "The file has format version {version}; this program knows only version 1. It needs a \
             newer version of the program."
        ),
    }
}
