//! One HTML file, opened from disk: everything in it works, and nothing is asked of the network.

use std::{fs, path::PathBuf};

use nachlese_cli::{Exit, run};
use serde_json::{Value, json};

use crate::support::{
    Failure, Outcome,
    event::{HEARING, SAMPLE, event, field, list, plain, talk_from, texts},
    page::{Page, SEARCH},
    reader,
    site::dist,
};

/// Writes a bundle of an event, and gives its `file:` address and what the program said.
pub(super) fn bundle(name: &str, id: &str, options: &[&str]) -> Outcome<(String, String)> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bundle");
    fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}.html"));
    let event = format!("events/{id}/event.json");
    let (dist, output) = (dist().display().to_string(), file.display().to_string());
    let mut arguments = vec![
        "nachlese", "bundle", &dist, "-o", &output, "--event", &event,
    ];
    arguments.extend(options);
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let arguments = arguments.into_iter().map(Into::into);
    let exit = run(arguments, "en", &mut stdout, &mut stderr);
    let said = String::from_utf8_lossy(&stderr).into_owned();
    match exit {
        Exit::Fine => Ok((format!("file://{output}"), said)),
        _ => Err(Failure::new(said)),
    }
}

async fn go(page: &Page, address: &str) -> Outcome {
    Ok(page.browser().client.goto(address).await?)
}

/// Only bundles were asked for, and the console is quiet.
async fn is_quiet(page: &Page, file: &str) -> Outcome {
    let folder = file.rsplit_once('/').map_or(file, |(folder, _)| folder);
    let mut requests = page.foreign_requests().await?;
    requests.retain(|request| {
        let path = request.split(['?', '#']).next().unwrap_or_default();
        !(path.starts_with(folder) && path.rsplit('.').next() == Some("html"))
    });
    assert_eq!(requests, Vec::<String>::new());
    assert_eq!(page.complaints().await?, Vec::<String>::new());
    Ok(())
}

#[test]
fn searches_filters_and_speaks_from_disk() -> Outcome {
    reader(async |page| {
        let (file, _) = bundle("hearing", HEARING, &[])?;
        let event = event(HEARING)?;
        go(page, &file).await?;
        page.is_ready().await?;
        let talks = list(&event, "talks").count();
        page.has_matches(talks).await?;
        let whole = page.whole_text().await?;
        for text in texts(&event, "de") {
            assert!(whole.contains(&text), "{text}");
        }
        page.screenshot("bundle").await?;

        page.fill(SEARCH, "ethik").await?;
        page.until(
            "fewer talks are shown",
            &format!("return document.querySelectorAll('section[data-section=talks] [data-talk]').length < {talks}"),
        )
        .await?;
        page.until(
            "the address follows",
            "return location.search === '?q=ethik'",
        )
        .await?;
        page.browser().client.refresh().await?;
        page.is_ready().await?;
        page.until(
            "the search is back",
            "return document.querySelector('input[type=search]').value === 'ethik'",
        )
        .await?;
        go(page, &format!("{file}?kind=panel")).await?;
        page.is_ready().await?;
        page.until(
            "the facet is chosen",
            "return !!document.querySelector('[data-facet=kind][data-value=panel]')",
        )
        .await?;

        page.click(".page-header__tools button[lang=en]").await?;
        page.until(
            "it is English",
            "return document.documentElement.lang === 'en'",
        )
        .await?;
        let title = event["title"]["en"].as_str().unwrap_or_default();
        assert!(page.whole_text().await?.contains(&plain(title)));
        // One file has nothing beside it that another page could show.
        assert!(
            page.holds("return document.querySelector('[data-embed]')?.checkVisibility() !== true")
                .await?
        );
        let dark = ".page-footer__theme button:last-child";
        page.click(dark).await?;
        page.until(
            "it is dark",
            "return document.querySelector('[data-theme=dark]') !== null",
        )
        .await?;
        assert_eq!(
            page.count(".heading a[href*=talk]").await?,
            0,
            "no pages of talks"
        );
        let links = "return [...document.querySelectorAll('link[rel=canonical], link[rel=manifest], link[rel=alternate]')].map((link) => link.rel)";
        assert_eq!(page.texts_of(links).await?, Vec::<String>::new());
        is_quiet(page, &file).await
    })
}

const OVERFLOW: &str = include_str!("support/probes/overflow.js");

const PICTURES: &str = "return [...document.querySelectorAll('img')].every((image) => { image.loading = 'eager'; return image.complete && image.naturalWidth > 0 })";

#[test]
fn shows_pictures_and_plays_recordings_from_disk() -> Outcome {
    reader(async |page| {
        let (file, _) = bundle("sample", SAMPLE, &[])?;
        let event = event(SAMPLE)?;
        let (talk, _) = talk_from(&event, "file")?;
        go(page, &file).await?;
        page.is_ready().await?;
        assert!(page.count("img").await? > 0);
        page.until("every picture is there", PICTURES).await?;
        // What was said is in the file, too.
        page.fill(SEARCH, "„findet deshalb“").await?;
        page.see(&format!(
            "[data-talk='{talk}'] .said a[href='#{talk}@0:06'] mark"
        ))
        .await?;
        page.fill(SEARCH, "").await?;
        // Drawn afresh.
        page.click(".page-header__tools button[lang=en]").await?;
        page.until(
            "it is English",
            "return document.documentElement.lang === 'en'",
        )
        .await?;
        page.until("every picture is still there", PICTURES).await?;

        page.open_recording(talk).await?;
        let video = format!("document.querySelector(\"[data-talk='{talk}'] video\")");
        page.until(
            "the video can be played",
            &format!("return {video}.readyState >= 1"),
        )
        .await?;
        let cues = format!(
            "const track = {video}.textTracks[0]; track.mode = 'showing'; return (track.cues?.length ?? 0) > 0"
        );
        page.until("the captions are there", &cues).await?;
        // A link to a second, in a page opened anew.
        go(page, &format!("{file}?lang=en#{talk}@0:05")).await?;
        page.browser().client.refresh().await?;
        page.is_ready().await?;
        let at = format!("return !!{video} && Math.abs({video}.currentTime - 5) < 1");
        page.until("the video stands at 0:05", &at).await?;
        page.resize(320, 800).await?;
        page.prefer("prefers-color-scheme", "dark").await?;
        assert_eq!(page.texts_of(OVERFLOW).await?, Vec::<String>::new());
        page.screenshot("bundle-320-dark").await?;
        is_quiet(page, &file).await
    })
}

#[test]
fn opens_what_browsers_do_not_open_from_data() -> Outcome {
    reader(async |page| {
        let (file, _) = bundle("opens", SAMPLE, &[])?;
        // As prerendered, and as the app draws it.
        for path in ["", "?lang=en"] {
            go(page, &format!("{file}{path}")).await?;
            page.is_ready().await?;
            page.click(".page-footer__links a[href$='#impressum']")
                .await?;
            page.until(
                "the imprint is shown",
                "return location.protocol === 'blob:' && !!document.querySelector('h2')",
            )
            .await?;
            page.back().await?;
            page.is_ready().await?;
        }
        is_quiet(page, &file).await
    })
}

#[test]
fn is_readable_from_disk_without_scripts() -> Outcome {
    reader(async |page| {
        let (file, _) = bundle("unscripted", SAMPLE, &[])?;
        let event = event(SAMPLE)?;
        page.devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        )
        .await?;
        go(page, &file).await?;
        page.until("every picture is there", PICTURES).await?;
        let whole = page.whole_text().await?;
        for text in texts(&event, "de") {
            assert!(whole.contains(&text), "{text}");
        }
        page.see("noscript p, body > noscript").await?;
        let (talk, _) = talk_from(&event, "file")?;
        let link = format!("[data-talk='{talk}'] a.without-script[href^='data:video/'][download]");
        page.see(&link).await?;
        is_quiet(page, &file).await
    })
}

#[test]
fn says_what_the_file_does_not_hold() -> Outcome {
    reader(async |page| {
        let event = event(SAMPLE)?;
        let (talk, source) = talk_from(&event, "file")?;
        let (file, said) = bundle("small", SAMPLE, &["--limit", "50"])?;
        assert!(said.contains(field(source, "url")), "{said}");
        go(page, &file).await?;
        page.is_ready().await?;
        let note = format!("[data-talk='{talk}'] .recording__status");
        page.see(&note).await?;
        let links = format!("[data-talk='{talk}'] .recording__status a");
        assert_eq!(page.count(&links).await?, 0);

        let base = ["--limit", "50", "--base", "https://a.example/b"];
        let (file, _) = bundle("based", SAMPLE, &base)?;
        go(page, &format!("{file}?event={HEARING}")).await?;
        page.is_ready().await?;
        let href = format!(
            "https://a.example/b/events/{SAMPLE}/{}",
            field(source, "url")
        );
        page.see(&format!("{links}[href='{href}']")).await?;
        let canonical = "return document.querySelector('link[rel=canonical]').href";
        assert_eq!(page.text_of(canonical).await?, "https://a.example/b/");
        page.see("[role=alert][data-code=one-event]").await?;
        let title = page.text_of("return document.title").await?;
        let own = event["title"]["de"].as_str().unwrap_or_default();
        assert!(title.contains(&plain(own)), "{title}");
        is_quiet(page, &file).await
    })
}

#[test]
fn hostile_data_stays_data_in_one_file() -> Outcome {
    reader(async |page| {
        let mut event = crate::support::event::small_event("probe");
        let script = "</script><script>window.attacked = 1</script><!--<script>";
        event["title"] = json!(script);
        event["talks"][0]["title"] = json!("\"=\"nachlese-0:0:\" </style>");
        event["links"] = json!([{ "label": "x", "url": "../../../../Cargo.toml" }]);
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("bundle-hostile");
        fs::create_dir_all(&folder)?;
        let json = folder.join("event.json");
        fs::write(&json, Value::to_string(&event))?;
        let file = outside(&json, &folder.join("page.html"))?;
        go(page, &file).await?;
        page.is_ready().await?;
        assert!(page.whole_text().await?.contains(script));
        assert!(page.holds("return window.attacked === undefined").await?);
        let text = fs::read_to_string(folder.join("page.html"))?;
        assert!(!text.contains("[package]") && !text.contains("W3BhY2thZ2Vd"));
        is_quiet(page, &file).await
    })
}

/// Bundles an event that is not in the folder.
fn outside(event: &std::path::Path, output: &std::path::Path) -> Outcome<String> {
    let (dist, event) = (dist().display().to_string(), event.display().to_string());
    let output = output.display().to_string();
    let arguments = [
        "nachlese", "bundle", &dist, "-o", &output, "--event", &event,
    ];
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    match run(arguments.map(Into::into), "en", &mut stdout, &mut stderr) {
        Exit::Fine => Ok(format!("file://{output}")),
        _ => Err(Failure::new(String::from_utf8_lossy(&stderr))),
    }
}
