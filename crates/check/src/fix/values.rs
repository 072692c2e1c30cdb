//! Mends names, words, dates and addresses in the text of an event, one for each finding.

use std::collections::BTreeMap;

use jsonc_parser::{ast::Object, common::Ranged};
use nachlese_event::{
    LanguageTag, VideoSource,
    problem::{Finding, JsonPath, Problem},
};
use nachlese_fold::lower_case;

use super::{Edit, Mend, date::iso, notes::in_json};
use crate::tree::{Part, find, tree};

/// What mends the findings of a text, in the order of the text, each with the path of its finding.
/// Left out is what somebody may have meant otherwise, and what would lose something.
///
/// References to people and talks are never changed, however near another id is: a talk could get
/// a speaker who was not there.
#[must_use]
pub fn values(text: &str, problems: &[Problem]) -> Vec<(JsonPath, Edit)> {
    let problems: Vec<_> = problems.iter().filter(|it| is_mendable(it)).collect();
    if problems.is_empty() {
        return Vec::new();
    }
    let Some(tree) = tree(text) else {
        return Vec::new();
    };
    let paths: Vec<_> = problems
        .iter()
        .map(|problem| problem.path.to_string())
        .collect();
    let found = find(&tree, &paths);
    let names = Names::of(&problems, &paths, &found);
    let edit = |(problem, path): (&&Problem, &String)| {
        let part = found.get(path.as_str())?;
        let edit = edit(text, &problem.finding, part, &names)?;
        Some((problem.path.clone(), edit))
    };
    let mut edits: Vec<_> = problems.iter().zip(&paths).filter_map(edit).collect();
    edits.sort_by_key(|(_, edit)| edit.range.start);
    // Two findings about one place.
    edits.dedup_by_key(|(_, edit)| edit.range.start);
    edits
}

fn is_mendable(problem: &Problem) -> bool {
    matches!(
        problem.finding,
        Finding::UnknownField { .. }
            | Finding::UnknownValue { .. }
            | Finding::UnusualKind { .. }
            | Finding::UnknownTimeZone { .. }
            | Finding::InvalidLanguage { .. }
            | Finding::InvalidDate { .. }
            | Finding::AddressAsId { .. }
    )
}

fn edit(text: &str, finding: &Finding, part: &Part<'_>, names: &Names) -> Option<Edit> {
    let value = part.value.as_string_lit().map(|literal| &*literal.value);
    // Two fields may have the same path.
    let word = |found: &str, meant: &str| {
        (value == Some(found)).then(|| Edit {
            range: part.value.start()..part.value.end(),
            text: in_json(meant),
            mend: Mend::Word,
        })
    };
    match finding {
        Finding::UnknownField { field, suggestion } => {
            let meant = suggestion
                .as_deref()
                .filter(|meant| is_slip(field, meant))?;
            let name = part.name?;
            names.is_free(part.parent?, field, meant).then(|| Edit {
                range: name.start..name.end,
                text: in_json(meant),
                mend: Mend::Field,
            })
        }
        Finding::UnknownValue {
            value, suggestion, ..
        }
        | Finding::UnknownTimeZone { value, suggestion } => {
            let meant = suggestion
                .as_deref()
                .filter(|meant| is_slip(value, meant))?;
            word(value, meant)
        }
        // Any word is allowed there: „walk“ is no misspelt „talk“.
        Finding::UnusualKind { value, suggestion } => {
            let is_sure = value.chars().count() > 5 && is_near(value, suggestion, 1);
            let is_sure = is_sure || plain(value) == plain(suggestion);
            word(value, suggestion).filter(|_| is_sure)
        }
        Finding::InvalidLanguage { value } => {
            let meant = value.trim().replace('_', "-");
            LanguageTag::new(&meant).ok()?;
            word(value, &meant)
        }
        Finding::InvalidDate { value } => {
            let edit = word(value, &iso(value)?)?;
            Some(Edit {
                mend: Mend::Date,
                ..edit
            })
        }
        Finding::AddressAsId { id, video } => address(text, id, video.as_ref(), part),
        _ => None,
    }
}

/// The id alone, and in fields of their own whatever else the address says.
fn address(text: &str, id: &str, video: Option<&VideoSource>, part: &Part<'_>) -> Option<Edit> {
    let object = part.parent?;
    let old = part.value.as_string_lit()?;
    let mut fields = Vec::new();
    match video {
        // The page of a video may say more than its id.
        Some(_) if object.get("url").is_some() => return None,
        Some(video) => {
            match video {
                VideoSource::PeerTube { host, .. } => fields.push(("host", host.to_string())),
                VideoSource::Vimeo {
                    hash: Some(hash), ..
                } => fields.push(("hash", hash.to_string())),
                _ => {}
            }
            if let Some(start) = video.position(None) {
                fields.push(("start", start.to_string()));
            }
        }
        // A list keeps the address of its page.
        None => {
            let is_whole = old.value.starts_with("https://") || old.value.starts_with("http://");
            if object.get("url").is_none() {
                is_whole.then(|| fields.push(("url", old.value.to_string())))?;
            }
        }
    }
    fields.retain(|(name, _)| object.get(name).is_none());
    let name = part.name?;
    let line = text[..name.start].rfind('\n').map_or(0, |at| at + 1);
    let indent = &text[line..name.start];
    let is_own_line = line > 0 && indent.trim().is_empty();
    let mut new = in_json(id);
    for (name, value) in fields {
        new.push(',');
        if is_own_line {
            let before = &text[..line];
            new.push_str(if before.ends_with("\r\n") {
                "\r\n"
            } else {
                "\n"
            });
            new.push_str(indent);
        } else {
            new.push(' ');
        }
        new.extend([in_json(name).as_str(), ": ", in_json(&value).as_str()]);
    }
    Some(Edit {
        range: part.value.start()..part.value.end(),
        text: new,
        mend: Mend::Address,
    })
}

/// How often the objects of unknown fields have a name, and how often one is meant.
struct Names {
    given: BTreeMap<(usize, String), usize>,
    meant: BTreeMap<(usize, String), usize>,
}

impl Names {
    fn of(problems: &[&Problem], paths: &[String], found: &BTreeMap<&str, Part<'_>>) -> Self {
        let mut names = Self {
            given: BTreeMap::new(),
            meant: BTreeMap::new(),
        };
        let mut last = None;
        for (problem, path) in problems.iter().zip(paths) {
            let Finding::UnknownField {
                field,
                suggestion: Some(meant),
            } = &problem.finding
            else {
                continue;
            };
            let Some(object) = found.get(path.as_str()).and_then(|part| part.parent) else {
                continue;
            };
            let place = object.start();
            // The findings of an object follow each other.
            if last.replace(place) != Some(place) {
                for field in &object.properties {
                    let name = field.name.as_str().to_owned();
                    *names.given.entry((place, name)).or_default() += 1;
                }
            }
            if is_slip(field, meant) {
                *names.meant.entry((place, meant.clone())).or_default() += 1;
            }
        }
        names
    }

    /// Whether a field can get another name, so that nothing has a name twice.
    fn is_free(&self, object: &Object<'_>, name: &str, meant: &str) -> bool {
        let count = |names: &BTreeMap<_, usize>, name: &str| {
            let found = names.get(&(object.start(), name.to_owned()));
            found.copied().unwrap_or_default()
        };
        count(&self.given, name) == 1
            && count(&self.given, meant) == 0
            && count(&self.meant, meant) == 1
    }
}

/// Whether a word can be nothing but a slip of another one. Stricter than a suggestion: whoever
/// writes `time` does not mean `title`.
fn is_slip(word: &str, meant: &str) -> bool {
    let most = match word.chars().count() {
        0..=3 => 0,
        4..=5 => 1,
        _ => 2,
    };
    plain(word) == plain(meant) || is_near(word, meant, most)
}

fn is_near(word: &str, meant: &str, most: usize) -> bool {
    strsim::osa_distance(&plain(word), &plain(meant)) <= most
}

/// Letters and digits in lower case: `start_time` is `startTime`.
fn plain(word: &str) -> String {
    let letters = word.chars().filter(|c| c.is_alphanumeric());
    letters.map(lower_case).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_slips_are_safe() {
        for (word, meant, expected) in [
            ("titel", "title", true),
            ("Title", "title", true),
            ("tittel", "title", true),
            ("URL", "url", true),
            ("role_at_event", "roleAtEvent", true),
            ("abstarct", "abstract", true),
            ("relesed", "released", true),
            ("yuotube", "youtube", true),
            ("Europe/Berln", "Europe/Berlin", true),
            ("time", "title", false),
            ("tag", "tags", false),
            ("ort", "at", false),
            ("person", "people", false),
        ] {
            assert_eq!(is_slip(word, meant), expected, "{word}");
        }
    }
}
