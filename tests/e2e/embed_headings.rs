//! Headings of an event in another page are as large as their level says, and look the same in all else.

use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::SAMPLE,
    host::{Host, tag},
    page::Page,
    reader,
    site::Answer,
};

/// All that makes the look of a heading, but its size.
const LOOK: &str = "[...root.querySelectorAll('h1, h2, h3, h4, h5, h6')].slice(0, 3).map((heading) => {
    const style = getComputedStyle(heading);
    const names = ['color', 'fontFamily', 'fontWeight', 'fontStyle', 'marginTop', 'marginLeft', 'textWrap', 'letterSpacing'];
    return names.map((name) => `${name}: ${style[name]}`).join('; ');
})";

async fn show(page: &Page, host: &Host, level: u8) -> Outcome {
    let css = "body { margin: 0; }";
    host.site
        .serve("host.css", Answer::new(200, "text/css", css));
    let head = format!("<link rel=stylesheet href=host.css>{}", host.script());
    let attributes =
        format!(r#"src="events/{SAMPLE}/event.json" sections="talks" heading-level={level}"#);
    host.open_at(page, "host.html", &head, &tag(&attributes))
        .await?;
    page.embed_is("ready").await
}

#[test]
fn headings_are_as_large_as_their_level() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        let mut first: Option<Value> = None;
        let mut sizes = Vec::new();
        for level in 2..=5 {
            show(page, &host, level).await?;
            let names = page.inside("probe.headings(root).slice(0, 2)").await?;
            assert_eq!(
                names,
                json!([format!("h{level}"), format!("h{}", level + 1)])
            );
            let look = page.inside(LOOK).await?;
            assert_eq!(look.as_array().map(Vec::len), Some(3));
            let first = first.get_or_insert_with(|| look.clone());
            assert_eq!(&look, first, "level {level}");
            let size =
                "parseFloat(getComputedStyle(root.querySelector('.section__heading')).fontSize)";
            sizes.push(page.inside(size).await?.as_f64().unwrap_or_default());
        }
        assert!(
            sizes.is_sorted_by(|larger, size| larger > size),
            "{sizes:?}"
        );
        Ok(())
    })
}
