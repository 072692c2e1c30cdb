//! What is on the page's stage: the one place where recordings are played and read.

use leptos::prelude::{GetValue, SetValue};
use nachlese_event::TalkId;
use nachlese_markup::ElementRef;

use super::AppState;

/// Something of the event that can be played.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Playable {
    /// The recording of a talk.
    Talk(TalkId),
    /// A playlist, by its place in the event.
    List(usize),
}

/// What is on the stage, and which providers are allowed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Playing {
    /// What is on the stage.
    pub shown: Option<Playable>,
    /// Whether its player is open. Otherwise it is only read.
    pub is_open: bool,
    /// Providers that the reader allowed for the rest of the visit.
    pub allowed: Vec<&'static str>,
    /// The provider that the reader allowed for the player opened last.
    pub agreed: Option<&'static str>,
    /// How often the reader asked for the stage. A new number leads there.
    pub asked: u32,
}

impl Playing {
    /// Whether the player of this is open.
    #[must_use]
    pub fn is_open(&self, what: &Playable) -> bool {
        self.is_open && self.shown.as_ref() == Some(what)
    }

    fn show(&mut self, what: &Playable) {
        if self.shown.as_ref() != Some(what) {
            self.is_open = false;
            self.shown = Some(what.clone());
        }
        self.asked = self.asked.wrapping_add(1);
    }
}

impl AppState {
    /// Puts something on the stage without playing it, so that its transcript can be read.
    pub fn read(&self, what: &Playable) {
        self.view.playing.update(|playing| playing.show(what));
    }

    /// Opens a player on the stage.
    pub fn open(&self, what: &Playable) {
        self.play(what, None);
    }

    /// Opens a player after the reader agreed to what its provider receives.
    pub fn agree(&self, what: &Playable, provider: &'static str) {
        self.play(what, Some(provider));
    }

    fn play(&self, what: &Playable, agreed: Option<&'static str>) {
        self.view.playing.update(|playing| {
            playing.show(what);
            playing.is_open = true;
            playing.agreed = agreed;
        });
    }

    /// Closes the player. The talk that a page is about stays on the stage.
    pub fn close(&self) {
        let stays = self.own_talk();
        self.view.playing.update(|playing| {
            playing.is_open = false;
            playing.shown = stays;
        });
    }

    /// Allows a provider until the page is closed, so that the reader is not asked again.
    pub fn allow(&self, provider: &'static str) {
        self.view.playing.update(|playing| {
            if !playing.allowed.contains(&provider) {
                playing.allowed.push(provider);
            }
        });
    }

    /// Closes the player, and withdraws all consent.
    pub fn withdraw(&self) {
        self.close();
        self.view.playing.update(|playing| {
            playing.allowed.clear();
            playing.agreed = None;
        });
    }

    /// Notes the button with which the reader opens the stage. It gets the focus back.
    pub fn open_from(&self, opener: ElementRef) {
        self.view.opener.set_value(Some(opener));
    }

    /// Gives the focus back to the button that opened the stage. Returns whether it is still there.
    #[must_use]
    pub fn return_to_opener(&self) -> bool {
        let opener = self.view.opener.get_value();
        let is_there = opener.is_some_and(|opener| opener.element().is_some());
        if let Some(opener) = opener {
            opener.focus();
        }
        is_there
    }

    fn own_talk(&self) -> Option<Playable> {
        let catalogue = self.catalogue();
        let talk = catalogue.only_talk()?;
        Some(Playable::Talk(talk.id.clone()))
    }
}
