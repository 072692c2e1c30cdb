//! In which unit a column has its durations.

/// How many seconds a bare number counts, by the heading: „Dauer (h)“. Minutes if it does not say.
pub(super) fn unit(heading: &str) -> f64 {
    let heading = heading.to_lowercase();
    let mut words = heading.split(|c: char| !c.is_alphanumeric());
    match words.find(|word| UNITS.contains(word)) {
        Some("h" | "std" | "stunden" | "hours") => 3_600.0,
        Some(_) => 1.0,
        None => 60.0,
    }
}

const UNITS: &[&str] = &[
    "h", "std", "stunden", "hours", "s", "sek", "sec", "sekunden", "seconds",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_may_name_the_unit() {
        for (heading, expected) in [
            ("Dauer (h)", 3_600.0),
            ("Duration in seconds", 1.0),
            ("Dauer", 60.0),
        ] {
            assert!((unit(heading) - expected).abs() < 0.1, "{heading}");
        }
    }
}
