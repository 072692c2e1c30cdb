//! A place in the document. Reads fields by name, and reports fields that nobody asked for.

mod foreign;

use std::cell::{Cell, RefCell};

use nachlese_event::problem::{Finding, JsonPath};

use super::{
    context::{Context, Dialect},
    json::{Json, find},
    near::near_field,
};

/// A value with its place. The path is built only if there is something to report.
#[derive(Clone, Copy)]
pub struct Node<'a> {
    /// The value itself.
    pub json: &'a Json,
    /// What the parts of a file have in common.
    pub context: &'a Context,
    place: Location<'a>,
}

#[derive(Clone, Copy)]
struct Location<'a> {
    up: Option<&'a Location<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Index(usize),
    /// One of several elements with the same name.
    Nth(&'a str, usize),
}

impl<'a> Node<'a> {
    /// The whole document.
    pub fn root(json: &'a Json, context: &'a Context) -> Self {
        let place = Location {
            up: None,
            step: Step::Root,
        };
        Self {
            json,
            context,
            place,
        }
    }

    /// The place of this value.
    pub fn path(&self) -> JsonPath {
        self.place.path(self.context.dialect)
    }

    /// Counts this value as something that the event format has no place for.
    pub fn skip(&self) {
        let field = clip(self.place.name());
        self.context.skip(self.place.depth(), field, || self.path());
    }

    /// Whether the file consists of elements. Then a text may have attributes.
    pub fn has_elements(&self) -> bool {
        self.context.dialect == Dialect::Elements
    }

    /// Reports a finding here.
    #[inline(never)]
    pub fn report(&self, finding: Finding) {
        self.context.report(&self.path(), finding);
    }

    /// Reports that another type is expected here. Returns `None`, so that the value is left out.
    pub fn wrong_type<T>(&self, expected: &'static str) -> Option<T> {
        let found = self.json.kind();
        self.report(Finding::WrongType { expected, found });
        None
    }

    /// The text here, if it is one.
    pub fn as_str(&self) -> Option<&'a str> {
        match self.json {
            Json::String(text) => Some(text),
            _ => None,
        }
    }

    /// Whether this is an object with at least one of these fields.
    pub fn has_any(&self, names: &[&str]) -> bool {
        names.iter().any(|name| self.json.get(name).is_some())
    }

    /// Reads an object. `read` must ask for every field before it returns `None`, because fields
    /// that it did not ask for are reported as unknown.
    pub fn object<T>(&self, read: impl FnOnce(&Fields<'_>) -> Option<T>) -> Option<T> {
        let Json::Object(all) = self.json else {
            return self.wrong_type("object");
        };
        let fields = Fields {
            node: *self,
            all,
            asked: RefCell::default(),
            rest_is_unknown: Cell::new(true),
        };
        let value = read(&fields);
        fields.finish();
        value
    }

    /// Reads a list. Elements that are blank or cannot be read are left out.
    pub fn list<T>(&self, read: impl FnMut(Node<'_>) -> Option<T>) -> Option<Vec<T>> {
        self.list_on(&mut 0, read)
    }

    /// Reads a list that continues another one after `seen` elements.
    pub(crate) fn list_on<T>(
        &self,
        seen: &mut usize,
        mut read: impl FnMut(Node<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Json::List(items) = self.json else {
            return self.wrong_type("list");
        };
        let first = *seen;
        *seen += items.len();
        let nodes = items
            .iter()
            .zip(first..)
            .filter(|(json, _)| !json.is_blank());
        let values = nodes.filter_map(|(json, at)| read(self.step(json, Step::Index(at))));
        Some(values.collect())
    }

    /// All fields that are not blank, for objects whose field names are data.
    pub fn entries(&self) -> impl Iterator<Item = (&str, Node<'_>)> {
        let all = match self.json {
            Json::Object(all) => all.as_slice(),
            _ => &[],
        };
        let filled = all.iter().filter(|(_, json)| !json.is_blank());
        filled.map(|(name, json)| (name.as_str(), self.step(json, Step::Field(name))))
    }

    fn step<'s>(&'s self, json: &'s Json, step: Step<'s>) -> Node<'s> {
        let place = Location {
            up: Some(&self.place),
            step,
        };
        Node {
            json,
            context: self.context,
            place,
        }
    }
}

impl Location<'_> {
    fn path(&self, dialect: Dialect) -> JsonPath {
        let up = self.up.map_or_else(JsonPath::root, |up| up.path(dialect));
        match self.step {
            Step::Root => up,
            Step::Field(name) if dialect == Dialect::Elements => up.element(clip(name), None),
            Step::Field(name) => up.field(clip(name)),
            Step::Index(at) => up.index(at),
            Step::Nth(name, at) => up.element(clip(name), Some(at + 1)),
        }
    }

    /// The name of the field. For an element of a list, it is the name of the list.
    fn name(&self) -> &str {
        match self.step {
            Step::Field(name) | Step::Nth(name, _) => name,
            Step::Root | Step::Index(_) => self.up.map_or("", Location::name),
        }
    }

    fn depth(&self) -> usize {
        self.up.map_or(0, |up| up.depth() + 1)
    }
}

/// Shortens a field name, which is data and may be megabytes long.
fn clip(name: &str) -> &str {
    name.char_indices()
        .nth(60)
        .map_or(name, |(at, _)| &name[..at])
}

/// The fields of an object.
pub struct Fields<'a> {
    /// The object.
    pub node: Node<'a>,
    all: &'a [(String, Json)],
    asked: RefCell<Vec<&'static str>>,
    rest_is_unknown: Cell<bool>,
}

impl Fields<'_> {
    /// Asks for a field. `null` and blank texts count as absent.
    #[inline(never)] // Called for every field of the format.
    pub fn get(&self, name: &'static str) -> Option<Node<'_>> {
        self.asked.borrow_mut().push(name);
        let json = find(self.all, name).filter(|json| !json.is_blank())?;
        Some(self.node.step(json, Step::Field(name)))
    }

    /// Reads a field that may be absent.
    pub(crate) fn read<'s, T>(
        &'s self,
        name: &'static str,
        read: impl FnOnce(Node<'s>) -> Option<T>,
    ) -> Option<T> {
        read(self.get(name)?)
    }

    /// Reads a required field. If it is missing or wrong, this is reported once.
    pub(crate) fn need<'s, T>(
        &'s self,
        name: &'static str,
        read: impl FnOnce(Node<'s>) -> Option<T>,
    ) -> Option<T> {
        let before = self.node.context.count();
        let value = self.read(name, read);
        if value.is_none() && self.node.context.count() == before {
            self.node.report(Finding::MissingField { field: name });
        }
        value
    }

    /// Reads a list. An absent list counts as empty.
    pub(crate) fn list<T>(
        &self,
        name: &'static str,
        read: impl FnMut(Node<'_>) -> Option<T>,
    ) -> Vec<T> {
        let node = self.get(name);
        node.and_then(|node| node.list(read)).unwrap_or_default()
    }

    /// Whether the field is in the file with any value except `null`, even a blank one.
    pub(crate) fn is_given(&self, name: &str) -> bool {
        find(self.all, name).is_some_and(|json| !matches!(json, Json::Null))
    }

    /// Reports a finding at a field.
    pub fn report_at(&self, name: &str, finding: Finding) {
        let path = self.node.path().field(name);
        self.node.context.report(&path, finding);
    }

    /// Gives up on the object, because its other fields cannot be judged.
    pub fn ignore_rest(&self) {
        self.rest_is_unknown.set(false);
    }

    fn finish(self) {
        if !self.rest_is_unknown.get() {
            return;
        }
        let asked = self.asked.into_inner();
        let all = self.all.iter();
        let unasked = all.filter(|(name, _)| !asked.contains(&name.as_str()));
        if self.node.context.dialect != Dialect::Event {
            let told = unasked.filter(|(_, json)| !json.says_nothing());
            told.for_each(|(name, json)| self.node.step(json, Step::Field(name)).skip());
            return;
        }
        for (at, (name, _)) in unasked.enumerate() {
            // An object with a hundred unknown fields is something else, so nothing is suggested.
            let suggestion = (at < 100)
                .then(|| near_field(name, asked.iter().copied()))
                .flatten();
            let path = self.node.path().field(clip(name));
            let field = name.clone();
            let finding = Finding::UnknownField { field, suggestion };
            self.node.context.report(&path, finding);
        }
    }
}
