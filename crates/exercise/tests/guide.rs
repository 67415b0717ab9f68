//! What `docs/exercises.md` shows is what happens.

#![allow(clippy::disallowed_methods, reason = "a test reads files")]

use stair_exercise::{File, Grader, SET_FILE, Set};
use std::fs;
use std::path::Path;

fn guide() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/exercises.md");
    fs::read_to_string(path).expect("the guide")
}

/// The text between a line and the next line that is only `end`.
fn block<'a>(text: &'a str, begin: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(begin).unwrap_or_else(|| panic!("the guide has `{begin}`"));
    rest.split_once(end).expect("an end").0
}

#[test]
fn the_exercises_of_the_guide_have_nothing_wrong() {
    let guide = guide();
    let file = |name: &str| File {
        name: name.into(),
        text: block(&guide, &format!("````markdown {name}\n"), "````\n").to_owned(),
    };
    let names = ["01-double.md", "02-greeting.md", "03-predict.md"];
    let mut files: Vec<File> = names.iter().map(|name| file(name)).collect();
    files.push(File { name: SET_FILE.into(), text: block(&guide, "```toml\n", "```\n").to_owned() });
    let set = Set::new(&files);
    assert_eq!(set.exercises.len(), names.len());
    let problems: Vec<String> = set.check(&Grader::new()).into_iter().map(|(_, problem)| problem.message).collect();
    assert!(problems.is_empty(), "{problems:?}");
}

#[test]
fn the_message_of_the_guide_is_what_is_said() {
    let guide = guide();
    let text = block(&guide, "````markdown 01-double.md\n", "````\n").replace("n * 2", "n * 3");
    let (exercise, problems) = stair_exercise::parse("workshop/01-double.md", &text);
    assert_eq!(problems, []);
    let rendered = stair::source::render_problems(&Grader::new().check(&exercise), &exercise.sources(), false);
    assert_eq!(rendered.trim_end(), block(&guide, "```text\nerror", "```\n").trim_end().replacen("", "error", 1));
}
