//! What webmasters are given when an event does not appear: the page that says what is missing.

use serde_json::json;

use crate::support::{
    Outcome,
    host::{Host, visitor},
    page::Page,
    reader,
};

#[test]
fn the_check_finds_nothing_wrong_with_the_bundle_itself() -> Outcome {
    reader(async |page| {
        page.site.send_generated_headers()?;
        // The bundle's own policy has the sample event's server too.
        page.site.add_to_policy(" https://video.example.org");
        for lang in ["de", "en"] {
            page.go(&format!("embed-check.html?lang={lang}")).await?;
            let lines = page.report().await?;
            let bad: Vec<_> = lines.iter().filter(|(_, well)| *well == "false").collect();
            assert!(bad.is_empty(), "{bad:?}");
            assert!(
                lines.contains_key("frame-src https://player.vimeo.com"),
                "{lines:?}"
            );
            page.is_accessible(&format!("that checks, {lang}")).await?;
        }
        page.screenshot("embed-check").await?;
        let text = page
            .text_of("return document.querySelector('textarea').value")
            .await?;
        assert!(
            text.contains("[ok] WebAssembly") && text.contains(" ms"),
            "{text}"
        );
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn the_check_names_the_header_lines_that_are_missing() -> Outcome {
    reader(async |page| {
        // No CORS headers, and a page whose policy admits next to nothing.
        page.site.serve("intranet.html", crate::support::site::Answer::html(200,
            "<!doctype html><meta http-equiv=Content-Security-Policy content=\"default-src 'none'; script-src 'self'\"><meta name=referrer content=no-referrer><title>x</title>"));
        page.go("embed-check.html?lang=en&target=intranet.html")
            .await?;
        for target in ["intranet.html", "javascript:alert(1)", "https://[bad"] {
            page.go("embed-check.html?lang=en").await?;
            page.run(
                "location.search = new URLSearchParams({ lang: 'en', target: arguments[0] })",
                json!([target]),
            )
            .await?;
            page.until(
                "it is asked for",
                "return location.search.includes('target')",
            )
            .await?;
            let lines = page.report().await?;
            assert_eq!(
                lines.get("Your page"),
                Some(&json!("false")),
                "{target}: {lines:?}"
            );
        }
        page.run("const field = document.querySelector('form input'); field.value = '/intranet.html'; field.form.requestSubmit()", json!([])).await?;
        page.until(
            "another page is checked",
            "return location.search === '?lang=en&target=%2Fintranet.html'",
        )
        .await?;
        let lines = page.report().await?;
        for name in [
            "script-src",
            "connect-src",
            "frame-src https://player.vimeo.com",
            "Referrer-Policy",
            "event.json CORS",
        ] {
            assert_eq!(
                lines.get(name).and_then(|well| well.as_str()),
                Some("false"),
                "{name}: {lines:?}"
            );
        }
        let text = page
            .text_of("return document.querySelector('textarea').value")
            .await?;
        for line in [
            "Content-Security-Policy: script-src 'self' 'wasm-unsafe-eval'",
            "Content-Security-Policy: frame-src https://player.vimeo.com",
            "Access-Control-Allow-Origin: *",
            "Referrer-Policy: strict-origin-when-cross-origin",
        ] {
            assert!(text.contains(line), "{line} in {text}");
        }
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        // An error page says nothing about the page that is meant.
        page.go("embed-check.html?lang=en&target=/nowhere.html")
            .await?;
        let lines = page.report().await?;
        assert_eq!(
            lines.get("The page").and_then(|well| well.as_str()),
            Some("false"),
            "{lines:?}"
        );
        Ok(())
    })
}

async fn check_within(
    page: &Page,
    host: &Host,
) -> Outcome<serde_json::Map<String, serde_json::Value>> {
    let script = host.script().replace("embed.js", "embed-check.js");
    host.open_at(
        page,
        "host.html",
        "",
        &format!("<div id=check></div>{script}"),
    )
    .await?;
    page.report().await
}

#[test]
fn the_check_works_within_a_host() -> Outcome {
    visitor(async |page, host| {
        // The host lets its pages read themselves, so that its own headers can be judged.
        host.site.add_to_policy(&format!(
            " https://player.vimeo.com; connect-src 'self' {}",
            host.bundle
        ));
        let lines = check_within(page, host).await?;
        assert_eq!(
            lines.get("WebAssembly").and_then(|well| well.as_str()),
            Some("true"),
            "{lines:?}"
        );
        let policy = format!(
            "default-src 'none'; script-src {0}; connect-src {0}",
            host.bundle
        );
        host.site.set_policy(&policy);
        let lines = check_within(page, host).await?;
        assert_eq!(
            lines.get("WebAssembly").and_then(|well| well.as_str()),
            Some("false"),
            "{lines:?}"
        );
        // The page cannot read itself: nobody is asked unless somebody presses the button.
        assert_eq!(
            lines
                .get("frame-src https://player.vimeo.com")
                .and_then(|well| well.as_str()),
            Some("null"),
            "{lines:?}"
        );
        let foreign = page.foreign_requests().await?;
        assert!(
            foreign
                .iter()
                .all(|url| url.starts_with(host.site.origin())),
            "{foreign:?}"
        );
        page.run("[...document.querySelectorAll('[data-check^=frame-src] button')].find((b) => b.textContent.includes('vimeo')).click()", json!([])).await?;
        page.until("the refusal is seen", "return document.querySelector(\"[data-check='frame-src https://player.vimeo.com']\")?.dataset.well === 'false'").await?;
        let foreign = page.foreign_requests().await?;
        assert!(
            !foreign.iter().any(|url| url.contains("vimeo")),
            "{foreign:?}"
        );
        Ok(())
    })
}
