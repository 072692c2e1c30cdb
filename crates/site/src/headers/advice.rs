//! What a server should send for a file, and the line that makes each kind of host send it. For
//! those who look at a deployed folder; the whole files for hosts have the same lines.
//!
//! Sources, read on 2026-11-30: <https://nginx.org/en/docs/http/ngx_http_core_module.html>
//! (`error_page`, `index`), <https://httpd.apache.org/docs/2.4/mod/core.html> (`ErrorDocument`),
//! `mod_dir` (`DirectoryIndex`, `DirectorySlash`).

use super::{CLASSES, Class, HASH, Policy, apache, common, nginx};

/// Lines for the common hosts. An empty one means that the host does it by itself, or cannot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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

/// The line for a media type.
#[must_use]
pub fn line_for_type(path: &str, media_type: &str) -> Lines {
    let ending = ending(path);
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
mod tests {
    use super::*;
    use crate::headers::{htaccess, nginx as nginx_conf};

    const HASHED: &str = "boot-be4f75834216e7a5.js";

    #[test]
    fn says_of_a_file_what_the_hosts_files_say() {
        for (path, caching_is, media, is_shared) in [
            ("index.html", "no-cache", None, false),
            ("", "no-cache", None, false),
            ("talk/a/", "no-cache", None, false),
            (HASHED, "public, max-age=31536000, immutable", None, true),
            ("embed.js", "no-cache", None, true),
            (
                "a-3fcfefae1809de49_bg.wasm",
                "public, max-age=31536000, immutable",
                Some("application/wasm"),
                true,
            ),
            (
                "events/x/a.vtt",
                "no-cache",
                Some("text/vtt; charset=utf-8"),
                true,
            ),
            (
                "manifest.webmanifest",
                "no-cache",
                Some("application/manifest+json"),
                true,
            ),
        ] {
            assert_eq!(caching(path), caching_is, "{path}");
            assert_eq!(media_type(path), media, "{path}");
            assert_eq!(!sharing(path).is_empty(), is_shared, "{path}");
        }
    }

    #[test]
    fn the_lines_are_those_of_the_whole_files() {
        let policy = Policy::default();
        let (nginx, apache) = (nginx_conf(&policy), htaccess(&policy));
        for (name, value) in for_all(&policy) {
            let lines = line_for_all(name, &value);
            assert!(
                nginx.contains(&lines.nginx) && apache.contains(&lines.apache),
                "{name}"
            );
        }
        assert!(nginx.contains(&line_for_packed().nginx));
        assert!(apache.contains(&line_for_packed().apache));
        assert!(nginx.contains(&line_for_hiding().nginx));
        assert!(apache.contains(&line_for_hiding().apache));
        assert!(nginx.contains(&line_for_index().nginx));
        assert!(nginx.contains(&line_for_slash("/a/b/").nginx));
        let type_line = line_for_type("a.vtt", "text/vtt; charset=utf-8");
        assert!(apache.contains(&type_line.apache), "{}", type_line.apache);
    }

    #[test]
    fn a_line_concerns_files_of_the_same_sort() {
        let lines = line_for_caching(HASHED);
        assert_eq!(
            lines.nginx,
            "location ~ \"-[0-9a-f]{16}(_bg)?\\.(wasm|js|css|woff2)$\" { add_header Cache-Control \"public, max-age=31536000, immutable\"; }"
        );
        assert_eq!(
            line_for_caching("").apache,
            "Header set Cache-Control \"no-cache\""
        );
        let lines = line_for_sharing("a.json");
        assert_eq!(
            lines.netlify,
            "/*.json\n  Access-Control-Allow-Origin: *\n  Cross-Origin-Resource-Policy: cross-origin"
        );
        assert!(
            lines
                .nginx
                .starts_with("location ~ \"\\.(wasm|js|css|woff2|json|")
        );
        assert!(lines.nginx.ends_with(
            "  add_header Access-Control-Allow-Origin \"*\" always;\n  add_header Cross-Origin-Resource-Policy \"cross-origin\" always;\n}"
        ));
    }

    #[test]
    fn the_documentation_has_the_same_lines() {
        let docs = include_str!("../../../../docs/hosting.md");
        for line in [
            line_for_not_found("/").nginx,
            line_for_not_found("/").apache,
            line_for_slash("/a/b/").nginx,
        ] {
            assert!(docs.contains(&line), "{line}");
        }
    }
}
