//! Pictures of pages, and pictures beside each other, pixel by pixel.

use std::{fs, io::Cursor, path::Path};

use super::{Failure, Outcome, SCREENSHOTS, page::Page};

impl Page {
    /// Writes what is in the window to `target/screenshots/<name>.png`.
    pub(crate) async fn screenshot(&self, name: &str) -> Outcome {
        let folder = Path::new(SCREENSHOTS);
        fs::create_dir_all(folder)?;
        let picture = self.browser().client.screenshot().await?;
        Ok(fs::write(folder.join(format!("{name}.png")), picture)?)
    }
}

/// Colours in rows, each as its bytes.
struct Picture {
    width: usize,
    height: usize,
    channels: usize,
    bytes: Vec<u8>,
}

impl Picture {
    fn read(png: &[u8]) -> Outcome<Self> {
        let mut reader = png::Decoder::new(Cursor::new(png)).read_info()?;
        let size = reader
            .output_buffer_size()
            .ok_or_else(|| Failure::new("too large"))?;
        let mut bytes = vec![0; size];
        let info = reader.next_frame(&mut bytes)?;
        bytes.truncate(info.buffer_size());
        Ok(Self {
            width: usize::try_from(info.width)?,
            height: usize::try_from(info.height)?,
            channels: info.color_type.samples(),
            bytes,
        })
    }

    fn colour(&self, x: usize, y: usize) -> &[u8] {
        let at = (y * self.width + x) * self.channels;
        &self.bytes[at..at + self.channels]
    }
}

/// Says how two pictures differ; nothing if they do not.
pub(crate) fn difference(one: &[u8], other: &[u8]) -> Outcome<Option<String>> {
    let (one, other) = (Picture::read(one)?, Picture::read(other)?);
    if one.width != other.width {
        return Ok(Some(format!(
            "{} px wide instead of {}",
            other.width, one.width
        )));
    }
    // In quirks mode the driver's picture does not end where the window does: what both show counts.
    let rows = one.bytes.iter().zip(&other.bytes);
    let count = rows.filter(|(a, b)| a != b).count();
    Ok((count > 0).then(|| format!("{count} of {} values differ", one.bytes.len())))
}

/// How far away in the other picture a pixel may have its like, in pixels.
const NEAR: usize = 3;
/// How much two colours that are alike may differ, in each of 256 steps of red, green and blue.
const ALIKE: u8 = 32;

/// Counts the pixels of each of two pictures that have nothing like them nearby in the other, and gives the larger
/// number.
///
/// For pictures that show the same to the eye, drawn at different densities: browsers put baselines on whole pixels
/// of CSS, and shape letters by the pixels of the screen.
pub(crate) fn unlike(one: &[u8], other: &[u8]) -> Outcome<usize> {
    let (one, other) = (Picture::read(one)?, Picture::read(other)?);
    if (one.width, one.height) != (other.width, other.height) {
        return Err(Failure::new("the pictures are not of one size"));
    }
    Ok(missing(&one, &other).max(missing(&other, &one)))
}

fn missing(one: &Picture, other: &Picture) -> usize {
    let is_alike = |a: &[u8], b: &[u8]| a.iter().zip(b).all(|(a, b)| a.abs_diff(*b) <= ALIKE);
    let places = (0..one.height).flat_map(|y| (0..one.width).map(move |x| (x, y)));
    let is_missing = |&(x, y): &(usize, usize)| {
        let colour = one.colour(x, y);
        if colour == other.colour(x, y) {
            return false;
        }
        let rows = y.saturating_sub(NEAR)..(y + NEAR + 1).min(one.height);
        !rows.into_iter().any(|y| {
            let columns = x.saturating_sub(NEAR)..(x + NEAR + 1).min(one.width);
            columns
                .into_iter()
                .any(|x| is_alike(colour, other.colour(x, y)))
        })
    };
    places.filter(is_missing).count()
}

/// Says where a picture is of another colour than this one left of `left` or right of `right`;
/// nothing if it is of that colour everywhere there, but for the window's scroll bar.
pub(crate) fn is_one_colour_outside(
    picture: &[u8],
    left: f64,
    right: f64,
    colour: [u8; 3],
) -> Outcome<Option<String>> {
    const SCROLL_BAR: usize = 16;
    let picture = Picture::read(picture)?;
    for y in 0..picture.height {
        for x in 0..picture.width.saturating_sub(SCROLL_BAR) {
            let at = f64::from(u32::try_from(x)?);
            let is_outside = at + 1.0 < left || at > right;
            if is_outside && picture.colour(x, y)[..3] != colour {
                return Ok(Some(format!("{:?} at {x}, {y}", picture.colour(x, y))));
            }
        }
    }
    Ok(None)
}
