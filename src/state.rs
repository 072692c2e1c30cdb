//! What the page shows right now.

mod catalogue;

use std::sync::Arc;

use jiff::civil::Date;
use leptos::prelude::*;

use self::catalogue::MOST_TALKS_AT_ONCE;
pub use self::catalogue::{Catalogue, Deployed, LoadState};
use crate::{
    model::LanguageTag,
    search::{Facet, Found, Index, Marks, Query},
    text::Speech,
    url::{Address, Target},
};

/// The page's state: handles only, cheap to copy.
#[derive(Clone, Copy)]
pub struct AppState {
    catalogue: StoredValue<Arc<Catalogue>>,
    /// The reader's language.
    pub language: RwSignal<LanguageTag>,
    /// What the reader is looking for.
    pub query: RwSignal<Query>,
    /// The talks' searchable texts, complete or still being read.
    pub index: RwSignal<Index>,
    /// How many of the parts that nobody sees at once are drawn: see [`AppState::draws`].
    drawn: RwSignal<usize>,
    /// The talks that match, in the order of the query, and what each facet value would give.
    pub found: Memo<Found>,
    /// What to mark in the texts of these talks.
    pub marks: Memo<Marks>,
    /// Which players are open.
    pub playing: RwSignal<Playing>,
    /// The place that the address names.
    pub target: RwSignal<Option<Target>>,
}

/// Which players are open, and which providers need no more asking.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Playing {
    /// Names of open players.
    pub open: Vec<String>,
    /// Providers that the reader allowed for the rest of the visit.
    pub allowed: Vec<&'static str>,
    /// The provider that the reader agreed to for the player opened last.
    pub agreed: Option<&'static str>,
}

impl Playing {
    fn open(&mut self, player: &str, agreed: Option<&'static str>) {
        self.agreed = agreed;
        if !self.is_open(player) {
            self.open.push(player.to_owned());
        }
    }

    /// Whether a player is open.
    #[must_use]
    pub fn is_open(&self, player: &str) -> bool {
        self.open.iter().any(|open| open == player)
    }
}

impl AppState {
    /// Starts with what an address asks.
    #[must_use]
    pub fn new(catalogue: Arc<Catalogue>, address: Address) -> Self {
        let language = address
            .language
            .unwrap_or_else(|| catalogue.own_language().clone());
        let query = RwSignal::new(address.query);
        let catalogue = StoredValue::new(catalogue);
        let language = RwSignal::new(language);
        let order = Memo::new(move |_| query.read().order());
        let ranks = Memo::new(move |_| {
            catalogue.with_value(|catalogue| order.get().ranks(&catalogue.event, &language.read()))
        });
        let index = catalogue.with_value(|catalogue| catalogue.index());
        let index = RwSignal::new(index);
        let drawn = catalogue.with_value(|catalogue| {
            let is_huge = catalogue.event.talks.len() > MOST_TALKS_AT_ONCE;
            // What was prerendered is drawn whole already.
            let has_time = cfg!(target_arch = "wasm32") && catalogue.deployed.is_none();
            if is_huge && has_time { 0 } else { LATER_PARTS }
        });
        let found = Memo::new(move |_| index.read().find(&query.read(), &ranks.read()));
        let marks = Memo::new(move |_| found.read().marks());
        Self {
            catalogue,
            language,
            query,
            index,
            drawn: RwSignal::new(drawn),
            found,
            marks,
            playing: RwSignal::default(),
            target: RwSignal::new(address.target),
        }
    }

    /// The state that was provided to this part of the page.
    ///
    /// # Panics
    /// If there is none: a component stands outside of the page.
    #[must_use]
    #[expect(
        clippy::expect_used,
        reason = "a component outside of the page is a programming error"
    )]
    pub fn expect() -> Self {
        use_context().expect("components of the page stand inside of `App`")
    }

    /// The loaded event.
    #[must_use]
    pub fn catalogue(&self) -> Arc<Catalogue> {
        self.catalogue.get_value()
    }

    /// Whether a part of the page is to be drawn that nobody sees at once: what is folded away (the
    /// facets by their numbers), or far down. Of large events such parts come one after the other.
    #[must_use]
    pub fn draws(&self, part: usize) -> bool {
        self.drawn.get() > part
    }

    /// Draws another part, else reads on in the talks' texts, for a moment. Whoever searches sees the
    /// rest from time to time.
    ///
    /// Gives whether all is read, or nobody is there any more.
    #[must_use]
    pub fn go_on(&self) -> bool {
        if self.drawn.try_get_untracked().unwrap_or(LATER_PARTS) < LATER_PARTS {
            self.drawn.update(|drawn| *drawn += 1);
            return false;
        }
        let is_done = self.catalogue.try_with_value(|catalogue| {
            let step = |index: &mut Index| index.step(&catalogue.event, Index::SLICE);
            self.index.try_update_untracked(step)
        });
        let is_done = is_done.flatten().unwrap_or(true);
        if is_done {
            self.index.notify();
        }
        is_done
    }

    /// The program's language for the reader.
    #[must_use]
    pub fn speech(&self) -> Speech {
        Speech::of(&self.language.read())
    }

    /// Changes the words searched for.
    pub fn search(&self, text: String) {
        self.query.update(|query| query.text = text);
    }

    /// Chooses a facet value, or takes the choice back.
    pub fn toggle(&self, facet: Facet, value: &str) {
        self.query.update(|query| query.toggle(facet, value));
    }

    /// Shows every talk.
    pub fn reset(&self) {
        self.query.set(Query::default());
    }

    /// Opens a player.
    pub fn open(&self, player: &str) {
        self.playing.update(|playing| playing.open(player, None));
    }

    /// Opens a player after the reader agreed to what its provider receives.
    pub fn agree(&self, player: &str, provider: &'static str) {
        self.playing
            .update(|playing| playing.open(player, Some(provider)));
    }

    /// Closes a player.
    pub fn close(&self, player: &str) {
        self.playing.update(|playing| {
            playing.open.retain(|open| open != player);
        });
    }

    /// Spares the reader more questions about a provider until the page is closed.
    pub fn allow(&self, provider: &'static str) {
        self.playing.update(|playing| {
            if !playing.allowed.contains(&provider) {
                playing.allowed.push(provider);
            }
        });
    }

    /// Closes all players and asks again before any other.
    pub fn withdraw(&self) {
        self.playing.set(Playing::default());
    }

    /// What an address of the present state says.
    #[must_use]
    pub fn address(&self, event: Option<String>) -> Address {
        let language = self.language.get();
        let own = self
            .catalogue
            .with_value(|catalogue| *catalogue.own_language() == language);
        Address {
            query: self.query.get(),
            language: (!own).then_some(language),
            event,
            target: self.target.get(),
        }
    }

    /// Takes over what another address of the same event says.
    pub fn go_to(&self, address: Address) {
        let own = self
            .catalogue
            .with_value(|catalogue| catalogue.own_language().clone());
        let language = address.language.unwrap_or(own);
        if *self.language.read_untracked() != language {
            self.language.set(language);
        }
        if *self.query.read_untracked() != address.query {
            self.query.set(address.query);
        }
        self.target.set(address.target);
    }
}

/// The parts that may be drawn later: the facets, the rest of the list, the people.
const LATER_PARTS: usize = PEOPLE + 1;
/// The part that is the rest of the first page of talks.
pub const MORE_TALKS: usize = Facet::ALL.len();
/// The part that is the list of people.
pub const PEOPLE: usize = MORE_TALKS + 1;

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the reader's system is set.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word in `data-theme`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What only the browser can do for the page.
#[derive(Clone, Copy)]
pub struct Outside {
    /// The chosen appearance.
    pub theme: RwSignal<Theme>,
    /// Puts the page's address on the clipboard.
    pub copy_link: Callback<()>,
    /// Whether the last copy worked; `None` before the first.
    pub is_copied: RwSignal<Option<bool>>,
    /// What the address asked in vain.
    pub dropped: RwSignal<Vec<String>>,
    /// The day on which the data shown was kept, for a reader without a network.
    pub kept_on: RwSignal<Option<Date>>,
}

impl Outside {
    /// What was provided to this part of the page; without a browser, nothing happens.
    #[must_use]
    pub fn expect() -> Self {
        use_context().unwrap_or_else(|| Self {
            theme: RwSignal::default(),
            copy_link: Callback::new(|()| ()),
            is_copied: RwSignal::default(),
            dropped: RwSignal::default(),
            kept_on: RwSignal::default(),
        })
    }
}
