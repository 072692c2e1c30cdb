//! Who sits where and when, and how talks are called.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::DateTime;
use jsonc_parser::ast::Value;
use nachlese_event::{
    Event, Kind, Part, Seconds, Speech, Talk,
    problem::{Advice, JsonPath, Problem},
};
use nachlese_fold::fold;

use super::{part, place::Place, problem};
use crate::near;

/// From this length on, people come and go.
const LONG: Seconds = Seconds(4 * 3_600);

/// Looks at the people of a talk.
pub(super) fn people_of(talk: &Value<'_>, place: Place<'_>, out: &mut Vec<Problem>) {
    let people = part::list(talk, "people");
    let of = |person| {
        if let Some(id) = part::string(person) {
            return (id, "speaker");
        }
        let part = part::text(person, "part").unwrap_or("speaker");
        (part::text(person, "person").unwrap_or_default(), part)
    };
    repeated(people.iter().map(of), place.field("people"), out);
    let is_cancelled = part::text(talk, "status") == Some("cancelled");
    if part::text(talk, "kind") == Some("panel") && people.is_empty() && !is_cancelled {
        out.push(problem(&place.path(), Advice::PanelWithoutPeople));
    }
}

/// Looks at the seats of a section about a panel.
pub(super) fn seats_of(section: &Value<'_>, place: Place<'_>, out: &mut Vec<Problem>) {
    if part::text(section, "type") != Some("panel") {
        return;
    }
    let seats = part::list(section, "seats");
    let ids = seats.iter().map(|id| part::string(id).unwrap_or_default());
    repeated(ids.map(|id| (id, "")), place.field("seats"), out);
    if seats.is_empty() && part::field(section, "talk").is_none() {
        out.push(problem(&place.path(), Advice::PanelWithoutPeople));
    }
}

/// Reports who is listed twice in the same part.
fn repeated<'t>(
    people: impl Iterator<Item = (&'t str, &'t str)>,
    place: Place<'_>,
    out: &mut Vec<Problem>,
) {
    let mut seen = HashSet::new();
    for (at, (id, part)) in people.enumerate() {
        if !id.is_empty() && !seen.insert((id, part)) {
            let id = id.to_owned();
            let path = place.index(at).path();
            out.push(problem(&path, Advice::PersonRepeated { id }));
        }
    }
}

/// Looks at the programme as a whole.
pub(super) fn check(tree: &Value<'_>, event: &Event) -> Vec<Problem> {
    let talks = part::list(tree, "talks").iter().enumerate().rev();
    let places = talks.filter_map(|(at, talk)| Some((part::text(talk, "id")?, at)));
    let places: HashMap<_, _> = places.collect();
    let path = |talk: &Talk| {
        let at = places.get(talk.id.as_str())?;
        Some(JsonPath::root().field("talks").index(*at))
    };
    let mut found = Vec::new();
    for (talk, advice) in double_booked(event) {
        found.extend(path(talk).map(|path| problem(&path.field("start"), advice)));
    }
    for (talk, advice) in kinds_alike(event) {
        found.extend(path(talk).map(|path| problem(&path.field("kind"), advice)));
    }
    found
}

/// Talks that begin before another one of the same person has ended.
fn double_booked(event: &Event) -> Vec<(&Talk, Advice)> {
    let mut talks: Vec<_> = event
        .talks
        .iter()
        .filter(|talk| !talk.is_cancelled() && talk.duration.is_none_or(|it| it < LONG))
        .filter_map(|talk| Some((talk.start?, talk)))
        .collect();
    talks.sort_by_key(|(start, _)| *start);
    let names = event.people.iter().map(|person| (&person.id, &person.name));
    let names: HashMap<_, _> = names.collect();
    // The talk of a person that ends last so far, and whether the person leads it.
    let mut busy = HashMap::<_, (DateTime, &Talk, bool)>::new();
    let mut found = Vec::new();
    for (start, talk) in talks {
        let end = talk.end().unwrap_or(start);
        let mut told = false;
        for it in &talk.people {
            let leads = matches!(it.part, Part::Moderator | Part::Organizer);
            let Some((until, other, other_leads)) = busy.get(&it.person).copied() else {
                busy.insert(&it.person, (end, talk, leads));
                continue;
            };
            let overlaps = other.id != talk.id && (start < until || other.start == Some(start));
            // Whoever leads a session may speak in it.
            let is_within = (leads || other_leads) && end <= until;
            let name = names
                .get(&it.person)
                .filter(|_| overlaps && !is_within && !told);
            if let Some(name) = name {
                told = true;
                let heading = other.heading();
                let heading = heading.map(|text| text.in_event_language(&event.language));
                let advice = Advice::DoubleBooked {
                    name: (*name).clone(),
                    talk: heading.unwrap_or(other.id.as_str()).to_owned(),
                    time: time(other),
                };
                found.push((talk, advice));
            }
            if end >= until {
                busy.insert(&it.person, (end, talk, leads));
            }
        }
    }
    found
}

/// `10:00–10:45`
fn time(talk: &Talk) -> String {
    let clock = |at: DateTime| format!("{:02}:{:02}", at.hour(), at.minute());
    let ends = [talk.start, talk.end()].into_iter().flatten();
    ends.map(clock).collect::<Vec<_>>().join("–")
}

/// Kinds of the file's own that look like another kind to readers.
fn kinds_alike(event: &Event) -> Vec<(&Talk, Advice)> {
    let mut shown = BTreeMap::<(bool, String), &Kind>::new();
    let mut told = HashSet::new();
    let is_usual = |talk: &&Talk| !matches!(talk.kind, Kind::Other(_));
    let usual = event.talks.iter().filter(is_usual);
    let others = event.talks.iter().filter(|talk| !is_usual(talk));
    let mut found = Vec::new();
    for talk in usual.chain(others) {
        for speech in [Speech::German, Speech::English] {
            let word = speech.kind(&talk.kind);
            let key = (speech == Speech::German, fold(word).bare);
            let other = *shown.entry(key).or_insert(&talk.kind);
            // Of a slip of the pen, the reader tells.
            let is_slip = || near(talk.kind.as_str(), Kind::WORDS.iter().copied()).is_some();
            if *other != talk.kind && !is_slip() && told.insert(talk.kind.as_str()) {
                let advice = Advice::KindsAlike {
                    kind: talk.kind.as_str().to_owned(),
                    other: other.as_str().to_owned(),
                    word: word.to_owned(),
                };
                found.push((talk, advice));
            }
        }
    }
    found
}
