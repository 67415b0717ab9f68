//! What constants and `const fn` cannot do: E0015.

use super::{ConstContext, FnCtxt};
use crate::Program;
use crate::defs::Container;
use crate::ids::{BlockId, ExprId, FnId};
use crate::typed::{Body, Callee, ExprKind, StmtKind};
use stair_source::{Code, Diagnostic, Span};

impl FnCtxt<'_> {
    /// Report calls of functions that are not `const`.
    pub(crate) fn check_constness(p: &Program, body: &Body, context: ConstContext) {
        let place = match context {
            ConstContext::No => return,
            ConstContext::Const => "constants",
            ConstContext::Static => "statics",
            ConstContext::ConstFn => "constant functions",
        };
        if matches!(context, ConstContext::Const | ConstContext::Static) {
            extended_mutable_borrows(p, body, body.value);
        }
        let mut walk = Walk { p, body, place, seen: Vec::new() };
        walk.expr(body.value);
    }
}

struct Walk<'a> {
    p: &'a Program,
    body: &'a Body,
    place: &'static str,
    seen: Vec<Span>,
}

impl Walk<'_> {
    fn block(&mut self, id: BlockId) {
        let block = &self.body.blocks[id.index()];
        for stmt in &block.stmts {
            match &stmt.kind {
                StmtKind::Let { init, els, .. } => {
                    if let Some(init) = init {
                        self.expr(*init);
                    }
                    if let Some(els) = els {
                        self.block(*els);
                    }
                }
                StmtKind::Expr(e) => self.expr(*e),
            }
        }
        if let Some(tail) = block.tail {
            self.expr(tail);
        }
    }

    fn expr(&mut self, id: ExprId) {
        let expr = &self.body.exprs[id.index()];
        match &expr.kind {
            ExprKind::Call { callee, args } => {
                match callee {
                    Callee::Fn(f, _) => self.call(*f, expr.span),
                    Callee::Value(value) => {
                        self.expr(*value);
                        self.report(expr.span, format!("function pointer calls are not allowed in {}", self.place));
                    }
                }
                for &arg in args {
                    self.expr(arg);
                }
            }
            ExprKind::ForRange { start, end, body, .. } => {
                let ty = self.p.type_name(self.body.exprs[start.index()].ty);
                self.report(expr.span, format!("cannot use `for` loop on `std::ops::Range<{ty}>` in {}", self.place));
                self.expr(*start);
                self.expr(*end);
                self.block(*body);
            }
            other => {
                for child in children(other) {
                    self.expr(child);
                }
                match other {
                    ExprKind::Block { block, .. }
                    | ExprKind::Loop { body: block, .. }
                    | ExprKind::While { body: block, .. } => {
                        self.block(*block);
                    }
                    _ => {}
                }
            }
        }
    }

    fn report(&mut self, span: Span, message: String) {
        if span.is_user() && !self.seen.contains(&span) {
            self.seen.push(span);
            self.p.tables.report(Diagnostic::new(Code::E0015, span, message).note(format!(
                "calls in {} are limited to constant functions, tuple structs and tuple variants",
                self.place
            )));
        }
    }

    fn call(&mut self, f: FnId, span: Span) {
        let sig = self.p.fn_sig(f);
        if sig.is_const || sig.intrinsic.is_some() {
            return;
        }
        let what = match (sig.container, sig.has_self) {
            (Container::Module(_), _) => "function",
            (_, true) => "method",
            (_, false) => "associated function",
        };
        let operator = matches!(sig.container, Container::Trait(t) if {
            let name = self.p.tables.traits[t.index()].name.as_str();
            !self.p.tables.traits[t.index()].is_user
                && (name.ends_with("Assign") || matches!(name, "Add" | "Sub" | "Mul" | "Div" | "Rem" | "Neg" | "Not" | "PartialEq" | "PartialOrd" | "BitAnd" | "BitOr" | "BitXor" | "Shl" | "Shr" | "Index" | "Deref"))
        });
        let message = if operator {
            format!("cannot call non-const operator in {}", self.place)
        } else {
            format!("cannot call non-const {what} `{}` in {}", sig.path, self.place)
        };
        self.report(span, message);
    }
}

/// Whether a place is a part of a value that is made here.
fn is_part_of_value(body: &Body, id: ExprId) -> bool {
    match body.exprs[id.index()].kind {
        ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => is_part_of_value(body, base),
        ExprKind::Local(_) | ExprKind::Static(_) | ExprKind::Deref(_) | ExprKind::Error => false,
        _ => true,
    }
}

/// Whether a value of a type with cells in it may have one: `None` has none, whatever the type.
fn holds_cell(p: &Program, body: &Body, id: ExprId) -> bool {
    let expr = &body.exprs[id.index()];
    if !crate::consteval::has_cell(p, expr.ty) {
        return false;
    }
    match &expr.kind {
        ExprKind::NamedConst(def, args) => {
            let value = p.const_value(*def, *args);
            !value.is_some_and(|value| {
                matches!(&value, crate::typed::ConstValue::Variant(_, fields) if fields.is_empty())
                    || matches!(&value, crate::typed::ConstValue::Aggregate(fields) if fields.is_empty())
            })
        }
        ExprKind::Constant(_) => false,
        ExprKind::Adt { fields, base, .. } => {
            let is_cell = matches!(p.types.kind(expr.ty), crate::ty::TyKind::Adt(adt, _)
                if p.tables.library_adt("UnsafeCell") == Some(adt));
            is_cell || base.is_some() || fields.iter().any(|&(_, field)| holds_cell(p, body, field))
        }
        ExprKind::Tuple(parts) | ExprKind::Array(parts) => parts.iter().any(|&part| holds_cell(p, body, part)),
        _ => true,
    }
}

/// E0764, E0492: a mutable reference in a constant's value to what only the constant holds.
fn extended_mutable_borrows(p: &Program, body: &Body, id: ExprId) {
    let expr = &body.exprs[id.index()];
    match &expr.kind {
        ExprKind::Block { block, .. } => {
            if let Some(tail) = body.blocks[block.index()].tail {
                extended_mutable_borrows(p, body, tail);
            }
        }
        ExprKind::Borrow { mutable, place } => {
            let operand = &body.exprs[place.index()];
            let is_place = matches!(
                operand.kind,
                ExprKind::Local(_)
                    | ExprKind::Static(_)
                    | ExprKind::Deref(_)
                    | ExprKind::Field { .. }
                    | ExprKind::Index { .. }
                    | ExprKind::Error
            );
            if let ExprKind::Deref(inner) = operand.kind {
                // A reborrow of what was borrowed here.
                extended_mutable_borrows(p, body, inner);
                return;
            }
            if *mutable && !is_place && expr.span.is_user() {
                p.tables.report(
                    Diagnostic::new(
                        Code::E0764,
                        expr.span,
                        "mutable borrows of temporaries that have their lifetime extended until the end of the program are not allowed",
                    )
                    .primary("this mutable borrow refers to such a temporary")
                    .note("temporaries in constants and statics can have their lifetime extended until the end of the program"),
                );
            } else if !is_place || is_part_of_value(body, *place) {
                if !*mutable
                    && expr.span.is_user()
                    && crate::consteval::has_cell(p, operand.ty)
                    && holds_cell(p, body, *place)
                {
                    p.tables.report(
                        Diagnostic::new(
                            Code::E0492,
                            expr.span,
                            "interior mutable shared borrows of temporaries that have their lifetime extended until the end of the program are not allowed",
                        )
                        .primary("this borrow of an interior mutable value refers to such a temporary")
                        .note("temporaries in constants and statics can have their lifetime extended until the end of the program")
                        .note("to avoid accidentally creating global mutable state, such temporaries must be immutable"),
                    );
                    return;
                }
                extended_mutable_borrows(p, body, *place);
            }
        }
        ExprKind::Coerce(_, inner) | ExprKind::Cast(_, inner) => extended_mutable_borrows(p, body, *inner),
        ExprKind::Adt { .. } | ExprKind::Tuple(_) | ExprKind::Array(_) => {
            for child in children(&expr.kind) {
                extended_mutable_borrows(p, body, child);
            }
        }
        _ => {}
    }
}

/// The expressions directly within one.
pub(crate) fn children(kind: &ExprKind) -> Vec<ExprId> {
    match kind {
        ExprKind::Field { base, .. } => vec![*base],
        ExprKind::Index { base, index } => vec![*base, *index],
        ExprKind::Deref(e)
        | ExprKind::Borrow { place: e, .. }
        | ExprKind::Unary(_, e)
        | ExprKind::Cast(_, e)
        | ExprKind::Coerce(_, e)
        | ExprKind::Repeat(e) => vec![*e],
        ExprKind::Binary(_, a, b) | ExprKind::And(a, b) | ExprKind::Or(a, b) => vec![*a, *b],
        ExprKind::Assign { place, value } | ExprKind::AssignOp { place, value, .. } => vec![*value, *place],
        ExprKind::Call { callee, args } => {
            let mut out = Vec::new();
            if let Callee::Value(v) = callee {
                out.push(*v);
            }
            out.extend_from_slice(args);
            out
        }
        ExprKind::Adt { fields, base, .. } => fields.iter().map(|f| f.1).chain(*base).collect(),
        ExprKind::Tuple(es) | ExprKind::Array(es) | ExprKind::Closure { captures: es, .. } => es.clone(),
        ExprKind::If { cond, then, els } => [*cond, *then].into_iter().chain(*els).collect(),
        ExprKind::Let { place, .. } => vec![*place],
        ExprKind::Match { place, arms } => {
            let mut out = vec![*place];
            for arm in arms {
                out.extend(arm.guard);
                out.push(arm.body);
            }
            out
        }
        ExprKind::While { cond, .. } => vec![*cond],
        ExprKind::ForRange { start, end, .. } => vec![*start, *end],
        ExprKind::Break { value, .. } | ExprKind::Return(value) => value.iter().copied().collect(),
        ExprKind::Constant(_)
        | ExprKind::NamedConst(..)
        | ExprKind::Local(_)
        | ExprKind::Static(_)
        | ExprKind::FnItem
        | ExprKind::Block { .. }
        | ExprKind::Loop { .. }
        | ExprKind::Continue { .. }
        | ExprKind::Error => Vec::new(),
    }
}
