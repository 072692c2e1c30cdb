//! Makes an event of items in the one form that all formats of the command line are brought into.
//!
//! Such a format is read in two steps. Its own reader finds the items and writes each as an object
//! with the fields that [`super::super::talk`] knows. This then reads them as it reads the items of
//! any programme. The places of findings are translated back to those of the file.

use std::{collections::BTreeSet, rc::Rc};

use nachlese_event::{
    Event, Participation,
    problem::{Finding, JsonPath, Problem},
};
use nachlese_reader::{
    ParseError,
    context::{Context, Dialect},
    cursor::Node,
    json::Json,
};

use crate::import::{ZoneRules, left_out::tell_left_out, programme::Programme, slot::Slot, talk};

/// The items of a file, and all about the event that its reader found itself.
pub(super) struct Items {
    pub(super) programme: Programme,
    /// One object for each item.
    pub(super) rows: Vec<Json>,
    /// Who takes part in each of them.
    pub(super) people: Vec<Vec<Participation>>,
    /// Where each of them is in the file, if the reader notes it here.
    pub(super) paths: Vec<JsonPath>,
    /// Whether people are only those who take part in an item that is in the programme.
    pub(super) is_cast_only: bool,
    /// What the reader reported.
    pub(super) problems: Vec<Problem>,
}

/// The place in the file of an item, or of one of its fields, and the file's word for the field.
pub(super) type Places<'a> = &'a dyn Fn(usize, Option<&str>) -> (JsonPath, Option<String>);

impl Items {
    pub(super) fn new(zones: &Rc<dyn ZoneRules>) -> Self {
        Self {
            programme: Programme::new(Rc::clone(zones)),
            rows: Vec::new(),
            people: Vec::new(),
            paths: Vec::new(),
            is_cast_only: true,
            problems: Vec::new(),
        }
    }

    /// Adds the item of a node.
    pub(super) fn add(
        &mut self,
        node: &Node<'_>,
        fields: impl IntoIterator<Item = (&'static str, Json)>,
        people: Vec<Participation>,
    ) {
        self.rows.push(object(fields));
        self.people.push(people);
        self.paths.push(node.path());
    }

    /// Makes the event of items that were added with their nodes. `names` has the file's words for
    /// fields that have another name in it.
    ///
    /// # Errors
    /// As [`Items::into_event`].
    pub(super) fn into_event_of(
        mut self,
        names: &[(&str, &str)],
        shape: (&str, &str),
    ) -> Result<(Event, Vec<Problem>), ParseError> {
        let paths = std::mem::take(&mut self.paths);
        let places = |at: usize, field: Option<&str>| {
            let path = paths.get(at).cloned().unwrap_or_default();
            let Some(field) = field else {
                return (path, None);
            };
            let known = names.iter().find(|(own, _)| *own == field);
            let name = known.map_or(field, |(_, name)| *name);
            (path.field(name), Some(name.to_owned()))
        };
        self.into_event(&places, shape)
    }

    /// Makes the event.
    ///
    /// # Errors
    /// [`ParseError`] with this `shape` and what to take `instead`, if there are items of which
    /// none can be read.
    pub(super) fn into_event(
        self,
        places: Places<'_>,
        (shape, instead): (&str, &str),
    ) -> Result<(Event, Vec<Problem>), ParseError> {
        let Self {
            mut programme,
            rows,
            people,
            is_cast_only,
            mut problems,
            ..
        } = self;
        let context = Context::of(Dialect::Foreign);
        let rows = Json::List(rows);
        let mut people = people.into_iter();
        Node::root(&rows, &context).list(|node| {
            item(node, people.next().unwrap_or_default(), &mut programme);
            None::<()>
        });
        let declined = programme
            .not_accepted
            .as_ref()
            .map_or(0, |(_, _, count)| *count);
        let entries = programme.entries + declined;
        if programme.talks.is_empty() && entries > 0 {
            return Err(ParseError::no_talks(shape, instead, entries));
        }
        if is_cast_only {
            let cast = programme.talks.iter().flat_map(|talk| &talk.people);
            let cast: BTreeSet<_> = cast.map(|it| it.person.as_str().to_owned()).collect();
            let people = &mut programme.people.all;
            people.retain(|person| cast.contains(person.id.as_str()));
        }
        tell_left_out(&Json::Null, &mut programme, &context)?;
        let found = "object";
        let event = programme.into_event(&context);
        let event = event.ok_or(ParseError::NotAnEvent { found })?;
        let translated = |problem| translated(problem, places);
        problems.extend(context.into_problems().into_iter().map(translated));
        Ok((event, problems))
    }
}

fn item(node: Node<'_>, mut people: Vec<Participation>, programme: &mut Programme) {
    programme.entries += 1;
    let read = node.object(|fields| talk::read(fields, Slot::default(), programme));
    if let Some((mut talk, identity, times)) = read {
        talk.people.append(&mut people);
        programme.talks.push(talk);
        programme.identities.push(identity);
        programme.times.push(times);
    }
}

/// `[3].start` in the places of the file.
fn translated(mut problem: Problem, places: Places<'_>) -> Problem {
    let path = problem.path.to_string();
    let Some((at, rest)) = path.strip_prefix('[').and_then(|path| path.split_once(']')) else {
        return problem;
    };
    let Ok(at) = at.parse() else { return problem };
    let field = rest.strip_prefix('.').map(|rest| {
        let end = rest.find(['.', '[']).unwrap_or(rest.len());
        &rest[..end]
    });
    let (path, word) = places(at, field);
    problem.path = path;
    if let (Finding::NotImported { field, .. }, Some(word)) = (&mut problem.finding, word) {
        *field = word;
    }
    problem
}

/// An object of fields, without those that are empty.
pub(super) fn object(fields: impl IntoIterator<Item = (&'static str, Json)>) -> Json {
    let fields = fields.into_iter().filter(|(_, json)| !json.says_nothing());
    Json::Object(fields.map(|(name, json)| (name.to_owned(), json)).collect())
}

/// A text.
pub(super) fn text(text: impl Into<String>) -> Json {
    Json::String(text.into())
}

/// A text that may be missing.
pub(super) fn optional(told: Option<String>) -> Json {
    told.map_or(Json::Null, Json::String)
}
