//! `nachlese check` in pipelines: findings for other programs, folders, and what counts as fine.

use nachlese_cli::Exit;
use serde_json::{Value, json};

use crate::support::{fixtures, nachlese, root};

#[test]
fn other_programs_get_findings_in_their_own_form() {
    let folder = fixtures("broken").display().to_string();
    let (file, broken) = (
        format!("{folder}/missing-field.json"),
        format!("{folder}/not-json.json"),
    );
    let report = |format| {
        let (exit, stdout, _) = nachlese(&["check", &file, &broken, "--format", format], "en");
        assert_eq!(exit, Exit::Failed);
        stdout
    };
    let json: Value = serde_json::from_str(&report("json")).unwrap();
    let [missing, not_json] = &json["findings"].as_array().unwrap()[..] else {
        panic!("{json}")
    };
    assert_eq!(missing["code"], "missing-field");
    assert_eq!(missing["path"], "people[0]");
    assert_eq!(
        (&missing["line"], &missing["column"]),
        (&json!(7), &json!(5))
    );
    assert_eq!(not_json["code"], "not-json");
    assert_eq!(not_json["line"], 3);

    let sarif: Value = serde_json::from_str(&report("sarif")).unwrap();
    let result = &sarif["runs"][0]["results"][0];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(
        (&result["ruleId"], &result["level"]),
        (&json!("missing-field"), &json!("error"))
    );
    assert_eq!(place["region"]["startLine"], 7);
    assert!(
        place["artifactLocation"]["uri"]
            .as_str()
            .unwrap()
            .ends_with("missing-field.json")
    );

    let github = report("github");
    let lines: Vec<_> = github.lines().collect();
    let expected = "/missing-field.json,line=7,col=5,title=missing-field::the field `name` is missing. add `name`, for example `\"name\": \"Vera Example\"`.";
    assert!(
        lines[0].starts_with("::error file=") && lines[0].ends_with(expected),
        "{github}"
    );
    assert_eq!(lines.len(), 2);
}

#[test]
fn a_pipeline_can_ask_for_more_and_for_whole_folders() {
    let folder = fixtures("broken")
        .join("unknown-field.json")
        .display()
        .to_string();
    assert_eq!(nachlese(&["check", &folder], "en").0, Exit::Fine);
    assert_eq!(
        nachlese(&["check", "--strict", &folder], "en").0,
        Exit::Findings
    );
    let events = root().join("public").display().to_string();
    let (exit, stdout, stderr) = nachlese(&["check", "--strict", &events], "en");
    assert_eq!(
        (exit, stderr.lines().count()),
        (Exit::Fine, 2),
        "{stdout}{stderr}"
    );
    assert!(
        stderr.contains("ki-stadtratshearing-2024/event.json"),
        "{stderr}"
    );
    let nothing = root().join("style").display().to_string();
    assert_eq!(nachlese(&["check", &nothing], "en").0, Exit::Failed);
}
