//! What a server should send for a file, and the line that makes each kind of host send it. For
//! those who look at a deployed folder; the whole files for hosts have the same lines.
//!
//! Sources, read on 2026-11-30: <https://nginx.org/en/docs/http/ngx_http_core_module.html>
//! (`error_page`, `index`), <https://httpd.apache.org/docs/2.4/mod/core.html> (`ErrorDocument`),
//! `mod_dir` (`DirectoryIndex`, `DirectorySlash`).

use serde::Serialize;

use super::{CLASSES, Class, HASH, Policy, apache, common, nginx};

/// Lines for the common hosts. An empty one means that the host does it by itself, or cannot.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Lines {
    /// For nginx, within `server` or `location`.
    pub nginx: String,
    /// For `.htaccess`, or Apache's configuration.
    pub apache: String,
    /// For `_headers`, as Netlify and Cloudflare Pages read it.
    pub netlify: String,
    /// The header alone, for storage behind a CDN, and everybody else.
    pub header: String,
}

/// Files that only web servers need. They are not meant for readers.
pub const SERVER_FILES: [&str; 2] = ["nginx.conf", "_headers"];

/// The headers of every answer: name and value.
#[must_use]
pub fn for_all(policy: &Policy) -> Vec<(&'static str, String)> {
    common(policy)
}

/// How long a file may be kept, as the header `Cache-Control`.
#[must_use]
pub fn caching(path: &str) -> String {
    class_of(path).caching().1
}

/// The headers with which other sites may read a file; none for pages.
#[must_use]
pub fn sharing(path: &str) -> Vec<(&'static str, String)> {
    class_of(path).sharing()
}

/// The media type of a file, if servers do not agree on it.
#[must_use]
pub fn media_type(path: &str) -> Option<&'static str> {
    class_of(path).media_type
}

/// What browsers take for the type of a file, without parameters. Empty if they take any.
#[must_use]
pub fn accepted_types(path: &str) -> Vec<&'static str> {
    if let Some(wanted) = media_type(path) {
        return wanted.split(';').take(1).collect();
    }
    match ending(path) {
        "js" => vec!["text/javascript", "application/javascript"],
        "css" => vec!["text/css"],
        "xml" => vec!["application/xml", "text/xml"],
        _ => Vec::new(),
    }
}

/// The line for a header of every answer.
#[must_use]
pub fn line_for_all(name: &str, value: &str) -> Lines {
    Lines {
        nginx: nginx::add(name, value, " always").trim_end().to_owned(),
        apache: apache::set(0, "always set", name, value)
            .trim_end()
            .to_owned(),
        netlify: format!("/*\n  {name}: {value}"),
        header: format!("{name}: {value}"),
    }
}

/// The line that says how long a file such as this one may be kept.
#[must_use]
pub fn line_for_caching(path: &str) -> Lines {
    let class = class_of(path);
    let (name, value) = class.caching();
    let header = format!("{name}: {value}");
    let add = nginx::add(name, &value, "").trim_end().to_owned();
    let set = apache::set(0, "set", name, &value).trim_end().to_owned();
    if !class.is_hashed {
        // Netlify and Cloudflare Pages do it by themselves.
        return Lines {
            nginx: add,
            apache: set,
            header,
            ..Lines::default()
        };
    }
    let pattern = format!("{HASH}\\.({})", endings(|class| class.is_hashed));
    Lines {
        nginx: format!("location ~ \"{pattern}$\" {{ {add} }}"),
        apache: format!("<FilesMatch \"{pattern}(\\.(br|gz))?$\">\n  {set}\n</FilesMatch>"),
        netlify: format!("/{path}\n  {header}"),
        header,
    }
}

/// The lines with which other sites may read files.
#[must_use]
pub fn line_for_sharing(path: &str) -> Lines {
    let pattern = format!("\\.({})", endings(|class| class.is_shared));
    let headers = class_of(path).sharing();
    let of = |line: &dyn Fn(&str, &str) -> String| {
        let lines = headers.iter().map(|(name, value)| line(name, value));
        lines.collect::<String>().trim_end().to_owned()
    };
    let add = of(&|name, value| format!("  {}", nginx::add(name, value, " always")));
    let set = of(&|name, value| apache::set(2, "set", name, value));
    let plain = of(&|name, value| format!("  {name}: {value}\n"));
    Lines {
        nginx: format!("location ~ \"{pattern}$\" {{\n{add}\n}}"),
        apache: format!("<FilesMatch \"{pattern}(\\.(br|gz))?$\">\n{set}\n</FilesMatch>"),
        netlify: format!("/*.{}\n{plain}", ending(path)),
        header: of(&|name, value| format!("{name}: {value}\n")),
    }
}

/// The endings of all classes of a sort, each once.
fn endings(is_one: impl Fn(&Class) -> bool) -> String {
    let all = CLASSES.iter().filter(|class| is_one(class));
    let mut found = Vec::new();
    for ending in all.flat_map(|class| class.endings) {
        if !found.contains(ending) {
            found.push(ending);
        }
    }
    found.join("|")
}

/// The line for a file's media type.
#[must_use]
pub fn line_for_type(path: &str) -> Lines {
    let ending = ending(path);
    let usual = accepted_types(path).first().copied();
    let media_type = media_type(path)
        .or(usual)
        .unwrap_or("application/octet-stream");
    Lines {
        nginx: format!(
            "location ~ \"\\.{ending}$\" {{ types {{}} default_type \"{media_type}\"; }}"
        ),
        apache: format!("AddType \"{media_type}\" .{ending}"),
        netlify: format!("/*.{ending}\n  Content-Type: {media_type}"),
        header: format!("Content-Type: {media_type}"),
    }
}

/// The line that shows the folder's own page where there is nothing. `folder` is its path on the
/// host, with slashes around it.
#[must_use]
pub fn line_for_not_found(folder: &str) -> Lines {
    Lines {
        nginx: format!("error_page 404 {folder}404.html;"),
        apache: format!("ErrorDocument 404 {folder}404.html"),
        ..Lines::default()
    }
}

/// The line that leads from a folder's address without its slash to the one with it.
#[must_use]
pub fn line_for_slash(folder: &str) -> Lines {
    let path = folder.trim_end_matches('/');
    Lines {
        nginx: nginx::slash(path),
        apache: "DirectorySlash On".to_owned(),
        ..Lines::default()
    }
}

/// The line that sends `index.html` for a folder's address.
#[must_use]
pub fn line_for_index() -> Lines {
    Lines {
        nginx: "index index.html;".to_owned(),
        apache: "DirectoryIndex index.html".to_owned(),
        ..Lines::default()
    }
}

/// The line that sends the packed copies.
#[must_use]
pub fn line_for_packed() -> Lines {
    Lines {
        nginx: nginx::PACKED.to_owned(),
        apache: apache::PACKED.trim_end().to_owned(),
        ..Lines::default()
    }
}

/// The line that hides the files for web servers.
#[must_use]
pub fn line_for_hiding() -> Lines {
    Lines {
        nginx: nginx::HIDDEN.to_owned(),
        apache: apache::HIDDEN.to_owned(),
        ..Lines::default()
    }
}

fn class_of(path: &str) -> &'static Class {
    let ending = ending(path);
    let is_hashed = super::is_hashed(path);
    let mut classes = CLASSES.iter();
    let fits = |class: &&Class| {
        class.endings.is_empty()
            || class.endings.contains(&ending) && (!class.is_hashed || is_hashed)
    };
    // The last class has all files.
    classes.find(fits).unwrap_or(&CLASSES[CLASSES.len() - 1])
}

fn ending(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

#[cfg(test)]
mod tests;
