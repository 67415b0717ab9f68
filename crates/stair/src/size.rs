//! How large a program is at its stages.

use crate::{Failure, Session};

/// A number for the program's own functions, and one for all of them: its own and what they reach of the library.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Share {
    /// Of the program's own functions. What the passes inlined into them counts as theirs.
    pub own: u64,
    /// Of all functions.
    pub all: u64,
}

/// How large a program is at its stages.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Size {
    /// Instructions of the IR after all passes, what ends a block included.
    pub ir: Share,
    /// Instructions of the bytecode.
    pub bytecode: Share,
    /// The bytes of the Wasm module, in all.
    pub wasm: u64,
}

impl Share {
    fn add(&mut self, count: usize, is_own: bool) {
        self.all += count as u64;
        self.own += if is_own { count as u64 } else { 0 };
    }
}

impl Session {
    /// How large the program is.
    ///
    /// # Errors
    /// As for [`Session::lowered`].
    pub fn size(&self) -> Result<Size, Failure> {
        let mut size = Size { wasm: self.wasm()?.bytes.len() as u64, ..Size::default() };
        for func in &self.optimised()?.funcs {
            size.ir.add(func.layout.iter().map(|&block| func.block(block).insts.len() + 1).sum(), func.is_user);
        }
        for func in &self.bytecode()?.program().funcs {
            size.bytecode.add(func.instrs().count(), func.is_user);
        }
        Ok(size)
    }
}
