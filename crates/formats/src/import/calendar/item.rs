//! An entry of a calendar as talks: one for each time at which it takes place.

use nachlese_event::problem::Finding;
use nachlese_reader::cursor::{Fields, Node};

use super::{
    at::At,
    entry::{End, Entry},
    fields::{says, text, value},
    people::{Names, participants},
    plan::{Planned, last_day},
    series::Occurrence,
};
use crate::import::{
    clock::{DAY, civil},
    identity::Identity,
    moment::Clock,
    programme::Programme,
    slot::Slot,
    talk,
    times::{Begin, Length, Times, told},
    zones::Zones,
};

/// Reads an entry that is shown.
pub(super) fn item(
    node: Node<'_>,
    entry: &Entry,
    planned: Planned,
    names: &Names,
    programme: &mut Programme,
) {
    let talk = node.object(|fields| {
        let is_secret = fields.get("CLASS").filter(|class| is_secret(*class));
        if is_secret.is_some() || planned.is_left_out {
            is_secret.unwrap_or(fields.node).skip();
            fields.ignore_rest();
            return None;
        }
        for technical in ["DTSTAMP", "SEQUENCE"] {
            fields.get(technical);
        }
        fields.each("RELATED-TO", &mut |_| {});
        report(fields, entry, &planned, &programme.zones);
        if planned.times.is_empty() {
            // All its dates are exceptions, or replaced by other entries.
            fields.ignore_rest();
            return None;
        }
        programme.entries += 1;
        let (mut talk, identity, _) = talk::read(fields, Slot::default(), programme)?;
        talk.people = participants(fields, names, programme);
        Some((talk, identity))
    });
    let Some((talk, identity)) = talk else { return };
    programme.entries += planned.times.len() - 1;
    for (occurrence, id) in &planned.times {
        let mut talk = talk.clone();
        let identity = match id.as_str() {
            "" => identity.clone(),
            id => Identity::given(id, node.path()),
        };
        // Each date of a series is a talk of its own.
        talk.guid = match occurrence.instance {
            _ if entry.uid.is_empty() => None,
            Some(_) => Some(dated_uid(&entry.uid, id)),
            None => Some(entry.uid.clone()),
        };
        let times = times(occurrence, node, programme);
        programme.talks.push(talk);
        programme.times.push(times);
        programme.identities.push(identity);
    }
}

/// Whether an entry is not public. Unknown words also mean that it is not (RFC 5545, section
/// 3.8.1.3).
fn is_secret(class: Node<'_>) -> bool {
    !says(Some(value(class.json)), "PUBLIC")
}

/// Reports which times of an entry are not known or not shown.
fn report(fields: &Fields<'_>, entry: &Entry, planned: &Planned, zones: &Zones) {
    let start = fields.get("DTSTART");
    let end = fields.get("DTEND");
    let instance = fields.get("RECURRENCE-ID");
    let rule = fields.get("RRULE");
    let [start_is_read, end_is_read] = [entry.start.is_some(), matches!(entry.end, End::Until(_))];
    for (node, is_read) in [(start, start_is_read), (end, end_is_read)] {
        if let Some(node) = node.filter(|_| !is_read) {
            let value = value(node.json).to_owned();
            node.report(Finding::InvalidDate { value });
        }
    }
    // A changed date of a series takes place when it was planned.
    if start.is_none() && entry.instance.is_none() {
        let field = "DTSTART";
        fields.node.report(Finding::MissingField { field });
    }
    let length = fields.get("DURATION").filter(|_| end.is_none());
    if let Some(node) = length.filter(|_| matches!(entry.end, End::Unknown)) {
        let value = value(node.json).to_owned();
        node.report(Finding::InvalidTime { value });
    }
    for name in ["RDATE", "EXDATE"] {
        fields.each(name, &mut |_| {});
    }
    for (name, value) in &entry.unread {
        let value = value.clone();
        let path = fields.node.path().element(name, None);
        let context = fields.node.context;
        context.report(&path, Finding::InvalidDate { value });
    }
    if let Some(zone) = &entry.unknown_zone {
        let node = start.or(instance).unwrap_or(fields.node);
        node.report(zones.unknown(zone.clone()));
    }
    if let Some((name, rule)) = &entry.refused {
        let node = fields.get(name).unwrap_or(fields.node);
        let rule = rule.clone();
        node.report(Finding::RuleNotFollowed { rule });
    } else if let Some(rule) = rule.filter(|_| planned.goes_on) {
        let shown = planned.times.len();
        rule.report(Finding::SeriesGoesOn { shown });
    }
    if let Some(instance) = instance.filter(|_| entry.is_for_later_ones) {
        let rule = "RANGE=THISANDFUTURE".to_owned();
        instance.report(Finding::RuleNotFollowed { rule });
    }
}

/// `leim-2026-03-09@werkstatt.example`: the id of a date of a series, with the host that created
/// it.
fn dated_uid(uid: &str, id: &str) -> String {
    match uid.split_once('@') {
        Some((_, host)) => format!("{id}@{host}"),
        None => id.to_owned(),
    }
}

fn times(occurrence: &Occurrence, node: Node<'_>, programme: &mut Programme) -> Times {
    let nothing = Times {
        begins: None,
        length: Length::Unknown,
    };
    let Some(at) = &occurrence.at else {
        return nothing;
    };
    let Some(moment) = at.moment() else {
        return nothing;
    };
    if matches!(at.clock, Clock::Universal) && programme.universal.is_none() {
        let path = node.path().element("DTSTART", None);
        let told = text(node.json, "DTSTART").unwrap_or_default();
        programme.universal = Some((path, told.to_owned()));
    }
    let length = length(at, &occurrence.end, node);
    // An entry that lasts for several days belongs to each of them.
    let last = last_day(at, &occurrence.end);
    if last > at.stamp.day + 1 || at.is_day() {
        let days = (at.stamp.day..=last).take(MOST_DAYS);
        for day in days.filter_map(|day| civil(day * DAY)) {
            programme.note_day(day.date());
        }
    }
    Times {
        begins: Some(Begin::At(moment)),
        length,
    }
}

const MOST_DAYS: usize = 366;

/// The duration of an entry. Whole days are counted on the calendar, because they have no clock
/// time.
fn length(at: &At, end: &End, node: Node<'_>) -> Length {
    let name = match end {
        End::After(_) => "DURATION",
        End::Unknown | End::Until(_) => "DTEND",
    };
    let path = node.path().element(name, None);
    let begins_after_end = || node.context.report(&path, Finding::EndsBeforeStart);
    let seconds = match end {
        _ if at.is_day() => {
            let days = match end {
                End::Unknown => 1,
                End::Until(end) => end.stamp.day - at.stamp.day,
                End::After(span) => span.days + (span.seconds + DAY - 1).div_euclid(DAY),
            };
            if days < 0 {
                begins_after_end();
            }
            // Some programs write the same day as start and end.
            days.max(1) * DAY
        }
        End::Unknown => 0,
        End::Until(end) => {
            return end
                .moment()
                .map_or(Length::Unknown, |end| Length::Until(end, path));
        }
        End::After(span) => at.later(span.days, span.seconds).instant() - at.instant(),
    };
    if seconds < 0 {
        begins_after_end();
    }
    told(seconds, &path, node.context).map_or(Length::Unknown, Length::Told)
}
