//! `nachlese export`: writes an event in the formats that other programs read.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use clap::{Args, ValueEnum};
use nachlese_check::text::severity;
use nachlese_event::{Event, Href, LanguageTag, Speech, Talk, problem::Severity};
use nachlese_formats::export::{
    Edition, ExportError, Site, calendar,
    chapters::chapters,
    chapters_vtt::{chapters_vtt, has_chapters},
    feed::feed,
    json_ld,
    schedule_json::schedule_json,
    schedule_xml::schedule_xml,
};

use super::{
    Exit, beside,
    escape::escape,
    event_file::read_with_text,
    failure::{Failure, write_failure},
    findings::{Findings, Listing},
    folder::Folder,
    replace::put,
};
use crate::text::prelude::*;

/// What to write, and where.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The event file; `-` reads standard input
    file: PathBuf,
    /// What to write
    #[arg(long, value_enum)]
    format: Format,
    /// Only this item of the programme (ics, jsonld, vtt, chapters)
    #[arg(long, value_name = "ID")]
    talk: Option<String>,
    /// Address of the event's page. A feed needs it; in other formats, addresses that need it are
    /// left out without it
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// File to write to, instead of standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    listing: Listing,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// iCalendar
    Ics,
    /// RSS feed with Podcasting 2.0; needs `--base`
    Rss,
    /// schedule.json, version 1
    ScheduleJson,
    /// schedule.xml (Pentabarf, frab)
    ScheduleXml,
    /// schema.org data of the event's page, or of an item's page
    Jsonld,
    /// WebVTT chapters of an item's recording. `--talk` is optional if only one item has chapters
    Vtt,
    /// Podcasting 2.0 chapters of an item's recording
    Chapters,
}

impl Export {
    /// Writes the event. What is wrong with its file goes to `stderr`.
    pub(super) fn run(
        &self,
        language: Option<&LanguageTag>,
        speech: Speech,
        stdout: &mut impl Write,
        stderr: &mut impl Write,
    ) -> io::Result<Exit> {
        let name = escape(&self.file.display().to_string());
        let made = read_with_text(&self.file, speech).and_then(|(source, event, problems)| {
            let language = language.unwrap_or(&event.language);
            let site = self.site(&event, speech)?;
            let edition = Edition::new(&event, language, &site);
            let text = self.text(&event, &edition, speech)?;
            Ok((text, source, problems, edition.knows_its_clock()))
        });
        let (text, source, problems, knows_its_clock) = match made {
            Ok(made) => made,
            Err(failure) => return failed(&name, &failure, speech, stderr),
        };
        let findings = Findings {
            prefix: String::new(),
            file: self.file.clone(),
            text: source,
            problems,
            faulty: Vec::new(),
            speech,
        };
        findings.write(self.listing, stderr)?;
        if !knows_its_clock {
            let word = severity(Severity::Warning, speech);
            let warning = speech.export_without_zone();
            writeln!(stderr, "{word}[no-time-zone] {name}: {warning}")?;
        }
        if !findings.problems.is_empty() {
            writeln!(stderr, "{name}: {}", findings.summary())?;
        }
        match &self.output {
            None => stdout.write_all(text.as_bytes())?,
            Some(file) => {
                if let Err(error) = put(file, text.as_bytes()) {
                    let text = speech.export_unwritable(&error.to_string());
                    let failure = Failure::new("unwritable", text);
                    let name = escape(&file.display().to_string());
                    return failed(&name, &failure, speech, stderr);
                }
            }
        }
        Ok(findings.exit())
    }

    fn text(
        &self,
        event: &Event,
        edition: &Edition<'_>,
        speech: Speech,
    ) -> Result<String, Failure> {
        let talk = self.talk(event, speech)?;
        let made = match (self.format, talk) {
            (Format::Ics, None) => calendar::event(edition),
            (Format::Ics, Some(talk)) => calendar::talk(edition, talk),
            (Format::Rss, None) => feed(edition, &|href| self.size(href)),
            (Format::ScheduleJson, None) => schedule_json(edition).map(|json| pretty(&json)),
            (Format::ScheduleXml, None) => schedule_xml(edition),
            (Format::Jsonld, None) => Ok(pretty(&json_ld::event_page(edition))),
            (Format::Jsonld, Some(talk)) => Ok(pretty(&json_ld::talk_page(edition, talk))),
            (Format::Vtt, Some(talk)) => chapters_vtt(edition, talk),
            (Format::Vtt, None) => chapters_vtt(edition, only_with_chapters(event, speech)?),
            (Format::Chapters, Some(talk)) => chapters(edition, talk).map(|json| pretty(&json)),
            (format, _) => {
                let text = speech.export_wrong_scope(format == Format::Chapters);
                return Err(Failure::new("wrong-scope", text));
            }
        };
        made.map_err(|error| match error {
            ExportError::NoDate => Failure::new("no-date", speech.export_without_date()),
            ExportError::NoAddress => Failure::new("no-address", speech.export_without_address()),
            ExportError::NoChapters => {
                Failure::new("no-chapters", speech.export_without_chapters())
            }
        })
    }

    fn site(&self, event: &Event, speech: Speech) -> Result<Site, Failure> {
        let Some(base) = &self.base else {
            return Ok(Site::unknown());
        };
        let folder = format!("events/{}/", self.folder().unwrap_or(event.id.as_str()));
        let site = Href::new(base)
            .ok()
            .and_then(|base| Site::at(&base, &folder).ok());
        site.ok_or_else(|| Failure::new("bad-base", speech.export_bad_base(base)))
    }

    /// The name of the file's folder below `events`. It should be the event's id, but if it is not,
    /// the folder counts.
    fn folder(&self) -> Option<&str> {
        let folder = self.file.parent()?;
        let is_below_events = folder.parent()?.file_name()? == "events";
        folder.file_name()?.to_str().filter(|_| is_below_events)
    }

    /// How many bytes a file next to the event's file has.
    fn size(&self, href: &Href) -> Option<u64> {
        let folder = Folder::open(self.file.parent()?).ok()?;
        beside::size(href.as_str(), "", &folder)
    }

    fn talk<'e>(&self, event: &'e Event, speech: Speech) -> Result<Option<&'e Talk>, Failure> {
        let Some(id) = &self.talk else {
            return Ok(None);
        };
        let found = event.talks.iter().find(|talk| talk.id.as_str() == id);
        let unknown = || Failure::new("unknown-talk", speech.export_unknown_talk(id, &event.id));
        found.map(Some).ok_or_else(unknown)
    }
}

/// The only talk with chapters.
fn only_with_chapters(event: &Event, speech: Speech) -> Result<&Talk, Failure> {
    let talks = event.talks.iter().filter(|talk| has_chapters(talk));
    match talks.collect::<Vec<_>>().as_slice() {
        [only] => Ok(only),
        [] => Err(Failure::new(
            "no-chapters",
            speech.export_nothing_with_chapters(),
        )),
        several => {
            let ids: Vec<_> = several.iter().map(|talk| talk.id.as_str()).collect();
            Err(Failure::new(
                "which-talk",
                speech.export_which_talk(&ids.join(", ")),
            ))
        }
    }
}

fn failed(
    name: &str,
    failure: &Failure,
    speech: Speech,
    stderr: &mut impl Write,
) -> io::Result<Exit> {
    write_failure(name, failure, speech, stderr)?;
    Ok(Exit::Failed)
}

fn pretty(json: &serde_json::Value) -> String {
    format!("{json:#}\n")
}
