//! The accessibility checker axe-core, run within the page, and what the second one says.

use std::{env, fs};

use serde_json::{Value, json};

use super::{Failure, Outcome, page::Page};

const RULES: [&str; 6] = [
    "wcag2a",
    "wcag2aa",
    "wcag21a",
    "wcag21aa",
    "wcag22aa",
    "best-practice",
];

const RUN: &str = include_str!("probes/axe.js");

impl Page {
    /// Fails with a list of what axe-core and IBM's engine find wrong with the page as it is now.
    pub(crate) async fn is_accessible(&self, state: &str) -> Outcome {
        if self
            .run("return typeof axe === 'undefined'", json!([]))
            .await?
            == true
        {
            let missing = "The accessibility tests need AXE, the file axe.min.js: `.ci/setup test` \
                brings it.";
            let path = env::var_os("AXE").ok_or_else(|| Failure::new(missing))?;
            let source = fs::read_to_string(path).map_err(|_| Failure::new(missing))?;
            self.run(&source, json!([])).await?;
        }
        let found = self
            .browser()
            .client
            .execute_async(RUN, vec![json!(RULES)])
            .await?;
        let found = found.as_array().into_iter().flatten();
        let found = found.filter_map(Value::as_str).map(str::to_owned);
        let found: Vec<String> = found.chain(self.violations_by_ibm().await?).collect();
        if found.is_empty() {
            return Ok(());
        }
        let list = found.join("\n");
        Err(Failure::new(format!(
            "{} violations on the page {state}:\n{list}",
            found.len()
        )))
    }
}
