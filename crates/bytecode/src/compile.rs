//! The compiler from IR: what stays on the operand stack and what goes to locals is [`stair_ir::stackify`]'s plan;
//! here instructions are chosen, blocks laid out in their order, and jumps patched.

use crate::code::Instr;
use crate::context::{Context, Question, cells};
use crate::op::{Effect, Op};
use crate::program::{
    Constant, FRAME_ALIGN, FrameSlot, Function, Import, Line, Local, Program, Segment, SwitchTable, TrapSite,
};
use crate::scalar::{Scalar, type_mask};
use crate::verify::{MAX_CODE, MAX_FRAME_SIZE, MAX_LOCALS, MAX_STACK, Verified, verify};
use smol_str::SmolStr;
use stair_ir::cfg::Cfg;
use stair_ir::entities::{Block, FuncId, ImportId, Value};
use stair_ir::function::{Data, Function as IrFunction, Module, Target};
use stair_ir::inst::{BinaryOp, BlockCall, CheckedOp, Cond, ConvertOp, Inst, Terminator, Trap, Type, UnaryOp};
use stair_ir::stackify::{Placement, StackPlan};
use stair_source::Origin;
use std::fmt;
use std::rc::Rc;
use std::sync::Arc;

/// Why a module cannot be compiled: it exceeds a limit of the bytecode.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CompileError {
    /// The function, if it is one's fault.
    pub func: Option<SmolStr>,
    /// What is too large, and the limit.
    pub what: String,
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.func {
            Some(name) => write!(f, "function `{name}`: {}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

impl std::error::Error for CompileError {}

/// What is kept of one compilation for the next: the code of each function.
#[derive(Debug, Default)]
pub struct Kept(stair_ir::kept::Kept<Question, Arc<Function>>);

/// Compile a module that the IR's verifier accepts, and verify the result. `source_hash` is
/// [`crate::program::hash_source`] of the program's text.
///
/// # Errors
/// Where the program exceeds a limit of [`crate::verify`] or has no entry.
pub fn compile(module: &Module, source_hash: u64) -> Result<Verified, CompileError> {
    let program = compile_kept(module, source_hash, &mut Kept::default())?;
    verify(program).map_err(|error| CompileError { func: None, what: error.to_string() })
}

/// Compile a module that the IR's verifier accepts. The program is the same whatever was kept. It is not verified yet.
///
/// # Errors
/// As [`compile`].
pub fn compile_kept(module: &Module, source_hash: u64, kept: &mut Kept) -> Result<Program, CompileError> {
    let outer = |what: String| CompileError { func: None, what };
    let entry = module.entry.ok_or_else(|| outer("the module has no entry".to_owned()))?;
    let mut cx = Context::new(module);
    let mut funcs = Vec::with_capacity(module.funcs.len());
    kept.0.truncate(module.funcs.len());
    for (index, func) in module.funcs.iter().enumerate() {
        let id = FuncId(index as u32);
        if let Some(code) = kept.0.get(id, func, |question| cx.answer(question)) {
            funcs.push(code);
            continue;
        }
        let compiled = Emitter::new(func, &mut cx).and_then(Emitter::run);
        let code = Arc::new(compiled.map_err(|what| CompileError { func: Some(func.name.clone()), what })?);
        kept.0.set(id, Rc::clone(func), std::mem::take(&mut cx.asked), Arc::clone(&code));
        funcs.push(code);
    }
    let import =
        |i: &stair_ir::function::Import| Import { module: i.module.clone(), name: i.name.clone(), sig: i.sig.clone() };
    Ok(Program {
        source_hash,
        entry: entry.0,
        memory: module.memory,
        imports: module.imports.iter().map(import).collect(),
        signatures: cx.signatures.into_iter().collect(),
        constants: cx.constants.into_iter().collect(),
        data: module.data.iter().map(segment).collect(),
        handlers: module.handlers.map(|h| h.map(|f| f.0)),
        funcs,
    })
}

/// Where the blocks and variables of an IR function are in its code.
#[derive(Clone, PartialEq, Debug)]
pub struct CodeMap {
    /// The first `pc` of each block that has code, ascending. What comes before the first passes parameters on.
    pub blocks: Vec<(u32, Block)>,
    /// The local of each variable.
    pub locals: Vec<u32>,
    /// The function, compiled by itself: as in the program, but for the numbers of what all functions share.
    pub function: Function,
}

/// Where the blocks and variables of a function are in the code that [`compile`] makes of it.
///
/// # Errors
/// As [`compile`], or if there is no such function.
pub fn code_map(module: &Module, func: FuncId) -> Result<CodeMap, CompileError> {
    let missing = || CompileError { func: None, what: "there is no such function".to_owned() };
    let func = module.funcs.get(func.index()).ok_or_else(missing)?;
    let fail = |what| CompileError { func: Some(func.name.clone()), what };
    let mut cx = Context::new(module);
    let mut emitter = Emitter::new(func, &mut cx).map_err(fail)?;
    emitter.emit_all().map_err(fail)?;
    let starts = emitter.labels.iter().take(func.blocks.len()).enumerate();
    let mut blocks: Vec<(u32, Block)> = starts.filter_map(|(i, pc)| Some(((*pc)?, Block(i as u32)))).collect();
    blocks.sort_unstable();
    Ok(CodeMap { blocks, locals: emitter.plan.var_locals, function: emitter.out })
}

/// Static data, the addresses of functions filled in.
fn segment(data: &Data) -> Segment {
    let mut bytes = data.bytes.clone();
    for &(offset, target) in &data.relocations {
        if let Target::Func(func) = target
            && let Some(place) = bytes.get_mut(offset as usize..offset as usize + 8)
        {
            place.copy_from_slice(&Program::func_address(func.0).to_le_bytes());
        }
    }
    Segment { name: data.name.clone(), address: data.address, bytes, mutable: data.mutable, span: data.span }
}

/// The longest chain of blocks that only jump which is passed over.
const MAX_FORWARDS: usize = 16;

/// A place in the code that jumps name before it is known.
#[derive(Clone, Copy)]
struct Label(usize);

struct Emitter<'a, 'm> {
    func: &'a IrFunction,
    cx: &'a mut Context<'m>,
    plan: StackPlan,
    out: Function,
    /// Where instructions that are emitted now come from.
    origin: Origin,
    /// Cells on the operand stack now.
    depth: usize,
    max_depth: usize,
    /// The `pc` of each label, once it is bound. The first labels are the blocks'.
    labels: Vec<Option<u32>>,
    /// Jumps: where the four bytes of the target are, and the label.
    fixups: Vec<(usize, Label)>,
    /// Cases and default of each switch table.
    tables: Vec<(Vec<(u64, Label)>, Label)>,
}

impl<'a, 'm> Emitter<'a, 'm> {
    fn new(func: &'a IrFunction, cx: &'a mut Context<'m>) -> Result<Self, String> {
        let plan = StackPlan::compute(func, &Cfg::compute(func));
        if plan.locals.len() > MAX_LOCALS {
            return Err(format!("it needs {} locals, more than {MAX_LOCALS}", plan.locals.len()));
        }
        let local = |(i, l): (usize, &stair_ir::stackify::LocalDecl)| Local {
            name: if l.name.is_empty() { SmolStr::from(format!("${i}")) } else { l.name.clone() },
            ty: l.ty,
            span: l.span,
        };
        let mut out = Function {
            name: func.name.clone(),
            is_user: func.is_user,
            span: func.span,
            sig: func.sig.clone(),
            locals: plan.locals.iter().enumerate().map(local).collect(),
            ..Function::default()
        };
        out.frame_size = lay_out_frame(func, &mut out.slots)?;
        let labels = vec![None; func.blocks.len()];
        Ok(Self {
            func,
            cx,
            plan,
            out,
            origin: Origin::of_span(func.span),
            depth: 0,
            max_depth: 0,
            labels,
            fixups: Vec::new(),
            tables: Vec::new(),
        })
    }

    fn run(mut self) -> Result<Function, String> {
        self.emit_all()?;
        Ok(self.out)
    }

    fn emit_all(&mut self) -> Result<(), String> {
        for (from, to) in self.plan.entry_moves.clone() {
            self.load_local(from);
            self.store_local(to);
        }
        let cfg = Cfg::compute(self.func);
        let entry = self.func.entry();
        let is_emitted = |&b: &Block| cfg.is_reachable(b) && (b == entry || self.destination(b) == b);
        let order: Vec<Block> = self.func.layout.iter().copied().filter(is_emitted).collect();
        for (i, &block) in order.iter().enumerate() {
            self.block(block, order.get(i + 1).copied());
        }
        self.patch()?;
        if self.max_depth > MAX_STACK as usize {
            return Err(format!("it needs {} cells of operand stack, more than {MAX_STACK}", self.max_depth));
        }
        self.out.max_stack = self.max_depth as u32;
        Ok(())
    }

    /// Fill in the targets of jumps.
    fn patch(&mut self) -> Result<(), String> {
        if self.out.code.len() > MAX_CODE {
            return Err(format!("it has {} bytes of code, more than {MAX_CODE}", self.out.code.len()));
        }
        let labels = &self.labels;
        let pc = |label: Label| labels[label.0].ok_or("a jump leads to a block outside the layout");
        for &(at, label) in &self.fixups {
            self.out.code[at..at + 4].copy_from_slice(&pc(label)?.to_le_bytes());
        }
        for (cases, default) in &self.tables {
            let cases = cases.iter().map(|&(v, label)| Ok((v, pc(label)?))).collect::<Result<Vec<_>, String>>()?;
            let mut table = SwitchTable { cases, default: pc(*default)? };
            table.cases.sort_by_key(|c| c.0);
            self.out.tables.push(table);
        }
        Ok(())
    }

    // Blocks and control

    fn block(&mut self, block: Block, next: Option<Block>) {
        self.bind(Label(block.index()));
        for root in self.plan.statements(block).to_vec() {
            self.inst(root);
            for &result in self.func.inst(root).results.iter().rev() {
                match self.plan.placement(result) {
                    Placement::Local(local) => self.store_local(local),
                    _ => self.emit(Instr::plain(Op::Drop)),
                }
            }
        }
        let func = self.func;
        let data = func.block(block);
        self.origin = Origin { item: Origin::NO_ITEM, ..data.origin };
        match &data.terminator {
            Terminator::Jump(to) => self.edge(to, next),
            Terminator::Branch { cond, then, els } => self.branch(*cond, then, els, next),
            Terminator::Switch { value, cases, default } => self.switch(*value, cases, default, next),
            Terminator::Return(values) => {
                values.iter().for_each(|&v| self.value(v));
                self.emit(Instr::plain(Op::Return));
                self.depth = 0;
            }
            Terminator::Unreachable => self.emit(Instr::plain(Op::Unreachable)),
        }
    }

    /// Where control that comes to this block really goes on: blocks that do nothing but jump are passed over.
    fn destination(&self, block: Block) -> Block {
        let mut at = block;
        for _ in 0..MAX_FORWARDS {
            match &self.func.block(at).terminator {
                Terminator::Jump(to) if self.plan.statements(at).is_empty() && self.is_bare(to) => at = to.block,
                _ => return at,
            }
        }
        // A long chain, or blocks that jump to each other for ever.
        block
    }

    /// Pass a jump's arguments and go there, by falling through where `next` is the target.
    fn edge(&mut self, to: &BlockCall, next: Option<Block>) {
        let moves = self.plan.edge_moves(self.func, to);
        for &(value, _) in &moves {
            self.value(value);
        }
        for &(_, local) in moves.iter().rev() {
            self.store_local(local);
        }
        let destination = self.destination(to.block);
        if next != Some(destination) {
            self.jump(Op::Jump, Label(destination.index()));
        }
    }

    fn is_bare(&self, to: &BlockCall) -> bool {
        self.plan.edge_moves(self.func, to).is_empty()
    }

    fn branch(&mut self, cond: Value, then: &BlockCall, els: &BlockCall, next: Option<Block>) {
        self.value(cond);
        if next == Some(self.destination(els.block)) && self.is_bare(then) {
            self.jump(Op::JumpIfTrue, Label(self.destination(then.block).index()));
            return self.edge(els, next);
        }
        if self.is_bare(els) {
            self.jump(Op::JumpIfFalse, Label(self.destination(els.block).index()));
            return self.edge(then, next);
        }
        let otherwise = self.new_label();
        self.jump(Op::JumpIfFalse, otherwise);
        self.edge(then, None);
        self.bind(otherwise);
        self.edge(els, next);
    }

    fn switch(&mut self, value: Value, cases: &[(u64, BlockCall)], default: &BlockCall, next: Option<Block>) {
        self.value(value);
        let ty = Scalar::of_type(self.func.ty(value));
        let calls = cases.iter().map(|c| &c.1).chain([default]);
        let mut stubs = Vec::new();
        let mut labels: Vec<Label> = Vec::new();
        for to in calls {
            labels.push(if self.is_bare(to) {
                Label(self.destination(to.block).index())
            } else {
                let stub = self.new_label();
                stubs.push((stub, to));
                stub
            });
        }
        let default = labels.pop().unwrap_or(Label(0));
        let mask = type_mask(ty.cell());
        let cases = cases.iter().zip(labels).map(|((v, _), label)| (v & mask, label)).collect();
        self.emit(Instr::typed(Op::Switch, ty).with(self.tables.len() as u32));
        self.tables.push((cases, default));
        let last = stubs.len();
        for (i, (stub, to)) in stubs.into_iter().enumerate() {
            self.bind(stub);
            self.edge(to, if i + 1 == last { next } else { None });
        }
    }

    // Values

    fn value(&mut self, value: Value) {
        match (self.plan.placement(value), self.func.values[value.index()].def) {
            (Placement::Local(local), _) => self.load_local(local),
            (Placement::Nested | Placement::Remat, stair_ir::function::ValueDef::Result(inst, _)) => {
                let outer = self.origin;
                self.inst(inst);
                self.origin = outer;
            }
            // A used value has a place; parameters have locals.
            _ => self.emit(Instr::plain(Op::Unreachable)),
        }
    }

    fn inst(&mut self, id: stair_ir::entities::InstId) {
        let func = self.func;
        let data = func.inst(id);
        let origin = Origin { span: data.origin.span, item: id.0 };
        data.inst.for_each_operand(|v| {
            self.origin = origin;
            self.value(v);
        });
        self.origin = origin;
        let ty = |v: Value| Scalar::of_type(func.ty(v));
        match &data.inst {
            Inst::Const { ty, bits } => self.constant(*ty, *bits),
            Inst::DataAddr { data, offset } => {
                self.emit(Instr { b: *offset, ..Instr::plain(Op::DataAddr).with(data.0) });
            }
            Inst::SlotAddr { slot, offset } => {
                self.emit(Instr { b: *offset, ..Instr::plain(Op::SlotAddr).with(slot.0) });
            }
            Inst::FuncAddr { func } => self.emit(Instr::plain(Op::FuncAddr).with(func.0)),
            Inst::VarGet { var } => self.load_local(self.plan.var_locals[var.index()]),
            Inst::VarSet { var, .. } => self.store_local(self.plan.var_locals[var.index()]),
            Inst::Unary { op, arg } => self.emit(Instr::typed(unary(*op), ty(*arg))),
            Inst::Binary { op, args } => {
                let (op, unsigned) = binary(*op);
                let ty = ty(args[0]);
                self.emit(Instr::typed(op, if unsigned { ty.unsigned() } else { ty }));
            }
            Inst::Checked { op, args, trap } => {
                let (op, unsigned) = checked(*op);
                let ty = ty(args[0]);
                self.trap_site(*trap);
                self.emit(Instr::typed(op, if unsigned { ty.unsigned() } else { ty }));
            }
            Inst::BoundsCheck { trap, .. } => {
                self.trap_site(*trap);
                self.emit(Instr::plain(Op::BoundsCheck));
            }
            Inst::Compare { cc, args } => {
                let (op, unsigned) = condition(*cc);
                let ty = ty(args[0]);
                self.emit(Instr::typed(op, if unsigned { ty.unsigned() } else { ty }));
            }
            Inst::Convert { op, to, arg } => self.convert(*op, *to, func.ty(*arg)),
            Inst::Select { .. } => self.emit(Instr::plain(Op::Select)),
            Inst::Load { ty, offset, .. } => {
                self.emit(Instr::typed(Op::Load, Scalar::of_type(*ty)).with(*offset));
            }
            Inst::Store { value, offset, .. } => self.emit(Instr::typed(Op::Store, ty(*value)).with(*offset)),
            Inst::MemCopy { .. } => self.emit(Instr::plain(Op::MemCopy)),
            Inst::MemFill { .. } => self.emit(Instr::plain(Op::MemFill)),
            Inst::Call { func, .. } => self.emit(Instr::plain(Op::Call).with(func.0)),
            Inst::CallImport { import, .. } => self.emit(Instr::plain(Op::CallHost).with(import.0)),
            Inst::CallIndirect { sig, .. } => {
                let index = self.cx.ask(Question::Signature(sig.clone()));
                self.emit(Instr::plain(Op::CallIndirect).with(index as u32));
            }
            Inst::MemorySize => self.emit(Instr::plain(Op::MemorySize)),
            Inst::MemoryGrow { .. } => self.emit(Instr::plain(Op::MemoryGrow)),
        }
    }

    fn constant(&mut self, ty: Type, bits: u64) {
        let bits = bits & type_mask(ty);
        let signed = match ty {
            Type::I8 => i64::from(bits as i8),
            Type::I16 => i64::from(bits as i16),
            Type::I32 => i64::from(bits as i32),
            Type::I64 => bits as i64,
            Type::F32 | Type::F64 => i64::MAX,
        };
        let scalar = Scalar::of_type(ty);
        if let Ok(short) = i16::try_from(signed) {
            return self.emit(Instr::typed(Op::Push, scalar).with(i32::from(short) as u32));
        }
        let index = self.cx.ask(Question::Constant(Constant { ty, bits }));
        self.emit(Instr::typed(Op::Const, scalar).with(index as u32));
    }

    fn convert(&mut self, op: ConvertOp, to: Type, from: Type) {
        let (from, to) = (Scalar::of_type(from), Scalar::of_type(to));
        let (op, from, to) = match op {
            ConvertOp::ZeroExtend | ConvertOp::UnsignedToFloat => (Op::Cast, from.unsigned(), to),
            ConvertOp::FloatToUnsigned => (Op::Cast, from, to.unsigned()),
            ConvertOp::Bitcast => (Op::Bitcast, from, to),
            ConvertOp::SignExtend
            | ConvertOp::Truncate
            | ConvertOp::FloatToSigned
            | ConvertOp::SignedToFloat
            | ConvertOp::Promote
            | ConvertOp::Demote => (Op::Cast, from, to),
        };
        self.emit(Instr::typed(op, from).with(to as u32));
    }

    // Code

    fn load_local(&mut self, local: u32) {
        self.emit(Instr::plain(Op::LoadLocal).with(local));
    }

    fn store_local(&mut self, local: u32) {
        self.emit(Instr::plain(Op::StoreLocal).with(local));
    }

    fn trap_site(&mut self, trap: Trap) {
        let location = self.cx.ask(Question::Address(trap.location));
        self.out.traps.push(TrapSite { pc: self.out.code.len() as u32, kind: trap.kind, location });
    }

    fn new_label(&mut self) -> Label {
        self.labels.push(None);
        Label(self.labels.len() - 1)
    }

    fn bind(&mut self, label: Label) {
        self.labels[label.0] = Some(self.out.code.len() as u32);
    }

    fn jump(&mut self, op: Op, label: Label) {
        self.emit(Instr::plain(op));
        self.fixups.push((self.out.code.len() - 4, label));
    }

    fn emit(&mut self, instr: Instr) {
        let pc = self.out.code.len() as u32;
        if self.out.lines.last().is_none_or(|l| l.origin != self.origin) {
            self.out.lines.push(Line { pc, origin: self.origin });
        }
        let (pops, pushes) = self.effect(instr);
        self.depth = self.depth.saturating_sub(pops) + pushes;
        self.max_depth = self.max_depth.max(self.depth);
        instr.encode(&mut self.out.code);
    }

    /// How many cells an instruction pops and pushes.
    fn effect(&mut self, instr: Instr) -> (usize, usize) {
        match (instr.op, instr.op.info().effect) {
            (_, Effect::Fixed(pops, pushes)) => (pops.len(), pushes.len()),
            (Op::LoadLocal, _) => (0, 1),
            (Op::Select, _) => (3, 1),
            (Op::Call, _) => self.cx.call(Question::Call(FuncId(instr.a))),
            (Op::CallHost, _) => self.cx.call(Question::CallHost(ImportId(instr.a))),
            (Op::CallIndirect, _) => {
                let (pops, pushes) = self.cx.signatures.get_index(instr.a as usize).map_or((0, 0), cells);
                (pops + 1, pushes)
            }
            _ => (1, 0),
        }
    }
}

/// Give each slot its offset; the result is the frame's size.
fn lay_out_frame(func: &IrFunction, slots: &mut Vec<FrameSlot>) -> Result<u64, String> {
    let too_large = || format!("its frame takes more than {MAX_FRAME_SIZE} bytes");
    let mut end = 0u64;
    for slot in &func.slots {
        let offset = end.next_multiple_of(u64::from(slot.align).clamp(1, FRAME_ALIGN));
        end = offset.checked_add(slot.size).filter(|&e| e <= MAX_FRAME_SIZE).ok_or_else(too_large)?;
        slots.push(FrameSlot {
            name: slot.name.clone(),
            type_name: slot.type_name.clone(),
            offset,
            size: slot.size,
            span: slot.span,
        });
    }
    Ok(end.next_multiple_of(FRAME_ALIGN))
}

fn unary(op: UnaryOp) -> Op {
    match op {
        UnaryOp::Clz => Op::Clz,
        UnaryOp::Ctz => Op::Ctz,
        UnaryOp::Popcnt => Op::Popcnt,
        UnaryOp::Bswap => Op::Bswap,
        UnaryOp::FNeg => Op::FNeg,
        UnaryOp::FAbs => Op::FAbs,
        UnaryOp::FSqrt => Op::FSqrt,
        UnaryOp::FCeil => Op::FCeil,
        UnaryOp::FFloor => Op::FFloor,
        UnaryOp::FTrunc => Op::FTrunc,
        UnaryOp::FNearest => Op::FNearest,
    }
}

/// The instruction, and whether it is that of the unsigned type.
fn binary(op: BinaryOp) -> (Op, bool) {
    match op {
        BinaryOp::Add => (Op::AddWrap, false),
        BinaryOp::Sub => (Op::SubWrap, false),
        BinaryOp::Mul => (Op::MulWrap, false),
        BinaryOp::DivS => (Op::DivNonzero, false),
        BinaryOp::DivU => (Op::DivNonzero, true),
        BinaryOp::RemS => (Op::RemNonzero, false),
        BinaryOp::RemU => (Op::RemNonzero, true),
        BinaryOp::And => (Op::And, false),
        BinaryOp::Or => (Op::Or, false),
        BinaryOp::Xor => (Op::Xor, false),
        BinaryOp::Shl => (Op::ShlWrap, false),
        BinaryOp::ShrS => (Op::ShrWrap, false),
        BinaryOp::ShrU => (Op::ShrWrap, true),
        BinaryOp::Rotl => (Op::Rotl, false),
        BinaryOp::Rotr => (Op::Rotr, false),
        BinaryOp::FAdd => (Op::FAdd, false),
        BinaryOp::FSub => (Op::FSub, false),
        BinaryOp::FMul => (Op::FMul, false),
        BinaryOp::FDiv => (Op::FDiv, false),
        BinaryOp::FRem => (Op::FRem, false),
        BinaryOp::FCopysign => (Op::FCopysign, false),
    }
}

fn checked(op: CheckedOp) -> (Op, bool) {
    match op {
        CheckedOp::AddS => (Op::Add, false),
        CheckedOp::AddU => (Op::Add, true),
        CheckedOp::SubS => (Op::Sub, false),
        CheckedOp::SubU => (Op::Sub, true),
        CheckedOp::MulS => (Op::Mul, false),
        CheckedOp::MulU => (Op::Mul, true),
        CheckedOp::DivS => (Op::Div, false),
        CheckedOp::DivU => (Op::Div, true),
        CheckedOp::RemS => (Op::Rem, false),
        CheckedOp::RemU => (Op::Rem, true),
        CheckedOp::Shl => (Op::Shl, false),
        CheckedOp::ShrS => (Op::Shr, false),
        CheckedOp::ShrU => (Op::Shr, true),
    }
}

fn condition(cc: Cond) -> (Op, bool) {
    match cc {
        Cond::Eq | Cond::FEq => (Op::Eq, false),
        Cond::Ne | Cond::FNe => (Op::Ne, false),
        Cond::LtS | Cond::FLt => (Op::Lt, false),
        Cond::LtU => (Op::Lt, true),
        Cond::LeS | Cond::FLe => (Op::Le, false),
        Cond::LeU => (Op::Le, true),
        Cond::GtS | Cond::FGt => (Op::Gt, false),
        Cond::GtU => (Op::Gt, true),
        Cond::GeS | Cond::FGe => (Op::Ge, false),
        Cond::GeU => (Op::Ge, true),
    }
}
