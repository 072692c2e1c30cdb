//! Which entries of a calendar are shown, and when. Series are expanded here.
//!
//! - A series that ends within a year is expanded in full. One that goes on is expanded for the
//!   days from the first to the last of all other entries, for a year at most; if there are no
//!   others, for a year.
//! - At most 1,000 dates of series in a file are shown, the first ones. A finding tells how many
//!   are shown.
//! - An entry that changes one date of a series replaces it.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    at::At,
    entry::{End, Entry},
    follow::Wanted,
    ids::{Ids, dated},
    rule::Rule,
    series::{Budget, Key, Occurrence, Series},
};

/// The most times of series.
const MOST: usize = 1_000;
const YEAR: i64 = 366;

/// How an entry is shown.
#[derive(Default)]
pub(super) struct Planned {
    /// When it takes place, and the id of each.
    pub(super) times: Vec<(Occurrence, String)>,
    /// Whether other entries have replaced it, or it is far from all others.
    pub(super) is_left_out: bool,
    /// Whether the series goes on.
    pub(super) goes_on: bool,
}

/// Plans all entries of a file, in its order.
pub(super) fn plan(entries: &[Entry]) -> Vec<Planned> {
    let mut plan: Vec<Planned> = entries.iter().map(|_| Planned::default()).collect();
    leave_out_old_revisions(entries, &mut plan);
    let mut budget = Budget {
        steps: 1_000_000,
        occurrences: 100 * MOST,
    };
    let mut series: Vec<Option<Series>> = entries.iter().map(|_| None).collect();
    let is_first = |at: usize| entries[at].instance.is_none();
    for (at, entry) in entries.iter().enumerate() {
        if plan[at].is_left_out || !is_first(at) {
            continue;
        }
        let begin = entry.start.as_ref().map_or(0, |start| start.stamp.day);
        let dates = entry.dates.iter().map(|(date, _)| date.stamp.day);
        let whole = Wanted {
            from: dates.clone().fold(begin, i64::min),
            to: dates.fold(begin + YEAR, i64::max),
            most: MOST + 1,
        };
        let ends = |rule: &Rule| rule.count.is_some() || rule.until.is_some();
        if !entry.rules.iter().all(ends) {
            continue;
        }
        let found = entry.series(whole, &mut budget);
        if found.is_whole {
            series[at] = Some(found);
        } else {
            budget.occurrences += found.all.len();
        }
    }
    let window = window(entries, &series, &plan);
    for (at, entry) in entries.iter().enumerate() {
        if plan[at].is_left_out || !is_first(at) || series[at].is_some() {
            continue;
        }
        plan[at].goes_on = true;
        series[at] = Some(within(entry, window, &mut budget));
    }
    let series_of = series_by_id(entries, &plan);
    put_changes_in_place(entries, &series_of, &mut series, window, &mut plan);
    cut(entries, &mut series, &mut plan);
    let ids = Ids::of(entries);
    for (at, series) in series.into_iter().enumerate() {
        let entry = &entries[at];
        let base = ids.base(entry);
        let first = match &entry.instance {
            Some(_) => series_of
                .get(entry.uid.as_str())
                .map(|known| &entries[*known]),
            None => Some(entry),
        };
        let start = first.and_then(|first| first.start.as_ref());
        plan[at].times = series.map_or_else(Vec::new, |series| {
            let times = series.all.into_iter();
            let named = times.map(|time| {
                let id = dated(&base, time.instance.as_ref(), start);
                (time, id)
            });
            named.collect()
        });
    }
    plan
}

/// If two entries are for the same date, the later revision counts. If they share only the id, a
/// program has used it twice, and both stay.
fn leave_out_old_revisions(entries: &[Entry], plan: &mut [Planned]) {
    let mut latest: BTreeMap<(&str, Option<i64>), usize> = BTreeMap::new();
    for (at, entry) in entries
        .iter()
        .enumerate()
        .filter(|(_, it)| !it.uid.is_empty())
    {
        let key = (entry.uid.as_str(), entry.instance.as_ref().map(At::instant));
        let Some(known) = latest.get(&key).copied() else {
            latest.insert(key, at);
            continue;
        };
        let other = &entries[known];
        let start = |entry: &Entry| entry.start.as_ref().map(At::instant);
        if other.revision.0 == entry.revision.0
            && (start(other), &other.title) != (start(entry), &entry.title)
        {
            continue;
        }
        let is_newer = entry.revision >= other.revision;
        plan[if is_newer { known } else { at }].is_left_out = true;
        if is_newer {
            latest.insert(key, at);
        }
    }
}

/// The first and the last day of all entries that end. If there are none, a year.
fn window(entries: &[Entry], series: &[Option<Series>], plan: &[Planned]) -> (i64, i64) {
    let mut days: Option<(i64, i64)> = None;
    for occurrence in series.iter().flatten().flat_map(|series| &series.all) {
        if let Some(at) = &occurrence.at {
            let (first, last) = days.unwrap_or((at.stamp.day, at.stamp.day));
            days = Some((
                first.min(at.stamp.day),
                last.max(last_day(at, &occurrence.end)),
            ));
        }
    }
    if let Some((first, last)) = days {
        return (first, last.min(first + YEAR));
    }
    let alive = entries
        .iter()
        .zip(plan)
        .filter(|(_, planned)| !planned.is_left_out);
    let starts = alive.filter_map(|(entry, _)| Some(entry.start.as_ref()?.stamp.day));
    let last = starts.clone().max().unwrap_or_default();
    let first = starts
        .filter(|day| *day > last - YEAR)
        .min()
        .unwrap_or(last);
    (first, first + YEAR - 1)
}

/// The last day of an entry that begins at a time.
pub(super) fn last_day(at: &At, end: &End) -> i64 {
    let end = match end {
        End::Unknown => return at.stamp.day,
        End::Until(end) => at.wall_of(end),
        End::After(span) => at.wall_of(&at.later(span.days, span.seconds)),
    };
    (end - 1)
        .div_euclid(crate::import::clock::DAY)
        .max(at.stamp.day)
}

/// Expands a series without an end for some days. If it has no date on them, takes the nearest one.
fn within(entry: &Entry, (first, last): (i64, i64), budget: &mut Budget) -> Series {
    let days = |from, to, most| Wanted { from, to, most };
    let found = entry.series(days(first, last, MOST + 1), budget);
    if !found.all.is_empty() {
        return found;
    }
    let mut before = entry.series(days(first - YEAR, first - 1, MOST + 1), budget);
    let mut after = entry.series(days(last + 1, last + YEAR, 1), budget);
    let day = |time: &Occurrence| time.at.as_ref().map_or(0, |at| at.stamp.day);
    let before = before.all.pop();
    let after = (!after.all.is_empty()).then(|| after.all.swap_remove(0));
    let nearest = match (before, after) {
        (Some(before), Some(after)) if first - day(&before) <= day(&after) - last => Some(before),
        (before, None) => before,
        (_, after) => after,
    };
    let start = || Occurrence {
        at: entry.start.clone(),
        end: entry.end.clone(),
        instance: entry.start.clone(),
    };
    Series {
        all: vec![nearest.unwrap_or_else(start)],
        is_whole: false,
    }
}

/// The entries for whole series, or for single dates outside of series.
fn series_by_id<'a>(entries: &'a [Entry], plan: &[Planned]) -> BTreeMap<&'a str, usize> {
    let mut first = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        if entry.instance.is_none() && !plan[at].is_left_out && !entry.uid.is_empty() {
            first.entry(entry.uid.as_str()).or_insert(at);
        }
    }
    first
}

/// Replaces dates of series by the entries that change them.
fn put_changes_in_place(
    entries: &[Entry],
    series_of: &BTreeMap<&str, usize>,
    series: &mut [Option<Series>],
    window: (i64, i64),
    plan: &mut [Planned],
) {
    let mut replaced: BTreeMap<usize, BTreeSet<Key>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        let Some(instance) = entry.instance.as_ref().filter(|_| !plan[at].is_left_out) else {
            continue;
        };
        let when = entry.start.as_ref().unwrap_or(instance);
        if let Some(known) = series_of.get(entry.uid.as_str()).copied()
            && let Some(start) = entries[known].start.as_ref()
        {
            replaced
                .entry(known)
                .or_default()
                .insert(Key::of(instance, start));
            let is_near = |at: &At| (window.0..=window.1).contains(&at.stamp.day);
            // It belongs to the many dates that are not shown.
            if plan[known].goes_on && !is_near(instance) && !is_near(when) {
                plan[at].is_left_out = true;
                continue;
            }
        }
        let occurrence = Occurrence {
            at: Some(when.clone()),
            end: entry.end.clone(),
            instance: Some(instance.clone()),
        };
        series[at] = Some(Series {
            all: vec![occurrence],
            is_whole: true,
        });
    }
    for (known, keys) in replaced {
        let Some((series, start)) = series[known].as_mut().zip(entries[known].start.as_ref())
        else {
            continue;
        };
        series.all.retain(|time| {
            let keys_of = time.at.as_ref().map(|at| Key::both(at, start));
            !keys_of.iter().flatten().any(|key| keys.contains(key))
        });
    }
}

/// Cuts off everything after the first thousand dates of all series.
fn cut(entries: &[Entry], series: &mut [Option<Series>], plan: &mut [Planned]) {
    let instant = |time: &Occurrence| time.at.as_ref().map_or(i64::MIN, At::instant);
    let repeats = |at: usize| entries[at].repeats();
    let all = series.iter().enumerate().filter(|(at, _)| repeats(*at));
    let times = all
        .flat_map(|(_, series)| series)
        .flat_map(|series| &series.all);
    let mut instants: Vec<i64> = times.map(instant).collect();
    if instants.len() <= MOST {
        return;
    }
    instants.sort_unstable();
    let end = instants[MOST];
    for (at, series) in series.iter_mut().enumerate().filter(|(at, _)| repeats(*at)) {
        let Some(series) = series else { continue };
        let kept = series
            .all
            .partition_point(|time| instant(time) < end)
            .max(1);
        if kept < series.all.len() {
            series.all.truncate(kept);
            plan[at].goes_on = true;
        }
    }
}
