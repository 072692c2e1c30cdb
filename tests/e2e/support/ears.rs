//! What a screen reader is told: the accessibility tree, and what is read out without the focus.

use serde_json::{Value, json};

use super::{Outcome, page::Page};

const WATCH: &str = include_str!("probes/announced.js");

impl Page {
    /// The names of all nodes of a role in the browser's accessibility tree. Roles are spelled as
    /// Chromium does, such as `gridcell`.
    pub(crate) async fn heard(&self, role: &str) -> Outcome<Vec<String>> {
        self.devtools("Accessibility.enable", json!({})).await?;
        let tree = self
            .devtools("Accessibility.getFullAXTree", json!({}))
            .await?;
        let nodes = tree["nodes"].as_array().into_iter().flatten();
        let is_told = |node: &&Value| node["ignored"] != true && node["role"]["value"] == role;
        let name = |node: &Value| {
            node["name"]["value"]
                .as_str()
                .unwrap_or_default()
                .to_owned()
        };
        Ok(nodes.filter(is_told).map(name).collect())
    }

    /// Notes from now on what live regions say.
    pub(crate) async fn listen(&self) -> Outcome {
        self.run(WATCH, json!([])).await.map(drop)
    }

    /// What live regions have said since the last time.
    pub(crate) async fn announced(&self) -> Outcome<Vec<String>> {
        self.texts_of("return window.announced.splice(0)").await
    }

    /// Waits until live regions say something, and returns it.
    pub(crate) async fn next_announced(&self) -> Outcome<String> {
        self.until(
            "something is announced",
            "return window.announced.length > 0",
        )
        .await?;
        Ok(self.announced().await?.concat())
    }
}
