//! `manifest.webmanifest`: how the site looks on a home screen.
//!
//! Source: <https://www.w3.org/TR/appmanifest/>, read on 2026-11-24.

use nachlese_event::Event;
use serde_json::json;

use super::{
    icons,
    palette::{self, THEME},
    words::{cut, spoken},
};

/// The longest name under an icon, in characters.
const SHORT_NAME: usize = 30;

/// Describes the site in the event's language. All addresses are relative to the manifest, which is
/// at the root of the site. There is no `id`: it would be relative to the root of the host, so two
/// events on one host would be the same app.
#[must_use]
pub fn manifest(event: &Event) -> String {
    let language = &event.language;
    let title = spoken(&event.title, language, event);
    let kind = event
        .kind
        .as_ref()
        .map(|kind| spoken(kind, language, event));
    let short_name = kind.filter(|kind| kind.chars().count() <= SHORT_NAME);
    let icon = |path: &str, size: u32, purpose: &str| {
        json!({
            "src": path,
            "sizes": format!("{size}x{size}"),
            "type": "image/png",
            "purpose": purpose,
        })
    };
    let manifest = json!({
        "name": title,
        "short_name": short_name.unwrap_or_else(|| cut(&title, SHORT_NAME)),
        "lang": language.as_str(),
        "dir": "auto",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": palette::light(THEME),
        "background_color": "#FFFFFF",
        "icons": icons::SIZES.map(|icons::Icon { path, size, is_maskable, .. }| {
            icon(path, size, if is_maskable { "maskable" } else { "any" })
        }),
    });
    format!("{manifest:#}\n")
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::tests::event;

    #[test]
    fn names_the_event_and_stays_in_its_folder() {
        let manifest: Value = serde_json::from_str(&manifest(&event())).unwrap();
        for (field, expected) in [
            ("name", "München & KI"),
            ("short_name", "Hearing"),
            ("lang", "de"),
            ("start_url", "./"),
            ("scope", "./"),
            ("theme_color", "#005A9F"),
        ] {
            assert_eq!(manifest[field], expected, "{field}");
        }
        let icons = manifest["icons"].as_array().unwrap();
        let has = |size: &str, purpose: &str| {
            icons
                .iter()
                .any(|icon| icon["sizes"] == size && icon["purpose"] == purpose)
        };
        assert!(has("192x192", "any") && has("512x512", "any") && has("512x512", "maskable"));
    }
}
