//! What a reader does without a mouse.

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};
use serde_json::json;

use super::{Outcome, page::Page};

impl Page {
    pub(crate) async fn press(&self, key: Key) -> Outcome {
        self.press_char(key.into()).await
    }

    pub(crate) async fn press_char(&self, value: char) -> Outcome {
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value });
        Ok(self.browser().client.perform_actions(keys).await?)
    }

    /// Presses a key while another one, such as Ctrl, is held.
    pub(crate) async fn press_with(&self, held: Key, value: char) -> Outcome {
        let held: char = held.into();
        let keys = KeyActions::new("keyboard".to_owned())
            .then(KeyAction::Down { value: held })
            .then(KeyAction::Down { value })
            .then(KeyAction::Up { value })
            .then(KeyAction::Up { value: held });
        Ok(self.browser().client.perform_actions(keys).await?)
    }

    /// Whether the focus is on such an element.
    pub(crate) async fn has_focus(&self, selector: &str) -> Outcome {
        let script = format!(
            "return !!document.activeElement?.matches({})",
            json!(selector)
        );
        self.until(&format!("`{selector}` has the focus"), &script)
            .await
    }
}
