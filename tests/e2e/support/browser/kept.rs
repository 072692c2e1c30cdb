//! A program that a browser needs: it runs as long as somebody holds it, with a folder of its own.

use std::{
    env,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{self, Child, ChildStdout, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread::sleep,
    time::Duration,
};

use crate::support::{Failure, Outcome};

/// A running program. It ends with its value, or with the tests' process: what waits for the next
/// test is never dropped.
pub(super) struct Kept {
    /// Its input is held open: the shell waits for the end of it.
    shell: Child,
    /// Held so that the program can go on writing.
    output: BufReader<ChildStdout>,
    folder: PathBuf,
}

/// Runs a command until nobody holds its input any more, and removes its folder, to which a browser
/// may write a little longer. Ctrl+C ends the tests, and thereby this.
const UNTIL_LEFT: &str = r#"trap : INT
"$@" &
read -r _
kill $!
wait $!
for _ in 1 2 3 4 5 6 7 8 9 10; do
    rm -rf "$FOLDER" && break
    sleep 0.1
done"#;

impl Kept {
    /// Starts a program with arguments and variables. Both may depend on its folder, which is not
    /// there yet.
    pub(super) fn start<'a>(
        program: &Path,
        arguments: impl IntoIterator<Item = &'a str>,
        variables: &[(&str, &str)],
    ) -> Outcome<Self> {
        let folder = new_folder();
        let mut shell = Command::new("sh")
            .args(["-c", UNTIL_LEFT, "sh"])
            .arg(program)
            .args(arguments)
            .env("FOLDER", &folder)
            .envs(variables.iter().copied())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| Failure::new(format!("sh does not start: {error}")))?;
        let Some(output) = shell.stdout.take() else {
            return Err(Failure::new(format!("{} is mute", program.display())));
        };
        Ok(Self {
            shell,
            output: BufReader::new(output),
            folder,
        })
    }

    /// Its folder.
    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Waits for a line from which something is told; there is none if the program has ended.
    pub(super) fn told<T>(&mut self, told: impl FnMut(String) -> Option<T>) -> Option<T> {
        let lines = (&mut self.output).lines();
        lines.map_while(Result::ok).find_map(told)
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        drop(self.shell.stdin.take());
        for _ in 0..100 {
            if !matches!(self.shell.try_wait(), Ok(None)) {
                return;
            }
            sleep(Duration::from_millis(50));
        }
        let _ = self.shell.kill();
        let _ = self.shell.wait();
    }
}

fn new_folder() -> PathBuf {
    static NUMBER: AtomicU32 = AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    env::temp_dir().join(format!("nachlese-e2e-{}-{number}", process::id()))
}
