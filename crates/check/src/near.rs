//! Near misses: which known word somebody probably meant.

use nachlese_fold::lower_case;

/// Finds the candidate closest to a word, if it is close enough for a typing error.
///
/// Looks at no more than 2,000 candidates, and at none if the word is longer than any sensible id.
pub fn near<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let length = word.chars().count();
    if length > 100 {
        return None;
    }
    let lower_case = |word: &str| word.chars().map(lower_case).collect::<String>();
    let lower = lower_case(word);
    // In a short word, two typing errors change everything: `time` is not a misspelt `title`.
    let limit = if length <= 5 { 1 } else { length / 3 };
    candidates
        .take(2_000)
        // Comparing takes time, counting does not.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| {
            let distance = strsim::osa_distance(&lower, &lower_case(candidate));
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

/// Finds the field that a word stands for: what people often call it, else a near miss.
pub fn near_field<'a>(word: &str, fields: impl Iterator<Item = &'a str> + Clone) -> Option<String> {
    let lower = word.to_lowercase();
    let mut meant = CALLED.iter().filter(|(_, words)| words.contains(&&*lower));
    let meant = meant.find_map(|(field, _)| fields.clone().find(|it| it == field));
    meant.map(str::to_owned).or_else(|| near(word, fields))
}

/// Fields, and what people call them, in lower case.
const CALLED: &[(&str, &[&str])] = &[
    ("imprint", &["impressum"]),
    ("privacy", &["datenschutz"]),
    ("accessibility", &["barrierefreiheit"]),
    ("contact", &["kontakt"]),
    (
        "start",
        &[
            "begin",
            "beginn",
            "date",
            "from",
            "starttime",
            "start_time",
            "time",
            "uhrzeit",
            "zeit",
        ],
    ),
    ("end", &["ende", "endtime", "end_time", "to", "until"]),
    ("duration", &["dauer", "end", "length"]),
    (
        "heading",
        &["headline", "name", "title", "titel", "überschrift"],
    ),
    ("title", &["headline", "heading", "name", "überschrift"]),
    ("name", &["fullname", "full_name", "title", "titel"]),
    (
        "abstract",
        &["beschreibung", "content", "description", "summary", "text"],
    ),
    (
        "summary",
        &["abstract", "beschreibung", "description", "intro"],
    ),
    (
        "description",
        &["abstract", "beschreibung", "summary", "text"],
    ),
    (
        "people",
        &[
            "panelists",
            "personen",
            "persons",
            "referenten",
            "speaker",
            "speakers",
        ],
    ),
    ("seats", &["panelists", "people"]),
    ("person", &["id", "name", "speaker", "who"]),
    ("part", &["role", "rolle"]),
    (
        "roleAtEvent",
        &[
            "amt", "function", "funktion", "job", "jobtitle", "position", "role", "rolle",
        ],
    ),
    ("organization", &["affiliation", "company", "firma", "org"]),
    ("honorific", &["prefix", "title", "titel"]),
    ("room", &["hall", "location", "raum", "saal", "venue"]),
    ("venue", &["location", "ort", "place"]),
    ("host", &["organiser", "organizer", "veranstalter"]),
    ("kind", &["art", "category", "type"]),
    ("type", &["art", "kind"]),
    (
        "url",
        &["address", "adresse", "file", "href", "link", "src"],
    ),
    ("src", &["datei", "file", "href", "path", "url"]),
    ("ref", &["datei", "file", "src", "url"]),
    ("label", &["linktext", "name", "text", "title", "titel"]),
    (
        "alt",
        &["alternative", "alternativetext", "alttext", "description"],
    ),
    ("caption", &["bildunterschrift", "description", "title"]),
    ("captions", &["subtitles", "untertitel"]),
    (
        "credit",
        &["author", "by", "copyright", "fotograf", "photographer"],
    ),
    ("language", &["lang", "locale", "sprache"]),
    ("date", &["datum", "day", "tag"]),
    ("timeZone", &["tz", "zone"]),
    (
        "image",
        &["avatar", "bild", "figure", "photo", "picture", "portrait"],
    ),
    ("figure", &["bild", "image", "photo", "picture"]),
    ("figures", &["bilder", "images", "photos", "pictures"]),
    ("paragraphs", &["body", "content", "text"]),
    ("text", &["body", "content", "quote"]),
    (
        "talks",
        &["events", "items", "programme", "sessions", "vorträge"],
    ),
    ("tags", &["keywords", "stichwörter"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_meant_by_its_meaning_before_its_letters() {
        let talk = [
            "title", "topic", "abstract", "people", "start", "duration", "room", "kind",
        ];
        let person = ["id", "name", "honorific", "roleAtEvent", "organization"];
        for (word, fields, expected) in [
            ("time", &talk[..], Some("start")),
            ("Time", &talk, Some("start")),
            ("name", &talk, Some("title")),
            ("titel", &talk, Some("title")),
            ("speakers", &talk, Some("people")),
            ("location", &talk, Some("room")),
            ("end", &talk, Some("duration")),
            ("tim", &talk, None),
            ("role", &person, Some("roleAtEvent")),
            ("organisation", &person, Some("organization")),
            ("title", &person, Some("name")),
            ("time", &person, None),
            ("names", &person, Some("name")),
        ] {
            let found = near_field(word, fields.iter().copied());
            assert_eq!(found.as_deref(), expected, "{word}");
        }
    }

    #[test]
    fn finds_slips_of_the_pen() {
        let words = ["title", "topic", "track", "id", "at", "tristan-post"];
        for (word, expected) in [
            ("titel", Some("title")),
            ("Title", Some("title")),
            ("tristan-pots", Some("tristan-post")),
            ("tristan-p", Some("tristan-post")),
            ("ids", Some("id")),
            ("time", None),
            ("tile", Some("title")),
            ("colour", None),
            ("xy", None),
            ("", None),
        ] {
            let found = near(word, words.into_iter());
            assert_eq!(found.as_deref(), expected, "{word}");
        }
        assert_eq!(near(&"a".repeat(101), words.into_iter()), None);
    }
}
