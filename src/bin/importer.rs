//! The module of the importer; it is called, see `src/importer.rs`, and does nothing by itself.

// What it exports is in the library, which would not be linked otherwise.
use nachlese as _;

fn main() {}
