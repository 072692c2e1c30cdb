//! From the search field to the hits: by key, past the filters, and in place.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::SAMPLE,
    page::{Page, SEARCH},
    reader,
};

const FIRST: &str = ".programme__list > li:first-child .heading a";

/// Where in the window an element's upper edge is.
async fn top(page: &Page, selector: &str) -> Outcome<f64> {
    let script = "return document.querySelector(arguments[0]).getBoundingClientRect().top";
    let top = page.run(script, json!([selector])).await?;
    Ok(top.as_f64().unwrap_or(f64::NAN))
}

#[test]
fn enter_leads_to_the_first_hit_or_to_a_way_out() -> Outcome {
    reader(async |page| {
        for width in [1280, 390] {
            page.resize(width, 800).await?;
            page.open(&format!("?event={SAMPLE}")).await?;
            page.fill(SEARCH, "Daten").await?;
            page.see(".hit mark").await?;
            page.press(Key::Enter).await?;
            page.has_focus(FIRST).await?;
            page.fill(SEARCH, "Quastenflosser").await?;
            page.see(".programme__empty").await?;
            page.press(Key::Enter).await?;
            page.has_focus(".programme__empty button").await?;
            page.open(&format!("?event={SAMPLE}&view=timetable"))
                .await?;
            page.fill(SEARCH, "Daten").await?;
            page.until(
                "fewer talks are shown",
                "return /von/.test(document.querySelector('.programme__status').textContent)",
            )
            .await?;
            page.press(Key::Enter).await?;
            page.has_focus(".timetable [data-talk] > a").await?;
        }
        Ok(())
    })
}

#[test]
fn after_the_field_a_button_leads_past_the_filters() -> Outcome {
    reader(async |page| {
        for (width, height) in [(1280, 800), (390, 844), (320, 256)] {
            page.resize(width, height).await?;
            page.open(&format!("?event={SAMPLE}&q=Daten")).await?;
            page.see(".hit").await?;
            let bar = page.text_of("return String(document.querySelector('.filter-bar').getBoundingClientRect().height)").await?;
            page.run(
                "document.querySelector('input[type=search]').focus()",
                json!([]),
            )
            .await?;
            page.press(Key::Tab).await?;
            page.has_focus(".filter-bar__skip").await?;
            let seen = "const { left, top, width, height } = document.activeElement.getBoundingClientRect();
                return document.elementFromPoint(left + width / 2, top + height / 2) === document.activeElement";
            page.until("it is seen", seen).await?;
            let now = page.text_of("return String(document.querySelector('.filter-bar').getBoundingClientRect().height)").await?;
            assert_eq!(now, bar, "the bar keeps its height");
            page.press(Key::Enter).await?;
            page.has_focus(FIRST).await?;
        }
        Ok(())
    })
}

#[test]
fn a_row_opens_where_it_was() -> Outcome {
    reader(async |page| {
        for (width, at) in [(1280, 3), (390, 2)] {
            page.resize(width, 800).await?;
            page.open(&format!("?event={SAMPLE}&q=Daten")).await?;
            let row = format!(".hit:nth-child({at})");
            page.until(
                "the hits are in view",
                "return document.querySelector('.hit')?.getBoundingClientRect().bottom < innerHeight && scrollY > 0",
            )
            .await?;
            let before = top(page, &format!("{row} .heading")).await?;
            let script = "return document.querySelector(arguments[0]).dataset.talk";
            let talk = page.run(script, json!([row])).await?;
            let card = format!("article[data-talk='{}']", talk.as_str().unwrap());
            page.click(&format!("{row} .heading a")).await?;
            page.has_focus(&card).await?;
            // Whatever moves it late has moved it by then.
            page.run(
                "return new Promise((done) => setTimeout(done, 300))",
                json!([]),
            )
            .await?;
            let after = top(page, &format!("{card} .heading")).await?;
            assert!(
                (after - before).abs() <= 2.0,
                "at {width}: from {before} to {after}"
            );
        }
        Ok(())
    })
}

/// What has the focus in the filters: whether it is there, its name, and what covers it.
const COVERED: &str = "
    const own = document.activeElement;
    if (!own.closest('.facets')) return null;
    const { left, right, top, bottom } = own.getBoundingClientRect();
    const points = [[left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2]];
    const covered = points.filter(([x, y]) => {
        const above = document.elementFromPoint(x, y);
        return !above || !(own.contains(above) || above.contains(own)) || y < 0 || y > innerHeight;
    });
    return [own.textContent.slice(0, 30), covered.length]";

#[test]
fn in_the_sheet_of_filters_nothing_that_has_the_focus_is_covered() -> Outcome {
    reader(async |page| {
        for (width, height) in [(390, 844), (320, 256), (390, 500)] {
            page.resize(width, height).await?;
            page.open(&format!("?event={SAMPLE}")).await?;
            // The bar is not at the top yet.
            page.run("scrollTo({ top: document.querySelector('.programme').getBoundingClientRect().top + scrollY - innerHeight / 2, behavior: 'instant' })", json!([])).await?;
            page.click(".filter-bar__toggle").await?;
            page.until("the sheet ends with the window", "const { top, bottom } = document.querySelector('.facets__panel').getBoundingClientRect(); return top > 0 && bottom < innerHeight + 2").await?;
            if height > 480 {
                page.until("the button at its end is in view", "return document.querySelector('.facets__done').getBoundingClientRect().bottom <= innerHeight").await?;
                let below = "const { left, bottom } = document.querySelector('.facets__done').getBoundingClientRect();
                    return document.elementFromPoint(left + 4, bottom + 4)?.matches('.facets__end, .facets__panel') === true";
                page.until("nothing shows through below it", below).await?;
            }
            let (mut stops, mut covered) = (0, Vec::new());
            loop {
                page.press(Key::Tab).await?;
                let focused = page.run(COVERED, json!([])).await?;
                let Value::Array(focused) = focused else {
                    break;
                };
                stops += 1;
                if focused[1] != 0 {
                    covered.push(focused);
                }
                assert!(stops < 100, "the way has an end");
            }
            assert!(
                stops > 20 && covered.is_empty(),
                "at {width}x{height}, of {stops}: {covered:?}"
            );
        }
        Ok(())
    })
}

/// The contrast of the placeholder, and how much of it is cut off.
const PLACEHOLDER: &str = "
    const field = document.querySelector(arguments[0]);
    const style = getComputedStyle(field, '::placeholder');
    const light = (color) => {
        const [r, g, b] = color.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const [a, b] = [light(style.color), light(getComputedStyle(field).backgroundColor)].sort((a, b) => b - a);
    const pen = document.createElement('canvas').getContext('2d');
    pen.font = `${style.fontSize} ${style.fontFamily}`;
    const own = getComputedStyle(field);
    const room = field.clientWidth - parseFloat(own.paddingLeft) - parseFloat(own.paddingRight);
    return [(a + 0.05) / (b + 0.05) * style.opacity, pen.measureText(field.placeholder).width - room]";

#[test]
fn what_a_field_says_while_it_is_empty_is_read_easily_and_whole() -> Outcome {
    reader(async |page| {
        for (width, path, field) in [
            (1280, "", SEARCH),
            (390, "", SEARCH),
            (390, "talk/podium/", SEARCH),
        ] {
            page.resize(width, 844).await?;
            for theme in ["light", "dark"] {
                page.open(path).await?;
                let set = "document.querySelectorAll('[data-theme]').forEach((own) => { own.dataset.theme = arguments[0] })";
                page.run(set, json!([theme])).await?;
                let [contrast, cut]: [f64; 2] =
                    serde_json::from_value(page.run(PLACEHOLDER, json!([field])).await?)?;
                assert!(contrast >= 4.5, "{path} {theme}: {contrast}");
                assert!(cut <= 0.0, "{path} at {width}: {cut} px are cut off");
            }
        }
        Ok(())
    })
}

#[test]
fn every_hit_shows_why_it_was_found() -> Outcome {
    reader(async |page| {
        let sample = format!("?event={SAMPLE}&q=");
        for path in [
            "?q=eth",
            "?q=ethi",
            "?q=drohne",
            &format!("{sample}Karten"),
            &format!("{sample}Schatten"),
        ] {
            page.open(path).await?;
            page.see(".hit").await?;
            let bare = page.texts_of("return [...document.querySelectorAll('.hit')].filter((row) => !row.querySelector('mark')?.checkVisibility()).map((row) => row.textContent)").await?;
            assert!(bare.is_empty(), "{path}: {bare:?}");
        }
        Ok(())
    })
}

#[test]
fn what_is_near_is_told_wherever_it_is_shown() -> Outcome {
    reader(async |page| {
        for (path, shown) in [
            ("?q=Lämle", "‚Lämmle‘"),
            ("?q=Dornhiem", "‚Dornheim‘"),
            ("?q=Vortag", "‚Vortrag‘"),
            ("?q=Pannel", "‚panel‘"),
        ] {
            page.open(path).await?;
            page.see(".hit mark, .hit").await?;
            let told = page
                .text_of("return document.querySelector('.programme__instead').textContent")
                .await?;
            assert!(told.contains(shown), "{path}: {told}");
        }
        // Nothing is made up where nothing is near.
        page.open(&format!("?event={SAMPLE}&q=wasser")).await?;
        page.see(".programme__empty").await
    })
}
