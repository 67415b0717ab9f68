//! What `rustc`'s builds of generated programs do. Many programs go into one build as modules, each in a file of its own,
//! so that positions in panic messages are those of the program alone.

use crate::compare::Ended;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What cargo's profiles do to a program, without the optimisations, which would take most of the time.
const FLAGS: [&[&str]; 2] = [
    &["--edition=2024", "-Awarnings", "-Cdebug-assertions=on", "-Coverflow-checks=on", "-Copt-level=0"],
    &["--edition=2024", "-Awarnings", "-Cdebug-assertions=off", "-Coverflow-checks=off", "-Copt-level=0"],
];

/// What is in the message of every panic of a check that only the debug profile has.
const OVERFLOW: &str = "with overflow";

/// How long one program may run.
const MAX_TIME: Duration = Duration::from_secs(10);

/// What became of a program.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Native {
    /// It ended, in the debug and in the release profile.
    Ended([Ended; 2]),
    /// `rustc` rejects it and says this.
    Rejected(String),
    /// It did not end in time.
    TooLong,
}

/// Whether there is a `rustc`.
#[must_use]
pub fn is_there() -> bool {
    Command::new("rustc").arg("-vV").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

/// Build and run programs, each with a name for its file, in a folder that is made for it.
///
/// # Errors
/// If files cannot be written or `rustc` cannot be started.
pub fn run(folder: &Path, programs: &[(String, String)]) -> io::Result<Vec<Native>> {
    fs::create_dir_all(folder)?;
    for (name, text) in programs {
        fs::write(folder.join(name), text)?;
    }
    let mut results: Vec<Option<Native>> = vec![None; programs.len()];
    // A rejected program is taken out, and the rest built again.
    while let Err(errors) = build(folder, 0, &batch(programs, |i| results[i].is_none()))? {
        let mut found = false;
        for (result, (name, _)) in results.iter_mut().zip(programs) {
            if result.is_none() && errors.contains(&format!("--> {name}:")) {
                *result = Some(Native::Rejected(about(&errors, name)));
                found = true;
            }
        }
        if !found {
            return Err(io::Error::other(format!("rustc fails on the batch:\n{errors}")));
        }
    }
    let mut overflows = vec![false; programs.len()];
    for (i, result) in results.iter_mut().enumerate() {
        if result.is_none() {
            let debug = execute(folder, 0, i)?;
            overflows[i] = debug.as_ref().is_some_and(|ended| ended.stderr.contains(OVERFLOW));
            // The release profile only leaves out checks, so a program that passes all of them does the same in it.
            *result = Some(debug.map_or(Native::TooLong, |debug| Native::Ended([debug.clone(), debug])));
        }
    }
    if overflows.contains(&true) {
        if let Err(errors) = build(folder, 1, &batch(programs, |i| overflows[i]))? {
            return Err(io::Error::other(format!("rustc fails on the release profile of the batch:\n{errors}")));
        }
        for (i, result) in results.iter_mut().enumerate() {
            if overflows[i] {
                match (execute(folder, 1, i)?, result) {
                    (Some(ended), Some(Native::Ended([_, release]))) => *release = ended,
                    (_, result) => *result = Some(Native::TooLong),
                }
            }
        }
    }
    Ok(results.into_iter().map(|result| result.unwrap_or(Native::TooLong)).collect())
}

/// Build a batch in a profile; what `rustc` says if it cannot.
fn build(folder: &Path, profile: usize, batch: &str) -> io::Result<Result<(), String>> {
    fs::write(folder.join("batch.rs"), batch)?;
    let binary = format!("batch{profile}");
    let output =
        Command::new("rustc").args(FLAGS[profile]).args(["batch.rs", "-o", &binary]).current_dir(folder).output()?;
    let is_built = output.status.success();
    Ok(if is_built { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).into_owned()) })
}

/// A program that runs the one whose number it is given, of those that are wanted.
fn batch(programs: &[(String, String)], is_wanted: impl Fn(usize) -> bool) -> String {
    let (mut modules, mut arms) = (String::new(), String::new());
    for (i, (name, _)) in programs.iter().enumerate() {
        if is_wanted(i) {
            let _ = writeln!(modules, "#[path = \"{name}\"]\nmod p{i};");
            let _ = writeln!(arms, "        {i} => p{i}::main(),");
        }
    }
    format!(
        "{modules}\nfn main() {{\n    match std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(usize::MAX) {{\n\
         {arms}        n => unreachable!(\"there is no program {{n}}\"),\n    }}\n}}\n"
    )
}

/// The messages about one file.
fn about(errors: &str, name: &str) -> String {
    errors.split("\n\n").filter(|message| message.contains(&format!("--> {name}:"))).collect::<Vec<_>>().join("\n\n")
}

fn execute(folder: &Path, profile: usize, number: usize) -> io::Result<Option<Ended>> {
    let (out, err) = (folder.join("stdout"), folder.join("stderr"));
    let mut child = Command::new(folder.join(format!("batch{profile}")))
        .arg(number.to_string())
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(fs::File::create(&out)?)
        .stderr(fs::File::create(&err)?)
        .spawn()?;
    let started = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if started.elapsed() > MAX_TIME {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(Duration::from_micros(300));
    };
    #[cfg(unix)]
    let signal = std::os::unix::process::ExitStatusExt::signal(&status);
    #[cfg(not(unix))]
    let signal = None;
    let text = |path: &Path| fs::read(path).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    Ok(Some(Ended {
        code: status.code().unwrap_or_else(|| 128 + signal.unwrap_or(0)),
        stdout: text(&out)?,
        stderr: without_thread_id(&text(&err)?),
    }))
}

/// `thread 'main' (4711) panicked` without the number, which the operating system chooses, and without the stack of
/// the native build, which a panic in a destructor shows whatever the environment says.
#[must_use]
pub fn without_thread_id(text: &str) -> String {
    let mut kept = String::new();
    let mut in_stack = false;
    for line in text.split_inclusive('\n') {
        in_stack = line == "stack backtrace:\n" || in_stack && line.starts_with(' ');
        if in_stack {
            continue;
        }
        kept.push_str(&match line.split_once("thread 'main' (") {
            Some((before, rest)) => match rest.split_once(") ") {
                Some((id, after)) if id.bytes().all(|b| b.is_ascii_digit()) => {
                    format!("{before}thread 'main' {after}")
                }
                _ => line.to_owned(),
            },
            None => line.to_owned(),
        });
    }
    kept
}
