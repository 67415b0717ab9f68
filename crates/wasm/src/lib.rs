//! IR to WebAssembly, with source map, text and byte views.
//!
//! [`compile`] turns a module of the IR into the bytes of a Wasm module that imports nothing but WASI preview 1 and
//! exports `memory` and `_start`. The bytes are a pure function of the IR.
//!
//! How a function is made, in the order of the modules:
//! 1. `plan`: which values stay on Wasm's operand stack (expression trees), which live in locals;
//! 2. `structure`: blocks to nested `block`, `loop` and `if`, along the dominator tree;
//! 3. `select`, `convert`, `checked`, `address`, `dispatch`: instructions, for each expression tree;
//! 4. `locals`: liveness, removal of copies, few locals;
//! 5. `peephole`: `br_if` and `local.tee`, no needless blocks, no dead code;
//! 6. `encode`: bytes, and where each of them comes from.
//!
//! `runtime` has the functions that a module needs besides its own (`fmod`, multiplication's high part, the end of a
//! program that overflowed its stack), and `view` the text and byte views.
//!
//! # Addresses
//!
//! The IR's addresses have 64 bits and Wasm's memory 32. An address is cut to 32 bits at the access, where possible by
//! computing it in 32 bits from the start. That is right only for addresses below 4 GiB, so the IR must keep this
//! invariant: *the address of every access lies in memory as long as the program does not misuse a raw pointer*, that is,
//! each access follows the checks (bounds, null) that make it valid, and an access's `addr` without its `offset` is below
//! 4 GiB too. Programs of the subset cannot form other addresses: they have no raw pointers, and the library forms them
//! only after a check. A constant address at or above 4 GiB traps.

mod address;
mod checked;
mod code;
mod convert;
mod dispatch;
mod encode;
mod error;
mod locals;
mod module;
mod opcodes;
mod peephole;
mod plan;
mod runtime;
mod select;
mod structure;
mod view;

pub use error::CompileError;
pub use module::{Kept, MapEntry, WasmFunction, WasmOutput, compile, compile_kept};
pub use view::{BytePiece, ByteView, PieceKind, Shows, ViewError, WatLine, byte_view, wat_lines};
