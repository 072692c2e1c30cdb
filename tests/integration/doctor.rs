//! `nachlese doctor` on a built site, behind nginx, Python's server and `nachlese serve`.

use std::{
    collections::BTreeSet,
    fs,
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use nachlese_cli::Exit;
use serde_json::Value;

use crate::{
    new_and_build::{app, empty},
    nginx::{Nginx, SLASH},
    support::{compare, fixtures, left_out, nachlese, read, root},
};

const EVENT: &str = r#"{"schemaVersion": 1, "id": "e", "language": "de", "title": "Anhörung", "date": "2024-06-07",
    "published": "2024-06-10", "talks": [{"id": "t", "kind": "talk", "title": "Ethik", "recording": {"status": "released",
        "sources": [{"provider": "file", "url": "a.mp4"}],
        "captions": [{"url": "a.vtt", "language": "de", "origin": "human"}]}}]}"#;

/// A site with a recording and captions, whose code is worth packing.
fn site(name: &str) -> PathBuf {
    let app = app(&format!("{name}-app"));
    for file in ["boot-0123456789abcdef.js", "w-0123456789abcdef_bg.wasm"] {
        fs::write(Path::new(&app).join(file), "start();\n".repeat(500)).unwrap();
    }
    let folder = empty(&format!("{name}-event"));
    let files = [
        ("event.json", EVENT),
        ("a.mp4", "film"),
        ("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nJa\n"),
    ];
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    let site = empty(&format!("{name}-site")).join("site");
    let paths = [&folder, &site].map(|path| path.display().to_string());
    let (exit, _, stderr) = nachlese(&["build", &paths[0], "-o", &paths[1], "--app", &app], "en");
    assert_eq!(exit, Exit::Fine, "{stderr}");
    site
}

/// What is missing, by the checks' codes.
fn missing(address: &str) -> BTreeSet<String> {
    let (exit, stdout, stderr) = nachlese(&["doctor", "--format", "json", address], "en");
    let report: Value = serde_json::from_str(&stdout).unwrap_or_else(|_| panic!("{stderr}"));
    let checks = report["checks"].as_array().unwrap();
    let missing = checks.iter().filter(|one| one["ok"] == false);
    let missing: BTreeSet<_> = missing
        .map(|one| one["check"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(exit == Exit::Fine, missing.is_empty(), "{stderr}");
    missing
}

fn codes(codes: &[&str]) -> BTreeSet<String> {
    codes.iter().map(|code| (*code).to_owned()).collect()
}

#[test]
fn the_settings_that_come_with_the_folder_lack_nothing() {
    let site = site("doctor-nginx");
    let shown = site.display();
    let settings = format!(
        "include {shown}/nginx.conf; error_page 404 /404.html; location /a/b/ {{ alias {shown}/; include {shown}/nginx.conf; }} {SLASH}"
    );
    let Some(nginx) = Nginx::serve(&site, &settings) else {
        return;
    };
    for path in ["", "a/b/", "a/b", "a/b/index.html?lang=en#t"] {
        let address = nginx.address() + path;
        assert_eq!(missing(&address), codes(&[]), "{path}");
        let (_, stdout, stderr) = nachlese(&["doctor", &address], "de");
        assert!(stderr.contains(": alles in Ordnung ("), "{stderr}");
        assert!(
            stdout.contains("✓ Springen in Aufzeichnungen (Range): events/e/a.mp4\n"),
            "{stdout}"
        );
    }
}

#[test]
fn names_the_one_line_that_is_missing() {
    let site = site("doctor-line");
    let shown = site.display();
    for (settings, path, code, line) in [
        (
            format!("include {shown}/nginx.conf;"),
            "",
            "not-found",
            "      error_page 404 /404.html;\n",
        ),
        (
            format!(
                "error_page 404 /404.html; location /a/b/ {{ alias {shown}/; include {shown}/nginx.conf; }} location = /a/b {{ return 404; }}"
            ),
            "a/b/",
            "slash",
            "      location = /a/b/talk",
        ),
    ] {
        let Some(nginx) = Nginx::serve(&site, &settings) else {
            return;
        };
        let address = nginx.address() + path;
        let found = missing(&address);
        assert!(found.contains(code) && found.len() == 1, "{found:?}");
        let (exit, stdout, _) = nachlese(&["doctor", &address], "en");
        assert_eq!(exit, Exit::Findings);
        let line = if code == "slash" {
            "      location = /a/b { absolute_redirect off; return 301 /a/b/$is_args$args; }\n"
        } else {
            line
        };
        assert!(stdout.contains(line), "{stdout}");
    }
}

#[test]
fn the_policy_of_the_documentation_is_enough() {
    let docs = read(&root().join("docs/hosting.md"));
    let line = "Content-Security-Policy: ";
    let policy = docs.lines().find_map(|it| it.strip_prefix(line)).unwrap();
    let site = site("doctor-policy");
    for (policy, is_enough) in [
        (policy.to_owned(), true),
        (policy.replace("img-src 'self'; ", ""), false),
    ] {
        let settings = format!("add_header Content-Security-Policy \"{policy}\";");
        let Some(nginx) = Nginx::serve(&site, &settings) else {
            return;
        };
        let missing = missing(&nginx.address());
        assert_eq!(!missing.contains("policy"), is_enough, "{policy}");
    }
}

#[test]
fn a_line_that_is_taken_over_helps() {
    let site = site("doctor-bare");
    let bare = codes(&[
        "caching",
        "header",
        "media-type",
        "not-found",
        "packed",
        "policy",
        "server-files",
        "sharing",
    ]);
    let Some(nginx) = Nginx::serve(&site, "") else {
        return;
    };
    assert_eq!(missing(&nginx.address()), bare);
    // Each line for nginx that is named, where it belongs.
    let (_, stdout, _) = nachlese(&["doctor", "--format", "json", &nginx.address()], "en");
    let report: Value = serde_json::from_str(&stdout).unwrap();
    let mut lines = BTreeSet::new();
    for one in report["checks"].as_array().unwrap() {
        // Places of their own would not inherit what is added outside of them.
        let line = one["lines"]["nginx"].as_str().unwrap_or_default();
        if !line.starts_with("location ~ \"") && !line.is_empty() {
            lines.insert(line.to_owned());
        }
    }
    let settings = lines.into_iter().collect::<Vec<_>>().join("\n");
    let Some(nginx) = Nginx::serve(&site, &settings) else {
        return;
    };
    let left = missing(&nginx.address());
    assert_eq!(
        left,
        codes(&["caching", "media-type", "sharing"]),
        "{settings}"
    );
}

/// A process that ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

#[test]
fn gives_plain_hosts_the_advice_that_they_need() {
    let port = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port();
    let site = site("doctor-python");
    let server = Command::new("python3")
        .args([
            "-m",
            "http.server",
            "--bind",
            "127.0.0.1",
            &port.to_string(),
            "-d",
        ])
        .arg(&site)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(server) = server else {
        left_out("there is no python3 on the PATH");
        return;
    };
    let _server = Running(server);
    for _ in 0..100 {
        if TcpStream::connect(("127.0.0.1", port)).is_ok() {
            break;
        }
        thread::sleep(Duration::from_millis(50));
    }
    let address = format!("http://127.0.0.1:{port}/");
    let mut found = missing(&address);
    // Which types it knows depends on the machine.
    found.remove("media-type");
    let expected = [
        "caching",
        "header",
        "not-found",
        "packed",
        "policy",
        "range",
        "server-files",
        "sharing",
    ];
    assert_eq!(found, codes(&expected));
    for (language, ending) in [("en", "txt"), ("de", "de.txt")] {
        let (_, stdout, stderr) = nachlese(&["doctor", "--language", language, &address], "C");
        let is_type = |line: &str| {
            ["✓", "✗"]
                .iter()
                .any(|sign| line.starts_with(&format!("{sign} Medi")))
        };
        // From that on to the next part.
        let mut kept = String::new();
        let mut is_left_out = false;
        for line in stdout.lines() {
            if !line.starts_with(' ') {
                is_left_out = is_type(line);
            }
            if !is_left_out {
                kept += line;
                kept += "\n";
            }
        }
        let text = format!("{kept}--- stderr\n{stderr}").replace(&port.to_string(), "80");
        let summary = text.rfind("80/: ").unwrap();
        compare(
            &fixtures("doctor").join(format!("plain.{ending}")),
            &text[..summary],
        );
    }
}
