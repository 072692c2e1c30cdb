//! The picture that social networks and chats show beside a link: a page's own words on the city's blue.

mod card;
mod drawing;
mod fonts;
mod lines;
#[cfg(test)]
mod test_fonts;

pub use fonts::{Fonts, SYSTEM_FONTS};

use nachlese_event::Event;

use super::{DrawError, Page, precache::content_hash, raster};

/// The pictures' width in pixels, as Open Graph recommends.
pub const WIDTH: u32 = 1_200;
/// The pictures' height in pixels.
pub const HEIGHT: u32 = 630;

/// The path of a page's picture from the root of the site: `preview.png` in the page's folder.
#[must_use]
pub fn path(page: &Page) -> String {
    format!("{}preview.png", page.path)
}

/// Draws a page's picture as PNG: for the event its kind, title, motto, day and host; for a talk
/// its kind, title or topic, people, event and day.
///
/// Texts that are too long are set smaller, then cut off with `…`. The same event and fonts give the
/// same bytes. A talk that the event does not have gives the event's picture. `earlier` is a picture
/// of an earlier run: it is taken again if it was made of the same drawing.
///
/// # Errors
/// [`DrawError`] if the picture cannot be made; no text of an event leads to that.
pub fn preview(
    event: &Event,
    page: &Page,
    fonts: &Fonts,
    earlier: Option<Vec<u8>>,
) -> Result<Vec<u8>, DrawError> {
    let talk = page.talk.as_ref().and_then(|id| event.talk(id));
    let card = match talk {
        Some(talk) => card::Card::of_talk(event, talk, &page.language),
        None => card::Card::of_event(event, &page.language),
    };
    drawn(&card.svg(fonts), (WIDTH, HEIGHT), fonts, earlier)
}

/// The name of the square picture of a feed, which is beside it.
pub const FEED: &str = "feed.png";
/// The width and height of a feed's picture in pixels. Apple Podcasts takes 1400 to 3000.
pub const SIDE: u32 = 1_400;

/// Draws the picture of an event's feed as PNG: the event's picture below the ear of wheat. `earlier`
/// is as with [`preview()`].
///
/// # Errors
/// [`DrawError`] if the picture cannot be made; no text of an event leads to that.
pub fn square(
    event: &Event,
    fonts: &Fonts,
    earlier: Option<Vec<u8>>,
) -> Result<Vec<u8>, DrawError> {
    let card = card::Card::of_event(event, &event.language).svg(fonts);
    drawn(&drawing::square(&card), (SIDE, SIDE), fonts, earlier)
}

/// Draws a picture, unless the earlier one is of the same drawing.
fn drawn(
    svg: &str,
    size: (u32, u32),
    fonts: &Fonts,
    earlier: Option<Vec<u8>>,
) -> Result<Vec<u8>, DrawError> {
    let drawing = content_hash(format!("{svg}{}", fonts.hash()).as_bytes());
    match earlier.filter(|picture| raster::is_of(picture, &drawing)) {
        Some(earlier) => Ok(earlier),
        None => raster::png(svg, size, Some(fonts.database()), Some(&drawing)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pages, tests::event};

    #[test]
    fn is_a_small_png_and_always_the_same() {
        let Some(fonts) = test_fonts::cached_fonts() else {
            return;
        };
        let event = event();
        for page in pages(&event, "") {
            let bytes = preview(&event, &page, &fonts, None).unwrap();
            assert!(
                bytes.starts_with(b"\x89PNG") && bytes.len() < 60_000,
                "{}",
                bytes.len()
            );
            assert_eq!(bytes, preview(&event, &page, &fonts, None).unwrap());
            // The picture is known by its drawing, whatever its pixels are.
            let mut known = bytes.clone();
            known.truncate(bytes.len() - 20);
            let again = preview(&event, &page, &fonts, Some(known.clone())).unwrap();
            assert_eq!(again, known);
            let other = preview(&event, &page, &fonts, Some(b"\x89PNG".to_vec()));
            assert_eq!(other.unwrap(), bytes);
        }
    }

    #[test]
    fn the_picture_of_a_feed_is_square_and_large_enough() {
        let Some(fonts) = test_fonts::cached_fonts() else {
            return;
        };
        let bytes = square(&event(), &fonts, None).unwrap();
        // Width and height stand in the first chunk of a PNG.
        assert_eq!(bytes[16..20], SIDE.to_be_bytes());
        assert_eq!(bytes[20..24], SIDE.to_be_bytes());
        assert!(bytes.len() < 100_000, "{}", bytes.len());
    }

    #[test]
    fn lies_in_the_pages_folder() {
        let paths: Vec<_> = pages(&event(), "").iter().map(path).collect();
        assert_eq!(paths[0], "preview.png");
        assert_eq!(paths[4], "en/talk/größe/preview.png");
    }
}
