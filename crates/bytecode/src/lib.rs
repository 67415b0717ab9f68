//! The teaching bytecode: instruction table, compiler from IR, file format, verifier, assembler and disassembler.
//!
//! [`op::TABLE`] declares every instruction; all else derives from it. In reading order: [`scalar`], [`op`], [`code`],
//! [`program`], [`verify`], [`file`], [`disasm`], [`asm`], [`compile`].

pub mod asm;
pub mod code;
pub mod compile;
mod context;
pub mod disasm;
pub mod docs;
pub mod file;
pub mod op;
pub mod program;
pub mod scalar;
mod text;
pub mod verify;

pub use text::value_text;
