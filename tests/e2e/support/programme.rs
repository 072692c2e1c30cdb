//! What the programme shows.

use serde_json::json;

use super::{
    Outcome,
    page::{Page, VISIBLE},
};

impl Page {
    /// The ids of the talks that the programme shows, in order.
    pub(crate) async fn talks(&self) -> Outcome<Vec<String>> {
        let script =
            "return [...document.querySelectorAll('section[data-section=talks] [data-talk]')]";
        self.texts_of(&format!(
            "{script}.filter({VISIBLE}).map((talk) => talk.dataset.talk)"
        ))
        .await
    }

    /// Scrolls to where the programme begins.
    pub(crate) async fn see_programme(&self) -> Outcome {
        let script = "document.querySelector('.programme').scrollIntoView()";
        self.run(script, json!([])).await.map(drop)
    }

    /// What the programme says about the number of matches.
    pub(crate) async fn status(&self) -> Outcome<String> {
        self.text_of("return document.querySelector('section[data-section=talks] [role=status]').textContent").await
    }

    /// Waits until so many talks are shown, and the status says so.
    pub(crate) async fn has_matches(&self, count: usize) -> Outcome {
        let script = format!(
            "const programme = document.querySelector('section[data-section=talks]');
            const shown = [...programme.querySelectorAll('[data-talk]')].filter({VISIBLE}).length;
            const said = programme.querySelector('[role=status]').textContent;
            return shown === {count} && ({count} === 0 || said.match(/\\d+/)?.[0] === '{count}')"
        );
        self.until(&format!("{count} talks are shown and counted"), &script)
            .await
    }
}
