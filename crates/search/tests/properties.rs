//! What holds for any text that Unicode allows.

use nachlese_event::{Event, LanguageTag, LocalizedText, Seconds};
use nachlese_fold::fold;
use nachlese_reader::parse;
use nachlese_search::{Field, Index, Query, Transcript};
use proptest::{collection::vec, prelude::*, sample::select};
use unicode_segmentation::UnicodeSegmentation;

fn event() -> Event {
    let text = r#"{"schemaVersion": 1, "id": "e", "language": "de",
        "title": {"de": "Tag", "en": "Day"},
        "people": [{"id": "ada", "name": "Ada Muster"}],
        "talks": [
            {"id": "eins", "kind": "talk", "title": "Eins", "track": "Web & Daten",
             "people": ["ada"], "tags": ["A+B", "ä=1"], "room": "Saal #1", "duration": "PT20M",
             "start": "2026-09-17T10:00"},
            {"id": "zwei", "kind": "panel", "title": "Zwei", "room": "Foyer",
             "start": "2026-09-17T10:00"}]}"#;
    parse(text).unwrap().0
}

/// Any text, often with what is hard: marks, joiners, flags, capitals, umlauts, quotes, signs.
fn any_text() -> impl Strategy<Value = String> {
    let hard = select(vec![
        "a",
        "o",
        "U",
        "Ü",
        "ß",
        "\u{308}",
        "\u{301}",
        "\u{ad}",
        "*innen",
        ":in",
        "-",
        "„",
        "\"",
        "‘",
        " ",
        "\u{a0}",
        "\u{200d}",
        "👩\u{200d}🚒",
        "🇩",
        "🇪",
        "\u{fe0f}",
        "क",
        "\u{94d}",
        "ष",
        "ि",
        "ﬁ",
        "ＡＢ",
        "İ",
        "ẞ",
        "\u{1100}",
        "\u{1161}",
        "가",
        "ก",
        "\u{e47}",
        "\u{600}",
        "\r",
        "\n",
        "c++",
        "person:",
        "日本",
        "æ",
        "א\u{5b8}",
        "e",
        "n",
        "s",
        "𝔘",
    ]);
    vec(
        prop_oneof![
            hard.prop_map(str::to_owned),
            any::<char>().prop_map(String::from)
        ],
        0..40,
    )
    .prop_map(|parts| parts.concat())
}

/// Lines of captions, most of them broken.
fn broken_captions() -> impl Strategy<Value = String> {
    let hard = select(vec![
        "WEBVTT\n",
        "\n",
        "\r",
        "\r\n\r\n",
        "-->",
        "00:01.000 --> 00:02.000\n",
        "1:02:03,4 --> x\n",
        "99:99 --> 1\n",
        "<",
        ">",
        "<v ",
        "</v>",
        "&",
        "&amp;",
        "&#",
        "&#x1F600;",
        "&#xD800;",
        ";",
        "{\\",
        "}",
        "NOTE ",
        "\u{feff}",
        ".",
    ]);
    vec(prop_oneof![hard.prop_map(str::to_owned), any_text()], 0..20)
        .prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_changes_nothing(text in any_text()) {
        let once = fold(&text);
        let twice = fold(&once.bare);
        prop_assert_eq!(&twice.bare, &once.bare);
        prop_assert_eq!(&twice.spelled_out, &once.bare);
        prop_assert_eq!(fold(&once.spelled_out).spelled_out, once.spelled_out);
    }

    #[test]
    fn marks_never_split_what_readers_see_as_one_character(
        text in any_text(), other in any_text(), from in 0..40_usize, count in 1..12_usize,
    ) {
        let part: String = text.chars().skip(from).take(count).collect();
        let mut event = event();
        event.talks[0].title = Some(LocalizedText::plain(&*text));
        let index = Index::new(&event);
        let ends: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
        for typed in [&part, &other, &text] {
            let marks = index.find(&Query::of_text(typed), &[]).marks();
            let mut last = 0;
            for range in marks.ranges(Field::Title, &text) {
                prop_assert!(last <= range.start && range.start < range.end, "{:?}", range);
                prop_assert!(ends.contains(&range.start) && ends.contains(&range.end), "{:?} {:?}", text, range);
                last = range.end;
            }
            let excerpt = marks.excerpt(Field::Title, &text, 20);
            prop_assert!(ends.contains(&excerpt.start) && ends.contains(&excerpt.end), "{:?} {:?}", text, excerpt);
        }
    }

    #[test]
    fn a_talk_is_found_by_its_own_words(text in any_text()) {
        let mut event = event();
        event.talks[0].title = Some(LocalizedText::plain(&*text));
        let index = Index::new(&event);
        for word in text.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
            // A letter alone may be a part of a longer word, which takes three.
            if word.len() < 3 { continue; }
            let found = index.find(&Query::of_text(word), &[]);
            let folded = fold(&text);
            if folded.contains(&fold(word)) {
                prop_assert!(found.talks.contains(&0), "{:?} in {:?}", word, text);
            }
        }
    }

    #[test]
    fn broken_captions_cost_no_good_cue(
        junk in vec(broken_captions(), 1..4), seconds in 0..360_000_u32, typed in any_text(),
    ) {
        let (event, german) = (event(), LanguageTag::german());
        let (hours, minutes) = (seconds / 3_600, seconds / 60 % 60);
        let start = format!("{hours}:{minutes:02}:{:02}.500", seconds % 60);
        let cue = format!("\n\n{start} --> 100:00:00.000\nquastenflosser\n\n");
        let file = format!("WEBVTT\n{}", junk.join(&cue));
        let transcript = Transcript::read(&file);
        let whole: String = (0..transcript.len()).map(|at| transcript.cues(at, at + 1)).collect();
        prop_assert_eq!(&whole, transcript.text());
        // Any other text is one without times, or says nothing.
        let other = Transcript::read(&junk.concat());
        prop_assert!(other.cues(0, other.len()) == other.text());
        let mut index = Index::new(&event);
        index.add_transcript(1, &german, transcript);
        index.add_transcript(0, &german, other);
        while !index.step(&event, 50) {}
        for query in ["quastenflosser", &typed, "„flosser", "e"] {
            let found = index.find(&Query::of_text(query), &[]);
            for talk in 0..3 {
                let passages = index.passages(&found, talk, &german);
                prop_assert!(passages.len() <= 3);
                if talk == 1 && query == "quastenflosser" && junk.len() > 1 {
                    prop_assert!(found.talks.contains(&1));
                    prop_assert!(passages.iter().any(|passage| passage.text.contains("quastenflosser")));
                    prop_assert!(passages.iter().any(|passage| passage.at == Some(Seconds(seconds))));
                }
            }
        }
    }
}
