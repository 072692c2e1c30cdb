//! Every sentence that a reader of the page sees, in German and English.
//!
//! The traits here add the sentences as methods to [`Speech`](nachlese_event::Speech), the language
//! of the page: `use crate::text::prelude::*;`.

mod consent;
mod failure;
mod first_screen;
pub mod page;
mod programme;
mod search;
mod search_help;
mod sentences;
mod watch_list;

/// All sentences, as methods of [`Speech`](nachlese_event::Speech).
pub mod prelude {
    pub use super::{
        consent::ConsentText,
        first_screen::{FirstScreenSentences, FirstScreenText},
        page::{PageSentences, PageText},
        programme::ProgrammeSentences,
        search::SearchText,
        search_help::SearchHelpText,
        watch_list::{WatchListSentences, WatchListText},
    };
}
