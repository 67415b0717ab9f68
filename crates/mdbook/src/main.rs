//! `mdbook-staircase`: a preprocessor for mdBook that makes a book's Rust programs live, and puts what they need into the book.
//!
//! mdBook starts it with a book on standard input and reads the book that it prints. `docs/mdbook.md` is written for authors.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command: it reads and writes files, reads a clock, and prints"
)]

mod block;
mod book;
mod chapter;
mod install;
mod program;
mod programs;
mod report;
mod settings;
mod site;

use clap::{Parser, Subcommand};
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// Stack of the thread that everything runs on, in bytes: the compiler recurses. It is reserved, not used.
const STACK_BYTES: usize = 2 << 30;

/// Make the Rust programs of an mdBook live.
#[derive(Parser, Debug)]
#[command(name = "mdbook-staircase", version, about, max_term_width = 100)]
struct Args {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Say by the exit code whether books for this renderer are changed
    Supports {
        /// The renderer
        renderer: String,
    },
    /// Put what live programs need into a book, or bring it up to date
    Install {
        /// The folder of a built site, which is copied into the book
        #[arg(long, value_name = "DIST", conflicts_with = "url")]
        site: Option<PathBuf>,
        /// The address of a site elsewhere, which is used instead of a copy
        #[arg(long)]
        url: Option<String>,
        /// The folder of the book
        #[arg(default_value = ".")]
        book: PathBuf,
    },
}

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => {
            // Help and version are no errors, and go to stdout.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let worker = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || dispatch(args.command));
    let result = worker.map_err(|error| format!("no thread to run on: {error}")).and_then(|worker| {
        // The panic's message was printed by its thread.
        worker.join().unwrap_or_else(|_| Err("an error of mdbook-staircase itself".to_owned()))
    });
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Do what is asked for; the result says whether the answer is yes.
fn dispatch(command: Option<Command>) -> Result<bool, String> {
    match command {
        Some(Command::Supports { renderer }) => Ok(renderer == book::RENDERER),
        Some(Command::Install { site, url, book }) => {
            let source = match (site, url) {
                (Some(folder), _) => install::Source::Folder(folder),
                (None, Some(url)) => install::Source::Url(url),
                (None, None) => install::Source::AsItIs,
            };
            for line in install::install(&book, &source)? {
                println!("{line}");
            }
            Ok(true)
        }
        None => {
            let input = mdbook_preprocessor::parse_input(std::io::stdin().lock());
            let (context, mut book) = input.map_err(|error| {
                format!(
                    "{error:#}\nmdBook starts this command with a book on standard input; see `mdbook-staircase --help`"
                )
            })?;
            book::process(&context, &mut book)?;
            let text = serde_json::to_string(&book).map_err(|error| error.to_string())?;
            std::io::stdout().lock().write_all(text.as_bytes()).map_err(|error| format!("cannot write: {error}"))?;
            Ok(true)
        }
    }
}
