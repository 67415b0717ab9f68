//! The command: `cargo run --release -p stair-fuzz -- programs --seed 1 --count 1000 --rustc`.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a tool for the terminal")]

use clap::{Args, Parser, Subcommand};
use stair::{Compiler, Profile};
use stair_fuzz::compare::{Ended, NotRun, differing, run_all};
use stair_fuzz::native::{self, Native};
use stair_fuzz::rng::Rng;
use stair_fuzz::tree::{Node, print, shrink};
use stair_fuzz::{bytecode, generate, text, watch};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

/// How long a program may take on all engines together.
const MAX_TIME: Duration = Duration::from_secs(60);

/// Look for errors of Staircase with generated input.
#[derive(Parser)]
struct Cli {
    #[command(subcommand)]
    mode: Mode,
}

#[derive(Subcommand)]
enum Mode {
    /// Well-typed programs, compared between engines and profiles
    Programs(Programs),
    /// Print the program of a seed
    Print {
        #[arg(long, default_value_t = 1)]
        seed: u64,
        #[arg(long, default_value_t = 30)]
        size: usize,
    },
    /// Broken program text
    Text(Broken),
    /// Broken bytecode files
    Bytecode(Broken),
}

#[derive(Args, Clone)]
struct Programs {
    /// The first seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many programs
    #[arg(long, default_value_t = 100)]
    count: u64,
    /// About how many statements each has
    #[arg(long, default_value_t = 30)]
    size: usize,
    /// Compare with rustc's builds too
    #[arg(long)]
    rustc: bool,
    /// Only ask rustc, no engine: checks the generator itself
    #[arg(long)]
    rustc_only: bool,
    /// How many programs go into one build of rustc's
    #[arg(long, default_value_t = 40)]
    batch: usize,
    /// How often a program that fails is tried in a smaller form; 0 leaves it as it is
    #[arg(long, default_value_t = 1500)]
    shrink: usize,
    /// Where files go
    #[arg(long, default_value = "target/fuzz")]
    folder: PathBuf,
}

#[derive(Args, Clone)]
struct Broken {
    /// The first seed
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many texts or files
    #[arg(long, default_value_t = 1000)]
    count: u64,
    /// The folder with the programs to start from
    #[arg(long, default_value = "tests")]
    from: PathBuf,
}

fn main() -> ExitCode {
    // Panics are caught and reported with the input that makes them.
    std::panic::set_hook(Box::new(|_| {}));
    let failures = match Cli::parse().mode {
        Mode::Programs(args) => programs(&args),
        Mode::Print { seed, size } => {
            print!("{}", print(&generate::program(seed, size)));
            0
        }
        Mode::Text(args) => broken_text(&args),
        Mode::Bytecode(args) => broken_bytecode(&args),
    };
    println!("{failures} failures");
    ExitCode::from(u8::from(failures > 0))
}

fn programs(args: &Programs) -> usize {
    let mut failures = 0;
    let seeds: Vec<u64> = (args.seed..args.seed + args.count).collect();
    for batch in seeds.chunks(args.batch.max(1)) {
        let trees: Vec<Vec<Node>> = batch.iter().map(|&seed| generate::program(seed, args.size)).collect();
        let natives = if args.rustc || args.rustc_only {
            let files: Vec<(String, String)> =
                batch.iter().zip(&trees).map(|(seed, tree)| (format!("s{seed}.rs"), print(tree))).collect();
            match native::run(&args.folder, &files) {
                Ok(natives) => natives.into_iter().map(Some).collect(),
                Err(error) => {
                    println!("{error}");
                    return failures + 1;
                }
            }
        } else {
            vec![None; batch.len()]
        };
        for ((&seed, tree), native) in batch.iter().zip(&trees).zip(natives) {
            let expected = match native {
                None => None,
                Some(Native::Ended(ended)) => Some(ended),
                Some(Native::Rejected(errors)) => {
                    failures += 1;
                    println!("seed {seed}: rustc rejects the program, an error of the generator:\n{errors}");
                    continue;
                }
                Some(Native::TooLong) => {
                    failures += 1;
                    println!("seed {seed}: rustc's build does not end, an error of the generator");
                    continue;
                }
            };
            if args.rustc_only {
                if let Some([debug, _]) = &expected {
                    println!("seed {seed}: exit {}, {} bytes", debug.code, debug.stdout.len());
                }
                continue;
            }
            if let Some(complaint) = examine(&format!("s{seed}.rs"), &print(tree), expected.as_ref()) {
                failures += 1;
                println!("seed {seed}: {complaint}");
                reduce(args, seed, tree.clone(), &complaint);
            }
        }
    }
    failures
}

/// What kind of failure it is, which must stay the same while a program shrinks.
fn kind(complaint: &str) -> &str {
    complaint.lines().next().unwrap_or_default()
}

/// What is wrong with how Staircase treats a program.
fn examine(name: &str, text: &str, expected: Option<&[Ended; 2]>) -> Option<String> {
    let (name, owned) = (name.to_string(), text.to_string());
    let Some(ran) = watch::within(MAX_TIME, move || run_all(&Compiler::new(), &name, &owned)) else {
        return Some("Staircase hangs".into());
    };
    match ran {
        Err(NotRun::Rejected(errors)) => Some(format!("the program is rejected\n{errors}")),
        Err(NotRun::Panicked(message)) => Some(format!("the compiler {message}")),
        Ok(runs) => {
            let wrong = differing(&runs, expected);
            let (run, truth) = wrong.first()?;
            let engines: Vec<String> =
                wrong.iter().map(|(r, _)| format!("{} {}", r.engine, r.profile.as_str())).collect();
            let mut text = format!("differs: {}", engines.join(", "));
            if let Err(error) = &run.ended {
                text.push_str(&format!(": {error}"));
            }
            text.push('\n');
            if let Some(truth) = truth {
                text.push_str(&format!("--- expected\n{truth}"));
            }
            if let Ok(ended) = &run.ended {
                text.push_str(&format!("--- got\n{ended}"));
            }
            Some(text)
        }
    }
}

/// Make a failing program small and write it down.
fn reduce(args: &Programs, seed: u64, tree: Vec<Node>, complaint: &str) {
    let rejected = kind(complaint).starts_with("the program is rejected");
    let first_error = complaint.lines().nth(1).unwrap_or_default().to_string();
    let name = format!("s{seed}.rs");
    let wanted = kind(complaint).to_string();
    let mut fails = |text: &str| {
        let complaint = if args.rustc && !(rejected) && wanted.starts_with("differs") {
            let accepted = examine(&name, text, None);
            // The engines agree with each other but not with rustc, or Staircase rejects it: ask rustc only if it may matter.
            if accepted.as_deref().is_some_and(|c| kind(c).starts_with("the program is rejected")) {
                return false;
            }
            match native::run(&args.folder.join("shrink"), &[(name.clone(), text.to_string())])
                .ok()
                .and_then(|mut n| n.pop())
            {
                Some(Native::Ended(ended)) => examine(&name, text, Some(&ended)),
                _ => None,
            }
        } else if rejected {
            let complaint = examine(&name, text, None);
            let same = complaint.as_deref().and_then(|c| c.lines().nth(1)) == Some(first_error.as_str());
            let valid = same
                && native::run(&args.folder.join("shrink"), &[(name.clone(), text.to_string())])
                    .is_ok_and(|n| !matches!(n[..], [Native::Rejected(_)]));
            return valid;
        } else {
            examine(&name, text, None)
        };
        complaint.is_some_and(|c| kind(&c) == wanted)
    };
    let small = if args.shrink == 0 { tree } else { shrink(tree, args.shrink, &mut fails) };
    let path = args.folder.join(format!("failure-{seed}.rs"));
    let text = print(&small);
    if let Err(error) = std::fs::create_dir_all(&args.folder).and_then(|()| std::fs::write(&path, &text)) {
        println!("cannot write {}: {error}", path.display());
    }
    println!("{}:\n{text}", path.display());
}

/// The programs below a folder.
fn texts(folder: &Path, found: &mut Vec<String>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            texts(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs")
            && let Ok(text) = std::fs::read_to_string(&path)
        {
            found.push(text);
        }
    }
}

fn broken_text(args: &Broken) -> usize {
    let mut seeds = Vec::new();
    texts(&args.from, &mut seeds);
    let mut failures = 0;
    for seed in args.seed..args.seed + args.count {
        let broken = text::mutated(&mut Rng::new(seed), &seeds);
        let owned = broken.clone();
        let result = watch::within(MAX_TIME, move || text::check(&Compiler::new(), &owned));
        if let Some(Ok(())) = result {
            continue;
        }
        failures += 1;
        let message = result.and_then(Result::err).unwrap_or_else(|| "it does not end".into());
        println!("seed {seed}: {message}");
        let lines: Vec<Node> = broken.lines().map(Node::line).collect();
        let mut fails = |text: &str| {
            let owned = text.to_string();
            let result = watch::within(MAX_TIME, move || text::check(&Compiler::new(), &owned));
            result.and_then(Result::err).unwrap_or_else(|| "it does not end".into()) == message
        };
        let small = if message == "it does not end" { lines } else { shrink(lines, 500, &mut fails) };
        println!("{}", print(&small));
    }
    failures
}

fn broken_bytecode(args: &Broken) -> usize {
    let mut sources = Vec::new();
    texts(&args.from, &mut sources);
    let compiler = Compiler::new();
    let seeds: Vec<bytecode::Seed> =
        sources.iter().filter_map(|text| bytecode::seed(&compiler, text, Profile::Release)).collect();
    println!("{} programs to start from", seeds.len());
    let texts: [Vec<String>; 2] =
        [seeds.iter().map(|s| s.assembly.clone()).collect(), seeds.iter().map(|s| s.ir.clone()).collect()];
    let (mut failures, mut accepted) = (0, 0u64);
    for seed in args.seed..args.seed + args.count {
        let mut rng = Rng::new(seed);
        let bytes = bytecode::mutated(&mut rng, &seeds);
        match watch::within(MAX_TIME, move || bytecode::check(&bytes)) {
            Some(Ok(loaded)) => accepted += u64::from(loaded),
            Some(Err(message)) => {
                failures += 1;
                println!("seed {seed}: {message}");
            }
            None => {
                failures += 1;
                println!("seed {seed}: it does not end");
            }
        }
        if seed % 8 == 0 {
            let (assembly, ir) = (text::mutated(&mut rng, &texts[0]), text::mutated(&mut rng, &texts[1]));
            match watch::within(MAX_TIME, move || bytecode::check_texts(&assembly, &ir)) {
                Some(Ok(())) => {}
                other => {
                    failures += 1;
                    println!("seed {seed}, text: {other:?}");
                }
            }
        }
    }
    println!("{accepted} of {} files were accepted by the loader", args.count);
    failures
}
