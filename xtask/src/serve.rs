//! Serves the playground for development.

use crate::process::{Result, run};
use crate::setup;

/// Sets up, builds, and serves the page on `address:port`, rebuilding when a file changes. Runs until it is interrupted.
pub(crate) fn serve(address: &str, port: u16, release: bool) -> Result<()> {
    let toolchain = setup::set_up(setup::PAGE)?;
    // Trunk does not start where a folder that it is to ignore does not exist.
    for folder in ["dist", "web/npm/dist"] {
        std::fs::create_dir_all(folder).map_err(|error| format!("cannot make {folder}: {error}"))?;
    }
    crate::dist::lessons()?;
    println!("== building the playground; it will be on http://{address}:{port}");
    let mut trunk = toolchain.command("trunk");
    trunk.args(["serve", "--address", address, "--port", &port.to_string(), "--dist", "target/serve"]);
    if release {
        trunk.arg("--release");
    }
    run(&mut trunk)
}
