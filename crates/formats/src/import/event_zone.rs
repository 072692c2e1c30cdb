//! The time zone of an event: the one that its file names, else what its times tell.
//!
//! - A zone that the file names for all times wins, else the zone that most of its times name.
//! - If all times are in universal time, that is assumed to be the event's zone.
//! - If all times have one offset, or two offsets as before and after a change of the clocks, they
//!   are shown as written, and the zone stays unknown. Times in universal time among them are
//!   shown on the same clock.
//! - If they have several other offsets, all are shown at the most frequent one, and a finding
//!   says so.
//! - If a file names universal time as its zone but writes each clock time at another offset,
//!   nobody has set the zone: the clock times count.

use nachlese_event::problem::{Finding, JsonPath};
use nachlese_reader::context::Context;

use super::{
    clock::{offset_text, seconds},
    moment::Clock,
    programme::Programme,
    times::{Begin, Times},
    zone::Zone,
};

impl Programme {
    /// Finds the zone of the event's clock times, and its name.
    pub(super) fn event_zone(
        &mut self,
        context: &Context,
        assume: &dyn Fn(&'static str, &str),
    ) -> Option<Zone> {
        if let Some(zone) = self.named_zone(context) {
            return Some(zone);
        }
        if let Some(zone) = most_used(&self.times) {
            self.zone = zone.name().or(self.zone.take());
            return Some(zone);
        }
        let told = Told::by(&self.times);
        if told.is_universal() {
            assume("timeZone", "UTC");
            self.zone = Some("UTC".to_owned());
            return Some(Zone::Fixed(0));
        }
        if told.offsets.is_empty() {
            if let Some((path, value)) = self.universal.take().filter(|_| told.has_universal) {
                context.report(&path, Finding::UtcTime { value });
            }
            return None;
        }
        Some(told.zone(context))
    }

    fn named_zone(&mut self, context: &Context) -> Option<Zone> {
        let name = self.zone.clone()?;
        let path = JsonPath::root();
        let Some(zone) = self.zones.find(&name) else {
            // Reported here, unless a talk has reported it already.
            if let Some(value) = self.zones.take_unknown() {
                context.report(&path, self.zones.unknown(value));
            }
            return None;
        };
        let other = self.times.iter().find_map(|times| {
            let begins = times.begins.as_ref().filter(|begins| begins.is_copied())?;
            let Begin::Dated(moment, _) = begins else {
                return None;
            };
            moment.written_offset().filter(|ahead| *ahead != 0)
        });
        if let Some(ahead) = other.filter(|_| zone.is_universal()) {
            let offset = offset_text(ahead);
            self.zone = None;
            context.report(
                &path,
                Finding::DoubtfulTimeZone {
                    value: name,
                    offset,
                },
            );
            return None;
        }
        self.zone = zone.name().or(Some(name));
        Some(zone)
    }
}

/// The zone that most times name, or the first of several with the same count.
fn most_used(times: &[Times]) -> Option<Zone> {
    let mut counts = Vec::new();
    for moment in times.iter().flat_map(Times::moments) {
        let Clock::Zone(zone) = &moment.clock else {
            continue;
        };
        count(zone, &mut counts);
    }
    let most = counts.iter().rev().max_by_key(|(_, count)| *count)?;
    Some(most.0.clone())
}

fn count<T: PartialEq>(one: T, counts: &mut Vec<(T, usize)>) {
    if let Some((_, count)) = counts.iter_mut().find(|(known, _)| *known == one) {
        *count += 1;
    } else if counts.len() < 100 {
        // No event has more of them.
        counts.push((one, 1));
    }
}

/// What the times show about their offsets.
#[derive(Default)]
struct Told {
    /// Instants and the offsets with which they are written.
    offsets: Vec<(i64, i64)>,
    has_universal: bool,
    /// Whether there are times without an offset, or with a clock time next to them.
    has_local: bool,
}

impl Told {
    fn by(times: &[Times]) -> Self {
        let mut told = Self::default();
        for times in times {
            let is_universal = |begins: &Begin| matches!(begins, Begin::At(moment) if matches!(moment.clock, Clock::Universal));
            told.has_universal |= times.begins.as_ref().is_some_and(is_universal);
            // A clock time next to the date is local, and shows the offset of the date.
            let (dated, is_copied) = match &times.begins {
                Some(begins @ Begin::Dated(..)) => (true, begins.is_copied()),
                _ => (false, false),
            };
            told.has_local |= dated;
            for moment in times.moments().skip(usize::from(dated && !is_copied)) {
                match moment.clock {
                    Clock::Ahead(ahead) => told.offsets.push((seconds(moment.wall) - ahead, ahead)),
                    Clock::Event | Clock::Zone(_) => told.has_local = true,
                    Clock::Universal => {}
                }
            }
        }
        told.offsets.sort_unstable();
        told
    }

    fn is_universal(&self) -> bool {
        let is_zero = self.offsets.iter().all(|(_, ahead)| *ahead == 0);
        let is_any = self.has_universal || !self.offsets.is_empty();
        is_zero && is_any && !self.has_local
    }

    /// A zone without a name.
    fn zone(&self, context: &Context) -> Zone {
        let mut changes = self.offsets.clone();
        changes.dedup_by_key(|(_, ahead)| *ahead);
        match changes[..] {
            [] => Zone::Fixed(0),
            [(_, always)] => Zone::Fixed(always),
            // Clocks change by an hour at most.
            [(_, before), (from, after)] if (after - before).abs() <= 3_600 => {
                Zone::changing(before, vec![(from, after)])
            }
            _ => {
                let most = self.most();
                let offset = offset_text(most);
                context.report(&JsonPath::root(), Finding::MixedOffsets { offset });
                Zone::Fixed(most)
            }
        }
    }

    /// The offset of most times. Universal time only if there is no other.
    fn most(&self) -> i64 {
        let mut counts = Vec::new();
        for (_, ahead) in &self.offsets {
            count(*ahead, &mut counts);
        }
        let most = counts.iter().rev();
        let most = most.max_by_key(|(ahead, count)| (*ahead != 0, *count));
        most.map_or(0, |(ahead, _)| *ahead)
    }
}
