//! Building functions: blocks, variables, slots, and instructions appended one after the other.
//!
//! ```
//! use stair_ir::builder::FunctionBuilder;
//! use stair_ir::inst::{BinaryOp, Signature, Type};
//! use stair_source::{Origin, Span};
//!
//! let sig = Signature { params: vec![Type::I32, Type::I32], results: vec![Type::I32] };
//! let mut b = FunctionBuilder::new("add", true, Span::default(), sig);
//! b.set_origin(Origin::default());
//! let [x, y] = [b.param(0), b.param(1)];
//! let sum = b.binary(BinaryOp::Add, x, y);
//! b.ret(vec![sum]);
//! let func = b.finish();
//! assert_eq!(func.layout.len(), 1);
//! ```

use crate::entities::{Block, DataId, FuncId, ImportId, InstId, Slot, Value, Var};
use crate::function::{BlockData, Function, InstData, SlotDecl, ValueData, ValueDef, VarDecl};
use crate::inst::{BinaryOp, BlockCall, CheckedOp, Cond, ConvertOp, Inst, Signature, Terminator, Trap, Type, UnaryOp};
use smol_str::SmolStr;
use stair_source::{Origin, Span};

impl Function {
    /// A function without blocks.
    #[must_use]
    pub fn new(name: impl Into<SmolStr>, is_user: bool, span: Span, sig: Signature) -> Self {
        Self {
            name: name.into(),
            is_user,
            span,
            sig,
            vars: Vec::new(),
            slots: Vec::new(),
            blocks: Vec::new(),
            layout: Vec::new(),
            insts: Vec::new(),
            values: Vec::new(),
        }
    }

    /// A new block without parameters, not yet in the layout.
    pub fn make_block(&mut self, origin: Origin) -> Block {
        let block = Block(self.blocks.len() as u32);
        self.blocks.push(BlockData {
            params: Vec::new(),
            insts: Vec::new(),
            terminator: Terminator::Unreachable,
            origin,
        });
        block
    }

    /// A new parameter of `block`, after those that it has.
    pub fn append_block_param(&mut self, block: Block, ty: Type) -> Value {
        let value = Value(self.values.len() as u32);
        let place = self.blocks[block.index()].params.len() as u32;
        self.values.push(ValueData { ty, def: ValueDef::Param(block, place) });
        self.blocks[block.index()].params.push(value);
        value
    }

    /// A new instruction with results of the given types, not yet in any block.
    pub fn make_inst(&mut self, inst: Inst, results: &[Type], origin: Origin) -> InstId {
        let id = InstId(self.insts.len() as u32);
        let first = self.values.len() as u32;
        for (place, &ty) in results.iter().enumerate() {
            self.values.push(ValueData { ty, def: ValueDef::Result(id, place as u32) });
        }
        let results = (first..self.values.len() as u32).map(Value).collect();
        self.insts.push(InstData { inst, results, origin });
        id
    }

    /// The only result of an instruction that has one.
    ///
    /// # Panics
    /// If it has none.
    #[must_use]
    pub fn result(&self, inst: InstId) -> Value {
        self.inst(inst).results[0]
    }
}

/// Builds one function. A block enters the layout when [`FunctionBuilder::switch_to_block`] first names it.
///
/// After a terminator there is no current block; an instruction appended then starts a fresh block that nothing reaches,
/// so lowering need not ask whether code is dead.
#[derive(Debug)]
pub struct FunctionBuilder {
    func: Function,
    current: Option<Block>,
    in_layout: Vec<bool>,
    origin: Origin,
}

impl FunctionBuilder {
    /// Begin a function. Its entry block, with the signature's parameters, is current.
    #[must_use]
    pub fn new(name: impl Into<SmolStr>, is_user: bool, span: Span, sig: Signature) -> Self {
        let mut func = Function::new(name, is_user, span, sig);
        let origin = Origin::of_span(span);
        let entry = func.make_block(origin);
        func.layout.push(entry);
        for ty in func.sig.params.clone() {
            func.append_block_param(entry, ty);
        }
        Self { func, current: Some(entry), in_layout: vec![true], origin }
    }

    /// The function so far.
    #[must_use]
    pub fn func(&self) -> &Function {
        &self.func
    }

    /// The function is complete.
    #[must_use]
    pub fn finish(self) -> Function {
        self.func
    }

    /// Instructions and terminators from now on come from here.
    pub fn set_origin(&mut self, origin: Origin) {
        self.origin = origin;
    }

    /// Where instructions come from at present.
    #[must_use]
    pub fn origin(&self) -> Origin {
        self.origin
    }

    /// The value of the function's parameter with this index.
    ///
    /// # Panics
    /// If there is no such parameter.
    #[must_use]
    pub fn param(&self, index: usize) -> Value {
        self.func.blocks[0].params[index]
    }

    /// The type of a value.
    #[must_use]
    pub fn ty(&self, value: Value) -> Type {
        self.func.ty(value)
    }

    /// Declare a variable; `param` says which parameter it holds at entry.
    pub fn create_var(&mut self, name: impl Into<SmolStr>, ty: Type, param: Option<u32>, span: Span) -> Var {
        self.func.vars.push(VarDecl { name: name.into(), ty, param, span });
        Var(self.func.vars.len() as u32 - 1)
    }

    /// Declare a piece of the frame.
    pub fn create_slot(&mut self, slot: SlotDecl) -> Slot {
        self.func.slots.push(slot);
        Slot(self.func.slots.len() as u32 - 1)
    }

    /// A new block, not yet in the layout.
    pub fn create_block(&mut self) -> Block {
        self.in_layout.push(false);
        self.func.make_block(self.origin)
    }

    /// A new parameter of a block.
    pub fn append_block_param(&mut self, block: Block, ty: Type) -> Value {
        self.func.append_block_param(block, ty)
    }

    /// Append to this block from now on. The first time, it enters the layout. The block that was current, if it was left
    /// without a terminator, ends in [`Terminator::Unreachable`].
    pub fn switch_to_block(&mut self, block: Block) {
        if !std::mem::replace(&mut self.in_layout[block.index()], true) {
            self.func.layout.push(block);
        }
        self.current = Some(block);
    }

    /// The block that instructions are appended to; `None` after a terminator.
    #[must_use]
    pub fn current_block(&self) -> Option<Block> {
        self.current
    }

    /// Whether code appended now can be reached: there is a current block. (A block to which nothing jumps may be current.)
    #[must_use]
    pub fn is_reachable(&self) -> bool {
        self.current.is_some()
    }

    fn block_or_fresh(&mut self) -> Block {
        if let Some(block) = self.current {
            return block;
        }
        let block = self.create_block();
        self.switch_to_block(block);
        block
    }

    /// Append an instruction with results of these types.
    pub fn append(&mut self, inst: Inst, results: &[Type]) -> InstId {
        let block = self.block_or_fresh();
        let id = self.func.make_inst(inst, results, self.origin);
        self.func.blocks[block.index()].insts.push(id);
        id
    }

    /// Append an instruction with one result whose type follows from its operands.
    fn value(&mut self, inst: Inst, ty: Type) -> Value {
        let id = self.append(inst, &[ty]);
        self.func.result(id)
    }

    /// A constant; `bits` beyond the type's width are cut off.
    pub fn iconst(&mut self, ty: Type, bits: u64) -> Value {
        self.value(Inst::Const { ty, bits: bits & ty.mask() }, ty)
    }

    /// A `bool`.
    pub fn bool(&mut self, value: bool) -> Value {
        self.iconst(Type::I8, u64::from(value))
    }

    /// The address of static data plus `offset`.
    pub fn data_addr(&mut self, data: DataId, offset: u32) -> Value {
        self.value(Inst::DataAddr { data, offset }, Type::I64)
    }

    /// The address of a frame slot plus `offset`.
    pub fn slot_addr(&mut self, slot: Slot, offset: u32) -> Value {
        self.value(Inst::SlotAddr { slot, offset }, Type::I64)
    }

    /// The address of a function.
    pub fn func_addr(&mut self, func: FuncId) -> Value {
        self.value(Inst::FuncAddr { func }, Type::I64)
    }

    /// Read a variable.
    pub fn get(&mut self, var: Var) -> Value {
        let ty = self.func.var(var).ty;
        self.value(Inst::VarGet { var }, ty)
    }

    /// Assign to a variable.
    pub fn set(&mut self, var: Var, value: Value) {
        self.append(Inst::VarSet { var, value }, &[]);
    }

    /// One operand.
    pub fn unary(&mut self, op: UnaryOp, arg: Value) -> Value {
        let ty = self.ty(arg);
        self.value(Inst::Unary { op, arg }, ty)
    }

    /// Two operands, wrapping.
    pub fn binary(&mut self, op: BinaryOp, a: Value, b: Value) -> Value {
        let ty = self.ty(a);
        self.value(Inst::Binary { op, args: [a, b] }, ty)
    }

    /// Two operands, trapping where the exact result does not exist.
    pub fn checked(&mut self, op: CheckedOp, a: Value, b: Value, trap: Trap) -> Value {
        let ty = self.ty(a);
        self.value(Inst::Checked { op, args: [a, b], trap }, ty)
    }

    /// Trap unless `index < len`.
    pub fn bounds_check(&mut self, index: Value, len: Value, trap: Trap) {
        self.append(Inst::BoundsCheck { index, len, trap }, &[]);
    }

    /// Compare: a `bool`.
    pub fn compare(&mut self, cc: Cond, a: Value, b: Value) -> Value {
        self.value(Inst::Compare { cc, args: [a, b] }, Type::I8)
    }

    /// Convert to another type.
    pub fn convert(&mut self, op: ConvertOp, to: Type, arg: Value) -> Value {
        self.value(Inst::Convert { op, to, arg }, to)
    }

    /// One of two values.
    pub fn select(&mut self, cond: Value, if_true: Value, if_false: Value) -> Value {
        let ty = self.ty(if_true);
        self.value(Inst::Select { cond, if_true, if_false }, ty)
    }

    /// Read memory.
    pub fn load(&mut self, ty: Type, addr: Value, offset: u32) -> Value {
        self.value(Inst::Load { ty, addr, offset }, ty)
    }

    /// Write memory.
    pub fn store(&mut self, addr: Value, value: Value, offset: u32) {
        self.append(Inst::Store { addr, value, offset }, &[]);
    }

    /// Copy memory.
    pub fn mem_copy(&mut self, dst: Value, src: Value, len: Value) {
        self.append(Inst::MemCopy { dst, src, len }, &[]);
    }

    /// Fill memory.
    pub fn mem_fill(&mut self, dst: Value, byte: Value, len: Value) {
        self.append(Inst::MemFill { dst, byte, len }, &[]);
    }

    /// Call a function whose results have these types.
    pub fn call(&mut self, func: FuncId, args: Vec<Value>, results: &[Type]) -> Vec<Value> {
        let id = self.append(Inst::Call { func, args }, results);
        self.func.inst(id).results.to_vec()
    }

    /// Call a function of the host whose results have these types.
    pub fn call_import(&mut self, import: ImportId, args: Vec<Value>, results: &[Type]) -> Vec<Value> {
        let id = self.append(Inst::CallImport { import, args }, results);
        self.func.inst(id).results.to_vec()
    }

    /// Call through an address.
    pub fn call_indirect(&mut self, sig: Signature, callee: Value, args: Vec<Value>) -> Vec<Value> {
        let results = sig.results.clone();
        let id = self.append(Inst::CallIndirect { sig, callee, args }, &results);
        self.func.inst(id).results.to_vec()
    }

    /// The size of memory in pages.
    pub fn memory_size(&mut self) -> Value {
        self.value(Inst::MemorySize, Type::I64)
    }

    /// Grow memory.
    pub fn memory_grow(&mut self, pages: Value) -> Value {
        self.value(Inst::MemoryGrow { pages }, Type::I64)
    }

    /// End the current block. Where there is none, the code is dead and nothing happens.
    pub fn terminate(&mut self, terminator: Terminator) {
        if let Some(block) = self.current.take() {
            let data = &mut self.func.blocks[block.index()];
            data.terminator = terminator;
            data.origin = self.origin;
        }
    }

    /// End the current block: go on at `block`.
    pub fn jump(&mut self, block: Block, args: Vec<Value>) {
        self.terminate(Terminator::Jump(BlockCall { block, args }));
    }

    /// End the current block: go on at `then` where `cond` is not 0, else at `els`.
    pub fn branch(&mut self, cond: Value, then: BlockCall, els: BlockCall) {
        self.terminate(Terminator::Branch { cond, then, els });
    }

    /// End the current block: go on at the case that equals `value`.
    pub fn switch(&mut self, value: Value, cases: Vec<(u64, BlockCall)>, default: BlockCall) {
        self.terminate(Terminator::Switch { value, cases, default });
    }

    /// End the current block: return.
    pub fn ret(&mut self, values: Vec<Value>) {
        self.terminate(Terminator::Return(values));
    }

    /// End the current block, whose end is never reached.
    pub fn unreachable(&mut self) {
        self.terminate(Terminator::Unreachable);
    }
}
