//! Writes the merged event. Whatever stays is written as the editor wrote it, blank by blank.

use super::node::{Kind, Node};

/// A value of the merged event.
#[derive(Debug)]
pub(crate) enum Merged<'a> {
    /// A value of the edited file, as it is.
    Kept(&'a Node<'a>),
    /// A value of the source, as this program writes JSON: two spaces for each level.
    Taken(&'a Node<'a>),
    /// A new text in several languages: names with their values as JSON.
    Languages(Vec<(String, String)>),
    /// A text that the merge itself writes.
    Text(&'static str),
    /// An object or a list of the edited file, with other members.
    Changed(&'a Node<'a>, Vec<Member<'a>>),
}

/// A field or an element.
#[derive(Debug)]
pub(crate) struct Member<'a> {
    /// The name of a field.
    pub(crate) name: Option<&'a str>,
    /// Its number in the edited file.
    pub(crate) at: Option<usize>,
    pub(crate) value: Merged<'a>,
}

/// Writes the whole document.
pub(crate) fn write(document: &str, root: &Node<'_>, merged: &Merged<'_>) -> String {
    let mut writer = Writer {
        document,
        unit: unit(document),
        text: String::with_capacity(document.len()),
    };
    writer.text.push_str(&document[..root.start]);
    writer.value(merged, "", true);
    writer.text.push_str(&document[root.end..]);
    writer.text
}

struct Writer<'d> {
    document: &'d str,
    /// What one level is indented by.
    unit: &'d str,
    text: String,
}

impl Writer<'_> {
    /// `indent` is that of the line on which the value begins.
    fn value(&mut self, merged: &Merged<'_>, indent: &str, may_break: bool) {
        match merged {
            Merged::Kept(node) => self.text.push_str(node.text),
            Merged::Text(text) => self.text.extend(["\"", text, "\""]),
            Merged::Taken(node) => self.taken(node, indent, may_break),
            Merged::Languages(variants) => {
                let variants = variants.iter();
                let variants = variants.map(|(name, text)| format!("{}: {text}", quoted(name)));
                let variants: Vec<_> = variants.collect();
                self.text.extend(["{", &variants.join(", "), "}"]);
            }
            Merged::Changed(node, members) => self.changed(node, members, indent),
        }
    }

    /// A small value stays on one line.
    fn taken(&mut self, node: &Node<'_>, indent: &str, may_break: bool) {
        if !may_break || node.text.len() < 100 && is_flat(node) {
            return inline(node, &mut self.text);
        }
        let depth = node.text.lines().last().unwrap_or_default();
        let depth = depth.len() - depth.trim_start().len();
        let mut lines = node.text.lines();
        self.text.push_str(lines.next().unwrap_or_default());
        for line in lines {
            let own = line.trim_start();
            let level = (line.len() - own.len()).saturating_sub(depth) / 2;
            self.text
                .extend(["\n", indent, &self.unit.repeat(level), own]);
        }
    }

    fn changed(&mut self, node: &Node<'_>, members: &[Member<'_>], indent: &str) {
        let (open, close) = if node.is_list() {
            ("[", "]")
        } else {
            ("{", "}")
        };
        let spans = spans(node);
        let between = |from: usize, to: usize| self.document.get(from..to).unwrap_or_default();
        // The blanks before the first member, between two, and after the last one.
        let first = spans
            .first()
            .map(|(start, _)| between(node.start + 1, *start));
        let last = spans.last().map(|(_, end)| between(*end, node.end - 1));
        let breaks = match first {
            Some(blanks) => blanks.contains('\n'),
            None => members.iter().any(|member| !is_small(&member.value)),
        };
        let inner = match first.filter(|_| breaks) {
            Some(blanks) => blanks.rsplit('\n').next().unwrap_or_default().to_owned(),
            None => format!("{indent}{}", self.unit),
        };
        let usual = if breaks {
            format!("\n{inner}")
        } else {
            String::new()
        };
        let head = first.map_or_else(|| usual.clone(), str::to_owned);
        let tail = match last {
            Some(blanks) => blanks.to_owned(),
            None if breaks => format!("\n{indent}"),
            None => String::new(),
        };
        let before = |at: usize| Some(between(spans.get(at.checked_sub(1)?)?.1, spans.get(at)?.0));
        let separators: Vec<_> = members
            .iter()
            .map(|member| match member.at.and_then(before) {
                Some(own) => own.to_owned(),
                None if breaks => format!(",{usual}"),
                None => ", ".to_owned(),
            })
            .collect();
        self.text.push_str(open);
        if members.is_empty() {
            self.text.push_str(close);
            return;
        }
        for (at, (member, separator)) in members.iter().zip(separators).enumerate() {
            self.text.push_str(if at == 0 { &head } else { &separator });
            if let Some(name) = member.name {
                let own = member.at.and_then(|at| node.fields().get(at));
                match own {
                    // As it is written, with its colon.
                    Some(field) => self.text.push_str(
                        self.document
                            .get(field.start..field.value.start)
                            .unwrap_or_default(),
                    ),
                    None => self.text.extend([&*quoted(name), ": "]),
                }
            }
            let indent = if breaks { &inner } else { indent };
            self.value(&member.value, indent, breaks);
        }
        self.text.push_str(&tail);
        self.text.push_str(close);
    }
}

/// Where each member begins and ends.
fn spans(node: &Node<'_>) -> Vec<(usize, usize)> {
    let fields = node.fields().iter().map(|it| (it.start, it.value.end));
    let elements = node.elements().iter().map(|it| (it.start, it.end));
    fields.chain(elements).collect()
}

/// The blanks by which the document indents its first line that it indents.
fn unit(document: &str) -> &str {
    let lines = document.lines().skip(1);
    let mut indents = lines.map(|line| &line[..line.len() - line.trim_start().len()]);
    indents.find(|indent| !indent.is_empty()).unwrap_or("  ")
}

/// Whether no list or object in it has a list or object with content.
fn is_flat(node: &Node<'_>) -> bool {
    let is_leaf = |node: &Node<'_>| node.fields().is_empty() && node.elements().is_empty();
    let mut members = node.fields().iter().map(|field| &field.value);
    members.all(is_leaf) && node.elements().iter().all(is_leaf)
}

fn is_small(value: &Merged<'_>) -> bool {
    match value {
        Merged::Kept(node) => node.is_inline(),
        Merged::Taken(node) => node.fields().is_empty() && node.elements().is_empty(),
        Merged::Languages(_) | Merged::Text(_) => true,
        Merged::Changed(..) => false,
    }
}

fn inline(node: &Node<'_>, text: &mut String) {
    match &node.kind {
        Kind::List(elements) => {
            text.push('[');
            for (at, element) in elements.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                inline(element, text);
            }
            text.push(']');
        }
        Kind::Object(fields) => {
            text.push('{');
            for (at, field) in fields.iter().enumerate() {
                text.push_str(if at == 0 { "" } else { ", " });
                text.extend([&*quoted(&field.name), ": "]);
                inline(&field.value, text);
            }
            text.push('}');
        }
        _ => text.push_str(node.text),
    }
}

fn quoted(name: &str) -> String {
    serde_json::Value::from(name).to_string()
}
