//! How long a webm or Matroska file is.
//!
//! Source: the elements `Segment`, `Info`, `TimestampScale` and `Duration` of Matroska (RFC 9559,
//! <https://www.rfc-editor.org/rfc/rfc9559>) in EBML (RFC 8794,
//! <https://www.rfc-editor.org/rfc/rfc8794>), ids and types as in the table of libraries that read
//! them, 2026-11-30. All else is passed over unread. What a browser records live has no `Duration`,
//! and no length here.

use std::io::{Read, Seek, SeekFrom};

use nachlese_event::Seconds;

use super::{take, whole};

const HEADER: u32 = 0x1a45_dfa3;
const SEGMENT: u32 = 0x1853_8067;
const INFO: u32 = 0x1549_a966;
const TIMESTAMP_SCALE: u32 = 0x002a_d7b1;
const DURATION: u32 = 0x4489;

/// `Info` is among the first elements of a segment, and has about ten itself.
const MOST_ELEMENTS: usize = 100;

/// Nanoseconds in a tick, unless the file says otherwise.
const USUAL_SCALE: u64 = 1_000_000;

pub(super) fn length(file: &mut (impl Read + Seek)) -> Option<Seconds> {
    let (id, size) = element(file)?;
    (id == HEADER).then_some(())?;
    file.seek_relative(size?.try_into().ok()?).ok()?;
    enter(file, SEGMENT)?;
    let mut left = enter(file, INFO)?.0?;
    let (mut scale, mut ticks) = (USUAL_SCALE, None);
    for _ in 0..MOST_ELEMENTS {
        if left == 0 {
            break;
        }
        let before = file.stream_position().ok()?;
        let (id, size) = element(file)?;
        let size = size?;
        match (id, size) {
            (TIMESTAMP_SCALE, 1..=8) => scale = number(file, size)?,
            (DURATION, 4) => ticks = Some(f64::from(f32::from_be_bytes(take(file)?))),
            (DURATION, 8) => ticks = Some(f64::from_be_bytes(take(file)?)),
            _ => file.seek_relative(size.try_into().ok()?).ok()?,
        }
        let read = file.stream_position().ok()?.checked_sub(before)?;
        left = left.saturating_sub(read);
    }
    #[expect(
        clippy::cast_precision_loss,
        reason = "a scale has a few digits, and half a second does not matter"
    )]
    let seconds = ticks? * scale as f64 / 1e9;
    whole(seconds)
}

/// The size of an element's content, in bytes. None is known while a stream is being written.
struct Size(Option<u64>);

/// Goes to the content of the next element of a kind.
fn enter(file: &mut (impl Read + Seek), wanted: u32) -> Option<Size> {
    for _ in 0..MOST_ELEMENTS {
        let (id, size) = element(file)?;
        if id == wanted {
            return Some(Size(size));
        }
        file.seek(SeekFrom::Current(size?.try_into().ok()?)).ok()?;
    }
    None
}

/// The id of an element, with the bits that tell its length, and the size of its content. No size
/// is known while a stream is being written.
fn element(file: &mut impl Read) -> Option<(u32, Option<u64>)> {
    let [first] = take::<1>(file)?;
    let more = first.leading_zeros();
    (more < 4).then_some(())?;
    let id = following(file, u64::from(first), more)?;
    let [first] = take::<1>(file)?;
    let more = first.leading_zeros();
    (more < 8).then_some(())?;
    let mark = 0x80_u8 >> more;
    let size = following(file, u64::from(first ^ mark), more)?;
    let unknown = (1 << (7 * (more + 1))) - 1;
    Some((id.try_into().ok()?, (size != unknown).then_some(size)))
}

fn number(file: &mut impl Read, size: u64) -> Option<u64> {
    following(file, 0, size.try_into().ok()?)
}

/// A number that goes on for so many bytes.
fn following(file: &mut impl Read, first: u64, more: u32) -> Option<u64> {
    let mut number = first;
    for _ in 0..more {
        let [next] = take::<1>(file)?;
        number = number << 8 | u64::from(next);
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn part(id: &[u8], content: &[u8]) -> Vec<u8> {
        let size = u8::try_from(content.len()).unwrap() | 0x80;
        [id, &[size], content].concat()
    }

    const DURATION: &[u8] = &[0x44, 0x89];
    const SCALE: &[u8] = &[0x2a, 0xd7, 0xb1];

    fn file(info: &[Vec<u8>], segment_size: &[u8]) -> Vec<u8> {
        let info = part(&[0x15, 0x49, 0xa9, 0x66], &info.concat());
        [
            &part(&[0x1a, 0x45, 0xdf, 0xa3], &[0x42, 0x86, 0x81, 1])[..],
            &[0x18, 0x53, 0x80, 0x67],
            segment_size,
            // A void element before it.
            &part(&[0xec], &[0; 9]),
            &info,
        ]
        .concat()
    }

    fn check(file: Vec<u8>, expected: Option<u32>) {
        assert_eq!(length(&mut Cursor::new(file)), expected.map(Seconds));
    }

    #[test]
    fn reads_the_length_and_nothing_else() {
        let known = &[0x80 | 0x5a][..];
        let ticks = |it: f64| part(DURATION, &it.to_be_bytes());
        let scale = |it: u32| part(SCALE, &it.to_be_bytes());
        let title = part(&[0x7b, 0xa9], b"Film");
        check(file(&[title.clone(), ticks(75_200.0)], known), Some(76));
        check(
            file(&[part(DURATION, &10_000_f32.to_be_bytes())], known),
            Some(10),
        );
        // In another order, with a scale, in a stream whose size is not known.
        let endless = &[0x01, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff];
        check(
            file(&[ticks(30.0), scale(1_000_000_000)], endless),
            Some(30),
        );
        // Unknown, and impossible.
        check(file(&[title], known), None);
        for odd in [f64::NAN, f64::INFINITY, -5.0, 0.0, 1e300] {
            check(file(&[ticks(odd)], known), None);
        }
        check(file(&[ticks(5.0), scale(0)], known), None);
        check(file(&[part(DURATION, &[1, 2])], known), None);
    }

    #[test]
    fn other_and_broken_files_have_no_length() {
        let whole = file(&[part(DURATION, &75_000_f64.to_be_bytes())], &[0x80 | 0x5a]);
        for end in 0..whole.len() - 1 {
            check(whole[..end].to_vec(), None);
        }
        check(vec![0; 10_000], None);
        check(vec![0xff; 10_000], None);
        check(part(&[0xec], &[]).repeat(10_000), None);
        check(
            [
                part(&[0x1a, 0x45, 0xdf, 0xa3], &[]),
                part(&[0xec], &[]).repeat(10_000),
            ]
            .concat(),
            None,
        );
    }

    #[test]
    fn the_sample_takes_as_long_as_it_says() {
        let film = include_bytes!(
            "../../../../../public/events/beispielkonferenz-2026/video/captions.webm"
        );
        assert_eq!(length(&mut Cursor::new(film)), Some(Seconds(17)));
    }
}
