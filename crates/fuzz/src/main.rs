//! The command: `cargo run --release -p stair-fuzz -- programs --seed 1 --count 1000 --rustc`.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a tool for the terminal")]

use clap::{Args, Parser, Subcommand};
use stair::{Compiler, Profile};
use stair_fuzz::batch::Question;
use stair_fuzz::compare::{Ended, NotRun};
use stair_fuzz::corpus::programs_below;
use stair_fuzz::native::{self, Native};
use stair_fuzz::rng::Rng;
use stair_fuzz::tree::{Node, print, shrink};
use stair_fuzz::watch::Worker;
use stair_fuzz::{batch, bytecode, generate, text, watch};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How long a program may take on all engines together.
const MAX_TIME: Duration = Duration::from_secs(60);

/// The same for a batch of programs.
const MAX_BATCH_TIME: Duration = Duration::from_secs(600);

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
    /// How many programs are built together, by rustc and by Staircase; 1 keeps them apart
    #[arg(long, default_value_t = 12)]
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

impl Broken {
    fn seeds(&self) -> std::ops::Range<u64> {
        self.seed..self.seed + self.count
    }
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

/// Says what is wrong with how Staircase treats programs.
struct Examiner {
    alone: Worker<Question, Option<String>>,
    together: Worker<Vec<Question>, Result<Vec<usize>, NotRun>>,
}

impl Examiner {
    fn new() -> Self {
        let alone = || {
            let compiler = Compiler::new();
            move |question: Question| question.examine(&compiler)
        };
        let together = || {
            let compiler = Compiler::new();
            move |questions: Vec<Question>| batch::suspects(&compiler, &questions)
        };
        Self { alone: Worker::new(MAX_TIME, alone), together: Worker::new(MAX_BATCH_TIME, together) }
    }

    fn examine(&mut self, name: &str, text: &str, expected: Option<&[Ended; 2]>) -> Option<String> {
        self.ask(&Question { name: name.into(), text: text.into(), expected: expected.cloned() })
    }

    fn ask(&mut self, question: &Question) -> Option<String> {
        self.alone.work(question.clone()).unwrap_or_else(|| Some("Staircase hangs".into()))
    }

    /// The numbers of the programs that something is wrong with, and what.
    fn examine_all(&mut self, questions: &[Question]) -> Vec<(usize, String)> {
        let (suspects, batch) = match questions {
            [] => return Vec::new(),
            [_] => (vec![0], None),
            _ => match self.together.work(questions.to_vec()) {
                Some(Ok(suspects)) if suspects.is_empty() => return Vec::new(),
                Some(Ok(suspects)) => (suspects, Some("differs".to_string())),
                Some(Err(not_run)) => ((0..questions.len()).collect(), Some(not_run.to_string())),
                None => ((0..questions.len()).collect(), Some("Staircase hangs".into())),
            },
        };
        let alone: Vec<(usize, String)> =
            suspects.iter().filter_map(|&i| self.ask(&questions[i]).map(|complaint| (i, complaint))).collect();
        match batch {
            Some(complaint) if alone.is_empty() => {
                vec![(suspects[0], format!("among the other programs of its batch only: {complaint}"))]
            }
            _ => alone,
        }
    }
}

fn programs(args: &Programs) -> usize {
    let mut failures = 0;
    let mut examiner = Examiner::new();
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
        let mut questions = Vec::new();
        let mut from = Vec::new();
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
            questions.push(Question { name: format!("s{seed}.rs"), text: print(tree), expected });
            from.push((seed, tree));
        }
        for (i, complaint) in examiner.examine_all(&questions) {
            let (seed, tree) = from[i];
            failures += 1;
            println!("seed {seed}: {complaint}");
            reduce(args, &mut examiner, seed, tree.clone(), &complaint);
        }
        println!("seeds to {}: {failures} failures", batch.last().unwrap_or(&0));
    }
    failures
}

/// What kind of failure it is, which must stay the same while a program shrinks.
fn kind(complaint: &str) -> &str {
    complaint.lines().next().unwrap_or_default()
}

/// Make a failing program small and write it down.
fn reduce(args: &Programs, examiner: &mut Examiner, seed: u64, tree: Vec<Node>, complaint: &str) {
    let rejected = kind(complaint).starts_with("the program is rejected");
    let first_error = complaint.lines().nth(1).unwrap_or_default().to_string();
    let name = format!("s{seed}.rs");
    let wanted = kind(complaint).to_string();
    // Whether the engines differ from each other just as from rustc's build.
    let alone = examiner.examine(&name, &print(&tree), None).is_some_and(|c| kind(&c) == wanted);
    let mut fails = |text: &str| {
        let complaint = if args.rustc && !(rejected) && wanted.starts_with("differs") {
            let accepted = examiner.examine(&name, text, None);
            // rustc takes longest, so it is asked last.
            if alone != accepted.as_deref().is_some_and(|c| kind(c) == wanted)
                || accepted.as_deref().is_some_and(|c| kind(c).starts_with("the program is rejected"))
            {
                return false;
            }
            match native::run(&args.folder.join("shrink"), &[(name.clone(), text.to_string())])
                .ok()
                .and_then(|mut n| n.pop())
            {
                Some(Native::Ended(ended)) => examiner.examine(&name, text, Some(&ended)),
                _ => None,
            }
        } else if rejected {
            let complaint = examiner.examine(&name, text, None);
            let same = complaint.as_deref().and_then(|c| c.lines().nth(1)) == Some(first_error.as_str());
            let valid = same
                && native::run(&args.folder.join("shrink"), &[(name.clone(), text.to_string())])
                    .is_ok_and(|n| !matches!(n[..], [Native::Rejected(_)]));
            return valid;
        } else {
            examiner.examine(&name, text, None)
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

fn broken_text(args: &Broken) -> usize {
    let seeds: Arc<[String]> = programs_below(&args.from).into();
    let mut failures = 0;
    let all = Arc::clone(&seeds);
    let start = move || {
        let (compiler, seeds) = (Compiler::new(), Arc::clone(&all));
        move |seed| text::check(&compiler, &text::mutated(&mut Rng::new(seed), &seeds))
    };
    watch::each(args.seeds(), MAX_TIME, start, |seed, message| {
        failures += 1;
        println!("seed {seed}: {message}");
        let lines = text::mutated(&mut Rng::new(seed), &seeds).lines().map(Node::line).collect();
        let mut fails = |text: &str| {
            let owned = text.to_string();
            let result = watch::within(MAX_TIME, move || text::check(&Compiler::new(), &owned));
            result.and_then(Result::err).unwrap_or_else(|| "it does not end".into()) == message
        };
        let small = if message == "it does not end" { lines } else { shrink(lines, 500, &mut fails) };
        println!("{}", print(&small));
    });
    failures
}

fn broken_bytecode(args: &Broken) -> usize {
    let compiler = Compiler::new();
    let seeds: Arc<[bytecode::Seed]> = programs_below(&args.from)
        .iter()
        .filter_map(|text| bytecode::seed(&compiler, text, Profile::Release))
        .collect::<Vec<_>>()
        .into();
    println!("{} programs to start from", seeds.len());
    let mut failures = 0;
    let accepted = Arc::new(AtomicU64::new(0));
    let counter = Arc::clone(&accepted);
    let start = move || {
        let (seeds, counter) = (Arc::clone(&seeds), Arc::clone(&counter));
        move |seed| {
            let mut rng = Rng::new(seed);
            let loaded = bytecode::check(&bytecode::mutated(&mut rng, &seeds))?;
            counter.fetch_add(u64::from(loaded), Ordering::Relaxed);
            bytecode::check_texts(&mut rng, &seeds)
        }
    };
    watch::each(args.seeds(), MAX_TIME, start, |seed, message| {
        failures += 1;
        println!("seed {seed}: {message}");
    });
    println!("{} of {} files were accepted by the loader", accepted.load(Ordering::Relaxed), args.count);
    failures
}
