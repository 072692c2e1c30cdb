//! Finding a talk: marks, orders, ways out, keys, and programmes of any length.

use fantoccini::key::Key;
use serde_json::json;

use crate::support::{
    Outcome,
    event::{SAMPLE, small_event},
    page::{Page, SEARCH},
    reader,
    site::Answer,
};

/// An event of so many talks, which are called `Vortrag 1`, `Vortrag 2`, …
fn long_event(talks: usize) -> serde_json::Value {
    let mut event = small_event("probe");
    let talk = |at: usize| json!({ "id": format!("t{at}"), "kind": "talk", "title": format!("Vortrag {at}"), "abstract": format!("Es geht um Nummer{at}.") });
    event["talks"] = (1..=talks).map(talk).collect();
    event
}

async fn marked(page: &Page) -> Outcome<Vec<String>> {
    page.texts_of(
        "return [...document.querySelectorAll('[data-talk] mark')].map((mark) => mark.textContent)",
    )
    .await
}

#[test]
fn marks_what_was_found_and_forgives_a_slip() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.fill(SEARCH, "verwaltung").await?;
        page.until(
            "something is marked",
            "return document.querySelector('[data-talk] mark') !== null",
        )
        .await?;
        let found = marked(page).await?;
        assert!(
            found
                .iter()
                .all(|text| text.to_lowercase().contains("verwaltung")),
            "{found:?}"
        );
        page.run(
            "document.querySelector('.programme').scrollIntoView()",
            json!([]),
        )
        .await?;
        page.screenshot("search-marks").await?;
        page.is_accessible("with marks").await?;
        page.fill(SEARCH, "Reinhrad").await?;
        page.until("a slip is forgiven", "return [...document.querySelectorAll('[data-talk] mark')].some((mark) => mark.textContent.includes('Reinhard'))")
            .await?;
        Ok(())
    })
}

#[test]
fn an_order_is_chosen_and_stands_in_the_address() -> Outcome {
    reader(async |page| {
        page.open(&format!("?event={SAMPLE}")).await?;
        let titles = "return [...document.querySelectorAll('.programme__list [data-talk] .talk-card__title')].map((title) => title.textContent)";
        let before = page.texts_of(titles).await?;
        page.run("const menu = document.querySelector('.sort-menu select'); menu.value = 'title'; menu.dispatchEvent(new Event('change'))", json!([]))
            .await?;
        page.until(
            "the address follows",
            "return location.search.includes('sort=title')",
        )
        .await?;
        let sorted = page.texts_of(titles).await?;
        assert_ne!(sorted, before);
        page.reload().await?;
        assert_eq!(page.texts_of(titles).await?, sorted);
        page.back().await?;
        page.until(
            "the usual order is back",
            "return !location.search.includes('sort=')",
        )
        .await
    })
}

#[test]
fn a_dead_end_has_ways_out() -> Outcome {
    reader(async |page| {
        page.open("?kind=film&q=ethik").await?;
        page.see(".programme__empty").await?;
        page.run(
            "document.querySelector('.programme').scrollIntoView()",
            json!([]),
        )
        .await?;
        page.screenshot("search-empty").await?;
        page.is_accessible("in a dead end").await?;
        page.click(".programme__ways button").await?;
        page.until(
            "there are talks again",
            "return document.querySelectorAll('.programme__list [data-talk]').length > 0",
        )
        .await?;
        page.has_focus(SEARCH).await
    })
}

#[test]
fn chosen_values_can_be_taken_back_one_by_one() -> Outcome {
    reader(async |page| {
        page.open("?kind=talk&kind=panel").await?;
        page.has_matches(4).await?;
        assert_eq!(page.count(".programme__active button").await?, 2);
        page.click(".programme__active button").await?;
        page.until(
            "one is left",
            "return document.querySelectorAll('.programme__active button').length === 1",
        )
        .await?;
        page.has_focus(SEARCH).await
    })
}

#[test]
fn keys_lead_to_the_search_and_through_what_was_found() -> Outcome {
    reader(async |page| {
        page.open("").await?;
        page.press_char('/').await?;
        let has_moved = "return document.activeElement !== document.body";
        assert!(
            !page.holds(has_moved).await?,
            "a single key outside of the programme"
        );
        for command in [Key::Control, Key::Meta] {
            page.run("document.activeElement.blur()", json!([])).await?;
            page.press_with(command, 'k').await?;
            page.has_focus(SEARCH).await?;
        }
        page.run("document.querySelector('.chip').focus()", json!([]))
            .await?;
        page.press_char('/').await?;
        page.has_focus(SEARCH).await?;
        page.press(Key::Down).await?;
        page.has_focus("[data-talk='begruessung-dornheim'] .heading a")
            .await?;
        page.press(Key::Down).await?;
        page.has_focus("[data-talk='begruessung-krause'] .heading a")
            .await?;
        page.press(Key::Up).await?;
        page.press(Key::Up).await?;
        page.has_focus(SEARCH).await?;
        page.press_char('/').await?;
        let typed = page
            .text_of("return document.querySelector('input[type=search]').value")
            .await?;
        assert_eq!(typed, "/", "in the field it is a character");
        page.press(Key::Escape).await?;
        page.until(
            "the field is empty",
            "return document.querySelector('input[type=search]').value === ''",
        )
        .await
    })
}

#[test]
fn on_paper_a_programme_is_whole_or_as_it_was_chosen() -> Outcome {
    reader(async |page| {
        page.site.serve_event("long", &long_event(80));
        for (query, talks, line) in [
            ("", 80, ""),
            (
                "&q=nummer77",
                1,
                "Auswahl: Suche ‚nummer77‘ (1 von 80 Programmpunkten)",
            ),
            (
                "&q=zzz",
                0,
                "Auswahl: Suche ‚zzz‘ (0 von 80 Programmpunkten)",
            ),
        ] {
            page.open(&format!("?event=long{query}")).await?;
            page.run("dispatchEvent(new Event('beforeprint'))", json!([]))
                .await?;
            let count = "return document.querySelectorAll('.programme__list [data-talk]').length";
            page.until("all talks are there", &format!("{count} === {talks}"))
                .await?;
            let media = |media: &str| json!({ "media": media });
            page.devtools("Emulation.setEmulatedMedia", media("print"))
                .await?;
            let said = "return document.querySelector('.programme__selection').innerText.trim()";
            assert_eq!(page.text_of(said).await?, line, "{query}");
            page.devtools("Emulation.setEmulatedMedia", media(""))
                .await?;
            page.run("dispatchEvent(new Event('afterprint'))", json!([]))
                .await?;
            assert_eq!(page.query().await?, format!("?event=long{query}"));
        }
        Ok(())
    })
}

#[test]
fn a_long_programme_comes_page_by_page() -> Outcome {
    reader(async |page| {
        page.site.serve_event("probe", &long_event(500));
        page.open("?event=probe").await?;
        assert_eq!(page.status().await?, "500 Programmpunkte");
        let shown =
            |count| format!("return document.querySelectorAll('[data-talk]').length === {count}");
        page.until("a page is shown", &shown(30)).await?;
        page.click(".programme__more").await?;
        page.has_focus("[data-talk=t31] .heading a").await?;
        page.until("more are shown", &shown(60)).await?;
        page.fill(SEARCH, "nummer477").await?;
        page.until(
            "the talk is found",
            "return document.querySelector('[data-talk=t477]') !== null",
        )
        .await?;
        // Nobody needs to wait until a page is drawn to ask for the next.
        page.fill(SEARCH, "vortrag").await?;
        page.see("[data-talk=t1]").await?;
        page.run(
            "document.querySelector('.programme__more').focus()",
            json!([]),
        )
        .await?;
        page.press(Key::Enter).await?;
        page.has_focus("[data-talk=t31] .heading a").await?;
        page.until("more are shown", &shown(60)).await?;
        page.open("?event=probe#t200").await?;
        page.see("[data-talk=t200]").await
    })
}

#[test]
fn programmes_of_other_programs_are_read() -> Outcome {
    reader(async |page| {
        let folder = concat!(
            env!("CARGO_MANIFEST_DIR"),
            "/../../tests/integration/fixtures/import"
        );
        for (file, media) in [
            ("schedule-v1.json", "application/json"),
            ("pretalx.xml", "text/xml"),
            ("pentabarf.xml", "text/xml"),
            ("sessionize-all.json", "application/json"),
            ("calendar.ics", "text/calendar"),
        ] {
            let text = std::fs::read_to_string(format!("{folder}/{file}"))?;
            page.site.serve(file, Answer::new(200, media, text));
            page.open(&format!("?event={file}")).await?;
            assert!(!page.talks().await?.is_empty(), "{file}");
        }
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
