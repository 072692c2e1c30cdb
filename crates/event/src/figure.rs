//! Pictures: a photograph if it is complete, else an illustration.

use serde::Serialize;

use super::{Event, Href, LocalizedText, Seconds, SectionKind, TalkId};

/// A place for a picture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Figure {
    /// The photograph. It is shown only if it [is complete](Photo::is_complete).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo: Option<Photo>,
    /// The drawing that is shown until then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub illustration: Option<Illustration>,
}

impl Event {
    /// The pictures: its own, and those of its sections.
    #[must_use]
    pub fn figures(&self) -> Vec<&Figure> {
        let mut figures = Vec::from_iter(&self.figure);
        for section in &self.sections {
            figures.extend(&section.figure);
            if let SectionKind::Gallery { figures: gallery } = &section.kind {
                figures.extend(gallery);
            }
        }
        figures
    }
}

/// A photograph, with everything that must be known before it may be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Photo {
    /// The file, relative to the event's file.
    pub src: Href,
    /// Width in pixels; 0 if unknown.
    pub width: u32,
    /// Height in pixels; 0 if unknown.
    pub height: u32,
    /// What the picture shows, for people who cannot see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<LocalizedText>,
    /// The caption below the picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<LocalizedText>,
    /// The name of the photographer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// The licence under which it is shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Whether the photographer and the people in the picture have agreed.
    pub rights_cleared: bool,
    /// The talk that it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub talk: Option<TalkId>,
    /// The position in the talk's recording.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Seconds>,
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

/// A drawing of 1280 × 720 units. The page labels it as an illustration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub struct Illustration {
    /// The file, relative to the event's file. A bare name such as `panel` means
    /// `illustrations/panel.svg`.
    #[serde(rename = "ref")]
    pub reference: Href,
    /// What the drawing shows. Without it, the drawing counts as decoration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<LocalizedText>,
    /// The caption below the drawing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<LocalizedText>,
}

impl Illustration {
    /// The file, relative to the event's file.
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
