//! Files written of a watch-list, read back as other programs would.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use serde_json::{Value, json};

use super::{
    bundle::bundle,
    watch_list::{panel_says, press_button},
};
use crate::support::{
    Failure, Outcome,
    event::{HEARING, event, field, list},
    page::Page,
    reader,
    site::Answer,
};

/// Lets files go to an empty folder.
async fn take_downloads(page: &Page, name: &str) -> Outcome<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let params = json!({ "behavior": "allow", "downloadPath": folder });
    page.devtools("Browser.setDownloadBehavior", params).await?;
    Ok(folder)
}

/// The text of a file, once it has come.
async fn downloaded(folder: &Path, name: &str) -> Outcome<String> {
    for _ in 0..200 {
        if let Ok(text) = fs::read_to_string(folder.join(name))
            && !text.is_empty()
        {
            return Ok(text);
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let found = fs::read_dir(folder)?.flatten().map(|file| file.path());
    let found: Vec<_> = found.collect();
    Err(Failure::new(format!("no {name}, but {found:?}")))
}

/// The titles in a schedule.json.
fn titles(schedule: &Value) -> Vec<String> {
    let days = list(&schedule["schedule"]["conference"], "days");
    let rooms = days.filter_map(|day| day["rooms"].as_object());
    let talks = rooms.flat_map(|rooms| rooms.values().filter_map(Value::as_array).flatten());
    talks.map(|talk| field(talk, "title").to_owned()).collect()
}

#[test]
fn a_calendar_and_a_schedule_hold_the_list_and_nothing_else() -> Outcome {
    reader(async |page| {
        let folder = take_downloads(page, "watch-list-own").await?;
        let event = event(HEARING)?;
        let ids: Vec<_> = list(&event, "talks")
            .map(|talk| field(talk, "id"))
            .collect();
        page.open(&format!("?saved={}+{}", ids[1], ids[2])).await?;
        page.see(".watch-list").await?;
        let is_loaded = || {
            page.site
                .requests()
                .iter()
                .any(|path| path == "exporter_bg.wasm")
        };
        assert!(!is_loaded(), "only those load it who want it");
        let name = format!("merkliste-{HEARING}");
        press_button(page, "Kalender").await?;
        panel_says(page, &format!("Gespeichert als {name}.ics")).await?;
        assert!(is_loaded());
        let calendar = downloaded(&folder, &format!("{name}.ics")).await?;
        let calendar = calendar.replace("\r\n ", "");
        assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 2, "{calendar}");
        for id in &ids[1..3] {
            let page_of_talk = page.site.url(&format!("talk/{id}/"));
            assert!(
                calendar.contains(&page_of_talk),
                "{page_of_talk} in {calendar}"
            );
        }
        press_button(page, "schedule.json").await?;
        panel_says(page, &format!("Gespeichert als {name}.json")).await?;
        let schedule = downloaded(&folder, &format!("{name}.json")).await?;
        assert_eq!(titles(&serde_json::from_str(&schedule)?).len(), 2);
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        assert_eq!(page.foreign_requests().await?, Vec::<String>::new());
        Ok(())
    })
}

#[test]
fn programmes_of_other_programs_become_files_too() -> Outcome {
    reader(async |page| {
        let folder = take_downloads(page, "watch-list-foreign").await?;
        page.site
            .serve("events/probe/event.json", Answer::json(&programme()));
        page.open("?event=probe").await?;
        page.has_matches(3).await?;
        let saves =
            "for (const at of [0, 2]) document.querySelectorAll('.talk-card__save')[at].click()";
        page.run(saves, json!([])).await?;
        page.click("button[data-facet=saved]").await?;
        page.has_matches(2).await?;
        press_button(page, "Calendar").await?;
        panel_says(page, "Saved as").await?;
        let id = page.text_of("return document.querySelector('.watch-list [role=status]').textContent.match(/as (.*)\\.ics/)[1]").await?;
        let calendar = downloaded(&folder, &format!("{id}.ics")).await?;
        assert!(
            calendar.contains("SUMMARY;LANGUAGE=de:Anfang") || calendar.contains(":Anfang"),
            "{calendar}"
        );
        assert!(
            calendar.contains("DTSTART;TZID=Europe/Berlin:20260304T110000"),
            "{calendar}"
        );
        assert!(!calendar.contains("Mitte"));
        // Without a network nothing is lost but the file, and the page says so.
        page.cut_off(&["*event.json*"]).await?;
        press_button(page, "schedule.json").await?;
        panel_says(page, "could not be written").await
    })
}

#[test]
fn one_file_from_disk_says_that_it_writes_none() -> Outcome {
    reader(async |page| {
        let (file, _) = bundle("watch-list", HEARING, &[])?;
        page.go_to(&file).await?;
        page.is_ready().await?;
        page.click(".talk-card__save").await?;
        page.go_to(&format!("{file}?saved=*")).await?;
        page.is_ready().await?;
        page.has_matches(1).await?;
        panel_says(page, "nicht in dieser Datei").await?;
        let buttons = page.texts_of("return [...document.querySelectorAll('.watch-list button')].map((button) => button.textContent)").await?;
        assert!(
            !buttons.iter().any(|name| name.contains("ics")),
            "{buttons:?}"
        );
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}

/// An event of which somebody else's program tells.
fn programme() -> Value {
    let talk = |id: u32, title: &str, hour: u32| {
        json!({ "id": id, "guid": format!("0000000{id}-0000-4000-8000-000000000000"), "title": title, "room": "Saal",
            "date": format!("2026-03-04T{hour:02}:00:00+01:00"), "start": format!("{hour:02}:00"), "duration": "00:30", "persons": [] })
    };
    json!({ "schedule": { "version": "1", "conference": { "acronym": "probe", "title": "Probe",
        "start": "2026-03-04", "end": "2026-03-04", "daysCount": 1, "time_zone_name": "Europe/Berlin",
        "days": [{ "index": 1, "date": "2026-03-04", "day_start": "2026-03-04T09:00:00+01:00", "day_end": "2026-03-04T18:00:00+01:00",
            "rooms": { "Saal": [talk(1, "Anfang", 9), talk(2, "Mitte", 10), talk(3, "Ende", 11)] } }] } } })
}
