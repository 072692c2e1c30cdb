//! What findings about time zones say.

use nachlese_event::{Speech, say};

pub(super) fn unknown(zone: &str, speech: Speech) -> String {
    say!(
        speech,
        "Eine Zeitzone `{zone}` gibt es nicht",
        "there is no time zone `{zone}`"
    )
}

pub(super) fn unknown_help(speech: Speech) -> String {
    say!(
        speech,
        "Verwenden Sie einen Namen aus der IANA-Datenbank, zum Beispiel `Europe/Berlin`.",
        "use a name from the IANA database, for example `Europe/Berlin`."
    )
}

pub(super) fn doubtful(zone: &str, offset: &str, speech: Speech) -> String {
    say!(
        speech,
        "Die Zeitzone `{zone}` passt nicht zu den Uhrzeiten ({offset}) und entfällt",
        "the time zone `{zone}` does not match the times ({offset}) and is left out"
    )
}

pub(super) fn mixed(offset: &str, speech: Speech) -> String {
    say!(
        speech,
        "Die Zeiten stehen in mehreren Zonen; gezeigt werden alle in {offset}",
        "the times are in several zones; all are shown in {offset}"
    )
}

pub(super) fn check_help(speech: Speech) -> String {
    say!(
        speech,
        "Importieren Sie die Datei, prüfen Sie die Uhrzeiten und nennen Sie in `timeZone` die Zeitzone des Ortes.",
        "import the file, check the times, and give the zone of the place in `timeZone`."
    )
}
