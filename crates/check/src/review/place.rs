//! Where the walk through a file is. The path is written only if there is something to report.

use nachlese_event::problem::JsonPath;

/// A place in the file.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    up: Option<&'a Place<'a>>,
    step: Step<'a>,
}

#[derive(Clone, Copy)]
enum Step<'a> {
    Root,
    Field(&'a str),
    Index(usize),
}

impl<'a> Place<'a> {
    /// The whole file.
    pub(super) const ROOT: Place<'static> = Place {
        up: None,
        step: Step::Root,
    };

    /// A field of the object here.
    pub(super) fn field(&'a self, name: &'a str) -> Self {
        let (up, step) = (Some(self), Step::Field(name));
        Self { up, step }
    }

    /// An element of the list here.
    pub(super) fn index(&'a self, at: usize) -> Self {
        let (up, step) = (Some(self), Step::Index(at));
        Self { up, step }
    }

    /// The path.
    pub(super) fn path(&self) -> JsonPath {
        let up = self.up.map_or_else(JsonPath::root, Place::path);
        match self.step {
            Step::Root => up,
            Step::Field(name) => up.field(name),
            Step::Index(at) => up.index(at),
        }
    }
}
