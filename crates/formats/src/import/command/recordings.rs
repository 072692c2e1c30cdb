//! Gives the talks of an event their recordings, from a list of videos or one by one.

use std::collections::{BTreeMap, BTreeSet};

use nachlese_event::{
    Event, LocalizedText, Recording, RecordingStatus, VideoSource,
    problem::{Candidate, Finding, ImportFinding, JsonPath, Problem},
};
use nachlese_reader::{document, own::start_of, provider::video_at};

use super::{
    ImportError, NotSet,
    matching::{Match, is_recordable, matches},
    videos::{Video, is_video_list, video_list},
};

/// How many talks without a video are named.
const NAMED: usize = 5;

/// Matches the videos of a list, as yt-dlp writes it, with the talks of an event. What is certain
/// becomes the recording; what is not is only reported. Findings have their places in the list.
///
/// # Errors
/// [`ImportError`] if the text is no such list.
pub fn add_recordings(event: &mut Event, text: &str) -> Result<Vec<Problem>, ImportError> {
    let json = document(start_of(text))?;
    if !is_video_list(&json) {
        return Err(ImportError::NoVideoList);
    }
    let (list, mut problems) = video_list(&json);
    let mut report = Report::default();
    let mut talk_of_video = vec![None; list.videos.len()];
    let mut talk_of_source = BTreeMap::new();
    for (at, talk) in event.talks.iter().enumerate() {
        for source in talk.recording.iter().flat_map(|it| &it.sources) {
            talk_of_source.entry(key(source)).or_insert(at);
        }
    }
    let known = |source: &VideoSource| talk_of_source.get(&key(source)).copied();
    for (video, slot) in list.videos.iter().zip(&mut talk_of_video) {
        *slot = known(&video.source);
    }
    let open: Vec<_> = (0..list.videos.len())
        .filter(|at| talk_of_video[*at].is_none())
        .collect();
    let titles: Vec<_> = open
        .iter()
        .map(|at| list.videos[*at].title.as_str())
        .collect();
    for (at, found) in open.into_iter().zip(matches(&titles, event)) {
        let video = &list.videos[at];
        match found {
            Match::Certain(talk, score) => {
                let candidate = candidate(event, talk, score);
                let told = give(event, talk, video, candidate);
                if matches!(told, ImportFinding::RecordingMatched { .. }) {
                    talk_of_video[at] = Some(talk);
                }
                report.add(video, told);
            }
            Match::Open(near) => report.open(video, event, &near),
        }
    }
    problems.extend(report.into_problems());
    problems.extend(without(event));
    let (mut items, mut seen) = (Vec::new(), BTreeSet::new());
    for talk in talk_of_video.into_iter().flatten() {
        if seen.insert(talk) {
            items.push(event.talks[talk].id.clone());
        }
    }
    let is_known = |id: &Option<String>| event.playlists.iter().any(|known| known.id == *id);
    let count = items.len();
    if let Some(playlist) = list
        .playlist(items)
        .filter(|new| count > 0 && !is_known(&new.id))
    {
        let title = playlist.title.in_event_language(&event.language).to_owned();
        let finding = ImportFinding::PlaylistAdded { title, count };
        problems.push(Problem::new(&JsonPath::root(), Finding::Import(finding)));
        event.playlists.push(playlist);
    }
    Ok(problems)
}

/// Makes the video at an address the recording of a talk, beside what it has already.
///
/// # Errors
/// [`NotSet`], and the event is as it was.
pub fn set_recording(event: &mut Event, talk: &str, address: &str) -> Result<(), NotSet> {
    let at = position(event, talk)?;
    let source = video_at(address)
        .or_else(|| file(address))
        .ok_or_else(|| NotSet::NoVideo {
            url: address.to_owned(),
        })?;
    let recording = event.talks[at].recording.get_or_insert_default();
    if recording.status == RecordingStatus::Withheld {
        return Err(NotSet::Withheld {
            id: talk.to_owned(),
        });
    }
    // One video of each provider.
    recording.sources.retain(|other| {
        other.provider() != source.provider() || source.provider() == "file" && *other != source
    });
    insert(recording, source);
    Ok(())
}

/// The place of a talk with this id.
///
/// # Errors
/// [`NotSet::UnknownTalk`]
pub(super) fn position(event: &Event, talk: &str) -> Result<usize, NotSet> {
    let ids = || event.talks.iter().map(|it| it.id.as_str());
    let at = ids().position(|id| id == talk);
    at.ok_or_else(|| NotSet::UnknownTalk {
        id: talk.to_owned(),
        suggestion: nachlese_check::near(talk, ids()),
    })
}

fn file(address: &str) -> Option<VideoSource> {
    let path = address.split(['?', '#']).next()?;
    let (_, ending) = path.rsplit_once('.')?;
    let is_video = ["mp4", "webm", "m3u8", "m4v"].contains(&ending.to_ascii_lowercase().as_str());
    let url = nachlese_event::Href::new(address)
        .ok()
        .filter(|_| is_video)?;
    Some(nachlese_reader::provider::file_at(url, None))
}

/// Puts a source where those of its provider belong.
fn insert(recording: &mut Recording, source: VideoSource) {
    let rank = |source: &VideoSource| {
        VideoSource::PROVIDERS
            .iter()
            .position(|word| *word == source.provider())
    };
    let at = recording
        .sources
        .partition_point(|other| rank(other) <= rank(&source));
    recording.sources.insert(at, source);
    recording.status = RecordingStatus::Released;
}

/// What is the same for one video, wherever in it a talk begins.
fn key(source: &VideoSource) -> (&'static str, Option<String>) {
    (source.provider(), source.id().map(|id| (**id).to_owned()))
}

/// Gives a talk its recording, unless it has another one.
fn give(event: &mut Event, at: usize, video: &Video, talk: Candidate) -> ImportFinding {
    let title = video.title.clone();
    let recording = event.talks[at].recording.get_or_insert_default();
    let is_withheld = recording.status == RecordingStatus::Withheld;
    let is_other = recording
        .sources
        .iter()
        .any(|source| source.provider() == video.source.provider());
    if is_withheld || is_other {
        return ImportFinding::RecordingKept {
            video: title,
            talk,
            is_withheld,
        };
    }
    insert(recording, video.source.clone());
    ImportFinding::RecordingMatched { video: title, talk }
}

fn candidate(event: &Event, at: usize, score: f64) -> Candidate {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within 0 and 100"
    )]
    let percent = (score.clamp(0.0, 1.0) * 100.0).floor() as u8;
    Candidate {
        id: event.talks[at].id.as_str().to_owned(),
        title: title(event, at),
        percent,
    }
}

fn title(event: &Event, at: usize) -> String {
    let heading = event.talks[at].heading();
    let text = heading.map(|heading: &LocalizedText| heading.in_event_language(&event.language));
    text.unwrap_or(event.talks[at].id.as_str()).to_owned()
}

/// What became of the videos: first what somebody has to look at.
#[derive(Default)]
struct Report {
    open: Vec<Problem>,
    done: Vec<Problem>,
}

impl Report {
    fn add(&mut self, video: &Video, finding: ImportFinding) {
        let is_done = matches!(finding, ImportFinding::RecordingMatched { .. });
        let problem = Problem::new(&video.path, Finding::Import(finding));
        let list = if is_done {
            &mut self.done
        } else {
            &mut self.open
        };
        list.push(problem);
    }

    fn open(&mut self, video: &Video, event: &Event, near: &[(usize, f64)]) {
        let title = video.title.clone();
        let candidates: Vec<_> = near
            .iter()
            .map(|(talk, score)| candidate(event, *talk, *score))
            .collect();
        let finding = if candidates.is_empty() {
            ImportFinding::RecordingUnmatched { video: title }
        } else {
            ImportFinding::RecordingUncertain {
                video: title,
                url: video.url.clone(),
                candidates,
            }
        };
        self.add(video, finding);
    }

    fn into_problems(self) -> impl Iterator<Item = Problem> {
        self.open.into_iter().chain(self.done)
    }
}

/// Which talks have no recording now.
fn without(event: &Event) -> Option<Problem> {
    let has_none = |at: &usize| {
        let recording = event.talks[*at].recording.as_ref();
        let is_settled =
            |it: &Recording| !it.sources.is_empty() || it.status == RecordingStatus::Withheld;
        is_recordable(event, *at) && !recording.is_some_and(is_settled)
    };
    let talks: Vec<_> = (0..event.talks.len()).filter(has_none).collect();
    let first = talks
        .iter()
        .take(NAMED)
        .map(|at| title(event, *at))
        .collect();
    let count = talks.len();
    let finding = ImportFinding::TalksWithoutVideo { count, first };
    (count > 0).then(|| Problem::new(&JsonPath::root(), Finding::Import(finding)))
}
