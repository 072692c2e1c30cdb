//! `nachlese doctor` where there is nothing, something else, or something that means harm.

use std::{
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use nachlese_cli::Exit;

use crate::support::nachlese;

/// A server that answers everything in one way; its address, and how often it was asked.
fn server(answer: impl Fn(TcpStream, &str) + Send + 'static) -> (String, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    let count = Arc::new(AtomicUsize::new(0));
    let asked = Arc::clone(&count);
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            asked.fetch_add(1, Ordering::SeqCst);
            let mut request = [0; 4096];
            let length = stream.read(&mut request).unwrap_or_default();
            let request = String::from_utf8_lossy(&request[..length]).into_owned();
            answer(stream, &request);
        }
    });
    (address, count)
}

fn send(head: &str, body: &str) -> impl Fn(TcpStream, &str) + Send + 'static {
    let text = format!(
        "HTTP/1.1 {head}\r\nConnection: close\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    move |mut stream, _| {
        stream.write_all(text.as_bytes()).ok();
    }
}

#[test]
fn says_why_there_is_nothing_to_look_at() {
    let nobody = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        format!("http://{}/", listener.local_addr().unwrap())
    };
    let (other, count) = server(send(
        "200 OK\r\nContent-Type: text/html",
        "<!doctype html><title>x</title>",
    ));
    let there = other.replace("127.0.0.1", "localhost");
    let (leading, _) = server(send(&format!("301 Moved\r\nLocation: {there}"), ""));
    let (gone, _) = server(send("410 Gone", ""));
    let (rubbish, _) = server(|mut stream, _| {
        stream.write_all(b"220 mail.example ESMTP\r\n").ok();
    });
    for (address, german, english) in [
        (
            nobody,
            "[no-answer] {}: Dort antwortet niemand. Prüfen Sie Adresse und Port, und ob der Server läuft.".to_owned(),
            "[no-answer] {}: Nobody answers there. Check address and port, and whether the server runs.".to_owned(),
        ),
        (
            "no address".to_owned(),
            "[no-address] {}: Das ist keine Webadresse. Nennen Sie die Adresse des Ordners, zum Beispiel https://example.org/event/.".to_owned(),
            "[no-address] {}: This is no web address. Give the address of the folder, for example https://example.org/event/.".to_owned(),
        ),
        (
            other,
            "[not-nachlese] {}: An dieser Adresse ist eine Seite, aber keine von Nachlese. Nennen Sie den Ordner, in den Sie die Seite kopiert haben.".to_owned(),
            "[not-nachlese] {}: There is a page at this address, but none of Nachlese. Give the folder that you copied the site to.".to_owned(),
        ),
        (
            leading,
            format!("[other-host] {{}}: Die Adresse leitet zu einem anderen Server weiter: {there}. Dort wird nicht gefragt; rufen Sie doctor mit dieser Adresse auf, wenn Sie sie meinen."),
            format!("[other-host] {{}}: The address leads to another host: {there}. That host is not asked; call doctor with its address if you mean it."),
        ),
        (
            gone,
            "[no-page] {}: Der Server antwortet mit 410. Prüfen Sie die Adresse, und ob index.html im Ordner liegt und der Server sie für Adressen mit Schrägstrich liefert.".to_owned(),
            "[no-page] {}: The server answers with 410. Check the address, and whether index.html is in the folder and sent for addresses with a final slash.".to_owned(),
        ),
        (
            rubbish,
            "[no-answer] {}: Der Server gibt keine brauchbare Antwort (".to_owned(),
            "[no-answer] {}: The host gives no useful answer (".to_owned(),
        ),
    ] {
        for (language, word, expected) in [("de", "Fehler", german), ("en", "error", english)] {
            let (exit, stdout, stderr) = nachlese(&["doctor", &address], language);
            assert_eq!((exit, stdout.as_str()), (Exit::Failed, ""), "{stderr}");
            let expected = format!("{word}{}", expected.replace("{}", &address));
            assert!(stderr.starts_with(&expected), "{stderr}\n{expected}");
        }
    }
    // Twice by its own address, and never by the one that leads there.
    assert_eq!(count.load(Ordering::SeqCst), 2);
}

const PAGE: &str = r#"<!doctype html><title>x</title><script type="module" src="boot-0123456789abcdef.js" integrity="x"></script><div data-nachlese="loading" data-event="events/e/event.json"></div>"#;

#[test]
fn endless_answers_end() {
    let (address, count) = server(|mut stream, request| {
        if request.starts_with("GET / ") {
            return send("200 OK\r\nContent-Type: text/html", PAGE)(stream, request);
        }
        stream
            .write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX: \x1b[2J\r\n\r\n")
            .ok();
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(30) && stream.write_all(&[b'a'; 8_192]).is_ok()
        {
        }
    });
    let start = Instant::now();
    let (exit, stdout, stderr) = nachlese(&["doctor", &address], "en");
    assert_eq!(exit, Exit::Findings, "{stdout}{stderr}");
    assert!(
        start.elapsed() < Duration::from_secs(20),
        "{:?}",
        start.elapsed()
    );
    assert!(count.load(Ordering::SeqCst) <= 48);
    assert!(!stdout.contains('\u{1b}'));
}
