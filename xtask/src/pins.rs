//! The versions of every tool that the project installs. Change them here and nowhere else, but for two twins that cannot
//! read this file: `wasm-bindgen` in `web/Cargo.toml` and in `Trunk.toml` must equal [`WASM_BINDGEN`]; a test checks it.
//! The npm packages are pinned by `web/npm/package-lock.json`.

/// The Rust target that the page and its workers are built for.
pub(crate) const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Builds and serves the page. 0.22 needs a newer compiler than the project does.
pub(crate) const TRUNK: &str = "0.21.14";

/// Writes the JavaScript side of the page's Wasm; must equal the version of the crate of the same name.
pub(crate) const WASM_BINDGEN: &str = "0.2.130";

/// The oldest Node.js that the scripts under `web/npm` and `tests/e2e` run on.
pub(crate) const NODE_MAJOR: u32 = 20;

/// Debian's packages with a Rust that can build the target's standard library, where rustup's server is out of reach.
pub(crate) const DEBIAN_RUST: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];

/// The linker in Debian's `lld-19` package; Debian's rustc has no `rust-lld` of its own.
pub(crate) const DEBIAN_WASM_LD: &str = "/usr/lib/llvm-19/bin/wasm-ld";

/// Debian's browser package, and where it puts the browser.
pub(crate) const DEBIAN_CHROMIUM: (&str, &str) = ("chromium", "/usr/bin/chromium");

/// The same of the second browser.
pub(crate) const DEBIAN_FIREFOX: (&str, &str) = ("firefox-esr", "/usr/bin/firefox-esr");
