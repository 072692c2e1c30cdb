//! What events, sessions and contributions of Indico have alike: times, people, attachments.

use nachlese_event::{Part, Participation};
use nachlese_reader::{
    cursor::{Fields, Node},
    json::Json,
};

use crate::import::{
    command::{
        cast::{Who, take_part},
        rows::{Items, object, optional, text},
    },
    value::{short, word},
};

/// When an item is: `{"date": "2026-06-24", "time": "09:00:00", "tz": "Europe/Berlin"}`.
pub(super) fn times(fields: &Fields<'_>) -> [(&'static str, Json); 3] {
    let moment = |name| optional(fields.get(name).and_then(moment));
    let duration = match fields.get("duration").map(|node| node.json) {
        Some(Json::Number(minutes)) if *minutes > 0.0 => Json::Number(*minutes),
        _ => Json::Null,
    };
    [
        ("start", moment("startDate")),
        ("end", moment("endDate")),
        ("duration", duration),
    ]
}

/// A moment in a zone.
pub(super) fn moment(node: Node<'_>) -> Option<String> {
    node.object(|fields| {
        let [date, time, zone] = ["date", "time", "tz"].map(|name| fields.get(name).and_then(word));
        let time = time.map(|time| format!("T{time}"));
        let zone = zone
            .filter(|_| time.is_some())
            .map(|zone| format!("[{zone}]"));
        Some(date? + &time.unwrap_or_default() + &zone.unwrap_or_default())
    })
}

/// Adds the people of a list.
pub(super) fn people(
    fields: &Fields<'_>,
    name: &'static str,
    part: Part,
    cast: &mut Vec<Participation>,
    items: &mut Items,
) {
    fields.members(name, "", &mut |node| {
        let who = node.object(|fields| {
            // Who it is in the server, and a trace of the mail address.
            let aside = [
                "_type",
                "_fossil",
                "id",
                "db_id",
                "emailHash",
                "email",
                "title",
            ];
            for name in aside {
                fields.get(name);
            }
            let parts = [fields.get("first_name"), fields.get("last_name")];
            let parts: Vec<_> = parts.into_iter().flatten().filter_map(short).collect();
            let whole = fields.any(&["fullName", "name"]).and_then(short);
            let name = Some(parts.join(" ")).filter(|name| !name.is_empty());
            Some(Who {
                id: fields.get("person_id").and_then(word),
                name: name.or(whole),
                organisation: fields.get("affiliation").and_then(short),
                ..Who::default()
            })
        });
        if let Some(who) = who {
            take_part(who, part, cast, &mut items.programme);
        }
    });
}

/// Files and links, which are in folders.
pub(super) fn attachments(fields: &Fields<'_>) -> Vec<Json> {
    let mut found = Vec::new();
    fields.members("folders", "", &mut |node| {
        node.object(|folder| {
            for name in [
                "_type",
                "id",
                "title",
                "description",
                "default_folder",
                "is_protected",
            ] {
                folder.get(name);
            }
            folder.members("attachments", "", &mut |node| {
                node.object(|file| {
                    for name in [
                        "_type",
                        "id",
                        "type",
                        "description",
                        "content_type",
                        "size",
                        "checksum",
                        "filename",
                        "modified_dt",
                        "is_protected",
                    ] {
                        file.get(name);
                    }
                    let url = file.any(&["download_url", "link_url"]).and_then(word)?;
                    let title = file.get("title").and_then(short);
                    found.push(object([("url", text(url)), ("title", optional(title))]));
                    Some(())
                });
            });
            Some(())
        });
    });
    found
}
