//! The help of the command line in German. The English one stands beside each argument, where clap
//! reads it.

mod texts;

use clap::{
    Command,
    error::{ContextKind, ErrorKind},
};

use self::texts::{ARGUMENTS, COMMANDS, VALUES};

const TEMPLATE: &str = "{about-with-newline}\nAufruf: {usage}\n\n{all-args}";

/// The same commands with German help.
pub(super) fn in_german(mut command: Command) -> Command {
    // With the help and the version, which clap adds.
    command.build();
    told(command)
}

fn told(command: Command) -> Command {
    let name = command.get_name().to_owned();
    let about = COMMANDS.iter().find(|(own, _)| *own == name);
    let command = command
        .help_template(TEMPLATE)
        .subcommand_help_heading("Befehle");
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim().to_owned();
    let usage = VALUES.iter().fold(usage, |usage, (english, german)| {
        usage.replace(english, german)
    });
    let command = command.override_usage(usage);
    let command = match about {
        Some((_, about)) => command.about(*about).long_about(None),
        None => command,
    };
    command
        .mut_args(|argument| {
            let id = argument.get_id().as_str();
            let found = help_of(&name, id);
            let (heading, takes_values) = if argument.is_positional() {
                ("Argumente", true)
            } else {
                ("Optionen", argument.get_action().takes_values())
            };
            let names = argument.get_value_names().unwrap_or_default().to_vec();
            let german = |name: &str| VALUES.iter().find(|(english, _)| *english == name);
            let names: Vec<&'static str> = names
                .iter()
                .filter_map(|name| Some(german(name)?.1))
                .collect();
            let argument = if names.is_empty() {
                argument
            } else {
                argument.value_names(names)
            };
            let argument = argument
                .help_heading(heading)
                .hide_possible_values(takes_values)
                .hide_default_value(takes_values);
            match found {
                Some(help) => argument.help(help).long_help(None),
                None => argument,
            }
        })
        .mut_subcommands(told)
}

fn help_of(command: &str, argument: &str) -> Option<&'static str> {
    let is_meant =
        |(of, own, _): &&(&str, &str, &str)| (*of == command || *of == "*") && *own == argument;
    ARGUMENTS.iter().find(is_meant).map(|(.., help)| *help)
}

/// What is wrong with an order; nothing for the help, which is German already, and what is rare.
pub(super) fn error(usage: &clap::Error) -> Option<String> {
    let text = |kind| usage.get(kind).map(ToString::to_string);
    let argument = text(ContextKind::InvalidArg).unwrap_or_default();
    let sentence = match usage.kind() {
        ErrorKind::UnknownArgument => format!("`{argument}` kennt dieser Befehl nicht"),
        ErrorKind::InvalidSubcommand => {
            let command = text(ContextKind::InvalidSubcommand).unwrap_or_default();
            format!("Den Befehl `{command}` gibt es nicht")
        }
        ErrorKind::MissingRequiredArgument => format!("Es fehlt: {argument}"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            match text(ContextKind::InvalidValue).filter(|value| !value.is_empty()) {
                Some(value) => format!("`{value}` passt nicht zu `{argument}`"),
                None => format!("`{argument}` braucht einen Wert"),
            }
        }
        ErrorKind::ArgumentConflict => format!("`{argument}` passt nicht zu den anderen Angaben"),
        _ => return None,
    };
    let proposals = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::ValidValue,
    ];
    let proposal = proposals
        .into_iter()
        .find_map(text)
        .filter(|text| !text.is_empty());
    let proposal = proposal
        .map(|known| format!(" Möglich: {known}."))
        .unwrap_or_default();
    Some(format!(
        "Fehler: {sentence}.{proposal}\n\n`nachlese --help` und `nachlese BEFEHL --help` erklären alles.\n"
    ))
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    /// Commands and arguments without a German text.
    fn untold(command: &Command) -> Vec<String> {
        let name = command.get_name();
        let arguments = command
            .get_arguments()
            .map(|argument| argument.get_id().as_str());
        let arguments = arguments.filter(|id| help_of(name, id).is_none());
        let arguments = arguments.map(|id| format!("{name} {id}"));
        let is_known = COMMANDS.iter().any(|(own, _)| *own == name);
        let own = (!is_known).then(|| name.to_owned());
        let inner = command.get_subcommands().flat_map(untold);
        arguments.chain(own).chain(inner).collect()
    }

    #[test]
    fn everything_has_german_help() {
        assert_eq!(untold(&crate::Arguments::command()), Vec::<String>::new());
    }

    #[test]
    fn nothing_in_the_german_help_is_english() {
        let command = in_german(crate::Arguments::command());
        let inner = command.get_subcommands().cloned();
        for mut command in [command.clone()].into_iter().chain(inner) {
            let help = command.render_long_help().to_string();
            for english in [
                "Usage",
                "Options",
                "Arguments",
                "default",
                "possible",
                "Print",
                " the ",
            ] {
                assert!(!help.contains(english), "{english}\n{help}");
            }
        }
    }
}
