//! What a calendar's names of time zones mean.

use std::collections::{BTreeMap, BTreeSet};

use nachlese_reader::json::Json;

use super::{
    fields::{all, text},
    own_zone::own_zone,
};
use crate::import::{
    clock::{DAY, offset},
    moment::Clock,
    windows_zones,
    zone::Zone,
    zones::Zones,
};

/// The most zones of a file.
const MOST_DEFINITIONS: usize = 50;

/// The zones of one calendar of a file.
pub(super) struct ZoneNames {
    by_name: BTreeMap<String, Option<Zone>>,
    /// Unknown names that were reported already.
    told: BTreeSet<String>,
    /// The zone of times that name none.
    pub(super) floating: Clock,
}

impl ZoneNames {
    /// Reads the calendar's definitions of zones. Their rules are needed from the first to the last
    /// of the `days`.
    pub(super) fn of(calendar: &Json, days: (i64, i64), zones: &mut Zones) -> Self {
        let mut names = Self {
            by_name: BTreeMap::new(),
            told: BTreeSet::new(),
            floating: Clock::Event,
        };
        for definition in all(calendar, "VTIMEZONE").take(MOST_DEFINITIONS) {
            let Some(name) = text(definition, "TZID") else {
                continue;
            };
            let known = known(name, zones);
            // What libical writes in addition to a name of its own.
            let known = known.or_else(|| known_alias(definition, zones));
            let zone = known.or_else(|| {
                let own = own_zone(definition, days.0, days.1)?;
                Some(named_like(name, &own, days, zones).unwrap_or(own))
            });
            names.by_name.insert(name.to_owned(), zone);
        }
        let own = text(calendar, "X-WR-TIMEZONE").and_then(|name| names.find(name, zones));
        names.floating = own.map_or(Clock::Event, Clock::Zone);
        names
    }

    /// The zone that a name means, or `None` if it is not known.
    pub(super) fn find(&mut self, name: &str, zones: &mut Zones) -> Option<Zone> {
        if let Some(found) = self.by_name.get(name) {
            return found.clone();
        }
        let mut found = known(name, zones);
        if found.is_none() && self.by_name.len() < MOST_DEFINITIONS {
            found = city(name, zones, |_| true);
        }
        self.by_name.insert(name.to_owned(), found.clone());
        found
    }

    /// Whether an unknown name was not reported yet. Only a few are reported.
    pub(super) fn is_news(&mut self, name: &str) -> bool {
        self.told.len() < MOST_DEFINITIONS && self.told.insert(name.to_owned())
    }

    /// The only zone that the calendar defines, if it has a name.
    pub(super) fn only(&self) -> Option<String> {
        let mut all = self.by_name.values().flatten();
        all.next().filter(|_| self.by_name.len() == 1)?.name()
    }
}

/// A zone that is known without the file: by its IANA name, its Windows name or the end of a path.
fn known(name: &str, zones: &mut Zones) -> Option<Zone> {
    let bare = name.trim().trim_matches('"');
    let bare = bare.strip_prefix("tzone://Microsoft/").unwrap_or(bare);
    let universal = ["UTC", "Z", "ZULU"];
    if universal.iter().any(|it| bare.eq_ignore_ascii_case(it)) {
        return Some(Zone::Fixed(0));
    }
    let found = zones.find(bare).or_else(|| {
        // A path without the slash that should begin it.
        let path = bare.contains('/').then(|| format!("/{bare}"))?;
        zones.find(&path)
    });
    // The unknown name is not reported, because more names are tried.
    zones.take_unknown();
    found
}

fn known_alias(definition: &Json, zones: &mut Zones) -> Option<Zone> {
    let aliases = ["X-LIC-LOCATION", "TZID-ALIAS-OF"];
    aliases
        .iter()
        .find_map(|alias| known(text(definition, alias)?, zones))
}

/// The zone of the database whose clocks are the same as those of a zone in the file. Preferably
/// one whose name is contained in the other name.
fn named_like(name: &str, own: &Zone, days: (i64, i64), zones: &mut Zones) -> Option<Zone> {
    let is_like = |zone: &Zone| {
        let (first, last) = days;
        let mut days = (first..last.min(first + 800) + 2).step_by(14);
        days.all(|day| zone.ahead(day * DAY) == own.ahead(day * DAY))
    };
    if let Some(zone) = city(name, zones, is_like) {
        return Some(zone);
    }
    let names = ["Europe/Berlin"]
        .into_iter()
        .chain(windows_zones::iana_names());
    names.filter_map(|name| known(name, zones)).find(is_like)
}

/// The zone of a city in a name like “(UTC+01:00) Amsterdam, Berlin, Bern”. The best-known cities
/// of Windows' zones come first.
fn city(name: &str, zones: &mut Zones, is_meant: impl Fn(&Zone) -> bool) -> Option<Zone> {
    let (told, cities) = match name.split_once(')') {
        Some((told, cities)) => (offset_in(told), cities),
        None => (None, name),
    };
    let cities: Vec<_> = cities.split([',', '/', ';']).take(10).collect();
    let cities = cities.iter().map(|city| city.trim().replace(' ', "_"));
    let cities: Vec<_> = cities.filter(|city| !city.is_empty()).collect();
    let is_named = |iana: &&str| {
        let place = iana.rsplit('/').next().unwrap_or_default();
        cities.iter().any(|city| city.eq_ignore_ascii_case(place))
    };
    let mut fits = |iana: &str| {
        let zone = known(iana, zones)?;
        // Winter here is summer in the southern hemisphere.
        let seasons = [0, 181].map(|day| zone.ahead((20_089 + day) * DAY));
        let is_told = told.is_none_or(|told| seasons.contains(&told));
        (is_told && is_meant(&zone)).then_some(zone)
    };
    let mut by_windows = windows_zones::iana_names().filter(is_named);
    if let Some(zone) = by_windows.find_map(&mut fits) {
        return Some(zone);
    }
    let regions = [
        "Europe",
        "America",
        "Asia",
        "Africa",
        "Australia",
        "Pacific",
        "Atlantic",
    ];
    let mut places = cities.iter().flat_map(|city| {
        let places = regions.iter();
        places.map(move |region| format!("{region}/{city}"))
    });
    places.find_map(|iana| fits(&iana))
}

/// The offset in `(UTC+01:00`.
fn offset_in(text: &str) -> Option<i64> {
    let bare = text.trim_start_matches('(');
    let bare = bare.strip_prefix("UTC").or(bare.strip_prefix("GMT"))?;
    if bare.is_empty() {
        return Some(0);
    }
    offset(&bare.replace('−', "-"))
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::import::{NativeZones, calendar::tree::tree};

    fn check(name: &str, definition: &str, expected: Option<&str>) {
        let text = format!("BEGIN:VCALENDAR\n{definition}END:VCALENDAR\n");
        let tree = tree(&text);
        let mut zones = Zones::new(Rc::new(NativeZones));
        let nothing = Json::Null;
        let calendar = tree.get("VCALENDAR").unwrap_or(&nothing);
        let mut names = ZoneNames::of(calendar, (20_500, 20_600), &mut zones);
        let found = names.find(name, &mut zones).map(|zone| zone.name());
        let found = found.map(Option::unwrap_or_default);
        assert_eq!(found.as_deref(), expected, "{name}");
    }

    #[test]
    fn finds_zones_by_names_of_many_programs() {
        for (name, expected) in [
            ("Europe/Berlin", Some("Europe/Berlin")),
            ("W. Europe Standard Time", Some("Europe/Berlin")),
            ("eastern standard time", Some("America/New_York")),
            (
                "/freeassociation.sourceforge.net/Europe/Berlin",
                Some("Europe/Berlin"),
            ),
            (
                "/citadel.org/20070227_1/America/Indiana/Knox",
                Some("America/Indiana/Knox"),
            ),
            ("mozilla.org/20050126_1/Europe/Rome", Some("Europe/Rome")),
            ("tzone://Microsoft/Utc", Some("UTC")),
            ("Z", Some("UTC")),
            (
                "(UTC+01:00) Amsterdam, Berlin, Bern, Rom, Stockholm, Wien",
                Some("Europe/Berlin"),
            ),
            (
                "(UTC+00:00) Dublin, Edinburgh, Lissabon, London",
                Some("Europe/London"),
            ),
            (
                "(UTC+10:00) Canberra, Melbourne, Sydney",
                Some("Australia/Sydney"),
            ),
            ("(UTC+01:00) Oslo", Some("Europe/Oslo")),
            ("(UTC+05:00) Oslo", None),
            ("Unsere Zeit", None),
            ("tzone://Microsoft/Custom", None),
        ] {
            check(name, "", expected);
        }
    }

    #[test]
    fn follows_what_the_file_says_of_other_names() {
        let zone = |name: &str, more: &str, summer: &str| {
            format!(
                "BEGIN:VTIMEZONE\nTZID:{name}\n{more}BEGIN:STANDARD\nDTSTART:19701025T030000\n\
                 TZOFFSETFROM:{summer}\nTZOFFSETTO:+0100\n\
                 RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\nEND:STANDARD\nBEGIN:DAYLIGHT\n\
                 DTSTART:19700329T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:{summer}\n\
                 RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nEND:VTIMEZONE\n"
            )
        };
        let own = "Unsere Zeit";
        check(own, &zone(own, "", "+0200"), Some("Europe/Berlin"));
        check(
            own,
            &zone(own, "X-LIC-LOCATION:Europe/Vienna\n", "+0200"),
            Some("Europe/Vienna"),
        );
        check(own, &zone(own, "", "+0145"), Some(""));
        let paris = "(UTC+01:00) Paris";
        check(paris, &zone(paris, "", "+0200"), Some("Europe/Paris"));
        let fixed = "BEGIN:VTIMEZONE\nTZID:Unsere Zeit\nBEGIN:STANDARD\nDTSTART:19700101T000000\n\
                     TZOFFSETFROM:+0545\nTZOFFSETTO:+0545\nEND:STANDARD\nEND:VTIMEZONE\n";
        check(own, fixed, Some("Asia/Katmandu"));
        // Known names have their usual meaning.
        let berlin = "Europe/Berlin";
        check(berlin, &zone(berlin, "", "+0145"), Some(berlin));
    }
}
