//! Reports links in the folder that lead nowhere or in a circle.

use std::{io::Write, path::Path};

use nachlese_check::text::severity;
use nachlese_event::{Speech, problem::Severity};

use crate::{
    escape::escape,
    text::prelude::*,
    walk::{Skipped, walk},
};

/// Prints the links of a folder that are not followed. They do not stop the command.
pub(super) fn tell_passed_over(dist: &Path, speech: Speech, stderr: &mut impl Write) {
    let word = severity(Severity::Warning, speech);
    // Unreadable paths are reported by the code that needs them.
    let skipped = walk(dist).map(|found| found.skipped).unwrap_or_default();
    for (path, why) in skipped {
        let (code, text) = match why {
            Skipped::NoFile => ("dead-link", speech.link_without_file()),
            Skipped::Endless => ("endless-link", speech.link_without_end()),
        };
        let file = escape(&dist.join(path).display().to_string());
        // If standard error is gone, the pages are still worth writing.
        let _ = writeln!(stderr, "{word}[{code}] {file}: {text}");
    }
}
