//! What passes do, as differences of text: each `tests/opt/NAME.ir` begins with a comment that names the passes to run, and
//! `NAME.diff` beside it holds the lines that they take away and add. `BLESS=1` writes the files anew.

#![allow(clippy::disallowed_methods, reason = "the test reads its cases from files")]

use stair_ir::{text, verify};
use stair_opt::{PASSES, Profile, Settings, run};
use std::fmt::Write as _;
use std::path::Path;

#[test]
fn passes_do_what_the_diffs_say() {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/opt");
    let mut paths: Vec<_> = std::fs::read_dir(&dir)
        .expect("tests/opt exists")
        .map(|entry| entry.expect("readable").path())
        .filter(|path| path.extension().is_some_and(|e| e == "ir"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty());
    let bless = std::env::var("BLESS").is_ok();
    let mut failed = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let input = std::fs::read_to_string(&path).expect("readable");
        let found = outcome(&name, &input);
        let expected_path = path.with_extension("diff");
        if bless {
            std::fs::write(&expected_path, &found).expect("writable");
        } else if std::fs::read_to_string(&expected_path).unwrap_or_default() != found {
            failed.push(format!("{name}:\n{found}"));
        }
    }
    assert!(failed.is_empty(), "BLESS=1 accepts these:\n{}", failed.join("\n"));
}

fn outcome(name: &str, input: &str) -> String {
    let first = input.lines().next().unwrap_or_default();
    let wanted: Vec<_> = first.trim_start_matches("; passes:").split(',').map(str::trim).collect();
    for pass in &wanted {
        assert!(PASSES.iter().any(|p| p.name == *pass), "{name}: no pass `{pass}`");
    }
    let mut module = text::parse(input).unwrap_or_else(|e| panic!("{name}: {e}"));
    if let Err(errors) = verify::verify(&module) {
        panic!("{name}: {}", errors[0]);
    }
    let before = text::print(&module);
    let skip: Vec<_> = PASSES.iter().map(|p| p.name).filter(|p| !wanted.contains(p)).collect();
    let settings = Settings { skip: &skip, verify: true, ..Settings::new(Profile::Release) };
    run(&mut module, &settings, &mut |_| {}).unwrap_or_else(|e| panic!("{name}: {e}"));
    diff(&before, &text::print(&module))
}

/// A line diff by longest common subsequence, whole files long.
fn diff(a: &str, b: &str) -> String {
    let (a, b): (Vec<_>, Vec<_>) = (a.lines().collect(), b.lines().collect());
    let mut longest = vec![vec![0_u32; b.len() + 1]; a.len() + 1];
    for (i, x) in a.iter().enumerate().rev() {
        for (j, y) in b.iter().enumerate().rev() {
            longest[i][j] = if x == y { longest[i + 1][j + 1] + 1 } else { longest[i + 1][j].max(longest[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = String::new();
    while i < a.len() || j < b.len() {
        if i < a.len() && j < b.len() && a[i] == b[j] {
            let _ = writeln!(out, " {}", a[i]);
            (i, j) = (i + 1, j + 1);
        } else if j == b.len() || i < a.len() && longest[i + 1][j] >= longest[i][j + 1] {
            let _ = writeln!(out, "-{}", a[i]);
            i += 1;
        } else {
            let _ = writeln!(out, "+{}", b[j]);
            j += 1;
        }
    }
    out
}
