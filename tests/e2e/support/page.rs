//! What a reader does with the page, and sees on it.

use std::{
    cell::{Cell, RefCell},
    time::Duration,
};

use fantoccini::{Locator, elements::Element};
use serde_json::{Value, json};
use tokio::time::{Instant, sleep};

use super::{Failure, Outcome, browser::Browser, site::Site};

/// How long a reader waits for something to happen.
const PATIENCE: Duration = Duration::from_secs(10);

/// The search field.
pub(crate) const SEARCH: &str = "input[type=search]";

/// A window in front of a site.
pub(crate) struct Page {
    pub(crate) site: Site,
    pub(super) browser: Browser,
    /// Whether the browser may be used by another test afterwards.
    pub(super) is_shared: bool,
    /// Addresses requested so far; see `devtools.rs`.
    pub(super) requests: RefCell<Vec<String>>,
    /// What the console has complained about so far.
    pub(super) complaints: RefCell<Vec<String>>,
    /// Whether scripts of pages do not run; `WebDriver`'s do not either then.
    pub(super) has_no_scripts: Cell<bool>,
}

impl Page {
    pub(crate) fn browser(&self) -> &Browser {
        &self.browser
    }

    /// Opens a path of the site and waits until the event is shown.
    pub(crate) async fn open(&self, path: &str) -> Outcome {
        self.go(path).await?;
        self.is_ready().await
    }

    /// Opens a path of the site. A change of nothing but the hash does not load the page anew.
    pub(crate) async fn go(&self, path: &str) -> Outcome {
        let url = self.site.url(path);
        if self.has_no_scripts.get() {
            self.devtools("Page.navigate", json!({ "url": url }))
                .await?;
            let script = format!(
                "return location.href === {} && document.readyState === 'complete'",
                json!(url)
            );
            return self.until("the page has come", &script).await;
        }
        self.go_to(&url).await
    }

    /// Opens any address.
    pub(crate) async fn go_to(&self, url: &str) -> Outcome {
        Ok(self.browser.client.goto(url).await?)
    }

    pub(crate) async fn reload(&self) -> Outcome {
        self.browser.client.refresh().await?;
        self.is_ready().await
    }

    pub(crate) async fn back(&self) -> Outcome {
        Ok(self.browser.client.back().await?)
    }

    pub(crate) async fn is_ready(&self) -> Outcome {
        let ended = "return ['ready', 'error'].includes(document.querySelector('[data-nachlese]')?.dataset.nachlese)";
        self.until("the page is ready or has failed", ended).await?;
        if self
            .holds("return document.querySelector('[data-nachlese=ready]') !== null")
            .await?
        {
            return Ok(());
        }
        Err(Failure::new(format!(
            "the page has failed\n{}",
            self.state().await?
        )))
    }

    /// Says what the page shows and what the console says, for failures.
    async fn state(&self) -> Outcome<String> {
        let shown = self.text_of(STATE).await?;
        // Only Chromium tells what the console says.
        let complaints = self.complaints().await.unwrap_or_default();
        Ok(format!("{shown}\n{}", complaints.join("\n")))
    }

    /// Runs a function body in the page; its arguments come as `arguments`.
    pub(crate) async fn run(&self, script: &str, arguments: Value) -> Outcome<Value> {
        if self.has_no_scripts.get() {
            return self.evaluate(script, arguments).await;
        }
        let arguments = arguments.as_array().cloned().unwrap_or_default();
        Ok(self.browser.client.execute(script, arguments).await?)
    }

    /// Whether a function body returns true.
    pub(crate) async fn holds(&self, script: &str) -> Outcome<bool> {
        Ok(self.run(script, json!([])).await? == true)
    }

    /// The text that a function body returns; empty if it returns none.
    pub(crate) async fn text_of(&self, script: &str) -> Outcome<String> {
        Ok(self
            .run(script, json!([]))
            .await?
            .as_str()
            .unwrap_or_default()
            .to_owned())
    }

    /// The texts that a function body returns.
    pub(crate) async fn texts_of(&self, script: &str) -> Outcome<Vec<String>> {
        let found = self.run(script, json!([])).await?;
        let own = |value: &Value| value.as_str().map(str::to_owned);
        let text = |value: &Value| own(value).unwrap_or_else(|| value.to_string());
        Ok(found.as_array().into_iter().flatten().map(text).collect())
    }

    /// Waits until a function body returns true.
    pub(crate) async fn until(&self, what: &str, script: &str) -> Outcome {
        let start = Instant::now();
        loop {
            // A page that loads itself again has no answer for a moment.
            let held = self.holds(script).await;
            if matches!(held, Ok(true)) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                held?;
                let state = self.state().await?;
                let seconds = PATIENCE.as_secs();
                let sentence =
                    format!("{seconds} s later it still does not hold that {what}\n{state}");
                return Err(Failure::new(sentence));
            }
            sleep(Duration::from_millis(30)).await;
        }
    }

    /// Waits until a reader can see an element.
    pub(crate) async fn see(&self, selector: &str) -> Outcome {
        let script = format!(
            "return [...document.querySelectorAll({})].some({VISIBLE})",
            json!(selector)
        );
        self.until(&format!("`{selector}` is seen"), &script).await
    }

    /// Waits until there is such an element, seen or not.
    pub(crate) async fn see_in_head(&self, selector: &str) -> Outcome {
        let script = format!(
            "return document.querySelector({}) !== null",
            json!(selector)
        );
        self.until(&format!("there is `{selector}`"), &script).await
    }

    /// Waits until no reader can see such an element.
    pub(crate) async fn miss(&self, selector: &str) -> Outcome {
        let script = format!(
            "return ![...document.querySelectorAll({})].some({VISIBLE})",
            json!(selector)
        );
        self.until(&format!("`{selector}` is gone"), &script).await
    }

    /// How many such elements a reader can see.
    pub(crate) async fn count(&self, selector: &str) -> Outcome<usize> {
        let script =
            format!("return [...document.querySelectorAll(arguments[0])].filter({VISIBLE}).length");
        let count = self.run(&script, json!([selector])).await?;
        Ok(count
            .as_u64()
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or_default())
    }

    /// Scrolls to the first such element that is seen, and clicks it like a mouse once it stands
    /// still: cards above it get their heights as they come near.
    pub(crate) async fn click(&self, selector: &str) -> Outcome {
        self.see(selector).await?;
        if self.has_no_scripts.get() {
            let script =
                format!("[...document.querySelectorAll(arguments[0])].find({VISIBLE}).click()");
            return self.run(&script, json!([selector])).await.map(drop);
        }
        for element in self.browser.client.find_all(Locator::Css(selector)).await? {
            if element.is_displayed().await? {
                self.stands_still(&element).await?;
                return Ok(element.click().await?);
            }
        }
        Err(Failure::new(format!("`{selector}` cannot be clicked")))
    }

    /// Scrolls to an element until it no longer moves.
    async fn stands_still(&self, element: &Element) -> Outcome {
        let start = Instant::now();
        let mut before = Value::Null;
        while start.elapsed() < PATIENCE {
            // Firefox has only the one that always scrolls.
            let script = "const [element] = arguments;
                if (element.scrollIntoViewIfNeeded) element.scrollIntoViewIfNeeded();
                else element.scrollIntoView({ block: 'center', behavior: 'instant' });
                const { x, y } = element.getBoundingClientRect();
                return [x, y]";
            let arguments = vec![serde_json::to_value(element)?];
            let place = self.browser.client.execute(script, arguments).await?;
            if place == before {
                return Ok(());
            }
            before = place;
            sleep(Duration::from_millis(40)).await;
        }
        Err(Failure::new(format!("it still moves: {before}")))
    }

    /// Clicks into a field, empties it and types a text.
    pub(crate) async fn fill(&self, selector: &str, text: &str) -> Outcome {
        self.click(selector).await?;
        let field = self.browser.client.find(Locator::Css(selector)).await?;
        if text.is_empty() {
            // As a reader does it; `clear` tells no listener of `input`.
            return Ok(field.send_keys("\u{e009}a\u{e000}\u{e003}").await?);
        }
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// The query of the page's address, `?` included.
    pub(crate) async fn query(&self) -> Outcome<String> {
        self.text_of("return location.search").await
    }

    /// Waits for a failure, and returns its code.
    pub(crate) async fn failure(&self) -> Outcome<String> {
        let script = "const root = document.querySelector('[data-nachlese]');
            return root.dataset.nachlese === 'error' && !!root.querySelector('[role=alert]')";
        self.until("a failure is shown", script).await?;
        let alerts = self.texts_of(
            "return [...document.querySelectorAll('[role=alert]')].map((a) => a.dataset.code)",
        );
        match alerts.await?.as_slice() {
            [code] => Ok(code.clone()),
            codes => Err(Failure::new(format!("one alert expected, found {codes:?}"))),
        }
    }
}

/// Whether an element can be seen, as a function.
pub(crate) const VISIBLE: &str = "((element) => element.checkVisibility({ opacityProperty: true, \
    visibilityProperty: true }) && element.getClientRects().length > 0)";

/// What the page shows.
const STATE: &str = "
    const root = document.querySelector('[data-nachlese]');
    return `${location.href} is ${root?.dataset.nachlese}: ${document.body.innerText.slice(0, 400)}`";
