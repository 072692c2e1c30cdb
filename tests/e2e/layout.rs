//! The page fits: narrow windows, large letters, other colours, paper.

use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, list},
    page::{Page, SEARCH},
    reader,
};

const OVERFLOW: &str = include_str!("support/probes/overflow.js");

async fn fits(page: &Page, state: &str) -> Outcome {
    assert_eq!(
        page.texts_of(OVERFLOW).await?,
        Vec::<String>::new(),
        "{state}"
    );
    Ok(())
}

#[test]
fn never_scrolls_sideways_from_320_px_up() -> Outcome {
    reader(async |page| {
        for path in [String::new(), format!("?event={SAMPLE}")] {
            page.open(&path).await?;
            for width in [320, 480, 768, 1024, 1920] {
                page.resize(width, 900).await?;
                fits(page, &format!("{path} at {width} px")).await?;
                if path.is_empty() {
                    page.screenshot(&format!("hearing-{width}")).await?;
                }
            }
        }
        page.resize(320, 800).await?;
        page.open("?lang=en").await?;
        fits(page, "English at 320 px").await?;
        page.fill(
            SEARCH,
            "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen",
        )
        .await?;
        page.see(".programme__empty").await?;
        fits(page, "no matches at 320 px").await
    })
}

#[test]
fn grows_with_the_readers_letters() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        let size = "return String(parseFloat(getComputedStyle(document.querySelector('[data-talk] p')).fontSize))";
        for width in [640, 1280] {
            page.resize(width, 900).await?;
            page.run("document.documentElement.style.fontSize = ''", json!([]))
                .await?;
            let before: f64 = page.text_of(size).await?.parse()?;
            // As the browser's own setting of the letters' size does.
            page.run(
                "document.documentElement.style.fontSize = '200%'",
                json!([]),
            )
            .await?;
            let after: f64 = page.text_of(size).await?.parse()?;
            // A wide page may set its text a step smaller once the letters make it a narrow one.
            let least = if width == 640 { 2.0 } else { 1.75 };
            assert!(
                after / before >= least,
                "at {width} px {before} px grow to {after} px"
            );
            fits(page, &format!("letters of 200 % at {width} px")).await?;
        }
        page.screenshot("letters-200").await
    })
}

#[test]
fn stands_more_space_between_letters_and_lines() -> Outcome {
    reader(async |page| {
        page.resize(320, 800).await?;
        page.open("").await?;
        // WCAG 1.4.12, set as a reader's own style sheet would.
        page.run(
            "for (const element of document.querySelectorAll('.page *')) {
                for (const [name, value] of [['line-height', '1.5'], ['letter-spacing', '0.12em'], ['word-spacing', '0.16em']])
                    element.style.setProperty(name, value, 'important');
            }",
            json!([]),
        )
        .await?;
        fits(page, "with wide text").await
    })
}

#[test]
fn prints_the_whole_article_without_controls() -> Outcome {
    reader(async |page| {
        let all = list(&event(HEARING)?, "talks").count();
        page.open("").await?;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        page.see("h1").await?;
        for control in [
            ".filter-bar",
            ".page-header__tools",
            ".skip-link",
            ".intro__actions button",
        ] {
            assert_eq!(page.count(control).await?, 0, "{control} on paper");
        }
        assert_eq!(page.talks().await?.len(), all);
        page.see(".page-footer__source").await?;
        page.screenshot("print").await?;
        let dark = "const [r, g, b] = getComputedStyle(document.body).backgroundColor.match(/[\\d.]+/g).map(Number);
            const alpha = getComputedStyle(document.body).backgroundColor.match(/, 0\\)$/); return !alpha && r + g + b < 600";
        assert!(!page.holds(dark).await?, "paper is white");
        Ok(())
    })
}

#[test]
fn nothing_moves_for_readers_who_ask_for_calm() -> Outcome {
    reader(async |page| {
        page.prefer("prefers-reduced-motion", "reduce").await?;
        page.open("").await?;
        let moving = "return [...document.querySelectorAll('*')].filter((e) => {
                const style = getComputedStyle(e);
                const lasts = (list) => list.split(',').some((time) => parseFloat(time) > 0.01);
                return lasts(style.transitionDuration) || (style.animationName !== 'none' && lasts(style.animationDuration)) || style.scrollBehavior === 'smooth';
            }).map((e) => `${e.nodeName}.${e.getAttribute('class')}`)";
        assert_eq!(page.texts_of(moving).await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn a_pressed_chip_is_told_apart_without_colours() -> Outcome {
    reader(async |page| {
        page.prefer("forced-colors", "active").await?;
        page.open("?kind=talk").await?;
        page.see("button[data-facet=kind][aria-pressed=true]")
            .await?;
        let looks = "const look = (pressed) => {
                const chip = document.querySelector(`button[data-facet=kind][aria-pressed=${pressed}]`);
                return ['', '::before', '::after'].map((part) => {
                    const style = getComputedStyle(chip, part || null);
                    return [style.content, style.borderWidth, style.borderStyle, style.fontWeight, style.textDecorationLine, style.backgroundColor, style.outlineStyle].join();
                }).join(' / ');
            };
            return [look(true), look(false)]";
        let looks = page.texts_of(looks).await?;
        assert_ne!(looks.first(), looks.get(1));
        page.screenshot("forced-colors").await
    })
}
