//! What is told of a talk leads to its second, on the event's page and on the talk's own.

use crate::support::{Outcome, event::SAMPLE, reader};

/// The talk of the sample from which most is quoted, and its section on the event's page.
const PANEL: &str = "wer-pflegt-das-morgen";
const SECTION: &str = "#podium";

#[test]
fn a_statement_on_the_talks_page_shows_its_passage_and_plays_it() -> Outcome {
    reader(async |page| {
        let own = format!("events/{SAMPLE}/talk/{PANEL}/");
        page.open(&own).await?;
        page.is_accessible("with statements").await?;
        let shows = |words: &str| {
            format!(
                "const cited = [...document.querySelectorAll('.turn__sentence[data-cited]')];
                return !!document.querySelector('.transcript[data-folded]')
                    && cited.map((part) => part.textContent).join('').includes('{words}')
                    && location.pathname.endsWith('/{own}')"
            )
        };
        page.click(".talk-page__told .callout .evidence").await?;
        page.until("the passage is shown", &shows("plant ihre Pflege mit"))
            .await?;
        page.miss(".stage video").await?;
        page.is_accessible("with the passage of a statement")
            .await?;
        page.click(".transcript__shown .chip").await?;
        let stands_at = |second: u32| {
            format!(
                "const video = document.querySelector('.stage video');
                return !!video && Math.abs(video.currentTime - {second}) < 3"
            )
        };
        page.until("the key message is played", &stands_at(65))
            .await?;
        // The player is open: it goes to the passage.
        page.click(".talk-page__told .quote .evidence").await?;
        page.until("the quotation is played", &stands_at(33))
            .await?;
        page.until("its passage is shown", &shows("Haushalt"))
            .await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_panels_questions_and_slides_lead_to_their_second() -> Outcome {
    reader(async |page| {
        page.open(&format!("?event={SAMPLE}")).await?;
        page.click(&format!("{SECTION} .panel__asked li:nth-child(2) a"))
            .await?;
        page.until(
            "the question is played",
            "const video = document.querySelector('.stage video');
            return !!video && Math.abs(video.currentTime - 30) < 3",
        )
        .await?;
        page.open(&format!("events/{SAMPLE}/talk/eroeffnung/"))
            .await?;
        page.see(".talk-page__beside .evidence").await?;
        page.see(".transcript__slide a[href$='checkliste-aufzeichnung.txt']")
            .await?;
        page.is_accessible("with slides in the transcript").await?;
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
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
        Ok(())
    })
}
