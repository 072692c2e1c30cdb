//! `nachlese check`: lists what is wrong with event files.

use std::{
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;
use nachlese_event::Speech;

use super::{
    Exit, Terminal,
    escape::escape,
    event_file::{prefix, read_findings},
    failure::{Failure, write_painted},
    findings::Listing,
    fix::Fixed,
    folder::Folder,
    named_files::ask,
    report::{Report, ReportFormat},
    walk::walk,
};
use crate::text::prelude::*;

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
    mending: Mending,
    /// Also ask the hosts of links and recordings whether they are still there
    #[arg(long)]
    online: bool,
    #[command(flatten)]
    listing: Listing,
}

/// Whether and how files are mended.
#[derive(Debug, Args)]
struct Mending {
    /// Mend what is safe to mend in each event.json, show it as a diff, and list what is left:
    /// commas, curly quotation marks, misspelt fields and words, dates in another form, addresses
    /// where ids belong, and comments, which become notes
    #[arg(long)]
    fix: bool,
    /// With --fix: only show the diff, and change no file
    #[arg(long, requires = "fix")]
    dry_run: bool,
}

impl Check {
    /// Checks files one after the other. The worst result counts.
    pub(super) fn run(
        &self,
        terminal: &Terminal,
        speech: Speech,
        stdout: &mut impl Write,
        stderr: &mut impl Write,
    ) -> io::Result<Exit> {
        let mut report = Report::default();
        let mut worst = Exit::Fine;
        let files = event_files(&self.files);
        for file in &files {
            let name = escape(&file.display().to_string());
            let mut outputs = Outputs {
                terminal,
                speech,
                stdout: &mut *stdout,
                stderr: &mut *stderr,
            };
            let exit = match self.check(file, &name, files.len(), &mut report, &mut outputs)? {
                Ok(exit) => exit,
                Err(failure) => {
                    report.add_failure(&name, &failure);
                    write_painted(&name, &failure, speech, terminal.stderr, stderr)?;
                    Exit::Failed
                }
            };
            worst = worst.max(exit);
        }
        stdout.write_all(report.write(self.format).as_bytes())?;
        Ok(worst)
    }

    fn check(
        &self,
        file: &Path,
        name: &str,
        files: usize,
        report: &mut Report,
        to: &mut Outputs<'_, impl Write, impl Write>,
    ) -> io::Result<Result<Exit, Failure>> {
        let speech = to.speech;
        if self.mending.fix {
            match self.fix(file, name, to)? {
                Ok(None) => {}
                Ok(Some(exit)) => return Ok(Ok(exit)),
                Err(failure) => return Ok(Err(failure)),
            }
        }
        let mut findings = match read_findings(file, prefix(name, files), speech) {
            Ok((_, findings)) => findings,
            Err(failure) => return Ok(Err(failure)),
        };
        let mut is_offline = false;
        if self.online {
            let asked = ask(&findings.text);
            is_offline = asked.has_no_network;
            if is_offline {
                let failure = Failure::new("no-network", speech.no_network());
                report.add_failure(name, &failure);
                write_painted(name, &failure, speech, to.terminal.stderr, to.stderr)?;
            } else {
                writeln!(to.stderr, "{name}: {}", speech.asked(&asked))?;
                findings.faulty.extend(asked.faults);
            }
        }
        if self.format == ReportFormat::Text {
            findings.write_painted(self.listing, to.terminal.stdout, to.stdout)?;
        }
        report.add(&findings);
        let summary = match findings.summary() {
            summary if self.mending.fix && !findings.is_empty() => speech.left_to_fix(&summary),
            summary => summary,
        };
        writeln!(to.stderr, "{name}: {summary}")?;
        Ok(Ok(match findings.exit() {
            _ if is_offline => Exit::Failed,
            Exit::Fine if self.strict && findings.has_warnings() => Exit::Findings,
            exit => exit,
        }))
    }

    /// Mends the file. Gives how the program ends, if that is all.
    fn fix(
        &self,
        file: &Path,
        name: &str,
        to: &mut Outputs<'_, impl Write, impl Write>,
    ) -> io::Result<Result<Option<Exit>, Failure>> {
        let speech = to.speech;
        let is_file = file != Path::new("-") && (file.is_file() || !file.exists());
        if !self.mending.dry_run && !is_file {
            return Ok(Err(Failure::new("not-a-file", speech.fix_needs_a_file())));
        }
        let fixed = match Fixed::of(file, speech) {
            Ok(fixed) => fixed,
            Err(failure) => return Ok(Err(failure)),
        };
        // The other formats are for programs.
        if self.format == ReportFormat::Text {
            fixed.show(name, to.terminal.stdout, to.stdout)?;
        } else {
            fixed.show(name, to.terminal.stderr, to.stderr)?;
        }
        if !self.mending.dry_run
            && let Err(failure) = fixed.write(file, speech)
        {
            return Ok(Err(failure));
        }
        let summary = fixed.summary(!self.mending.dry_run, speech);
        writeln!(to.stderr, "{name}: {summary}")?;
        Ok(Ok(self.mending.dry_run.then(|| fixed.exit())))
    }
}

/// Where words go, and in which language.
struct Outputs<'a, Out, Error> {
    terminal: &'a Terminal,
    speech: Speech,
    stdout: &'a mut Out,
    stderr: &'a mut Error,
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
