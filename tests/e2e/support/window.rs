//! How the window in front of a site comes and goes.

use std::cell::{Cell, RefCell};

use serde_json::json;

use super::{
    Outcome,
    browser::{self, Browser, Other, chromium},
    page::Page,
    site::Site,
};

impl Page {
    /// A window of a browser in which another test may have been before.
    pub(crate) async fn start(site: Site) -> Outcome<Self> {
        let mut page = Self::start_with(site, browser::reuse_or_start().await?).await?;
        page.is_shared = true;
        Ok(page)
    }

    /// A window of a browser of its own, with flags beside the usual ones.
    pub(crate) async fn start_with_flags(site: Site, flags: &[&str]) -> Outcome<Self> {
        Self::start_with(site, chromium("eager", flags).await?).await
    }

    /// A window in which scripts of pages do not run, as some readers set their browsers.
    pub(crate) async fn start_without_scripts(site: Site) -> Outcome<Self> {
        // Chromedriver finds out with a script whether a page has come.
        let page = Self::start_with(site, chromium("none", &[]).await?).await?;
        page.has_no_scripts.set(true);
        page.devtools(
            "Emulation.setScriptExecutionDisabled",
            json!({ "value": true }),
        )
        .await?;
        Ok(page)
    }

    /// A window of another browser than Chromium. It has no `DevTools`: no logs, no pretended
    /// preferences, and the window itself is sized.
    pub(crate) async fn start_in(site: Site, other: Other) -> Outcome<Self> {
        let page = Self::of(site, Browser::other(other).await?);
        let client = &page.browser.client;
        client.set_window_rect(0, 0, 1280, 900).await?;
        Ok(page)
    }

    async fn start_with(site: Site, browser: Browser) -> Outcome<Self> {
        let page = Self::of(site, browser);
        page.resize(1280, 900).await?;
        Ok(page)
    }

    fn of(site: Site, browser: Browser) -> Self {
        Self {
            site,
            browser,
            is_shared: false,
            requests: RefCell::default(),
            complaints: RefCell::default(),
            has_no_scripts: Cell::default(),
        }
    }

    /// Ends the browser, or leaves it to the next test if all `went_well`.
    pub(crate) async fn close(self, went_well: bool) {
        if went_well && self.is_shared {
            browser::leave(self.browser, self.site.origin()).await;
        }
    }
}
