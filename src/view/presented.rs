//! What a section tells is not told twice: other places link to it.

use nachlese_event::{Section, SectionKind, TalkId};
use nachlese_markup::{El, el};

use super::words::label;
use crate::{state::AppState, text::prelude::*};

/// The section that is about a talk, if it is shown.
pub(super) fn section_of(state: AppState, id: &TalkId) -> Option<Section> {
    let catalogue = state.catalogue();
    let mut sections = catalogue.event.sections.iter();
    let found = sections.find(|section| {
        let talk = match &section.kind {
            SectionKind::Panel { talk, .. } | SectionKind::Market { talk, .. } => talk.as_ref(),
            SectionKind::Film { talk } => Some(talk),
            _ => None,
        };
        let has_words = section.heading.is_some() && !section.paragraphs.is_empty();
        has_words && talk == Some(id) && catalogue.frame.shows(section)
    });
    found.cloned()
}

/// The section with the playlists, if it is shown: the links that stand there are not repeated.
pub(super) fn playlist_section(state: AppState) -> Option<Section> {
    let catalogue = state.catalogue();
    let mut sections = catalogue.event.sections.iter();
    let found = sections.find(|section| {
        let has_lists = matches!(section.kind, SectionKind::Playlist);
        has_lists && section.heading.is_some() && catalogue.frame.shows(section)
    });
    found.cloned()
}

/// A link to the section that tells more.
pub(super) fn pointer(state: AppState, section: &Section) -> El {
    let link = el("a").attr("href", format!("#{}", section.id));
    let link = link.children(section.heading.as_ref().map(label));
    el("p")
        .class("talk-card__pointer")
        .child(state.speech().more_on_it())
        .child(" ")
        .child(link)
}

#[cfg(test)]
mod tests {
    use crate::view::test_support::{assert_has, assert_lacks, sections};

    #[test]
    fn what_a_section_tells_of_a_talk_is_not_told_twice() {
        let fields = |talk: &str| {
            format!(
                r#""talks": [{{"id": "p", "kind": "panel", "title": "Runde", "abstract": "Es ging hoch her."}}],
                   "sections": [{{"type": "talks"}}, {{"type": "panel", "id": "podium", "heading": "Auf dem Podium",
                       "paragraphs": ["Vier Leute."], "talk": "{talk}"}}]"#
            )
        };
        let html = sections(&fields("p"));
        assert_has(
            &html,
            &[r##"Mehr dazu: <a href="#podium">Auf dem Podium</a>"##],
        );
        assert_lacks(&html, &["Es ging hoch her"]);
        assert_has(&sections(&fields("q")), &["Es ging hoch her"]);
    }
}
