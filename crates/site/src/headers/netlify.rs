//! `_headers`, as Netlify and Cloudflare Pages read it.
//!
//! Sources, read on 2026-11-24: <https://docs.netlify.com/manage/routing/headers/>,
//! <https://developers.cloudflare.com/pages/configuration/headers/>. Where several rules fit a
//! path, values of the same header are joined by a comma. So no header stands in two rules that
//! fit the same path.

use std::fmt::Write;

use super::{CLASSES, FOR_GOOD, Policy, common, is_hashed};
use crate as site;

/// Writes `_headers` for the root of a site whose files are `files`.
///
/// Files with a hash in their name are listed one by one, because a pattern cannot describe them.
/// Both hosts revalidate and compress all other files by themselves.
#[must_use]
pub fn netlify(policy: &Policy, files: &[&str]) -> String {
    let mut text = String::from(
        "# Made by nachlese, for Netlify and Cloudflare Pages. Holds if this folder is the root of the site.\n\
         # Files not named here are revalidated by default; the hosts compress by themselves.\n\n/*\n",
    );
    for (name, value) in common(policy) {
        writeln!(text, "  {name}: {value}").ok();
    }
    for class in CLASSES.iter().filter(|class| !class.is_hashed) {
        for ending in class.endings {
            writeln!(text, "\n/*.{ending}").ok();
            if let Some(media_type) = class.media_type {
                writeln!(text, "  Content-Type: {media_type}").ok();
            }
            for (name, value) in class.sharing() {
                writeln!(text, "  {name}: {value}").ok();
            }
        }
    }
    let mut hashed: Vec<_> = files.iter().filter(|file| is_hashed(file)).collect();
    hashed.sort();
    for file in hashed {
        let path = site::address(file, None);
        writeln!(text, "\n/{path}\n  Cache-Control: {FOR_GOOD}").ok();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_header_is_set_twice_for_a_path() {
        let text = netlify(&Policy::default(), &["index.html", "a-be4f75834216e7a5.js"]);
        let rules: Vec<_> = text
            .split("\n\n")
            .filter(|rule| rule.starts_with('/'))
            .collect();
        let fits = |rule: &str| {
            ["/*\n", "/*.js\n", "/a-be4f"]
                .iter()
                .any(|p| rule.starts_with(p))
        };
        let for_the_script: Vec<_> = rules.iter().filter(|rule| fits(rule)).collect();
        assert_eq!(for_the_script.len(), 3);
        let mut names: Vec<_> = for_the_script
            .iter()
            .flat_map(|rule| rule.lines().filter_map(|line| line.strip_prefix("  ")))
            .filter_map(|line| line.split_once(':'))
            .map(|(name, _)| name)
            .collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count, "{names:?}");
        assert!(!text.contains("index.html"));
    }

    #[test]
    fn keeps_to_the_hosts_limits() {
        let text = netlify(&Policy::default(), &[]);
        assert!(text.lines().all(|line| line.len() < 2_000));
        assert!(text.lines().filter(|line| line.starts_with('/')).count() < 100);
    }
}
