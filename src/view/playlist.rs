//! The event's playlists: the provider's player where there is a list, else what helps.

use leptos::prelude::*;

use super::{
    consent::ConsentGate,
    link_list::LinkList,
    player::{Clip, Media},
    talk_card::talk_title,
    words::{Words, plain},
};
use crate::{model::Playlist, state::AppState};

/// Shows every playlist of the event.
#[component]
pub fn Playlists() -> impl IntoView {
    let state = AppState::expect();
    let lists = state.catalogue().event.playlists.clone();
    lists
        .into_iter()
        .enumerate()
        .map(|(at, list)| view! { <PlaylistBox list name=format!("playlist-{at}") /> })
        .collect_view()
}

/// Shows one playlist.
#[component]
fn PlaylistBox(
    /// The list.
    list: Playlist,
    /// Its player's name on this page.
    name: String,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let items: Vec<_> = list
        .items
        .iter()
        .filter_map(|id| catalogue.event.talk(id))
        .map(|talk| {
            let href = format!("#{}", talk.id);
            view! { <li><a href=href>{talk_title(state, talk)}</a></li> }
        })
        .collect();
    let items = (!items.is_empty()).then(|| {
        view! { <ol class="playlist__items" aria-label=speech.in_this_playlist()>{items}</ol> }
    });
    let links = list.fallback_links.clone();
    let is_playable = list.frame_address(&state.language.read()).is_some();
    let player = if is_playable {
        let title = plain(state, &list.title);
        let clip = Clip {
            media: Media::List(list.clone()),
            captions: Vec::new(),
            talk: None,
            title,
        };
        view! { <ConsentGate clip player=name /> }.into_any()
    } else {
        let help = (!links.is_empty()).then(|| speech.playlist_until_then());
        view! { <p class="playlist__missing">{speech.playlist_unlinked()} " " {help}</p> }
            .into_any()
    };
    view! {
        <div class="playlist">
            <p class="playlist__title"><Words text=list.title /></p>
            {items}
            {player}
            <LinkList links />
        </div>
    }
}

#[cfg(test)]
#[cfg(feature = "cli")]
mod tests {
    use crate::view::test_support::{assert_has, assert_lacks, sections};

    fn playlist(id: &str) -> String {
        sections(&format!(
            r#""talks": [{{"id": "t", "kind": "talk", "title": "Ethik"}}],
               "playlists": [{{"title": "Alle Vorträge", "provider": "youtube", {id} "items": ["t"],
                   "fallbackLinks": [{{"label": "Zum Kanal", "url": "https://a.example/kanal"}}]}}],
               "sections": [{{"type": "playlist"}}]"#
        ))
    }

    #[test]
    fn says_that_a_list_is_not_linked_yet_and_what_helps() {
        let html = playlist("");
        assert_has(&html, &["Die Playlist ist hier noch nicht verlinkt."]);
        assert_has(
            &html,
            &["Bis dahin helfen", r#"href="https://a.example/kanal""#],
        );
        assert_has(&html, &["Alle Vorträge", r##"<a href="#t">Ethik</a>"##]);
        assert_lacks(&html, &["data-consent", "<iframe"]);
    }

    #[test]
    fn asks_before_loading_a_list() {
        let html = playlist(r#""id": "PLtest_0123456789","#);
        assert_has(&html, &[r#"data-consent="youtube""#, "Playlist laden"]);
        assert_lacks(&html, &["noch nicht verlinkt", "<iframe"]);
    }
}
