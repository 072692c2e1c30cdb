//! The scripts that are deployed next to the program. Each is in the folder of the part it belongs
//! to.
//!
//! `boot/boot.js` and `boot/before_paint.js` are not among them: Trunk bundles these.

/// The files of the bundle with their texts. Words in capitals stand for the names of this
/// deployment's files; `nachlese prerender` replaces them.
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
    ("embed-report.js", include_str!("embed/report.js")),
    ("host-check.js", include_str!("embed/host_check.js")),
    ("elements.js", include_str!("browser/elements.js")),
    ("share.js", include_str!("browser/share.js")),
    ("players.js", include_str!("browser/players.js")),
    ("players-protocols.js", include_str!("browser/protocols.js")),
    ("transcript.js", include_str!("browser/transcript.js")),
    (
        "transcript-find.js",
        include_str!("browser/transcript-find.js"),
    ),
    (
        "transcript-passage.js",
        include_str!("browser/transcript-passage.js"),
    ),
    (
        "transcript-speakers.js",
        include_str!("browser/transcript-speakers.js"),
    ),
    ("not-found.js", include_str!("boot/not_found.js")),
    ("export.js", include_str!("browser/exporter.js")),
    ("importer-reader.js", include_str!("browser/importer.js")),
];

/// The style of an embedded element, in addition to the page's style.
pub const ELEMENT_STYLE: &str = include_str!("embed/reset.css");
