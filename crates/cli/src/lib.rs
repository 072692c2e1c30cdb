//! The command line. No other crate touches the file system.
//!
//! Data goes to standard output, the rest to standard error. A broken pipe is silent.

mod additions;
mod app;
mod beside;
mod build;
mod bundle;
mod check;
mod deployed;
mod diff;
mod doctor;
mod escape;
mod event_file;
mod export;
mod failure;
mod findings;
mod fix;
mod folder;
mod http;
mod import;
mod input;
mod last_import;
mod marked;
mod named_files;
mod new;
mod prerender;
mod published;
mod replace;
mod report;
mod serve;
pub mod site;
mod stage;
mod terminal;
mod text;
mod update;
mod usage;
mod walk;
mod watch;

use std::{
    ffi::OsString,
    io::{self, Write},
    path::PathBuf,
};

use clap::{Parser, Subcommand};
use clap_complete::{Generator, Shell};
use nachlese_event::{LanguageTag, Speech, schema};

pub use terminal::{Paint, Terminal};

/// The program's exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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
    /// Make a folder to begin an event in
    New(new::New),
    /// Make the site of one or more events, ready to copy to a host
    Build(build::Build),
    /// Show the site of one or more events on this machine, and again after each change
    Serve(serve::Serve),
    /// Write the pages of an event into a folder that trunk made
    Prerender(prerender::Prerender),
    /// Write one HTML file that contains an event, its pictures, its recordings and the app
    Bundle(bundle::Bundle),
    /// Check event files and say what is wrong, where and what to do
    Check(check::Check),
    /// Look at a deployed folder and say what its host lacks
    Doctor(doctor::Doctor),
    /// Write an event in the formats that other programs read
    Export(export::Export),
    /// Make event files from the programmes that other programs write
    Import(import::Import),
    /// Write the JSON Schema of the event format, so that editors can complete as you type
    Schema,
    /// Write the completion for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Write the man pages into a folder
    Man {
        /// The folder, which must exist
        folder: PathBuf,
    },
}

/// Runs the program.
///
/// `arguments` start with the program's name. `terminal` may be the system's language alone, for
/// example `de_DE.UTF-8`.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    terminal: impl Into<Terminal>,
    stdout: &mut impl Write,
    stderr: &mut impl Write,
) -> Exit {
    let arguments: Vec<_> = arguments.into_iter().collect();
    let terminal = terminal.into();
    let locale = terminal.locale.as_str();
    let spoken = speech(usage::named_language(&arguments).as_ref(), locale);
    let done = match usage::parse::<Arguments>(arguments, spoken) {
        Ok(Arguments { language, command }) => {
            let speech = speech(language.as_ref(), locale);
            match command {
                Command::New(order) => order.run(speech, stderr),
                Command::Build(order) => order.run(speech, stderr),
                Command::Serve(order) => order.run(speech, stderr),
                Command::Prerender(order) => order.run(speech, stderr),
                Command::Bundle(order) => order.run(speech, stderr),
                Command::Check(job) => job.run(&terminal, speech, stdout, stderr),
                Command::Doctor(job) => job.run(&terminal, speech, stdout, stderr),
                Command::Import(job) => job.run(speech, stdout, stderr),
                Command::Export(job) => job.run(language.as_ref(), speech, stdout, stderr),
                Command::Schema => stdout
                    .write_all(schema::text().as_bytes())
                    .map(|()| Exit::Fine),
                Command::Completions { shell } => {
                    let mut commands = usage::commands::<Arguments>(speech);
                    commands.set_bin_name("nachlese");
                    commands.build();
                    shell.try_generate(&commands, stdout).map(|()| Exit::Fine)
                }
                Command::Man { folder } => {
                    let commands = usage::commands::<Arguments>(speech);
                    clap_mangen::generate_to(commands, folder).map(|()| Exit::Fine)
                }
            }
        }
        Err(usage) => explain_usage(&usage, spoken, stdout, stderr),
    };
    done.and_then(|exit| {
        stdout.flush()?;
        Ok(exit)
    })
    .unwrap_or_else(|error| after_write_error(&error, stderr))
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
    speech: Speech,
    stdout: &mut impl Write,
    stderr: &mut impl Write,
) -> io::Result<Exit> {
    let text = usage::explained(usage, speech);
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
