//! The JSON Schema of the event format, for text editors that complete and check as you type.
//!
//! Draft 2020-12 (<https://json-schema.org/draft/2020-12/json-schema-core> and
//! `json-schema-validation`, read on 2026-11-24). Generated from the types of [`crate`];
//! descriptions are their doc comments. A file is valid if `nachlese_reader` accepts it without a
//! finding, as far as a schema can tell: it cannot follow references, compare two values or know
//! the event's language. Unknown fields are allowed.

mod absent;
mod defaults;
mod define;
mod id;
mod podcast;
mod provider;
mod rules;
mod section;
mod shorthand;
mod text;
mod time;
mod video;
mod wording;

use define::define;
pub(crate) use podcast::Category;
use provider::any_case;
pub(crate) use provider::{
    PEERTUBE_LIST, YOUTUBE_LIST, id_or_page, peertube_list_page, youtube_list_page,
};
pub(crate) use text::OwnFile;
pub(crate) use time::{DateTimeText, Day, Length, When};

use schemars::{SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::Event;

/// The schema as the text of a file. The text is always the same.
#[must_use]
pub fn text() -> String {
    format!("{:#}\n", schema())
}

/// The schema of an event's file.
#[must_use]
pub fn schema() -> Value {
    let mut generator: SchemaGenerator = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator();
    // No field has this type, but the rules for pictures refer to it.
    generator.subschema_for::<OwnFile>();
    let mut root = generator.into_root_schema_for::<Event>().to_value();
    let mut all = root["$defs"].take();
    for (name, schema) in all.as_object_mut().into_iter().flatten() {
        define(name, schema);
    }
    all["Absent"] = absent::absent();
    all["NoText"] = absent::no_text();
    define("Event", &mut root);
    root["$defs"] = all;
    wording::plain(&mut root);
    root["title"] = "Nachlese event".into();
    root["examples"] = json!([minimal()]);
    root
}

/// Turns the schema of what is written into the schema of what the reader accepts, from the fields
/// outwards.
fn define(name: &str, schema: &mut Value) {
    if name == "Section" {
        section::by_type(schema);
    }
    defaults::fill_in(name, schema);
    rules::add(name, schema);
    absent::allow(schema);
    shorthand::allow(name, schema);
}

/// The fields of an object's schema.
fn properties(schema: &mut Value) -> Option<&mut Map<String, Value>> {
    schema.get_mut("properties")?.as_object_mut()
}

/// The fields that an event must have at least.
fn minimal() -> Value {
    json!({
        "schemaVersion": 1,
        "id": "my-event",
        "language": "en",
        "title": "Open data day"
    })
}
