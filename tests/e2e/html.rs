//! The HTML of every page is valid, as it is written and as it is after the program has taken over.
//!
//! Two checkers look at it: html-validate, and where there is a Java the Nu Html Checker. Both allow
//! what browsers know and the checkers do not, by name and nothing else: `part`, and `role="list"`,
//! without which Safari tells nobody of a list that has no bullets.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

use crate::support::{
    Failure, Outcome,
    event::SAMPLE,
    page::{Page, SEARCH},
    reader,
    site::dist,
};

/// What html-validate looks at: all of its rules about the standard and about accessibility, and none
/// about style.
const RULES: &str = concat!(
    env!("CARGO_MANIFEST_DIR"),
    "/../../tests/e2e/support/html-validate.json"
);

/// All pages in a folder.
fn pages_in(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            pages.extend(pages_in(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            pages.push(path);
        }
    }
    Ok(pages)
}

fn package(path: &str) -> Outcome<PathBuf> {
    let folder = env::var_os("NPM_PACKAGES").ok_or_else(|| {
        Failure::new("The tests of the HTML need NPM_PACKAGES: `.ci/setup test` brings them.")
    })?;
    Ok(PathBuf::from(folder).join(path))
}

/// What html-validate finds.
fn html_validate(pages: &[PathBuf]) -> Outcome<Vec<String>> {
    let script = package("html-validate/node_modules/html-validate/bin/html-validate.mjs")?;
    // To a file, because what it writes to a pipe may be cut off.
    let list = env::temp_dir().join(format!("nachlese-html-{}.json", pages.len()));
    let output = Command::new("node")
        .arg(script)
        .args(["--config", RULES, "--formatter"])
        .arg(format!("json={}", list.display()))
        .args(pages)
        .output()?;
    let report = fs::read_to_string(&list)
        .map_err(|_| Failure::new(String::from_utf8_lossy(&output.stderr).into_owned()))?;
    fs::remove_file(&list)?;
    let report: Value = serde_json::from_str(&report)?;
    let files = report.as_array().into_iter().flatten();
    let found = files.flat_map(|file| {
        let messages = file["messages"].as_array().into_iter().flatten();
        let is_allowed = |message: &&Value| {
            let text = message["message"].as_str().unwrap_or_default();
            text.starts_with("Redundant role \"list\" on")
                || text == "Prefer to use the native <ul> element"
        };
        messages
            .filter(move |message| !is_allowed(message))
            .map(|message| {
                let (file, line, rule) = (&file["filePath"], &message["line"], &message["ruleId"]);
                format!("{file}:{line}: {rule}: {}", message["message"])
            })
    });
    Ok(found.collect())
}

/// What the Nu Html Checker finds; nothing where it is not there.
fn nu(pages: &[PathBuf]) -> Outcome<Vec<String>> {
    let jar = package("vnu-jar/build/dist/vnu.jar")?;
    if !jar.is_file() {
        return Ok(Vec::new());
    }
    let output = Command::new("java")
        .args(["-Xss2m", "-jar"])
        .arg(jar)
        .args(["--format", "json", "--errors-only"])
        .args(pages)
        .output()?;
    let report: Value = serde_json::from_slice(&output.stderr)?;
    let messages = report["messages"].as_array().into_iter().flatten();
    let is_allowed = |message: &&Value| {
        let text = message["message"].as_str().unwrap_or_default();
        text.starts_with("Attribute “part” not allowed on element")
    };
    let describe = |message: &Value| {
        let (file, line) = (&message["url"], &message["lastLine"]);
        format!(
            "{file}:{line}: {} {}",
            message["message"], message["extract"]
        )
    };
    Ok(messages
        .filter(|message| !is_allowed(message))
        .map(describe)
        .collect())
}

fn assert_valid(pages: &[PathBuf]) -> Outcome {
    let found = [html_validate(pages)?, nu(pages)?].concat();
    if found.is_empty() {
        return Ok(());
    }
    let (count, list) = (found.len(), found[..found.len().min(40)].join("\n"));
    Err(Failure::new(format!("{count} faults:\n{list}")))
}

#[test]
fn every_written_page_is_valid() -> Outcome {
    let pages = pages_in(&dist())?;
    assert!(pages.len() > 20, "{} pages", pages.len());
    assert_valid(&pages)
}

/// Writes what the page consists of now into a file.
async fn keep(page: &Page, folder: &Path, name: &str) -> Outcome<PathBuf> {
    let html = page
        .text_of("return '<!doctype html>\\n' + document.documentElement.outerHTML")
        .await?;
    let file = folder.join(name).with_extension("html");
    fs::write(&file, html)?;
    Ok(file)
}

#[test]
fn the_page_stays_valid_once_the_program_has_taken_over() -> Outcome {
    reader(async |page| {
        let folder = env::temp_dir().join(format!("nachlese-html-{}", std::process::id()));
        fs::create_dir_all(&folder)?;
        let mut pages = Vec::new();
        for (name, path) in [
            ("whole", String::new()),
            ("filtered", "?q=ethik&kind=talk".to_owned()),
            ("empty", "?q=quastenflosser".to_owned()),
            ("english", format!("?event={SAMPLE}&lang=en")),
            ("timetable", format!("?event={SAMPLE}&view=timetable")),
            ("list", "?saved=*".to_owned()),
        ] {
            page.open(&path).await?;
            pages.push(keep(page, &folder, name).await?);
        }
        page.open("").await?;
        page.fill(SEARCH, "wagen").await?;
        page.see(".hit").await?;
        pages.push(keep(page, &folder, "typed").await?);
        page.go("?event=gibt-es-nicht").await?;
        page.failure().await?;
        pages.push(keep(page, &folder, "failed").await?);
        let outcome = assert_valid(&pages);
        fs::remove_dir_all(&folder)?;
        outcome
    })
}
