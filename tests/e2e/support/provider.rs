//! A video provider on loopback: another origin, whose players speak like those of `YouTube`, Vimeo
//! and `PeerTube`. What their addresses can ask for is in `doubles/film.js`.

use std::sync::{Arc, Mutex};

use axum::{Router, extract::State, http::Uri, response::Html};
use tokio::net::TcpListener;

use super::{Outcome, lock};

/// A running provider; it ends with the test's runtime.
pub(crate) struct Provider {
    origin: String,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Provider {
    pub(crate) async fn start() -> Outcome<Self> {
        let requests = Arc::default();
        let router = Router::new()
            .fallback(player)
            .with_state(Arc::clone(&requests));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let origin = format!("http://{}", listener.local_addr()?);
        tokio::spawn(async { axum::serve(listener, router).await });
        Ok(Self { origin, requests })
    }

    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// The paths asked for so far.
    pub(crate) fn requests(&self) -> Vec<String> {
        lock(&self.requests).clone()
    }
}

const FILM: &str = include_str!("doubles/film.js");

async fn player(State(requests): State<Arc<Mutex<Vec<String>>>>, uri: Uri) -> Html<String> {
    lock(&requests).push(uri.to_string());
    let player = match uri.path().split('/').nth(1) {
        Some("embed") => include_str!("doubles/youtube.js"),
        Some("video") => include_str!("doubles/vimeo.js"),
        _ => include_str!("doubles/peertube.js"),
    };
    Html(format!(
        "<!doctype html><html lang=de><title>Player</title><p>Hier liefe das Video.</p>\
         <script>{FILM}{player}</script>"
    ))
}
