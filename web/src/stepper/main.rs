//! The light worker of embedded programs: steps what has been compiled, and has no compiler.

#[cfg(target_arch = "wasm32")]
mod interop;

/// The page starts the worker through the functions in `interop`.
fn main() {}
