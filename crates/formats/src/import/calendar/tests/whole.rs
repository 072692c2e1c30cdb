//! Calendars with an entry for the whole event.

use super::*;

/// `title, venue, summary: room of each talk`.
fn told(entries: &str) -> String {
    let (event, problems) = import(entries);
    assert_eq!(codes(&problems), [""; 0], "{entries}");
    let line = |text: Option<&LocalizedText>| {
        let text = text.and_then(|text| text.variants().next());
        text.map_or("-", |(_, text)| text).to_owned()
    };
    let venue = event.venue.as_ref().map(|venue| &venue.name);
    let talks = event.talks.iter().map(|talk| line(talk.room.as_ref()));
    format!(
        "{}, {}, {}: {}",
        line(Some(&event.title)),
        line(venue),
        line(event.summary.as_ref()),
        talks.collect::<Vec<_>>().join("|")
    )
}

#[test]
fn the_entry_to_which_all_others_belong_is_the_event() {
    let whole = "BEGIN:VEVENT\nUID:e\nSUMMARY:Tagung\nDTSTART;VALUE=DATE:20260601\n\
                 DTEND;VALUE=DATE:20260603\nLOCATION:Haus\\, Ort\nDESCRIPTION:Wann\\n\\nWozu\n\
                 END:VEVENT\n";
    let of = |uid: &str, place: &str, relation: &str| {
        entry(&format!(
            "UID:{uid}\nDTSTART:20260601T090000\nLOCATION:{place}\nRELATED-TO{relation}\n"
        ))
    };
    let first = of("a", "Saal\\, Haus\\, Ort", ":e");
    let second = of("b", "Haus\\, Ort", ";RELTYPE=parent:e");
    let both = format!("{whole}{first}{second}");
    assert_eq!(told(&both), "Tagung, Haus, Ort, Wann\n\nWozu: Saal|-");
    // The description in our own export begins with the date.
    assert_eq!(
        told(&format!("PRODID:-//Nachlese//Nachlese//EN\n{both}")),
        "Tagung, Haus, Ort, Wozu: Saal|-"
    );
    for (entries, expected) in [
        // A sibling, an entry of something else, and one of itself.
        (
            format!("{whole}{}", of("a", "Saal", ";RELTYPE=SIBLING:e")),
            2,
        ),
        (format!("{both}{}", of("c", "Saal", ":x")), 4),
        (of("a", "Saal", ":a"), 1),
    ] {
        assert_eq!(import(&entries).0.talks.len(), expected, "{entries}");
    }
}
