//! Time zones: how far the clocks of a zone are ahead of universal time, and when.
//!
//! # For readers of formats
//! - The source of the rules is an argument ([`ZoneRules`]), like the XML parser: jiff with its
//!   bundled rules outside of browsers (`NativeZones`), `Intl` in the browser's importer.
//! - A file's own definition of a zone (`VTIMEZONE`) is added with [`Zones::define`] before times
//!   in it are read: `zones.define("Our zone", Zone::changing(before, changes))`.
//! - A time in a zone is a text followed by the zone, as in RFC 9557:
//!   `2024-06-07T09:00:00[Europe/Berlin]`. The zone may have any name that the file uses: see
//!   [`Zones::find`]. Readers of formats write such texts into their tree, and the module `moment`
//!   reads them.
//! - A [`Zone`] answers which offset it has at an instant, which instant a clock time means and
//!   what its clocks show at an instant. Instants are seconds since 1970 in universal time, offsets
//!   are seconds ahead of it.

use std::{collections::BTreeMap, rc::Rc};

use nachlese_check::near;
use nachlese_event::problem::{Finding, JsonPath, Problem};

use super::{windows_zones, zone::Zone};

/// A source of rules for time zones.
pub trait ZoneRules {
    /// How many seconds clocks in a zone are ahead of universal time at an instant, in seconds
    /// since 1970. `None` if there is no zone of this name.
    fn ahead(&self, zone: &str, instant: i64) -> Option<i64>;

    /// The names of all zones, as far as they are known.
    fn names(&self) -> Vec<String> {
        Vec::new()
    }
}

/// Knows no zone.
struct NoRules;

impl ZoneRules for NoRules {
    fn ahead(&self, _: &str, _: i64) -> Option<i64> {
        None
    }
}

/// The zones of a file.
pub(super) struct Zones {
    rules: Rc<dyn ZoneRules>,
    /// What names mean: those that the file defines, and those that were looked up.
    own: BTreeMap<String, Zone>,
    looked_up: BTreeMap<String, Option<Zone>>,
    /// A name that was not found, until it is reported.
    unknown: Option<String>,
}

impl Default for Zones {
    fn default() -> Self {
        Self::new(Rc::new(NoRules))
    }
}

impl Zones {
    /// Begins without zones of the file.
    pub(super) fn new(rules: Rc<dyn ZoneRules>) -> Self {
        Self {
            rules,
            own: BTreeMap::new(),
            looked_up: BTreeMap::new(),
            unknown: None,
        }
    }

    /// Adds the file's own definition of a name. It is used only if the name is not known
    /// otherwise.
    #[cfg_attr(not(test), expect(dead_code, reason = "calendars will tell theirs"))]
    pub(super) fn define(&mut self, name: &str, zone: Zone) {
        self.own.insert(name.to_owned(), zone);
    }

    /// Finds the zone of a name: an IANA name, an IANA name at the end of a path
    /// (`/mozilla.org/20050126_1/Europe/Berlin`), an offset (`UTC+02:00`), else a zone that the
    /// file defines.
    pub(super) fn find(&mut self, name: &str) -> Option<Zone> {
        if let Some(known) = self.looked_up.get(name) {
            return known.clone();
        }
        let windows = || self.known(windows_zones::iana_name(name)?);
        let found = self
            .known(name)
            .or_else(windows)
            .or_else(|| fixed(name))
            .or_else(|| {
                let own = self.own.get(name).cloned();
                own.or_else(|| self.behind_path(name))
            });
        if found.is_none() {
            self.unknown = Some(name.to_owned());
        }
        self.looked_up.insert(name.to_owned(), found.clone());
        found
    }

    /// The name that was not found. Each is returned only once.
    pub(super) fn take_unknown(&mut self) -> Option<String> {
        self.unknown.take()
    }

    /// The finding about an unknown zone.
    pub(super) fn unknown(&self, value: String) -> Finding {
        unknown(&*self.rules, value)
    }

    /// A zone by its IANA name.
    fn known(&self, name: &str) -> Option<Zone> {
        if !is_known(&*self.rules, name) {
            return None;
        }
        // Programs that read our exports tell small letters from capitals.
        let names = self.rules.names();
        let usual = names.iter().find(|usual| usual.eq_ignore_ascii_case(name));
        Some(Zone::named(usual.map_or(name, String::as_str), &self.rules))
    }

    /// The zone that the last two or three parts of a path name.
    fn behind_path(&self, name: &str) -> Option<Zone> {
        let mut rest = name.strip_prefix('/')?;
        loop {
            if let Some(zone) = self.known(rest) {
                return Some(zone);
            }
            rest = rest.split_once('/')?.1;
        }
    }
}

/// Checks the zone that an event's own file names.
pub(super) fn check(rules: &dyn ZoneRules, zone: Option<&str>) -> Option<Problem> {
    let zone = zone.filter(|zone| !is_known(rules, zone))?;
    let path = JsonPath::root().field("timeZone");
    Some(Problem::new(&path, unknown(rules, zone.to_owned())))
}

fn is_known(rules: &dyn ZoneRules, name: &str) -> bool {
    // Some programs write an offset as a name.
    name.starts_with(|c: char| c.is_ascii_alphabetic()) && rules.ahead(name, 0).is_some()
}

/// The finding about an unknown zone, with the name that was probably meant.
pub(super) fn unknown(rules: &dyn ZoneRules, value: String) -> Finding {
    let names = rules.names();
    // Typing errors are looked for in the city, because much of the name is the continent.
    let place = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    let places: Vec<_> = names.iter().map(|name| place(name)).collect();
    let wanted = place(&value.replace(' ', "_"));
    // Every abbreviation, such as `CEST`, is near the name of some small town.
    let is_name = wanted.len() > 4;
    let meant = near(&wanted, places.iter().map(String::as_str)).filter(|_| is_name);
    let at = meant.and_then(|meant| places.iter().position(|place| *place == meant));
    let suggestion = at.and_then(|at| names.get(at).cloned());
    Finding::UnknownTimeZone { value, suggestion }
}

/// `+02:00`, `UTC+2` or `GMT+0200`.
fn fixed(name: &str) -> Option<Zone> {
    let bare = name.strip_prefix("UTC").or(name.strip_prefix("GMT"));
    super::clock::offset(bare.unwrap_or(name)).map(Zone::Fixed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::NativeZones;

    fn zone(name: &str) -> Option<Zone> {
        let mut zones = Zones::new(Rc::new(NativeZones));
        zones.define(
            "Our Zone",
            Zone::changing(3_600, vec![(1_780_000_000, 7_200)]),
        );
        zones.define("Europe/Berlin", Zone::Fixed(0));
        zones.find(name)
    }

    #[test]
    fn finds_zones_by_whatever_they_are_called() {
        let summer = 1_781_000_000;
        for (name, expected) in [
            ("Europe/Berlin", Some(7_200)),
            ("europe/berlin", Some(7_200)),
            ("/mozilla.org/20050126_1/Europe/Berlin", Some(7_200)),
            ("/x/America/Argentina/Salta", Some(-10_800)),
            ("Asia/Kolkata", Some(19_800)),
            ("UTC", Some(0)),
            ("UTC+02:00", Some(7_200)),
            ("GMT-0330", Some(-12_600)),
            ("UTC+5", Some(18_000)),
            ("+02:00", Some(7_200)),
            ("Our Zone", Some(7_200)),
            ("Europe/Muenchen", None),
            ("/", None),
            ("", None),
        ] {
            let found = zone(name).map(|zone| zone.ahead(summer));
            assert_eq!(found, expected, "{name}");
        }
        assert_eq!(zone("Our Zone").map(|zone| zone.ahead(0)), Some(3_600));
        for (name, expected) in [
            ("Asia/Tokyo", Some("Asia/Tokyo")),
            ("europe/berlin", Some("Europe/Berlin")),
            ("/mozilla.org/20050126_1/EUROPE/ROME", Some("Europe/Rome")),
            ("+00:00", Some("UTC")),
            ("UTC+2", Some("Etc/GMT-2")),
            ("GMT-0330", None),
            ("Our Zone", None),
        ] {
            assert_eq!(zone(name).unwrap().name().as_deref(), expected, "{name}");
        }
    }
}
