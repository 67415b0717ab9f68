//! Checks the page of every code (`staircase explain CODE`): its first program gets exactly that code here, `rustc` says
//! the same of a code of its own, and accepts a program that is only outside the subset.

#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "a test harness writes files and starts programs")]

use serde_json::Value;
use stair::source::{Code, Kind};
use stair::{Compiler, Failure, Profile, Session};
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Stack of a checking thread, as in the command.
const STACK_BYTES: usize = 256 << 20;

/// The longest line of a page.
const COLUMNS: usize = 120;

/// The first program of a page.
fn program(page: &str) -> Option<&str> {
    let (_, rest) = page.split_once("```rust\n")?;
    rest.split_once("```").map(|(program, _)| program)
}

/// The codes that the program gets here, limits of later stages included.
fn reported(compiler: &Compiler, text: &str) -> Vec<String> {
    let session = Session::new(compiler, "main.rs", text, Profile::Debug);
    let mut codes: Vec<String> = session.diagnostics().iter().map(|d| d.code.to_string()).collect();
    match session.lowered() {
        Ok(_) | Err(Failure::Rejected) => {}
        Err(Failure::Limit(diagnostic)) => codes.push(diagnostic.code.to_string()),
        Err(other @ Failure::Internal { .. }) => codes.push(other.to_string()),
    }
    codes
}

/// The codes that `rustc` reports (`syntax` where there is none), remembered under `target/` by the text of the program.
fn oracle(text: &str, version: &str) -> Vec<String> {
    let pieces = [version, text];
    let bytes = pieces.iter().flat_map(|piece| piece.bytes().chain([0]));
    // FNV-1a.
    let key = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("explain-oracle");
    let memo = folder.join(format!("{key:016x}"));
    if let Ok(codes) = fs::read_to_string(&memo) {
        return codes.lines().map(str::to_owned).collect();
    }
    fs::create_dir_all(&folder).expect("a folder in target");
    let source = folder.join(format!("{key:016x}.rs"));
    let out = folder.join(format!("{key:016x}.mir"));
    fs::write(&source, text).expect("a writable folder");
    // The lints that deny by default run where a function's MIR is made, which `metadata` leaves out.
    let output = Command::new("rustc")
        .args(["--edition=2024", "--error-format=json", "-Awarnings", "--crate-type=bin", "--crate-name=main"])
        .args(["--emit=mir", "-o"])
        .arg(&out)
        .arg(&source)
        .stdin(Stdio::null())
        .output()
        .expect("rustc can be started");
    fs::remove_file(&out).ok();
    fs::remove_file(&source).ok();
    let codes: Vec<String> = String::from_utf8_lossy(&output.stderr).lines().filter_map(code_of).collect();
    fs::write(&memo, codes.join("\n")).expect("a writable folder");
    codes
}

/// The code of an error among `rustc`'s messages.
fn code_of(line: &str) -> Option<String> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["level"] != "error" || message["message"].as_str()?.starts_with("aborting due to") {
        return None;
    }
    Some(message["code"]["code"].as_str().unwrap_or("syntax").to_owned())
}

/// Everything that is wrong with the page of a code.
fn check(compiler: &Compiler, code: Code, rustc: Option<&str>) -> Vec<String> {
    let page = code.explanation();
    let mut wrong = Vec::new();
    if page.lines().any(|line| line.chars().count() > COLUMNS) {
        wrong.push(format!("{code}: a line of its page is longer than {COLUMNS} columns"));
    }
    let Some(text) = program(page) else {
        wrong.push(format!("{code}: its page has no program"));
        return wrong;
    };
    let here = reported(compiler, text);
    if !here.iter().any(|c| c == code.as_str()) {
        wrong.push(format!("{code}: the program of its page gets {here:?}"));
    }
    let Some(version) = rustc else { return wrong };
    let there = oracle(text, version);
    match code.kind() {
        Kind::OutsideSubset if !there.is_empty() => {
            wrong.push(format!("{code}: stands for valid Rust, but rustc reports {there:?}"));
        }
        Kind::InvalidRust => {
            // These have a name here that rustc leaves out.
            let known = match code {
                Code::BindingMode
                | Code::MissingRequiredBound
                | Code::NonStructural
                | Code::RecursionLimit
                | Code::SizedMethod => "syntax",
                _ => code.as_str(),
            };
            if !there.iter().any(|c| c == known) {
                wrong.push(format!("{code}: rustc reports {there:?}"));
            }
        }
        Kind::OutsideSubset => {}
    }
    wrong
}

#[test]
fn every_page_shows_a_program_that_gets_its_code() {
    let version = Command::new("rustc").arg("-vV").output().ok().filter(|o| o.status.success());
    let version = version.map(|o| String::from_utf8_lossy(&o.stdout).into_owned());
    if version.is_none() {
        eprintln!("no rustc here: pages are compared with Staircase alone");
    }
    let next = AtomicUsize::new(0);
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            let work = || {
                let compiler = Compiler::new();
                while let Some(&code) = Code::ALL.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mine = check(&compiler, code, version.as_deref());
                    wrong.lock().expect("no thread panics while it holds the list").extend(mine);
                }
            };
            std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work).expect("a thread starts");
        }
    });
    let mut wrong = wrong.into_inner().expect("all threads are done");
    wrong.sort();
    assert!(wrong.is_empty(), "{} of {} pages:\n{}", wrong.len(), Code::ALL.len(), wrong.join("\n"));
}
