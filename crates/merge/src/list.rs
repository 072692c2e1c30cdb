//! Merges lists element by element, each found by what it is and not by its position.

use crate::{
    change::What,
    key::{index, keys, own_keys},
    layout::{Member, Merged},
    node::{Node, is_same},
    order,
    spot::Spot,
    three_way::{Merge, Versions, changed},
};

impl<'a> Merge<'a> {
    /// Merges lists. Nothing if elements of the source cannot be told apart.
    pub(crate) fn list(
        &mut self,
        all: Versions<'a>,
        own: &'a Node<'a>,
        spot: &Spot,
    ) -> Option<Merged<'a>> {
        let keys_of = [keys(all.last)?, keys(all.source)?, own_keys(own)];
        let [last, source, edited] = keys_of.each_ref().map(|keys| index(keys));
        let [by_last, by_source, by_edited] = keys_of
            .each_ref()
            .map(|keys| keys.iter().map(|key| &**key).collect::<Vec<_>>());
        let at = |node: Option<&'a Node<'a>>, at: Option<&usize>| {
            node.and_then(|list| list.elements().get(*at?))
        };
        let versions = |key: &str| Versions {
            last: at(all.last, last.get(key)),
            source: at(all.source, source.get(key)),
            edited: at(all.edited, edited.get(key)),
        };
        let mut members: Vec<Member<'a>> = Vec::new();
        for key in order::merged(&by_last, &by_source, &by_edited) {
            let of = versions(key);
            let Some(node) = of.edited.or(of.source) else {
                continue;
            };
            let here = spot.element(members.len(), node);
            if let Some(value) = self.element(of, spot, &here) {
                let at = edited.get(key).copied();
                members.push(Member {
                    name: None,
                    at,
                    value,
                });
            }
        }
        for key in &by_source {
            let of = versions(key);
            if let (Some(last), Some(source), None) = (of.last, of.source, of.edited)
                && !last.is_same(source)
            {
                let what = What::Conflict {
                    source: Some(source.value()),
                    edited: None,
                };
                self.tell(&spot.absent(source), what);
            }
        }
        Some(changed(own, members))
    }

    fn element(&mut self, of: Versions<'a>, whole: &Spot, here: &Spot) -> Option<Merged<'a>> {
        match (of.source, of.edited) {
            (Some(source), None) => self.new_element(source, whole, here),
            (None, Some(own)) => match of.last {
                Some(last) => self.gone(last, own, whole, here),
                None => Some(Merged::Kept(own)),
            },
            _ => self.value(of, here),
        }
    }

    /// What the source has and the file has not.
    fn new_element(
        &mut self,
        source: &'a Node<'a>,
        whole: &Spot,
        here: &Spot,
    ) -> Option<Merged<'a>> {
        let is_new = self.knows_last
            || match whole.list() {
                Some("talks") => true,
                Some("people") => self.is_needed(source),
                _ => false,
            };
        if is_new {
            self.tell(here, What::Added(source.value()));
            return Some(Merged::Taken(source));
        }
        let source = source.value();
        self.tell(
            whole,
            What::Differs {
                source,
                edited: None,
            },
        );
        None
    }

    /// What the source has no more.
    fn gone(
        &mut self,
        last: &'a Node<'a>,
        own: &'a Node<'a>,
        whole: &Spot,
        here: &Spot,
    ) -> Option<Merged<'a>> {
        let is_edited = !last.is_same(own);
        if whole.list() == Some("talks") {
            return Some(self.gone_talk(last, own, here));
        }
        if whole.list() == Some("people") && self.is_needed(own) {
            return Some(Merged::Kept(own));
        }
        if is_edited {
            let edited = Some(own.value());
            self.tell(
                here,
                What::Conflict {
                    source: None,
                    edited,
                },
            );
            return Some(Merged::Kept(own));
        }
        self.tell(&whole.absent(own), What::Removed(own.value()));
        None
    }

    /// A talk stays: it may have a recording already, and whoever has its address should find it.
    fn gone_talk(&mut self, last: &'a Node<'a>, own: &'a Node<'a>, here: &Spot) -> Merged<'a> {
        let [before, status] = [last, own].map(|talk| talk.get("status"));
        if status.and_then(Node::as_text) == Some("cancelled") {
            return Merged::Kept(own);
        }
        if !self.cancels || !is_same(before, status) {
            self.tell(here, What::Gone);
            return Merged::Kept(own);
        }
        self.tell(here, What::Cancelled);
        let fields = own.fields().iter().enumerate();
        let mut members: Vec<_> = fields
            .map(|(at, field)| Member {
                name: Some(&*field.name),
                at: Some(at),
                value: match &*field.name {
                    "status" => Merged::Text("cancelled"),
                    _ => Merged::Kept(&field.value),
                },
            })
            .collect();
        if status.is_none() {
            members.push(Member {
                name: Some("status"),
                at: None,
                value: Merged::Text("cancelled"),
            });
        }
        Merged::Changed(own, members)
    }

    /// Whether anything of the merged event names a person.
    fn is_needed(&self, person: &Node<'_>) -> bool {
        let id = person.get("id").and_then(Node::as_text);
        id.is_some_and(|id| self.named.contains(id))
    }
}
