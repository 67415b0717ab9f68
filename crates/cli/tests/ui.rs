//! Checks every program of `tests/ui`: the codes and lines of its diagnostics are the annotated ones, `rustc` agrees with
//! them, and the rendering is the recorded one. `tests/ui/README.md` has the format.

#![allow(clippy::disallowed_methods, clippy::print_stderr, reason = "a test harness reads files and starts programs")]

use serde_json::Value;
use stair::source::Code;
use stair::{Compiler, Profile, Session};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A line and a code. The line is 0 where there is no place.
type At = (u32, String);

/// Changes whenever what is remembered of `rustc`'s answers does.
const ORACLE: &[u8] = b"places: definition and outermost call";

/// Stack of a checking thread, as large as the command's is generous.
const STACK_BYTES: usize = 256 << 20;

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

/// The annotations of a program, sorted.
fn annotations(text: &str) -> Result<Vec<At>, String> {
    let mut all = Vec::new();
    for (line, text) in (1u32..).zip(text.lines()) {
        let Some((_, comment)) = text.split_once("//~") else { continue };
        let Some((moves, codes)) = comment.split_once(" ERROR ") else {
            return Err(format!("line {line}: an annotation is `//~ ERROR CODE`"));
        };
        let line = match moves.bytes().next() {
            None => line,
            Some(b'^') if moves.bytes().all(|b| b == b'^') => line.saturating_sub(moves.len() as u32),
            Some(b'v') if moves.bytes().all(|b| b == b'v') => line + moves.len() as u32,
            _ => return Err(format!("line {line}: `{moves}` is neither `^`s nor `v`s")),
        };
        for code in codes.split(',').map(str::trim) {
            if Code::parse(code).is_none_or(|known| known.as_str() != code) {
                return Err(format!("line {line}: `{code}` is not in the table of codes"));
            }
            all.push((line, code.to_string()));
        }
    }
    all.sort();
    Ok(all)
}

/// An error of `rustc`: where `rustc` places it and, if that is in a macro, the line of the outermost call; and its code.
type Reported = (Vec<u32>, String);

/// What `rustc` reports for the program, remembered under `target/` by its text.
fn oracle(root: &Path, file: &str, version: &str) -> Vec<Reported> {
    let text = fs::read(root.join(file)).expect("a readable program");
    let key = fnv(&[ORACLE, version.as_bytes(), file.as_bytes(), &text]);
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("ui-oracle");
    let memo = folder.join(format!("{key:016x}"));
    if let Ok(text) = fs::read_to_string(&memo) {
        return text
            .lines()
            .filter_map(|l| l.split_once(' '))
            .map(|(lines, c)| (lines.split(',').filter_map(|l| l.parse().ok()).collect(), c.into()))
            .collect();
    }
    fs::create_dir_all(&folder).expect("a folder in target");
    let out = folder.join(format!("{key:016x}.mir"));
    // The lints that deny by default run where a function's MIR is made, which `metadata` leaves out.
    let output = Command::new("rustc")
        .args(["--edition=2024", "--error-format=json", "-Awarnings", "--crate-type=bin", "--crate-name=main"])
        .args(["--emit=mir", "-o"])
        .arg(&out)
        .arg(file)
        .current_dir(root)
        .stdin(Stdio::null())
        .output()
        .expect("rustc can be started");
    fs::remove_file(&out).ok();
    let errors: Vec<Reported> =
        String::from_utf8_lossy(&output.stderr).lines().filter_map(|l| error_of(l, file)).collect();
    let show = |lines: &[u32]| lines.iter().map(u32::to_string).collect::<Vec<_>>().join(",");
    let text: String = errors.iter().map(|(lines, code)| format!("{} {code}\n", show(lines))).collect();
    fs::write(&memo, text).expect("a writable folder");
    errors
}

/// The places and code of an error among `rustc`'s messages. One in a macro's expansion has two: `rustc` points at the
/// definition and Staircase at the outermost call. The calls between the two are no place for an annotation.
fn error_of(line: &str, file: &str) -> Option<Reported> {
    let message: Value = serde_json::from_str(line).ok()?;
    if message["level"] != "error" || message["message"].as_str()?.starts_with("aborting due to") {
        return None;
    }
    let code = message["code"]["code"].as_str().unwrap_or("syntax").to_string();
    let Some(mut span) = message["spans"].as_array()?.iter().find(|s| s["is_primary"] == true) else {
        return Some((vec![0], code));
    };
    let mut lines = Vec::new();
    loop {
        if span["file_name"] == file {
            lines.push(span["line_start"].as_u64()? as u32);
        }
        if !span["expansion"].is_object() {
            break;
        }
        span = &span["expansion"]["span"];
    }
    lines.dedup();
    if let [first, .., last] = lines[..] {
        lines = vec![first, last];
    }
    Some((lines, code))
}

/// The FNV-1a hash of some pieces.
fn fnv(pieces: &[&[u8]]) -> u64 {
    let bytes = pieces.iter().flat_map(|piece| piece.iter().chain(&[0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What `rustc` says against the annotations.
fn disagreements(file: &str, expected: &[At], errors: &[Reported]) -> Vec<String> {
    let mut left = errors.to_vec();
    let mut wrong = Vec::new();
    for (line, code) in expected.iter().filter(|(_, code)| !code.starts_with('S')) {
        // rustc leaves these names out.
        let code = if matches!(code.as_str(), "sized_method" | "recursion_limit" | "missing_required_bound") {
            "syntax"
        } else {
            code.as_str()
        };
        if code == "syntax" {
            if !left.iter().any(|(_, code)| code == "syntax") {
                wrong.push(format!("{file}:{line}: rustc reports no error without a code; it reports {errors:?}"));
            }
        } else if let Some(i) = left.iter().position(|(lines, c)| lines.contains(line) && *c == code) {
            left.remove(i);
        } else {
            wrong.push(format!("{file}:{line}: rustc does not report {code} here; it reports {errors:?}"));
        }
    }
    if expected.iter().all(|(_, code)| code.starts_with('S')) && !errors.is_empty() {
        wrong.push(format!("{file}: only outside the subset, but rustc reports {errors:?}"));
    }
    wrong
}

/// Everything that is wrong with one program.
fn check(compiler: &Compiler, root: &Path, path: &Path, rustc: Option<&str>, bless: bool) -> Vec<String> {
    let file = path.strip_prefix(root).expect("below the root").to_string_lossy().replace('\\', "/");
    let text = fs::read_to_string(path).expect("a readable program");
    let expected = match annotations(&text) {
        Ok(expected) if expected.is_empty() => return vec![format!("{file}: no annotation")],
        Ok(expected) => expected,
        Err(error) => return vec![format!("{file}: {error}")],
    };
    let mut wrong = Vec::new();
    if let Some(version) = rustc {
        wrong.extend(disagreements(&file, &expected, &oracle(root, &file, version)));
    }
    let checked = catch_unwind(AssertUnwindSafe(|| {
        let session = Session::new(compiler, &file, &text, Profile::Debug);
        let line_of = |d: &stair::source::Diagnostic| session.sources().line_col(d.span()).line;
        let got: Vec<At> = session.diagnostics().iter().map(|d| (line_of(d), d.code.to_string())).collect();
        (got, session.render_diagnostics(false))
    }));
    let Ok((mut got, rendered)) = checked else {
        wrong.push(format!("{file}: the checker panicked"));
        return wrong;
    };
    got.sort();
    if got != expected {
        wrong.push(format!("{file}: expected {expected:?}\n  got {got:?}\n{}", indent(&rendered)));
    }
    let recorded_at = path.with_extension("stderr");
    if bless {
        fs::write(&recorded_at, &rendered).expect("a writable rendering");
    } else if fs::read_to_string(&recorded_at).unwrap_or_default() != rendered {
        wrong.push(format!(
            "{file}: the rendering differs from the recorded one (BLESS=1 records it):\n{}",
            indent(&rendered)
        ));
    }
    wrong
}

fn indent(text: &str) -> String {
    text.lines().map(|line| format!("  | {line}\n")).collect()
}

#[test]
fn every_program_is_rejected_as_annotated() {
    let root = root();
    let mut found = Vec::new();
    programs(&root.join("tests/ui"), &mut found);
    if let Ok(wanted) = std::env::var("ONLY") {
        found.retain(|path| path.to_string_lossy().contains(&wanted));
    }
    assert!(!found.is_empty(), "there are programs to check");
    let version = Command::new("rustc").arg("-vV").output().ok().filter(|o| o.status.success());
    let version = version.map(|o| String::from_utf8_lossy(&o.stdout).into_owned());
    let bless = std::env::var_os("BLESS").is_some();
    if version.is_none() {
        eprintln!("no rustc here: annotations are taken as they are");
    }
    let next = AtomicUsize::new(0);
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            let work = || {
                let compiler = Compiler::new();
                while let Some(path) = found.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let mine = check(&compiler, &root, path, version.as_deref(), bless);
                    wrong.lock().expect("no thread panics while it holds the list").extend(mine);
                }
            };
            std::thread::Builder::new().stack_size(STACK_BYTES).spawn_scoped(scope, work).expect("a thread");
        }
    });
    let mut wrong = wrong.into_inner().expect("all threads are done");
    wrong.sort();
    assert!(wrong.is_empty(), "{} complaints about {} programs:\n\n{}", wrong.len(), found.len(), wrong.join("\n"));
    eprintln!("{} rejected programs", found.len());
}
