//! Test: reading any written address gives the same state.

use nachlese_event::Event;
use nachlese_reader::parse;
use nachlese_search::{Facet, Index, Query, Sort};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::Address;

fn event() -> Event {
    let text = r#"{"schemaVersion": 1, "id": "e", "language": "de",
        "title": {"de": "Tag", "en": "Day"},
        "people": [{"id": "ada", "name": "Ada Muster"}],
        "talks": [
            {"id": "eins", "kind": "talk", "title": "Eins", "track": "Web & Daten",
             "people": ["ada"], "tags": ["A+B", "ä=1"], "room": "Saal #1", "duration": "PT20M",
             "start": "2026-09-17T10:00"},
            {"id": "zwei", "kind": "panel", "title": "Zwei", "room": "Foyer",
             "start": "2026-09-17T10:00"}]}"#;
    parse(text).unwrap().0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_address_is_read_as_it_was_written(
        text in any::<String>(), chosen in vec(0..11_usize, 0..6), sort in option::of(select(Sort::ALL.to_vec())),
        is_timetable: bool,
    ) {
        let event = event();
        let index = Index::new(&event);
        let values: Vec<_> = Facet::ALL
            .into_iter()
            .flat_map(|facet| index.choices(facet).map(move |(_, value)| (facet, value.to_owned())))
            .collect();
        let mut query = Query::of_text(text.trim());
        for at in chosen {
            let (facet, value) = &values[at % values.len()];
            query.choose(*facet, value);
        }
        query.sort = sort;
        let address = Address { query, is_timetable, ..Address::default() };
        let written = address.write();
        let (read, dropped) = Address::read(&written, "", &event, &event.language);
        prop_assert_eq!(dropped, Vec::<String>::new());
        prop_assert_eq!(read.query.order(), address.query.order());
        prop_assert_eq!(read.is_timetable, is_timetable);
        prop_assert_eq!(read.write(), written);
        prop_assert_eq!(index.find(&read.query, &[]).talks, index.find(&address.query, &[]).talks);
    }
}
