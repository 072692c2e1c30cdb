//! Facets: the properties by which talks can be filtered.

use nachlese_event::{CaptionsOrigin, Event, Kind, Talk, date::iso};

/// A property by which talks are filtered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// The kind of item. Values are the format's words.
    Kind,
    /// Who took part. Values are ids.
    Person,
    /// The track. Values are names in the event's language.
    Track,
    /// Keywords, in the event's language.
    Tag,
    /// Whether the page can play its recording. The only value is `yes`.
    Recording,
    /// What there is to read along: `captions` written or checked by people, `auto` for those of a
    /// machine, `transcript`.
    Captions,
    /// Where it took place, in the event's language.
    Room,
    /// The day on which it began, as `2026-09-17`.
    Day,
    /// The spoken language, without region.
    Language,
    /// The duration: at most `15`, `30` or `60` minutes, or `longer`.
    Length,
    /// What became of it, if it did not take place as announced. Values are the format's words.
    Status,
}

impl Facet {
    /// All facets, in the order of the page.
    pub const ALL: [Self; 11] = [
        Self::Kind,
        Self::Track,
        Self::Person,
        Self::Tag,
        Self::Recording,
        Self::Captions,
        Self::Room,
        Self::Day,
        Self::Language,
        Self::Length,
        Self::Status,
    ];

    /// The facet's key in addresses.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Person => "person",
            Self::Track => "track",
            Self::Tag => "tag",
            Self::Recording => "recording",
            Self::Captions => "captions",
            Self::Room => "room",
            Self::Day => "day",
            Self::Language => "language",
            Self::Length => "length",
            Self::Status => "status",
        }
    }

    /// Calls `visit` with each value that a talk has.
    pub fn each_value(self, talk: &Talk, event: &Event, visit: &mut dyn FnMut(&str)) {
        let own = &event.language;
        match self {
            Self::Kind => visit(talk.kind.as_str()),
            Self::Person => talk.people.iter().for_each(|p| visit(p.person.as_str())),
            Self::Tag => talk
                .tags
                .iter()
                .for_each(|tag| visit(tag.in_event_language(own))),
            Self::Track | Self::Room => {
                let name = if self == Self::Track {
                    &talk.track
                } else {
                    &talk.room
                };
                if let Some(name) = name {
                    visit(name.in_event_language(own));
                }
            }
            Self::Recording => {
                if talk.is_playable() {
                    visit("yes");
                }
            }
            Self::Captions => each_text_to_read(talk, visit),
            Self::Day => talk
                .start
                .iter()
                .for_each(|start| visit(&iso(start.date()))),
            // A break has no spoken language.
            Self::Language if talk.language.is_none() && talk.kind == Kind::Break => {}
            Self::Language => visit(talk.language.as_ref().unwrap_or(own).primary()),
            Self::Length => talk.duration.iter().for_each(|length| {
                visit(match length.0 {
                    0..=900 => "15",
                    901..=1_800 => "30",
                    1_801..=3_600 => "60",
                    _ => "longer",
                });
            }),
            Self::Status => {
                if let Some(status) = talk.status {
                    visit(status.as_str());
                }
            }
        }
    }

    /// Whether a talk of the event has a value.
    #[must_use]
    pub fn has_value(self, event: &Event, value: &str) -> bool {
        event.talks.iter().any(|talk| {
            let mut is_there = false;
            self.each_value(talk, event, &mut |own| is_there |= own == value);
            is_there
        })
    }

    /// A set of this facet alone.
    pub(super) fn bit(self) -> u16 {
        1 << self as u16
    }
}

fn each_text_to_read(talk: &Talk, visit: &mut dyn FnMut(&str)) {
    let Some(recording) = &talk.recording else {
        return;
    };
    let is_auto = |auto: bool| {
        let mut all = recording.captions.iter();
        all.any(|captions| (captions.origin == CaptionsOrigin::Auto) == auto)
    };
    if is_auto(false) {
        visit("captions");
    }
    if is_auto(true) {
        visit("auto");
    }
    if recording.transcript.is_some() {
        visit("transcript");
    }
}

#[cfg(test)]
mod tests {
    use nachlese_reader::parse;

    use super::*;

    #[test]
    fn tells_the_values_of_a_talk() {
        let text = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Tag",
            "people": [{"id": "ada", "name": "Ada Muster"}],
            "talks": [
                {"id": "a", "kind": "talk", "title": "Rost", "track": {"en": "Data", "de": "Daten"},
                 "tags": ["Rust", "Web"], "people": ["ada"], "language": "en-GB", "room": "Saal",
                 "status": "moved",
                 "start": "2026-09-17T10:20", "duration": "PT35M",
                 "recording": {"sources": [{"provider": "file", "url": "a.mp4"}],
                    "captions": [{"url": "a.vtt", "language": "en", "origin": "human"},
                                 {"url": "b.vtt", "language": "de", "origin": "auto"}]}},
                {"id": "b", "kind": "break"},
                {"id": "c", "kind": "talk", "duration": "PT15M"}]}"#;
        let event = parse(text).unwrap().0;
        let values = |at: usize| {
            let mut values = Vec::new();
            for facet in Facet::ALL {
                facet.each_value(&event.talks[at], &event, &mut |value| {
                    values.push(format!("{}={value}", facet.key()));
                });
            }
            values.join(" ")
        };
        assert_eq!(
            values(0),
            "kind=talk track=Daten person=ada tag=Rust tag=Web recording=yes captions=captions \
             captions=auto room=Saal day=2026-09-17 language=en length=60 status=moved"
        );
        assert_eq!(values(1), "kind=break");
        assert_eq!(values(2), "kind=talk language=de length=15");
        assert!(Facet::Tag.has_value(&event, "Web") && !Facet::Track.has_value(&event, "Web"));
    }
}
