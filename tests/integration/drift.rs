//! Our copies of the city's colours must not drift from the city's own package.

use crate::support::{files, left_out, read, root};

/// Prefixes of the names that both sides have.
const COPIED: &[&str] = &["brand-", "neutral-", "status-"];

#[test]
fn colours_are_the_citys() {
    let cache = root().join(".cache/npm");
    let found = files(&cache, &["css"]);
    let Some(city) = found.iter().find(|file| {
        let is_package = |name: &std::ffi::OsStr| name == "muc-patternlab-vue";
        file.ends_with("assets/css/custom-style.css") && file.iter().any(is_package)
    }) else {
        left_out(&format!(
            "@muenchen/muc-patternlab-vue is not in {}",
            cache.display()
        ));
        return;
    };
    let defects = differences(&read(&root().join("style/tokens.css")), &read(city));
    assert!(
        defects.is_empty(),
        "style/tokens.css and {} differ:\n{}",
        city.display(),
        defects.join("\n")
    );
}

/// What our copy has otherwise than the city.
fn differences(ours: &str, citys: &str) -> Vec<String> {
    let copied: Vec<_> = declarations(ours, "--_")
        .into_iter()
        .filter(|(name, _)| COPIED.iter().any(|prefix| name.starts_with(prefix)))
        .collect();
    let theirs = declarations(citys, "--mde-color-");
    let mut defects = Vec::new();
    if copied.is_empty() || theirs.is_empty() {
        defects.push("no colours found".to_owned());
    }
    for (name, value) in copied {
        let light = value
            .strip_prefix("light-dark(")
            .and_then(|pair| pair.split(',').next());
        let city = theirs.iter().find(|(n, _)| *n == name).map(|(_, v)| *v);
        let is_same = light
            .zip(city)
            .is_some_and(|(light, city)| light.trim().eq_ignore_ascii_case(city));
        if !is_same {
            defects.push(format!(
                "--_{name}: {value}, but --mde-color-{name} is {city:?}"
            ));
        }
    }
    defects
}

/// Names, without the prefix, and values of custom properties.
fn declarations<'a>(css: &'a str, prefix: &str) -> Vec<(&'a str, &'a str)> {
    let found = css.lines().filter_map(|line| {
        let (name, value) = line.trim().strip_prefix(prefix)?.split_once(':')?;
        // A comment tells of names too, but ends otherwise.
        Some((name, value.trim().strip_suffix(';')?))
    });
    found.collect()
}

#[test]
fn the_comparison_finds_a_drift() {
    let city = "--mde-color-brand-mde-blue: #005A9F;\n--mde-color-status-error: #984447;";
    for (ours, expected) in [
        ("--_brand-mde-blue: light-dark(#005a9f, #8FC4EE);", 0),
        ("--_brand-mde-blue: light-dark(#005A9E, #8FC4EE);", 1),
        ("--_brand-mde-blue: #005A9F;", 1),
        ("--_brand-unknown: light-dark(#005A9F, #8FC4EE);", 1),
        ("--_canvas: light-dark(#FFFFFF, #0E2233);", 1),
    ] {
        assert_eq!(differences(ours, city).len(), expected, "{ours}");
    }
}
