//! The time zones of event and reader. The rules come from the browser, so the page contains none.

use std::{sync::Arc, time::Duration};

use jiff::civil::{DateTime, Time};
use js_sys::{Array, Date, Function, Object, Reflect};
use leptos::prelude::set_timeout;
use nachlese_event::{Seconds, Talk, date::iso};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};

use crate::state::{AppState, Outside, OwnZone};

/// After the page is drawn, finds out whether the reader's clock ever differs from the event's
/// clock during the programme, and during which talks the event's clock changed.
pub(crate) fn find_own_zone(state: AppState, outside: Outside) {
    let catalogue = state.catalogue();
    if catalogue.event.time_zone.is_none() {
        return;
    }
    let find = move || {
        let zone = catalogue.event.time_zone.as_deref().and_then(Clocks::of);
        let talks = &catalogue.event.talks;
        let Some(clocks) = zone else {
            return;
        };
        let changes = clocks.changes(talks);
        if !changes.is_empty() {
            outside.clock_changes.try_set(changes);
        }
        if !clocks.differ(talks) {
            return;
        }
        let name = own_name().unwrap_or_default();
        let clocks = SendWrapper::new(clocks);
        let shift = move |time| clocks.shift(time).unwrap_or(time);
        // The element may have been removed in the meantime.
        outside.own_zone.try_set(Some(OwnZone {
            name,
            shift: Arc::new(shift),
        }));
    };
    set_timeout(find, Duration::ZERO);
}

#[wasm_bindgen]
extern "C" {
    /// `Temporal.Instant`
    type Instant;
    #[wasm_bindgen(js_namespace = ["Temporal", "Instant"], js_name = fromEpochMilliseconds, catch)]
    fn of(moment: f64) -> Result<Instant, JsValue>;
    #[wasm_bindgen(method, js_name = toZonedDateTimeISO, catch)]
    fn within(this: &Instant, zone: &str) -> Result<Zoned, JsValue>;

    /// `Temporal.ZonedDateTime`
    type Zoned;
    #[wasm_bindgen(method, getter, js_name = offsetNanoseconds)]
    fn offset(this: &Zoned) -> f64;

    #[wasm_bindgen(js_namespace = ["Temporal", "Now"], js_name = timeZoneId, catch)]
    fn own_zone() -> Result<String, JsValue>;
}

/// Milliseconds per day.
const DAY: f64 = 86.4e6;

/// The clock at the event, and the reader's clock.
struct Clocks {
    /// The zone at the event.
    zone: String,
    /// Writes a moment as the event's clock shows it: `2026-09-17 10:20:00`. Used only in browsers
    /// without `Temporal`, because creating the first formatter takes tens of milliseconds.
    format: Option<Function>,
}

impl Clocks {
    /// The clock of a zone by its IANA name, or `None` if the browser does not know it.
    fn of(zone: &str) -> Option<Self> {
        let zone = zone.to_owned();
        if ahead(&zone, 0.0).is_some() {
            return Some(Self { zone, format: None });
        }
        let format = get(&formatter(Some(&zone))?, "format")?.dyn_into().ok()?;
        Some(Self {
            zone,
            format: Some(format),
        })
    }

    /// Whether both ever show different times. Checked once for each day.
    fn differ(&self, talks: &[Talk]) -> bool {
        let mut last = None;
        let mut starts = talks.iter().filter_map(|talk| talk.start);
        starts.any(|start| {
            let is_new = last.replace(start.date()) != Some(start.date());
            is_new && self.shift(start).is_some_and(|shifted| shifted != start)
        })
    }

    /// See [`Outside::clock_changes`].
    #[expect(clippy::float_cmp, reason = "offsets are whole seconds")]
    fn changes(&self, talks: &[Talk]) -> Vec<(DateTime, Seconds, i32)> {
        let mut last = None;
        let mut is_steady = true;
        let mut changes = Vec::new();
        for talk in talks {
            let (Some(start), Some(length), None) = (talk.start, talk.duration, talk.whole_days())
            else {
                continue;
            };
            let begin = self.moment(start);
            let took = f64::from(length.0) * 1e3;
            if last.replace(start.date()) != Some(start.date()) {
                // Nearly all talks end within these days.
                is_steady = self.ahead(begin - DAY) == self.ahead(begin + 5.0 * DAY);
            }
            if !is_steady || took > 4.0 * DAY {
                let end = begin + took;
                #[expect(clippy::cast_possible_truncation, reason = "clocks are set by hours")]
                let forward = ((self.ahead(end) - self.ahead(begin)) / 1e3) as i32;
                if forward != 0 {
                    changes.push((start, length, forward));
                }
            }
        }
        changes
    }

    /// When the event's clock shows a time, in milliseconds since 1970. A skipped time counts as
    /// before the change, and a time that occurs twice as the first one.
    #[expect(clippy::float_cmp, reason = "offsets are whole seconds")]
    fn moment(&self, time: DateTime) -> f64 {
        let (day, clock) = (iso(time.date()), time.time());
        let (hour, minute, second) = (clock.hour(), clock.minute(), clock.second());
        let shown = Date::parse(&format!("{day}T{hour:02}:{minute:02}:{second:02}Z"));
        let [before, after] = [shown - DAY, shown + DAY].map(|near| self.ahead(near));
        let [first, second] = [shown - before, shown - after];
        let is_skipped = self.ahead(second) != after;
        if self.ahead(first) == before || is_skipped {
            first
        } else {
            second
        }
    }

    /// What the reader's clock shows when the event's clock shows a time.
    fn shift(&self, time: DateTime) -> Option<DateTime> {
        let own = Date::new(&self.moment(time).into());
        let small = |number: u32| i8::try_from(number).ok();
        let day = jiff::civil::Date::new(
            i16::try_from(own.get_full_year()).ok()?,
            small(own.get_month() + 1)?,
            small(own.get_date())?,
        );
        let (hour, minute) = (small(own.get_hours())?, small(own.get_minutes())?);
        let time = Time::new(hour, minute, small(own.get_seconds())?, 0);
        Some(day.ok()?.to_datetime(time.ok()?))
    }

    /// How many milliseconds the event's clock is ahead of universal time at a moment.
    fn ahead(&self, moment: f64) -> f64 {
        let Some(format) = &self.format else {
            return ahead(&self.zone, moment).unwrap_or_default();
        };
        let text = format.call1(&JsValue::NULL, &moment.into());
        let text = text
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default();
        Date::parse(&(text.replace(' ', "T") + "Z")) - moment
    }
}

/// The same for a zone by name. `None` if the browser does not know the zone, or has no `Temporal`.
fn ahead(zone: &str, moment: f64) -> Option<f64> {
    let within = Instant::of(moment).ok()?.within(zone).ok()?;
    Some(within.offset() / 1e6)
}

/// A formatter for moments in a zone, or in the reader's own. It uses Swedish, which is like ISO
/// 8601.
fn formatter(zone: Option<&str>) -> Option<JsValue> {
    let options = Object::new();
    let all = [
        ("timeZone", zone),
        ("dateStyle", Some("short")),
        ("timeStyle", Some("medium")),
    ];
    for (name, value) in all {
        if let Some(value) = value {
            Reflect::set(&options, &name.into(), &value.into()).ok()?;
        }
    }
    let class = get(&get(&js_sys::global(), "Intl")?, "DateTimeFormat")?;
    let class: Function = class.dyn_into().ok()?;
    Reflect::construct(&class, &Array::of2(&"sv".into(), &options)).ok()
}

/// The name of the reader's zone.
fn own_name() -> Option<String> {
    if let Ok(name) = own_zone() {
        return Some(name);
    }
    let own = formatter(None)?;
    let options: Function = get(&own, "resolvedOptions")?.dyn_into().ok()?;
    get(&options.call0(&own).ok()?, "timeZone")?.as_string()
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok()
}
