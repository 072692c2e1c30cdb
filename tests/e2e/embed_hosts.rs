//! Hosts that style everything: the event looks in them as on a plain page of the same width, ground and size of text,
//! pixel by pixel.

mod zoom;

use std::fs;

use fantoccini::Locator;
use serde_json::{Value, json};

use crate::support::{
    Outcome, SCREENSHOTS,
    event::SAMPLE,
    framework::file_of,
    host::{Host, TAG, visitor},
    page::Page,
    picture::difference,
    reader,
    site::Answer,
};

/// What a host does to a page.
#[derive(Clone, Copy)]
struct Hostile<'a> {
    name: &'static str,
    doctype: &'static str,
    html: &'static str,
    css: &'a str,
    /// What it adds to the policy that docs/embedding.md asks for; without one it sends none at all.
    policy: Option<&'static str>,
    /// The attributes of the tag.
    attributes: &'static str,
    /// What a plain page has that it is like, if it is not quite plain: a style, or attributes of the tag.
    like: (&'static str, &'static str),
}

impl Hostile<'_> {
    /// The plain page that it must look like.
    fn plain(self) -> Self {
        let (css, attributes) = self.like;
        Hostile {
            css,
            attributes,
            ..PLAIN
        }
    }

    const fn as_with(self, css: &'static str) -> Self {
        Hostile {
            like: (css, ""),
            ..self
        }
    }

    const fn as_dark(self) -> Self {
        Hostile {
            like: ("", "theme=dark"),
            ..self
        }
    }
}

/// A page that does nothing to anybody.
const PLAIN: Hostile<'_> = Hostile {
    name: "plain",
    doctype: "<!doctype html>",
    html: "",
    css: "",
    policy: None,
    attributes: "",
    like: ("", ""),
};

const STRICT: Hostile<'_> = Hostile {
    name: "strict policy",
    policy: Some(""),
    ..PLAIN
};

const fn styled<'a>(name: &'static str, css: &'a str) -> Hostile<'a> {
    Hostile {
        name,
        css,
        ..STRICT
    }
}

const HOSTS: [Hostile<'_>; 12] = [
    STRICT,
    Hostile {
        name: "trusted types",
        policy: Some("; require-trusted-types-for 'script'; trusted-types 'none'"),
        ..PLAIN
    },
    styled("revert", "* { all: revert; font-size: 7px !important; box-sizing: content-box; }").as_with("body { font-size: 14px; }"),
    styled("small rem", "html { font-size: 62.5%; } body { font-size: 1.6rem; }"),
    styled(
        "large text",
        "body { font: italic 700 31px/2.5 serif; color: red; letter-spacing: 0.2em; word-spacing: 1em; text-align: center; text-transform: uppercase; white-space: pre; }",
    )
    .as_with("body { font-size: 22px; }"),
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
    styled("dark", "html { background: #000; color: #fff; color-scheme: dark; }").as_dark(),
    Hostile {
        name: "right to left",
        html: "dir=rtl",
        ..STRICT
    },
    Hostile {
        name: "quirks mode",
        doctype: "",
        ..STRICT
    },
    styled("vertical writing", "body { writing-mode: vertical-rl; } #box { writing-mode: horizontal-tb; }"),
    styled("a row", "#box { display: flex; justify-content: center; align-items: flex-start; }"),
];

/// Opens the host's page with the element in a box of a width, at the left top.
async fn show(page: &Page, host: &Host, hostile: Hostile<'_>, width: u32) -> Outcome {
    let policy = hostile.policy.map(|more| host.policy() + more);
    host.site.set_policy(&policy.unwrap_or_default());
    let css = format!(
        "body {{ margin: 0; }} {} #box {{ inline-size: {width}px; }}",
        hostile.css
    );
    host.site
        .serve("host.css", Answer::new(200, "text/css", css));
    let html = format!(
        "{}<html lang=de {}><head><title>Intranet</title><link rel=stylesheet href=host.css>{}</head><body><div id=box>\
         <nachlese-event src=\"events/{SAMPLE}/event.json\" sections=\"talks\" {}></nachlese-event></div></body></html>",
        hostile.doctype,
        hostile.html,
        host.script(),
        hostile.attributes
    );
    host.site.serve("host.html", Answer::html(200, &html));
    // Where no policy forbids it, the browser asks for one.
    host.site
        .serve("favicon.ico", Answer::new(200, "image/svg+xml", "<svg/>"));
    page.go_to(&host.site.url("host.html")).await?;
    page.embed_is("ready").await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    Ok(())
}

async fn picture(page: &Page, host: &Host, hostile: Hostile<'_>, width: u32) -> Outcome<Vec<u8>> {
    show(page, host, hostile, width).await?;
    let element = page
        .browser()
        .client
        .find(Locator::Css("nachlese-event"))
        .await?;
    Ok(element.screenshot().await?)
}

/// Looks at each host, and names those in which the event looks different.
async fn compare(page: &Page, width: u32) -> Outcome<Vec<String>> {
    let bootstrap = file_of("bootstrap", "dist/css/bootstrap.css")?;
    let mut hosts = HOSTS.to_vec();
    hosts.push(styled("bootstrap 5", &bootstrap));
    hosts.push(Hostile {
        name: "bootstrap 5, dark",
        html: "data-bs-theme=dark",
        ..styled("", &bootstrap).as_dark()
    });
    let host = Host::start(page).await?;
    page.resize(1280, 2400).await?;
    let height = "root.getBoundingClientRect().height";
    fs::create_dir_all(SCREENSHOTS)?;
    let mut different = Vec::new();
    let mut plain = (None, Vec::new(), Value::Null);
    hosts.sort_by_key(|host| host.like);
    for hostile in hosts {
        if plain.0 != Some(hostile.like) {
            let picture = picture(page, &host, hostile.plain(), width).await?;
            plain = (Some(hostile.like), picture, page.inside(height).await?);
        }
        let there = picture(page, &host, hostile, width).await?;
        let how = match page.inside(height).await? {
            same if same == plain.2 => difference(&plain.1, &there)?,
            other => Some(format!("{other} px high instead of {}", plain.2)),
        };
        if let Some(how) = how {
            for (name, picture) in [(hostile.name, &there), ("plain", &plain.1)] {
                let file = format!("{SCREENSHOTS}/embed-{name}-{width}.png");
                fs::write(file, picture)?;
            }
            different.push(format!("{}: {how}", hostile.name));
        }
    }
    Ok(different)
}

#[test]
fn looks_the_same_in_every_host() -> Outcome {
    reader(async |page| {
        assert_eq!(compare(page, 700).await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn looks_the_same_in_a_narrow_column_of_every_host() -> Outcome {
    reader(async |page| {
        assert_eq!(compare(page, 280).await?, Vec::<String>::new());
        let outside = "[...root.querySelectorAll('*')].filter((e) => e.checkVisibility() && !e.closest('.visually-hidden') && e.getBoundingClientRect().right > root.getBoundingClientRect().right + 1).map((e) => e.className)";
        assert_eq!(page.inside(outside).await?, json!([]));
        Ok(())
    })
}

#[test]
fn can_be_read_in_boxes_as_wide_as_what_is_in_them() -> Outcome {
    visitor(async |page, host| {
        page.resize(800, 800).await?;
        for style in [
            "float: left",
            "display: inline-block",
            "display: table-cell",
            "inline-size: fit-content",
        ] {
            let body = format!("<div id=\"box\">{TAG}</div>");
            host.show(page, &body).await?;
            page.run(
                "document.querySelector('#box').style = arguments[0]",
                json!([style]),
            )
            .await?;
            page.until_inside("root.clientWidth >= 240").await?;
        }
        // And no wider than a narrow column lets them.
        page.run(
            "document.querySelector('#box').style = 'display: flex; inline-size: 200px'",
            json!([]),
        )
        .await?;
        page.until_inside("root.clientWidth === 200").await
    })
}

#[test]
fn looks_the_same_with_a_polluted_prototype() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        page.resize(1280, 2400).await?;
        let plain = picture(page, &host, PLAIN, 700).await?;
        page.before_each_page(
            "Object.prototype.extend = function () { return this; }; Object.prototype.disabled = true; Object.prototype.media = 'print';
             Array.prototype.last = function () { return this[this.length - 1]; }; Function.prototype.delay = function () {};",
        )
        .await?;
        let there = picture(page, &host, HOSTS[1], 700).await?;
        assert_eq!(difference(&plain, &there)?, None);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
