//! The first screen answers what it was, who was there and where to watch.

use serde_json::json;

use crate::support::{Outcome, event::SAMPLE, page::Page, reader};

const BROKEN_WORDS: &str = include_str!("support/probes/broken_words.js");

/// Local fonts and stand-ins in place of the city's, which come first.
const FONTS: [&str; 4] = ["", "Arial", "DejaVu Sans", "Open Sans DejaVu"];

/// An imported programme: no picture, no host, no sections of its own.
fn imported() -> serde_json::Value {
    json!({
        "schemaVersion": 1, "id": "plain", "language": "de", "title": "38C3",
        "start": "2024-12-27", "end": "2024-12-30",
        "venue": {"name": "Congress Center Hamburg, Veranstaltungshalle"},
        "talks": [{"id": "t", "kind": "talk", "title": "Eröffnung"}],
    })
}

#[test]
fn facts_break_between_words_only() -> Outcome {
    reader(async |page| {
        page.site.serve_event("plain", &imported());
        for path in ["", &format!("?event={SAMPLE}"), "?event=plain"] {
            page.open(path).await?;
            for font in FONTS {
                page.run(
                    "for (const name of ['text', 'heading'])
                        document.querySelector('.nachlese').style.setProperty(`--nachlese-font-${name}`, arguments[0] && `'${arguments[0]}'`)",
                    json!([font]),
                )
                .await?;
                for width in (320..=1920).step_by(50) {
                    page.resize(width, 900).await?;
                    let broken = page.texts_of(BROKEN_WORDS).await?;
                    assert_eq!(
                        broken,
                        Vec::<String>::new(),
                        "{path} in `{font}` at {width} px"
                    );
                }
            }
        }
        Ok(())
    })
}

/// How far down an element reaches.
async fn reaches(page: &Page, selector: &str) -> Outcome<f64> {
    page.see(selector).await?;
    let lower = "return Math.max(...[...document.querySelectorAll(arguments[0])].map((e) => e.getBoundingClientRect().bottom))";
    let lower = page.run(lower, json!([selector])).await?;
    Ok(lower.as_f64().unwrap_or(f64::MAX))
}

#[test]
fn says_what_it_was_who_was_there_and_where_to_watch() -> Outcome {
    reader(async |page| {
        for path in ["", "en/", &format!("events/{SAMPLE}/")] {
            page.open(path).await?;
            for (width, height) in [(1280, 800), (390, 844)] {
                page.resize(width, height).await?;
                for part in [".intro__title", ".ways__way", ".intro__facts dd"] {
                    let lower = reaches(page, part).await?;
                    assert!(
                        lower <= f64::from(height),
                        "{path}, {part}: {lower} of {height} px"
                    );
                }
                page.screenshot(&format!("first-screen-{width}")).await?;
            }
            assert_eq!(page.count(".ways__way").await?, 3, "{path}");
            let astray = "return [...document.querySelectorAll('.ways__way')].map(({ hash, host }) => [host === location.host, decodeURIComponent(hash.slice(1))])
                .filter(([isHere, id]) => isHere && !document.getElementById(id) && !document.querySelector(`[data-talk='${id}']`))";
            assert_eq!(page.texts_of(astray).await?, Vec::<String>::new(), "{path}");
        }
        Ok(())
    })
}

#[test]
fn an_event_without_pictures_opens_with_its_name_and_day() -> Outcome {
    reader(async |page| {
        page.site.serve_event("plain", &imported());
        page.open("?event=plain").await?;
        assert_eq!(page.count(".intro img").await?, 0);
        let header = "return document.querySelector('.page-header').textContent";
        assert!(page.text_of(header).await?.contains("38C3"));
        page.see(".intro .facts time").await?;
        assert_eq!(page.count(".ways__way").await?, 1, "nobody is named");
        for (width, height) in [(390, 844), (1280, 800)] {
            page.resize(width, height).await?;
            assert!(reaches(page, ".ways__way").await? < f64::from(height));
            page.screenshot(&format!("first-screen-plain-{width}"))
                .await?;
        }
        page.click(".ways__way").await?;
        page.until(
            "it is at the programme",
            "return location.hash === '#programme'",
        )
        .await
    })
}

/// A small event: a high picture, no search field, more than a screen below the programme.
fn small() -> serde_json::Value {
    let text = "Ein Absatz, unter dem es weitergeht. ".repeat(60);
    json!({
        "schemaVersion": 1, "id": "small", "language": "de", "title": "Kurz", "summary": "Ein Satz.",
        "figure": {"illustration": {"ref": "hall", "alt": "Ein Saal"}},
        "talks": [{"id": "t", "kind": "talk", "title": "Eröffnung", "abstract": text}],
        "sections": [{"type": "text", "heading": "Worum es ging", "text": text}, {"type": "talks", "heading": "Programm"}, {"type": "text", "heading": "Danach", "text": text}],
    })
}

#[test]
fn a_high_picture_does_not_part_the_title_from_the_summary() -> Outcome {
    reader(async |page| {
        page.site.serve_event("small", &small());
        page.open("?event=small").await?;
        let gap = "const [title, summary] = ['.intro__title', '.intro__summary'].map((it) => document.querySelector(it).getBoundingClientRect());
            return String(Math.round(summary.top - title.bottom))";
        let gap: u32 = page.text_of(gap).await?.parse()?;
        assert!(gap < 32, "{gap} px");
        Ok(())
    })
}

#[test]
fn the_programme_goes_below_the_contents() -> Outcome {
    reader(async |page| {
        page.site.serve_event("small", &small());
        page.open("?event=small").await?;
        let seen = "const contents = document.querySelector('.contents__details');
            const programme = document.querySelector('.programme');
            const { top } = programme.getBoundingClientRect();
            scrollBy({ top: top + programme.offsetHeight / 2, behavior: 'instant' });
            const { left, bottom } = contents.getBoundingClientRect();
            return contents.contains(document.elementFromPoint(left + 4, bottom - 6))";
        assert!(page.holds(seen).await?, "the contents are on top");
        Ok(())
    })
}
