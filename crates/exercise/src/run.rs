//! Running a program to its end, and what came of it.

use crate::exercise::Engine;
use stair::host::MemoryHost;
use stair::vm::{Status, Vm};
use stair::{Failure, Outcome, RunLimits, Session};

/// What came of a run.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Ran {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) end: End,
}

/// How a run ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum End {
    /// With this exit code.
    Exited(i32),
    /// By a panic.
    Panicked(Panic),
    /// It did not end within the limit.
    OutOfSteps(u64),
}

/// A panic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Panic {
    /// What it says.
    pub(crate) message: String,
    /// Line and column in the program's text; `None` for a place in the library.
    pub(crate) at: Option<(u32, u32)>,
}

/// The exit code of a program that panicked.
const PANIC_EXIT_CODE: i32 = 101;
/// The library's file of what a panic does.
pub(crate) const PANICS_FILE: &str = "library/panicking.rs";
/// How a panic's report begins, and how it ends.
const PANIC_HEAD: &str = "\nthread 'main' panicked at ";
const PANIC_NOTE: &str = "\nnote: run with `RUST_BACKTRACE=1`";

/// Run a program that is accepted.
///
/// # Errors
/// As for the engines.
pub(crate) fn run(session: &Session, engine: Engine, stdin: &str, max_steps: u64) -> Result<Ran, Failure> {
    let mut host = MemoryHost { stdin: stdin.as_bytes().to_vec(), ..MemoryHost::default() };
    let limits = RunLimits { max_steps: Some(max_steps), ..RunLimits::default() };
    let (outcome, may_have_panicked) = match engine {
        Engine::Vm => {
            let mut vm = session.vm_runner()?.start()?;
            match vm.run(&mut host, max_steps) {
                Status::Exited(code) => (Outcome::Exited(code), is_panicking(&vm, session)),
                Status::Paused => (Outcome::OutOfSteps, false),
            }
        }
        // The tree walker keeps nothing of what ran last: its report is believed.
        Engine::Tree => (session.tree_runner()?.run(&mut host, limits)?, true),
    };
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (stdout, stderr) = (text(&host.stdout), text(&host.stderr));
    let end = match outcome {
        Outcome::OutOfSteps => End::OutOfSteps(max_steps),
        Outcome::Exited(code) => match panic(&stderr, session).filter(|_| code == PANIC_EXIT_CODE && may_have_panicked)
        {
            Some(panic) => End::Panicked(panic),
            None => End::Exited(code),
        },
    };
    Ok(Ran { stdout, stderr, end })
}

/// Whether the program ended in the library's code of panics.
fn is_panicking(vm: &Vm, session: &Session) -> bool {
    let funcs = &vm.code().verified().program().funcs;
    let file = |func: u32| funcs.get(func as usize).map(|func| session.sources().file(func.span.file).name.as_str());
    vm.frames(usize::MAX).iter().any(|frame| file(frame.func).is_some_and(|name| name.ends_with(PANICS_FILE)))
}

/// The last panic that standard error reports.
fn panic(stderr: &str, session: &Session) -> Option<Panic> {
    let start = stderr.rfind(PANIC_HEAD)? + PANIC_HEAD.len();
    let (place, rest) = stderr[start..].split_once(":\n")?;
    let message = rest.find(PANIC_NOTE).map_or(rest.trim_end_matches('\n'), |end| &rest[..end]);
    let name = session.sources().file(stair::source::FileId::USER).name.as_str();
    let at = place.strip_prefix(name).and_then(|at| at.strip_prefix(':')).and_then(|at| at.split_once(':'));
    let at = at.and_then(|(line, column)| Some((line.parse().ok()?, column.parse().ok()?)));
    Some(Panic { message: message.to_owned(), at })
}

/// The first line in which two texts differ, in words.
pub(crate) fn difference(found: &str, wanted: &str) -> String {
    let (mut all_found, mut all_wanted) = (found.split('\n'), wanted.split('\n'));
    for line in 1.. {
        match (all_found.next(), all_wanted.next()) {
            (Some(one), Some(other)) if one == other => {}
            (Some(""), None) => return format!("there is a line break more after line {}", line - 1),
            (None, Some("")) => return format!("the line break after line {} is missing", line - 1),
            (Some(one), Some(other)) => return format!("line {line} is {one:?}, and {other:?} is asked for"),
            (Some(one), None) => return format!("line {line} is {one:?}, and nothing more is asked for"),
            (None, Some(other)) => return format!("line {line} is missing: {other:?} is asked for"),
            (None, None) => break,
        }
    }
    "it is the same".to_owned()
}

#[cfg(test)]
mod tests {
    use super::{End, Panic, difference, run};
    use crate::exercise::Engine;
    use stair::{Compiler, Profile, Session};

    fn end(compiler: &Compiler, text: &str, engine: Engine, max_steps: u64) -> End {
        let session = Session::new(compiler, "src/main.rs", text, Profile::Debug);
        run(&session, engine, "", max_steps).expect("runs").end
    }

    #[test]
    fn ends_are_told_apart() {
        let compiler = Compiler::new();
        let end = |text: &str, engine, max_steps| end(&compiler, text, engine, max_steps);
        for engine in [Engine::Vm, Engine::Tree] {
            let panic = |message: &str, at| End::Panicked(Panic { message: message.into(), at });
            assert_eq!(end("fn main() {}", engine, 100_000), End::Exited(0));
            assert_eq!(end("fn main() { loop {} }", engine, 1000), End::OutOfSteps(1000));
            assert_eq!(end("fn main() { std::process::exit(101) }", engine, 100_000), End::Exited(101));
            let text = "fn main() {\n    panic!(\"one\\ntwo\")\n}";
            assert_eq!(end(text, engine, 100_000), panic("one\ntwo", Some((2, 5))));
            let text = "fn main() {\n    let v = vec![1]; let i = 3; println!(\"{}\", v[i]);\n}";
            let message = "index out of bounds: the len is 1 but the index is 3";
            assert_eq!(end(text, engine, 100_000), panic(message, Some((2, 49))));
        }
        let text = "fn main() {\n    eprintln!(\"\\nthread 'main' panicked at src/main.rs:1:1:\\nno\"); std::process::exit(101)\n}";
        assert_eq!(end(text, Engine::Vm, 100_000), End::Exited(101), "what only looks like a panic");
    }

    #[test]
    fn differences_are_told_by_line() {
        assert_eq!(difference("a\nb\n", "a\nc\n"), "line 2 is \"b\", and \"c\" is asked for");
        assert_eq!(difference("a", "a\n"), "the line break after line 1 is missing");
        assert_eq!(difference("a\n", "a"), "there is a line break more after line 1");
        assert_eq!(difference("a", "a\nb"), "line 2 is missing: \"b\" is asked for");
        assert_eq!(difference("a\nb", "a"), "line 2 is \"b\", and nothing more is asked for");
    }
}
