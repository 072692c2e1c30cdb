//! What webmasters are given: the dialog that makes the tag, and shows at once what it makes.

use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, list},
    host::visitor,
    page::Page,
    reader,
};

async fn field(page: &Page, name: &str) -> Outcome<String> {
    page.text_of(&format!(
        "return document.querySelector('#embed-{name}').value"
    ))
    .await
}

async fn open(page: &Page, path: &str) -> Outcome {
    page.open(path).await?;
    page.click("[data-embed]").await?;
    page.see("dialog.embed[open]").await
}

/// Chooses in the fields of the dialog, by their names or ids.
async fn choose(page: &Page, values: serde_json::Value) -> Outcome {
    let script = "for (const [name, value] of Object.entries(arguments[0])) {
            const field = document.querySelector(`dialog.embed [name=${name}], #embed-${name}`);
            if (field.type === 'checkbox') field.checked = value; else field.value = value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
        }";
    page.run(script, json!([values])).await.map(drop)
}

/// Ticks the sections of a type.
async fn only(page: &Page, kind: &str) -> Outcome {
    let script = "[...document.querySelectorAll('dialog.embed fieldset input')]
        .filter((box) => document.getElementById(box.value).dataset.section === arguments[0]).forEach((box) => box.click())";
    page.run(script, json!([kind])).await.map(drop)
}

/// Waits until an expression about `root` (the event's block in the preview) and `box` holds.
async fn preview_is(page: &Page, expression: &str) -> Outcome {
    let script = format!(
        "const box = document.querySelector('.embed__box'), root = box?.querySelector('nachlese-event')?.shadowRoot?.querySelector('.nachlese');
        return root?.dataset.nachlese === 'ready' && !!({expression})"
    );
    page.until(expression, &script).await
}

#[test]
fn the_dialog_makes_a_tag_that_works() -> Outcome {
    visitor(async |page, host| {
        open(page, "").await?;
        let plain = field(page, "tag").await?;
        assert!(
            plain.contains("/embed.js\"") && plain.contains("<nachlese-event><a href="),
            "{plain}"
        );
        only(page, "talks").await?;
        choose(
            page,
            json!({ "theme": "dark", "level": "3", "font": "inherit" }),
        )
        .await?;
        let tag = field(page, "tag").await?;
        let csp = field(page, "csp").await?;
        page.click("[data-copy=csp]").await?;
        page.until(
            "something is said",
            "return document.querySelector('dialog.embed .embed__actions [role=status]').textContent !== ''",
        )
        .await?;
        page.press(fantoccini::key::Key::Escape).await?;
        page.until("the dialog is gone, and the focus back", "return !document.querySelector('dialog, nachlese-event') && document.activeElement.matches('[data-embed]')").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        // The tag, under the very policy that the dialog names.
        host.site.set_policy(&format!("default-src 'none'; {csp}"));
        host.open_at(page, "host.html", "", &tag).await?;
        page.embed_is("ready").await?;
        assert_eq!(page.inside("[root.dataset.theme, root.dataset.font, probe.headings(root)[0], root.querySelectorAll('[data-section]').length]").await?, json!(["dark", "inherit", "h3", 1]));
        assert_eq!(page.told("ready").await?, [json!({ "id": HEARING })]);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn the_dialog_makes_a_frame_that_works() -> Outcome {
    visitor(async |page, host| {
        open(page, &format!("?event={SAMPLE}&lang=en")).await?;
        only(page, "talks").await?;
        choose(
            page,
            json!({ "theme": "light", "coloured": true, "accent": "#8c1d18", "height": "420" }),
        )
        .await?;
        let frame = field(page, "frame").await?;
        let csp = field(page, "framecsp").await?;
        assert!(
            frame.contains(&format!(
                "embed.html?event={SAMPLE}&amp;theme=light&amp;sections="
            )),
            "{frame}"
        );
        // Without the helper the height is the chosen one.
        let (alone, _) = frame.split_once('\n').unwrap_or_default();
        host.site.set_policy(&format!("default-src 'none'; {csp}"));
        for (tag, is_alone) in [(alone, true), (&frame, false)] {
            host.open_at(page, "host.html", "", tag).await?;
            let client = &page.browser().client;
            client.enter_frame(0).await?;
            page.until("the frame is coloured", "const root = document.querySelector('nachlese-event')?.shadowRoot?.querySelector('[data-nachlese=ready]'); return !!root && getComputedStyle(root.querySelector('a, .talk-card__topic')).color === 'rgb(140, 29, 24)'").await?;
            client.enter_parent_frame().await?;
            page.until(
                "the frame is as high as it should be",
                &format!(
                    "return (document.querySelector('iframe').clientHeight === 420) === {is_alone}"
                ),
            )
            .await?;
            assert_eq!(page.complaints().await?, Vec::<String>::new());
        }
        Ok(())
    })
}

#[test]
fn the_preview_shows_what_the_tag_will() -> Outcome {
    reader(async |page| {
        open(page, "?q=ethik").await?;
        let before = page
            .text_of("return location.href + history.length")
            .await?;
        let all = list(&event(HEARING)?, "talks").count();
        preview_is(page, &format!("root.lang === 'de' && root.querySelector('.page-header') && root.querySelectorAll('[data-talk]').length === {all}")).await?;
        let programs = page
            .site
            .requests()
            .into_iter()
            .filter(|path| path.ends_with("_bg.wasm"));
        assert_eq!(programs.count(), 1, "the page's own program shows it");
        only(page, "talks").await?;
        choose(page, json!({ "theme": "dark", "language": "", "coloured": true, "accent": "#8c1d18", "height": "300" })).await?;
        page.run("const [chrome] = [...document.querySelectorAll('dialog.embed label')].filter((label) => label.textContent.includes('Kopf und Fuß')); chrome.click()", json!([])).await?;
        preview_is(page, "root.dataset.theme === 'dark' && !root.querySelector('.page-header') && [...root.querySelectorAll('[data-section]')].map((s) => s.dataset.section).join() === 'talks'").await?;
        preview_is(
            page,
            "Math.abs(box.getBoundingClientRect().height - 300) < 2",
        )
        .await?;
        let css = field(page, "css").await?;
        assert!(
            css.contains("--nachlese-accent: light-dark(#8c1d18"),
            "{css}"
        );
        preview_is(page, "root.getRootNode().host.style.getPropertyValue('--nachlese-accent').includes('#8c1d18')").await?;
        choose(page, json!({ "accent": "#ffe400" })).await?;
        page.until("a colour that is too light is named", "return document.querySelector('.embed__choices [role=status]').textContent.includes('1,1')").await?;
        choose(page, json!({ "height": "" })).await?;
        assert!(field(page, "frame").await?.contains("height=\"800\""));
        assert_eq!(
            page.text_of("return location.href + history.length")
                .await?,
            before
        );
        // Folded up or closed, nothing of it goes on.
        page.run(
            "document.querySelector('.embed__preview').open = false",
            json!([]),
        )
        .await?;
        page.until(
            "the preview has gone",
            "return !document.querySelector('nachlese-event')",
        )
        .await?;
        page.run(
            "document.querySelector('.embed__preview').open = true",
            json!([]),
        )
        .await?;
        preview_is(page, "true").await?;
        page.run("window.preview = document.querySelector('nachlese-event'); document.querySelector('dialog.embed').close()", json!([])).await?;
        page.until("it is unmounted", "return !document.querySelector('nachlese-event') && !preview.shadowRoot.querySelector('.nachlese')").await?;
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn the_dialog_is_accessible_on_every_screen() -> Outcome {
    reader(async |page| {
        for (width, scheme) in [(1280, "light"), (1280, "dark"), (320, "light")] {
            page.prefer("prefers-color-scheme", scheme).await?;
            page.resize(width, 900).await?;
            open(page, "").await?;
            choose(page, json!({ "coloured": true })).await?;
            let is_shown = page
                .holds("return document.querySelector('.embed__preview').open")
                .await?;
            assert_eq!(is_shown, width > 320, "a phone shows the preview on demand");
            page.run(
                "document.querySelector('.embed__preview').open = true",
                json!([]),
            )
            .await?;
            preview_is(page, "true").await?;
            tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            page.is_accessible(&format!("with the dialog, {width} px, {scheme}"))
                .await?;
            page.screenshot(&format!("embed-dialog-{width}-{scheme}"))
                .await?;
            let is_wide = page.holds("const dialog = document.querySelector('dialog.embed'); return dialog.scrollWidth > dialog.clientWidth || document.documentElement.scrollWidth > innerWidth").await?;
            assert!(!is_wide, "{width} px");
        }
        // The way of the Tab key leads past the preview, to what is to be copied, and never into it.
        page.run(
            "document.querySelector('.embed__preview summary').focus()",
            json!([]),
        )
        .await?;
        let mut names = Vec::new();
        for _ in 0..3 {
            page.press(fantoccini::key::Key::Tab).await?;
            names.push(page.text_of("const { activeElement } = document; return activeElement.id || activeElement.dataset.copy || activeElement.className").await?);
        }
        assert_eq!(names, ["embed__box", "embed-tag", "tag"]);
        Ok(())
    })
}

#[test]
fn the_dialog_names_the_event_and_the_talk_of_its_page() -> Outcome {
    visitor(async |page, host| {
        let talk = list(&event(HEARING)?, "talks")
            .next()
            .map(|talk| talk["id"].as_str().unwrap_or_default().to_owned())
            .unwrap_or_default();
        let talk_page = format!("talk/{talk}/");
        for (path, id, oembed) in [
            (format!("?event={SAMPLE}&lang=en"), SAMPLE, None),
            (
                format!("events/{SAMPLE}/"),
                SAMPLE,
                Some(format!("events/{SAMPLE}/oembed.json")),
            ),
            (
                talk_page.clone(),
                HEARING,
                Some(format!("{talk_page}oembed.json")),
            ),
            (String::new(), HEARING, Some("/oembed.json".to_owned())),
        ] {
            open(page, &path).await?;
            let named = page
                .run(
                    "return document.querySelector('#embed-oembed')?.value ?? null",
                    json!([]),
                )
                .await?;
            assert_eq!(named.is_null(), oembed.is_none(), "{path}: {named}");
            assert!(
                oembed.is_none_or(|end| named.as_str().is_some_and(|named| named.ends_with(&end))),
                "{path}: {named}"
            );
            let tag = field(page, "tag").await?;
            assert_eq!(tag.contains("talk="), path == talk_page, "{tag}");
            host.open_at(page, "host.html", "", &tag).await?;
            page.embed_is("ready").await?;
            assert_eq!(page.told("ready").await?, [json!({ "id": id })], "{path}");
            assert_eq!(
                page.inside("root.querySelector('[data-embed]')").await?,
                json!(null)
            );
        }
        Ok(())
    })
}
