//! Real programmes to try the page with. They are not part of the project.

use std::{env, fs, io::Read, path::PathBuf};

use flate2::read::GzDecoder;

/// The text of a talk list by its name without `.gz`, unpacked; nothing, and a word about it, where the
/// file is absent. `NACHLESE_CORPUS` names the folder.
pub(crate) fn talks(name: &str) -> Option<String> {
    text("NACHLESE_CORPUS", "talks", name)
}

/// The same of a schedule. `NACHLESE_SCHEDULES` names the folder.
pub(crate) fn schedule(name: &str) -> Option<String> {
    text("NACHLESE_SCHEDULES", "schedules", name)
}

#[expect(clippy::print_stdout, reason = "what is not tried is told")]
fn text(variable: &str, kind: &str, name: &str) -> Option<String> {
    // Tests run in the folder of their crate, wherever they are started.
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/corpus");
    let beside = || PathBuf::from(beside).join(kind);
    let folder = env::var_os(variable).map_or_else(beside, PathBuf::from);
    let read = || {
        let plain = fs::read_to_string(folder.join(name));
        plain.or_else(|_| {
            let mut text = String::new();
            let packed = fs::File::open(folder.join(format!("{name}.gz")))?;
            GzDecoder::new(packed).read_to_string(&mut text)?;
            Ok::<_, std::io::Error>(text)
        })
    };
    let found = read().ok();
    if found.is_none() {
        println!(
            "skipped: no {name} in {} (set {variable})",
            folder.display()
        );
    }
    found
}
