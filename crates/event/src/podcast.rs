//! How feeds with recordings are filed.

/// The categories of Apple Podcasts, of which a feed names one.
///
/// Apple has 19, most of them with further ones below that we do not use:
/// <https://podcasters.apple.com/support/1691-apple-podcasts-categories>, as others list them, read on
/// 2026-11-30.
pub const PODCAST_CATEGORIES: &[&str] = &[
    "Arts",
    "Business",
    "Comedy",
    "Education",
    "Fiction",
    "Government",
    "Health & Fitness",
    "History",
    "Kids & Family",
    "Leisure",
    "Music",
    "News",
    "Religion & Spirituality",
    "Science",
    "Society & Culture",
    "Sports",
    "TV & Film",
    "Technology",
    "True Crime",
];
