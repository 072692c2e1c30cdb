//! A snippet for nginx.
//!
//! Source: <https://nginx.org/en/docs/http/ngx_http_headers_module.html>, read on 2026-11-24: a
//! `location` with an `add_header` of its own inherits none, so each one repeats all it needs.

use std::fmt::Write;

use super::{CLASSES, Class, FRAMED, NOT_FRAMED, Policy, WHY_NOT_FRAMED, common};

const HOW: &str = "\
# Made by nachlese. To be included where the folder is served, at the root of a host or anywhere below:
#
#   server {
#     root /var/www/event;                                  # this folder
#     include /var/www/event/nginx.conf;
#   }
#
#   location /a/b/ {
#     alias /var/www/event/;                                # this folder; both end with a slash
#     include /var/www/event/nginx.conf;
#   }
#   location = /a/b { absolute_redirect off; return 301 /a/b/$is_args$args; }
#
# Strict-Transport-Security is a matter of the whole host: set it there, and in this file too, for
# nginx does not hand down headers to places that have their own.

index index.html;
absolute_redirect off;
charset utf-8;

# Sends the .gz files that lie beside the others (needs nginx's gzip_static module; Debian's has it).
gzip_static on;
gzip_vary on;
# With the module ngx_brotli (Debian: libnginx-mod-http-brotli-static) also the smaller .br files:
# brotli_static on;
";

/// Writes a snippet for a `server` or a `location` with a trailing slash.
#[must_use]
pub fn nginx(policy: &Policy) -> String {
    let common: String = common(policy)
        .iter()
        .map(|(name, value)| add(name, value, " always"))
        .collect();
    let mut text = HOW.to_owned();
    for class in CLASSES {
        text.push_str(&block(class, &common));
    }
    text.push_str(&framed(&common));
    text + "\n# For web servers only.\n" + HIDDEN + "\n"
}

/// Hides the files for web servers.
pub(super) const HIDDEN: &str =
    "location ~ (^|/)(_headers|nginx\\.conf|\\.htaccess)$ {\n  return 404;\n}";

/// Sends the packed copies.
pub(super) const PACKED: &str = "gzip_static on;\ngzip_vary on;";

/// Leads to the address of a folder with its slash.
pub(super) fn slash(path: &str) -> String {
    format!("location = {path} {{ absolute_redirect off; return 301 {path}/$is_args$args; }}")
}

fn block(class: &Class, common: &str) -> String {
    let (name, value) = class.caching();
    let mut lines = add(name, &value, "");
    lines.push_str(common);
    for (name, value) in class.sharing() {
        lines.push_str(&add(name, &value, " always"));
    }
    let Some(pattern) = class.pattern() else {
        let (name, value) = NOT_FRAMED;
        let line = add(name, value, " always");
        return format!("\n{lines}{WHY_NOT_FRAMED}# {line}try_files $uri $uri/ =404;\n");
    };
    if let Some(media_type) = class.media_type {
        // A `types` block replaces the whole list. Here an empty one does so for these files only.
        writeln!(lines, "types {{}}\ndefault_type \"{media_type}\";").ok();
    }
    lines.push_str("try_files $uri =404;\n");
    let lines = indented(&lines);
    format!("\nlocation ~ \"{pattern}$\" {{\n{lines}}}\n")
}

/// The same for the page that may be shown in a frame, without the line that forbids it.
fn framed(common: &str) -> String {
    let (name, value) = CLASSES[CLASSES.len() - 1].caching();
    let lines = add(name, &value, "") + common + "try_files $uri =404;\n";
    let lines = indented(&lines);
    let name = FRAMED.replace('.', "\\.");
    format!("\nlocation ~ \"/{name}$\" {{\n{lines}}}\n")
}

fn indented(lines: &str) -> String {
    let lines = lines.lines().map(|line| format!("  {line}\n"));
    lines.collect::<Vec<_>>().concat()
}

/// A line that adds a header.
pub(super) fn add(name: &str, value: &str, always: &str) -> String {
    let value = value.replace('\\', "\\\\").replace('"', "\\\"");
    format!("add_header {name} \"{value}\"{always};\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_names_all_headers() {
        let text = nginx(&Policy::default());
        let count = |word: &str| text.matches(word).count();
        // And the frame's page, and the line that is offered.
        assert_eq!(
            count("add_header Content-Security-Policy"),
            CLASSES.len() + 2
        );
        assert_eq!(count("add_header Cache-Control"), CLASSES.len() + 1);
        assert_eq!(
            count("add_header X-Content-Type-Options"),
            CLASSES.len() + 1
        );
        let active: String = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert_eq!(active.matches('{').count(), active.matches('}').count());
    }
}
