//! Which Rust builds the page, and the environment that programs are started with so that they use it.
//!
//! The ordinary case is the toolchain that runs this program, with the Wasm target added by rustup. Where rustup's server is
//! out of reach, Debian's own rustc does it, with a standard library built from Debian's source package (see `setup`). The
//! two have different versions and so never share a target directory.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::pins;
use crate::process::{self, command, output, root};

/// A Rust that can build the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum WasmRust {
    /// The `cargo` and `rustc` on PATH.
    OnPath,
    /// Debian's, in `/usr/bin`.
    Debian,
}

/// Everything that a build of the page is started with.
pub(crate) struct Toolchain {
    /// Which Rust builds it.
    pub(crate) rust: WasmRust,
}

impl Toolchain {
    /// A command that sees the pinned tools first on PATH and builds Wasm with the chosen Rust.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = command(program);
        let mut folders = vec![tools_folder().join("bin")];
        let target = match self.rust {
            WasmRust::OnPath => "target/wasm",
            WasmRust::Debian => {
                folders.push(PathBuf::from("/usr/bin"));
                command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", pins::DEBIAN_WASM_LD);
                "target/wasm-debian"
            }
        };
        // Set by the `cargo` that started this program; they would lead back to that toolchain.
        for variable in ["CARGO", "RUSTC", "RUSTDOC", "RUSTUP_TOOLCHAIN"] {
            command.env_remove(variable);
        }
        if let Some(path) = std::env::var_os("PATH") {
            folders.extend(std::env::split_paths(&path));
        }
        if let Ok(path) = std::env::join_paths(folders) {
            command.env("PATH", path);
        }
        command.env("CARGO_TARGET_DIR", root().join(target));
        // Trunk reads this as a flag of its own and refuses the common value "1".
        command.env_remove("NO_COLOR");
        command
    }
}

impl Toolchain {
    /// The linker to name to a `rustc` that brings none for the Wasm target.
    pub(crate) fn linker(&self) -> Option<&'static Path> {
        (self.rust == WasmRust::Debian).then(|| Path::new(pins::DEBIAN_WASM_LD))
    }
}

/// Where the pinned command-line tools are installed: apart from the person's own, so that both can differ in version.
pub(crate) fn tools_folder() -> PathBuf {
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from).unwrap_or_else(|| {
        let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).unwrap_or_default();
        PathBuf::from(home).join(".cargo")
    });
    home.join("staircase-tools")
}

/// The folder where a toolchain keeps the libraries of the Wasm target.
pub(crate) fn wasm_libraries(rustc: &str) -> Option<PathBuf> {
    let sysroot = output(process::command(rustc).args(["--print", "sysroot"]))?;
    Some(Path::new(&sysroot).join("lib/rustlib").join(pins::WASM_TARGET).join("lib"))
}

/// Whether that folder holds a standard library.
pub(crate) fn has_std(libraries: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(libraries) else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libstd-"))
}
