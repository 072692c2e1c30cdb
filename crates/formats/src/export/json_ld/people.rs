//! People, organisations and places.

use nachlese_event::{Href, Person, Venue};
use serde_json::Value;

use super::{
    super::{Edition, guid},
    node::Node,
    recording::image,
};

/// A person, with the role at the time of the event.
pub(super) fn person(edition: &Edition<'_>, person: &Person) -> Node {
    let organization = edition.some_text(person.organization.as_ref());
    let organization = organization.map(|name| Node::new("Organization").with("name", name));
    let links = person
        .links
        .iter()
        .filter_map(|link| web(edition, &link.url));
    Node::new("Person")
        .named(guid::person(&edition.event.id, &person.id))
        .with("name", person.name.as_str())
        .with_some("honorificPrefix", person.honorific.clone())
        .with_some("jobTitle", edition.some_text(person.role_at_event.as_ref()))
        .with_some("affiliation", organization)
        .with("sameAs", links.collect::<Vec<_>>())
        .with_some(
            "image",
            person.image.as_ref().and_then(|it| image(edition, it)),
        )
}

/// The host of the event.
pub(super) fn organizer(edition: &Edition<'_>) -> Option<Value> {
    let host = edition.event.host.as_ref()?;
    let node = Node::new("Organization")
        .named(guid::host(&edition.event.id))
        .with("name", edition.line(&host.name));
    let url = host.url.as_ref().and_then(|url| web(edition, url));
    Some(node.with_some("url", url).into())
}

/// The venue of the event.
pub(super) fn venue(edition: &Edition<'_>) -> Option<Value> {
    let venue = edition.event.venue.as_ref()?;
    let node = Node::new("Place")
        .named(guid::venue(&edition.event.id))
        .with("name", edition.line(&venue.name));
    let url = venue.url.as_ref().and_then(|url| web(edition, url));
    Some(
        node.with("address", address(edition, venue))
            .with_some("url", url)
            .into(),
    )
}

/// The address of a venue in words. Search engines ask for one, so where the event tells only a
/// name, such as „IT-Rathaus, München“, the name says where it was.
pub(super) fn address(edition: &Edition<'_>, venue: &Venue) -> String {
    edition.line(venue.address.as_ref().unwrap_or(&venue.name))
}

/// A web address, if it is known.
pub(super) fn web(edition: &Edition<'_>, href: &Href) -> Option<String> {
    edition
        .site
        .asset(href)
        .filter(|address| !address.starts_with("mailto:"))
}
