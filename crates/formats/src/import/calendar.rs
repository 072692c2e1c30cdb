//! iCalendar (RFC 5545, 6868 and 7986, read on 2026-11-29): for programmes that have no better
//! format.
//!
//! Read in two steps. First the times of all entries, because they depend on each other: zones,
//! series, and changes to single dates of a series. Then the entries one by one, as talks.

mod at;
mod entry;
mod fields;
mod follow;
mod ids;
mod item;
mod length;
mod own_zone;
mod people;
mod plan;
mod property;
mod rule;
mod series;
mod stamp;
mod tree;
mod whole;
mod zone_names;

pub(super) use tree::tree;

use nachlese_event::{LanguageTag, TalkStatus, problem::Finding};
use nachlese_reader::{
    cursor::{Fields, Node},
    json::Json,
};

use self::{
    entry::Entry,
    fields::{all, parameter, says, text, value},
    item::item,
    people::{Names, note_names},
    plan::plan,
    stamp::Stamp,
    whole::{Whole, without_venue},
    zone_names::ZoneNames,
};
use super::{
    link::address,
    moment::Clock,
    programme::Programme,
    value::{line, word},
};

/// Reads the calendars of a file.
pub(super) fn calendar(node: Node<'_>, programme: &mut Programme) {
    let First {
        names,
        entries,
        is_zone_unknown,
    } = First::of(node, programme);
    let whole = Whole::of(node.json);
    let mut unknown = is_zone_unknown.into_iter();
    let mut planned = entries.iter().zip(plan(&entries));
    node.object(|root| {
        root.each("VCALENDAR", &mut |node| {
            node.object(|fields| {
                let is_cancelled = head(fields, unknown.next().unwrap_or_default(), programme);
                fields.each("VEVENT", &mut |node| {
                    let before = programme.talks.len();
                    match (planned.next(), &whole) {
                        (Some((entry, _)), Some(whole)) if whole.is(entry) => {
                            whole.read(node, entry, programme);
                        }
                        (Some((entry, planned)), _) => {
                            item(node, entry, planned, &names, programme);
                        }
                        (None, _) => {}
                    }
                    if is_cancelled {
                        cancel(programme, before);
                    }
                });
                Some(())
            });
        });
        Some(())
    });
    if whole.is_some() {
        without_venue(programme);
    }
}

/// What is known after the first step.
struct First {
    names: Names,
    entries: Vec<Entry>,
    /// For each calendar, whether the zone that it names is unknown.
    is_zone_unknown: Vec<bool>,
}

impl First {
    fn of(node: Node<'_>, programme: &mut Programme) -> Self {
        let file = node.json;
        let mut first = Self {
            names: Names::new(),
            entries: Vec::new(),
            is_zone_unknown: Vec::new(),
        };
        let days = days(file);
        let mut only = None;
        let mut languages: Vec<&str> = Vec::new();
        for calendar in all(file, "VCALENDAR") {
            let mut names = ZoneNames::of(calendar, days, &mut programme.zones);
            let told = text(calendar, "X-WR-TIMEZONE").is_some();
            if let Clock::Zone(zone) = &names.floating {
                programme.zone = programme.zone.take().or_else(|| zone.name());
            }
            first
                .is_zone_unknown
                .push(told && !matches!(names.floating, Clock::Zone(_)));
            for event in all(calendar, "VEVENT") {
                note_names(event, &mut first.names);
                first
                    .entries
                    .push(Entry::read(event, &mut names, &mut programme.zones));
                let summary = event.get("SUMMARY");
                languages.extend(summary.and_then(|text| parameter(text, "LANGUAGE")));
            }
            only = only.or_else(|| names.only());
        }
        first.settle_zone(only, node, programme);
        // The language of most titles.
        languages.sort_unstable();
        let runs = languages.chunk_by(|one, other| one == other);
        let most = runs.max_by_key(|run| run.len()).and_then(|run| run.first());
        let most = most.and_then(|language| LanguageTag::new(language).ok());
        programme.language = programme.language.take().or(most);
        first
    }

    /// If no time names a zone, it is the only one that the file defines. Otherwise it is universal
    /// time, if all clock times are in it.
    fn settle_zone(&self, only: Option<String>, node: Node<'_>, programme: &mut Programme) {
        let starts = self.entries.iter().filter_map(|entry| entry.start.as_ref());
        let timed = starts.filter(|at| !at.is_day());
        let clocks: Vec<_> = timed.map(|at| &at.clock).collect();
        let is_told = clocks.iter().any(|clock| matches!(clock, Clock::Zone(_)));
        // Nobody has set the zone of the calendar if it is universal time, but entries name one.
        let is_elsewhere =
            |clock: &&Clock| matches!(clock, Clock::Zone(zone) if !zone.is_universal());
        if programme.zone.as_deref().is_some_and(is_universal_name)
            && clocks.iter().any(is_elsewhere)
        {
            programme.zone = None;
        }
        if is_told || programme.zone.is_some() {
            return;
        }
        programme.zone = only;
        let is_universal = |clock: &&Clock| matches!(clock, Clock::Universal);
        let is_utc = !clocks.is_empty() && clocks.iter().all(is_universal);
        if programme.zone.is_none() && is_utc {
            let value = "UTC".to_owned();
            programme.zone = Some(value.clone());
            let field = "timeZone";
            node.report(Finding::Assumed { field, value });
        }
    }
}

fn is_universal_name(name: &str) -> bool {
    ["UTC", "Etc/UTC", "GMT", "Etc/GMT"].contains(&name)
}

/// The first and the last day that entries name, limited to a lifetime.
fn days(file: &Json) -> (i64, i64) {
    let events = all(file, "VCALENDAR").flat_map(|calendar| all(calendar, "VEVENT"));
    let starts = events.filter_map(|event| Some(Stamp::read(text(event, "DTSTART")?)?.day));
    let last = starts.clone().max().unwrap_or_default();
    let first = starts.min().unwrap_or_default().max(last - 36_500);
    (first, last + 366)
}

/// Reads what a calendar says about itself. Returns whether it says that everything is cancelled.
fn head(fields: &Fields<'_>, is_zone_unknown: bool, programme: &mut Programme) -> bool {
    for technical in ["VERSION", "PRODID", "CALSCALE", "VTIMEZONE", "UID", "COLOR"] {
        fields.each(technical, &mut |_| {});
    }
    let title = fields.any(&["X-WR-CALNAME", "NAME"]);
    let summary = fields.any(&["X-WR-CALDESC", "DESCRIPTION"]);
    for (node, known) in [
        (title, &mut programme.title),
        (summary, &mut programme.summary),
    ] {
        let Some(node) = node else { continue };
        if known.is_some() {
            node.skip();
        } else {
            *known = line(node);
        }
    }
    if let Some(url) = fields.get("URL") {
        let page = address(url, programme.base.as_ref());
        programme.page = programme.page.take().or(page);
    }
    if let Some(zone) = fields.get("X-WR-TIMEZONE").filter(|_| is_zone_unknown) {
        let name = word(zone).unwrap_or_default();
        zone.report(programme.zones.unknown(name));
    }
    let method = fields.get("METHOD");
    method.is_some_and(|method| says(Some(value(method.json)), "CANCEL"))
}

/// Marks all talks from one on as cancelled.
fn cancel(programme: &mut Programme, from: usize) {
    for talk in programme.talks.iter_mut().skip(from) {
        talk.status = Some(TalkStatus::Cancelled);
    }
}

#[cfg(test)]
mod tests;
