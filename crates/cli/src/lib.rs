//! The command line. No other crate touches the file system.
//!
//! Data goes to standard output, the rest to standard error. A broken pipe is silent.

mod beside;
mod bundle;
mod check;
mod escape;
mod event_file;
mod export;
mod failure;
mod findings;
mod folder;
mod import;
mod input;
mod named_files;
mod prerender;
mod replace;
pub mod site;
mod text;
mod walk;

use std::{
    ffi::OsString,
    io::{self, Write},
};

use clap::{Parser, Subcommand};
use nachlese_event::{LanguageTag, Speech, schema};

/// The program's exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// No errors. There may be warnings and notes.
    Fine = 0,
    /// At least one finding is an error.
    Findings = 1,
    /// The job could not be done.
    Failed = 2,
}

/// Makes the page for after an event, and checks event files
#[derive(Debug, Parser)]
#[command(name = "nachlese", version)]
struct Arguments {
    /// Language of messages and exported texts, for example `de`. Without it, messages are German
    /// if the system's language is German, and texts are in the event's language
    #[arg(long, global = true, value_name = "TAG", value_parser = LanguageTag::new)]
    language: Option<LanguageTag>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Write the pages of an event into a folder that trunk made
    Prerender(prerender::Prerender),
    /// Write one HTML file that contains an event, its pictures, its recordings and the app
    Bundle(bundle::Bundle),
    /// Check event files and say what is wrong, where and what to do
    Check(check::Check),
    /// Write an event in the formats that other programs read
    Export(export::Export),
    /// Make event files from the programmes that other programs write
    Import(import::Import),
    /// Write the JSON Schema of the event format, so that editors can complete as you type
    Schema,
}

/// Runs the program.
///
/// `arguments` start with the program's name. `locale` is the system's language, for example
/// `de_DE.UTF-8`.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    locale: &str,
    stdout: &mut impl Write,
    stderr: &mut impl Write,
) -> Exit {
    let done = match Arguments::try_parse_from(arguments) {
        Ok(Arguments { language, command }) => {
            let speech = speech(language.as_ref(), locale);
            match command {
                Command::Prerender(order) => order.run(speech, stderr),
                Command::Bundle(order) => order.run(speech, stderr),
                Command::Check(job) => job.run(speech, stdout, stderr),
                Command::Import(job) => job.run(speech, stdout, stderr),
                Command::Export(job) => job.run(language.as_ref(), speech, stdout, stderr),
                Command::Schema => stdout
                    .write_all(schema::text().as_bytes())
                    .map(|()| Exit::Fine),
            }
        }
        Err(usage) => explain_usage(&usage, stdout, stderr),
    };
    done.and_then(|exit| {
        stdout.flush()?;
        Ok(exit)
    })
    .unwrap_or_else(|error| after_write_error(&error, stderr))
}

/// The language of the environment: `LC_ALL`, else `LANG`.
#[must_use]
pub fn locale() -> String {
    let set = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    set("LC_ALL").or_else(|| set("LANG")).unwrap_or_default()
}

fn speech(language: Option<&LanguageTag>, locale: &str) -> Speech {
    match language {
        Some(language) => Speech::of(language),
        None if locale.starts_with("de") => Speech::German,
        None => Speech::English,
    }
}

fn explain_usage(
    usage: &clap::Error,
    stdout: &mut impl Write,
    stderr: &mut impl Write,
) -> io::Result<Exit> {
    let text = usage.render();
    if usage.use_stderr() {
        write!(stderr, "{text}")?;
        Ok(Exit::Failed)
    } else {
        write!(stdout, "{text}")?;
        Ok(Exit::Fine)
    }
}

fn after_write_error(error: &io::Error, stderr: &mut impl Write) -> Exit {
    // The reader of the pipe has seen enough, as in `nachlese check … | head -1`.
    if error.kind() == io::ErrorKind::BrokenPipe {
        return Exit::Fine;
    }
    // If this cannot be written either, only the exit code is left.
    writeln!(stderr, "nachlese: {error}").ok();
    Exit::Failed
}
