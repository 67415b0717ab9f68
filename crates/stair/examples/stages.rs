//! Lines a second through each stage of the compiler, on a program made of many copies of one that uses the language widely;
//! the time of each stage for a single copy; and what a keystroke in it costs, when most is as it was.

#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "a measurement reads the clock and prints")]

use stair::{Compiler, Profile, Session};
use std::time::{Duration, Instant};

/// Rounds of which the median counts.
const ROUNDS: usize = 9;
/// Copies of the sample in the large program.
const COPIES: usize = 40;

fn main() {
    let one = program(1);
    let many = program(COPIES);
    let large = measure(&many, Before::AnotherProgram);
    let small = [Before::AnotherProgram, Before::AKeystroke].map(|before| measure(&one, before));
    println!(
        "{:<12}{:>16}{:>20}{:>20}",
        "stage",
        format!("{} lines", lines(&many)),
        format!("{} lines", lines(&one)),
        "a keystroke in them"
    );
    let row = |name: &str, large: f64, [first, again]: [f64; 2]| {
        let speed = lines(&many) as f64 / large;
        println!("{name:<12}{speed:>12.0} l/s{:>17.0} µs{:>17.0} µs", first * 1e6, again * 1e6);
    };
    for (i, name) in STAGES.iter().enumerate() {
        row(name, large[i].as_secs_f64(), [&small[0], &small[1]].map(|times| times[i].as_secs_f64()));
    }
    // Bytecode is no step on the way to Wasm.
    let total =
        |times: &[Duration]| times.iter().enumerate().filter(|(i, _)| *i != 5).map(|(_, t)| t.as_secs_f64()).sum();
    row("to Wasm", total(&large), [total(&small[0]), total(&small[1])]);
}

const STAGES: [&str; 7] = ["tokens", "tree", "checking", "lowering", "passes", "bytecode", "wasm"];

/// What was compiled before: stages keep some of it.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    /// A program that has next to nothing in common with the one that is measured.
    AnotherProgram,
    /// The same program with a line more or less at its start: every place in it moves.
    AKeystroke,
}

/// The median time of each stage.
fn measure(text: &str, before: Before) -> Vec<Duration> {
    let compiler = Compiler::new();
    let compiled = |text: &str| {
        let session = Session::new(&compiler, "main.rs", text, Profile::Release);
        assert!(session.bytecode().is_ok() && session.wasm().is_ok(), "{}", session.render_diagnostics(false));
    };
    // What the library has to have worked out only once.
    compiled(text);
    let mut rounds: Vec<[Duration; 7]> = Vec::new();
    for round in 0..ROUNDS {
        if before == Before::AnotherProgram {
            compiled("fn main() {}");
        }
        let text = &if round % 2 == 0 { format!("\n{text}") } else { text.to_owned() };
        let mut times = [Duration::ZERO; 7];
        let mut clock = Instant::now();
        let mut lap = |i: usize| times[i] = std::mem::replace(&mut clock, Instant::now()).elapsed();
        let lexed = stair::syntax::lex(stair::source::FileId::USER, text);
        lap(0);
        let mut ids = stair::syntax::NodeIds::default();
        let parsed = stair::syntax::parse_lexed(&lexed, text, &mut ids);
        assert!(parsed.1.is_empty(), "the sample parses");
        lap(1);
        let session = Session::new(&compiler, "main.rs", text, Profile::Release);
        assert!(session.diagnostics().is_empty(), "{}", session.render_diagnostics(false));
        lap(2);
        assert!(session.lowered().is_ok());
        lap(3);
        assert!(session.optimised().is_ok());
        lap(4);
        assert!(session.bytecode().is_ok());
        lap(5);
        assert!(session.wasm().is_ok());
        lap(6);
        // A session reads and parses too, which was measured above.
        times[2] = times[2].saturating_sub(times[0] + times[1]);
        rounds.push(times);
    }
    (0..7)
        .map(|i| {
            let mut times: Vec<Duration> = rounds.iter().map(|round| round[i]).collect();
            times.sort();
            times[ROUNDS / 2]
        })
        .collect()
}

fn lines(text: &str) -> usize {
    text.lines().count()
}

/// Copies of the sample in modules of their own, and a `main` that calls them.
fn program(copies: usize) -> String {
    let mut text = String::new();
    let mut calls = String::new();
    for i in 0..copies {
        let sample = SAMPLE.replace("fn main()", "pub fn main()");
        text.push_str(&format!("mod sample{i} {{\n{sample}}}\n\n"));
        calls.push_str(&format!("    sample{i}::main();\n"));
    }
    format!("{text}fn main() {{\n{calls}}}\n")
}

/// About a hundred lines with generics, traits, closures, iterators and collections.
const SAMPLE: &str = include_str!("../../../bench/stages/loans.rs");
