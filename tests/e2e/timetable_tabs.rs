//! The timetable's days as tabs, its width, and its axis of time.

use fantoccini::key::Key;
use serde_json::{Value, json};

use crate::support::{
    Outcome,
    event::small_event,
    page::{Page, SEARCH, VISIBLE},
    reader,
};

/// Three days in nine rooms: items of five minutes beside such of two hours, and a late film that
/// belongs to the second day though it begins on the third.
fn fair() -> Value {
    let talk = |id: String, start: String, minutes: usize, room: usize| json!({ "id": id, "kind": "talk", "title": format!("Beitrag {id}, dessen Titel so lang ist, dass er in fünf Minuten keinen Platz hat"), "start": start, "duration": format!("PT{minutes}M"), "room": format!("Raum {room}") });
    let mut talks = Vec::new();
    for day in 4..=6 {
        for room in 1..=9 {
            let lengths: &[usize] = match room {
                1 => &[5, 5, 5, 20, 5, 60],
                2 | 3 => &[25, 5, 25, 3],
                4 => &[120],
                _ => &[50, 50],
            };
            let mut minute = 0;
            for length in lengths {
                let start = format!(
                    "2026-09-{day:02}T{:02}:{:02}",
                    10 + minute / 60,
                    minute % 60
                );
                let id = format!("t{day}-{room}-{minute}");
                talks.push(talk(id, start, *length, room));
                minute += length;
            }
        }
    }
    talks.push(talk(
        "abend".to_owned(),
        "2026-09-05T23:00".to_owned(),
        90,
        1,
    ));
    talks.push(talk(
        "film".to_owned(),
        "2026-09-06T00:30".to_owned(),
        90,
        1,
    ));
    let mut event = small_event("messe");
    event["talks"] = json!(talks);
    event["timeZone"] = json!("Europe/Berlin");
    event
}

async fn open(page: &Page, query: &str) -> Outcome {
    page.site.serve_event("messe", &fair());
    page.open(&format!("?event=messe&view=timetable{query}"))
        .await?;
    page.see("[role=grid]").await
}

/// Fails unless all cells are as high as their share of the time that is shown, or twice that at
/// most, and none lies over another.
pub(crate) async fn is_even(page: &Page) -> Outcome {
    let script = "const minutes = (text) => { const at = text.replace(/^[A-Za-z]+ /, '').split(/[.:]/).map(parseFloat); return at[0] * 60 + (at[1] || 0); };
        const cells = [...document.querySelectorAll('[role=grid] td[data-talk]')].map((cell) => {
            const [from, to] = cell.querySelector('.timetable__when').firstChild.textContent.split(/ bis |–/);
            return { id: cell.dataset.talk, box: cell.getBoundingClientRect(), time: (minutes(to) - minutes(from) + 1440) % 1440 };
        }).filter((cell) => cell.time > 0 && cell.time < 300);
        const sum = (of) => cells.reduce((all, cell) => all + of(cell), 0);
        const share = sum((cell) => cell.box.height) / sum((cell) => cell.time);
        const uneven = cells.filter((cell) => cell.box.height > share * cell.time * 2 + 2 || cell.box.height < share * cell.time / 2 - 2);
        const over = cells.filter((cell, at) => cells.some((other, place) => place > at
            && other.box.left < cell.box.right - 1 && cell.box.left < other.box.right - 1
            && other.box.top < cell.box.bottom - 1 && cell.box.top < other.box.bottom - 1));
        return cells.length === 0 ? ['no cells'] : [...uneven, ...over].map((cell) => `${cell.id}: ${cell.box.height} for ${cell.time}`)";
    assert_eq!(page.texts_of(script).await?, Vec::<String>::new());
    Ok(())
}

fn tab(day: usize) -> String {
    format!("[role=tab]:nth-child({day})")
}

/// Waits until a day is shown, and no other.
async fn shows_day(page: &Page, day: usize) -> Outcome {
    let script = format!("return [...document.querySelectorAll('[role=tab]')].findIndex((tab) => tab.ariaSelected === 'true') === {day} - 1
        && [...document.querySelectorAll('[role=tabpanel]')].map((panel) => panel.ariaLabel.match(/ (\\d+)\\./)[1]).join() === String({day} + 3)");
    page.until("the day comes", &script).await
}

#[test]
fn days_are_tabs_in_the_address() -> Outcome {
    reader(async |page| {
        open(page, "").await?;
        shows_day(page, 1).await?;
        let names = "return [...document.querySelectorAll('[role=tab]')].map((tab) => tab.textContent.replaceAll('\u{a0}', ' '))";
        assert_eq!(
            page.texts_of(names).await?,
            [
                "Fr 4. September (25)",
                "Sa 5. September (27)",
                "So 6. September (25)"
            ]
        );
        page.run("document.querySelector('[role=tab]').focus()", json!([]))
            .await?;
        for (key, day) in [
            (Key::Right, 2),
            (Key::End, 3),
            (Key::Right, 3),
            (Key::Left, 2),
        ] {
            page.press(key).await?;
            shows_day(page, day).await?;
            page.has_focus(&tab(day)).await?;
        }
        let second = "?event=messe&view=timetable&date=2026-09-05";
        assert_eq!(page.query().await?, second);
        assert_eq!(
            page.count("[data-talk=film]").await?,
            1,
            "a night is of the day before"
        );
        page.is_accessible("the timetable's tabs").await?;
        page.press(Key::Home).await?;
        shows_day(page, 1).await?;
        assert_eq!(
            page.query().await?,
            "?event=messe&view=timetable",
            "no default"
        );
        page.back().await?;
        shows_day(page, 2).await?;
        page.reload().await?;
        shows_day(page, 2).await?;
        page.click(&tab(3)).await?;
        shows_day(page, 3).await?;
        page.go("?event=messe&view=timetable&date=2026-09-09")
            .await?;
        page.see(".notice").await?;
        shows_day(page, 1).await
    })
}

#[test]
fn no_match_is_lost_on_another_day() -> Outcome {
    reader(async |page| {
        open(page, "").await?;
        page.fill(SEARCH, "film").await?;
        page.has_matches(1).await?;
        shows_day(page, 2).await?;
        assert_eq!(page.talks().await?, ["film"]);
        page.see(&tab(2)).await?;
        let seen =
            format!("return [...document.querySelectorAll('[role=tab]')].filter({VISIBLE}).length");
        assert_eq!(page.run(&seen, json!([])).await?, 1);
        page.press(Key::Escape).await?;
        shows_day(page, 1).await?;
        // Whoever filters by a day sees it, though a night before it began on it, too.
        open(page, "&day=2026-09-06").await?;
        shows_day(page, 3).await?;
        page.click(&tab(2)).await?;
        shows_day(page, 2).await?;
        assert_eq!(page.talks().await?, ["film"]);
        page.click(&tab(3)).await?;
        shows_day(page, 3).await?;
        assert_eq!(
            page.query().await?,
            "?event=messe&view=timetable&day=2026-09-06"
        );
        Ok(())
    })
}

#[test]
fn eight_rooms_are_in_view_where_there_is_room() -> Outcome {
    reader(async |page| {
        page.resize(1920, 1080).await?;
        open(page, "").await?;
        page.see_programme().await?;
        let rooms = "return [...document.querySelectorAll('[role=grid] thead th')].filter((room) => { const box = room.getBoundingClientRect(); return box.left >= 0 && box.right <= innerWidth && box.width >= 170; }).length >= 8";
        assert!(page.holds(rooms).await?);
        let whole = "const box = document.querySelector('.timetable__scroller').getBoundingClientRect();
            const page = document.querySelector('.page').getBoundingClientRect();
            return box.left - page.left < 40 && page.right - box.right < 40 && document.documentElement.scrollWidth <= innerWidth";
        assert!(page.holds(whole).await?, "nearly as wide as the page");
        page.screenshot("timetable-1920").await?;
        for width in [1920, 1280, 800] {
            page.resize(width, 900).await?;
            is_even(page).await?;
            assert!(
                page.holds("return document.documentElement.scrollWidth <= innerWidth")
                    .await?
            );
        }
        Ok(())
    })
}

#[test]
fn what_is_too_short_for_its_text_shows_it_with_the_focus() -> Outcome {
    reader(async |page| {
        open(page, "").await?;
        let text = "document.querySelector('[data-talk=\"t4-1-5\"] > a > span')";
        let lines =
            format!("return {text}.clientHeight < 30 && {text}.scrollHeight > {text}.clientHeight");
        assert!(page.holds(&lines).await?, "a line");
        page.run(
            "document.querySelector('[data-talk=\"t4-1-5\"] > a').focus()",
            json!([]),
        )
        .await?;
        page.until(
            "all of it",
            &format!(
                "return {text}.clientHeight > 60 && {text}.scrollHeight <= {text}.clientHeight"
            ),
        )
        .await?;
        page.screenshot("timetable-short").await?;
        is_even(page).await
    })
}

#[test]
fn on_paper_all_days_are_there() -> Outcome {
    reader(async |page| {
        open(page, "&date=2026-09-05").await?;
        page.run("dispatchEvent(new Event('beforeprint'))", json!([]))
            .await?;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        let seen = format!("return [...document.querySelectorAll('.timetable [data-talk]')].filter({VISIBLE}).length === 77
            && [...document.querySelectorAll('.timetable__date')].filter({VISIBLE}).length === 3");
        page.until("all days are there", &seen).await?;
        page.screenshot("timetable-print").await?;
        page.devtools("Emulation.setEmulatedMedia", json!({ "media": "" }))
            .await?;
        page.run("dispatchEvent(new Event('afterprint'))", json!([]))
            .await?;
        shows_day(page, 2).await
    })
}

#[test]
fn on_a_phone_a_day_is_listed_by_time() -> Outcome {
    reader(async |page| {
        page.resize(390, 844).await?;
        open(page, "&date=2026-09-05").await?;
        let order = "const seen = [...document.querySelectorAll('.timetable [data-talk]')];
            const tops = seen.map((cell) => cell.getBoundingClientRect().top);
            return seen.length === 27 && tops.every((top, at) => at === 0 || tops[at - 1] < top) && document.documentElement.scrollWidth <= 390";
        assert!(page.holds(order).await?);
        page.run("scrollTo(0, 1500)", json!([])).await?;
        let sticky = "const box = document.querySelector('[role=tablist]').getBoundingClientRect(); return box.top >= 0 && box.bottom < 130";
        page.until("the days stay in view", sticky).await?;
        page.screenshot("timetable-390").await?;
        page.click(&tab(3)).await?;
        shows_day(page, 3).await?;
        page.until("a day is read from its beginning", "return document.querySelector('.timetable [data-talk]').getBoundingClientRect().top > 0")
            .await
    })
}
