//! One mistake makes one message, at its own place: the hearing's file with a single slip.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use nachlese_cli::Exit;
use serde_json::Value;

use crate::{
    new_and_build::empty,
    support::{nachlese, read, root},
};

/// A slip: what is written, what is written instead, and at which of its places.
struct Slip {
    right: String,
    wrong: String,
    nth: usize,
}

/// Slips that show at another place than they were made, because each place is right by itself.
const AT_REFERENCES: &[&str] = &[
    "\"id\": \"laura-dornhiem\"",
    "\"id\": \"panel\"",
    "  \"people\": \n",
];

/// The hearing's folder, copied.
fn hearing(name: &str) -> (PathBuf, String) {
    let folder = empty(name);
    let from = root().join("public/events/ki-stadtratshearing-2024");
    fs::create_dir_all(folder.join("illustrations")).unwrap();
    fs::copy(from.join("legal.html"), folder.join("legal.html")).unwrap();
    for drawing in fs::read_dir(from.join("illustrations")).unwrap() {
        let drawing = drawing.unwrap().path();
        let name = drawing.file_name().unwrap();
        fs::copy(&drawing, folder.join("illustrations").join(name)).unwrap();
    }
    (folder, read(&from.join("event.json")))
}

/// What is found, by code, path, line and message.
fn findings(file: &Path) -> (Exit, Vec<(String, u64, String)>) {
    let path = file.display().to_string();
    let (exit, stdout, _) = nachlese(&["check", "--format", "json", &path], "de");
    let report: Value = serde_json::from_str(&stdout).unwrap();
    let found = report["findings"].as_array().unwrap().iter();
    let finding = |it: &Value| {
        let text = |name: &str| it[name].as_str().unwrap_or_default().to_owned();
        let told = format!("{} {}", text("code"), text("message"));
        (told, it["line"].as_u64().unwrap_or_default(), text("path"))
    };
    (exit, found.map(finding).collect())
}

/// Where the nth of these words begins.
fn place(text: &str, words: &str, nth: usize) -> usize {
    let mut places = text.match_indices(words);
    places.nth(nth).unwrap_or_else(|| panic!("{words} {nth}")).0
}

fn line(text: &str, at: usize) -> u64 {
    u64::try_from(text[..at].matches('\n').count() + 1).unwrap()
}

#[test]
fn a_single_slip_makes_a_single_message_at_its_place() {
    let (folder, text) = hearing("one-mistake");
    let file = folder.join("event.json");
    fs::write(&file, &text).unwrap();
    let (_, before) = findings(&file);
    let before: BTreeSet<_> = before
        .into_iter()
        .map(|(told, _, path)| (told, path))
        .collect();
    let slips = slips();
    assert!(slips.len() >= 60, "{}", slips.len());
    let mut wrong = Vec::new();
    for Slip {
        right,
        wrong: instead,
        nth,
    } in slips
    {
        let at = place(&text, &right, nth);
        let (start, rest) = text.split_at(at);
        fs::write(&file, format!("{start}{instead}{}", &rest[right.len()..])).unwrap();
        let (exit, found) = findings(&file);
        let is_new = |(told, _, path): &&(String, u64, String)| {
            !before.contains(&(told.clone(), path.clone()))
        };
        let new: Vec<_> = found.iter().filter(is_new).collect();
        let (from, to) = (line(&text, at), line(&text, at + right.len()));
        // What only references show is told there: which of the two ids is right, nobody knows.
        let is_elsewhere = AT_REFERENCES.contains(&&*instead);
        let is_near = |line: u64| is_elsewhere || (from..=to + 1).contains(&line);
        if new.len() != 1 || !is_near(new[0].1) {
            wrong.push(format!(
                "{right:?} → {instead:?} (line {from}): {exit:?} {new:#?}"
            ));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} slips:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

fn slips() -> Vec<Slip> {
    [in_syntax(), in_fields(), in_values()]
        .into_iter()
        .flatten()
        .collect()
}

fn slip(right: &str, wrong: &str, nth: usize) -> Slip {
    Slip {
        right: right.to_owned(),
        wrong: wrong.to_owned(),
        nth,
    }
}

/// In the syntax of JSON.
fn in_syntax() -> Vec<Slip> {
    let mut slips = Vec::new();
    // Commas.
    for nth in [0, 7, 30, 80] {
        slips.push(slip(",\n", "\n", nth));
        slips.push(slip(",\n", ",,\n", nth));
    }
    for (right, wrong) in [
        ("}\n    }\n  },", "},\n    }\n  },"),
        ("\"speaker\"}\n      ],", "\"speaker\"},\n      ],"),
        ("\"KI-Gesetz\"],", "\"KI-Gesetz\",],"),
        ("\"kind\": \"talk\",", "\"kind\": \"talk\";"),
        (
            "\"person\": \"dominik-krause\", \"part\"",
            "\"person\": \"dominik-krause\" \"part\"",
        ),
    ] {
        slips.push(slip(right, wrong, 0));
    }
    // Colons and quotation marks.
    for (right, wrong) in [
        ("\"kind\": \"welcome\"", "\"kind\" \"welcome\""),
        ("\"kind\": \"welcome\"", "\"kind\": \"welcome"),
        ("\"kind\": \"welcome\"", "\"kind\": welcome\""),
        ("\"kind\": \"welcome\"", "\"kind: \"welcome\""),
        ("\"kind\": \"welcome\"", "kind\": \"welcome\""),
        ("\"kind\": \"welcome\"", "kind: \"welcome\""),
        ("\"kind\": \"welcome\"", "'kind': \"welcome\""),
        ("\"kind\": \"welcome\"", "„kind“: \"welcome\""),
        ("\"kind\": \"welcome\"", "\"kind\": “welcome”"),
        ("\"kind\": \"welcome\"", "\"kind\": ‚welcome‘"),
        ("\"verbatim\": false", "\"verbatim\": False"),
        ("\"Die Titel der Beiträge", "\"Die \"Titel\" der Beiträge"),
    ] {
        slips.push(slip(right, wrong, 0));
    }
    // Brackets.
    for (right, wrong) in [
        ("  \"people\": [\n", "  \"people\": \n"),
        ("  \"talks\": [\n    {", "  \"talks\": [\n    "),
        ("      ],\n      \"tags\"", "      \n      \"tags\""),
        ("      ],\n      \"tags\"", "      },\n      \"tags\""),
        (
            "\"recording\": {\"status\": \"unknown\"}\n    },",
            "\"recording\": {\"status\": \"unknown\"\n    },",
        ),
        (
            "\"recording\": {\"status\": \"unknown\"}\n    },",
            "\"recording\": {\"status\": \"unknown\"}\n    }},",
        ),
    ] {
        slips.push(slip(right, wrong, 0));
    }
    slips
}

/// In names of fields, needed and optional ones.
fn in_fields() -> Vec<Slip> {
    let mut slips = Vec::new();
    for (right, wrong, nth) in [
        ("\"schemaVersion\"", "\"schemaversion\"", 0),
        ("\"id\"", "\"ID\"", 0),
        ("\"language\"", "\"langauge\"", 0),
        ("\"title\"", "\"titel\"", 0),
        ("\"date\"", "\"datum\"", 0),
        ("\"people\"", "\"peopel\"", 0),
        ("\"talks\"", "\"tallks\"", 0),
        ("\"sections\"", "\"section\"", 0),
        ("\"legal\"", "\"leagl\"", 0),
        ("\"imprint\"", "\"impressum\"", 0),
        ("\"imprint\"", "\"imprimt\"", 0),
        ("\"count\"", "\"cuont\"", 0),
        ("\"url\"", "\"link\"", 0),
        ("\"label\"", "\"lable\"", 0),
        ("\"ref\"", "\"src\"", 1),
        ("\"alt\"", "\"altText\"", 0),
        (
            "\"id\": \"laura-dornheim\"",
            "\"ids\": \"laura-dornheim\"",
            0,
        ),
        (
            "\"name\": \"Tristan Post\"",
            "\"nmae\": \"Tristan Post\"",
            0,
        ),
        (
            "\"roleAtEvent\": {\"de\": \"KI-Experte\"",
            "\"role\": {\"de\": \"KI-Experte\"",
            0,
        ),
        ("\"id\": \"podium\"", "\"idd\": \"podium\"", 0),
        ("\"kind\": \"panel\"", "\"type\": \"panel\"", 0),
        ("\"topic\"", "\"thema\"", 2),
        ("\"abstract\"", "\"abstact\"", 1),
        (
            "\"person\": \"tristan-post\"",
            "\"preson\": \"tristan-post\"",
            0,
        ),
        (
            "\"person\": \"tristan-post\", \"part\": \"panelist\"",
            "\"person\": \"tristan-post\", \"role\": \"panelist\"",
            0,
        ),
        ("\"recording\"", "\"recordings\"", 2),
        ("\"status\"", "\"state\"", 1),
        ("\"type\": \"text\"", "\"typ\": \"text\"", 0),
        ("\"heading\"", "\"title\"", 2),
        ("\"paragraphs\"", "\"paragraph\"", 0),
        ("\"seats\"", "\"seat\"", 0),
    ] {
        slips.push(slip(right, wrong, nth));
    }
    slips
}

/// In values.
fn in_values() -> Vec<Slip> {
    let mut slips = Vec::new();
    for (right, wrong) in [
        ("\"schemaVersion\": 1", "\"schemaVersion\": \"1\""),
        ("\"date\": \"2024-06-07\"", "\"date\": \"7.6.2024\""),
        ("\"date\": \"2024-06-07\"", "\"date\": \"2024-6-7\""),
        ("\"date\": \"2024-06-07\"", "\"date\": \"2024-06-31\""),
        ("\"published\": \"2024-06-18\"", "\"published\": 20240618"),
        (
            "\"timeZone\": \"Europe/Berlin\"",
            "\"timeZone\": \"Europe/Berln\"",
        ),
        ("\"partOfDay\": \"morning\"", "\"partOfDay\": \"mornign\""),
        ("\"language\": \"de\"", "\"language\": \"deutsch!\""),
        ("\"count\": 100", "\"count\": \"100\""),
        ("\"approximate\": true", "\"approximate\": \"yes\""),
        ("\"name\": \"Tristan Post\"", "\"name\": [\"Tristan Post\"]"),
        ("\"id\": \"laura-dornheim\"", "\"id\": \"laura-dornhiem\""),
        ("\"id\": \"laura-dornheim\"", "\"id\": \"laura dornheim\""),
        ("\"id\": \"dominik-krause\"", "\"id\": \"laura-dornheim\""),
        ("\"id\": \"podium\"", "\"id\": \"panel\""),
        ("\"kind\": \"panel\"", "\"kind\": \"pannel\""),
        ("\"part\": \"moderator\"", "\"part\": \"moderatorin\""),
        (
            "\"person\": \"tristan-post\"",
            "\"person\": \"tristan-prost\"",
        ),
        ("\"talk\": \"podium\"", "\"talk\": \"podum\""),
        ("\"provider\": \"youtube\"", "\"provider\": \"youtub\""),
        ("\"type\": \"people\"", "\"type\": \"poeple\""),
        ("\"status\": \"unknown\"", "\"status\": \"unkown\""),
        (
            "\"imprint\": \"legal.html#impressum\"",
            "\"imprint\": \"legl.html#impressum\"",
        ),
        (
            "\"imprint\": \"legal.html#impressum\"",
            "\"imprint\": \"javascript:alert(1)\"",
        ),
        ("\"ref\": \"audience\"", "\"ref\": \"audiece\""),
        (
            "\"https://www.youtube.com/channel/",
            "\"www.youtube.com/chan nel/",
        ),
    ] {
        slips.push(slip(right, wrong, 0));
    }
    slips
}
