//! Counts what of a programme is not in the event. It is an error if nothing of it is.

use nachlese_event::problem::{Finding, JsonPath};
use nachlese_reader::{ParseError, context::Context, json::Json};

use super::{
    programme::Programme,
    shape::{SCHEDULE_JSON, count},
};

/// Refuses calendars that contain no dates, but only tasks, journals or busy times.
pub(super) fn has_entries(calendar: &str) -> Result<(), ParseError> {
    let mut others = 0;
    for line in calendar.lines() {
        let is = |name: &str| {
            let component = line.get(..6).filter(|it| it.eq_ignore_ascii_case("BEGIN:"));
            component.is_some() && line[6..].trim().eq_ignore_ascii_case(name)
        };
        if is("VEVENT") {
            return Ok(());
        }
        others += usize::from(["VTODO", "VJOURNAL", "VFREEBUSY"].into_iter().any(is));
    }
    match others {
        0 => Ok(()),
        count => Err(ParseError::no_talks("iCalendar", ENTRY, count)),
    }
}

/// Reports how much of a programme is left out. It is an error if nothing is left.
pub(super) fn tell_left_out(
    document: &Json,
    programme: &mut Programme,
    context: &Context,
) -> Result<(), ParseError> {
    let (taken, total) = (programme.talks.len(), programme.entries);
    let not_accepted = programme.not_accepted.take();
    let declined = not_accepted.as_ref().map_or(0, |(_, _, count)| *count);
    if taken == 0 {
        if let Some(error) = of_known(document, total + declined) {
            return Err(error);
        }
        context.report(&JsonPath::root(), Finding::NoItems);
    }
    if let Some((path, states, count)) = not_accepted {
        context.report(&path, Finding::NotAccepted { count, states });
    }
    if taken < total {
        let count = total - taken;
        context.report(&JsonPath::root(), Finding::ItemsLost { count, total });
    }
    Ok(())
}

/// Says that a file of a known format has items, none of which is in the programme.
fn of_known(json: &Json, entries: usize) -> Option<ParseError> {
    let count = count(json).max(entries);
    let has = |name| json.get(name).is_some();
    let is_elements = json
        .get("schedule")
        .is_some_and(|schedule| schedule.get("day").is_some());
    let (shape, instead) = if has("VCALENDAR") {
        ("iCalendar", ENTRY)
    } else if has("schedule") && is_elements {
        ("schedule.xml", "`schedule/day/room/event/title`")
    } else if has("schedule") {
        ("schedule", SCHEDULE_JSON)
    } else if has("sessions") {
        (
            "Sessionize All Data",
            "`sessions[].title`, `status: Accepted`",
        )
    } else {
        ("pretalx widget", "`talks[].title`")
    };
    (count > 0).then(|| ParseError::no_talks(shape, instead, count))
}

const ENTRY: &str = "`VEVENT` + `SUMMARY`";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendars_hold_more_than_dates() {
        for (lines, expected) in [
            ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nBEGIN:VTODO\r\n", None),
            (
                "BEGIN:VCALENDAR\r\nbegin:vtodo\r\nBEGIN:VJOURNAL\r\n",
                Some(2),
            ),
            ("BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nEND:VCALENDAR", None),
            ("BEGIN:ä\nBEGINä:", None),
        ] {
            let found = match has_entries(lines) {
                Err(ParseError::NoTalks { count, .. }) => Some(count),
                _ => None,
            };
            assert_eq!(found, expected, "{lines}");
        }
    }
}
