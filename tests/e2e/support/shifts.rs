//! What has moved on a page without anybody asking for it.

use std::time::Duration;

use serde_json::json;

use super::{Outcome, page::Page};

/// Notes the sum of layout shifts that no input caused.
pub(crate) const WATCH_SHIFTS: &str = include_str!("probes/shifts.js");

/// Judges what has moved on its own since the page was opened, by the rule of the issue: 0.01 at most.
pub(crate) async fn does_not_jump(page: &Page, state: &str) -> Outcome {
    // A shift is reported with the frame after it.
    tokio::time::sleep(Duration::from_millis(600)).await;
    let sum = page
        .run(
            "return window.shifts.reduce((sum, shift) => sum + shift.value, 0)",
            json!([]),
        )
        .await?;
    let shifts = page
        .run("return JSON.stringify(window.shifts, null, 1)", json!([]))
        .await?;
    assert!(
        sum.as_f64().unwrap_or(1.0) < 0.01,
        "{state}: {sum} {}",
        shifts.as_str().unwrap_or_default()
    );
    Ok(())
}
