//! The passages of a talk's transcript that match the search.

use leptos::prelude::Read;
use nachlese_event::{Recording, Talk, direction};
use nachlese_markup::{El, el, rows};
use nachlese_search::{Field, Passage};

use super::{chapters::moment, words::found_text};
use crate::{state::AppState, text::prelude::*};

/// Lists the places in a talk's recording where words of the search were said, each with a link to
/// its second. Nothing for a talk without captions or transcript.
///
/// Lines that stay are not drawn again, so that late transcripts do not take the focus away.
pub(super) fn said(talk: &Talk) -> Option<El> {
    let state = AppState::expect();
    let recording = talk.recording.as_ref().filter(|own| own.is_readable())?;
    let place = {
        let catalogue = state.catalogue();
        let mut talks = catalogue.event.talks.iter();
        talks.position(|own| own.id == talk.id)?
    };
    let passages = move || {
        let (index, found) = (
            state.search.index.read_untracked(),
            state.search.found.read(),
        );
        index.passages(&found, place, &state.language.read())
    };
    let (talk, recording) = (talk.id.clone(), recording.clone());
    let line = move |passage: &Passage| {
        let speech = state.speech();
        let (link, label) = match passage.at {
            Some(at) => (moment(state, &talk, at), speech.said_at(at)),
            None => (
                transcript(state, &recording),
                speech.in_transcript().to_owned(),
            ),
        };
        let words = el("span")
            .attr("lang", passage.language.as_str().to_owned())
            .attr("dir", direction(&passage.text, &passage.language));
        let link = link
            .child(el("span").class("said__at").child(label))
            .child(" ")
            .child(passage.who.as_ref().map(|who| format!("{who}: ")))
            .child(words.child(found_text(passage.text.clone(), Field::Passage)));
        el("li").child(link)
    };
    let list = el("ul").class("said").attr("role", "list");
    Some(list.child(rows(passages, line)))
}

/// A link to the whole transcript.
fn transcript(state: AppState, recording: &Recording) -> El {
    let link = recording.transcript.as_ref();
    let address = link.and_then(|link| state.catalogue().assets.resolve(&link.url));
    el("a").address("href", address)
}

#[cfg(test)]
mod tests {
    use nachlese_event::LanguageTag;
    use nachlese_search::Transcript;

    use crate::{
        url::Address,
        view::{
            talk_card::talk_card,
            test_support::{assert_has, assert_lacks, event, html, text},
        },
    };

    const GERMAN: &str = "WEBVTT\n\n00:01.000 --> 00:02.000\nHaben Sie Mut zum\n\n\
        00:03.000 --> 00:04.000\nExperiment & mehr.";
    const ENGLISH: &str = "WEBVTT\n\n00:05.000 --> 00:06.000\nBe brave.";

    fn card(query: &str, transcripts: &[(&str, &str)]) -> String {
        let fields = r#""talks": [{"id": "t", "kind": "talk", "title": "Ethik", "recording": {
            "status": "released", "transcript": "t.txt",
            "sources": [{"provider": "file", "url": "t.mp4"}]}}]"#;
        html(&event(fields), Address::default(), |state| {
            state.search.index.update_untracked(|index| {
                for (language, file) in transcripts {
                    let language = LanguageTag::new(language).unwrap();
                    index.add_transcript(0, &language, Transcript::read(file));
                }
            });
            while !state.index_further() {}
            state.search(query.to_owned());
            talk_card(&state.catalogue().event.talks[0], "h3")
        })
    }

    #[test]
    fn shows_what_was_said_with_a_link_to_its_second() {
        let html = card("„mut zum experiment“", &[("de", GERMAN)]);
        assert_has(
            &html,
            &[r##"href="#t@0:01""##, "<mark>Mut zum Experiment</mark>"],
        );
        assert_has(
            &text(&html),
            &["Gesagt bei 0:01: Haben Sie Mut zum Experiment &amp; mehr."],
        );
        assert_lacks(&card("ethik", &[("de", GERMAN)]), &["said__"]);
        assert_lacks(&card("", &[("de", GERMAN)]), &["said__"]);
    }

    #[test]
    fn shows_the_language_in_which_it_was_found() {
        let both = [("de", GERMAN), ("en", ENGLISH)];
        let html = card("brave", &both);
        assert_has(
            &html,
            &[r##"href="#t@0:05""##, r#"lang="en""#, "<mark>brave</mark>"],
        );
        assert_lacks(&card("mut", &both), &["Be "]);
    }

    #[test]
    fn names_who_says_it_where_the_captions_do() {
        let file = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>Mut zum\n\n00:03.000 --> 00:04.000\n<v Ada>Experiment.\n\n\
            00:05.000 --> 00:06.000\n<v Bo>Ein Versuch.";
        let said = |query| text(&card(query, &[("de", file)]));
        assert_has(
            &said("mut"),
            &["Gesagt bei 0:01: Ada: Mut zum Experiment. …"],
        );
        let crossing = "Ada: … Experiment. – Ein Versuch.";
        assert_has(&said("experiment"), &[crossing]);
        assert_has(&said("„experiment ein“"), &[crossing]);
        assert_has(&said("versuch"), &["Bo: … Ein Versuch."]);
        assert_lacks(&said("versuch"), &["Versuch. –"]);
    }

    #[test]
    fn a_transcript_without_times_is_linked_as_a_whole() {
        let html = card("experiment", &[("de", "Mut zum Experiment. Ende.")]);
        assert_has(&html, &[r#"href="events/x/t.txt""#]);
        assert_has(&text(&html), &["Im Transkript: Mut zum Experiment. Ende."]);
    }
}
