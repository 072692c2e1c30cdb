//! iCalendar (RFC 5545, read on 2026-11-24): for programmes that come in no better format.

use super::{
    Tree,
    programme::Programme,
    slot::Slot,
    talk::talk,
    value::{line, word},
};
use crate::parse::{cursor::Node, json::Json};

/// Whether a text is a calendar.
pub(super) fn is_calendar(text: &str) -> bool {
    let start = text.get(..15).unwrap_or_default();
    start.eq_ignore_ascii_case("BEGIN:VCALENDAR")
}

/// Reads the calendar.
pub(super) fn calendar(node: Node<'_>, programme: &mut Programme) {
    node.object(|root| {
        root.each("VCALENDAR", &mut |node| {
            node.object(|fields| {
                for technical in ["VERSION", "PRODID", "CALSCALE", "METHOD"] {
                    fields.get(technical);
                }
                let title = fields.any(&["X-WR-CALNAME", "NAME"]).and_then(line);
                let zone = fields.get("X-WR-TIMEZONE").and_then(word);
                let summary = fields.any(&["X-WR-CALDESC", "DESCRIPTION"]).and_then(line);
                programme.title = programme.title.take().or(title);
                programme.zone = programme.zone.take().or(zone);
                programme.summary = programme.summary.take().or(summary);
                fields.each("VEVENT", &mut |node| talk(node, Slot::default(), programme));
                Some(())
            });
        });
        Some(())
    });
}

/// The calendar and its entries as elements, properties as fields; what only tells of time zones
/// and alarms is left out.
pub(super) fn tree(text: &str) -> Json {
    let mut tree = Tree::default();
    let mut skipped = 0_usize;
    let mut open = 0_usize;
    let mut lines = text.lines().peekable();
    while let Some(first) = lines.next() {
        let mut line = first.to_owned();
        // A line goes on where the next one begins with a blank.
        while let Some(more) = lines.next_if(|next| next.starts_with([' ', '\t'])) {
            line.push_str(&more[1..]);
        }
        let Some((name, parameters, value)) = parts(&line) else {
            continue;
        };
        let component = value.trim().to_ascii_uppercase();
        match name.as_str() {
            "BEGIN" if skipped > 0 || !matches!(component.as_str(), "VCALENDAR" | "VEVENT") => {
                skipped += 1;
            }
            "BEGIN" => {
                open += 1;
                tree.open(&component);
            }
            "END" if skipped > 0 => skipped -= 1,
            "END" if open > 0 => {
                open -= 1;
                tree.close();
            }
            _ if skipped == 0 && open > 0 => property(&mut tree, &name, parameters, value),
            _ => {}
        }
    }
    for _ in 0..open {
        tree.close();
    }
    tree.into_json()
}

/// The name, the parameters and the value of a line. Quoted parameters may hold a `:`.
fn parts(line: &str) -> Option<(String, &str, &str)> {
    let mut is_quoted = false;
    let colon = line.bytes().position(|c| {
        is_quoted ^= c == b'"';
        c == b':' && !is_quoted
    })?;
    let (head, value) = (&line[..colon], &line[colon + 1..]);
    let (name, parameters) = head.split_once(';').unwrap_or((head, ""));
    Some((name.to_ascii_uppercase(), parameters, value))
}

fn property(tree: &mut Tree, name: &str, parameters: &str, value: &str) {
    let text = unescape(value);
    match name {
        // When the file was made, and what is the same in each entry of it.
        "DTSTAMP" | "SEQUENCE" | "TRANSP" | "CREATED" | "LAST-MODIFIED" | "CLASS" => {}
        "DTSTART" | "DTEND" => {
            let mut time = iso(value.trim());
            if let Some(zone) = parameter(parameters, "TZID") {
                time = format!("{time}[{zone}]");
            }
            tree.attribute(name, &time);
        }
        "CATEGORIES" => {
            // A comma within a category has a backslash before it.
            let mut start = 0;
            for (at, _) in value.match_indices(',') {
                if !value[..at].ends_with('\\') {
                    tree.attribute(name, &unescape(&value[start..at]));
                    start = at + 1;
                }
            }
            tree.attribute(name, &unescape(&value[start..]));
        }
        "ATTENDEE" => {
            if let Some(person) = parameter(parameters, "CN") {
                tree.attribute(name, person);
            }
        }
        _ => tree.attribute(name, &text),
    }
}

fn parameter<'a>(parameters: &'a str, wanted: &str) -> Option<&'a str> {
    let mut pairs = parameters
        .split(';')
        .filter_map(|pair| pair.split_once('='));
    let found = pairs.find(|(name, _)| name.eq_ignore_ascii_case(wanted));
    found.map(|(_, value)| value.trim_matches('"'))
}

/// `2024-06-07T09:00:00Z` of `20240607T090000Z`.
fn iso(time: &str) -> String {
    let mut out = String::new();
    for (at, c) in time.chars().enumerate() {
        out.push_str(match at {
            4 | 6 => "-",
            11 | 13 if c.is_ascii_digit() => ":",
            _ => "",
        });
        out.push(c);
    }
    out
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('n' | 'N') => out.push('\n'),
                Some(other) => out.push(other),
                None => {}
            },
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_lines_as_they_are_folded_and_escaped() {
        let tree = tree(
            "BEGIN:VCALENDAR\r\nBEGIN:VTIMEZONE\r\nDTSTART:19700101T000000\r\nEND:VTIMEZONE\r\n\
             BEGIN:VEVENT\r\nSUMMARY;X=\"a:b\":Gär\r\n ten\\, Seen\\nund \\\\ mehr\r\n\
             DTSTART;TZID=Europe/Berlin:20240607T090000\r\nDTEND:20240608\r\n",
        );
        let entry = tree
            .get("VCALENDAR")
            .and_then(|it| it.get("VEVENT"))
            .unwrap();
        for (name, expected) in [
            ("SUMMARY", "Gärten, Seen\nund \\ mehr"),
            ("DTSTART", "2024-06-07T09:00:00[Europe/Berlin]"),
            ("DTEND", "2024-06-08"),
        ] {
            let Some(Json::String(found)) = entry.get(name) else {
                panic!("no {name}")
            };
            assert_eq!(found, expected);
        }
        assert!(entry.get("VTIMEZONE").is_none());
    }
}
