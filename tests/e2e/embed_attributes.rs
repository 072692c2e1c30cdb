//! The attributes of the tag: at the start, changed later, left out.

use serde_json::json;

use crate::support::{
    Outcome,
    event::{SAMPLE, event, talk_from},
    host::{TAG, tag, visitor},
    site::Answer,
};

#[test]
fn attributes_work_at_the_start() -> Outcome {
    visitor(async |page, host| {
        let attributes = format!(
            r#"src="events/{SAMPLE}/event.json" lang="en" theme="dark" sections="talks" heading-level="4" chrome="none""#
        );
        host.show(page, &tag(&attributes)).await?;
        assert_eq!(page.told("ready").await?, [json!({ "id": SAMPLE })]);
        assert_eq!(
            page.inside("[root.lang, root.dataset.theme, root.dir]")
                .await?,
            json!(["en", "dark", "ltr"])
        );
        assert_eq!(
            page.inside(
                "[...root.querySelectorAll('[data-section]')].map((s) => s.dataset.section)"
            )
            .await?,
            json!(["talks"])
        );
        let headings: Vec<String> =
            serde_json::from_value(page.inside("probe.headings(root)").await?)?;
        assert_eq!(headings.iter().min().map(String::as_str), Some("h4"));
        assert_eq!(
            page.inside("root.querySelectorAll('.page-header, .page-footer, .contents').length")
                .await?,
            0
        );
        assert_eq!(
            page.inside("getComputedStyle(root).colorScheme").await?,
            "dark"
        );
        Ok(())
    })
}

#[test]
fn a_layout_for_lists_has_rows_that_open_in_place() -> Outcome {
    visitor(async |page, host| {
        host.show(
            page,
            &tag(r#"sections="talks" chrome="none" layout="list""#),
        )
        .await?;
        page.told("ready").await?;
        page.until_inside("root.querySelectorAll('.hit[data-talk]').length === 8")
            .await?;
        page.inside("root.querySelector('.hit__title a').click()")
            .await?;
        page.until_inside("root.querySelectorAll('.talk-card[data-talk]').length === 1 && root.querySelectorAll('.hit').length === 7").await?;
        Ok(())
    })
}

#[test]
fn attributes_work_when_they_change() -> Outcome {
    visitor(async |page, host| {
        host.show(page, TAG).await?;
        page.set("heading-level", Some("3")).await?;
        page.until_inside("root.dataset.nachlese === 'ready' && probe.headings(root)[0] === 'h3'")
            .await?;
        page.set("sections", Some("talks, quote")).await?;
        page.until_inside("root.dataset.nachlese === 'ready' && root.querySelectorAll('[data-section]').length > 0 && [...root.querySelectorAll('[data-section]')].every((s) => ['talks', 'quote'].includes(s.dataset.section))").await?;
        page.set("sections", None).await?;
        page.set("chrome", Some("none")).await?;
        page.until_inside("root.dataset.nachlese === 'ready' && root.querySelector('[data-section=people]') && !root.querySelector('.page-header')").await?;
        page.set(
            "src",
            Some(&format!("{}/events/{SAMPLE}/event.json", host.bundle)),
        )
        .await?;
        page.until_inside(
            "root.dataset.nachlese === 'ready' && root.textContent.includes('Beispielkonferenz')",
        )
        .await?;
        page.set("lang", Some("en-GB")).await?;
        page.until_inside("root.dataset.nachlese === 'ready' && root.lang === 'en'")
            .await?;
        for (theme, scheme) in [
            (Some("dark"), "dark"),
            (Some("light"), "light"),
            (Some("inherit"), "normal"),
            (None, "light"),
        ] {
            page.set("theme", theme).await?;
            page.until_inside(&format!(
                "getComputedStyle(root).colorScheme === {}",
                json!(scheme)
            ))
            .await?;
        }
        let sample = event(SAMPLE)?;
        let (talk, _) = talk_from(&sample, "youtube")?;
        page.set("talk", Some(talk)).await?;
        page.until_inside("root.dataset.nachlese === 'ready' && !root.querySelector('[data-section]') && root.querySelector('article article, .talk-page, [data-talk]')").await?;
        assert!(
            page.inside("root.querySelector('[data-consent=youtube]') !== null")
                .await?
                == true
        );
        page.set("consent", Some("vimeo, youtube")).await?;
        page.until_inside(
            "root.dataset.nachlese === 'ready' && !root.querySelector('.consent__text')",
        )
        .await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn says_what_the_event_does_not_have() -> Outcome {
    visitor(async |page, host| {
        let attributes = r#"sections="programme, talks" talk="nope" chrome="none" lang="en""#;
        host.show(page, &tag(attributes)).await?;
        page.until_inside(
            "['talk=nope (possible: ', 'sections=programme (possible: ', 'talks', 'quote'].every((part) => root.querySelector('.notices').textContent.includes(part))",
        )
        .await?;
        page.set("src", Some("https://[bad")).await?;
        page.embed_is("error").await?;
        assert_eq!(
            page.told("error").await?,
            [json!({ "code": "bad-address" })]
        );
        page.until_inside("root.querySelector('[role=alert]').dataset.code === 'bad-address'")
            .await
    })
}

#[test]
fn takes_the_language_of_the_host() -> Outcome {
    visitor(async |page, host| {
        for (lang, shown) in [("en-GB", "en"), ("de-AT", "de"), ("fr", "de")] {
            let body = format!(
                "<div lang=\"{lang}\">{}</div>",
                tag(&format!("src=\"events/{SAMPLE}/event.json\""))
            );
            host.show(page, &body).await?;
            assert_eq!(
                page.inside("root.lang").await?,
                shown,
                "in a part that is {lang}"
            );
        }
        Ok(())
    })
}

#[test]
fn takes_the_font_of_the_host_if_asked() -> Outcome {
    visitor(async |page, host| {
        let css = "body { font: italic 31px/3 'Host Serif', serif; } .own { --nachlese-font-text: monospace; }";
        host.site
            .serve("host.css", Answer::new(200, "text/css", css));
        let head = "<link rel=stylesheet href=host.css>";
        let fonts = "[...new Set([root, ...root.querySelectorAll('*')].map((e) => getComputedStyle(e).fontFamily))]";
        host.show(page, &format!("{head}{TAG}")).await?;
        let own = page.inside(fonts).await?;
        assert!(!own.to_string().contains("Host Serif"), "{own}");
        // The font and nothing else: neither its size nor its slope.
        let look = "[getComputedStyle(root).fontSize, getComputedStyle(root).fontStyle, root.getBoundingClientRect().width]";
        let before = page.inside(look).await?;
        page.set("font", Some("inherit")).await?;
        page.until_inside(&format!("{fonts}.join() === '\"Host Serif\", serif'"))
            .await?;
        assert_eq!(page.inside(look).await?, before);
        page.set("font", None).await?;
        page.until_inside(&format!(
            "JSON.stringify({fonts}) === {}",
            json!(own.to_string())
        ))
        .await?;
        assert_eq!(
            page.told("ready").await?.len(),
            1,
            "a look draws nothing anew"
        );
        Ok(())
    })
}
