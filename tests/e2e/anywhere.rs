//! The same folder works under any path of any host.

use std::{
    process::{Child, Command, Stdio},
    time::Duration,
};

use crate::support::{
    Failure, Outcome,
    page::{Page, SEARCH},
    reader, reader_at,
    site::dist,
};

/// The event's page, a talk's and one in another language are opened directly, and lead to each other.
async fn works(page: &Page) -> Outcome {
    page.open("").await?;
    page.fill(SEARCH, "ethik").await?;
    page.has_matches(1).await?;
    page.open("en/talk/ethik/").await?;
    page.see("h1.talk-page__title").await?;
    page.click(".breadcrumb a").await?;
    page.is_ready().await?;
    page.see("section[data-section=talks]").await?;
    page.open("talk/podium/").await?;
    let broken = "return [...document.images].filter((i) => i.complete && i.naturalWidth === 0).map((i) => i.src)";
    assert_eq!(page.texts_of(broken).await?, Vec::<String>::new());
    assert_eq!(page.complaints().await?, Vec::<String>::new());
    let lost = page.site.requests();
    let lost: Vec<_> = lost
        .iter()
        .filter(|path| !dist().join(path).exists())
        .collect();
    assert!(lost.is_empty(), "outside of the folder: {lost:?}");
    Ok(())
}

#[test]
fn works_at_the_root_of_a_host() -> Outcome {
    reader(works)
}

#[test]
fn works_deep_in_a_host() -> Outcome {
    reader_at("/a/b/c", works)
}

/// A server that knows nothing of the page and sends no headers for it.
struct PlainServer {
    process: Child,
    origin: String,
}

impl PlainServer {
    fn start() -> Outcome<Option<Self>> {
        // A port that was free a moment ago.
        let port = std::net::TcpListener::bind("127.0.0.1:0")?
            .local_addr()?
            .port();
        let mut command = Command::new("python3");
        command.args(["-m", "http.server", "--bind", "127.0.0.1", "--directory"]);
        command
            .arg(dist())
            .arg(port.to_string())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let Ok(process) = command.spawn() else {
            return Ok(None);
        };
        let server = Self {
            process,
            origin: format!("http://127.0.0.1:{port}"),
        };
        for _ in 0..100 {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(Some(server));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(Failure::new("python3 -m http.server does not answer"))
    }
}

impl Drop for PlainServer {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "a test that is skipped says so")]
fn works_behind_a_server_that_sends_no_headers() -> Outcome {
    reader(async |page| {
        let Some(server) = PlainServer::start()? else {
            println!("skipped: there is no python3 here");
            return Ok(());
        };
        for path in ["/", "/talk/ethik/", "/en/"] {
            page.go_to(&format!("{}{path}", server.origin)).await?;
            page.is_ready().await?;
        }
        // Nothing forbids the manifest here: the page can be installed.
        page.see_in_head("link[rel=manifest]").await?;
        assert_eq!(page.complaints().await?, Vec::<String>::new());
        Ok(())
    })
}
