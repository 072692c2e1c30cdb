//! `nachlese check`: lists what is wrong with event files.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::Args;
use nachlese_event::Speech;

use super::{
    Exit,
    escape::escape,
    event_file::{prefix, read_findings},
    failure::write_failure,
    findings::Listing,
    folder::Folder,
    report::{Report, ReportFormat},
    walk::walk,
};

/// What to check.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The event files, or programmes of other programs; `-` reads standard input. In a folder every
    /// event.json is checked
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// In which form findings are written to standard output
    #[arg(long, value_enum, default_value = "text")]
    format: ReportFormat,
    /// End with 1 if there is anything but notes
    #[arg(long)]
    strict: bool,
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
        let mut report = Report::default();
        let mut worst = Exit::Fine;
        let files = event_files(&self.files);
        for file in &files {
            let name = escape(&file.display().to_string());
            let exit = match read_findings(file, prefix(&name, files.len()), speech) {
                Ok((_, findings)) => {
                    if self.format == ReportFormat::Text {
                        findings.write(self.listing, stdout)?;
                    }
                    report.add(&findings);
                    writeln!(stderr, "{name}: {}", findings.summary())?;
                    match findings.exit() {
                        Exit::Fine if self.strict && findings.has_warnings() => Exit::Findings,
                        exit => exit,
                    }
                }
                Err(failure) => {
                    report.add_failure(&name, &failure);
                    write_failure(&name, &failure, speech, stderr)?;
                    Exit::Failed
                }
            };
            worst = worst.max(exit);
        }
        stdout.write_all(report.write(self.format).as_bytes())?;
        Ok(worst)
    }
}

/// The files, and those of folders: every `event.json` below.
fn event_files(named: &[PathBuf]) -> Vec<PathBuf> {
    let files = named.iter().flat_map(|place| {
        let folder = Folder::open(place).ok().filter(|_| place.is_dir());
        let found = folder.and_then(|folder| walk(&folder).ok());
        let below = found.into_iter().flat_map(|found| found.files);
        let is_event = |name: &String| name == "event.json" || name.ends_with("/event.json");
        let files: Vec<_> = below
            .filter(is_event)
            .map(|name| place.join(name))
            .collect();
        // That a folder has none is said of the folder.
        if files.is_empty() {
            vec![place.clone()]
        } else {
            files
        }
    });
    files.collect()
}
