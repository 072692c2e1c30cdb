//! Writes the files of a deployed folder that [`nachlese_site`] makes.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use nachlese_site::{
    Base, DrawError, Page, crawl, headers, icons,
    listing::{EventFolder, index, list_pages},
    manifest, oembed, offline,
    precache::{DeployedFile, content_hash},
    precompress::packed,
    preview,
};
use rayon::prelude::*;
use thiserror::Error;

use super::walk::walk;

/// Settings of the deployed folder.
#[derive(Debug, Clone, Default)]
pub struct Deployment {
    /// Its address, if that is known.
    pub base: Option<Base>,
    /// What the pages need, see [`headers::Policy::of`].
    pub policy: headers::Policy,
    /// Whether the page is stored for readers without a network.
    pub is_offline: bool,
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
/// number of written files. Without a font, the preview pictures are left out; see
/// [`has_previews`].
///
/// # Errors
/// [`SiteError`] names the file that could not be written.
pub fn finish(
    dist: &Path,
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
        count += previews(dist, folder, pages)?;
        if base.is_some() {
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
    let icon = dist.join("favicon.svg");
    if icon.exists() {
        let svg =
            fs::read_to_string(&icon).map_err(|cause| SiteError::File(icon.clone(), cause))?;
        let icons = icons::icons(&svg);
        let icons = icons.map_err(|cause| SiteError::Picture("favicon.svg".to_owned(), cause))?;
        for (path, bytes) in icons {
            count += write(dist, path, &bytes)?;
        }
    }
    for (path, text) in texts {
        count += write(dist, &path, text.as_bytes())?;
    }

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
    Ok(count + pack(dist)?)
}

/// Writes compressed copies next to all text-like files of a folder, and removes outdated copies.
///
/// # Errors
/// [`SiteError::File`] names the file that cannot be read or written.
pub fn pack(dist: &Path) -> Result<usize, SiteError> {
    let files = files(dist)?;
    files.par_iter().map(|name| pack_file(dist, name)).sum()
}

fn pack_file(dist: &Path, name: &str) -> Result<usize, SiteError> {
    let file = dist.join(name);
    let bytes = fs::read(&file).map_err(|cause| SiteError::File(file, cause))?;
    for ending in [".br", ".gz"] {
        let stale = dist.join(format!("{name}{ending}"));
        if stale.exists() {
            fs::remove_file(&stale).map_err(|cause| SiteError::File(stale, cause))?;
        }
    }
    // Files that web servers read themselves are not sent.
    if name == "nginx.conf" {
        return Ok(0);
    }
    let copies = packed(name, &bytes).into_iter();
    copies
        .map(|copy| write(dist, &format!("{name}{}", copy.ending), &copy.bytes))
        .sum()
}

/// Whether [`finish`] can draw preview pictures: the folder or the system has a font.
#[must_use]
pub fn has_previews(dist: &Path) -> bool {
    fonts(dist).is_ok()
}

fn previews(dist: &Path, folder: &EventFolder, pages: &[Page]) -> Result<usize, SiteError> {
    let Ok(fonts) = fonts(dist) else {
        return Ok(0);
    };
    let draw = |page| {
        let path = preview::path(page);
        let picture = preview::preview(&folder.event, page, &fonts);
        let bytes = picture.map_err(|cause| SiteError::Picture(path.clone(), cause))?;
        write(dist, &path, &bytes)
    };
    pages.par_iter().map(draw).sum()
}

/// The picture of a feed, which there is if the address of the folder is known.
fn feed_picture(dist: &Path, folder: &EventFolder) -> Result<usize, SiteError> {
    let Ok(fonts) = fonts(dist) else {
        return Ok(0);
    };
    let path = format!("{}{}", folder.home, preview::FEED);
    let picture = preview::square(&folder.event, &fonts);
    let bytes = picture.map_err(|cause| SiteError::Picture(path.clone(), cause))?;
    write(dist, &path, &bytes)
}

/// The fonts, with the page's own first.
fn fonts(dist: &Path) -> Result<preview::Fonts, DrawError> {
    let mut own: Vec<_> = fs::read_dir(dist.join("fonts"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    own.sort();
    let system = preview::SYSTEM_FONTS.iter().map(PathBuf::from);
    let files = own.into_iter().chain(system).filter(|file| {
        let ending = file.extension().and_then(|ending| ending.to_str());
        matches!(ending, Some("woff2" | "woff" | "ttf" | "otf"))
    });
    preview::Fonts::new(files.filter_map(|file| fs::read(file).ok()))
}

/// The paths of all files below a folder, sorted, without compressed copies.
pub(super) fn files(dist: &Path) -> Result<Vec<String>, SiteError> {
    let found = walk(dist).map_err(|(path, cause)| SiteError::File(path, cause))?;
    let mut files = found.files;
    files.retain(|name| !is_packed(Path::new(name)));
    Ok(files)
}

fn is_packed(file: &Path) -> bool {
    let ending = file.extension().and_then(|ending| ending.to_str());
    matches!(ending, Some("br" | "gz"))
}

fn deployed(dist: &Path, files: &[String]) -> Result<Vec<DeployedFile>, SiteError> {
    let described = files.iter().map(|name| {
        let file = dist.join(name);
        let bytes = fs::read(&file).map_err(|cause| SiteError::File(file, cause))?;
        Ok(DeployedFile {
            path: name.clone(),
            size: bytes.len() as u64,
            hash: content_hash(&bytes),
        })
    });
    described.collect()
}

fn write(dist: &Path, path: &str, bytes: &[u8]) -> Result<usize, SiteError> {
    let file = dist.join(path);
    let folder = file.parent().unwrap_or(dist);
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(&file, bytes))
        .map_err(|cause| SiteError::File(file, cause))?;
    Ok(1)
}
