//! Every exercise of `tests/exercise` is wrong in some way, and what is said about it is recorded beside it.

#![allow(clippy::disallowed_methods, reason = "a test reads files")]

use stair_exercise::{Grader, parse};
use std::fs;
use std::path::{Path, PathBuf};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/exercise").canonicalize().expect("the folder exists")
}

#[test]
fn what_is_wrong_with_an_exercise_is_said_where_it_is_written() {
    let grader = Grader::new();
    let mut names: Vec<PathBuf> =
        fs::read_dir(folder()).expect("a folder").map(|e| e.expect("an entry").path()).collect();
    names.sort();
    let mut count = 0;
    for path in names {
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        if !name.ends_with(".md") || name == "README.md" {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a readable file");
        let (exercise, mut problems) = parse(&name, &text);
        if problems.is_empty() {
            problems = grader.check(&exercise);
        }
        assert!(!problems.is_empty(), "{name} has nothing wrong");
        let rendered = stair::source::render_problems(&problems, &exercise.sources(), false);
        expect_test::expect_file![path.with_extension("stderr")].assert_eq(&rendered);
        count += 1;
    }
    assert!(count > 50, "{count} exercises");
}
