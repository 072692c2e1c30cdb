//! How the command line explains itself: help in German or English, and what is wrong with an order.

mod german;

use std::ffi::OsString;

use clap::{Command, CommandFactory, FromArgMatches};
use nachlese_event::{LanguageTag, Speech};

/// The commands, with their help in the language of the reader.
pub(super) fn commands<T: CommandFactory>(speech: Speech) -> Command {
    match speech {
        Speech::English => T::command(),
        Speech::German => german::in_german(T::command()),
    }
}

/// Reads the arguments.
///
/// # Errors
/// What is wrong with them, or the help that was asked for.
pub(super) fn parse<T: CommandFactory + FromArgMatches>(
    arguments: Vec<OsString>,
    speech: Speech,
) -> Result<T, clap::Error> {
    let mut matches = commands::<T>(speech).try_get_matches_from(arguments)?;
    T::from_arg_matches_mut(&mut matches)
}

/// What is wrong with the arguments, or the help that was asked for.
pub(super) fn explained(usage: &clap::Error, speech: Speech) -> String {
    let german = match speech {
        Speech::German => german::error(usage),
        Speech::English => None,
    };
    german.unwrap_or_else(|| usage.render().to_string())
}

/// The language that the arguments name. It is needed before they are read, to say what is wrong
/// with them.
pub(super) fn named_language(arguments: &[OsString]) -> Option<LanguageTag> {
    let texts: Vec<_> = arguments
        .iter()
        .map(|text| text.to_string_lossy())
        .collect();
    let named =
        texts
            .iter()
            .enumerate()
            .find_map(|(at, text)| match text.strip_prefix("--language")? {
                "" => texts.get(at + 1).map(|tag| &**tag),
                rest => rest.strip_prefix('='),
            });
    LanguageTag::new(named?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_language_among_the_arguments() {
        for (arguments, expected) in [
            ("nachlese --language de check", Some("de")),
            ("nachlese check a.json --language=en-GB", Some("en-GB")),
            ("nachlese --language", None),
            ("nachlese --languages de", None),
            ("nachlese --language 1:2", None),
        ] {
            let arguments: Vec<_> = arguments.split(' ').map(OsString::from).collect();
            let found = named_language(&arguments);
            assert_eq!(found.as_ref().map(LanguageTag::as_str), expected);
        }
    }
}
