//! Small clean-ups of the finished code, in passes over its flat list.
//!
//! - `local.set x; local.get x` → `local.tee x`; assignments of a local to itself go;
//! - `if br l end` → `br_if l`; a half of an `if` that does not go on makes `else` needless; empty halves go;
//! - a branch to where control goes anyway, blocks and loops that nothing branches to, and code after an unconditional
//!   branch go.

use crate::code::{Code, Label, Op};
use stair_source::Origin;
use wasm_encoder::Instruction as I;

/// Passes after which nothing new is found in practice.
const PASSES: usize = 2;

/// Clean a function's code.
pub(crate) fn clean(code: &mut Code) {
    for _ in 0..PASSES {
        let before = code.ops.len();
        let ops = std::mem::take(&mut code.ops);
        let mut cleaner = Cleaner {
            out: Vec::with_capacity(ops.len()),
            open: Vec::new(),
            uses: vec![0; code.labels as usize],
            is_dead: false,
            skipped: 0,
            origin: Origin::default(),
        };
        for (op, origin) in ops {
            cleaner.origin = origin;
            cleaner.feed(op);
        }
        if let Some((Op::Plain(I::Return), _)) = cleaner.out.last()
            && cleaner.open.is_empty()
        {
            cleaner.out.pop();
        }
        cleaner.out.retain(|(op, _)| !matches!(op, Op::Plain(I::Nop)));
        code.ops = cleaner.out;
        if code.ops.len() == before {
            break;
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Block,
    Loop,
    If,
    /// The second half of an `if`; where its `else` is.
    Else(usize),
    /// An `if` that is no more: its end is to be left out.
    Gone,
}

/// A `block`, `loop` or `if` that has not ended yet.
struct Open {
    kind: Kind,
    /// Where it begins in the output.
    start: usize,
}

struct Cleaner {
    out: Vec<(Op, Origin)>,
    open: Vec<Open>,
    /// By label: branches to it in the output.
    uses: Vec<u32>,
    /// Whether control never gets here.
    is_dead: bool,
    /// How many `block`, `loop` and `if` are open in code that is left out.
    skipped: u32,
    origin: Origin,
}

impl Cleaner {
    fn push(&mut self, op: Op) {
        self.out.push((op, self.origin));
    }

    fn last(&self) -> Option<&Op> {
        self.out.last().map(|(op, _)| op)
    }

    /// The last operation but `back`.
    fn before(&self, back: usize) -> Option<&Op> {
        self.out.len().checked_sub(back + 1).map(|i| &self.out[i].0)
    }

    fn feed(&mut self, op: Op) {
        if self.is_dead {
            match op {
                Op::Block(_) | Op::Loop(_) | Op::If(_) => self.skipped += 1,
                Op::End(_) if self.skipped > 0 => self.skipped -= 1,
                Op::Else(label) if self.skipped == 0 => self.begin_else(label),
                Op::End(label) if self.skipped == 0 => self.end(label),
                _ => {}
            }
            return;
        }
        match op {
            Op::Get(local) => {
                if matches!(self.last(), Some(&Op::Set(set)) if set == local) {
                    self.out.pop();
                    self.push(Op::Tee(local));
                } else {
                    self.push(Op::Get(local));
                }
            }
            Op::Set(local) => match self.last() {
                Some(&Op::Get(got)) if got == local => _ = self.out.pop(),
                Some(&Op::Tee(kept)) if kept == local => {
                    self.out.pop();
                    self.push(Op::Set(local));
                }
                _ => {
                    self.push(Op::Set(local));
                    self.drop_identity();
                }
            },
            Op::Tee(local) => {
                if !matches!(self.last(), Some(&Op::Get(got)) if got == local) {
                    self.push(Op::Tee(local));
                }
            }
            Op::Plain(I::Drop) => self.discard(),
            Op::Plain(I::Nop) => {}
            Op::Block(_) => self.begin(op, Kind::Block),
            Op::Loop(_) => self.begin(op, Kind::Loop),
            Op::If(_) => {
                self.simplify_test();
                self.begin(op, Kind::If);
            }
            Op::Else(label) => self.begin_else(label),
            Op::End(label) => self.end(label),
            Op::BrIf(label) => self.branch_if(label),
            Op::Br(label) => {
                if matches!(self.last(), Some(&Op::BrIf(other)) if other == label) {
                    self.out.pop();
                    self.uses[label.index()] -= 1;
                    self.discard();
                }
                self.uses[label.index()] += 1;
                self.push(Op::Br(label));
                self.is_dead = true;
            }
            Op::BrTable(labels, default) => {
                for label in labels.iter().chain([&default]) {
                    self.uses[label.index()] += 1;
                }
                self.push(Op::BrTable(labels, default));
                self.is_dead = true;
            }
            op @ Op::Plain(_) => {
                self.is_dead = op.is_unconditional();
                self.push(op);
            }
        }
    }

    /// `get x; …; set …; set x`, as many gets as sets: `x` stays as it is, if nothing between sets it.
    fn drop_identity(&mut self) {
        let sets = self.out.iter().rev().take_while(|(op, _)| matches!(op, Op::Set(_))).count();
        let end = self.out.len();
        if sets < 2 || end < 2 * sets {
            return;
        }
        let (Op::Set(target), Op::Get(source)) = (&self.out[end - 1].0, &self.out[end - 2 * sets].0) else { return };
        let target = *target;
        let others = &self.out[end - 2 * sets + 1..end - 1];
        let is_row = others[..sets - 1].iter().all(|(op, _)| matches!(op, Op::Get(_)));
        let is_set = others.iter().any(|(op, _)| matches!(op, &Op::Set(local) if local == target));
        if target == *source && is_row && !is_set {
            self.out.pop();
            self.out.remove(end - 2 * sets);
        }
    }

    /// What is on the stack is not wanted.
    fn discard(&mut self) {
        match self.last() {
            Some(Op::Get(_) | Op::Plain(I::I32Const(_) | I::I64Const(_) | I::F32Const(_) | I::F64Const(_))) => {
                self.out.pop();
            }
            Some(&Op::Tee(local)) => {
                self.out.pop();
                self.push(Op::Set(local));
            }
            Some(Op::Plain(op)) if is_pure_unary(op) => {
                self.out.pop();
                self.discard();
            }
            _ => self.push(Op::Plain(I::Drop)),
        }
    }

    fn begin(&mut self, op: Op, kind: Kind) {
        self.open.push(Open { kind, start: self.out.len() });
        self.push(op);
    }

    /// What is on the stack is only compared with 0.
    fn simplify_test(&mut self) {
        match (self.before(1), self.before(0)) {
            (Some(Op::Plain(I::I32Eqz)), Some(Op::Plain(I::I32Eqz)))
            | (Some(Op::Plain(I::I32Const(0))), Some(Op::Plain(I::I32Ne))) => {
                self.out.truncate(self.out.len() - 2);
            }
            _ => {}
        }
    }

    /// What is on the stack is only compared with 0: turn the answer round.
    fn negate(&mut self) {
        let opposite = match self.last() {
            Some(Op::Plain(op)) => opposite(op),
            _ => None,
        };
        if matches!(self.last(), Some(Op::Plain(I::I32Eqz))) {
            self.out.pop();
        } else if let Some(op) = opposite {
            self.out.pop();
            self.push(Op::Plain(op));
        } else {
            self.push(Op::Plain(I::I32Eqz));
        }
    }

    fn branch_if(&mut self, label: Label) {
        self.simplify_test();
        self.uses[label.index()] += 1;
        self.push(Op::BrIf(label));
    }

    fn begin_else(&mut self, label: Label) {
        let was_dead = std::mem::replace(&mut self.is_dead, false);
        let Some(open) = self.open.last_mut() else { return };
        let body = self.out.len() - open.start - 1;
        if was_dead {
            // The first half does not go on: the second needs no `else`.
            open.kind = Kind::Gone;
            self.end_if(label, body);
        } else if body == 0 {
            self.out.pop();
            self.negate();
            let start = self.out.len();
            self.push(Op::If(label));
            if let Some(open) = self.open.last_mut() {
                open.start = start;
            }
        } else {
            open.kind = Kind::Else(self.out.len());
            self.push(Op::Else(label));
        }
    }

    /// The end of an `if` without `else`, whose body has so many operations.
    fn end_if(&mut self, label: Label, body: usize) {
        match (body, self.last()) {
            (0, _) => {
                self.out.pop();
                self.discard();
            }
            (1, Some(&Op::Br(target))) => {
                self.out.truncate(self.out.len() - 2);
                self.uses[target.index()] -= 1;
                self.branch_if(target);
            }
            _ => self.push(Op::End(label)),
        }
    }

    fn end(&mut self, label: Label) {
        let Some(open) = self.open.pop() else { return };
        let body = self.out.len() - open.start - 1;
        match open.kind {
            // What follows is reached as the second half was.
            Kind::Gone => {}
            Kind::If => {
                self.is_dead = false;
                self.end_if(label, body);
            }
            Kind::Else(at) => {
                self.is_dead = false;
                if self.out.len() == at + 1 {
                    self.out.pop();
                    self.end_if(label, body - 1);
                } else {
                    self.push(Op::End(label));
                }
            }
            Kind::Block => {
                match (self.before(1), self.before(0)) {
                    (_, Some(&Op::Br(target))) if target == label => {
                        self.out.pop();
                        self.uses[label.index()] -= 1;
                        self.is_dead = false;
                        if let Some(&Op::BrIf(target)) = self.last()
                            && target == label
                        {
                            self.drop_last_branch_if(label);
                        }
                    }
                    (_, Some(&Op::BrIf(target))) if target == label => self.drop_last_branch_if(label),
                    (Some(&Op::BrIf(over)), Some(&Op::Br(target))) if over == label => {
                        self.out.truncate(self.out.len() - 2);
                        self.uses[label.index()] -= 1;
                        self.uses[target.index()] -= 1;
                        self.negate();
                        self.branch_if(target);
                        self.is_dead = false;
                    }
                    _ => {}
                }
                if self.uses[label.index()] == 0 {
                    self.out[open.start].0 = Op::Plain(I::Nop);
                } else {
                    self.is_dead = false;
                    self.push(Op::End(label));
                }
            }
            Kind::Loop => {
                if self.uses[label.index()] == 0 {
                    self.out[open.start].0 = Op::Plain(I::Nop);
                } else {
                    self.push(Op::End(label));
                }
            }
        }
    }

    fn drop_last_branch_if(&mut self, label: Label) {
        self.out.pop();
        self.uses[label.index()] -= 1;
        self.discard();
    }
}

fn is_pure_unary(op: &I<'_>) -> bool {
    matches!(
        op,
        I::I32Eqz | I::I64Eqz | I::I32WrapI64 | I::I64ExtendI32S | I::I64ExtendI32U | I::I32Extend8S | I::I32Extend16S
    )
}

fn opposite(op: &I<'_>) -> Option<I<'static>> {
    Some(match op {
        I::I32Eq => I::I32Ne,
        I::I32Ne => I::I32Eq,
        I::I32LtS => I::I32GeS,
        I::I32LtU => I::I32GeU,
        I::I32GtS => I::I32LeS,
        I::I32GtU => I::I32LeU,
        I::I32LeS => I::I32GtS,
        I::I32LeU => I::I32GtU,
        I::I32GeS => I::I32LtS,
        I::I32GeU => I::I32LtU,
        I::I64Eq => I::I64Ne,
        I::I64Ne => I::I64Eq,
        I::I64LtS => I::I64GeS,
        I::I64LtU => I::I64GeU,
        I::I64GtS => I::I64LeS,
        I::I64GtU => I::I64LeU,
        I::I64LeS => I::I64GtS,
        I::I64LeU => I::I64GtU,
        I::I64GeS => I::I64LtS,
        I::I64GeU => I::I64LtU,
        I::F32Eq => I::F32Ne,
        I::F32Ne => I::F32Eq,
        I::F64Eq => I::F64Ne,
        I::F64Ne => I::F64Eq,
        _ => return None,
    })
}
