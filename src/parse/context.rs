//! What the readers of all parts share: the findings so far and what checks need to know.

use std::cell::{Cell, OnceCell, RefCell};

use crate::{
    model::{LanguageTag, When},
    problem::{Finding, JsonPath, Problem},
    validate::Reference,
};

/// More findings than anybody reads; without a limit a hostile file would fill the memory.
const MOST_PROBLEMS: usize = 10_000;

/// Gathers findings and references while a file is read.
#[derive(Default)]
pub(super) struct Context {
    problems: RefCell<Vec<Problem>>,
    count: Cell<usize>,
    references: RefCell<Vec<(JsonPath, Reference)>>,
    language: OnceCell<LanguageTag>,
    when: Cell<Option<When>>,
}

impl Context {
    /// Adds a finding.
    pub(super) fn report(&self, path: &JsonPath, finding: Finding) {
        self.count.set(self.count.get() + 1);
        let mut problems = self.problems.borrow_mut();
        if problems.len() < MOST_PROBLEMS {
            problems.push(Problem::new(path, finding));
        }
    }

    /// How many findings there were so far, also beyond the limit.
    pub(super) fn count(&self) -> usize {
        self.count.get()
    }

    /// Lets a rule look at a part that was read.
    pub(super) fn check(&self, rule: impl FnOnce(&mut Vec<Problem>)) {
        let mut found = Vec::new();
        rule(&mut found);
        for problem in found {
            self.report(&problem.path, problem.finding);
        }
    }

    /// Notes that something elsewhere in the file is meant; looked up when all is read.
    pub(super) fn refer(&self, path: JsonPath, to: Reference) {
        self.references.borrow_mut().push((path, to));
    }

    /// The event's language, once it was read.
    pub(super) fn language(&self) -> Option<&LanguageTag> {
        self.language.get()
    }

    /// Tells the event's language. The first one told stays.
    pub(super) fn set_language(&self, language: &LanguageTag) {
        self.language.get_or_init(|| language.clone());
    }

    /// The event's days, once they were read.
    pub(super) fn when(&self) -> Option<When> {
        self.when.get()
    }

    /// Tells the event's days.
    pub(super) fn set_when(&self, when: Option<When>) {
        self.when.set(when);
    }

    /// The references, for the last check.
    pub(super) fn take_references(&self) -> Vec<(JsonPath, Reference)> {
        self.references.take()
    }

    /// The findings, in the order in which they were made.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }
}
