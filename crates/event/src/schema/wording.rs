//! Translates from Rust to JSON Schema: doc comments to plain text, sizes of integers to limits.

use serde_json::Value;

/// Turns all descriptions into plain text on one line, and types of numbers into limits.
pub(super) fn plain(schema: &mut Value) {
    match schema {
        Value::Array(all) => all.iter_mut().for_each(plain),
        Value::Object(object) => {
            if let Some(Value::String(text)) = object.get_mut("description") {
                *text = one_line(text);
            }
            if let Some(limit) = object.get("format").and_then(limit_of) {
                object.remove("format");
                object.insert("maximum".to_owned(), limit.into());
            }
            object.values_mut().for_each(plain);
        }
        _ => {}
    }
}

/// The largest number that the reader accepts for a Rust type, whose name is not a format of JSON
/// Schema.
fn limit_of(format: &Value) -> Option<u64> {
    match format.as_str()? {
        "uint32" => Some(u32::MAX.into()),
        "uint64" => Some(8_999_999_999_999_999),
        _ => None,
    }
}

/// Joins the lines. Of links to Rust items (`[text](Item)`), keeps only the text.
fn one_line(text: &str) -> String {
    let mut plain = text.split_whitespace().collect::<Vec<_>>().join(" ");
    while let Some(middle) = plain.find("](") {
        let (Some(start), Some(length)) = (plain[..middle].rfind('['), plain[middle..].find(')'))
        else {
            break;
        };
        let label = plain[start + 1..middle].to_owned();
        plain.replace_range(start..=middle + length, &label);
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_text_of_links_to_items() {
        for (text, expected) in [
            (
                "Shown only if it\n[is complete](Photo::is_complete).",
                "Shown only if it is complete.",
            ),
            ("An [open end", "An [open end"),
            ("](", "]("),
        ] {
            assert_eq!(one_line(text), expected);
        }
    }
}
