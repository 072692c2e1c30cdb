//! Every page can be read before, without and despite the app.

use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, event, texts},
    page::Page,
    reader, reader_without_scripts,
    site::{Answer, POLICY, dist},
};

/// Everything that the event tells is there.
async fn is_whole(page: &Page, language: &str) -> Outcome {
    let whole = page.whole_text().await?;
    let event = event(HEARING)?;
    let missing: Vec<_> = texts(&event, language)
        .into_iter()
        .filter(|text| !whole.contains(text))
        .collect();
    assert!(missing.is_empty(), "missing: {missing:#?}");
    Ok(())
}

#[test]
fn is_whole_without_scripts() -> Outcome {
    reader_without_scripts(async |page| {
        page.go("").await?;
        is_whole(page, "de").await?;
        page.see("noscript .notice").await?;
        page.screenshot("without-scripts").await?;
        let pictures = page.texts_of("return [...document.images].filter((i) => i.loading !== 'lazy' && !i.naturalWidth).map((i) => i.src)");
        assert_eq!(pictures.await?, Vec::<String>::new());
        // No control pretends to work.
        assert_eq!(
            page.count("main button:not(.talk-card__person), main input, header button")
                .await?,
            0
        );

        page.click("noscript a[hreflang=en]").await?;
        page.until(
            "the page is in English",
            "return document.documentElement.lang === 'en' && document.readyState === 'complete'",
        )
        .await?;
        is_whole(page, "en").await?;
        page.click("[data-talk=ethik] a[href*='talk/ethik/']")
            .await?;
        page.see("h1.talk-page__title").await?;
        assert!(
            page.text_of("return location.pathname")
                .await?
                .ends_with("/en/talk/ethik/")
        );
        page.click(".breadcrumb a").await?;
        page.see("section[data-section=talks]").await
    })
}

#[test]
fn stays_readable_where_the_app_cannot_run() -> Outcome {
    reader(async |page| {
        let named = |ending: &str| {
            let files = std::fs::read_dir(dist())?;
            let names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
            let is_it = |name: &String| name.starts_with("nachlese-web-") && name.ends_with(ending);
            Outcome::Ok(names.filter(is_it).collect::<String>())
        };
        let (program, glue) = (named(".wasm")?, named(".js")?);
        for (what, file, answer, code) in [
            (
                "no program",
                &program,
                Answer::html(404, "weg"),
                "app-not-loaded",
            ),
            (
                "a page in its place",
                &program,
                Answer::html(200, "<p>Anmeldung"),
                "app-not-loaded",
            ),
            ("no glue", &glue, Answer::html(404, "weg"), "app-not-loaded"),
        ] {
            page.site.mend();
            page.site.serve(file, answer);
            page.go("").await?;
            assert_eq!(page.failure().await?, code, "{what}");
            is_whole(page, "de").await?;
            assert_eq!(page.count("h1").await?, 1, "{what}");
        }
        page.screenshot("without-app").await?;
        page.is_accessible("without the app").await?;
        page.site.mend();
        page.site
            .set_policy(&POLICY.replace(" 'wasm-unsafe-eval'", ""));
        page.go("").await?;
        assert_eq!(page.failure().await?, "no-wasm");
        is_whole(page, "de").await
    })
}

#[test]
fn stays_readable_where_the_data_cannot_be_had() -> Outcome {
    reader(async |page| {
        let file = format!("events/{HEARING}/event.json");
        page.site.serve(&file, Answer::html(404, "weg"));
        page.go("").await?;
        assert_eq!(page.failure().await?, "not-found");
        is_whole(page, "de").await?;
        page.screenshot("without-data").await?;
        page.is_accessible("without data").await?;
        page.click("[role=alert] button").await?;
        assert_eq!(page.failure().await?, "not-found");
        page.site.mend();
        page.click("[role=alert] button").await?;
        page.is_ready().await?;
        assert_eq!(page.count("[role=alert]").await?, 0);
        page.click("button[data-facet=kind][data-value=film]")
            .await?;
        page.has_matches(1).await
    })
}

#[test]
fn the_program_runs_whatever_media_type_a_host_gives_it() -> Outcome {
    reader(async |page| {
        let files = std::fs::read_dir(dist())?;
        for file in files.filter_map(Result::ok) {
            let name = file.file_name().to_string_lossy().into_owned();
            if file
                .path()
                .extension()
                .is_some_and(|ending| ending == "wasm")
            {
                let bytes = std::fs::read(file.path())?;
                page.site
                    .serve(&name, Answer::new(200, "application/octet-stream", bytes));
            }
        }
        page.open("").await
    })
}

#[test]
fn newer_data_takes_the_place_of_an_older_page() -> Outcome {
    reader(async |page| {
        let mut newer = event(HEARING)?;
        newer["title"] = json!({ "de": "Der neue Titel", "en": "The new title" });
        page.site.serve_event(HEARING, &newer);
        for path in ["", "en/", "talk/ethik/"] {
            page.open(path).await?;
            assert!(
                page.text_of("return document.title")
                    .await?
                    .contains("itle")
                    || page
                        .text_of("return document.title")
                        .await?
                        .contains("neue Titel"),
            );
            let whole = page.whole_text().await?;
            assert!(
                whole.contains("Der neue Titel") || whole.contains("The new title"),
                "{path}: {whole}"
            );
        }
        Ok(())
    })
}
