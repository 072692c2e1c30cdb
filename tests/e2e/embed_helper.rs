//! The small script for frames, which finds them wherever a host's components put them.

use fantoccini::elements::{Element, ElementRef};
use serde_json::json;

use crate::support::{Outcome, host::Host, reader};

#[test]
fn is_found_in_the_shadow_roots_of_a_host() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        // Put in by the host's own components, one within the other, before the helper is there and after.
        page.before_each_page("window.put = (html) => {
            const outer = document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'open' });
            const inner = outer.appendChild(document.createElement('p')).attachShadow({ mode: 'open' });
            inner.setHTMLUnsafe(html);
            window.frame = inner.querySelector('iframe');
        };
        window.addEventListener('message', ({ data }) => { if (data?.nachlese === 'height') window.told = data.height; });").await?;
        let tag = host.frame("sections=talks", "height=200 data-nachlese-url");
        for (head, is_late) in [(host.helper(), false), (String::new(), true)] {
            host.open_at(page, "host.html?nachlese-q=ki", &head, "")
                .await?;
            page.run("put(arguments[0])", json!([tag])).await?;
            if is_late {
                // The frame has told its height to nobody, and won't tell it again by itself.
                page.until(
                    "the frame is as high as its content",
                    "return window.told > 1000",
                )
                .await?;
                page.run("const script = document.createElement('script'); script.type = 'module'; script.src = arguments[0]; document.head.append(script)", json!([format!("{}/embed-height.js", host.bundle)])).await?;
            }
            page.until("the frame has grown", "return frame.clientHeight > 1000")
                .await?;
            let client = &page.browser().client;
            let found = page.run("return frame", json!([])).await?;
            let id = found.as_object().and_then(|found| found.values().next());
            let id = id.and_then(|id| id.as_str()).unwrap_or_default().to_owned();
            Element::from_element_id(client.clone(), ElementRef::from(id))
                .enter_frame()
                .await?;
            page.until(
                "the state goes into the frame",
                "return document.querySelector('nachlese-event').address === '?q=ki'",
            )
            .await?;
            client.enter_parent_frame().await?;
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn the_small_scripts_are_small() -> Outcome {
    reader(async |_| {
        let size = |name: &str| -> Outcome<u64> {
            Ok(std::fs::metadata(crate::support::site::dist().join(name))?.len())
        };
        assert!(size("embed.js.br")? < 3_200);
        // With what it loads for frames that keep their state in the address.
        assert!(size("embed-height.js.br")? + size("embed-address.js.br")? < 2_000);
        Ok(())
    })
}
