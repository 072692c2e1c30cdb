//! The JSON Schema of single values, where [`crate::parse`] takes more than the types write.
//!
//! Types whose fields say all there is to say derive theirs. Patterns are those of ECMA-262
//! without look-around, as JSON Schema asks for interoperability ("Regular Expressions" in
//! <https://json-schema.org/draft/2020-12/json-schema-core>, read on 2026-11-24).

mod provider;
mod text;
mod time;
mod video;

pub(crate) use provider::{
    PEERTUBE_LIST, YOUTUBE_LIST, id_or_page, peertube_list_page, youtube_list_page,
};
pub(crate) use text::OwnFile;
pub(super) use time::{Day, Length, Moment, When};

/// Defines the schema of a type, under a name that the whole schema uses.
macro_rules! define {
    ($type:ty, $name:literal, $schema:tt $(, for $parameter:ident)?) => {
        impl $(<$parameter>)? schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }

            // The same for every kind of id.
            fn schema_id() -> std::borrow::Cow<'static, str> {
                concat!("nachlese::", $name).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}
use define;
