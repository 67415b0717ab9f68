//! The frame in which a document shows a live program: its text, what it prints, and its run, step by step. What it does is
//! `stair_web::embed`; `web/npm/src/frame-boot.js` starts it, and `docs/embedding.md` describes it to authors.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(target_arch = "wasm32")]
mod interop;
#[cfg(target_arch = "wasm32")]
mod stepper;
#[cfg(target_arch = "wasm32")]
mod views;

fn main() {
    #[cfg(target_arch = "wasm32")]
    app::start();
}
