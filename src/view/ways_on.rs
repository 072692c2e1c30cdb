//! The links at the top of the page: to recordings, people and programme.

use nachlese_event::{Person, Playlist, Section, SectionKind, Talk};
use nachlese_markup::{El, el};

use super::{player::Media, words::plain};
use crate::{state::AppState, text::prelude::*};

/// How many people are named. If there are more than [`MOST_LISTED`], none are, because the first
/// two would mean nothing.
const NAMED: usize = 2;
const MOST_LISTED: usize = 20;

/// Links to what readers come for. A link without a target is left out.
pub(super) fn ways_on(sections: &[Section]) -> Option<El> {
    let state = AppState::expect();
    let ways = [
        to_watch(state, sections),
        to_people(state, sections),
        to_programme(state, sections),
    ];
    let ways: Vec<El> = ways.into_iter().flatten().collect();
    let list = el("ul").class("ways").attr("role", "list");
    (!ways.is_empty()).then(|| list.children(ways))
}

/// The playlist if it can be played here, else the page that helps until then, else the first recording.
fn to_watch(state: AppState, sections: &[Section]) -> Option<El> {
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let way = |href: Option<String>, detail| way(speech.way_to_watch(), href, detail);
    let list = event.playlists.first();
    let is_playable = |list: &&Playlist| list.frame_address(&event.language).is_some();
    let place = place(sections, |kind| matches!(kind, SectionKind::Playlist));
    if let Some((list, place)) = list.filter(is_playable).zip(place) {
        let (provider, _) = Media::List(list.clone()).provider_and_company();
        let detail = format!("{} · {provider}", plain(state, &list.title));
        return Some(way(Some(place), detail));
    }
    let playable = event.talks.iter().filter(|talk| talk.is_playable());
    let playable: Vec<&Talk> = playable.collect();
    if let Some(talk) = playable.first() {
        let mut detail = speech.recording_count(playable.len());
        // One name would be wrong for some if there are several.
        let name = provider(state, talk);
        if playable.iter().all(|talk| provider(state, talk) == name) {
            detail = format!("{detail} · {name}");
        }
        return Some(way(Some(format!("#{}", talk.id)), detail));
    }
    let link = list?.fallback_links.first()?;
    let href = catalogue.assets.resolve(&link.url);
    Some(way(href, plain(state, &link.label)))
}

/// Who shows a talk's recording.
fn provider(state: AppState, talk: &Talk) -> String {
    let recording = talk.recording.as_ref();
    let source = recording.and_then(|recording| recording.sources.first());
    let media = source.map(|source| Media::Video(source.clone()));
    let name = media.map(|media| media.provider_and_company().0);
    let name = name.filter(|name| !name.is_empty());
    name.unwrap_or_else(|| state.speech().on_this_site().to_owned())
}

fn to_people(state: AppState, sections: &[Section]) -> Option<El> {
    let place = place(sections, |kind| matches!(kind, SectionKind::People))?;
    let catalogue = state.catalogue();
    let people = &catalogue.event.people;
    let most = if people.len() > MOST_LISTED { 0 } else { NAMED };
    let names = people.iter().take(most).map(Person::full_name);
    let names: Vec<String> = names.collect();
    let speech = state.speech();
    let detail = speech.names_and_more(&names, people.len());
    (!people.is_empty()).then(|| way(speech.way_to_people(), Some(place), detail))
}

fn to_programme(state: AppState, sections: &[Section]) -> Option<El> {
    let place = place(sections, |kind| matches!(kind, SectionKind::Talks))?;
    let catalogue = state.catalogue();
    let talks = catalogue.event.talks.iter();
    let count = talks.filter(|talk| !talk.is_cancelled()).count();
    let speech = state.speech();
    let detail = speech.match_count(count, count);
    (count > 0).then(|| way(speech.way_to_programme(), Some(place), detail))
}

/// The address of the first section of a kind.
fn place(sections: &[Section], is_meant: impl Fn(&SectionKind) -> bool) -> Option<String> {
    let section = sections.iter().find(|section| is_meant(&section.kind))?;
    Some(format!("#{}", section.id))
}

fn way(name: &'static str, href: Option<String>, detail: String) -> El {
    let link = el("a")
        .class("ways__way")
        .address("href", href)
        .child(el("span").class("ways__name").child(name))
        .child(" ")
        .child(el("span").class("ways__detail").child(detail));
    el("li").child(link)
}

#[cfg(test)]
mod tests {
    use crate::{
        url::Address,
        view::{
            intro::intro,
            test_support::{assert_has, assert_lacks, event, html},
        },
    };

    fn ways(fields: &str) -> String {
        html(&event(fields), Address::default(), |_| intro())
    }

    const TALK: &str = r#"{"id": "t", "kind": "talk", "title": "Ethik", "people": ["ada"], "recording":
        {"status": "released", "sources": [{"provider": "youtube", "id": "dQw4w9WgXcQ"}]}}"#;
    const LINK: &str = r#""fallbackLinks": [{"label": "Zum Kanal", "url": "https://a.example/k"}]"#;

    #[test]
    fn leads_to_recordings_people_and_programme() {
        let html = ways(&format!(
            r#""people": [{{"id": "ada", "name": "Ada"}}, {{"id": "bo", "name": "Bo"}}], "talks": [{TALK}]"#
        ));
        assert_has(&html, &[r##"href="#t""##, "1 Aufzeichnung · YouTube"]);
        assert_has(&html, &[r##"href="#people""##, "Ada und Bo"]);
        assert_has(&html, &[r##"href="#programme""##, "1 Programmpunkt"]);
    }

    #[test]
    fn a_provider_is_named_only_if_it_shows_all() {
        let talk = |id: &str, source: &str| {
            format!(
                r#"{{"id": "{id}", "kind": "talk", "title": "A", "recording": {{"status": "released", "sources": [{source}]}}}}"#
            )
        };
        let youtube = r#"{"provider": "youtube", "id": "dQw4w9WgXcQ"}"#;
        let other = r#"{"provider": "file", "url": "https://a.example/f.mp4"}"#;
        let page = |last: &str| {
            let talks = [talk("a", youtube), talk("b", youtube), talk("c", last)];
            ways(&format!(r#""talks": [{}]"#, talks.join(",")))
        };
        assert_has(&page(youtube), &["3 Aufzeichnungen · YouTube"]);
        let mixed = page(other);
        assert_has(&mixed, &["3 Aufzeichnungen<"]);
        assert_lacks(&mixed, &["· YouTube"]);
    }

    #[test]
    fn a_playlist_comes_before_single_recordings() {
        let list =
            r#"{"title": "Alle Vorträge", "provider": "youtube", "id": "PLtest_0123456789"}"#;
        let html = ways(&format!(r#""talks": [{TALK}], "playlists": [{list}]"#));
        assert_has(
            &html,
            &[r##"href="#playlists""##, "Alle Vorträge · YouTube"],
        );
        let html = ways(&format!(r#""playlists": [{{"title": "Alle", {LINK}}}]"#));
        assert_has(&html, &[r#"href="https://a.example/k""#, ">Zum Kanal<"]);
    }

    #[test]
    fn a_way_that_leads_nowhere_is_left_out() {
        let html = ways(r#""talks": [{"id": "t", "kind": "talk", "title": "Ethik"}]"#);
        assert_lacks(&html, &["Ansehen", "Wer war dabei"]);
        assert_lacks(&ways(r#""people": []"#), &["ways"]);
    }
}
