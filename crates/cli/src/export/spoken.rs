//! `nachlese export --format transcript`: what was said in a recording, from the captions or the
//! transcript beside the event.

use std::path::{Path, PathBuf};

use nachlese_event::{Captions, CaptionsOrigin, Href, LanguageTag, Seconds, Speech, Talk};
use nachlese_formats::{
    export::transcript_vtt::{Said, transcript_vtt},
    import::native_decoder,
};
use nachlese_reader::encoding::guess;
use nachlese_search::Transcript;

use crate::{
    beside::{decoded, path_beside},
    failure::{Failure, refused},
    folder::Folder,
    named_files::Use,
    text::prelude::*,
};

/// Whether a talk has a published recording with captions or a transcript.
pub(super) fn has_words(talk: &Talk) -> bool {
    !addresses(talk, None).is_empty()
}

/// The words of a talk as WebVTT.
pub(super) fn transcript(
    event: &Path,
    talk: &Talk,
    language: &LanguageTag,
    speech: Speech,
) -> Result<String, Failure> {
    let all = addresses(talk, Some(language));
    let Some(first) = all.first() else {
        return Err(Failure::new(
            "no-captions",
            speech.export_without_captions(),
        ));
    };
    let beside = all
        .iter()
        .find_map(|url| Some((path_beside(url.as_str())?, *url)));
    let Some((path, url)) = beside else {
        let text = speech.export_captions_elsewhere(first.as_str());
        return Err(Failure::new("captions-elsewhere", text));
    };
    let path = decoded(path.split('?').next().unwrap_or_default());
    let (file, bytes) = read(event, &path, speech)?;
    let text = native_decoder(guess(&bytes), &bytes).unwrap_or_default();
    let transcript = Transcript::read(&text);
    let turns = transcript.turns();
    let said: Vec<_> = turns
        .iter()
        .flat_map(|turn| turn.sentences.iter().map(|sentence| (turn.who, sentence)))
        .filter_map(|(who, sentence)| {
            let at = sentence.at?;
            let end = sentence.end.unwrap_or(Seconds(at.0.saturating_add(1)));
            let text = sentence.text;
            Some(Said { at, end, who, text })
        })
        .collect();
    if said.is_empty() {
        let text = speech.export_captions_without_times(url.as_str());
        return Err(Failure::new("no-times", text).of(&file));
    }
    Ok(transcript_vtt(talk, said))
}

/// The files with a talk's words: captions by people before those by machines, those in the language
/// before others, the transcript last.
fn addresses<'t>(talk: &'t Talk, language: Option<&LanguageTag>) -> Vec<&'t Href> {
    let Some(recording) = talk.recording.as_ref().filter(|it| it.is_playable()) else {
        return Vec::new();
    };
    let rank = |captions: &&Captions| {
        let is_other = language.is_some_and(|it| !captions.language.is_same_language(it));
        (is_other, captions.origin == CaptionsOrigin::Auto)
    };
    let mut captions: Vec<_> = recording.captions.iter().collect();
    captions.sort_by_key(rank);
    let transcript = recording.transcript.iter().map(|link| &link.url);
    captions
        .into_iter()
        .map(|captions| &captions.url)
        .chain(transcript)
        .collect()
}

/// Reads a file beside the event, and nothing outside of its folder.
fn read(event: &Path, path: &str, speech: Speech) -> Result<(PathBuf, Vec<u8>), Failure> {
    let place = event.parent().unwrap_or(Path::new(""));
    let shown = place.join(path);
    let unreadable = || Failure::new("not-found", speech.export_captions_missing()).of(&shown);
    let folder = Folder::open(place).map_err(|_| unreadable())?;
    if let Some(obstacle) = folder.obstacle(path) {
        return Err(refused(obstacle, &shown, speech));
    }
    if folder
        .size(path)
        .is_ok_and(|size| size > Use::Captions.most())
    {
        return Err(Failure::new("too-large", speech.export_captions_too_large()).of(&shown));
    }
    let bytes = folder.read(path).map_err(|_| unreadable())?;
    Ok((shown, bytes))
}
