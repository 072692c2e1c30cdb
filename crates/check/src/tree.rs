//! The values of a JSON file with their places in the text, found by their paths.

use std::collections::{BTreeMap, BTreeSet};

use jsonc_parser::{
    CollectOptions, ParseOptions,
    ast::{Object, Value},
    common::{Range, Ranged},
    parse_to_ast,
};

/// A value, the place of its name and the object that it is a field of.
pub(crate) struct Part<'t> {
    /// Nothing for elements of lists, and for the whole document.
    pub(crate) name: Option<Range>,
    pub(crate) value: &'t Value<'t>,
    pub(crate) parent: Option<&'t Object<'t>>,
}

/// Reads a text. Nothing if it is no JSON.
pub(crate) fn tree(text: &str) -> Option<Value<'_>> {
    let strict = ParseOptions {
        allow_comments: false,
        allow_loose_object_property_names: false,
        allow_trailing_commas: false,
        allow_missing_commas: false,
        allow_single_quoted_strings: false,
        allow_hexadecimal_numbers: false,
        allow_unary_plus_numbers: false,
        ..ParseOptions::default()
    };
    let tree = parse_to_ast(text, &CollectOptions::default(), &strict);
    tree.ok()?.value
}

/// A path and those that lead to it, the longest first: `talks[3].title`, `talks[3]`, `talks` and
/// the empty one of the whole document.
pub(crate) fn ways_up(path: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(path), |path| {
        let end = path.rfind(['.', '[']);
        end.map(|end| &path[..end])
            .or((!path.is_empty()).then_some(""))
    })
}

/// Finds the parts of these paths, and those on the way to them. If an object has a name twice, the
/// first one counts.
pub(crate) fn find<'t>(tree: &'t Value<'t>, paths: &'t [String]) -> BTreeMap<&'t str, Part<'t>> {
    let wanted = paths.iter().flat_map(|path| ways_up(path)).collect();
    let mut walk = Walk {
        wanted: &wanted,
        found: BTreeMap::new(),
    };
    walk.visit(tree, None, None, &mut String::new());
    walk.found
}

struct Walk<'w, 't> {
    wanted: &'w BTreeSet<&'t str>,
    found: BTreeMap<&'t str, Part<'t>>,
}

impl<'t> Walk<'_, 't> {
    /// `path` is the path of the value; it is the same afterwards.
    fn visit(
        &mut self,
        value: &'t Value<'t>,
        name: Option<Range>,
        parent: Option<&'t Object<'t>>,
        path: &mut String,
    ) {
        // Only the ways to what is wanted: a large file has a million values.
        let Some(wanted) = self.wanted.get(path.as_str()) else {
            return;
        };
        let part = Part {
            name,
            value,
            parent,
        };
        self.found.entry(wanted).or_insert(part);
        let length = path.len();
        match value {
            Value::Object(object) => {
                for field in &object.properties {
                    // As `JsonPath::field` writes it.
                    if length > 0 {
                        path.push('.');
                    }
                    path.push_str(field.name.as_str());
                    let name = Some(field.name.range());
                    self.visit(&field.value, name, Some(object), path);
                    path.truncate(length);
                }
            }
            Value::Array(list) => {
                for (at, element) in list.elements.iter().enumerate() {
                    path.extend(["[", &at.to_string(), "]"]);
                    self.visit(element, None, None, path);
                    path.truncate(length);
                }
            }
            _ => {}
        }
    }
}
