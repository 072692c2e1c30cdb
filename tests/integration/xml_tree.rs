//! A document of XML as a tree, to look at what was written.

use quick_xml::{Reader, XmlVersion, events::Event as Part};

/// An element.
#[derive(Debug, Default)]
pub(crate) struct Node {
    pub(crate) name: String,
    pub(crate) attributes: Vec<(String, String)>,
    pub(crate) text: String,
    pub(crate) children: Vec<Node>,
}

impl Node {
    /// The root of a document.
    pub(crate) fn read(text: &str) -> Self {
        let mut reader = Reader::from_str(text);
        let mut open = vec![Self::default()];
        loop {
            let part = reader.read_event().unwrap();
            if let Part::Start(tag) | Part::Empty(tag) = &part {
                let attributes = tag.attributes().map(|it| {
                    let it = it.unwrap();
                    let value = it
                        .normalized_value(XmlVersion::Implicit1_0)
                        .unwrap()
                        .into_owned();
                    (String::from_utf8(it.key.0.to_vec()).unwrap(), value)
                });
                open.push(Self {
                    name: String::from_utf8(tag.name().0.to_vec()).unwrap(),
                    attributes: attributes.collect(),
                    ..Self::default()
                });
            }
            match part {
                Part::Text(text) => open.last_mut().unwrap().text += &text.xml10_content().unwrap(),
                Part::End(_) | Part::Empty(_) => {
                    let done = open.pop().unwrap();
                    open.last_mut().unwrap().children.push(done);
                }
                Part::Eof => return open.remove(0).children.remove(0),
                _ => {}
            }
        }
    }

    /// All elements with a name, itself included.
    pub(crate) fn all<'n>(&'n self, name: &str, found: &mut Vec<&'n Node>) {
        if self.name == name {
            found.push(self);
        }
        for child in &self.children {
            child.all(name, found);
        }
    }

    /// The text of a child, or of an attribute as `@name`.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let attribute = name.strip_prefix('@').map(|name| {
            let found = self.attributes.iter().find(|(own, _)| own == name);
            found.map(|(_, value)| value.as_str())
        });
        attribute.unwrap_or_else(|| {
            let found = self.children.iter().find(|child| child.name == name);
            found.map(|child| child.text.as_str())
        })
    }
}
