//! Where findings are in the text of a JSON file, for people who look at it in an editor.

use jsonc_parser::{
    ast::{Object, Value},
    common::{Range, Ranged},
};
use nachlese_event::problem::{JsonPath, Problem};

use crate::tree::{find, tree, ways_up};

/// The place of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, counted from 1 in characters.
    pub column: usize,
    /// How many characters of the line belong to the finding; at least 1.
    pub width: usize,
    /// The talk, person or section that it is about, if it is about one.
    pub item: Option<Item>,
}

/// An item of one of the event's lists, as people count: the first is 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The list: `talks`, `people`, `sections` or `playlists`.
    pub list: &'static str,
    /// Its number, from 1.
    pub number: usize,
    /// Its title or name, if it has one, in whichever language comes first.
    pub title: Option<String>,
}

const LISTS: [&str; 4] = ["talks", "people", "sections", "playlists"];

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot<'a> {
    /// Its path.
    pub path: &'a JsonPath,
    /// Whether it is about the name of the field and not about the value.
    pub is_name: bool,
}

impl<'a> From<&'a Problem> for Spot<'a> {
    fn from(problem: &'a Problem) -> Self {
        Self {
            path: &problem.path,
            is_name: problem.code() == "unknown-field",
        }
    }
}

/// Finds the places of findings in the text that they are about, in the same order. A finding about
/// something that is not there, such as a missing field, has the place of what should contain it.
/// All places are unknown if the text is no JSON.
#[must_use]
pub fn locate(text: &str, spots: &[Spot<'_>]) -> Vec<Option<Located>> {
    let Some(tree) = tree(text) else {
        return spots.iter().map(|_| None).collect();
    };
    let paths: Vec<_> = spots.iter().map(|spot| spot.path.to_string()).collect();
    let found = find(&tree, &paths);
    let lines = Lines::of(text);
    let place = |(spot, path): (&Spot<'_>, &String)| {
        let (depth, part) = ways_up(path)
            .enumerate()
            .find_map(|(depth, way)| Some((depth, found.get(way)?)))?;
        let range = match part.name {
            Some(name) if spot.is_name || depth > 0 => name,
            _ => part.value.range(),
        };
        Some(lines.located(&range, item(path, &tree)))
    };
    spots.iter().zip(&paths).map(place).collect()
}

/// The item that a path leads into.
fn item(path: &str, tree: &Value<'_>) -> Option<Item> {
    let list = LISTS.into_iter().find(|list| path.starts_with(list))?;
    let (number, _) = path[list.len()..].strip_prefix('[')?.split_once(']')?;
    let at: usize = number.parse().ok()?;
    let items = tree.as_object()?.get_array(list)?;
    let object = items.elements.get(at).and_then(Value::as_object);
    Some(Item {
        list,
        number: at + 1,
        title: object.and_then(title),
    })
}

fn title(item: &Object<'_>) -> Option<String> {
    let text = |value: &Value<'_>| value.as_string_lit().map(|text| text.value.to_string());
    let texts = ["title", "name", "topic", "heading"].into_iter();
    let mut texts = texts.filter_map(|field| {
        let value = &item.get(field)?.value;
        let first = value
            .as_object()
            .and_then(|by_language| by_language.properties.first());
        text(value).or_else(|| text(&first?.value))
    });
    texts.find(|text| !text.trim().is_empty())
}

/// Where each line begins.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn of(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: [0].into_iter().chain(breaks).collect(),
        }
    }

    fn located(&self, range: &Range, item: Option<Item>) -> Located {
        let line = self.starts.partition_point(|start| *start <= range.start);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let marked = self.text.get(range.start..range.end).unwrap_or_default();
        let marked = marked.lines().next().unwrap_or_default();
        // Of an object or a list only the bracket: its first line tells nothing.
        let is_list = marked.starts_with(['{', '[']);
        let width = if is_list {
            1
        } else {
            marked.chars().count().max(1)
        };
        Located {
            line,
            column: self.text[start..range.start].chars().count() + 1,
            width,
            item,
        }
    }
}

#[cfg(test)]
mod tests {
    use nachlese_event::problem::Finding;

    use super::*;

    const TEXT: &str = r#"{
  "title": {"de": "Ä"},
  "talks": [
    {"titel": "x", "title": "KI im Bürgerbüro"},
    {"topic": {"de": "Thema"}, "people": [{"person": "a b"}]}
  ]
}"#;

    fn place(path: &JsonPath, finding: Finding) -> (usize, usize, usize, Option<String>) {
        let problem = Problem::new(path, finding);
        let [Some(found)] = &locate(TEXT, &[Spot::from(&problem)])[..] else {
            panic!("{path}")
        };
        let item = found.item.as_ref().map(|item| {
            format!(
                "{} {} {}",
                item.list,
                item.number,
                item.title.as_deref().unwrap_or("-")
            )
        });
        (found.line, found.column, found.width, item)
    }

    #[test]
    fn finds_values_names_and_what_should_contain_them() {
        let missing = |field| Finding::MissingField { field };
        let root = JsonPath::root();
        let talk = |at| root.field("talks").index(at);
        let first = Some("talks 1 KI im Bürgerbüro".to_owned());
        let second = Some("talks 2 Thema".to_owned());
        let wrong = || Finding::WrongType {
            expected: "text",
            found: "number",
        };
        let unknown = Finding::UnknownField {
            field: "titel".to_owned(),
            suggestion: None,
        };
        assert_eq!(place(&talk(0).field("titel"), unknown), (4, 6, 7, first));
        let person = talk(1).field("people").index(0).field("person");
        assert_eq!(place(&person, wrong()), (5, 54, 5, second.clone()));
        assert_eq!(
            place(&talk(1).field("id"), missing("id")),
            (5, 5, 1, second)
        );
        assert_eq!(
            place(&root.field("title").field("de"), wrong()),
            (2, 19, 3, None)
        );
        assert_eq!(place(&root.field("id"), missing("id")), (1, 1, 1, None));
    }

    #[test]
    fn a_text_that_is_no_json_has_no_places() {
        let problem = Problem::new(&JsonPath::root(), Finding::MissingField { field: "id" });
        for text in ["", "<schedule/>", "BEGIN:VCALENDAR", "{,}"] {
            assert_eq!(locate(text, &[Spot::from(&problem)]), [None]);
        }
    }
}
