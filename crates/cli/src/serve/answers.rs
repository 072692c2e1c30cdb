//! Answers browsers on 127.0.0.1 as a plain static host does, and tells them when the site is another.

use std::{
    io,
    net::TcpListener,
    path::Path,
    sync::{Arc, PoisonError, RwLock},
};

use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    response::{
        Html, IntoResponse, Response, Sse,
        sse::{Event, KeepAlive},
    },
    routing::get,
};
use futures_util::{Stream, StreamExt};
use tokio::sync::watch;
use tokio_stream::wrappers::WatchStream;
use tower_http::services::{ServeDir, ServeFile};

use crate::{folder::Folder, stage::Stage, walk::walk};

/// A site, or the reason why there is none.
#[derive(Debug)]
pub(super) struct Version {
    pub(super) stage: Option<Stage>,
    /// Different for each stage, also after a new start: so pages know whether they are of this one.
    pub(super) number: u64,
    /// What is wrong with the events, as JSON.
    pub(super) findings: String,
    /// The content security policy, as a deployed site has it.
    pub(super) policy: String,
}

/// What browsers get to see.
#[derive(Debug)]
pub(super) struct Shown {
    /// The newest version. If it has no site, the one before stays.
    version: RwLock<Version>,
    changed: watch::Sender<()>,
}

const SCRIPT: &str = include_str!("reload.js");

/// What a page needs to load itself again, with the number of its version. Deployed pages do not
/// have it.
fn tag(number: u64) -> String {
    format!(r#"<script type="module" src="/.nachlese/reload.js?{number}"></script>"#)
}

impl Shown {
    /// Shows the first version.
    pub(super) fn new(version: Version) -> Self {
        Self {
            version: RwLock::new(version),
            changed: watch::Sender::new(()),
        }
    }

    /// Shows a new version, and tells all browsers.
    pub(super) fn show(&self, new: Version) {
        {
            let mut shown = self.version.write().unwrap_or_else(PoisonError::into_inner);
            let (stage, number) = match new.stage {
                Some(stage) => (Some(stage), new.number),
                None => (shown.stage.take(), shown.number),
            };
            *shown = Version {
                stage,
                number,
                ..new
            };
        }
        self.changed.send_replace(());
    }

    /// The number of the version that browsers get.
    fn number(&self) -> u64 {
        let version = self.version.read().unwrap_or_else(PoisonError::into_inner);
        version.number
    }
}

/// Puts the script into every page of a folder.
pub(super) fn let_pages_reload(folder: &Path, number: u64) -> io::Result<()> {
    let tag = tag(number);
    let folder = Folder::open(folder)?;
    let files = walk(&folder).map_err(|(_, error)| error)?.files;
    let is_page = |name: &&String| Path::new(name).extension().is_some_and(|it| it == "html");
    for name in files.iter().filter(is_page) {
        let html = folder.read_text(name)?;
        let html = match html.rfind("</body>") {
            Some(at) => format!("{}{tag}{}", &html[..at], &html[at..]),
            None => html + &tag,
        };
        folder.write(name, html.as_bytes())?;
    }
    Ok(())
}

/// Answers until Ctrl+C.
pub(super) fn answer_until_interrupted(
    listener: TcpListener,
    shown: &Arc<Shown>,
) -> io::Result<()> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_io()
        .enable_time()
        .build()?;
    let routes = Router::new()
        .route("/.nachlese/changes", get(changes))
        .route("/.nachlese/findings", get(findings))
        .route("/.nachlese/reload.js", get(script))
        .fallback(file)
        .with_state(Arc::clone(shown));
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        let listener = tokio::net::TcpListener::from_std(listener)?;
        let served = axum::serve(listener, routes);
        tokio::select! {
            served = served.into_future() => served,
            interrupted = tokio::signal::ctrl_c() => interrupted,
        }
    })
}

async fn changes(
    State(shown): State<Arc<Shown>>,
) -> Sse<impl Stream<Item = Result<Event, axum::Error>>> {
    let changes = WatchStream::new(shown.changed.subscribe());
    let events = changes.map(move |()| Ok(Event::default().data(shown.number().to_string())));
    Sse::new(events).keep_alive(KeepAlive::default())
}

async fn findings(State(shown): State<Arc<Shown>>) -> Response {
    let json = shown
        .version
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .findings
        .clone();
    ([(header::CONTENT_TYPE, "application/json"), NO_CACHE], json).into_response()
}

async fn script() -> Response {
    (
        [(header::CONTENT_TYPE, "text/javascript"), NO_CACHE],
        SCRIPT,
    )
        .into_response()
}

const NO_CACHE: (header::HeaderName, &str) = (header::CACHE_CONTROL, "no-cache");

async fn file(State(shown): State<Arc<Shown>>, request: Request) -> Response {
    let (folder, number, policy) = {
        let version = shown.version.read().unwrap_or_else(PoisonError::into_inner);
        let folder = version.stage.as_ref().map(|stage| stage.path().to_owned());
        (folder, version.number, version.policy.clone())
    };
    let Some(folder) = folder else {
        let tag = tag(number);
        let page = format!("<!doctype html><meta charset=\"utf-8\"><title>Nachlese</title>{tag}");
        return (StatusCode::SERVICE_UNAVAILABLE, [NO_CACHE], Html(page)).into_response();
    };
    let missing = ServeFile::new(folder.join("404.html"));
    let mut files = ServeDir::new(&folder).not_found_service(missing);
    let mut response = match files.try_call(request).await {
        Ok(response) => response.map(Body::new),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}
