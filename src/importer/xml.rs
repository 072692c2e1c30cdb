//! The browser's own XML parser: it costs the bundle nothing.

use wasm_bindgen::JsCast;
use web_sys::{DomParser, Element, Node, SupportedType};

use crate::import::Tree;

/// Parses XML with the browser's own parser, for [`crate::import::read`].
pub(crate) fn parse_xml(text: &str, tree: &mut Tree) -> bool {
    let parser = DomParser::new();
    let parsed = parser.and_then(|it| it.parse_from_string(text, SupportedType::TextXml));
    let Ok(document) = parsed else { return false };
    // What browsers put in place of a text, or behind its good part, that is not well-formed.
    let error = document.query_selector("parsererror");
    let root = document.document_element();
    let Some(root) = root.filter(|_| matches!(error, Ok(None))) else {
        return false;
    };
    // A loop, because calls within calls would overflow the stack of a deep document.
    let mut at: Node = root.into();
    let mut depth = 0_usize;
    loop {
        match at.node_type() {
            Node::ELEMENT_NODE => {
                let element: &Element = at.unchecked_ref();
                tree.open(&element.tag_name());
                for name in element.get_attribute_names().iter() {
                    let name = name.as_string().unwrap_or_default();
                    let value = element.get_attribute(&name);
                    tree.attribute(&name, &value.unwrap_or_default());
                }
                if let Some(child) = at.first_child() {
                    depth += 1;
                    at = child;
                    continue;
                }
                tree.close();
            }
            Node::TEXT_NODE | Node::CDATA_SECTION_NODE => {
                tree.text(&at.node_value().unwrap_or_default());
            }
            _ => {}
        }
        while depth > 0 {
            if let Some(next) = at.next_sibling() {
                at = next;
                break;
            }
            let Some(parent) = at.parent_node() else {
                return false;
            };
            at = parent;
            tree.close();
            depth -= 1;
        }
        if depth == 0 {
            return true;
        }
    }
}
