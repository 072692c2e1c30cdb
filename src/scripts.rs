//! The scripts beside the program, each in the folder of what it belongs to.
//!
//! `boot/boot.js` and `boot/before_paint.js` are not among them: Trunk bundles these.

/// Files of the bundle with their text, in which names of this deployment's files stand as words
/// in capitals; `nachlese prerender` puts the names in.
pub const SCRIPTS: &[(&str, &str)] = &[
    ("embed.js", include_str!("embed/embed.js")),
    ("embed-host.js", include_str!("embed/host.js")),
    ("embed-frame.js", include_str!("embed/frame.js")),
    ("embed-height.js", include_str!("embed/height.js")),
    ("embed-address.js", include_str!("embed/address.js")),
    ("embed-dialog.js", include_str!("embed/dialog.js")),
    ("embed-preview.js", include_str!("embed/preview.js")),
    ("embed-snippets.js", include_str!("embed/snippets.js")),
    ("embed-look.js", include_str!("embed/look.js")),
    ("embed-policy.js", include_str!("embed/policy.js")),
    ("embed-check.js", include_str!("embed/check.js")),
    ("share.js", include_str!("browser/share.js")),
    ("not-found.js", include_str!("boot/not_found.js")),
    ("export.js", include_str!("browser/exporter.js")),
    ("importer-reader.js", include_str!("browser/importer.js")),
];

/// The style that an embedded element has beside the page's.
pub const ELEMENT_STYLE: &str = include_str!("embed/reset.css");
