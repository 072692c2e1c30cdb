//! Walks through a file in its order, and asks the rules about texts, pictures and files.

use jsonc_parser::ast::Value;
use nachlese_event::{
    Event,
    problem::{Advice, Problem},
};

use super::{
    coverage::Coverage, empty_words, files::Files, part, pictures, place::Place, problem,
    programme, raw,
};

/// Fields with a text that readers of the page see.
const TEXTS: &[&str] = &[
    "abstract",
    "alt",
    "caption",
    "coreMessage",
    "corrections",
    "credit",
    "description",
    "exhibits",
    "heading",
    "host",
    "kind",
    "label",
    "licence",
    "motto",
    "name",
    "notNeededReason",
    "organization",
    "paragraphs",
    "publisher",
    "roleAtEvent",
    "room",
    "summary",
    "tags",
    "text",
    "title",
    "topic",
    "track",
    "unit",
    "value",
    "venue",
];

/// Fields with an address, or a list of addresses.
const ADDRESSES: &[&str] = &[
    "downloads",
    "easyLanguage",
    "links",
    "ref",
    "signLanguage",
    "slides",
    "src",
    "transcript",
    "url",
];

/// Fields that are not shown.
const HIDDEN: &[&str] = &["$schema", "editorialNotes", "foreignTerms", "synonyms"];

/// What is found in the order of the file, then what is found about the texts as a whole.
pub(super) fn walk(tree: &Value<'_>, event: &Event) -> Vec<Problem> {
    let mut walk = Walk {
        found: Vec::new(),
        coverage: Coverage::of(event),
        files: Files::default(),
        is_original: false,
    };
    walk.visit(tree, Place::ROOT, "", "");
    walk.found.extend(walk.coverage.missing());
    walk.found
}

struct Walk<'e, 't> {
    found: Vec<Problem>,
    coverage: Coverage<'e>,
    files: Files<'t>,
    /// Whether the section that is walked through is a quotation word for word.
    is_original: bool,
}

impl<'t> Walk<'_, 't> {
    /// `name` is the name of the value's field, also for values in a list; `within` that of the
    /// object which has the field.
    fn visit(&mut self, value: &'t Value<'t>, place: Place<'_>, name: &str, within: &str) {
        if TEXTS.contains(&name) && part::is_text(value) {
            // The kind of a talk is one of the format's words, the host of a video an address.
            if !matches!((name, within), ("kind", "talks") | ("host", "sources")) {
                self.text(value, place, name, within);
            }
            return;
        }
        match value {
            Value::StringLit(address) if ADDRESSES.contains(&name) || within == "legal" => {
                let found = self.files.look(&address.value, name);
                self.report(place, found);
            }
            Value::Array(list) => {
                for (at, element) in list.elements.iter().enumerate() {
                    self.visit(element, place.index(at), name, within);
                }
            }
            Value::Object(object) => {
                self.object(value, place, name);
                self.is_original = name == "sections" && is_verbatim(value);
                for field in &object.properties {
                    let inner = field.name.as_str();
                    if !HIDDEN.contains(&inner) {
                        self.visit(&field.value, place.field(inner), inner, name);
                    }
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, value: &Value<'_>, place: Place<'_>, name: &str) {
        match name {
            "photo" | "illustration" => pictures::check(value, place, &mut self.found),
            "talks" => programme::people_of(value, place, &mut self.found),
            "sections" => programme::seats_of(value, place, &mut self.found),
            _ => {}
        }
    }

    fn text(&mut self, value: &'t Value<'t>, place: Place<'_>, name: &str, within: &str) {
        for (language, text) in part::variants(value) {
            let found = raw::check(text, name);
            let empty = empty_words::check(text, name, within);
            for advice in found.into_iter().chain(empty) {
                let path = part::path_of(&place.path(), language);
                self.found.push(problem(&path, advice));
            }
        }
        // Nobody translates the very words that somebody said.
        if !(name == "text" && self.is_original) {
            self.coverage.add(value, place, name);
        }
    }

    fn report(&mut self, place: Place<'_>, advice: Option<Advice>) {
        if let Some(advice) = advice {
            self.found.push(problem(&place.path(), advice));
        }
    }
}

fn is_verbatim(section: &Value<'_>) -> bool {
    matches!(part::field(section, "verbatim"), Some(Value::BooleanLit(it)) if it.value)
}
