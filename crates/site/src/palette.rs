//! The city's colours, for pictures and files that use no stylesheet.
//!
//! They are read from `style/tokens.css`, the only place where colours are defined.

/// The token of the colour around the page.
pub(crate) const THEME: &str = "brand-mde-blue";

const TOKENS: &str = include_str!("../../../style/tokens.css");

/// The light colour of a token, for example of `brand-mde-blue`, or black if there is no such
/// token.
pub(super) fn light(token: &str) -> &'static str {
    let declared = TOKENS.lines().find_map(|line| {
        let value = line.trim().strip_prefix("--_")?.strip_prefix(token)?;
        value.strip_prefix(": light-dark(")?.split(',').next()
    });
    declared.unwrap_or("#000000")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_the_colours_that_are_used() {
        for token in [
            super::THEME,
            "brand-mde-blue-dark",
            "brand-mde-blue-x-dark",
            "brand-mde-yellow",
            "neutral-grey",
            "neutral-beau-blue-light",
        ] {
            let colour = light(token);
            assert!(
                colour.len() == 7 && colour != "#000000",
                "{token}: {colour}"
            );
        }
        assert_eq!(light("no-such"), "#000000");
    }
}
