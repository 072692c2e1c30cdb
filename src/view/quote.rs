//! What somebody said.

use leptos::prelude::*;

use super::words::{Words, plain};
use crate::{
    model::{Quote, Talk},
    state::AppState,
    text::Speech,
    url::Target,
};

/// Shows a statement: word for word in quotation marks, or in substance and marked so.
#[component]
pub fn QuoteFigure(
    /// The statement.
    quote: Quote,
) -> impl IntoView {
    let state = AppState::expect();
    let speech = state.speech();
    let catalogue = state.catalogue();
    let (open, close) = match (quote.verbatim, speech) {
        (false, _) => ("", ""),
        (true, Speech::German) => ("„", "“"),
        (true, Speech::English) => ("“", "”"),
    };
    let mark = (!quote.verbatim)
        .then(|| view! { <span class="quote__mark">{speech.in_substance()}</span> " " });
    let person = quote
        .person
        .as_ref()
        .and_then(|id| catalogue.event.person(id))
        .cloned();
    let source = person.map(|person| {
        let role = person.role_at_event.as_ref().map(|role| plain(state, role));
        view! {
            <span class="quote__name">{person.full_name()}</span>
            {role.map(|role| view! { <span class="quote__role">{role}</span> })}
        }
    });
    let talk = quote
        .talk
        .filter(|id| catalogue.event.talk(id).is_some_and(Talk::is_playable));
    let evidence = talk.zip(quote.at).map(|(talk, at)| {
        let href = Target { id: talk.as_str().to_owned(), at: Some(at) }.write();
        view! { <a class="quote__evidence" href=href>{speech.watch_from()} " " {at.to_string()}</a> }
    });
    view! {
        <figure class="quote">
            <blockquote class="quote__text">
                <p>{open} <Words text=quote.text /> {close}</p>
            </blockquote>
            <figcaption class="quote__source">{mark} {source} {evidence}</figcaption>
        </figure>
    }
}

#[cfg(test)]
#[cfg(feature = "cli")]
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
