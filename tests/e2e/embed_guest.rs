//! A good guest: an event looks like a part of the page around it, and paints nothing outside of itself.

use serde_json::json;

use crate::support::{
    Outcome,
    event::SAMPLE,
    host::{Host, tag, visitor},
    page::Page,
    picture::is_one_colour_outside,
    site::Answer,
};

/// A host's page in its own style, with the tag in a box.
async fn show(page: &Page, host: &Host, css: &str, attributes: &str) -> Outcome {
    host.site
        .serve("host.css", Answer::new(200, "text/css", css));
    let body = format!(
        "<link rel=stylesheet href=host.css><div id=box>{}</div>",
        tag(attributes)
    );
    host.show(page, &body).await
}

#[test]
fn nothing_is_painted_outside_of_the_element() -> Outcome {
    visitor(async |page, host| {
        for (width, height) in [(1280, 900), (390, 844)] {
            page.resize(width, height).await?;
            let css = "body { background: #fc0; margin: 0; padding: 40px 90px; }";
            show(page, host, css, "").await?;
            for script in [
                "scrollTo(0, 0)",
                "scrollTo(0, document.documentElement.scrollHeight)",
            ] {
                page.run(script, json!([])).await?;
                let picture = page.browser().client.screenshot().await?;
                let edges = page
                    .inside("(({ left, right }) => [left, right])(element.getBoundingClientRect())")
                    .await?;
                let edge = |at: usize| edges[at].as_f64().unwrap_or_default();
                let outside = is_one_colour_outside(&picture, edge(0), edge(1), [255, 204, 0])?;
                assert_eq!(outside, None, "{width} px, {script}");
            }
        }
        Ok(())
    })
}

#[test]
fn is_as_light_or_dark_as_what_is_behind_it() -> Outcome {
    visitor(async |page, host| {
        let scheme = "getComputedStyle(root).colorScheme";
        // A system that is dark makes no navy block in a white page.
        page.prefer("prefers-color-scheme", "dark").await?;
        for (css, expected) in [
            ("", "light"),
            ("body { background: #fff; }", "light"),
            ("html { background: #111; } body { color: #eee; }", "dark"),
            ("#box { background: oklch(20% 0.05 250); }", "dark"),
            (
                "body { background: #000; } #box { background: #fdfdfd; }",
                "light",
            ),
            ("html { color-scheme: dark; }", "dark"),
            ("html { color-scheme: light dark; }", "dark"),
            (
                "body { background: #0000 linear-gradient(#123, #012); color: white; }",
                "dark",
            ),
            ("body { color: red; }", "light"),
        ] {
            show(page, host, css, "").await?;
            assert_eq!(page.inside(scheme).await?, expected, "{css}");
        }
        // Hosts change: a class on the page, and back.
        show(page, host, ".night { background: #111; color: #eee; }", "").await?;
        for (class, expected) in [("night", "dark"), ("", "light")] {
            page.run("document.body.className = arguments[0]", json!([class]))
                .await?;
            page.until_inside(&format!("{scheme} === '{expected}'"))
                .await?;
        }
        show(page, host, "", "theme=auto").await?;
        assert_eq!(page.inside("root.dataset.theme").await?, "auto");
        Ok(())
    })
}

#[test]
fn a_frame_is_as_light_or_dark_as_the_page_that_sizes_it() -> Outcome {
    visitor(async |page, host| {
        page.prefer("prefers-color-scheme", "dark").await?;
        host.site.set_policy(&format!(
            "{}; frame-src {}",
            host.policy()
                .split("; frame-src")
                .next()
                .unwrap_or_default(),
            host.bundle
        ));
        for (css, dark) in [
            ("", false),
            ("body { background: #111; color: #eee; }", true),
        ] {
            host.site
                .serve("host.css", Answer::new(200, "text/css", css));
            let head = format!("<link rel=stylesheet href=host.css>{}", host.helper());
            host.open_at(
                page,
                "host.html",
                &head,
                &host.frame("sections=talks", "id=f"),
            )
            .await?;
            let frame = page
                .browser()
                .client
                .find(fantoccini::Locator::Css("iframe"))
                .await?;
            frame.enter_frame().await?;
            let script = format!(
                "const root = document.querySelector('nachlese-event').shadowRoot?.querySelector('.nachlese'); return root?.dataset.nachlese === 'ready' && (root.dataset.theme === 'dark') === {dark}"
            );
            page.until(&format!("the frame is dark: {dark}"), &script)
                .await?;
            page.browser().client.clone().enter_parent_frame().await?;
        }
        Ok(())
    })
}

#[test]
fn takes_the_margin_and_the_size_of_text_of_the_host() -> Outcome {
    visitor(async |page, host| {
        page.resize(900, 900).await?;
        let edge = "root.querySelector('.section').getBoundingClientRect().left - root.getBoundingClientRect().left";
        let size = "getComputedStyle(root.querySelector('.talk-card, .programme')).fontSize";
        for (css, gutter, text) in [
            ("body { margin: 0; }", 20, "16px"),
            ("body { margin: 0; } #box { padding: 24px; }", 0, "16px"),
            (
                "body { margin: 40px; } #box { background: #eee; }",
                20,
                "16px",
            ),
            // On another ground the event is seen as a box, and no text touches its edge.
            ("body { background: #fff4d0; margin: 40px; }", 20, "16px"),
            ("body { background: #fdfdfd; margin: 40px; }", 0, "16px"),
            (
                "body { margin: 40px; } nachlese-event { --nachlese-canvas: transparent; } #box { background: #fff4d0; padding: 24px; }",
                0,
                "16px",
            ),
            ("body { margin: 40px; font-size: 14.5px; }", 0, "14.5px"),
            ("body { margin: 40px; font-size: 9px; }", 0, "14px"),
            ("body { margin: 40px; font-size: 40px; }", 0, "22px"),
            (
                "body { margin: 40px; } #box { --nachlese-gutter: 8px; --nachlese-font-size: 15px; }",
                8,
                "15px",
            ),
        ] {
            show(page, host, css, "chrome=none sections=talks").await?;
            assert_eq!(page.inside(size).await?, text, "{css}");
            let gap = page.inside(edge).await?.as_f64().unwrap_or_default();
            assert!((gap - f64::from(gutter)).abs() < 1.0, "{gap} px: {css}");
        }
        Ok(())
    })
}

#[test]
fn a_bar_of_the_host_covers_nothing_that_is_led_to() -> Outcome {
    visitor(async |page, host| {
        page.resize(900, 700).await?;
        let css = "body { margin: 0; } #bar { background: #ddd; height: 90px; position: sticky; top: 0; z-index: 9; }";
        host.site
            .serve("host.css", Answer::new(200, "text/css", css));
        let source = format!("src=\"events/{SAMPLE}/event.json\"");
        let body = format!(
            "<link rel=stylesheet href=host.css><p>Vorspann</p><div id=bar>Leiste</div>{}",
            tag(&source)
        );
        host.show(page, &body).await?;
        let last = "[...root.querySelectorAll('[data-talk][id]')].at(-3)";
        page.inside(&format!("element.address = '#' + {last}.id"))
            .await?;
        page.until_inside(&format!(
            "(({{ top }}) => top >= 90 && top < 200)({last}.getBoundingClientRect())"
        ))
        .await
    })
}

#[test]
fn is_read_in_a_column_of_200_pixels() -> Outcome {
    visitor(async |page, host| {
        page.resize(1280, 900).await?;
        show(page, host, "#box { inline-size: 200px; }", "").await?;
        let outside = "[...root.querySelectorAll('*')].filter((e) => e.checkVisibility() && !e.closest('.visually-hidden, svg') && e.getBoundingClientRect().right > root.getBoundingClientRect().right + 1).map((e) => e.className)";
        assert_eq!(page.inside(outside).await?, json!([]));
        Ok(())
    })
}
