//! The files next to an event's file.

use std::path::{Path, PathBuf};

use nachlese_event::Seconds;
use nachlese_formats::import::native_decoder;
use nachlese_reader::encoding::guess;

use super::{
    length::{Playlist, length, playlist},
    size::Use,
};
use crate::{
    beside::{decoded, drawing, path_beside},
    folder::Folder,
    input::{open_beside, read_beside},
};

/// The folder of an event's file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Files<'a> {
    /// Nothing if the event comes from a pipe.
    pub(super) folder: Option<&'a Path>,
    /// Files outside of it are not read.
    pub(super) within: Option<&'a Folder>,
}

impl Files<'_> {
    /// The path that an address names, as it is written and where it is.
    pub(super) fn beside(self, address: &str, is_drawing: bool) -> Option<(String, PathBuf)> {
        let drawing = is_drawing.then(|| drawing(address)).flatten();
        let file = path_beside(drawing.as_deref().unwrap_or(address))?;
        // Only a server knows what a query or a folder means.
        let is_clear = !file.contains('?') && !file.ends_with('/');
        let place = self.folder?.join(decoded(&file));
        is_clear.then_some((file, place))
    }

    /// The content of a file of at most so many bytes, if it may be read.
    pub(super) fn read(self, place: &Path, most: u64) -> Option<Vec<u8>> {
        self.may_be_read(place).then(|| read_beside(place, most))?
    }

    /// The text of captions or of a transcript, in whatever encoding.
    pub(super) fn text(self, address: &str) -> Option<String> {
        let (_, place) = self.beside(address, false)?;
        let bytes = self.read(&place, Use::Captions.most())?;
        native_decoder(guess(&bytes), &bytes)
    }

    /// How long a video is.
    pub(super) fn length(self, address: &str) -> Option<Seconds> {
        let (_, place) = self.beside(address, false)?;
        if place
            .extension()
            .is_some_and(|it| it.eq_ignore_ascii_case("m3u8"))
        {
            return match self.playlist(&place)? {
                Playlist::Parts(length) => Some(length),
                Playlist::Variants(address) => {
                    // Addresses in it count from its folder.
                    let beside = path_beside(&address)?;
                    match self.playlist(&place.parent()?.join(decoded(&beside)))? {
                        Playlist::Parts(length) => Some(length),
                        Playlist::Variants(_) => None,
                    }
                }
            };
        }
        self.may_be_read(&place)
            .then(|| length(&mut open_beside(&place)?))?
    }

    fn playlist(self, place: &Path) -> Option<Playlist> {
        let bytes = self.read(place, Use::Captions.most())?;
        playlist(str::from_utf8(&bytes).ok()?)
    }

    fn may_be_read(self, place: &Path) -> bool {
        self.within.is_none_or(|folder| folder.holds(place))
    }
}
