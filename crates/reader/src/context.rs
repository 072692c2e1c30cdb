//! What all parts of the reader share: the findings so far, and what checks need to know.

use std::cell::{Cell, OnceCell, RefCell};

use nachlese_event::{
    LanguageTag, When,
    problem::{Finding, JsonPath, Problem},
};

use crate::rules::Reference;

/// The most findings that are kept. Nobody reads more, and without a limit a hostile file would
/// fill the memory.
pub const MOST_PROBLEMS: usize = 10_000;

/// The most kinds of unknown fields that are told apart. Others are counted together.
const MOST_KINDS: usize = 100;

/// The form of the file.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// The event JSON.
    #[default]
    Event,
    /// Another program's JSON.
    Foreign,
    /// XML elements, or the components of a calendar.
    Elements,
}

/// A kind of unknown field.
struct Surplus {
    depth: usize,
    field: String,
    count: usize,
    first: JsonPath,
}

/// Collects findings and references while a file is read.
#[derive(Default)]
pub struct Context {
    pub(crate) dialect: Dialect,
    surplus: RefCell<Vec<Surplus>>,
    problems: RefCell<Vec<Problem>>,
    count: Cell<usize>,
    references: RefCell<Vec<(JsonPath, Reference)>>,
    language: OnceCell<LanguageTag>,
    when: Cell<Option<When>>,
}

impl Context {
    /// For a file of another program. Its unknown fields are reported once per kind.
    pub fn of(dialect: Dialect) -> Self {
        Self {
            dialect,
            ..Self::default()
        }
    }

    /// Counts a field that the event format has no place for, by its name and depth.
    pub(crate) fn skip(&self, depth: usize, field: &str, path: impl FnOnce() -> JsonPath) {
        let mut surplus = self.surplus.borrow_mut();
        let is_full = surplus.len() >= MOST_KINDS;
        let known = surplus
            .iter_mut()
            .find(|kind| is_full && kind.depth == 0 || kind.depth == depth && kind.field == field);
        if let Some(kind) = known {
            kind.count += 1;
            return;
        }
        let (depth, field) = if is_full { (0, "…") } else { (depth, field) };
        surplus.push(Surplus {
            depth,
            field: field.to_owned(),
            count: 1,
            first: path(),
        });
    }

    /// Adds a finding.
    pub fn report(&self, path: &JsonPath, finding: Finding) {
        self.count.set(self.count.get() + 1);
        let mut problems = self.problems.borrow_mut();
        if problems.len() < MOST_PROBLEMS {
            problems.push(Problem::new(path, finding));
        }
    }

    /// How many findings there were so far, including those beyond the limit.
    pub fn count(&self) -> usize {
        self.count.get()
    }

    /// Applies a rule to a part that was read.
    pub fn check(&self, rule: impl FnOnce(&mut Vec<Problem>)) {
        let mut found = Vec::new();
        rule(&mut found);
        for problem in found {
            self.report(&problem.path, problem.finding);
        }
    }

    /// Notes a reference to another part of the file. It is checked after everything is read.
    pub(crate) fn refer(&self, path: JsonPath, to: Reference) {
        self.references.borrow_mut().push((path, to));
    }

    /// The event's language, once it was read.
    pub(crate) fn language(&self) -> Option<&LanguageTag> {
        self.language.get()
    }

    /// Sets the event's language. Only the first call has an effect.
    pub(crate) fn set_language(&self, language: &LanguageTag) {
        self.language.get_or_init(|| language.clone());
    }

    /// The event's days, once they were read.
    pub(crate) fn when(&self) -> Option<When> {
        self.when.get()
    }

    /// Sets the event's days.
    pub(crate) fn set_when(&self, when: Option<When>) {
        self.when.set(when);
    }

    /// A new context that knows the event's language and days, but has no findings.
    pub(crate) fn only_what_was_told(self) -> Self {
        Self {
            language: self.language,
            when: self.when,
            ..Self::default()
        }
    }

    /// Adds the findings and references of another context.
    pub(crate) fn take_over(&self, other: Self) {
        self.count.set(self.count.get() + other.count.get());
        let mut problems = self.problems.borrow_mut();
        problems.append(&mut other.problems.take());
        problems.truncate(MOST_PROBLEMS);
        let mut references = self.references.borrow_mut();
        references.append(&mut other.references.take());
    }

    /// Removes the references whose targets exist.
    pub(crate) fn drop_references(&self, leads_somewhere: impl Fn(&Reference) -> bool) {
        let mut references = self.references.borrow_mut();
        references.retain(|(_, reference)| !leads_somewhere(reference));
    }

    /// The references, for the last check.
    pub(crate) fn take_references(&self) -> Vec<(JsonPath, Reference)> {
        self.references.take()
    }

    /// The findings in the order in which they were made, then the unknown fields.
    pub fn into_problems(self) -> Vec<Problem> {
        let mut problems = self.problems.into_inner();
        for Surplus {
            field,
            count,
            first,
            ..
        } in self.surplus.into_inner()
        {
            problems.push(Problem::new(&first, Finding::NotImported { field, count }));
        }
        problems
    }
}
