//! A frame is as high as its content, whatever the host draws around it.

use serde_json::json;

use crate::support::{
    Outcome, event::SAMPLE, frame::until_within, host::Host, page::Page, reader, site::Answer,
};

/// Waits until the window of the first frame is as high as the event in it, but for a part of a pixel.
async fn fits(page: &Page, when: &str) -> Outcome {
    let high = "return document.querySelector('iframe').clientHeight > 1000";
    page.until("the frame has grown", high).await?;
    let fits = "const room = innerHeight - element.getBoundingClientRect().height; \
        return room >= -0.01 && room <= 1 && document.documentElement.scrollHeight <= innerHeight";
    until_within(page, &format!("the frame fits: {when}"), fits).await
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
            fits(page, css).await?;
        }
        // Rules that come later, as with the width of the window.
        let later = "document.querySelector('iframe').style.borderWidth = '20px'";
        page.run(later, json!([])).await?;
        fits(page, later).await
    })
}
