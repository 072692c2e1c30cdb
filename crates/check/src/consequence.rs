//! Leaves out what follows from another finding, so that one mistake makes one message: a misspelt
//! field is missing too, and whoever is left out of a list is unknown wherever the list is referred to.

use std::collections::{BTreeMap, HashSet};

use jsonc_parser::ast::Value;
use nachlese_event::problem::{Advice, Finding, Problem};

use crate::{near_field, tree::tree};

/// Leaves out findings that others explain. `text` is what they are about. Those of other programs'
/// files stay as they are.
#[must_use]
pub fn without_consequences(text: &str, problems: Vec<Problem>) -> Vec<Problem> {
    if !problems.iter().any(|it| is_cause(it) || lost(it).is_some()) {
        return problems;
    }
    let Some(tree) = tree(text) else {
        return problems;
    };
    let mut people = Listed::of("people", &tree, &problems);
    let mut talks = Listed::of("talks", &tree, &problems);
    let misspelt = misspelt(&problems);
    let needed = misspelt.iter().filter(|(_, cause)| cause.is_needed);
    let needed = needed.map(|((_, meant), cause)| (cause.at, meant.clone()));
    let mut needed: BTreeMap<_, _> = needed.collect();
    let mut told = HashSet::new();
    let mut kept = Vec::with_capacity(problems.len());
    for (at, problem) in problems.into_iter().enumerate() {
        let problem = with_type(problem, &tree);
        let path = problem.path.to_string();
        let is_consequence = match &problem.finding {
            Finding::UnknownPerson { id, .. } => {
                !told.insert(("people", id.clone())) || people.explains(id)
            }
            Finding::UnknownTalk { id, .. } => {
                !told.insert(("talks", id.clone())) || talks.explains(id)
            }
            finding => lacking(finding, &path)
                .into_iter()
                .any(|lacking| misspelt.contains_key(&lacking)),
        };
        if is_consequence {
            continue;
        }
        kept.push(match (needed.remove(&at), problem.finding) {
            (Some(meant), Finding::UnknownField { field, .. }) => {
                let advice = Advice::FieldMisspelt { field, meant };
                Problem::new(&problem.path, Finding::Advice(advice))
            }
            (_, finding) => Problem::new(&problem.path, finding),
        });
    }
    kept
}

fn is_cause(problem: &Problem) -> bool {
    let finding = &problem.finding;
    matches!(
        finding,
        Finding::UnknownField { .. } | Finding::MissingField { field: "type" }
    )
}

/// Without its type, nothing of a section is read, not even the field that should have been it.
fn with_type(problem: Problem, tree: &Value<'_>) -> Problem {
    let Finding::MissingField { field: "type" } = problem.finding else {
        return problem;
    };
    let path = problem.path.to_string();
    let number = path
        .strip_prefix("sections[")
        .and_then(|rest| rest.strip_suffix(']'));
    let at: Option<usize> = number.and_then(|number| number.parse().ok());
    let sections = tree
        .as_object()
        .and_then(|event| event.get_array("sections"));
    let section = sections
        .zip(at)
        .and_then(|(list, at)| list.elements.get(at)?.as_object());
    let fields = section.map_or(&[][..], |section| section.properties.as_slice());
    let mut names = fields.iter().map(|field| field.name.as_str());
    let Some(field) = names.find(|name| near_field(name, ["type"].into_iter()).is_some()) else {
        return problem;
    };
    let (path, field) = (problem.path.field(field), field.to_owned());
    let meant = "type".to_owned();
    Problem::new(
        &path,
        Finding::Advice(Advice::FieldMisspelt { field, meant }),
    )
}

/// The id that a reference cannot find.
fn lost(problem: &Problem) -> Option<&str> {
    match &problem.finding {
        Finding::UnknownPerson { id, .. } | Finding::UnknownTalk { id, .. } => Some(id),
        _ => None,
    }
}

/// The field whose absence a finding tells of, if it is a single one, with the path of its object.
fn lacking(finding: &Finding, path: &str) -> Vec<(String, String)> {
    let field = match finding {
        Finding::MissingField { field } => field,
        Finding::MissingAlt => "alt",
        Finding::PhotoIncomplete { missing } if missing.len() == 1 => missing[0],
        Finding::Advice(Advice::RoleMissing { count: 1, .. }) => "roleAtEvent",
        Finding::Advice(Advice::PanelWithoutPeople) => "people",
        Finding::Advice(Advice::LegalMissing { fields }) => {
            // Either the links are not there, or what contains them.
            let whole = ("$".to_owned(), "legal".to_owned());
            let one = fields.first().filter(|_| fields.len() == 1);
            let one = one.map(|field| (path.to_owned(), (*field).to_owned()));
            return [whole].into_iter().chain(one).collect();
        }
        _ => return Vec::new(),
    };
    vec![(path.to_owned(), field.to_owned())]
}

/// A field of another name, which explains that one is missing.
struct Cause {
    /// Which finding it is.
    at: usize,
    /// Whether something is left out without the field.
    is_needed: bool,
}

/// By the path of the object and the field that is missing there.
fn misspelt(problems: &[Problem]) -> BTreeMap<(String, String), Cause> {
    let mut missing = BTreeMap::<String, Vec<(String, bool)>>::new();
    for problem in problems {
        let is_needed = matches!(problem.finding, Finding::MissingField { .. });
        for (object, field) in lacking(&problem.finding, &problem.path.to_string()) {
            let fields = missing.entry(object).or_default();
            fields.push((field, is_needed));
        }
    }
    let mut unknown = BTreeMap::<String, Vec<(usize, Option<&str>)>>::new();
    for (at, problem) in problems.iter().enumerate() {
        if let Finding::UnknownField { field, suggestion } = &problem.finding {
            let path = problem.path.to_string();
            let object = path.strip_suffix(field.as_str()).unwrap_or_default();
            let object = object.trim_end_matches('.');
            let object = if object.is_empty() { "$" } else { object };
            let fields = unknown.entry(object.to_owned()).or_default();
            fields.push((at, suggestion.as_deref()));
        }
    }
    let mut causes = BTreeMap::new();
    for (object, fields) in missing {
        let others = unknown.get(&object).map_or(&[][..], Vec::as_slice);
        for (field, is_needed) in &fields {
            let named = others
                .iter()
                .find(|(_, meant)| *meant == Some(field.as_str()));
            // One is missing and one is too many: the one is the other.
            let only = match (others, fields.len()) {
                ([only @ (_, None)], 1) if *is_needed => Some(only),
                _ => None,
            };
            if let Some((at, _)) = named.or(only) {
                let (at, is_needed) = (*at, *is_needed);
                let cause = Cause { at, is_needed };
                causes.insert((object.clone(), field.clone()), cause);
            }
        }
    }
    causes
}

/// Who or what a file lists, whether or not it could be read.
struct Listed<'t> {
    ids: HashSet<&'t str>,
    /// Whether the list itself is not read.
    is_lost: bool,
    /// How many of its items have something wrong with their id: so many ids lead nowhere.
    without_id: usize,
}

impl<'t> Listed<'t> {
    fn of(list: &str, tree: &'t Value<'t>, problems: &[Problem]) -> Self {
        let is_lost = problems.iter().any(|problem| match &problem.finding {
            Finding::UnknownField { suggestion, .. } => {
                suggestion.as_deref() == Some(list) && !problem.path.to_string().contains('.')
            }
            Finding::WrongType { .. } => problem.path.to_string() == list,
            _ => false,
        });
        let is_id_wrong = |problem: &&Problem| {
            let path = problem.path.to_string();
            let is_id = path.starts_with(list) && path.ends_with("].id");
            is_id && path.matches('.').count() == 1
        };
        let items = tree.as_object().and_then(|event| event.get_array(list));
        let items = items.map_or(&[][..], |items| items.elements.as_slice());
        let ids = items.iter().filter_map(|item| {
            let fields = item.as_object()?.properties.iter();
            let meant =
                |name: &str| name == "id" || crate::near(name, ["id"].into_iter()).is_some();
            let mut ids = fields.filter(|field| meant(field.name.as_str()));
            let id = ids.next()?.value.as_string_lit()?;
            Some(&*id.value)
        });
        Self {
            ids: ids.collect(),
            is_lost,
            without_id: problems.iter().filter(is_id_wrong).count(),
        }
    }

    /// Whether it is clear why nothing is found there.
    fn explains(&mut self, id: &str) -> bool {
        if self.is_lost || self.ids.contains(id) {
            return true;
        }
        let is_explained = self.without_id > 0;
        self.without_id = self.without_id.saturating_sub(1);
        is_explained
    }
}
