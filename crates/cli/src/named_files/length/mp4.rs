//! How long an mp4, m4v, m4a or mov is.
//!
//! Source: the boxes `moov` and `mvhd` of ISO/IEC 14496-12. All else is passed over unread, so that
//! a film of an hour costs a few reads.

use std::io::{Read, Seek, SeekFrom};

use nachlese_event::Seconds;

use super::take;

/// A file has about five boxes at its top, and `mvhd` is the first in `moov`.
const MOST_BOXES: usize = 100;

/// The length, or `None` if the file does not say it or is of another format. Anything begun counts
/// as a whole second.
pub(super) fn length(file: &mut (impl Read + Seek)) -> Option<Seconds> {
    enter(file, *b"moov")?;
    enter(file, *b"mvhd")?;
    let [version, ..] = take::<4>(file)?;
    // When it was made and changed.
    let dates = if version == 1 { 16 } else { 8 };
    file.seek(SeekFrom::Current(dates)).ok()?;
    let scale = u64::from(u32::from_be_bytes(take(file)?));
    let duration = if version == 1 {
        Some(u64::from_be_bytes(take(file)?)).filter(|it| *it != u64::MAX)
    } else {
        let short = u32::from_be_bytes(take(file)?);
        (short != u32::MAX).then_some(short.into())
    };
    // Files in fragments have 0.
    let duration = duration.filter(|it| *it > 0 && scale > 0)?;
    let seconds = u32::try_from(duration.div_ceil(scale)).ok()?;
    (seconds <= Seconds::LONGEST_RECORDING).then_some(Seconds(seconds))
}

/// Goes to the content of the next box of a name. `None` if the file begins with no box.
fn enter(file: &mut (impl Read + Seek), name: [u8; 4]) -> Option<()> {
    for _ in 0..MOST_BOXES {
        let size = u64::from(u32::from_be_bytes(take(file)?));
        let found: [u8; 4] = take(file)?;
        let rest = match size {
            1 => u64::from_be_bytes(take(file)?).checked_sub(16)?,
            // 0 is up to the end of the file.
            _ => size.checked_sub(8).filter(|_| found.is_ascii())?,
        };
        if found == name {
            return Some(());
        }
        file.seek(SeekFrom::Current(rest.try_into().ok()?)).ok()?;
    }
    None
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn boxed(name: [u8; 4], content: &[u8]) -> Vec<u8> {
        let size = u32::try_from(content.len() + 8).unwrap();
        [&size.to_be_bytes(), &name[..], content].concat()
    }

    fn check(file: Vec<u8>, expected: Option<u32>) {
        assert_eq!(length(&mut Cursor::new(file)), expected.map(Seconds));
    }

    #[test]
    fn reads_the_length_and_nothing_else() {
        let header = |scale: u32, duration: u32| {
            let content = [&[0; 12][..], &scale.to_be_bytes(), &duration.to_be_bytes()];
            boxed(*b"moov", &boxed(*b"mvhd", &content.concat()))
        };
        let start = boxed(*b"ftyp", b"isom");
        let after = |more: &[u8]| [&start, more].concat();
        check(after(&header(1_000, 75_200)), Some(76));
        check(after(&header(1_000, 75_000)), Some(75));
        // Unknown, in fragments, impossible.
        check(after(&header(1_000, u32::MAX)), None);
        check(after(&header(1_000, 0)), None);
        check(after(&header(0, 75_000)), None);
        // The film first, in a box whose size has 64 bits.
        let film = [
            &1_u32.to_be_bytes()[..],
            b"mdat",
            &20_u64.to_be_bytes(),
            b"film",
        ]
        .concat();
        check(after(&[film, header(90_000, 900_000)].concat()), Some(10));
        // The longer form of the header.
        let long = [
            &[1, 0, 0, 0][..],
            &[0; 16],
            &600_u32.to_be_bytes(),
            &6_000_u64.to_be_bytes(),
        ];
        check(boxed(*b"moov", &boxed(*b"mvhd", &long.concat())), Some(10));
    }

    #[test]
    fn other_files_have_no_length() {
        for file in [
            "",
            "moov",
            "\u{1a}E\u{df}\u{a3}webm",
            "GIF89a, a picture of some kind",
        ] {
            check(file.as_bytes().to_vec(), None);
        }
        check(vec![0; 100_000], None);
        check(b"\0\0\0\x08free".repeat(10_000), None);
    }

    #[test]
    fn the_samples_panel_takes_as_long_as_its_captions_say() {
        let film =
            include_bytes!("../../../../../public/events/beispielkonferenz-2026/video/podium.mp4");
        assert_eq!(length(&mut Cursor::new(film)), Some(Seconds(76)));
    }
}
