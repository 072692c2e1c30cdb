//! A talk, or a second of it, is sent to somebody.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::{
    Outcome,
    event::{SAMPLE, event, talk_from},
    host::{Host, tag},
    page::{Page, SEARCH},
    reader,
};

async fn link(page: &Page) -> Outcome<String> {
    page.text_of("return document.querySelector('.share input').value")
        .await
}

/// Puts the focus on a talk's button and presses it with the keyboard.
async fn press_share(page: &Page, talk: &str) -> Outcome {
    let button = format!("[data-talk='{talk}'] [data-share]");
    let script = "document.querySelector(arguments[0]).focus()";
    page.run(script, json!([button])).await?;
    page.press(Key::Enter).await
}

#[test]
fn the_panel_is_used_by_keyboard_alone() -> Outcome {
    reader(async |page| {
        let event = event(SAMPLE)?;
        let (talk, _) = talk_from(&event, "file")?;
        let (from, whole) = (
            format!("#{talk}@0:05"),
            page.site.url(&format!("?event={SAMPLE}#{talk}")),
        );
        page.open(&format!("?event={SAMPLE}{from}")).await?;
        press_share(page, talk).await?;
        page.until(
            "the link has the focus",
            "return document.activeElement.matches('.share input')",
        )
        .await?;
        assert_eq!(link(page).await?, format!("{whole}@0:05"));
        page.see(".share svg[role=img] path").await?;
        page.is_accessible("with a link to share").await?;
        page.screenshot("share").await?;
        let dark = page
            .text_of("return document.querySelector('.share path').getAttribute('d')")
            .await?;
        // The box beside „ab 0:05“.
        page.press(Key::Tab).await?;
        page.press_char(' ').await?;
        assert_eq!(link(page).await?, whole);
        let is_new =
            format!("return document.querySelector('.share path').getAttribute('d') !== {dark:?}");
        page.until("the code is another", &is_new).await?;
        page.press(Key::Escape).await?;
        page.miss(".share").await?;
        page.has_focus(&format!("[data-talk='{talk}'] [data-share]"))
            .await?;
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn the_panel_has_room_on_a_phone() -> Outcome {
    reader(async |page| {
        page.resize(360, 800).await?;
        for (path, what) in [("", "card"), ("?q=ethik", "row"), ("talk/ethik/", "page")] {
            page.open(path).await?;
            page.click("[data-talk] [data-share]").await?;
            page.see(".share svg[role=img] path").await?;
            let fits = "const { left, right } = document.querySelector('.share').getBoundingClientRect();
                const code = document.querySelector('.share__code').getBoundingClientRect();
                return document.documentElement.scrollWidth <= innerWidth && scrollX === 0
                    && left >= 0 && right <= innerWidth && right - left > 290 && code.right <= right";
            assert!(page.holds(fits).await?, "{what}");
        }
        Ok(())
    })
}

#[test]
fn leads_to_the_talks_own_page() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        let id = page
            .text_of("return document.querySelector('[data-talk]').dataset.talk")
            .await?;
        press_share(page, &id).await?;
        page.see(".share").await?;
        let own = page.site.url(&format!("talk/{id}/"));
        assert_eq!(link(page).await?, own);
        page.open(&format!("talk/{id}/")).await?;
        press_share(page, &id).await?;
        page.see(".share").await?;
        assert_eq!(link(page).await?, own);
        Ok(())
    })
}

#[test]
fn a_row_is_shared_until_it_shows_another_talk() -> Outcome {
    reader(async |page| {
        page.open("?q=ethik").await?;
        page.see(".hit[data-talk=ethik]").await?;
        press_share(page, "ethik").await?;
        page.see(".hit[data-talk=ethik] > .share[aria-label^='Teilen: Ethik']")
            .await?;
        assert_eq!(link(page).await?, page.site.url("talk/ethik/"));
        page.is_accessible("with a row to share").await?;
        page.screenshot("share-row").await?;
        page.fill(SEARCH, "film").await?;
        page.see(".hit[data-talk=film-muenchen-2050]").await?;
        page.miss(".share").await
    })
}

#[test]
fn the_systems_own_sheet_comes_first() -> Outcome {
    reader(async |page| {
        page.before_each_page(
            "navigator.canShare = () => true; navigator.share = async (data) => { globalThis.shared = data; };",
        )
        .await?;
        page.open(&format!("?event={SAMPLE}")).await?;
        let id = page
            .text_of("return document.querySelector('[data-talk]').dataset.talk")
            .await?;
        press_share(page, &id).await?;
        page.until(
            "the sheet has the link",
            "return globalThis.shared?.title.length > 3",
        )
        .await?;
        let sent = page.text_of("return globalThis.shared.url").await?;
        assert_eq!(sent, page.site.url(&format!("?event={SAMPLE}#{id}")));
        assert_eq!(page.count(".share").await?, 0);
        Ok(())
    })
}

#[test]
fn from_an_embed_the_link_leads_to_the_event_or_the_hosts_page() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        let source = format!("src=\"events/{SAMPLE}/event.json\"");
        for attribute in ["", "url-sync"] {
            host.show(page, &tag(&format!("{source} {attribute}")))
                .await?;
            let id = page
                .inside("root.querySelector('[data-talk]').dataset.talk")
                .await?;
            let id = id.as_str().unwrap_or_default().to_owned();
            page.inside("root.querySelector('[data-share]').click()")
                .await?;
            page.until_inside("root.querySelector('.share svg')")
                .await?;
            let link = page
                .inside("root.querySelector('.share input').value")
                .await?;
            let expected = if attribute.is_empty() {
                let file = format!("{}/events/{SAMPLE}/event.json", host.bundle);
                let file = file.replace(':', "%3A").replace('/', "%2F");
                format!("{}/?event={file}&lang=de#{id}", host.bundle)
            } else {
                host.site.url(&format!("host.html?nachlese-at={id}"))
            };
            assert_eq!(link, json!(expected));
        }
        Ok(())
    })
}
