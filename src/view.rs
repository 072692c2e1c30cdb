//! The page: components that read the state and draw it. The same components run in the browser
//! and, for prerendered pages, natively. A component is a function that returns
//! [`Markup`](nachlese_markup::Markup).

mod abstract_text;
mod active_filters;
pub mod app;
pub mod chapters;
pub mod consent;
pub mod contents;
mod evidence;
mod facet_label;
mod facets;
pub mod facts;
pub mod failure;
pub mod figure;
pub mod filter_bar;
mod fold;
mod hit;
mod in_language;
pub mod intro;
mod landmark;
pub mod link_list;
mod no_match;
pub mod notices;
pub mod page;
pub mod page_footer;
pub mod page_header;
mod page_title;
pub mod panel;
pub mod people;
pub mod player;
pub mod playlist;
pub mod prerendered;
mod presented;
pub mod programme;
pub mod quote;
pub mod recording;
mod reset_button;
mod said;
mod save_button;
mod search_help;
pub mod section;
mod sections_found;
mod selection;
mod share_button;
mod sort_menu;
mod stage;
pub mod talk_card;
mod talk_list;
mod talk_meta;
mod talk_name;
pub mod talk_page;
mod talk_status;
mod theme_switch;
mod timetable;
mod transcript;
mod view_switch;
mod watch_list;
mod ways_on;
pub mod words;

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod nesting;
#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod test_support;

pub use app::App;
pub use page_title::{page_description, page_title};
