//! Waiting for what no single script in the page can tell.

use std::time::{Duration, Instant};

use tokio::time::sleep;

use super::{Failure, Outcome};

const PATIENCE: Duration = Duration::from_secs(20);

/// Waits until something holds, and asks again and again.
pub(crate) async fn until(what: &str, holds: impl AsyncFn() -> Outcome<bool>) -> Outcome {
    let start = Instant::now();
    while !holds().await? {
        if start.elapsed() > PATIENCE {
            let seconds = PATIENCE.as_secs();
            let sentence = format!("{seconds} s later it still does not hold that {what}");
            return Err(Failure::new(sentence));
        }
        sleep(Duration::from_millis(30)).await;
    }
    Ok(())
}
