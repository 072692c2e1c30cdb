//! `nachlese import`: programmes of other programs as event files.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;

use super::{
    Exit,
    check::{Failure, read, summary, write_failure, write_problem},
    escape::escape,
};
use crate::{model::Event, problem::Severity, text::Speech};

/// What to read, and where the events go.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The programmes: schedule.json, schedule.xml, pretalx' widget, Sessionize's “all” JSON or iCalendar
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// File to write to, instead of standard output; in a folder each event becomes
    /// `<id>/event.json`
    #[arg(short, long, value_name = "FILE|FOLDER/")]
    output: Option<PathBuf>,
}

impl Import {
    /// Writes the events; what is wrong with the files, or left out, goes to `stderr`. The worst
    /// result counts.
    pub(super) fn run(
        &self,
        speech: Speech,
        stdout: &mut impl Write,
        stderr: &mut impl Write,
    ) -> io::Result<Exit> {
        let folder = self.output.as_deref().filter(|path| is_folder(path));
        if self.files.len() > 1 && folder.is_none() {
            let failure = failure("no-folder", speech.import_without_folder());
            write_failure("-o", &failure, speech, stderr)?;
            return Ok(Exit::Failed);
        }
        let mut written = Vec::new();
        let mut worst = Exit::Fine;
        for file in &self.files {
            let name = escape(&file.display().to_string());
            let exit = match read(file, speech) {
                Ok((event, problems)) => {
                    let prefix = if self.files.len() > 1 {
                        format!("{name}: ")
                    } else {
                        String::new()
                    };
                    for problem in &problems {
                        write_problem(&prefix, problem, speech, stderr)?;
                    }
                    writeln!(stderr, "{name}: {}", summary(&problems, speech))?;
                    let target = match folder {
                        Some(folder) => Some(folder.join(event.id.as_str()).join("event.json")),
                        None => self.output.clone(),
                    };
                    if let Err(failure) = write(&event, target, &mut written, speech, stdout)? {
                        write_failure(&name, &failure, speech, stderr)?;
                        Exit::Failed
                    } else if problems.iter().any(|p| p.severity() == Severity::Error) {
                        Exit::Findings
                    } else {
                        Exit::Fine
                    }
                }
                Err(failure) => {
                    write_failure(&name, &failure, speech, stderr)?;
                    Exit::Failed
                }
            };
            if exit as u8 > worst as u8 {
                worst = exit;
            }
        }
        Ok(worst)
    }
}

/// Writes an event where it belongs; two of the same id have one place only.
fn write(
    event: &Event,
    target: Option<PathBuf>,
    written: &mut Vec<PathBuf>,
    speech: Speech,
    stdout: &mut impl Write,
) -> io::Result<Result<(), Failure>> {
    let text = serde_json::to_string_pretty(event).map_err(io::Error::other)? + "\n";
    let Some(target) = target else {
        stdout.write_all(text.as_bytes())?;
        return Ok(Ok(()));
    };
    if written.contains(&target) {
        let text = speech.import_repeated(&event.id);
        return Ok(Err(failure("repeated-event", text)));
    }
    let parent = target.parent().unwrap_or(Path::new(""));
    // What `create_dir_all` cannot make is told by the write.
    let _ = fs::create_dir_all(parent);
    let done = fs::write(&target, text);
    written.push(target);
    Ok(done.map_err(|error| failure("unwritable", speech.export_unwritable(&error.to_string()))))
}

fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.to_string_lossy().ends_with(std::path::is_separator)
}

fn failure(code: &'static str, text: impl Into<String>) -> Failure {
    Failure {
        code,
        at: String::new(),
        text: text.into(),
    }
}
