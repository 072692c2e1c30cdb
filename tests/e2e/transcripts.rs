//! What was said in a recording is found, with the way to its second.

use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, small_event},
    page::{Page, SEARCH},
    reader,
    site::Answer,
};

const OVERFLOW: &str = include_str!("support/probes/overflow.js");

/// An event whose talk has these captions, and a provider's video.
fn event_with(captions: &Value) -> Value {
    let mut event = small_event("probe");
    // One talk alone has no search.
    let other = json!({ "id": "zwei", "kind": "panel", "title": "Der zweite" });
    event["talks"] = json!([event["talks"][0], other]);
    event["talks"][0]["recording"] = json!({
        "status": "released",
        "sources": [{ "provider": "youtube", "id": "dQw4w9WgXcQ" }],
        "captions": captions,
    });
    event
}

fn captions(urls: &[&str]) -> Value {
    let one = |url: &&str| json!({ "url": url, "language": "de" });
    urls.iter().map(one).collect()
}

fn web_vtt(text: &str) -> Answer {
    Answer::new(200, "text/vtt", format!("WEBVTT\n\n{text}"))
}

/// The transcripts that were asked for so far.
fn fetched(page: &Page) -> Vec<String> {
    let mut requests = page.site.requests();
    requests.retain(|request| request.contains(".vtt") || request.contains(".txt"));
    requests
}

/// All transcripts are there, or will not come.
async fn has_heard_all(page: &Page) -> Outcome {
    page.until(
        "all that was said is there",
        "const status = document.querySelector('section[data-section=talks] [role=status]').textContent;
        return /\\d/.test(status) && !status.includes(';')",
    )
    .await
}

#[test]
fn words_of_a_recording_are_found_and_lead_to_their_second() -> Outcome {
    reader(async |page| {
        page.open(&format!("?event={SAMPLE}")).await?;
        assert_eq!(
            fetched(page),
            Vec::<String>::new(),
            "before anybody searches"
        );
        // It goes over from one cue to the next.
        page.fill(SEARCH, "„findet deshalb“").await?;
        page.has_matches(1).await?;
        let link = "[data-talk=eroeffnung] .said a[href='#eroeffnung@0:06']";
        page.see(link).await?;
        let said = page
            .text_of(&format!(
                "return document.querySelector(\"{link}\").textContent"
            ))
            .await?;
        assert!(said.starts_with("Gesagt bei 0:06: … "), "{said}");
        assert!(said.contains("Stelle findet. Deshalb hat"), "{said}");
        let marks =
            "return [...document.querySelectorAll('.said mark')].map((mark) => mark.textContent)";
        assert_eq!(page.texts_of(marks).await?, ["findet. Deshalb"]);
        page.run(
            "document.querySelector('.programme').scrollIntoView()",
            json!([]),
        )
        .await?;
        page.screenshot("said").await?;
        page.is_accessible("with passages").await?;
        page.resize(320, 800).await?;
        page.prefer("prefers-color-scheme", "dark").await?;
        assert_eq!(page.texts_of(OVERFLOW).await?, Vec::<String>::new());
        page.run(
            "document.querySelector('.said').scrollIntoView({block: 'center'})",
            json!([]),
        )
        .await?;
        page.screenshot("said-320-dark").await?;
        page.is_accessible("with passages, narrow and dark").await?;

        page.click(link).await?;
        let video = "document.querySelector('[data-talk=eroeffnung] video')";
        page.until(
            "the video stands at 0:06",
            &format!("return !!{video} && Math.abs({video}.currentTime - 6) < 1"),
        )
        .await?;
        assert!(page.query().await?.contains("q="), "the search stays");
        page.see(link).await?;
        // The same second again, after the reader went on.
        page.run(&format!("{video}.currentTime = 1"), json!([]))
            .await?;
        page.click(link).await?;
        page.until(
            "the video stands at 0:06 again",
            &format!("return Math.abs({video}.currentTime - 6) < 1"),
        )
        .await?;
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_passage_is_shown_in_the_language_in_which_it_was_found() -> Outcome {
    reader(async |page| {
        page.open(&format!("?event={SAMPLE}&lang=en&q=said:gefallen"))
            .await?;
        page.see(".said a").await?;
        has_heard_all(page).await?;
        let languages =
            "return [...document.querySelectorAll('.said a > [lang]')].map((words) => words.lang)";
        assert_eq!(page.texts_of(languages).await?, ["de"]);
        page.fill(SEARCH, "said:everything").await?;
        page.has_matches(3).await?;
        page.until(
            "passages are in English",
            "const words = [...document.querySelectorAll('.said a')];
            return words.length === 3 && words.every((link) => link.textContent.startsWith('Said at') && link.querySelector('[lang=en]'))",
        )
        .await
    })
}

#[test]
fn focus_in_the_search_is_enough_and_nothing_foreign_is_asked_for() -> Outcome {
    reader(async |page| {
        let event = event_with(&captions(&["a.vtt", "https://captions.example/b.vtt"]));
        page.site.serve_event("probe", &event);
        let cue = "00:01:05.000 --> 00:01:09.000\nDer Quastenflosser lebt.";
        page.site.serve("events/probe/a.vtt", web_vtt(cue));
        page.open("?event=probe").await?;
        assert_eq!(fetched(page), Vec::<String>::new());
        page.run(
            "document.querySelector('input[type=search]').focus()",
            json!([]),
        )
        .await?;
        page.until("the captions come", "return performance.getEntriesByType('resource').some((entry) => entry.name.endsWith('a.vtt'))")
            .await?;
        page.fill(SEARCH, "quastenflosser").await?;
        page.has_matches(1).await?;
        page.click(".said a").await?;
        // A provider is asked only after the reader agreed, and then for the second.
        page.see("[data-talk=eins] [data-consent=youtube]").await?;
        assert_eq!(page.text_of("return location.hash").await?, "#eins@1:05");
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        page.click("[data-talk=eins] .consent__actions button")
            .await?;
        page.see_in_head("[data-talk=eins] iframe[src*='start=65']")
            .await
    })
}

#[test]
fn a_shared_passage_is_found_again() -> Outcome {
    reader(async |page| {
        let link = "?event=beispielkonferenz-2026&q=gesagt%3Adeshalb#eroeffnung@0:11";
        page.open(link).await?;
        page.has_matches(1).await?;
        page.see(".said a[href='#eroeffnung@0:11']").await?;
        let at = "const video = document.querySelector('[data-talk=eroeffnung] video');
            return !!video && Math.abs(video.currentTime - 11) < 1";
        page.until("the video stands at 0:11", at).await
    })
}

#[test]
fn captions_that_fail_cost_nothing_but_their_passages() -> Outcome {
    reader(async |page| {
        let names = ["gone.vtt", "page.vtt", "noise.vtt", "good.vtt"];
        page.site
            .serve_event("probe", &event_with(&captions(&names)));
        let file = |name: &str| format!("events/probe/{name}");
        page.site.serve(&file("gone.vtt"), Answer::html(404, "weg"));
        page.site.serve(
            &file("page.vtt"),
            Answer::html(200, "<!doctype html>00:00.000 --> 00:01.000 quastenflosser"),
        );
        let noise: Vec<u8> = (0..60_000_u32).map(|at| (at * 7_919 % 251) as u8).collect();
        page.site
            .serve(&file("noise.vtt"), Answer::new(200, "text/vtt", noise));
        let cues =
            "x --> y\nkaputt\n\n00:02.000 --> 00:03.000\nDer <i>Quasten&shy;flosser</i> lebt";
        page.site
            .serve(&file("good.vtt"), web_vtt(&cues.replace("&shy;", "\u{ad}")));
        page.open("?event=probe&q=quastenflosser").await?;
        page.has_matches(1).await?;
        has_heard_all(page).await?;
        page.see(".said a[href='#eins@0:02']").await?;
        assert_eq!(page.count(".said a").await?, 1);
        page.fill(SEARCH, "kaputt").await?;
        page.has_matches(0).await?;
        page.fill(SEARCH, "erste").await?;
        page.has_matches(1).await
    })
}

#[test]
fn a_search_names_the_sections_that_have_it_too() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.fill(SEARCH, "ausschusses").await?;
        page.see(".programme__sections a[href='#hintergrund']")
            .await?;
        page.run(
            "document.querySelector('.programme').scrollIntoView()",
            json!([]),
        )
        .await?;
        page.screenshot("search-sections").await?;
        page.is_accessible("with a section found").await?;
        page.click(".programme__sections a").await?;
        page.until(
            "the section is in view and has the focus",
            "const section = document.querySelector('#hintergrund');
            return document.activeElement === section && section.getBoundingClientRect().top < innerHeight",
        )
        .await?;
        page.open(&format!("?event={HEARING}&q=quastenflosser"))
            .await?;
        assert_eq!(page.count(".programme__sections *").await?, 0);
        Ok(())
    })
}
