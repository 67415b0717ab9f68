//! From SSA to a stack machine: which values live on the operand stack, which in locals, and in what order.
//!
//! Both stack machines, the bytecode and WebAssembly, have an operand stack and numbered locals. This analysis turns the
//! instructions of each block into *statements*: expression trees whose roots run in order. The operand stack is empty
//! between statements. For each value it says how it reaches its use ([`Placement`]):
//!
//! - *nested*: computed on the operand stack just where its only use wants it;
//! - *local*: its instruction is a statement, which stores it; uses load it;
//! - *rematerialised*: a constant or an address, pushed anew at each use;
//! - *unused*: nobody reads it.
//!
//! For `fn f(a: i32, b: i32) -> i32 { let c = a * b; g(c + 1) - c }`:
//!
//! ```text
//! block0(v0: i32, v1: i32):              v0 → local 0, v1 → local 1
//!     v2 = mul.i32 v0, v1                used twice           → local 0 (v0 is dead by then)
//!     v3 = const.i32 1                                        → rematerialised
//!     v4 = add.i32 v2, v3                used once, just next → nested
//!     v5 = call fn1(v4)                  used once            → nested
//!     v6 = sub.i32 v5, v2                used once            → nested
//!     return v6
//!
//! statements of block0:   v2 = …         get 0 · get 1 · mul · set 0
//! terminator:             return v6      get 0 · const 1 · add · call fn1 · get 0 · sub · return
//! ```
//!
//! A back end emits a function like this (`Emit` stands for its own output):
//!
//! ```text
//! for (from, to) in plan.entry_moves      get from · set to
//! for each block that the entry reaches:
//!     for root in plan.statements(block):
//!         emit_inst(root)
//!         for result in results of root, last first:
//!             Local(n) → set n;  Unused → drop
//!     terminator's own operands and Jump's arguments: emit_value each, in order; then its instruction
//!
//! emit_inst(inst):   emit_value each operand, in the order of Inst::for_each_operand; then the instruction
//! emit_value(v):     Nested → emit_inst(its instruction);  Local(n) → get n;  Remat → its instruction
//!
//! passing arguments along an edge:   moves = plan.edge_moves(func, to)
//!     for (value, _) in moves:            emit_value(value)
//!     for (_, local) in moves, reversed:  set local
//! ```
//!
//! Pushing all arguments before popping any makes the copy a parallel one: no cycle needs a temporary. Only
//! [`Terminator::Jump`]'s arguments may be nested; those of branches and switches are in locals or rematerialised, so
//! that code for an edge may stand anywhere. `VarGet` and `VarSet` become `get` and `set` of [`StackPlan::var_locals`].
//! `set n` followed by `get n` may be fused (`local.tee`, `dup`). The depth of a tree is at most [`MAX_TREE_DEPTH`], so a
//! back end may recurse.
//!
//! Nesting moves an instruction later, to its use. That is sound where it commutes ([`Effects::commutes`]) with all that
//! it overtakes: the order of panics, writes and reads stays what the program says. Where no variables are left (the
//! release profile), pure statements too move down to just before their first use in the block. Locals are shared by values that are
//! never alive together: in SSA form a greedy choice in dominance order needs no more than the most that are alive at
//! once (Hack, "Register Allocation for Programs in SSA Form", 2007), per type.
//!
//! [`Effects::commutes`]: crate::effects::Effects::commutes
//! [`Terminator::Jump`]: crate::inst::Terminator::Jump

mod locals;
mod nest;

use crate::cfg::Cfg;
use crate::entities::{Block, InstId, Value};
use crate::function::Function;
use crate::inst::{BlockCall, Type};
use smol_str::SmolStr;
use stair_source::Span;

/// Trees deeper than this are cut by a local.
pub const MAX_TREE_DEPTH: u32 = 64;

/// How to run a function on a stack machine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StackPlan {
    /// How each value reaches its uses, by [`Value`]. Values of unreachable blocks are [`Placement::Unused`].
    pub placements: Vec<Placement>,
    /// The locals. The function's parameters come first, in order.
    pub locals: Vec<LocalDecl>,
    /// The local of each variable, by [`Var`](crate::entities::Var).
    pub var_locals: Vec<u32>,
    /// To be done at entry, before anything else: copy the first local to the second. For a variable that cannot live in
    /// its parameter's own local.
    pub entry_moves: Vec<(u32, u32)>,
    /// The statements of each block, by [`Block`]; see [`StackPlan::statements`].
    pub blocks: Vec<Vec<InstId>>,
}

/// How a value reaches its uses.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Placement {
    /// Nobody reads it. Where its instruction is a statement all the same, its result is dropped.
    Unused,
    /// Computed on the operand stack at its only use; its instruction is no statement.
    Nested,
    /// Stored in this local, an index into [`StackPlan::locals`].
    Local(u32),
    /// Computed anew at each use; its instruction is no statement.
    Remat,
}

/// A local.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LocalDecl {
    /// Type.
    pub ty: Type,
    /// The variable that lives here alone; empty for a local that values share.
    pub name: SmolStr,
    /// The variable's declaration.
    pub span: Span,
    /// The variable that lives here.
    pub var: Option<crate::entities::Var>,
}

impl StackPlan {
    /// Plan the function, whose control-flow graph is `cfg`.
    #[must_use]
    pub fn compute(func: &Function, cfg: &Cfg) -> Self {
        let nesting = nest::Nesting::compute(func, cfg);
        locals::assign(func, cfg, nesting)
    }

    /// How the value reaches its uses.
    #[must_use]
    pub fn placement(&self, value: Value) -> Placement {
        self.placements[value.index()]
    }

    /// The instructions of the block that are statements, in order. Empty for a block that the entry does not reach,
    /// which must not be emitted at all.
    #[must_use]
    pub fn statements(&self, block: Block) -> &[InstId] {
        &self.blocks[block.index()]
    }

    /// What to push for the target's parameters and which local each goes to, without parameters that nobody reads and
    /// without values that are already where they should be. Push all in order, then pop all in reverse.
    #[must_use]
    pub fn edge_moves(&self, func: &Function, to: &BlockCall) -> Vec<(Value, u32)> {
        let params = &func.block(to.block).params;
        let moves = params.iter().zip(&to.args).filter_map(|(&param, &arg)| match self.placement(param) {
            Placement::Local(local) if self.placement(arg) != Placement::Local(local) => Some((arg, local)),
            _ => None,
        });
        moves.collect()
    }
}
