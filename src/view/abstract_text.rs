//! A talk's abstract: whole, or in a long programme only its beginning or the part that matches.

use leptos::prelude::Read;
use nachlese_event::{LocalizedText, TalkId, without_links};
use nachlese_markup::{El, el, group, switch};
use nachlese_search::Field;

use super::{
    fold::Fold,
    words::{block, dir_in, found_block, found_excerpt},
};
use crate::{state::AppState, text::prelude::*};

/// How much of an abstract is shown in long programmes, in bytes.
const GIST: usize = 200;
/// A text that is hardly longer is shown whole.
const SHORT: usize = GIST + GIST / 2;

/// Shows an abstract, and its folded part. In a long programme, the reader sees its beginning, or
/// the part with the most search words. On paper, all of it is printed (`print.css`).
pub(super) fn abstract_text(
    state: AppState,
    talk: &TalkId,
    text: &LocalizedText,
) -> (El, Option<El>) {
    let catalogue = state.catalogue();
    let event = &catalogue.event;
    let found = text.find(&state.language.get(), &event.language);
    let paragraph = || el("p").class("talk-card__abstract");
    let is_long = found.text.len() > SHORT;
    let Some(fold) = is_long.then(|| Fold::of(state, talk)).flatten() else {
        return (found_block(paragraph(), text, Field::Abstract), None);
    };
    let own = found.language.unwrap_or(&event.language).clone();
    let line = in_one_line(found.text);
    let gist_block = paragraph().attr("dir", dir_in(state, found.text, &own));
    let part = {
        let line = line.clone();
        move || {
            state
                .search
                .marks
                .read()
                .excerpt(Field::Abstract, &line, GIST)
        }
    };
    let gist = switch(part, move |part| {
        let before = (part.start > 0).then_some("… ");
        let after = (part.end < line.len()).then_some(" …");
        let text = found_excerpt(&line[part], &own, Field::Abstract);
        group([before.into(), text, after.into()])
    });
    // It is in the page even if closed, so that the browser's own search finds it.
    let has_marks = {
        let fold = fold.clone();
        move || fold.was_opened() && !state.search.marks.read().is_empty()
    };
    let all = text.clone();
    let all = switch(has_marks, move |has_marks| {
        if has_marks {
            found_block(paragraph(), &all, Field::Abstract)
        } else {
            block(paragraph(), &all)
        }
    });
    let whole = fold.around(state.speech().whole_abstract(), all);
    (
        gist_block.child(gist),
        Some(whole.attr("data-fold", "abstract")),
    )
}

/// The words of a running text, without its links and line breaks.
pub(super) fn in_one_line(text: &str) -> String {
    let text = without_links(text);
    let words = text.split([' ', '\n', '\r', '\t']);
    let words: Vec<_> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use crate::{
        state::Deployed,
        url::Address,
        view::{
            talk_card::talk_card,
            test_support::{assert_has, assert_lacks, event, html, html_on, text},
        },
    };

    /// The card of a talk with a long abstract, in a programme of so many talks.
    fn card(talks: usize, query: &str) -> String {
        let sentence = |at| format!("Satz {at} sagt wenig, und das mit vielen Worten.");
        let abstract_text: Vec<_> = (0..30).map(sentence).collect();
        let abstract_text =
            abstract_text.join(" ") + "\\nAm Ende: [Quintessenz](https://a.example/q).";
        let talk = |at| {
            format!(
                r#"{{"id": "t{at}", "kind": "talk", "title": "T", "abstract": "{abstract_text}",
                   "links": [{{"url": "https://b.example/", "label": "Folien"}}], "recording": {{
                   "status": "released", "sources": [{{"provider": "file", "url": "t.mp4"}}]}}}}"#
            )
        };
        let talks: Vec<_> = (0..talks).map(talk).collect();
        let fields = format!(r#""talks": [{}]"#, talks.join(","));
        html(&event(&fields), Address::default(), |state| {
            state.search(query.to_owned());
            while !state.index_further() {}
            talk_card(&state.catalogue().event.talks[0], "h3")
        })
    }

    #[test]
    fn without_scripts_a_recording_is_there_when_it_is_opened() {
        let source = r#"{"provider": "vimeo", "id": "76979871"}"#;
        let talk = |at| {
            format!(
                r#"{{"id": "t{at}", "kind": "talk", "title": "T", "recording": {{"sources": [{source}]}}}}"#
            )
        };
        let talks: Vec<_> = (0..61).map(talk).collect();
        let fields = format!(r#""talks": [{}]"#, talks.join(","));
        let deployed = |language| Deployed {
            language,
            talk: None,
            is_current: true,
        };
        let html = html_on(&event(&fields), deployed, |state| {
            talk_card(&state.catalogue().event.talks[0], "h3")
        });
        let (_, folded) = html.split_once("<details").unwrap();
        assert_has(
            folded,
            &[
                "Das Video kommt von Vimeo (Vimeo.com, Inc., USA).",
                "https://vimeo.com/76979871",
            ],
        );
    }

    #[test]
    fn a_short_programme_has_abstracts_and_recordings_whole() {
        let html = card(3, "");
        assert_has(
            &html,
            &[
                "Satz 29",
                r#"<a href="https://a.example/q">"#,
                "Aufzeichnung ansehen",
            ],
        );
        assert_lacks(&html, &["<details"]);
    }

    #[test]
    fn a_long_one_has_the_beginning_and_folds_the_rest() {
        let html = card(61, "");
        let (gist, folded) = html.split_once("<details").unwrap();
        assert_has(&text(gist), &["Satz 0", "Satz 3", " …"]);
        assert_lacks(gist, &["Satz 6"]);
        assert_has(
            folded,
            &[
                "Ganze Beschreibung",
                "Satz 29",
                r#"<a href="https://a.example/q">"#,
            ],
        );
        assert_has(folded, &["Aufzeichnung ansehen"]);
        assert_lacks(folded, &["<button"]);
        let (in_line, _) = folded.split_once("</div>").unwrap();
        assert_has(in_line, &["Folien"]);
    }

    #[test]
    fn whoever_searches_sees_where_it_is_found() {
        let html = card(61, "quintessenz");
        let (gist, _) = html.split_once("<details").unwrap();
        assert_has(gist, &["… ", "Am Ende: <mark>Quintessenz</mark>"]);
        assert_lacks(gist, &["Satz 0", "<a href=\"https"]);
    }
}
