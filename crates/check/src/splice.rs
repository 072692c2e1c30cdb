//! Replaces values of a JSON file and leaves all else as it is, byte for byte.

use jsonc_parser::common::Ranged;
use nachlese_event::problem::JsonPath;

use crate::tree::{find, tree};

/// The text with other values at these paths, each written as JSON. Paths that are not there are
/// passed over; if the text is no JSON, nothing is replaced.
#[must_use]
pub fn splice(text: &str, values: &[(JsonPath, String)]) -> String {
    let mut spliced = text.to_owned();
    let Some(tree) = tree(text) else {
        return spliced;
    };
    let paths: Vec<_> = values.iter().map(|(path, _)| path.to_string()).collect();
    let found = find(&tree, &paths);
    let places = paths.iter().zip(values).filter_map(|(path, (_, value))| {
        let range = found.get(path.as_str())?.value.range();
        Some((range.start, range.end, value))
    });
    let mut places: Vec<_> = places.collect();
    // From the end, so that the other places stay where they are.
    places.sort_by_key(|(start, ..)| std::cmp::Reverse(*start));
    for (start, end, value) in places {
        spliced.replace_range(start..end, value);
    }
    spliced
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replaces_values_and_nothing_else() {
        let text = "{\r\n  \"ä\": [1, \"zwei\" , {\"b\":null}],\t\"c\": 3\n}";
        let root = JsonPath::root;
        let values = [
            (root().field("ä").index(1), "[{}]".to_owned()),
            (root().field("none"), "0".to_owned()),
            (root().field("c"), "\"drei\"".to_owned()),
        ];
        let expected = "{\r\n  \"ä\": [1, [{}] , {\"b\":null}],\t\"c\": \"drei\"\n}";
        assert_eq!(splice(text, &values), expected);
        assert_eq!(splice("no JSON", &values), "no JSON");
    }
}
