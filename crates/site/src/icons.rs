//! Icons in the sizes that home screens need, from one drawing.

use super::{
    DrawError,
    palette::{self, THEME},
    raster,
};

/// An icon file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Icon {
    /// Its path from the root of the site.
    pub path: &'static str,
    /// Its width and height, in pixels.
    pub size: u32,
    /// Whether systems may cut off its edges. The drawing is then within the middle 80 %.
    pub is_maskable: bool,
}

/// All icons. By convention, Apple's icon is not named in the manifest, but it does no harm there.
pub const SIZES: [Icon; 4] = [
    icon("icon-192.png", 192, false),
    icon("icon-512.png", 512, false),
    icon("icon-maskable-512.png", 512, true),
    icon("apple-touch-icon.png", 180, false),
];

const fn icon(path: &'static str, size: u32, is_maskable: bool) -> Icon {
    Icon {
        path,
        size,
        is_maskable,
    }
}

/// Draws all icons from a square SVG, for example `favicon.svg`: paths and PNG files.
///
/// The maskable icon has the theme colour around the drawing.
///
/// # Errors
/// [`DrawError`] if the drawing is not an SVG.
pub fn icons(svg: &str) -> Result<Vec<(&'static str, Vec<u8>)>, DrawError> {
    let draw = |icon: Icon| {
        let drawing = if icon.is_maskable {
            within(svg)
        } else {
            svg.to_owned()
        };
        let bytes = raster::png(&drawing, (icon.size, icon.size), None, None)?;
        Ok((icon.path, bytes))
    };
    SIZES.into_iter().map(draw).collect()
}

/// The drawing in the middle of a plain square. The safe zone is a circle with 80 % of the width. A
/// square in it would be only 57 % wide, but the important part of a drawing rarely is in the
/// corners.
fn within(svg: &str) -> String {
    let start = svg.find("<svg").unwrap_or_default();
    let nested = svg[start..].replacen(
        "<svg",
        "<svg x=\"14\" y=\"14\" width=\"72\" height=\"72\"",
        1,
    );
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">\
         <rect width=\"100\" height=\"100\" fill=\"{}\"/>{nested}</svg>",
        palette::light(THEME)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAVICON: &str = include_str!("../../../public/favicon.svg");

    #[test]
    fn draws_every_size() {
        let icons = icons(FAVICON).unwrap();
        for (icon, (path, bytes)) in SIZES.iter().zip(&icons) {
            assert_eq!(icon.path, *path);
            // Width and height stand in the first chunk of a PNG.
            assert_eq!(bytes[16..20], icon.size.to_be_bytes(), "{path}");
            assert_eq!(bytes[20..24], icon.size.to_be_bytes(), "{path}");
        }
        assert_ne!(icons[1].1, icons[2].1);
    }

    #[test]
    fn says_that_it_is_no_drawing() {
        assert!(icons("<p>").is_err());
    }
}
