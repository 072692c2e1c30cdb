//! Reads the people of schedules and lists.

use nachlese_event::{Part, Participation, Person, PersonId, problem::Finding};
use nachlese_reader::{
    cursor::{Fields, Node},
    json::Json,
};

use super::{
    link::{LinkKind, Media, address, page_link},
    people::MOST_PEOPLE,
    programme::Programme,
    value::{is_true, line, short, word},
};

/// Reads the list of all people.
pub(super) fn list(fields: &Fields<'_>, name: &'static str, programme: &mut Programme) {
    let before = programme.people.all.len();
    fields.members(name, "person", &mut |node| {
        node.object(|fields| person(&node, fields, programme));
    });
    programme.people.has_list |= programme.people.all.len() > before;
}

/// Reads who takes part in a talk, each person once.
pub(super) fn participants(fields: &Fields<'_>, programme: &mut Programme) -> Vec<Participation> {
    let mut found: Vec<Participation> = Vec::new();
    let mut add = |node: Node<'_>| {
        if found.len() >= MOST_PEOPLE {
            node.skip();
        } else if let Some(participation) = participant(node, programme)
            && !found.iter().any(|it| it.person == participation.person)
        {
            found.push(participation);
        }
    };
    for (list, one) in [
        ("persons", "person"),
        ("participants", "person"),
        ("speakers", "speaker"),
    ] {
        if !is_text(fields, list) {
            fields.members(list, one, &mut add);
        }
    }
    for name in ["persons", "speakers", "speaker"] {
        if is_text(fields, name) {
            fields.each(name, &mut |node| in_words(node, programme, &mut found));
        }
    }
    found
}

fn is_text(fields: &Fields<'_>, name: &str) -> bool {
    matches!(fields.node.json.get(name), Some(Json::String(_)))
}

/// Reads several names in one text.
fn in_words(node: Node<'_>, programme: &mut Programme, found: &mut Vec<Participation>) {
    let Some(text) = short(node) else { return };
    for name in text.split([',', ';']).map(str::trim) {
        let is_name = !name.is_empty() && found.len() < MOST_PEOPLE;
        let person = is_name.then(|| programme.people.named(name.to_owned(), None));
        if let Some(person) = person.flatten()
            && !found.iter().any(|it| it.person == person)
        {
            let part = Part::default();
            found.push(Participation { person, part });
        }
    }
}

fn participant(node: Node<'_>, programme: &mut Programme) -> Option<Participation> {
    let part = Part::default();
    if !matches!(node.json, Json::Object(_)) {
        let text = short(node)?;
        let people = &mut programme.people;
        let known = people.find(&text).map(|person| person.id.clone());
        if known.is_none() && people.has_list && !node.has_elements() {
            let (id, suggestion) = (text, None);
            node.report(Finding::UnknownPerson { id, suggestion });
            return None;
        }
        let person = match known {
            Some(person) => person,
            None => people.named(text, None)?,
        };
        return Some(Participation { person, part });
    }
    node.object(|fields| {
        let person = person(&node, fields, programme)?;
        let role = fields.get("role");
        let word = role.and_then(word).unwrap_or_default().to_lowercase();
        let part = match word.as_str() {
            "moderator" | "moderatorin" | "moderation" | "host" | "chair" => Part::Moderator,
            "panelist" | "panellist" => Part::Panelist,
            "" | "speaker" => part,
            _ => {
                role.inspect(Node::skip);
                part
            }
        };
        Some(Participation { person, part })
    })
}

/// Finds the person of an object, or adds the person.
fn person(node: &Node<'_>, fields: &Fields<'_>, programme: &mut Programme) -> Option<PersonId> {
    let key = fields.any(&["guid", "code", "id"]).and_then(word);
    let name = fields.any(&[
        "name",
        "public_name",
        "full_public_name",
        "fullName",
        "display_name",
        "",
    ]);
    let parts = [fields.get("firstName"), fields.get("lastName")];
    let name = name.and_then(short).or_else(|| {
        let parts: Vec<_> = parts.into_iter().flatten().filter_map(short).collect();
        Some(parts.join(" ")).filter(|name| !name.is_empty())
    });
    fields.any(&["slug", "sessions"]);
    // The first page and the first office count.
    let page = fields
        .get("url")
        .and_then(|url| address(url, programme.base.as_ref()));
    let office = fields.any(&["tagLine", "position"]).and_then(line);
    let organization = fields
        .any(&["organization", "affiliation", "company"])
        .and_then(line);
    let mut media = Media::default();
    fields.members("links", "link", &mut |link| {
        media.read(link, LinkKind::Profile, programme.base.as_ref());
    });
    if let Some(is_top) = fields.get("isTopSpeaker")
        && is_true(is_top)
    {
        is_top.skip();
    }

    let people = &mut programme.people;
    let Some(key) = key else {
        if name.is_none() {
            node.report(Finding::MissingField { field: "name" });
        }
        return people.named(name?, None);
    };
    // People in the list of people are found by id, however a talk spells the name.
    let is_same =
        |person: &Person| people.has_list || name.as_ref().is_none_or(|name| *name == person.name);
    let mut unique = key.clone();
    if let Some(known) = people.find(&key) {
        if is_same(known) {
            return Some(known.id.clone());
        }
        unique = format!("{key}\n{}", name.as_deref().unwrap_or_default());
        if let Some(known) = people.find(&unique) {
            return Some(known.id.clone());
        }
    }
    let Some(name) = name else {
        node.report(Finding::MissingField { field: "name" });
        return None;
    };
    let is_repeated = unique != key;
    let person = people.add(unique, &key, name)?;
    let links = media.links.into_iter().chain(media.slides);
    person.links = page.map(page_link).into_iter().chain(links).collect();
    person.role_at_event = office;
    person.organization = organization;
    let id = person.id.clone();
    if is_repeated {
        let renamed = Some(id.as_str().to_owned());
        fields.report_at("id", Finding::DuplicateId { id: key, renamed });
    }
    Some(id)
}
