//! One tag in somebody else's page: what its attributes, events and parts promise.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, field, list, talk_from},
    host::{TAG, tag, visitor},
};

#[test]
fn shows_the_event_on_another_origin_under_a_strict_policy() -> Outcome {
    visitor(async |page, host| {
        host.show(page, TAG).await?;
        let all = list(&event(HEARING)?, "talks").count();
        assert_eq!(
            page.inside("root.querySelectorAll('[data-talk]').length")
                .await?,
            all
        );
        let title = page.inside("root.querySelector('h2').textContent").await?;
        let own = field(&event(HEARING)?["title"], "de").to_owned();
        assert_eq!(title.as_str(), Some(own.as_str()));
        assert_eq!(page.told("ready").await?, [json!({ "id": HEARING })]);
        // Its look is there, and its drawings: the policy has let both in.
        assert_eq!(
            page.inside("getComputedStyle(root).display").await?,
            "block"
        );
        page.until_inside("[...root.querySelectorAll('img')].some((img) => img.naturalWidth > 0)")
            .await?;
        let foreign = page.foreign_requests().await?;
        let others = [host.site.origin(), host.bundle.as_str()];
        assert!(
            foreign
                .iter()
                .all(|url| others.iter().any(|own| url.starts_with(own))),
            "{foreign:?}"
        );
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        // Nothing of the host has changed.
        assert!(page.holds("return document.title === 'Intranet' && document.documentElement.lang === 'de' && location.search === '' && localStorage.length === 0").await?);
        Ok(())
    })
}

#[test]
fn tells_the_host_of_players_and_consent() -> Outcome {
    visitor(async |page, host| {
        let sample = event(SAMPLE)?;
        let (talk, _) = talk_from(&sample, "youtube")?;
        host.show(
            page,
            &tag(&format!(
                "src=\"events/{SAMPLE}/event.json\" talk=\"{talk}\""
            )),
        )
        .await?;
        page.inside("root.querySelector('[data-consent=youtube] button').click()")
            .await?;
        page.until_inside("!!root.querySelector('iframe')").await?;
        assert_eq!(page.told("play").await?, [json!({ "talk": talk })]);
        assert_eq!(
            page.told("consent").await?,
            [json!({ "provider": "youtube" })]
        );
        assert!(
            page.holds("return probe.told.every(([, , isOpen, id]) => isOpen && id === 'a')")
                .await?,
            "events leave every shadow root"
        );
        Ok(())
    })
}

#[test]
fn the_fallback_stays_until_the_event_is_there_and_if_it_never_is() -> Outcome {
    visitor(async |page, host| {
        let is_seen = "document.querySelector('#a > a').checkVisibility()";
        page.site.serve(
            "events/none/event.json",
            crate::support::site::Answer::html(404, "none"),
        );
        host.open(page, &tag(r#"src="events/none/event.json""#))
            .await?;
        page.embed_is("error").await?;
        assert_eq!(page.inside(is_seen).await?, true);
        assert_eq!(page.told("error").await?, [json!({ "code": "not-found" })]);
        page.set("src", None).await?;
        page.embed_is("ready").await?;
        assert_eq!(page.inside(is_seen).await?, false);
        page.set("src", Some("events/none/event.json")).await?;
        page.embed_is("error").await?;
        page.until_inside(is_seen).await?;
        // Where the host admits no WebAssembly, the link stays and the element says why.
        host.site.set_policy(&format!(
            "default-src 'none'; style-src 'self'; script-src {0}; connect-src {0}",
            host.bundle
        ));
        host.open(page, TAG).await?;
        page.embed_is("error").await?;
        assert_eq!(page.inside(is_seen).await?, true);
        assert_eq!(page.told("error").await?, [json!({ "code": "no-wasm" })]);
        assert_eq!(
            page.inside("root.querySelector('[role=alert]').textContent.includes('WebAssembly')")
                .await?,
            true
        );
        Ok(())
    })
}

#[test]
fn brings_no_landmark_and_no_heading_above_its_level() -> Outcome {
    visitor(async |page, host| {
        host.show(page, &format!("<main><h1>Intranet</h1>{TAG}</main>"))
            .await?;
        let landmarks = "[...root.querySelectorAll('main, [role=main], [role=banner], [role=contentinfo]')].length + [...root.querySelectorAll('header, footer')].filter((e) => !e.closest('article, section, aside, nav')).length";
        assert_eq!(page.inside(landmarks).await?, 0);
        let headings: Vec<String> =
            serde_json::from_value(page.inside("probe.headings(root)").await?)?;
        assert!(
            !headings.iter().any(|heading| heading == "h1"),
            "{headings:?}"
        );
        assert_eq!(
            headings.iter().filter(|heading| *heading == "h2").count(),
            1
        );
        for scheme in ["light", "dark"] {
            page.prefer("prefers-color-scheme", scheme).await?;
            // Links change their colour over 0.15 s.
            tokio::time::sleep(std::time::Duration::from_millis(400)).await;
            page.is_accessible(&format!("of a host, {scheme}")).await?;
        }
        Ok(())
    })
}

#[test]
fn parts_and_properties_change_the_look() -> Outcome {
    visitor(async |page, host| {
        let css = "nachlese-event { --nachlese-accent: rgb(1, 2, 3); --nachlese-canvas: rgb(250, 240, 230); --nachlese-font-text: monospace; }
            nachlese-event::part(talk-card) { border-radius: 13px; } nachlese-event::part(base) { padding: 7px; }
            nachlese-event::part(filter-bar), nachlese-event::part(talk-list), nachlese-event::part(section) { outline: 1px solid rgb(9, 9, 9); }";
        host.site.serve(
            "host.css",
            crate::support::site::Answer::new(200, "text/css", css),
        );
        host.show(page, &format!("<link rel=stylesheet href=host.css>{TAG}"))
            .await?;
        let looks = "[getComputedStyle(root).backgroundColor, getComputedStyle(root).padding, getComputedStyle(root.querySelector('.intro__summary')).fontFamily,
            getComputedStyle(root.querySelector('.talk-card')).borderRadius, getComputedStyle(root.querySelector('.intro__tagline')).color,
            ...['filter-bar', 'talk-list', 'section'].map((part) => getComputedStyle(root.querySelector(`[part=${part}]`)).outlineColor)]";
        page.until_inside(&format!("{looks}[0] === 'rgb(250, 240, 230)'"))
            .await?;
        let dark = "rgb(9, 9, 9)";
        assert_eq!(
            page.inside(looks).await?,
            json!([
                "rgb(250, 240, 230)",
                "7px",
                "monospace",
                "13px",
                "rgb(1, 2, 3)",
                dark,
                dark,
                dark
            ])
        );
        Ok(())
    })
}

#[test]
fn the_keyboard_reaches_everything() -> Outcome {
    visitor(async |page, host| {
        host.show(
            page,
            &format!(
                "<button id=before>davor</button>{}",
                tag("sections=\"talks\" chrome=\"none\"")
            ),
        )
        .await?;
        page.run("document.querySelector('#before').focus()", json!([]))
            .await?;
        let mut names = Vec::new();
        for _ in 0..4 {
            page.press(Key::Tab).await?;
            names.push(
                page.inside("element.shadowRoot.activeElement?.localName")
                    .await?,
            );
        }
        assert!(names.contains(&json!("input")), "{names:?}");
        page.inside("root.querySelector('input[type=search]').focus()")
            .await?;
        for letter in "panel".chars() {
            page.press_char(letter).await?;
        }
        page.until_inside("root.querySelector('input[type=search]').value === 'panel'")
            .await?;
        let all = list(&event(HEARING)?, "talks").count();
        page.until_inside(&format!(
            "root.querySelectorAll('[data-talk]').length < {all}"
        ))
        .await?;
        Ok(())
    })
}

#[test]
fn links_within_the_event_leave_the_hosts_address_alone() -> Outcome {
    visitor(async |page, host| {
        host.show(page, TAG).await?;
        let hearing = event(HEARING)?;
        let section = list(&hearing, "sections")
            .last()
            .map(|section| field(section, "id").to_owned())
            .unwrap_or_default();
        page.run("const root = probe.elements()[0].shadowRoot; const a = root.querySelector('.contents a:last-of-type'); window.wanted = a.hash.slice(1); a.click()", json!([])).await?;
        page.until_inside(
            "root.querySelector(`[id='${wanted}']`) === element.shadowRoot.activeElement",
        )
        .await?;
        assert_eq!(
            page.text_of("return location.hash + location.search")
                .await?,
            "",
            "{section}"
        );
        let told: Vec<Value> = page.told("address").await?;
        assert_eq!(told.len(), 1, "{told:?}");
        Ok(())
    })
}

#[test]
fn contents_open_over_the_text_and_close_when_a_section_is_chosen() -> Outcome {
    visitor(async |page, host| {
        page.resize(1280, 900).await?;
        host.show(page, TAG).await?;
        let is_open = "root.querySelector('.contents__details').open";
        let place = "root.querySelector('.page__sections').getBoundingClientRect().top";
        assert_eq!(page.inside(is_open).await?, false);
        let before = page.inside(place).await?;
        page.inside("root.querySelector('.contents summary').click()")
            .await?;
        page.until_inside(is_open).await?;
        assert_eq!(page.inside(place).await?, before, "nothing moves");
        page.inside("root.querySelector('.contents a').click()")
            .await?;
        page.until_inside(&format!("!{is_open}")).await
    })
}
