//! What `WebDriver` has no word for (`DevTools`): logs, the window's size, preferences, the network.

use fantoccini::{Client, wd::WebDriverCompatibleCommand};
use serde_json::{Value, json};
use url::{ParseError, Url};

use super::{Failure, Outcome, page::Page};

/// A command of chromedriver's own.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!(
            "session/{}/{}",
            session.unwrap_or_default(),
            self.path
        ))
    }

    fn method_and_body(&self, _: &Url) -> (axum::http::Method, Option<String>) {
        (axum::http::Method::POST, Some(self.body.to_string()))
    }
}

/// Runs a command of the `DevTools` protocol.
pub(super) async fn command(client: &Client, command: &str, params: Value) -> Outcome<Value> {
    let body = json!({ "cmd": command, "params": params });
    let extension = Extension {
        path: "goog/cdp/execute",
        body,
    };
    Ok(client.issue_cmd(extension).await?)
}

/// Takes what has been logged since the last time.
pub(super) async fn log(client: &Client, kind: &str) -> Outcome<Vec<Value>> {
    let body = json!({ "type": kind });
    let entries = client
        .issue_cmd(Extension {
            path: "se/log",
            body,
        })
        .await?;
    Ok(entries.as_array().cloned().unwrap_or_default())
}

/// Takes the addresses requested since the last time, by whatever part of the page.
async fn requests(client: &Client) -> Outcome<Vec<String>> {
    let mut requests = Vec::new();
    for entry in log(client, "performance").await? {
        let message = entry["message"].as_str().unwrap_or_default();
        let message: Value = serde_json::from_str(message)?;
        let message = &message["message"];
        if message["method"] == "Network.requestWillBeSent"
            && let Some(url) = message["params"]["request"]["url"].as_str()
        {
            requests.push(url.to_owned());
        }
    }
    Ok(requests)
}

/// Takes the errors and warnings that the console has shown since the last time.
///
/// Left out is what the page itself tells editors about their data, and what Chromium says of a preload that is used
/// late: on a busy machine every one is. `loading.rs` counts what is asked for.
async fn complaints(client: &Client) -> Outcome<Vec<String>> {
    let is_complaint =
        |entry: &Value| matches!(entry["level"].as_str(), Some("SEVERE" | "WARNING"));
    let known = [
        "\"nachlese: ",
        "was preloaded using link preload but not used",
    ];
    let is_known = |message: &str| known.iter().any(|part| message.contains(part));
    let entries = log(client, "browser").await?;
    let entries = entries.iter().filter(|entry| is_complaint(entry));
    let messages = entries.map(|entry| entry["message"].as_str().unwrap_or_default().to_owned());
    Ok(messages.filter(|message| !is_known(message)).collect())
}

impl Page {
    /// The addresses requested so far that lie outside the site.
    pub(crate) async fn foreign_requests(&self) -> Outcome<Vec<String>> {
        let new = requests(&self.browser().client).await?;
        self.requests.borrow_mut().extend(new);
        // `chrome:` is the browser's own first page.
        let own = [self.site.origin(), "chrome:", "data:", "blob:"];
        let is_foreign = |url: &&String| !own.iter().any(|start| url.starts_with(start));
        Ok(self
            .requests
            .borrow()
            .iter()
            .filter(is_foreign)
            .cloned()
            .collect())
    }

    /// The errors and warnings of the console so far.
    pub(crate) async fn complaints(&self) -> Outcome<Vec<String>> {
        let new = complaints(&self.browser().client).await?;
        self.complaints.borrow_mut().extend(new);
        Ok(self.complaints.borrow().clone())
    }

    /// Runs a command of the `DevTools` protocol.
    pub(crate) async fn devtools(&self, command: &str, params: Value) -> Outcome<Value> {
        self::command(&self.browser().client, command, params).await
    }

    /// Sets the size of the window's content in CSS pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) -> Outcome {
        self.resize_at(1.0, width, height).await
    }

    /// Sets the size of the window's content in the pixels of a screen that has `scale` of them for one of CSS.
    pub(crate) async fn resize_at(&self, scale: f64, width: u32, height: u32) -> Outcome {
        let in_css = |pixels: u32| (f64::from(pixels) / scale).round();
        let params = json!({ "width": in_css(width), "height": in_css(height), "deviceScaleFactor": scale, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", params)
            .await
            .map(drop)
    }

    /// Shows the page on a phone, which is touched. The size is in CSS pixels.
    pub(crate) async fn hold(&self, width: u32, height: u32) -> Outcome {
        let params =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": true });
        self.devtools("Emulation.setDeviceMetricsOverride", params)
            .await?;
        let params = json!({ "enabled": true, "maxTouchPoints": 5 });
        self.devtools("Emulation.setTouchEmulationEnabled", params)
            .await
            .map(drop)
    }

    /// Pretends a preference such as `("prefers-color-scheme", "dark")`.
    pub(crate) async fn prefer(&self, feature: &str, value: &str) -> Outcome {
        let params = json!({ "features": [{ "name": feature, "value": value }] });
        self.devtools("Emulation.setEmulatedMedia", params)
            .await
            .map(drop)
    }

    /// Lets requests to such addresses fail as they do without a network.
    pub(crate) async fn cut_off(&self, addresses: &[&str]) -> Outcome {
        self.devtools("Network.enable", json!({})).await?;
        self.devtools("Network.setBlockedURLs", json!({ "urls": addresses }))
            .await
            .map(drop)
    }

    /// Runs a function body in a page whose own scripts do not run.
    pub(super) async fn evaluate(&self, body: &str, arguments: Value) -> Outcome<Value> {
        // Between two pages there is nothing to look at.
        let call = format!("(function () {{ {body} }}).apply(null, {arguments})");
        let expression = format!("document.body ? {call} : null");
        let params = json!({ "expression": expression, "returnByValue": true });
        let answer = self.devtools("Runtime.evaluate", params).await?;
        match answer.get("exceptionDetails") {
            None => Ok(answer["result"]["value"].clone()),
            Some(details) => Err(Failure::new(details.to_string())),
        }
    }

    /// Runs a script in every page opened from now on, before the page's own.
    pub(crate) async fn before_each_page(&self, script: &str) -> Outcome {
        let params = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", params)
            .await
            .map(drop)
    }
}
