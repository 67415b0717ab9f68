//! The lints that make known values into errors: `arithmetic_overflow`, `unconditional_panic`, `overflowing_literals`.
//!
//! As in `rustc`, values are followed through a body's variables and straight-line code, and only where the code can be
//! reached: a variable that is assigned once is known wherever it is read; one that is assigned more often, until the
//! next operation that can panic, call or branch; one that is borrowed, never.

use super::numbers::{self, Failure, wrap};
use crate::Program;
use crate::defs::Container;
use crate::ids::{BlockId, ExprId, LocalId, PatId};
use crate::ty::{IntTy, Ty, TyKind, TyList};
use crate::typed::{
    Arm, BinOp, BindingMode, Body, Callee, CastKind, ConstValue, ExprKind, Owner, PatKind, StmtKind, UnOp,
};
use stair_source::{Code, Diagnostic, Span};

/// The lints of one body.
#[must_use]
pub fn lint(program: &Program, body: &Body) -> Vec<Diagnostic> {
    let mut linter = Linter {
        program,
        body,
        locals: vec![Local::default(); body.locals.len()],
        broken: vec![false; body.labels as usize],
        dead: false,
        found: super::literals::literals(program, body),
    };
    linter.found.extend(discriminants(program, body));
    linter.found.extend(super::locks::locks(program, body));
    // Other constants are evaluated in any case, and then have an error of their own.
    let runs = match body.owner {
        Owner::Fn(_) => true,
        Owner::Const(id) => matches!(program.const_sig(id).container, Container::Impl(_) | Container::Trait(_)),
        Owner::Static(_) | Owner::Anonymous => false,
    };
    if !runs {
        return linter.found;
    }
    linter.survey();
    for &pat in &body.params {
        linter.bind(pat, None);
    }
    linter.expr(body.value);
    linter.found
}

/// Discriminants that are asked of what is no enum.
fn discriminants(program: &Program, body: &Body) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for expr in &body.exprs {
        let ExprKind::Call { callee: Callee::Fn(f, args), .. } = &expr.kind else { continue };
        let sig = program.fn_sig(*f);
        if sig.is_user || sig.path != "std::mem::discriminant" || !expr.span.is_user() {
            continue;
        }
        let Some(&ty) = program.types.list(*args).first() else { continue };
        let is_open = match program.types.kind(ty) {
            TyKind::Adt(adt, _) => program.adt_def(adt).is_enum,
            TyKind::Param(..) | TyKind::Projection(..) | TyKind::Error | TyKind::Infer(_) => true,
            _ => false,
        };
        if !is_open {
            let message = "the return value of `mem::discriminant` is unspecified when called with a non-enum type";
            found.push(
                Diagnostic::new(Code::EnumIntrinsicsNonEnums, expr.span, message).primary("not an enum").note(format!(
                    "the argument to `discriminant` should be a reference to an enum, but it was passed a reference to a `{}`, which is not an enum",
                    program.type_name(ty)
                )),
            );
        }
    }
    found
}

/// A value that is known, wholly or in part.
#[derive(Clone, Debug)]
enum Known {
    Scalar(i128),
    Parts(Vec<Option<Self>>),
}

impl Known {
    fn scalar(&self) -> Option<i128> {
        match self {
            Self::Scalar(bits) => Some(*bits),
            Self::Parts(_) => None,
        }
    }

    fn of_const(value: &ConstValue) -> Option<Self> {
        match value {
            ConstValue::Scalar(bits) => Some(Self::Scalar(*bits)),
            ConstValue::Aggregate(parts) => Some(Self::Parts(parts.iter().map(Self::of_const).collect())),
            _ => None,
        }
    }
}

/// What is known of a variable.
#[derive(Clone, Default)]
struct Local {
    value: Option<Known>,
    /// How often it is assigned in the text of the body, its declaration included.
    assignments: u32,
    borrowed: bool,
}

struct Linter<'a> {
    program: &'a Program,
    body: &'a Body,
    locals: Vec<Local>,
    /// Which loops and blocks are left by a `break` that can be reached.
    broken: Vec<bool>,
    /// Whether the code at hand cannot be reached.
    dead: bool,
    found: Vec<Diagnostic>,
}

impl Linter<'_> {
    // What holds for the whole body.

    /// Count assignments and find borrows.
    fn survey(&mut self) {
        let body = self.body;
        for expr in &body.exprs {
            match expr.kind {
                ExprKind::Borrow { place, .. } => {
                    if let Some(local) = self.root(place) {
                        self.locals[local.index()].borrowed = true;
                    }
                }
                ExprKind::Assign { place, .. } | ExprKind::AssignOp { place, .. } => {
                    if let Some(local) = self.root(place) {
                        self.locals[local.index()].assignments += 1;
                    }
                }
                ExprKind::Match { place, .. } | ExprKind::Let { place, .. } if self.binds_by_reference() => {
                    if let Some(local) = self.root(place) {
                        self.locals[local.index()].borrowed = true;
                    }
                }
                _ => {}
            }
        }
        for block in &body.blocks {
            for stmt in &block.stmts {
                let StmtKind::Let { pat, init: Some(init), .. } = stmt.kind else { continue };
                self.declared(pat);
                if self.binds_by_reference()
                    && !matches!(body.pats[pat.index()].kind, PatKind::Binding { mode: BindingMode::Value, .. })
                    && let Some(local) = self.root(init)
                {
                    self.locals[local.index()].borrowed = true;
                }
            }
        }
    }

    fn binds_by_reference(&self) -> bool {
        self.body
            .pats
            .iter()
            .any(|pat| matches!(pat.kind, PatKind::Binding { mode: BindingMode::Ref | BindingMode::RefMut, .. }))
    }

    /// The variables of a `let` with a value are assigned by it.
    fn declared(&mut self, pat: PatId) {
        match &self.body.pats[pat.index()].kind {
            PatKind::Binding { local, sub, .. } => {
                self.locals[local.index()].assignments += 1;
                sub.iter().for_each(|&sub| self.declared(sub));
            }
            PatKind::Fields(fields) | PatKind::Variant { fields, .. } => {
                fields.iter().for_each(|&(_, sub)| self.declared(sub));
            }
            _ => {}
        }
    }

    /// The variable of which the place is a part.
    fn root(&self, id: ExprId) -> Option<LocalId> {
        match self.body.exprs[id.index()].kind {
            ExprKind::Local(local) => Some(local),
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => self.root(base),
            _ => None,
        }
    }

    // Reports.

    fn report(&mut self, span: Span, failure: Failure) {
        if self.dead || !span.is_user() {
            return;
        }
        let (code, message) = match failure.overflow {
            true => (Code::ArithmeticOverflow, "this arithmetic operation will overflow"),
            false => (Code::UnconditionalPanic, "this operation will panic at runtime"),
        };
        if !self.found.iter().any(|d| d.code == code && d.span() == span) {
            self.found.push(Diagnostic::new(code, span, message).primary(failure.message));
        }
    }

    // Variables.

    /// An operation that may not come back, or a branch: what was assigned more than once is no longer known.
    fn end_block(&mut self) {
        for local in &mut self.locals {
            if local.assignments > 1 {
                local.value = None;
            }
        }
    }

    fn assign(&mut self, local: LocalId, value: Option<Known>) {
        let local = &mut self.locals[local.index()];
        local.value = if local.borrowed || self.dead { None } else { value };
    }

    /// Bind a pattern's variables.
    fn bind(&mut self, pat: PatId, value: Option<Known>) {
        match &self.body.pats[pat.index()].kind {
            PatKind::Binding { local, mode, sub } => {
                let bound = if *mode == BindingMode::Value { value.clone() } else { None };
                self.assign(*local, bound);
                if let Some(sub) = sub {
                    self.bind(*sub, value);
                }
            }
            PatKind::Fields(fields) => {
                for &(field, sub) in fields {
                    let part = match &value {
                        Some(Known::Parts(parts)) => parts.get(field.0 as usize).cloned().flatten(),
                        _ => None,
                    };
                    self.bind(sub, part);
                }
            }
            PatKind::Variant { fields, .. } => fields.iter().for_each(|&(_, sub)| self.bind(sub, None)),
            PatKind::Deref(sub) => self.bind(*sub, None),
            PatKind::Slice { prefix, rest, suffix } => {
                let rest = rest.iter().flatten();
                prefix.iter().chain(rest).chain(suffix).for_each(|&sub| self.bind(sub, None));
            }
            PatKind::Or(alternatives) => alternatives.iter().for_each(|&sub| self.bind(sub, None)),
            _ => {}
        }
    }

    // Expressions.

    fn kind(&self, id: ExprId) -> TyKind {
        self.program.types.kind(self.body.exprs[id.index()].ty)
    }

    /// Go through an expression in the order of its evaluation: its value, if it is known.
    fn expr(&mut self, id: ExprId) -> Option<Known> {
        let value = self.expr_kind(id);
        if self.kind(id) == TyKind::Never {
            self.dead = true;
        }
        value
    }

    fn expr_kind(&mut self, id: ExprId) -> Option<Known> {
        let body = self.body;
        let expr = &body.exprs[id.index()];
        match &expr.kind {
            ExprKind::Constant(value) => {
                let known = Known::of_const(value)?;
                Some(match (known, self.kind(id)) {
                    (Known::Scalar(bits), TyKind::Int(int)) => Known::Scalar(wrap(bits, int)),
                    (known, _) => known,
                })
            }
            ExprKind::NamedConst(id, TyList::EMPTY) => {
                Known::of_const(&super::const_value(self.program, *id, TyList::EMPTY)?)
            }
            ExprKind::Local(local) => self.locals[local.index()].value.clone(),
            ExprKind::Field { base, field } => match self.expr(*base)? {
                Known::Parts(parts) => parts.get(field.0 as usize)?.clone(),
                Known::Scalar(_) => None,
            },
            ExprKind::Index { base, index } => self.index(*base, *index, expr.span),
            ExprKind::Deref(operand) | ExprKind::Borrow { place: operand, .. } | ExprKind::Coerce(_, operand) => {
                self.expr(*operand);
                None
            }
            ExprKind::Unary(op, operand) => self.unary(*op, *operand, expr.span),
            ExprKind::Binary(op, a, b) => {
                let (x, y) = (self.expr(*a), self.expr(*b));
                self.binary(*op, x, y, (self.ty(*a), self.ty(*b)), expr.span)
            }
            ExprKind::And(a, b) => self.logical(*a, *b, 0),
            ExprKind::Or(a, b) => self.logical(*a, *b, 1),
            ExprKind::Assign { place, value } => {
                let value = match body.exprs[value.index()].kind {
                    // A shift whose result goes straight to its place is reported with the assignment.
                    ExprKind::Binary(op, a, b) if op.is_shift() => {
                        let (x, y) = (self.expr(a), self.expr(b));
                        self.binary(op, x, y, (self.ty(a), self.ty(b)), expr.span)
                    }
                    _ => self.expr(*value),
                };
                self.assign_place(*place, value);
                None
            }
            ExprKind::AssignOp { op, place, value } => {
                let y = self.expr(*value);
                let x = self.expr(*place);
                let result = self.binary(*op, x, y, (self.ty(*place), self.ty(*value)), expr.span);
                self.assign_place(*place, result);
                None
            }
            ExprKind::Cast(kind, operand) => {
                let value = self.expr(*operand);
                self.cast(*kind, value, *operand, id)
            }
            ExprKind::Call { callee, args } => {
                if let Callee::Value(callee) = callee {
                    self.expr(*callee);
                }
                args.iter().for_each(|&arg| drop(self.expr(arg)));
                self.end_block();
                None
            }
            ExprKind::Closure { captures, .. } => {
                captures.iter().for_each(|&e| drop(self.expr(e)));
                None
            }
            ExprKind::Adt { adt, fields, base, .. } => {
                let def = self.program.adt_sig(*adt);
                let count = def.variants.first().map_or(0, |v| v.fields.len());
                let mut parts = vec![None; count];
                for &(field, value) in fields {
                    let value = self.expr(value);
                    if let Some(part) = parts.get_mut(field.0 as usize) {
                        *part = value;
                    }
                }
                if let Some(base) = base {
                    self.expr(*base);
                }
                (!def.is_enum).then_some(Known::Parts(parts))
            }
            ExprKind::Tuple(parts) | ExprKind::Array(parts) => {
                Some(Known::Parts(parts.iter().map(|&part| self.expr(part)).collect()))
            }
            ExprKind::Repeat(element) => {
                self.expr(*element);
                None
            }
            ExprKind::Block { block, label } => {
                let value = self.block(*block);
                match label {
                    Some(label) if self.broken[label.index()] => {
                        self.dead = false;
                        self.end_block();
                        None
                    }
                    _ => value,
                }
            }
            ExprKind::If { cond, then, els } => {
                match self.expr(*cond).and_then(|c| c.scalar()) {
                    Some(0) => {
                        self.end_block();
                        els.map(|els| self.expr(els));
                    }
                    Some(_) => {
                        self.end_block();
                        self.expr(*then);
                    }
                    None => {
                        self.end_block();
                        let branches: Vec<ExprId> = std::iter::once(*then).chain(*els).collect();
                        self.branches(&branches, els.is_none());
                    }
                }
                self.end_block();
                None
            }
            ExprKind::Let { pat, place } => {
                self.expr(*place);
                self.bind(*pat, None);
                self.end_block();
                None
            }
            ExprKind::Match { place, arms } => {
                let value = self.expr(*place);
                self.end_block();
                self.arms(value, arms);
                self.end_block();
                None
            }
            ExprKind::Loop { label, body } => {
                let before = self.dead;
                self.turns(*body);
                self.dead = before || !self.broken[label.index()];
                None
            }
            ExprKind::While { cond, body, .. } => {
                self.end_block();
                let known = self.expr(*cond).and_then(|c| c.scalar());
                let before = self.dead;
                if known != Some(0) {
                    self.turns(*body);
                }
                self.dead = before;
                self.end_block();
                None
            }
            ExprKind::ForRange { pat, start, end, body, .. } => {
                self.expr(*start);
                self.expr(*end);
                let before = self.dead;
                self.bind(*pat, None);
                self.turns(*body);
                self.dead = before;
                None
            }
            ExprKind::Break { label, value } => {
                if let Some(value) = value {
                    self.expr(*value);
                }
                if !self.dead {
                    self.broken[label.index()] = true;
                }
                self.dead = true;
                None
            }
            ExprKind::Return(value) => {
                if let Some(value) = value {
                    self.expr(*value);
                }
                self.dead = true;
                None
            }
            ExprKind::Continue { .. } => {
                self.dead = true;
                None
            }
            ExprKind::NamedConst(..) | ExprKind::Static(_) | ExprKind::FnItem | ExprKind::Error => None,
        }
    }

    fn ty(&self, id: ExprId) -> Ty {
        self.body.exprs[id.index()].ty
    }

    /// Alternatives, of which one runs, or none.
    fn branches(&mut self, branches: &[ExprId], or_none: bool) {
        let before = self.dead;
        let mut all_dead = !or_none;
        for &branch in branches {
            self.dead = before;
            self.expr(branch);
            self.end_block();
            all_dead &= self.dead;
        }
        self.dead = before || all_dead;
    }

    /// A loop's body.
    fn turns(&mut self, body: BlockId) {
        self.end_block();
        self.block(body);
        self.end_block();
    }

    fn arms(&mut self, value: Option<Known>, arms: &[Arm]) {
        let before = self.dead;
        let known = value.as_ref().and_then(Known::scalar);
        let mut all_dead = true;
        for arm in arms {
            self.dead = before;
            // With a known value only the arm that it chooses can be reached; where that is unclear, none is looked into.
            let chosen = known.map(|value| self.chooses(arm.pat, value));
            if chosen == Some(Some(false)) {
                continue;
            }
            if known.is_some() && (chosen != Some(Some(true)) || arm.guard.is_some()) {
                self.dead = before;
                return;
            }
            self.bind(arm.pat, value.clone());
            if let Some(guard) = arm.guard {
                self.expr(guard);
                self.end_block();
            }
            self.expr(arm.body);
            self.end_block();
            all_dead &= self.dead;
            if known.is_some() {
                return;
            }
        }
        self.dead = before || all_dead;
    }

    /// Whether a pattern matches a known scalar; `None` where that is unclear.
    fn chooses(&self, pat: PatId, value: i128) -> Option<bool> {
        let pat = &self.body.pats[pat.index()];
        match &pat.kind {
            PatKind::Wild | PatKind::Binding { sub: None, .. } => Some(true),
            PatKind::Binding { sub: Some(sub), .. } => self.chooses(*sub, value),
            PatKind::Constant(ConstValue::Scalar(bits)) => Some(*bits == value),
            PatKind::Or(alternatives) => {
                let results: Option<Vec<bool>> = alternatives.iter().map(|&sub| self.chooses(sub, value)).collect();
                Some(results?.contains(&true))
            }
            _ => None,
        }
    }

    fn block(&mut self, id: BlockId) -> Option<Known> {
        let body = self.body;
        let block = &body.blocks[id.index()];
        for stmt in &block.stmts {
            match stmt.kind {
                StmtKind::Expr(expr) => drop(self.expr(expr)),
                StmtKind::Let { pat, init: None, .. } => self.bind(pat, None),
                StmtKind::Let { pat, init: Some(init), els } => {
                    let value = self.expr(init);
                    self.bind(pat, value);
                    if let Some(els) = els {
                        self.end_block();
                        let before = self.dead;
                        self.block(els);
                        self.dead = before;
                        self.end_block();
                    }
                }
            }
        }
        block.tail.and_then(|tail| self.expr(tail))
    }

    fn logical(&mut self, a: ExprId, b: ExprId, decides: i128) -> Option<Known> {
        let first = self.expr(a).and_then(|v| v.scalar());
        self.end_block();
        if first == Some(decides) {
            return Some(Known::Scalar(decides));
        }
        let before = self.dead;
        let second = self.expr(b);
        self.end_block();
        self.dead = before;
        if first.is_some() { second } else { None }
    }

    fn assign_place(&mut self, place: ExprId, value: Option<Known>) {
        match self.body.exprs[place.index()].kind {
            ExprKind::Local(local) => self.assign(local, value),
            ExprKind::Field { .. } => {
                if let Some(local) = self.root(place) {
                    self.assign(local, None);
                } else {
                    self.expr(place);
                }
            }
            _ => {
                self.expr(place);
                if let Some(local) = self.root(place) {
                    self.assign(local, None);
                }
            }
        }
    }

    fn index(&mut self, base: ExprId, index: ExprId, span: Span) -> Option<Known> {
        let array = self.expr(base);
        let index = self.expr(index).and_then(|i| i.scalar());
        let mut element = None;
        if let (TyKind::Array(_, len), Some(index)) = (self.kind(base), index)
            && let Some(len) = self.program.types.const_value(len)
        {
            if index >= i128::from(len) {
                let message = format!("index out of bounds: the length is {len} but the index is {index}");
                self.report(span, Failure { message, overflow: false });
            } else if let Some(Known::Parts(parts)) = array {
                element = parts.get(index as usize).cloned().flatten();
            }
        }
        self.end_block();
        element
    }

    fn unary(&mut self, op: UnOp, operand: ExprId, span: Span) -> Option<Known> {
        if op == UnOp::Neg
            && let ExprKind::Constant(ConstValue::Scalar(value)) = self.body.exprs[operand.index()].kind
            && let TyKind::Int(int) = self.kind(operand)
        {
            return Some(Known::Scalar(numbers::neg_literal(value, int)));
        }
        let value = self.expr(operand).and_then(|v| v.scalar());
        match (op, self.kind(operand)) {
            (UnOp::Neg, TyKind::Int(int)) => {
                let result = value.map(|value| numbers::int_neg(value, int));
                let known = self.settle(result, span);
                self.end_block();
                known
            }
            (UnOp::Not, TyKind::Int(int)) => value.map(|value| Known::Scalar(wrap(!value, int))),
            (UnOp::Not, TyKind::Bool) => value.map(|value| Known::Scalar(1 - value)),
            _ => None,
        }
    }

    fn settle(&mut self, result: Option<Result<i128, Failure>>, span: Span) -> Option<Known> {
        match result? {
            Ok(value) => Some(Known::Scalar(value)),
            Err(failure) => {
                self.report(span, failure);
                None
            }
        }
    }

    fn binary(
        &mut self,
        op: BinOp,
        x: Option<Known>,
        y: Option<Known>,
        (tx, ty): (Ty, Ty),
        span: Span,
    ) -> Option<Known> {
        let types = &self.program.types;
        let (x, y) = (x.and_then(|v| v.scalar()), y.and_then(|v| v.scalar()));
        let (int, rhs) = match (types.kind(tx), types.kind(ty)) {
            (TyKind::Int(int), TyKind::Int(rhs)) => (int, rhs),
            (TyKind::Bool | TyKind::Char, _) => {
                let result = numbers::int_binary(op, x?, y?, IntTy::U32, IntTy::U32);
                return result.ok().map(Known::Scalar);
            }
            _ => return None,
        };
        let known = match (x, y) {
            (Some(x), Some(y)) => self.settle(Some(numbers::int_binary(op, x, y, int, rhs)), span),
            (None, Some(0)) if matches!(op, BinOp::Div | BinOp::Rem) => {
                let message = match op {
                    BinOp::Div => "attempt to divide `_` by zero",
                    _ => "attempt to calculate the remainder of `_` with a divisor of zero",
                };
                self.report(span, Failure { message: message.to_owned(), overflow: false });
                None
            }
            (None, Some(y)) if op.is_shift() => {
                if let Err(failure) = numbers::int_binary(op, 0, y, int, rhs) {
                    self.report(span, failure);
                }
                None
            }
            _ => None,
        };
        let checked = matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul | BinOp::Div | BinOp::Rem) || op.is_shift();
        if checked {
            self.end_block();
        }
        known
    }

    fn cast(&self, kind: CastKind, value: Option<Known>, from: ExprId, to: ExprId) -> Option<Known> {
        let bits = value?.scalar()?;
        match (kind, self.kind(from), self.kind(to)) {
            (CastKind::IntToInt, _, TyKind::Int(int)) => Some(Known::Scalar(wrap(bits, int))),
            (CastKind::IntToInt, ..) => Some(Known::Scalar(bits)),
            (CastKind::FloatToInt, TyKind::Float(float), TyKind::Int(int)) => {
                Some(Known::Scalar(numbers::float_to_int(bits, float, int)))
            }
            _ => None,
        }
    }
}
