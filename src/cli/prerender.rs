//! `nachlese prerender`: writes every page of an event as HTML that needs no script to be read.

mod document;
mod embed;
mod shell;

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use clap::Args;

use self::{document::document, embed::embed_files, shell::Shell};
use super::{
    Exit,
    check::{Failure, read_text, summary, write_failure},
    escape::escape,
    site::{Deployment, SiteError, finish, has_previews},
};
use crate::{
    export::{
        Edition, ExportError, Site, calendar, feed::feed, schedule_json::schedule_json,
        schedule_xml::schedule_xml,
    },
    fingerprint::fingerprint,
    model::{Event, Href},
    parse::parse,
    schema,
    site::{Base, Page, headers, pages},
    state::{Catalogue, Deployed},
    text::Speech,
    view::prerendered::{Prerendered, prerendered},
};

/// Which folder, and which event.
#[derive(Debug, Args)]
pub(super) struct Prerender {
    /// The folder that trunk wrote
    dist: PathBuf,
    /// The event's file, as a path within the folder; without it, the one that index.html names
    #[arg(long, value_name = "FILE")]
    event: Option<String>,
    /// The address that the folder will have, for what needs whole addresses: sitemap, link previews, feed
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// Keep nothing on readers' devices, and take back what an earlier deployment kept there
    #[arg(long)]
    without_offline: bool,
}

impl Prerender {
    /// Writes the pages and everything beside them; what is wrong with the event goes to `stderr`.
    pub(super) fn run(&self, speech: Speech, stderr: &mut impl Write) -> io::Result<Exit> {
        let name = escape(&self.dist.display().to_string());
        match self.write(speech, stderr) {
            Ok((count, problems)) => {
                writeln!(stderr, "{name}: {}", speech.prerendered(count, &problems))?;
                Ok(Exit::Fine)
            }
            Err(failure) => {
                write_failure(&name, &failure, speech, stderr)?;
                Ok(Exit::Failed)
            }
        }
    }

    fn write(&self, speech: Speech, stderr: &mut impl Write) -> Result<(usize, String), Failure> {
        let base = self.base.as_deref().map(Base::new).transpose();
        let base = base.map_err(|error| failure("bad-base", error.to_string()))?;
        let index = self.dist.join("index.html");
        let shell = fs::read_to_string(&index).map_err(|error| unusable(&index, &error))?;
        let mut shell = Shell::read(&shell)
            .ok_or_else(|| failure("no-root", speech.prerender_without_root().to_owned()))?;
        shell
            .renew_integrity(&self.dist)
            .map_err(|(file, error)| unusable(&file, &error))?;
        if let Some(event) = &self.event {
            shell.event.clone_from(event);
        }
        let (text, event, problems) = {
            let file = self.dist.join(&shell.event);
            let text = read_text(&file, speech)?;
            let (event, problems) =
                parse(&text).map_err(|error| super::check::not_an_event(&error, speech))?;
            (text, event, problems)
        };
        let summary = summary(&problems, speech);
        let catalogue = Published {
            fingerprint: fingerprint(&text),
            text: &text,
            shell: &shell,
            base: base.as_ref(),
            dist: &self.dist,
            is_offline: !self.without_offline,
        };
        let mut count = catalogue.write_pages(&event)?;
        count += catalogue.write_formats(&event)?;
        if !has_previews(&self.dist) {
            let _ = writeln!(stderr, "{}", speech.prerender_without_fonts());
        }
        let deployment = Deployment {
            base: base.clone(),
            event_file: shell.event.clone(),
            policy: headers::Policy::of(&event),
            is_offline: !self.without_offline,
        };
        count += finish(&self.dist, &event, &deployment).map_err(|error| site_failure(&error))?;
        Ok((count, summary))
    }
}

/// An event on its way into the folder.
struct Published<'a> {
    fingerprint: String,
    text: &'a str,
    shell: &'a Shell,
    base: Option<&'a Base>,
    dist: &'a Path,
    is_offline: bool,
}

impl Published<'_> {
    fn write_pages(&self, event: &Event) -> Result<usize, Failure> {
        let pages = pages(event);
        for page in &pages {
            let file = format!("{}{}", page.root(), self.shell.event);
            let drawn = draw(self.text, &file, page).ok_or_else(|| {
                failure(
                    "not-drawn",
                    format!("{}: the page cannot be drawn", page.path),
                )
            })?;
            let site = self.site();
            let html = document(&document::Parts {
                shell: self.shell,
                event,
                page,
                pages: &pages,
                base: self.base,
                site: &site,
                fingerprint: &self.fingerprint,
                is_offline: self.is_offline,
                title: &drawn.title,
                article: &drawn.html,
            });
            self.write(&format!("{}index.html", page.path), html.as_bytes())?;
        }
        Ok(pages.len())
    }

    /// The event as other programs read it.
    fn write_formats(&self, event: &Event) -> Result<usize, Failure> {
        let site = self.site();
        let edition = Edition::new(event, &event.language, &site);
        let folder = self.dist.join(&self.shell.event);
        let bytes = |href: &Href| {
            let file = folder.parent()?.join(href.as_str());
            href.is_relative()
                .then(|| fs::metadata(file).ok())?
                .map(|file| file.len())
        };
        let json = schedule_json(&edition).map(|json| format!("{json:#}\n"));
        let mut files = vec![
            ("feed.xml".to_owned(), Ok(feed(&edition, &bytes))),
            ("event.ics".to_owned(), calendar::event(&edition)),
            ("schedule.json".to_owned(), json),
            ("schedule.xml".to_owned(), schedule_xml(&edition)),
            ("event.schema.json".to_owned(), Ok(schema::text())),
        ];
        for talk in &event.talks {
            files.push((
                format!("talk/{}/event.ics", talk.id),
                calendar::talk(&edition, talk),
            ));
        }
        for (path, text) in embed_files(
            self.shell,
            event.language.as_str(),
            &headers::Policy::of(event),
        ) {
            files.push((path.to_owned(), Ok(text)));
        }
        let mut count = 0;
        for (path, text) in files {
            match text {
                Ok(text) => self.write(&path, text.as_bytes())?,
                // An event without a day has no calendar; its pages say nothing of one.
                Err(ExportError::NoDate | ExportError::NoChapters) => continue,
            }
            count += 1;
        }
        Ok(count)
    }

    fn site(&self) -> Site {
        let (folder, _) = self.shell.event.rsplit_once('/').unwrap_or_default();
        let base = self.base.and_then(|base| Href::new(base.as_str()).ok());
        let site = base.and_then(|base| Site::at(&base, &format!("{folder}/")).ok());
        site.unwrap_or_else(Site::unknown)
    }

    fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Failure> {
        let file = self.dist.join(path);
        let folder = file.parent().unwrap_or(self.dist);
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&file, bytes))
            .map_err(|error| unusable(&file, &error))
    }
}

/// A page as the app draws it; `file` is the event's, as seen from the page.
fn draw(text: &str, file: &str, page: &Page) -> Option<Prerendered> {
    let (event, problems) = parse(text).ok()?;
    let deployed = Deployed {
        language: page.language.clone(),
        talk: page.talk.clone(),
        is_current: true,
    };
    Some(prerendered(
        Catalogue::new(event, problems, file).on(deployed),
    ))
}

fn failure(code: &'static str, text: String) -> Failure {
    let at = String::new();
    Failure { code, at, text }
}

fn unusable(file: &Path, error: &io::Error) -> Failure {
    failure("unusable-file", format!("{}: {error}", file.display()))
}

fn site_failure(error: &SiteError) -> Failure {
    use std::error::Error;

    let cause = error.source().map(|cause| format!(": {cause}"));
    failure("site", format!("{error}{}", cause.unwrap_or_default()))
}
