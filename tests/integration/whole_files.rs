//! Files are read up to a size, and written whole or not at all.
#![cfg(unix)]

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Stdio},
    thread,
};

use nachlese_cli::Exit;

use crate::{
    confined::{SHOWN, pipe, run},
    prerender::{FIRST, folder},
    support::read,
};

#[test]
fn files_are_read_up_to_a_size_and_pipes_by_their_name() {
    let place = tempfile::tempdir().unwrap();
    let at = |name: &str| place.path().join(name).display().to_string();
    let (large, waiting) = (at("large.json"), at("pipe.json"));
    fs::File::create(&large)
        .unwrap()
        .set_len(64_000_001)
        .unwrap();
    for arguments in [
        vec!["check", &large],
        vec!["import", &large],
        vec!["export", &large, "--format", "ics"],
    ] {
        let (exit, _, stderr) = run(&arguments);
        assert_eq!(exit, Exit::Failed);
        let expected = format!("error[too-large] {large}: The file is larger than 64 MB.");
        assert!(stderr.starts_with(&expected), "{stderr}");
    }
    pipe(Path::new(&waiting));
    let writer = waiting.clone();
    let writer = thread::spawn(move || fs::write(writer, FIRST).unwrap());
    let (exit, _, stderr) = run(&["check", &waiting]);
    writer.join().unwrap();
    assert_eq!(exit, Exit::Fine, "{stderr}");

    // Captions that are a pipe are missing captions.
    let event = place.path().join("event.json");
    fs::write(&event, SHOWN).unwrap();
    pipe(&place.path().join("linked.vtt"));
    let (_, stdout, _) = run(&["check", &event.display().to_string()]);
    assert!(stdout.contains("no file `linked.vtt`"), "{stdout}");
}

/// Runs the built program with standard input, after some shell commands.
fn shell(before: &str, arguments: &[&str], input: &str) -> (Option<i32>, String) {
    let mut command = Command::new("sh");
    command
        .arg("-c")
        .arg(format!("{before}; exec \"$0\" \"$@\""));
    command.arg(env!("CARGO_BIN_EXE_nachlese")).args(arguments);
    command
        .env("LC_ALL", "C")
        .stdin(Stdio::piped())
        .stdout(Stdio::null());
    let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(input.as_bytes())
        .unwrap();
    let done = child.wait_with_output().unwrap();
    (done.status.code(), String::from_utf8(done.stderr).unwrap())
}

#[test]
fn a_minus_is_standard_input() {
    assert_eq!(
        shell(":", &["check", "-"], FIRST),
        (Some(0), "-: nothing found\n".to_owned())
    );
    let (code, stderr) = shell(":", &["check", "/dev/stdin"], "{");
    assert_eq!(code, Some(2), "{stderr}");
}

#[test]
fn a_full_disk_leaves_the_whole_old_file_or_none() {
    let dist = folder("confined-full", &[("first", FIRST)]);
    let outputs = dist.join("outputs");
    fs::create_dir(&outputs).unwrap();
    let path = dist.display().to_string();
    let event = dist.join("events/first/event.json").display().to_string();
    let (old, new) = (outputs.join("old"), outputs.join("new"));
    fs::write(&old, "old").unwrap();
    // Files cannot become larger than this, as if the disk were full.
    let full = "trap '' XFSZ; ulimit -f 0";
    for output in [&old, &new] {
        let output = output.display().to_string();
        for arguments in [
            vec!["bundle", &path, "-o", &output],
            vec!["export", &event, "--format", "ics", "-o", &output],
            vec!["import", &event, "--force", "-o", &output],
        ] {
            let (code, stderr) = shell(full, &arguments, "");
            assert_eq!(code, Some(2), "{arguments:?}: {stderr}");
            assert!(stderr.contains("error[unwritable]"), "{stderr}");
        }
    }
    assert_eq!(read(&old), "old");
    assert_eq!(
        fs::read_dir(&outputs).unwrap().count(),
        1,
        "nothing is left behind"
    );
}
