//! Where in a file something is wrong.

use std::fmt;

/// A place in a document: in JSON written as in JavaScript, `talks[3].people[0]`, in XML as in
/// `XPath`, `schedule/day[1]/room[2]`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct JsonPath(String);

impl JsonPath {
    /// The whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// A field of the object here.
    #[must_use]
    pub fn field(&self, name: &str) -> Self {
        let dot = if self.0.is_empty() { "" } else { "." };
        Self(format!("{}{dot}{name}", self.0))
    }

    /// An XML element within this one. Counted from 1 if several have the same name.
    #[must_use]
    pub fn element(&self, name: &str, number: Option<usize>) -> Self {
        let slash = if self.0.is_empty() { "" } else { "/" };
        let number = number.map(|number| format!("[{number}]"));
        Self(format!(
            "{}{slash}{name}{}",
            self.0,
            number.unwrap_or_default()
        ))
    }

    /// An element of the list here, counted from 0.
    #[must_use]
    pub fn index(&self, at: usize) -> Self {
        Self(format!("{}[{at}]", self.0))
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_empty() { "$" } else { &self.0 })
    }
}
