//! The evaluator: walks the typed tree of a constant's body.

use super::memory::{Memory, Pointer, Value};
use super::{ConstError, MAX_STEPS, numbers};
use crate::Program;
use crate::ids::{AdtId, BlockId, ExprId, FieldIdx, LabelId, LocalId, StaticId, VariantIdx};
use crate::ty::{Ty, TyKind, TyList};
use crate::typed::{BinOp, Body, CastKind, Coercion, ConstValue, ExprKind, StmtKind, UnOp};
use rustc_hash::FxBuildHasher;
use stair_source::Span;
use std::rc::Rc;

/// How deep expressions may be nested, those of the callers included.
const MAX_NESTING: usize = 1500;

/// Why an expression does not yield its value to what is around it.
#[derive(Debug)]
pub(super) enum Stop {
    Error(ConstError),
    Break(LabelId, Value),
    Continue(LabelId),
    Return(Value),
}

impl From<ConstError> for Stop {
    fn from(error: ConstError) -> Self {
        Self::Error(error)
    }
}

pub(super) type Eval<T> = Result<T, Stop>;

/// A body that runs.
pub(super) struct Frame<'b> {
    pub(super) body: &'b Body,
    pub(super) args: TyList,
    /// The cell of each variable, once it is declared.
    pub(super) locals: Vec<Option<Pointer>>,
}

/// The evaluation of one constant.
pub(super) struct Machine<'p> {
    pub(super) program: &'p Program,
    pub(super) memory: Memory,
    /// Cells that hold constants' memory, by its address.
    constants: indexmap::IndexMap<usize, Pointer, FxBuildHasher>,
    statics: indexmap::IndexMap<StaticId, Pointer, FxBuildHasher>,
    /// The panic's message so far, once it has begun.
    pub(super) message: Option<String>,
    steps: u64,
    pub(super) calls: usize,
    nesting: usize,
}

impl<'p> Machine<'p> {
    pub(super) fn new(program: &'p Program) -> Self {
        Self {
            program,
            memory: Memory::default(),
            constants: Default::default(),
            statics: Default::default(),
            message: None,
            steps: 0,
            calls: 0,
            nesting: 0,
        }
    }

    /// The value of a constant's body.
    pub(super) fn constant(&mut self, body: &Body, args: TyList) -> Result<ConstValue, ConstError> {
        let mut frame = Frame { body, args, locals: vec![None; body.locals.len()] };
        let span = body.exprs[body.value.index()].span;
        let value = match self.expr(&mut frame, body.value) {
            Ok(value) | Err(Stop::Return(value)) => value,
            Err(Stop::Error(error)) => return Err(error),
            Err(Stop::Break(..) | Stop::Continue(_)) => return Err(ConstError::Reported),
        };
        let ty = self.ty(&frame, body.value);
        self.to_const(&value, ty, span)
    }

    /// The value of one expression of a body that needs none of its variables.
    pub(super) fn standalone(&mut self, body: &Body, id: ExprId) -> Result<ConstValue, ConstError> {
        let mut frame = Frame { body, args: TyList::EMPTY, locals: vec![None; body.locals.len()] };
        let expr = &body.exprs[id.index()];
        match self.expr(&mut frame, id) {
            Ok(value) => self.to_const(&value, expr.ty, expr.span),
            Err(Stop::Error(error)) => Err(error),
            Err(_) => Err(ConstError::Reported),
        }
    }

    pub(super) fn ty(&self, frame: &Frame<'_>, id: ExprId) -> Ty {
        self.subst(frame, frame.body.exprs[id.index()].ty)
    }

    pub(super) fn subst(&self, frame: &Frame<'_>, ty: Ty) -> Ty {
        self.program.subst(ty, frame.args)
    }

    fn span(frame: &Frame<'_>, id: ExprId) -> Span {
        frame.body.exprs[id.index()].span
    }

    /// What a value of this type is as a constant.
    fn to_const(&mut self, value: &Value, ty: Ty, span: Span) -> Result<ConstValue, ConstError> {
        let unsupported = |what| Err(ConstError::Unsupported(span, what));
        let kind = self.program.types.kind(ty);
        Ok(match value {
            Value::Scalar(bits) => ConstValue::Scalar(*bits),
            Value::Str(s) => ConstValue::Str(s.clone()),
            Value::Bytes(bytes) => match kind {
                TyKind::Ref(inner, _) if matches!(self.program.types.kind(inner), TyKind::Slice(_)) => {
                    let array = self.program.types.mk_array(self.program.types.common.u8, bytes.len() as u64);
                    let parts = bytes.iter().map(|&b| ConstValue::Scalar(i128::from(b))).collect();
                    ConstValue::Ref(Rc::new(ConstValue::Aggregate(parts)), array)
                }
                _ => ConstValue::Bytes(Rc::clone(bytes)),
            },
            Value::Aggregate(parts) => {
                let mut values = Vec::with_capacity(parts.len());
                for (i, part) in parts.iter().enumerate() {
                    let ty = self.part_ty(ty, VariantIdx(0), i).ok_or(ConstError::Reported)?;
                    values.push(self.to_const(part, ty, span)?);
                }
                ConstValue::Aggregate(values.into())
            }
            Value::Repeat(element, len) => {
                let ty = self.part_ty(ty, VariantIdx(0), 0).ok_or(ConstError::Reported)?;
                ConstValue::Repeat(Rc::new(self.to_const(element, ty, span)?), *len)
            }
            Value::Variant(variant, parts) => {
                let mut values = Vec::with_capacity(parts.len());
                for (i, part) in parts.iter().enumerate() {
                    let ty = self.part_ty(ty, *variant, i).ok_or(ConstError::Reported)?;
                    values.push(self.to_const(part, ty, span)?);
                }
                ConstValue::Variant(*variant, values.into())
            }
            Value::Ref(at) => {
                let TyKind::Ref(inner, _) = kind else { return unsupported("a raw pointer") };
                let target = self.read(at, span)?;
                let inner = match self.program.types.kind(inner) {
                    TyKind::Slice(element) => {
                        let len = self.memory.len(at).unwrap_or(0) as u64;
                        self.program.types.mk_array(element, len)
                    }
                    _ => inner,
                };
                ConstValue::Ref(Rc::new(self.to_const(&target, inner, span)?), inner)
            }
            Value::ConstRef(to, ty) => ConstValue::Ref(Rc::clone(to), *ty),
            Value::Object(to, ty, object) => ConstValue::Object(Rc::clone(to), *ty, *object),
            Value::StaticRef(id) => ConstValue::StaticRef(*id),
            Value::Fn(id, args) => ConstValue::Fn(*id, *args),
            Value::Location(span) => ConstValue::Location(*span),
            Value::Uninit => return Err(ConstError::Reported),
        })
    }

    /// The type of a field or element.
    fn part_ty(&self, ty: Ty, variant: VariantIdx, index: usize) -> Option<Ty> {
        let types = &self.program.types;
        match types.kind(ty) {
            TyKind::Tuple(list) => types.list(list).get(index).copied(),
            TyKind::Array(element, _) => Some(element),
            TyKind::Adt(adt, args) => {
                let def = self.program.adt_sig(adt);
                let field = def.variants.get(variant.0 as usize)?.fields.get(index)?;
                Some(self.program.subst(field.ty, args))
            }
            _ => None,
        }
    }

    // Places.

    /// Read a place, which may be a part of an array.
    pub(super) fn read(&self, at: &Pointer, span: Span) -> Result<Value, ConstError> {
        let value = match at.slice {
            Some(_) => self.memory.elements(at).map(Value::Aggregate),
            None => self.memory.get(at).cloned(),
        };
        match value {
            Some(Value::Uninit) | None => Err(ConstError::Unsupported(span, "this use of memory")),
            Some(value) => Ok(value),
        }
    }

    pub(super) fn write(&mut self, at: &Pointer, value: Value, span: Span) -> Result<(), ConstError> {
        match self.memory.get_mut(at) {
            Some(place) if at.slice.is_none() => {
                *place = value;
                Ok(())
            }
            _ => Err(ConstError::Unsupported(span, "this use of memory")),
        }
    }

    /// What a reference points to. `ty` is the reference's type.
    pub(super) fn deref(&mut self, value: Value, ty: Ty, span: Span) -> Result<Pointer, ConstError> {
        let types = &self.program.types;
        let is_slice = match types.kind(ty) {
            TyKind::Ref(inner, _) | TyKind::Ptr(inner, _) => matches!(types.kind(inner), TyKind::Slice(_)),
            _ => false,
        };
        let (address, target) = match value {
            Value::Ref(at) => return Ok(at),
            Value::StaticRef(id) => return self.static_cell(id),
            Value::Str(_) => return Ok(self.memory.add(value)),
            Value::Bytes(bytes) => {
                let parts = bytes.iter().map(|&b| Value::Scalar(i128::from(b))).collect();
                (bytes.as_ptr() as usize, Value::Aggregate(parts))
            }
            Value::ConstRef(to, _) => (Rc::as_ptr(&to) as usize, Value::of_const(&to)),
            _ => return Err(ConstError::Unsupported(span, "this reference")),
        };
        let mut at = match self.constants.get(&address) {
            Some(known) => known.clone(),
            None => {
                let at = self.memory.add(target);
                self.constants.insert(address, at.clone());
                at
            }
        };
        if is_slice {
            at.slice = Some((0, self.memory.len(&at).unwrap_or(0)));
        }
        Ok(at)
    }

    fn static_cell(&mut self, id: StaticId) -> Result<Pointer, ConstError> {
        if let Some(known) = self.statics.get(&id) {
            return Ok(known.clone());
        }
        let value = super::static_value(self.program, id).ok_or(ConstError::Reported)?;
        let at = self.memory.add(Value::of_const(&value));
        self.statics.insert(id, at.clone());
        Ok(at)
    }

    /// Where an expression's value lies; that of an expression that is no place lies in a new temporary.
    pub(super) fn place(&mut self, frame: &mut Frame<'_>, id: ExprId) -> Eval<Pointer> {
        let body = frame.body;
        let expr = &body.exprs[id.index()];
        match expr.kind {
            ExprKind::Local(local) => Ok(self.local(frame, local)),
            ExprKind::Static(id) => Ok(self.static_cell(id)?),
            ExprKind::Field { base, field } => Ok(self.place(frame, base)?.part(field.0 as usize)),
            ExprKind::Index { base, index } => {
                let at = self.place(frame, base)?;
                let index = self.expr(frame, index)?.scalar(expr.span)?;
                let len = self.memory.len(&at).ok_or(ConstError::Unsupported(expr.span, "this index"))?;
                if index < 0 || index >= len as i128 {
                    let message = format!("index out of bounds: the length is {len} but the index is {index}");
                    return Err(ConstError::failed(expr.span, message).into());
                }
                Ok(at.part(index as usize))
            }
            ExprKind::Deref(pointer) => {
                let value = self.expr(frame, pointer)?;
                let ty = self.ty(frame, pointer);
                Ok(self.deref(value, ty, expr.span)?)
            }
            _ => {
                let value = self.expr(frame, id)?;
                Ok(self.memory.add(value))
            }
        }
    }

    /// The place of a variable.
    fn local(&mut self, frame: &mut Frame<'_>, local: LocalId) -> Pointer {
        match &frame.locals[local.index()] {
            Some(at) => at.clone(),
            None => self.declare(frame, local, Value::Uninit),
        }
    }

    /// Give a variable a new place with this value.
    pub(super) fn declare(&mut self, frame: &mut Frame<'_>, local: LocalId, value: Value) -> Pointer {
        let at = self.memory.add(value);
        frame.locals[local.index()] = Some(at.clone());
        at
    }

    // Expressions.

    pub(super) fn expr(&mut self, frame: &mut Frame<'_>, id: ExprId) -> Eval<Value> {
        self.steps += 1;
        if self.steps > MAX_STEPS {
            return Err(ConstError::TooLong(Self::span(frame, id)).into());
        }
        self.nesting += 1;
        if self.nesting > MAX_NESTING {
            return Err(ConstError::Unsupported(Self::span(frame, id), "so deep a recursion").into());
        }
        let result = self.expr_kind(frame, id);
        self.nesting -= 1;
        result
    }

    fn expr_kind(&mut self, frame: &mut Frame<'_>, id: ExprId) -> Eval<Value> {
        let body = frame.body;
        let expr = &body.exprs[id.index()];
        let span = expr.span;
        match &expr.kind {
            ExprKind::Constant(value) => Ok(Value::of_const(value)),
            ExprKind::NamedConst(id, args) => {
                let args = self.program.subst_list(*args, frame.args);
                let value = super::const_value(self.program, *id, args).ok_or(ConstError::Reported)?;
                Ok(Value::of_const(&value))
            }
            ExprKind::Local(_)
            | ExprKind::Static(_)
            | ExprKind::Field { .. }
            | ExprKind::Index { .. }
            | ExprKind::Deref(_) => {
                let at = self.place(frame, id)?;
                Ok(self.read(&at, span)?)
            }
            ExprKind::FnItem => match self.program.types.kind(self.ty(frame, id)) {
                TyKind::FnDef(id, args) => Ok(Value::Fn(id, args)),
                _ => Err(ConstError::Reported.into()),
            },
            ExprKind::Closure { captures, .. } => match self.program.types.kind(self.ty(frame, id)) {
                TyKind::Closure(id, args) if captures.is_empty() => Ok(Value::Fn(id, args)),
                _ => Err(ConstError::Unsupported(span, "this closure").into()),
            },
            ExprKind::Borrow { place, .. } => self.borrow(frame, *place),
            ExprKind::Unary(op, operand) => self.unary(frame, *op, *operand, span),
            ExprKind::Binary(op, a, b) => {
                let (x, y) = (self.expr(frame, *a)?, self.expr(frame, *b)?);
                let (tx, ty) = (self.ty(frame, *a), self.ty(frame, *b));
                Ok(self.binary(*op, x, y, tx, ty, span)?)
            }
            ExprKind::And(a, b) => {
                if self.expr(frame, *a)?.scalar(span)? == 0 {
                    Ok(Value::bool(false))
                } else {
                    self.expr(frame, *b)
                }
            }
            ExprKind::Or(a, b) => {
                if self.expr(frame, *a)?.scalar(span)? != 0 {
                    Ok(Value::bool(true))
                } else {
                    self.expr(frame, *b)
                }
            }
            ExprKind::Assign { place, value } => {
                let value = self.expr(frame, *value)?;
                let at = self.place(frame, *place)?;
                self.write(&at, value, span)?;
                Ok(Value::unit())
            }
            ExprKind::AssignOp { op, place, value } => {
                let operand = self.expr(frame, *value)?;
                let at = self.place(frame, *place)?;
                let old = self.read(&at, span)?;
                let (tx, ty) = (self.ty(frame, *place), self.ty(frame, *value));
                let new = self.binary(*op, old, operand, tx, ty, span)?;
                self.write(&at, new, span)?;
                Ok(Value::unit())
            }
            ExprKind::Cast(kind, operand) => {
                let value = self.expr(frame, *operand)?;
                let (from, to) = (self.ty(frame, *operand), self.ty(frame, id));
                Ok(self.cast(*kind, value, from, to, span)?)
            }
            ExprKind::Coerce(coercion, operand) => self.coerce(frame, *coercion, *operand, id, span),
            ExprKind::Call { callee, args } => self.call_expr(frame, callee, args, span),
            ExprKind::Adt { adt, variant, fields, base } => self.adt(frame, *adt, *variant, fields, *base, span),
            ExprKind::Tuple(parts) | ExprKind::Array(parts) => {
                let mut values = Vec::with_capacity(parts.len());
                for &part in parts {
                    values.push(self.expr(frame, part)?);
                }
                Ok(Value::Aggregate(values))
            }
            ExprKind::Repeat(element) => {
                let value = self.expr(frame, *element)?;
                let ty = self.ty(frame, id);
                let TyKind::Array(_, len) = self.program.types.kind(ty) else {
                    return Err(ConstError::Reported.into());
                };
                let len = self.program.types.const_value(len).ok_or(ConstError::Reported)?;
                Ok(Value::Repeat(Box::new(value), len))
            }
            ExprKind::Block { block, label } => match self.block(frame, *block) {
                Err(Stop::Break(to, value)) if Some(to) == *label => Ok(value),
                other => other,
            },
            ExprKind::If { cond, then, els } => {
                if self.expr(frame, *cond)?.scalar(span)? != 0 {
                    self.expr(frame, *then)
                } else {
                    els.map_or(Ok(Value::unit()), |els| self.expr(frame, els))
                }
            }
            ExprKind::Let { pat, place } => {
                let at = self.place(frame, *place)?;
                Ok(Value::bool(self.matches(frame, *pat, &at, span)?))
            }
            ExprKind::Match { place, arms } => {
                let at = self.place(frame, *place)?;
                for arm in arms {
                    if !self.matches(frame, arm.pat, &at, span)? {
                        continue;
                    }
                    match arm.guard {
                        Some(guard) if self.expr(frame, guard)?.scalar(span)? == 0 => {}
                        _ => return self.expr(frame, arm.body),
                    }
                }
                Err(ConstError::Reported.into())
            }
            ExprKind::Loop { label, body } => loop {
                if let Some(value) = self.iteration(frame, *label, *body)? {
                    return Ok(value);
                }
                self.count(span)?;
            },
            ExprKind::While { label, cond, body } => {
                while self.expr(frame, *cond)?.scalar(span)? != 0 {
                    if let Some(value) = self.iteration(frame, *label, *body)? {
                        return Ok(value);
                    }
                }
                Ok(Value::unit())
            }
            ExprKind::ForRange { label, pat, start, end, inclusive, body } => {
                let mut at = self.expr(frame, *start)?.scalar(span)?;
                let end = self.expr(frame, *end)?.scalar(span)?;
                let kind = self.program.types.kind(self.ty(frame, *start));
                let is_char = kind == TyKind::Char;
                let rank = |value| if let TyKind::Int(int) = kind { int.rank(value) } else { value };
                while rank(at) < rank(end) || *inclusive && at == end {
                    if !(is_char && (0xD800..0xE000).contains(&at)) {
                        let place = self.memory.add(Value::Scalar(at));
                        self.matches(frame, *pat, &place, span)?;
                        if let Some(value) = self.iteration(frame, *label, *body)? {
                            return Ok(value);
                        }
                        self.count(span)?;
                    }
                    if at == end {
                        break;
                    }
                    at = at.wrapping_add(1);
                }
                Ok(Value::unit())
            }
            ExprKind::Break { label, value } => {
                let value = value.map_or(Ok(Value::unit()), |value| self.expr(frame, value))?;
                Err(Stop::Break(*label, value))
            }
            ExprKind::Continue { label } => Err(Stop::Continue(*label)),
            ExprKind::Return(value) => {
                let value = value.map_or(Ok(Value::unit()), |value| self.expr(frame, value))?;
                Err(Stop::Return(value))
            }
            ExprKind::Error => Err(ConstError::Reported.into()),
        }
    }

    /// Count a turn of a loop whose body may have no expression at all.
    fn count(&mut self, span: Span) -> Result<(), ConstError> {
        self.steps += 1;
        if self.steps > MAX_STEPS { Err(ConstError::TooLong(span)) } else { Ok(()) }
    }

    /// One turn of a loop: `Some` with the loop's value where it ends.
    fn iteration(&mut self, frame: &mut Frame<'_>, label: LabelId, body: BlockId) -> Eval<Option<Value>> {
        match self.block(frame, body) {
            Ok(_) => Ok(None),
            Err(Stop::Break(to, value)) if to == label => Ok(Some(value)),
            Err(Stop::Continue(to)) if to == label => Ok(None),
            Err(other) => Err(other),
        }
    }

    fn block(&mut self, frame: &mut Frame<'_>, id: BlockId) -> Eval<Value> {
        let body = frame.body;
        let block = &body.blocks[id.index()];
        for stmt in &block.stmts {
            match stmt.kind {
                StmtKind::Expr(expr) => {
                    self.expr(frame, expr)?;
                }
                StmtKind::Let { pat, init: None, .. } => self.undeclare(frame, pat),
                StmtKind::Let { pat, init: Some(init), els } => {
                    let at = self.place(frame, init)?;
                    if !self.matches(frame, pat, &at, stmt.span)? {
                        if let Some(els) = els {
                            self.block(frame, els)?;
                        }
                        return Err(ConstError::Reported.into());
                    }
                }
            }
        }
        block.tail.map_or(Ok(Value::unit()), |tail| self.expr(frame, tail))
    }

    fn borrow(&mut self, frame: &mut Frame<'_>, place: ExprId) -> Eval<Value> {
        // Borrowing what a reference points to gives that reference.
        if let ExprKind::Deref(pointer) = frame.body.exprs[place.index()].kind {
            return self.expr(frame, pointer);
        }
        if let ExprKind::Static(id) = frame.body.exprs[place.index()].kind {
            return Ok(Value::StaticRef(id));
        }
        let at = self.place(frame, place)?;
        Ok(Value::Ref(at))
    }

    fn unary(&mut self, frame: &mut Frame<'_>, op: UnOp, operand: ExprId, span: Span) -> Eval<Value> {
        let kind = self.program.types.kind(self.ty(frame, operand));
        if let (UnOp::Neg, TyKind::Int(int), ExprKind::Constant(ConstValue::Scalar(literal))) =
            (op, &kind, &frame.body.exprs[operand.index()].kind)
        {
            return Ok(Value::Scalar(numbers::neg_literal(*literal, *int)));
        }
        let bits = self.expr(frame, operand)?.scalar(span)?;
        Ok(Value::Scalar(match (op, kind) {
            (UnOp::Neg, TyKind::Int(int)) => {
                numbers::int_neg(bits, int).map_err(|failure| ConstError::failed(span, failure.message))?
            }
            (UnOp::Neg, TyKind::Float(float)) => {
                let sign = 1 << if float == crate::ty::FloatTy::F32 { 31 } else { 63 };
                bits ^ sign
            }
            (UnOp::Not, TyKind::Bool) => 1 - bits,
            (UnOp::Not, TyKind::Int(int)) => numbers::wrap(!bits, int),
            _ => return Err(ConstError::Reported.into()),
        }))
    }

    fn binary(&self, op: BinOp, x: Value, y: Value, tx: Ty, ty: Ty, span: Span) -> Result<Value, ConstError> {
        use crate::ty::IntTy;
        let types = &self.program.types;
        let (int, rhs) = match (types.kind(tx), types.kind(ty)) {
            (TyKind::Float(float), _) => {
                let bits = numbers::float_binary(op, x.scalar(span)?, y.scalar(span)?, float);
                return Ok(Value::Scalar(bits));
            }
            (TyKind::Int(int), TyKind::Int(rhs)) => (int, rhs),
            (TyKind::Bool, _) => (IntTy::U8, IntTy::U8),
            (TyKind::Char, _) => (IntTy::U32, IntTy::U32),
            (TyKind::Tuple(_), _) => {
                let order = numbers::int_binary(op, 0, 0, IntTy::U8, IntTy::U8);
                return order.map(Value::Scalar).map_err(|failure| ConstError::failed(span, failure.message));
            }
            _ => return Err(ConstError::Unsupported(span, "this comparison")),
        };
        numbers::int_binary(op, x.scalar(span)?, y.scalar(span)?, int, rhs)
            .map(Value::Scalar)
            .map_err(|failure| ConstError::failed(span, failure.message))
    }

    fn cast(&self, kind: CastKind, value: Value, from: Ty, to: Ty, span: Span) -> Result<Value, ConstError> {
        let types = &self.program.types;
        if kind == CastKind::Pointer {
            return Ok(value);
        }
        let bits = match &value {
            Value::Variant(variant, _) => match types.kind(from) {
                TyKind::Adt(adt, _) => self
                    .program
                    .adt_sig(adt)
                    .variants
                    .get(variant.0 as usize)
                    .map(|v| v.discriminant)
                    .ok_or(ConstError::Reported)?,
                _ => return Err(ConstError::Reported),
            },
            value => value.scalar(span)?,
        };
        Ok(Value::Scalar(match (types.kind(from), types.kind(to)) {
            (TyKind::Float(float), TyKind::Int(int)) => numbers::float_to_int(bits, float, int),
            (TyKind::Float(from), TyKind::Float(to)) => numbers::float_bits(numbers::to_f64(bits, from), to),
            (TyKind::Int(int), TyKind::Float(float)) => numbers::int_to_float(bits, int, float),
            (_, TyKind::Int(int)) => numbers::wrap(bits, int),
            _ => bits,
        }))
    }

    fn coerce(
        &mut self,
        frame: &mut Frame<'_>,
        coercion: Coercion,
        operand: ExprId,
        id: ExprId,
        span: Span,
    ) -> Eval<Value> {
        let value = self.expr(frame, operand)?;
        match coercion {
            Coercion::NeverToAny | Coercion::ReifyFn => Ok(value),
            Coercion::Unsize => {
                let ty = self.ty(frame, operand);
                let to = self.program.pointee(self.ty(frame, id));
                if let Some(object) = to.filter(|&to| matches!(self.program.types.kind(to), TyKind::Dyn(..))) {
                    return Ok(self.object(value, ty, object, span)?);
                }
                let mut at = self.deref(value, ty, span)?;
                if at.slice.is_none() {
                    let len = self.memory.len(&at).ok_or(ConstError::Unsupported(span, "this coercion"))?;
                    at.slice = Some((0, len));
                }
                Ok(Value::Ref(at))
            }
        }
    }

    /// A reference of type `ty` as one to a trait object.
    fn object(&mut self, value: Value, ty: Ty, object: Ty, span: Span) -> Result<Value, ConstError> {
        let unsupported = ConstError::Unsupported(span, "this coercion");
        match (value, self.program.types.kind(ty)) {
            (Value::Object(to, ty, _), _) => Ok(Value::Object(to, ty, object)),
            (value @ (Value::Ref(_) | Value::ConstRef(..)), TyKind::Ref(inner, false)) => {
                let at = self.deref(value, ty, span)?;
                let target = self.read(&at, span)?;
                Ok(Value::Object(Rc::new(self.to_const(&target, inner, span)?), inner, object))
            }
            _ => Err(unsupported),
        }
    }

    fn adt(
        &mut self,
        frame: &mut Frame<'_>,
        adt: AdtId,
        variant: VariantIdx,
        fields: &[(FieldIdx, ExprId)],
        base: Option<ExprId>,
        span: Span,
    ) -> Eval<Value> {
        let def = self.program.adt_sig(adt);
        let count = def.variants.get(variant.0 as usize).map_or(0, |v| v.fields.len());
        let mut values: Vec<Option<Value>> = vec![None; count];
        for &(field, value) in fields {
            let value = self.expr(frame, value)?;
            if let Some(slot) = values.get_mut(field.0 as usize) {
                *slot = Some(value);
            }
        }
        if let Some(base) = base {
            let at = self.place(frame, base)?;
            for (i, slot) in values.iter_mut().enumerate() {
                if slot.is_none() {
                    *slot = Some(self.read(&at.part(i), span)?);
                }
            }
        }
        let values = values.into_iter().map(|v| v.ok_or(ConstError::Reported)).collect::<Result<_, _>>()?;
        Ok(if def.is_enum { Value::Variant(variant, values) } else { Value::Aggregate(values) })
    }
}
