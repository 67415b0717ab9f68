//! Runs every program of `tests/run`, and every example of the page, on every engine in both profiles, and compares what it prints, on both streams, and
//! its exit code with what `rustc`'s build of the same file does. `tests/run/README.md` has the format. As in the page, one
//! compiler serves many programs.
//!
//! Where there is a `rustc`, each recorded expectation is compared with it first; `BLESS=1` rewrites expectations from it
//! (never from Staircase).

#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "a test harness reads files and starts programs")]

use stair_fuzz::compare::{self, Ended, NotRun, PROFILES};
use stair_fuzz::{native, watch};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Rust's edition and the flags of cargo's profiles.
const RUSTC_FLAGS: [&[&str]; 2] = [
    &["--edition=2024", "-Awarnings", "-Cdebug-assertions=on", "-Coverflow-checks=on", "-Copt-level=0"],
    &["--edition=2024", "-Awarnings", "-Copt-level=3"],
];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace exists")
}

fn programs(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> =
        fs::read_dir(folder).expect("a readable folder").map(|e| e.expect("an entry").path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            programs(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// Run a command from the workspace's root, with a file as its standard input if there is one.
fn run(command: &mut Command, root: &Path, stdin: Option<&Path>) -> Ended {
    let stdin = stdin.map_or_else(Stdio::null, |path| fs::File::open(path).expect("a readable file").into());
    let output = command
        .current_dir(root)
        .env("RUST_BACKTRACE", "0")
        .stdin(stdin)
        .output()
        .unwrap_or_else(|e| panic!("{command:?} cannot be started: {e}"));
    #[cfg(unix)]
    let signal = std::os::unix::process::ExitStatusExt::signal(&output.status);
    #[cfg(not(unix))]
    let signal = None;
    Ended {
        code: output.status.code().unwrap_or_else(|| 128 + signal.unwrap_or(0)),
        stdout: String::from_utf8_lossy(&output.stdout).into_owned(),
        stderr: native::without_thread_id(&String::from_utf8_lossy(&output.stderr)),
    }
}

/// What `rustc`'s build of the program does; remembered under `target/` by the text of the program.
fn oracle(root: &Path, file: &str, profile: usize, version: &str) -> Ended {
    let text = fs::read(root.join(file)).expect("a readable program");
    let input = input_of(&root.join(file));
    let stdin = input.as_ref().map_or(Vec::new(), |path| fs::read(path).expect("a readable file"));
    let key = fnv(&[version.as_bytes(), file.as_bytes(), RUSTC_FLAGS[profile].concat().as_bytes(), &text, &stdin]);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oracle");
    let memo = folder.join(format!("{key:016x}"));
    if let Some(ended) = fs::read_to_string(&memo).ok().and_then(|text| parse(&text)) {
        return ended;
    }
    fs::create_dir_all(&folder).expect("a folder in target");
    let binary = folder.join(format!("{key:016x}.bin"));
    let compiled = run(Command::new("rustc").args(RUSTC_FLAGS[profile]).arg(file).arg("-o").arg(&binary), root, None);
    assert_eq!(compiled.code, 0, "rustc rejects {file}:\n{}", compiled.stderr);
    let ended = run(&mut Command::new(&binary), root, input.as_deref());
    fs::write(&memo, print(&ended)).expect("a writable folder");
    fs::remove_file(&binary).ok();
    ended
}

/// What a program reads from standard input, if there is a file for it.
fn input_of(program: &Path) -> Option<PathBuf> {
    Some(program.with_extension("stdin")).filter(|path| path.exists())
}

/// The FNV-1a hash of some pieces.
fn fnv(pieces: &[&[u8]]) -> u64 {
    let bytes = pieces.iter().flat_map(|piece| piece.iter().chain(&[0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

fn print(ended: &Ended) -> String {
    let mut text = format!("exit {}\n", ended.code);
    for (name, stream) in [("stdout", &ended.stdout), ("stderr", &ended.stderr)] {
        if !stream.is_empty() {
            let _ = writeln!(text, "{name}");
            for line in stream.split_inclusive('\n') {
                let _ = write!(text, "|{line}");
            }
            if !stream.ends_with('\n') {
                text.push_str("\n\\ no line break at the end\n");
            }
        }
    }
    text
}

fn parse(text: &str) -> Option<Ended> {
    let mut lines = text.lines();
    let code = lines.next()?.strip_prefix("exit ")?.parse().ok()?;
    let mut streams = [String::new(), String::new()];
    let mut current = 0;
    for line in lines {
        if let Some(line) = line.strip_prefix('|') {
            streams[current].push_str(line);
            streams[current].push('\n');
        } else if line.starts_with('\\') {
            streams[current].pop();
        } else {
            current = usize::from(line == "stderr");
        }
    }
    let [stdout, stderr] = streams;
    Some(Ended { code, stdout, stderr })
}

/// Both profiles' expectations; the second is left out of the file where it is the same.
fn print_both(ended: &[Ended; 2]) -> String {
    if ended[0] == ended[1] {
        return print(&ended[0]);
    }
    format!("{}# release\n{}", print(&ended[0]), print(&ended[1]))
}

fn parse_both(text: &str) -> Option<[Ended; 2]> {
    match text.split_once("# release\n") {
        Some((debug, release)) => Some([parse(debug)?, parse(release)?]),
        None => parse(text).map(|ended| [ended.clone(), ended]),
    }
}

/// Everything that is wrong with one program.
fn check(compiler: &stair::Compiler, root: &Path, path: &Path, rustc: Option<&str>, bless: bool) -> Vec<String> {
    let file = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
    let recorded_at = path.with_extension("expected");
    let text = fs::read_to_string(path).unwrap_or_default();
    let debug_only = text.contains("// only: debug");
    let is_open = text.contains("// open: ");
    let mut wrong = Vec::new();
    let mut differing = Vec::new();
    if let Some(version) = rustc {
        // Where only the debug profile counts, its run stands for both.
        let truth = [0, 1].map(|profile| oracle(root, &file, if debug_only { 0 } else { profile }, version));
        let text = print_both(&truth);
        if bless {
            fs::write(&recorded_at, &text).expect("a writable expectation");
        } else if fs::read_to_string(&recorded_at).unwrap_or_default() != text {
            wrong
                .push(format!("{file}: what is recorded is not what rustc's build does (BLESS=1 records it):\n{text}"));
        }
    }
    let Some(expected) = fs::read_to_string(&recorded_at).ok().and_then(|text| parse_both(&text)) else {
        wrong.push(format!("{file}: no expectation is recorded beside it"));
        return wrong;
    };
    let profiles = if debug_only { &PROFILES[..1] } else { &PROFILES[..] };
    let stdin = input_of(path).map_or(Vec::new(), |path| fs::read(path).expect("a readable file"));
    match compare::run_all(compiler, &file, &text, &stdin, profiles, None) {
        Err(NotRun::Rejected(errors)) => differing.push(format!("{file} is rejected:\n{errors}")),
        Err(NotRun::Panicked(message)) => wrong.push(format!("{file}: the compiler {message}")),
        Ok(runs) => {
            for (run, truth) in compare::differing(&runs, Some(&expected)) {
                let got = run.ended.map_or_else(|error| format!("{error}\n"), |ended| print(&ended));
                differing.push(format!(
                    "{file} on {}, {}:\n--- expected\n{}--- got\n{got}",
                    run.engine,
                    run.profile.as_str(),
                    truth.map_or_else(String::new, |truth| print(&truth)),
                ));
            }
        }
    }
    match (is_open, differing.is_empty()) {
        (false, _) => wrong.extend(differing),
        (true, true) => wrong.push(format!("{file} runs everywhere now: it is open no more")),
        (true, false) => eprintln!("open: {file}"),
    }
    wrong
}

#[test]
fn every_program_does_what_rustc_makes_of_it() {
    let root = root();
    let mut found = Vec::new();
    programs(&root.join("tests/run"), &mut found);
    programs(&root.join("web/examples"), &mut found);
    if let Ok(wanted) = std::env::var("ONLY") {
        found.retain(|path| path.to_string_lossy().contains(&wanted));
    }
    assert!(!found.is_empty(), "there are programs to run");
    let version = Command::new("rustc").arg("-vV").output().ok().filter(|o| o.status.success());
    let version = version.map(|o| String::from_utf8_lossy(&o.stdout).into_owned());
    let bless = std::env::var_os("BLESS").is_some();
    if version.is_none() {
        eprintln!("no rustc here: recorded expectations are taken as they are");
    }
    let next = AtomicUsize::new(0);
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            let work = || {
                let compiler = stair::Compiler::new();
                while let Some(path) = found.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mine = check(&compiler, &root, path, version.as_deref(), bless);
                    wrong.lock().expect("no thread panics while it holds the list").extend(mine);
                }
            };
            let thread = std::thread::Builder::new().stack_size(watch::STACK_BYTES).spawn_scoped(scope, work);
            thread.expect("a thread can be made");
        }
    });
    let mut wrong = wrong.into_inner().expect("all threads are done");
    wrong.sort();
    assert!(wrong.is_empty(), "{} of {} programs' runs differ:\n\n{}", wrong.len(), found.len(), wrong.join("\n"));
    eprintln!("{} programs, each on every engine in both profiles", found.len());
}
