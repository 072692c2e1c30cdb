//! Exports some talks of an event, such as those of a watch-list.

use nachlese_event::{Event, LanguageTag};
use nachlese_programme::watch_list::WatchList;

use super::{Edition, ExportError, Site, calendar, schedule_json::schedule_json};

/// Writes the talks of a list: as schedule.json if the file name ends in `.json`, else as a
/// calendar.
///
/// # Errors
/// [`ExportError::NoDate`] if no day is known.
pub fn selection(
    mut event: Event,
    list: &WatchList,
    name: &str,
    language: &LanguageTag,
    site: &Site,
) -> Result<String, ExportError> {
    event.talks.retain(|talk| list.has(&talk.id));
    let edition = Edition::new(&event, language, site);
    if name.ends_with("json") {
        return Ok(format!("{:#}\n", schedule_json(&edition)?));
    }
    let talks: Vec<_> = event.talks.iter().collect();
    calendar::selection(&edition, &talks)
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;

    fn written(when: &str, ids: &str, name: &str) -> Result<String, ExportError> {
        let text = format!(
            r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag", {when}
               "talks": [{{"id": "a", "kind": "talk", "title": "Anfang"}},
                         {{"id": "b", "kind": "talk", "title": "Mitte"}},
                         {{"id": "c", "kind": "talk", "title": "Ende"}}]}}"#
        );
        let event = parse(&text).unwrap().0;
        let language = event.language.clone();
        selection(
            event,
            &WatchList::read(ids),
            name,
            &language,
            &Site::unknown(),
        )
    }

    #[test]
    fn writes_the_listed_talks_and_no_others() {
        for name in ["x.ics", "x.json"] {
            let text = written(r#""date": "2026-03-04","#, "c a gone", name).unwrap();
            for (title, is_in) in [("Anfang", true), ("Mitte", false), ("Ende", true)] {
                assert_eq!(text.contains(title), is_in, "{title} in {name}");
            }
        }
    }

    #[test]
    fn says_that_no_day_is_known() {
        for name in ["x.ics", "x.json"] {
            assert_eq!(written("", "a", name), Err(ExportError::NoDate));
        }
    }
}
