//! What `nachlese import` adds to an event from further files: recordings and chapters.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;
use nachlese_event::{Event, Speech, problem::Problem};
use nachlese_formats::{
    import::{self, ImportError, native_decoder, native_xml},
    import_error,
};

use super::{
    Exit,
    escape::escape,
    event_file::{not_an_event, prefix, unreadable},
    failure::Failure,
    findings::{Findings, Listing},
    input::read_named,
};
use crate::text::prelude::*;

/// Further files for one event.
#[derive(Debug, Args)]
pub(super) struct Additions {
    /// Videos of a playlist, as `yt-dlp -J --flat-playlist URL` writes them: each becomes the
    /// recording of the talk that its title fits; what is not certain is listed
    #[arg(long, value_name = "FILE")]
    playlist: Vec<PathBuf>,
    /// The recording of one talk: an address at YouTube, Vimeo or PeerTube, or a file
    #[arg(long, value_name = "TALK=URL")]
    recording: Vec<String>,
    /// The chapters of one talk: Podlove Simple Chapters, Podcasting 2.0 JSON or WebVTT
    #[arg(long, value_name = "TALK=FILE")]
    chapters: Vec<String>,
}

impl Additions {
    /// Whether nothing is to be added.
    pub(super) fn is_empty(&self) -> bool {
        self.playlist.is_empty() && self.recording.is_empty() && self.chapters.is_empty()
    }

    /// Adds everything, and writes what became of it.
    pub(super) fn add(
        &self,
        event: &mut Event,
        listing: Listing,
        speech: Speech,
        stderr: &mut impl Write,
    ) -> io::Result<Result<Exit, Failure>> {
        let mut worst = Exit::Fine;
        for pair in &self.recording {
            let set = split(pair, "--recording", speech).and_then(|(talk, url)| {
                let set = import::set_recording(event, talk, url).map_err(ImportError::from);
                set.map_err(|error| {
                    Failure::new(error.code(), import_error(&error, speech)).of(Path::new(pair))
                })
            });
            if let Err(failure) = set {
                return Ok(Err(failure));
            }
        }
        for file in &self.playlist {
            let added = from_file(file, speech, |text| import::add_recordings(event, text));
            match added {
                Ok(findings) => worst = worst.max(told(&findings, listing, stderr)?),
                Err(failure) => return Ok(Err(failure)),
            }
        }
        for pair in &self.chapters {
            let added = split(pair, "--chapters", speech).and_then(|(talk, file)| {
                from_file(Path::new(file), speech, |text| {
                    import::add_chapters(event, talk, text, native_xml)
                })
            });
            match added {
                Ok(findings) => worst = worst.max(told(&findings, listing, stderr)?),
                Err(failure) => return Ok(Err(failure)),
            }
        }
        Ok(Ok(worst))
    }
}

/// The talk's id, and what belongs to it.
fn split<'a>(pair: &'a str, option: &str, speech: Speech) -> Result<(&'a str, &'a str), Failure> {
    let parts = pair.split_once('=');
    let parts = parts.filter(|(talk, rest)| !talk.is_empty() && !rest.is_empty());
    parts.ok_or_else(|| {
        let text = speech.addition_without_talk(option);
        Failure::new("no-pair", text).of(Path::new(pair))
    })
}

fn from_file(
    file: &Path,
    speech: Speech,
    add: impl FnOnce(&str) -> Result<Vec<Problem>, ImportError>,
) -> Result<Findings, Failure> {
    let bytes = read_named(file).map_err(|error| unreadable(file, &error, speech).of(file))?;
    let (text, mut problems) = import::decoded_any(bytes, native_decoder)
        .map_err(|error| not_an_event(&error.into(), "", speech).of(file))?;
    let added = add(&text).map_err(|error| not_an_event(&error, &text, speech).of(file))?;
    problems.extend(added);
    let name = escape(&file.display().to_string());
    Ok(Findings {
        prefix: prefix(&name, 2),
        file: file.to_owned(),
        text,
        problems,
        faulty: Vec::new(),
        speech,
    })
}

fn told(findings: &Findings, listing: Listing, stderr: &mut impl Write) -> io::Result<Exit> {
    findings.write(listing, stderr)?;
    writeln!(stderr, "{}{}", findings.prefix, findings.summary())?;
    Ok(findings.exit())
}
