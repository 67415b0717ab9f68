//! `cargo xtask bench`: how fast the engines are against others, how fast the compiler is, how large the page is.
//!
//! All of it is measured in one run, and printed as ratios: programs run in turn, round after round, so that a change in the
//! machine's speed meets all of them alike. Nothing here passes or fails.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::process::{self, Result, command, find_on_path, root};
use crate::toolchain::Toolchain;
use crate::{dist, pins};

/// Languages to compare with, each with its interpreters in the order of preference and the ending of its programs.
const INTERPRETERS: &[(&str, &[&str], &str)] =
    &[("Lua", &["lua5.4", "lua"], "lua"), ("QuickJS", &["qjs", "quickjs"], "js"), ("CPython", &["python3"], "py")];

/// One benchmark: what ran, and the seconds of each of its rounds.
type Times = BTreeMap<String, Vec<f64>>;

/// Measure everything. `rounds` is how often each program runs; `only` chooses benchmarks by name.
pub(crate) fn bench(toolchain: Option<&Toolchain>, rounds: u32, only: Option<&str>) -> Result<()> {
    let staircase = build()?;
    let work = root().join("target/bench");
    std::fs::create_dir_all(&work).map_err(|error| format!("cannot make {}: {error}", work.display()))?;
    engines(&staircase, &work, toolchain, rounds, only)?;
    stages()?;
    page();
    Ok(())
}

fn build() -> Result<PathBuf> {
    println!("building the command with optimisation");
    process::run(command("cargo").args(["build", "--quiet", "--release", "-p", "stair-cli"]))?;
    Ok(root().join("target/release/staircase"))
}

/// The names of the benchmarks.
fn programs(only: Option<&str>) -> Result<Vec<String>> {
    let folder = root().join("bench");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .filter(|name| only.is_none_or(|only| name.contains(only)))
        .collect();
    names.sort();
    Ok(names)
}

fn engines(
    staircase: &Path,
    work: &Path,
    toolchain: Option<&Toolchain>,
    rounds: u32,
    only: Option<&str>,
) -> Result<()> {
    let interpreters: Vec<(&str, PathBuf, &str)> = INTERPRETERS
        .iter()
        .filter_map(|(name, programs, ending)| {
            let found = programs.iter().find_map(|program| find_on_path(program));
            if found.is_none() {
                println!("{name} is not installed and is left out");
            }
            Some((*name, found?, *ending))
        })
        .collect();
    let mut columns = vec!["tree", "vm", "wasm"];
    columns.extend(interpreters.iter().map(|(name, ..)| *name));
    println!(
        "\nWhole runs against `rustc -O` native = 1, medians of {rounds} (release profile; engines after one warm-up)"
    );
    print!("{:<12}{:>10}", "", "native");
    columns.iter().for_each(|column| print!("{column:>10}"));
    println!();
    let mut ratios: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    let mut modules = Vec::new();
    for name in programs(only)? {
        let source = root().join("bench").join(format!("{name}.rs"));
        let native = work.join(&name);
        let rustc = ["-O", "--edition=2024", "-Awarnings", "-o"];
        process::run(command("rustc").args(rustc).arg(&native).arg(&source))?;
        let mut commands = vec![("native".to_owned(), vec![native.into_os_string()])];
        for (language, program, ending) in &interpreters {
            let file = source.with_extension(ending);
            if file.exists() {
                commands.push(((*language).to_owned(), vec![program.clone().into(), file.into_os_string()]));
            }
        }
        let mut times = whole_processes(&name, &commands, rounds)?;
        for engine in ["tree", "vm", "wasm"] {
            times.insert(engine.to_owned(), in_process(staircase, engine, &source, rounds)?);
        }
        let base = median(&times["native"]);
        print!("{name:<12}{:>7.1} ms", base * 1e3);
        for column in &columns {
            match times.get(*column) {
                Some(times) => {
                    let ratio = median(times) / base;
                    ratios.entry(column).or_default().push(ratio);
                    print!("{ratio:>10.1}");
                }
                None => print!("{:>10}", "–"),
            }
        }
        println!();
        modules.push((name, source));
    }
    print!("{:<22}", "geometric mean");
    columns.iter().for_each(|column| print!("{:>10.1}", geometric_mean(ratios.get(column).map_or(&[], Vec::as_slice))));
    println!("\n(native includes starting a process; the engines' times do not)");
    wasm_in_node(staircase, work, toolchain, rounds, &modules)
}

/// Run processes in turn, and check that they print the same.
fn whole_processes(name: &str, commands: &[(String, Vec<std::ffi::OsString>)], rounds: u32) -> Result<Times> {
    let mut times = Times::new();
    let mut printed: Option<(String, Vec<u8>)> = None;
    for round in 0..=rounds {
        for (label, words) in commands {
            // The first round warms the disk's cache; a slow one is not worth repeating often.
            let slow = times.get(label).is_some_and(|t| t.len() >= 3 && t[0] > 2.0);
            if slow {
                continue;
            }
            let mut process = Command::new(&words[0]);
            process.args(&words[1..]).stdin(Stdio::null()).stderr(Stdio::inherit());
            let before = Instant::now();
            let output = process.output().map_err(|error| format!("{name} in {label}: {error}"))?;
            let seconds = before.elapsed().as_secs_f64();
            if round > 0 {
                times.entry(label.clone()).or_default().push(seconds);
                continue;
            }
            match &printed {
                None => printed = Some((label.clone(), output.stdout)),
                Some((other, text)) if *text != output.stdout => {
                    return Err(format!("{name} prints one thing in {other} and another in {label}"));
                }
                Some(_) => {}
            }
        }
    }
    Ok(times)
}

/// The runs of one engine as `staircase time` measures them, in seconds.
fn in_process(staircase: &Path, engine: &str, source: &Path, rounds: u32) -> Result<Vec<f64>> {
    let mut time = command(staircase);
    time.args(["time", "--json", "--profile", "release", "--engine", engine, "--runs", &rounds.to_string()])
        .arg(source);
    let text = process::output(&mut time).ok_or_else(|| format!("{} failed", process::spelling(&time)))?;
    let list = text.split_once("\"runs_ns\":[").and_then(|(_, rest)| rest.split_once(']')).map(|(list, _)| list);
    let list = list.ok_or_else(|| format!("`staircase time` printed no runs: {text}"))?;
    Ok(list.split(',').filter_map(|n| n.trim().parse::<f64>().ok()).map(|ns| ns / 1e9).collect())
}

/// Our module and `rustc -O`'s wasm32 module in the same engine.
fn wasm_in_node(
    staircase: &Path,
    work: &Path,
    toolchain: Option<&Toolchain>,
    rounds: u32,
    programs: &[(String, PathBuf)],
) -> Result<()> {
    let Some(toolchain) = toolchain.filter(|_| process::on_path("node")) else {
        println!("\nNo wasm32 target or no Node here: the comparison with rustc's Wasm is left out.");
        return Ok(());
    };
    println!(
        "\nIn Node's engine, against `rustc -O`'s wasm32 module = 1: compile, first run (tier-up included), median of {rounds}"
    );
    println!("{:<12}{:>12}{:>10}{:>10}{:>10}", "", "rustc", "compile", "first", "median");
    let mut ratios = [Vec::new(), Vec::new(), Vec::new()];
    for (name, source) in programs {
        let (ours, theirs) = (work.join(format!("{name}.ours.wasm")), work.join(format!("{name}.rustc.wasm")));
        let emit = ["emit", "--stage", "wasm", "--profile", "release", "-o"];
        process::run(command(staircase).args(emit).arg(&ours).arg(source))?;
        // A library around the program: the target has no entry point that a page could call.
        let wrapper = work.join(format!("{name}.rs"));
        let text = std::fs::read_to_string(source).map_err(|error| format!("{}: {error}", source.display()))?;
        let wrapped = format!("{text}\n#[unsafe(no_mangle)]\npub extern \"C\" fn run() {{\n    main();\n}}\n");
        std::fs::write(&wrapper, wrapped).map_err(|error| format!("{}: {error}", wrapper.display()))?;
        let flags = ["-O", "--edition=2024", "-Awarnings", "--crate-type=cdylib", "--target", pins::WASM_TARGET];
        let mut rustc = toolchain.command("rustc");
        // The stack of the target is 1 MiB by default; programs here expect what a native main thread has.
        rustc.args(flags).args(["-Clink-arg=-zstack-size=8388608"]);
        if let Some(linker) = toolchain.linker() {
            rustc.arg(format!("-Clinker={}", linker.display()));
        }
        process::run(rustc.arg("-o").arg(&theirs).arg(&wrapper))?;
        let mut node = command("node");
        node.arg(root().join("bench/wasm.mjs")).arg(rounds.to_string());
        node.arg(format!("rustc={}", theirs.display())).arg(format!("ours={}", ours.display()));
        let text = process::output(&mut node).ok_or_else(|| format!("{} failed", process::spelling(&node)))?;
        let row = |label: &str| -> Vec<f64> {
            let line = text.lines().find_map(|line| line.strip_prefix(label)).unwrap_or("");
            line.split_whitespace().filter_map(|number| number.parse().ok()).collect()
        };
        let (rustc, ours) = (row("rustc "), row("ours "));
        if rustc.len() != 3 || ours.len() != 3 {
            return Err(format!("bench/wasm.mjs printed something else: {text}"));
        }
        print!("{name:<12}{:>9.1} ms", rustc[2]);
        for i in 0..3 {
            let ratio = ours[i] / rustc[i];
            ratios[i].push(ratio);
            print!("{ratio:>10.2}");
        }
        println!();
    }
    print!("{:<24}", "geometric mean");
    ratios.iter().for_each(|ratios| print!("{:>10.2}", geometric_mean(ratios)));
    println!();
    Ok(())
}

/// Lines a second through each stage.
fn stages() -> Result<()> {
    println!("\nThe compiler, stage by stage (release profile)");
    let example = ["run", "--quiet", "--release", "-p", "stair", "--example", "stages"];
    process::run(command("cargo").args(example))
}

/// What a first visit loads.
fn page() {
    let folder = dist::folder();
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("\nNo page was built: `cargo xtask dist` writes it, and its sizes are printed here then.");
        return;
    };
    println!("\nThe page as it was last built: bytes raw, gzip, brotli");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let size = |path: &Path| std::fs::metadata(path).map_or(0, |data| data.len());
    let compressed = |path: &Path, ending: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        size(Path::new(&name))
    };
    let mut total = [0; 3];
    for file in files.iter().filter(|file| file.is_file()) {
        if file.extension().is_some_and(|e| e == "br" || e == "gz") {
            continue;
        }
        let sizes = [size(file), compressed(file, ".gz"), compressed(file, ".br")];
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        println!("{name:<44}{:>10}{:>10}{:>10}", sizes[0], sizes[1], sizes[2]);
        for (total, size) in total.iter_mut().zip(sizes) {
            *total += size;
        }
    }
    println!("{:<44}{:>10}{:>10}{:>10}", "all", total[0], total[1], total[2]);
}

/// The middle one.
fn median(times: &[f64]) -> f64 {
    let mut sorted = times.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The factor by which the ratios are off on the whole.
fn geometric_mean(ratios: &[f64]) -> f64 {
    (ratios.iter().map(|ratio| ratio.ln()).sum::<f64>() / ratios.len() as f64).exp()
}
