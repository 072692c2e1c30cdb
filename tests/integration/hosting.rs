//! The generated `nginx.conf` in a real nginx: what it answers, at the root of a host and below.

use std::{fs, path::Path};

use crate::{
    nginx::{Answer, Nginx, SLASH},
    support::{files, read, root},
};

const HTML: &str = "text/html; charset=utf-8";
const SCRIPT: &str = "application/javascript; charset=utf-8";
const FOR_GOOD: &str = "public, max-age=31536000, immutable";

/// What every answer says.
fn assert_safe(answer: &Answer, path: &str) {
    for (name, value) in [
        ("X-Content-Type-Options", Some("nosniff")),
        ("Referrer-Policy", Some("strict-origin-when-cross-origin")),
        ("X-Frame-Options", None),
    ] {
        assert_eq!(answer.header(name).as_deref(), value, "{path}");
    }
    let policy = answer.header("Content-Security-Policy").unwrap();
    let is_open_to_frames = !policy.contains("frame-ancestors");
    assert!(
        policy.starts_with("default-src 'none'; ") && is_open_to_frames,
        "{path}"
    );
}

#[test]
fn sends_the_headers_under_any_path() {
    let Some(nginx) = Nginx::start("nginx-headers") else {
        return;
    };
    for (file, media_type, is_hashed) in [
        ("", HTML, false),
        ("index.html", HTML, false),
        ("talk/panel/", HTML, false),
        ("embed.html", HTML, false),
        ("embed.js", SCRIPT, false),
        ("boot-be4f75834216e7a5.js", SCRIPT, true),
        ("a-3fcfefae1809de49_bg.wasm", "application/wasm", true),
        ("events/x/a.json", "application/json", false),
        ("event.ics", "text/calendar; charset=utf-8", false),
        ("events/x/a.vtt", "text/vtt; charset=utf-8", false),
        ("manifest.webmanifest", "application/manifest+json", false),
        ("preview.png", "image/png", false),
    ] {
        for prefix in ["/", "/a/b/"] {
            let path = format!("{prefix}{file}");
            let answer = nginx.get(&path, "identity");
            let header = |name| answer.header(name).unwrap_or_default();
            let caching = if is_hashed { FOR_GOOD } else { "no-cache" };
            let origin = if media_type == HTML { "" } else { "*" };
            assert_eq!(answer.status, 200, "{path}");
            assert_eq!(header("Content-Type"), media_type, "{path}");
            assert_eq!(header("Cache-Control"), caching, "{path}");
            assert_eq!(header("Access-Control-Allow-Origin"), origin, "{path}");
            assert_safe(&answer, &path);
        }
    }
}

#[test]
fn keeps_failures_safe_and_out_of_caches() {
    let Some(nginx) = Nginx::start("nginx-failures") else {
        return;
    };
    for path in [
        "/no-such-file",
        "/a/b/no-such.js",
        "/a/b/boot-0000000000000000.js",
        "/nope/",
    ] {
        let answer = nginx.get(path, "identity");
        assert_eq!(answer.status, 404, "{path}");
        assert_eq!(answer.header("Cache-Control"), None, "{path}");
        assert_safe(&answer, path);
    }
    for path in [
        "/nginx.conf",
        "/a/b/nginx.conf",
        "/a/b/_headers",
        "/.htaccess",
    ] {
        assert_eq!(nginx.get(path, "identity").status, 404, "{path}");
    }
}

#[test]
fn sends_packed_files_and_says_so() {
    let Some(nginx) = Nginx::start("nginx-packed") else {
        return;
    };
    for path in [
        "/boot-be4f75834216e7a5.js",
        "/a/b/talk/panel/",
        "/a/b/a-3fcfefae1809de49_bg.wasm",
    ] {
        let (packed, plain) = (nginx.get(path, "gzip, br"), nginx.get(path, "identity"));
        assert_eq!(
            packed.header("Content-Encoding").as_deref(),
            Some("gzip"),
            "{path}"
        );
        assert_eq!(
            packed.header("Vary").as_deref(),
            Some("Accept-Encoding"),
            "{path}"
        );
        assert_eq!(
            packed.header("Content-Type"),
            plain.header("Content-Type"),
            "{path}"
        );
        assert!(packed.body.len() < plain.body.len() && packed.body.starts_with(&[0x1f, 0x8b]));
    }
}

#[test]
fn leads_from_a_folder_without_its_slash_to_one_with() {
    let Some(nginx) = Nginx::start("nginx-slash") else {
        return;
    };
    for path in ["/talk/panel", "/a/b/talk/panel"] {
        let answer = nginx.get(path, "identity");
        assert_eq!(answer.status, 301, "{path}");
        assert_eq!(answer.header("Location").unwrap(), format!("{path}/"));
    }
    for (path, there) in [("/a/b", "/a/b/"), ("/a/b?lang=en&q=a", "/a/b/?lang=en&q=a")] {
        let answer = nginx.get(path, "identity");
        assert_eq!(answer.status, 301, "{path}");
        assert_eq!(answer.header("Location").unwrap(), there);
    }
    let dist = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nginx-slash");
    for file in [dist.join("nginx.conf"), root().join("docs/hosting.md")] {
        assert!(read(&file).contains(SLASH), "{}", file.display());
    }
}

#[test]
fn other_sites_may_frame_all_pages_or_the_one_made_for_it() {
    let is_framed = |nginx: &Nginx, path: &str| {
        let answer = nginx.get(path, "identity");
        let policy = answer.header("Content-Security-Policy").unwrap();
        assert!(
            policy.starts_with("default-src 'none'; "),
            "{path}: {policy}"
        );
        !policy.contains(", frame-ancestors 'self'")
    };
    let line = "# add_header Content-Security-Policy \"frame-ancestors";
    let forbid = |text: &str| {
        assert_eq!(text.matches(line).count(), 1);
        text.replace(line, &line[2..])
    };
    let Some(open) = Nginx::start("nginx-framed") else {
        return;
    };
    let Some(closed) = Nginx::start_with("nginx-not-framed", forbid) else {
        return;
    };
    for (path, is_for_frames) in [
        ("/", false),
        ("/a/b/talk/panel/", false),
        ("/index.html", false),
        ("/embed.html", true),
        ("/a/b/embed.html", true),
    ] {
        assert!(is_framed(&open, path), "{path}");
        assert_eq!(is_framed(&closed, path), is_for_frames, "{path}");
    }
}

#[test]
fn no_file_of_the_folder_is_out_of_reach() {
    let Some(nginx) = Nginx::start("nginx-files") else {
        return;
    };
    let dist = Path::new(env!("CARGO_TARGET_TMPDIR")).join("nginx-files");
    let found = files(
        &dist,
        &[
            "html",
            "js",
            "wasm",
            "json",
            "xml",
            "png",
            "svg",
            "woff2",
            "webmanifest",
        ],
    );
    assert!(found.len() > 15);
    for file in found {
        let path = format!("/a/b/{}", file.strip_prefix(&dist).unwrap().display());
        let answer = nginx.get(&path, "identity");
        assert!(
            answer.status == 200 && answer.body == fs::read(&file).unwrap(),
            "{path}"
        );
    }
}
