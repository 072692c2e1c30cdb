//! Hosts that style everything: the event looks in them as on a plain page of the same width, pixel by pixel.

use std::{fs, io::Cursor};

use fantoccini::Locator;
use serde_json::json;

use crate::support::{
    Failure, Outcome, event::SAMPLE, host::Host, page::Page, reader, site::Answer,
};

/// What a host does to a page.
#[derive(Clone, Copy)]
struct Hostile {
    name: &'static str,
    doctype: &'static str,
    html: &'static str,
    css: &'static str,
}

const PLAIN: Hostile = Hostile {
    name: "plain",
    doctype: "<!doctype html>",
    html: "",
    css: "",
};

const fn styled(name: &'static str, css: &'static str) -> Hostile {
    Hostile { name, css, ..PLAIN }
}

const HOSTS: [Hostile; 10] = [
    styled("revert", "* { all: revert; font-size: 7px !important; box-sizing: content-box; }"),
    styled("small rem", "html { font-size: 62.5%; } body { font-size: 1.6rem; }"),
    styled(
        "large text",
        "body { font: italic 700 31px/2.5 serif; color: red; letter-spacing: 0.2em; word-spacing: 1em; text-align: center; text-transform: uppercase; white-space: pre; }",
    ),
    styled(
        "important everywhere",
        "*, ::before, ::after { border-radius: 9px !important; color: red !important; line-height: 3 !important; text-shadow: 1px 1px lime !important; font-family: serif !important; }
         h1, h2, h3, h4, p, li, a, button, input, img, div { margin: 11px !important; padding: 5px !important; background: yellow !important; border: 2px solid !important; }
         #box, #box > * { margin: 0 !important; padding: 0 !important; border: 0 !important; background: none !important; border-radius: 0 !important; }",
    ),
    styled(
        "reset of a framework",
        "*, ::after, ::before { box-sizing: border-box; } body { margin: 0; font-family: system-ui; font-size: 1rem; line-height: 1.5; color: #212529; -webkit-text-size-adjust: 100%; }
         h1, h2 { margin-top: 0; margin-bottom: .5rem; font-weight: 500 !important; } a { color: #0d6efd !important; } [type=button], button { -webkit-appearance: button; } .page { display: none !important; } .section { float: left !important; width: 50% !important; }
         img, svg { vertical-align: middle; } label { display: inline-block; } .button { position: fixed !important; }",
    ),
    styled("dark", "html { background: #000; color: #fff; color-scheme: dark; }"),
    Hostile {
        name: "right to left",
        html: "dir=rtl",
        ..PLAIN
    },
    Hostile {
        name: "quirks mode",
        doctype: "",
        ..PLAIN
    },
    styled("vertical writing", "body { writing-mode: vertical-rl; } #box { writing-mode: horizontal-tb; }"),
    styled("a row", "#box { display: flex; justify-content: center; align-items: flex-start; }"),
];

async fn picture(page: &Page, host: &Host, hostile: Hostile, width: u32) -> Outcome<Vec<u8>> {
    let css = format!(
        "body {{ margin: 0; }} {} #box {{ inline-size: {width}px; }}",
        hostile.css
    );
    host.site
        .serve("host.css", Answer::new(200, "text/css", css));
    let html = format!(
        "{}<html lang=de {}><head><title>Intranet</title><link rel=stylesheet href=host.css>{}</head><body><div id=box>\
         <nachlese-event src=\"events/{SAMPLE}/event.json\" sections=\"talks\"></nachlese-event></div></body></html>",
        hostile.doctype,
        hostile.html,
        host.script()
    );
    host.site.serve("host.html", Answer::html(200, &html));
    page.go_to(&host.site.url("host.html")).await?;
    page.embed_is("ready").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let element = page
        .browser()
        .client
        .find(Locator::Css("nachlese-event"))
        .await?;
    Ok(element.screenshot().await?)
}

/// Width, height and pixels.
fn pixels(picture: &[u8]) -> Outcome<(u32, u32, Vec<u8>)> {
    let mut reader = png::Decoder::new(Cursor::new(picture)).read_info()?;
    let size = reader
        .output_buffer_size()
        .ok_or_else(|| Failure::new("too large"))?;
    let mut bytes = vec![0; size];
    let info = reader.next_frame(&mut bytes)?;
    bytes.truncate(info.buffer_size());
    Ok((info.width, info.height, bytes))
}

/// Says how two pictures differ; nothing if they do not.
fn difference(one: &[u8], other: &[u8]) -> Outcome<Option<String>> {
    let (one, other) = (pixels(one)?, pixels(other)?);
    if one.0 != other.0 {
        return Ok(Some(format!("{} px wide instead of {}", other.0, one.0)));
    }
    // In quirks mode the driver's picture does not end where the window does: what both show counts.
    let rows = one.2.iter().zip(&other.2);
    let count = rows.filter(|(a, b)| a != b).count();
    Ok((count > 0).then(|| format!("{count} of {} values differ", one.2.len())))
}

/// Looks at each host, and names those in which the event looks different.
async fn compare(page: &Page, width: u32, hosts: &[Hostile]) -> Outcome<Vec<String>> {
    let host = Host::start(page).await?;
    page.resize(1280, 2400).await?;
    let plain = picture(page, &host, PLAIN, width).await?;
    let height = "root.getBoundingClientRect().height";
    let plain_height = page.inside(height).await?;
    fs::create_dir_all("target/screenshots")?;
    fs::write(
        format!("target/screenshots/embed-plain-{width}.png"),
        &plain,
    )?;
    let mut different = Vec::new();
    for hostile in hosts {
        let there = picture(page, &host, *hostile, width).await?;
        let how = match page.inside(height).await? {
            same if same == plain_height => difference(&plain, &there)?,
            other => Some(format!("{other} px high instead of {plain_height}")),
        };
        if let Some(how) = how {
            fs::write(
                format!("target/screenshots/embed-{}-{width}.png", hostile.name),
                &there,
            )?;
            different.push(format!("{}: {how}", hostile.name));
        }
    }
    Ok(different)
}

#[test]
fn looks_the_same_in_every_host() -> Outcome {
    reader(async |page| {
        assert_eq!(compare(page, 700, &HOSTS).await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn looks_the_same_in_a_narrow_column_of_every_host() -> Outcome {
    reader(async |page| {
        assert_eq!(compare(page, 280, &HOSTS).await?, Vec::<String>::new());
        let outside = "[...root.querySelectorAll('*')].filter((e) => e.checkVisibility() && !e.closest('.visually-hidden') && e.getBoundingClientRect().right > root.getBoundingClientRect().right + 1).map((e) => e.className)";
        assert_eq!(page.inside(outside).await?, json!([]));
        Ok(())
    })
}

#[test]
fn stands_trusted_types_and_a_polluted_prototype() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        page.resize(1280, 2400).await?;
        let plain = picture(page, &host, PLAIN, 700).await?;
        host.site
            .add_to_policy("; require-trusted-types-for 'script'; trusted-types 'none'");
        page.before_each_page(
            "Object.prototype.extend = function () { return this; }; Object.prototype.disabled = true; Object.prototype.media = 'print';
             Array.prototype.last = function () { return this[this.length - 1]; }; Function.prototype.delay = function () {};",
        )
        .await?;
        let there = picture(page, &host, PLAIN, 700).await?;
        assert_eq!(difference(&plain, &there)?, None);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn fits_in_a_zoomed_host() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        page.resize(1280, 2400).await?;
        for zoom in ["0.8", "2"] {
            let css: &'static str = if zoom == "2" {
                "html { zoom: 2; }"
            } else {
                "body { zoom: 0.8; }"
            };
            picture(page, &host, styled("zoom", css), 280).await?;
            let is_inside = "[...root.querySelectorAll('*')].every((e) => !e.checkVisibility() || e.closest('.visually-hidden') || e.getBoundingClientRect().right <= root.getBoundingClientRect().right + 1)";
            assert_eq!(page.inside(is_inside).await?, true, "{zoom}");
        }
        Ok(())
    })
}
