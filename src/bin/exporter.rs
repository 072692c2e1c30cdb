//! The module of the exporter; it is called, see `src/exporter.rs`, and does nothing by itself.

// What it exports is in the library, which would not be linked otherwise.
use nachlese as _;

fn main() {}
