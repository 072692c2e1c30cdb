//! Time zones that a calendar defines itself (`VTIMEZONE`, RFC 5545, section 3.6.5).

use nachlese_reader::json::Json;

use super::{
    fields::{all, text, value},
    follow::Wanted,
    rule::Rule,
    stamp::Stamp,
};
use crate::import::{
    clock::{DAY, offset},
    zone::Zone,
};

/// The most changes of the clock. No place has seen as many.
const MOST_CHANGES: usize = 2_000;

/// Makes a zone from its definition, for the years from `first` to `last`.
pub(super) fn own_zone(definition: &Json, first: i64, last: i64) -> Option<Zone> {
    let mut onsets = Vec::new();
    let mut steps = MOST_CHANGES;
    for name in ["STANDARD", "DAYLIGHT"] {
        for observance in all(definition, name) {
            let most = MOST_CHANGES.saturating_sub(onsets.len());
            onsets.extend(
                changes(observance, first, last, &mut steps)
                    .into_iter()
                    .flatten()
                    .take(most),
            );
        }
    }
    onsets.sort_unstable();
    let (_, before, _) = *onsets.first()?;
    let changes = onsets.into_iter().map(|(at, _, after)| (at, after));
    Some(Zone::changing(before, changes.collect()))
}

/// When clocks were changed, and the offsets before and after.
fn changes(
    observance: &Json,
    first: i64,
    last: i64,
    steps: &mut usize,
) -> Option<Vec<(i64, i64, i64)>> {
    let after = offset(text(observance, "TZOFFSETTO")?)?;
    let before = text(observance, "TZOFFSETFROM").and_then(offset);
    let before = before.unwrap_or(after);
    let start = Stamp::read(text(observance, "DTSTART")?)?;
    let mut walls = vec![start.wall()];
    for list in all(observance, "RDATE") {
        let stamps = value(list).split(',').filter_map(Stamp::read);
        walls.extend(stamps.take(MOST_CHANGES).map(Stamp::wall));
    }
    for rule in all(observance, "RRULE") {
        let Ok(rule) = Rule::new(value(rule)) else {
            continue;
        };
        // Its end is in universal time.
        let end = rule.until.map(|until| {
            let shift = until.ahead.map_or(0, |_| before);
            (until.wall() + shift).div_euclid(DAY)
        });
        // The last change before these years still applies in them.
        let to = end.map_or(last, |end| end.min(last)) + YEAR;
        let wanted = Wanted {
            from: to.min(first) - 2 * YEAR,
            to,
            most: MOST_CHANGES,
        };
        let days = rule.days(start.day, end, wanted, steps).all;
        walls.extend(days.into_iter().map(|day| Stamp { day, ..start }.wall()));
    }
    let onsets = walls.into_iter().map(|wall| (wall - before, before, after));
    Some(onsets.collect())
}

const YEAR: i64 = 366;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::calendar::tree::tree;

    fn check(definition: &str, expected: &[(&str, i64)]) {
        let text = format!("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\n{definition}END:VTIMEZONE\n");
        let tree = tree(&text);
        let definition = tree.get("VCALENDAR").unwrap().get("VTIMEZONE").unwrap();
        let [first, last] = ["20250601", "20270601"].map(|day| Stamp::read(day).unwrap().day);
        let zone = own_zone(definition, first, last).unwrap();
        for (at, hours) in expected {
            let instant = Stamp::read(at).unwrap().wall();
            assert_eq!(zone.ahead(instant), hours * 3_600, "{at}");
        }
    }

    #[test]
    fn follows_yearly_rules_from_long_ago() {
        check(
            "BEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n\
             RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\n\
             DTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\
             RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\n",
            &[
                ("20250101T000000Z", 1),
                ("20260329T005959Z", 1),
                ("20260329T010000Z", 2),
                ("20261025T005959Z", 2),
                ("20261025T010000Z", 1),
                ("20270601T000000Z", 2),
            ],
        );
    }

    #[test]
    fn follows_rules_that_ended_and_lists() {
        check(
            "BEGIN:DAYLIGHT\nDTSTART:19800406T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n\
             RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=19900401T010000Z\nEND:DAYLIGHT\n\
             BEGIN:STANDARD\nDTSTART:19800928T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n\
             RRULE:FREQ=YEARLY;BYMONTH=9;BYDAY=-1SU;UNTIL=19890924T010000Z\nEND:STANDARD\n",
            &[
                ("19800101T000000Z", 1),
                ("19900101T000000Z", 1),
                ("20260101T000000Z", 2),
            ],
        );
        check(
            "BEGIN:STANDARD\nDTSTART:20250101T000000\nTZOFFSETFROM:+0300\nTZOFFSETTO:+0300\n\
             END:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:20260201T000000\nTZOFFSETFROM:+0300\n\
             TZOFFSETTO:+0400\nRDATE:20260501T000000,20260601T000000\nEND:DAYLIGHT\n",
            &[
                ("20200101T000000Z", 3),
                ("20260131T210000Z", 4),
                ("20260131T205959Z", 3),
            ],
        );
    }
}
