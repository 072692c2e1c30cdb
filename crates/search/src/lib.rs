//! Finding talks: folding of texts, the query, the index, matching, facets with counts, marks.
//!
//! [`Index`] is built from an event, at once or in slices; [`Index::find`] answers a [`Query`]
//! with [`Found`]: the talks in order, what each facet value would give, what to mark, and what
//! would help if there are none. Nothing here keeps state between two searches.
//!
//! # The language of searches
//! Several words must all be found, anywhere in a talk. A word is found as it is, as the
//! beginning of a word, as a part of one from three letters on (so also within compounds), and if
//! hardly any talk has it, with one slip from five letters and two from nine; where nothing is found,
//! [`Found::nearest`] tells what was probably meant. What means the same (an event's
//! `synonyms`, common abbreviations, the name of a facet's value) is found, too. Titles before names
//! and the small words of questions need not be found where there are others. „Quotation marks“
//! of any kind want words side by side; a hyphen before a word or phrase leaves out talks that
//! have it; `person:`, `thema:`/`topic:`, `tag:`, `raum:`/`room:`, `track:`, `titel:`/`title:`,
//! `gesagt:`/`said:` look only there.

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
pub use said::Passage;
pub use sort::{Sort, people_by_name};
pub use transcript::Transcript;
