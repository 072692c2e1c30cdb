//! The programme as a table: CSV (RFC 4180, <https://www.rfc-editor.org/rfc/rfc4180>, read on
//! 2026-11-30), one row for each item.
//!
//! Headings are the words of spreadsheets' users, which the import of tables knows. German tables
//! have semicolons, as spreadsheets with German settings want them, all others commas. The file begins
//! with a byte order mark; without it Excel takes UTF-8 for another encoding. A cell that a spreadsheet
//! would run as a formula begins with `'`
//! (<https://owasp.org/www-community/attacks/CSV_Injection>, read on 2026-11-30).

mod row;

use nachlese_event::{LanguageTag, LocalizedText, Speech};

use self::row::row;
use super::Edition;

/// The most further languages that have columns of their own.
const MOST_LANGUAGES: usize = 5;

/// The programme as CSV.
#[must_use]
pub fn table(edition: &Edition<'_>) -> String {
    let languages = further_languages(edition);
    let separator = edition.speech.pick(";", ",");
    let mut text = String::from('\u{feff}');
    let talks = edition.event.talks.iter();
    let rows = talks.map(|talk| row(edition, talk, &languages));
    let headings = [headings(edition.speech, &languages)];
    for row in headings.into_iter().chain(rows) {
        let cells: Vec<_> = row.iter().map(|cell| quoted(cell)).collect();
        text.push_str(&cells.join(separator));
        text.push_str("\r\n");
    }
    text
}

/// The headings, in the order of the cells of a row.
fn headings(speech: Speech, languages: &[&LanguageTag]) -> Vec<String> {
    let german = "Kennung|Titel|Datum|Beginn|Ende|Dauer (Minuten)|Raum|Reihe|Art|Status|Sprache|Personen|\
                  Moderation|Zusammenfassung|Schlagwörter|Aufzeichnung|Folien|Links|Adresse";
    let english = "ID|Title|Date|Start|End|Duration (minutes)|Room|Track|Type|Status|Language|Speakers|\
                   Moderators|Abstract|Tags|Recording|Slides|Links|URL";
    let mut headings: Vec<_> = speech
        .pick(german, english)
        .split('|')
        .map(str::to_owned)
        .collect();
    for tag in languages {
        for word in [
            speech.pick("Titel", "Title"),
            speech.pick("Zusammenfassung", "Abstract"),
        ] {
            headings.push(format!("{word} ({tag})", tag = tag.as_str()));
        }
    }
    headings
}

/// The languages of titles and abstracts beside that of the table.
fn further_languages<'e>(edition: &Edition<'e>) -> Vec<&'e LanguageTag> {
    let talks = edition.event.talks.iter();
    let texts = talks
        .flat_map(|talk| [&talk.title, &talk.summary])
        .flatten();
    // A text in one language alone is in the first columns, whichever language that is.
    let several = texts.filter(|text| text.variants().count() > 1);
    let tags = several
        .flat_map(LocalizedText::variants)
        .filter_map(|(tag, _)| tag);
    let mut found: Vec<&LanguageTag> = Vec::new();
    for tag in tags {
        if found.len() < MOST_LANGUAGES && tag != edition.language && !found.contains(&tag) {
            found.push(tag);
        }
    }
    found
}

/// A cell. By hand, because it is two rules: quotes where they are needed, and no formulas.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let cell = if is_formula {
        format!("'{cell}")
    } else {
        cell.to_owned()
    };
    if cell.contains(['"', ',', ';', '\n', '\r', '\t']) || cell.trim() != cell {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;
    use crate::export::Site;

    fn written(language: &str, talks: &str) -> String {
        let text = format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "{language}", "title": "T", "timeZone": "Europe/Berlin",
                "people": [{{"id": "a", "name": "Ada; B", "organization": "Stadt", "roleAtEvent": "Chefin"}},
                           {{"id": "b", "name": "Bo", "honorific": "Dr."}}],
                "talks": [{talks}]}}"#
        );
        let (event, _) = parse(&text).unwrap();
        let site = Site::unknown();
        table(&Edition::new(&event, &event.language, &site))
    }

    #[test]
    fn has_a_row_for_each_item() {
        let text = written(
            "de",
            r#"{"id": "a", "kind": "panel", "title": {"de": "Mut", "en": "Courage"}, "start": "2026-03-04T23:30", "duration": "PT45M",
                "room": "Saal 1", "track": "Stadt", "status": "cancelled", "tags": ["x", "y"], "abstract": "Eins.\n\nZwei; [mehr](https://a.example/).",
                "people": [{"person": "a"}, {"person": "b", "part": "moderator"}],
                "recording": {"status": "released", "sources": [{"provider": "youtube", "id": "AbCdEfGhIjK"}]},
                "slides": [{"label": "S", "url": "https://a.example/s.pdf"}], "links": [{"label": "L", "url": "https://a.example/l"}]},
               {"id": "b", "kind": "talk", "title": "Ende"}"#,
        );
        let expected = "\u{feff}Kennung;Titel;Datum;Beginn;Ende;Dauer (Minuten);Raum;Reihe;Art;Status;Sprache;Personen;\
            Moderation;Zusammenfassung;Schlagwörter;Aufzeichnung;Folien;Links;Adresse;Titel (en);Zusammenfassung (en)\r\n\
            a;Mut;2026-03-04;23:30;2026-03-05 00:15;45;Saal 1;Stadt;Panel;Abgesagt;de;\"Ada, B (Chefin, Stadt)\";Dr. Bo;\
            \"Eins.\n\nZwei; mehr (https://a.example/).\";\"x, y\";https://www.youtube.com/watch?v=AbCdEfGhIjK;\
            https://a.example/s.pdf;https://a.example/l;;Courage;\r\n\
            b;Ende;;;;;;;Vortrag;;de;;;;;;;;;;\r\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn runs_no_formula() {
        for (cell, expected) in [
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(1)", "'@SUM(1)"),
            ("\t=1", "\"'\t=1\""),
            ("＝1", "'＝1"),
            ("1=1", "1=1"),
            ("a,b", "\"a,b\""),
            (" a", "\" a\""),
        ] {
            assert_eq!(quoted(cell), expected);
        }
    }

    #[test]
    fn speaks_english_with_commas() {
        let text = written("en", r#"{"id": "a", "kind": "talk", "title": "Courage"}"#);
        assert!(text.starts_with("\u{feff}ID,Title,Date,Start,"), "{text}");
    }
}
