//! `.htaccess` for Apache.
//!
//! It only uses directives that `AllowOverride FileInfo` allows, so that it works on most hosts.
//! Sources: <https://httpd.apache.org/docs/2.4/mod/mod_headers.html>, `mod_rewrite`, `mod_mime`,
//! read on 2026-11-24.

use std::fmt::Write;

use super::{CLASSES, Class, FRAMED, NOT_FRAMED, Policy, WHY_NOT_FRAMED, common};

/// Sends the packed copies, and hides the files for web servers.
pub(super) const PACKED: &str = "\
# Sends the packed copies that lie beside the files.
<IfModule mod_rewrite.c>
  <IfModule mod_headers.c>
    RewriteEngine On
    RewriteCond %{HTTP:Accept-Encoding} (^|[\\s,])br([\\s,;]|$)
    RewriteCond %{REQUEST_FILENAME}.br -f
    RewriteRule ^ %{REQUEST_URI}.br [L,E=no-gzip:1,E=no-brotli:1]
    RewriteCond %{HTTP:Accept-Encoding} (^|[\\s,])gzip([\\s,;]|$)
    RewriteCond %{REQUEST_FILENAME}.gz -f
    RewriteRule ^ %{REQUEST_URI}.gz [L,E=no-gzip:1,E=no-brotli:1]
    # For web servers only.
    RewriteRule (^|/)(_headers|nginx\\.conf)$ - [R=404,L]
    # `.br` is a file's encoding, not the Breton language; `.gz` not its type.
    <FilesMatch \"\\.br$\">
      RemoveLanguage .br
      RemoveType .br
      AddEncoding br .br
    </FilesMatch>
    <FilesMatch \"\\.gz$\">
      RemoveType .gz
      AddEncoding gzip .gz
    </FilesMatch>
    Header append Vary Accept-Encoding
  </IfModule>
</IfModule>
";

/// The line in it that hides them.
pub(super) const HIDDEN: &str = "RewriteRule (^|/)(_headers|nginx\\.conf)$ - [R=404,L]";

/// Writes `.htaccess`, for a folder at any path.
#[must_use]
pub fn htaccess(policy: &Policy) -> String {
    let mut text = String::from(
        "# Made by nachlese, for Apache 2.4. Needs AllowOverride FileInfo, and mod_headers for the headers.\n\n\
         AddDefaultCharset utf-8\n",
    );
    for class in CLASSES.iter().filter(|class| !class.is_hashed) {
        if let Some(media_type) = class.media_type {
            let endings = class.endings.iter().map(|ending| format!(" .{ending}"));
            writeln!(
                text,
                "AddType \"{media_type}\"{}",
                endings.collect::<String>()
            )
            .ok();
        }
    }
    text.push_str("\n<IfModule mod_headers.c>\n");
    for (name, value) in common(policy) {
        text.push_str(&set(2, "always set", name, &value));
    }
    // The last matching rule counts, so the most specific ones come last.
    for class in CLASSES.iter().rev() {
        text.push_str(&block(class));
    }
    for line in WHY_NOT_FRAMED.lines() {
        writeln!(text, "  {line}").ok();
    }
    let (name, value) = NOT_FRAMED;
    let line = set(0, "always add", name, value);
    let framed = FRAMED.replace('.', "\\.");
    writeln!(
        text,
        "  # {} \"expr=%{{REQUEST_URI}} !~ m#/{framed}#\"",
        line.trim_end()
    )
    .ok();
    text.push_str("</IfModule>\n\n");
    text.push_str(PACKED);
    text
}

fn block(class: &Class) -> String {
    let (name, value) = class.caching();
    let mut lines = String::new();
    let Some(pattern) = class.pattern() else {
        return set(2, "set", name, &value);
    };
    if class.is_hashed || !class.is_shared {
        lines.push_str(&set(4, "set", name, &value));
    }
    for (name, value) in class.sharing() {
        lines.push_str(&set(4, "set", name, &value));
    }
    format!("  <FilesMatch \"{pattern}(\\.(br|gz))?$\">\n{lines}  </FilesMatch>\n")
}

/// A line that sets a header.
pub(super) fn set(indent: usize, how: &str, name: &str, value: &str) -> String {
    let value = value.replace('"', "\\\"");
    format!("{:indent$}Header {how} {name} \"{value}\"\n", "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_rules_come_after_general_ones() {
        let text = htaccess(&Policy::default());
        let at = |word: &str| text.find(word).unwrap();
        assert!(at("Cache-Control \"no-cache\"") < at("immutable"));
        assert!(at("<FilesMatch \"\\.(css|") < at("<FilesMatch \"-[0-9a-f]{16}"));
    }

    #[test]
    fn is_balanced_and_guarded() {
        let text = htaccess(&Policy::default());
        for tag in ["IfModule", "FilesMatch"] {
            let open = text.matches(&format!("<{tag} ")).count();
            assert_eq!(open, text.matches(&format!("</{tag}>")).count());
        }
        let first = text.find("Header ").unwrap();
        assert!(text.find("<IfModule mod_headers.c>").unwrap() < first);
    }
}
