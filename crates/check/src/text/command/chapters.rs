//! What findings about the chapters of a talk say.

use nachlese_event::{
    Speech,
    problem::{ImportFinding, clip},
    say,
};

/// Says what became of chapters.
pub(super) fn message(finding: &ImportFinding, speech: Speech) -> String {
    match finding {
        ImportFinding::ChaptersTaken {
            count,
            replaced: 0,
            talk,
        } => {
            let talk = clip(talk);
            say!(
                speech,
                "Kapitel für „{talk}“: {count}",
                "chapters for “{talk}”: {count}"
            )
        }
        ImportFinding::ChaptersTaken {
            count,
            replaced,
            talk,
        } => {
            let talk = clip(talk);
            say!(
                speech,
                "Kapitel für „{talk}“: {count}; sie ersetzen {replaced}",
                "chapters for “{talk}”: {count}; they replace {replaced}"
            )
        }
        ImportFinding::ChapterPastEnd { start, end } => say!(
            speech,
            "Das Kapitel beginnt bei `{start}`, aber der Programmpunkt dauerte `{end}`",
            "the chapter begins at `{start}`, but the talk took `{end}`"
        ),
        ImportFinding::ChaptersElsewhere { count } => say!(
            speech,
            "Kapitel aus anderen Teilen des Videos entfallen: {count}",
            "chapters of other parts of the video are left out: {count}"
        ),
        ImportFinding::ChaptersHidden { count } => say!(
            speech,
            "Kapitel, die nicht im Inhaltsverzeichnis stehen (`toc: false`), entfallen: {count}",
            "chapters that are not in the table of contents (`toc: false`) are left out: {count}"
        ),
        ImportFinding::ChapterOutOfOrder { start } => say!(
            speech,
            "Das Kapitel beginnt bei `{start}`, vor dem Kapitel darüber; sie sind jetzt sortiert",
            "the chapter begins at `{start}`, before the one above it; they are sorted now"
        ),
        ImportFinding::ChaptersWithoutRecording { talk } => {
            let talk = clip(talk);
            say!(
                speech,
                "„{talk}“ hat Kapitel, aber keine Aufzeichnung, in der sie beginnen",
                "“{talk}” has chapters, but no recording in which they begin"
            )
        }
        _ => String::new(),
    }
}

/// Says what to do, in German and English; nothing if the finding is not about chapters.
pub(super) fn help(finding: &ImportFinding) -> Option<(&'static str, &'static str)> {
    Some(match finding {
        ImportFinding::ChaptersTaken { .. } => (
            "Sie stehen bei diesem Programmpunkt in `recording.chapters`.",
            "they are in this talk's `recording.chapters`.",
        ),
        ImportFinding::ChapterPastEnd { .. } => (
            "Prüfen Sie, ob die Kapitel zu diesem Programmpunkt gehören. Beginnt er später in \
             einem längeren Video, nennen Sie `start` bei dessen Quelle.",
            "check whether the chapters belong to this talk. If it begins later in a longer video, \
             give `start` at the source of the video.",
        ),
        ImportFinding::ChaptersElsewhere { .. } => (
            "Der Programmpunkt beginnt bei `start` seiner Quelle und dauert so lange wie `duration`.",
            "the talk begins at `start` of its source and takes as long as `duration`.",
        ),
        ImportFinding::ChaptersHidden { .. } => (
            "Soll eines erscheinen, entfernen Sie dort `toc`.",
            "to show one of them, remove its `toc`.",
        ),
        ImportFinding::ChapterOutOfOrder { .. } => (
            "Prüfen Sie die Zeiten in der Datei.",
            "check the times in the file.",
        ),
        ImportFinding::ChaptersWithoutRecording { .. } => (
            "Ergänzen Sie die Aufzeichnung in `recording.sources`.",
            "add the recording to `recording.sources`.",
        ),
        _ => return None,
    })
}
