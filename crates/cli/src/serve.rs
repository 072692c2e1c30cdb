//! `nachlese serve`: shows the site of events on this machine, and again after each change.

mod answers;
mod findings;

use std::{
    io::{self, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::PathBuf,
    sync::Arc,
};

use clap::Args;
use nachlese_event::Speech;
use nachlese_site::headers::{Policy, content_security_policy};
use tempfile::TempDir;

use self::{
    answers::{Shown, Version, answer_until_interrupted},
    findings::Findings,
};
use super::{
    Exit,
    app::App,
    failure::{Failure, write_failure},
    findings::Listing,
    prerender::Prerender,
    stage::Stage,
    watch::Changes,
};
use crate::text::prelude::*;

/// Which events, and where.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Folders with an event.json, or files: event.json or a programme of another program. The site
    /// opens with the first
    #[arg(required = true, value_name = "FOLDER|FILE")]
    events: Vec<PathBuf>,
    /// The port on 127.0.0.1
    #[arg(long, default_value_t = 8080)]
    port: u16,
    #[command(flatten)]
    listing: Listing,
    /// Take the app from this folder (`.cache/app` after `make dist`) rather than from this program
    #[arg(long, value_name = "FOLDER")]
    app: Option<PathBuf>,
}

impl Serve {
    /// Serves the site until Ctrl+C. What is wrong with the events goes to `stderr`, and stands over
    /// the page.
    pub(super) fn run(&self, speech: Speech, stderr: &mut impl Write) -> io::Result<Exit> {
        match self.serve(speech, stderr) {
            Ok(()) => Ok(Exit::Fine),
            Err(failure) => {
                write_failure("serve", &failure, speech, stderr)?;
                Ok(Exit::Failed)
            }
        }
    }

    fn serve(&self, speech: Speech, stderr: &mut impl Write) -> Result<(), Failure> {
        let app = App::find(self.app.as_deref(), speech)?;
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let listener = TcpListener::bind(address).map_err(|error| {
            let text = speech.serve_without_port(self.port, &error.to_string());
            Failure::new("port-taken", text)
        })?;
        // Once for all versions: a change need not wait for it.
        let unwritable = |error: io::Error| Failure::new("unwritable", error.to_string());
        let unpacked = TempDir::with_prefix("nachlese-app-").map_err(unwritable)?;
        app.unpack(unpacked.path()).map_err(unwritable)?;
        let app = App::Folder(unpacked.path().to_owned());
        let changes = Changes::of(&self.events)
            .map_err(|error| Failure::new("not-watched", speech.not_watched(&error.to_string())))?;
        let shown = Arc::new(Shown::new(self.version(&app, speech, stderr)));
        let port = listener
            .local_addr()
            .map_or(self.port, |address| address.port());
        // The page is there, even if nobody can be told.
        let _ = writeln!(stderr, "{}", speech.serving(port)).and_then(|()| stderr.flush());
        let server = {
            let (shown, stop) = (Arc::clone(&shown), changes.stopper());
            std::thread::spawn(move || {
                let served = answer_until_interrupted(listener, &shown);
                stop.stop();
                served
            })
        };
        while changes.wait() {
            shown.show(self.version(&app, speech, stderr));
        }
        let end = server.join().unwrap_or(Ok(()));
        end.map_err(|error| Failure::new("serve", error.to_string()))
    }

    /// The site as the files are now; only the reason if there is none.
    fn version(&self, app: &App, speech: Speech, stderr: &mut impl Write) -> Version {
        let number = jiff::Timestamp::now().as_microsecond().unsigned_abs();
        let made = Stage::set(&self.events, app, speech).and_then(|stage| {
            let order = Prerender {
                dist: stage.path().to_owned(),
                event: stage.main(),
                without_offline: true,
                is_draft: true,
                ..Prerender::default()
            };
            order.write(speech, &mut io::sink())?;
            answers::let_pages_reload(stage.path(), number)
                .map_err(|error| Failure::new("unwritable", error.to_string()))?;
            Ok(stage)
        });
        match made {
            Ok(stage) => {
                let _ = stage.tell(self.listing, stderr);
                let mut policy = Policy::default();
                for source in &stage.sources {
                    policy
                        .frame_sources
                        .extend(source.frame_sources.iter().cloned());
                }
                Version {
                    number,
                    policy: content_security_policy(&policy),
                    findings: Findings::of(&stage.sources, speech).to_json(),
                    stage: Some(stage),
                }
            }
            Err(failure) => {
                let _ = write_failure("serve", &failure, speech, stderr);
                Version {
                    number,
                    policy: content_security_policy(&Policy::default()),
                    findings: Findings::of_failure(&failure, speech).to_json(),
                    stage: None,
                }
            }
        }
    }
}
