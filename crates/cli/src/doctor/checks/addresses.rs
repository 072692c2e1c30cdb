//! Addresses with and without their slash, addresses that lead nowhere, and what a new deployment
//! leaves behind.

use nachlese_site::headers::advice::{
    Lines, SERVER_FILES, line_for_caching, line_for_hiding, line_for_index, line_for_not_found,
    line_for_slash,
};

use super::{asked, said};
use crate::{
    deployed::{NOWHERE, OLD},
    doctor::{
        looked::{Check, Looked},
        visit::Visit,
    },
};

pub(super) fn look(visit: &Visit<'_>, out: &mut Vec<Looked>) {
    start(visit, out);
    slash(visit, out);
    not_found(visit, out);
    for file in SERVER_FILES {
        if let Some(answer) = asked(visit, file, &[], Check::ServerFiles, out) {
            let is_hidden = answer.status >= 400;
            let found = answer.status.to_string();
            out.push(Looked::new(
                Check::ServerFiles,
                file,
                is_hidden,
                found,
                line_for_hiding(),
            ));
        }
    }
    deployed(visit, out);
    let is_https = visit.address.origin.starts_with("https://");
    let origin = visit.address.origin.clone();
    out.push(match (is_https, is_local(&origin)) {
        (true, _) => Looked::new(Check::Https, "", true, origin, Lines::default()),
        (false, true) => Looked::untold(Check::Https, "", origin),
        (false, false) => Looked::new(Check::Https, "", false, origin, Lines::default()),
    });
}

fn is_local(origin: &str) -> bool {
    let host = origin.split_once("://").map_or("", |(_, host)| host);
    ["127.0.0.1", "localhost", "[::1]"]
        .iter()
        .any(|own| host.starts_with(own))
}

fn start(visit: &Visit<'_>, out: &mut Vec<Looked>) {
    let shown = visit.page.header("content-type").unwrap_or_default();
    let is_well = shown.starts_with("text/html");
    let found = format!("{} {shown}", visit.page.status);
    out.push(Looked::new(
        Check::Start,
        "",
        is_well,
        found,
        line_for_index(),
    ));
    let Some(talk) = visit.parts.talk.clone() else {
        return;
    };
    let path = format!("{talk}/");
    if let Some(answer) = asked(visit, &path, &[], Check::Start, out) {
        let shown = answer.header("content-type").unwrap_or_default();
        let is_well = answer.status == 200 && shown.starts_with("text/html");
        let found = format!("{} {shown}", answer.status);
        out.push(Looked::new(
            Check::Start,
            &path,
            is_well,
            found,
            line_for_index(),
        ));
    }
}

/// Links are relative, so without the slash they would lead out of the folder.
fn slash(visit: &Visit<'_>, out: &mut Vec<Looked>) {
    let folder = &visit.address.path;
    let own = (folder != "/").then(|| folder.trim_end_matches('/').to_owned());
    let talk = visit
        .parts
        .talk
        .clone()
        .map(|talk| format!("{folder}{talk}"));
    for path in own.into_iter().chain(talk) {
        let url = format!("{}{path}", visit.address.origin);
        let answer = match visit.client.head(&url, &[]) {
            Ok(answer) => answer,
            Err(trouble) => {
                out.push(Looked::untold(Check::Slash, &path, said(&trouble)));
                continue;
            }
        };
        let location = answer.header("location").unwrap_or_default();
        let expected = format!("{path}/");
        let to = location
            .strip_prefix(&visit.address.origin)
            .unwrap_or(&location);
        let is_well = answer.status / 100 == 3 && to.split('?').next() == Some(expected.as_str());
        let found = format!("{} {location}", answer.status)
            .trim_end()
            .to_owned();
        out.push(Looked::new(
            Check::Slash,
            &path,
            is_well,
            found,
            line_for_slash(&expected),
        ));
    }
}

fn not_found(visit: &Visit<'_>, out: &mut Vec<Looked>) {
    let answers = [NOWHERE, "404.html"].map(|path| {
        let url = visit.address.file(path)?;
        visit.client.get(&url).ok()
    });
    let [Some(answer), page] = answers else {
        out.push(Looked::untold(Check::NotFound, NOWHERE, "–".to_owned()));
        return;
    };
    let own = page.filter(|page| page.status == 200 || page.status == 404);
    let is_own = own.is_none_or(|page| page.body == answer.body);
    let shown = answer.header("content-type").unwrap_or_default();
    let found = format!("{} {shown}", answer.status);
    let lines = line_for_not_found(&visit.address.path);
    let is_well = answer.status == 404 && is_own;
    out.push(Looked::new(Check::NotFound, NOWHERE, is_well, found, lines));
}

fn deployed(visit: &Visit<'_>, out: &mut Vec<Looked>) {
    for path in visit.parts.hashed.clone() {
        if let Some(answer) = asked(visit, &path, &[], Check::Deployed, out) {
            let is_well = answer.status == 200;
            let found = answer.status.to_string();
            out.push(Looked::new(
                Check::Deployed,
                &path,
                is_well,
                found,
                Lines::default(),
            ));
        }
    }
    if let Some(answer) = asked(visit, OLD, &[], Check::OldFile, out) {
        let kept = answer.header("cache-control").unwrap_or_default();
        let is_kept = kept.contains("immutable") || super::files::seconds(&kept) > Some(3_600);
        let found = format!("{} {kept}", answer.status).trim_end().to_owned();
        let is_well = answer.status == 404 && !is_kept;
        let lines = match answer.status {
            404 => line_for_caching(OLD),
            _ => line_for_not_found(&visit.address.path),
        };
        out.push(Looked::new(Check::OldFile, OLD, is_well, found, lines));
    }
}
