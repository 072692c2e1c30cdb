//! The page shows what the event's file says.

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, field, list, plain, texts},
    page::Page,
    reader,
};

async fn shows_all_of(page: &Page, id: &str, language: &str) -> Outcome {
    let whole = page.whole_text().await?;
    let event = event(id)?;
    let missing: Vec<_> = texts(&event, language)
        .into_iter()
        .filter(|text| !whole.contains(text))
        .collect();
    assert!(
        missing.is_empty(),
        "{} texts ({language}) are not on the page: {missing:#?}",
        missing.len()
    );
    let types = page
        .texts_of(
            "return [...document.querySelectorAll('[data-section]')].map((s) => s.dataset.section)",
        )
        .await?;
    let expected: Vec<_> = list(&event, "sections")
        .map(|section| field(section, "type"))
        .collect();
    assert_eq!(types, expected, "sections in the order of the file");
    Ok(())
}

async fn speak(page: &Page, language: &str) -> Outcome {
    page.click(&format!(".page-header__tools button[lang={language}]"))
        .await?;
    let script = format!("return document.querySelector('[data-nachlese]').lang === '{language}'");
    page.until(&format!("the page is in {language}"), &script)
        .await
}

#[test]
fn tells_the_whole_hearing_in_german_and_english() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.screenshot("hearing").await?;
        shows_all_of(page, HEARING, "de").await?;
        assert!(
            page.whole_text()
                .await?
                .contains("Freitag, 7. Juni 2024, Vormittag")
        );
        assert_eq!(
            page.text_of("return document.documentElement.lang").await?,
            "de"
        );

        page.run("window.stayed = true", serde_json::json!([]))
            .await?;
        speak(page, "en").await?;
        shows_all_of(page, HEARING, "en").await?;
        assert!(page.holds("return window.stayed").await?, "no reload");
        assert!(page.query().await?.contains("lang=en"));
        assert!(plain(&page.whole_text().await?).contains("7 June 2024"));

        speak(page, "de").await?;
        assert!(
            !page.query().await?.contains("lang="),
            "defaults never appear"
        );
        Ok(())
    })
}

#[test]
fn tells_the_sample_event_with_every_type_of_section() -> Outcome {
    reader(async |page| {
        page.open(&format!("?event={SAMPLE}")).await?;
        page.screenshot("sample").await?;
        for kind in [
            "text",
            "figure",
            "gallery",
            "quote",
            "talks",
            "panel",
            "market",
            "film",
            "playlist",
            "people",
            "links",
            "downloads",
            "facts",
        ] {
            page.see(&format!("section[data-section={kind}]")).await?;
        }
        let language = event(SAMPLE)?;
        shows_all_of(page, SAMPLE, field(&language, "language")).await
    })
}

#[test]
fn labels_illustrations_and_describes_them() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        let event = event(HEARING)?;
        let mut described = Vec::new();
        alternatives(&event, &mut described);
        assert!(described.len() >= 6, "six illustrations: {described:?}");
        let found = page
            .texts_of("return [...document.querySelectorAll('figure img')].map((i) => i.alt)")
            .await?;
        let found: Vec<_> = found.iter().map(|alt| plain(alt)).collect();
        for alt in described {
            assert!(
                found.contains(&alt),
                "no picture with the alternative text {alt:?} among {found:#?}"
            );
        }
        let bare = "return [...document.querySelectorAll('figure:has(img)')]
            .filter((figure) => !figure.querySelector('figcaption')?.textContent.includes('Illustration')).map((f) => f.outerHTML)";
        assert_eq!(
            page.texts_of(bare).await?,
            Vec::<String>::new(),
            "each is labelled"
        );
        page.run(
            "for (const image of document.images) image.loading = 'eager'",
            serde_json::json!([]),
        )
        .await?;
        page.until(
            "all pictures are there",
            "return [...document.images].every((i) => i.complete && i.naturalWidth > 0)",
        )
        .await
    })
}

/// The alternative texts of the illustrations, in German.
fn alternatives(value: &serde_json::Value, found: &mut Vec<String>) {
    let alt = &value["illustration"]["alt"];
    found.extend(alt["de"].as_str().or(alt.as_str()).map(plain));
    let fields = value
        .as_object()
        .into_iter()
        .flat_map(|fields| fields.values());
    let values = value.as_array().into_iter().flatten();
    for value in fields.chain(values) {
        alternatives(value, found);
    }
}

#[test]
fn works_in_any_folder() -> Outcome {
    crate::support::reader_at("/berichte/2024", async |page| {
        page.open("").await?;
        page.see("section[data-section=talks] [data-talk]").await?;
        page.open(&format!("?event={SAMPLE}")).await?;
        let broken = "return [...document.images].filter((i) => i.complete && i.naturalWidth === 0).map((i) => i.src)";
        assert_eq!(page.texts_of(broken).await?, Vec::<String>::new());
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
