//! What findings about repeating calendar entries say.

use nachlese_event::{
    Speech,
    problem::{Finding, clip},
    say,
};

/// Says what is wrong with a series.
pub(super) fn message(finding: &Finding, speech: Speech) -> String {
    let Finding::RuleNotFollowed { rule } = finding else {
        let shown = match finding {
            Finding::SeriesGoesOn { shown } => *shown,
            _ => 0,
        };
        return say!(
            speech,
            "Der Eintrag wiederholt sich über das Programm hinaus; gezeigte Termine: {shown}",
            "the entry repeats beyond the programme; dates shown: {shown}"
        );
    };
    let rule = clip(rule);
    say!(
        speech,
        "Dieses Programm versteht die Wiederholung `{rule}` nicht; gezeigt wird nur dieser eine Termin",
        "this program does not understand the recurrence rule `{rule}`; only this one date is shown"
    )
}

/// Says what to do about it.
pub(super) fn help(finding: &Finding, speech: Speech) -> &'static str {
    match finding {
        Finding::RuleNotFollowed { .. } => speech.pick(
            "Importieren Sie die Datei und ergänzen Sie die anderen Termine in `talks`.",
            "import the file and add the other dates to `talks`.",
        ),
        _ => speech.pick(
            "Das genügt meist. Sonst ergänzen Sie nach dem Import weitere Termine in `talks`.",
            "these are usually enough. Otherwise add more dates to `talks` after the import.",
        ),
    }
}
