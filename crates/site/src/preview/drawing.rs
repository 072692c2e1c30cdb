//! Draws blocks of text on the background of a picture.

use std::fmt::Write;

use super::{
    HEIGHT, WIDTH,
    fonts::{Fonts, Role, Run},
    lines::{Block, TextBox},
};
use crate::{palette, words::escaped};

/// The distance of text from the picture's edges.
pub(super) const EDGE: f32 = 72.0;
/// Where the white strip at the bottom begins.
pub(super) const STRIP: f32 = 526.0;
/// The yellow line on top of the strip.
pub(super) const LINE: f32 = 8.0;

/// A picture in the making, as SVG.
pub(super) struct Drawing<'a> {
    /// The fonts to write with.
    pub(super) fonts: &'a Fonts,
    svg: String,
}

impl<'a> Drawing<'a> {
    /// The background: the city's blue with an ear of wheat, and the strip.
    pub(super) fn new(fonts: &'a Fonts) -> Self {
        Self {
            fonts,
            svg: background(),
        }
    }

    /// The finished picture.
    pub(super) fn finish(mut self) -> String {
        self.svg.push_str("</svg>");
        self.svg
    }

    /// Writes a block that was fitted into `space`.
    pub(super) fn text(&mut self, block: &Block, role: Role, space: TextBox, anchor: Anchor) {
        let ruler = self.fonts.ruler(role);
        let size = block.size;
        let leading = size * space.leading;
        // Capitals stand in the middle of their line.
        let mut baseline = anchor.y + leading / 2.0 + size * 0.355;
        for line in &block.lines {
            let mut x = anchor.x;
            if anchor.is_end {
                x -= ruler.width(line) * size;
            }
            // A text of its own for each font: within one, a character that a font lacks would
            // turn all of it into another font.
            for Run {
                family,
                weight,
                text,
            } in ruler.runs(line)
            {
                let (family, escaped) = (escaped(family), escaped(&text));
                write!(
                    self.svg,
                    "<text x=\"{x:.1}\" y=\"{baseline:.1}\" xml:space=\"preserve\" font-family=\"'{family}'\" \
                     font-weight=\"{weight}\" font-size=\"{size}\" fill=\"{}\">{escaped}</text>",
                    anchor.colour
                )
                .ok();
                x += ruler.width(&text) * size;
            }
            baseline += leading;
        }
    }
}

/// Where a block of text begins.
#[derive(Clone, Copy)]
pub(super) struct Anchor {
    /// The edge of the lines, in pixels.
    pub(super) x: f32,
    /// The top of the first line, in pixels.
    pub(super) y: f32,
    /// Whether the lines end at `x` instead of beginning there.
    pub(super) is_end: bool,
    /// The text's colour.
    pub(super) colour: &'static str,
}

impl Anchor {
    /// At the edge of the picture.
    pub(super) fn start(y: f32, colour: &'static str) -> Self {
        Self {
            x: EDGE,
            y,
            is_end: false,
            colour,
        }
    }
}

/// The height of all lines of a block, in pixels.
pub(super) fn height(block: &Block, space: TextBox) -> f32 {
    let lines = u16::try_from(block.lines.len()).unwrap_or(u16::MAX);
    f32::from(lines) * block.size * space.leading
}

/// A picture with the ear of wheat above it, as a square.
pub(super) fn square(picture: &str) -> String {
    let [blue, white] = [palette::light("brand-mde-blue"), "#FFFFFF"];
    let top = WIDTH - HEIGHT;
    // Within, the size of a picture has to be said, else it would fill the square.
    let picture = picture.replacen(
        "<svg",
        &format!("<svg y=\"{top}\" width=\"{WIDTH}\" height=\"{HEIGHT}\""),
        1,
    );
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {WIDTH}\">\
         <rect width=\"{WIDTH}\" height=\"{WIDTH}\" fill=\"{blue}\"/>{picture}\
         <g transform=\"translate({EDGE} 110) translate(-126 0) scale(14)\" fill=\"{white}\">\
         <path d=\"{EAR}\"/><path d=\"M16 34V9\" stroke=\"{white}\" stroke-width=\"1.4\"/></g></svg>"
    )
}

/// The ear of wheat of `favicon.svg`, without its square.
const EAR: &str = "M16 2c2.6 2.4 2.6 5.6 0 8c-2.6-2.4-2.6-5.6 0-8zM15 15c-3.5.1-5.8-2-6-5.5c3.5-.1 5.8 2 6 5.5zM17 15c3.5.1 5.8-2 6-5.5c-3.5-.1-5.8 2-6 5.5zM15 21.5c-3.5.1-5.8-2-6-5.5c3.5-.1 5.8 2 6 5.5zM17 21.5c3.5.1 5.8-2 6-5.5c-3.5-.1-5.8 2-6 5.5z";

fn background() -> String {
    let [blue, dark, yellow] =
        ["brand-mde-blue", "brand-mde-blue-dark", "brand-mde-yellow"].map(palette::light);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\">\
         <rect width=\"{WIDTH}\" height=\"{HEIGHT}\" fill=\"{blue}\"/>\
         <g transform=\"translate(730 -80) rotate(14 300 300) scale(24)\" opacity=\".6\" fill=\"{dark}\">\
         <path d=\"{EAR}\"/><path d=\"M16 34V9\" stroke=\"{dark}\" stroke-width=\"1.4\"/></g>\
         <rect y=\"{STRIP}\" width=\"{WIDTH}\" height=\"200\" fill=\"#FFFFFF\"/>\
         <rect y=\"{STRIP}\" width=\"{WIDTH}\" height=\"{LINE}\" fill=\"{yellow}\"/>"
    )
}
