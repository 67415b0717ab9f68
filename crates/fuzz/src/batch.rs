//! Many programs compared as the modules of one, which shares what the library costs each of them.

use crate::compare::{self, Ended, MAX_STEPS, NotRun, PROFILES, Run};
use stair::Compiler;
use std::fmt::Write as _;

/// What panic messages call the file of a batch.
const FILE: &str = "batch.rs";

/// A program to compare: its name, its text, and what `rustc`'s builds of it do, where that is known.
#[derive(Clone, Debug)]
pub struct Question {
    /// What panic messages call the file.
    pub name: String,
    /// The program, with a `pub fn main`.
    pub text: String,
    /// In both profiles.
    pub expected: Option<[Ended; 2]>,
}

impl Question {
    /// What is wrong with how Staircase treats the program by itself.
    #[must_use]
    pub fn examine(&self, compiler: &Compiler) -> Option<String> {
        compare::examine(compiler, &self.name, &self.text, self.expected.as_ref())
    }
}

/// The numbers of the programs that do in a batch what they should not.
///
/// # Errors
/// If the batch does not compile; each program is then to be looked at by itself.
pub fn suspects(compiler: &Compiler, questions: &[Question]) -> Result<Vec<usize>, NotRun> {
    let (text, first_lines) = merged(questions);
    let inputs: Vec<Vec<u8>> = (0..questions.len()).map(|i| i.to_string().into_bytes()).collect();
    let runs = compare::run_inputs(compiler, FILE, &text, &inputs, &PROFILES, Some(MAX_STEPS))?;
    let is_wrong = |(i, runs): (usize, Vec<Run>)| {
        let alone = |mut run: Run| {
            if let Ok(ended) = &mut run.ended {
                ended.stderr = positions_alone(&ended.stderr, &questions[i].name, first_lines[i]);
            }
            run
        };
        let runs: Vec<Run> = runs.into_iter().map(alone).collect();
        (!compare::differing(&runs, questions[i].expected.as_ref()).is_empty()).then_some(i)
    };
    Ok(runs.into_iter().enumerate().filter_map(is_wrong).collect())
}

/// A program that runs the one whose number it reads, and how many lines stand before each one's first.
fn merged(questions: &[Question]) -> (String, Vec<usize>) {
    let (mut text, mut arms, mut lines) = (String::new(), String::new(), 0);
    let mut first_lines = Vec::new();
    for (i, question) in questions.iter().enumerate() {
        first_lines.push(lines + 1);
        let module = format!("mod p{i} {{\n{}\n}}\n", question.text);
        lines += module.matches('\n').count();
        text.push_str(&module);
        let _ = writeln!(arms, "        \"{i}\" => p{i}::main(),");
    }
    let _ = write!(
        text,
        "fn main() {{\n    let mut number = String::new();\n    let _ = std::io::stdin().read_line(&mut number);\n    \
         match number.as_str() {{\n{arms}        _ => unreachable!(),\n    }}\n}}\n"
    );
    (text, first_lines)
}

/// Panic messages with the positions that they would have if the program stood alone in its file.
fn positions_alone(text: &str, name: &str, lines_before: usize) -> String {
    let file = format!("{FILE}:");
    let mut parts = text.split(&file);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        let line = part[..digits].parse::<usize>().unwrap_or(0).saturating_sub(lines_before);
        let _ = write!(out, "{name}:{line}{}", &part[digits..]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn question(i: usize, text: &str, stdout: &str, stderr: &str) -> Question {
        let ended =
            Ended { code: if stderr.is_empty() { 0 } else { 101 }, stdout: stdout.into(), stderr: stderr.into() };
        Question { name: format!("s{i}.rs"), text: text.into(), expected: Some([ended.clone(), ended]) }
    }

    const NOTE: &str = "note: run with `RUST_BACKTRACE=1` environment variable to display a backtrace\n";

    #[test]
    fn each_program_of_a_batch_is_compared_as_if_it_were_alone() {
        let panics = "pub fn main() {\n    print!(\"b\");\n    panic!(\"no\");\n}\n";
        let message = |line: usize| format!("\nthread 'main' panicked at s1.rs:{line}:5:\nno\n{NOTE}");
        let questions = [
            question(0, "pub fn main() { print!(\"a\"); }", "a", ""),
            question(1, panics, "b", &message(3)),
            question(2, "pub fn main() { print!(\"c\"); }", "c", ""),
        ];
        let compiler = Compiler::new();
        assert_eq!(suspects(&compiler, &questions), Ok(vec![]));
        let elsewhere = [questions[0].clone(), question(1, panics, "b", &message(4)), questions[2].clone()];
        assert_eq!(suspects(&compiler, &elsewhere), Ok(vec![1]));
        let silent = [questions[0].clone(), questions[1].clone(), question(2, "pub fn main() {}", "c", "")];
        assert_eq!(suspects(&compiler, &silent), Ok(vec![2]));
        let rejected = [questions[0].clone(), question(1, "pub fn main() { 1 + }", "", "")];
        assert!(matches!(suspects(&compiler, &rejected), Err(NotRun::Rejected(_))));
        assert!(rejected[1].examine(&compiler).is_some() && rejected[0].examine(&compiler).is_none());
    }
}
