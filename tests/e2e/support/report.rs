//! What the pages say that check something: `embed-check.html` and `host-check.html`.

use serde_json::{Map, Value, json};

use super::{Outcome, page::Page};

impl Page {
    /// The lines of the report by their names, once the check is done: whether each is well.
    pub(crate) async fn report(&self) -> Outcome<Map<String, Value>> {
        self.until(
            "the check is done",
            "return document.querySelector('[data-failed]') !== null",
        )
        .await?;
        let lines = "return Object.fromEntries([...document.querySelectorAll('[data-check]')].map((line) => [line.dataset.check, line.dataset.well]))";
        let lines = self.run(lines, json!([])).await?;
        Ok(lines.as_object().cloned().unwrap_or_default())
    }
}
