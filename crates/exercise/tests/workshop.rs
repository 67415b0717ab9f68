//! The workshop of `tests/workshop`: nothing is wrong with it, and what is handed in is graded by what it does.

#![allow(clippy::disallowed_methods, reason = "a test reads files")]

use expect_test::{Expect, expect};
use stair_exercise::{Answer, File, Grader, Report, Set};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn workshop() -> Set {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/workshop");
    let files = fs::read_dir(folder).expect("a folder").map(|entry| {
        let path = entry.expect("an entry").path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        File { name, text: fs::read_to_string(&path).expect("a readable file") }
    });
    Set::new(&files.collect::<Vec<_>>())
}

fn text(report: &Report) -> String {
    let items = report.items.iter().map(|item| {
        let mark = if item.passed { "+" } else { "-" };
        let place = item.place.map_or_else(String::new, |place| format!(" at {}:{}", place.line, place.column));
        format!("{mark} {}: {}{place}\n", item.asked, item.found)
    });
    items.collect()
}

/// The starter of an exercise.
fn starter(set: &Set, id: &str) -> String {
    let block = set.exercise(id).and_then(|exercise| exercise.starter.as_ref());
    block.expect("a starter").code.text().to_owned()
}

/// What is said of a program.
fn check(grader: &Grader, set: &Set, id: &str, program: Option<&str>, answers: &[(&str, &str)], expected: &Expect) {
    let exercise = set.exercise(id).expect("the exercise");
    let questions: BTreeMap<String, String> = answers.iter().map(|(id, text)| ((*id).into(), (*text).into())).collect();
    let report = grader.grade(exercise, &Answer { program: program.map(str::to_owned), questions });
    expected.assert_eq(&text(&report));
}

#[test]
fn nothing_is_wrong_with_the_workshop() {
    let set = workshop();
    assert_eq!(set.title, "From loops to machines");
    let ids: Vec<&str> = set.exercises.iter().map(|exercise| exercise.id.text.as_str()).collect();
    assert_eq!(ids, ["sum", "average", "bounds", "moves", "stack"]);
    let mut all = String::new();
    for (file, problem) in set.check(&Grader::new()) {
        let mut sources = stair::source::SourceMap::default();
        sources.add(file);
        all.push_str(&stair::source::render_problems(&[problem], &sources, false));
    }
    assert_eq!(all, "");
}

#[test]
fn tests_and_checks_say_what_was_found_and_where() {
    let (set, grader) = (workshop(), Grader::new());
    let starter = starter(&set, "sum");
    check(
        &grader,
        &set,
        "sum",
        Some(&starter),
        &[],
        &expect![[r#"
        + the program compiles: 
        - test `adds_them_up` passes: panicked in the test, at `assert_eq!(sum_of_squares(&[1, 2, 3]), 14);`: assertion `left == right` failed
          left: 6
         right: 14
        + test `of_nothing_is_zero` passes: 
        - test `panics_when_it_does_not_fit` panics with "overflow": it did not panic
        - `sum_of_squares` uses an iterator, not a `for` loop: it is there at 7:5
        + the run takes no memory from the heap: the run takes no memory from the heap
        - `square` has at most 8 bytecode instructions: nothing that runs calls `square`, so it is not compiled
    "#]],
    );
    let boxes = "fn square(n: u64) -> u64 { n * n }
fn sum_of_squares(numbers: &[u64]) -> u64 {
    let all: Vec<u64> = numbers.iter().map(|n| square(*n)).collect();
    all.iter().sum()
}
fn main() { println!(\"{}\", sum_of_squares(&[1])); }
";
    check(
        &grader,
        &set,
        "sum",
        Some(boxes),
        &[],
        &expect![[r#"
        + the program compiles: 
        + test `adds_them_up` passes: 
        + test `of_nothing_is_zero` passes: 
        + test `panics_when_it_does_not_fit` panics with "overflow": 
        + `sum_of_squares` uses an iterator, not a `for` loop: it is not there
        - the run takes no memory from the heap: the run takes 1 block from the heap
        + `square` has at most 8 bytecode instructions: `square` has 4 bytecode instructions
    "#]],
    );
}

#[test]
fn a_program_that_does_not_compile_fails_everything() {
    let (set, grader) = (workshop(), Grader::new());
    check(
        &grader,
        &set,
        "sum",
        Some("fn square(n: u64) -> u64 { n * m }"),
        &[],
        &expect![[r#"
        - the program compiles: error[E0425]: cannot find value `m` in this scope
         --> src/main.rs:1:32
          |
        1 | fn square(n: u64) -> u64 { n * m }
          |                                ^ not found in this scope
          |
        help: a local variable with a similar name exists
          |
        1 - fn square(n: u64) -> u64 { n * m }
        1 + fn square(n: u64) -> u64 { n * n }
          | at 1:32
        - test `adds_them_up` passes: the program does not compile
        - test `of_nothing_is_zero` passes: the program does not compile
        - test `panics_when_it_does_not_fit` panics with "overflow": the program does not compile
        - `sum_of_squares` uses an iterator, not a `for` loop: the program does not compile
        - the run takes no memory from the heap: the program does not compile
        - `square` has at most 8 bytecode instructions: the program does not compile
    "#]],
    );
    check(
        &grader,
        &set,
        "sum",
        Some("fn square(n: u64) -> u64 { n * n }"),
        &[],
        &expect![[r#"
        + the program compiles: 
        - test `adds_them_up` passes: the tests do not fit the program: cannot find function `sum_of_squares` in this scope
        - test `of_nothing_is_zero` passes: the tests do not fit the program: cannot find function `sum_of_squares` in this scope
        - test `panics_when_it_does_not_fit` panics with "overflow": the tests do not fit the program: cannot find function `sum_of_squares` in this scope
        - `sum_of_squares` uses an iterator, not a `for` loop: there is no function `sum_of_squares`
        - the run takes no memory from the heap: the tests do not fit the program: cannot find function `sum_of_squares` in this scope
        - `square` has at most 8 bytecode instructions: the tests do not fit the program: cannot find function `sum_of_squares` in this scope
    "#]],
    );
    check(
        &grader,
        &set,
        "sum",
        None,
        &[],
        &expect![[r#"
        - the program compiles: there is no program
    "#]],
    );
}

#[test]
fn runs_are_compared_to_what_is_asked_for() {
    let (set, grader) = (workshop(), Grader::new());
    let starter = starter(&set, "average");
    check(
        &grader,
        &set,
        "average",
        Some(&starter),
        &[],
        &expect![[r#"
        + the program compiles: 
        - prints the average of three numbers: in standard output, line 1 is "9", and "3" is asked for
        - skips empty lines: panicked on line 7: called `Result::unwrap()` on an `Err` value: ParseIntError { kind: Empty } at 7:47
        - panics without numbers: it did not panic, but ended with exit code 0
        + the program does without the method `collect`: it is not there
        + the program uses `stdin`: it is there
    "#]],
    );
    check(
        &grader,
        &set,
        "average",
        Some("fn main() { loop {} }"),
        &[],
        &expect![[r#"
        + the program compiles: 
        - prints the average of three numbers: it did not end within 1000000 steps
        - skips empty lines: it did not end within 1000000 steps
        - panics without numbers: it did not end within 1000000 steps
        + the program does without the method `collect`: it is not there
        - the program uses `stdin`: it is not there
    "#]],
    );
}

#[test]
fn the_release_profile_is_looked_at() {
    let (set, grader) = (workshop(), Grader::new());
    let starter = starter(&set, "bounds");
    check(
        &grader,
        &set,
        "bounds",
        Some(&starter),
        &[],
        &expect![[r#"
        + the program compiles: 
        + prints the total: 
        - No index is checked in the loop of `total`: there is 1 bounds check at 5:18
        + the IR of `total` lacks the operation `checked` in the release profile: the IR of `total` has no `checked`
        + the Wasm module has at most 12000 bytes in the release profile: the module has 6434 bytes
    "#]],
    );
}

#[test]
fn questions_are_answered_by_the_engine() {
    let set = workshop();
    let grader = Grader::new();
    let mut all = String::new();
    for id in ["moves", "stack"] {
        let exercise = set.exercise(id).expect("the exercise");
        for question in &exercise.questions {
            let answer = grader.answer(exercise, &question.id.text);
            all.push_str(&format!("{id} {}: {}\n", question.id.text, answer.expect("an answer").trim()));
        }
    }
    expect![[r#"
        moves accepted: no
        moves code: E0382
        stack variable: 5
        stack top: 1
        stack times: 3
        stack next: 9
        stack printed: 14
        stack operation: MUL_U32
        stack count: 4
        stack size: 8
        stack end: 0
    "#]]
    .assert_eq(&all);
}

#[test]
fn answers_are_compared_with_the_engines() {
    let (set, grader) = (workshop(), Grader::new());
    check(
        &grader,
        &set,
        "stack",
        None,
        &[("variable", " 5 "), ("top", "2"), ("printed", "14"), ("operation", "mul_u32")],
        &expect![[r#"
        + What is `total` when line 4 begins for the third time?: 
        - What is on top of the operand stack after the first instruction of `square`?: `2` is not the answer
        - How often does the multiplication on line 9 run?: it is not answered
        - Line 4 runs for the first time. On which line does it go on?: it is not answered
        + What does the program print?: 
        + The two factors are on the stack. Which instruction is next? (It stands at 6.): 
        - How many bytecode instructions does `square` have in the release profile?: it is not answered
        - How many bytes does an `Option<u32>` take?: it is not answered
        - How does the program end? (Its exit code, or `panic`.): it is not answered
    "#]],
    );
}

#[test]
fn line_breaks_of_windows_are_read() {
    let grader = Grader::new();
    for exercise in workshop().exercises {
        let text = exercise.file.text.replace('\n', "\r\n");
        let (other, problems) = stair_exercise::parse(&exercise.file.name, &text);
        assert_eq!(problems, []);
        assert_eq!(grader.check(&other), []);
        if let Some((one, other)) = exercise.tests.as_ref().zip(other.tests.as_ref()) {
            assert_eq!(one.code.text(), other.code.text());
            let range = other.code.range(8..20);
            assert_eq!(text[range].replace('\r', ""), one.code.text()[8..20]);
        }
    }
}

#[test]
fn a_program_does_not_pass_by_ending_the_test_or_by_its_own_macros() {
    let (set, grader) = (workshop(), Grader::new());
    let exits = "fn square(n: u64) -> u64 { n * n }
fn sum_of_squares(numbers: &[u64]) -> u64 { std::process::exit(numbers.len() as i32 - 3) }
";
    check(
        &grader,
        &set,
        "sum",
        Some(exits),
        &[],
        &expect![[r#"
        + the program compiles: 
        - test `adds_them_up` passes: the program exits with code 0 before the test has ended
        - test `of_nothing_is_zero` passes: the program exits with code -3 before the test has ended
        - test `panics_when_it_does_not_fit` panics with "overflow": the program exits with code -2 before the test has ended
        + `sum_of_squares` uses an iterator, not a `for` loop: it is not there
        + the run takes no memory from the heap: the run takes no memory from the heap
        - `square` has at most 8 bytecode instructions: nothing that runs calls `square`, so it is not compiled
    "#]],
    );
    let shadows = "macro_rules! assert_eq { ($($t:tt)*) => {} }
fn square(n: u64) -> u64 { n * n }
fn sum_of_squares(_: &[u64]) -> u64 { panic!(\"overflow\") }
";
    check(
        &grader,
        &set,
        "sum",
        Some(shadows),
        &[],
        &expect![[r#"
        + the program compiles: 
        - test `adds_them_up` passes: the program defines `assert_eq!` itself, and tests need that of std
        - test `of_nothing_is_zero` passes: the program defines `assert_eq!` itself, and tests need that of std
        - test `panics_when_it_does_not_fit` panics with "overflow": the program defines `assert_eq!` itself, and tests need that of std
        + `sum_of_squares` uses an iterator, not a `for` loop: it is not there
        + the run takes no memory from the heap: the run takes no memory from the heap
        - `square` has at most 8 bytecode instructions: nothing that runs calls `square`, so it is not compiled
    "#]],
    );
}
