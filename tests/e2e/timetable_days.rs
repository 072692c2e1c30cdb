//! The timetable of crowds in one room, and of what goes on for days.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::support::{Outcome, event::small_event, page::Page, reader};

fn talk(id: &str, start: &str, duration: &str, room: &str) -> Value {
    json!({ "id": id, "kind": "talk", "title": format!("Beitrag {id}"), "start": start, "duration": duration, "room": room })
}

/// Fifteen stalls in one hall at once, a film in the night, a camp of thirty hours, and an
/// exhibition of three days without clock times.
async fn open(page: &Page) -> Outcome {
    let mut event = small_event("probe");
    let stalls = (1..=15).map(|number| {
        talk(
            &format!("stand{number}"),
            "2026-09-04T11:00",
            "PT2H",
            "Halle",
        )
    });
    let mut talks: Vec<Value> = stalls.collect();
    talks.extend([
        talk("rede", "2026-09-04T10:00", "PT45M", "Aula"),
        talk("nebenan", "2026-09-04T11:00", "PT45M", "Aula"),
        talk("film", "2026-09-04T23:00", "PT2H30M", "Aula"),
        talk("lager", "2026-09-04T14:00", "PT30H", "Wiese"),
        talk("morgen", "2026-09-05T09:30", "PT1H", "Aula"),
        talk("ende", "2026-09-06T10:00", "PT1H", "Aula"),
        json!({ "id": "schau", "kind": "market", "title": "Ausstellung", "start": "2026-09-04T00:00", "duration": "P3D" }),
    ]);
    event["talks"] = json!(talks);
    event["start"] = json!("2026-09-04");
    event["end"] = json!("2026-09-06");
    event["timeZone"] = json!("Europe/Berlin");
    page.site.serve_event("probe", &event);
    page.open("?event=probe&view=timetable").await?;
    page.see("table[role=grid]").await
}

fn link(id: &str) -> String {
    format!(".timetable [data-talk='{id}'] > a")
}

async fn open_day(page: &Page, day: usize) -> Outcome {
    page.click(&format!("[role=tab]:nth-child({day})")).await?;
    let is_there = format!(
        "return document.querySelector('[role=tabpanel]').ariaLabel.includes(' {}.')",
        day + 3
    );
    page.until("the day comes", &is_there).await
}

#[test]
fn a_crowd_in_one_room_can_be_read() -> Outcome {
    reader(async |page| {
        for (width, height) in [(1280, 900), (800, 900), (320, 800)] {
            page.resize(width, height).await?;
            open(page).await?;
            let narrow = "return [...document.querySelectorAll('.timetable [data-talk]')].filter((talk) => talk.getBoundingClientRect().width < 100).map((talk) => talk.dataset.talk)";
            assert_eq!(
                page.texts_of(narrow).await?,
                Vec::<String>::new(),
                "{width}"
            );
            let clipped = "return [...document.querySelectorAll('.timetable [data-talk] b')].every((title) => title.scrollWidth <= title.clientWidth + 1 || getComputedStyle(title).display === 'inline')";
            assert!(page.holds(clipped).await?, "{width}: no title sticks out");
            page.see_programme().await?;
            page.screenshot(&format!("timetable-crowd-{width}")).await?;
        }
        page.resize(1280, 900).await?;
        open(page).await?;
        page.is_accessible("a crowd in the timetable").await?;
        page.prefer("prefers-color-scheme", "dark").await?;
        page.see_programme().await?;
        page.screenshot("timetable-crowd-dark").await?;
        Ok(())
    })
}

#[test]
fn keys_lead_through_a_crowd() -> Outcome {
    reader(async |page| {
        page.resize(1280, 900).await?;
        open(page).await?;
        let first = link("stand1");
        let script = "document.querySelector(arguments[0]).focus()";
        page.run(script, json!([first])).await?;
        for (key, id) in [
            (Key::Down, "stand2"),
            (Key::Down, "stand3"),
            (Key::Up, "stand2"),
            (Key::Left, "nebenan"),
            (Key::Right, "stand1"),
        ] {
            page.press(key).await?;
            page.has_focus(&link(id)).await?;
        }
        // What a search leaves out of a crowd takes no space.
        page.fill(crate::support::page::SEARCH, "stand7").await?;
        page.has_matches(1).await?;
        assert_eq!(page.talks().await?, ["stand7"]);
        Ok(())
    })
}

#[test]
fn what_goes_on_for_days_stands_on_each() -> Outcome {
    reader(async |page| {
        page.resize(1280, 900).await?;
        open(page).await?;
        let when = |id: &str| {
            format!(
                "return document.querySelector(\"[data-talk='{id}'] .timetable__when\")?.textContent.replaceAll('\\u00a0', ' ').trim() ?? '-'"
            )
        };
        let long = "Freitag, 4. September 2026, 14 Uhr bis Samstag, 5. September 2026, 20 Uhr";
        for (id, expected) in [
            (
                "lager",
                [
                    format!("{long} Wiese"),
                    format!("Fortsetzung: {long} Wiese"),
                    "-".to_owned(),
                ],
            ),
            (
                "schau",
                [
                    "4. bis 6. September 2026".to_owned(),
                    "Fortsetzung: 4. bis 6. September 2026".to_owned(),
                    "Fortsetzung: 4. bis 6. September 2026".to_owned(),
                ],
            ),
            (
                "film",
                [
                    "23 bis 1.30 Uhr Aula".to_owned(),
                    "-".to_owned(),
                    "-".to_owned(),
                ],
            ),
        ] {
            for (day, expected) in (1..).zip(expected) {
                open_day(page, day).await?;
                assert_eq!(page.text_of(&when(id)).await?, expected, "{id}");
            }
        }
        open_day(page, 2).await?;
        let heads = "return [...document.querySelectorAll('.timetable__day tbody > tr > :first-child')].map((head) => head.textContent.replaceAll('\\u00a0', ' '))";
        let heads = page.texts_of(heads).await?;
        assert_eq!(heads[..2], ["ganztägig", "9.30 Uhr"]);
        // Each day has a way of its own by keyboard.
        let script = "document.querySelector(arguments[0]).focus()";
        page.run(script, json!([link("morgen")])).await?;
        for (key, id) in [
            (Key::Right, "lager"),
            (Key::Up, "schau"),
            (Key::Down, "morgen"),
        ] {
            page.press(key).await?;
            page.has_focus(&link(id)).await?;
        }
        page.screenshot("timetable-second-day").await?;
        // As a list, each of them says it too.
        page.resize(320, 800).await?;
        page.see_programme().await?;
        page.screenshot("timetable-second-day-320").await
    })
}

#[test]
fn cards_name_the_day_of_the_end_in_the_readers_time_too() -> Outcome {
    reader(async |page| {
        let zone = json!({ "timezoneId": "America/New_York" });
        page.devtools("Emulation.setTimezoneOverride", zone).await?;
        open(page).await?;
        page.click(".programme__summary > .switch > :first-child")
            .await?;
        let time = |id: &str| {
            format!(
                "return document.querySelector('#{id} time').textContent.replaceAll('\\u00a0', ' ')"
            )
        };
        assert_eq!(
            page.text_of(&time("lager")).await?,
            "Freitag, 4. September 2026, 14 Uhr bis Samstag, 5. September 2026, 20 Uhr"
        );
        assert_eq!(
            page.text_of(&time("schau")).await?,
            "4. bis 6. September 2026"
        );
        page.click(".programme .sort-menu .switch__choice:last-child")
            .await?;
        let own =
            "Freitag, 4. September 2026, 8 Uhr bis Samstag, 5. September 2026, 14 Uhr (Ihre Zeit)";
        page.until(
            "the card follows",
            &format!("{} === '{own}'", time("lager")),
        )
        .await?;
        assert_eq!(
            page.text_of(&time("schau")).await?,
            "4. bis 6. September 2026"
        );
        Ok(())
    })
}
