//! What the tests stand on: a reader with a browser, in front of a server that can misbehave.

pub(crate) mod axe;
pub(crate) mod browser;
pub(crate) mod corpus;
pub(crate) mod devtools;
mod ears;
pub(crate) mod event;
pub(crate) mod frame;
pub(crate) mod framework;
mod headers;
pub(crate) mod host;
mod ibm;
mod keyboard;
pub(crate) mod page;
pub(crate) mod peers;
pub(crate) mod picture;
pub(crate) mod players;
mod programme;
pub(crate) mod provider;
pub(crate) mod reading;
mod report;
pub(crate) mod shifts;
pub(crate) mod site;
pub(crate) mod waiting;
mod window;

use std::{
    fmt,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{Condvar, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use browser::Other;
use page::Page;
use site::Site;

/// The result of a step and of a test.
pub(crate) type Outcome<T = ()> = Result<T, Failure>;

/// Why a step could not be taken, as a sentence.
pub(crate) struct Failure(String);

impl Failure {
    pub(crate) fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

/// The test harness prints failures with `Debug`; line breaks shall stay line breaks.
impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<E: std::error::Error> From<E> for Failure {
    fn from(error: E) -> Self {
        Self(error.to_string())
    }
}

/// The folder for pictures of pages.
pub(crate) const SCREENSHOTS: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/screenshots");

/// No test takes longer than this, but measurements.
const PATIENCE: Duration = Duration::from_secs(90);

/// Runs a test in front of the bundle, served at the root of a site.
pub(crate) fn reader(test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
    reader_at("", test)
}

/// Runs a test in front of the bundle, served in a folder such as `/a/b`.
///
/// A browser in which a test failed is ended, and a picture of it is kept.
pub(crate) fn reader_at(folder: &str, test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
    reads(folder, Page::start, test)
}

/// Runs a test that may take so many seconds.
pub(crate) fn reader_for(seconds: u64, test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
    reads_for(Duration::from_secs(seconds), "", Page::start, test)
}

/// Runs a test in a browser that no other test has used before.
pub(crate) fn lone_reader(test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
    reads_with_flags(&[], test)
}

/// Runs a measurement, which may take so many seconds, in a browser that has done nothing before.
pub(crate) fn measurer(seconds: u64, test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
    let start = async |site| Page::start_with_flags(site, &[]).await;
    reads_for(Duration::from_secs(seconds), "", start, test)
}

/// Runs a test with a browser that runs no scripts of pages.
pub(crate) fn reader_without_scripts(test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
    reads("", Page::start_without_scripts, test)
}

/// Runs a test with a browser that tells a screen reader what the page has.
pub(crate) fn listener(test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
    reads_with_flags(&["--force-renderer-accessibility"], test)
}

/// Runs a test with a browser that has a mouse. Without a screen, it has none.
pub(crate) fn with_mouse(test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
    reads_with_flags(
        &[
            "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,\
           availablePointerTypes=4",
        ],
        test,
    )
}

/// Runs a test in another browser than Chromium. Where that is not installed, it is left out; where
/// `CI` is set, it fails.
#[expect(clippy::print_stdout, reason = "whoever runs the tests shall know")]
pub(crate) fn reader_in(other: Other, test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
    if !other.is_here() && std::env::var_os("CI").is_none() {
        println!("skipped: {other:?} is not here; `CI=true .ci/setup test` brings it");
        return Ok(());
    }
    reads("", async |site| Page::start_in(site, other).await, test)
}

fn reads_with_flags(flags: &[&str], test: impl AsyncFnOnce(&Page) -> Outcome) -> Outcome {
    let start = async |site| Page::start_with_flags(site, flags).await;
    reads("", start, test)
}

fn reads(
    folder: &str,
    start: impl AsyncFnOnce(Site) -> Outcome<Page>,
    test: impl AsyncFnOnce(&Page) -> Outcome,
) -> Outcome {
    reads_for(PATIENCE, folder, start, test)
}

fn reads_for(
    patience: Duration,
    folder: &str,
    start: impl AsyncFnOnce(Site) -> Outcome<Page>,
    test: impl AsyncFnOnce(&Page) -> Outcome,
) -> Outcome {
    let _turn = Turn::take();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    let page = runtime.block_on(async { start(Site::start(folder).await?).await })?;
    let ended = catch_unwind(AssertUnwindSafe(|| {
        runtime.block_on(async { tokio::time::timeout(patience, test(&page)).await })
    }));
    let went_well = matches!(ended, Ok(Ok(Ok(()))));
    runtime.block_on(async {
        if !went_well {
            let name = std::thread::current()
                .name()
                .unwrap_or("unnamed")
                .replace("::", "-");
            // Best effort: the failure itself is what counts.
            let _ = page.screenshot(&format!("failed-{name}")).await;
        }
        page.close(went_well).await;
    });
    match ended {
        Ok(Ok(outcome)) => outcome,
        Ok(Err(_)) => Err(Failure::new(format!(
            "not done after {} s",
            patience.as_secs()
        ))),
        Err(panic) => resume_unwind(panic),
    }
}

/// A place among the few browsers that run at the same time.
struct Turn;

static RUNNING: Mutex<u8> = Mutex::new(0);
static FREED: Condvar = Condvar::new();
const AT_ONCE: u8 = 2;

impl Turn {
    fn take() -> Self {
        let mut running = lock(&RUNNING);
        while *running >= AT_ONCE {
            running = FREED.wait(running).unwrap_or_else(PoisonError::into_inner);
        }
        *running += 1;
        Self
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        *lock(&RUNNING) -= 1;
        FREED.notify_one();
    }
}

/// Locks; a test that failed meanwhile does not matter.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
