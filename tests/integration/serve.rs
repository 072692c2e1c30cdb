//! `nachlese serve`: the site while its event is written.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpStream,
    path::Path,
    process::{Child, ChildStderr, Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    new_and_build::{app, empty},
    prerender::FIRST,
};

/// The program on a free port; it ends with this.
struct Served {
    program: Child,
    port: u16,
    stderr: BufReader<ChildStderr>,
}

impl Drop for Served {
    fn drop(&mut self) {
        self.program.kill().ok();
        self.program.wait().ok();
    }
}

impl Served {
    fn start(event: &Path, app: &str) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_nachlese"))
            .args(["--language", "en", "serve", "--port", "0", "--app", app])
            .arg(event)
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stderr = BufReader::new(program.stderr.take().unwrap());
        let mut line = String::new();
        while !line.starts_with("http://127.0.0.1:") {
            line.clear();
            assert_ne!(stderr.read_line(&mut line).unwrap(), 0, "it ended");
        }
        let port = line["http://127.0.0.1:".len()..].split('/').next().unwrap();
        Self {
            program,
            port: port.parse().unwrap(),
            stderr,
        }
    }

    /// Head and body of an answer.
    fn get(&self, path: &str, headers: &str) -> (String, String) {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        let request =
            format!("GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{headers}\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_owned(), body.to_owned())
    }

    /// The number of the version that a page listening for changes gets next.
    fn listen(&self) -> BufReader<TcpStream> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(30)))
            .unwrap();
        stream
            .write_all(b"GET /.nachlese/changes HTTP/1.1\r\nHost: a\r\n\r\n")
            .unwrap();
        BufReader::new(stream)
    }
}

fn next_version(stream: &mut BufReader<TcpStream>) -> u64 {
    let mut line = String::new();
    while !line.starts_with("data:") {
        line.clear();
        assert_ne!(stream.read_line(&mut line).unwrap(), 0, "it ended");
    }
    line["data:".len()..].trim().parse().unwrap()
}

#[test]
fn a_page_follows_its_event() {
    let folder = empty("serve-follows");
    let event = folder.join("event.json");
    fs::write(&event, FIRST).unwrap();
    fs::write(folder.join("legal.html"), "<p>0123456789</p>").unwrap();
    let named = FIRST.replacen('{', r#"{"legal": {"imprint": "legal.html"}, "#, 1);
    fs::write(&event, &named).unwrap();
    let mut served = Served::start(&folder, &app("serve-follows-app"));

    let (head, page) = served.get("/", "");
    assert!(head.starts_with("HTTP/1.1 200"), "{head}");
    assert!(
        head.to_lowercase()
            .contains("content-security-policy: default-src 'none'"),
        "{head}"
    );
    assert!(page.contains("Erste") && page.contains("/.nachlese/reload.js"));
    let (head, _) = served.get("/talk/t", "");
    assert!(
        head.contains("30") && head.to_lowercase().contains("location: /talk/t/"),
        "{head}"
    );
    let (head, _) = served.get("/nowhere", "");
    assert!(head.starts_with("HTTP/1.1 404"), "{head}");
    let (head, part) = served.get("/events/first/legal.html", "Range: bytes=3-6\r\n");
    assert!(head.starts_with("HTTP/1.1 206"), "{head}");
    assert_eq!(part, "0123");

    let mut changes = served.listen();
    let first = next_version(&mut changes);
    assert!(page.contains(&format!("/.nachlese/reload.js?{first}\"")));
    fs::write(&event, named.replace("Erste", "Andere")).unwrap();
    assert!(next_version(&mut changes) > first);
    // A page that begins to listen only now is told that it is an old one.
    assert!(next_version(&mut served.listen()) > first);
    assert!(served.get("/", "").1.contains("Andere"));

    // A mistake is told, and the page before stays.
    fs::write(&event, "{\n  \"id\": \"first\",,\n}").unwrap();
    next_version(&mut changes);
    assert!(served.get("/", "").1.contains("Andere"));
    let (_, findings) = served.get("/.nachlese/findings", "");
    assert!(findings.contains("event.json:2:"), "{findings}");
    assert!(findings.contains("\"severity\":\"error\""), "{findings}");
    fs::write(&event, &named).unwrap();
    next_version(&mut changes);
    assert!(served.get("/", "").1.contains("Erste"));
    served.program.kill().unwrap();
    let mut rest = String::new();
    served.stderr.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("event.json:2:"), "{rest}");
}

#[test]
fn a_page_comes_as_soon_as_its_event_can_be_read() {
    let folder = empty("serve-first");
    fs::write(folder.join("event.json"), "{").unwrap();
    let served = Served::start(&folder, &app("serve-first-app"));
    let (head, page) = served.get("/", "");
    assert!(head.starts_with("HTTP/1.1 503"), "{head}");
    assert!(page.contains("/.nachlese/reload.js"));
    let mut changes = served.listen();
    next_version(&mut changes);
    fs::write(folder.join("event.json"), FIRST).unwrap();
    next_version(&mut changes);
    assert!(served.get("/", "").1.contains("Erste"));
}

#[test]
fn a_port_that_is_taken_is_said() {
    let folder = empty("serve-taken");
    fs::write(folder.join("event.json"), FIRST).unwrap();
    let app = app("serve-taken-app");
    let served = Served::start(&folder, &app);
    let output = Command::new(env!("CARGO_BIN_EXE_nachlese"))
        .args(["--language", "en", "serve", "--app", &app, "--port"])
        .arg(served.port.to_string())
        .arg(&folder)
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(
        stderr.contains(&format!("--port {}", served.port + 1)),
        "{stderr}"
    );
    // It took some time to find out, but not long.
    let start = Instant::now();
    assert!(served.get("/", "").1.contains("Erste"));
    assert!(start.elapsed() < Duration::from_secs(20));
}
