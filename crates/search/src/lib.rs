//! Finds talks: the query, the index, matching, facets with counts, marks.
//!
//! [`Index`] is built from an event, at once or in slices; [`Index::find`] answers a [`Query`]
//! with [`Found`]: the talks in order, what each facet value would give, what to mark, and what
//! would help if there are none. Nothing here keeps state between two searches.
//!
//! # The syntax of searches
//! - All words must be found, anywhere in a talk.
//! - A word is found as it is, as the beginning of a word, and as a part of one from four letters
//!   on, so also within compounds. Three letters are found at the beginning and the end of words,
//!   and within them only if they are nowhere else.
//! - A single letter on its own is not looked for in long texts, unless it is a word there.
//! - If hardly any talk has a word, it is also found with one typing error from five letters on,
//!   and with two from nine. Where nothing has it as typed, [`Found::nearest`] says what was
//!   probably meant.
//! - Words that mean the same are found too: an event's `synonyms`, common abbreviations and the
//!   name of a facet's value.
//! - Titles before names and the small words of questions need not be found if there are other
//!   words.
//! - Words in „quotation marks“ of any kind must stand side by side.
//! - A hyphen before a word or phrase leaves out the talks that contain it.
//! - `person:`, `thema:`/`topic:`, `tag:`, `raum:`/`room:`, `track:`, `titel:`/`title:` and
//!   `gesagt:`/`said:` search only there.

mod advice;
mod alone;
mod choices;
mod compound;
mod excerpt;
mod facet;
mod facet_words;
mod field;
mod find;
mod grapheme;
mod guess;
mod heard;
mod index;
mod marks;
mod near;
mod pages;
mod phrase;
mod pieces;
mod postings;
mod progress;
mod query;
mod reason;
mod said;
mod seek;
mod small_words;
mod sort;
mod synonyms;
mod syntax;
mod texts;
mod transcript;
mod vocabulary;
mod word;
mod words;

pub use advice::Advice;
pub use choices::Choice;
pub use facet::Facet;
pub use field::Field;
pub use find::Found;
pub use index::Index;
pub use marks::Marks;
pub use query::Query;
pub use reason::Reason;
pub use said::Passage;
pub use sort::{Sort, people_by_name};
pub use transcript::{Sentence, Transcript, Turn};
