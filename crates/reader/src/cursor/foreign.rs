//! What only files of other programs need: fields with several possible names, and single elements
//! in place of lists.

use super::{Fields, Node, Step};

impl Fields<'_> {
    /// Asks for a field that has different names in other programs. The first one with a value
    /// counts.
    pub fn any(&self, names: &[&'static str]) -> Option<Node<'_>> {
        let mut found = None;
        for name in names {
            let node = self.get(name);
            found = found.or(node);
        }
        found
    }

    /// Visits all elements with a name that are not blank.
    pub fn each(&self, name: &'static str, visit: &mut dyn FnMut(Node<'_>)) {
        self.asked.borrow_mut().push(name);
        let named = self.all.iter().filter(|(n, _)| n == name);
        for (at, (_, json)) in named.enumerate() {
            if !json.is_blank() {
                visit(self.node.step(json, Step::Nth(name, at)));
            }
        }
    }

    /// Visits a list: a JSON list, or the elements named `singular`.
    pub fn members(
        &self,
        name: &'static str,
        singular: &'static str,
        visit: &mut dyn FnMut(Node<'_>),
    ) {
        let Some(node) = self.get(name) else { return };
        if node.has_elements() {
            node.object(|fields| {
                fields.each(singular, visit);
                Some(())
            });
        } else {
            node.list(|item| {
                visit(item);
                None::<()>
            });
        }
    }
}
