//! What is taken, what stays, and what is said about it.

use nachlese_merge::{Settings, merge};

use crate::support::{all_said, event, merged, talk, with};

/// Merges talks with these fields; gives the talk's fields and what was said.
fn check(last: &str, source: &str, edited: &str, expected: &str, says: &[&str]) {
    let merged = merged(&talk(last), &talk(source), &talk(edited));
    assert_eq!(merged.text, talk(expected), "{last} | {source} | {edited}");
    assert_eq!(all_said(&merged), says, "{last} | {source} | {edited}");
}

#[test]
fn takes_what_nobody_edited() {
    let (one, two) = (r#", "room": "1""#, r#", "room": "2""#);
    check(one, two, one, two, &[r#"talks[0].room: "1" > "2""#]);
    check("", one, "", one, &[r#"talks[0].room + "1""#]);
    check(one, "", one, "", &[r#"talks[0].room - "1""#]);
    check(one, two, two, two, &[]);
    check(one, one, one, one, &[]);
}

#[test]
fn keeps_what_somebody_edited() {
    let room = |room: &str| format!(r#", "room": "{room}""#);
    let [one, two, own] = ["1", "2", "own"].map(room);
    check(&one, &one, &own, &own, &[]);
    check(&one, &one, "", "", &[]);
    check("", "", &own, &own, &[]);
    let both = r#"talks[0].room source "2" edited "own""#;
    check(&one, &two, &own, &own, &[both]);
    check("", &two, &own, &own, &[both]);
    check(
        &one,
        &two,
        "",
        "",
        &[r#"talks[0].room source "2" edited -"#],
    );
    check(
        &one,
        "",
        &own,
        &own,
        &[r#"talks[0].room source - edited "own""#],
    );
}

#[test]
fn merges_lists_by_what_their_elements_are() {
    let people = |ids: &str| {
        let one = |id: &str| format!(r#"{{"person": "{id}", "part": "speaker"}}"#);
        let all: Vec<_> = ids
            .split(' ')
            .filter(|id| !id.is_empty())
            .map(one)
            .collect();
        let listed = ids.split(' ').filter(|id| !id.is_empty());
        let listed: Vec<_> = listed
            .map(|id| format!(r#"{{"id": "{id}", "name": "{id}"}}"#))
            .collect();
        let talks = format!(
            r#""talks": [{{"id": "a", "kind": "talk", "title": "A", "people": [{}]}}]"#,
            all.join(", ")
        );
        with(&format!(r#""people": [{}], {talks}"#, listed.join(", ")))
    };
    for (last, source, edited, expected) in [
        ("a b", "a x b", "a b", "a x b"),
        ("a b", "a x b", "a own b", "a x own b"),
        ("a b", "a", "a b own", "a own"),
        ("a b", "b a", "a b", "b a"),
        ("a b", "a b", "b", "b"),
        ("a b", "a b c", "b", "b c"),
        ("a", "", "a own", "own"),
    ] {
        let merged = merged(&people(last), &people(source), &people(edited));
        let (found, wanted) = (event(&merged.text), event(&people(expected)));
        assert_eq!(found.talks[0].people, wanted.talks[0].people, "{edited}");
        assert_eq!(found.people, wanted.people, "{edited}: {}", merged.text);
    }
}

#[test]
fn a_version_in_another_language_stays_beside_a_new_text() {
    let title = |title: &str| with(&format!(r#""motto": {title}"#));
    for (last, source, edited, expected, says) in [
        (
            r#""A""#,
            r#""B""#,
            r#"{"en": "E", "de": "A"}"#,
            r#"{"en": "E", "de": "B"}"#,
            vec![r#"motto.de: "A" > "B""#, "motto also en"],
        ),
        (
            r#""A""#,
            r#""B""#,
            r#"{"en": "E", "de": "C"}"#,
            r#"{"en": "E", "de": "C"}"#,
            vec![r#"motto.de source "B" edited "C""#],
        ),
        (
            r#""A""#,
            r#"{"de": "A", "en": "E"}"#,
            r#""C""#,
            r#"{"de": "C", "en": "E"}"#,
            vec![r#"motto.en + "E""#],
        ),
        (
            r#"{"de": "A", "en": "E"}"#,
            r#"{"de": "B", "en": "F"}"#,
            r#"{"de": "A", "en": "own"}"#,
            r#"{"de": "B", "en": "own"}"#,
            vec![
                r#"motto.de: "A" > "B""#,
                r#"motto.en source "F" edited "own""#,
            ],
        ),
        (
            r#""A""#,
            r#""A""#,
            r#"{"de": "A", "en": "E"}"#,
            r#"{"de": "A", "en": "E"}"#,
            vec![],
        ),
    ] {
        let merged = merged(&title(last), &title(source), &title(edited));
        assert_eq!(merged.text, title(expected));
        assert_eq!(all_said(&merged), says);
    }
}

#[test]
fn a_talk_that_is_gone_stays() {
    let both = with(
        r#""talks": [{"id": "a", "kind": "talk", "title": "A"}, {"id": "b", "kind": "talk", "title": "B"}]"#,
    );
    let one = with(r#""talks": [{"id": "b", "kind": "talk", "title": "B"}]"#);
    let merged = merged(&both, &one, &both);
    assert_eq!(
        (merged.text.as_str(), all_said(&merged)),
        (&*both, vec!["talks[0] gone".to_owned()])
    );

    let settings = Settings { cancels: true };
    let cancelled = merge(Some(event(&both)), event(&one), &both, settings).unwrap();
    assert_eq!(all_said(&cancelled), ["talks[0] cancelled"]);
    let marked = r#""title": "A", "status": "cancelled"}"#;
    assert_eq!(cancelled.text, both.replace(r#""title": "A"}"#, marked));
    // Whoever wrote another status knows better.
    let moved = both.replace(r#""title": "A"}"#, r#""title": "A", "status": "moved"}"#);
    let merged = merge(Some(event(&both)), event(&one), &moved, settings).unwrap();
    assert_eq!(
        (merged.text.as_str(), all_said(&merged)),
        (&*moved, vec!["talks[0] gone".to_owned()])
    );
    let again = merge(Some(event(&both)), event(&one), &cancelled.text, settings).unwrap();
    assert_eq!((again.text, again.changes.len()), (cancelled.text, 0));
}

#[test]
fn a_person_goes_when_nobody_needs_them() {
    let people = |talk: &str, section: &str| {
        with(&format!(
            r#""people": [{{"id": "ada", "name": "Ada"}}],
               "talks": [{{"id": "a", "kind": "talk", "title": "A"{talk}}}]{section}"#
        ))
    };
    let speaks = r#", "people": [{"person": "ada", "part": "speaker"}]"#;
    let last = people(speaks, "");
    let source = with(r#""talks": [{"id": "a", "kind": "talk", "title": "A"}]"#);
    let gone = merged(&last, &source, &last);
    assert!(event(&gone.text).people.is_empty(), "{}", gone.text);
    let quoted = r#", "sections": [{"type": "quote", "text": "Q", "person": "ada"}]"#;
    let quoted = people(speaks, quoted);
    assert_eq!(event(&merged(&last, &source, &quoted).text).people.len(), 1);
    let renamed = last.replace("\"Ada\"", "\"Ada Example\"");
    let merged = merged(&last, &source, &renamed);
    assert_eq!(event(&merged.text).people[0].name, "Ada Example");
    let said = r#"people[0] source - edited {"id":"ada","name":"Ada Example"}"#;
    assert!(
        all_said(&merged).contains(&said.to_owned()),
        "{:?}",
        all_said(&merged)
    );
}

#[test]
fn what_an_editor_took_out_stays_out() {
    let all = |title: &str| {
        with(&format!(
            r#""talks": [{{"id": "a", "kind": "talk", "title": "{title}"}}, {{"id": "b", "kind": "talk", "title": "B"}}]"#
        ))
    };
    let edited = with(r#""talks": [{"id": "b", "kind": "talk", "title": "B"}]"#);
    let merged_same = merged(&all("A"), &all("A"), &edited);
    assert_eq!(
        (merged_same.text.as_str(), merged_same.changes.len()),
        (&*edited, 0)
    );
    let other = merged(&all("A"), &all("A2"), &edited);
    assert_eq!(other.text, edited);
    assert_eq!(all_said(&other).len(), 1);
    assert!(
        all_said(&other)[0].ends_with("edited -"),
        "{:?}",
        all_said(&other)
    );
}

#[test]
fn days_and_times_of_the_event_are_taken_together_or_not_at_all() {
    let day = r#""date": "2026-03-04""#;
    let clock = r#""start": "2026-03-04T09:00:00", "end": "2026-03-04T17:00:00""#;
    let own = r#""date": "2026-03-05""#;
    let taken = merged(&with(day), &with(clock), &with(day));
    assert_eq!(event(&taken.text).when, event(&with(clock)).when);
    let kept = merged(&with(day), &with(clock), &with(own));
    assert_eq!(kept.text, with(own));
    assert_eq!(kept.changes.len(), 3, "{:?}", all_said(&kept));
}

#[test]
fn without_the_last_import_only_new_talks_come_in() {
    let edited = with(
        r#""people": [{"id": "ada", "name": "Ada"}],
           "talks": [{"id": "a", "kind": "talk", "title": "own", "room": "1"}, {"id": "own", "kind": "talk", "title": "O"}]"#,
    );
    let source = with(
        r#""people": [{"id": "ada", "name": "Ada"}, {"id": "bo", "name": "Bo"}, {"id": "x", "name": "X"}],
           "talks": [{"id": "a", "kind": "talk", "title": "A", "track": "T"},
                     {"id": "b", "kind": "talk", "title": "B", "people": [{"person": "bo", "part": "speaker"}]}]"#,
    );
    let merged = merge(None, event(&source), &edited, Settings::default()).unwrap();
    let found = event(&merged.text);
    let ids: Vec<_> = found.talks.iter().map(|talk| talk.id.as_str()).collect();
    assert_eq!(ids, ["a", "b", "own"]);
    let before = event(&edited);
    assert_eq!(
        (&found.talks[0], &found.talks[2]),
        (&before.talks[0], &before.talks[1])
    );
    let names: Vec<_> = found
        .people
        .iter()
        .map(|person| person.name.as_str())
        .collect();
    assert_eq!(names, ["Ada", "Bo"]);
    let said = all_said(&merged);
    for part in [
        r#"talks[0].title source "A" here "own""#,
        r#"talks[0].track source "T" here -"#,
        r#"people source {"id":"x","name":"X"} here -"#,
    ] {
        assert!(said.iter().any(|it| it == part), "{part}: {said:?}");
    }
}

#[test]
fn the_language_of_the_event_stays() {
    let last = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", "talks": [
        {"id": "a", "kind": "talk", "title": "Eins"}, {"id": "b", "kind": "talk", "title": {"en": "Two"}, "language": "en"}]}"#;
    let source = r#"{"schemaVersion": 1, "id": "e", "language": "en", "title": {"de": "T"}, "talks": [
        {"id": "a", "kind": "talk", "title": {"de": "Eins"}, "language": "de"}, {"id": "b", "kind": "talk", "title": "Two"}]}"#;
    let merged = merged(last, source, last);
    assert_eq!(
        (merged.text.as_str(), all_said(&merged)),
        (last, vec!["language is en".to_owned()])
    );
}
