//! What is told of a talk leads to its second, on the event's page and on the talk's own.

use crate::support::{Outcome, event::SAMPLE, reader};

/// The talk of the sample from which most is quoted, and its section on the event's page.
const PANEL: &str = "wer-pflegt-das-morgen";
const SECTION: &str = "#podium";

#[test]
fn a_statement_on_the_talks_page_plays_from_its_second_each_time() -> Outcome {
    reader(async |page| {
        let own = format!("events/{SAMPLE}/talk/{PANEL}/");
        page.open(&own).await?;
        page.is_accessible("with statements").await?;
        let stands_at = |second: u32| {
            format!(
                "const video = document.querySelector('.stage video');
                return !!video && Math.abs(video.currentTime - {second}) < 3
                    && location.pathname.endsWith('/{own}')"
            )
        };
        page.click(".talk-page__told .callout .evidence").await?;
        page.until("the key message is played", &stands_at(66))
            .await?;
        page.click(".talk-page__told .quote .evidence").await?;
        page.until("the quotation is played", &stands_at(33))
            .await?;
        page.run(
            "document.querySelector('.stage video').currentTime = 10",
            serde_json::json!([]),
        )
        .await?;
        page.click(".talk-page__told .quote .evidence").await?;
        page.until("it is played again", &stands_at(33)).await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn the_panels_section_opens_its_transcript_and_its_key_message() -> Outcome {
    reader(async |page| {
        page.open(&format!("?event={SAMPLE}")).await?;
        page.click(&format!("{SECTION} .panel > .chip")).await?;
        page.see(".stage .transcript .turn__sentence").await?;
        page.miss(".stage video").await?;
        page.is_accessible("with a transcript opened from the panel")
            .await?;
        page.click(&format!("{SECTION} .callout .evidence")).await?;
        page.until(
            "the key message is played",
            "const video = document.querySelector('.stage video');
            return !!video && Math.abs(video.currentTime - 66) < 3",
        )
        .await?;
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
