//! `staircase exercise`: what it prints, writes and ends with.

#![allow(clippy::disallowed_methods, reason = "a test reads files and starts programs")]

use expect_test::expect;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace exists")
}

/// An empty folder of this test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exercise").join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).expect("a folder");
    folder
}

fn staircase(args: &[&str], folder: &Path) -> Output {
    let command = Command::new(env!("CARGO_BIN_EXE_staircase")).arg("exercise").args(args).current_dir(folder).output();
    command.expect("the command runs")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn a_workshop_in_order_is_exported() {
    let out = folder("export").join("workshop.json");
    let out = out.to_str().expect("a path");
    let run = staircase(&["export", "tests/workshop", "-o", out], &root());
    assert_eq!((run.status.code(), text(&run.stderr).as_str()), (Some(0), ""));
    let file: Value = serde_json::from_slice(&fs::read(out).expect("the file")).expect("JSON");
    assert_eq!(file["format"], "staircase-workshop");
    assert_eq!(file["version"], 1);
    let exercises = file["exercises"].as_array().expect("a list");
    assert_eq!(exercises.len(), 5);
    for exercise in exercises {
        let name = exercise["file"].as_str().expect("a name");
        let original = fs::read_to_string(root().join("tests/workshop").join(name)).expect("the exercise");
        let unveiled = stair_exercise::unveil(exercise["veiled"].as_str().expect("a text"));
        assert_eq!(unveiled.as_deref(), Some(original.as_str()));
    }
    let plain = text(&fs::read(out).expect("the file"));
    assert!(!plain.contains("numbers.iter().map(|n| square(*n)).sum()"), "the solution is veiled");
    assert!(!plain.contains("adds_them_up"), "the tests are veiled");
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_exported() {
    let folder = folder("wrong");
    fs::write(folder.join("01-a.md"), "+++\ntitle = \"A\"\nengin = \"vm\"\n+++\n").expect("written");
    fs::write(folder.join("workshop.toml"), "exercises = [\"01-a.md\", \"02-b.md\"]\n").expect("written");
    let run = staircase(&["check", "."], &folder);
    assert_eq!((run.status.code(), text(&run.stdout).as_str()), (Some(2), ""));
    expect![[r#"
        error: the folder has no exercise `02-b.md`
         --> ./workshop.toml:1:25
          |
        1 | exercises = ["01-a.md", "02-b.md"]
          |                         ^^^^^^^^^

        error: an exercise has no key `engin` here
         --> ./01-a.md:3:1
          |
        3 | engin = "vm"
          | ^^^^^
          |
          = help: there are `title`, `id`, `profile`, `engine`, `max_steps`, `starter_fails`, `starter_passes`, `run`, `check` and `question`

    "#]]
    .assert_eq(&text(&run.stderr));
    let run = staircase(&["check", ".", "--json"], &folder);
    let first: Value = serde_json::from_str(text(&run.stdout).lines().next().expect("a line")).expect("JSON");
    assert_eq!(first["message"], "the folder has no exercise `02-b.md`");
    assert_eq!(first["spans"][0]["line"], 1);
    assert_eq!(staircase(&["export", ".", "-o", "out.json"], &folder).status.code(), Some(2));
    assert!(!folder.join("out.json").exists());
}

#[test]
fn folders_and_files_that_are_not_there_are_named() {
    let folder = folder("missing");
    assert_eq!(staircase(&["check", "nowhere"], &folder).status.code(), Some(66));
    let empty = staircase(&["check", "."], &folder);
    assert_eq!(empty.status.code(), Some(2));
    assert_eq!(text(&empty.stderr), "error: there is no exercise in .: no file that ends in .md\n");
    let serve = staircase(&["serve", "."], &folder);
    assert_eq!(serve.status.code(), Some(64));
    assert!(text(&serve.stderr).contains("`exercise serve` is not in this version"), "{}", text(&serve.stderr));
}

/// The guide's three exercises and its summary: what it says is printed is printed.
#[test]
fn the_guide_is_followed() {
    let guide = fs::read_to_string(root().join("docs/exercises.md")).expect("the guide");
    let block = |begin: &str, end: &str| {
        let (_, rest) = guide.split_once(begin).expect("the guide has it");
        rest.split_once(end).expect("an end").0.to_owned()
    };
    let folder = folder("guide");
    let workshop = folder.join("workshop");
    fs::create_dir(&workshop).expect("a folder");
    let first = "01-double.md";
    fs::write(workshop.join(first), block(&format!("````markdown {first}\n"), "````\n")).expect("written");
    let run = staircase(&["check", "workshop"], &folder);
    let shown = block("$ staircase exercise check workshop\n", "```\n");
    assert_eq!((run.status.code(), text(&run.stdout), text(&run.stderr)), (Some(0), shown, String::new()));
    for name in ["02-greeting.md", "03-predict.md"] {
        fs::write(workshop.join(name), block(&format!("````markdown {name}\n"), "````\n")).expect("written");
    }
    fs::write(workshop.join("workshop.toml"), block("```toml\n", "```\n")).expect("written");
    assert_eq!(text(&staircase(&["check", "workshop"], &folder).stdout), "3 exercises: nothing is wrong with them\n");
    let summary = block("```json\n", "```\n");
    fs::write(folder.join("summary.json"), &summary).expect("written");
    let run = staircase(&["verify", "workshop", "summary.json"], &folder);
    assert_eq!(text(&run.stdout), block("says what holds:\n\n```text\n", "```\n"));
    assert_eq!((run.status.code(), text(&run.stderr)), (Some(2), String::new()));
    let run = staircase(&["verify", "workshop", "summary.json", "--json"], &folder);
    let lines: Vec<Value> = text(&run.stdout).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    let solved: Vec<&Value> = lines.iter().map(|line| &line["solved"]).collect();
    assert_eq!(solved, [true, false, true]);
    // What claims more than it holds, or is of another kind, is refused.
    for (wrong, words) in [
        (summary.replace("\"version\": 1", "\"version\": 7"), "its `version` is 7"),
        (summary.replace("staircase-summary", "x"), "its `format` is `x`"),
        (summary.replace("\"id\": \"double\",", "\"id\": \"double\", \"solved\": true,"), "unknown field `solved`"),
        (summary.replace("\"greeting\"", "\"double\""), "is there twice"),
        ("{".to_owned(), "is no summary"),
    ] {
        fs::write(folder.join("wrong.json"), wrong).expect("written");
        let run = staircase(&["verify", "workshop", "wrong.json"], &folder);
        assert_eq!(run.status.code(), Some(2));
        assert!(text(&run.stderr).contains(words), "{}", text(&run.stderr));
    }
    assert_eq!(staircase(&["verify", "workshop", "nowhere.json"], &folder).status.code(), Some(66));
}
