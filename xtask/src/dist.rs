//! Writes the static site.

use std::fs;
use std::path::PathBuf;

use crate::process::{Result, command, root, run};
use crate::toolchain::Toolchain;

/// Makes the folder that scripts, fonts and lessons are put into before Trunk takes them.
pub(crate) fn make_script_folder() -> Result<()> {
    fs::create_dir_all(root().join("web/npm/dist")).map_err(|error| format!("cannot make web/npm/dist: {error}"))
}

/// Where the finished site goes, below the checkout's root.
pub(crate) fn folder() -> PathBuf {
    root().join("dist")
}

/// Writes the lessons as the file that the page reads, where Trunk takes it from. They are compiled and run for that: a lesson
/// that something is wrong with is not published.
pub(crate) fn lessons() -> Result<()> {
    let mut export = command("cargo");
    // With the features that everything is tested with: chosen by its package alone, half of what the command is made of would be
    // compiled with fewer, and so anew.
    export.args(["run", "--quiet", "--bin", "staircase", "--features", "stair-ir/testing", "--"]);
    export.args(["exercise", "export", "lessons", "-o"]);
    export.arg("web/npm/dist/lessons.json");
    run(&mut export)
}

/// Builds the page as it is published. Trunk builds it under plain names; `web/npm/finish.mjs` then shrinks the Wasm, gives
/// every file a name that changes with its content, adds the Content-Security-Policy, and compresses. Nothing in the result
/// names a path from the root or another origin, so that it works under any sub-path of any host.
pub(crate) fn dist(toolchain: &Toolchain) -> Result<()> {
    println!("== building the static site");
    make_script_folder()?;
    lessons()?;
    let plain = "target/dist-plain";
    let mut trunk = toolchain.command("trunk");
    trunk.args(["build", "--release", "--dist", plain, "--public-url", "./"]);
    run(&mut trunk)?;
    let dist = folder();
    if dist.exists() {
        fs::remove_dir_all(&dist).map_err(|error| format!("{}: {error}", dist.display()))?;
    }
    let mut finish = toolchain.command("node");
    finish.args(["web/npm/finish.mjs", plain]).arg(&dist);
    run(&mut finish)
}
