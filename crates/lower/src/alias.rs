//! When a value may be built where it will live, though something else may live there now.
//!
//! `p = Point { x: p.y, y: p.x }` reads `p` while it is written; `p = Point { x: 1, y: if c { break } else { 2 } }` may leave
//! half of it written. Such values are built in a temporary and copied.

use crate::function::Lowerer;
use crate::locals::root;
use stair_sema::ids::{BlockId, ExprId, LocalId};
use stair_sema::typed::{Callee, ExprKind, StmtKind};

impl Lowerer<'_, '_> {
    /// Whether the place of an assignment is part of a variable that the value's evaluation can neither see nor leave
    /// half written.
    pub(crate) fn may_build_in_place(&self, place: ExprId, value: ExprId) -> bool {
        let Some(local) = root(self.body, place) else { return false };
        !self.has_index(place) && !self.local(local).borrowed && !self.sees(value, local)
    }

    fn has_index(&self, place: ExprId) -> bool {
        match self.node(place).kind {
            ExprKind::Index { .. } => true,
            ExprKind::Field { base, .. } => self.has_index(base),
            _ => false,
        }
    }

    /// Whether evaluating the place has no effects and depends on variables only.
    pub(crate) fn is_simple_place(&self, place: ExprId) -> bool {
        match self.node(place).kind {
            ExprKind::Local(_) | ExprKind::Static(_) | ExprKind::Constant(_) => true,
            ExprKind::Field { base, .. } | ExprKind::Deref(base) => self.is_simple_place(base),
            ExprKind::Index { base, index } => self.is_simple_place(base) && self.is_simple_place(index),
            _ => false,
        }
    }

    /// Whether evaluating the expression mentions the variable or may leave the expression early.
    pub(crate) fn sees(&self, expr: ExprId, local: LocalId) -> bool {
        let sees = |e: ExprId| self.sees(e, local);
        let any = |exprs: &[ExprId]| exprs.iter().any(|&e| self.sees(e, local));
        let block = |b: BlockId| self.block_sees(b, local);
        match &self.node(expr).kind {
            ExprKind::Local(l) => *l == local,
            ExprKind::Constant(_) | ExprKind::NamedConst(..) | ExprKind::Static(_) | ExprKind::FnItem => false,
            ExprKind::Field { base, .. } => sees(*base),
            ExprKind::Index { base, index } => sees(*base) || sees(*index),
            ExprKind::Deref(e) | ExprKind::Unary(_, e) | ExprKind::Cast(_, e) | ExprKind::Coerce(_, e) => sees(*e),
            ExprKind::Repeat(e) | ExprKind::Borrow { place: e, .. } | ExprKind::Let { place: e, .. } => sees(*e),
            ExprKind::Binary(_, a, b) | ExprKind::And(a, b) | ExprKind::Or(a, b) => sees(*a) || sees(*b),
            ExprKind::Assign { place, value } | ExprKind::AssignOp { place, value, .. } => sees(*place) || sees(*value),
            ExprKind::Call { callee, args } => any(args) || matches!(callee, Callee::Value(e) if self.sees(*e, local)),
            ExprKind::Adt { fields, base, .. } => {
                fields.iter().any(|&(_, e)| self.sees(e, local)) || base.is_some_and(sees)
            }
            ExprKind::Tuple(exprs) | ExprKind::Array(exprs) | ExprKind::Closure { captures: exprs, .. } => any(exprs),
            ExprKind::Block { block: b, .. } => block(*b),
            ExprKind::If { cond, then, els } => sees(*cond) || sees(*then) || els.is_some_and(sees),
            ExprKind::Match { place, arms } => {
                sees(*place) || arms.iter().any(|arm| arm.guard.is_some_and(sees) || sees(arm.body))
            }
            ExprKind::Loop { .. }
            | ExprKind::While { .. }
            | ExprKind::ForRange { .. }
            | ExprKind::Break { .. }
            | ExprKind::Continue { .. }
            | ExprKind::Return(_)
            | ExprKind::Error => true,
        }
    }

    fn block_sees(&self, block: BlockId, local: LocalId) -> bool {
        let block = &self.body.blocks[block.index()];
        block.stmts.iter().any(|stmt| match stmt.kind {
            StmtKind::Let { init, els, .. } => {
                init.is_some_and(|e| self.sees(e, local)) || els.is_some_and(|b| self.block_sees(b, local))
            }
            StmtKind::Expr(e) => self.sees(e, local),
        }) || block.tail.is_some_and(|e| self.sees(e, local))
    }
}
