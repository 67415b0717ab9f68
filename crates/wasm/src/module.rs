//! A module: what is reached from the entry, in Wasm's sections.

use crate::code::Code;
use crate::error::CompileError;
use crate::runtime::{Helper, STACK_OVERFLOW_MESSAGE};
use crate::select::val_type;
use crate::{encode, locals, peephole, structure};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use stair_ir::entities::{DataId, FuncId, ImportId, InstId, Value};
use stair_ir::function::{Function, Module, Target, ValueDef};
use stair_ir::inst::{CheckedOp, Inst, Signature, TrapKind, Type};
use stair_source::Origin;
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use wasm_encoder::{
    CodeSection, ConstExpr, DataCountSection, DataSection, ElementSection, Elements, EntityType, ExportKind,
    ExportSection, FunctionSection, GlobalSection, GlobalType, ImportSection, IndirectNameMap, MemorySection,
    MemoryType, NameMap, NameSection, RefType, TableSection, TableType, TypeSection, ValType,
};

/// A compiled module.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct WasmOutput {
    /// The module's bytes.
    pub bytes: Vec<u8>,
    /// Where instructions come from: ranges of `bytes` in order, without overlap. What is not covered (section headers,
    /// the functions in [`WasmFunction::func`] `None`) comes from no place in the source.
    pub map: Vec<MapEntry>,
    /// The functions in the order of their indices.
    pub functions: Vec<WasmFunction>,
    /// For each piece of static data the data of the IR that it is of; `None` for the run-time library's.
    pub data: Vec<Option<DataId>>,
}

/// Where one instruction comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MapEntry {
    /// Its bytes in the module.
    pub bytes: Range<u32>,
    /// Its function, as a place in [`WasmOutput::functions`].
    pub function: u32,
    /// The source, and as item the IR instruction ([`InstId`]'s number within its function); [`Origin::NO_ITEM`] for
    /// what a block's end or the function's frame needs.
    pub origin: Origin,
}

/// A function of the module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WasmFunction {
    /// Its index in the module's function index space.
    pub index: u32,
    /// Its name in the name section.
    pub name: String,
    /// The function of the IR; `None` for imports and for functions of the run-time library.
    pub func: Option<FuncId>,
    /// The bytes of its body, length included; empty for imports.
    pub body: Range<u32>,
}

impl WasmOutput {
    /// The map's entry that covers the byte at this offset.
    #[must_use]
    pub fn entry_at(&self, offset: u32) -> Option<&MapEntry> {
        let place = self.map.partition_point(|entry| entry.bytes.end <= offset);
        self.map.get(place).filter(|entry| entry.bytes.contains(&offset))
    }
}

/// The most locals a function may have in the engines.
const MAX_LOCALS: u64 = 50_000;

/// The most functions, and the largest body, that the engines take.
const MAX_FUNCTIONS: u64 = 1_000_000;
const MAX_BODY: u64 = 7_654_321;

/// The most data segments that the engines take.
const MAX_SEGMENTS: u64 = 100_000;

const PAGE: u64 = 1 << 16;

type FuncType = (Vec<ValType>, Vec<ValType>);

/// What functions' code asks of its module.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) enum Question {
    Func(FuncId),
    Import(ImportId),
    OverflowImports,
    Handler(TrapKind),
    Place(FuncId),
    Helper(Helper),
    Type(Signature),
    Address(DataId),
    StackLow,
    StackHigh,
}

/// What the functions' code needs to know of the module. Each question is put on record with its answer, so that code can be
/// taken again where both still hold ([`stair_ir::kept`]).
pub(crate) struct Context<'a> {
    /// The IR.
    module: &'a Module,
    /// By [`FuncId`]: the index of a function that is reached.
    func_indices: Vec<Option<u32>>,
    import_indices: Vec<Option<u32>>,
    /// `fd_write` and `proc_exit`, where the stack may overflow.
    overflow_imports: (u32, u32),
    /// By [`FuncId`]: the place in the table of a function whose address is taken.
    table_places: Vec<Option<u32>>,
    /// The index of the first function of the run-time library.
    first_helper: u32,
    helpers: RefCell<Vec<Helper>>,
    types: RefCell<(Vec<FuncType>, FxHashMap<FuncType, u32>)>,
    /// What the function at hand has asked, and the answers.
    asked: RefCell<Vec<(Question, u64)>>,
}

impl Context<'_> {
    fn ask(&self, question: Question) -> u64 {
        let answer = self.answer(&question);
        self.asked.borrow_mut().push((question, answer));
        answer
    }

    /// The answer, without a record of it.
    fn answer(&self, question: &Question) -> u64 {
        let index = |found: Option<u32>| u64::from(found.unwrap_or(0));
        match question {
            Question::Func(func) => index(self.func_indices[func.index()]),
            Question::Import(import) => index(self.import_indices[import.index()]),
            Question::OverflowImports => u64::from(self.overflow_imports.0) << 32 | u64::from(self.overflow_imports.1),
            Question::Handler(kind) => {
                index(self.module.handlers[*kind as usize].and_then(|func| self.func_indices[func.index()]))
            }
            Question::Place(func) => index(self.table_places[func.index()]),
            Question::Helper(helper) => {
                let mut helpers = self.helpers.borrow_mut();
                let place = helpers.iter().position(|h| h == helper).unwrap_or_else(|| {
                    helpers.push(*helper);
                    helpers.len() - 1
                });
                u64::from(self.first_helper) + place as u64
            }
            Question::Type(sig) => u64::from(self.func_type((
                sig.params.iter().map(|&ty| val_type(ty)).collect(),
                sig.results.iter().map(|&ty| val_type(ty)).collect(),
            ))),
            Question::Address(data) => self.module.data[data.index()].address,
            Question::StackLow => self.module.memory.stack_low,
            Question::StackHigh => self.module.memory.stack_high,
        }
    }

    /// The index of a function. All that code refers to has been found to be reached.
    pub(crate) fn func_index(&self, func: FuncId) -> u32 {
        self.ask(Question::Func(func)) as u32
    }

    /// The index of a function of the host.
    pub(crate) fn import_index(&self, import: ImportId) -> u32 {
        self.ask(Question::Import(import)) as u32
    }

    /// The indices of `fd_write` and `proc_exit`.
    pub(crate) fn overflow_imports(&self) -> (u32, u32) {
        let both = self.ask(Question::OverflowImports);
        ((both >> 32) as u32, both as u32)
    }

    /// The index of a trap's handler.
    pub(crate) fn handler_index(&self, kind: TrapKind) -> u32 {
        self.ask(Question::Handler(kind)) as u32
    }

    /// The place in the table of a function whose address is taken; 0 is nobody's.
    pub(crate) fn table_place(&self, func: FuncId) -> u32 {
        self.ask(Question::Place(func)) as u32
    }

    /// The index of a function of the run-time library, which the module will then have.
    pub(crate) fn helper(&self, helper: Helper) -> u32 {
        self.ask(Question::Helper(helper)) as u32
    }

    /// The index of a function type.
    pub(crate) fn type_index(&self, sig: &Signature) -> u32 {
        self.ask(Question::Type(sig.clone())) as u32
    }

    /// The address of data.
    pub(crate) fn address(&self, data: DataId) -> u64 {
        self.ask(Question::Address(data))
    }

    /// The stack's lowest address, and the stack pointer's first value.
    pub(crate) fn stack(&self) -> (u64, u64) {
        (self.ask(Question::StackLow), self.ask(Question::StackHigh))
    }

    fn func_type(&self, ty: FuncType) -> u32 {
        let (list, index) = &mut *self.types.borrow_mut();
        *index.entry(ty).or_insert_with_key(|ty| {
            list.push(ty.clone());
            list.len() as u32 - 1
        })
    }

    /// Where the Wasm instructions of an IR instruction come from.
    pub(crate) fn origin(&self, func: &Function, id: InstId) -> Origin {
        Origin { span: func.inst(id).origin.span, item: id.0 }
    }
}

/// What is reached from the entry.
#[derive(Default)]
struct Reached {
    funcs: Vec<bool>,
    imports: Vec<bool>,
    /// Functions whose address is taken.
    addresses: Vec<bool>,
    /// Some function is called through its address: there has to be a table, even if it is empty.
    has_indirect_calls: bool,
    has_frames: bool,
}

/// The trap kinds of an instruction.
fn trap_kinds(func: &Function, inst: &Inst) -> [Option<TrapKind>; 2] {
    let constant = |value: Value| match func.values[value.index()].def {
        ValueDef::Result(id, _) => match func.inst(id).inst {
            Inst::Const { bits, .. } => Some(bits),
            _ => None,
        },
        ValueDef::Param(..) => None,
    };
    match inst {
        Inst::BoundsCheck { trap, .. } => [Some(trap.kind), None],
        Inst::Checked { op, args, trap } => {
            let overflow = match op {
                CheckedOp::DivS => Some(TrapKind::DivOverflow),
                CheckedOp::RemS => Some(TrapKind::RemOverflow),
                _ => None,
            };
            let all_ones = func.ty(args[1]).mask();
            [Some(trap.kind), overflow.filter(|_| constant(args[1]).is_none_or(|bits| bits == all_ones))]
        }
        _ => [None, None],
    }
}

fn reach(module: &Module, entry: FuncId) -> Result<Reached, CompileError> {
    let mut reached = Reached {
        funcs: vec![false; module.funcs.len()],
        imports: vec![false; module.imports.len()],
        addresses: vec![false; module.funcs.len()],
        has_indirect_calls: false,
        has_frames: false,
    };
    let mut data_seen = vec![false; module.data.len()];
    reached.funcs[entry.index()] = true;
    let mut pending = vec![entry];
    while let Some(id) = pending.pop() {
        let func = &module.funcs[id.index()];
        let mut reach = |callee: FuncId| {
            if !std::mem::replace(&mut reached.funcs[callee.index()], true) {
                pending.push(callee);
            }
        };
        for &inst in func.layout.iter().flat_map(|&block| &func.block(block).insts) {
            match &func.inst(inst).inst {
                Inst::Call { func, .. } => reach(*func),
                Inst::FuncAddr { func } => {
                    reached.addresses[func.index()] = true;
                    reach(*func);
                }
                Inst::DataAddr { data, .. } => module.functions_in(*data, &mut data_seen, |func| {
                    reached.addresses[func.index()] = true;
                    reach(func);
                }),
                Inst::CallImport { import, .. } => reached.imports[import.index()] = true,
                Inst::CallIndirect { .. } => reached.has_indirect_calls = true,
                Inst::SlotAddr { .. } => reached.has_frames = true,
                inst => {
                    for kind in trap_kinds(func, inst).into_iter().flatten() {
                        let wanted = if kind == TrapKind::Bounds { 3 } else { 1 };
                        match module.handlers[kind as usize] {
                            Some(handler)
                                if module.funcs[handler.index()].sig
                                    == (Signature { params: vec![Type::I64; wanted], results: Vec::new() }) =>
                            {
                                reach(handler);
                            }
                            _ => return Err(CompileError::NoHandler(kind)),
                        }
                    }
                }
            }
        }
    }
    Ok(reached)
}

/// What is kept of one compilation for the next: the code of each function.
#[derive(Debug, Default)]
pub struct Kept(stair_ir::kept::Kept<Question, Rc<Finished>>);

/// Compile a module.
///
/// # Errors
/// Where the IR is not what the verifier accepts, or something is too large for Wasm: see [`CompileError`].
pub fn compile(module: &Module) -> Result<WasmOutput, CompileError> {
    compile_kept(module, &mut Kept::default())
}

/// Compile a module. The bytes are the same whatever was kept.
///
/// # Errors
/// As [`compile`].
pub fn compile_kept(module: &Module, kept: &mut Kept) -> Result<WasmOutput, CompileError> {
    let entry = module
        .entry
        .filter(|id| module.funcs.get(id.index()).is_some_and(|func| func.sig == Signature::default()))
        .ok_or(CompileError::NoEntry)?;
    let pages = module.memory.heap_base.max(module.memory.data_end).max(module.memory.stack_high).div_ceil(PAGE);
    if pages > PAGE {
        return Err(CompileError::TooLarge { what: "bytes of static data and stack".into(), limit: PAGE * PAGE });
    }
    let reached = reach(module, entry)?;
    Assembler::new(module, entry, &reached).assemble(pages, kept)
}

struct Assembler<'a> {
    cx: Context<'a>,
    entry: FuncId,
    has_frames: bool,
    has_table: bool,
    imports: Vec<(String, String, u32)>,
    functions: Vec<WasmFunction>,
}

impl<'a> Assembler<'a> {
    fn new(module: &'a Module, entry: FuncId, reached: &Reached) -> Self {
        let mut cx = Context {
            module,
            func_indices: vec![None; module.funcs.len()],
            import_indices: vec![None; module.imports.len()],
            overflow_imports: (0, 0),
            table_places: vec![None; module.funcs.len()],
            first_helper: 0,
            helpers: RefCell::default(),
            types: RefCell::default(),
            asked: RefCell::default(),
        };
        let mut imports = Vec::new();
        for (i, import) in module.imports.iter().enumerate() {
            let is_for_overflow = reached.has_frames && matches!(import.name.as_str(), "fd_write" | "proc_exit");
            if reached.imports[i] || is_for_overflow {
                cx.import_indices[i] = Some(imports.len() as u32);
                imports.push((import.module.to_string(), import.name.to_string(), cx.type_index(&import.sig)));
            }
        }
        if reached.has_frames {
            let mut index_of = |name: &str, params: usize, results: usize| {
                imports.iter().position(|(_, other, _)| other == name).unwrap_or_else(|| {
                    let ty = cx.func_type((vec![ValType::I32; params], vec![ValType::I32; results]));
                    imports.push(("wasi_snapshot_preview1".into(), name.into(), ty));
                    imports.len() - 1
                }) as u32
            };
            cx.overflow_imports = (index_of("fd_write", 4, 1), index_of("proc_exit", 1, 0));
        }
        let mut functions: Vec<WasmFunction> = Vec::new();
        for (_, name, _) in &imports {
            functions.push(WasmFunction { index: functions.len() as u32, name: name.clone(), func: None, body: 0..0 });
        }
        let mut places = 0;
        // The program's own functions first, for whoever reads the module.
        let (user, others): (Vec<usize>, Vec<usize>) =
            (0..module.funcs.len()).filter(|&i| reached.funcs[i]).partition(|&i| module.funcs[i].is_user);
        for i in user.into_iter().chain(others) {
            let func = &module.funcs[i];
            let index = functions.len() as u32;
            cx.func_indices[i] = Some(index);
            functions.push(WasmFunction {
                index,
                name: func.name.to_string(),
                func: Some(FuncId(i as u32)),
                body: 0..0,
            });
            if reached.addresses[i] {
                places += 1;
                cx.table_places[i] = Some(places);
            }
        }
        cx.first_helper = functions.len() as u32;
        let (has_frames, has_table) = (reached.has_frames, reached.has_indirect_calls || places > 0);
        Self { cx, entry, has_frames, has_table, imports, functions }
    }

    fn assemble(mut self, pages: u64, kept: &mut Kept) -> Result<WasmOutput, CompileError> {
        let module = self.cx.module;
        let mut finished: Vec<Rc<Finished>> = Vec::new();
        kept.0.truncate(module.funcs.len());
        let mut types = FunctionSection::new();
        for function in &self.functions {
            let Some(id) = function.func else { continue };
            let func = &module.funcs[id.index()];
            types.function(self.cx.type_index(&func.sig));
            let code = match kept.0.get(id, func, |question| self.cx.answer(question)) {
                Some(code) => code,
                None => {
                    self.cx.asked.take();
                    let code = Rc::new(finish(structure::function_code(&self.cx, func)?, &function.name)?);
                    kept.0.set(id, Rc::clone(func), self.cx.asked.take(), Rc::clone(&code));
                    code
                }
            };
            finished.push(code);
        }
        let mut made = 0;
        loop {
            let Some(helper) = self.cx.helpers.borrow().get(made).copied() else { break };
            let (params, results) = helper.types();
            types.function(self.cx.func_type((params, results)));
            finished.push(Rc::new(finish(helper.code(&self.cx), helper.name())?));
            self.functions.push(WasmFunction {
                index: self.functions.len() as u32,
                name: helper.name().into(),
                func: None,
                body: 0..0,
            });
            made += 1;
        }
        if self.functions.len() as u64 > MAX_FUNCTIONS {
            return Err(CompileError::TooLarge { what: "functions".into(), limit: MAX_FUNCTIONS });
        }

        let mut out = wasm_encoder::Module::new();
        out.section(&self.type_section());
        if !self.imports.is_empty() {
            let mut section = ImportSection::new();
            for (from, name, ty) in &self.imports {
                section.import(from, name, EntityType::Function(*ty));
            }
            out.section(&section);
        }
        out.section(&types);
        let mut table: Vec<(u32, u32)> = (0..module.funcs.len())
            .filter_map(|i| Some((self.cx.table_places[i]?, self.cx.func_indices[i]?)))
            .collect();
        table.sort_unstable();
        let table: Vec<u32> = table.into_iter().map(|(_, index)| index).collect();
        if self.has_table {
            let size = table.len() as u64 + 1;
            let mut section = TableSection::new();
            section.table(TableType {
                element_type: RefType::FUNCREF,
                table64: false,
                minimum: size,
                maximum: Some(size),
                shared: false,
            });
            out.section(&section);
        }
        let mut memories = MemorySection::new();
        memories.memory(MemoryType {
            minimum: pages,
            maximum: None,
            memory64: false,
            shared: false,
            page_size_log2: None,
        });
        out.section(&memories);
        let mut globals = GlobalSection::new();
        if self.has_frames {
            globals.global(
                GlobalType { val_type: ValType::I32, mutable: true, shared: false },
                &ConstExpr::i32_const(module.memory.stack_high as u32 as i32),
            );
            out.section(&globals);
        }
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0);
        exports.export("_start", ExportKind::Func, self.cx.func_index(self.entry));
        out.section(&exports);
        if !table.is_empty() {
            let mut section = ElementSection::new();
            section.active(None, &ConstExpr::i32_const(1), Elements::Functions(table.into()));
            out.section(&section);
        }
        let (data, data_names, data_ids) = self.data_section()?;
        if self.has_frames {
            out.section(&DataCountSection { count: data.len() });
        }

        let map = self.code_section(&mut out, &finished);
        if !data.is_empty() {
            out.section(&data);
        }
        out.section(&self.name_section(&finished, &data_names));
        Ok(WasmOutput { bytes: out.finish(), map, functions: self.functions, data: data_ids })
    }

    fn type_section(&self) -> TypeSection {
        let mut section = TypeSection::new();
        for (params, results) in &self.cx.types.borrow().0 {
            section.ty().function(params.iter().copied(), results.iter().copied());
        }
        section
    }

    /// Add the code section, and say where each instruction is.
    fn code_section(&mut self, out: &mut wasm_encoder::Module, finished: &[Rc<Finished>]) -> Vec<MapEntry> {
        let mut section = CodeSection::new();
        let defined = self.functions.iter_mut().filter(|f| f.index >= self.imports.len() as u32);
        let contents: usize = finished.iter().map(|f| leb_len(f.body.bytes.len()) + f.body.bytes.len()).sum();
        let count_len = leb_len(finished.len());
        // The section's id, its size, the count.
        let mut at = out.len() + 1 + leb_len(count_len + contents) + count_len;
        let mut map = Vec::with_capacity(finished.iter().map(|f| f.body.ends.len()).sum());
        for (function, code) in defined.zip(finished) {
            let body = &code.body;
            section.raw(&body.bytes);
            let start = at + leb_len(body.bytes.len());
            function.body = at as u32..(start + body.bytes.len()) as u32;
            at = start + body.bytes.len();
            if function.func.is_none() {
                continue;
            }
            let mut from = body.ends[0].0;
            for &(end, origin) in &body.ends[1..] {
                let bytes = start as u32 + from..start as u32 + end;
                map.push(MapEntry { bytes, function: function.index, origin });
                from = end;
            }
        }
        out.section(&section);
        map
    }

    /// Static data, each piece without the zeros that memory begins with, and the segments' names and origins.
    fn data_section(&self) -> Result<(DataSection, Vec<String>, Vec<Option<DataId>>), CompileError> {
        let mut section = DataSection::new();
        let mut names = Vec::new();
        let mut ids = Vec::new();
        if self.has_frames {
            section.passive(STACK_OVERFLOW_MESSAGE.bytes());
            names.push("stack_overflow_message".to_string());
            ids.push(None);
        }
        let all = &self.cx.module.data;
        for (id, data) in all.iter().enumerate() {
            let mut bytes = data.bytes.clone();
            for &(offset, target) in &data.relocations {
                let place = offset as usize..offset as usize + 8;
                let address = match target {
                    Target::Data(data) => all.get(data.index()).map(|data| data.address),
                    Target::Func(func) => Some(u64::from(self.cx.table_place(func))),
                };
                if let (Some(place), Some(address)) = (bytes.get_mut(place), address) {
                    place.copy_from_slice(&address.to_le_bytes());
                }
            }
            for run in non_zero_runs(&bytes) {
                let address = data.address + run.start as u64;
                section.active(0, &ConstExpr::i32_const(address as u32 as i32), bytes[run].iter().copied());
                names.push(data.name.to_string());
                ids.push(Some(DataId(id as u32)));
            }
        }
        if names.len() as u64 > MAX_SEGMENTS {
            return Err(CompileError::TooLarge { what: "pieces of static data".into(), limit: MAX_SEGMENTS });
        }
        Ok((section, names, ids))
    }

    fn name_section(&self, finished: &[Rc<Finished>], data_names: &[String]) -> NameSection {
        let mut section = NameSection::new();
        let mut functions = NameMap::new();
        for function in &self.functions {
            functions.append(function.index, &function.name);
        }
        section.functions(&functions);
        let mut all_locals = IndirectNameMap::new();
        for (i, function) in finished.iter().enumerate() {
            let mut locals = NameMap::new();
            for (place, name) in &function.local_names {
                locals.append(*place, name);
            }
            if !locals.is_empty() {
                all_locals.append((self.imports.len() + i) as u32, &locals);
            }
        }
        section.locals(&all_locals);
        if self.has_frames {
            let mut globals = NameMap::new();
            globals.append(crate::address::STACK_POINTER, "stack_pointer");
            section.globals(&globals);
        }
        let mut data = NameMap::new();
        for (i, name) in data_names.iter().enumerate() {
            data.append(i as u32, name);
        }
        if !data_names.is_empty() {
            section.data(&data);
        }
        section
    }
}

/// A function's bytes, and the names of its locals.
#[derive(Debug)]
struct Finished {
    body: encode::Body,
    local_names: Vec<(u32, SmolStr)>,
}

fn finish(mut code: Code, name: &str) -> Result<Finished, CompileError> {
    locals::assign(&mut code);
    peephole::clean(&mut code);
    if code.locals.len() as u64 > MAX_LOCALS {
        return Err(CompileError::TooLarge { what: format!("locals of `{name}`"), limit: MAX_LOCALS });
    }
    let body = encode::body(&code);
    if body.bytes.len() as u64 > MAX_BODY {
        return Err(CompileError::TooLarge { what: format!("bytes of `{name}`"), limit: MAX_BODY });
    }
    let names = code.locals.into_iter().enumerate();
    let local_names = names.filter_map(|(place, local)| Some((place as u32, local.name?))).collect();
    Ok(Finished { body, local_names })
}

/// How many bytes a number takes as unsigned LEB128.
fn leb_len(number: usize) -> usize {
    ((usize::BITS - number.leading_zeros()).div_ceil(7) as usize).max(1)
}

/// Ranges of the bytes outside of which there are only zeros. A few zeros inside cost less than a segment of their own.
fn non_zero_runs(bytes: &[u8]) -> Vec<Range<usize>> {
    const MIN_GAP: usize = 16;
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (i, _) in bytes.iter().enumerate().filter(|(_, byte)| **byte != 0) {
        match runs.last_mut() {
            Some(run) if i - run.end < MIN_GAP => run.end = i + 1,
            _ => runs.push(i..i + 1),
        }
    }
    runs
}
