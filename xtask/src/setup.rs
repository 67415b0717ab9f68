//! Installs what the other tasks need. Each step first looks whether its work is done already, so that a second run takes a
//! moment; each says what it does; and what cannot be installed is named with the command that would.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use crate::pins;
use crate::process::{Result, command, find_on_path, is_root, on_path, output, root, run, spelling};
use crate::toolchain::{Toolchain, WasmRust, has_std, tools_folder, wasm_libraries};

/// What a task needs beyond the Rust that it was started with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// Node.js and the packages in `web/npm`.
    Node,
    /// A Rust that can build Wasm.
    Wasm,
    /// Trunk and wasm-bindgen.
    Tools,
    /// A Chromium for the browser tests, and a Firefox where one can be had.
    Browser,
}

/// What building and serving the page needs.
pub(crate) const PAGE: &[Need] = &[Need::Node, Need::Wasm, Need::Tools];
/// What the tests need.
pub(crate) const EVERYTHING: &[Need] = &[Need::Node, Need::Wasm, Need::Tools, Need::Browser];

/// Installs what is missing of `needs`. All steps are tried, so that one run names everything that cannot be installed.
pub(crate) fn set_up(needs: &[Need]) -> Result<Toolchain> {
    let start = Instant::now();
    println!("== set-up");
    let mut toolchain = Toolchain { rust: WasmRust::OnPath };
    let mut problems = BTreeMap::new();
    for &need in needs {
        let result = match need {
            Need::Node => node(),
            Need::Wasm => wasm_target().map(|rust| toolchain.rust = rust),
            // Trunk's default features are for its own downloads and update check: much to compile, and never used here.
            Need::Tools => cargo_tool("trunk", "trunk", pins::TRUNK, &["--no-default-features"])
                .and_then(|()| cargo_tool("wasm-bindgen-cli", "wasm-bindgen", pins::WASM_BINDGEN, &[])),
            Need::Browser => browser().map(|_| second_browser()),
        };
        if let Err(problem) = result {
            problems.insert(need, problem);
        }
    }
    if problems.is_empty() {
        println!("== set-up is complete ({:.1} s)", start.elapsed().as_secs_f64());
        return Ok(toolchain);
    }
    let list: Vec<String> = problems.into_values().map(|problem| format!("- {problem}")).collect();
    Err(format!("set-up is not complete:\n{}", list.join("\n")))
}

/// A Rust that can build Wasm, if there is one already.
pub(crate) fn installed() -> Option<Toolchain> {
    installed_wasm_target().map(|rust| Toolchain { rust })
}

fn have(what: &str) {
    println!("   have  {what}");
}

fn doing(what: &str) {
    println!("   now   {what}");
}

/// Node.js itself is not installed here; its packages are, exactly as the lock file says.
fn node() -> Result<()> {
    let advice = format!(
        "Node.js {} or newer with npm is needed: `apt-get install nodejs npm`, or https://nodejs.org",
        pins::NODE_MAJOR
    );
    let version = output(command("node").arg("--version")).ok_or_else(|| advice.clone())?;
    let major: u32 = version.trim_start_matches('v').split('.').next().and_then(|text| text.parse().ok()).unwrap_or(0);
    if major < pins::NODE_MAJOR || !on_path("npm") {
        return Err(format!("{advice} (found Node.js {version})"));
    }
    have(&format!("Node.js {version}"));

    let folder = root().join("web/npm");
    let lock = fs::read_to_string(folder.join("package-lock.json"))
        .map_err(|error| format!("web/npm/package-lock.json: {error}"))?;
    let stamp = folder.join("node_modules/.staircase-installed");
    if fs::read_to_string(&stamp).is_ok_and(|installed| installed == lock) {
        have("npm packages of web/npm");
        return Ok(());
    }
    doing("installing the npm packages of web/npm (editor, bundler, wasm-opt, browser driver)");
    let mut npm = command("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run(&mut npm).map_err(|error| format!("{error}; by hand: `npm ci --prefix web/npm`"))?;
    fs::write(&stamp, lock).map_err(|error| format!("{}: {error}", stamp.display()))
}

/// Which Rust has the Wasm target's standard library.
fn installed_wasm_target() -> Option<WasmRust> {
    if wasm_libraries("rustc").is_some_and(|folder| has_std(&folder)) {
        return Some(WasmRust::OnPath);
    }
    debian_wasm_is_ready().then_some(WasmRust::Debian)
}

/// Finds or makes a Rust with the Wasm target's standard library.
fn wasm_target() -> Result<WasmRust> {
    if let Some(rust) = installed_wasm_target() {
        let whose = if rust == WasmRust::OnPath { "the Rust on PATH" } else { "Debian's Rust" };
        have(&format!("{} in {whose}", pins::WASM_TARGET));
        return Ok(rust);
    }
    let by_hand = format!("rustup target add {}", pins::WASM_TARGET);
    if on_path("rustup") {
        doing(&format!("adding the target {} with rustup", pins::WASM_TARGET));
        // One try is enough to learn that the server is out of reach.
        let mut rustup = command("rustup");
        rustup.args(["target", "add", pins::WASM_TARGET]).env("RUSTUP_MAX_RETRIES", "1").env_remove("RUST_BACKTRACE");
        if run(&mut rustup).is_ok() && wasm_libraries("rustc").is_some_and(|folder| has_std(&folder)) {
            return Ok(WasmRust::OnPath);
        }
        println!("   rustup could not add it");
    }
    if !(is_root() && on_path("apt-get")) {
        return Err(format!("the Rust target {} is missing: `{by_hand}`", pins::WASM_TARGET));
    }
    doing("installing Debian's Rust, which can build the target's standard library from its own source");
    apt_install(&pins::DEBIAN_RUST)?;
    build_debian_std()?;
    if debian_wasm_is_ready() {
        Ok(WasmRust::Debian)
    } else {
        Err(format!(
            "Debian's Rust still has no standard library for {}; on a machine with rustup: `{by_hand}`",
            pins::WASM_TARGET
        ))
    }
}

/// The file beside Debian's Wasm libraries that says which rustc they were built with; another rustc cannot use them.
fn debian_stamp() -> Option<(PathBuf, String)> {
    let libraries = wasm_libraries("/usr/bin/rustc")?;
    let version = output(command("/usr/bin/rustc").arg("-vV"))?;
    Some((libraries.join("staircase-built-with"), version))
}

fn debian_wasm_is_ready() -> bool {
    let Some((stamp, version)) = debian_stamp() else { return false };
    Path::new(pins::DEBIAN_WASM_LD).is_file()
        && Path::new("/usr/bin/cargo").is_file()
        && fs::read_to_string(&stamp).is_ok_and(|built_with| built_with == version)
        && stamp.parent().is_some_and(has_std)
}

/// Builds the standard library for the Wasm target with Debian's cargo from Debian's source, and puts it where an installed
/// target has it, so that every build after this one is an ordinary one.
fn build_debian_std() -> Result<()> {
    doing(&format!("building the standard library for {} (under a minute)", pins::WASM_TARGET));
    let folder = root().join("target/wasm-std");
    let io = |error: std::io::Error| format!("{}: {error}", folder.display());
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("src")).map_err(io)?;
    fs::write(
        folder.join("Cargo.toml"),
        "[package]\nname = \"empty\"\nversion = \"0.0.0\"\nedition = \"2021\"\n[workspace]\n",
    )
    .map_err(io)?;
    fs::write(folder.join("src/lib.rs"), "").map_err(io)?;
    let mut cargo = Toolchain { rust: WasmRust::Debian }.command("/usr/bin/cargo");
    cargo
        .current_dir(&folder)
        .args(["build", "--release", "--target", pins::WASM_TARGET, "-Zbuild-std=std,panic_abort,proc_macro,test"])
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .env("RUSTC_BOOTSTRAP", "1")
        // Without the bitcode, link-time optimisation of the page fails.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes");
    run(&mut cargo)?;

    let (stamp, version) = debian_stamp().ok_or("Debian's rustc does not run")?;
    let libraries = stamp.parent().ok_or("Debian's rustc names no folder for libraries")?;
    fs::create_dir_all(libraries).map_err(|error| format!("{}: {error}", libraries.display()))?;
    for old in fs::read_dir(libraries).map_err(io)?.flatten() {
        if old.path().extension().is_some_and(|extension| extension == "rlib") {
            fs::remove_file(old.path()).map_err(io)?;
        }
    }
    let built = folder.join("target").join(pins::WASM_TARGET).join("release/deps");
    for entry in fs::read_dir(&built).map_err(io)?.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.ends_with(".rlib") && !name.starts_with("libempty-") {
            fs::copy(entry.path(), libraries.join(&name)).map_err(io)?;
        }
    }
    fs::write(&stamp, version).map_err(io)?;
    fs::remove_dir_all(&folder).map_err(io)
}

/// Installs a command-line tool from crates.io, in the version that is pinned, apart from the person's own tools.
fn cargo_tool(package: &str, program: &str, version: &str, options: &[&str]) -> Result<()> {
    let path = tools_folder().join("bin").join(program);
    let installed = output(command(&path).arg("--version"));
    if installed.as_deref().and_then(|line| line.split_whitespace().nth(1)) == Some(version) {
        have(&format!("{package} {version}"));
        return Ok(());
    }
    doing(&format!("building {package} {version} (some minutes, once)"));
    let install = |locked: bool| {
        let mut cargo = command("cargo");
        cargo.args(["install", package, "--version", version, "--force", "--root"]).arg(tools_folder()).args(options);
        if locked {
            cargo.arg("--locked");
        }
        // The tool's own release profile spends minutes on speed that a build tool does not need.
        cargo
            .env("CARGO_PROFILE_RELEASE_LTO", "off")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
            .env_remove("CARGO_TARGET_DIR");
        cargo
    };
    // The tool's own lock file is what it was tested with; but it can name a version that the registry no longer has.
    run(&mut install(true))
        .or_else(|_| {
            println!("   its lock file cannot be used; trying without");
            run(&mut install(false))
        })
        .map_err(|error| format!("{error}; by hand: `{}`", spelling(&install(true))))
}

/// The Chromium to test with: the one that `CHROMIUM` names, Debian's, another on PATH, or Playwright's download.
pub(crate) fn browser() -> Result<PathBuf> {
    if let Some(found) = installed_browser() {
        have(&format!("Chromium: {}", found.display()));
        return Ok(found);
    }
    let by_hand = "`apt-get install chromium`, or `npx --prefix web/npm playwright-core install chromium`, or set CHROMIUM to one";
    if is_root() && on_path("apt-get") {
        doing("installing Debian's Chromium");
        apt_install(&[pins::DEBIAN_CHROMIUM.0])?;
    } else {
        doing("downloading Playwright's Chromium");
        let mut node = command("node");
        node.arg("web/npm/node_modules/playwright-core/cli.js").args(["install", "chromium"]);
        run(&mut node).map_err(|error| format!("{error}; by hand: {by_hand}"))?;
    }
    installed_browser().ok_or_else(|| format!("a Chromium is needed: {by_hand}"))
}

fn installed_browser() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        return Some(PathBuf::from(named));
    }
    if Path::new(pins::DEBIAN_CHROMIUM.1).is_file() {
        return Some(PathBuf::from(pins::DEBIAN_CHROMIUM.1));
    }
    if let Some(found) = ["chromium", "chromium-browser", "google-chrome"].into_iter().find_map(find_on_path) {
        return Some(found);
    }
    let script = "const { chromium } = require('./web/npm/node_modules/playwright-core'); console.log(chromium.executablePath())";
    let path = PathBuf::from(output(command("node").args(["-e", script]))?);
    path.is_file().then_some(path)
}

/// Sees to a Firefox for those tests that are run in two browsers. Where there is none and none can be installed, they say that they
/// are left out.
fn second_browser() {
    if let Some(found) = installed_firefox() {
        return have(&format!("Firefox: {}", found.display()));
    }
    if is_root() && on_path("apt-get") {
        doing("installing Debian's Firefox");
        if let Err(error) = apt_install(&[pins::DEBIAN_FIREFOX.0]) {
            println!("   {error}");
        }
    }
    if installed_firefox().is_none() {
        println!("   no Firefox: the tests in it are left out; `apt-get install firefox-esr`, or set FIREFOX to one");
    }
}

/// The Firefox to test with: the one that `FIREFOX` names, Debian's, or another on PATH.
pub(crate) fn installed_firefox() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("FIREFOX") {
        return Some(PathBuf::from(named));
    }
    if Path::new(pins::DEBIAN_FIREFOX.1).is_file() {
        return Some(PathBuf::from(pins::DEBIAN_FIREFOX.1));
    }
    ["firefox", "firefox-esr"].into_iter().find_map(find_on_path)
}

fn apt_install(packages: &[&str]) -> Result<()> {
    let apt = |arguments: &[&str]| {
        let mut apt: Command = command("apt-get");
        apt.args(["-qq", "-y", "-o", "Dpkg::Use-Pty=0"]).args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        apt
    };
    // Old package lists name versions that the server has dropped, so the lists come first.
    run(&mut apt(&["update"]))?;
    let mut install = apt(&["install", "--no-install-recommends"]);
    install.args(packages);
    run(&mut install).map_err(|error| format!("{error}; by hand: `apt-get install {}`", packages.join(" ")))
}
