//! Control flow: from a graph of blocks to nested `block`, `loop` and `if`.
//!
//! After N. Ramsey, "Beyond Relooper: Recursive Translation of Unstructured Control Flow to Structured Control Flow"
//! (ICFP 2022). Each block's code is placed inside its immediate dominator's. Where one jump alone leads to a block, its
//! code stands where the jump would be. Otherwise it follows the end of a `block` that the jumps leave, and blocks that
//! follow one dominator are nested by their place in the reverse postorder, the last outermost. Two things differ:
//! a block that is not in its dominator's loop is placed after that loop, not inside it, so that a loop holds nothing but
//! what repeats; and what is left to do is kept on a list, not on the call stack, so depth is not limited.

use crate::code::{Code, Label, Local, Op};
use crate::error::CompileError;
use crate::module::Context;
use crate::plan::{Place, Plan};
use stair_ir::cfg::Cfg;
use stair_ir::dominators::Dominators;
use stair_ir::entities::{Block, InstId, Value};
use stair_ir::function::{Function, ValueDef};
use stair_ir::inst::{BlockCall, Inst, Terminator};
use stair_ir::loops::Loops;
use stair_source::Origin;
use wasm_encoder::Instruction as I;

/// How a block's code is reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Spot {
    /// It stands where the only jump to it would be.
    Inline,
    /// It follows the end of the `block` with this label.
    After(Label),
}

/// Where control goes at the end of what is being emitted: to this block, or to the end of the function.
type Fall = Option<Block>;

enum Task {
    /// Emit a block's code.
    Node(Block, Fall),
    /// Emit this.
    Op(Op),
    /// Emit these, which were made before their turn.
    Code(Vec<(Op, Origin)>),
}

/// The state of making one function's code.
pub(crate) struct FuncGen<'a> {
    pub(crate) cx: &'a Context<'a>,
    pub(crate) func: &'a Function,
    pub(crate) doms: Dominators,
    pub(crate) plan: Plan,
    pub(crate) code: Code,
    /// By variable.
    pub(crate) var_locals: Vec<Local>,
    /// By value; made when first asked for.
    pub(crate) value_locals: Vec<Option<Local>>,
    /// The address of the frame.
    pub(crate) frame: Option<Local>,
    /// The frame's size in bytes, a multiple of 16.
    pub(crate) frame_size: u64,
    /// By slot: its offset in the frame.
    pub(crate) slot_offsets: Vec<u64>,
    /// Whether the stack pointer is lowered: the function has a frame and calls others.
    pub(crate) moves_stack_pointer: bool,
    /// By value: where it is checked to be a valid index (block, and place in it).
    pub(crate) checked_at: Vec<Vec<(Block, u32)>>,
    /// By value: whether the tree of a [`Place::Tee`] has been emitted.
    pub(crate) tee_done: Vec<bool>,
    /// The block whose code is being made, and the place of the root in it.
    pub(crate) here: (Block, u32),
    /// By instruction: its place in its block.
    pub(crate) place_in_block: Vec<u32>,
    /// By parameter: whether its value is read.
    pub(crate) param_used: Vec<bool>,
    /// By parameter: whether a variable that begins with it is assigned to.
    pub(crate) param_var_set: Vec<bool>,
    /// By slot: whether its address is taken.
    pub(crate) slot_used: Vec<bool>,
    cfg: Cfg,
    spots: Vec<Spot>,
    loop_labels: Vec<Option<Label>>,
    /// By block: the blocks that follow it inside and outside of its loop, in reverse postorder.
    inside: Vec<Vec<Block>>,
    outside: Vec<Vec<Block>>,
    tasks: Vec<Task>,
    /// How many `block`, `loop` and `if` are open.
    open: u32,
}

/// Make a function's code: not yet with few locals, nor cleaned.
pub(crate) fn function_code(cx: &Context<'_>, func: &Function) -> Result<Code, CompileError> {
    let cfg = Cfg::compute(func);
    let doms = Dominators::compute(&cfg, func.blocks.len());
    let loops = Loops::compute(&cfg, &doms, func.blocks.len());
    if !loops.is_reducible {
        let entry = cfg
            .rpo()
            .iter()
            .copied()
            .find(|&b| cfg.preds(b).iter().any(|&p| cfg.rpo_index(p) >= cfg.rpo_index(b) && !doms.dominates(b, p)));
        return Err(CompileError::Irreducible {
            function: func.name.to_string(),
            block: entry.unwrap_or(func.entry()),
        });
    }
    let plan = Plan::compute(func, &cfg);
    let mut code = Code::default();
    code.origin = Origin::of_span(func.span);
    let mut generator = FuncGen {
        cx,
        func,
        doms,
        plan,
        code,
        var_locals: Vec::new(),
        value_locals: vec![None; func.values.len()],
        frame: None,
        frame_size: 0,
        slot_offsets: Vec::new(),
        moves_stack_pointer: false,
        checked_at: vec![Vec::new(); func.values.len()],
        tee_done: vec![false; func.values.len()],
        here: (func.entry(), 0),
        place_in_block: vec![0; func.insts.len()],
        param_used: vec![false; func.sig.params.len()],
        param_var_set: vec![false; func.sig.params.len()],
        slot_used: vec![false; func.slots.len()],
        cfg,
        spots: vec![Spot::Inline; func.blocks.len()],
        loop_labels: vec![None; func.blocks.len()],
        inside: vec![Vec::new(); func.blocks.len()],
        outside: vec![Vec::new(); func.blocks.len()],
        tasks: Vec::new(),
        open: 0,
    };
    generator.scan();
    generator.place_blocks(&loops);
    generator.prologue();
    generator.run();
    Ok(generator.code)
}

impl FuncGen<'_> {
    /// Collect what the instructions' selection asks for.
    fn scan(&mut self) {
        let func = self.func;
        let entry = func.entry();
        let param_used = &mut self.param_used;
        let mut read = |value: Value| {
            if let ValueDef::Param(block, place) = func.values[value.index()].def
                && block == entry
            {
                param_used[place as usize] = true;
            }
        };
        for &block in self.cfg.rpo() {
            for (place, &id) in func.block(block).insts.iter().enumerate() {
                self.place_in_block[id.index()] = place as u32;
                let inst = &func.inst(id).inst;
                inst.for_each_operand(&mut read);
                match *inst {
                    Inst::BoundsCheck { index, .. } => {
                        self.checked_at[index.index()].push((block, place as u32));
                    }
                    Inst::Call { .. } | Inst::CallIndirect { .. } => self.moves_stack_pointer = true,
                    Inst::SlotAddr { slot, .. } => self.slot_used[slot.index()] = true,
                    Inst::VarSet { var, .. } => {
                        if let Some(param) = func.var(var).param {
                            self.param_var_set[param as usize] = true;
                        }
                    }
                    _ => {}
                }
            }
            func.block(block).terminator.for_each_operand(&mut read);
        }
    }

    /// Decide where each block's code stands.
    fn place_blocks(&mut self, loops: &Loops) {
        let func = self.func;
        for l in &loops.loops {
            self.loop_labels[l.header.index()] = Some(self.code.new_label());
        }
        let cfg = &self.cfg;
        for &block in cfg.rpo() {
            let Some(dominator) = self.doms.idom(block) else { continue };
            let forward = cfg.preds(block).iter().filter(|&&p| cfg.rpo_index(p) < cfg.rpo_index(block)).count();
            let from_switch = match &func.block(dominator).terminator {
                Terminator::Switch { cases, .. } => cases.len() != 1,
                _ => false,
            };
            let mut parent = dominator;
            let mut is_outside = false;
            let mut around = loops.innermost[parent.index()];
            while let Some(l) = around {
                if is_in_loop(loops, block, l) {
                    break;
                }
                let l = &loops.loops[l as usize];
                parent = l.header;
                is_outside = true;
                around = l.parent;
            }
            if forward > 1 || from_switch || is_outside {
                self.spots[block.index()] = Spot::After(self.code.new_label());
                let siblings = if is_outside { &mut self.outside } else { &mut self.inside };
                siblings[parent.index()].push(block);
            }
        }
    }

    fn run(&mut self) {
        self.tasks.push(Task::Node(self.func.entry(), None));
        while let Some(task) = self.tasks.pop() {
            match task {
                Task::Node(block, fall) => self.node(block, fall),
                Task::Op(op) => self.structure_op(op),
                Task::Code(ops) => {
                    self.code.ops.extend(ops);
                    self.code.fresh_from = self.code.ops.len();
                }
            }
        }
        if !self.func.sig.results.is_empty() {
            // Every path has returned; the type checker of Wasm does not see that where the last thing is an `end`.
            if let Some((Op::End(_), _)) = self.code.ops.last() {
                self.code.plain(I::Unreachable);
            }
        }
    }

    fn structure_op(&mut self, op: Op) {
        match op {
            Op::Block(_) | Op::Loop(_) | Op::If(_) => self.open += 1,
            Op::End(_) => self.open -= 1,
            _ => {}
        }
        self.code.op(op);
    }

    /// Emit a block's code with all that is placed inside it or after it.
    fn node(&mut self, block: Block, fall: Fall) {
        let func = self.func;
        self.code.origin = Origin::of_span(func.block(block).origin.span);
        let outside = std::mem::take(&mut self.outside[block.index()]);
        let inside = std::mem::take(&mut self.inside[block.index()]);
        let loop_label = self.loop_labels[block.index()];

        // What comes later goes on the list first.
        let mut next = fall;
        for &b in outside.iter().rev() {
            self.tasks.push(Task::Node(b, next));
            self.tasks.push(Task::Op(Op::End(self.label_after(b))));
            next = Some(b);
        }
        if let Some(label) = loop_label {
            self.tasks.push(Task::Op(Op::End(label)));
        }
        for &b in inside.iter().rev() {
            self.tasks.push(Task::Node(b, next));
            self.tasks.push(Task::Op(Op::End(self.label_after(b))));
            next = Some(b);
        }

        for &b in outside.iter().rev() {
            self.structure_op(Op::Block(self.label_after(b)));
        }
        if let Some(label) = loop_label {
            self.structure_op(Op::Loop(label));
        }
        for &b in inside.iter().rev() {
            self.structure_op(Op::Block(self.label_after(b)));
        }
        let roots = std::mem::take(&mut self.plan.roots[block.index()]);
        for id in roots {
            self.here = (block, self.place_in_block[id.index()]);
            self.statement(id);
        }
        self.here = (block, func.block(block).insts.len() as u32);
        self.code.origin = Origin::of_span(func.block(block).origin.span);
        self.terminator(block, next);
    }

    fn label_after(&self, block: Block) -> Label {
        match self.spots[block.index()] {
            Spot::After(label) => label,
            Spot::Inline => Label(u32::MAX),
        }
    }

    fn terminator(&mut self, block: Block, fall: Fall) {
        let func = self.func;
        match &func.block(block).terminator {
            Terminator::Jump(to) => self.edge(block, to, fall),
            Terminator::Branch { cond, then, els } => {
                self.branch(block, Condition::IsTrue(*cond), then, els, fall);
            }
            Terminator::Switch { value, cases, default } => match cases.as_slice() {
                [(bits, to)] => self.branch(block, Condition::Equals(*value, *bits), to, default, fall),
                _ => self.switch(block, *value, cases, default, fall),
            },
            Terminator::Return(values) => {
                for &value in values {
                    self.value(value);
                }
                self.epilogue();
                let at_end = fall.is_none() && (self.open == 0 || func.sig.results.is_empty());
                if !at_end {
                    self.code.plain(I::Return);
                }
            }
            Terminator::Unreachable => self.code.plain(I::Unreachable),
        }
    }

    fn is_back_edge(&self, from: Block, to: Block) -> bool {
        self.cfg.rpo_index(from) >= self.cfg.rpo_index(to)
    }

    fn is_inline(&self, from: Block, to: Block) -> bool {
        !self.is_back_edge(from, to) && self.spots[to.index()] == Spot::Inline
    }

    /// Where a branch to `to` goes, if its code does not stand inline.
    fn target_label(&self, from: Block, to: Block) -> Label {
        match self.loop_labels[to.index()] {
            Some(label) if self.is_back_edge(from, to) => label,
            _ => self.label_after(to),
        }
    }

    /// Set the target's parameters and go there.
    fn edge(&mut self, from: Block, to: &BlockCall, fall: Fall) {
        self.arguments(to);
        if self.is_inline(from, to.block) {
            self.tasks.push(Task::Node(to.block, fall));
        } else if fall != Some(to.block) || self.is_back_edge(from, to.block) {
            self.code.op(Op::Br(self.target_label(from, to.block)));
        }
    }

    fn condition(&mut self, condition: Condition, negate: bool) {
        match condition {
            Condition::IsTrue(value) => self.test(value, negate),
            Condition::Equals(value, bits) => self.test_equal(value, bits, negate),
        }
    }

    fn branch(&mut self, from: Block, condition: Condition, then: &BlockCall, els: &BlockCall, fall: Fall) {
        let falls = |to: &BlockCall| fall == Some(to.block) && !self.is_back_edge(from, to.block);
        match (self.is_inline(from, then.block), self.is_inline(from, els.block)) {
            (true, true) => {
                let ends =
                    |b: Block| matches!(self.func.block(b).terminator, Terminator::Unreachable | Terminator::Return(_));
                if ends(els.block) && !ends(then.block) {
                    self.if_else(from, condition, true, els, then, fall);
                } else {
                    self.if_else(from, condition, false, then, els, fall);
                }
            }
            (true, false) if falls(els) => self.if_else(from, condition, false, then, els, fall),
            (false, true) if falls(then) => self.if_else(from, condition, true, els, then, fall),
            (true, false) => self.branch_away(from, condition, true, els, then, fall),
            (false, true) => self.branch_away(from, condition, false, then, els, fall),
            (false, false) if falls(then) || self.is_back_edge(from, els.block) && !falls(els) => {
                self.branch_away(from, condition, true, els, then, fall);
            }
            (false, false) => self.branch_away(from, condition, false, then, els, fall),
        }
    }

    /// `if first else second`, both going on at `fall`. The second may be a jump there.
    fn if_else(
        &mut self,
        from: Block,
        condition: Condition,
        negate: bool,
        first: &BlockCall,
        second: &BlockCall,
        fall: Fall,
    ) {
        self.condition(condition, negate);
        let label = self.code.new_label();
        self.structure_op(Op::If(label));
        self.tasks.push(Task::Op(Op::End(label)));
        // The second half's arguments must come after the `else`, so the whole half waits behind a task of its own.
        let rest = self.tasks.len();
        self.edge(from, first, fall);
        let first_half = self.tasks.split_off(rest);
        let first_is_inline = !first_half.is_empty();
        if first_is_inline {
            let edge = self.deferred_edge(from, second, fall);
            self.tasks.extend(edge);
            self.tasks.push(Task::Op(Op::Else(label)));
            self.tasks.extend(first_half);
        } else {
            self.code.op(Op::Else(label));
            self.edge(from, second, fall);
        }
    }

    /// The tasks that do what [`FuncGen::edge`] would do now, later.
    fn deferred_edge(&mut self, from: Block, to: &BlockCall, fall: Fall) -> Vec<Task> {
        let begin = self.code.ops.len();
        self.code.fresh_from = begin;
        let waiting = self.tasks.len();
        self.edge(from, to, fall);
        let mut tasks = self.tasks.split_off(waiting);
        tasks.push(Task::Code(self.code.ops.split_off(begin)));
        self.code.fresh_from = begin;
        tasks
    }

    /// Leave for `away` if the condition (or its negation) holds, and go on with `rest`.
    fn branch_away(
        &mut self,
        from: Block,
        condition: Condition,
        negate: bool,
        away: &BlockCall,
        rest: &BlockCall,
        fall: Fall,
    ) {
        self.condition(condition, negate);
        let label = self.code.new_label();
        self.code.op(Op::If(label));
        self.arguments(away);
        self.code.op(Op::Br(self.target_label(from, away.block)));
        self.code.op(Op::End(label));
        self.edge(from, rest, fall);
    }

    /// Give the target's parameters their values, all at once.
    fn arguments(&mut self, to: &BlockCall) {
        let func = self.func;
        let params = &func.block(to.block).params;
        let mut moves: Vec<(Value, Value)> =
            params.iter().copied().zip(to.args.iter().copied()).filter(|(param, arg)| param != arg).collect();
        if moves.len() > 1 && self.may_reorder(&moves) {
            self.moves_one_by_one(&mut moves);
        }
        for &(_, arg) in &moves {
            self.value(arg);
        }
        for &(param, _) in moves.iter().rev() {
            let local = self.local(param);
            self.code.set(local);
        }
    }

    /// Make those moves whose parameter no other move reads, each on its own.
    fn moves_one_by_one(&mut self, moves: &mut Vec<(Value, Value)>) {
        let reads: Vec<(Value, Vec<Value>)> = moves.iter().map(|&(param, arg)| (param, self.leaves(arg))).collect();
        let mut waiting = reads;
        while waiting.len() > 1 {
            let free = (0..waiting.len()).find(|&i| {
                waiting.iter().enumerate().all(|(j, (_, leaves))| i == j || !leaves.contains(&waiting[i].0))
            });
            let Some(free) = free else { return };
            let (param, _) = waiting.remove(free);
            let place = moves.iter().position(|m| m.0 == param).unwrap_or(0);
            let (_, arg) = moves.remove(place);
            self.value(arg);
            let local = self.local(param);
            self.code.set(local);
        }
    }

    /// Whether the arguments' trees may be evaluated in any order: at most one has effects, and none keeps a value in a
    /// local for a later one.
    fn may_reorder(&self, moves: &[(Value, Value)]) -> bool {
        const MAX_MOVES: usize = 32;
        if moves.len() > MAX_MOVES {
            return false;
        }
        let mut with_effects = 0;
        for &(_, arg) in moves {
            let mut pending = vec![arg];
            let mut has_effects = false;
            while let Some(value) = pending.pop() {
                match self.plan.place[value.index()] {
                    Place::Tee if !self.tee_done[value.index()] => return false,
                    Place::Inline => {}
                    _ => continue,
                }
                let inst = self.inst_of(value);
                let effects = inst.effects();
                has_effects |= effects.reads_memory || effects.writes_memory || effects.may_leave;
                inst.for_each_operand(|v| pending.push(v));
            }
            with_effects += u32::from(has_effects);
        }
        with_effects <= 1
    }

    /// The values that an argument's tree reads from locals.
    fn leaves(&self, arg: Value) -> Vec<Value> {
        let mut leaves = Vec::new();
        let mut pending = vec![arg];
        while let Some(value) = pending.pop() {
            if self.plan.place[value.index()] == Place::Inline {
                self.inst_of(value).for_each_operand(|v| pending.push(v));
            } else {
                leaves.push(value);
            }
        }
        leaves
    }

    /// The instruction that defines a value which is [`Place::Inline`], [`Place::Tee`] or [`Place::Remat`].
    pub(crate) fn inst_of(&self, value: Value) -> &Inst {
        &self.func.inst(self.inst_id_of(value)).inst
    }

    pub(crate) fn inst_id_of(&self, value: Value) -> InstId {
        match self.func.values[value.index()].def {
            ValueDef::Result(id, _) => id,
            ValueDef::Param(..) => InstId(u32::MAX),
        }
    }

    fn switch(&mut self, from: Block, value: Value, cases: &[(u64, BlockCall)], default: &BlockCall, fall: Fall) {
        // Edges with arguments get a `block` of their own around the dispatch.
        let mut edges: Vec<(&BlockCall, Label)> = Vec::new();
        let label_of = |this: &mut Self, edges: &mut Vec<_>, to| {
            let to: &BlockCall = to;
            if to.args.is_empty() {
                return this.target_label(from, to.block);
            }
            if let Some((_, label)) = edges.iter().find(|(other, _): &&(&BlockCall, Label)| *other == to) {
                return *label;
            }
            let label = this.code.new_label();
            edges.push((to, label));
            label
        };
        let mut targets = Vec::with_capacity(cases.len());
        for (bits, to) in cases {
            targets.push((*bits, label_of(self, &mut edges, to)));
        }
        let default = label_of(self, &mut edges, default);
        for (_, label) in edges.iter().rev() {
            self.structure_op(Op::Block(*label));
        }
        self.dispatch(value, targets, default);
        for (i, (to, label)) in edges.iter().enumerate() {
            self.structure_op(Op::End(*label));
            self.edge(from, to, if i + 1 == edges.len() { fall } else { None });
        }
    }
}

/// What decides a branch.
#[derive(Clone, Copy, Debug)]
enum Condition {
    /// The value is not 0.
    IsTrue(Value),
    /// The value equals the pattern.
    Equals(Value, u64),
}

fn is_in_loop(loops: &Loops, block: Block, wanted: u32) -> bool {
    let mut around = loops.innermost[block.index()];
    while let Some(l) = around {
        if l == wanted {
            return true;
        }
        around = loops.loops[l as usize].parent;
    }
    false
}
