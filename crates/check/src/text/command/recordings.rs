//! What findings say about the videos of a playlist and the talks that they belong to.

use nachlese_event::{
    Speech,
    problem::{Candidate, ImportFinding, clip},
    say,
};

/// Says what became of a video; nothing if the finding is not about one.
pub(super) fn message(finding: &ImportFinding, speech: Speech) -> Option<String> {
    Some(match finding {
        ImportFinding::RecordingMatched { video, talk } => {
            let (video, talk) = (clip(video), named(talk, speech));
            say!(
                speech,
                "„{video}“ ist jetzt die Aufzeichnung von {talk}",
                "“{video}” is now the recording of {talk}"
            )
        }
        ImportFinding::RecordingUncertain {
            video, candidates, ..
        } => {
            let video = clip(video);
            let talks: Vec<_> = candidates.iter().map(|talk| named(talk, speech)).collect();
            let talks = talks.join(speech.pick(" oder ", " or "));
            say!(
                speech,
                "„{video}“ ist nicht zugeordnet; vielleicht gehört es zu {talks}",
                "“{video}” is not matched; perhaps it belongs to {talks}"
            )
        }
        ImportFinding::RecordingUnmatched { video } => {
            let video = clip(video);
            say!(
                speech,
                "Zu „{video}“ passt kein Programmpunkt",
                "no talk fits “{video}”"
            )
        }
        ImportFinding::RecordingKept {
            video,
            talk,
            is_withheld,
        } => {
            let (video, talk) = (clip(video), named(talk, speech));
            if *is_withheld {
                say!(
                    speech,
                    "„{video}“ passt zu {talk}, dessen Aufzeichnung nicht veröffentlicht wird (`withheld`)",
                    "“{video}” fits {talk}, whose recording is not published (`withheld`)"
                )
            } else {
                say!(
                    speech,
                    "„{video}“ passt zu {talk}, das schon eine andere Aufzeichnung hat; sie bleibt",
                    "“{video}” fits {talk}, which has another recording already; that one stays"
                )
            }
        }
        ImportFinding::TalksWithoutVideo { count, first } => {
            let first: Vec<_> = first
                .iter()
                .map(|title| {
                    let title = clip(title);
                    say!(speech, "„{title}“", "“{title}”")
                })
                .collect();
            let more = if first.len() < *count { ", …" } else { "" };
            let first = first.join(", ");
            say!(
                speech,
                "Programmpunkte ohne Aufzeichnung: {count} ({first}{more})",
                "talks without a recording: {count} ({first}{more})"
            )
        }
        ImportFinding::PlaylistAdded { title, count } => {
            let title = clip(title);
            say!(
                speech,
                "Die Liste „{title}“ steht jetzt in `playlists`; Programmpunkte darin: {count}",
                "the list “{title}” is in `playlists` now; talks in it: {count}"
            )
        }
        ImportFinding::VideosUnavailable { count } => say!(
            speech,
            "Gelöschte oder private Videos bleiben weg: {count}",
            "deleted or private videos are left out: {count}"
        ),
        _ => return None,
    })
}

/// „KI im Bürgerbüro“ (`ki`, 87 %).
fn named(talk: &Candidate, speech: Speech) -> String {
    let Candidate { id, percent, .. } = talk;
    let title = clip(&talk.title);
    say!(
        speech,
        "„{title}“ (`{id}`, {percent} %)",
        "“{title}” (`{id}`, {percent}%)"
    )
}

/// Says what to do.
pub(super) fn help(finding: &ImportFinding, speech: Speech) -> String {
    if let ImportFinding::RecordingUncertain {
        url, candidates, ..
    } = finding
    {
        let id = candidates.first().map_or("ID", |talk| talk.id.as_str());
        let url = clip(url);
        return say!(
            speech,
            "Gehört es dazu, sagen Sie es beim Aufruf: `--recording {id}={url}`.",
            "if it belongs there, say so on the command line: `--recording {id}={url}`."
        );
    }
    let (german, english) = match finding {
        ImportFinding::RecordingMatched { .. } => (
            "Stimmt das nicht, entfernen Sie `recording` bei diesem Programmpunkt.",
            "if that is wrong, remove `recording` from this talk.",
        ),
        ImportFinding::RecordingUnmatched { .. } => (
            "Gehört es zu einem Programmpunkt, sagen Sie es beim Aufruf: `--recording KENNUNG=ADRESSE`.",
            "if it belongs to a talk, say so on the command line: `--recording ID=ADDRESS`.",
        ),
        ImportFinding::RecordingKept {
            is_withheld: true, ..
        } => (
            "Wird sie doch veröffentlicht, ändern Sie `status` in `released` und importieren Sie noch einmal.",
            "if it is published after all, change `status` to `released` and import again.",
        ),
        ImportFinding::RecordingKept { .. } => (
            "Soll das Video sie ersetzen, entfernen Sie `recording` bei diesem Programmpunkt und importieren Sie noch einmal.",
            "to have this video instead, remove `recording` from the talk and import again.",
        ),
        ImportFinding::PlaylistAdded { .. } => (
            "Soll sie nicht erscheinen, entfernen Sie sie dort.",
            "remove it there if it is not wanted.",
        ),
        ImportFinding::TalksWithoutVideo { .. } => (
            "Fehlt ein Video, prüfen Sie, ob die Liste vollständig ist.",
            "if a video is missing, check whether the list is complete.",
        ),
        _ => (
            "Machen Sie sie bei ihrem Anbieter öffentlich und rufen Sie die Liste noch einmal ab, wenn sie fehlen.",
            "if they are missing, make them public at their provider and fetch the list again.",
        ),
    };
    speech.pick(german, english).to_owned()
}
