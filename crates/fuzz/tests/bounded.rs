//! A fixed, small part of what the command `stair-fuzz` tries, for every run of the tests.

#![allow(clippy::print_stderr, reason = "a test says which part it leaves out")]

use stair::{Compiler, Profile};
use stair_fuzz::batch::Question;
use stair_fuzz::native::{self, Native};
use stair_fuzz::rng::Rng;
use stair_fuzz::{batch, bytecode, corpus, generate, text, tree, watch};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The seeds of the programs.
const PROGRAMS: Range<u64> = 1..7;
/// About how many statements each program has.
const PROGRAM_SIZE: usize = 12;
/// The seeds of the broken texts.
const TEXTS: Range<u64> = 1..201;
/// The seeds of the broken files of bytecode.
const FILES: Range<u64> = 1..1001;
/// How many of the project's programs the broken files are made from.
const FILE_SOURCES: usize = 12;
/// After how long one input counts as one that hangs: far longer than any takes.
const HANG: Duration = Duration::from_secs(120);
/// The same for all programs together.
const BATCH_HANG: Duration = Duration::from_secs(900);

fn tests() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests")
}

/// Try every seed; what is wrong with any is the test's failure.
fn try_each<W: FnMut(u64) -> Result<(), String>>(seeds: Range<u64>, start: impl Fn() -> W + Clone + Send + 'static) {
    let mut failures = Vec::new();
    watch::each(seeds, HANG, start, |seed, message| failures.push(format!("seed {seed}: {message}")));
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn program(seed: u64) -> String {
    tree::print(&generate::program(seed, PROGRAM_SIZE))
}

#[test]
fn a_seed_makes_the_same_program_each_time() {
    for seed in PROGRAMS {
        assert_eq!(program(seed), program(seed), "seed {seed}");
    }
    assert_ne!(program(PROGRAMS.start), program(PROGRAMS.start + 1));
}

#[test]
fn generated_programs_do_what_rustc_says_on_every_engine_in_both_profiles() {
    let name = |seed: u64| format!("s{seed}.rs");
    let mut questions: Vec<Question> =
        PROGRAMS.map(|seed| Question { name: name(seed), text: program(seed), expected: None }).collect();
    if native::is_there() {
        let files: Vec<(String, String)> = questions.iter().map(|q| (q.name.clone(), q.text.clone())).collect();
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("programs");
        let natives = native::run(&folder, &files).expect("rustc builds the programs");
        for (question, native) in questions.iter_mut().zip(natives) {
            match native {
                Native::Ended(ended) => question.expected = Some(ended),
                other => panic!("{} is no program to compare: {other:?}", question.name),
            }
        }
    } else {
        eprintln!("there is no rustc: the engines are compared with each other alone");
    }
    let complaints = watch::within(BATCH_HANG, move || {
        let compiler = Compiler::new();
        let suspects = batch::suspects(&compiler, &questions).map_err(|not_run| not_run.to_string())?;
        let complaint = |&i: &usize| format!("{}: {:?}", questions[i].name, questions[i].examine(&compiler));
        Ok::<_, String>(suspects.iter().map(complaint).collect::<Vec<_>>())
    });
    assert_eq!(complaints, Some(Ok(Vec::new())));
}

#[test]
fn broken_text_goes_through_the_compiler_without_a_panic_or_a_hang() {
    let seeds: Arc<[String]> = corpus::programs_below(&tests()).into();
    assert!(!seeds.is_empty());
    try_each(TEXTS, move || {
        let (compiler, seeds) = (Compiler::new(), Arc::clone(&seeds));
        move |seed| text::check(&compiler, &text::mutated(&mut Rng::new(seed), &seeds))
    });
}

#[test]
fn broken_bytecode_is_refused_or_run_without_a_panic_or_a_hang() {
    try_each(FILES, || {
        let compiler = Compiler::new();
        let seeds: Vec<bytecode::Seed> = corpus::programs_below(&tests().join("run/algorithms"))
            .iter()
            .filter_map(|text| bytecode::seed(&compiler, text, Profile::Release))
            .take(FILE_SOURCES)
            .collect();
        assert_eq!(seeds.len(), FILE_SOURCES);
        move |seed| {
            let mut rng = Rng::new(seed);
            bytecode::check(&bytecode::mutated(&mut rng, &seeds))?;
            bytecode::check_texts(&mut rng, &seeds)
        }
    });
}
