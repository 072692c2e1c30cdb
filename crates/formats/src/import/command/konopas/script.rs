//! The lists that a script sets: `var program = […];`.

use nachlese_reader::{ParseError, json::Json};

/// Whether a text is a script that sets `program` or `people`.
pub(in crate::import::command) fn is_script(text: &str) -> bool {
    set_at(text.trim_start()).is_some()
}

/// The name that a script sets at its beginning, and what follows.
fn set_at(text: &str) -> Option<(&'static str, &str)> {
    let keywords = ["var ", "let ", "const ", "window."];
    let text = keywords
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .unwrap_or(text)
        .trim_start();
    ["program", "people"].into_iter().find_map(|name| {
        let rest = text.strip_prefix(name)?.trim_start().strip_prefix('=')?;
        rest.trim_start().starts_with('[').then_some((name, rest))
    })
}

/// Reads the lists that a script sets: `{"program": …, "people": …}`.
pub(in crate::import::command) fn of_script(text: &str) -> Result<Json, ParseError> {
    let mut lists = Vec::new();
    let mut rest = text.trim_start_matches('\u{feff}').trim_start();
    while let Some((name, value)) = set_at(rest) {
        let mut values = serde_json::Deserializer::from_str(value).into_iter::<Json>();
        let list = values.next().unwrap_or(Ok(Json::Null)).map_err(|cause| {
            // The place in the whole text.
            let before = &text[..text.len() - value.len()];
            let first = before
                .rsplit('\n')
                .next()
                .unwrap_or_default()
                .chars()
                .count();
            let line = before.matches('\n').count() + cause.line();
            let column = cause.column() + if cause.line() == 1 { first } else { 0 };
            if cause.is_eof() {
                ParseError::Truncated { line, column }
            } else {
                ParseError::NotJson { line, column }
            }
        })?;
        let length = values.byte_offset();
        lists.push((name.to_owned(), list));
        rest = value
            .get(length..)
            .unwrap_or_default()
            .trim_start_matches([' ', ';', '\n', '\r', '\t', '\u{feff}']);
    }
    Ok(Json::Object(lists))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_lists_and_names_the_place_of_a_mistake() {
        for (text, expected) in [
            ("var program = [1];\nvar people = [];", "program people"),
            ("program=[1]", "program"),
            ("\u{feff}const people = [ ] ;", "people"),
            ("var programme = []", ""),
            ("var program = {}", ""),
            ("program", ""),
        ] {
            let names = match of_script(text).unwrap() {
                Json::Object(lists) => lists.into_iter().map(|(name, _)| name).collect::<Vec<_>>(),
                _ => Vec::new(),
            };
            assert_eq!(names.join(" "), expected, "{text}");
            let is_ours = is_script(text.trim_start_matches('\u{feff}'));
            assert_eq!(is_ours, !expected.is_empty(), "{text}");
        }
        let error = of_script("var program = [1];\nvar people = [1,\n 2 3];").unwrap_err();
        assert_eq!(error, ParseError::NotJson { line: 3, column: 4 });
        let error = of_script("var program = [1 2];").unwrap_err();
        assert_eq!(
            error,
            ParseError::NotJson {
                line: 1,
                column: 18
            }
        );
        let error = of_script("var program = [1").unwrap_err();
        assert_eq!(error.code(), "truncated");
    }
}
