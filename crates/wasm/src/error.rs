//! Why a module cannot be compiled.

use stair_ir::entities::Block;
use stair_ir::inst::TrapKind;
use std::fmt;

/// Why a module cannot be compiled. IR made by lowering and checked by the verifier gives none of these but
/// [`CompileError::TooLarge`].
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum CompileError {
    /// The module has no entry, or it has parameters or results.
    NoEntry,
    /// A cycle in the function's control flow has two entries, of which `block` is one.
    Irreducible {
        /// The function's name.
        function: String,
        /// An entry of the cycle.
        block: Block,
    },
    /// An instruction traps with a kind for which the module has no handler, or one of another signature.
    NoHandler(TrapKind),
    /// Something is beyond a limit of the format or of the engines.
    TooLarge {
        /// What: `locals of f`, `static data`.
        what: String,
        /// The most there may be.
        limit: u64,
    },
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoEntry => write!(f, "the module has no entry without parameters and results"),
            Self::Irreducible { function, block } => {
                write!(f, "the control flow of `{function}` is irreducible at {block}")
            }
            Self::NoHandler(kind) => write!(f, "the module has no handler for {kind:?}"),
            Self::TooLarge { what, limit } => write!(f, "{what}: more than the {limit} that WebAssembly allows"),
        }
    }
}

impl std::error::Error for CompileError {}
