//! What a test does within the first frame of a page: an event that a host shows.

use serde_json::Value;

use super::{Outcome, page::Page, waiting};

/// Runs a function body within the first frame, about `element` and `root`.
pub(crate) async fn within(page: &Page, body: &str) -> Outcome<Value> {
    let client = &page.browser().client;
    client.enter_frame(0).await?;
    let script = format!(
        "const element = document.querySelector('nachlese-event'), root = element?.shadowRoot?.querySelector('.nachlese'); {body}"
    );
    let answer = client.execute(&script, vec![]).await;
    client.enter_parent_frame().await?;
    Ok(answer?)
}

/// Waits until a function body returns true within the first frame.
pub(crate) async fn until_within(page: &Page, what: &str, body: &str) -> Outcome {
    waiting::until(what, async || Ok(within(page, body).await? == true)).await
}
