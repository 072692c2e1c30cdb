//! What webmasters are given: the dialog that makes the tag, and the page that says what is missing.

use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE},
    host::{Host, visitor},
    page::Page,
    reader,
};

async fn field(page: &Page, name: &str) -> Outcome<String> {
    page.text_of(&format!(
        "return document.querySelector('#embed-{name}').value"
    ))
    .await
}

#[test]
fn the_dialog_makes_a_tag_that_works() -> Outcome {
    visitor(async |page, host| {
        page.open("").await?;
        page.click("[data-embed]").await?;
        page.see("dialog.embed[open]").await?;
        tokio::time::sleep(std::time::Duration::from_millis(400)).await;
        page.is_accessible("with the dialog").await?;
        page.screenshot("embed-dialog").await?;
        let plain = field(page, "tag").await?;
        assert!(
            plain.contains("/embed.js\"") && !plain.contains("sections="),
            "{plain}"
        );
        page.run("const dialog = document.querySelector('dialog.embed'); const boxes = [...dialog.querySelectorAll('fieldset input')];
            const box = boxes.find((box) => document.getElementById(box.value).dataset.section === 'talks'); box.click();
            for (const [name, value] of [['theme', 'dark'], ['level', '3']]) { const select = dialog.querySelector(`[name=${name}]`); select.value = value; select.dispatchEvent(new Event('input', { bubbles: true })); }", json!([])).await?;
        let tag = field(page, "tag").await?;
        let frame = field(page, "frame").await?;
        let csp = field(page, "csp").await?;
        assert!(
            frame.contains("embed.html?theme=dark&amp;sections="),
            "{frame}"
        );
        assert!(field(page, "oembed").await?.ends_with("/oembed.json"));
        page.click("[data-copy=csp]").await?;
        page.until(
            "something is said",
            "return document.querySelector('dialog.embed [role=status]').textContent !== ''",
        )
        .await?;
        page.press(fantoccini::key::Key::Escape).await?;
        page.until("the dialog is gone, and the focus back", "return !document.querySelector('dialog') && document.activeElement.matches('[data-embed]')").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        // The tag, under the very policy that the dialog names.
        host.site.set_policy(&format!("default-src 'none'; {csp}"));
        host.open_at(page, "host.html", "", &tag).await?;
        page.embed_is("ready").await?;
        assert_eq!(page.inside("[root.dataset.theme, probe.headings(root)[0], root.querySelectorAll('[data-section]').length]").await?, json!(["dark", "h3", 1]));
        assert_eq!(page.told("ready").await?, [json!({ "id": HEARING })]);
        Ok(())
    })
}

#[test]
fn the_dialog_names_another_event_and_no_embed_offers_it() -> Outcome {
    visitor(async |page, host| {
        page.open(&format!("?event={SAMPLE}&lang=en")).await?;
        page.click("[data-embed]").await?;
        page.see("dialog.embed[open]").await?;
        let tag = field(page, "tag").await?;
        assert!(
            tag.contains(&format!("events/{SAMPLE}/event.json\"")),
            "{tag}"
        );
        host.open_at(page, "host.html", "", &tag).await?;
        page.embed_is("ready").await?;
        assert_eq!(page.told("ready").await?, [json!({ "id": SAMPLE })]);
        assert_eq!(
            page.inside("root.querySelector('[data-embed]')").await?,
            json!(null)
        );
        Ok(())
    })
}

/// The report's lines by name: whether each is well.
async fn report(page: &Page) -> Outcome<serde_json::Map<String, serde_json::Value>> {
    page.until(
        "the check is done",
        "return document.querySelector('[data-failed]') !== null",
    )
    .await?;
    let lines = page.run("return Object.fromEntries([...document.querySelectorAll('[data-check]')].map((line) => [line.dataset.check, line.dataset.well]))", json!([])).await?;
    Ok(lines.as_object().cloned().unwrap_or_default())
}

#[test]
fn the_check_finds_nothing_wrong_with_the_bundle_itself() -> Outcome {
    reader(async |page| {
        page.site.send_generated_headers()?;
        // The bundle's own policy has the sample event's server too.
        page.site.add_to_policy(" https://video.example.org");
        for lang in ["de", "en"] {
            page.go(&format!("embed-check.html?lang={lang}")).await?;
            let lines = report(page).await?;
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
        // A relative target is no web address.
        assert!(report(page).await?.contains_key("script-src"));
        page.go("embed-check.html?lang=en&target=/intranet.html")
            .await?;
        let lines = report(page).await?;
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
    report(page).await
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
