//! When and how often an entry of a calendar takes place, as written in the file.

use nachlese_reader::json::Json;

use super::{
    at::At,
    fields::{all, parameter, text, value},
    length::Span,
    rule::Rule,
    stamp::Stamp,
    zone_names::ZoneNames,
};
use crate::import::{moment::Clock, zones::Zones};

/// What an entry says about its times.
pub(super) struct Entry {
    /// The id that all entries of a series share. Empty if there is none.
    pub(super) uid: String,
    pub(super) title: String,
    pub(super) start: Option<At>,
    pub(super) end: End,
    /// The date of a series that the entry changes (`RECURRENCE-ID`).
    pub(super) instance: Option<At>,
    /// Whether it also changes all later dates.
    pub(super) is_for_later_ones: bool,
    pub(super) rules: Vec<Rule>,
    /// The parts of rules that are not understood.
    pub(super) refused: Option<(&'static str, String)>,
    /// Further times (`RDATE`), and their ends if they have ends of their own.
    pub(super) dates: Vec<(At, Option<End>)>,
    /// Times at which it does not take place (`EXDATE`).
    pub(super) except: Vec<At>,
    /// The number of the revision and when it was written. The last revision counts.
    pub(super) revision: (i64, i64),
    /// An unknown zone.
    pub(super) unknown_zone: Option<String>,
    /// The properties with dates that cannot be read, each with the first of them.
    pub(super) unread: Vec<(&'static str, String)>,
}

/// When something ends.
#[derive(Clone)]
pub(super) enum End {
    /// The file does not say.
    Unknown,
    Until(At),
    After(Span),
}

impl Entry {
    /// Reads an entry.
    pub(super) fn read(json: &Json, names: &mut ZoneNames, zones: &mut Zones) -> Self {
        let mut reader = Reader {
            names,
            zones,
            unknown_zone: None,
            unread: Vec::new(),
        };
        let start = json.get("DTSTART").and_then(|start| reader.time(start));
        let end = match json.get("DTEND").and_then(|end| reader.time(end)) {
            Some(end) => End::Until(end),
            None => text(json, "DURATION")
                .and_then(Span::read)
                .map_or(End::Unknown, End::After),
        };
        let instance = json.get("RECURRENCE-ID");
        let mut rules = Vec::new();
        let mut refused = all(json, "EXRULE")
            .next()
            .map(|_| ("EXRULE", "EXRULE".to_owned()));
        for rule in all(json, "RRULE") {
            match Rule::new(value(rule)) {
                Ok(rule) => rules.push(rule),
                Err(part) => refused = Some(("RRULE", part)),
            }
        }
        if refused.is_some() {
            rules.clear();
        }
        let except = reader.all_times(json, "EXDATE").into_iter();
        let except = except.map(|(time, _)| time).collect();
        let dates = reader.all_times(json, "RDATE");
        let changed = instance.and_then(|instance| reader.time(instance));
        if let Some(instance) = instance.filter(|_| changed.is_none()) {
            let name = "RECURRENCE-ID";
            reader.unread.push((name, value(instance).to_owned()));
        }
        let sequence = text(json, "SEQUENCE").and_then(|number| number.parse().ok());
        let written = text(json, "DTSTAMP").and_then(Stamp::read);
        Self {
            uid: text(json, "UID").unwrap_or_default().to_owned(),
            title: text(json, "SUMMARY").unwrap_or_default().to_owned(),
            start,
            end,
            instance: changed,
            is_for_later_ones: instance
                .is_some_and(|instance| parameter(instance, "RANGE").is_some()),
            rules,
            refused,
            dates,
            except,
            revision: (sequence.unwrap_or_default(), written.map_or(0, Stamp::wall)),
            unknown_zone: reader.unknown_zone,
            unread: reader.unread,
        }
    }

    /// Whether it is a series, even one whose rule is not understood.
    pub(super) fn repeats(&self) -> bool {
        !self.rules.is_empty() || !self.dates.is_empty() || self.refused.is_some()
    }

    /// The end of an entry that begins at a time of the series.
    pub(super) fn end_of(&self, begin: &At) -> End {
        match (&self.end, &self.start) {
            (End::Until(end), Some(start)) if begin.instant() != start.instant() => {
                // As long as the first one, measured on a clock without changes.
                End::After(if start.is_day() {
                    let days = end.stamp.day - start.stamp.day;
                    Span { days, seconds: 0 }
                } else {
                    let seconds = end.instant() - start.instant();
                    Span { days: 0, seconds }
                })
            }
            (end, _) => end.clone(),
        }
    }
}

struct Reader<'a> {
    names: &'a mut ZoneNames,
    zones: &'a mut Zones,
    unknown_zone: Option<String>,
    unread: Vec<(&'static str, String)>,
}

impl Reader<'_> {
    fn time(&mut self, property: &Json) -> Option<At> {
        let clock = self.clock(property);
        Some(At::new(Stamp::read(value(property))?, clock))
    }

    /// The times of all properties with a name.
    fn all_times(&mut self, json: &Json, name: &'static str) -> Vec<(At, Option<End>)> {
        let mut times = Vec::new();
        for list in all(json, name) {
            let before = times.len();
            times.extend(self.times(list));
            let texts = value(list)
                .split(',')
                .filter(|text| !text.trim().is_empty());
            if texts.count() > times.len() - before {
                self.unread.push((name, value(list).to_owned()));
            }
        }
        times
    }

    /// Times separated by commas. Each may be a period, with its end or duration after a slash.
    fn times(&mut self, property: &Json) -> Vec<(At, Option<End>)> {
        let clock = self.clock(property);
        let time = |text: &str| Some(At::new(Stamp::read(text)?, clock.clone()));
        let read = |text: &str| {
            let (begin, end) = match text.split_once('/') {
                Some((begin, end)) => (begin, Some(end)),
                None => (text, None),
            };
            let end = end.and_then(|end| {
                let until = time(end).map(End::Until);
                until.or_else(|| Span::read(end).map(End::After))
            });
            Some((time(begin)?, end))
        };
        value(property).split(',').filter_map(read).collect()
    }

    fn clock(&mut self, property: &Json) -> Clock {
        let Some(name) = parameter(property, "TZID") else {
            return self.names.floating.clone();
        };
        let zone = self.names.find(name, self.zones);
        if zone.is_none() && self.names.is_news(name) {
            self.unknown_zone.get_or_insert_with(|| name.to_owned());
        }
        zone.map_or(Clock::Event, Clock::Zone)
    }
}
