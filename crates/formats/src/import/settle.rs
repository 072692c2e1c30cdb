//! Determines days, order and durations of a programme, once all of it is read.

use jiff::civil::{Date, Time};
use nachlese_event::When;
use nachlese_reader::{context::Context, cursor::Node, time::civil_date};

use super::{moment::Moment, programme::Programme, times::Began, value::word};

impl Programme {
    /// Converts each talk to the clock of the event's zone. Returns the values to sort the talks
    /// by.
    pub(super) fn settle_times(
        &mut self,
        context: &Context,
        assume: &dyn Fn(&'static str, &str),
    ) -> Vec<i64> {
        let zone = self.event_zone(context, assume);
        let zone = zone.as_ref();
        let mut places = Vec::with_capacity(self.talks.len());
        let times = std::mem::take(&mut self.times);
        for (at, times) in times.iter().enumerate() {
            let (began, duration) = times.settled(zone, context);
            places.push(began.as_ref().map_or(i64::MAX, Began::order));
            if let Some(began) = &began {
                self.note_day(began.wall.date());
            }
            if let Some(talk) = self.talks.get_mut(at) {
                talk.start = began.map(|began| began.wall);
                talk.duration = duration;
            }
        }
        self.bound_days = self.bounds.iter().map(|it| it.wall(zone).date()).collect();
        places
    }

    /// Puts the talks in the order of their beginnings, whatever the order of rooms and days in the
    /// file; those without one last, equal ones as they are.
    pub(super) fn sort_talks(&mut self, places: &[i64]) {
        let mut talks: Vec<_> = self.talks.drain(..).zip(places).collect();
        talks.sort_by_key(|(_, place)| *place);
        self.talks = talks.into_iter().map(|(talk, _)| talk).collect();
    }

    /// Notes a start or an end of the whole event: a day, or a moment on it.
    pub(super) fn note_bound(&mut self, node: Option<Node<'_>>) {
        let Some(text) = node.and_then(word) else {
            return;
        };
        let day = || {
            civil_date(text.get(..10)?)
                .map(|day| Moment::at_event(day.to_datetime(Time::midnight())))
        };
        self.bounds
            .extend(Moment::read(&text, &mut self.zones).or_else(day));
    }

    /// Notes a day on which something takes place. There are few days, however many talks there
    /// are.
    pub(super) fn note_day(&mut self, day: Date) {
        let days = &mut self.talk_days;
        if days.len() < 1_000 && !days.contains(&day) {
            days.push(day);
        }
    }

    /// The days that the file lists, else its start and end, else the days of the talks. In some
    /// files, the end is the day after the last day.
    pub(super) fn when(&self) -> Option<When> {
        let told = [&self.days, &self.bound_days, &self.talk_days];
        let days = told.into_iter().find(|days| !days.is_empty())?;
        let (date, end) = (*days.iter().min()?, *days.iter().max()?);
        Some(if date == end {
            let part_of_day = None;
            When::Day { date, part_of_day }
        } else {
            When::Days { start: date, end }
        })
    }
}
