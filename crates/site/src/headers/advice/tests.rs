//! Advice and the whole files for hosts, compared.

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
    let type_line = line_for_type("a.vtt");
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
    let docs = include_str!("../../../../../docs/hosting.md");
    for line in [
        line_for_not_found("/").nginx,
        line_for_not_found("/").apache,
        line_for_slash("/a/b/").nginx,
    ] {
        assert!(docs.contains(&line), "{line}");
    }
}
