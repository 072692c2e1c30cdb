//! The headers that the bundle recommends, read from its `_headers`.

use std::fs;

use axum::http::{HeaderName, HeaderValue};

use super::{Outcome, site::dist};

/// What is said of the files that a pattern fits.
#[derive(Clone)]
pub(super) struct Rule {
    pattern: String,
    pub(super) headers: Vec<(HeaderName, HeaderValue)>,
}

impl Rule {
    /// Patterns are `/*`, `/*.json` or a whole path.
    pub(super) fn is_for(&self, path: &str) -> bool {
        match self.pattern.strip_prefix("/*") {
            Some(end) => path.ends_with(end),
            None => self.pattern == format!("/{path}"),
        }
    }
}

/// The rules of `_headers`.
pub(super) fn generated() -> Outcome<Vec<Rule>> {
    let mut rules: Vec<Rule> = Vec::new();
    let text = fs::read_to_string(dist().join("_headers"))?;
    let is_comment = |line: &&str| line.trim_start().starts_with('#');
    for line in text.lines().filter(|line| !is_comment(line)) {
        if line.starts_with('/') {
            let pattern = line.to_owned();
            let headers = Vec::new();
            rules.push(Rule { pattern, headers });
        } else if let (Some(rule), Some((name, value))) = (rules.last_mut(), line.split_once(": "))
        {
            let name = HeaderName::from_bytes(name.trim().as_bytes())?;
            rule.headers.push((name, HeaderValue::from_str(value)?));
        }
    }
    Ok(rules)
}
