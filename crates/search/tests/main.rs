//! Tests and figures of the search on real programmes.
//!
//! `cargo test --release --test search -- --ignored --nocapture` prints the figures: `bench_search`
//! times and bytes, `bench_quality` what the judged queries find.

#![expect(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "helpers of tests fail and tell like tests"
)]

/// What readers can rely on.
mod behaviour;
/// Times per keystroke, of building, and bytes.
mod bench;
/// Words that people use.
mod everyday;
/// Programmes to search in.
mod programmes;
/// What holds for any text.
mod properties;
/// What readers look for and should find.
mod quality;
/// Words of many scripts and trades.
mod scripts;
