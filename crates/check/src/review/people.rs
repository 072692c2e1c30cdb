//! What is said about people, and who is responsible for the page.

use jsonc_parser::ast::Value;
use nachlese_event::problem::{Advice, JsonPath, Problem};

use super::{part, problem};

/// How many names are told.
const MOST_NAMED: usize = 3;

/// In a list of more people where nobody has a role, roles are not told on purpose.
const MOST_WITHOUT: usize = 20;

/// People have a role at the event, at the latest when the page is published.
pub(super) fn check(tree: &Value<'_>) -> Option<Problem> {
    let is_published = part::field(tree, "published").is_some();
    let people = part::list(tree, "people");
    let named = people.iter().enumerate();
    let named = named.filter_map(|(at, person)| Some((at, person, part::text(person, "name")?)));
    let named: Vec<_> = named.collect();
    let lacks = |person: &Value<'_>| part::field(person, "roleAtEvent").is_none();
    let without = named.iter().filter(|(_, person, _)| lacks(person));
    let without: Vec<_> = without.collect();
    let is_on_purpose =
        without.len() == named.len() && (named.len() > MOST_WITHOUT || !is_published);
    let (at, ..) = without.first().filter(|_| !is_on_purpose)?;
    let first = without.iter().take(MOST_NAMED);
    let advice = Advice::RoleMissing {
        count: without.len(),
        total: named.len(),
        first: first.map(|(_, _, name)| (*name).to_owned()).collect(),
    };
    let path = JsonPath::root().field("people").index(*at);
    Some(problem(&path, advice))
}

/// A page that is published says who is responsible for it. Until then, this may wait.
pub(super) fn legal(tree: &Value<'_>) -> Option<Problem> {
    let given = part::field(tree, "legal");
    if given.is_none() && part::field(tree, "published").is_none() {
        return None;
    }
    let fields = ["imprint", "privacy", "accessibility"].into_iter();
    let is_missing = |name: &&str| given.is_none_or(|given| part::field(given, name).is_none());
    let fields: Vec<_> = fields.filter(is_missing).collect();
    let path = JsonPath::root().field("legal");
    (!fields.is_empty()).then(|| problem(&path, Advice::LegalMissing { fields }))
}
