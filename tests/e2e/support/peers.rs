//! Other searches to compare with, and programmes to search in.

use std::{collections::BTreeSet, env, fs, io::Write, path::PathBuf};

use serde_json::{Value, json};

use super::{
    Failure, Outcome, corpus,
    page::{Page, SEARCH},
    site::{Answer, dist},
};

/// A search to compare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Peer {
    Nachlese,
    MiniSearch,
    UFuzzy,
    FlexSearch,
}

pub(crate) const PEERS: [Peer; 4] = [
    Peer::Nachlese,
    Peer::MiniSearch,
    Peer::UFuzzy,
    Peer::FlexSearch,
];

const PAGE: &str = include_str!("peers/page.html");
const SCRIPT: &str = include_str!("peers/page.js");

impl Peer {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Nachlese => "Nachlese, the whole page",
            Self::MiniSearch => "MiniSearch, a plain list",
            Self::UFuzzy => "uFuzzy, a plain list",
            Self::FlexSearch => "FlexSearch, a plain list",
        }
    }

    /// What `peers/page.js` calls it, and the file in its package.
    fn library(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Nachlese => None,
            Self::MiniSearch => Some(("minisearch", "minisearch/dist/umd/index.js")),
            Self::UFuzzy => Some(("ufuzzy", "ufuzzy/dist/uFuzzy.iife.min.js")),
            Self::FlexSearch => Some(("flexsearch", "flexsearch/dist/flexsearch.bundle.min.js")),
        }
    }

    pub(crate) fn mark_of_list(self) -> &'static str {
        match self {
            Self::Nachlese => "nachlese:ready",
            _ => "list",
        }
    }

    pub(crate) fn mark_of_index(self) -> &'static str {
        match self {
            Self::Nachlese => "nachlese:indexed",
            _ => "indexed",
        }
    }

    /// Opens its page and waits until everything is searched.
    pub(crate) async fn open(self, page: &Page, programme: &Programme) -> Outcome {
        let site = &page.site;
        let data = "events/peers/data.json";
        site.serve(data, programme.data.clone());
        match self.library() {
            None => page.go(&format!("?event={data}")).await?,
            Some((name, file)) => {
                let text = fs::read_to_string(package(file)?)?;
                let script = Answer::new(200, "text/javascript", text);
                site.serve(&format!("peers/{name}.js"), script);
                site.serve("peers/page.js", Answer::new(200, "text/javascript", SCRIPT));
                let html = PAGE.replace("LIBRARY", name);
                site.serve("peers/page.html", Answer::html(200, &html));
                page.go(&format!("peers/page.html?peer={name}&data=../{data}"))
                    .await?;
            }
        }
        let script = "return performance.getEntriesByName(arguments[0]).length > 0";
        let mark = json!([self.mark_of_index()]);
        while page.run(script, mark.clone()).await? != true {
            tokio::time::sleep(std::time::Duration::from_millis(200)).await;
        }
        Ok(())
    }

    /// The ids of the first hits, as the page shows them once it has drawn them all.
    pub(crate) async fn answers(self, page: &Page, words: &str) -> Outcome<Vec<String>> {
        let script = format!(
            "const field = document.querySelector('{SEARCH}');
            field.value = arguments[0];
            field.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
            const tell = (done) => {{
                done([...document.querySelectorAll('[data-talk]')].map((talk) => talk.dataset.talk));
            }};
            return new Promise((done) => requestAnimationFrame(() => setTimeout(tell, 0, done)));"
        );
        let found = page.run(&script, json!([words])).await?;
        Ok(serde_json::from_value(found)?)
    }

    /// All code that the page loads, packed with brotli, in kB.
    pub(crate) fn code_kilobytes(self) -> Outcome<f64> {
        let files = if let Some((_, file)) = self.library() {
            vec![fs::read(package(file)?)?, SCRIPT.into()]
        } else {
            let index = fs::read_to_string(dist().join("index.html"))?;
            let is_code = |name: &&str| {
                [".js", ".css", ".wasm"]
                    .iter()
                    .any(|end| name.ends_with(end))
            };
            let names: BTreeSet<_> = index.split('"').filter(is_code).collect();
            let files = names.iter().map(|name| fs::read(dist().join(name)));
            files.collect::<Result<_, _>>()?
        };
        let mut bytes = 0;
        for file in files {
            let mut packer = brotli::CompressorWriter::new(Vec::new(), 4_096, 11, 22);
            packer.write_all(&file)?;
            bytes += u32::try_from(packer.into_inner().len())?;
        }
        Ok(f64::from(bytes) / 1e3)
    }
}

/// A file of a package that `.ci/setup bench` brings.
fn package(file: &str) -> Outcome<PathBuf> {
    let folder =
        env::var_os("NPM_PACKAGES").map_or_else(|| PathBuf::from(".cache/npm"), PathBuf::from);
    let path = folder.join(file);
    if path.is_file() {
        return Ok(path);
    }
    let path = path.display();
    Err(Failure::new(format!(
        "{path} is missing: `.ci/setup bench` brings it."
    )))
}

/// What is searched.
pub(crate) struct Programme {
    pub(crate) name: String,
    pub(crate) talk_count: usize,
    data: Answer,
    /// How each talk is judged by, and its id on the page.
    ids: Vec<(String, String)>,
}

/// A query of `crates/search/tests/queries.tsv`, with the ids of the talks that it should find.
pub(crate) struct Judged {
    pub(crate) class: String,
    pub(crate) words: String,
    pub(crate) wanted: Vec<String>,
}

impl Judged {
    /// Whether a talk is wanted; the page may shorten long ids.
    pub(crate) fn wants(&self, id: &str) -> bool {
        self.wanted.iter().any(|wanted| wanted.starts_with(id))
    }
}

impl Programme {
    /// Talks of many conferences; none, and a word about it, where the files are not there.
    pub(crate) fn of_corpus(size: &str) -> Outcome<Option<Self>> {
        let Some(text) = corpus::talks(&format!("schedule-{size}.json")) else {
            return Ok(None);
        };
        let schedule: Value = serde_json::from_str(&text)?;
        let days = schedule["schedule"]["conference"]["days"].as_array();
        let rooms = days
            .into_iter()
            .flatten()
            .filter_map(|day| day["rooms"].as_object());
        let talks = rooms.flat_map(|rooms| rooms.values().filter_map(Value::as_array).flatten());
        let own = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let ids: Vec<_> = talks
            .map(|talk| (own(&talk["guid"]), own(&talk["slug"])))
            .collect();
        Ok(Some(Self {
            name: format!("{} talks", ids.len()),
            talk_count: ids.len(),
            data: Answer::text(text).packed()?,
            ids,
        }))
    }

    /// One of the events that lie in the bundle.
    pub(crate) fn shipped(id: &str) -> Outcome<Self> {
        let text = fs::read_to_string(dist().join(format!("events/{id}/event.json")))?;
        let event: Value = serde_json::from_str(&text)?;
        let talks = event["talks"].as_array().into_iter().flatten();
        let ids: Vec<_> = talks
            .filter_map(|talk| talk["id"].as_str())
            .map(|id| (id.to_owned(), id.to_owned()))
            .collect();
        Ok(Self {
            name: id.to_owned(),
            talk_count: ids.len(),
            data: Answer::text(text).packed()?,
            ids,
        })
    }

    /// The judged queries that this programme can answer.
    pub(crate) fn judged_queries(&self) -> Vec<Judged> {
        let is_corpus = self.name.ends_with(" talks");
        let programme = if is_corpus { "corpus" } else { &self.name };
        let lines = include_str!("../../../crates/search/tests/queries.tsv").lines();
        let judged = lines.filter_map(|line| {
            let mut parts = line.split('\t');
            let (class, name, words) = (parts.next()?, parts.next()?, parts.next()?);
            let keys: Vec<_> = parts.next()?.split(' ').collect();
            let is_wanted = |key: &str| {
                keys.iter()
                    .any(|own| key == *own || is_corpus && key.starts_with(own))
            };
            let wanted = self.ids.iter().filter(|(key, _)| is_wanted(key));
            let wanted: Vec<_> = wanted.map(|(_, id)| id.clone()).collect();
            (name == programme && !wanted.is_empty()).then(|| Judged {
                class: class.to_owned(),
                words: words.to_owned(),
                wanted,
            })
        });
        judged.collect()
    }
}
