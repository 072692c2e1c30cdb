//! One press plays: the question is short, a chapter plays, and a file that fails says so.

use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::{SAMPLE, event, field, list, small_event, talk_from},
    page::Page,
    players::UUID,
    provider::Provider,
    reader,
    site::{Answer, POLICY},
};

/// An event whose talk has a source and two chapters.
fn event_with(source: &Value) -> Value {
    let mut event = small_event("probe");
    event["talks"][0]["recording"] = json!({
        "status": "released",
        "sources": [source],
        "chapters": [{ "start": 0, "title": "Beginn" }, { "start": 7, "title": "Mitte" }],
    });
    event
}

/// An event with a file of the sample.
fn event_with_file() -> Outcome<Value> {
    let sample = event(SAMPLE)?;
    let (_, source) = talk_from(&sample, "file")?;
    let file = format!("../{SAMPLE}/{}", field(source, "url"));
    Ok(event_with(&json!({ "provider": "file", "url": file })))
}

async fn plays_from(page: &Page, second: u32) -> Outcome {
    let script = format!(
        "const video = document.querySelector('video'); return !!video && !video.paused && video.currentTime >= {second} && video.currentTime < {second} + 6"
    );
    page.until(&format!("it plays from {second}"), &script)
        .await
}

#[test]
fn the_question_is_short_on_a_phone_and_names_who_gets_what_and_where() -> Outcome {
    reader(async |page| {
        page.resize(390, 844).await?;
        page.prefer("hover", "none").await?;
        for (source, words) in [
            (
                json!({ "provider": "youtube", "id": "dQw4w9WgXcQ" }),
                ["YouTube", "Google Ireland Ltd.", "Irland", "IP-Adresse"],
            ),
            (
                json!({ "provider": "vimeo", "id": "76979871" }),
                ["Vimeo", "Vimeo.com, Inc.", "USA", "IP-Adresse"],
            ),
            (
                json!({ "provider": "peertube", "host": "https://video.example.org", "id": UUID }),
                [
                    "PeerTube",
                    "video.example.org",
                    "Land unbekannt",
                    "IP-Adresse",
                ],
            ),
        ] {
            page.site.serve_event("probe", &event_with(&source));
            page.open("?event=probe").await?;
            page.open_recording("eins").await?;
            page.see("[data-consent] button").await?;
            let text = page
                .text_of("return document.querySelector('.consent__text').textContent")
                .await?;
            for word in words {
                assert!(text.contains(word), "{word} in {text}");
            }
            assert_eq!(
                text.matches(". ").count() - text.matches("Ltd. ").count(),
                1,
                "two sentences: {text}"
            );
            let height = page
                .run(
                    "return document.querySelector('.consent').getBoundingClientRect().height",
                    json!([]),
                )
                .await?;
            assert!(
                height.as_f64().is_some_and(|height| height <= 240.0),
                "{height} px: {text}"
            );
            page.screenshot(&format!("consent-phone-{}", field(&source, "provider")))
                .await?;
            page.click(".consent__more > summary").await?;
            page.see(".consent__more input").await?;
        }
        page.is_accessible("that asks with the rest unfolded").await
    })
}

#[test]
fn one_press_plays() -> Outcome {
    reader(async |page| {
        page.site.serve_event("probe", &event_with_file()?);
        page.open("?event=probe").await?;
        page.click("[data-talk=eins] .recording__opener button")
            .await?;
        plays_from(page, 0).await?;

        let provider = Provider::start().await?;
        page.site
            .set_policy(&format!("{POLICY} {}", provider.origin()));
        let source = json!({ "provider": "peertube", "host": provider.origin(), "id": UUID });
        page.site.serve_event("probe", &event_with(&source));
        page.reload().await?;
        page.click("[data-consent] button").await?;
        page.see("iframe[allow*=autoplay]").await?;
        let src = page
            .text_of("return document.querySelector('iframe').src")
            .await?;
        assert!(src.contains("autoplay=1"), "{src}");
        Ok(())
    })
}

#[test]
fn what_a_link_opens_waits_for_the_reader() -> Outcome {
    reader(async |page| {
        page.site.serve_event("probe", &event_with_file()?);
        page.open("?event=probe#eins@0:07").await?;
        page.until(
            "it stands at the second",
            "const video = document.querySelector('video'); return video?.readyState >= 2 && Math.abs(video.currentTime - 7) < 1",
        )
        .await?;
        assert!(
            page.holds("return document.querySelector('video').paused")
                .await?
        );
        Ok(())
    })
}

#[test]
fn a_chapter_plays_under_the_rule_of_consent() -> Outcome {
    reader(async |page| {
        page.site.serve_event("probe", &event_with_file()?);
        page.open("?event=probe").await?;
        page.click(".chapters__item:nth-child(2) a").await?;
        plays_from(page, 7).await?;
        page.click(".chapters__item:nth-child(1) a").await?;
        plays_from(page, 0).await?;

        let provider = Provider::start().await?;
        page.site
            .set_policy(&format!("{POLICY} {}", provider.origin()));
        let source = json!({ "provider": "peertube", "host": provider.origin(), "id": UUID });
        let mut event = event_with(&source);
        event["talks"].as_array_mut().unwrap().truncate(1);
        page.site.serve_event("probe", &event);
        page.open("?event=probe").await?;
        page.click(".chapters__item:nth-child(2) a").await?;
        page.until(
            "it asks for that second",
            "return document.activeElement.matches('[data-consent] button') && document.activeElement.textContent.includes('0:07')",
        )
        .await?;
        assert_eq!(provider.requests(), Vec::<String>::new());
        page.click("[data-consent] input, .consent__more > summary")
            .await?;
        page.click("[data-consent] input").await?;
        page.click("[data-consent] button").await?;
        page.see("iframe[src*='start=7s']").await?;
        page.click(".player__close").await?;
        page.miss("iframe").await?;
        // Whoever said that no more questions are wanted is not asked.
        page.click(".chapters__item:nth-child(2) a").await?;
        page.see("iframe[src*='start=7s']").await
    })
}

#[test]
fn a_file_that_is_missing_says_so_and_can_be_tried_again() -> Outcome {
    reader(async |page| {
        let event = event_with_file()?;
        let file = list(&event, "talks")
            .next()
            .map(|talk| talk["recording"]["sources"][0]["url"].clone());
        let file = file.as_ref().and_then(Value::as_str).unwrap_or_default();
        let path = file.replace("../", "events/");
        page.site.serve_event("probe", &event);
        page.site
            .serve(&path, Answer::new(404, "text/plain", "gone"));
        page.open("?event=probe").await?;
        page.click("[data-talk=eins] .recording__opener button")
            .await?;
        page.see("[data-code=recording-failed]").await?;
        page.see(&format!(
            ".player__failure a[href$='{}']",
            file.rsplit('/').next().unwrap_or_default()
        ))
        .await?;
        assert_eq!(page.count("video").await?, 0);
        page.is_accessible("with a recording that fails").await?;
        page.screenshot("recording-failed").await?;
        page.site.mend();
        page.site.serve_event("probe", &event);
        page.click(".player__failure button").await?;
        plays_from(page, 0).await
    })
}
