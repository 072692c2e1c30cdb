//! Texts, languages and addresses.

use super::{
    super::{ForeignTerms, Href, LanguageTag, LocalizedText},
    define,
};

/// RFC 5646 by its shape only.
const TAG: &str = "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$";

/// No spaces, control characters, backslashes or invisible characters: see [`Href`].
macro_rules! address_characters {
    ($but:literal) => {
        concat!(
            r"[^\s\\\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff",
            $but,
            "]"
        )
    };
}

/// An address without a scheme. `//host` is not allowed.
macro_rules! relative {
    () => {
        concat!(
            "[?#]",
            address_characters!(""),
            "*",
            "|/(?:",
            address_characters!("/"),
            address_characters!(""),
            "*)?",
            "|",
            address_characters!(":/?#"),
            "+(?:[/?#]",
            address_characters!(""),
            "*)?"
        )
    };
}

const RELATIVE: &str = concat!(r"^\s*(?:", relative!(), r")\s*$");
const ADDRESS: &str = concat!(
    r"^\s*(?:[Hh][Tt][Tt][Pp][Ss]?://",
    address_characters!(""),
    "+",
    "|[Mm][Aa][Ii][Ll][Tt][Oo]:",
    address_characters!(""),
    "*@",
    address_characters!(""),
    "*",
    "|",
    relative!(),
    r")\s*$"
);

define!(LocalizedText, "Text", {
    "description": "A text: a string in the event's language, or a map by language tag.",
    "anyOf": [
        {"type": "string", "pattern": r"\S"},
        {
            "type": "object",
            "description": "The text by language tag.",
            "properties": {
                "de": {"type": ["string", "null"], "description": "German"},
                "en": {"type": ["string", "null"], "description": "English"},
                "de-x-easy": {
                    "type": ["string", "null"],
                    "description": "Leichte Sprache (easy German)"
                }
            },
            "additionalProperties": {"type": ["string", "null"]},
            // Apart from the fields above, which are tags too: some validators refuse patterns
            // that fit fields with a name.
            "allOf": [{
                "type": "object",
                "patternProperties": {TAG: {}},
                "additionalProperties": {"$ref": "#/$defs/Absent"}
            }],
            "not": {"type": "object", "additionalProperties": {"$ref": "#/$defs/Absent"}}
        }
    ]
});

define!(LanguageTag, "LanguageTag", {
    "type": "string",
    "description": "A BCP 47 language tag.",
    "pattern": TAG,
    "maxLength": 35,
    "examples": ["de", "en", "de-x-easy"]
});

define!(Href, "Address", {
    "type": "string",
    "description": "An address: https:, http:, mailto: or relative to the event's file.",
    "pattern": ADDRESS,
    "maxLength": 2_000
});

define!(ForeignTerms, "ForeignTerms", {
    "type": "object",
    "description": "Words from other languages, by language tag: `{\"en\": [\"AI Act\"]}`.",
    "patternProperties": {
        TAG: {
            "anyOf": [
                {"type": "array", "items": {"type": ["string", "null"]}},
                {"$ref": "#/$defs/Absent"}
            ]
        }
    },
    "additionalProperties": {"$ref": "#/$defs/Absent"}
});

/// A file next to the event's file, so that no other host learns who looks at it.
pub(crate) struct OwnFile;

define!(OwnFile, "OwnFile", {
    "type": "string",
    "description": "A file next to the event's file, by its relative address.",
    "pattern": RELATIVE,
    "maxLength": 2_000
});
