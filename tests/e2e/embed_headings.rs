//! Headings of an event in another page look the same at every level, and as they do on the page.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::{Value, json};

use crate::support::{
    Failure, Outcome,
    event::SAMPLE,
    host::{Host, tag},
    page::Page,
    picture::unlike,
    reader,
    site::Answer,
};

/// All that makes the look of a heading.
const LOOK: &str = "[...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].slice(0, 3).map((heading) => {
    const style = getComputedStyle(heading);
    const names = ['color', 'fontFamily', 'fontWeight', 'fontSize', 'fontStyle', 'lineHeight', 'marginTop', 'marginBottom', 'marginLeft', 'textWrap', 'letterSpacing'];
    return names.map((name) => `${name}: ${style[name]}`).join('; ');
})";

async fn show(page: &Page, host: &Host, level: Option<u8>) -> Outcome {
    let css = "body { margin: 0; }";
    host.site
        .serve("host.css", Answer::new(200, "text/css", css));
    let head = format!("<link rel=stylesheet href=host.css>{}", host.script());
    let level = level.map_or(String::new(), |level| format!("heading-level={level}"));
    let attributes = format!(r#"src="events/{SAMPLE}/event.json" sections="talks" {level}"#);
    host.open_at(page, "host.html", &head, &tag(&attributes))
        .await?;
    page.embed_is("ready").await
}

#[test]
fn headings_look_the_same_at_every_level() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        let mut first: Option<Value> = None;
        for level in 2..=5 {
            show(page, &host, Some(level)).await?;
            let names = page.inside("probe.headings(root).slice(0, 2)").await?;
            assert_eq!(
                names,
                json!([format!("h{level}"), format!("h{}", level + 1)])
            );
            let look = page.inside(LOOK).await?;
            assert_eq!(look.as_array().map(Vec::len), Some(3));
            let first = first.get_or_insert_with(|| look.clone());
            assert_eq!(&look, first, "level {level}");
        }
        Ok(())
    })
}

/// The picture of a heading with what is beside it, as much as is in any window.
async fn picture(page: &Page, place: &Value) -> Outcome<Vec<u8>> {
    let clip =
        json!({ "x": place[0], "y": place[1], "width": 400, "height": place[2], "scale": 1 });
    let params = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
    let answer = page.devtools("Page.captureScreenshot", params).await?;
    let data = answer["data"]
        .as_str()
        .ok_or_else(|| Failure::new("no picture"))?;
    Ok(BASE64_STANDARD.decode(data)?)
}

#[test]
fn the_default_level_looks_as_on_the_page() -> Outcome {
    reader(async |page| {
        let places = "[root.querySelector('.section__heading'), root.querySelector('.talk-card__title')].map((heading) => {
            const box = heading.getBoundingClientRect();
            return [Math.round(box.x + scrollX), Math.round(box.y + scrollY), Math.round(box.height)];
        })";
        page.resize(1280, 900).await?;
        page.open(&format!("?event={SAMPLE}")).await?;
        let script = format!(
            "const root = document.querySelector('[data-section=talks]'); return document.fonts.ready.then(() => {places})"
        );
        let mut pictures = Vec::new();
        for place in page
            .run(&script, json!([]))
            .await?
            .as_array()
            .into_iter()
            .flatten()
        {
            pictures.push(picture(page, place).await?);
        }
        let host = Host::start(page).await?;
        show(page, &host, None).await?;
        let there = page
            .inside(&format!("document.fonts.ready.then(() => {places})"))
            .await?;
        for (place, own) in there.as_array().into_iter().flatten().zip(pictures) {
            assert_eq!(unlike(&own, &picture(page, place).await?)?, 0);
        }
        Ok(())
    })
}
