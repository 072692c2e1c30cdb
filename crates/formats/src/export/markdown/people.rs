//! The people of an event, and links, in a document.

use nachlese_event::{Href, Link, Person};

use super::{
    Document,
    escape::{inline, link},
};

impl Document<'_> {
    /// Everybody who took part, as the event lists them.
    pub(super) fn people(&mut self) {
        let people = self.edition.event.people.iter();
        let lines: Vec<_> = people.map(|person| self.person(person)).collect();
        self.list(lines);
    }

    fn person(&self, person: &Person) -> String {
        let mut line = format!("**{}**", inline(&person.full_name(), self.edition.site));
        let texts = [&person.role_at_event, &person.organization];
        for text in texts.into_iter().flatten() {
            line.push_str(", ");
            line.push_str(&self.line(text));
        }
        let links: Vec<_> = person.links.iter().map(|it| self.link(it)).collect();
        if !links.is_empty() {
            line.push_str(" – ");
            line.push_str(&links.join(", "));
        }
        line
    }

    /// A list of links.
    pub(super) fn links(&mut self, links: &[Link]) {
        let described: Vec<_> = links.iter().map(|it| self.described(it)).collect();
        self.list(described);
    }

    fn described(&self, of: &Link) -> String {
        let description = of.description.as_ref().map(|text| self.line(text));
        let description = description.map(|text| format!(": {text}"));
        format!("{}{}", self.link(of), description.unwrap_or_default())
    }

    /// A link with its label.
    pub(super) fn link(&self, of: &Link) -> String {
        link(&self.edition.line(&of.label), &self.address(&of.url))
    }

    /// A whole address, if that is known.
    pub(super) fn address(&self, url: &Href) -> String {
        let address = self.edition.site.asset(url);
        address.unwrap_or_else(|| url.as_str().to_owned())
    }
}
