//! What was said is read beside its player.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::{
    Outcome,
    event::{SAMPLE, small_event},
    page::{Page, SEARCH},
    players::UUID,
    provider::Provider,
    reader, reader_for, reader_without_scripts,
    reading::{PANEL, VIDEO, panel},
    site::{Answer, POLICY},
};

const CURRENT: &str = "document.querySelector('.turn__sentence[aria-current]')";

async fn is_current(page: &Page, words: &str) -> Outcome {
    page.until(
        &format!("the sentence is „{words}“"),
        &format!("return {CURRENT}?.textContent.includes({words:?})"),
    )
    .await
}

#[test]
fn stands_on_the_talks_page_without_scripts() -> Outcome {
    reader_without_scripts(async |page| {
        page.go(&panel("")).await?;
        let text = page.whole_text().await?;
        for words in [
            "Transkript",
            "Greta Gedacht",
            "Und was kostet die Pflege, Hanno Erdacht?",
        ] {
            assert!(text.contains(words), "{words} in {text}");
        }
        page.see(".turn__at[href$='@0:30']").await
    })
}

#[test]
fn the_page_takes_over_the_words_and_loads_nothing() -> Outcome {
    reader(async |page| {
        page.open(&panel("")).await?;
        page.can_be_read().await?;
        let requests = page.site.requests();
        assert!(
            !requests.iter().any(|path| path.contains(".vtt")),
            "{requests:?}"
        );
        page.is_accessible("with a transcript").await?;
        page.screenshot("transcript").await?;
        page.click(".transcript__languages button:nth-child(2)")
            .await?;
        page.until(
            "it is English",
            "return document.querySelector('.turn__text')?.lang === 'en'",
        )
        .await?;
        page.can_be_read().await?;
        page.resize(320, 700).await?;
        page.is_accessible("with a transcript at 320 px").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn follows_the_player_and_yields_to_the_reader() -> Outcome {
    reader(async |page| {
        page.open(&panel("")).await?;
        page.can_be_read().await?;
        page.click(".stage .recording__opener button").await?;
        page.play_at(34).await?;
        is_current(page, "Pflege kostet weniger").await?;
        let scrolled = "return document.querySelector('.transcript__text').scrollTop";
        let window = "return scrollY";
        let is_in_view = format!(
            "const [box, own] = [document.querySelector('.transcript__text'), {CURRENT}].map((it) => it.getBoundingClientRect());
            return own.top >= box.top && own.bottom <= box.bottom"
        );
        page.until("it is in view", &is_in_view).await?;
        let [before, at] = [
            page.run(scrolled, json!([])).await?,
            page.run(window, json!([])).await?,
        ];
        // The reader looks at something else.
        page.run(
            "document.querySelector('.transcript__text').dispatchEvent(new WheelEvent('wheel'))",
            json!([]),
        )
        .await?;
        page.play_at(66).await?;
        is_current(page, "").await?;
        page.until(
            "it went on",
            &format!("return Number({CURRENT}.dataset.at) > 60"),
        )
        .await?;
        assert_eq!(
            page.run(scrolled, json!([])).await?,
            before,
            "nothing moves"
        );
        assert_eq!(
            page.run(window, json!([])).await?,
            at,
            "the page never moves"
        );
        page.click(".transcript__tools > button").await?;
        page.until("it is in view again", &is_in_view).await
    })
}

#[test]
fn a_sentence_plays_by_mouse_and_by_keyboard() -> Outcome {
    reader(async |page| {
        page.open(&panel("")).await?;
        page.can_be_read().await?;
        // One stop for the whole text.
        assert_eq!(page.count(".transcript__text [tabindex='0']").await?, 1);
        page.run(
            "document.querySelector('.turn__sentence').focus()",
            json!([]),
        )
        .await?;
        for _ in 0..2 {
            page.press(Key::Down).await?;
        }
        page.press(Key::Up).await?;
        page.until(
            "the second sentence has the focus",
            "return document.activeElement.textContent.startsWith('Ich bin Greta')",
        )
        .await?;
        page.press(Key::End).await?;
        page.press(Key::Home).await?;
        page.press(Key::Down).await?;
        page.press(Key::Enter).await?;
        let plays = |from: u32| {
            format!(
                "return {VIDEO} && !{VIDEO}.paused && {VIDEO}.currentTime >= {from} && {VIDEO}.currentTime < {from} + 5"
            )
        };
        page.until("it plays from there", &plays(2)).await?;
        page.click(".turn__sentence[data-at='30']").await?;
        page.until("it plays from the question", &plays(30)).await?;
        let address = page.text_of("return location.hash").await?;
        assert_eq!(
            address,
            format!("#{PANEL}@0:03"),
            "a click while it plays is no step of the history"
        );
        Ok(())
    })
}

#[test]
fn is_read_before_any_consent() -> Outcome {
    reader(async |page| {
        let provider = Provider::start().await?;
        page.site
            .set_policy(&format!("{POLICY} {}", provider.origin()));
        let mut event = small_event("probe");
        event["talks"][0]["recording"] = json!({
            "status": "released",
            "sources": [{ "provider": "peertube", "host": provider.origin(), "id": UUID }],
            "captions": [{ "url": "a.vtt", "language": "de", "origin": "auto" }],
        });
        page.site.serve_event("probe", &event);
        let vtt =
            "WEBVTT\n\n00:01.000 --> 00:04.000\nHaben Sie Mut.\n\n00:09.000 --> 00:12.000\nJetzt.";
        page.site
            .serve("events/probe/a.vtt", Answer::new(200, "text/vtt", vtt));
        page.open("?event=probe#eins@0:09-0:12").await?;
        page.can_be_read().await?;
        let shown = page
            .text_of("return document.querySelector('.transcript').innerText")
            .await?;
        assert!(
            shown.contains("Jetzt.") && !shown.contains("Haben Sie Mut."),
            "{shown}"
        );
        assert!(shown.contains("automatisch erstellt"), "{shown}");
        page.see(".stage [data-consent] button").await?;
        assert_eq!(provider.requests(), Vec::<String>::new());
        // From a sentence to the question, and from there to its second.
        page.click(".turn__sentence[data-at='9']").await?;
        page.until(
            "it asks for that second",
            "return document.activeElement.matches('.stage [data-consent] button') && document.activeElement.textContent.includes('0:09')",
        )
        .await?;
        assert_eq!(provider.requests(), Vec::<String>::new());
        page.press(Key::Enter).await?;
        page.see(".stage iframe[src*='start=9s']").await
    })
}

#[test]
fn nothing_moves_a_player_that_plays() -> Outcome {
    reader(async |page| {
        page.open(&format!("?event={SAMPLE}")).await?;
        page.open_recording(PANEL).await?;
        page.play_at(5).await?;
        page.run(&format!("{VIDEO}.isTheSame = true"), json!([]))
            .await?;
        let is_same =
            format!("return {VIDEO}?.isTheSame && !{VIDEO}.paused && {VIDEO}.currentTime > 4");
        page.fill(SEARCH, "karten").await?;
        page.until(
            "it is filtered",
            &format!("return !document.querySelector('[id={PANEL:?}]')"),
        )
        .await?;
        assert!(page.holds(&is_same).await?, "after a search");
        page.click(".page-header [lang=en]").await?;
        page.until(
            "it is English",
            "return document.documentElement.lang === 'en'",
        )
        .await?;
        assert!(page.holds(&is_same).await?, "in another language");
        page.fill(SEARCH, "").await?;
        page.screenshot("stage").await?;
        page.click(".stage .player__close").await?;
        page.miss(".stage video").await?;
        assert_eq!(page.count(".stage__inner").await?, 0);
        Ok(())
    })
}

#[test]
fn five_hundred_openings_leave_nothing() -> Outcome {
    reader_for(240, async |page| {
        page.open(&format!("?event={SAMPLE}")).await?;
        let open = format!(
            "[...document.querySelectorAll(\"[id='{PANEL}'] .recording button\")].find((it) => it.textContent === 'Transkript lesen')"
        );
        page.run(&format!("for (const it of document.querySelectorAll(\"[id='{PANEL}'] details\")) it.open = true"), json!([])).await?;
        let times = format!(
            "const add = EventTarget.prototype.addEventListener, seen = () => document.querySelectorAll('*').length;
            const rest = () => new Promise((resolve) => setTimeout(resolve, 4));
            const once = async () => {{
                {open}.click();
                while (!document.querySelector('.transcript__find input')) await rest();
                document.querySelector('.stage .player__close').click();
                while (document.querySelector('.stage__inner')) await rest();
            }};
            await once();
            const before = seen();
            let listening = 0;
            document.addEventListener = function (name, listener, options) {{
                listening += 1;
                options?.signal?.addEventListener('abort', () => {{ listening -= 1; }});
                return add.call(this, name, listener, options);
            }};
            for (let turn = 0; turn < 500; turn += 1) await once();
            await rest();
            return [seen() - before, listening]"
        );
        let left = page.run(&times, json!([])).await?;
        assert_eq!(left, json!([0, 0]));
        Ok(())
    })
}
