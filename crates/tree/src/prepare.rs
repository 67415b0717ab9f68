//! From typed bodies to [`Code`]: for each instance, types substituted, layouts looked up, frame offsets given out.

use crate::drops::{Glue, GlueParts};
use crate::eval::{function_address, num_of};
use crate::node::{
    AT_CALLER, Aggregate, ArmNode, BlockNode, Carry, Code, DropFacts, EnumFacts, IntrinsicCall, NO_TEMP, Node, Num,
    Number, Op, Param, PatNode, Step, Var, Wide,
};
use crate::statics::Statics;
use crate::wide::halves;
use crate::{PrepareError, Prepared};
use rustc_hash::FxHashMap;
use stair_sema::defs::{ClosureKind, Instance, LangFn, Resolved, Virtual};
use stair_sema::drops::{Extended, Path, Step as PathStep, moves};
use stair_sema::ids::{AdtId, BlockId, ExprId, FieldIdx, FnId, LocalId, PatId, VariantIdx};
use stair_sema::intrinsics::Intrinsic;
use stair_sema::layout::Layout;
use stair_sema::ty::{Ty, TyKind, TyList};
use stair_sema::typed::{
    BinOp, BindingMode, Body, Callee, CastKind, Coercion, ConstValue, ExprKind, PatKind, StmtKind, UnOp,
};
use stair_sema::{CalleeTarget, Program, Unsizing, vtable_offset};
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
    let mut glues = Glues::default();
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
            glues: &mut glues,
            extended: stair_sema::drops::extended_temporaries(program, body),
            steps: Vec::new(),
            nodes: vec![Node { op: Op::Scalar(0), carry: Carry::Zero, temp: NO_TEMP, drops: None }; body.exprs.len()],
            pats: vec![PatNode::Wild; body.pats.len()],
            vars: vec![Vec::new(); body.pats.len()],
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
    let entry = program.entry().and_then(|entry| instances.0.get(&entry)).copied().unwrap_or_default();
    let heap_counts = program.heap_counts().map(|id| statics.address(id?));
    Ok(Prepared { codes, entry, handlers, glues: glues.list, statics: statics.bytes, heap_counts })
}

struct Preparer<'a, 'p> {
    program: &'p Program,
    body: &'p Body,
    args: TyList,
    instances: &'a Instances,
    statics: &'a mut Statics<'p>,
    glues: &'a mut Glues,
    extended: Extended,
    /// The way from the place that a pattern is matched against to the part at hand.
    steps: Vec<PathStep>,
    /// The variables of each pattern that have to be dropped.
    vars: Vec<Vec<Var>>,
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

/// How values of each type are dropped, and the place of each type in that list.
#[derive(Default)]
struct Glues {
    list: Vec<Glue>,
    known: FxHashMap<Ty, usize>,
}

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
            self.pattern(pat)?;
            let ty = self.subst(body.pats[pat.index()].ty);
            let carry = self.statics.carry(ty)?;
            let glue = self.glue(ty)?;
            params.push(match body.pats[pat.index()].kind {
                PatKind::Binding { local, mode: BindingMode::Value, sub: None } => {
                    let var = self.vars[pat.index()].first().copied();
                    Param { offset: self.local(local), carry, pat: None, glue, var }
                }
                _ => Param { offset: self.allocate(ty)?, carry, pat: Some(pat), glue, var: None },
            });
        }
        let mut declared = 0;
        if let stair_sema::typed::Owner::Fn(def) = body.owner
            && self.program.fn_def(def).track_caller
        {
            self.caller = params.last().map(|param| param.offset);
            if let Some(at) = self.program.declared_at(def) {
                declared = self.statics.declared_location(at)?;
            }
        }
        let nesting = self.expr(body.value)? + CALL_NESTING;
        let result = self.statics.carry(self.subst(body.exprs[body.value.index()].ty))?;
        Ok(Code {
            nodes: std::mem::take(&mut self.nodes),
            pats: std::mem::take(&mut self.pats),
            vars: std::mem::take(&mut self.vars),
            blocks: std::mem::take(&mut self.blocks),
            taken_apart: moves(self.program, body, self.args).into_iter().filter(|(_, m)| m.takes_elements()).collect(),
            params,
            value: body.value,
            result,
            caller: self.caller.map(|offset| (offset, declared)),
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

    /// The number that values of a type are, of any width.
    fn number(&self, ty: Ty) -> Prepare<Number> {
        match self.wide(ty) {
            Some(signed) => Ok(Number::Wide { signed }),
            None => self.num(ty).map(Number::Narrow),
        }
    }

    /// Whether a type is signed, if it is an integer of 128 bits.
    fn wide(&self, ty: Ty) -> Option<bool> {
        let common = &self.program.types.common;
        (ty == common.i128 || ty == common.u128).then_some(ty == common.i128)
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
        let depth = self.whole(id)?;
        let ty = self.ty(id);
        if let Some(glue) = self.glue(ty)?
            && self.makes_value(id)
            // A constant here was promoted to static memory.
            && !matches!(self.body.exprs[id.index()].kind, ExprKind::Constant(_))
        {
            let block = self.extended.block.get(&id).copied();
            self.nodes[id.index()].drops = Some(DropFacts { glue, block });
            self.nodes[id.index()].temp = self.allocate(ty)?;
            return Ok(depth);
        }
        let is_place = matches!(
            self.nodes[id.index()].op,
            Op::Local(_) | Op::Static(_) | Op::Field { .. } | Op::Index { .. } | Op::Deref(_) | Op::DerefBox { .. }
        );
        if !is_place {
            self.nodes[id.index()].temp = self.allocate(ty)?;
        }
        Ok(depth)
    }

    /// Prepare a place that is used up where it is.
    fn taken(&mut self, id: ExprId) -> Prepare<u32> {
        let depth = self.expr(id)?;
        let node = &mut self.nodes[id.index()];
        if let Op::Move { place, path } = &node.op {
            node.op = Op::Take { place: *place, path: path.clone() };
            node.carry = Carry::Pair;
        }
        Ok(depth)
    }

    /// Prepare an expression whose value is stored aside before it is used.
    fn aside(&mut self, id: ExprId) -> Prepare<u32> {
        let depth = self.expr(id)?;
        let ty = self.ty(id);
        self.nodes[id.index()].temp = self.allocate(ty)?;
        Ok(depth)
    }

    /// Whether an expression makes a value rather than denoting a place.
    fn makes_value(&self, id: ExprId) -> bool {
        !matches!(
            self.body.exprs[id.index()].kind,
            ExprKind::Local(_)
                | ExprKind::Static(_)
                | ExprKind::Field { .. }
                | ExprKind::Index { .. }
                | ExprKind::Deref(_)
        )
    }

    /// What an expression denotes a part of.
    fn path(&self, id: ExprId) -> Option<Path> {
        stair_sema::drops::path_of(self.program, self.body, id)
    }

    /// How values of a type (of this instance) are dropped; `None` if they need not be.
    fn glue(&mut self, ty: Ty) -> Prepare<Option<usize>> {
        if !self.program.needs_drop(ty) {
            return Ok(None);
        }
        if let Some(&known) = self.glues.known.get(&ty) {
            return Ok(Some(known));
        }
        let index = self.glues.list.len();
        self.glues.known.insert(ty, index);
        self.glues.list.push(Glue { own: None, parts: GlueParts::Fields(Vec::new()) });
        let own = match self.program.drop_impl(ty) {
            Some(instance) => Some(self.instances.0.get(&instance).copied().ok_or_else(|| {
                Failure(format!("`{}` is needed but was not collected", self.program.instance_name(instance)))
            })?),
            None => None,
        };
        let parts = match self.kind(ty) {
            TyKind::Array(element, _) | TyKind::Slice(element) => {
                let len = match self.kind(ty) {
                    TyKind::Array(_, len) => self.program.types.const_value(len),
                    _ => None,
                };
                let size = self.sized(element)?.size;
                let glue = self.glue(element)?.ok_or_else(|| Failure("elements that are not dropped".into()))?;
                GlueParts::Elements { len, size, glue }
            }
            TyKind::Dyn(..) => GlueParts::Object,
            TyKind::Adt(..) if let Some(inner) = self.program.boxed(ty) => match self.glue(inner)? {
                Some(glue) => GlueParts::Boxed { glue, fat: self.is_fat(ty)? },
                None => GlueParts::Fields(Vec::new()),
            },
            kind => {
                let layout = self.sized(ty)?;
                let is_enum = matches!(kind, TyKind::Adt(adt, _) if self.program.adt_def(adt).is_enum);
                let mut variants = Vec::new();
                for (variant, parts) in self.program.drop_parts(ty).into_iter().enumerate() {
                    let mut fields = Vec::new();
                    for (field, part) in parts {
                        let offset = if is_enum {
                            layout.variant_field(VariantIdx(variant as u32), field)
                        } else {
                            layout.field(field).or_else(|| layout.variant_field(VariantIdx(0), field))
                        };
                        let offset = offset.ok_or_else(|| Failure("a field that its type does not have".into()))?;
                        if let Some(glue) = self.glue(part)? {
                            fields.push((field, offset, glue));
                        }
                    }
                    variants.push(fields);
                }
                if is_enum {
                    GlueParts::Variants(layout, variants)
                } else {
                    GlueParts::Fields(variants.into_iter().next().unwrap_or_default())
                }
            }
        };
        self.glues.list[index] = Glue { own, parts };
        Ok(Some(index))
    }

    fn drop_facts(&mut self, id: ExprId) -> Prepare<Option<DropFacts>> {
        let ty = self.ty(id);
        Ok(self.glue(ty)?.map(|glue| DropFacts { glue, block: None }))
    }

    /// Prepare an expression whose value is used, and all below it; how deeply it nests.
    fn expr(&mut self, id: ExprId) -> Prepare<u32> {
        let depth = self.whole(id)?;
        let ty = self.ty(id);
        if !self.makes_value(id) && self.glue(ty)?.is_some() {
            // The place itself becomes a node of its own.
            let node = self.nodes[id.index()].clone();
            let place = self.extra(node);
            self.nodes[id.index()].op = Op::Move { place, path: self.path(id) };
        }
        Ok(depth)
    }

    /// One more node.
    fn extra(&mut self, node: Node) -> ExprId {
        self.nodes.push(node);
        ExprId(self.nodes.len() as u32 - 1)
    }

    /// Prepare an expression and all below it, as it is written.
    fn whole(&mut self, id: ExprId) -> Prepare<u32> {
        let body = self.body;
        let expr = &body.exprs[id.index()];
        self.span = expr.span;
        let ty = self.ty(id);
        let (op, depth) = self.op(id, ty)?;
        // Errors of what encloses this expression are about that again.
        self.span = expr.span;
        self.nodes[id.index()] = Node { op, carry: self.statics.carry(ty)?, temp: NO_TEMP, drops: None };
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
                let ty = self.ty(*pointer);
                // A box stays what it is, and where.
                let depth = if self.program.boxed(ty).is_some() && self.glue(ty)?.is_some() {
                    let depth = self.place(*pointer)?;
                    return Ok((Op::DerefBox { place: *pointer, fat: self.is_fat(ty)? }, depth));
                } else {
                    self.expr(*pointer)?
                };
                (Op::Deref(*pointer), depth)
            }
            ExprKind::Borrow { mutable, place } => {
                let depth = self.place(*place)?;
                if self.nodes[place.index()].drops.is_none() {
                    self.borrowed_constant(*mutable, *place)?;
                }
                (Op::Borrow(*place), depth)
            }
            ExprKind::Unary(op, arg) => {
                let depth = self.expr(*arg)?;
                if let Some(signed) = self.wide(ty) {
                    return Ok((self.wide_unary(*op, *arg, signed, expr.span)?, depth));
                }
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
                let location = if op.is_comparison() { 0 } else { self.location(expr.span)? };
                let numbers = [self.number(operand)?, self.number(self.ty(*b))?];
                let [Number::Narrow(num), Number::Narrow(rhs)] = numbers else {
                    return Ok((Op::Wide(Box::new(Wide::Binary { op: *op, numbers, args, location })), depth));
                };
                (Op::Binary { op: *op, num, rhs, args, location }, depth)
            }
            ExprKind::And(a, b) => (Op::And(*a, *b), self.exprs([*a, *b])?),
            ExprKind::Or(a, b) => (Op::Or(*a, *b), self.exprs([*a, *b])?),
            ExprKind::Assign { place, value } => {
                let depth = self.expr(*value)?.max(self.place(*place)?);
                let value_ty = self.ty(*value);
                if let Some(glue) = self.glue(value_ty)? {
                    let (temp, old) = (self.allocate(value_ty)?, self.allocate(value_ty)?);
                    let (size, path) = (self.sized(value_ty)?.size, self.path(*place));
                    return Ok((Op::Replace { place: *place, value: *value, temp, old, size, glue, path }, depth));
                }
                let temp = match self.statics.carry(value_ty)? {
                    Carry::Memory(_) => self.allocate(value_ty)?,
                    _ => NO_TEMP,
                };
                (Op::Assign { place: *place, value: *value, temp }, depth)
            }
            ExprKind::AssignOp { op, place, value } => {
                let depth = self.expr(*value)?.max(self.place(*place)?);
                let numbers = [self.number(self.ty(*place))?, self.number(self.ty(*value))?];
                let location = self.location(expr.span)?;
                let [Number::Narrow(num), Number::Narrow(rhs)] = numbers else {
                    return Ok((Op::WideAssign { op: *op, numbers, args: [*place, *value], location }, depth));
                };
                (Op::CompoundAssign { op: *op, num, rhs, place: *place, value: *value, location }, depth)
            }
            ExprKind::Cast(kind, arg) => {
                let depth = self.expr(*arg)?;
                (self.cast(*kind, *arg, ty)?, depth)
            }
            ExprKind::Coerce(coercion, arg) => {
                let depth = self.expr(*arg)?;
                (self.coerce(*coercion, *arg, ty)?, depth)
            }
            ExprKind::Call { callee, args } => self.call(id, callee, args, ty)?,
            ExprKind::Adt { adt, variant, fields, base } => self.adt(ty, *adt, *variant, fields, *base)?,
            ExprKind::Tuple(elements) | ExprKind::Closure { captures: elements, .. } => {
                let depth = self.exprs(elements.iter().copied())?;
                let layout = self.sized(ty)?;
                let mut fields = Vec::with_capacity(elements.len());
                for (&e, &offset) in elements.iter().zip(&layout.fields) {
                    fields.push((e, offset, self.drop_facts(e)?));
                }
                (Op::Aggregate(Box::new(Aggregate { fields, base: None, moved: Vec::new(), variant: None })), depth)
            }
            ExprKind::Array(elements) => {
                let depth = self.exprs(elements.iter().copied())?;
                let TyKind::Array(element, _) = self.kind(ty) else { return Err(Failure("no array".into())) };
                let drops = self.glue(element)?.map(|glue| DropFacts { glue, block: None });
                (Op::Array { elements: elements.clone(), size: self.sized(element)?.size, drops }, depth)
            }
            ExprKind::Repeat(element) => {
                let depth = self.expr(*element)?;
                let TyKind::Array(element_ty, len) = self.kind(ty) else { return Err(Failure("no array".into())) };
                let size = self.sized(element_ty)?.size;
                let count = self.program.types.const_value(len).ok_or_else(|| Failure("no length".into()))?;
                // Nothing is stored for no elements, but the expression is still evaluated.
                let op = if let (0, Some(glue)) = (count, self.glue(element_ty)?) {
                    let temp = self.allocate(element_ty)?;
                    Op::Discard { value: *element, temp, glue }
                } else if count == 0 || size == 0 {
                    Op::Array { elements: vec![*element], size: 0, drops: None }
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
                self.pattern(*pat)?;
                (Op::Let { pat: *pat, place: *place, path: self.path(*place) }, depth)
            }
            ExprKind::Match { place, arms } => {
                let mut depth = self.place(*place)?;
                let mut nodes = Vec::with_capacity(arms.len());
                for arm in arms {
                    self.pattern(arm.pat)?;
                    depth = depth.max(self.exprs(arm.guard.into_iter().chain([arm.body]))?);
                    nodes.push(ArmNode { pat: arm.pat, guard: arm.guard, body: arm.body });
                }
                (Op::Match { place: *place, arms: nodes, path: self.path(*place) }, depth)
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
                self.pattern(*pat)?;
                let item = self.ty(*start);
                let op = Op::ForRange {
                    label: *label,
                    pat: *pat,
                    range: [*start, *end],
                    inclusive: *inclusive,
                    number: self.number(item)?,
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
                match (self.number(from)?, self.number(to)?) {
                    (Number::Narrow(from), Number::Narrow(to)) => Op::Cast { arg, from, to },
                    (from, to) => Op::Wide(Box::new(Wide::Cast { arg, from, to })),
                }
            }
            CastKind::EnumToInt => {
                let (layout, discriminants) = self.variants(from)?.ok_or_else(|| Failure("no enum".into()))?;
                match self.number(to)? {
                    Number::Narrow(to) => Op::EnumToInt { arg, layout, discriminants, to },
                    Number::Wide { .. } => Op::Wide(Box::new(Wide::EnumToInt { arg, layout, discriminants })),
                }
            }
            CastKind::Pointer => {
                Op::PointerCast { arg, fat: self.is_fat(from)? && self.statics.carry(to)? != Carry::Pair }
            }
        })
    }

    fn wide_unary(&mut self, op: UnOp, arg: ExprId, signed: bool, span: Span) -> Prepare<Op> {
        Ok(match (op, &self.body.exprs[arg.index()].kind) {
            (UnOp::Neg, ExprKind::Constant(ConstValue::Scalar(value))) => {
                let (low, high) = halves(value.wrapping_neg());
                Op::Pair(low, high)
            }
            (UnOp::Neg, _) => Op::Wide(Box::new(Wide::Neg { arg, signed, location: self.location(span)? })),
            (UnOp::Not, _) => Op::Wide(Box::new(Wide::Not { arg })),
        })
    }

    fn coerce(&mut self, coercion: Coercion, arg: ExprId, to: Ty) -> Prepare<Op> {
        Ok(match coercion {
            Coercion::Unsize => match self.program.unsizing_of(self.ty(arg), to) {
                Some(Unsizing::Length(len)) => Op::Unsize { arg, meta: len },
                Some(Unsizing::Object(ty, object)) => {
                    let glue = self.glue(ty)?;
                    Op::Unsize { arg, meta: self.statics.vtable(ty, object, glue, self.instances)? }
                }
                Some(Unsizing::Above(entry)) => Op::Upcast { arg, offset: vtable_offset(entry) },
                Some(Unsizing::Same) => Op::PointerCast { arg, fat: false },
                None => return Err(Failure("an unsizing that there is not".into())),
            },
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

    fn call(&mut self, id: ExprId, callee: &'p Callee, args: &'p [ExprId], result: Ty) -> Prepare<(Op, u32)> {
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
                        Some(Resolved::Virtual(method)) => Ok((self.virtual_call(method, args)?, depth)),
                        resolved => {
                            if let Some(Resolved::Fn(instance)) = resolved
                                && self.program.fn_def(instance.def).track_caller
                            {
                                let place = self.statics.declared_location(shape.by.declared_at())?;
                                args.push(self.extra_op(Op::Scalar(place)));
                            }
                            Ok((Op::Call { callee: self.instances.index(self.program, def, list)?, args }, depth))
                        }
                    },
                    CalleeTarget::Boxed(instance) => {
                        let depth = depth.max(self.expr(*callee)?);
                        args.insert(0, *callee);
                        let callee = self.instances.index(self.program, instance.def, instance.args)?;
                        Ok((Op::Call { callee, args }, depth))
                    }
                    CalleeTarget::Object(method) => {
                        let callee_depth = if shape.derefs == 0 { self.taken(*callee)? } else { self.place(*callee)? };
                        let depth = depth.max(callee_depth);
                        args.insert(
                            0,
                            match shape.derefs {
                                0 | 1 => *callee,
                                derefs => {
                                    let pointer = self.follow(*callee, derefs - 2);
                                    self.extra_pair(Op::Deref(pointer))
                                }
                            },
                        );
                        let offset = vtable_offset(method.entry);
                        Ok((Op::CallVirtual { offset, args, receiver: None }, depth + shape.derefs + 1))
                    }
                    CalleeTarget::Closure { def, args: list, env } => {
                        let owned = match (env, shape.derefs) {
                            (Some(ClosureKind::Fn | ClosureKind::FnMut), 0) => self.glue(ty)?,
                            _ => None,
                        };
                        let is_moved = owned.is_some() || matches!(env, Some(ClosureKind::FnOnce));
                        let callee_depth = if is_moved { self.expr(*callee)? } else { self.place(*callee)? };
                        let depth = depth.max(callee_depth) + shape.derefs + 1;
                        if let Some(glue) = owned {
                            let temp = self.allocate(ty)?;
                            let place = self.extra_op(Op::Local(temp));
                            args.insert(0, self.extra_op(Op::Borrow(place)));
                            let index = self.instances.index(self.program, def, list)?;
                            let carry = self.statics.carry(result)?;
                            let op = Op::Call { callee: index, args };
                            let call = self.extra(Node { op, carry, temp: NO_TEMP, drops: None });
                            return Ok((Op::CallOwned { env: *callee, temp, glue, call }, depth));
                        }
                        match (env, shape.derefs) {
                            (None, _) => {}
                            (Some(ClosureKind::FnOnce), _) => args.insert(0, *callee),
                            // Called by value, though it could be called again: a reference to it for this call.
                            (_, 0) => args.insert(0, self.extra_op(Op::Borrow(*callee))),
                            (_, derefs) => args.insert(0, self.follow(*callee, derefs - 1)),
                        }
                        let callee = self.instances.index(self.program, def, list)?;
                        Ok((Op::Call { callee, args }, depth))
                    }
                }
            }
            Callee::Fn(def, list) => {
                let list = self.program.subst_list(*list, self.args);
                match self.program.resolve(*def, list) {
                    Some(Resolved::Intrinsic(which, list)) => Ok((self.intrinsic(which, list, args)?, depth)),
                    Some(Resolved::Virtual(method)) => Ok((self.virtual_call(method, args)?, depth)),
                    resolved => {
                        if let Some(Resolved::Fn(instance)) = resolved
                            && self.program.asks_for_place(*def, instance.def)
                        {
                            args.push(self.call_site(id)?);
                        }
                        Ok((Op::Call { callee: self.instances.index(self.program, *def, list)?, args }, depth))
                    }
                }
            }
        }
    }

    /// The address of the place that a function which asks for its caller's is told of a call.
    fn call_site(&mut self, call: ExprId) -> Prepare<ExprId> {
        let op = match self.caller {
            Some(offset) => Op::Local(offset),
            None => Op::Scalar(self.statics.location(self.body.call_site(call))?),
        };
        Ok(self.extra_op(op))
    }

    fn virtual_call(&mut self, method: Virtual, args: Vec<ExprId>) -> Prepare<Op> {
        let ty = args.first().map(|&receiver| self.ty(receiver));
        let receiver = match ty {
            Some(ty) if !self.is_fat(ty)? => Some(self.allocate(ty)?),
            _ => None,
        };
        Ok(Op::CallVirtual { offset: vtable_offset(method.entry), args, receiver })
    }

    /// A node that stands for no expression, whose value is a thin pointer.
    fn extra_op(&mut self, op: Op) -> ExprId {
        self.extra(Node { op, carry: Carry::Scalar(Num::U64), temp: NO_TEMP, drops: None })
    }

    /// Likewise a fat one.
    fn extra_pair(&mut self, op: Op) -> ExprId {
        self.extra(Node { op, carry: Carry::Pair, temp: NO_TEMP, drops: None })
    }

    /// Follow so many pointers from the one that an expression is.
    fn follow(&mut self, pointer: ExprId, derefs: u32) -> ExprId {
        (0..derefs).fold(pointer, |pointer, _| self.extra_op(Op::Deref(pointer)))
    }

    fn intrinsic(&mut self, which: Intrinsic, list: TyList, args: Vec<ExprId>) -> Prepare<Op> {
        let argument = self.program.types.list(list).first().copied();
        let mut call = IntrinsicCall {
            which,
            args,
            num: Num::U64,
            wide: argument.and_then(|ty| self.wide(ty)),
            size: 0,
            align: 1,
            carry: Carry::Zero,
            variants: None,
            glue: None,
            text: (0, 0),
            in_vtable: false,
        };
        let Some(ty) = argument else { return Ok(Op::Intrinsic(Box::new(call))) };
        if matches!(which, Intrinsic::DropInPlace | Intrinsic::NeedsDrop) {
            call.glue = self.glue(ty)?;
            return Ok(Op::Intrinsic(Box::new(call)));
        }
        let known = match which {
            Intrinsic::IsCopy => Some(u64::from(self.program.is_copy(ty))),
            Intrinsic::IsFused => Some(u64::from(self.program.is_fused(ty))),
            Intrinsic::TypeId => Some(self.program.type_id(ty)),
            _ => None,
        };
        if let Some(answer) = known {
            call.size = answer;
            return Ok(Op::Intrinsic(Box::new(call)));
        }
        if which == Intrinsic::Forget
            && let Some(&value) = call.args.first()
        {
            self.aside(value)?;
        }
        if which == Intrinsic::TypeName {
            let name = self.program.full_type_name(ty).into();
            call.text = self.statics.string(&name)?;
            return Ok(Op::Intrinsic(Box::new(call)));
        }
        if let (Intrinsic::BoxFromRaw | Intrinsic::BoxIntoRaw, Some(&pointer)) = (which, call.args.first()) {
            call.carry = self.statics.carry(self.ty(pointer))?;
            return Ok(Op::Intrinsic(Box::new(call)));
        }
        if matches!(which, Intrinsic::SizeOfVal | Intrinsic::AlignOfVal) {
            if let TyKind::Dyn(..) = self.kind(ty) {
                call.in_vtable = true;
                return Ok(Op::Intrinsic(Box::new(call)));
            }
            // Of a slice, what each element adds.
            (call.size, call.align) = match self.kind(ty) {
                TyKind::Slice(element) => self.sized(element).map(|layout| (layout.size, layout.align))?,
                TyKind::Str => (1, 1),
                _ => self.sized(ty).map(|layout| (layout.size, layout.align))?,
            };
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
            let of = self.sized(self.program.discriminant_type(ty))?;
            if let stair_sema::layout::Abi::Scalar(scalar) = of.abi {
                call.num = num_of(scalar);
            }
        }
        // The value written may have to be computed aside first.
        if which == Intrinsic::PtrWrite
            && let (Carry::Memory(_), Some(&value)) = (call.carry, call.args.get(1))
        {
            self.aside(value)?;
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
            let drops = self.drop_facts(value)?;
            stores.push((value, layout.variant_field(variant, field).ok_or_else(missing)?, drops));
        }
        let definition = self.program.adt_def(adt);
        let mut copied = None;
        let mut moved = Vec::new();
        if let Some(base) = base {
            depth = depth.max(self.place(base)?);
            let mut parts = Vec::new();
            let TyKind::Adt(_, args) = self.kind(ty) else { return Err(missing()) };
            for (i, field) in definition.variants[variant.0 as usize].fields.iter().enumerate() {
                let index = FieldIdx(i as u32);
                if fields.iter().all(|&(f, _)| f != index) {
                    let part = self.program.subst(field.ty, args);
                    if self.program.needs_drop(part)
                        && let Some(path) = self.path(base)
                    {
                        moved.push(path.then(PathStep::Field(None, index)));
                    }
                    let size = self.sized(part)?.size;
                    parts.push((layout.variant_field(variant, index).ok_or_else(missing)?, size));
                }
            }
            copied = Some((base, parts));
        }
        let variant = definition.is_enum.then_some((layout, variant.0));
        Ok((Op::Aggregate(Box::new(Aggregate { fields: stores, base: copied, moved, variant })), depth))
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
                    let ty = self.ty(expr);
                    let expr = match self.glue(ty)? {
                        Some(glue) => {
                            let op = Op::Discard { value: expr, temp: self.allocate(ty)?, glue };
                            self.extra(Node { op, carry: Carry::Zero, temp: NO_TEMP, drops: None })
                        }
                        None => expr,
                    };
                    steps.push(Step::Effect(expr));
                }
                StmtKind::Let { pat, init: None, .. } => {
                    self.pattern(pat)?;
                    steps.push(Step::Declare(pat));
                }
                StmtKind::Let { pat, init: Some(init), els } => {
                    if let PatKind::Binding { local, mode: BindingMode::Value, sub: None } = body.pats[pat.index()].kind
                    {
                        depth = depth.max(self.expr(init)?);
                        self.pattern(pat)?;
                        let var = self.vars[pat.index()].first().copied();
                        steps.push(Step::Set { offset: self.local(local), init, var });
                        continue;
                    }
                    depth = depth.max(self.place(init)?);
                    self.pattern(pat)?;
                    if let Some(els) = els {
                        depth = depth.max(self.block(els)?);
                    }
                    steps.push(Step::Let { pat, init, els, path: self.path(init) });
                }
            }
        }
        depth = depth.max(self.exprs(block.tail)?);
        self.blocks[id.index()] = BlockNode { steps, tail: block.tail };
        Ok(depth + 1)
    }

    /// Prepare a whole pattern.
    fn pattern(&mut self, id: PatId) -> Prepare {
        self.steps.clear();
        self.pat(id)?;
        let mut vars = Vec::new();
        self.variables(id, &mut vars)?;
        self.vars[id.index()] = vars;
        Ok(())
    }

    /// The variables that a pattern binds by value and that have to be dropped, in the order of the text.
    fn variables(&mut self, id: PatId, out: &mut Vec<Var>) -> Prepare {
        let body = self.body;
        match &body.pats[id.index()].kind {
            PatKind::Binding { local, mode, sub } => {
                let ty = self.subst(body.locals[local.index()].ty);
                if *mode == BindingMode::Value
                    && let Some(glue) = self.glue(ty)?
                {
                    out.push(Var { local: *local, offset: self.local(*local), glue });
                }
                sub.map_or(Ok(()), |sub| self.variables(sub, out))
            }
            PatKind::Fields(fields) | PatKind::Variant { fields, .. } => {
                fields.iter().try_for_each(|&(_, pat)| self.variables(pat, out))
            }
            PatKind::Slice { prefix, rest, suffix } => {
                let parts = prefix.iter().chain(rest.iter().flatten()).chain(suffix);
                parts.copied().try_for_each(|pat| self.variables(pat, out))
            }
            PatKind::Deref(pat) => self.variables(*pat, out),
            // All alternatives bind the same.
            PatKind::Or(alternatives) => alternatives.first().map_or(Ok(()), |&pat| self.variables(pat, out)),
            PatKind::Wild | PatKind::Constant(_) | PatKind::Range { .. } | PatKind::Error => Ok(()),
        }
    }

    /// Prepare a part of a pattern, one step further.
    fn part(&mut self, step: PathStep, id: PatId) -> Prepare {
        self.steps.push(step);
        let result = self.pat(id);
        self.steps.pop();
        result
    }

    /// What a variable that takes the place at hand moves.
    fn moves(&mut self, ty: Ty) -> Prepare<Vec<Rc<[PathStep]>>> {
        Ok(if self.glue(ty)?.is_some() { vec![self.steps.as_slice().into()] } else { Vec::new() })
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
                    BindingMode::Value => {
                        PatNode::Copy { offset, size: self.sized(ty)?.size, sub: *sub, moves: self.moves(ty)? }
                    }
                    _ => PatNode::Ref { offset, fat: self.statics.layout(ty)?.is_none(), sub: *sub },
                }
            }
            PatKind::Constant(ConstValue::Scalar(value)) if let Some(signed) = self.wide(ty) => {
                PatNode::Wide { signed, lo: Some(*value), hi: Some(*value), inclusive: true }
            }
            PatKind::Constant(value) => match self.statics.carry(ty)? {
                Carry::Zero => PatNode::Wild,
                Carry::Pair => {
                    let (address, len) = self.statics.pair(ty, value, self.instances)?;
                    PatNode::Str { address, len }
                }
                _ => PatNode::Scalar { num: self.num(ty)?, value: self.statics.scalar(ty, value, self.instances)? },
            },
            PatKind::Range { lo, hi, inclusive } if let Some(signed) = self.wide(ty) => {
                let end = |value: &Option<ConstValue>| match value {
                    Some(ConstValue::Scalar(value)) => Some(*value),
                    _ => None,
                };
                PatNode::Wide { signed, lo: end(lo), hi: end(hi), inclusive: *inclusive }
            }
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
                PatNode::Fields(self.field_pats(None, fields, |field| layout.field(field))?)
            }
            PatKind::Variant { variant, fields, .. } => {
                let layout = self.sized(ty)?;
                let fields = self.field_pats(Some(*variant), fields, |field| layout.variant_field(*variant, field))?;
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
                self.elements(prefix, *rest, suffix, len.unwrap_or(0))?;
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

    /// The parts of a slice pattern; elements can be moved out of arrays only, whose length is known.
    fn elements(&mut self, prefix: &[PatId], rest: Option<Option<PatId>>, suffix: &[PatId], len: u64) -> Prepare {
        let tail = len.saturating_sub(suffix.len() as u64);
        for (i, &pat) in prefix.iter().enumerate() {
            self.part(PathStep::Element(i as u64), pat)?;
        }
        for (i, &pat) in suffix.iter().enumerate() {
            self.part(PathStep::Element(tail + i as u64), pat)?;
        }
        let Some(Some(rest)) = rest else { return Ok(()) };
        self.pat(rest)?;
        if let PatNode::Copy { moves, .. } = &mut self.pats[rest.index()]
            && !moves.is_empty()
        {
            let steps = &self.steps;
            *moves = (prefix.len() as u64..tail)
                .map(|i| steps.iter().copied().chain([PathStep::Element(i)]).collect())
                .collect();
        }
        Ok(())
    }

    fn field_pats(
        &mut self,
        variant: Option<VariantIdx>,
        fields: &[(FieldIdx, PatId)],
        offset: impl Fn(FieldIdx) -> Option<u64>,
    ) -> Prepare<Vec<(u64, PatId)>> {
        let mut nodes = Vec::with_capacity(fields.len());
        for &(field, pat) in fields {
            self.part(PathStep::Field(variant, field), pat)?;
            nodes.push((offset(field).ok_or_else(|| Failure("a field that its type does not have".into()))?, pat));
        }
        Ok(nodes)
    }
}
