//! People of `KonOpas`: in the items, and in a list of their own.

use nachlese_event::{Part, problem::Finding};
use nachlese_reader::{cursor::Node, json::Json};

use crate::import::{
    command::{
        cast::{Who, own_page},
        rows::Items,
    },
    link::address,
    value::{short, word},
};

/// Somebody in an item: `{"id": "1", "name": "Ann Berg (moderator)", "role": "moderator"}`.
pub(super) fn participant(node: Node<'_>, items: &Items) -> Option<(Who, Part)> {
    node.object(|fields| {
        let name = fields.get("name").and_then(short);
        let role = fields.get("role").and_then(word).unwrap_or_default();
        let id = fields.get("id").and_then(word);
        let is_moderator = role.eq_ignore_ascii_case("moderator");
        let bare = name.as_deref().map(|name| {
            name.strip_suffix("(moderator)")
                .or(name.strip_suffix("(Moderator)"))
                .unwrap_or(name)
        });
        let part = if is_moderator || bare != name.as_deref() {
            Part::Moderator
        } else {
            Part::Speaker
        };
        let name = bare.map(|name| name.trim().to_owned());
        let is_known = id
            .as_ref()
            .is_some_and(|id| items.programme.people.find(&format!("\t{id}")).is_some());
        if name.is_none() && !is_known {
            let id = id.clone().unwrap_or_default();
            let suggestion = None;
            node.report(Finding::UnknownPerson { id, suggestion });
            return None;
        }
        let who = Who {
            id,
            name,
            ..Who::default()
        };
        Some((who, part))
    })
}

/// Somebody of `people.js`. The name is `["First", "Last", "Prefix", "Suffix"]` or whole.
pub(super) fn person(node: Node<'_>) -> Option<Who> {
    node.object(|fields| {
        // The items have the people, and pictures are on another host.
        fields.any(&["prog", "img_256_url"]);
        let mut parts = Vec::new();
        match fields.get("name").map(|node| (node, node.json)) {
            Some((_, Json::List(list))) => {
                let text = |at: usize| match list.get(at) {
                    Some(Json::String(text)) => {
                        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
                    }
                    _ => None,
                };
                parts.extend([2, 0, 1, 3].into_iter().filter_map(text));
            }
            Some((node, _)) => parts.extend(short(node)),
            None => {}
        }
        let mut page = None;
        if let Some(node) = fields
            .get("links")
            .filter(|node| matches!(node.json, Json::Object(_)))
        {
            node.object(|fields| {
                for name in ["img", "photo", "img_256_url"] {
                    fields.get(name);
                }
                page = fields.get("url").and_then(|url| address(url, None));
                Some(())
            });
        }
        let filed = fields.any(&["sortname", "sort_name"]).and_then(short);
        Some(Who {
            id: fields.get("id").and_then(word),
            name: Some(parts.join(" ")).filter(|name| !name.is_empty()),
            filed,
            links: page.map(own_page).into_iter().collect(),
            ..Who::default()
        })
    })
}
