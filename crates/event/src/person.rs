//! People who took part.

use serde::Serialize;

use super::{Figure, Link, LocalizedText, PersonId};

/// Somebody who took part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Person {
    /// The id that talks and sections refer to.
    pub id: PersonId,
    /// First and last name, without title.
    pub name: String,
    /// A title before the name, for example `Dr.`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub honorific: Option<String>,
    /// The name for sorting, `Lämmle, Stefanie`. Without it, the last word of the name comes first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort_name: Option<String>,
    /// Office or profession at the time of the event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role_at_event: Option<LocalizedText>,
    /// The organisation that the person came for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<LocalizedText>,
    /// Links to pages about the person.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// A portrait.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Figure>,
}

impl Person {
    /// Title and name, kept on one line: `Dr. Stefanie Lämmle`.
    #[must_use]
    pub fn full_name(&self) -> String {
        match &self.honorific {
            Some(title) => format!("{title}\u{a0}{}", self.name),
            None => self.name.clone(),
        }
    }

    /// The name for sorting: `Lämmle, Stefanie`.
    #[must_use]
    pub fn filing_name(&self) -> String {
        if let Some(sort_name) = &self.sort_name {
            return sort_name.clone();
        }
        match self.name.trim().rsplit_once(' ') {
            Some((first, last)) => format!("{last}, {first}"),
            None => self.name.clone(),
        }
    }
}
