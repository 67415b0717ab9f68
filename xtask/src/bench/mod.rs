//! `cargo xtask bench`: how fast the engines are against others, how fast the compiler is, how large the page is.
//!
//! All of it is measured in one run, and printed as ratios: programs run in turn, round after round, so that a change in the
//! machine's speed meets all of them alike. Nothing here passes or fails, and what is not installed is named and left out.

use std::path::{Path, PathBuf};
use std::time::SystemTime;

use crate::process::{self, Result, command, root};
use crate::toolchain::Toolchain;
use crate::{dist, pins};

mod engines;
mod history;
mod samples;
mod wasm;

/// One program that is measured.
struct Program {
    /// Its name in the tables.
    name: String,
    /// The Rust source. Its versions in other languages are beside it.
    source: PathBuf,
}

/// Measure everything. `rounds` is how often each program runs; `only` chooses benchmarks by name.
pub(crate) fn bench(toolchain: Option<&Toolchain>, rounds: u32, only: Option<&str>) -> Result<()> {
    let programs = programs(only)?;
    if programs.is_empty() {
        return Err(format!("no benchmark's name contains `{}`", only.unwrap_or_default()));
    }
    println!("building the command with optimisation");
    process::run(command("cargo").args(["build", "--quiet", "--release", "-p", "stair-cli"]))?;
    let staircase = root().join("target/release/staircase");
    let work = root().join("target/bench");
    std::fs::create_dir_all(&work).map_err(|error| format!("cannot make {}: {error}", work.display()))?;
    engines::measure(&staircase, &work, rounds, &programs)?;
    match toolchain {
        _ if !process::on_path("node") => {
            println!("\nNode is not installed: the comparison in its engine is left out.")
        }
        None => println!(
            "\nThe Rust target {} is missing, and `cargo xtask setup` adds it: the comparison with rustc's Wasm is left out.",
            pins::WASM_TARGET
        ),
        Some(toolchain) => wasm::measure(&staircase, &work, toolchain, rounds, &programs)?,
    }
    if only.is_none() {
        history::measure(&staircase, &work)?;
        stages()?;
        page();
    }
    Ok(())
}

/// The benchmarks, by name.
fn programs(only: Option<&str>) -> Result<Vec<Program>> {
    let folder = root().join("bench");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut programs: Vec<Program> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "rs"))
        .filter_map(|source| Some(Program { name: source.file_stem()?.to_str()?.to_owned(), source }))
        .filter(|program| only.is_none_or(|only| program.name.contains(only)))
        .collect();
    programs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(programs)
}

/// Lines a second through each stage.
fn stages() -> Result<()> {
    println!("\nThe compiler, stage by stage (native build, release profile)");
    let example = ["run", "--quiet", "--release", "-p", "stair", "--example", "stages"];
    process::run(command("cargo").args(example))
}

/// What the built page weighs.
fn page() {
    let folder = dist::folder();
    let Ok(entries) = std::fs::read_dir(&folder) else {
        println!("\nNo page was built: `cargo xtask dist` writes it, and its sizes are printed here then.");
        return;
    };
    let built = std::fs::metadata(folder.join("index.html")).and_then(|data| data.modified()).ok();
    let age = built.and_then(|built| SystemTime::now().duration_since(built).ok()).map_or(0, |age| age.as_secs());
    println!(
        "\nThe page as `cargo xtask dist` wrote it {} h {} min ago: bytes raw, gzip, brotli (a file that is not compressed",
        age / 3600,
        age / 60 % 60
    );
    println!("again, such as a font, counts in full)");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let size = |path: &Path| std::fs::metadata(path).ok().map(|data| data.len());
    let mut total = [0; 3];
    for file in files.iter().filter(|file| file.is_file()) {
        if file.extension().is_some_and(|e| e == "br" || e == "gz") {
            continue;
        }
        let raw = size(file).unwrap_or(0);
        let compressed = |ending: &str| {
            let mut name = file.as_os_str().to_owned();
            name.push(ending);
            size(Path::new(&name)).unwrap_or(raw)
        };
        let sizes = [raw, compressed(".gz"), compressed(".br")];
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        println!("{name:<44}{:>10}{:>10}{:>10}", sizes[0], sizes[1], sizes[2]);
        for (total, size) in total.iter_mut().zip(sizes) {
            *total += size;
        }
    }
    println!("{:<44}{:>10}{:>10}{:>10}", "all", total[0], total[1], total[2]);
}
