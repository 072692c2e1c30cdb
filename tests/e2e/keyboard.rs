//! Everything can be reached and used with the keyboard alone.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, event, field, list},
    page::{Page, SEARCH},
    reader,
};

/// Numbers what has the focus in document order and says what is wrong with how it looks.
const FOCUSED: &str = include_str!("support/probes/focused.js");

#[test]
fn tab_leads_through_the_page_in_reading_order() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        let (mut wrong, mut names, mut chips, mut groups) = (vec![], vec![], vec![], vec![]);
        let mut before = -1;
        for _ in 0..250 {
            page.press(Key::Tab).await?;
            let focused = page.run(FOCUSED, json!([])).await?;
            if focused.is_null() {
                break;
            }
            let name = field(&focused, "name").to_owned();
            for problem in focused["wrong"].as_array().into_iter().flatten() {
                wrong.push(format!("{name}: {problem}"));
            }
            let at = focused["at"].as_i64().unwrap_or_default();
            if at < before {
                wrong.push(format!(
                    "{name}: comes before its predecessor in the document"
                ));
            }
            before = at;
            chips.extend(focused["chip"].as_str().map(str::to_owned));
            let group = ["skip", "tool", "contents", "search", "footer"]
                .into_iter()
                .find(|group| focused["is"][group] == true);
            if let Some(group) = group
                && groups.last() != Some(&group)
            {
                groups.push(group);
            }
            names.push(name);
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(names.len() < 250, "the way has an end");
        assert_eq!(
            groups,
            ["skip", "tool", "contents", "search", "footer"],
            "{names:#?}"
        );
        let all = page.texts_of("return [...document.querySelectorAll('button[data-facet=kind]')].map((chip) => chip.dataset.value)").await?;
        for chip in all {
            assert!(chips.contains(&chip), "the chip {chip} is reached");
        }
        Ok(())
    })
}

#[test]
fn the_skip_link_leads_past_the_tools() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.press(Key::Tab).await?;
        page.has_focus(".skip-link").await?;
        page.see(".skip-link").await?;
        page.press(Key::Enter).await?;
        page.until(
            "the focus is in the content",
            "return !!document.activeElement.closest('main')",
        )
        .await?;
        page.press(Key::Tab).await?;
        page.until(
            "and goes on there",
            "return !!document.activeElement.closest('main')",
        )
        .await
    })
}

#[test]
fn the_contents_lead_to_sections_and_back_leads_back() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        let heading = list(&event(HEARING)?, "sections")
            .filter(|section| !section["heading"].is_null())
            .count();
        page.click(".contents summary").await?;
        assert!(page.count(".contents a").await? >= heading.min(4));
        page.run(
            "[...document.querySelectorAll('.contents a')].at(-1).focus()",
            json!([]),
        )
        .await?;
        let target = page
            .text_of("return decodeURIComponent(document.activeElement.hash.slice(1))")
            .await?;
        page.press(Key::Enter).await?;
        let arrived = format!(
            "return location.hash.length > 1 && document.getElementById({0}).contains(document.activeElement) && document.getElementById({0}).getBoundingClientRect().top < innerHeight",
            json!(target)
        );
        page.until("the focus is in the section", &arrived).await?;
        page.back().await?;
        page.until("the address is as before", "return location.hash === ''")
            .await?;
        page.has_focus(".contents [open] li:last-child a").await?;
        page.is_ready().await
    })
}

async fn theme(page: &Page) -> Outcome<String> {
    page.text_of("return getComputedStyle(document.querySelector('.page')).colorScheme + getComputedStyle(document.querySelector('h1')).color").await
}

#[test]
fn language_and_theme_are_switched_by_keyboard() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        let light = theme(page).await?;
        let buttons = page.count(".switch__choice").await?;
        assert!(buttons >= 5, "two languages, three themes");
        // The last choice is the dark theme.
        page.run(
            "[...document.querySelectorAll('.switch__choice')].at(-1).focus()",
            json!([]),
        )
        .await?;
        page.press_char(' ').await?;
        page.until(
            "it is pressed",
            "return document.activeElement.ariaPressed === 'true'",
        )
        .await?;
        assert_ne!(theme(page).await?, light);
        page.run(
            "document.querySelector('.switch__choice[aria-pressed=false][lang]').focus()",
            json!([]),
        )
        .await?;
        page.press(Key::Enter).await?;
        page.until(
            "the page is in English",
            "return document.documentElement.lang === 'en'",
        )
        .await?;
        page.until(
            "the focus stays",
            "return document.activeElement.matches('.switch__choice')",
        )
        .await
    })
}

#[test]
fn escape_empties_the_search() -> Outcome {
    reader(async |page| {
        let all = list(&event(HEARING)?, "talks").count();
        page.open("").await?;
        page.fill(SEARCH, "ethik").await?;
        page.until("fewer are shown", "return location.search.includes('q=')")
            .await?;
        page.press(Key::Escape).await?;
        page.has_matches(all).await?;
        page.has_focus(SEARCH).await
    })
}
