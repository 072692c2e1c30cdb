//! Programmes too long to be read through: what was found stands right below the search field, and
//! cards show what is needed to decide.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::small_event,
    page::{Page, SEARCH},
    reader,
};

/// A hundred talks with long abstracts, recordings, and more tags than anybody wants to see.
fn event() -> Value {
    let mut event = small_event("probe");
    let talk = |at: usize| {
        let kind = ["talk", "panel"][at % 2];
        let abstract_text = format!(
            "{}Zuletzt kommt Wort{at}.",
            "Ein Vortrag über Daten und Städte. ".repeat(30)
        );
        json!({ "id": format!("t{at}"), "kind": kind, "title": format!("Vortrag {at}"),
            "abstract": abstract_text, "tags": [format!("Thema {}", at % 30)], "track": format!("Spur {}", at % 7),
            "recording": { "status": "released", "sources": [{ "provider": "vimeo", "id": "76979871" }] } })
    };
    event["talks"] = (1..=100).map(talk).collect();
    event
}

async fn open(page: &Page, rest: &str) -> Outcome {
    page.site.serve_event("probe", &event());
    page.open(&format!("?event=probe{rest}")).await
}

const FIRST_CARD: &str = "const card = document.querySelector('.programme__list [data-talk]');";

#[test]
fn what_is_found_is_seen_beneath_the_search_field() -> Outcome {
    reader(async |page| {
        for (width, most) in [(1280, 160), (320, 200)] {
            page.resize(width, 900).await?;
            open(page, "").await?;
            page.fill(SEARCH, "wort1").await?;
            page.see(".programme__list mark").await?;
            let script = format!(
                "{FIRST_CARD} return card.getBoundingClientRect().top - document.querySelector('{SEARCH}').getBoundingClientRect().top < {most}"
            );
            assert!(page.holds(&script).await?, "{width}");
        }
        Ok(())
    })
}

#[test]
fn the_whole_abstract_is_opened_by_keyboard_and_takes_the_place_of_its_gist() -> Outcome {
    reader(async |page| {
        open(page, "").await?;
        let heights = format!(
            "{FIRST_CARD} return [...card.querySelectorAll('.talk-card__abstract')].map((text) => text.checkVisibility({{ contentVisibilityAuto: true }}) && text.clientHeight > 0)"
        );
        assert_eq!(page.run(&heights, json!([])).await?, json!([true, false]));
        page.run(
            &format!("{FIRST_CARD} card.querySelector('summary').focus()"),
            json!([]),
        )
        .await?;
        page.press(Key::Enter).await?;
        page.until(
            "the whole text is there, and only that",
            &format!("return JSON.stringify((() => {{ {heights} }})()) === '[false,true]'"),
        )
        .await?;
        // Whoever opens what was found sees the words in the whole text too.
        page.fill(SEARCH, "wort1").await?;
        page.click(".hit .heading a").await?;
        page.until(
            "the word is marked in the whole text",
            "return !!document.querySelector('article[data-talk] [open] mark')",
        )
        .await
    })
}

#[test]
fn a_talk_that_the_address_names_is_open() -> Outcome {
    reader(async |page| {
        open(page, "#t40").await?;
        page.until(
            "the talk is open with its recording",
            "const card = document.getElementById('t40'); return card?.querySelectorAll('details[open]').length === 2 && !!card.querySelector('[data-consent]')",
        )
        .await?;
        let other = "return document.querySelectorAll('#t1 details[open], #t1 [data-consent]').length === 0";
        assert!(page.holds(other).await?, "others stay closed");
        Ok(())
    })
}

#[test]
fn on_paper_abstracts_are_whole() -> Outcome {
    reader(async |page| {
        open(page, "").await?;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        let script = format!(
            "{FIRST_CARD} return card.innerText.includes('Wort1.') && !card.innerText.includes('Ganze Beschreibung') && !card.innerText.includes('Aufzeichnung ansehen')"
        );
        page.until("the whole text is printed", &script).await
    })
}
