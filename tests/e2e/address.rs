//! One address is the whole state.

use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, field, list, talks},
    page::SEARCH,
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
