//! The order of the merged elements of a list.

use std::collections::{BTreeMap, BTreeSet};

/// The keys of two lists in one order: that of `first`, with each further one of `second` after the
/// one that it follows there.
pub(crate) fn interleave<'k>(first: &[&'k str], second: &[&'k str]) -> Vec<&'k str> {
    let known: BTreeSet<_> = first.iter().copied().collect();
    // What follows which key; the empty position is the front.
    let mut followers: BTreeMap<Option<&str>, Vec<&str>> = BTreeMap::new();
    let mut before = None;
    for key in second {
        if known.contains(key) {
            before = Some(*key);
        } else {
            followers.entry(before).or_default().push(key);
        }
    }
    // Without a common element nothing says where, and the end surprises least.
    let mut last = Vec::new();
    if before.is_none() && !first.is_empty() {
        last = followers.remove(&None).unwrap_or_default();
    }
    let mut order = followers.remove(&None).unwrap_or_default();
    for key in first {
        order.push(key);
        order.extend(followers.remove(&Some(*key)).into_iter().flatten());
    }
    order.extend(last);
    order
}

/// The merged order. If nobody rearranged the edited list, the source may do so. What the editor took
/// out is not there.
pub(crate) fn merged<'k>(last: &[&'k str], source: &[&'k str], edited: &[&'k str]) -> Vec<&'k str> {
    let sets = [last, edited, source].map(|keys| keys.iter().copied().collect::<BTreeSet<_>>());
    let common = |of: &[&'k str]| -> Vec<&'k str> {
        let is_common = |key: &&&str| sets.iter().all(|set| set.contains(**key));
        of.iter().filter(is_common).copied().collect()
    };
    let is_in = |key: &&&str| sets[1].contains(**key) || !sets[0].contains(**key);
    let source: Vec<_> = source.iter().filter(is_in).copied().collect();
    let (before, now) = (common(last), common(&source));
    if before == now || before != common(edited) {
        return interleave(edited, &source);
    }
    // Of what the source has and the file has too, only the order is the source's.
    let kept = source.iter().filter(|key| sets[1].contains(**key));
    let kept: Vec<_> = kept.copied().collect();
    interleave(&interleave(&kept, edited), &source)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(last: &str, source: &str, edited: &str, expected: &str) {
        let keys = |text: &'static str| -> Vec<&'static str> {
            text.split(' ').filter(|key| !key.is_empty()).collect()
        };
        let [last, source, edited] =
            [last, source, edited].map(|text| keys(Box::leak(text.to_owned().into_boxed_str())));
        assert_eq!(merged(&last, &source, &edited).join(" "), expected);
    }

    #[test]
    fn new_elements_come_at_their_place() {
        for (last, source, edited, expected) in [
            ("a b", "a x b", "a b", "a x b"),
            ("a b", "x a b", "a b", "x a b"),
            ("a b", "a b x", "a b own", "a b x own"),
            ("a b", "a x b", "own a b", "own a x b"),
            // The editor took `a` out.
            ("a b c", "a x b c", "b c", "x b c"),
            ("a", "x", "own", "own x"),
            ("", "x y", "", "x y"),
        ] {
            check(last, source, edited, expected);
        }
    }

    #[test]
    fn the_source_rearranges_what_nobody_rearranged() {
        check("a b c", "c a b", "a b c", "c a b");
        check("a b c", "c a b", "a own b c", "c a own b");
        check("a b c", "c a b", "b a c", "b a c");
    }
}
