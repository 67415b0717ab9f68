//! From typed bodies to [`Code`]: for each instance, types substituted, layouts looked up, frame offsets given out.

use crate::eval::{function_address, num_of};
use crate::node::{
    AT_CALLER, Aggregate, ArmNode, BlockNode, Carry, Code, EnumFacts, IntrinsicCall, NO_TEMP, Node, Num, Op, PatNode,
    Step,
};
use crate::statics::Statics;
use crate::{PrepareError, Prepared};
use rustc_hash::FxHashMap;
use stair_sema::defs::{ClosureKind, Instance, LangFn, Resolved};
use stair_sema::ids::{AdtId, BlockId, ExprId, FieldIdx, FnId, LocalId, PatId, VariantIdx};
use stair_sema::intrinsics::Intrinsic;
use stair_sema::layout::Layout;
use stair_sema::ty::{Ty, TyKind, TyList};
use stair_sema::typed::{
    BinOp, BindingMode, Body, Callee, CastKind, Coercion, ConstValue, ExprKind, PatKind, StmtKind, UnOp,
};
use stair_sema::{CalleeTarget, Program};
use stair_source::{SourceMap, Span};
use std::rc::Rc;

/// Why an expression cannot be prepared.
pub(crate) struct Failure(pub String);

/// The place of each instance.
pub(crate) struct Instances(FxHashMap<Instance, usize>);

impl Instances {
    fn index(&self, program: &Program, def: FnId, args: TyList) -> Result<usize, Failure> {
        match program.resolve(def, args) {
            Some(Resolved::Fn(instance)) => self.0.get(&instance).copied().ok_or_else(|| {
                Failure(format!("`{}` is called but was not collected", program.instance_name(instance)))
            }),
            _ => Err(Failure(format!("`{}` cannot be resolved", program.fn_def(def).path))),
        }
    }

    /// The address of a function as a pointer.
    pub(crate) fn address(&self, program: &Program, def: FnId, args: TyList) -> Result<u64, Failure> {
        Ok(function_address(self.index(program, def, args)?))
    }
}

/// How much of the nesting limit a call takes besides its expressions.
const CALL_NESTING: u32 = 4;

/// Bytes at the start of each frame that take a `return`ed scalar or pair.
const RETURN_AREA: u64 = 16;

pub(crate) fn prepare(program: &Program, sources: &SourceMap) -> Result<Prepared, PrepareError> {
    let indices = program.instances().iter().enumerate().map(|(i, &instance)| (instance, i)).collect();
    let instances = Instances(indices);
    let mut statics = Statics::new(program, sources);
    let mut codes = Vec::with_capacity(program.instances().len());
    for &instance in program.instances() {
        let definition = program.fn_def(instance.def);
        let fail = |span: Span, message: String| PrepareError { span, message };
        let body = program
            .body(instance.def)
            .ok_or_else(|| fail(definition.span, format!("`{}` has no checked body", definition.path)))?;
        let mut preparer = Preparer {
            program,
            body,
            args: instance.args,
            instances: &instances,
            statics: &mut statics,
            nodes: vec![Node { op: Op::Scalar(0), carry: Carry::Zero, temp: NO_TEMP }; body.exprs.len()],
            pats: vec![PatNode::Wild; body.pats.len()],
            blocks: vec![BlockNode { steps: Vec::new(), tail: None }; body.blocks.len()],
            locals: Vec::with_capacity(body.locals.len()),
            labels: vec![0; body.labels as usize],
            frame: RETURN_AREA,
            caller: None,
            span: definition.span,
        };
        let code = preparer.code().map_err(|Failure(message)| fail(preparer.span, message))?;
        codes.push(code);
    }
    let mut handlers = [None; LangFn::ALL.len()];
    for (slot, (lang, _)) in handlers.iter_mut().zip(LangFn::ALL) {
        let def = program.lang(lang);
        *slot = def.and_then(|def| instances.0.get(&Instance { def, args: TyList::EMPTY }).copied());
    }
    Ok(Prepared { codes, entry: 0, handlers, statics: statics.bytes })
}

struct Preparer<'a, 'p> {
    program: &'p Program,
    body: &'p Body,
    args: TyList,
    instances: &'a Instances,
    statics: &'a mut Statics<'p>,
    nodes: Vec<Node>,
    pats: Vec<PatNode>,
    blocks: Vec<BlockNode>,
    /// Frame offsets of the variables.
    locals: Vec<u64>,
    /// Frame offsets of what `break` carries.
    labels: Vec<u64>,
    frame: u64,
    /// Where the caller's location is, in a `#[track_caller]` function.
    caller: Option<u64>,
    /// Where we are, for errors.
    span: Span,
}

type Prepare<T = ()> = Result<T, Failure>;

impl<'p> Preparer<'_, 'p> {
    fn code(&mut self) -> Prepare<Code> {
        let body = self.body;
        for local in &body.locals {
            let ty = self.subst(local.ty);
            let offset = self.allocate(ty)?;
            self.locals.push(offset);
        }
        let mut params = Vec::new();
        for &pat in &body.params {
            self.pat(pat)?;
            let ty = self.subst(body.pats[pat.index()].ty);
            let carry = self.statics.carry(ty)?;
            params.push(match body.pats[pat.index()].kind {
                PatKind::Binding { local, mode: BindingMode::Value, sub: None } => (self.local(local), carry, None),
                _ => (self.allocate(ty)?, carry, Some(pat)),
            });
        }
        if let stair_sema::typed::Owner::Fn(def) = body.owner
            && self.program.fn_def(def).track_caller
        {
            self.caller = params.last().map(|&(offset, _, _)| offset);
        }
        let nesting = self.expr(body.value)? + CALL_NESTING;
        let result = self.statics.carry(self.subst(body.exprs[body.value.index()].ty))?;
        Ok(Code {
            nodes: std::mem::take(&mut self.nodes),
            pats: std::mem::take(&mut self.pats),
            blocks: std::mem::take(&mut self.blocks),
            params,
            value: body.value,
            result,
            caller: self.caller,
            frame: self.frame.next_multiple_of(16),
            nesting,
        })
    }

    fn subst(&self, ty: Ty) -> Ty {
        self.program.subst(ty, self.args)
    }

    /// The type of an expression in this instance.
    fn ty(&self, id: ExprId) -> Ty {
        self.subst(self.body.exprs[id.index()].ty)
    }

    fn kind(&self, ty: Ty) -> TyKind {
        self.program.types.kind(ty)
    }

    fn local(&self, local: LocalId) -> u64 {
        self.locals[local.index()]
    }

    /// A piece of the frame for a value of this type.
    fn allocate(&mut self, ty: Ty) -> Prepare<u64> {
        let Some(layout) = self.statics.layout(ty)? else { return Ok(self.frame) };
        let offset = self.frame.next_multiple_of(layout.align.clamp(1, 16));
        self.frame = offset + layout.size;
        Ok(offset)
    }

    fn sized(&self, ty: Ty) -> Prepare<Rc<Layout>> {
        let missing = || Failure(format!("`{}` has no known size here", self.program.type_name(ty)));
        self.statics.layout(ty)?.ok_or_else(missing)
    }

    /// The number that values of a type are.
    fn num(&self, ty: Ty) -> Prepare<Num> {
        match self.statics.carry(ty)? {
            Carry::Scalar(num) => Ok(num),
            _ => Err(Failure(format!("`{}` is no scalar", self.program.type_name(ty)))),
        }
    }

    fn is_fat(&self, pointer: Ty) -> Prepare<bool> {
        Ok(self.statics.carry(pointer)? == Carry::Pair)
    }

    /// Prepare several expressions; the depth of the deepest.
    fn exprs(&mut self, ids: impl IntoIterator<Item = ExprId>) -> Prepare<u32> {
        let mut depth = 0;
        for id in ids {
            depth = depth.max(self.expr(id)?);
        }
        Ok(depth)
    }

    /// Prepare an expression that is used as a place.
    fn place(&mut self, id: ExprId) -> Prepare<u32> {
        let depth = self.expr(id)?;
        let is_place = matches!(
            self.nodes[id.index()].op,
            Op::Local(_) | Op::Static(_) | Op::Field { .. } | Op::Index { .. } | Op::Deref(_)
        );
        if !is_place {
            let ty = self.ty(id);
            self.nodes[id.index()].temp = self.allocate(ty)?;
        }
        Ok(depth)
    }

    /// Prepare an expression and all below it; how deeply it nests.
    fn expr(&mut self, id: ExprId) -> Prepare<u32> {
        let body = self.body;
        let expr = &body.exprs[id.index()];
        self.span = expr.span;
        let ty = self.ty(id);
        let (op, depth) = self.op(id, ty)?;
        // Errors of what encloses this expression are about that again.
        self.span = expr.span;
        self.nodes[id.index()] = Node { op, carry: self.statics.carry(ty)?, temp: NO_TEMP };
        Ok(depth + 1)
    }

    fn op(&mut self, id: ExprId, ty: Ty) -> Prepare<(Op, u32)> {
        let body = self.body;
        let expr = &body.exprs[id.index()];
        Ok(match &expr.kind {
            ExprKind::Constant(value) => (self.constant(ty, value)?, 0),
            ExprKind::NamedConst(def, args) => {
                let args = self.program.subst_list(*args, self.args);
                let value = self.program.const_value(*def, args);
                let value = value.ok_or_else(|| Failure("a constant without a value".into()))?;
                (self.constant(ty, &value)?, 0)
            }
            ExprKind::Local(local) => (Op::Local(self.local(*local)), 0),
            ExprKind::Static(def) => (Op::Static(self.statics.static_address(*def, self.instances)?), 0),
            ExprKind::FnItem => (Op::Scalar(0), 0),
            ExprKind::Field { base, field } => {
                let depth = self.place(*base)?;
                let layout = self.sized(self.ty(*base))?;
                let offset = layout.field(*field).or_else(|| layout.variant_field(VariantIdx(0), *field));
                let offset = offset.ok_or_else(|| Failure("a field that its type does not have".into()))?;
                (Op::Field { base: *base, offset }, depth)
            }
            ExprKind::Index { base, index } => {
                let depth = self.place(*base)?.max(self.expr(*index)?);
                let (element, len) = match self.kind(self.ty(*base)) {
                    TyKind::Array(element, len) => (element, self.program.types.const_value(len)),
                    TyKind::Slice(element) => (element, None),
                    _ => return Err(Failure("an index into what is no array or slice".into())),
                };
                let size = self.sized(element)?.size;
                let location = self.location(expr.span)?;
                (Op::Index { base: *base, index: *index, size, len, location }, depth)
            }
            ExprKind::Deref(pointer) => {
                let depth = self.expr(*pointer)?;
                (Op::Deref(*pointer), depth)
            }
            ExprKind::Borrow { mutable, place } => {
                let depth = self.place(*place)?;
                self.borrowed_constant(*mutable, *place)?;
                (Op::Borrow(*place), depth)
            }
            ExprKind::Unary(op, arg) => {
                let depth = self.expr(*arg)?;
                let num = self.num(ty)?;
                // A negated literal is one number: `-128i8` overflows nowhere, though 128 is no `i8`.
                if let (UnOp::Neg, ExprKind::Constant(ConstValue::Scalar(value @ 0..))) =
                    (op, &body.exprs[arg.index()].kind)
                    && !num.is_float()
                {
                    return Ok((Op::Scalar(num.normalize((-value) as u64)), depth));
                }
                let op = match op {
                    UnOp::Neg => Op::Neg { arg: *arg, num, location: self.location(expr.span)? },
                    UnOp::Not => Op::Not { arg: *arg, num, is_bool: ty == self.program.types.common.bool },
                };
                (op, depth)
            }
            ExprKind::Binary(op, a, b) => {
                let depth = self.expr(*a)?.max(self.expr(*b)?);
                let args = [*a, *b];
                let operand = self.ty(*a);
                if self.statics.carry(operand)? == Carry::Zero {
                    let result = matches!(op, BinOp::Eq | BinOp::Le | BinOp::Ge);
                    return Ok((Op::CompareUnit { result, args }, depth));
                }
                let (num, rhs) = (self.num(operand)?, self.num(self.ty(*b))?);
                let location = if op.is_comparison() { 0 } else { self.location(expr.span)? };
                (Op::Binary { op: *op, num, rhs, args, location }, depth)
            }
            ExprKind::And(a, b) => (Op::And(*a, *b), self.exprs([*a, *b])?),
            ExprKind::Or(a, b) => (Op::Or(*a, *b), self.exprs([*a, *b])?),
            ExprKind::Assign { place, value } => {
                let depth = self.expr(*value)?.max(self.place(*place)?);
                let value_ty = self.ty(*value);
                let temp = match self.statics.carry(value_ty)? {
                    Carry::Memory(_) => self.allocate(value_ty)?,
                    _ => NO_TEMP,
                };
                (Op::Assign { place: *place, value: *value, temp }, depth)
            }
            ExprKind::AssignOp { op, place, value } => {
                let depth = self.expr(*value)?.max(self.place(*place)?);
                let (num, rhs) = (self.num(self.ty(*place))?, self.num(self.ty(*value))?);
                let location = self.location(expr.span)?;
                (Op::CompoundAssign { op: *op, num, rhs, place: *place, value: *value, location }, depth)
            }
            ExprKind::Cast(kind, arg) => {
                let depth = self.expr(*arg)?;
                (self.cast(*kind, *arg, ty)?, depth)
            }
            ExprKind::Coerce(coercion, arg) => {
                let depth = self.expr(*arg)?;
                (self.coerce(*coercion, *arg)?, depth)
            }
            ExprKind::Call { callee, args } => self.call(callee, args)?,
            ExprKind::Adt { adt, variant, fields, base } => self.adt(ty, *adt, *variant, fields, *base)?,
            ExprKind::Tuple(elements) | ExprKind::Closure { captures: elements, .. } => {
                let depth = self.exprs(elements.iter().copied())?;
                let layout = self.sized(ty)?;
                let fields = elements.iter().zip(&layout.fields).map(|(&e, &offset)| (e, offset)).collect();
                (Op::Aggregate(Box::new(Aggregate { fields, base: None, variant: None })), depth)
            }
            ExprKind::Array(elements) => {
                let depth = self.exprs(elements.iter().copied())?;
                let TyKind::Array(element, _) = self.kind(ty) else { return Err(Failure("no array".into())) };
                (Op::Array { elements: elements.clone(), size: self.sized(element)?.size }, depth)
            }
            ExprKind::Repeat(element) => {
                let depth = self.expr(*element)?;
                let TyKind::Array(element_ty, len) = self.kind(ty) else { return Err(Failure("no array".into())) };
                let size = self.sized(element_ty)?.size;
                let count = self.program.types.const_value(len).ok_or_else(|| Failure("no length".into()))?;
                // Nothing is stored for no elements, but the expression is still evaluated.
                let op = if count == 0 || size == 0 {
                    Op::Array { elements: vec![*element], size: 0 }
                } else {
                    Op::Repeat { element: *element, size, count }
                };
                (op, depth)
            }
            ExprKind::Block { block, label } => {
                let temp = match label {
                    Some(label) => {
                        let temp = self.allocate(ty)?;
                        self.labels[label.index()] = temp;
                        temp
                    }
                    None => NO_TEMP,
                };
                (Op::Block { block: *block, label: *label, temp }, self.block(*block)?)
            }
            ExprKind::If { cond, then, els } => {
                let depth = self.exprs([*cond, *then].into_iter().chain(*els))?;
                (Op::If { cond: *cond, then: *then, els: *els }, depth)
            }
            ExprKind::Let { pat, place } => {
                let depth = self.place(*place)?;
                self.pat(*pat)?;
                (Op::Let { pat: *pat, place: *place }, depth)
            }
            ExprKind::Match { place, arms } => {
                let mut depth = self.place(*place)?;
                let mut nodes = Vec::with_capacity(arms.len());
                for arm in arms {
                    self.pat(arm.pat)?;
                    depth = depth.max(self.exprs(arm.guard.into_iter().chain([arm.body]))?);
                    nodes.push(ArmNode { pat: arm.pat, guard: arm.guard, body: arm.body });
                }
                (Op::Match { place: *place, arms: nodes }, depth)
            }
            ExprKind::Loop { label, body } => {
                let temp = self.allocate(ty)?;
                self.labels[label.index()] = temp;
                (Op::Loop { label: *label, body: *body, temp }, self.block(*body)?)
            }
            ExprKind::While { label, cond, body } => {
                let depth = self.expr(*cond)?.max(self.block(*body)?);
                (Op::While { label: *label, cond: *cond, body: *body }, depth)
            }
            ExprKind::ForRange { label, pat, start, end, inclusive, body } => {
                let depth = self.exprs([*start, *end])?;
                self.pat(*pat)?;
                let item = self.ty(*start);
                let op = Op::ForRange {
                    label: *label,
                    pat: *pat,
                    range: [*start, *end],
                    inclusive: *inclusive,
                    num: self.num(item)?,
                    is_char: item == self.program.types.common.char,
                    body: *body,
                    temp: self.allocate(item)?,
                };
                (op, depth.max(self.block(*body)?))
            }
            ExprKind::Break { label, value } => {
                let depth = self.exprs(*value)?;
                (Op::Break { label: *label, value: *value, temp: self.labels[label.index()] }, depth)
            }
            ExprKind::Continue { label } => (Op::Continue(*label), 0),
            ExprKind::Return(value) => (Op::Return(*value), self.exprs(*value)?),
            ExprKind::Error => return Err(Failure("an expression with an error".into())),
        })
    }

    /// Where a panic of the expression at hand is reported.
    fn location(&mut self, span: Span) -> Prepare<u64> {
        if self.caller.is_some() { Ok(AT_CALLER) } else { self.statics.location(span) }
    }

    fn constant(&mut self, ty: Ty, value: &ConstValue) -> Prepare<Op> {
        Ok(match self.statics.carry(ty)? {
            Carry::Zero => Op::Scalar(0),
            Carry::Scalar(_) => Op::Scalar(self.statics.scalar(ty, value, self.instances)?),
            Carry::Pair => {
                let (first, second) = self.statics.pair(ty, value, self.instances)?;
                Op::Pair(first, second)
            }
            Carry::Memory(_) => Op::Static(self.statics.place(ty, value, self.instances)?),
        })
    }

    /// A shared borrow of a constant is one of static memory; a mutable one is of a fresh copy.
    fn borrowed_constant(&mut self, mutable: bool, place: ExprId) -> Prepare {
        let body = self.body;
        let ty = self.ty(place);
        let value = match &body.exprs[place.index()].kind {
            ExprKind::Constant(value) => value.clone(),
            ExprKind::NamedConst(def, args) => {
                let args = self.program.subst_list(*args, self.args);
                let value = self.program.const_value(*def, args);
                value.ok_or_else(|| Failure("a constant without a value".into()))?
            }
            _ => return Ok(()),
        };
        if mutable {
            let temp = self.allocate(ty)?;
            self.nodes[place.index()].temp = temp;
        } else if !matches!(self.nodes[place.index()].op, Op::Static(_)) {
            let address = self.statics.place(ty, &value, self.instances)?;
            self.nodes[place.index()].op = Op::Static(address);
            self.nodes[place.index()].temp = NO_TEMP;
        }
        Ok(())
    }

    fn cast(&mut self, kind: CastKind, arg: ExprId, to: Ty) -> Prepare<Op> {
        let from = self.ty(arg);
        Ok(match kind {
            CastKind::IntToInt | CastKind::FloatToInt | CastKind::IntToFloat | CastKind::FloatToFloat => {
                Op::Cast { arg, from: self.num(from)?, to: self.num(to)? }
            }
            CastKind::EnumToInt => {
                let (layout, discriminants) = self.variants(from)?.ok_or_else(|| Failure("no enum".into()))?;
                Op::EnumToInt { arg, layout, discriminants, to: self.num(to)? }
            }
            CastKind::Pointer => {
                Op::PointerCast { arg, fat: self.is_fat(from)? && self.statics.carry(to)? != Carry::Pair }
            }
        })
    }

    fn coerce(&mut self, coercion: Coercion, arg: ExprId) -> Prepare<Op> {
        Ok(match coercion {
            Coercion::Unsize => {
                let Some(array) = self.program.pointee(self.ty(arg)) else {
                    return Err(Failure("an unsizing of what is no reference".into()));
                };
                let TyKind::Array(_, len) = self.kind(array) else {
                    return Err(Failure("an unsizing of what is no array".into()));
                };
                let len = self.program.types.const_value(len).ok_or_else(|| Failure("no length".into()))?;
                Op::Unsize { arg, len }
            }
            Coercion::NeverToAny => Op::Diverge(arg),
            Coercion::ReifyFn => {
                let (TyKind::FnDef(def, args) | TyKind::Closure(def, args)) = self.kind(self.ty(arg)) else {
                    return Err(Failure("a function pointer to what is no function".into()));
                };
                Op::Scalar(self.instances.address(self.program, def, args)?)
            }
        })
    }

    /// The layout and discriminants of an enum.
    fn variants(&self, ty: Ty) -> Prepare<Option<EnumFacts>> {
        let TyKind::Adt(adt, _) = self.kind(ty) else { return Ok(None) };
        let definition = self.program.adt_def(adt);
        if !definition.is_enum {
            return Ok(None);
        }
        Ok(Some((self.sized(ty)?, definition.variants.iter().map(|v| v.discriminant).collect())))
    }

    fn call(&mut self, callee: &'p Callee, args: &'p [ExprId]) -> Prepare<(Op, u32)> {
        let depth = self.exprs(args.iter().copied())?;
        let mut args = args.to_vec();
        match callee {
            Callee::Value(callee) => {
                let ty = self.ty(*callee);
                let shape = self.program.callee(ty).ok_or_else(|| Failure("a call of what is no function".into()))?;
                match shape.target {
                    CalleeTarget::Pointer(_) => {
                        let depth = depth.max(self.expr(*callee)?);
                        Ok((Op::CallPointer { callee: self.follow(*callee, shape.derefs), args }, depth + shape.derefs))
                    }
                    // A function's own type says which it is: the value is not looked at.
                    CalleeTarget::Fn(def, list) => match self.program.resolve(def, list) {
                        Some(Resolved::Intrinsic(which, list)) => Ok((self.intrinsic(which, list, args)?, depth)),
                        _ => Ok((Op::Call { callee: self.instances.index(self.program, def, list)?, args }, depth)),
                    },
                    CalleeTarget::Closure { def, args: list, env } => {
                        let depth = depth.max(self.place(*callee)?);
                        match (env, shape.derefs) {
                            (None, _) => {}
                            (Some(ClosureKind::FnOnce), _) => args.insert(0, *callee),
                            // Called by value, though it could be called again: a reference to it for this call.
                            (_, 0) => args.insert(0, self.extra(Op::Borrow(*callee))),
                            (_, derefs) => args.insert(0, self.follow(*callee, derefs - 1)),
                        }
                        let callee = self.instances.index(self.program, def, list)?;
                        Ok((Op::Call { callee, args }, depth + shape.derefs + 1))
                    }
                }
            }
            Callee::Fn(def, list) => {
                let list = self.program.subst_list(*list, self.args);
                match self.program.resolve(*def, list) {
                    Some(Resolved::Intrinsic(which, list)) => Ok((self.intrinsic(which, list, args)?, depth)),
                    _ => Ok((Op::Call { callee: self.instances.index(self.program, *def, list)?, args }, depth)),
                }
            }
        }
    }

    /// A node that stands for no expression, whose value is a thin pointer.
    fn extra(&mut self, op: Op) -> ExprId {
        self.nodes.push(Node { op, carry: Carry::Scalar(Num::U64), temp: NO_TEMP });
        ExprId(self.nodes.len() as u32 - 1)
    }

    /// Follow so many pointers from the one that an expression is.
    fn follow(&mut self, pointer: ExprId, derefs: u32) -> ExprId {
        (0..derefs).fold(pointer, |pointer, _| self.extra(Op::Deref(pointer)))
    }

    fn intrinsic(&mut self, which: Intrinsic, list: TyList, args: Vec<ExprId>) -> Prepare<Op> {
        let argument = self.program.types.list(list).first().copied();
        let mut call = IntrinsicCall {
            which,
            args,
            num: Num::U64,
            size: 0,
            align: 1,
            carry: Carry::Zero,
            variants: None,
            text: (0, 0),
        };
        let Some(ty) = argument else { return Ok(Op::Intrinsic(Box::new(call))) };
        if which == Intrinsic::TypeName {
            let name = self.program.type_name(ty).into();
            call.text = self.statics.string(&name)?;
            return Ok(Op::Intrinsic(Box::new(call)));
        }
        if let (Intrinsic::BoxFromRaw | Intrinsic::BoxIntoRaw, Some(&pointer)) = (which, call.args.first()) {
            call.carry = self.statics.carry(self.ty(pointer))?;
            return Ok(Op::Intrinsic(Box::new(call)));
        }
        let layout = self.sized(ty)?;
        (call.size, call.align) = (layout.size, layout.align);
        call.carry = self.statics.carry(ty)?;
        if let stair_sema::layout::Abi::Scalar(scalar) = layout.abi {
            call.num = num_of(scalar);
        }
        if which == Intrinsic::DiscriminantValue {
            call.variants = self.variants(ty)?;
        }
        // The value written may have to be computed aside first.
        if which == Intrinsic::PtrWrite
            && let (Carry::Memory(_), Some(&value)) = (call.carry, call.args.get(1))
        {
            self.place(value)?;
        }
        Ok(Op::Intrinsic(Box::new(call)))
    }

    fn adt(
        &mut self,
        ty: Ty,
        adt: AdtId,
        variant: VariantIdx,
        fields: &'p [(FieldIdx, ExprId)],
        base: Option<ExprId>,
    ) -> Prepare<(Op, u32)> {
        let mut depth = self.exprs(fields.iter().map(|&(_, e)| e))?;
        let layout = self.sized(ty)?;
        let missing = || Failure("a field that its type does not have".into());
        let mut stores = Vec::with_capacity(fields.len());
        for &(field, value) in fields {
            stores.push((value, layout.variant_field(variant, field).ok_or_else(missing)?));
        }
        let definition = self.program.adt_def(adt);
        let mut copied = None;
        if let Some(base) = base {
            depth = depth.max(self.place(base)?);
            let mut parts = Vec::new();
            let TyKind::Adt(_, args) = self.kind(ty) else { return Err(missing()) };
            for (i, field) in definition.variants[variant.0 as usize].fields.iter().enumerate() {
                let index = FieldIdx(i as u32);
                if fields.iter().all(|&(f, _)| f != index) {
                    let size = self.sized(self.program.subst(field.ty, args))?.size;
                    parts.push((layout.variant_field(variant, index).ok_or_else(missing)?, size));
                }
            }
            copied = Some((base, parts));
        }
        let variant = definition.is_enum.then_some((layout, variant.0));
        Ok((Op::Aggregate(Box::new(Aggregate { fields: stores, base: copied, variant })), depth))
    }

    fn block(&mut self, id: BlockId) -> Prepare<u32> {
        let body = self.body;
        let block = &body.blocks[id.index()];
        let mut depth = 0;
        let mut steps = Vec::with_capacity(block.stmts.len());
        for stmt in &block.stmts {
            match stmt.kind {
                StmtKind::Expr(expr) => {
                    depth = depth.max(self.expr(expr)?);
                    steps.push(Step::Effect(expr));
                }
                StmtKind::Let { pat, init: None, .. } => self.pat(pat)?,
                StmtKind::Let { pat, init: Some(init), els } => {
                    if let PatKind::Binding { local, mode: BindingMode::Value, sub: None } = body.pats[pat.index()].kind
                    {
                        depth = depth.max(self.expr(init)?);
                        steps.push(Step::Set { offset: self.local(local), init });
                        continue;
                    }
                    depth = depth.max(self.place(init)?);
                    self.pat(pat)?;
                    if let Some(els) = els {
                        depth = depth.max(self.block(els)?);
                    }
                    steps.push(Step::Let { pat, init, els });
                }
            }
        }
        depth = depth.max(self.exprs(block.tail)?);
        self.blocks[id.index()] = BlockNode { steps, tail: block.tail };
        Ok(depth + 1)
    }

    fn pat(&mut self, id: PatId) -> Prepare {
        let body = self.body;
        let pat = &body.pats[id.index()];
        self.span = pat.span;
        let ty = self.subst(pat.ty);
        self.pats[id.index()] = match &pat.kind {
            PatKind::Wild => PatNode::Wild,
            PatKind::Binding { local, mode, sub } => {
                if let Some(sub) = *sub {
                    self.pat(sub)?;
                }
                let offset = self.local(*local);
                match mode {
                    BindingMode::Value => PatNode::Copy { offset, size: self.sized(ty)?.size, sub: *sub },
                    _ => PatNode::Ref { offset, fat: self.statics.layout(ty)?.is_none(), sub: *sub },
                }
            }
            PatKind::Constant(value) => match self.statics.carry(ty)? {
                Carry::Zero => PatNode::Wild,
                Carry::Pair => {
                    let (address, len) = self.statics.pair(ty, value, self.instances)?;
                    PatNode::Str { address, len }
                }
                _ => PatNode::Scalar { num: self.num(ty)?, value: self.statics.scalar(ty, value, self.instances)? },
            },
            PatKind::Range { lo, hi, inclusive } => {
                let num = self.num(ty)?;
                let mut end = |value: &Option<ConstValue>| match value {
                    Some(value) => self.statics.scalar(ty, value, self.instances).map(Some),
                    None => Ok(None),
                };
                PatNode::Range { num, lo: end(lo)?, hi: end(hi)?, inclusive: *inclusive }
            }
            PatKind::Fields(fields) => {
                let layout = self.sized(ty)?;
                PatNode::Fields(self.field_pats(fields, |field| layout.field(field))?)
            }
            PatKind::Variant { variant, fields, .. } => {
                let layout = self.sized(ty)?;
                let fields = self.field_pats(fields, |field| layout.variant_field(*variant, field))?;
                PatNode::Variant { layout, variant: variant.0, fields }
            }
            PatKind::Deref(inner) => {
                self.pat(*inner)?;
                PatNode::Deref { fat: self.is_fat(ty)?, pat: *inner }
            }
            PatKind::Slice { prefix, rest, suffix } => {
                let (element, len) = match self.kind(ty) {
                    TyKind::Array(element, len) => (element, self.program.types.const_value(len)),
                    TyKind::Slice(element) => (element, None),
                    _ => return Err(Failure("a slice pattern for what is no array or slice".into())),
                };
                for &pat in prefix.iter().chain(suffix).chain(rest.iter().flatten()) {
                    self.pat(pat)?;
                }
                let size = self.sized(element)?.size;
                PatNode::Slice { size, len, prefix: prefix.clone(), rest: *rest, suffix: suffix.clone() }
            }
            PatKind::Or(alternatives) => {
                for &pat in alternatives {
                    self.pat(pat)?;
                }
                PatNode::Or(alternatives.clone())
            }
            PatKind::Error => return Err(Failure("a pattern with an error".into())),
        };
        Ok(())
    }

    fn field_pats(
        &mut self,
        fields: &[(FieldIdx, PatId)],
        offset: impl Fn(FieldIdx) -> Option<u64>,
    ) -> Prepare<Vec<(u64, PatId)>> {
        let mut nodes = Vec::with_capacity(fields.len());
        for &(field, pat) in fields {
            self.pat(pat)?;
            nodes.push((offset(field).ok_or_else(|| Failure("a field that its type does not have".into()))?, pat));
        }
        Ok(nodes)
    }
}
