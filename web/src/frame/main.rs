//! The frame in which a document shows a live program: its text, what it prints, and its run, step by step; and the light worker behind
//! it, which steps what has been compiled. The two are one program, because most of what they are made of is the same. What the frame does
//! is `stair_web::embed`; `web/npm/src/frame-boot.js` starts it, and `docs/embedding.md` describes it to authors.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod interop;
#[cfg(target_arch = "wasm32")]
mod views;
#[cfg(target_arch = "wasm32")]
mod worker;

/// The frame starts by `app::mount`, and the worker by the functions in `worker`.
fn main() {}
