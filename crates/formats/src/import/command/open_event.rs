//! Open Event (FOSSASIA's eventyay): the file `sessions` of an export, or one document with `event`,
//! `sessions` and `speakers`.
//!
//! Source: `app/api/helpers/export_helpers.py` of <https://github.com/fossasia/open-event-server>, and
//! `sample/` of <https://github.com/fossasia/open-event>, read on 2026-11-30. An export is a zip of
//! files without endings.

use std::rc::Rc;

use nachlese_event::{Event, LocalizedText, Part, Participation, Speech, problem::Problem};
use nachlese_reader::{
    ParseError,
    context::{Context, Dialect},
    cursor::{Fields, Node},
    json::Json,
};

use super::{
    cast::{Who, own_page, take_part},
    rows::{Items, object, optional, text},
};
use crate::{
    import::{
        ZoneRules,
        link::address,
        markdown,
        value::{line, short, texts, word},
    },
    text::FormatText,
};

/// Whether JSON is a list of sessions of Open Event, or a document with one.
pub(super) fn is_open_event(json: &Json) -> bool {
    let list = match json {
        Json::List(list) => list,
        other => match other.get("sessions") {
            Some(Json::List(list)) => list,
            _ => return false,
        },
    };
    let has = |item: &Json, names: &[&str]| names.iter().any(|name| item.get(name).is_some());
    list.first().is_some_and(|item| {
        has(
            item,
            &[
                "microlocation",
                "short_abstract",
                "long_abstract",
                "short-abstract",
                "long-abstract",
            ],
        ) && has(item, &["start_time", "starts_at", "starts-at"])
    })
}

/// Reads the document.
pub(super) fn read(
    json: &Json,
    zones: &Rc<dyn ZoneRules>,
) -> Result<(Event, Vec<Problem>), ParseError> {
    let context = Context::of(Dialect::Foreign);
    let mut items = Items::new(zones);
    let root = Node::root(json, &context);
    if matches!(json, Json::List(_)) {
        root.list(|node| session(node, &mut items));
    } else {
        root.object(|fields| {
            fields.any(&["meta", "session_types", "forms"]);
            for name in ["tracks", "microlocations"] {
                // Every session has their names.
                fields.get(name);
            }
            if let Some(node) = fields.get("event") {
                event(node, &mut items);
            }
            fields.members("speakers", "", &mut |node| {
                if let Some(who) = speaker(node) {
                    who.known(&mut items.programme);
                }
            });
            fields.members("sessions", "", &mut |node| {
                session(node, &mut items);
            });
            Some(())
        });
    }
    items.problems = context.into_problems();
    let names = [
        ("start", "start_time"),
        ("end", "end_time"),
        ("abstract", "short_abstract"),
        ("description", "long_abstract"),
        ("room", "microlocation"),
        ("type", "session_type"),
        ("attachments", "slides"),
        ("links", "video"),
    ];
    items.into_event_of(&names, ("Open Event", "`sessions[].title`"))
}

fn event(node: Node<'_>, items: &mut Items) {
    node.object(|fields| {
        for name in [
            "id",
            "identifier",
            "latitude",
            "longitude",
            "privacy",
            "state",
            "version",
            "schedule_published_on",
            "deleted_at",
            "created_at",
        ] {
            fields.get(name);
        }
        let programme = &mut items.programme;
        programme.title = fields.get("name").and_then(line);
        programme.zone = fields.get("timezone").and_then(word);
        programme.venue = fields
            .any(&["location_name", "location-name"])
            .and_then(line);
        programme.page = fields
            .any(&["event_url", "external_event_url"])
            .and_then(|url| address(url, None));
        let told = fields
            .get("description")
            .map(|node| texts(node, markdown::plain));
        programme.summary = told.and_then(LocalizedText::of_variants);
        for names in [
            &["start_time", "starts_at", "starts-at"],
            &["end_time", "ends_at", "ends-at"],
        ] {
            programme.note_bound(fields.any(names));
        }
        Some(())
    });
}

fn session(node: Node<'_>, items: &mut Items) -> Option<()> {
    node.object(|fields| {
        for name in [
            "is_mail_sent",
            "created_at",
            "deleted_at",
            "last_modified_at",
            "submitted_at",
            "submission_modifier",
        ] {
            fields.get(name);
        }
        let state = fields.get("state");
        let word_of = |name| fields.get(name).and_then(word);
        if let Some((state, said)) = state.and_then(|node| Some((node, word(node)?)))
            && said.eq_ignore_ascii_case("pending")
        {
            items.programme.note_not_accepted(&state, &said);
            fields.ignore_rest();
            return None;
        }
        let name_of = |name| {
            let node = fields.get(name)?;
            match node.json {
                Json::Object(_) => node.object(|fields| {
                    fields.any(&["id", "color", "floor"]);
                    fields.any(&["length", "font-color", "font_color", "position"]);
                    fields.get("name").and_then(short)
                }),
                _ => short(node),
            }
        };
        let mut cast: Vec<Participation> = Vec::new();
        fields.members("speakers", "", &mut |node| {
            if let Some(who) = speaker(node) {
                take_part(who, Part::Speaker, &mut cast, &mut items.programme);
            }
        });
        let links = ["video", "audio", "signup_url", "signup-url"]
            .into_iter()
            .filter_map(word_of)
            .map(text);
        let slides = fields
            .any(&["slides", "slides_url", "slides-url"])
            .and_then(word);
        let title =
            [Speech::German, Speech::English].map(|it| (it.tag().to_owned(), text(it.slides())));
        let slides =
            slides.map(|url| object([("url", text(url)), ("title", Json::Object(title.into()))]));
        let any = |names: &[&'static str]| optional(fields.any(names).and_then(word));
        let told = [
            ("id", any(&["id"])),
            ("title", any(&["title"])),
            ("subtitle", any(&["subtitle"])),
            ("abstract", any(&["short_abstract", "short-abstract"])),
            ("description", any(&["long_abstract", "long-abstract"])),
            ("start", any(&["start_time", "starts_at", "starts-at"])),
            ("end", any(&["end_time", "ends_at", "ends-at"])),
            ("language", any(&["language"])),
            ("state", any(&["state"])),
            ("room", optional(name_of("microlocation"))),
            ("track", optional(name_of("track"))),
            (
                "type",
                optional(
                    name_of("session_type")
                        .or_else(|| name_of("session-type"))
                        .and_then(kind),
                ),
            ),
            ("links", Json::List(links.collect())),
            ("attachments", Json::List(slides.into_iter().collect())),
        ];
        items.add(&node, told, cast);
        Some(())
    })
}

/// The kind that a type of session names, unless it only says how long it takes: `45 minutes
/// session`.
fn kind(name: String) -> Option<String> {
    (!name.starts_with(|c: char| c.is_ascii_digit())).then_some(name)
}

fn speaker(node: Node<'_>) -> Option<Who> {
    node.object(|fields: &Fields<'_>| {
        // Not for publication, or pictures on another host.
        for name in [
            "email",
            "mobile",
            "icon",
            "small",
            "thumbnail",
            "photo",
            "heard_from",
            "sponsorship_required",
            "speaking_experience",
            "is_featured",
            "sessions",
            "city",
            "country",
            "location",
            "gender",
        ] {
            fields.get(name);
        }
        let pages = [
            "website", "twitter", "facebook", "github", "linkedin", "mastodon",
        ];
        let pages = pages
            .into_iter()
            .filter_map(|name| fields.get(name))
            .filter(|node| node.as_str().is_some_and(|url| url.contains("://")));
        let links: Vec<_> = pages.filter_map(|url| address(url, None)).collect();
        Some(Who {
            id: fields.get("id").and_then(word),
            name: fields.get("name").and_then(short),
            role: fields.get("position").and_then(short),
            organisation: fields
                .any(&["organisation", "organization"])
                .and_then(short),
            links: links.into_iter().take(1).map(own_page).collect(),
            ..Who::default()
        })
    })
}
