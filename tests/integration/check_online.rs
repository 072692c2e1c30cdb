//! `nachlese check --online`, against servers of its own.

use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    sync::{Arc, Mutex},
    thread,
};

use nachlese_cli::Exit;

use crate::{new_and_build::empty, support::nachlese};

/// A host that answers with the status in the path's last part, and the paths it was asked for.
fn host() -> (String, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(Vec::new()));
    let paths = Arc::clone(&asked);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut request = [0; 4096];
            let length = stream.read(&mut request).unwrap_or_default();
            let request = String::from_utf8_lossy(&request[..length]).into_owned();
            let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
            let status = match path.rsplit('/').next() {
                // No answer that anybody understands.
                Some("rubbish") => "\u{1}".to_owned(),
                Some("moved") => "301 Moved\r\nLocation: /200".to_owned(),
                // The API of PeerTube.
                Some(id) if id.contains('-') => "403 Forbidden".to_owned(),
                Some(status) => format!("{status} Status"),
                None => "404 Not Found".to_owned(),
            };
            paths.lock().unwrap().push(path);
            let head =
                format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
            stream.write_all(head.as_bytes()).ok();
        }
    });
    (address, asked)
}

/// What is said about an event with these links, and with a video of this host.
fn checked(name: &str, links: &[String], host: &str, language: &str) -> (Exit, String, String) {
    let links: Vec<_> = links
        .iter()
        .map(|url| format!(r#"{{"url": "{url}", "label": "Link"}}"#))
        .collect();
    let event = format!(
        r#"{{"schemaVersion": 1, "id": "e", "language": "de", "title": "Anhörung", "date": "2024-06-07", "published": "2024-06-10",
        "sections": [{{"type": "links", "id": "l", "heading": "Links", "links": [{}]}}],
        "talks": [{{"id": "t", "kind": "talk", "title": "Ethik", "recording": {{"status": "released",
            "sources": [{{"provider": "peertube", "host": "{host}", "id": "9c9de5e8-0a1e-484a-b099-e80766180a6d"}}]}}}}]}}"#,
        links.join(",\n")
    );
    let file = empty(name).join("event.json");
    fs::write(&file, event).unwrap();
    nachlese(
        &["check", "--online", &file.display().to_string()],
        language,
    )
}

#[test]
fn says_which_links_and_videos_are_gone() {
    let (host, asked) = host();
    let nobody = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}", listener.local_addr().unwrap())
    };
    let links = [
        format!("{host}/200"),
        format!("{host}/moved"),
        format!("{host}/404"),
        // Nobody is asked twice.
        format!("{host}/404#here"),
        format!("{host}/410"),
        format!("{host}/403"),
        format!("{host}/503"),
        format!("{nobody}/a"),
        format!("{nobody}/b"),
        format!("{host}/rubbish"),
        format!("{host}/other/404"),
        "file.pdf".to_owned(),
        "mailto:a@example.org".to_owned(),
    ];
    let (exit, stdout, stderr) = checked("online", &links, &host, "en");
    assert_eq!(exit, Exit::Fine, "warnings and notes only: {stderr}");
    let found: Vec<_> = stdout
        .lines()
        .filter(|line| line.contains('[') && !line.starts_with(' '))
        .filter(|line| {
            ["link-broken", "no-answer", "recording-not-public"]
                .iter()
                .any(|code| line.contains(code))
        })
        .map(|line| line.split(':').next().unwrap())
        .collect();
    let link = |at| format!("sections[0].links[{at}].url");
    let expected = [
        format!("warning[link-broken] {}", link(2)),
        format!("warning[link-broken] {}", link(3)),
        format!("warning[link-broken] {}", link(4)),
        format!("note[no-answer] {}", link(6)),
        format!("note[no-answer] {}", link(7)),
        format!("note[no-answer] {}", link(8)),
        format!("note[no-answer] {}", link(9)),
        format!("warning[link-broken] {}", link(10)),
        "warning[recording-not-public] talks[0].recording.sources[0].id".to_owned(),
    ];
    assert_eq!(found, expected, "{stdout}");
    let summary =
        "asked for 11 addresses; 1 of them: the host turns programs away, please look yourself";
    assert!(stderr.contains(summary), "{stderr}");
    let mut paths = asked.lock().unwrap().clone();
    let all = paths.len();
    paths.sort();
    paths.dedup();
    // `/200` is asked for by itself and where `/moved` leads.
    assert_eq!(paths.len() + 1, all, "{paths:?}");

    let (_, stdout, stderr) = checked("online-de", &links, &host, "de");
    for said in [
        format!("`{host}/404` gibt es dort nicht oder nicht mehr (Antwort 404)"),
        format!("Der Server von `{nobody}/b` antwortet nicht"),
        "ist nicht öffentlich oder darf nirgends eingebettet werden".to_owned(),
        "Bleibt es dabei, berichtigen Sie die Adresse".to_owned(),
    ] {
        assert!(stdout.contains(&said), "{said}: {stdout}");
    }
    assert!(stderr.contains("11 Adressen gefragt; 1 davon:"), "{stderr}");
}

#[test]
fn without_a_network_nothing_is_said_about_links() {
    let links = ["https://one.invalid/", "https://two.invalid/"].map(str::to_owned);
    let (exit, stdout, stderr) = checked("online-none", &links, "https://tube.invalid", "en");
    assert_eq!(exit, Exit::Failed);
    assert!(stderr.contains("error[no-network]"), "{stderr}");
    assert!(
        !stdout.contains("no-answer") && !stdout.contains("link-broken"),
        "{stdout}"
    );
    assert!(
        stdout.contains("note[legal-missing]"),
        "what the file lacks is still said: {stdout}"
    );
}
