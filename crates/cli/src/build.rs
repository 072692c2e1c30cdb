//! `nachlese build`: makes the site of one or more events, ready to copy to a host.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::Args;
use nachlese_event::Speech;

use super::{
    Exit,
    app::App,
    escape::escape,
    failure::{Failure, write_failure},
    findings::Listing,
    prerender::Prerender,
    stage::Stage,
    update::{UpdateError, update},
    watch::Changes,
};
use crate::text::prelude::*;

/// Which events, and where to write the site.
#[derive(Debug, Args)]
pub(super) struct Build {
    /// Folders with an event.json, or files: event.json or a programme of another program. The site
    /// opens with the first
    #[arg(required = true, value_name = "FOLDER|FILE")]
    events: Vec<PathBuf>,
    /// The folder of the site. Only files that an earlier build wrote there are replaced or removed
    #[arg(short, long, value_name = "FOLDER", default_value = "site")]
    output: PathBuf,
    /// The address that the site will have. Sitemap, link previews and feed need it
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// Store nothing on readers' devices, and remove what an earlier deployment stored there
    #[arg(long)]
    without_offline: bool,
    /// Build again whenever a file of an event changes, until you press Ctrl+C
    #[arg(long)]
    watch: bool,
    #[command(flatten)]
    listing: Listing,
    /// Take the app from this folder (`.cache/app` after `make dist`) rather than from this program
    #[arg(long, value_name = "FOLDER")]
    app: Option<PathBuf>,
}

impl Build {
    /// Writes the site. What is wrong with the events goes to `stderr`.
    pub(super) fn run(&self, speech: Speech, stderr: &mut impl Write) -> io::Result<Exit> {
        let exit = self.build(speech, stderr)?;
        if !self.watch {
            return Ok(exit);
        }
        let changes = match Changes::of(&self.events) {
            Ok(changes) => changes,
            Err(error) => {
                let failure = Failure::new("not-watched", speech.not_watched(&error.to_string()));
                write_failure("--watch", &failure, speech, stderr)?;
                return Ok(Exit::Failed);
            }
        };
        writeln!(stderr, "{}", speech.build_watching())?;
        while changes.wait() {
            self.build(speech, stderr)?;
        }
        Ok(Exit::Fine)
    }

    fn build(&self, speech: Speech, stderr: &mut impl Write) -> io::Result<Exit> {
        let name = escape(&self.output.display().to_string());
        match self.write(speech, stderr) {
            Ok(exit) => Ok(exit),
            Err(failure) => {
                write_failure(&name, &failure, speech, stderr)?;
                writeln!(stderr, "{}", speech.build_left(&name))?;
                Ok(Exit::Failed)
            }
        }
    }

    fn write(&self, speech: Speech, stderr: &mut impl Write) -> Result<Exit, Failure> {
        let app = App::find(self.app.as_deref(), speech)?;
        let stage = Stage::set(&self.events, &app, speech)?;
        let order = Prerender {
            dist: stage.path().to_owned(),
            event: stage.main(),
            base: self.base.clone(),
            without_offline: self.without_offline,
            earlier: Some(self.output.clone()),
            ..Prerender::default()
        };
        // What is wrong with the events is told below, with the names of the editor's own files.
        order.write(speech, &mut io::sink())?;
        let updated =
            update(stage.path(), &self.output).map_err(|error| refused(&error, speech))?;
        let name = escape(&self.output.display().to_string());
        // The site is there, even if nobody can be told.
        let exit = stage.tell(self.listing, stderr).unwrap_or(Exit::Fine);
        let _ = writeln!(
            stderr,
            "{name}: {}",
            speech.built(updated.files, updated.written, updated.removed)
        );
        if self.base.is_none() {
            let _ = writeln!(stderr, "{}", speech.build_without_base());
        }
        Ok(exit)
    }
}

fn refused(error: &UpdateError, speech: Speech) -> Failure {
    match error {
        UpdateError::InTheWay(file) => {
            Failure::new("in-the-way", speech.build_in_the_way()).of(file)
        }
        UpdateError::File(file, cause) => {
            Failure::new("unwritable", speech.export_unwritable(&cause.to_string())).of(file)
        }
    }
}
