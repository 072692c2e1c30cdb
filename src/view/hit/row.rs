//! Which talk a row shows, and what is marked in it.

use std::{borrow::Cow, sync::Arc};

use leptos::prelude::{GetValue, Memo, Read, SetValue, StoredValue, WithValue, untrack};
use nachlese_markup::MarkedText;
use nachlese_search::{Field, Marks};

use super::{found_line::FoundLine, texts::HitTexts};
use crate::state::{AppState, Outside};

/// What a row shows.
///
/// Its parts are plain functions instead of closures, so that the program contains each only once.
#[derive(Clone, Copy)]
pub(super) struct Row {
    texts: StoredValue<Arc<HitTexts>>,
    line: StoredValue<FoundLine>,
    marks: Memo<Marks>,
}

impl Row {
    pub(super) fn new(state: AppState) -> Self {
        Self {
            texts: StoredValue::default(),
            line: StoredValue::default(),
            marks: state.search.marks,
        }
    }

    /// Shows another talk. Returns whether there is one.
    pub(super) fn show(self, state: AppState, outside: Outside, talk: Option<u32>) -> bool {
        let Some(at) = talk else { return false };
        let is_own_time = outside.is_own_time.get();
        let shown = self.texts();
        if (shown.place, shown.is_own_time) != (Some(at), is_own_time) {
            let texts = untrack(|| HitTexts::of(state, outside, at));
            self.texts.set_value(Arc::new(texts));
        }
        let line = FoundLine::choose(state, &self.texts(), &self.marks.read());
        self.line.set_value(line);
        true
    }

    #[inline(never)]
    pub(super) fn texts(self) -> Arc<HitTexts> {
        self.texts.get_value()
    }

    /// A value of the shown talk.
    pub(super) fn of(self, part: fn(&HitTexts) -> Attribute) -> impl Fn() -> Attribute + Send {
        move || part(&self.texts())
    }

    /// A text of the shown talk, with the current matches.
    pub(super) fn marked(
        self,
        field: Field,
        text: fn(&HitTexts) -> &String,
    ) -> impl Fn() -> MarkedText + Send {
        move || {
            let texts = self.texts();
            let text = text(&texts);
            MarkedText {
                marks: self.marks.read().ranges(field, text),
                text: text.clone(),
            }
        }
    }

    /// The line that says why the talk was found.
    pub(super) fn found_line(self) -> MarkedText {
        self.line.with_value(|line| line.shown.clone())
    }

    /// A value of that line.
    pub(super) fn of_line(
        self,
        part: fn(&FoundLine) -> Attribute,
    ) -> impl Fn() -> Attribute + Send {
        move || self.line.with_value(part)
    }
}

/// An attribute's text. `None` leaves the attribute out.
pub(super) type Attribute = Option<Cow<'static, str>>;

pub(super) fn hidden(is_hidden: bool) -> Attribute {
    is_hidden.then_some(Cow::Borrowed(""))
}
