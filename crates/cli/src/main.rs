//! The command-line tool.

use std::{env, io, process::ExitCode};

use nachlese_cli::{Terminal, run};

#[cfg(target_env = "musl")]
#[global_allocator]
static MEMORY: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

fn main() -> ExitCode {
    let terminal = Terminal::of_process();
    let mut stdout = io::BufWriter::new(io::stdout().lock());
    let mut stderr = io::stderr().lock();
    let exit = run(env::args_os(), terminal, &mut stdout, &mut stderr);
    ExitCode::from(exit as u8)
}
