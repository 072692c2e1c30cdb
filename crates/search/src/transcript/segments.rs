//! The JSON transcripts of podcasts.
//!
//! Source: <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md>,
//! read on 2026-11-30.

use nachlese_event::Seconds;
use serde::Deserialize;

use super::{LONGEST_CUE, Transcript, pieces};

#[derive(Deserialize)]
struct File {
    segments: Vec<Segment>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Segment {
    #[serde(default)]
    speaker: Option<String>,
    start_time: f64,
    #[serde(default)]
    end_time: Option<f64>,
    #[serde(default)]
    body: String,
}

impl Transcript {
    /// Reads the segments: sentences, or single words. Any other JSON has none.
    pub(super) fn read_segments(&mut self, file: &str) {
        let Ok(file) = serde_json::from_str::<File>(file) else {
            return;
        };
        for segment in &file.segments {
            let Some(at) = seconds(segment.start_time) else {
                continue;
            };
            let end = segment.end_time.and_then(seconds).unwrap_or(at);
            let speaker = self.speaker(segment.speaker.as_deref().unwrap_or_default().trim());
            for piece in pieces(segment.body.trim(), LONGEST_CUE, |_| false) {
                let blank = if self.text.is_empty() { "" } else { " " };
                let piece = piece.trim();
                if piece.is_empty() {
                    continue;
                }
                if !self.begin(self.text.len() + blank.len(), Some((at, end)), speaker) {
                    return;
                }
                self.text.push_str(blank);
                self.text.push_str(piece);
            }
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is within the bounds of a recording"
)]
fn seconds(time: f64) -> Option<Seconds> {
    let is_time = (0.0..=f64::from(Seconds::LONGEST_RECORDING)).contains(&time);
    is_time.then_some(Seconds(time as u32))
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn reads_segments_with_speakers() {
        check(
            r#"{"version": "1.0.0", "segments": [
                {"speaker": "Ada", "startTime": 1.5, "endTime": 2.9, "body": "Haben Sie Mut"},
                {"speaker": "Ada", "startTime": 3, "body": " zum Experiment. "},
                {"startTime": 3661.2, "endTime": 3662, "body": "Ende"},
                {"startTime": -1, "body": "falsch"}]}"#,
            &[
                "0:01 Ada: Haben Sie Mut",
                "0:03 Ada: zum Experiment.",
                "1:01:01 Ende",
            ],
        );
    }

    #[test]
    fn other_json_has_no_words() {
        check(r#"{"chapters": []}"#, &[]);
        check(r#"{"segments": [{"body": "ohne Zeit"}]}"#, &[]);
        check("{", &[]);
    }
}
