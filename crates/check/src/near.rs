//! Near misses: which known word somebody probably meant.

use nachlese_fold::lower_case;

/// Finds the candidate closest to a word, if it is close enough for a typing error.
///
/// Looks at no more than 2,000 candidates, and at none if the word is longer than any sensible id.
pub fn near<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let length = word.chars().count();
    if length > 100 {
        return None;
    }
    let lower_case = |word: &str| word.chars().map(lower_case).collect::<String>();
    let lower = lower_case(word);
    // In a short word, two typing errors change everything: `at` is not a misspelt `id`.
    let limit = if length <= 3 { 1 } else { (length / 3).max(2) };
    candidates
        .take(2_000)
        // Comparing takes time, counting does not.
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= limit)
        .map(|candidate| {
            let distance = strsim::osa_distance(&lower, &lower_case(candidate));
            (distance, candidate)
        })
        .filter(|(distance, _)| *distance <= limit)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_slips_of_the_pen() {
        let words = ["title", "topic", "track", "id", "at", "tristan-post"];
        for (word, expected) in [
            ("titel", Some("title")),
            ("Title", Some("title")),
            ("tristan-pots", Some("tristan-post")),
            ("tristan-p", Some("tristan-post")),
            ("ids", Some("id")),
            ("colour", None),
            ("xy", None),
            ("", None),
        ] {
            let found = near(word, words.into_iter());
            assert_eq!(found.as_deref(), expected, "{word}");
        }
        assert_eq!(near(&"a".repeat(101), words.into_iter()), None);
    }
}
