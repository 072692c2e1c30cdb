//! The reader's own time.

use std::sync::Arc;

use jiff::civil::DateTime;

use super::Outside;

/// The time zone that the reader's device is set to.
#[derive(Clone)]
pub struct OwnZone {
    /// Its name, for example `America/New_York`.
    pub name: String,
    /// Converts a time of the event to this zone.
    pub shift: Arc<dyn Fn(DateTime) -> DateTime + Send + Sync>,
}

impl Outside {
    /// A time of the event in the zone that the reader wants.
    #[must_use]
    pub fn shown_time(&self, time: DateTime) -> DateTime {
        let zone = self.own_zone.read();
        match zone.as_ref().filter(|_| self.is_own_time.get()) {
            Some(zone) => (zone.shift)(time),
            None => time,
        }
    }
}
