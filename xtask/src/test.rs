//! Every test there is, as one list of steps.

use std::process::Command;
use std::time::Instant;

use crate::dist;
use crate::process::{Result, command, run_watched};
use crate::setup;
use crate::toolchain::{Toolchain, WasmRust};

/// One step of the tests.
struct Step {
    name: &'static str,
    /// What it does.
    work: Work,
}

enum Work {
    /// Runs a program. It counts as one test, unless its output has lines that this module knows how to count.
    Program(fn(&Toolchain) -> Command),
    /// Calls a function; counts as one test.
    Call(fn(&Toolchain) -> Result<()>),
}

use Work::{Call, Program};

/// The steps, in order. Cheap ones come first; a failed step does not keep the later ones from running.
const STEPS: &[Step] = &[
    Step { name: "format", work: Program(|_| cargo(&["fmt", "--all", "--check"])) },
    Step {
        name: "lint",
        work: Program(|_| cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    },
    Step { name: "lint the page", work: Program(lint_page) },
    Step { name: "test", work: Program(|_| cargo(&["test", "--workspace", "--no-fail-fast"])) },
    Step { name: "build the page", work: Call(dist::dist) },
    Step { name: "test in a browser", work: Program(browser_tests) },
];

fn cargo(arguments: &[&str]) -> Command {
    let mut cargo = command("cargo");
    cargo.args(arguments);
    cargo
}

/// The page's code is mostly for the Wasm target only, so the native lint does not see it. Debian's Rust has no clippy; there
/// the compiler's own warnings have to do. Only the page's own package: the others are linted natively, and some of their
/// lints ask for the sizes of a 64-bit target.
fn lint_page(toolchain: &Toolchain) -> Command {
    let mut cargo = toolchain.command("cargo");
    let package = ["--package", "stair-web", "--target", crate::pins::WASM_TARGET];
    match toolchain.rust {
        WasmRust::OnPath => cargo.arg("clippy").args(package).args(["--no-deps", "--", "-D", "warnings"]),
        WasmRust::Debian => cargo.arg("check").args(package),
    };
    cargo
}

fn browser_tests(toolchain: &Toolchain) -> Command {
    let mut node = toolchain.command("node");
    node.args(["tests/e2e/run.mjs", "dist"]);
    if let Ok(browser) = setup::browser() {
        node.env("CHROMIUM", browser);
    }
    if let Some(firefox) = setup::installed_firefox() {
        node.env("FIREFOX", firefox);
    }
    node
}

/// Sets up and runs the steps whose name contains `only`. The result tells whether all passed.
pub(crate) fn test(only: Option<&str>) -> Result<bool> {
    let toolchain = setup::set_up(setup::EVERYTHING)?;
    let mut total = Count::default();
    let mut summary = Vec::new();
    for step in STEPS.iter().filter(|step| only.is_none_or(|only| step.name.contains(only))) {
        println!("\n== {}", step.name);
        let start = Instant::now();
        let count = run_step(step, &toolchain);
        let line = format!("{:<20} {:>7.1} s   {count}", step.name, start.elapsed().as_secs_f64());
        println!("== {line}");
        summary.push(line);
        total += count;
    }
    println!("\n{}\n{total}", summary.join("\n"));
    Ok(total.failed == 0)
}

fn run_step(step: &Step, toolchain: &Toolchain) -> Count {
    let mut counted = Count::default();
    let result = match step.work {
        Call(work) => work(toolchain).map(|()| true),
        Program(make) => run_watched(&mut make(toolchain), |line| counted += Count::read(line)),
    };
    let failed = |count: Count| Count { failed: count.failed.max(1), ..count };
    match result {
        Ok(true) if counted == Count::default() => Count { passed: 1, failed: 0 },
        Ok(true) => counted,
        Ok(false) => failed(counted),
        Err(message) => {
            println!("error: {message}");
            failed(counted)
        }
    }
}

/// How many tests passed and failed.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
struct Count {
    passed: u32,
    failed: u32,
}

impl Count {
    /// Reads the closing line of a test program: cargo's `test result: ok. 12 passed; 0 failed; …` or this project's
    /// `12 passed, 0 failed`. Any other line counts nothing.
    fn read(line: &str) -> Count {
        let line =
            line.strip_prefix("test result: ").map_or(line, |rest| rest.split_once(". ").map_or("", |(_, rest)| rest));
        let mut words = line.split([' ', ',', ';']).filter(|word| !word.is_empty());
        let mut number_before = |unit: &str| {
            let number = words.next()?.parse().ok()?;
            (words.next()? == unit).then_some(number)
        };
        match (number_before("passed"), number_before("failed")) {
            (Some(passed), Some(failed)) => Count { passed, failed },
            _ => Count::default(),
        }
    }
}

impl std::ops::AddAssign for Count {
    fn add_assign(&mut self, other: Count) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl std::fmt::Display for Count {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

#[cfg(test)]
mod tests {
    use super::Count;

    #[test]
    fn closing_lines_are_counted() {
        let cases = [
            ("test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s", (12, 0)),
            ("test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out", (3, 2)),
            ("14 passed, 1 failed", (14, 1)),
            ("12 passed by, 3 failed", (0, 0)),
            ("", (0, 0)),
            ("test result: ", (0, 0)),
        ];
        for (line, (passed, failed)) in cases {
            assert_eq!(Count::read(line), Count { passed, failed }, "{line}");
        }
    }

    #[test]
    fn versions_that_must_be_equal_are() {
        let root = crate::process::root();
        for (file, line) in [
            ("web/Cargo.toml", format!("wasm-bindgen = \"={}\"", crate::pins::WASM_BINDGEN)),
            ("Trunk.toml", format!("wasm_bindgen = \"{}\"", crate::pins::WASM_BINDGEN)),
        ] {
            let text = std::fs::read_to_string(root.join(file)).unwrap_or_default();
            assert!(text.contains(&line), "{file} has no line `{line}`");
        }
    }
}
