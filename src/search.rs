//! Finding talks: folding of texts, the query, matching, facets with counts.

mod facet;
mod fold;
mod index;
mod query;

pub use facet::{Facet, FacetCounts, facet_counts};
pub use fold::{Folded, fold, lower_case};
pub use index::Index;
pub use query::Query;
