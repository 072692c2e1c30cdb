//! `url-sync`: what a reader chose stands in the host's address, and nothing of the host's goes.

use serde_json::json;

use crate::support::{
    Outcome,
    event::{SAMPLE, event, talk_from},
    host::Host,
    page::Page,
    reader,
};

fn tag(attributes: &str) -> String {
    format!(r#"<nachlese-event src="events/{SAMPLE}/event.json" {attributes}></nachlese-event>"#)
}

async fn search(page: &Page, text: &str) -> Outcome {
    let script = "const field = probe.elements()[0].shadowRoot.querySelector('input[type=search]');
        field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
    page.run(script, json!([text])).await.map(drop)
}

async fn address_is(page: &Page, expected: &str) -> Outcome {
    let script = format!(
        "return location.search + location.hash === {}",
        json!(expected)
    );
    page.until(&format!("the address ends with {expected}"), &script)
        .await
}

#[test]
fn without_it_the_hosts_address_is_untouched() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        host.open_at(
            page,
            "host.html?q=host&nachlese-q=ethik#anchor",
            &host.script(),
            &tag(""),
        )
        .await?;
        page.embed_is("ready").await?;
        let before = page.run("return history.length", json!([])).await?;
        search(page, "daten").await?;
        page.until("the host is told", "return probe.told.some(([name, { address }]) => name === 'address' && address.includes('daten'))").await?;
        address_is(page, "?q=host&nachlese-q=ethik#anchor").await?;
        assert_eq!(page.run("return history.length", json!([])).await?, before);
        Ok(())
    })
}

#[test]
fn keeps_the_state_under_keys_of_its_own() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        let start = "host.html?tab=a%20b&flag&nachlese-lang=en&nachlese-q=data#anchor";
        host.open_at(page, start, &host.script(), &tag("url-sync"))
            .await?;
        page.embed_is("ready").await?;
        page.until_inside(
            "root.lang === 'en' && root.querySelector('input[type=search]').value === 'data'",
        )
        .await?;
        address_is(
            page,
            "?tab=a%20b&flag&nachlese-lang=en&nachlese-q=data#anchor",
        )
        .await?;
        page.run("probe.elements()[0].shadowRoot.querySelector('button[data-facet]:not([disabled])')?.click()", json!([])).await?;
        search(page, "open").await?;
        page.until(
            "the address follows",
            "return location.search.includes('nachlese-q=open')",
        )
        .await?;
        page.until(
            "the host's own is there",
            "return location.search.startsWith('?tab=a%20b&flag&') && location.hash === '#anchor'",
        )
        .await?;
        page.back().await?;
        page.until_inside("root.querySelector('input[type=search]').value === 'data'")
            .await?;
        page.run("history.forward()", json!([])).await?;
        page.until_inside("root.querySelector('input[type=search]').value === 'open'")
            .await?;
        page.run("probe.attribute('url-sync', null)", json!([]))
            .await?;
        search(page, "").await?;
        page.until(
            "the host is told",
            "return probe.told.at(-1)[1].address?.includes('q=') === false",
        )
        .await?;
        assert!(
            page.holds("return location.search.includes('nachlese-q=open')")
                .await?
        );
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn places_and_prefixes_of_ones_own() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        let sample = event(SAMPLE)?;
        let (talk, _) = talk_from(&sample, "youtube")?;
        let is_there = format!(
            "Math.abs(root.querySelector(\"[id='{talk}']\")?.getBoundingClientRect().top) < 400"
        );
        for start in [
            format!("host.html?ki-at={talk}@0:30&ki-unknown=1"),
            format!("host.html#ki-{talk}@0:30"),
        ] {
            host.open_at(page, &start, &host.script(), &tag("url-sync=\"ki-\""))
                .await?;
            page.embed_is("ready").await?;
            page.until_inside(&is_there).await?;
            page.until_inside(&format!("element.address.endsWith('#{talk}@0:30')"))
                .await?;
        }
        // Two elements, two prefixes: neither knows of the other.
        let two = tag("url-sync=\"a-\"") + &tag("url-sync=\"b-\"");
        host.open_at(page, "host.html?b-q=data", &host.script(), &two)
            .await?;
        page.embed_is("ready").await?;
        search(page, "open").await?;
        page.until(
            "both are in the address",
            "return ['a-q=open', 'b-q=data'].every((pair) => location.search.includes(pair))",
        )
        .await?;
        let values = "return probe.elements().map((e) => e.shadowRoot.querySelector('input[type=search]').value)";
        assert_eq!(page.texts_of(values).await?, ["open", "data"]);
        Ok(())
    })
}

#[test]
fn says_what_the_address_asks_in_vain() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        host.open_at(
            page,
            "host.html?nachlese-kind=rave&kind=host",
            &host.script(),
            &tag("url-sync"),
        )
        .await?;
        page.embed_is("ready").await?;
        page.until_inside("root.querySelector('.notices').textContent.includes('kind=rave')")
            .await?;
        address_is(page, "?kind=host").await
    })
}
