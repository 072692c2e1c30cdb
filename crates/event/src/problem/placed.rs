//! Findings with their places.

use super::{Finding, JsonPath, Severity};

/// A finding, and its place in the event's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The place, for example `talks[3].people[0].person`.
    pub path: JsonPath,
    /// The finding.
    pub finding: Finding,
}

impl Problem {
    /// Combines a finding with its place.
    #[must_use]
    pub fn new(path: &JsonPath, finding: Finding) -> Self {
        Self {
            path: path.clone(),
            finding,
        }
    }

    /// How bad it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.finding.severity()
    }

    /// The stable code, in kebab-case.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.finding.code()
    }

    /// Code and place, for the browser's console. Readers do not download the sentences that
    /// `nachlese check` prints.
    #[must_use]
    pub fn to_line(&self) -> String {
        format!("nachlese: {} {}", self.code(), self.path)
    }
}
