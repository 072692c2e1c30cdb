//! The button that shares a talk. `src/browser/share.js` does the work.
//!
//! A card needs no listener for it: the scripts that start the app listen for all of these buttons.

use nachlese_event::Talk;
use nachlese_markup::{El, el};

use super::talk_name::talk_title;
use crate::{state::AppState, text::prelude::*};

/// Shares a talk, from the second that plays or that the address names.
///
/// It is in an element with `data-talk`. Its address is that of the talk's own page, if there is
/// one.
pub(super) fn share_button(state: AppState, talk: &Talk) -> El {
    let name = state.speech().share();
    let title = talk_title(state, talk).replace('\u{ad}', "");
    el("button")
        .attr("type", "button")
        .class("chip share-button")
        .attr("data-share", share_place(state, talk.id.as_str()))
        .attr("aria-label", format!("{name}: {title}"))
        .child(name)
}

/// The address of a talk, relative to this page. The script replaces `{id}` with the talk's id.
pub(super) fn share_place(state: AppState, id: &str) -> String {
    let catalogue = state.catalogue();
    match catalogue.deployed.as_ref() {
        Some(page) if page.talk.is_some() => "./".to_owned(),
        Some(page) if page.is_current => format!("talk/{id}/"),
        _ => format!("#{id}"),
    }
}

#[cfg(test)]
mod tests {
    use nachlese_event::TalkId;

    use super::*;
    use crate::{
        state::Deployed,
        view::test_support::{assert_has, event, html_on},
    };

    #[test]
    fn leads_to_the_talks_own_page_where_there_is_one() {
        for (page, is_current, place) in [
            (None, true, "talk/t/"),
            (None, false, "#t"),
            (Some("t"), true, "./"),
        ] {
            let fields = r#""talks": [{"id": "t", "kind": "talk", "title": "Zwei\u00admal"}]"#;
            let deployed = |language| Deployed {
                language,
                talk: page.and_then(|id| TalkId::new(id).ok()),
                is_current,
            };
            let html = html_on(&event(fields), deployed, |state| {
                share_button(state, &state.catalogue().event.talks[0])
            });
            let place = format!(r#"data-share="{place}""#);
            assert_has(&html, &[&place, r#"aria-label="Teilen: Zweimal""#]);
        }
    }
}
