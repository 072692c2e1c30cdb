//! The passages of recordings to which statements and photos lead.

use nachlese_event::{Seconds, TalkId};

use super::Catalogue;
use crate::url::Target;

impl Catalogue {
    /// The passage that begins around a second, or, if none is known, the second.
    ///
    /// Passages are written as `<id>@<second>=<from>-<until>`, each after a blank. What is said is
    /// known to those who write a page; a browser would have to load and search all captions.
    #[must_use]
    pub fn passage(&self, talk: &TalkId, at: Seconds) -> Target {
        let known = self.passages.split_once(&format!(" {talk}@{at}="));
        let times = known.and_then(|(_, rest)| rest.split(' ').next());
        let known = times.and_then(|times| Target::read(&format!("{talk}@{times}")));
        let known = known.filter(|known| known.until.is_some());
        known.unwrap_or_else(|| Target::second(talk.as_str(), Some(at)))
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;

    #[test]
    fn a_second_without_a_passage_stays_one() {
        let event = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag"}"#;
        let mut catalogue = Catalogue::new(parse(event).unwrap().0, Vec::new(), "e.json");
        let check = |catalogue: &Catalogue, cases: &[(&str, u32, &str)]| {
            for (talk, at, expected) in cases {
                let found = catalogue.passage(&TalkId::new(talk).unwrap(), Seconds(*at));
                assert_eq!(found.write(), *expected);
            }
        };
        check(&catalogue, &[("t", 42, "#t@0:42")]);
        catalogue.passages = " a-t@0:42=0:01-0:02 t@0:42=0:40-0:55 t@4:02=x u@1:00=".to_owned();
        check(
            &catalogue,
            &[
                ("t", 42, "#t@0:40-0:55"),
                ("a-t", 42, "#a-t@0:01-0:02"),
                ("t", 4, "#t@0:04"),
                // Not what is written here.
                ("t", 242, "#t@4:02"),
                ("u", 60, "#u@1:00"),
            ],
        );
    }
}
