//! The verifier, and with these rules the specification of what is valid IR. Everything that reads IR may rely on them.
//!
//! **Module.** The entry exists, and takes and returns nothing. A handler takes the location's address (`i64`), that of
//! [`TrapKind::Bounds`] index, length and location (`i64` each), and returns nothing; each trap kind that an instruction of
//! the module may raise has one. Signatures have at most two results. Data have an alignment that is a power of two, an
//! address that is a multiple of it and not 0, lie before `memory.data_end`, and do not overlap (data without bytes may lie
//! anywhere); relocations name data that exist and lie, 8 bytes long, within the bytes. `data_end <= stack_low <=
//! stack_high <= heap_base`, the stack's ends are multiples of 16, the heap's begin one of 65536. These rules on places
//! hold only once `memory` is set (not all zeros).
//!
//! **Function.** There is at least one block; a block appears once in the layout, an instruction once in the blocks. The
//! entry block has the signature's parameters, and nothing jumps to it. A variable's `param` exists and has its type. A
//! slot's alignment is a power of two up to 16. Ids are in range; a value names as its definition the place where it
//! stands. Every value that is read is defined in a block of the layout; in a block that the entry reaches, the
//! definition dominates the read: it comes before it in the same block, or is in a block that dominates it.
//!
//! **Instructions.** Types of operands and results, where *int* and *float* are any one type of that kind:
//!
//! | instruction | operands → results | besides |
//! | --- | --- | --- |
//! | `const` | → its type | no bits beyond the type's width |
//! | `data_addr`, `slot_addr`, `func_addr` | → `i64` | offset not past the end of the data or slot |
//! | `get`, `set` | → the variable's type; that type → | |
//! | unary, binary | one int type or one float type, as the operation says → the same | |
//! | `checked` | int, the same int → the same | the trap kind is the operation's |
//! | `bounds_check` | `i64`, `i64` → | kind `bounds` |
//! | `compare` | two of one type → `i8` | of the kind that the condition compares |
//! | `sign_extend`, `zero_extend` | int → wider int | |
//! | `truncate` | int → narrower int | |
//! | `float_to_…` | float → int | |
//! | `…_to_float` | int → float | |
//! | `promote`, `demote` | `f32` → `f64`, `f64` → `f32` | |
//! | `bitcast` | int → float or float → int of the same width | |
//! | `select` | `i8`, any, the same → the same | |
//! | `load`, `store` | `i64` → any; `i64`, any → | |
//! | `mem_copy`, `mem_fill` | `i64`, `i64`, `i64` →; `i64`, `i8`, `i64` → | |
//! | calls | the callee's parameters → its results | an indirect callee is `i64` |
//! | `memory_size`, `memory_grow` | → `i64`; `i64` → `i64` | |
//!
//! The trap kind of `checked` is the one named after the operation (`adds`, `addu`: `add_overflow`, and so on), for `subs`
//! also `neg_overflow`, for quotients `div_zero`, for remainders `rem_zero`. A signed quotient may raise `div_overflow` too,
//! a signed remainder `rem_overflow`. The location is data that exist.
//!
//! **Terminators.** Targets are in the layout; arguments have the number and types of the target's parameters. A branch's
//! condition is `i8`; a switch is on an int, with distinct patterns that fit it; a return has the signature's results.

use crate::cfg::Cfg;
use crate::dominators::Dominators;
use crate::entities::{Block, FuncId, InstId, Value};
use crate::function::{Function, Module, Target, ValueDef};
use crate::inst::{
    BinaryOp, BlockCall, CheckedOp, Cond, ConvertOp, Inst, Signature, Terminator, Trap, TrapKind, Type, UnaryOp,
};
use std::fmt;

/// A rule that is broken, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VerifyError {
    /// The function; `None` for a rule about the module.
    pub func: Option<FuncId>,
    /// The block, where it is about one.
    pub block: Option<Block>,
    /// The instruction, where it is about one; else, in a block, its parameters or terminator.
    pub inst: Option<InstId>,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(func) = self.func {
            write!(f, "{func}, ")?;
        }
        if let Some(block) = self.block {
            write!(f, "{block}, ")?;
        }
        if let Some(inst) = self.inst {
            write!(f, "{inst}, ")?;
        }
        f.write_str(&self.message)
    }
}

impl std::error::Error for VerifyError {}

/// Check the module by all rules.
///
/// # Errors
/// Every broken rule that was found; a broken one may hide others.
pub fn verify(module: &Module) -> Result<(), Vec<VerifyError>> {
    let mut errors = Vec::new();
    module_rules(module, &mut errors);
    for (index, func) in module.funcs.iter().enumerate() {
        function_rules(module, func, FuncId(index as u32), &mut errors);
    }
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

/// Check one function of the module, with this number, by the rules about functions, instructions and terminators.
///
/// # Errors
/// Every broken rule that was found.
pub fn verify_function(module: &Module, func: &Function, id: FuncId) -> Result<(), Vec<VerifyError>> {
    let mut errors = Vec::new();
    function_rules(module, func, id, &mut errors);
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

impl TrapKind {
    /// Types of the handler's parameters.
    #[must_use]
    pub fn handler_params(self) -> &'static [Type] {
        if self == Self::Bounds { &[Type::I64; 3] } else { &[Type::I64] }
    }
}

impl CheckedOp {
    /// The kinds that the instruction may carry, and those that it may raise besides.
    #[must_use]
    pub fn trap_kinds(self) -> (&'static [TrapKind], &'static [TrapKind]) {
        match self {
            Self::AddS | Self::AddU => (&[TrapKind::AddOverflow], &[]),
            Self::SubS => (&[TrapKind::SubOverflow, TrapKind::NegOverflow], &[]),
            Self::SubU => (&[TrapKind::SubOverflow], &[]),
            Self::MulS | Self::MulU => (&[TrapKind::MulOverflow], &[]),
            Self::DivS => (&[TrapKind::DivZero], &[TrapKind::DivOverflow]),
            Self::DivU => (&[TrapKind::DivZero], &[]),
            Self::RemS => (&[TrapKind::RemZero], &[TrapKind::RemOverflow]),
            Self::RemU => (&[TrapKind::RemZero], &[]),
            Self::Shl => (&[TrapKind::ShlOverflow], &[]),
            Self::ShrS | Self::ShrU => (&[TrapKind::ShrOverflow], &[]),
        }
    }
}

fn module_rules(module: &Module, errors: &mut Vec<VerifyError>) {
    let mut fail = |message: String| errors.push(VerifyError { func: None, block: None, inst: None, message });
    if let Some(entry) = module.entry {
        match module.funcs.get(entry.index()) {
            None => fail(format!("the entry {entry} does not exist")),
            Some(func) if func.sig != Signature::default() => fail("the entry takes or returns something".into()),
            Some(_) => {}
        }
    }
    for (kind, handler) in TrapKind::ALL.iter().zip(module.handlers) {
        let Some(handler) = handler else { continue };
        let wanted = Signature { params: kind.handler_params().to_vec(), results: Vec::new() };
        if module.funcs.get(handler.index()).is_none_or(|f| f.sig != wanted) {
            fail(format!("the handler of {} does not exist or has another signature", kind.as_str()));
        }
    }
    for (index, import) in module.imports.iter().enumerate() {
        if import.sig.results.len() > 2 {
            fail(format!("import{index} has more than two results"));
        }
    }
    let memory = module.memory;
    let is_placed = memory != Default::default();
    let mut places = Vec::new();
    for (index, data) in module.data.iter().enumerate() {
        if !data.align.is_power_of_two() {
            fail(format!("data{index}: the alignment is no power of two"));
        } else if is_placed && (data.address == 0 || !data.address.is_multiple_of(u64::from(data.align))) {
            fail(format!("data{index}: the address is null or not aligned"));
        }
        let end = data.address.saturating_add(data.bytes.len() as u64);
        if is_placed && end > memory.data_end {
            fail(format!("data{index} lies beyond the end of data"));
        }
        if is_placed && !data.bytes.is_empty() {
            places.push((data.address, end, index));
        }
        for &(offset, target) in &data.relocations {
            let exists = match target {
                Target::Data(data) => data.index() < module.data.len(),
                Target::Func(func) => func.index() < module.funcs.len(),
            };
            if !exists || u64::from(offset) + 8 > data.bytes.len() as u64 {
                fail(format!("data{index}: the relocation at {offset} is of nothing that exists or lies outside"));
            }
        }
    }
    places.sort_unstable();
    for pair in places.windows(2) {
        if pair[1].0 < pair[0].1 {
            fail(format!("data{} and data{} overlap", pair[0].2, pair[1].2));
        }
    }
    let ordered = memory.data_end <= memory.stack_low
        && memory.stack_low <= memory.stack_high
        && memory.stack_high <= memory.heap_base;
    let aligned = memory.stack_low.is_multiple_of(16)
        && memory.stack_high.is_multiple_of(16)
        && memory.heap_base.is_multiple_of(65536);
    if !ordered || !aligned {
        fail("the memory layout is out of order or not aligned".into());
    }
}

struct Checker<'a> {
    module: &'a Module,
    func: &'a Function,
    errors: &'a mut Vec<VerifyError>,
    id: FuncId,
    block: Option<Block>,
    inst: Option<InstId>,
    /// For each value the block of its definition and its place there (0 for parameters, from 1 for instructions); `None`
    /// until seen.
    defs: Vec<Option<(Block, u32)>>,
}

fn function_rules(module: &Module, func: &Function, id: FuncId, errors: &mut Vec<VerifyError>) {
    let before = errors.len();
    let defs = vec![None; func.values.len()];
    let mut c = Checker { module, func, errors, id, block: None, inst: None, defs };
    c.declarations();
    let is_placed = c.structure();
    if c.errors.len() > before {
        return;
    }
    for &block in &func.layout {
        c.block = Some(block);
        for &inst in &func.block(block).insts {
            c.inst = Some(inst);
            c.instruction(&func.inst(inst).inst, inst);
        }
        c.inst = None;
        c.terminator(&func.block(block).terminator, &is_placed);
    }
    if c.errors.len() == before {
        c.dominance();
    }
}

/// The operand types that an operation works on.
fn is_float_unary(op: UnaryOp) -> bool {
    !matches!(op, UnaryOp::Clz | UnaryOp::Ctz | UnaryOp::Popcnt | UnaryOp::Bswap)
}

fn is_float_binary(op: BinaryOp) -> bool {
    matches!(
        op,
        BinaryOp::FAdd | BinaryOp::FSub | BinaryOp::FMul | BinaryOp::FDiv | BinaryOp::FRem | BinaryOp::FCopysign
    )
}

fn is_float_cond(cc: Cond) -> bool {
    matches!(cc, Cond::FEq | Cond::FNe | Cond::FLt | Cond::FLe | Cond::FGt | Cond::FGe)
}

pub(crate) fn is_valid_conversion(op: ConvertOp, from: Type, to: Type) -> bool {
    match op {
        ConvertOp::SignExtend | ConvertOp::ZeroExtend => from.is_int() && to.is_int() && from.bits() < to.bits(),
        ConvertOp::Truncate => from.is_int() && to.is_int() && from.bits() > to.bits(),
        ConvertOp::FloatToSigned | ConvertOp::FloatToUnsigned => from.is_float() && to.is_int(),
        ConvertOp::SignedToFloat | ConvertOp::UnsignedToFloat => from.is_int() && to.is_float(),
        ConvertOp::Promote => from == Type::F32 && to == Type::F64,
        ConvertOp::Demote => from == Type::F64 && to == Type::F32,
        ConvertOp::Bitcast => from.is_float() != to.is_float() && from.bits() == to.bits(),
    }
}

impl Checker<'_> {
    fn fail(&mut self, message: impl Into<String>) {
        self.errors.push(VerifyError {
            func: Some(self.id),
            block: self.block,
            inst: self.inst,
            message: message.into(),
        });
    }

    fn declarations(&mut self) {
        let func = self.func;
        if func.sig.results.len() > 2 {
            self.fail("more than two results");
        }
        for (index, var) in func.vars.iter().enumerate() {
            if var.param.is_some_and(|p| func.sig.params.get(p as usize) != Some(&var.ty)) {
                self.fail(format!("var{index}: its parameter does not exist or has another type"));
            }
        }
        for (index, slot) in func.slots.iter().enumerate() {
            if !slot.align.is_power_of_two() || slot.align > 16 {
                self.fail(format!("slot{index}: the alignment is no power of two up to 16"));
            }
        }
    }

    /// Layout, definitions and ids. Returns which blocks are in the layout.
    fn structure(&mut self) -> Vec<bool> {
        let func = self.func;
        let mut is_placed = vec![false; func.blocks.len()];
        let mut inst_seen = vec![false; func.insts.len()];
        for &block in &func.layout {
            match is_placed.get_mut(block.index()) {
                None => self.fail(format!("the layout names {block}, which does not exist")),
                Some(true) => self.fail(format!("{block} is laid out twice")),
                Some(placed) => *placed = true,
            }
        }
        let Some(&entry) = func.layout.first() else {
            self.fail("no blocks");
            return is_placed;
        };
        for &block in &func.layout {
            let Some(data) = func.blocks.get(block.index()) else { continue };
            self.block = Some(block);
            for (place, &param) in data.params.iter().enumerate() {
                self.define(param, ValueDef::Param(block, place as u32), block, 0);
            }
            for (place, &id) in data.insts.iter().enumerate() {
                match inst_seen.get_mut(id.index()) {
                    None => {
                        self.fail(format!("{id} does not exist"));
                        continue;
                    }
                    Some(true) => self.fail(format!("{id} stands in two places")),
                    Some(seen) => *seen = true,
                }
                self.inst = Some(id);
                for (index, &result) in func.inst(id).results.iter().enumerate() {
                    self.define(result, ValueDef::Result(id, index as u32), block, place as u32 + 1);
                }
                self.inst = None;
            }
        }
        self.block = Some(entry);
        if let Some(data) = func.blocks.get(entry.index()) {
            let types: Vec<_> = data.params.iter().filter_map(|v| func.values.get(v.index()).map(|d| d.ty)).collect();
            if types != func.sig.params {
                self.fail("the entry block's parameters are not the signature's");
            }
        }
        self.block = None;
        is_placed
    }

    fn define(&mut self, value: Value, def: ValueDef, block: Block, place: u32) {
        match self.func.values.get(value.index()) {
            None => self.fail(format!("{value} does not exist")),
            Some(data) if data.def != def => self.fail(format!("{value} names another definition")),
            Some(_) => self.defs[value.index()] = Some((block, place)),
        }
    }

    /// The type of an operand, which must be defined somewhere in the layout.
    fn operand(&mut self, value: Value) -> Option<Type> {
        if self.defs.get(value.index()).copied().flatten().is_none() {
            self.fail(format!("reads {value}, which is not defined"));
            return None;
        }
        Some(self.func.ty(value))
    }

    fn expect(&mut self, value: Value, ty: Type) {
        if let Some(found) = self.operand(value)
            && found != ty
        {
            self.fail(format!("{value} is {found}, expected {ty}"));
        }
    }

    /// An operand of the kind that the operation works on.
    fn expect_kind(&mut self, value: Value, float: bool) -> Option<Type> {
        let ty = self.operand(value)?;
        if ty.is_float() != float {
            self.fail(format!("{value} is {ty}, expected {}", if float { "a float" } else { "an integer" }));
        }
        Some(ty)
    }

    fn expect_pair(&mut self, [a, b]: [Value; 2], float: bool) {
        if let Some(ty) = self.expect_kind(a, float) {
            self.expect(b, ty);
        }
    }

    fn expect_all(&mut self, what: &str, values: &[Value], types: &[Type]) {
        if values.len() != types.len() {
            self.fail(format!("{} {what}, expected {}", values.len(), types.len()));
            return;
        }
        for (&value, &ty) in values.iter().zip(types) {
            self.expect(value, ty);
        }
    }

    fn trap(&mut self, trap: Trap, kinds: &[TrapKind], besides: &[TrapKind]) {
        if !kinds.contains(&trap.kind) {
            self.fail(format!("the trap kind {} does not belong to the operation", trap.kind.as_str()));
        }
        if trap.location.index() >= self.module.data.len() {
            self.fail(format!("the location {} does not exist", trap.location));
        }
        for &kind in [trap.kind].iter().chain(besides) {
            if self.module.handlers[kind as usize].is_none() {
                self.fail(format!("the module has no handler of {}", kind.as_str()));
            }
        }
    }

    fn instruction(&mut self, inst: &Inst, id: InstId) {
        let func = self.func;
        let before = self.errors.len();
        match inst {
            Inst::Const { ty, bits } => {
                if bits & !ty.mask() != 0 {
                    self.fail("a constant with bits beyond its type");
                }
            }
            Inst::DataAddr { data, offset } => match self.module.data.get(data.index()) {
                None => self.fail(format!("{data} does not exist")),
                Some(d) if *offset as usize > d.bytes.len() => self.fail(format!("beyond the end of {data}")),
                Some(_) => {}
            },
            Inst::SlotAddr { slot, offset } => match func.slots.get(slot.index()) {
                None => self.fail(format!("{slot} does not exist")),
                Some(s) if u64::from(*offset) > s.size => self.fail(format!("beyond the end of {slot}")),
                Some(_) => {}
            },
            Inst::FuncAddr { func: callee } => {
                if callee.index() >= self.module.funcs.len() {
                    self.fail(format!("{callee} does not exist"));
                }
            }
            Inst::VarGet { var } => {
                if var.index() >= func.vars.len() {
                    self.fail(format!("{var} does not exist"));
                }
            }
            Inst::VarSet { var, value } => match func.vars.get(var.index()) {
                None => self.fail(format!("{var} does not exist")),
                Some(decl) => self.expect(*value, decl.ty),
            },
            Inst::Unary { op, arg } => {
                self.expect_kind(*arg, is_float_unary(*op));
            }
            Inst::Binary { op, args } => self.expect_pair(*args, is_float_binary(*op)),
            Inst::Checked { op, args, trap } => {
                self.expect_pair(*args, false);
                let (kinds, besides) = op.trap_kinds();
                self.trap(*trap, kinds, besides);
            }
            Inst::BoundsCheck { index, len, trap } => {
                self.expect(*index, Type::I64);
                self.expect(*len, Type::I64);
                self.trap(*trap, &[TrapKind::Bounds], &[]);
            }
            Inst::Compare { cc, args } => self.expect_pair(*args, is_float_cond(*cc)),
            Inst::Convert { op, to, arg } => {
                if let Some(from) = self.operand(*arg)
                    && !is_valid_conversion(*op, from, *to)
                {
                    self.fail(format!("{} does not convert {from} to {to}", op.as_str()));
                }
            }
            Inst::Select { cond, if_true, if_false } => {
                self.expect(*cond, Type::I8);
                if let Some(ty) = self.operand(*if_true) {
                    self.expect(*if_false, ty);
                }
            }
            Inst::Load { addr, .. } => self.expect(*addr, Type::I64),
            Inst::Store { addr, value, .. } => {
                self.expect(*addr, Type::I64);
                self.operand(*value);
            }
            Inst::MemCopy { dst, src, len } => self.expect_all("operands", &[*dst, *src, *len], &[Type::I64; 3]),
            Inst::MemFill { dst, byte, len } => {
                self.expect_all("operands", &[*dst, *byte, *len], &[Type::I64, Type::I8, Type::I64]);
            }
            Inst::Call { func: callee, args } => match self.module.funcs.get(callee.index()) {
                None => self.fail(format!("{callee} does not exist")),
                // The function itself may be out of the module while a pass works on it.
                Some(_) if *callee == self.id => self.expect_all("arguments", args, &func.sig.params),
                Some(callee) => self.expect_all("arguments", args, &callee.sig.params),
            },
            Inst::CallImport { import, args } => match self.module.imports.get(import.index()) {
                None => self.fail(format!("{import} does not exist")),
                Some(callee) => self.expect_all("arguments", args, &callee.sig.params),
            },
            Inst::CallIndirect { sig, callee, args } => {
                self.expect(*callee, Type::I64);
                self.expect_all("arguments", args, &sig.params);
                if sig.results.len() > 2 {
                    self.fail("more than two results");
                }
            }
            Inst::MemorySize => {}
            Inst::MemoryGrow { pages } => self.expect(*pages, Type::I64),
        }
        if self.errors.len() > before {
            return;
        }
        let wanted = match inst {
            Inst::Call { func: callee, .. } if *callee == self.id => Some(func.sig.results.clone()),
            _ => inst.result_types(self.module, func),
        };
        let found: Vec<_> = func.inst(id).results.iter().map(|&v| func.ty(v)).collect();
        if wanted.is_none_or(|wanted| wanted != found) {
            self.fail("the results are not of the types that the instruction gives");
        }
    }

    fn target(&mut self, to: &BlockCall, is_placed: &[bool]) {
        let func = self.func;
        if is_placed.get(to.block.index()) != Some(&true) {
            self.fail(format!("jumps to {}, which is not in the layout", to.block));
        } else if to.block == func.entry() {
            self.fail("jumps to the entry");
        } else {
            let types: Vec<_> = func.block(to.block).params.iter().map(|&p| func.ty(p)).collect();
            self.expect_all("arguments of a jump", &to.args, &types);
        }
    }

    fn terminator(&mut self, terminator: &Terminator, is_placed: &[bool]) {
        let func = self.func;
        match terminator {
            Terminator::Branch { cond, .. } => self.expect(*cond, Type::I8),
            Terminator::Switch { value, cases, .. } => {
                let ty = self.expect_kind(*value, false);
                let mut patterns: Vec<_> = cases.iter().map(|&(p, _)| p).collect();
                patterns.sort_unstable();
                if patterns.windows(2).any(|w| w[0] == w[1]) {
                    self.fail("a pattern twice in one switch");
                }
                if patterns.last().zip(ty).is_some_and(|(&last, ty)| last & !ty.mask() != 0) {
                    self.fail("a pattern that does not fit the value switched on");
                }
            }
            Terminator::Return(values) => self.expect_all("values returned", values, &func.sig.results),
            Terminator::Jump(_) | Terminator::Unreachable => {}
        }
        for to in terminator.targets() {
            self.target(to, is_placed);
        }
    }

    fn dominance(&mut self) {
        let func = self.func;
        let cfg = Cfg::compute(func);
        let dominators = Dominators::compute(&cfg, func.blocks.len());
        for &block in cfg.rpo() {
            self.block = Some(block);
            let data = func.block(block);
            let mut bad = Vec::new();
            let mut check = |value: Value, place: u32, defs: &[Option<(Block, u32)>]| {
                let dominated = defs[value.index()]
                    .is_some_and(|(def, at)| if def == block { at < place } else { dominators.dominates(def, block) });
                if !dominated {
                    bad.push((value, place));
                }
            };
            for (place, &id) in data.insts.iter().enumerate() {
                func.inst(id).inst.for_each_operand(|v| check(v, place as u32 + 1, &self.defs));
            }
            data.terminator.for_each_operand(|v| check(v, u32::MAX, &self.defs));
            for (value, place) in bad {
                self.inst = data.insts.get((place - 1) as usize).copied();
                self.fail(format!("reads {value} where its definition does not dominate"));
            }
        }
    }
}
