//! How long a recording is, from the first bytes of its file that say so.

mod hls;
mod mp4;
mod webm;

use std::io::{Read, Seek, SeekFrom};

use nachlese_event::Seconds;

pub(super) use self::hls::{Playlist, playlist};

/// The length, or `None` if the file does not say it or is of another format. Anything begun counts
/// as a whole second.
pub(super) fn length(file: &mut (impl Read + Seek)) -> Option<Seconds> {
    let found = mp4::length(file).or_else(|| {
        file.seek(SeekFrom::Start(0)).ok()?;
        webm::length(file)
    });
    found.filter(|length| length.0 <= Seconds::LONGEST_RECORDING)
}

fn take<const N: usize>(file: &mut impl Read) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    file.read_exact(&mut bytes).ok()?;
    Some(bytes)
}

/// A number of seconds that may have a fraction, upwards. `None` for one that is no length.
fn whole(seconds: f64) -> Option<Seconds> {
    Seconds::within(1..=Seconds::LONGEST_RECORDING, seconds.ceil())
}
