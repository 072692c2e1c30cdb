//! Indico's JSON: `/export/event/ID.json?detail=contributions`, or with `sessions`.
//!
//! Source: `docs/source/http-api/exporters/event.rst` and `indico/web/http_api/hooks/event.py` of
//! <https://github.com/indico/indico>, read on 2026-11-30.

mod parts;

use std::rc::Rc;

use nachlese_event::{Event, LocalizedText, Part, problem::Problem};
use nachlese_reader::{
    ParseError,
    context::{Context, Dialect},
    cursor::{Fields, Node},
    json::Json,
};

use self::parts::{attachments, moment, people, times};
use super::rows::{Items, optional, text};
use crate::import::{
    ZoneRules,
    link::address,
    markdown,
    moment::Moment,
    value::{line, short, texts, word},
};

/// Whether JSON is an answer of Indico about an event.
pub(super) fn is_indico(json: &Json) -> bool {
    let Some(Json::List(results)) = json.get("results") else {
        return false;
    };
    let kind = results.first().and_then(|first| first.get("_type"));
    matches!(kind, Some(Json::String(kind)) if kind == "Conference")
}

/// Reads the answer. If it is about several events, only the first is read.
pub(super) fn read(
    json: &Json,
    zones: &Rc<dyn ZoneRules>,
) -> Result<(Event, Vec<Problem>), ParseError> {
    let context = Context::of(Dialect::Foreign);
    let mut items = Items::new(zones);
    Node::root(json, &context).object(|fields| {
        // What the server says about its answer.
        for name in ["count", "_type", "complete", "url", "ts", "additionalInfo"] {
            fields.get(name);
        }
        let mut is_first = true;
        fields.get("results")?.list(|node| {
            if std::mem::take(&mut is_first) {
                conference(node, &mut items);
            } else {
                node.skip();
            }
            None::<()>
        });
        Some(())
    });
    items.problems = context.into_problems();
    let names = [
        ("start", "startDate"),
        ("end", "endDate"),
        ("room", "roomFullname"),
        ("attachments", "folders"),
        ("tags", "keywords"),
    ];
    items.into_event_of(&names, ("Indico", "`results[].contributions[].title`"))
}

fn conference(node: Node<'_>, items: &mut Items) {
    node.object(|fields| {
        about_the_server(fields);
        for name in [
            "category",
            "categoryId",
            "id",
            "visibility",
            "supportInfo",
            "creator",
            "creationDate",
            "modificationDate",
            "hasAnyProtection",
            "type",
        ] {
            fields.get(name);
        }
        let programme = &mut items.programme;
        programme.title = fields.get("title").and_then(line);
        programme.zone = fields.get("timezone").and_then(word);
        programme.venue = fields.get("location").and_then(line);
        programme.city = fields.get("address").and_then(line);
        programme.page = fields.get("url").and_then(|url| address(url, None));
        let told = fields
            .get("description")
            .map(|node| texts(node, markdown::plain));
        programme.summary = told.and_then(LocalizedText::of_variants);
        for name in ["startDate", "endDate"] {
            let bound = fields.get(name).and_then(moment);
            programme
                .bounds
                .extend(bound.and_then(|text| Moment::read(&text, &mut programme.zones)));
        }
        let is_lecture = fields
            .get("type")
            .and_then(word)
            .is_some_and(|kind| kind.contains("lecture"));
        let room = fields.any(&["roomFullname", "room"]).and_then(short);
        let mut is_empty = true;
        for list in ["contributions", "sessions"] {
            let mut read = |node: Node<'_>| {
                is_empty = false;
                match list {
                    "sessions" => session(node, items),
                    _ => contribution(node, None, items),
                }
            };
            fields.members(list, "", &mut read);
        }
        // A lecture is one item, and its chairs are those who speak.
        if is_empty && is_lecture {
            let mut cast = Vec::new();
            people(fields, "chairs", Part::Speaker, &mut cast, items);
            let times = times(fields);
            let title = optional(fields.get("title").and_then(short));
            let fields = [
                ("title", title),
                ("room", optional(room)),
                ("type", text("lecture")),
            ];
            items.add(&node, fields.into_iter().chain(times), cast);
        }
        Some(())
    });
}

/// What is about access and identity in the server.
fn about_the_server(fields: &Fields<'_>) {
    for name in [
        "_type",
        "_fossil",
        "db_id",
        "friendly_id",
        "allowed",
        "material",
        "inheritLoc",
        "inheritRoom",
        "color",
        "textColor",
        "isPoster",
        "numSlots",
        "code",
        "conference",
    ] {
        fields.get(name);
    }
}

/// A block of a session: its contributions, or the block itself if it has none.
fn session(node: Node<'_>, items: &mut Items) {
    node.object(|fields| {
        about_the_server(fields);
        let names = ["id", "session", "slotTitle", "location", "address"];
        for name in names {
            fields.get(name);
        }
        let title = fields.get("title").and_then(short);
        let times = times(fields);
        let room = fields.any(&["roomFullname", "room"]).and_then(short);
        let description = fields.get("description").and_then(word);
        let page = fields.get("url").and_then(word);
        let mut is_empty = true;
        fields.members("contributions", "", &mut |node| {
            is_empty = false;
            contribution(node, title.as_deref(), items);
        });
        if is_empty {
            let mut cast = Vec::new();
            for name in ["conveners", "sessionConveners"] {
                people(fields, name, Part::Moderator, &mut cast, items);
            }
            let told = [
                ("title", optional(title)),
                ("room", optional(room)),
                ("description", optional(description)),
                ("url", optional(page)),
            ];
            items.add(&node, told.into_iter().chain(times), cast);
        }
        Some(())
    });
}

fn contribution(node: Node<'_>, session: Option<&str>, items: &mut Items) {
    node.object(|fields| {
        about_the_server(fields);
        fields.get("location");
        let mut cast = Vec::new();
        people(fields, "speakers", Part::Speaker, &mut cast, items);
        // A contribution within a session has the title of the session.
        let session = fields
            .get("session")
            .and_then(short)
            .or(session.map(str::to_owned));
        let track = fields.get("track").and_then(short);
        let mut tags = Vec::new();
        fields.members("keywords", "", &mut |node| {
            tags.extend(short(node).map(Json::String));
        });
        if let (Some(_), Some(session)) = (&track, &session) {
            tags.push(text(session.as_str()));
        }
        let get = |name| optional(fields.get(name).and_then(word));
        let told = [
            ("id", get("id")),
            ("title", get("title")),
            ("description", get("description")),
            ("type", get("type")),
            ("url", get("url")),
            (
                "room",
                optional(fields.any(&["roomFullname", "room"]).and_then(short)),
            ),
            ("track", optional(track.or(session))),
            ("tags", Json::List(tags)),
            ("attachments", Json::List(attachments(fields))),
        ];
        let times = times(fields);
        items.add(&node, told.into_iter().chain(times), cast);
        Some(())
    });
}
