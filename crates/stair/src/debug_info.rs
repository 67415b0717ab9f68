//! A session as what a debugger has to be told.

use crate::view::{Bytecode, Doc};
use crate::{Failure, Session};
use stair_debugger::{Bundle, DebugInfo, Debugger, Layer, Pane, Variables};
use stair_source::{FileId, SourceFile};
use std::borrow::Cow;
use std::rc::Rc;

/// The library's file of what a panic does.
const PANICS_FILE: &str = "library/panicking.rs";

impl Session {
    /// A debugger of the program.
    ///
    /// # Errors
    /// If the program is rejected or exceeds a limit, or if there is not enough memory.
    pub fn debugger(self) -> Result<Debugger, Failure> {
        let runner = self.vm_runner()?;
        Debugger::new(runner.code(), Box::new(self)).map_err(|error| Failure::internal("the VM", error))
    }
}

impl Session {
    /// The program compiled, with what a debugger has to be told of it, as a `.stdb` file ([`stair_debugger::Bundle`]), and with the
    /// lines of these panes; the bytecode's can always be had.
    ///
    /// # Errors
    /// If the program is rejected or exceeds a limit.
    pub fn bundle(&self, layers: &[Layer]) -> Result<Vec<u8>, Failure> {
        Ok(Bundle::write(self.bytecode()?.program(), self, layers))
    }
}

impl DebugInfo for Session {
    fn source(&self) -> &SourceFile {
        self.sources().file(FileId::USER)
    }

    fn heap_counts(&self) -> [Option<u64>; 3] {
        Self::heap_counts(self).unwrap_or_default()
    }

    fn handles_panics(&self, func: u32) -> bool {
        let program = self.bytecode().map(stair_bytecode::verify::Verified::program).ok();
        let func = program.and_then(|program| program.funcs.get(func as usize));
        func.is_some_and(|func| self.sources().file(func.span.file).name.ends_with(PANICS_FILE))
    }

    fn variables(&self) -> Option<Rc<Variables>> {
        Self::variables(self).ok().map(Rc::new)
    }

    fn listing(&self, library: bool) -> Option<Bytecode> {
        self.bytecode_listing(library).ok()
    }

    fn doc(&self, pane: Pane) -> Option<Cow<'_, Doc>> {
        let Pane { layer, library } = pane;
        let made = match layer {
            Layer::Tokens => self.tokens_doc(),
            Layer::Tree => self.tree_doc(),
            Layer::Types => return Some(Cow::Borrowed(self.types_doc())),
            Layer::Ownership => self.ownership_doc().ok()?,
            Layer::Ir => self.ir_doc(None, library).ok()?,
            Layer::Bytecode => self.bytecode_doc(library).ok()?,
            Layer::Wat => self.wat_doc(library).ok()?,
            Layer::Wasm => self.wasm_doc(library).ok()?,
        };
        Some(Cow::Owned(made))
    }
}
