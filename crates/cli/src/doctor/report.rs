//! Tells what was found: for people, and for programs.

use anstyle::{AnsiColor, Style};
use nachlese_event::Speech;
use nachlese_site::headers::advice::Lines;
use serde_json::{Value, json};

use super::looked::{Check, Looked};
use crate::{escape::escape, terminal::Paint, text::prelude::*};

/// A kind of host, as the report names it, and the line for it.
type Host = (&'static str, fn(&Lines) -> &str);

const HOSTS: [Host; 4] = [
    ("nginx", |lines| &lines.nginx),
    ("Apache", |lines| &lines.apache),
    ("_headers (Netlify, Cloudflare Pages)", |lines| {
        &lines.netlify
    }),
    ("S3, CDN", |lines| &lines.header),
];

/// The report for people, one part for each sort of things.
pub(super) fn text(looked: &[Looked], speech: Speech, paint: Paint) -> String {
    let parts = looked.chunk_by(|one, next| one.check == next.check);
    parts.map(|part| of_check(part, speech, paint)).collect()
}

fn of_check(part: &[Looked], speech: Speech, paint: Paint) -> String {
    let Some(check) = part.first().map(|one| one.check) else {
        return String::new();
    };
    let bold = Style::new().bold();
    let name = paint.text(bold, speech.looked_at(check));
    let sign = |sign: &str, colour: AnsiColor| paint.text(colour.on_default().bold(), sign);
    let of = |is_well| part.iter().filter(move |one| one.is_well == is_well);
    let mut report = Vec::new();
    if of(Some(true)).next().is_some() {
        let subjects = of(Some(true)).map(|one| escape(&one.subject));
        let subjects: Vec<_> = subjects.filter(|subject| !subject.is_empty()).collect();
        let colon = if subjects.is_empty() { "" } else { ": " };
        let sign = sign("✓", AnsiColor::Green);
        report.push(format!("{sign} {name}{colon}{}", subjects.join(", ")));
    }
    for (is_well, sign) in [
        (None, sign("–", AnsiColor::Cyan)),
        (Some(false), sign("✗", AnsiColor::Red)),
    ] {
        // What was found at several files is said once.
        let mut founds: Vec<&str> = Vec::new();
        for one in of(is_well) {
            if !founds.contains(&one.found.as_str()) {
                founds.push(&one.found);
            }
        }
        for found in founds {
            let subjects = of(is_well).filter(|one| one.found == found);
            let subjects: Vec<_> = subjects.map(|one| escape(&one.subject)).collect();
            let shown = shown(found, &subjects, speech);
            report.push(format!("{sign} {name}: {shown}"));
        }
    }
    if of(Some(false)).next().is_some() {
        report.push(format!("    {}", speech.why(check)));
    }
    for (host, line) in HOSTS {
        let mut lines = Vec::new();
        for line in of(Some(false)).map(|one| line(&one.lines)) {
            if !line.is_empty() && !lines.contains(&line) {
                lines.push(line);
            }
        }
        if !lines.is_empty() {
            report.push(format!("    {}", paint.text(bold, &format!("{host}:"))));
        }
        let lines = lines.into_iter().flat_map(str::lines);
        report.extend(lines.map(|line| format!("      {}", escape(line))));
    }
    report.join("\n") + "\n"
}

/// What was found, and where. The folder's own page has no name.
fn shown(found: &str, subjects: &[String], speech: Speech) -> String {
    let found = match found {
        "" => speech.nothing_sent().to_owned(),
        found => escape(found),
    };
    let named = subjects.iter().map(|subject| match subject.as_str() {
        "" => "./",
        subject => subject,
    });
    match subjects {
        [one] if one.is_empty() => found,
        _ => format!("{found} ({})", named.collect::<Vec<_>>().join(", ")),
    }
}

/// The report for programs.
pub(super) fn json(url: &str, looked: &[Looked], speech: Speech) -> Value {
    let one = |one: &Looked| {
        let mut value = json!({
            "check": one.check.code(),
            "name": speech.looked_at(one.check),
            "subject": one.subject,
            "ok": one.is_well,
            "found": one.found,
        });
        if one.is_well == Some(false) {
            value["why"] = speech.why(one.check).into();
            value["lines"] = json!({
                "nginx": one.lines.nginx,
                "apache": one.lines.apache,
                "netlify": one.lines.netlify,
                "header": one.lines.header,
            });
        }
        value
    };
    json!({ "url": url, "checks": looked.iter().map(one).collect::<Vec<_>>() })
}

/// How many sorts of things are not as they should be, and of how many.
pub(super) fn counts(looked: &[Looked]) -> (usize, usize) {
    let parts = || looked.chunk_by(|one, next| one.check == next.check);
    let is_missing = |part: &&[Looked]| part.iter().any(|one| one.is_well == Some(false));
    (parts().filter(is_missing).count(), parts().count())
}

/// Whether a line for this check is in the files that the folder brings along.
pub(super) fn is_in_files(check: Check) -> bool {
    !matches!(
        check,
        Check::NotFound | Check::Deployed | Check::Range | Check::Https
    )
}
