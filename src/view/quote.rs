//! A quote.

use nachlese_event::{Quote, Speech};
use nachlese_markup::{El, el, group};

use super::{
    evidence::evidence,
    words::{block, dir, plain, with_terms},
};
use crate::{state::AppState, text::prelude::*};

/// Shows a quote: word for word in quotation marks, or paraphrased and marked as such.
pub fn quote_figure(quote: &Quote) -> El {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let (open, close) = match (quote.verbatim, speech) {
        (false, _) => ("", ""),
        (true, Speech::German) => ("„", "“"),
        (true, Speech::English) => ("“", "”"),
    };
    let text = block(el("p").child(open), &quote.text).child(close);
    let mark = (!quote.verbatim).then(|| {
        let mark = el("span").class("quote__mark");
        group([mark.child(speech.in_substance()).into(), " ".into()])
    });
    let person = quote.person.as_ref().and_then(|id| event.person(id));
    let source = person.map(|person| {
        let role = person.role_at_event.as_ref().map(|role| plain(state, role));
        let role = role.map(|role| {
            let dir = dir(state, &role);
            let role = with_terms(state, &role, None);
            el("span").class("quote__role").attr("dir", dir).child(role)
        });
        let name = person.full_name();
        let name = el("span")
            .class("quote__name")
            .attr("dir", dir(state, &name))
            .child(name);
        group([name.into(), role.into()])
    });
    let caption = el("figcaption")
        .class("quote__source")
        .child(mark)
        .child(source)
        .child(evidence(state, quote.talk.as_ref(), quote.at));
    el("figure")
        .class("quote")
        .child(el("blockquote").class("quote__text").child(text))
        .child(caption)
}

#[cfg(test)]
mod tests {
    use crate::view::test_support::{assert_has, assert_lacks, sections, text};

    fn quote(sources: &str, is_verbatim: bool) -> String {
        sections(&format!(
            r#""people": [{{"id": "ada", "name": "Ada Beispiel", "roleAtEvent": "Leitung"}}],
               "talks": [{{"id": "t", "kind": "talk", "title": "Ethik",
                   "recording": {{"status": "released", "sources": [{sources}]}}}}],
               "sections": [{{"type": "quote", "text": "Daten helfen.", "verbatim": {is_verbatim},
                   "person": "ada", "talk": "t", "at": "12:34"}}]"#
        ))
    }

    const YOUTUBE: &str = r#"{"provider": "youtube", "id": "dQw4w9WgXcQ"}"#;

    #[test]
    fn puts_the_very_words_in_quotation_marks() {
        let text = text(&quote(YOUTUBE, true));
        assert_has(&text, &["„Daten helfen.“", "Ada Beispiel", "Leitung"]);
        assert_lacks(&text, &["sinngemäß"]);
    }

    #[test]
    fn marks_what_was_said_in_substance() {
        let text = text(&quote(YOUTUBE, false));
        assert_has(&text, &["Daten helfen.", "sinngemäß"]);
        assert_lacks(&text, &["„", "“"]);
    }

    #[test]
    fn links_the_second_only_of_a_talk_that_can_be_played() {
        let html = quote(YOUTUBE, true);
        assert_has(&html, &[r##"href="#t@12:34""##, "Im Video ab 12:34"]);
        assert_lacks(&quote("", true), &["#t@", "Im Video ab"]);
    }
}
