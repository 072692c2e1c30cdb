//! What `check --fix` promises of every file: nothing but the named places changes, nothing gets
//! worse, and a second time there is nothing to do.

use nachlese_check::fix::{Mend, Mended, apply, mend, syntax};
use nachlese_event::problem::{Problem, Severity};
use nachlese_reader::own::read_own;
use proptest::{prelude::*, sample::Index};

use crate::support::{read, valid_events};

fn found(text: &str) -> Option<Vec<Problem>> {
    Some(read_own(text).ok()??.1)
}

fn mended(text: &str) -> Result<Mended, usize> {
    mend(text, found, |_| Vec::new())
}

fn score(text: &str) -> Option<[usize; 3]> {
    let found = found(text)?;
    let count = |severity| {
        let severities = found.iter().map(Problem::severity);
        severities.filter(|one| *one == severity).count()
    };
    Some([Severity::Error, Severity::Warning, Severity::Note].map(count))
}

/// The file is no worse, and mended for good.
fn holds(damaged: &str) -> Option<String> {
    let once = mended(damaged).ok()?;
    if let Some(before) = score(damaged) {
        assert!(
            score(&once.text).unwrap() <= before,
            "{damaged}\n{}",
            once.text
        );
    }
    let again = mended(&once.text).unwrap();
    assert_eq!(again.text, once.text, "{damaged}");
    assert!(again.done.is_empty());
    Some(once.text)
}

/// The places of a text's structure: quotation marks, commas and brackets outside of texts, the
/// first and last place of each text.
fn structure(text: &str) -> (Vec<usize>, Vec<(usize, usize)>) {
    let (mut signs, mut texts, mut start) = (Vec::new(), Vec::new(), None);
    let mut escaped = false;
    for (at, c) in text.char_indices() {
        match (start, c) {
            (Some(from), '"') if !escaped => {
                texts.push((from, at));
                start = None;
            }
            (Some(_), _) => escaped = c == '\\' && !escaped,
            (None, '"') => start = Some(at),
            (None, ',') => signs.push(at),
            _ => {}
        }
    }
    (signs, texts)
}

/// A sort of damage, and where.
#[derive(Debug, Clone)]
enum Damage {
    NoComma(Index),
    TwoCommas(Index),
    Curly(Index, bool),
}

fn damage() -> impl Strategy<Value = Damage> {
    prop_oneof![
        any::<Index>().prop_map(Damage::NoComma),
        any::<Index>().prop_map(Damage::TwoCommas),
        (any::<Index>(), any::<bool>()).prop_map(|(at, low)| Damage::Curly(at, low)),
    ]
}

/// Damages a file of which each sort of damage can be seen for what it is.
fn damaged(text: &str, damages: &[Damage]) -> String {
    let (commas, texts) = structure(text);
    let mut changes = std::collections::BTreeMap::new();
    for damage in damages {
        match damage {
            Damage::NoComma(at) => {
                let comma = commas[at.index(commas.len())];
                // Without a blank two texts look like one.
                if text[comma + 1..].starts_with([' ', '\n']) {
                    changes.insert(comma, "");
                }
            }
            Damage::TwoCommas(at) => {
                changes.insert(commas[at.index(commas.len())], ",,");
            }
            Damage::Curly(at, low) => {
                let (start, end) = texts[at.index(texts.len())];
                let inside = &text[start + 1..end];
                let rest = text[end + 1..].trim_start();
                if !inside.contains(['“', '„', '”', '"', '»', '«', '\\'])
                    && rest.starts_with([',', ':', '}', ']'])
                {
                    changes.insert(start, if *low { "„" } else { "“" });
                    changes.insert(end, if *low { "“" } else { "”" });
                }
            }
        }
    }
    let mut new = String::new();
    for (at, c) in text.char_indices() {
        match changes.get(&at) {
            Some(change) => new.push_str(change),
            None => new.push(c),
        }
    }
    new
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_was_damaged_is_as_it_was(
        file in any::<Index>(),
        damages in prop::collection::vec(damage(), 1..8),
    ) {
        let files = valid_events();
        let text = read(&files[file.index(files.len())]);
        let text = text.trim_start_matches('\u{feff}');
        let wrong = damaged(text, &damages);
        let curly = damages.iter().any(|damage| matches!(damage, Damage::Curly(..)));
        let no_comma = damages.iter().any(|damage| matches!(damage, Damage::NoComma(_)));
        // Both at one place could be one text: that is for people.
        if let Some(right) = holds(&wrong) {
            prop_assert_eq!(right, text);
        } else {
            prop_assert!(curly && no_comma, "{}", wrong);
        }
    }

    #[test]
    fn whatever_stands_there_nothing_gets_worse(
        places in prop::collection::vec((any::<Index>(), r#"[,:"„“”'\[\]{}\\/# \na0.-]{0,3}"#), 1..6),
    ) {
        let start = "{\"schemaVersion\": 1, \"id\": \"e\", \"language\": \"de\", \"title\": \"T „x“\",\n\
            \"talks\": [{\"id\": \"a\", \"kind\": \"talk\", \"title\": \"A, b\"}, {\"titel\": \"B\"}],\n\
            \"date\": \"24.06.2024\", \"links\": [\"https://a.example/#x\"]}\n";
        let mut text = start.to_owned();
        for (at, new) in places {
            let ends: Vec<_> = text.char_indices().map(|(at, _)| at).collect();
            text.insert_str(ends[at.index(ends.len())], &new);
        }
        holds(&text);
        // What makes JSON of it touches nothing but what it is for.
        if let Ok(edits) = syntax(&text) {
            for edit in &edits {
                let old = &text[edit.range.clone()];
                let is_named = match edit.mend {
                    Mend::Comma => [",", ""].contains(&old.trim()) && ["", ","].contains(&&*edit.text),
                    Mend::Quotes => ["“", "”", "„", ""].contains(&old) && ["\"", "\\"].contains(&&*edit.text),
                    Mend::Comment => old.trim().is_empty() || old.trim().starts_with(['/', '#']),
                    _ => false,
                };
                prop_assert!(is_named, "{edit:?} in {text}");
            }
            prop_assert_eq!(syntax(&apply(&text, &edits)), Ok(Vec::new()), "{}", text);
        }
    }
}
