//! From nothing to a site, as an editor goes: a folder is made, watched in the browser while it is
//! written, checked, built, and opened from an ordinary host.

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use axum::Router;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::support::{Failure, Outcome, lone_reader, page::Page};

/// `.cache/app`, which the build of `dist/` leaves.
fn app() -> Outcome<PathBuf> {
    let app = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../.cache/app");
    if app.join("index.html").is_file() {
        return Ok(app);
    }
    Err(Failure::new(format!(
        "There is no {}: `make dist` writes it.",
        app.display()
    )))
}

fn nachlese(arguments: &[&str]) -> Outcome<String> {
    let output = Command::new(env!("CARGO_BIN_EXE_nachlese"))
        .args(["--language", "en"])
        .args(arguments)
        .output()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(text(&output.stdout) + &text(&output.stderr))
}

/// `nachlese serve`; it ends with this.
struct Served(Child, String);

impl Drop for Served {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

impl Served {
    fn start(folder: &str) -> Outcome<Self> {
        let mut program = Command::new(env!("CARGO_BIN_EXE_nachlese"))
            .args(["--language", "en", "serve", folder, "--port", "0", "--app"])
            .arg(app()?)
            .stderr(Stdio::piped())
            .spawn()?;
        let stderr = program.stderr.take();
        let mut served = Self(program, String::new());
        for line in BufReader::new(stderr.ok_or(Failure::new("no output"))?).lines() {
            let line = line?;
            if line.starts_with("http://") {
                line.split(' ')
                    .next()
                    .unwrap_or_default()
                    .clone_into(&mut served.1);
                return Ok(served);
            }
        }
        Err(Failure::new("`nachlese serve` ended"))
    }
}

async fn overlay(page: &Page) -> Outcome<String> {
    page.text_of(
        "return document.querySelector('nachlese-findings')?.shadowRoot.querySelector('section').innerText ?? ''",
    )
    .await
}

#[test]
fn an_editor_goes_from_nothing_to_a_site() -> Outcome {
    let temporary = tempfile::tempdir()?;
    let folder = temporary.path().join("my-hearing");
    let (event, folder) = (folder.join("event.json"), folder.display().to_string());
    nachlese(&["new", &folder])?;
    let served = Served::start(&folder)?;
    let edit = |from: &str, to: &str| -> Outcome {
        let text = fs::read_to_string(&event)?;
        assert!(text.contains(from), "{from}");
        fs::write(&event, text.replacen(from, to, 1))?;
        Ok(())
    };
    lone_reader(async |page| {
        page.go_to(&served.1).await?;
        page.is_ready().await?;
        page.see("[data-talk=panel]").await?;
        assert_eq!(overlay(page).await?, "", "a new folder has no findings");

        // A change shows by itself.
        edit("Title of the hearing", "Trams in the council")?;
        page.until(
            "the new title",
            "return document.querySelector('h1')?.innerText.includes('Trams in the council')",
        )
        .await?;

        // A mistake is shown over the page, and goes when it is mended.
        edit("\"schemaVersion\": 1,", "\"schemaVersion\": 1,,")?;
        page.until(
            "the mistake",
            "return document.querySelector('nachlese-findings')?.shadowRoot.querySelector('.error')?.innerText.includes('event.json:3:22') ?? false",
        )
        .await?;
        let said = overlay(page).await?;
        assert!(said.contains("comma"), "{said}");
        page.see("h1").await?;
        page.screenshot("serve-mistake").await?;
        edit("\"schemaVersion\": 1,,", "\"schemaVersion\": 1,")?;
        page.until(
            "no mistake",
            "return document.readyState === 'complete' && !document.querySelector('nachlese-findings')
                && document.querySelector('[data-nachlese=ready]') != null",
        )
        .await?;

        // From here on nobody looks at the page that follows each change. It may just load itself again.
        if page.go_to("about:blank").await.is_err() {
            page.go_to("about:blank").await?;
        }

        // A picture, by its name; the file is missing at first.
        let photo = r#""kind": "Hearing", "figure": {"photo": {"src": "photos/hall.svg", "width": 40, "height": 30,
            "alt": "The hall", "credit": "The city", "licence": "CC0-1.0", "rightsCleared": true}},"#;
        edit("\"kind\": \"Hearing\",", photo)?;
        let checked = nachlese(&["check", &folder])?;
        assert!(
            checked.contains("warning[file-missing] figure.photo.src"),
            "{checked}"
        );
        let drawing = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'/>";
        fs::write(Path::new(&folder).join("photos/hall.svg"), drawing)?;
        let checked = nachlese(&["check", "--strict", &folder])?;
        assert!(checked.contains("nothing found"), "{checked}");

        // Built, and opened from a host that only sends files.
        let site = temporary.path().join("site");
        let (shown, app) = (site.display().to_string(), app()?.display().to_string());
        let built = nachlese(&["build", &folder, "-o", &shown, "--app", &app])?;
        assert!(built.contains("0 removed"), "{built}");
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let origin = format!("http://{}/", listener.local_addr()?);
        let files = Router::new().fallback_service(ServeDir::new(&site));
        tokio::spawn(async { axum::serve(listener, files).await });
        page.go_to(&origin).await?;
        page.is_ready().await?;
        page.see("img[src*='photos/hall.svg']").await?;
        page.fill("input[type=search]", "discussion").await?;
        page.until(
            "the hit",
            "return document.querySelectorAll('[data-talk]').length === 1
                && document.querySelector('[data-talk=panel]') != null",
        )
        .await?;
        assert_eq!(page.count("script[src*=reload]").await?, 0);
        page.screenshot("built-site").await
    })
}
