//! What an event's recordings have in common.

use nachlese_event::{Recording, RecordingStatus};

use super::Catalogue;

/// The status of recordings that cannot be played here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommonStatus {
    /// The status. Where it holds, it need not be repeated.
    pub status: RecordingStatus,
    /// Whether it holds for all talks.
    pub is_of_all: bool,
}

impl Catalogue {
    /// The status that the list tells once for many talks, if none can be played here: that of all,
    /// or else „unknown“ for those of which nothing is known.
    ///
    /// A file that says „withheld“ of a few talks says nothing about the others.
    #[must_use]
    pub fn common_status(&self) -> Option<CommonStatus> {
        *self.common_status.get_or_init(|| {
            let talks = &self.event.talks;
            let told = talks.iter().filter_map(|talk| talk.recording.as_ref());
            let told: Vec<&Recording> = told.collect();
            if told.len() < 2 || told.iter().any(|recording| recording.is_playable()) {
                return None;
            }
            let first = told[0].status;
            let is_same = told.iter().all(|recording| recording.status == first);
            let unknown = RecordingStatus::Unknown;
            let are_unknown = told.iter().filter(|recording| recording.status == unknown);
            if is_same && (told.len() == talks.len() || first == unknown) {
                return Some(CommonStatus {
                    status: first,
                    is_of_all: true,
                });
            }
            (are_unknown.count() > 1).then_some(CommonStatus {
                status: unknown,
                is_of_all: false,
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use nachlese_reader::parse;

    #[test]
    fn what_is_known_of_a_few_is_not_said_of_all() {
        use RecordingStatus::{Unknown, Withheld};
        for (statuses, expected) in [
            (&["withheld", "withheld"][..], Some((Withheld, true))),
            (&["withheld", "withheld", ""], None),
            (&["withheld", "", "", ""], None),
            (&["unknown", "unknown", ""], Some((Unknown, true))),
            (&["released", "unknown", "unknown"], Some((Unknown, false))),
            (&["released", "unknown", ""], None),
            (&["", ""], None),
            (&["unknown"], None),
        ] {
            let talk = |(at, status): (usize, &&str)| match *status {
                "" => format!(r#"{{"id": "t{at}", "kind": "talk", "title": "A"}}"#),
                status => format!(
                    r#"{{"id": "t{at}", "kind": "talk", "title": "A", "recording": {{"status": "{status}"}}}}"#
                ),
            };
            let talks: Vec<String> = statuses.iter().enumerate().map(talk).collect();
            let text = format!(
                r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "T", "talks": [{}]}}"#,
                talks.join(",")
            );
            let (event, _) = parse(&text).unwrap();
            let catalogue = Catalogue::new(event, Vec::new(), "e/event.json");
            let found = catalogue.common_status();
            let found = found.map(|found| (found.status, found.is_of_all));
            assert_eq!(found, expected, "{statuses:?}");
        }
    }
}
