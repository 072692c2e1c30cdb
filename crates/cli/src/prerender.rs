//! `nachlese prerender`: writes every page of every event as HTML that can be read without scripts.

mod around;
pub(super) mod document;
mod dressed;
mod embed;
pub(super) mod event_pages;
mod host_check;
mod leftovers;
mod moved;
mod not_found;
mod overview;
mod passed_over;
pub(crate) mod shell;
pub(super) mod without_script;
mod words;

use std::{
    collections::BTreeMap,
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;
use nachlese_event::{Speech, schema};
use nachlese_site::{Base, headers, listing::EventFolder};
use rayon::prelude::*;

use self::{
    dressed::dress_pages, embed::embed_files, event_pages::EventPages, leftovers::remove_leftovers,
    moved::moved_pages, not_found::not_found, overview::overview_pages,
    passed_over::tell_passed_over, shell::Shell,
};
use super::{
    Exit,
    escape::escape,
    event_file::read_in,
    failure::{Failure, unusable, write_failure},
    findings::{Findings, Listing},
    folder::Folder,
    named_files::{faulty_files, with_chapters},
    site::{Deployment, SiteError, finish_in, has_previews},
};
use crate::text::prelude::*;

/// Which folder, and which event.
#[derive(Debug, Default, Args)]
pub(super) struct Prerender {
    /// The folder that trunk wrote
    pub(super) dist: PathBuf,
    /// The event that the site opens with: a file in the folder. Without it, the one that
    /// index.html names. Every other event under events/ gets pages in its own folder
    #[arg(long, value_name = "FILE")]
    pub(super) event: Option<PathBuf>,
    /// The address that the folder will have. Sitemap, link previews and feed need it
    #[arg(long, value_name = "URL")]
    pub(super) base: Option<String>,
    /// Store nothing on readers' devices, and remove what an earlier deployment stored there
    #[arg(long)]
    pub(super) without_offline: bool,
    #[command(flatten)]
    pub(super) listing: Listing,
    /// See [`Deployment::is_draft`].
    #[arg(skip)]
    pub(super) is_draft: bool,
    /// An earlier folder. What was drawn or compressed there of the same is taken again.
    #[arg(skip)]
    pub(super) earlier: Option<PathBuf>,
}

/// What was written.
pub(super) struct Written {
    files: usize,
    /// How many files were not written because something was in the way.
    unwritten: usize,
    problems: String,
    is_complete: bool,
}

/// An event of the folder with its file's text and what is wrong with it.
struct Read {
    folder: EventFolder,
    findings: Findings,
    /// The content of the event's file as pages read it.
    text: String,
}

impl Prerender {
    /// Writes the pages and all files next to them. What is wrong with the events goes to `stderr`.
    pub(super) fn run(&self, speech: Speech, stderr: &mut impl Write) -> io::Result<Exit> {
        let name = escape(&self.dist.display().to_string());
        match self.write(speech, stderr) {
            Ok(written) => {
                let sentence = speech.prerendered(written.files, &written.problems);
                writeln!(stderr, "{name}: {sentence}")?;
                if written.unwritten > 0 {
                    writeln!(stderr, "{name}: {}", speech.unwritten(written.unwritten))?;
                }
                Ok(if written.is_complete && written.unwritten == 0 {
                    Exit::Fine
                } else {
                    Exit::Findings
                })
            }
            Err(failure) => {
                write_failure(&name, &failure, speech, stderr)?;
                Ok(Exit::Failed)
            }
        }
    }

    /// The same without a closing line.
    pub(super) fn write(
        &self,
        speech: Speech,
        stderr: &mut impl Write,
    ) -> Result<Written, Failure> {
        let base = base(self.base.as_deref())?;
        let dist = &open(&self.dist, speech)?.after(self.earlier.as_deref());
        let mut shell = read_shell(dist, speech)?;
        if let Some(event) = &self.event {
            let path = dist.path_of(event).ok_or_else(|| {
                let file = escape(&event.display().to_string());
                Failure::new("not-in-folder", speech.event_not_in_folder(&file))
            })?;
            shell.open_with(&path);
        }
        let main = read(dist, &shell.event, String::new(), speech)?;
        let problems = main.findings.summary();
        // If standard error is gone, the pages are still worth writing.
        let _ = main.findings.write(self.listing, stderr);
        let (others, is_complete) = self.others(dist, &shell.event, speech, stderr);
        let events: Vec<_> = std::iter::once(main).chain(others).collect();

        let has_previews = !self.is_draft && has_previews(dist);
        let mut texts = Vec::new();
        let mut policy = headers::Policy::default();
        let main_language = &events[0].folder.event.language;
        for read in &events {
            let event = &read.folder.event;
            policy
                .frame_sources
                .extend(headers::Policy::of(event).frame_sources);
            let pages = EventPages {
                text: &read.text,
                folder: &read.folder,
                problems: &read.findings.problems,
                shell: &shell,
                base: base.as_ref(),
                is_offline: !self.without_offline,
                has_previews,
                list_language: (events.len() > 1).then_some(main_language),
            };
            texts.extend(pages.files(dist));
            if read.text != read.findings.text {
                texts.push((read.folder.file.clone(), read.text.clone()));
            }
        }
        let language = main_language.as_str().to_owned();
        let folders: Vec<_> = events.into_iter().map(|it| it.folder).collect();
        texts.extend(moved_pages(&folders[0], base.as_ref()));
        texts.extend(embed_files(&shell, &language, &folders[0].event, &policy));
        texts.push(("event.schema.json".to_owned(), schema::text()));
        texts.extend(overview_pages(&shell, &folders, base.as_ref()));
        texts.extend(not_found(&shell, &folders, base.as_ref()));
        for folder in &folders {
            dress_pages(dist, &folder.file, &shell, speech)?;
        }
        // Of two texts for one path, the later one is written.
        let texts: BTreeMap<_, _> = texts.into_iter().collect();
        let write = |(path, text): (&String, &String)| {
            let written = dist.write(path, text.as_bytes());
            written.map_err(|error| unusable(&dist.shown(path), &error, speech))
        };
        let mut files = texts.par_iter().map(write).sum::<Result<usize, _>>()?;
        remove_leftovers(dist, &texts, speech)?;
        tell_passed_over(dist, speech, stderr);
        if !has_previews && !self.is_draft {
            let _ = writeln!(stderr, "{}", speech.prerender_without_fonts());
        }
        if base.is_none() && !self.is_draft {
            let _ = writeln!(stderr, "{}", speech.prerender_without_base());
        }
        let deployment = Deployment {
            base,
            policy,
            is_offline: !self.without_offline,
            is_draft: self.is_draft,
        };
        files += finish_in(dist, &folders, &deployment).map_err(|error| site_failure(&error))?;
        Ok(Written {
            files,
            unwritten: dist.unwritten(),
            problems,
            is_complete,
        })
    }

    /// All events except the one that the site opens with, by name of their folder, and whether
    /// each could be read. A broken event costs only itself.
    fn others(
        &self,
        dist: &Folder,
        main: &str,
        speech: Speech,
        stderr: &mut impl Write,
    ) -> (Vec<Read>, bool) {
        let mut is_complete = true;
        let mut found = Vec::new();
        for name in dist.names("events") {
            let file = format!("events/{name}/event.json");
            if file == main || !dist.has(&file) {
                continue;
            }
            let shown = escape(&dist.shown(&file).display().to_string());
            // If standard error is gone, the pages are still worth writing.
            match read(dist, &file, format!("events/{name}/"), speech) {
                Ok(read) => {
                    let findings = &read.findings;
                    let _ = findings.write(self.listing, stderr);
                    if !findings.is_empty() {
                        let _ = writeln!(stderr, "{shown}: {}", findings.summary());
                    }
                    found.push(read);
                }
                Err(failure) => {
                    let _ = write_failure(&shown, &failure, speech, stderr);
                    let _ = writeln!(stderr, "  {}", speech.event_left_out());
                    is_complete = false;
                }
            }
        }
        (found, is_complete)
    }
}

fn read(dist: &Folder, path: &str, home: String, speech: Speech) -> Result<Read, Failure> {
    let (text, event, problems) = read_in(dist, path, speech)?;
    let file = dist.shown(path);
    let own = with_chapters(&text, &event);
    let findings = Findings {
        prefix: format!("{}: ", escape(&file.display().to_string())),
        faulty: faulty_files(&file, &text, Some(dist)),
        file,
        text,
        problems,
        speech,
    };
    let folder = EventFolder {
        event,
        file: path.to_owned(),
        home,
    };
    Ok(Read {
        folder,
        findings,
        text: own,
    })
}

/// Opens the folder that trunk wrote.
pub(super) fn open(dist: &Path, speech: Speech) -> Result<Folder, Failure> {
    Folder::open(dist).map_err(|error| no_index(dist, dist, &error, speech))
}

/// What trunk wrote into `index.html`.
pub(super) fn read_shell(dist: &Folder, speech: Speech) -> Result<Shell, Failure> {
    let (top, index) = (dist.shown(""), dist.shown("index.html"));
    let html = dist.read_text("index.html");
    let html = html.map_err(|error| no_index(&top, &index, &error, speech))?;
    let mut shell = Shell::read(&html)
        .ok_or_else(|| Failure::new("no-root", speech.prerender_without_root()).of(&top))?;
    shell
        .renew_integrity(dist)
        .map_err(|(file, error)| unusable(&file, &error, speech))?;
    shell.find_fonts(dist);
    Ok(shell)
}

fn no_index(dist: &Path, file: &Path, error: &io::Error, speech: Speech) -> Failure {
    match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            Failure::new("not-built", speech.not_built()).of(dist)
        }
        _ => unusable(file, error, speech),
    }
}

/// The address given with `--base`.
pub(super) fn base(text: Option<&str>) -> Result<Option<Base>, Failure> {
    let base = text.map(Base::new).transpose();
    base.map_err(|error| Failure::new("bad-base", error.to_string()))
}

fn site_failure(error: &SiteError) -> Failure {
    use std::error::Error;

    let cause = error.source().map(|cause| format!(": {cause}"));
    Failure::new("site", format!("{error}{}", cause.unwrap_or_default()))
}
