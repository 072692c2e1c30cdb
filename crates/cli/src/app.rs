//! The app that every site has: what trunk made, before the pages of any event are written.
//!
//! A released program carries it, packed with brotli (`make release`, the feature `app`). Every other
//! takes it from the folder that `make dist` leaves in `.cache/app`.

use std::{
    io,
    path::{Path, PathBuf},
};

use nachlese_event::Speech;

use super::{failure::Failure, folder::Folder, walk::walk};
use crate::text::prelude::*;

/// Where the app is.
#[derive(Debug, Clone)]
pub(super) enum App {
    /// In this folder.
    Folder(PathBuf),
    /// In the program.
    #[cfg(feature = "app")]
    Carried,
}

/// A tar of the app's files. Those that pack well are there only as `.br` and `.gz`.
#[cfg(feature = "app")]
static ARCHIVE: &[u8] = include_bytes!(env!("NACHLESE_APP"));

impl App {
    /// The app in `folder`, else the one in the program.
    ///
    /// # Errors
    /// [`Failure`] says how to get one, if there is none.
    pub(super) fn find(folder: Option<&Path>, speech: Speech) -> Result<Self, Failure> {
        match folder {
            Some(folder) if folder.join("index.html").is_file() => {
                Ok(Self::Folder(folder.to_owned()))
            }
            Some(folder) => Err(Failure::new("no-app", speech.no_app_in_folder()).of(folder)),
            #[cfg(feature = "app")]
            None => Ok(Self::Carried),
            #[cfg(not(feature = "app"))]
            None => Err(Failure::new("no-app", speech.no_app())),
        }
    }

    /// Writes its files into an empty folder.
    ///
    /// # Errors
    /// Whatever keeps a file from being read or written.
    pub(super) fn unpack(&self, to: &Path) -> io::Result<()> {
        match self {
            Self::Folder(folder) => copy(folder, to),
            #[cfg(feature = "app")]
            Self::Carried => carried(to),
        }
    }
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let to = Folder::open(to)?.after(Some(from));
    let from = Folder::open(from)?;
    for name in walk(&from).map_err(|(_, error)| error)?.files {
        if !to.take(&name) {
            to.write(&name, &from.read(&name)?)?;
        }
    }
    Ok(())
}

#[cfg(feature = "app")]
fn carried(to: &Path) -> io::Result<()> {
    tar::Archive::new(ARCHIVE).unpack(to)?;
    let to = Folder::open(to)?;
    for packed in walk(&to).map_err(|(_, error)| error)?.files {
        if let Some(name) = packed.strip_suffix(".br")
            && !to.has(name)
        {
            let mut bytes = Vec::new();
            brotli::BrotliDecompress(&mut &*to.read(&packed)?, &mut bytes)?;
            to.write(name, &bytes)?;
        }
    }
    Ok(())
}
