//! `_headers`, as Netlify and Cloudflare Pages read it.
//!
//! Sources, read on 2026-11-24: <https://docs.netlify.com/manage/routing/headers/>,
//! <https://developers.cloudflare.com/pages/configuration/headers/>. Where several rules fit a
//! path, values of the same header are joined by a comma. So no header stands in two rules that
//! fit the same path.

use std::{collections::BTreeSet, fmt::Write, path::Path};

use super::{CLASSES, FOR_GOOD, FRAMED, NOT_FRAMED, Policy, WHY_NOT_FRAMED, common, is_hashed};
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
    text.push_str(&not_framed(files));
    let mut hashed: Vec<_> = files.iter().filter(|file| is_hashed(file)).collect();
    hashed.sort();
    for file in hashed {
        let path = site::address(file, None);
        writeln!(text, "\n/{path}\n  Cache-Control: {FOR_GOOD}").ok();
    }
    text
}

/// The rules that forbid to frame all pages but one, as comments. A rule cannot leave a page out, so
/// they name the others, by folder. A second policy may follow the first one after a comma.
fn not_framed(files: &[&str]) -> String {
    let is_page = |file: &str| Path::new(file).extension().is_some_and(|it| it == "html");
    let pages = files
        .iter()
        .filter(|file| is_page(file) && **file != FRAMED);
    let paths = pages.map(|page| match page.split_once('/') {
        Some((folder, _)) => format!("/{}/*", site::address(folder, None)),
        None => format!("/{page}"),
    });
    let paths: BTreeSet<_> = paths.chain(["/".to_owned()]).collect();
    let (name, value) = NOT_FRAMED;
    let rules = paths
        .iter()
        .map(|path| format!("# {path}\n#   {name}: {value}\n"));
    format!("\n{WHY_NOT_FRAMED}{}", rules.collect::<String>())
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
        let mut active = text.lines().filter(|line| !line.starts_with('#'));
        assert!(!active.any(|line| line.contains("index.html")));
    }

    #[test]
    fn offers_to_forbid_frames_for_all_pages_but_the_one_made_for_them() {
        let files = [
            "index.html",
            "embed.html",
            "talk/a/index.html",
            "talk/b/index.html",
            "a.js",
        ];
        let text = netlify(&Policy::default(), &files);
        let rule =
            |path: &str| format!("# {path}\n#   Content-Security-Policy: frame-ancestors 'self'\n");
        let rules = ["/", "/index.html", "/talk/*"].map(rule).concat();
        assert!(text.contains(&format!("all the same.\n{rules}")), "{text}");
        assert!(!text.contains("# /embed.html"));
    }

    #[test]
    fn keeps_to_the_hosts_limits() {
        let text = netlify(&Policy::default(), &[]);
        assert!(text.lines().all(|line| line.len() < 2_000));
        assert!(text.lines().filter(|line| line.starts_with('/')).count() < 100);
    }
}
