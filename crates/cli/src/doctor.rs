//! `nachlese doctor`: looks at a deployed folder over the network, and says what its host lacks.

mod address;
mod checks;
mod looked;
mod policy;
mod report;
mod visit;

use std::io::{self, Write};

use clap::{Args, ValueEnum};
use nachlese_event::Speech;

pub(crate) use self::{looked::Check, visit::Nothing};

use self::{address::Address, looked::Looked, visit::Visit};
use super::{
    Exit, Terminal,
    escape::escape,
    failure::{Failure, write_painted},
    http::{Client, Manners},
};
use crate::text::prelude::*;

/// Never asks another host than the one that was named.
const MANNERS: Manners = Manners {
    name: concat!("nachlese-doctor/", env!("CARGO_PKG_VERSION")),
    most_requests: 48,
    redirects: 0,
};

/// What to look at.
#[derive(Debug, Args)]
pub(super) struct Doctor {
    /// The address of the deployed folder
    url: String,
    /// In which form the report is written to standard output
    #[arg(long, value_enum, default_value = "text")]
    format: DoctorFormat,
}

/// In which form the report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum DoctorFormat {
    /// For people
    #[default]
    Text,
    /// One JSON document
    Json,
}

impl Doctor {
    /// Looks at the folder.
    pub(super) fn run(
        &self,
        terminal: &Terminal,
        speech: Speech,
        stdout: &mut impl Write,
        stderr: &mut impl Write,
    ) -> io::Result<Exit> {
        let name = escape(&self.url);
        let mut fail = |code, text: String| {
            let failure = Failure::new(code, text);
            write_painted(&name, &failure, speech, terminal.stderr, stderr)?;
            Ok(Exit::Failed)
        };
        let Some(address) = Address::new(&self.url) else {
            return fail("no-address", speech.no_web_address().to_owned());
        };
        let client = Client::new(MANNERS);
        let visit = match Visit::start(&client, &address) {
            Ok(visit) => visit,
            Err(nothing) => return fail(code(&nothing), speech.nothing_there(&nothing)),
        };
        let looked = checks::look(&visit);
        let url = visit.address.whole();
        if visit.led {
            writeln!(stderr, "{name}: {}", speech.led_to(&escape(&url)))?;
        }
        match self.format {
            DoctorFormat::Text => {
                let report = report::text(&looked, speech, terminal.stdout);
                stdout.write_all(report.as_bytes())?;
                stdout.flush()?;
                remarks(&visit, &looked, speech, stderr)?;
            }
            DoctorFormat::Json => {
                writeln!(stdout, "{}", report::json(&url, &looked, speech))?;
            }
        }
        let (missing, all) = report::counts(&looked);
        let summary = speech.doctor_summary(missing, all, client.count());
        writeln!(stderr, "{}: {summary}", escape(&url))?;
        Ok(if missing == 0 {
            Exit::Fine
        } else {
            Exit::Findings
        })
    }
}

/// What concerns the host as a whole.
fn remarks(
    visit: &Visit<'_>,
    looked: &[Looked],
    speech: Speech,
    stderr: &mut impl Write,
) -> io::Result<()> {
    let mut missing = looked.iter().filter(|one| one.is_well == Some(false));
    if missing.any(|one| report::is_in_files(one.check)) {
        writeln!(stderr, "{}", speech.lines_are_in_files())?;
    }
    let server = visit.page.header("server").unwrap_or_default();
    if ["GitHub.com", "GitLab Pages"]
        .iter()
        .any(|own| server.contains(own))
    {
        writeln!(stderr, "{}", speech.host_sends_no_headers())?;
    }
    Ok(())
}

fn code(nothing: &Nothing) -> &'static str {
    match nothing {
        Nothing::Trouble(_) => "no-answer",
        Nothing::Elsewhere(_) => "other-host",
        Nothing::Status(_) => "no-page",
        Nothing::NoPage => "not-nachlese",
    }
}
