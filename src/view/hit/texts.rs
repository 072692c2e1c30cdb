//! The texts of a row while it shows one talk.

use jiff::{SignedDuration, civil::Date};
use nachlese_event::{
    LanguageTag, LocalizedText, Seconds, Talk, TalkId, TalkStatus, date::short_weekday,
};
use nachlese_search::{Field, Marks};

use super::super::{
    abstract_text::in_one_line,
    people::role,
    talk_meta::clock,
    words::{dir, dir_in, plain},
};
use crate::state::{AppState, Outside};

/// A shorter event has each weekday at most once.
const WEEK: SignedDuration = SignedDuration::from_hours(7 * 24);
const DAY: Seconds = Seconds(24 * 60 * 60);

/// If there are more people, their roles are left out.
const MOST_WITH_ROLES: usize = 2;

/// The texts in a row about its talk.
#[derive(Debug, Default)]
pub(super) struct HitTexts {
    /// The talk's number. `None` before the row has a talk.
    pub(super) place: Option<u32>,
    /// Whether its time is shown in the reader's time zone.
    pub(super) is_own_time: bool,
    pub(super) id: Option<TalkId>,
    pub(super) title: Line,
    pub(super) status: Option<TalkStatus>,
    pub(super) status_word: String,
    /// Names, with roles if there is room.
    pub(super) people: String,
    pub(super) people_dir: Option<&'static str>,
    pub(super) about: String,
    pub(super) line: Line,
    pub(super) tags: Line,
    pub(super) is_playable: bool,
}

/// A text without links.
#[derive(Debug, Default)]
pub(super) struct Line {
    pub(super) text: String,
    /// Its language, if it is not the page's.
    pub(super) lang: Option<String>,
    /// Its direction, if it is not the page's.
    pub(super) dir: Option<&'static str>,
}

impl HitTexts {
    /// The texts about the talk with a number. Empty if the number is too high.
    pub(super) fn of(state: AppState, outside: Outside, place: u32) -> Self {
        let catalogue = state.catalogue();
        let Some(talk) = catalogue.event.talks.get(place as usize) else {
            return Self::default();
        };
        let speech = state.speech();
        let kind = speech.kind(&talk.kind);
        let title = match talk.heading() {
            Some(text) => Line::of(state, text),
            None => Line {
                text: kind.to_owned(),
                ..Line::default()
            },
        };
        let people = people(state, talk);
        let has_people = !people.is_empty();
        let summary = talk.summary.as_ref();
        let tags: Vec<_> = talk.tags.iter().map(|tag| plain(state, tag)).collect();
        let word = talk.status.map(|status| speech.talk_status(status));
        Self {
            place: Some(place),
            is_own_time: outside.is_own_time.get(),
            id: Some(talk.id.clone()),
            title,
            status: talk.status,
            status_word: word.unwrap_or_default().to_owned(),
            people_dir: dir(state, &people),
            people,
            about: about(state, outside, talk, has_people),
            line: summary
                .map(|text| Line::of(state, text))
                .unwrap_or_default(),
            tags: Line {
                text: tags.join(" · "),
                ..Line::default()
            },
            is_playable: talk.is_playable(),
        }
    }

    /// The terms that are seen in the row without its line.
    pub(super) fn seen(&self, marks: &Marks, all: u32) -> u32 {
        let parts = [
            (Field::Title, &self.title.text),
            (Field::Person, &self.people),
            (Field::Room, &self.about),
        ];
        let mut seen = 0;
        for (field, text) in parts {
            if seen != all {
                seen |= marks.terms(field, text);
            }
        }
        seen
    }

    /// The talk's id.
    pub(super) fn name(&self) -> String {
        self.id.as_ref().map_or(String::new(), ToString::to_string)
    }

    /// Where the talk is on this page.
    pub(super) fn link(&self) -> String {
        format!("#{}", self.name())
    }
}

impl Line {
    fn of(state: AppState, text: &LocalizedText) -> Self {
        let catalogue = state.catalogue();
        let event = &catalogue.event;
        let page = state.language.get();
        let found = text.find(&page, &event.language);
        Self::in_language(state, found.text, found.language.unwrap_or(&event.language))
    }

    /// A text in a language.
    pub(super) fn in_language(state: AppState, text: &str, own: &LanguageTag) -> Self {
        let is_foreign = !own.is_same_language(&state.language.read_untracked());
        Self {
            text: in_one_line(text),
            lang: is_foreign.then(|| own.as_str().to_owned()),
            dir: dir_in(state, text, own),
        }
    }
}

/// Kind, time, room and track, with separators.
fn about(state: AppState, outside: Outside, talk: &Talk, is_before: bool) -> String {
    let catalogue = state.catalogue();
    let speech = state.speech();
    let (first, last) = match &catalogue.event.when {
        Some(when) => (when.first_day(), when.last_day()),
        None => (Date::ZERO, Date::ZERO),
    };
    let time = talk.start.map(|start| {
        let day = outside.shown_time(start).date();
        let is_known = first == last && day == start.date();
        // Within a week, the weekday is enough.
        let is_brief = last.duration_since(first) < WEEK && talk.duration < Some(DAY);
        if is_known || !is_brief {
            return clock(outside, talk, speech)(is_known);
        }
        let weekday = short_weekday(day, speech);
        format!("{weekday} {}", clock(outside, talk, speech)(true))
    });
    let kind = speech.kind(&talk.kind).to_owned();
    let texts = [&talk.room, &talk.track].map(|text| text.as_ref().map(|text| plain(state, text)));
    let after = is_before.then(String::new);
    let parts = [Some(kind), time].into_iter().chain(texts).chain([after]);
    parts.flatten().collect::<Vec<_>>().join(" · ")
}

fn people(state: AppState, talk: &Talk) -> String {
    let catalogue = state.catalogue();
    let parts = talk.people.iter();
    let people = parts.filter_map(|part| catalogue.event.person(&part.person));
    let has_roles = talk.people.len() <= MOST_WITH_ROLES;
    let people = people.map(|person| {
        let role = role(state, person);
        if role.is_empty() || !has_roles {
            person.full_name()
        } else {
            format!("{}, {role}", person.full_name())
        }
    });
    let sign = if has_roles { "; " } else { ", " };
    people.collect::<Vec<_>>().join(sign)
}
