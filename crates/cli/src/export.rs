//! `nachlese export`: writes an event in the formats that other programs read.

mod spoken;

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
    lost::{Target, lost},
    markdown::markdown,
    schedule_json::schedule_json,
    schedule_json2::schedule_json2,
    schedule_xml::schedule_xml,
    table::table,
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
    /// Only this item of the programme (ics, jsonld, vtt, chapters, transcript)
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
    /// schedule.json, version 2 (c3 hub)
    #[value(name = "schedule-json-2")]
    ScheduleJson2,
    /// schedule.xml (Pentabarf, frab)
    ScheduleXml,
    /// Table for spreadsheets, one row for each item
    Csv,
    /// The event as a document to read
    Markdown,
    /// schema.org data of the event's page, or of an item's page
    Jsonld,
    /// WebVTT chapters of an item's recording. `--talk` is optional if only one item has chapters
    Vtt,
    /// Podcasting 2.0 chapters of an item's recording
    Chapters,
    /// WebVTT of what was said, with the speakers. `--talk` is optional if only one item has captions
    Transcript,
}

impl Format {
    /// What it is, if it holds the programme.
    fn target(self) -> Option<Target> {
        match self {
            Self::Ics => Some(Target::Calendar),
            Self::ScheduleJson => Some(Target::ScheduleJson),
            Self::ScheduleJson2 => Some(Target::ScheduleJson2),
            Self::ScheduleXml => Some(Target::ScheduleXml),
            Self::Csv => Some(Target::Table),
            Self::Markdown => Some(Target::Markdown),
            Self::Rss | Self::Jsonld | Self::Vtt | Self::Chapters | Self::Transcript => None,
        }
    }
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
            let target = self.format.target().filter(|_| self.talk.is_none());
            let lost = target.map(|target| lost(&edition, target));
            let lost = lost.unwrap_or_default();
            Ok((text, source, problems, edition.knows_its_clock(), lost))
        });
        let (text, source, problems, knows_its_clock, lost) = match made {
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
        if !lost.is_empty() {
            let word = severity(Severity::Note, speech);
            let lost = speech.not_exported(&lost);
            writeln!(stderr, "{word}[not-exported] {name}: {lost}")?;
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
            (Format::ScheduleJson2, None) => schedule_json2(edition).map(|json| pretty(&json)),
            (Format::Csv, None) => Ok(table(edition)),
            (Format::Markdown, None) => Ok(markdown(edition)),
            (Format::Transcript, talk) => return self.transcript(event, edition, talk, speech),
            (Format::ScheduleXml, None) => schedule_xml(edition),
            (Format::Jsonld, None) => Ok(pretty(&json_ld::event_page(edition))),
            (Format::Jsonld, Some(talk)) => Ok(pretty(&json_ld::talk_page(edition, talk))),
            (Format::Vtt, Some(talk)) => chapters_vtt(edition, talk),
            (Format::Vtt, None) => {
                let nothing = speech.export_nothing_with_chapters();
                chapters_vtt(
                    edition,
                    only(event, has_chapters, speech, ("no-chapters", nothing))?,
                )
            }
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

    /// What was said in a talk, or in the only one with captions.
    fn transcript(
        &self,
        event: &Event,
        edition: &Edition<'_>,
        talk: Option<&Talk>,
        speech: Speech,
    ) -> Result<String, Failure> {
        let nothing = ("no-captions", speech.export_nothing_spoken());
        let only = || only(event, spoken::has_words, speech, nothing);
        let talk = talk.map_or_else(only, Ok)?;
        spoken::transcript(&self.file, talk, edition.language(), speech)
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

/// The only talk that has something, such as chapters. `nothing` says that there is none.
fn only<'e>(
    event: &'e Event,
    has: fn(&Talk) -> bool,
    speech: Speech,
    (code, nothing): (&'static str, &str),
) -> Result<&'e Talk, Failure> {
    let talks = event.talks.iter().filter(|talk| has(talk));
    match talks.collect::<Vec<_>>().as_slice() {
        [only] => Ok(only),
        [] => Err(Failure::new(code, nothing)),
        several => {
            let ids: Vec<_> = several.iter().map(|talk| talk.id.as_str()).collect();
            let text = speech.export_which_talk(&ids.join(", "));
            Err(Failure::new("which-talk", text))
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
