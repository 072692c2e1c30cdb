//! The event's playlists: the provider's player, or helpful links if there is no list.

use nachlese_event::Playlist;
use nachlese_markup::{El, ElementRef, Markup, el};

use super::{
    consent::offer, link_list::link_list, player::Clip, talk_name::talk_label,
    talk_status::with_status, words::block,
};
use crate::{
    state::{AppState, Playable},
    text::prelude::*,
};

/// Shows every playlist of the event.
pub fn playlists() -> Markup {
    let state = AppState::expect();
    let catalogue = state.catalogue();
    let lists = catalogue.event.playlists.iter().enumerate();
    let boxes: Vec<_> = lists
        .map(|(at, list)| playlist_box(state, list, at))
        .collect();
    boxes.into()
}

/// Shows one playlist; `place` is its place in the event.
fn playlist_box(state: AppState, list: &Playlist, place: usize) -> El {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let talks = list.items.iter().filter_map(|id| catalogue.event.talk(id));
    let items: Vec<_> = talks
        .map(|talk| {
            let link = el("a").attr("href", format!("#{}", talk.id));
            let title = with_status(state, talk, talk_label(state, talk));
            el("li").child(link.child(title))
        })
        .collect();
    let name = speech.in_this_playlist();
    let items = (!items.is_empty()).then(|| {
        el("ol")
            .class("playlist__items")
            .attr("role", "list")
            .attr("aria-label", name)
            .children(items)
    });
    let links = &list.fallback_links;
    let player: Markup = if let Some(clip) = Clip::of(state, Playable::List(place)) {
        offer(clip, ElementRef::new())
    } else {
        let help = (!links.is_empty()).then(|| speech.playlist_until_then());
        let missing = el("p")
            .class("playlist__missing")
            .child(speech.playlist_unlinked());
        missing.child(" ").child(help).into()
    };
    el("div")
        .class("playlist")
        .child(block(el("p").class("playlist__title"), &list.title))
        .child(items)
        .child(player)
        .child(link_list(links, false))
}

#[cfg(test)]
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
