//! The parts of cards that stay folded in a long programme until somebody opens them.

use nachlese_event::TalkId;
use nachlese_markup::{El, Markup, Signal, attribute_around, el, switch};

use crate::state::AppState;

/// A part of a talk's card that can be opened. A link to the talk opens it too.
#[derive(Clone)]
pub(super) struct Fold {
    state: AppState,
    talk: TalkId,
    was_opened: Signal<bool>,
}

impl Fold {
    /// Whether cards are short, as in the list of a long programme.
    pub(super) fn is_wanted(state: AppState) -> bool {
        let catalogue = state.catalogue();
        catalogue.is_long() && catalogue.only_talk().is_none()
    }

    /// Closed if cards are short.
    pub(super) fn of(state: AppState, talk: &TalkId) -> Option<Self> {
        Self::is_wanted(state).then(|| Self {
            state,
            talk: talk.clone(),
            // On prerendered pages, it can be opened without scripts too.
            was_opened: Signal::new(state.catalogue().deployed.is_some()),
        })
    }

    /// Whether it has been opened.
    pub(super) fn was_opened(&self) -> bool {
        self.was_opened.get()
    }

    /// Folds something under its name.
    pub(super) fn around(self, name: &'static str, content: impl Into<Markup>) -> El {
        let Self {
            state,
            talk,
            was_opened,
        } = self;
        let is_named = move || {
            let target = state.view.target.read();
            let target = target.as_ref();
            target.is_some_and(|target| target.id == talk.as_str())
        };
        el("details")
            .class("fold")
            .live_attr("open", is_named)
            .on("toggle", move |event| {
                if attribute_around(&event, "open").is_some() {
                    was_opened.set(true);
                }
            })
            .child(el("summary").child(name))
            .child(content)
    }

    /// The same for something that is drawn only when it is opened.
    pub(super) fn around_later(
        self,
        name: &'static str,
        draw: impl Fn() -> El + Send + 'static,
    ) -> El {
        let fold = self.clone();
        let was_opened = move || fold.was_opened();
        self.around(name, switch(was_opened, move |is| is.then(&draw)))
    }
}
