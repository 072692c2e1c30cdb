//! A page of somebody else's, on another origin, that shows an event of the site.

use serde_json::{Value, json};

use super::{
    Failure, Outcome,
    page::Page,
    reader,
    site::{Answer, Site},
};

/// A host's server; it ends with the test's runtime.
pub(crate) struct Host {
    pub(crate) site: Site,
    /// The origin of the bundle.
    pub(crate) bundle: String,
}

/// Notes every event of the elements, and what a test wants to know of them.
const PROBE: &str = include_str!("probes/embed.js");

/// A page that is nothing but a tag, its script and a fallback.
pub(crate) const TAG: &str = r#"<nachlese-event id="a"><a href="https://elsewhere.example/">Zur Veranstaltung</a></nachlese-event>"#;

/// The tag with attributes.
pub(crate) fn tag(attributes: &str) -> String {
    TAG.replace("id=\"a\"", &format!("id=\"a\" {attributes}"))
}

/// Runs a test in front of a host.
pub(crate) fn visitor(test: impl AsyncFnOnce(&Page, &Host) -> Outcome) -> Outcome {
    reader(async |page| {
        let host = Host::start(page).await?;
        test(page, &host).await
    })
}

impl Host {
    /// A host with the policy that docs/embedding.md asks for, in front of a bundle with its own headers.
    pub(crate) async fn start(page: &Page) -> Outcome<Self> {
        page.site.send_generated_headers()?;
        page.before_each_page(PROBE).await?;
        let bundle = page.site.origin().to_owned();
        let site = Site::start("").await?;
        site.set_policy(&policy(&bundle));
        Ok(Self { site, bundle })
    }

    /// The policy that docs/embedding.md asks for.
    pub(crate) fn policy(&self) -> String {
        policy(&self.bundle)
    }

    /// Admits scripts of the host's own, too.
    pub(crate) fn admit_own_scripts(&self) {
        let policy = self.policy();
        let policy = policy.replace("script-src", "script-src 'self'");
        self.site.set_policy(&policy);
    }

    /// The script's tag.
    pub(crate) fn script(&self) -> String {
        format!(
            r#"<script type="module" src="{}/embed.js"></script>"#,
            self.bundle
        )
    }

    /// A frame with an event, in the narrowest sandbox that it works in.
    pub(crate) fn frame(&self, query: &str, attributes: &str) -> String {
        format!(
            r#"<iframe title="Veranstaltung" src="{}/embed.html?{query}" sandbox="allow-scripts allow-same-origin allow-popups" {attributes}></iframe>"#,
            self.bundle
        )
    }

    /// The tag of the script that makes frames as high as their content.
    pub(crate) fn helper(&self) -> String {
        self.script().replace("embed.js", "embed-height.js")
    }

    /// Opens a page with the script in its head.
    pub(crate) async fn open(&self, page: &Page, body: &str) -> Outcome {
        self.open_at(page, "host.html", &self.script(), body).await
    }

    /// Opens a page at an address of the host.
    pub(crate) async fn open_at(
        &self,
        page: &Page,
        address: &str,
        head: &str,
        body: &str,
    ) -> Outcome {
        let html = format!(
            "<!doctype html>\n<html lang=\"de\"><head><meta charset=\"utf-8\"><title>Intranet</title>{head}</head>\n<body>{body}</body></html>"
        );
        let (path, _) = address.split_once(['?', '#']).unwrap_or((address, ""));
        self.site.serve(path, Answer::html(200, &html));
        page.go_to(&self.site.url(address)).await
    }

    /// Opens a page and waits until its only element shows its event.
    pub(crate) async fn show(&self, page: &Page, body: &str) -> Outcome {
        self.open(page, body).await?;
        page.embed_is("ready").await
    }
}

fn policy(bundle: &str) -> String {
    format!(
        "default-src 'none'; style-src 'self'; script-src {bundle} 'wasm-unsafe-eval'; connect-src {bundle}; \
         img-src {bundle}; font-src {bundle}; media-src {bundle}; frame-src {bundle}"
    )
}

impl Page {
    /// Sets or removes an attribute of the first element.
    pub(crate) async fn set(&self, name: &str, value: Option<&str>) -> Outcome {
        let script = "probe.attribute(...arguments)";
        self.run(script, json!([name, value])).await.map(drop)
    }

    /// Waits until every element of the page is in a state.
    pub(crate) async fn embed_is(&self, state: &str) -> Outcome {
        let script = format!(
            "const all = probe.elements();
            return all.length > 0 && all.every((e) => e.shadowRoot?.querySelector('.nachlese')?.dataset.nachlese === {})",
            json!(state)
        );
        self.until(&format!("the elements are {state}"), &script)
            .await
    }

    /// What an expression about `root` (the event's block in the first element) gives.
    pub(crate) async fn inside(&self, expression: &str) -> Outcome<Value> {
        let script = format!(
            "const element = probe.elements()[0], root = element?.shadowRoot?.querySelector('.nachlese'); return {expression}"
        );
        self.run(&script, json!([])).await
    }

    /// Waits until an expression about `root` and `element` holds.
    pub(crate) async fn until_inside(&self, expression: &str) -> Outcome {
        let script = format!(
            "const element = probe.elements()[0], root = element?.shadowRoot?.querySelector('.nachlese'); return !!root && !!({expression})"
        );
        let outcome = self.until(expression, &script).await;
        if let Err(failure) = outcome {
            let state = self.inside("element.outerHTML + root?.outerHTML").await?;
            let state: String = state
                .as_str()
                .unwrap_or_default()
                .chars()
                .take(1500)
                .collect();
            return Err(Failure::new(format!("{failure:?}\n{state}")));
        }
        Ok(())
    }

    /// The details of the events of a name so far.
    pub(crate) async fn told(&self, name: &str) -> Outcome<Vec<Value>> {
        let all = self.run("return probe.told.filter(([name]) => name === arguments[0]).map(([, detail]) => detail)", json!([name])).await?;
        all.as_array()
            .cloned()
            .ok_or_else(|| Failure::new("no list of events"))
    }
}
