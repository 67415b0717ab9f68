//! Whatever a file holds, reading and checking it ends without a panic.

#![allow(clippy::disallowed_methods, reason = "a test reads files")]

use stair_exercise::{Answer, File, Grader, Set, parse, to_html};
use std::fs;
use std::path::{Path, PathBuf};

/// Every exercise of the repository.
fn texts() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests");
    let mut paths: Vec<PathBuf> = ["workshop", "exercise"]
        .iter()
        .flat_map(|folder| fs::read_dir(root.join(folder)).expect("a folder"))
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|end| end == "md" || end == "toml"))
        .collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).expect("a readable file")).collect()
}

/// Pseudo-random numbers, the same each time.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % end.max(1)
    }
}

fn read(text: &str) {
    let (exercise, problems) = parse("a.md", text);
    // Rendering looks at every place.
    let rendered = stair::source::render_problems(&problems, &exercise.sources(), false);
    assert_eq!(problems.is_empty(), rendered.is_empty());
    let _ = Set::new(&[
        File { name: "workshop.toml".into(), text: text.into() },
        File { name: "a.md".into(), text: text.into() },
    ]);
}

#[test]
fn files_that_are_cut_are_read() {
    for text in texts() {
        for end in (0..text.len()).filter(|&end| text.is_char_boundary(end)) {
            if end % 7 == 0 {
                let _ = parse("a.md", &text[..end]);
            }
            if end % 97 == 0 {
                read(&text[..end]);
                read(&text[end..]);
            }
        }
    }
}

#[test]
fn files_that_are_disturbed_are_read_and_checked() {
    const PIECES: [&str; 16] = [
        "+++\n",
        "```",
        "```rust starter\n",
        "\n\n",
        "\r\n",
        "> ",
        "- ",
        "## Hint\n",
        "[[check]]\n",
        "\u{0}",
        "\u{feff}",
        "ß",
        "\t",
        "= [",
        "<script>",
        "fn main() {}",
    ];
    let grader = Grader::new();
    let mut numbers = Numbers(7);
    for (index, text) in texts().iter().enumerate() {
        for round in 0..12 {
            let mut changed: Vec<char> = text.chars().collect();
            for _ in 0..=numbers.below(6) {
                let at = numbers.below(changed.len());
                match numbers.below(3) {
                    0 => drop(changed.drain(at..(at + numbers.below(40)).min(changed.len()))),
                    1 => drop(changed.splice(at..at, PIECES[numbers.below(PIECES.len())].chars())),
                    _ => changed.truncate(changed.len() - numbers.below(9).min(changed.len())),
                }
            }
            let changed: String = changed.into_iter().collect();
            read(&changed);
            if round == 0 && index % 3 == 0 {
                let (exercise, _) = parse("a.md", &changed);
                let problems = grader.check(&exercise);
                let _ = stair::source::render_problems(&problems, &exercise.sources(), false);
            }
        }
    }
}

#[test]
fn bytes_that_are_no_exercise_are_read() {
    let mut numbers = Numbers(42);
    for length in 0..400 {
        let bytes: Vec<u8> = (0..length).map(|_| numbers.below(256) as u8).collect();
        read(&String::from_utf8_lossy(&bytes));
        let ascii: String = (0..length).map(|_| char::from(b" \n`+#=[]\"x1>-"[numbers.below(13)])).collect();
        read(&format!("+++\n{ascii}"));
        read(&format!("+++\ntitle = \"t\"\n+++\n{ascii}"));
    }
}

#[test]
fn programs_that_are_no_programs_are_graded() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/workshop");
    let text = fs::read_to_string(root.join("01-sum.md")).expect("a readable file");
    let (exercise, _) = parse("01-sum.md", &text);
    let grader = Grader::new();
    let solution = exercise.solution.as_ref().expect("a solution").code.text().to_owned();
    for program in
        ["", "fn", "}", "fn main() { main }", "mod tests {}", "\u{0}", "#![test]", "fn sum_of_squares() {}", "ß"]
    {
        let report = grader.grade(&exercise, &Answer { program: Some(program.into()), ..Answer::default() });
        assert!(!report.is_solved(), "{program}");
    }
    for end in (0..solution.len()).step_by(5) {
        let _ = grader.grade(&exercise, &Answer { program: Some(solution[..end].into()), ..Answer::default() });
    }
}

#[test]
fn html_runs_no_script() {
    let text = "x <script>alert(1)</script> [a](javascript:alert) [b]( JaVa\tScript:x ) [c](data:text/html,x) ![d](vbscript:x) \
        [e](https://a.b) [f](../c.md) <img src=x onerror=alert(1)>\n\n<div onclick=\"x\">\n\n```rust\" onload=\"x\n1 < 2\n```\n\n# H {#id onclick=x}\n";
    let html = to_html(text);
    for wrong in
        ["<script", "\"javascript:", "\"data:", "\"vbscript:", "onerror=alert(1)>", "<div", "onload=\"", "<h1 "]
    {
        assert!(!html.contains(wrong), "{wrong}: {html}");
    }
    for right in ["&lt;script&gt;", "<a href=\"https://a.b\">", "<a href=\"../c.md\">", "1 &lt; 2"] {
        assert!(html.contains(right), "{right}: {html}");
    }
}
