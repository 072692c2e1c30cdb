//! What was said is found in a transcript, and quoted with its speaker and its second.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::{
    Outcome,
    page::Page,
    reader,
    reading::{VIDEO, panel},
};

#[test]
fn words_are_found_in_the_transcript() -> Outcome {
    reader(async |page| {
        page.open(&panel("")).await?;
        page.can_be_read().await?;
        let count = "return document.querySelector('.transcript__count').textContent";
        page.fill(".transcript__find input", "Daten").await?;
        let found = page.text_of(count).await?;
        assert!(found.starts_with("1 von "), "{found}");
        page.press(Key::Enter).await?;
        assert!(page.text_of(count).await?.starts_with("2 von "));
        page.screenshot("transcript-found").await?;
        page.fill(".transcript__find input", "Quaste").await?;
        assert_eq!(page.text_of(count).await?, "keine Treffer");
        page.press(Key::Escape).await?;
        assert_eq!(page.text_of(count).await?, "");
        Ok(())
    })
}

#[test]
fn only_one_speaker_is_shown_with_their_share_of_the_time() -> Outcome {
    reader(async |page| {
        page.open(&panel("")).await?;
        page.can_be_read().await?;
        let shares = page.texts_of("return [...document.querySelectorAll('.transcript__speakers button')].map((it) => it.textContent)").await?;
        let percents: u32 = shares
            .iter()
            .filter_map(|it| {
                it.split_once(", ")?
                    .1
                    .strip_suffix(" %")?
                    .parse::<u32>()
                    .ok()
            })
            .sum();
        assert_eq!(shares.len(), 3, "{shares:?}");
        assert!((98..=102).contains(&percents), "{shares:?}");
        page.click(".transcript__speakers button:nth-child(2)")
            .await?;
        let voices = "return [...new Set([...document.querySelectorAll('.turn')].filter((it) => it.checkVisibility()).map((it) => it.dataset.voice))]";
        assert_eq!(page.texts_of(voices).await?.len(), 1);
        page.click(".transcript__speakers button:nth-child(2)")
            .await?;
        assert_eq!(page.texts_of(voices).await?.len(), 3);

        // Who plays what one of them says still has only that.
        page.click(".transcript__speakers button:nth-child(2)")
            .await?;
        page.click(".turn:not([data-other]) .turn__at").await?;
        page.until("it plays", &format!("return {VIDEO} && !{VIDEO}.paused"))
            .await?;
        assert_eq!(page.texts_of(voices).await?.len(), 1);
        page.run(&format!("{VIDEO}.pause()"), json!([])).await?;
        page.click(".transcript__speakers button:nth-child(2)")
            .await?;

        // Words and passages of the others.
        page.fill(".transcript__find input", "Pflege").await?;
        let count = "return document.querySelector('.transcript__count').textContent";
        let all = page.text_of(count).await?;
        page.click(".transcript__speakers button:nth-child(2)")
            .await?;
        assert_ne!(page.text_of(count).await?, all);
        page.run(
            "location.hash = 'wer-pflegt-das-morgen@0:33-0:46'",
            json!([]),
        )
        .await?;
        page.until(
            "it is shown",
            &format!("{voices}.includes('Hanno Erdacht')"),
        )
        .await?;
        assert_eq!(page.text_of(count).await?, all);
        Ok(())
    })
}

/// Selects from one sentence to another with the keyboard.
async fn select(page: &Page, from: u32, sentences: usize) -> Outcome {
    let script = format!(
        "const it = document.querySelector(\".turn__sentence[data-at='{from}']\"); it.tabIndex = -1; it.focus()"
    );
    page.run(&script, json!([])).await?;
    for _ in 1..sentences {
        page.press_with(Key::Shift, Key::Down.into()).await?;
    }
    page.see(".transcript__chosen").await
}

#[test]
fn a_passage_is_quoted_with_its_speaker_and_linked() -> Outcome {
    reader(async |page| {
        page.open(&panel("")).await?;
        page.run(
            "navigator.clipboard.writeText = async (text) => { window.copied = text; }",
            json!([]),
        )
        .await?;
        page.can_be_read().await?;
        select(page, 33, 3).await?;
        page.click(".transcript__chosen button:nth-of-type(1)")
            .await?;
        page.until(
            "it is copied",
            "return document.querySelector('.transcript__said').textContent === 'Kopiert.'",
        )
        .await?;
        let quote = page.text_of("return window.copied").await?;
        let lines: Vec<_> = quote.lines().collect();
        assert!(
            lines[0].starts_with("„Pflege kostet weniger als ein Neuanfang")
                && lines[0].ends_with("fünf Jahre wartet.“"),
            "{quote}"
        );
        assert!(lines[1].starts_with("– Hanno Erdacht, Finanzen"), "{quote}");
        assert!(
            lines[1].contains("„Wer pflegt das morgen?“")
                && lines[1].ends_with("17. September 2026, ab 0:33"),
            "{quote}"
        );
        let link = page.site.url(&panel("#wer-pflegt-das-morgen@0:33-0:"));
        assert!(lines[2].starts_with(&link), "{quote} {link}");
        page.run(
            "const { firstChild } = document.querySelector(\".turn__sentence[data-at='33']\");
            getSelection().setBaseAndExtent(firstChild, 2, firstChild, 9)",
            json!([]),
        )
        .await?;
        page.click(".transcript__chosen button:nth-of-type(1)")
            .await?;
        page.until(
            "whole words are quoted",
            "return window.copied.startsWith('„Pflege kostet“')",
        )
        .await?;
        page.is_accessible("with a selected passage").await?;
        page.screenshot("passage-selected").await?;

        // The link shows the passage, plays it, and stops at its end.
        let fragment = lines[2].split_once('#').map_or("", |(_, it)| it).to_owned();
        page.open("").await?;
        page.open(&panel(&format!("#{fragment}"))).await?;
        page.can_be_read().await?;
        let visible = "return [...document.querySelectorAll('.turn')].filter((it) => it.checkVisibility()).length";
        page.until("the rest is folded", &format!("{visible} === 1"))
            .await?;
        page.is_accessible("with a passage").await?;
        page.screenshot("passage").await?;
        page.click(".transcript__shown button:nth-of-type(1)")
            .await?;
        let until = fragment
            .rsplit(':')
            .next()
            .and_then(|it| it.parse().ok())
            .unwrap_or(0);
        page.play_at(until).await?;
        page.until(
            "it stops at the end",
            &format!("return {VIDEO}.paused && {VIDEO}.currentTime >= {until}"),
        )
        .await?;
        page.click(".transcript__shown button:not([hidden])")
            .await?;
        page.until(
            "it goes on",
            &format!(
                "return !{VIDEO}.paused && {visible_count} > 1",
                visible_count = visible.trim_start_matches("return ")
            ),
        )
        .await
    })
}
