//! The engines and other languages against `rustc -O`'s native code.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use super::Program;
use super::samples::{Samples, geometric_mean};
use crate::process::{self, Result, command, find_on_path};

/// A language to compare with.
struct Language {
    name: &'static str,
    /// Its interpreters, in the order of preference.
    programs: &'static [&'static str],
    /// How it prints its version.
    version: &'static str,
    /// The ending of its programs.
    ending: &'static str,
}

const LANGUAGES: &[Language] = &[
    Language { name: "Lua", programs: &["lua5.4", "lua"], version: "-v", ending: "lua" },
    Language { name: "QuickJS", programs: &["qjs", "quickjs"], version: "--help", ending: "js" },
    Language { name: "CPython", programs: &["python3"], version: "--version", ending: "py" },
];

/// What the reference is called.
const NATIVE: &str = "native";
/// The engines, as the command names them.
const ENGINES: [&str; 3] = ["tree", "vm", "wasm"];
/// A run of more seconds than this is repeated only [`SLOW_ROUNDS`] times.
const SLOW: f64 = 1.0;
const SLOW_ROUNDS: usize = 3;
/// An empty program is so quick that it can run more often than the others.
const EMPTY_RUNS: usize = 4;

/// What starts a program from outside.
struct Runner {
    name: &'static str,
    /// The interpreter, if there is one.
    interpreter: Option<PathBuf>,
    ending: &'static str,
}

impl Runner {
    /// The words of the command that runs a benchmark, if it exists in this language.
    fn words(&self, work: &Path, source: &Path) -> Option<Vec<OsString>> {
        let Some(interpreter) = &self.interpreter else {
            return Some(vec![work.join(source.file_stem()?).into_os_string()]);
        };
        let file = source.with_extension(self.ending);
        file.exists().then(|| vec![interpreter.clone().into_os_string(), file.into_os_string()])
    }
}

/// Print the table.
pub(super) fn measure(staircase: &Path, work: &Path, rounds: u32, programs: &[Program]) -> Result<()> {
    println!("\nMeasured here: {}", version(Path::new("rustc"), "--version").unwrap_or_default());
    let mut runners = vec![Runner { name: NATIVE, interpreter: None, ending: "" }];
    for Language { name, programs, version: option, ending } in LANGUAGES {
        let Some(path) = programs.iter().find_map(|program| find_on_path(program)) else {
            println!("{name} is not installed ({} not on PATH) and is left out", programs.join(", "));
            continue;
        };
        println!("{name}: {}", version(&path, option).unwrap_or_else(|| path.display().to_string()));
        runners.push(Runner { name, interpreter: Some(path), ending });
    }
    let columns: Vec<&str> =
        ENGINES.into_iter().chain(runners.iter().map(|r| r.name).filter(|&n| n != NATIVE)).collect();
    println!(
        "\nWhole runs against `rustc -O` native = 1, release profile: medians of {rounds} rounds, ± half the distance of the\n\
         quartiles. Native programs and interpreters are processes, whose time is less that of an empty program of the same\n\
         language; engines are timed within one, after a warm-up. Of a run that takes over a second there are {SLOW_ROUNDS} or 4,\n\
         the warm-up among them."
    );
    print!("{:<12}{:>18}", "", NATIVE);
    columns.iter().for_each(|column| print!("{column:>14}"));
    println!();
    let empty = empty_programs(work, &runners)?;
    let mut ratios: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for program in programs {
        let Program { name, source } = program;
        rustc(source, &work.join(name))?;
        let commands: Vec<(&str, Vec<OsString>)> =
            runners.iter().filter_map(|runner| Some((runner.name, runner.words(work, source)?))).collect();
        check_output(staircase, program, &commands)?;
        let times = rounds_of(staircase, source, &commands, &empty, rounds)?;
        let native = times.get(NATIVE).cloned().unwrap_or_default();
        print!("{name:<12}{:>9.1} ms ±{:>3.0}%", native.median() * 1e3, native.spread());
        for column in &columns {
            match times.get(column) {
                Some(samples) => {
                    let ratio = samples.median() / native.median();
                    ratios.entry(column).or_default().push(ratio);
                    print!("{ratio:>8.1} ±{:>3.0}%", samples.spread());
                }
                None => print!("{:>14}", "–"),
            }
        }
        println!();
    }
    print!("{:<30}", "geometric mean");
    for column in &columns {
        match ratios.get(column).and_then(|ratios| geometric_mean(ratios)) {
            Some(mean) => print!("{mean:>8.1}      "),
            None => print!("{:>14}", "–"),
        }
    }
    println!();
    Ok(())
}

/// The first line that names a version, from stdout or stderr.
fn version(program: &Path, option: &str) -> Option<String> {
    let output = Command::new(program).arg(option).stdin(Stdio::null()).output().ok()?;
    let text = [output.stdout, output.stderr].concat();
    String::from_utf8_lossy(&text).lines().find(|line| line.contains(|c: char| c.is_ascii_digit())).map(str::to_owned)
}

fn rustc(source: &Path, to: &Path) -> Result<()> {
    let mut rustc = command("rustc");
    rustc.args(["-O", "--edition=2024", "-Awarnings", "-o"]).arg(to).arg(source);
    process::succeed(&mut rustc)
}

/// Seconds that a process of each runner takes to do nothing.
fn empty_programs(work: &Path, runners: &[Runner]) -> Result<BTreeMap<&'static str, f64>> {
    let folder = work.join("empty");
    let io = |error: std::io::Error| format!("{}: {error}", folder.display());
    std::fs::create_dir_all(&folder).map_err(io)?;
    let source = folder.join("nothing.rs");
    std::fs::write(&source, "fn main() {}\n").map_err(io)?;
    rustc(&source, &folder.join("nothing"))?;
    let mut all = BTreeMap::new();
    for runner in runners {
        if runner.interpreter.is_some() {
            std::fs::write(source.with_extension(runner.ending), "").map_err(io)?;
        }
        let Some(words) = runner.words(&folder, &source) else { continue };
        let mut samples = Samples::default();
        for _ in 0..=EMPTY_RUNS {
            samples.0.push(time_process(&words)?);
        }
        all.insert(runner.name, samples.median());
    }
    Ok(all)
}

/// Run a process and throw away what it prints.
fn time_process(words: &[OsString]) -> Result<f64> {
    let name = || words.iter().map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ");
    let mut process = Command::new(&words[0]);
    process.args(&words[1..]).stdin(Stdio::null()).stdout(Stdio::null());
    let before = Instant::now();
    let status = process.status().map_err(|error| format!("`{}` could not be started: {error}", name()))?;
    let seconds = before.elapsed().as_secs_f64();
    if status.success() { Ok(seconds) } else { Err(format!("`{}` ended with {status}", name())) }
}

/// Every language and every engine prints the same; this also warms the disk's cache.
fn check_output(staircase: &Path, program: &Program, commands: &[(&str, Vec<OsString>)]) -> Result<()> {
    let mut expected = None;
    let engines = ENGINES.map(|engine| {
        let words: [&std::ffi::OsStr; 7] = [
            staircase.as_ref(),
            "run".as_ref(),
            "--profile".as_ref(),
            "release".as_ref(),
            "--engine".as_ref(),
            engine.as_ref(),
            program.source.as_ref(),
        ];
        (engine, words.map(OsString::from).to_vec())
    });
    for (label, words) in commands.iter().chain(&engines) {
        let mut process = Command::new(&words[0]);
        process.args(&words[1..]).stdin(Stdio::null()).stderr(Stdio::inherit());
        let output = process.output().map_err(|error| format!("{} in {label}: {error}", program.name))?;
        if *expected.get_or_insert_with(|| output.stdout.clone()) != output.stdout {
            return Err(format!("{} prints one thing in {NATIVE} and another in {label}", program.name));
        }
    }
    Ok(())
}

/// Seconds of each column, round after round.
fn rounds_of(
    staircase: &Path,
    source: &Path,
    commands: &[(&'static str, Vec<OsString>)],
    empty: &BTreeMap<&str, f64>,
    rounds: u32,
) -> Result<BTreeMap<&'static str, Samples>> {
    let mut times: BTreeMap<&'static str, Samples> = BTreeMap::new();
    let is_done = |samples: &Samples| samples.0.len() >= SLOW_ROUNDS && samples.0[0] > SLOW;
    for _ in 0..rounds {
        for (label, words) in commands {
            let samples = times.entry(label).or_default();
            if !is_done(samples) {
                // Even where noise makes the empty program slower than this one, time is positive.
                let own = time_process(words)? - empty.get(label).copied().unwrap_or(0.0);
                samples.0.push(own.max(f64::EPSILON));
            }
        }
        for engine in ENGINES {
            let samples = times.entry(engine).or_default();
            if !is_done(samples) {
                let (warm_up, run) = time_engine(staircase, engine, source)?;
                samples.0.push(run);
                // What takes so long does not get warm any more.
                samples.0.extend((run > SLOW).then_some(warm_up));
            }
        }
    }
    Ok(times)
}

/// The warm-up and one run of an engine as `staircase time` measures them, in seconds.
fn time_engine(staircase: &Path, engine: &str, source: &Path) -> Result<(f64, f64)> {
    let mut time = command(staircase);
    time.args(["time", "--json", "--profile", "release", "--engine", engine, "--runs", "1"]).arg(source);
    let text = process::output(&mut time).ok_or_else(|| format!("`{}` failed", process::spelling(&time)))?;
    let seconds = |key: &str| {
        let number = text.split_once(key)?.1.split([',', '}']).next()?;
        Some(number.trim().parse::<f64>().ok()? / 1e9)
    };
    let both = seconds("\"warm_up_ns\":").zip(seconds("\"median_ns\":"));
    both.ok_or_else(|| format!("`staircase time` printed no times: {text}"))
}
