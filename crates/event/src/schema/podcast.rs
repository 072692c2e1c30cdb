//! Where Apple Podcasts files a feed.

use super::define;
use crate::PODCAST_CATEGORIES;

/// One of the categories.
pub(crate) struct Category;

define!(Category, "PodcastCategory", {"type": "string", "enum": PODCAST_CATEGORIES});
