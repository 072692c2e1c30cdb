//! `nachlese prerender`: writes every page of every event as HTML that can be read without scripts.

mod around;
pub(super) mod document;
mod dressed;
mod embed;
pub(super) mod event_pages;
mod leftovers;
mod moved;
mod not_found;
mod overview;
mod passed_over;
pub(super) mod shell;
pub(super) mod without_script;

use std::{
    collections::BTreeSet,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;
use nachlese_event::{Speech, problem::Problem, schema};
use nachlese_site::{Base, headers, listing::EventFolder};

use self::{
    dressed::dress_pages, embed::embed_files, event_pages::EventPages, leftovers::remove_leftovers,
    moved::moved_pages, not_found::not_found, overview::overview_pages,
    passed_over::tell_passed_over, shell::Shell,
};
use super::{
    Exit,
    escape::escape,
    event_file::{Failure, read_with_text, summary, write_failure},
    named_files::{FaultyFile, faulty_files, write_faulty},
    site::{Deployment, SiteError, finish, has_previews},
    within::path_within,
};
use crate::text::prelude::*;

/// Which folder, and which event.
#[derive(Debug, Args)]
pub(super) struct Prerender {
    /// The folder that trunk wrote
    dist: PathBuf,
    /// The event that the site opens with: a file in the folder. Without it, the one that
    /// index.html names. Every other event under events/ gets pages in its own folder
    #[arg(long, value_name = "FILE")]
    event: Option<PathBuf>,
    /// The address that the folder will have. Sitemap, link previews and feed need it
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// Store nothing on readers' devices, and remove what an earlier deployment stored there
    #[arg(long)]
    without_offline: bool,
}

/// What was written.
struct Written {
    files: usize,
    problems: String,
    is_complete: bool,
}

/// An event of the folder with its file's text.
struct Read {
    folder: EventFolder,
    text: String,
    problems: Vec<Problem>,
    faulty: Vec<FaultyFile>,
}

impl Prerender {
    /// Writes the pages and all files next to them. What is wrong with the events goes to `stderr`.
    pub(super) fn run(&self, speech: Speech, stderr: &mut impl Write) -> io::Result<Exit> {
        let name = escape(&self.dist.display().to_string());
        match self.write(speech, stderr) {
            Ok(written) => {
                let sentence = speech.prerendered(written.files, &written.problems);
                writeln!(stderr, "{name}: {sentence}")?;
                Ok(if written.is_complete {
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

    fn write(&self, speech: Speech, stderr: &mut impl Write) -> Result<Written, Failure> {
        let base = base(self.base.as_deref())?;
        let mut shell = read_shell(&self.dist, speech)?;
        if let Some(event) = &self.event {
            let within = path_within(&self.dist, event);
            let path = within.ok_or_else(|| {
                let file = escape(&event.display().to_string());
                Failure::new("not-in-folder", speech.event_not_in_folder(&file))
            })?;
            shell.open_with(&path);
        }
        let main = read(&self.dist, &shell.event, String::new(), speech)?;
        self.tell_faulty(&main, speech, stderr);
        let problems = summary(&main.problems, &main.faulty, speech);
        let (others, is_complete) = self.others(&shell.event, speech, stderr);
        let events: Vec<_> = std::iter::once(main).chain(others).collect();

        let has_previews = has_previews(&self.dist);
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
                problems: &read.problems,
                shell: &shell,
                base: base.as_ref(),
                is_offline: !self.without_offline,
                has_previews,
                list_language: (events.len() > 1).then_some(main_language),
            };
            texts.extend(pages.files(&self.dist));
        }
        let language = main_language.as_str().to_owned();
        let folders: Vec<_> = events.into_iter().map(|read| read.folder).collect();
        texts.extend(moved_pages(&folders[0], base.as_ref()));
        texts.extend(embed_files(&shell, &language, &policy));
        texts.push(("event.schema.json".to_owned(), schema::text()));
        texts.extend(overview_pages(&shell, &folders, base.as_ref()));
        texts.extend(not_found(&shell, &folders, base.as_ref()));
        for folder in &folders {
            dress_pages(&self.dist, &folder.file, &shell)?;
        }
        for (path, text) in &texts {
            write_file(&self.dist, path, text.as_bytes())?;
        }
        let written: BTreeSet<_> = texts.into_iter().map(|(path, _)| path).collect();
        remove_leftovers(&self.dist, &written)?;
        tell_passed_over(&self.dist, speech, stderr);
        if !has_previews {
            let _ = writeln!(stderr, "{}", speech.prerender_without_fonts());
        }
        let deployment = Deployment {
            base,
            policy,
            is_offline: !self.without_offline,
        };
        let files = written.len()
            + finish(&self.dist, &folders, &deployment).map_err(|error| site_failure(&error))?;
        Ok(Written {
            files,
            problems,
            is_complete,
        })
    }

    /// All events except the one that the site opens with, by name of their folder, and whether
    /// each could be read. A broken event costs only itself.
    fn others(&self, main: &str, speech: Speech, stderr: &mut impl Write) -> (Vec<Read>, bool) {
        let entries = fs::read_dir(self.dist.join("events"));
        let names = entries.into_iter().flatten().flatten();
        let mut names: Vec<_> = names
            .filter(|entry| entry.path().join("event.json").is_file())
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect();
        names.sort();
        let mut is_complete = true;
        let mut found = Vec::new();
        for name in names {
            let file = format!("events/{name}/event.json");
            if file == main {
                continue;
            }
            let shown = escape(&self.dist.join(&file).display().to_string());
            // If standard error is gone, the pages are still worth writing.
            match read(&self.dist, &file, format!("events/{name}/"), speech) {
                Ok(read) => {
                    self.tell_faulty(&read, speech, stderr);
                    if !read.problems.is_empty() || !read.faulty.is_empty() {
                        let summary = summary(&read.problems, &read.faulty, speech);
                        let _ = writeln!(stderr, "{shown}: {summary}");
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

    fn tell_faulty(&self, read: &Read, speech: Speech, stderr: &mut impl Write) {
        let file = self.dist.join(&read.folder.file).display().to_string();
        // If standard error is gone, the pages are still worth writing.
        let _ = write_faulty(
            &format!("{}: ", escape(&file)),
            &read.faulty,
            speech,
            stderr,
        );
    }
}

fn read(dist: &Path, file: &str, home: String, speech: Speech) -> Result<Read, Failure> {
    let place = dist.join(file);
    let (text, event, problems) = read_with_text(&place, speech)?;
    let faulty = faulty_files(&place, &text);
    let file = file.to_owned();
    let folder = EventFolder { event, file, home };
    Ok(Read {
        folder,
        text,
        problems,
        faulty,
    })
}

/// What trunk wrote into `index.html`.
pub(super) fn read_shell(dist: &Path, speech: Speech) -> Result<Shell, Failure> {
    let index = dist.join("index.html");
    let html = fs::read_to_string(&index).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => {
            Failure::new("not-built", speech.not_built()).of(dist)
        }
        _ => unusable(&index, &error),
    })?;
    let mut shell = Shell::read(&html)
        .ok_or_else(|| Failure::new("no-root", speech.prerender_without_root()).of(dist))?;
    shell
        .renew_integrity(dist)
        .map_err(|(file, error)| unusable(&file, &error))?;
    shell.find_fonts(dist);
    Ok(shell)
}

/// The address given with `--base`.
pub(super) fn base(text: Option<&str>) -> Result<Option<Base>, Failure> {
    let base = text.map(Base::new).transpose();
    base.map_err(|error| Failure::new("bad-base", error.to_string()))
}

fn write_file(dist: &Path, path: &str, bytes: &[u8]) -> Result<(), Failure> {
    let file = dist.join(path);
    let folder = file.parent().unwrap_or(dist);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&file, bytes))
        .map_err(|error| unusable(&file, &error))
}

pub(super) fn unusable(file: &Path, error: &io::Error) -> Failure {
    Failure::new("unusable-file", error.to_string()).of(file)
}

fn site_failure(error: &SiteError) -> Failure {
    use std::error::Error;

    let cause = error.source().map(|cause| format!(": {cause}"));
    Failure::new("site", format!("{error}{}", cause.unwrap_or_default()))
}
