//! The JSON transcripts of podcasts.
//!
//! Source: <https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md>,
//! read on 2026-11-30.

use nachlese_event::Seconds;
use nachlese_reader::json::Json;

use super::{LONGEST_CUE, Transcript, pieces};

impl Transcript {
    /// Reads the segments: sentences, or single words. Any other JSON has none.
    pub(super) fn read_segments(&mut self, file: &str) {
        let file = serde_json::from_str::<Json>(file).ok();
        let segments = file.as_ref().and_then(|file| file.get("segments"));
        let Some(Json::List(segments)) = segments else {
            return;
        };
        for segment in segments {
            let time = |name| match segment.get(name) {
                Some(Json::Number(time)) => seconds(*time),
                _ => None,
            };
            let text = |name| match segment.get(name) {
                Some(Json::String(text)) => text.trim(),
                _ => "",
            };
            let Some(at) = time("startTime") else {
                continue;
            };
            let times = Some((at, time("endTime").unwrap_or(at)));
            let speaker = self.speaker(text("speaker"));
            for piece in pieces(text("body"), LONGEST_CUE, |_| false) {
                if !self.add(piece.trim(), times, speaker) {
                    return;
                }
            }
        }
    }
}

fn seconds(time: f64) -> Option<Seconds> {
    Seconds::within(0..=Seconds::LONGEST_RECORDING, time)
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
    fn an_arrow_in_it_makes_no_captions() {
        check(
            r#"{"segments": [{"startTime": 1, "body": "a --> b"}]}"#,
            &["0:01 a --> b"],
        );
    }

    #[test]
    fn other_json_has_no_words() {
        check(r#"{"chapters": []}"#, &[]);
        check(r#"{"segments": [{"body": "ohne Zeit"}]}"#, &[]);
        check("{", &[]);
    }
}
