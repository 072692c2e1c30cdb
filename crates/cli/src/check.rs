//! `nachlese check`: lists what is wrong with event files.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::Args;
use nachlese_event::Speech;

use super::{Exit, event_file::each_event, findings::Listing};

/// What to check.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The event files, or programmes of other programs; `-` reads standard input
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    listing: Listing,
}

impl Check {
    /// Checks files one after the other. The worst result counts.
    pub(super) fn run(
        &self,
        speech: Speech,
        stdout: &mut impl Write,
        stderr: &mut impl Write,
    ) -> io::Result<Exit> {
        each_event(&self.files, speech, stderr, |_, findings, _| {
            findings.write(self.listing, stdout).map(Ok)
        })
    }
}
