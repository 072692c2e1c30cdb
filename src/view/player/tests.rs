//! Tests of players as HTML.

use nachlese_markup::group;

use super::*;
use crate::{
    url::{Address, Target},
    view::{
        stage::stage,
        talk_card::talk_card,
        test_support::{assert_has, assert_lacks, event, html},
    },
};

fn card(open: Option<&str>, target: Option<Target>) -> String {
    let file = r#"{"provider": "file", "url": "video/t.mp4", "type": "video/mp4"}"#;
    card_of(file, open, target)
}

fn card_of(source: &str, open: Option<&str>, target: Option<Target>) -> String {
    let fields = r#""talks": [{"id": "t", "kind": "talk", "title": "Ethik", "recording": {
        "status": "released", "sources": [SOURCE],
        "captions": [{"url": "video/t.vtt", "language": "de", "origin": "auto"}]}}]"#;
    let fields = fields.replace("SOURCE", source);
    let address = Address {
        target,
        ..Address::default()
    };
    html(&event(&fields), address, |state| {
        if let Some(talk) = open {
            state.open(&Playable::Talk(TalkId::new(talk).unwrap()));
        }
        let card = talk_card(&state.catalogue().event.talks[0], "h3");
        group([card.into(), stage().into()])
    })
}

#[test]
fn plays_a_file_with_its_captions() {
    let html = card(Some("t"), None);
    let source = r#"src="events/x/video/t.mp4" type="video/mp4""#;
    assert_has(&html, &["<video", "controls", source]);
    assert_has(&html, &[r#"aria-label="Video: Ethik""#]);
    assert_has(
        &html,
        &[r#"<track kind="captions" src="events/x/video/t.vtt" srclang="de""#],
    );
    assert_has(&html, &[r#"label="Deutsch (automatisch erstellt)""#]);
    assert_lacks(&html, &["<iframe", "autoplay"]);
}

#[test]
fn starts_a_file_at_the_second_of_the_address() {
    let at = Some(Seconds(754));
    let html = card(Some("t"), Some(Target::second("t", at)));
    assert_has(&html, &["events/x/video/t.mp4#t=754"]);
    let html = card(Some("t"), Some(Target::second("other", at)));
    assert_lacks(&html, &["#t="]);
}

#[test]
fn seconds_count_from_where_the_talk_begins() {
    let at = |seconds| Some(Target::second("t", Some(Seconds(seconds))));
    for (source, whole, part) in [
        (
            r#"{"provider": "file", "url": "t.mp4", "start": "1:23:45"}"#,
            r#"src="events/x/t.mp4#t=5025""#,
            r#"src="events/x/t.mp4#t=5055""#,
        ),
        (
            r#"{"provider": "youtube", "url": "https://youtu.be/AbCdEfGhIjK?t=5025"}"#,
            "&amp;start=5025&amp;autoplay=1&amp;enablejsapi=1&amp;widgetid=1\"",
            "&amp;start=5055&amp;autoplay=1&amp;enablejsapi=1&amp;widgetid=1\"",
        ),
        (
            r#"{"provider": "vimeo", "id": "12345678", "hash": "90e6d75118", "start": 5025}"#,
            "/video/12345678?h=90e6d75118&amp;dnt=1&amp;texttrack=de&amp;autoplay=1#t=5025s\"",
            "/video/12345678?h=90e6d75118&amp;dnt=1&amp;texttrack=de&amp;autoplay=1#t=5055s\"",
        ),
    ] {
        let open = Some("t");
        assert_has(
            &card_of(source, open, None),
            &[whole, r#"data-start="5025""#],
        );
        assert_has(&card_of(source, open, at(30)), &[part]);
    }
    let vimeo = r#"{"provider": "vimeo", "id": "12345678", "hash": "90e6d75118", "start": 5}"#;
    let asked = card_of(vimeo, None, at(30));
    let page = r#"href="https://vimeo.com/12345678/90e6d75118#t=35s""#;
    assert_has(&asked, &[page, "ab 0:30"]);
}

#[test]
fn each_player_is_asked_to_tell_its_position_in_its_own_way() {
    let told = |provider, origin| at_once("https://p.example/e?a=b#t=5s", provider, origin);
    for (provider, origin, expected) in [
        (
            "youtube",
            "https://page.example:8443",
            "&enablejsapi=1&widgetid=1&origin=https://page.example:8443",
        ),
        ("youtube", "null", "&enablejsapi=1&widgetid=1"),
        ("peertube", "https://page.example", "&api=1"),
        ("vimeo", "https://page.example", ""),
    ] {
        let expected = format!("https://p.example/e?a=b&autoplay=1{expected}#t=5s");
        assert_eq!(told(provider, origin), expected);
    }
}
