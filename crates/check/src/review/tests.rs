//! What is found in an event and what is not, rule by rule.

use nachlese_event::problem::{Finding, JsonPath, Problem};
use nachlese_reader::parse;

use super::{first_of_each, review};

mod pictures_and_files;
mod programme;
mod texts;

/// Code and path of each finding in an event with these fields. It has legal links, so that nothing
/// is said about them.
fn found(fields: &str) -> Vec<String> {
    let text = format!(
        r#"{{"schemaVersion": 1, "id": "x", "language": "de", "title": "T", {fields},
            "legal": {{"imprint": "i", "privacy": "p", "accessibility": "a"}}}}"#
    );
    let (event, _) = parse(&text).expect(fields);
    let problems = review(&text, &event);
    let told = problems.iter();
    told.map(|problem| format!("{} {}", problem.code(), problem.path))
        .collect()
}

/// Checks each row: the fields of an event, and what is found in it.
fn check(rows: &[(&str, &[&str])]) {
    for (fields, expected) in rows {
        assert_eq!(found(fields), *expected, "{fields}");
    }
}

/// The same for single texts, all at the same place.
fn check_texts(path: &str, rows: &[(&str, Option<&str>)], fields: impl Fn(&str) -> String) {
    for (text, code) in rows {
        let json = quoted(text);
        let expected: Vec<_> = code.iter().map(|code| format!("{code} {path}")).collect();
        assert_eq!(found(&fields(&json)), expected, "{text}");
    }
}

#[test]
fn says_nothing_about_other_programs_files() {
    let (event, _) = parse(r#"{"schemaVersion": 1, "title": "T"}"#).unwrap();
    for text in [
        "",
        "<schedule/>",
        "BEGIN:VCALENDAR",
        "[]",
        "{}",
        r#"{"schedule": {"conference": {"title": "**T**"}}}"#,
        r#"{"talks": [{"name": "**T**"}], "speakers": []}"#,
        r#"{"talks": [{"title": "**T**"}], "speakers": [{"name": "A &amp; B"}]}"#,
    ] {
        assert_eq!(review(text, &event), [], "{text}");
    }
}

#[test]
fn lists_the_first_of_many_and_counts_the_rest() {
    let talks = |count: usize| {
        let talk = |at| format!(r#"{{"id": "t{at}", "kind": "talk", "title": "**T**"}}"#);
        let talks: Vec<_> = (0..count).map(talk).collect();
        format!(r#""talks": [{}]"#, talks.join(","))
    };
    for (count, expected) in [(1, 1), (5, 5), (6, 6), (7, 6), (2_000, 6)] {
        let found = found(&talks(count));
        assert_eq!(found.len(), expected, "{count}");
        let path = format!("raw-markup talks[{}].title", expected - 1);
        assert_eq!(found.last(), Some(&path));
    }
    // Recordings without captions are counted too, other findings are all told.
    let path = JsonPath::root();
    let of = |finding: Finding| vec![Problem::new(&path, finding); 9];
    assert_eq!(first_of_each(of(Finding::MissingCaptions)).len(), 6);
    assert_eq!(first_of_each(of(Finding::OutsideEvent)).len(), 9);
    let twice = first_of_each(first_of_each(of(Finding::MissingCaptions)));
    assert_eq!(twice, first_of_each(of(Finding::MissingCaptions)));
}

#[test]
fn takes_time_in_line_with_the_size() {
    for piece in [
        "<",
        "<b",
        "&",
        "&#",
        "**",
        "**a",
        "__ ",
        "_a",
        " _a",
        "# ",
        "\n# 1",
        "https://",
        "www.",
        "[a](",
        "[hier](b)",
        "<b>",
        "</",
        "&amp",
        "Dr. ",
        "„",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        let text = quoted(&text);
        let fields = format!(
            r#""summary": {text}, "people": [{{"id": "a", "name": {text}, "roleAtEvent": "r"}}],
               "sections": [{{"type": "quote", "text": {text}, "person": "a"}},
                            {{"type": "figure", "figure": {{"illustration":
                                {{"ref": "a", "alt": {text}, "caption": {text}}}}}}}]"#
        );
        let begin = std::time::Instant::now();
        found(&fields);
        assert!(begin.elapsed().as_secs() < 5, "{piece}");
    }
    let person = |at: usize| {
        let name = format!(
            "Ana{} Mu{}ler",
            "n".repeat(at % 40),
            "l".repeat(at / 40 % 40)
        );
        format!(r#"{{"id": "p{at}", "name": "{name}", "roleAtEvent": "r"}}"#)
    };
    let people: Vec<_> = (0..20_000).map(person).collect();
    let begin = std::time::Instant::now();
    found(&format!(r#""people": [{}]"#, people.join(",")));
    assert!(begin.elapsed().as_secs() < 20);
}

fn quoted(text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{}\"", text.replace('\n', "\\n"))
}
