//! Tests of what stands between the paragraphs of a transcript.

use nachlese_event::{LanguageTag, Seconds, TalkId};
use nachlese_markup::el;
use nachlese_search::{Sentence, Turn};

use super::{Before, Reading, turns};
use crate::{
    url::Address,
    view::test_support::{event, html},
};

/// What is drawn of sentences of ten seconds each, one after another.
fn drawn(shown: &[(&'static str, &[&'static str])]) -> Vec<String> {
    let fields = r#""talks": [{"id": "t", "kind": "talk", "title": "Ethik",
        "recording": {"status": "released", "sources": [{"provider": "file", "url": "t.mp4"}],
            "chapters": [{"start": "0:00", "title": "Anfang"}, {"start": "0:18", "title": "Mitte"},
                {"start": "0:40", "title": "Schluss"}]},
        "slides": [{"label": "Zahlen", "url": "z.pdf", "at": "0:12"}]}]"#;
    let text = html(&event(fields), Address::default(), |state| {
        let german = LanguageTag::german();
        let reading = Reading::of(state, &TalkId::new("t").unwrap(), &german);
        let mut at = 0;
        let turns_of = shown.iter().map(|(who, texts)| {
            let sentences = texts.iter().map(|text| {
                at += 10;
                Sentence {
                    at: Some(Seconds(at - 10)),
                    end: Some(Seconds(at)),
                    text,
                }
            });
            Turn {
                who: Some(who),
                sentences: sentences.collect(),
            }
        });
        let shown: Vec<_> = turns_of.collect();
        let drawn = turns(&reading, &shown, Before::default());
        el("div").children(drawn)
    });
    let mut text = text.as_str();
    let mut words = Vec::new();
    while let Some((_, rest)) = text.split_once('>') {
        let (word, rest) = rest.split_once('<').unwrap_or((rest, ""));
        if !word.trim().is_empty() {
            words.push(word.trim().to_owned());
        }
        text = rest;
    }
    words
}

#[test]
fn chapters_and_slides_stand_where_they_begin() {
    let alone = drawn(&[("A", &["Eins.", "Zwei.", "Drei.", "Vier."])]);
    assert_eq!(
        alone.join(" "),
        "Anfang 0:00 A Eins. 0:12 Folie: Zahlen 0:10 Zwei. Mitte 0:20 Drei. Vier."
    );
    let two = drawn(&[
        ("A", &["Eins.", "Zwei."]),
        ("B", &["Drei.", "Vier.", "Fünf."]),
    ]);
    assert_eq!(
        two.join(" "),
        "Anfang 0:00 A Eins. 0:12 Folie: Zahlen 0:10 Zwei. Mitte 0:20 B Drei. Vier. Schluss 0:40 Fünf."
    );
}
