//! `nachlese check`: lists what is wrong with event files.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use nachlese_event::Speech;

use super::{Exit, event_file::each_event};

/// Checks files one after the other. The worst result counts.
pub(super) fn check(
    files: &[PathBuf],
    speech: Speech,
    stdout: &mut impl Write,
    stderr: &mut impl Write,
) -> io::Result<Exit> {
    each_event(files, speech, stderr, |_, findings, _| {
        findings.write(stdout).map(Ok)
    })
}
