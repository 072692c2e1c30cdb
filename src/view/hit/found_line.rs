//! The line of a row that says why the talk was found.

use nachlese_markup::MarkedText;
use nachlese_search::{Field, Marks};

use super::texts::{HitTexts, Line};
use crate::state::AppState;

/// How much of a text is shown around a match, in bytes.
const LENGTH: usize = 120;

/// A part of a text of the talk, with the words of the search.
#[derive(Debug, Default)]
pub(super) struct FoundLine {
    pub(super) shown: MarkedText,
    /// Its language, if it is not the page's.
    pub(super) lang: Option<String>,
    /// Its direction, if it is not the page's.
    pub(super) dir: Option<&'static str>,
}

impl FoundLine {
    /// Chooses the abstract, the keywords, or whatever text has the words that are not seen elsewhere
    /// in the row. Most searches have one word, and most hits have it in the abstract or the title:
    /// then no other text is looked through.
    pub(super) fn choose(state: AppState, texts: &HitTexts, marks: &Marks) -> Self {
        let from_abstract = Self::of(marks, Field::Abstract, &texts.line);
        let all = marks.all_terms();
        if all == 0 && !texts.line.text.is_empty() {
            return from_abstract;
        }
        let in_abstract = if all == 1 {
            u32::from(!from_abstract.shown.marks.is_empty())
        } else {
            marks.terms(Field::Abstract, &from_abstract.shown.text)
        };
        if all != 0 && in_abstract == all {
            return from_abstract;
        }
        let lacking = all & !texts.seen(marks, all);
        let gain = |terms: u32| (terms & lacking).count_ones();
        let in_tags = marks.terms(Field::Tag, &texts.tags.text);
        let is_tag = gain(in_tags) > gain(in_abstract) || in_abstract == 0 && in_tags != 0;
        let (line, terms) = if is_tag || texts.line.text.is_empty() {
            (Self::of(marks, Field::Tag, &texts.tags), in_tags)
        } else {
            (from_abstract, in_abstract)
        };
        let other = (gain(terms) < lacking.count_ones())
            .then(|| Self::elsewhere(state, texts, (marks, lacking)));
        match other.flatten() {
            Some((other, found)) if gain(found) > gain(terms) => other,
            _ => line,
        }
    }

    /// The part of another text, and the terms in it.
    fn elsewhere(
        state: AppState,
        texts: &HitTexts,
        (marks, lacking): (&Marks, u32),
    ) -> Option<(Self, u32)> {
        let (catalogue, index) = (state.catalogue(), state.search.index.read_untracked());
        let event = &catalogue.event;
        let reader = state.language.read();
        let reason = index.reason(event, texts.place? as usize, (marks, lacking), &reader)?;
        let own = reason.language.as_ref().unwrap_or(&event.language);
        let text = Line::in_language(state, &reason.text, own);
        let line = Self::of(marks, reason.field, &text);
        let found = marks.terms(reason.field, &line.shown.text);
        Some((line, found))
    }

    fn of(marks: &Marks, field: Field, line: &Line) -> Self {
        let text = &line.text;
        let part = marks.excerpt(field, text, LENGTH);
        let before = if part.start > 0 { "… " } else { "" };
        let after = if part.end < text.len() { " …" } else { "" };
        let text = [before, &text[part], after].concat();
        Self {
            shown: MarkedText {
                marks: marks.ranges(field, &text),
                text,
            },
            lang: line.lang.clone(),
            dir: line.dir,
        }
    }
}
