//! A small tree of XML, written by `quick-xml`.

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event},
};

/// An element.
#[derive(Debug, Clone)]
pub(super) struct Element {
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
    text: Option<String>,
    children: Vec<Element>,
}

impl Element {
    /// An empty element.
    pub(super) fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            text: None,
            children: Vec::new(),
        }
    }

    /// An element with a text.
    pub(super) fn text(name: &'static str, text: impl Into<String>) -> Self {
        let text = Some(allowed(&text.into()));
        Self {
            text,
            ..Self::new(name)
        }
    }

    /// Adds an attribute.
    pub(super) fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, allowed(&value.into())));
        self
    }

    /// Adds an attribute whose value may be unknown.
    pub(super) fn with_some(self, name: &'static str, value: Option<String>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Appends elements.
    pub(super) fn holding(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children);
        self
    }

    /// Writes a whole document.
    pub(super) fn into_document(self) -> String {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        let declaration = Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None));
        let written = writer
            .write_event(declaration)
            .and_then(|()| self.write(&mut writer));
        // Writing to memory does not fail.
        let bytes = written.map_or_else(|_| Vec::new(), |()| writer.into_inner());
        let mut text = String::from_utf8(bytes).unwrap_or_default();
        text.push('\n');
        text
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> std::io::Result<()> {
        let attributes = self.attributes.iter();
        let start = BytesStart::new(self.name)
            .with_attributes(attributes.map(|(name, value)| (*name, value.as_str())));
        if self.text.is_none() && self.children.is_empty() {
            return writer.write_event(Event::Empty(start));
        }
        writer.write_event(Event::Start(start))?;
        if let Some(text) = &self.text {
            writer.write_event(Event::Text(BytesText::new(text)))?;
        }
        for child in &self.children {
            child.write(writer)?;
        }
        writer.write_event(Event::End(BytesEnd::new(self.name)))
    }
}

/// A text without the characters that XML 1.0 does not have (section 2.2).
fn allowed(text: &str) -> String {
    let is_char = |c: &char| match c {
        '\n' | '\t' => true,
        c => !matches!(c, '\0'..'\u{20}' | '\u{fffe}' | '\u{ffff}'),
    };
    text.chars().filter(is_char).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_texts_and_attributes() {
        let child = Element::text("b", "<script>\u{0}\u{1b}\u{ffff} & \"x\"").with("c", "\"<&>\"");
        let document = Element::new("a").holding([child]).into_document();
        assert_eq!(
            document,
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a>\n  \
             <b c=\"&quot;&lt;&amp;&gt;&quot;\">&lt;script&gt; &amp; &quot;x&quot;</b>\n</a>\n"
        );
    }
}
