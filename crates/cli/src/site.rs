//! Writes the files of a deployed folder that [`nachlese_site`] makes.

mod packing;

use std::{
    io,
    path::{Path, PathBuf},
};

use nachlese_site::{
    Base, DrawError, Page, crawl, headers, icons,
    listing::{EventFolder, index, list_pages},
    manifest, oembed, offline,
    precache::{DeployedFile, content_hash, may_be_stored},
    preview,
};
use rayon::prelude::*;
use thiserror::Error;

use self::packing::pack;
use super::{folder::Folder, input::read_beside, walk::walk};

/// The largest font of the system that is read, in bytes.
const MOST_FONT_BYTES: u64 = 50_000_000;

/// Settings of the deployed folder.
#[derive(Debug, Clone, Default)]
pub struct Deployment {
    /// Its address, if that is known.
    pub base: Option<Base>,
    /// What the pages need, see [`headers::Policy::of`].
    pub policy: headers::Policy,
    /// Whether the page is stored for readers without a network.
    pub is_offline: bool,
    /// Whether it is for the editor's eyes alone: without preview pictures and compressed copies.
    pub is_draft: bool,
}

/// Why the folder could not be finished.
#[derive(Debug, Error)]
pub enum SiteError {
    /// A file cannot be read or written.
    #[error("{0}: cannot be read or written")]
    File(PathBuf, #[source] io::Error),
    /// A picture cannot be drawn.
    #[error("{0}: cannot be drawn")]
    Picture(String, #[source] DrawError),
    /// A text cannot be written as JSON.
    #[error("{0}: cannot be written as JSON")]
    Json(String, #[source] serde_json::Error),
}

/// Writes all files except the pages, into a folder that already has its pages.
///
/// The site opens with the first of the events. Without events, nothing is written. Returns the
/// number of written files. Without a font, the preview pictures are left out.
///
/// # Errors
/// [`SiteError`] names the file that could not be written.
pub fn finish(
    dist: &Path,
    events: &[EventFolder],
    deployment: &Deployment,
) -> Result<usize, SiteError> {
    let folder = Folder::open(dist).map_err(|cause| SiteError::File(dist.to_owned(), cause))?;
    finish_in(&folder, events, deployment)
}

/// The same for a folder that is open. What is in the way is passed over.
pub(super) fn finish_in(
    dist: &Folder,
    events: &[EventFolder],
    deployment: &Deployment,
) -> Result<usize, SiteError> {
    let Some(main) = events.first().map(|folder| &folder.event) else {
        return Ok(0);
    };
    let Deployment {
        base,
        policy,
        is_offline,
        is_draft,
    } = deployment;
    let base = base.as_ref();
    let pages: Vec<_> = events.iter().map(EventFolder::pages).collect();
    let mut count = 0;
    let mut texts = vec![
        ("manifest.webmanifest".to_owned(), manifest::manifest(main)),
        ("robots.txt".to_owned(), crawl::robots(base)),
    ];
    let as_json = |path: String, json: Result<String, serde_json::Error>| match json {
        Ok(json) => Ok((path, json)),
        Err(cause) => Err(SiteError::Json(path, cause)),
    };
    for (folder, pages) in events.iter().zip(&pages) {
        if !is_draft {
            count += previews(dist, folder, pages)?;
        }
        if !is_draft && base.is_some() {
            count += feed_picture(dist, folder)?;
        }
        for page in pages {
            let json = oembed::oembed(&folder.event, page, &folder.file, base);
            texts.push(as_json(oembed::path(page), json)?);
        }
    }
    let of_events: Vec<_> = events.iter().map(|folder| &folder.event).collect();
    let of_events = of_events.into_iter().zip(pages.iter().map(Vec::as_slice));
    let lists = list_pages(&main.language);
    let lists = if events.len() > 1 { &lists[..] } else { &[] };
    let sitemap = crawl::sitemap(&of_events.collect::<Vec<_>>(), lists, base);
    texts.push(("sitemap.xml".to_owned(), sitemap));
    texts.push(as_json("events/index.json".to_owned(), index(events))?);
    let icon = "favicon.svg";
    if dist.has(icon) {
        let svg = dist.read_text(icon);
        let svg = svg.map_err(|cause| SiteError::File(dist.shown(icon), cause))?;
        let icons = icons::icons(&svg);
        let icons = icons.map_err(|cause| SiteError::Picture(icon.to_owned(), cause))?;
        for (path, bytes) in icons {
            count += write(dist, path, &bytes)?;
        }
    }
    let texts = texts.par_iter();
    let written = texts.map(|(path, text)| write(dist, path, text.as_bytes()));
    count += written.sum::<Result<usize, _>>()?;

    let files = files(dist)?;
    let worker = if *is_offline {
        offline::service_worker(&deployed(dist, &files)?)
    } else {
        offline::leaving_worker()
    };
    count += write(dist, "sw.js", worker.as_bytes())?;
    let names: Vec<_> = files.iter().map(String::as_str).collect();
    count += write(
        dist,
        "_headers",
        headers::netlify(policy, &names).as_bytes(),
    )?;
    count += write(dist, "nginx.conf", headers::nginx(policy).as_bytes())?;
    count += write(dist, ".htaccess", headers::htaccess(policy).as_bytes())?;
    if *is_draft {
        return Ok(count);
    }
    Ok(count + pack(dist)?)
}

/// Whether [`finish`] can draw preview pictures: the folder or the system has a font.
pub(super) fn has_previews(dist: &Folder) -> bool {
    fonts(dist).is_ok()
}

fn previews(dist: &Folder, folder: &EventFolder, pages: &[Page]) -> Result<usize, SiteError> {
    let Ok(fonts) = fonts(dist) else {
        return Ok(0);
    };
    let draw = |page| {
        let path = preview::path(page);
        let before = dist.earlier().and_then(|earlier| earlier.read(&path).ok());
        let picture = preview::preview(&folder.event, page, &fonts, before);
        let bytes = picture.map_err(|cause| SiteError::Picture(path.clone(), cause))?;
        write(dist, &path, &bytes)
    };
    pages.par_iter().map(draw).sum()
}

/// The picture of a feed, which there is if the address of the folder is known.
fn feed_picture(dist: &Folder, folder: &EventFolder) -> Result<usize, SiteError> {
    let Ok(fonts) = fonts(dist) else {
        return Ok(0);
    };
    let path = format!("{}{}", folder.home, preview::FEED);
    let before = dist.earlier().and_then(|earlier| earlier.read(&path).ok());
    let picture = preview::square(&folder.event, &fonts, before);
    let bytes = picture.map_err(|cause| SiteError::Picture(path.clone(), cause))?;
    write(dist, &path, &bytes)
}

/// The fonts, with the page's own first.
fn fonts(dist: &Folder) -> Result<preview::Fonts, DrawError> {
    let own = dist.names("fonts").into_iter();
    let own = own.filter(|name| {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        matches!(ending, Some("woff2" | "woff" | "ttf" | "otf"))
    });
    let own = own.filter_map(|name| dist.read(&format!("fonts/{name}")).ok());
    let system = preview::SYSTEM_FONTS.iter();
    let system = system.filter_map(|file| read_beside(Path::new(file), MOST_FONT_BYTES));
    preview::Fonts::new(own.chain(system))
}

/// The paths of all files below a folder, sorted, without compressed copies.
pub(super) fn files(dist: &Folder) -> Result<Vec<String>, SiteError> {
    let found = walk(dist).map_err(|(path, cause)| SiteError::File(path, cause))?;
    let mut files = found.files;
    files.retain(|name| !is_packed(Path::new(name)));
    Ok(files)
}

fn is_packed(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    matches!(ending, Some("br" | "gz"))
}

/// The files that the service worker may store.
fn deployed(dist: &Folder, files: &[String]) -> Result<Vec<DeployedFile>, SiteError> {
    let files = files.iter().filter(|name| may_be_stored(name));
    let described = files.map(|name| {
        let bytes = read(dist, name)?;
        Ok(DeployedFile {
            path: name.clone(),
            size: bytes.len() as u64,
            hash: content_hash(&bytes),
        })
    });
    described.collect()
}

fn read(dist: &Folder, path: &str) -> Result<Vec<u8>, SiteError> {
    let read = dist.read(path);
    read.map_err(|cause| SiteError::File(dist.shown(path), cause))
}

fn write(dist: &Folder, path: &str, bytes: &[u8]) -> Result<usize, SiteError> {
    let written = dist.write(path, bytes);
    written.map_err(|cause| SiteError::File(dist.shown(path), cause))
}
