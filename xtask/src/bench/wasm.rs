//! Our module and `rustc -O`'s wasm32 module in the same engine: Node's, which is Chromium's.

use std::path::Path;

use super::Program;
use super::samples::{Samples, geometric_mean};
use crate::pins;
use crate::process::{self, Result, command, root};
use crate::toolchain::Toolchain;

/// Runs of each module in one process, after the first.
const RUNS: u32 = 5;

/// What is told of one module.
#[derive(Default)]
struct Times {
    compile: Samples,
    first: Samples,
    later: Samples,
}

/// Print the table.
pub(super) fn measure(
    staircase: &Path,
    work: &Path,
    toolchain: &Toolchain,
    rounds: u32,
    programs: &[Program],
) -> Result<()> {
    let node = process::output(command("node").args(["-p", "`Node ${process.version}, V8 ${process.versions.v8}`"]));
    println!(
        "\nIn {}, against `rustc -O`'s wasm32 module = 1: compiling, first run (with the engine's change to better code),\n\
         later runs. Medians over {rounds} processes, in which the modules take turns, {RUNS} later runs in each; ± half the\n\
         distance of the quartiles. What rustc's module prints goes nowhere: that target has no output.",
        node.as_deref().unwrap_or("Node")
    );
    println!("{:<12}{:>18}{:>14}{:>14}{:>14}{:>14}", "", "rustc, later", "compile", "first", "later", "bytes");
    let mut ratios = [Vec::new(), Vec::new(), Vec::new(), Vec::new()];
    for program in programs {
        let ours = work.join(format!("{}.ours.wasm", program.name));
        let theirs = work.join(format!("{}.rustc.wasm", program.name));
        let emit = ["emit", "--stage", "wasm", "--profile", "release", "-o"];
        process::succeed(command(staircase).args(emit).arg(&ours).arg(&program.source))?;
        rustc(toolchain, work, program, &theirs)?;
        let (mut rustc, mut stair) = (Times::default(), Times::default());
        for round in 0..rounds {
            let mut node = command("node");
            node.arg(root().join("bench/wasm.mjs")).arg(RUNS.to_string());
            let mut modules = [format!("rustc={}", theirs.display()), format!("ours={}", ours.display())];
            if round % 2 == 1 {
                modules.reverse();
            }
            let text =
                process::output(node.args(modules)).ok_or_else(|| format!("`{}` failed", process::spelling(&node)))?;
            for (label, times) in [("rustc ", &mut rustc), ("ours ", &mut stair)] {
                let line = text.lines().find_map(|line| line.strip_prefix(label)).unwrap_or("");
                let numbers: Vec<f64> = line.split_whitespace().filter_map(|number| number.parse().ok()).collect();
                let [compile, first, later @ ..] = &numbers[..] else {
                    return Err(format!("bench/wasm.mjs printed something else: {text}"));
                };
                times.compile.0.push(*compile);
                times.first.0.push(*first);
                times.later.0.extend(later);
            }
        }
        print!("{:<12}{:>9.1} ms ±{:>3.0}%", program.name, rustc.later.median(), rustc.later.spread());
        let pairs = [(&stair.compile, &rustc.compile), (&stair.first, &rustc.first), (&stair.later, &rustc.later)];
        for (ratios, (ours, theirs)) in ratios.iter_mut().zip(pairs) {
            let ratio = ours.median() / theirs.median();
            ratios.push(ratio);
            print!("{ratio:>8.2} ±{:>3.0}%", ours.spread());
        }
        let size = |path: &Path| std::fs::metadata(path).map_or(f64::NAN, |data| data.len() as f64);
        let ratio = size(&ours) / size(&theirs);
        ratios[3].push(ratio);
        println!("{ratio:>14.2}");
    }
    print!("{:<30}", "geometric mean");
    for (place, ratios) in ratios.iter().enumerate() {
        let mean = geometric_mean(ratios).unwrap_or(f64::NAN);
        if place == 3 { print!("{mean:>14.2}") } else { print!("{mean:>8.2}      ") }
    }
    println!();
    Ok(())
}

/// rustc's module: a library around the program, since the target has no entry point that a page could call.
fn rustc(toolchain: &Toolchain, work: &Path, program: &Program, to: &Path) -> Result<()> {
    let source = &program.source;
    let wrapper = work.join(format!("{}.rs", program.name));
    let text = std::fs::read_to_string(source).map_err(|error| format!("{}: {error}", source.display()))?;
    let entry = "#[unsafe(export_name = \"run\")]\npub extern \"C\" fn exported_for_the_bench() {\n    main();\n}\n";
    std::fs::write(&wrapper, format!("{text}\n{entry}")).map_err(|error| format!("{}: {error}", wrapper.display()))?;
    let mut rustc = toolchain.command("rustc");
    rustc.args(["-O", "--edition=2024", "-Awarnings", "--crate-type=cdylib", "-Cstrip=symbols"]);
    // The stack of the target is 1 MiB by default; programs here expect what a native main thread has.
    rustc.args(["--target", pins::WASM_TARGET, "-Clink-arg=-zstack-size=8388608"]);
    if let Some(linker) = toolchain.linker() {
        rustc.arg(format!("-Clinker={}", linker.display()));
    }
    process::succeed(rustc.arg("-o").arg(to).arg(&wrapper))
}
