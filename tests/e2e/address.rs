//! One address is the whole state.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, field, list, talks},
    page::{Page, SEARCH},
    reader,
};

#[test]
fn an_address_restores_filters_after_reload_and_in_another_window() -> Outcome {
    reader(async |page| {
        let event = event(HEARING)?;
        let expected = talks(&event, |talk| talk["kind"] == "talk");
        page.open("?kind=talk").await?;
        page.has_matches(expected.len()).await?;
        page.fill(SEARCH, "ethik").await?;
        page.until(
            "the address has the search",
            "return location.search.includes('q=ethik')",
        )
        .await?;
        let shown = page.talks().await?;
        page.reload().await?;
        page.has_matches(shown.len()).await?;
        assert_eq!(page.talks().await?, shown);
        let field = page
            .text_of(&format!("return document.querySelector('{SEARCH}').value"))
            .await?;
        assert_eq!(field, "ethik");
        let query = page.query().await?;
        assert!(
            query.contains("kind=talk") && query.contains("q=ethik"),
            "{query}"
        );
        Ok(())
    })
}

#[test]
fn back_and_forward_undo_and_redo_a_filter() -> Outcome {
    reader(async |page| {
        let event = event(HEARING)?;
        let all = list(&event, "talks").count();
        let welcomes = talks(&event, |talk| talk["kind"] == "welcome").len();
        page.open("").await?;
        page.click("button[data-facet=kind][data-value=welcome]")
            .await?;
        page.has_matches(welcomes).await?;
        page.back().await?;
        page.has_matches(all).await?;
        assert_eq!(page.query().await?, "");
        page.run("history.forward()", json!([])).await?;
        page.has_matches(welcomes).await?;
        assert!(page.query().await?.contains("kind=welcome"));
        Ok(())
    })
}

#[test]
fn drops_unknown_values_with_a_note() -> Outcome {
    reader(async |page| {
        let all = list(&event(HEARING)?, "talks").count();
        page.open("?kind=quatsch&person=niemand&lang=de").await?;
        page.has_matches(all).await?;
        page.see(".notice").await?;
        let notices = page
            .text_of("return document.querySelector('.notices').textContent")
            .await?;
        assert!(
            notices.contains("quatsch") && notices.contains("niemand"),
            "{notices}"
        );
        assert_eq!(page.count("[role=alert]").await?, 0, "a note, no alarm");
        assert_eq!(
            page.query().await?,
            "",
            "neither unknown values nor defaults stay"
        );
        Ok(())
    })
}

#[test]
fn a_talks_link_leads_to_it() -> Outcome {
    reader(async |page| {
        let event = event(HEARING)?;
        let last = list(&event, "talks")
            .last()
            .map(|talk| field(talk, "id").to_owned())
            .unwrap();
        let is_there = format!(
            "const talk = document.querySelector('section[data-section=talks] [data-talk=\"{last}\"]');
            const box = talk.getBoundingClientRect();
            return talk.contains(document.activeElement) && box.top >= 0 && box.top < innerHeight - 50"
        );
        page.open(&format!("#{last}")).await?;
        page.until("the talk is in view and has the focus", &is_there)
            .await?;
        page.open("").await?;
        page.run("location.hash = arguments[0]", json!([last]))
            .await?;
        page.until("the talk is in view and has the focus", &is_there)
            .await
    })
}

#[test]
fn a_place_in_the_address_does_not_cost_the_filters() -> Outcome {
    reader(async |page| {
        let event = event(HEARING)?;
        let kind = field(list(&event, "talks").last().unwrap(), "kind").to_owned();
        let last = field(list(&event, "talks").last().unwrap(), "id").to_owned();
        let expected = talks(&event, |talk| talk["kind"] == kind.as_str()).len();
        let programme = list(&event, "sections").find(|section| section["type"] == "talks");
        let programme = field(programme.unwrap(), "id");
        for place in [programme, &last] {
            page.open("").await?;
            page.open(&format!("?kind={kind}#{place}")).await?;
            page.has_matches(expected).await?;
            assert!(page.query().await?.contains("kind="), "#{place}");
            page.reload().await?;
            page.has_matches(expected).await?;
        }
        // A filter that would hide the linked talk gives way.
        page.open(&format!("?q=quastenflosser#{last}")).await?;
        page.see(&format!("[data-talk='{last}']")).await
    })
}

#[test]
fn names_another_event_and_keeps_it_while_filtering() -> Outcome {
    reader(async |page| {
        page.open(&format!("?event={SAMPLE}")).await?;
        let title = page.text_of("return document.title").await?;
        page.fill(SEARCH, "a").await?;
        page.until(
            "the address has the search",
            "return location.search.includes('q=a')",
        )
        .await?;
        assert!(page.query().await?.contains(SAMPLE));
        page.reload().await?;
        assert_eq!(page.text_of("return document.title").await?, title);
        let address = page.site.url(&format!("events/{SAMPLE}/event.json"));
        page.open(&format!("?event={address}")).await?;
        assert_eq!(
            page.text_of("return document.title").await?,
            title,
            "by its full address"
        );
        Ok(())
    })
}

/// Types into the search field letter by letter, without a pause: in one turn of the page.
const TYPE: &str = "
    const field = document.querySelector('input[type=search]');
    for (const letter of arguments[0]) {
        field.value += letter;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await Promise.resolve();
    }
    return history.length";

/// Types, and gives how many steps there are then.
async fn type_at_once(page: &Page, text: &str) -> Outcome<u64> {
    let script = format!(
        "return (async () => {{ {} }})()",
        TYPE.replace("arguments[0]", &json!(text).to_string())
    );
    let before = page.query().await?;
    let _ = page.run(&script, json!([])).await?;
    let is_new = format!("return location.search !== {}", json!(before));
    page.until("the address follows", &is_new).await?;
    steps(page).await
}

async fn steps(page: &Page) -> Outcome<u64> {
    let steps = page.run("return history.length", json!([])).await?;
    Ok(steps.as_u64().unwrap_or_default())
}

#[test]
fn a_search_that_stood_for_a_while_is_a_step_of_its_own() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.run(
            "document.querySelector('input[type=search]').focus()",
            json!([]),
        )
        .await?;
        let before = steps(page).await?;
        let ethik = type_at_once(page, "ethik").await?;
        assert_eq!(ethik, before + 1, "a word being typed is one step");
        // The page's own second began before this one.
        page.run(
            "return new Promise((done) => setTimeout(done, 1100))",
            json!([]),
        )
        .await?;
        let both = type_at_once(page, " verwaltung").await?;
        assert_eq!(both, ethik + 1, "the search that stood is a step");
        page.back().await?;
        page.until("the first search is back", "return location.search === '?q=ethik' && document.querySelector('input[type=search]').value === 'ethik'")
            .await?;
        page.back().await?;
        page.until("there is no search", "return location.search === '' && document.querySelector('input[type=search]').value === ''")
            .await?;
        page.run("history.go(2)", json!([])).await?;
        page.until(
            "both words are back",
            "return location.search === '?q=ethik+verwaltung'",
        )
        .await
    })
}

#[test]
fn enter_and_leaving_the_field_settle_a_search() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.click(SEARCH).await?;
        let mut before = steps(page).await?;
        for (text, key) in [
            ("ethik", Key::Enter),
            (" ki", Key::Tab),
            (" stadt", Key::Enter),
        ] {
            page.run(
                "document.querySelector('input[type=search]').focus()",
                json!([]),
            )
            .await?;
            let now = type_at_once(page, text).await?;
            assert_eq!(now, before + 1, "{text}");
            page.press(key).await?;
            before = now;
        }
        // Whoever goes back and types on does not write over what was gone back to.
        page.back().await?;
        page.until("a step back", "return location.search === '?q=ethik+ki'")
            .await?;
        type_at_once(page, "x").await?;
        page.back().await?;
        page.until(
            "what was gone back to",
            "return location.search === '?q=ethik+ki'",
        )
        .await
    })
}

#[test]
fn a_link_means_the_same_in_every_language() -> Outcome {
    reader(async |page| {
        let facets = "track=Zugang&tag=Barrierefreiheit&day=2026-09-17&kind=talk&kind=workshop&room=Gro%C3%9Fer+Saal&language=en&language=de";
        for search in [
            facets,
            "q=h%C3%B6ren",
            "q=geh%C3%B6rt&sort=title",
            "q=timetables",
            "kind=panel&q=haushalt",
            "track=Daten&q=Fahrpl%C3%A4ne",
        ] {
            let mut shown: Vec<Vec<String>> = Vec::new();
            for language in ["de", "en"] {
                page.open(&format!("?event={SAMPLE}&lang={language}&{search}"))
                    .await?;
                page.until("all is read", "return !document.querySelector('.programme__status').textContent.includes(';')")
                    .await?;
                assert_eq!(
                    page.count(".notices .notice").await?,
                    0,
                    "{language} {search}"
                );
                shown.push(page.talks().await?);
                // The other language, by the switch: the query stays.
                let other = if language == "de" { "en" } else { "de" };
                let before = page.query().await?.replace("&lang=en", "");
                page.click(&format!(".page-header__tools button[lang={other}]"))
                    .await?;
                page.until(
                    "it is in the other language",
                    &format!("return document.documentElement.lang === '{other}'"),
                )
                .await?;
                assert_eq!(
                    page.query().await?.replace("&lang=en", ""),
                    before,
                    "{search}"
                );
                shown.push(page.talks().await?);
            }
            if !search.contains("sort=") {
                assert!(
                    shown.iter().all(|talks| *talks == shown[0]),
                    "{search}: {shown:?}"
                );
            }
            for talks in &mut shown {
                talks.sort();
            }
            shown.dedup();
            assert_eq!(shown.len(), 1, "{search}");
        }
        // The pages of their own in each language.
        for (path, search) in [("", "?kind=talk&q=mut"), ("en/", "?kind=talk&q=mut")] {
            page.open(&format!("{path}{search}")).await?;
            page.has_matches(1).await?;
        }
        Ok(())
    })
}
