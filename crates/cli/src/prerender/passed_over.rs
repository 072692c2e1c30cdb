//! Reports what is in the folder and neither read nor written.

use std::io::Write;

use nachlese_check::text::severity;
use nachlese_event::{Speech, problem::Severity};

use crate::{escape::escape, folder::Folder, text::prelude::*, walk::walk};

/// Prints the links that are not followed, and whatever else is no file. They do not stop the
/// command.
pub(super) fn tell_passed_over(dist: &Folder, speech: Speech, stderr: &mut impl Write) {
    let word = severity(Severity::Warning, speech);
    // Unreadable paths are reported by the code that needs them.
    let skipped = walk(dist).map(|found| found.skipped).unwrap_or_default();
    for (path, why) in skipped {
        let (code, text) = (why.code(), speech.passed_over(why));
        let file = escape(&dist.shown(&path).display().to_string());
        // If standard error is gone, the pages are still worth writing.
        let _ = writeln!(stderr, "{word}[{code}] {file}: {text}");
    }
}
