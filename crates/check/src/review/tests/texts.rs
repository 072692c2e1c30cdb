//! Mark-up, addresses, empty words, and languages.

use super::{check, check_texts, found};

#[test]
fn mark_up_would_be_shown_as_it_is() {
    let raw = Some("raw-markup");
    check_texts(
        "summary",
        &[
            ("Das ist **wichtig** und neu", raw),
            ("**Wichtig**", raw),
            ("(**wichtig**)", raw),
            ("Das ist __sehr wichtig__.", raw),
            ("Das ist _wichtig_.", raw),
            ("_Das hier_ auch", raw),
            ("# Überschrift", raw),
            ("Erst Text\n## Dann eine Überschrift\nText", raw),
            ("Das ist <b>wichtig</b>", raw),
            ("Zeile<br>Zeile", raw),
            ("Zeile<br/>Zeile", raw),
            ("<p>Absatz", raw),
            ("<a href=\"https://example.org\">Antrag</a>", raw),
            ("Ende</div>", raw),
            ("Fragen &amp; Antworten", raw),
            ("M&uuml;nchen", raw),
            ("Fragen&nbsp;und", raw),
            ("Seit 2019 &#8211; heute", raw),
            ("&#x2013;", raw),
            ("ein [**fetter** Link](https://example.org)", raw),
            ("Bürger*innen und *Kolleg*innen*", None),
            ("Bürger**innen und Kolleg**innen", None),
            ("Bürger_innen und Kolleg_innen", None),
            ("Mitarbeiter_in oder Leiter_in", None),
            ("2 ** 3 und 2**8 und 3**2", None),
            ("* Punkt eins\n* Punkt zwei", None),
            ("die Methode __init__ in Python", None),
            ("snake_case und _privat", None),
            ("Name: ______ Datum: ______", None),
            ("C# und #KI und Nr. #1", None),
            ("# 1", None),
            ("#1 der Liste", None),
            ("a < b und b > c", None),
            ("Ich <3 Daten", None),
            ("Das <dialog>-Element und <table>", None),
            ("Anna Muster <anna@example.org>", None),
            ("Q&A; R&D; AT&T", None),
            ("Fragen & Antworten", None),
            ("&unbekannt; &;", None),
            ("[Antrag](https://example.org/_a_/**b**)", None),
        ],
        |text| format!(r#""summary": {text}"#),
    );
}

#[test]
fn an_address_in_a_text_is_no_link() {
    let bare = Some("bare-address");
    let rows = [
        ("Mehr auf https://example.org/a.", bare),
        ("https://example.org", bare),
        ("(http://example.org)", bare),
        ("Mehr auf www.example.org", bare),
        ("[Antrag] (https://example.org)", bare),
        ("[Antrag](https://example.org)", None),
        ("[https://example.org](https://example.org)", None),
        ("mit https:// davor", None),
        ("www. und ähnliche", None),
        ("awww.example.org", None),
        ("example.org", None),
        ("anna@example.org", None),
    ];
    check_texts("summary", &rows, |text| format!(r#""summary": {text}"#));
    let label = r#""links": [{"label": "https://example.org/a", "url": "https://example.org/a"}]"#;
    let host = r#""talks": [{"id": "a", "kind": "talk", "title": "A", "recording": {"sources":
        [{"provider": "peertube", "host": "https://video.example", "id": "abc"}]}}]"#;
    let hidden = r#""editorialNotes": ["Siehe https://example.org und **das**"],
        "synonyms": [["_a_", "<b>b</b>"]], "foreignTerms": {"en": ["**Go**"]}"#;
    check(&[(label, &[]), (host, &[]), (hidden, &[])]);
}

#[test]
fn each_text_of_the_page_is_looked_at() {
    check(&[
        (r#""motto": {"en": "**a**"}"#, &["raw-markup motto.en"]),
        (
            r#""corrections": ["**a**"]"#,
            &["raw-markup corrections[0]"],
        ),
        (
            r#""corrections": [{"date": "2024-06-07", "text": "**a**"}]"#,
            &["raw-markup corrections[0].text"],
        ),
        (r#""venue": {"name": "_Saal_"}"#, &["raw-markup venue.name"]),
        (r#""venue": "_Saal_""#, &["raw-markup venue"]),
        (r#""host": {"de": "<b>Amt</b>"}"#, &["raw-markup host.de"]),
        (
            r#""talks": [{"id": "a", "kind": "talk", "title": "A", "tags": ["**a**"],
               "abstract": "x **y** z **z** https://a.example https://b.example"}]"#,
            &[
                "raw-markup talks[0].tags[0]",
                "raw-markup talks[0].abstract",
                "bare-address talks[0].abstract",
            ],
        ),
        (
            r#""sections": [{"type": "text", "paragraphs": ["a", {"de": "&amp;"}]}]"#,
            &["raw-markup sections[0].paragraphs[1].de"],
        ),
    ]);
}

#[test]
fn headings_and_labels_say_what_follows() {
    let (heading, label) = (Some("empty-heading"), Some("empty-label"));
    let headings = [
        ("Weitere Informationen", heading),
        ("WEITERE INFORMATIONEN:", heading),
        ("Mehr", heading),
        ("Mehr …", heading),
        ("Hier", heading),
        ("More information", heading),
        ("Here", heading),
        ("Weitere Informationen zum Antrag", None),
        ("Mehr Geld für Kitas", None),
        ("Links", None),
        ("Quelle und weitere Links", None),
    ];
    check_texts("sections[0].heading", &headings, |text| {
        format!(r#""sections": [{{"type": "text", "heading": {text}, "text": "a"}}]"#)
    });
    let labels = [
        ("hier", label),
        ("Klicken Sie hier!", label),
        ("Hier klicken", label),
        ("here", label),
        ("Click here", label),
        ("mehr", label),
        ("Link", label),
        ("Link zum Antrag", None),
        ("Hier steht der Antrag", None),
        ("Download", None),
    ];
    check_texts("links[0].label", &labels, |text| {
        format!(r#""links": [{{"label": {text}, "url": "https://example.org"}}]"#)
    });
    for (text, code) in labels {
        let text = format!("Den Antrag finden Sie [{text}](https://example.org).");
        check_texts("summary", &[(&text, code)], |text| {
            format!(r#""summary": {text}"#)
        });
    }
    check(&[
        (r#""attendance": [{"label": "mehr", "count": 3}]"#, &[]),
        (
            r#""sections": [{"type": "facts", "facts": [{"label": "Link", "value": "x"}]}]"#,
            &[],
        ),
    ]);
}

#[test]
fn a_text_without_the_second_language_was_forgotten() {
    let sections = |with: usize, others: &str| {
        let text = r#"{"type": "text", "text": {"de": "a", "en": "a"}}"#;
        let texts = vec![text; with].join(",");
        format!(r#""sections": [{texts}{others}]"#)
    };
    let one = r#",{"type": "text", "text": {"de": "b"}}"#;
    let plain = r#",{"type": "text", "text": "b"}"#;
    let quote = r#",{"type": "quote", "text": "b", "verbatim": true}"#;
    let rough_quote = r#",{"type": "quote", "text": "b"}"#;
    let title = r#""foreignTerms": {"de": ["T", "b"]}"#;
    let of = |with, others: &str| format!("{title}, {}", sections(with, others));
    let missing = |at: usize| format!("texts-missing sections[{at}].text");
    for (with, others, expected) in [
        (3, String::new(), None),
        (
            6,
            r#",{"type": "text", "text": {"de": "c"}}"#.to_owned(),
            Some(missing(6)),
        ),
        (
            6,
            r#",{"type": "text", "text": "c"}"#.to_owned(),
            Some(missing(6)),
        ),
        (6, r#",{"type": "text", "text": "12"}"#.to_owned(), None),
        // Called the same in all languages, as `foreignTerms` says.
        (6, [one, plain, quote, rough_quote].concat(), None),
        // The words that somebody said.
        (6, quote.replace("\"b\"", "\"c\""), None),
        (6, rough_quote.replace("\"b\"", "\"c\""), Some(missing(6))),
        // As many without as with: no habit.
        (2, one.replace("\"b\"", "\"c\""), None),
        (6, one.replace("\"b\"", "\"c\"").repeat(3), None),
        // Easy language is rare.
        (
            6,
            r#",{"type": "text", "text": {"de": "a", "en": "b", "de-x-easy": "c"}}"#.to_owned(),
            None,
        ),
    ] {
        let expected: Vec<_> = expected.into_iter().collect();
        assert_eq!(found(&of(with, &others)), expected, "{others}");
    }
    let names = sections(6, "")
        + r#", "foreignTerms": {"de": ["T"]}, "host": "Stadt", "venue": {"name": "Saal"},
            "people": [{"id": "a", "name": "A B", "organization": "trail", "roleAtEvent": "CEO"}],
            "talks": [{"id": "a", "kind": "talk", "title": {"de": "A", "en": "A"}, "tags": ["KI"]}]"#;
    check(&[(&names, &["texts-missing people[0].roleAtEvent"])]);
}
