//! Sessionize's categories: guesses from a category's name what its items are.
//!
//! The guess looks at whole words of the name and at the items. If it is not certain, the items
//! become tags, so that nothing is lost and nothing wrong is said.

use nachlese_event::Kind;
use nachlese_reader::{cursor::Node, json::Json};

use super::{
    kind::kind,
    programme::Programme,
    schedule::label,
    spoken::spoken,
    value::{one_line, short},
};

/// Stores the words of a category as kind, track, language or tags.
pub(super) fn category(node: Node<'_>, programme: &mut Programme) {
    node.object(|fields| {
        fields.any(&["id", "sort"]);
        fields.get("type");
        let title = fields.get("title").and_then(short).unwrap_or_default();
        let names = names(node.json.get("items"));
        let sort = sort(&title, &names);
        fields.members("items", "", &mut |node| {
            let is_language = || spoken(&name(node.json)).is_some();
            let sort = match sort {
                Sort::Language if is_language() => "language",
                Sort::Track => "track",
                Sort::Kind => "kind",
                Sort::Language | Sort::Tag => "tag",
            };
            label(node, sort, programme);
        });
        Some(())
    });
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Track,
    Kind,
    Language,
    Tag,
}

fn names(items: Option<&Json>) -> Vec<String> {
    match items {
        Some(Json::List(items)) => items.iter().map(name).collect(),
        _ => Vec::new(),
    }
}

fn name(item: &Json) -> String {
    match item.get("name") {
        Some(Json::String(name)) => one_line(name),
        _ => String::new(),
    }
}

fn sort(title: &str, names: &[String]) -> Sort {
    let title = title.to_lowercase();
    let words = title.split(|c: char| !c.is_alphanumeric());
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let languages = names.iter().filter(|name| spoken(name).is_some()).count();
    // Even if „Beides“ is among them, the others are languages.
    if has(LANGUAGE) && !has(NO_LANGUAGE) && languages > 0 && languages * 2 >= names.len() {
        return Sort::Language;
    }
    let is_kind = |name: &String| !matches!(kind(name), Kind::Other(_));
    if has(FORMAT) || has(KIND) && names.iter().any(is_kind) {
        return Sort::Kind;
    }
    if has(FORMAT_OF) && (has(WORK) || words.len() == 1 || names.iter().any(is_kind)) {
        return Sort::Kind;
    }
    if has(TRACK) {
        return Sort::Track;
    }
    Sort::Tag
}

const LANGUAGE: &[&str] = &[
    "language",
    "languages",
    "sprache",
    "sprachen",
    "vortragssprache",
    "sessionsprache",
    "beitragssprache",
    "veranstaltungssprache",
    "langue",
    "lingua",
    "idioma",
    "taal",
];

/// Languages in which nothing is spoken.
const NO_LANGUAGE: &[&str] = &[
    "programming",
    "programmier",
    "subtitle",
    "subtitles",
    "caption",
    "captions",
    "untertitel",
    "slides",
    "folien",
    "translation",
    "translated",
    "übersetzung",
    "dolmetschung",
];

const TRACK: &[&str] = &[
    "track",
    "tracks",
    "thema",
    "themen",
    "topic",
    "topics",
    "themenbereich",
    "themenbereiche",
    "themenfeld",
    "themenfelder",
    "themenstrang",
    "themenstränge",
    "themengebiet",
    "sessiontrack",
    "vortragstrack",
];

/// Words that mean nothing else.
const FORMAT: &[&str] = &[
    "sessionformat",
    "sessiontyp",
    "sessiontype",
    "sessionart",
    "vortragsformat",
    "vortragsart",
    "vortragstyp",
    "beitragsformat",
    "beitragsart",
    "beitragstyp",
    "veranstaltungsformat",
    "veranstaltungsart",
    "programmformat",
    "talktype",
];

/// Words that may be the format of something else.
const FORMAT_OF: &[&str] = &["format", "formats", "formate"];

/// What may have a format.
const WORK: &[&str] = &[
    "session",
    "sessions",
    "talk",
    "vortrag",
    "vortrags",
    "beitrag",
    "beitrags",
    "submission",
    "proposal",
    "presentation",
    "programm",
    "veranstaltungs",
];

/// Words that mean kinds only if the items do, because „Art“ can also be the English word.
const KIND: &[&str] = &[
    "type", "types", "typ", "typen", "art", "arten", "kind", "kinds",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn guesses_by_whole_words_and_known_values() {
        for (title, names, expected) in [
            (
                "Language",
                &["Deutsch", "Englisch (EN)"][..],
                Sort::Language,
            ),
            (
                "Sprache",
                &["Deutsch", "Englisch", "Beides"],
                Sort::Language,
            ),
            ("Vortragssprache", &["DE", "EN"], Sort::Language),
            ("Programming language", &["Go", "Rust", "SQL"], Sort::Tag),
            ("Programming language", &["Latin", "Go"], Sort::Tag),
            ("Programmiersprache", &["Go"], Sort::Tag),
            ("Language", &["Python", "Java"], Sort::Tag),
            ("Language of the subtitles", &["Deutsch"], Sort::Tag),
            ("Department", &["Bauamt"], Sort::Tag),
            ("Smart City area", &["Verkehr", "Workshop"], Sort::Tag),
            ("Party", &["Workshop"], Sort::Tag),
            ("Art", &["Painting", "Music"], Sort::Tag),
            ("Art", &["Vortrag", "Impuls"], Sort::Kind),
            ("Art des Beitrags", &["Vortrag", "Workshop"], Sort::Kind),
            ("Session format", &["Session", "Workshop"], Sort::Kind),
            ("Session-Format", &["Barcamp"], Sort::Kind),
            ("Format", &["Impuls"], Sort::Kind),
            ("File format", &["PDF"], Sort::Tag),
            ("Vortragsart", &["Impuls"], Sort::Kind),
            ("Session type", &["Talk", "Demo"], Sort::Kind),
            ("Ticket type", &["Standard", "VIP"], Sort::Tag),
            ("Track", &["Verwaltung"], Sort::Track),
            ("Thema", &["KI"], Sort::Track),
            ("Backtracking", &["KI"], Sort::Tag),
            ("Anathema", &["KI"], Sort::Tag),
            ("Level", &["Introductory"], Sort::Tag),
            ("", &[], Sort::Tag),
        ] {
            let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
            assert_eq!(sort(title, &names), expected, "{title}");
        }
    }
}
