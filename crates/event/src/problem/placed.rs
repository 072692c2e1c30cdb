//! Findings with their places.

use super::{Finding, JsonPath, Severity};

/// A finding at a place of the event's file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, for example `talks[3].people[0].person`.
    pub path: JsonPath,
    /// What.
    pub finding: Finding,
}

impl Problem {
    /// A finding at a place.
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

    /// Code and place, for the console of a browser: readers do not download the sentences, which
    /// `nachlese check` says.
    #[must_use]
    pub fn to_line(&self) -> String {
        format!("nachlese: {} {}", self.code(), self.path)
    }
}
