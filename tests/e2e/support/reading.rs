//! A page with the transcript of a recording.

use serde_json::json;

use super::{Outcome, event::SAMPLE, page::Page};

/// The talk of the sample with three voices.
pub(crate) const PANEL: &str = "wer-pflegt-das-morgen";

/// The video on the stage, for scripts.
pub(crate) const VIDEO: &str = "document.querySelector('.stage video')";

/// The page of that talk.
pub(crate) fn panel(fragment: &str) -> String {
    format!("events/{SAMPLE}/talk/{PANEL}/{fragment}")
}

impl Page {
    /// The script looks after the words.
    pub(crate) async fn can_be_read(&self) -> Outcome {
        self.see(".transcript .turn__sentence").await?;
        self.see(".transcript__find input").await
    }

    /// Moves the playing video to a second.
    pub(crate) async fn play_at(&self, second: u32) -> Outcome {
        self.until("it plays", &format!("return {VIDEO} && !{VIDEO}.paused"))
            .await?;
        self.run(&format!("{VIDEO}.currentTime = {second}"), json!([]))
            .await
            .map(drop)
    }
}
