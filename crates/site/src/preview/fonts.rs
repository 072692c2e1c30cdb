//! Fonts for the pictures, and how wide a text is in them.

use std::sync::Arc;

use resvg::usvg::fontdb::{Database, Source};
use skrifa::{
    FontRef, MetadataProvider,
    charmap::Charmap,
    instance::{LocationRef, Size},
    metrics::GlyphMetrics,
};

use super::{DrawError, content_hash};

/// Fonts of the system that can stand in for the page's own, or for characters these lack.
pub const SYSTEM_FONTS: &[&str] = &[
    "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSans-Bold.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
    "/System/Library/Fonts/Supplemental/Arial.ttf",
    "/System/Library/Fonts/Supplemental/Arial Bold.ttf",
    "C:/Windows/Fonts/arial.ttf",
    "C:/Windows/Fonts/arialbd.ttf",
];

/// The fonts that pictures are written with.
#[derive(Debug, Clone)]
pub struct Fonts {
    database: Arc<Database>,
    faces: Vec<Face>,
    heading: String,
    text: String,
    hash: String,
}

#[derive(Debug, Clone)]
struct Face {
    file: Arc<Vec<u8>>,
    index: u32,
    family: String,
    weight: u16,
}

/// A role of a text in a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Headlines: bold and narrow.
    Heading,
    /// Names and facts.
    Text,
    /// The same, bold.
    Strong,
}

impl Fonts {
    /// Reads font files: TTF, OTF, WOFF or WOFF2.
    ///
    /// Headlines are set in Roboto Condensed and the rest in Open Sans, as on the page; where
    /// they are not among the files, in the first bold one or else the first. Further files help
    /// out with characters that these lack. Files that are no fonts are passed over.
    ///
    /// # Errors
    /// [`DrawError::NoFont`] if none is left.
    pub fn new(files: impl IntoIterator<Item = Vec<u8>>) -> Result<Self, DrawError> {
        let mut database = Database::new();
        let mut faces = Vec::new();
        for file in files.into_iter().filter_map(unpacked).map(Arc::new) {
            for id in database.load_font_source(Source::Binary(Arc::clone(&file) as _)) {
                if let Some(face) = database.face(id) {
                    faces.push(Face {
                        file: Arc::clone(&file),
                        index: face.index,
                        family: face
                            .families
                            .first()
                            .map_or(String::new(), |name| name.0.clone()),
                        weight: face.weight.0,
                    });
                }
            }
        }
        let first = faces.first().ok_or(DrawError::NoFont)?;
        let bold = faces
            .iter()
            .find(|face| face.weight >= 700)
            .unwrap_or(first);
        let family = |wanted: &str, instead: &Face| {
            let found = faces.iter().find(|face| face.family == wanted);
            found.unwrap_or(instead).family.clone()
        };
        let files: Vec<_> = faces.iter().map(|face| content_hash(&face.file)).collect();
        Ok(Self {
            hash: files.concat(),
            heading: family("Roboto Condensed", bold),
            text: family("Open Sans", first),
            database: Arc::new(database),
            faces,
        })
    }

    /// Changes if and only if one of the files does.
    pub(super) fn hash(&self) -> &str {
        &self.hash
    }

    pub(super) fn database(&self) -> &Arc<Database> {
        &self.database
    }

    /// Family and weight of a role.
    pub(super) fn style(&self, role: Role) -> (&str, u16) {
        match role {
            Role::Heading => (&self.heading, 700),
            Role::Text => (&self.text, 400),
            Role::Strong => (&self.text, 700),
        }
    }

    /// Measures texts of a role.
    pub(super) fn ruler(&self, role: Role) -> Ruler<'_> {
        let (family, weight) = self.style(role);
        let mut faces: Vec<_> = self.faces.iter().collect();
        faces.sort_by_key(|face| (face.family != family, face.weight.abs_diff(weight)));
        let glyphs = faces.into_iter().filter_map(|face| {
            let font = FontRef::from_index(&face.file, face.index).ok()?;
            let metrics = GlyphMetrics::new(&font, Size::new(1.0), LocationRef::default());
            let map = font.charmap();
            Some(Glyphs { face, map, metrics })
        });
        Ruler(glyphs.collect())
    }
}

/// Fonts of the web are packed ones.
fn unpacked(file: Vec<u8>) -> Option<Vec<u8>> {
    match file.get(..4)? {
        b"wOF2" => wuff::decompress_woff2(&file).ok(),
        b"wOFF" => wuff::decompress_woff1(&file).ok(),
        _ => Some(file),
    }
}

struct Glyphs<'a> {
    face: &'a Face,
    map: Charmap<'a>,
    metrics: GlyphMetrics<'a>,
}

/// Knows which font each character of a text is written in, and how wide it is; best font first.
pub(super) struct Ruler<'a>(Vec<Glyphs<'a>>);

/// A part of a text that is written in one font.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run<'a> {
    /// The font's family.
    pub(super) family: &'a str,
    /// The font's weight.
    pub(super) weight: u16,
    /// The text.
    pub(super) text: String,
}

impl<'a> Ruler<'a> {
    /// The width of a text at size 1, without kerning, which makes most texts a little narrower.
    pub(super) fn width(&self, text: &str) -> f32 {
        text.chars().map(|c| self.advance(c)).sum()
    }

    /// A text by font. Said for each part: left alone, the renderer would set a whole line in
    /// another font for one character, and wider than measured.
    pub(super) fn runs(&self, text: &str) -> Vec<Run<'a>> {
        let mut runs: Vec<Run<'a>> = Vec::new();
        for c in text.chars() {
            let Some(glyphs) = self.of(c).or(self.0.first()) else {
                continue;
            };
            let (family, weight) = (glyphs.face.family.as_str(), glyphs.face.weight);
            match runs.last_mut() {
                Some(run) if run.family == family && run.weight == weight => run.text.push(c),
                _ => runs.push(Run {
                    family,
                    weight,
                    text: c.into(),
                }),
            }
        }
        runs
    }

    fn of(&self, c: char) -> Option<&Glyphs<'a>> {
        self.0.iter().find(|glyphs| glyphs.map.map(c).is_some())
    }

    fn advance(&self, c: char) -> f32 {
        let found = self.of(c).and_then(|glyphs| {
            let glyph = glyphs.map.map(c)?;
            glyphs.metrics.advance_width(glyph)
        });
        // A character that no font has takes the place of a wide one.
        found.unwrap_or(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preview::test_fonts::cached_fonts;

    #[test]
    fn reads_packed_fonts_and_knows_their_roles() {
        let Some(fonts) = cached_fonts() else { return };
        assert_eq!(fonts.style(Role::Heading), ("Roboto Condensed", 700));
        assert_eq!(fonts.style(Role::Strong), ("Open Sans", 700));
        assert!(fonts.faces.len() >= 3);
    }

    #[test]
    fn measures_in_the_font_of_the_role() {
        let Some(fonts) = cached_fonts() else { return };
        let width = |role, text| fonts.ruler(role).width(text);
        assert!(width(Role::Heading, "München") < width(Role::Strong, "München"));
        assert!(width(Role::Text, "iii") < width(Role::Text, "MMM"));
        assert!((width(Role::Text, "漢字") - 2.0).abs() < f32::EPSILON);
    }

    #[test]
    fn says_which_font_each_part_is_written_in() {
        let Some(fonts) = cached_fonts() else { return };
        let runs = fonts.ruler(Role::Heading).runs("Lodz 漢");
        // What no font has stays where it is.
        assert_eq!(runs.len(), 1);
        assert_eq!((runs[0].family, runs[0].weight), ("Roboto Condensed", 700));
        assert_eq!(runs[0].text, "Lodz 漢");
    }

    #[test]
    fn passes_over_what_is_no_font() {
        let files = [
            vec![],
            b"wOF2 broken".to_vec(),
            b"wOFF".to_vec(),
            vec![7; 300],
        ];
        assert!(matches!(Fonts::new(files), Err(DrawError::NoFont)));
    }
}
