//! Turns a calendar into the tree that all formats are read from.

use nachlese_reader::json::Json;

use super::property::{Property, list, properties, unescaped};
use crate::import::Tree;

/// How deep the parts of a calendar are nested. Time zones are the deepest.
const DEEPEST: usize = 3;

/// Parts that matter for the programme, each with its parent.
const PARTS: &[(&str, &str)] = &[
    ("", "VCALENDAR"),
    ("VCALENDAR", "VEVENT"),
    ("VCALENDAR", "VTIMEZONE"),
    ("VTIMEZONE", "STANDARD"),
    ("VTIMEZONE", "DAYLIGHT"),
];

/// Properties about the file itself, or about the users of a calendar, who are not our readers.
const TECHNICAL: &[&str] = &[
    "CREATED",
    "LAST-MODIFIED",
    "PRIORITY",
    "REFRESH-INTERVAL",
    "TRANSP",
    "TZURL",
    "X-PUBLISHED-TTL",
    "X-WR-RELCALID",
];

/// Properties whose parameters matter.
const WITH_PARAMETERS: &[&str] = &[
    "ATTENDEE",
    "DTEND",
    "DTSTART",
    "EXDATE",
    "ORGANIZER",
    "RDATE",
    "RECURRENCE-ID",
    "RELATED-TO",
    "SUMMARY",
];

/// Makes the tree. The parts of the calendar become elements, properties become fields. Parameters
/// become fields of their property, whose value then has no name.
pub(crate) fn tree(text: &str) -> Json {
    let mut tree = Tree::default();
    let mut open: Vec<String> = Vec::new();
    // Inside a part that is skipped until it ends.
    let mut skipped: Option<String> = None;
    for property in properties(text) {
        let part = property.value.trim().to_ascii_uppercase();
        match property.name.as_str() {
            "BEGIN" if skipped.is_some() && !is_part(&part) => {}
            "BEGIN" => {
                skipped = None;
                begin(&part, &mut open, &mut skipped, &mut tree);
            }
            "END" if skipped.as_ref() == Some(&part) => skipped = None,
            "END" => {
                if let Some(depth) = open.iter().rposition(|name| *name == part) {
                    skipped = None;
                    close(depth, &mut open, &mut tree);
                }
            }
            _ if skipped.is_none() && !open.is_empty() => add(&property, &mut tree),
            _ => {}
        }
    }
    close(0, &mut open, &mut tree);
    tree.into_json()
}

fn is_part(name: &str) -> bool {
    PARTS.iter().any(|(_, known)| *known == name)
}

fn begin(part: &str, open: &mut Vec<String>, skipped: &mut Option<String>, tree: &mut Tree) {
    let Some((within, _)) = PARTS.iter().find(|(_, known)| *known == part) else {
        // Alarms are only for people who wanted to attend.
        if part != "VALARM" && !open.is_empty() {
            tree.attribute(part, "BEGIN");
        }
        *skipped = Some(part.to_owned());
        return;
    };
    // A part without an end ends where the next one begins.
    let depth = match *within {
        "" => 0,
        within => open
            .iter()
            .rposition(|name| name == within)
            .map_or(0, |at| at + 1),
    };
    close(depth, open, tree);
    if open.len() < DEEPEST {
        open.push(part.to_owned());
        tree.open(part);
    }
}

fn close(depth: usize, open: &mut Vec<String>, tree: &mut Tree) {
    while open.len() > depth {
        open.pop();
        tree.close();
    }
}

fn add(property: &Property, tree: &mut Tree) {
    let name = property.name.as_str();
    let text = || unescaped(&property.value);
    match name {
        name if TECHNICAL.contains(&name) || is_of_one_program(name) => {}
        "CATEGORIES" => {
            for category in list(&property.value) {
                tree.attribute(name, &category);
            }
        }
        // The file itself, in letters and digits.
        "ATTACH" | "IMAGE" if property.parameter("ENCODING").is_some() => {
            tree.attribute(&format!("{name};ENCODING"), "BASE64");
        }
        "ATTACH" | "CONFERENCE" => {
            let names = ["LABEL", "FILENAME", "X-FILENAME", "X-LABEL"];
            let label = names.iter().find_map(|name| property.parameter(name));
            tree.open(name);
            if let Some(label) = label {
                tree.attribute("title", label);
            }
            tree.attribute("url", &text());
            tree.close();
        }
        name if WITH_PARAMETERS.contains(&name) => {
            tree.open(name);
            for (parameter, value) in &property.parameters {
                tree.attribute(parameter, value);
            }
            tree.text(&text());
            tree.close();
        }
        name => tree.attribute(name, &text()),
    }
}

/// Notes of a program to itself, such as the colour of an entry in its window.
fn is_of_one_program(name: &str) -> bool {
    let prefixes = ["X-MICROSOFT-CDO-", "X-MS-OLK-", "X-MOZ-"];
    prefixes.iter().any(|prefix| name.starts_with(prefix))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let written = serde_json::to_string(&tree(text)).unwrap();
        assert_eq!(written, expected.replace('\'', "\""), "{text}");
    }

    #[test]
    fn keeps_what_tells_of_the_programme() {
        check(
            "begin:vcalendar\nVERSION:2.0\nBEGIN:VTIMEZONE\nTZID:a\nBEGIN:STANDARD\n\
             TZOFFSETTO:+0100\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nTRANSP:OPAQUE\n\
             DTSTART;TZID=\"a:b\":20260101T000000\nDTEND:20260102\nBEGIN:VALARM\nSUMMARY:weg\n\
             END:VALARM\nSUMMARY;LANGUAGE=de:Gär\n ten\\, Seen\nCATEGORIES:a\\,b,c\n\
             ATTACH;FILENAME=\"x;y.pdf\":https://a.example/x\n\
             ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA\nEND:VEVENT\nEND:VCALENDAR\n",
            "{'VCALENDAR':{'VERSION':'2.0','VTIMEZONE':{'TZID':'a','STANDARD':\
             {'TZOFFSETTO':'+0100'}},'VEVENT':{'DTSTART':{'TZID':'a:b','':'20260101T000000'},\
             'DTEND':'20260102','SUMMARY':{'LANGUAGE':'de','':'Gärten, Seen'},\
             'CATEGORIES':'a,b','CATEGORIES':'c','ATTACH':{'title':'x;y.pdf',\
             'url':'https://a.example/x'},'ATTACH;ENCODING':'BASE64'}}}",
        );
    }

    #[test]
    fn mends_what_does_not_begin_or_end() {
        check(
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VEVENT\nUID:2\nEND:VTODO\nURL:u\n\
             BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:3\nBEGIN:VEVENT\nUID:4\nEND:VEVENT\n",
            "{'VCALENDAR':{'VEVENT':{'UID':'1'},'VEVENT':{'UID':'2','URL':'u'}},\
             'VCALENDAR':{'VTODO':'BEGIN','VEVENT':{'UID':'4'}}}",
        );
        let deep = "BEGIN:VCALENDAR\n".repeat(9) + &"BEGIN:X\n".repeat(9_999);
        assert!(matches!(tree(&deep), Json::Object(_)));
        assert!(matches!(tree("BEGIN:VEVENT\nUID:1"), Json::Object(_)));
    }
}
