//! The bundle on one origin, the host on another: what must be sent, and what is never kept.

use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, SAMPLE, event, talk_from},
    host::{Host, TAG, tag},
    page::Page,
    reader, reader_at, waiting,
};

/// Nothing is kept on either side.
async fn keeps_nothing(page: &Page) -> Outcome {
    let kept = "const done = arguments[0]; Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])
        .then((all) => done([document.cookie, localStorage.length, sessionStorage.length, ...all.map((list) => list.length)]), (error) => done(String(error)))";
    let client = &page.browser().client;
    let kept = client.execute_async(kept, vec![]).await?;
    assert_eq!(kept, json!(["", 0, 0, 0, 0, 0]));
    Ok(())
}

#[test]
fn finds_its_files_from_any_folder_of_another_origin() -> Outcome {
    reader_at("/a/b", async |page| {
        let host = Host::start(page).await?;
        let script = host.script().replace("/embed.js", "/a/b/embed.js");
        // The host's page has a base address of its own, in a folder of its own.
        let head = format!("<base href=\"https://elsewhere.example/x/\">{script}");
        host.open_at(page, "intranet/page.html", &head, TAG).await?;
        page.embed_is("ready").await?;
        page.until_inside("[...root.querySelectorAll('img')].some((img) => img.naturalWidth > 0)")
            .await?;
        let bundle = page.site.requests();
        for file in ["embed.js", &format!("events/{HEARING}/event.json")] {
            assert!(bundle.iter().any(|path| path == file), "{file}: {bundle:?}");
        }
        let others = page.foreign_requests().await?;
        assert!(
            others.iter().all(|url| url.starts_with(host.site.origin())),
            "{others:?}"
        );
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn captions_come_from_another_origin() -> Outcome {
    reader(async |page| {
        let (talk, _) =
            talk_from(&event(SAMPLE)?, "file").map(|(talk, at)| (talk.to_owned(), at))?;
        let host = Host::start(page).await?;
        let attributes = format!(r#"src="events/{SAMPLE}/event.json""#);
        host.show(page, &tag(&attributes)).await?;
        let card = format!("root.querySelector('[data-talk=\"{talk}\"]')");
        page.inside(&format!(
            "{card}.querySelector('button[aria-expanded=false]').click()"
        ))
        .await?;
        page.until_inside(&format!("{card}.querySelector('video')?.readyState >= 1"))
            .await?;
        page.inside(&format!(
            "{card}.querySelector('video').textTracks[0].mode = 'showing'"
        ))
        .await?;
        page.until_inside(&format!(
            "{card}.querySelector('video').textTracks[0].cues?.length > 0"
        ))
        .await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn keeps_nothing_with_readers_on_either_side() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        host.show(page, TAG).await?;
        page.inside("root.querySelector('button[data-facet], .chip')?.click()")
            .await?;
        page.set("src", Some("events/none/event.json")).await?;
        page.embed_is("error").await?;
        keeps_nothing(page).await?;
        // In the frame, which is a page of the bundle's own.
        page.go("embed.html?sections=talks").await?;
        page.embed_is("ready").await?;
        keeps_nothing(page).await
    })
}

#[test]
fn without_cors_headers_the_link_stays() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        // The same bundle from a server that sends no header of ours.
        page.site.send_no_headers();
        host.open(page, TAG).await?;
        let is_said = async || {
            let said = page.complaints().await?;
            Ok(said.iter().any(|line| line.contains("CORS")))
        };
        waiting::until("the browser says why", is_said).await?;
        let is_link = "return customElements.get('nachlese-event') === undefined && document.querySelector('#a > a').checkVisibility()";
        assert!(page.holds(is_link).await?);
        Ok(())
    })
}
