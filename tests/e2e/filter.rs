//! The programme's filters, by mouse and by keyboard.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, field, list, small_event, talks},
    page::{Page, SEARCH},
    reader,
};

const RESET: &str = ".filter-bar__reset";
const EMPTY: &str = ".programme__empty";

fn chip(facet: &str, value: &str) -> String {
    format!("button[data-facet={facet}][data-value='{value}']")
}

async fn is_pressed(page: &Page, chip: &str) -> Outcome<bool> {
    page.holds(&format!(
        "return document.querySelector({}).ariaPressed === 'true'",
        json!(chip)
    ))
    .await
}

/// The talks that a person takes part in.
fn talks_with(event: &serde_json::Value, id: &str) -> Vec<String> {
    talks(event, |talk| {
        list(talk, "people").any(|part| part["person"] == id)
    })
}

#[test]
fn finds_a_name_typed_without_umlauts_and_counts_the_talks() -> Outcome {
    reader(async |page| {
        let event = event(HEARING)?;
        let person = list(&event, "people").find(|person| field(person, "name").contains("Lämmle"));
        let expected = talks_with(&event, field(person.unwrap(), "id"));
        page.open("").await?;
        for query in ["lammle", "Laemmle", "LÄMMLE"] {
            page.fill(SEARCH, query).await?;
            page.until(
                "the address has the query",
                &format!("return location.search === '?q=' + encodeURIComponent('{query}')"),
            )
            .await?;
            page.has_matches(page.talks().await?.len()).await?;
            let found = page.talks().await?;
            for talk in &expected {
                assert!(found.contains(talk), "{query} finds {talk}: {found:?}");
            }
            assert!(
                found.len() < list(&event, "talks").count(),
                "{query} leaves some out"
            );
        }
        page.until(
            "searches are measured",
            "return performance.getEntriesByName('nachlese:filter', 'measure').length > 0",
        )
        .await?;
        page.has_focus(SEARCH).await
    })
}

#[test]
fn every_kind_can_be_chosen_by_mouse_and_by_keyboard() -> Outcome {
    reader(async |page| {
        let event = event(HEARING)?;
        let all = list(&event, "talks").count();
        page.open("").await?;
        page.has_matches(all).await?;
        assert_eq!(page.count(RESET).await?, 0, "nothing to reset");
        let kinds: std::collections::BTreeSet<_> = list(&event, "talks")
            .map(|talk| field(talk, "kind"))
            .collect();
        for kind in kinds {
            let expected = talks(&event, |talk| talk["kind"] == kind);
            let chip = chip("kind", kind);
            let count = page
                .text_of(&format!(
                    "return document.querySelector({}).querySelector('.chip__count').textContent",
                    json!(chip)
                ))
                .await?;
            assert!(
                count.contains(&expected.len().to_string()),
                "{kind} says how many: {count}"
            );
            page.click(&chip).await?;
            page.has_matches(expected.len()).await?;
            assert_eq!(page.talks().await?, expected);
            assert!(is_pressed(page, &chip).await?);
            assert!(page.query().await?.contains(&format!("kind={kind}")));
            // Space on the same chip, which the click has focused.
            page.press_char(' ').await?;
            page.has_matches(all).await?;
            assert!(!is_pressed(page, &chip).await?);
            page.has_focus(&chip).await?;
            page.press(Key::Enter).await?;
            page.has_matches(expected.len()).await?;
            page.has_focus(&chip).await?;
            page.press_char(' ').await?;
            page.has_matches(all).await?;
        }
        assert_eq!(page.query().await?, "", "defaults never appear");
        Ok(())
    })
}

#[test]
fn a_persons_name_filters_the_programme() -> Outcome {
    reader(async |page| {
        let event = event(HEARING)?;
        page.open("").await?;
        page.click("[data-talk] .talk-card__person").await?;
        page.until(
            "the address names a person",
            "return new URLSearchParams(location.search).has('person')",
        )
        .await?;
        let person = page
            .text_of("return new URLSearchParams(location.search).get('person')")
            .await?;
        let expected = talks_with(&event, &person);
        page.has_matches(expected.len()).await?;
        assert_eq!(page.talks().await?, expected);
        Ok(())
    })
}

#[test]
fn whoever_chooses_a_person_far_down_goes_on_at_the_first_of_the_talks() -> Outcome {
    reader(async |page| {
        let mut event = small_event("probe");
        event["people"] =
            json!([{ "id": "ada", "name": "Ada Beispiel" }, { "id": "bo", "name": "Bo Probe" }]);
        let talk = |at: usize| json!({ "id": format!("t{at}"), "kind": "talk", "title": format!("Vortrag {at}"), "people": [if at.is_multiple_of(2) { "ada" } else { "bo" }] });
        event["talks"] = (1..=100).map(talk).collect();
        page.site.serve_event("probe", &event);
        page.open("?event=probe").await?;
        page.see("[data-talk=t30]").await?;
        page.click("[data-talk=t28] .talk-card__person").await?;
        page.has_focus("[data-talk=t2] .heading a").await?;
        assert_eq!(page.query().await?, "?event=probe&person=ada");
        Ok(())
    })
}

#[test]
fn says_when_nothing_matches_and_leads_back() -> Outcome {
    reader(async |page| {
        let all = list(&event(HEARING)?, "talks").count();
        page.open("").await?;
        page.fill(SEARCH, "Quastenflosser").await?;
        page.see(EMPTY).await?;
        page.has_matches(0).await?;
        assert!(
            page.text_of(&format!(
                "return document.querySelector('{EMPTY}').textContent"
            ))
            .await?
            .contains("Quastenflosser")
        );
        assert_ne!(
            page.status().await?.trim(),
            "",
            "an empty result is spoken, too"
        );
        page.screenshot("empty").await?;
        page.fill(SEARCH, "Nashornkäfer").await?;
        page.until(
            "the note names the present search",
            &format!(
                "return document.querySelector('{EMPTY}')?.textContent.includes('Nashornkäfer')"
            ),
        )
        .await?;
        page.click(&format!("{EMPTY} button")).await?;
        page.has_matches(all).await?;
        page.has_focus(SEARCH).await?;
        assert_eq!(page.query().await?, "");

        page.fill(SEARCH, "ethik").await?;
        page.until("fewer talks are shown", &format!("return document.querySelector('section[data-section=talks] [role=status]').textContent.match(/\\d+/)[0] < {all}")).await?;
        page.click(RESET).await?;
        page.has_matches(all).await?;
        page.has_focus(SEARCH).await?;
        let value = page
            .text_of(&format!("return document.querySelector('{SEARCH}').value"))
            .await?;
        assert_eq!(value, "", "the field is empty again");
        Ok(())
    })
}

#[test]
fn a_chip_keeps_the_focus_when_nothing_matches_it_any_more() -> Outcome {
    reader(async |page| {
        page.open("?kind=talk&q=quastenflosser").await?;
        let chip = chip("kind", "talk");
        page.run(
            "document.querySelector(arguments[0]).focus()",
            json!([chip]),
        )
        .await?;
        page.press_char(' ').await?;
        page.until(
            "the choice is taken back",
            "return !location.search.includes('kind=')",
        )
        .await?;
        page.has_focus(&chip).await
    })
}

#[test]
fn filters_of_the_sample_event_work_together() -> Outcome {
    reader(async |page| {
        let event = event(SAMPLE)?;
        let first = list(&event, "talks")
            .find(|talk| !talk["track"].is_null())
            .unwrap();
        let kind = field(first, "kind");
        page.open(&format!("?event={SAMPLE}&kind={kind}")).await?;
        page.has_matches(talks(&event, |talk| talk["kind"] == kind).len())
            .await?;
        // What is folded is drawn when it is opened.
        page.run(
            "for (const facet of document.querySelectorAll('details.facet')) facet.open = true",
            json!([]),
        )
        .await?;
        page.see("[data-facet=person]").await?;
        let facets = page.texts_of("return [...new Set([...document.querySelectorAll('[data-facet]')].map((c) => c.dataset.facet))]").await?;
        for facet in ["kind", "track", "person"] {
            assert!(
                facets.iter().any(|found| found == facet),
                "{facet} can be chosen: {facets:?}"
            );
        }
        let counts = "return [...document.querySelectorAll('button[data-facet=track]')].every((chip) => /\\d/.test(chip.textContent))";
        assert!(page.holds(counts).await?, "each track says how many");
        Ok(())
    })
}
