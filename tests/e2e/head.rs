//! What the page's head says is about the event that is shown.

use crate::support::{Outcome, event::SAMPLE, page::Page, reader};

/// What a head says about the event that was prerendered.
const SAID: &str = "link:is([rel=canonical], [rel=alternate]), meta[property], meta[name^='twitter:'], \
                    script[type='application/ld+json']";

async fn count_in_head(page: &Page, selector: &str) -> Outcome<usize> {
    let script = format!("return String(document.head.querySelectorAll(`{selector}`).length)");
    Ok(page.text_of(&script).await?.parse()?)
}

async fn description(page: &Page) -> Outcome<String> {
    assert_eq!(count_in_head(page, "[name=description]").await?, 1);
    page.text_of("return document.head.querySelector('[name=description]').content")
        .await
}

async fn title_begins(page: &Page, start: &str) -> Outcome {
    page.until(
        &format!("the title begins with {start}"),
        &format!("return document.title.startsWith('{start}')"),
    )
    .await
}

#[test]
fn says_what_another_event_is_about_and_nothing_of_the_own_one() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        assert!(count_in_head(page, SAID).await? > 8);
        let own = description(page).await?;
        assert!(own.contains("Stadtrat"), "{own}");

        page.open(&format!("?event={SAMPLE}")).await?;
        assert_eq!(count_in_head(page, SAID).await?, 0);
        title_begins(page, "Beispielkonferenz 2026").await?;
        let other = description(page).await?;
        assert!(other.starts_with("Diese Konferenz hat es nie"), "{other}");
        assert!(
            other.chars().count() <= 160 && other.ends_with('…'),
            "{other}"
        );

        page.open(&format!("?event={SAMPLE}&lang=en")).await?;
        title_begins(page, "Sample Conference 2026").await?;
        let english = description(page).await?;
        assert!(english.starts_with("This conference"), "{english}");
        Ok(())
    })
}

#[test]
fn says_that_an_event_cannot_be_shown() -> Outcome {
    reader(async |page| {
        page.go("?event=nowhere").await?;
        assert_eq!(page.failure().await?, "not-found");
        let said = format!("{SAID}, [name=description]");
        assert_eq!(count_in_head(page, &said).await?, 0);
        title_begins(page, "Die Veranstaltung kann gerade nicht angezeigt werden").await
    })
}
