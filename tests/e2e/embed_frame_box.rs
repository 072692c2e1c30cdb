//! A frame is as high as its content, whatever the host draws around it.

use serde_json::json;

use crate::support::{Outcome, event::SAMPLE, host::Host, page::Page, reader, site::Answer};

/// By how many pixels the window of the first frame is higher than the event in it, once it has
/// its height.
async fn room_left(page: &Page) -> Outcome<f64> {
    let high = "return document.querySelector('iframe').clientHeight > 1000";
    page.until("the frame has grown", high).await?;
    tokio::time::sleep(std::time::Duration::from_millis(300)).await;
    let client = &page.browser().client;
    client.enter_frame(0).await?;
    let script = "return innerHeight - document.querySelector('nachlese-event').getBoundingClientRect().height + (document.documentElement.scrollHeight > innerHeight ? -1000 : 0)";
    let room = client.execute(script, vec![]).await;
    client.enter_parent_frame().await?;
    Ok(room?.as_f64().unwrap_or(f64::NAN))
}

#[test]
fn border_and_padding_are_part_of_the_height() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        let query = format!("event={SAMPLE}&sections=talks");
        for css in [
            "* { box-sizing: border-box }",
            "* { box-sizing: border-box } iframe { border: 2px solid; }",
            "* { box-sizing: border-box } iframe { border: 1.5px solid; padding: 7px 3px 11px; }",
            "* { box-sizing: content-box } iframe { border: 5px solid; padding: 1em; }",
            "* { box-sizing: border-box } iframe { border: 3px solid; min-height: 200px; zoom: 1.25; }",
            "* { box-sizing: border-box } iframe { border: 0 solid; border-block-end-width: 9px; padding-block: 2%; }",
        ] {
            host.site
                .serve("host.css", Answer::new(200, "text/css", css));
            let head = format!("<link rel=stylesheet href=host.css>{}", host.helper());
            let frame = host.frame(&query, "width=800");
            host.open_at(page, "host.html", &head, &frame).await?;
            let room = room_left(page).await?;
            assert!((-0.01..=1.0).contains(&room), "{css}: {room} px are left");
        }
        // Rules that come later, as with the width of the window.
        let later = "document.querySelector('iframe').style.borderWidth = '20px'";
        page.run(later, json!([])).await?;
        let room = room_left(page).await?;
        assert!((-0.01..=1.0).contains(&room), "later: {room} px are left");
        Ok(())
    })
}
