//! The `staircase` command.
//!
//! Exit codes: the program's own for `run`; 2 for a rejected program; 64 for a usage error, also for a stage or engine that
//! this version does not have; 66 for a file that cannot be read; 70 for an error of Staircase itself.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "the command is the outermost layer: it reads files and clocks, and prints"
)]

mod args;
mod compare;
mod embed;
mod emit;
mod exercise;
mod explain;
mod host;
mod report;
mod run;
mod time;
mod trace;
#[allow(dead_code, reason = "the comparison of engines in `fuzz` shares this file and reads more of it")]
mod wasm_engine;

use args::{Args, Command};
use clap::Parser;
use report::Exit;
use std::process::ExitCode;

/// Stack of the thread that everything runs on, in bytes: the tree walker and the front end recurse. It is reserved, not used.
const STACK_BYTES: usize = 2 << 30;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version are no errors, and go to stdout.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { Exit::USAGE.0 } else { 0 });
        }
    };
    let worker = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || dispatch(args.command));
    let result = worker.map(std::thread::JoinHandle::join);
    match result {
        Ok(Ok(Exit(code))) => ExitCode::from(code),
        // The panic's message was printed by its thread.
        Ok(Err(_)) => ExitCode::from(Exit::INTERNAL.0),
        Err(error) => {
            eprintln!("error: no thread to run on: {error}");
            ExitCode::from(Exit::INTERNAL.0)
        }
    }
}

fn dispatch(command: Command) -> Exit {
    let result = match command {
        Command::Run(args) => run::run(&args),
        Command::Check(args) => run::check(&args),
        Command::Emit(args) => emit::emit(&args),
        Command::Time(args) => time::time(&args),
        Command::Compare(args) => compare::compare(&args),
        Command::Trace(args) => trace::trace(&args),
        Command::Embed(args) => embed::embed(&args),
        Command::Exercise(args) => exercise::exercise(&args),
        Command::Explain { code } => explain::explain(&code),
    };
    result.unwrap_or_else(|exit| exit)
}
