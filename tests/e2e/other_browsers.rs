//! What a reader does first, in Firefox and in `WebKit`.

use fantoccini::Locator;
use serde_json::json;

use crate::support::{
    Outcome,
    browser::Other,
    event::SAMPLE,
    page::{Page, SEARCH},
    picture::difference,
    reader_in,
};

/// The talk of the sample event with a transcript in two languages.
const PANEL: &str = "events/beispielkonferenz-2026/talk/wer-pflegt-das-morgen/";

const FIND: &str = ".transcript__tools input";

#[test]
fn firefox_finds_a_talk() -> Outcome {
    reader_in(Other::Firefox, finds_a_talk)
}

#[test]
fn webkit_finds_a_talk() -> Outcome {
    reader_in(Other::WebKit, finds_a_talk)
}

async fn finds_a_talk(page: &Page) -> Outcome {
    page.open("").await?;
    page.fill(SEARCH, "ethik").await?;
    page.see(".hit mark").await?;
    let in_view = "const { top, bottom } = document.querySelector('.hit').getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight";
    page.until("the hit is in view", in_view).await?;
    page.click(".hit__title a").await?;
    page.see(".talk-card").await?;

    page.open(&format!("?event={SAMPLE}")).await?;
    let all = page.count("[data-talk]").await?;
    page.click("button[data-facet]").await?;
    page.until(
        "a filter is on",
        "return document.querySelector('button[data-facet][aria-pressed=true]') !== null",
    )
    .await?;
    assert!(page.count("[data-talk]").await? < all);
    let fits = "return document.documentElement.scrollWidth <= innerWidth";
    assert!(page.holds(fits).await?, "nothing sticks out");
    Ok(())
}

#[test]
fn firefox_searches_a_transcript() -> Outcome {
    reader_in(Other::Firefox, searches_a_transcript)
}

#[test]
fn webkit_searches_a_transcript() -> Outcome {
    reader_in(Other::WebKit, searches_a_transcript)
}

/// The marks are in the transcript only: `WebKit` painted them on the heading too, one time in three.
async fn searches_a_transcript(page: &Page) -> Outcome {
    page.go(PANEL).await?;
    page.see(FIND).await?;
    let heading = page.browser().client.find(Locator::Css("h1")).await?;
    let before = heading.screenshot().await?;
    for words in ["pfl", "pflege", "daten", "pflege"] {
        let type_words = format!(
            "const field = document.querySelector('{FIND}'); field.value = arguments[0];
            field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}))"
        );
        page.run(&type_words, json!([words])).await?;
        let counted = "return /^1 (von|of) \\d/.test(document.querySelector('.transcript__count').textContent)";
        page.until("the matches are counted", counted).await?;
        let now = heading.screenshot().await?;
        assert_eq!(difference(&before, &now)?, None, "{words}");
    }
    Ok(())
}

#[test]
fn firefox_plays_the_second_of_a_sentence() -> Outcome {
    // WebKitGTK plays no films without programs that nothing else here needs.
    reader_in(Other::Firefox, async |page| {
        page.go(PANEL).await?;
        page.see(FIND).await?;
        page.click(".turn__at[data-at='17']").await?;
        page.until(
            "the second is played",
            "return Math.abs(document.querySelector('video')?.currentTime - 17) < 5",
        )
        .await
    })
}

#[test]
fn firefox_embeds_an_event() -> Outcome {
    reader_in(Other::Firefox, embeds_an_event)
}

#[test]
fn webkit_embeds_an_event() -> Outcome {
    reader_in(Other::WebKit, embeds_an_event)
}

async fn embeds_an_event(page: &Page) -> Outcome {
    page.go("embed-demo.html").await?;
    let drawn = "return !!document.querySelector('nachlese-event')?.shadowRoot?.querySelector('[data-talk]')";
    page.until("the element shows its talks", drawn).await
}
