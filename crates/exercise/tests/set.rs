//! Workshops: which files are exercises, in which order, and what is wrong with them together.

use stair_exercise::{File, MAX_FILE_BYTES, Set};

fn file(name: &str, text: &str) -> File {
    File { name: name.into(), text: text.into() }
}

fn exercise(name: &str, front: &str) -> File {
    file(name, &format!("+++\ntitle = \"T\"\n{front}+++\n\nText.\n"))
}

/// The ids in order, and the problems with the names of their files.
fn read(files: &[File]) -> (Vec<String>, Vec<String>) {
    let set = Set::new(files);
    let ids = set.exercises.iter().map(|exercise| exercise.id.text.clone()).collect();
    (ids, set.problems.iter().map(|(file, problem)| format!("{}: {}", file.name, problem.message)).collect())
}

#[test]
fn exercises_are_ordered_by_name_or_by_the_list() {
    let files = [
        exercise("02-b.md", ""),
        file("README.md", "# For visitors\n"),
        exercise("10_c d.md", ""),
        exercise("01-a.md", "id = \"first\"\n"),
        file("notes.txt", "x"),
    ];
    assert_eq!(read(&files), (vec!["first".into(), "b".into(), "c-d".into()], vec![]));
    let mut listed = files.to_vec();
    listed.push(file("workshop.toml", "title = \"W\"\nexercises = [\"10_c d.md\", \"01-a.md\"]\n"));
    assert_eq!(read(&listed), (vec!["c-d".into(), "first".into()], vec![]));
    let titled = file("workshop.toml", "title = \"W\"\n");
    assert_eq!(Set::new(&[titled, exercise("a.md", "")]).title, "W");
}

#[test]
fn what_is_wrong_with_a_workshop_is_said_where_it_is_written() {
    let files = [
        exercise("a.md", ""),
        exercise("01-a.md", ""),
        file("workshop.toml", "name = \"W\"\nexercises = [\"a.md\", \"b.md\", \"01-a.md\", \"a.md\", 3]\n"),
    ];
    let (ids, problems) = read(&files);
    assert_eq!(ids, ["a", "a"]);
    let expected = [
        "workshop.toml: the folder has no exercise `b.md`",
        "workshop.toml: `a.md` is listed twice",
        "workshop.toml: the folder has no exercise `3`",
        "workshop.toml: a workshop has no key `name` here",
        "01-a.md: there are two exercises `a`",
    ];
    assert_eq!(problems, expected);
    assert_eq!(read(&[file("workshop.toml", "exercises = [")]).1.len(), 1);
}

#[test]
fn what_is_too_large_is_refused() {
    let large = file("a.md", &"a".repeat(MAX_FILE_BYTES + 1));
    assert_eq!(read(&[large]).1, [format!("a.md: an exercise has at most 1048576 bytes, not {}", MAX_FILE_BYTES + 1)]);
    let many: Vec<File> = (0..stair_exercise::MAX_EXERCISES + 1).map(|i| exercise(&format!("x{i}.md"), "")).collect();
    assert_eq!(read(&many).1, ["workshop.toml: a workshop has at most 1000 exercises, not 1001"]);
}
