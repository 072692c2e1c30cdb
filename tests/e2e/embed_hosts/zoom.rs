//! Hosts that are zoomed.

use std::fs;

use super::{PLAIN, show, styled};
use crate::support::{Failure, Outcome, SCREENSHOTS, host::Host, picture::unlike, reader};

/// A zoomed host is to the eye a plain page on a screen of another density.
///
/// Not pixel by pixel: see [`unlike`]. Of 1,000 pixels of the element 4 may have nothing like them within 3 px (measured:
/// 1.2 at the factor 2, 3.1 at 3): a text of another size or a colour that is missing makes tens.
#[test]
fn looks_the_same_in_a_zoomed_host() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        for (scale, width, css) in [
            (2.0, 560, "html { zoom: 2; }"),
            (2.0, 560, "#box { zoom: 2; }"),
            (3.0, 840, "body { zoom: 3; }"),
        ] {
            // Both windows have as many pixels, a whole number of them for each of CSS.
            page.resize_at(scale, 1320, 2400).await?;
            show(page, &host, PLAIN, 280).await?;
            let plain = page.browser().client.screenshot().await?;
            page.resize(1320, 2400).await?;
            show(page, &host, styled("zoom", css), 280).await?;
            let there = page.browser().client.screenshot().await?;
            let count = unlike(&plain, &there)?;
            if count > width * 2400 * 4 / 1000 {
                fs::write(format!("{SCREENSHOTS}/embed-zoom-plain.png"), &plain)?;
                fs::write(format!("{SCREENSHOTS}/embed-zoom.png"), &there)?;
                return Err(Failure::new(format!("{css}: {count} pixels are new")));
            }
        }
        Ok(())
    })
}

/// By other factors lines and letters fall on other pixels of the screen: what counts is that all of it fits.
#[test]
fn fits_in_a_host_that_is_zoomed_by_any_factor() -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        page.resize(1280, 2400).await?;
        for css in [
            "body { zoom: 0.8; }",
            "html { zoom: 1.25; }",
            "#box { zoom: 2; }",
        ] {
            show(page, &host, styled("zoom", css), 280).await?;
            let is_inside = "[...root.querySelectorAll('*')].every((e) => !e.checkVisibility() || e.closest('.visually-hidden') || e.getBoundingClientRect().right <= root.getBoundingClientRect().right + 1)";
            assert_eq!(page.inside(is_inside).await?, true, "{css}");
        }
        Ok(())
    })
}
