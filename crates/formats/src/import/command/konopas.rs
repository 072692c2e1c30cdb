//! `KonOpas` and `ConClár`: `program.js` and `people.js`, with or without `var program = …;`.
//!
//! Source: `docs/conclar_file_specs.md` of <https://github.com/lostcarpark/conclar> and `README.md` of
//! <https://github.com/eemeli/konopas>, read on 2026-11-30.

mod people;
mod script;

pub(super) use self::script::{is_script, of_script};

use std::rc::Rc;

use nachlese_event::{Event, Participation, problem::Problem};
use nachlese_reader::{
    ParseError,
    context::{Context, Dialect},
    cursor::{Fields, Node},
    json::Json,
};

use self::people::{participant, person};
use super::{
    cast::take_part,
    rows::{Items, optional, text},
};
use crate::import::{
    ZoneRules,
    value::{short, word},
};

/// Whether JSON is such a programme.
pub(super) fn is_konopas(json: &Json) -> bool {
    let list = match json {
        Json::List(list) => Some(list),
        other => match other.get("program") {
            Some(Json::List(list)) => Some(list),
            _ => None,
        },
    };
    let has = |item: &Json, name| item.get(name).is_some();
    let is_item = |item: &Json| {
        let is_placed = has(item, "date") || has(item, "datetime") || has(item, "time");
        has(item, "title") && (has(item, "mins") || has(item, "loc")) && is_placed
    };
    // Some items have no time yet.
    list.is_some_and(|list| list.iter().take(20).any(is_item))
}

/// Reads the programme.
pub(super) fn read(
    json: &Json,
    zones: &Rc<dyn ZoneRules>,
) -> Result<(Event, Vec<Problem>), ParseError> {
    let context = Context::of(Dialect::Foreign);
    let mut items = Items::new(zones);
    items.is_cast_only = false;
    let root = Node::root(json, &context);
    let mut people = 0;
    if matches!(json, Json::List(_)) {
        root.list(|node| item(node, &mut items));
    } else {
        root.object(|fields| {
            fields.get("schemaVersion");
            fields.members("people", "", &mut |node| {
                people += 1;
                if let Some(who) = person(node) {
                    who.known(&mut items.programme);
                }
            });
            fields.members("program", "", &mut |node| {
                item(node, &mut items);
            });
            Some(())
        });
    }
    if items.rows.is_empty() && people > 0 {
        return Err(ParseError::no_talks(
            "KonOpas people.js",
            "`program.js`",
            people,
        ));
    }
    items.problems = context.into_problems();
    let names = [
        ("duration", "mins"),
        ("room", "loc"),
        ("description", "desc"),
        ("start", "time"),
        ("type", "format"),
        ("track", "tags"),
    ];
    items.into_event_of(&names, ("KonOpas", "`program[].title`"))
}

fn item(node: Node<'_>, items: &mut Items) -> Option<()> {
    node.object(|fields| {
        let [mut track, mut kind] = [None, fields.get("format").and_then(short)];
        let mut tags = Vec::new();
        fields.members("tags", "", &mut |node| {
            let Some((category, label)) = tag(node) else {
                return;
            };
            match category.as_deref() {
                Some("track") if track.is_none() => track = Some(label),
                Some("type" | "format") if kind.is_none() => kind = Some(label),
                _ => tags.push(text(label)),
            }
        });
        let mut cast: Vec<Participation> = Vec::new();
        fields.members("people", "", &mut |node| {
            if let Some((who, part)) = participant(node, items) {
                take_part(who, part, &mut cast, &mut items.programme);
            }
        });
        let mut room = None;
        match fields.get("loc").map(|node| (node, node.json)) {
            Some((node, Json::List(_))) => {
                node.list(|node| {
                    // The first is the room, others the area that it is in.
                    match room {
                        None => room = short(node),
                        Some(_) => node.skip(),
                    }
                    None::<()>
                });
            }
            Some((node, _)) => room = short(node),
            None => {}
        }
        let mut links = Vec::new();
        if let Some(node) = fields
            .get("links")
            .filter(|node| matches!(node.json, Json::Object(_)))
        {
            node.object(|fields| {
                for name in ["recording", "signup", "meeting"] {
                    links.extend(fields.get(name).and_then(word).map(text));
                }
                Some(())
            });
        }
        let told = [
            ("id", optional(fields.get("id").and_then(word))),
            ("title", optional(fields.get("title").and_then(word))),
            ("description", optional(fields.get("desc").and_then(word))),
            (
                "date",
                optional(fields.any(&["datetime", "date"]).and_then(word)),
            ),
            ("start", optional(fields.get("time").and_then(word))),
            ("duration", optional(minutes(fields))),
            ("room", optional(room)),
            ("track", optional(track)),
            ("type", optional(kind)),
            ("tags", Json::List(tags)),
            ("links", Json::List(links)),
        ];
        items.add(&node, told, cast);
        Some(())
    })
}

/// `0` is an unknown length.
fn minutes(fields: &Fields<'_>) -> Option<String> {
    let told = fields.get("mins").and_then(word)?;
    (!told.trim_start_matches('0').is_empty()).then_some(told)
}

/// A tag without its category: `Track: Art`, or an object.
fn tag(node: Node<'_>) -> Option<(Option<String>, String)> {
    if matches!(node.json, Json::Object(_)) {
        return node.object(|fields| {
            let value = fields.get("value").and_then(short);
            let category = fields.get("category").and_then(short);
            let label = fields.get("label").and_then(short).or(value)?;
            Some((category.map(|it| it.to_lowercase()), label))
        });
    }
    let text = short(node)?;
    Some(match text.split_once(':') {
        Some((category, label)) if !label.trim().is_empty() && !category.contains(' ') => {
            (Some(category.to_lowercase()), label.trim().to_owned())
        }
        _ => (None, text),
    })
}
