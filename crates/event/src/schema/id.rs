//! Ids, with patterns that every validator knows: Python's do not know `\p{…}`, and Rust's have no
//! look-ahead.

use std::{borrow::Cow, fmt::Write};

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{
    super::{
        Id,
        id::{DEVICE_NUMBERS, DEVICES, Identified, LONGEST, NOT_IN_IDS},
    },
    any_case,
};

impl<T: Identified> JsonSchema for Id<T> {
    fn schema_name() -> Cow<'static, str> {
        if T::NAMES_A_FOLDER { "FolderId" } else { "Id" }.into()
    }

    fn schema_id() -> Cow<'static, str> {
        // The same for every kind of id.
        format!("nachlese::{}", Self::schema_name()).into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let (about, but) = if T::NAMES_A_FOLDER {
            (
                "At most 100 letters, digits, `-`, `_` and `.`, no dot at the end. Not the name of a device on Windows, such as `con`.",
                format!("^[.]|[.]$|{}", device()),
            )
        } else {
            (
                "At most 100 letters, digits, `-`, `_` and `.`.",
                "^[.]".to_owned(),
            )
        };
        json_schema!({
            "type": "string",
            "description": about,
            "pattern": format!("^{}{{1,{LONGEST}}}$", character()),
            "not": {"type": "string", "pattern": but}
        })
    }
}

/// Any character that an id may have.
fn character() -> String {
    let mut class = "[^".to_owned();
    for &(first, last) in NOT_IN_IDS {
        write!(class, "\\u{:04x}", u32::from(first)).ok();
        if first != last {
            write!(class, "-\\u{:04x}", u32::from(last)).ok();
        }
    }
    class + "]"
}

/// The names of devices, with any extension.
fn device() -> String {
    let [single @ .., com, lpt] = DEVICES.map(any_case);
    let single = single.join("|");
    format!("^(?:{single}|(?:{com}|{lpt})[{DEVICE_NUMBERS}])(?:[.].*)?$")
}
