//! The web server of a test: serves the bundle, and misbehaves on request.

mod answer;

use std::{
    collections::BTreeMap,
    env,
    path::PathBuf,
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::{self, Next},
    response::Response,
};
use serde_json::Value;
use tokio::{net::TcpListener, sync::oneshot};
use tower_http::services::ServeDir;

pub(crate) use self::answer::Answer;
use super::{
    Failure, Outcome,
    headers::{Rule, generated},
    lock,
};

/// The policy under which design.md promises the page to work; every test runs under it.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; media-src 'self'; \
    frame-src https://www.youtube-nocookie.com https://player.vimeo.com";

#[derive(Default)]
struct Behaviour {
    /// By path within the site, such as `events/a/event.json`.
    answers: BTreeMap<String, Answer>,
    /// How long a file lets wait for it, by the end of its path.
    delays: Vec<(String, Duration)>,
    policy: String,
    rules: Vec<Rule>,
    has_no_ranges: bool,
    requests: Vec<String>,
}

/// A running server; it ends with the test's runtime.
pub(crate) struct Site {
    origin: String,
    folder: String,
    router: Router,
    behaviour: Arc<Mutex<Behaviour>>,
    /// Ends the server when it is taken.
    running: Mutex<Option<oneshot::Sender<()>>>,
}

impl Site {
    /// Serves the bundle on a free port of loopback, in a folder (`""` or like `/a/b`).
    pub(crate) async fn start(folder: &str) -> Outcome<Self> {
        let dist = dist();
        if !dist.join("index.html").is_file() {
            return Err(Failure::new(format!(
                "There is no bundle in {}: `make dist` writes it.",
                dist.display()
            )));
        }
        let policy = POLICY.to_owned();
        let behaviour = Arc::new(Mutex::new(Behaviour {
            policy,
            ..Behaviour::default()
        }));
        let files = ServeDir::new(dist).precompressed_br().precompressed_gzip();
        let router = if folder.is_empty() {
            Router::new().fallback_service(files)
        } else {
            Router::new().nest_service(folder, files)
        };
        let state = (folder.to_owned(), Arc::clone(&behaviour));
        let router = router.layer(middleware::from_fn_with_state(state, answer));
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let site = Self {
            origin: format!("http://{}", listener.local_addr()?),
            folder: folder.to_owned(),
            router,
            behaviour,
            running: Mutex::default(),
        };
        site.answer_at(listener);
        Ok(site)
    }

    fn answer_at(&self, listener: TcpListener) {
        let (stop, stopped) = oneshot::channel();
        let router = self.router.clone();
        tokio::spawn(async {
            let server = axum::serve(listener, router);
            server
                .with_graceful_shutdown(async { drop(stopped.await) })
                .await
        });
        *lock(&self.running) = Some(stop);
    }

    /// Is gone for now: nobody answers any more.
    pub(crate) async fn stop(&self) {
        drop(lock(&self.running).take());
        // Idle connections are closed at once.
        tokio::time::sleep(Duration::from_millis(200)).await;
    }

    /// Is there again, at the same address.
    pub(crate) async fn start_again(&self) -> Outcome {
        let address = self.origin.trim_start_matches("http://");
        self.answer_at(TcpListener::bind(address).await?);
        Ok(())
    }

    /// Scheme, host and port.
    pub(crate) fn origin(&self) -> &str {
        &self.origin
    }

    /// The address of a path within the site.
    pub(crate) fn url(&self, path: &str) -> String {
        format!("{}{}/{path}", self.origin, self.folder)
    }

    /// Answers a path in another way from now on.
    pub(crate) fn serve(&self, path: &str, answer: Answer) {
        lock(&self.behaviour)
            .answers
            .insert(path.to_owned(), answer);
    }

    /// Serves an event made for the test; open it with `?event=<id>`.
    pub(crate) fn serve_event(&self, id: &str, event: &Value) {
        self.serve(&format!("events/{id}/event.json"), Answer::json(event));
    }

    /// Lets everything whose path ends so wait.
    pub(crate) fn slow_down(&self, end: &str, delay: Duration) {
        lock(&self.behaviour).delays.push((end.to_owned(), delay));
    }

    /// Behaves again.
    pub(crate) fn mend(&self) {
        let mut behaviour = lock(&self.behaviour);
        behaviour.answers.clear();
        behaviour.delays.clear();
    }

    /// Sends from now on what the bundle's `_headers` say of each file; the policy stays.
    pub(crate) fn send_generated_headers(&self) -> Outcome {
        lock(&self.behaviour).rules = generated()?;
        Ok(())
    }

    /// Sends no headers of the bundle's from now on.
    pub(crate) fn send_no_headers(&self) {
        lock(&self.behaviour).rules.clear();
    }

    /// Sends another content security policy from now on.
    pub(crate) fn set_policy(&self, policy: &str) {
        policy.clone_into(&mut lock(&self.behaviour).policy);
    }

    /// Adds to the policy from now on.
    pub(crate) fn add_to_policy(&self, more: &str) {
        lock(&self.behaviour).policy.push_str(more);
    }

    /// Serves files as a whole only from now on, as `python3 -m http.server` does.
    pub(crate) fn send_whole_files(&self) {
        lock(&self.behaviour).has_no_ranges = true;
    }

    /// The paths asked for so far.
    pub(crate) fn requests(&self) -> Vec<String> {
        lock(&self.behaviour).requests.clone()
    }
}

/// The folder of the bundle.
pub(crate) fn dist() -> PathBuf {
    env::var_os("DIST").map_or_else(|| PathBuf::from("dist"), PathBuf::from)
}

async fn answer(
    State((folder, behaviour)): State<(String, Arc<Mutex<Behaviour>>)>,
    mut request: Request,
    next: Next,
) -> Response {
    let path = request.uri().path();
    let path = path.strip_prefix(folder.as_str()).unwrap_or(path);
    let path = path.trim_start_matches('/').to_owned();
    let (instead, delay, policy, rules, has_no_ranges) = {
        let mut behaviour = lock(&behaviour);
        behaviour.requests.push(path.clone());
        let delay = behaviour
            .delays
            .iter()
            .find(|(end, _)| path.ends_with(end.as_str()));
        let delay = delay.map_or(Duration::ZERO, |(_, delay)| *delay);
        (
            behaviour.answers.get(&path).cloned(),
            delay,
            behaviour.policy.clone(),
            behaviour.rules.clone(),
            behaviour.has_no_ranges,
        )
    };
    if has_no_ranges {
        request.headers_mut().remove(header::RANGE);
    }
    let delay = instead.as_ref().map_or(delay, |answer| answer.delay);
    if !delay.is_zero() {
        tokio::time::sleep(delay).await;
    }
    let mut response = match instead {
        None => next.run(request).await,
        Some(answer) => answer.into_response(),
    };
    let headers = response.headers_mut();
    if has_no_ranges {
        headers.remove(header::ACCEPT_RANGES);
    }
    for rule in rules.iter().filter(|rule| rule.is_for(&path)) {
        for (name, value) in &rule.headers {
            headers.insert(name, value.clone());
        }
    }
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}
