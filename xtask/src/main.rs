//! The project's own commands. `cargo xtask setup` installs what is missing, `serve` and `test` do so first and then what they
//! are named for, `dist` writes the static site.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a command-line program: it prints, reads files and its environment, and starts other programs"
)]

use std::process::ExitCode;

use clap::{Parser, Subcommand};

mod bench;
mod dist;
mod pins;
mod process;
mod serve;
mod setup;
mod test;
mod toolchain;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Set up, serve, test and package Staircase")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Install what the other tasks need, each tool at its pinned version; quick when nothing is missing
    Setup,
    /// Set up, build the playground and serve it, rebuilding on change
    Serve {
        /// The port on the address below
        #[arg(long, default_value_t = 8080)]
        port: u16,
        /// The address to listen on
        #[arg(long, default_value = "127.0.0.1")]
        address: String,
        /// Build with optimisation: slower to build, and the playground as it is published
        #[arg(long)]
        release: bool,
    },
    /// Set up, then run every test there is
    Test {
        /// Run only the steps whose name contains this
        #[arg(long, value_name = "TEXT")]
        only: Option<String>,
    },
    /// Measure the engines against others, the compiler's stages and the page; nothing passes or fails
    Bench {
        /// How often each program runs
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=100))]
        rounds: u32,
        /// Run only the benchmarks whose name contains this
        #[arg(long, value_name = "TEXT")]
        only: Option<String>,
    },
    /// Set up, then write the static site to dist/
    Dist,
}

fn main() -> ExitCode {
    let result = match Arguments::parse().task {
        Task::Setup => setup::set_up(setup::EVERYTHING).map(|_| true),
        Task::Serve { port, address, release } => serve::serve(&address, port, release).map(|()| true),
        Task::Test { only } => test::test(only.as_deref()),
        Task::Bench { rounds, only } => {
            bench::bench(setup::installed().as_ref(), rounds, only.as_deref()).map(|()| true)
        }
        Task::Dist => setup::set_up(setup::PAGE).and_then(|toolchain| dist::dist(&toolchain)).map(|()| true),
    };
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("\nerror: {message}");
            ExitCode::FAILURE
        }
    }
}
