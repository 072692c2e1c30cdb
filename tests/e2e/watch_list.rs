//! The watch-list: saved in this browser and nowhere else, shown, sent, printed, written as files.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::{
    Outcome,
    event::{HEARING, event, field, list, small_event},
    page::{Page, SEARCH},
    reader,
};

const LIST: &str = "button[data-facet=saved]";
pub(super) const PANEL: &str = ".watch-list";

pub(super) fn save(talk: &str) -> String {
    format!("section[data-section=talks] [data-talk='{talk}'] .talk-card__save")
}

/// The button of the panel that is called so.
pub(super) async fn press_button(page: &Page, name: &str) -> Outcome {
    let script = "const all = [...document.querySelectorAll('.watch-list button')];
        const button = all.find((button) => button.textContent.includes(arguments[0]));
        button?.focus(); return !!button";
    let is_there = page.run(script, json!([name])).await?;
    assert_eq!(is_there, true, "there is a button {name}");
    page.press(Key::Enter).await
}

pub(super) async fn panel_says(page: &Page, text: &str) -> Outcome {
    let script = format!(
        "return document.querySelector('{PANEL}')?.textContent.includes({})",
        json!(text)
    );
    page.until(&format!("the list says {text:?}"), &script)
        .await
}

async fn kept(page: &Page) -> Outcome<Option<String>> {
    let script = "return localStorage.getItem(`nachlese.saved.${arguments[0]}`)";
    let kept = page.run(script, json!([HEARING])).await?;
    Ok(kept.as_str().map(str::to_owned))
}

/// The ids of the first talks of the hearing.
pub(super) fn ids() -> Outcome<Vec<String>> {
    let event = event(HEARING)?;
    Ok(list(&event, "talks")
        .map(|talk| field(talk, "id").to_owned())
        .collect())
}

#[test]
fn talks_are_saved_by_mouse_and_keyboard_and_stay() -> Outcome {
    reader(async |page| {
        let ids = ids()?;
        page.open("").await?;
        page.click(&save(&ids[0])).await?;
        page.run(
            "document.querySelector(arguments[0]).focus()",
            json!([save(&ids[2])]),
        )
        .await?;
        page.press_char(' ').await?;
        page.until(
            "two are counted",
            &format!("return document.querySelector('{LIST} .chip__count').textContent === '2'"),
        )
        .await?;
        page.has_focus(&save(&ids[2])).await?;
        assert_eq!(page.query().await?, "", "nothing of it is in the address");
        page.reload().await?;
        page.click(LIST).await?;
        page.has_matches(2).await?;
        let mut expected = vec![ids[0].clone(), ids[2].clone()];
        assert_eq!(page.talks().await?, expected);
        assert_eq!(page.query().await?, "?saved=*");
        page.reload().await?;
        page.has_matches(2).await?;
        // The card goes from the list, the focus to the one beside it; a mistake is undone.
        page.click(&save(&ids[0])).await?;
        page.has_matches(1).await?;
        page.has_focus(&format!("[data-talk='{}'] .heading a", ids[2]))
            .await?;
        panel_says(page, "entfernt").await?;
        press_button(page, "Rückgängig").await?;
        page.has_matches(2).await?;
        press_button(page, "Merkliste leeren").await?;
        page.has_matches(0).await?;
        assert_eq!(kept(page).await?, None);
        press_button(page, "Rückgängig").await?;
        page.has_matches(2).await?;
        page.until(
            "the focus is with the list",
            "return document.activeElement.querySelector('.watch-list') !== null",
        )
        .await?;
        expected.sort();
        assert_eq!(kept(page).await?, Some(format!("1 {}", expected.join(" "))));
        // A talk's own page knows the same list.
        page.open(&format!("talk/{}/", ids[2])).await?;
        page.see(".talk-card__save[aria-pressed=true]").await?;
        page.click(".talk-card__save[aria-pressed=true]").await?;
        page.back().await?;
        page.is_ready().await?;
        page.has_matches(1).await?;
        page.click(".programme__active button").await?;
        page.has_matches(ids.len()).await?;
        page.has_focus(SEARCH).await
    })
}

#[test]
fn a_sent_list_is_shown_and_taken_over_only_when_asked() -> Outcome {
    reader(async |page| {
        let ids = ids()?;
        page.open("").await?;
        page.click(&save(&ids[3])).await?;
        page.open(&format!("?saved={}+{},gone", ids[0], ids[1]))
            .await?;
        page.has_matches(2).await?;
        panel_says(page, "Geteilte Merkliste: 2 Programmpunkte").await?;
        page.until(
            "what is unknown is named",
            "return document.querySelector('.notices').textContent.includes('saved=gone')",
        )
        .await?;
        assert_eq!(kept(page).await?, Some(format!("1 {}", ids[3])));
        page.until(
            "the address stays",
            "return location.search.startsWith('?saved=')",
        )
        .await?;
        press_button(page, "übernehmen").await?;
        page.has_matches(3).await?;
        panel_says(page, "Ihre Merkliste: 3 Programmpunkte").await?;
        page.until(
            "the focus is with the list",
            "return document.activeElement.querySelector('.watch-list') !== null",
        )
        .await?;
        assert!(kept(page).await?.is_some_and(|kept| kept.contains(&ids[0])));
        page.back().await?;
        panel_says(page, "Geteilte").await?;
        press_button(page, "Alle anzeigen").await?;
        page.has_matches(ids.len()).await?;
        page.has_focus(SEARCH).await?;
        // The link that is made is the list, whatever else is searched for.
        page.run(
            "navigator.clipboard.writeText = async (text) => { window.copied = text; }",
            json!([]),
        )
        .await?;
        page.click(LIST).await?;
        page.has_matches(3).await?;
        press_button(page, "Link kopieren").await?;
        panel_says(page, "Link kopiert").await?;
        let copied = page.text_of("return window.copied").await?;
        assert!(
            copied.ends_with(&format!("?saved={}", sorted(&[&ids[0], &ids[1], &ids[3]]))),
            "{copied}"
        );
        Ok(())
    })
}

fn sorted(ids: &[&str]) -> String {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.join("+")
}

#[test]
fn a_list_too_long_for_a_link_says_so() -> Outcome {
    reader(async |page| {
        let mut event = small_event("probe");
        let talk =
            |at: usize| json!({ "id": format!("vortrag-{at:092}"), "kind": "talk", "title": "T" });
        event["talks"] = (0..100).map(talk).collect();
        page.site.serve_event("probe", &event);
        let script = "const ids = [...Array(100).keys()].map((at) => `vortrag-${String(at).padStart(92, '0')}`);
            localStorage.setItem('nachlese.saved.probe', `1 ${ids.join(' ')}`)";
        page.open("?event=probe").await?;
        page.run(script, json!([])).await?;
        page.open("?event=probe&saved=*").await?;
        page.has_matches(100).await?;
        press_button(page, "Link kopieren").await?;
        panel_says(page, "zu lang").await?;
        // Nobody knows when this event was: no file, and nothing is loaded for one.
        press_button(page, "schedule.json").await?;
        panel_says(page, "braucht einen Tag").await?;
        assert!(
            !page
                .site
                .requests()
                .iter()
                .any(|path| path.contains("export"))
        );
        Ok(())
    })
}

#[test]
fn blocked_storage_costs_nothing_but_the_list() -> Outcome {
    reader(async |page| {
        let ids = ids()?;
        page.before_each_page("Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })").await?;
        page.open("").await?;
        page.click(&save(&ids[1])).await?;
        page.until("it is said", "return document.querySelector('.facets [aria-live]').textContent.includes('speichert hier nichts')").await?;
        page.click(LIST).await?;
        page.has_matches(1).await?;
        page.run("dispatchEvent(new Event('pageshow'))", json!([]))
            .await?;
        page.has_matches(1).await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        page.reload().await?;
        page.has_matches(0).await?;
        panel_says(page, "Ihre Merkliste").await
    })
}

#[test]
fn corrupted_storage_costs_nothing_but_the_list() -> Outcome {
    reader(async |page| {
        let ids = ids()?;
        for junk in [
            "{\"talks\": [",
            "1",
            "2 x",
            "\u{0}\u{ffff}",
            "1 <script> ../x",
        ] {
            page.open("").await?;
            let script = "localStorage.setItem(`nachlese.saved.${arguments[0]}`, arguments[1])";
            page.run(script, json!([HEARING, junk])).await?;
            page.open("?saved=*").await?;
            page.has_matches(0).await?;
            page.see(".programme__empty").await?;
        }
        page.click(".programme__empty button").await?;
        page.click(&save(&ids[1])).await?;
        page.until(
            "it is kept",
            &format!(
                "return localStorage.getItem('nachlese.saved.{HEARING}') === '1 {}'",
                ids[1]
            ),
        )
        .await?;
        // Another page of the same site saves one more.
        let other = "const frame = document.createElement('iframe'); document.body.append(frame);
            frame.contentWindow.localStorage.setItem(`nachlese.saved.${arguments[0]}`, arguments[1])";
        let both = format!("1 {}", sorted(&[&ids[1], &ids[2]]).replace('+', " "));
        page.run(other, json!([HEARING, both])).await?;
        page.see(&format!("{}[aria-pressed=true]", save(&ids[2])))
            .await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
