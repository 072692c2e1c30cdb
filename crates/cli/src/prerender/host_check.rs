//! Writes `host-check.html`, which asks the questions of `nachlese doctor` from the deployed folder
//! itself, as far as a page can.

use nachlese::scripts::SCRIPTS;
use nachlese_event::{Event, Speech};
use nachlese_site::headers::{
    Policy,
    advice::{
        SERVER_FILES, accepted_types, caching, for_all, line_for_all, line_for_caching,
        line_for_hiding, line_for_index, line_for_not_found, line_for_packed, line_for_sharing,
        line_for_slash, line_for_type, sharing,
    },
    is_hashed,
};
use serde_json::{Value, json};

use super::shell::Shell;
use crate::{
    deployed::{NOWHERE, OLD, OPTIONAL, Parts},
    doctor::Check,
    text::prelude::*,
};

/// The script that asks.
pub(super) const SCRIPT: &str = "host-check.js";

/// What stands in it for what the host should send.
const FACTS: &str = "\"FACTS\"";

/// What stands for the folder's path in lines.
const FOLDER: &str = "/FOLDER/";

/// The script, with what the host of this folder should send.
pub(super) fn script(shell: &Shell, event: &Event, policy: &Policy) -> Option<(String, String)> {
    let (name, script) = SCRIPTS.iter().find(|(name, _)| *name == SCRIPT)?;
    let facts = facts(&Parts::of(shell, Some(event)), policy).to_string();
    Some(((*name).to_owned(), script.replace(FACTS, &facts)))
}

fn facts(parts: &Parts, policy: &Policy) -> Value {
    let file = |path: &String| {
        json!({
            "path": path,
            "types": accepted_types(path),
            "caching": caching(path),
            "isHashed": is_hashed(path),
            "sharing": sharing(path),
            "lines": {
                "media-type": line_for_type(path),
                "caching": line_for_caching(path),
                "sharing": line_for_sharing(path),
            },
        })
    };
    let header = |(name, value): (&str, String)| json!({ "name": name, "value": value, "lines": line_for_all(name, &value) });
    let words = Check::ALL.map(|check| {
        let both = |say: &dyn Fn(Speech) -> &'static str| {
            json!({ "de": say(Speech::German), "en": say(Speech::English) })
        };
        let name = both(&|speech| speech.looked_at(check));
        let why = both(&|speech| speech.why(check));
        (check.code().to_owned(), json!({ "name": name, "why": why }))
    });
    json!({
        "files": parts.files().iter().map(file).collect::<Vec<_>>(),
        "page": file(&String::new()),
        "headers": for_all(policy).into_iter().map(header).collect::<Vec<_>>(),
        "hashed": parts.hashed,
        "packed": parts.packed(),
        "inParts": parts.in_parts(),
        "talk": parts.talk,
        "optional": OPTIONAL,
        "nowhere": NOWHERE,
        "old": OLD,
        "serverFiles": SERVER_FILES,
        "folder": FOLDER,
        "lines": {
            "start": line_for_index(),
            "slash": line_for_slash(FOLDER),
            "not-found": line_for_not_found(FOLDER),
            "server-files": line_for_hiding(),
            "packed": line_for_packed(),
            "old-file": line_for_caching(OLD),
        },
        "words": words.into_iter().collect::<serde_json::Map<_, _>>(),
    })
}
