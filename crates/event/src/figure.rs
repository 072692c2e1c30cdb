//! Pictures: a photograph where there is a complete one, else an illustration.

use serde::Serialize;

use super::{Href, LocalizedText};

/// A place for a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// The photograph; shown only if it [is complete](Photo::is_complete).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<Photo>,
    /// The drawing that is shown until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub illustration: Option<Illustration>,
}

/// A photograph with what must be known before it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Photo {
    /// The file, relative to the event's.
    pub src: Href,
    /// Width in pixels; 0 if unknown.
    pub width: u32,
    /// Height in pixels; 0 if unknown.
    pub height: u32,
    /// What is to be seen, for those who cannot see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<LocalizedText>,
    /// The line below the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<LocalizedText>,
    /// Whose picture it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// Under which licence it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Whether photographer and pictured people have agreed.
    pub rights_cleared: bool,
}

impl Photo {
    /// Names the fields that are missing before the photograph may be shown.
    #[must_use]
    pub fn missing(&self) -> Vec<&'static str> {
        [
            (self.width == 0, "width"),
            (self.height == 0, "height"),
            (self.alt.is_none(), "alt"),
            (self.credit.is_none(), "credit"),
            (!self.rights_cleared, "rightsCleared"),
        ]
        .into_iter()
        .filter_map(|(is_missing, field)| is_missing.then_some(field))
        .collect()
    }

    /// Whether the photograph may be shown.
    #[must_use]
    pub fn is_complete(&self) -> bool {
        self.missing().is_empty()
    }
}

/// A drawing of 1280 × 720 units that is labelled as one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Illustration {
    /// The file, relative to the event's; a bare name such as `panel` means
    /// `illustrations/panel.svg`.
    #[serde(rename = "ref")]
    pub reference: Href,
    /// What is to be seen; without it the drawing counts as decoration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<LocalizedText>,
    /// The line below the drawing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<LocalizedText>,
}

impl Illustration {
    /// The file, relative to the event's.
    #[must_use]
    pub fn file(&self) -> Href {
        let name = self.reference.as_str();
        let is_bare = !name.contains(['/', '.', ':']);
        let file = is_bare
            .then(|| Href::new(&format!("illustrations/{name}.svg")).ok())
            .flatten();
        file.unwrap_or_else(|| self.reference.clone())
    }
}
