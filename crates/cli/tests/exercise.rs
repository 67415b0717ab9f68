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
    let grader = stair_exercise::Grader::new();
    for exercise in exercises {
        let name = exercise["file"].as_str().expect("a name");
        let original = fs::read_to_string(root().join("tests/workshop").join(name)).expect("the exercise");
        let unveiled = stair_exercise::unveil(exercise["veiled"].as_str().expect("a text")).expect("a veiled text");
        same_grades(&grader, &stair_exercise::parse(name, &original).0, &unveiled);
    }
    let plain = text(&fs::read(out).expect("the file"));
    assert!(!plain.contains("numbers.iter().map(|n| square(*n)).sum()"), "the solution is veiled");
    assert!(!plain.contains("adds_them_up"), "the tests are veiled");
}

/// An exported exercise is graded as the original is: its starter, its solution, and right and wrong answers.
fn same_grades(grader: &stair_exercise::Grader, original: &stair_exercise::Exercise, json: &str) {
    let exported: stair_exercise::Exercise = serde_json::from_str(json).expect("an exercise");
    let exported = exported.unpacked("x.md");
    let right = |id: &str| grader.answer(original, id).expect("an answer");
    let ids = || original.questions.iter().map(|question| question.id.text.clone());
    let solution = original.solution.as_ref().map(|block| block.code.text().to_owned());
    let starter = original.starter.as_ref().map(|block| block.code.text().to_owned());
    let all_right = ids().map(|id| (id.clone(), right(&id))).collect();
    let all_wrong = ids().map(|id| (id, "no answer".to_owned())).collect();
    for (program, questions, is_solved) in [(solution, all_right, true), (starter, all_wrong, false)] {
        let answer = stair_exercise::Answer { program, questions };
        let [one, other] = [original, &exported].map(|exercise| grader.grade(exercise, &answer));
        let found = |report: &stair_exercise::Report| {
            let items = report.items.iter();
            items.map(|item| (item.kind, item.passed, item.found.clone(), item.place)).collect::<Vec<_>>()
        };
        assert_eq!(found(&one), found(&other));
        assert_eq!(other.is_solved(), is_solved, "{}", original.id.text);
    }
}

#[test]
fn a_workshop_is_printed_as_a_link() {
    let all = staircase(&["export", "tests/workshop", "--link", "--site", "https://example.org/a/"], &root());
    assert_eq!(all.status.code(), Some(0));
    let link = text(&all.stdout);
    let (site, fragment) = link.trim_end().split_once('#').expect("a fragment");
    assert_eq!(site, "https://example.org/a/");
    assert!(text(&all.stderr).starts_with(&format!("{} characters: ", link.trim_end().len())), "{}", text(&all.stderr));
    let Ok(stair_link::Link::Workshop(workshop)) = stair_link::open(fragment) else { panic!("a workshop") };
    assert_eq!((workshop.title.as_str(), workshop.exercises.len()), ("From loops to machines", 5));
    let one = staircase(&["export", "tests/workshop", "--link", "--only", "stack"], &root());
    let one = text(&one.stdout);
    let Ok(stair_link::Link::Workshop(workshop)) = stair_link::open(one.trim_end()) else { panic!("a workshop") };
    let [exercise] = &workshop.exercises[..] else { panic!("one exercise") };
    assert_eq!(exercise.file, "05-stack.md");
    let (original, _) = stair_exercise::parse(
        "05-stack.md",
        &fs::read_to_string(root().join("tests/workshop/05-stack.md")).expect("the exercise"),
    );
    same_grades(&stair_exercise::Grader::new(), &original, &exercise.json);
    let none = staircase(&["export", "tests/workshop", "--link", "--only", "nothing"], &root());
    assert_eq!(none.status.code(), Some(2));
    assert!(text(&none.stderr).contains("there are sum, average, bounds, moves, stack"), "{}", text(&none.stderr));
    assert_eq!(staircase(&["export", "tests/workshop"], &root()).status.code(), Some(64), "a file or a link");
}

/// A server that ends with the test.
struct Served(std::process::Child);

impl Drop for Served {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// What a server answers: the first line, the headers, and the body.
fn get(port: &str, path: &str) -> (String, String) {
    use std::io::{Read, Write};
    let mut stream = std::net::TcpStream::connect(format!("127.0.0.1:{port}")).expect("the server listens");
    write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").expect("sent");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).expect("an answer");
    let answer = text(&bytes);
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    (head.to_owned(), body.to_owned())
}

#[test]
fn a_workshop_is_served_and_what_changes_is_told() {
    use std::io::BufRead;
    let folder = folder("serve");
    let [site, workshop] = ["site", "workshop"].map(|name| folder.join(name));
    for made in [&site, &workshop] {
        fs::create_dir(made).expect("a folder");
    }
    let exercise = fs::read_to_string(root().join("tests/workshop/05-stack.md")).expect("an exercise");
    fs::write(workshop.join("01-stack.md"), &exercise).expect("written");
    let none = staircase(&["serve", "workshop", "--site", "site"], &folder);
    assert_eq!(none.status.code(), Some(66));
    assert!(text(&none.stderr).contains("`cargo xtask dist`"), "{}", text(&none.stderr));
    fs::write(site.join("index.html"), "<!doctype html>").expect("written");
    fs::write(folder.join("secret.txt"), "secret").expect("written");
    let mut command = Command::new(env!("CARGO_BIN_EXE_staircase"));
    command.args(["exercise", "serve", "workshop", "--site", "site", "--port", "0"]).current_dir(&folder);
    command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::null());
    let mut served = Served(command.spawn().expect("it starts"));
    let mut lines = std::io::BufReader::new(served.0.stdout.take().expect("its output")).lines();
    let first = lines.next().expect("a line").expect("text");
    let (_, address) = first.split_once("http://localhost:").expect("an address");
    let (port, fragment) = address.split_once('/').expect("a port");
    assert_eq!(fragment, "#workshop=workshop.json");
    assert_eq!(get(port, "/").1, "<!doctype html>");
    for refused in ["/../secret.txt", "/%2e%2e/secret.txt", "/nothing.js", "/.hidden", "//etc/passwd"] {
        assert!(get(port, refused).0.starts_with("HTTP/1.1 404"), "{refused}");
    }
    assert_eq!(lines.next().expect("a line").expect("text"), "1 exercise: nothing is wrong");
    let edition = |head: &str| {
        let line = head.lines().find_map(|line| line.strip_prefix("Staircase-Edition: "));
        line.expect("an edition").to_owned()
    };
    let (head, body) = get(port, "/workshop.json");
    let workshop_of = |body: &str| stair_protocol::Workshop::from_json(body).expect("a workshop");
    assert_eq!(workshop_of(&body).problems, Vec::<String>::new());
    // What is wrong with a change is shown, too.
    fs::write(workshop.join("01-stack.md"), exercise.replace("expect = 5", "expect = 6")).expect("written");
    let mut seen = edition(&head);
    let problems = loop {
        let (head, body) = get(port, &format!("/workshop.json?after={seen}"));
        assert!(head.starts_with("HTTP/1.1 200"), "{head}");
        seen = edition(&head);
        let problems = workshop_of(&body).problems;
        if !problems.is_empty() {
            break problems;
        }
    };
    assert!(problems[0].contains("the answer to `variable` is not `6`"), "{problems:?}");
    assert_eq!(lines.next().expect("a line").expect("text"), "1 exercise: 1 problem");
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

/// Exercises that were exported, in files or in links. They are read for ever: what was once exported is never changed, only added to.
#[test]
fn every_exercise_that_was_exported_is_read() {
    let file =
        |name: &str| fs::read_to_string(root().join("crates/cli/tests/golden").join(name)).expect("a golden file");
    // It holds one of everything, and is what the present version writes.
    let (original, problems) = stair_exercise::parse("exercise.md", &file("exercise.md"));
    assert_eq!(problems, []);
    let written = serde_json::to_string_pretty(&original.packed()).expect("JSON") + "\n";
    expect_test::expect_file!["golden/exercise.json"].assert_eq(&written);
    let exported: Value = serde_json::from_str(&file("exercise.json")).expect("JSON");
    let read: stair_exercise::Exercise = serde_json::from_value(exported.clone()).expect("an exercise");
    assert_eq!(serde_json::to_value(&read).expect("JSON"), exported, "nothing of it is lost");
}
