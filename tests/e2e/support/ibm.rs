//! IBM's accessibility checker, run within the page: a second opinion beside axe-core.

use std::{env, fs};

use serde_json::{Value, json};

use super::{Failure, Outcome, page::Page};

const RUN: &str = include_str!("probes/ibm.js");

impl Page {
    /// Lists the violations that IBM's engine finds on the page as it is now. A dark page is left to
    /// axe-core: it differs in nothing but colours, and this engine takes seconds.
    pub(super) async fn violations_by_ibm(&self) -> Outcome<Vec<String>> {
        let is_dark = "return matchMedia('(prefers-color-scheme: dark)').matches";
        if self.holds(is_dark).await? {
            return Ok(Vec::new());
        }
        let is_missing = "return typeof ace === 'undefined'";
        if self.run(is_missing, json!([])).await? == true {
            let missing = "The accessibility tests need ACE, the file ace.js of IBM's engine: \
                `.ci/setup test` brings it.";
            let path = env::var_os("ACE").ok_or_else(|| Failure::new(missing))?;
            let source = fs::read_to_string(path).map_err(|_| Failure::new(missing))?;
            self.run(&(source + "\nwindow.ace = ace;"), json!([]))
                .await?;
        }
        let client = &self.browser().client;
        let found = client.execute_async(RUN, Vec::new()).await?;
        let found = found.as_array().into_iter().flatten();
        Ok(found.filter_map(Value::as_str).map(str::to_owned).collect())
    }
}
