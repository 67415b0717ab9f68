//! What all functions of a module share: ids of functions, imports and static data, and the panic handlers in use.

use crate::error::{LowerError, R};
use crate::glue::GlueKey;
use crate::memory::{DATA_START, MAX_DATA_BYTES, layout_after, place_after};
use crate::variables::Variables;
use crate::{Lowered, Options, Profile, function, glue};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use stair_ir::entities::{DataId, FuncId, ImportId};
use stair_ir::function::{Data, Import, Module, Target};
use stair_ir::inst::{Signature, Trap, TrapKind};
use stair_sema::Program;
use stair_sema::defs::{Instance, LangFn, Resolved};
use stair_sema::ids::{FnId, StaticId};
use stair_sema::ty::{Ty, TyList};
use stair_source::{SourceMap, Span};
use std::collections::VecDeque;
use std::rc::Rc;

/// The contents of constant data; equal contents share one piece.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) struct Contents {
    pub(crate) bytes: Vec<u8>,
    pub(crate) relocations: Vec<(u32, Target)>,
    pub(crate) align: u32,
}

/// The module under construction.
pub(crate) struct ModuleCx<'p> {
    pub(crate) program: &'p Program,
    pub(crate) sources: &'p SourceMap,
    pub(crate) options: Options,
    pub(crate) made: Made,
}

/// What has been made of the module, and where to find it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Made {
    pub(crate) module: Module,
    funcs: FxHashMap<Instance, FuncId>,
    constants: FxHashMap<Contents, DataId>,
    imports: FxHashMap<&'static str, ImportId>,
    pub(crate) statics: FxHashMap<StaticId, DataId>,
    pub(crate) locations: FxHashMap<Span, DataId>,
    pub(crate) vtables: FxHashMap<(Ty, Ty), DataId>,
    heap_base: Option<DataId>,
    cleanups: Option<DataId>,
    /// The functions that drop glue is.
    glue: FxHashMap<GlueKey, FuncId>,
    /// Drop glue that has a number and is still to be made.
    pending_glue: VecDeque<GlueKey>,
    /// The functions that have a number.
    numbered: u32,
    traps_used: [bool; TrapKind::ALL.len()],
    data_bytes: u64,
    /// The variables of the functions made so far that are the user's.
    variables: Vec<(FuncId, Rc<Variables>)>,
}

impl<'p> ModuleCx<'p> {
    /// Lower the instances, and the drop glue that they need.
    pub(crate) fn lower(&mut self, instances: &[Instance]) -> Result<(), LowerError> {
        for &instance in instances {
            let id = self.number();
            self.made.funcs.insert(instance, id);
        }
        for &instance in instances {
            let (function, variables) = function::lower_instance(self, instance)?;
            let id = FuncId(self.made.module.funcs.len() as u32);
            self.made.variables.extend(variables.map(|variables| (id, Rc::new(variables))));
            self.made.module.funcs.push(Rc::new(function));
        }
        while let Some(key) = self.made.pending_glue.pop_front() {
            let function = glue::lower_glue(self, &key)?;
            self.made.module.funcs.push(Rc::new(function));
        }
        Ok(())
    }

    /// The number of a function that is still to be made.
    fn number(&mut self) -> FuncId {
        self.made.numbered += 1;
        FuncId(self.made.numbered - 1)
    }

    /// Whether arithmetic that overflows panics.
    pub(crate) fn checks_overflow(&self) -> bool {
        self.options.profile == Profile::Debug
    }

    /// The function of an instance.
    pub(crate) fn func(&self, instance: Instance, span: Span) -> R<FuncId> {
        let missing = LowerError::Inconsistent { what: "a function that was not collected", span };
        self.made.funcs.get(&instance).copied().ok_or_else(|| missing.into())
    }

    /// What a call of `def` with these arguments comes down to.
    pub(crate) fn resolve(&self, def: FnId, args: TyList, span: Span) -> R<Resolved> {
        let missing = LowerError::Inconsistent { what: "a method without an implementation", span };
        self.program.resolve(def, args).ok_or_else(|| missing.into())
    }

    /// The library's handler of a trap kind.
    pub(crate) fn handler(&self, kind: TrapKind, span: Span) -> R<FuncId> {
        let Some(def) = self.program.lang(handler_fn(kind)) else {
            return Err(LowerError::Inconsistent { what: "a panic handler that the library lacks", span }.into());
        };
        self.func(Instance { def, args: TyList::EMPTY }, span)
    }

    /// A trap site, whose handler the module then names.
    pub(crate) fn trap(&mut self, kind: TrapKind, span: Span) -> R<Trap> {
        self.use_handler(kind, span)?;
        Ok(Trap { kind, location: self.location(span)? })
    }

    /// Name the handler of a trap kind that an instruction may raise.
    pub(crate) fn use_handler(&mut self, kind: TrapKind, span: Span) -> R<()> {
        let place = TrapKind::ALL.iter().position(|&k| k == kind).unwrap_or_default();
        if !std::mem::replace(&mut self.made.traps_used[place], true) {
            self.made.module.handlers[place] = Some(self.handler(kind, span)?);
        }
        Ok(())
    }

    /// A function of the host.
    pub(crate) fn import(&mut self, name: &'static str, sig: Signature) -> ImportId {
        let imports = &mut self.made.module.imports;
        *self.made.imports.entry(name).or_insert_with(|| {
            imports.push(Import { module: "wasi_snapshot_preview1".into(), name: name.into(), sig });
            ImportId(imports.len() as u32 - 1)
        })
    }

    /// Constant data with these contents, shared if there is one already; `name` is told the id of a new one.
    pub(crate) fn constant(
        &mut self,
        contents: Contents,
        span: Span,
        name: impl FnOnce(DataId) -> SmolStr,
    ) -> R<DataId> {
        if let Some(&id) = self.made.constants.get(&contents) {
            return Ok(id);
        }
        let id = DataId(self.made.module.data.len() as u32);
        self.add_data(contents.clone(), name(id), false, span)?;
        self.made.constants.insert(contents, id);
        Ok(id)
    }

    /// New data.
    pub(crate) fn add_data(&mut self, contents: Contents, name: SmolStr, mutable: bool, span: Span) -> R<DataId> {
        let Contents { bytes, relocations, align } = contents;
        self.claim_data(bytes.len() as u64, span)?;
        self.made.module.data.push(Data { name, bytes, align, mutable, address: 0, relocations, span });
        Ok(DataId(self.made.module.data.len() as u32 - 1))
    }

    /// Fill in data that was announced by [`Self::add_data`] with empty contents.
    pub(crate) fn fill_data(&mut self, id: DataId, contents: Contents) {
        let data = &mut self.made.module.data[id.index()];
        data.bytes = contents.bytes;
        data.relocations = contents.relocations;
        data.align = contents.align;
    }

    /// Count `bytes` of static data before they are made.
    pub(crate) fn claim_data(&mut self, bytes: u64, span: Span) -> R<()> {
        self.made.data_bytes = self.made.data_bytes.saturating_add(bytes);
        if self.made.data_bytes > MAX_DATA_BYTES { Err(LowerError::DataTooLarge { span }.into()) } else { Ok(()) }
    }

    /// Eight bytes that hold the address where the heap begins: it is known only when all static data are.
    pub(crate) fn heap_base(&mut self) -> R<DataId> {
        if let Some(id) = self.made.heap_base {
            return Ok(id);
        }
        let contents = Contents { bytes: vec![0; 8], relocations: Vec::new(), align: 8 };
        let id = self.add_data(contents, "heap_base".into(), false, Span::default())?;
        self.made.heap_base = Some(id);
        Ok(id)
    }

    /// The function that drop glue is; it is made after the instances at hand.
    pub(crate) fn glue(&mut self, key: GlueKey) -> FuncId {
        if let Some(&id) = self.made.glue.get(&key) {
            return id;
        }
        let id = self.number();
        self.made.pending_glue.push_back(key.clone());
        self.made.glue.insert(key, id);
        id
    }

    /// Eight bytes that hold the address of the record of the youngest value that a panic has to drop.
    pub(crate) fn cleanups(&mut self) -> R<DataId> {
        if let Some(id) = self.made.cleanups {
            return Ok(id);
        }
        let contents = Contents { bytes: vec![0; 8], relocations: Vec::new(), align: 8 };
        let id = self.add_data(contents, "cleanups".into(), true, Span::default())?;
        self.made.cleanups = Some(id);
        Ok(id)
    }

    /// Place the static data, fill in addresses, divide the memory.
    pub(crate) fn finish(mut self) -> Lowered {
        let mut end = DATA_START;
        for data in &mut self.made.module.data {
            data.address = place_after(end, u64::from(data.align));
            end = data.address + data.bytes.len() as u64;
        }
        self.made.module.memory = layout_after(end);
        let addresses: Vec<u64> = self.made.module.data.iter().map(|d| d.address).collect();
        for data in &mut self.made.module.data {
            for &(offset, target) in &data.relocations {
                if let Target::Data(target) = target {
                    let at = offset as usize;
                    data.bytes[at..at + 8].copy_from_slice(&addresses[target.index()].to_le_bytes());
                }
            }
        }
        if let Some(id) = self.made.heap_base {
            self.made.module.data[id.index()].bytes = self.made.module.memory.heap_base.to_le_bytes().to_vec();
        }
        let start = self.program.entry();
        self.made.module.entry = start.and_then(|start| self.made.funcs.get(&start).copied());
        let mut defs = vec![None; self.made.module.funcs.len()];
        for (instance, id) in self.made.funcs {
            defs[id.index()] = Some(instance.def);
        }
        let mut variables = vec![None; self.made.module.funcs.len()];
        for (id, of_function) in self.made.variables {
            variables[id.index()] = Some(of_function);
        }
        let mut objects: Vec<(DataId, Ty)> = self.made.vtables.iter().map(|(&(ty, _), &id)| (id, ty)).collect();
        objects.sort_unstable();
        let heap_counts = self.program.heap_counts().map(|id| self.made.statics.get(&id?).copied());
        Lowered { module: self.made.module, defs, variables, objects, heap_counts }
    }
}

/// The library's function that handles a trap kind.
fn handler_fn(kind: TrapKind) -> LangFn {
    match kind {
        TrapKind::AddOverflow => LangFn::PanicAddOverflow,
        TrapKind::SubOverflow => LangFn::PanicSubOverflow,
        TrapKind::MulOverflow => LangFn::PanicMulOverflow,
        TrapKind::NegOverflow => LangFn::PanicNegOverflow,
        TrapKind::DivZero => LangFn::PanicDivZero,
        TrapKind::DivOverflow => LangFn::PanicDivOverflow,
        TrapKind::RemZero => LangFn::PanicRemZero,
        TrapKind::RemOverflow => LangFn::PanicRemOverflow,
        TrapKind::ShlOverflow => LangFn::PanicShlOverflow,
        TrapKind::ShrOverflow => LangFn::PanicShrOverflow,
        TrapKind::Bounds => LangFn::PanicBounds,
    }
}
