//! The time zones outside of browsers.

use jiff::{
    Timestamp,
    tz::{TimeZone, db},
};

use super::ZoneRules;

/// Knows the rules of all zones, from the IANA database that comes with jiff.
#[derive(Debug, Clone, Copy)]
pub struct NativeZones;

impl ZoneRules for NativeZones {
    fn ahead(&self, zone: &str, instant: i64) -> Option<i64> {
        let zone = TimeZone::get(zone).ok().filter(|it| !it.is_unknown())?;
        let instant = Timestamp::from_second(instant).ok()?;
        Some(zone.to_offset(instant).seconds().into())
    }

    fn names(&self) -> Vec<String> {
        let names = db().available();
        names.map(|name| name.as_str().to_owned()).collect()
    }
}
