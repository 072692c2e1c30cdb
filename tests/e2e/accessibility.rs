//! axe-core finds nothing wrong, in any state, light and dark.

use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, field, list, talk_from},
    page::{Page, SEARCH},
    reader, reader_for,
    reading::panel,
    site::Answer,
    with_mouse,
};

/// What is too small to be pressed.
const TARGETS: &str = include_str!("support/probes/targets.js");

/// Two checkers look at several states of a long page, in seconds each.
const PATIENCE: u64 = 240;

/// Each test runs in both.
const SCHEMES: [&str; 2] = ["light", "dark"];

async fn in_both(page: &Page, state: &str) -> Outcome {
    for scheme in SCHEMES {
        page.prefer("prefers-color-scheme", scheme).await?;
        page.is_accessible(&format!("{state}, {scheme}")).await?;
    }
    Ok(())
}

#[test]
fn the_hearing_is_accessible_whole_filtered_empty_and_in_english() -> Outcome {
    reader_for(PATIENCE, async |page| {
        page.open("").await?;
        in_both(page, "as it opens").await?;
        page.screenshot("hearing-dark").await?;
        page.open("?kind=talk&q=ethik").await?;
        in_both(page, "filtered").await?;
        page.fill(SEARCH, "Quastenflosser").await?;
        page.see(".programme__empty").await?;
        in_both(page, "without a match").await?;
        page.open("?lang=en&kind=quatsch").await?;
        in_both(page, "in English with a note").await
    })
}

#[test]
fn the_hearing_is_accessible_at_320_px() -> Outcome {
    reader_for(PATIENCE, async |page| {
        page.resize(320, 800).await?;
        page.open("").await?;
        in_both(page, "at 320 px").await
    })
}

#[test]
fn the_sample_event_is_accessible_with_consent_and_players_open() -> Outcome {
    reader_for(PATIENCE, async |page| {
        let event = event(SAMPLE)?;
        page.open(&format!("?event={SAMPLE}")).await?;
        in_both(page, "of the sample event").await?;
        let (youtube, _) = talk_from(&event, "youtube")?;
        page.open_recording(youtube).await?;
        in_both(page, "asking for consent").await?;
        page.screenshot("consent-dark").await?;
        let (file, _) = talk_from(&event, "file")?;
        page.open_recording(file).await?;
        in_both(page, "with a player").await
    })
}

/// In the light, the tests of each state do so.
#[test]
fn a_transcript_is_accessible_in_the_dark_searched_selected_by_speaker_and_played() -> Outcome {
    reader_for(PATIENCE, async |page| {
        page.prefer("prefers-color-scheme", "dark").await?;
        page.open(&panel("")).await?;
        page.can_be_read().await?;
        page.fill(".transcript__find input", "Pflege").await?;
        page.run(
            "const [from, to] = document.querySelectorAll('.turn__sentence');
            getSelection().setBaseAndExtent(from.firstChild, 0, to.firstChild, 4)",
            json!([]),
        )
        .await?;
        page.see(".transcript__chosen").await?;
        page.is_accessible("searched and selected, dark").await?;
        page.screenshot("transcript-dark").await?;
        page.click(".transcript__speakers button:nth-child(2)")
            .await?;
        page.click(".stage .recording__opener button").await?;
        page.play_at(35).await?;
        page.is_accessible("one speaker, played, dark").await?;
        page.open(&panel("#wer-pflegt-das-morgen@0:33-0:46"))
            .await?;
        page.can_be_read().await?;
        page.is_accessible("with a passage, dark").await
    })
}

#[test]
fn the_timetable_is_accessible_whole_filtered_and_at_320_px() -> Outcome {
    reader_for(PATIENCE, async |page| {
        page.open(&format!("?event={SAMPLE}&view=timetable"))
            .await?;
        page.see("[role=grid]").await?;
        // Chromium tells old colours of what is out of view (content-visibility).
        page.see_programme().await?;
        in_both(page, "with a timetable").await?;
        page.screenshot("timetable-dark").await?;
        page.fill(SEARCH, "kalender").await?;
        page.until(
            "less is shown",
            "return document.querySelectorAll('[role=grid] [data-talk]').length < 9",
        )
        .await?;
        page.see_programme().await?;
        in_both(page, "with a filtered timetable").await?;
        page.resize(320, 800).await?;
        page.see_programme().await?;
        in_both(page, "with a timetable at 320 px").await
    })
}

#[test]
fn a_failed_page_is_accessible() -> Outcome {
    reader(async |page| {
        page.site.serve_event("probe", &json!([]));
        page.go("?event=probe").await?;
        page.failure().await?;
        in_both(page, "failed").await?;
        page.site.serve(
            "events/probe/event.json",
            Answer::html(404, "<title>404</title>"),
        );
        page.go("?event=probe&lang=en").await?;
        page.failure().await?;
        in_both(page, "failed, in English").await
    })
}

#[test]
fn headings_and_landmarks_are_in_order() -> Outcome {
    reader(async |page| {
        for path in [String::new(), format!("?event={SAMPLE}")] {
            page.open(&path).await?;
            let levels = page.texts_of("return [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((h) => h.nodeName[1])").await?;
            let levels: Vec<u8> = levels
                .iter()
                .filter_map(|level| level.parse().ok())
                .collect();
            assert_eq!(page.count("h1").await?, 1, "{path}: one h1");
            assert!(
                levels.windows(2).all(|pair| pair[1] <= pair[0] + 1),
                "{path}: no level is left out: {levels:?}"
            );
            for landmark in ["header", "main", "nav", "footer"] {
                page.see(landmark).await?;
            }
            let doubled = "const ids = [...document.querySelectorAll('[id]')].map((e) => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i)";
            assert_eq!(
                page.texts_of(doubled).await?,
                Vec::<String>::new(),
                "{path}: ids are unique"
            );
            let dead = "return [...document.querySelectorAll('a[href^=\"#\"]')].map((a) => decodeURIComponent(a.hash.slice(1))).filter((id) => id && !document.getElementById(id.split('@')[0]))";
            assert_eq!(
                page.texts_of(dead).await?,
                Vec::<String>::new(),
                "{path}: links within the page lead somewhere"
            );
        }
        Ok(())
    })
}

#[test]
fn targets_are_large_enough_for_a_mouse() -> Outcome {
    with_mouse(async |page| {
        let has_mouse = "return matchMedia('(hover: hover)').matches";
        assert!(page.holds(has_mouse).await?);
        targets_have(page, 24).await
    })
}

#[test]
fn targets_are_large_enough_for_a_finger() -> Outcome {
    reader(async |page| {
        for width in [390, 320] {
            page.hold(width, 844).await?;
            targets_have(page, 44).await?;
        }
        Ok(())
    })
}

/// Whatever can be pressed is so many pixels high and wide.
async fn targets_have(page: &Page, least: u32) -> Outcome {
    for path in [
        String::new(),
        "?q=ki".to_owned(),
        format!("?event={SAMPLE}&lang=en"),
        format!("?event={SAMPLE}&view=timetable"),
        format!("talk/{}/", first_talk()?),
        "events/".to_owned(),
        format!("events/{HEARING}/legal.html"),
        "404.html".to_owned(),
    ] {
        page.go(&path).await?;
        page.see("[data-nachlese=ready] main").await?;
        let small = page.run(TARGETS, json!([least])).await?;
        assert_eq!(small, json!([]), "{path}: at least {least} px");
    }
    Ok(())
}

fn first_talk() -> Outcome<String> {
    let event = event(HEARING)?;
    let first = list(&event, "talks").next().map(|talk| field(talk, "id"));
    Ok(first.unwrap_or_default().to_owned())
}
