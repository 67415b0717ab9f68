//! Functions that are made from no body. Drop glue drops a value of one type, given its address (and a slice's length or a trait
//! object's vtable). A reified function stands for one that asks for its caller's place where nobody knows that it does.

use crate::drops::record;
use crate::error::{LowerError, R, Stop, reached};
use crate::function::Lowerer;
use crate::module::ModuleCx;
use crate::places::{Base, Mem, Place};
use smol_str::{SmolStr, format_smolstr};
use stair_ir::builder::FunctionBuilder;
use stair_ir::entities::{Block, FuncId, Value};
use stair_ir::function::Function;
use stair_ir::inst::{BinaryOp, Cond, Signature, Type};
use stair_sema::defs::Instance;
use stair_sema::drops::Step;
use stair_sema::ids::{FieldIdx, VariantIdx};
use stair_sema::ty::{Ty, TyKind};
use stair_source::Span;

/// A function that is made from no body.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub(crate) enum GlueKey {
    /// Drop glue for a value of this type.
    Whole(Ty),
    /// Drop glue for a part of a value of this type, if it has the variants that the steps name.
    Part(Ty, Vec<Step>),
    /// This function, told that its caller's place is that of its declaration.
    Reified(Instance),
}

impl ModuleCx<'_> {
    /// The function that drops a value of a type: its own destructor where that is all there is to do.
    pub(crate) fn drop_glue(&mut self, ty: Ty, span: Span) -> R<FuncId> {
        if let Some(instance) = self.program.drop_impl(ty)
            && self.program.boxed(ty).is_none_or(|inner| !self.program.needs_drop(inner))
            && self.program.drop_parts(ty).iter().all(Vec::is_empty)
        {
            return self.reified(instance, span);
        }
        Ok(self.glue(GlueKey::Whole(ty)))
    }

    /// The function of an instance as it is called where nobody gives it its caller's place: if it asks for one, a function that
    /// gives it that of its declaration.
    pub(crate) fn reified(&mut self, instance: Instance, span: Span) -> R<FuncId> {
        match self.program.fn_def(instance.def).track_caller {
            false => self.func(instance, span),
            true if self.program.declared_at(instance.def).is_some() => Ok(self.glue(GlueKey::Reified(instance))),
            true => Err(LowerError::TrackCallerPointer { span }.into()),
        }
    }

    /// The function that drops a part of a value.
    pub(crate) fn part_glue(&mut self, ty: Ty, steps: &[Step]) -> FuncId {
        self.glue(GlueKey::Part(ty, steps.to_vec()))
    }
}

/// Make the function.
pub(crate) fn lower_glue(cx: &mut ModuleCx<'_>, key: &GlueKey) -> Result<Function, LowerError> {
    let program = cx.program;
    match key {
        GlueKey::Whole(ty) => {
            let is_fat = matches!(program.types.kind(*ty), TyKind::Slice(_) | TyKind::Dyn(..));
            let name = format_smolstr!("drop_in_place::<{}>", program.type_name(*ty));
            drop_function(cx, name, is_fat, |this| this.whole(*ty))
        }
        GlueKey::Part(ty, steps) => {
            let name = format_smolstr!("drop_part::<{}>", program.type_name(*ty));
            drop_function(cx, name, false, |this| this.part(*ty, steps))
        }
        GlueKey::Reified(instance) => reify(cx, *instance),
    }
}

/// Make drop glue, which takes an address and, if that is fat, what comes with it.
fn drop_function(
    cx: &mut ModuleCx<'_>,
    name: SmolStr,
    is_fat: bool,
    drop: impl FnOnce(&mut Lowerer<'_, '_>) -> R<()>,
) -> Result<Function, LowerError> {
    let sig = Signature { params: vec![Type::I64; 1 + usize::from(is_fat)], results: Vec::new() };
    let span = Span::default();
    let b = FunctionBuilder::new(name, false, span, sig);
    let missing = LowerError::Inconsistent { what: "a program without functions", span };
    let Some(body) = cx.program.entry().and_then(|entry| cx.program.body(entry.def)) else { return Err(missing) };
    // Glue is made from a type: no expression of this body is looked at.
    let mut this = Lowerer::with_builder(cx, body, stair_sema::ty::TyList::EMPTY, b, span);
    let result = this.in_scope(drop);
    match reached(result) {
        Ok(Some(())) => this.b.ret(Vec::new()),
        Ok(None) | Err(Stop::Never) => {}
        Err(Stop::Error(error)) => return Err(*error),
    }
    Ok(this.b.finish())
}

/// Make a reified function: it calls the one that it stands for.
fn reify(cx: &mut ModuleCx<'_>, instance: Instance) -> Result<Function, LowerError> {
    let program = cx.program;
    let def = program.fn_def(instance.def);
    let make = |cx: &mut ModuleCx<'_>| -> R<Function> {
        let Some(declared) = program.declared_at(instance.def) else {
            return Err(LowerError::TrackCallerPointer { span: def.span }.into());
        };
        let place = cx.declared_location(declared, def.span)?;
        let params = def.params.split_last().map_or(&[][..], |(_, params)| params);
        let params: Vec<Ty> = params.iter().map(|&ty| program.subst(ty, instance.args)).collect();
        let ret = program.subst(def.ret, instance.args);
        let sig = cx.signature(&params, ret, def.span)?;
        let (count, results) = (sig.params.len(), sig.results.clone());
        let name = format_smolstr!("{}{{{{reify.shim}}}}", program.instance_name(instance));
        let callee = cx.func(instance, def.span)?;
        let mut b = FunctionBuilder::new(name, false, def.span, sig);
        let mut args: Vec<Value> = (0..count).map(|i| b.param(i)).collect();
        args.push(b.data_addr(place, 0));
        let results = b.call(callee, args, &results);
        if cx.is_never(ret) {
            b.unreachable()
        } else {
            b.ret(results)
        }
        Ok(b.finish())
    };
    make(cx).map_err(|stop| match stop {
        Stop::Error(error) => *error,
        Stop::Never => LowerError::Inconsistent { what: "a function that ends before it begins", span: def.span },
    })
}

impl Lowerer<'_, '_> {
    fn whole(&mut self, ty: Ty) -> R<()> {
        let address = self.b.param(0);
        match self.cx.program.types.kind(ty) {
            TyKind::Slice(element) => {
                let len = self.b.param(1);
                self.elements_from(address, len, element)
            }
            TyKind::Dyn(..) => {
                let vtable = self.b.param(1);
                self.drop_object(address, vtable)
            }
            TyKind::Array(element, len) => {
                let len = self.cx.program.types.const_value(len).unwrap_or(0);
                let len = self.b.iconst(Type::I64, len);
                self.elements_from(address, len, element)
            }
            TyKind::Adt(..) if let Some(inner) = self.cx.program.boxed(ty) => {
                let pointer = self.read(&Self::at_address(address), ty)?;
                let contents = self.deref(pointer)?;
                self.drop_value(&contents, inner)?;
                self.own_destructor(ty, address)
            }
            kind => {
                let is_enum = matches!(kind, TyKind::Adt(adt, _) if self.cx.program.adt_def(adt).is_enum);
                let parts = self.cx.program.drop_parts(ty);
                if !is_enum {
                    let fields = parts.into_iter().next().unwrap_or_default();
                    return self.fields(ty, None, &fields);
                }
                let place = Self::at_address(address);
                let layout = self.layout(ty)?;
                let done = self.b.create_block();
                for (variant, fields) in parts.iter().enumerate().filter(|(_, fields)| !fields.is_empty()) {
                    let variant = VariantIdx(variant as u32);
                    let (this, next) = (self.b.create_block(), self.b.create_block());
                    match self.is_variant(&place, &layout, variant)? {
                        Some(is_it) => self.branch(is_it, this, next),
                        None if matches!(&layout.variants, stair_sema::layout::Variants::Single { variant: only, .. } if *only != variant) =>
                        {
                            self.jump(next, Vec::new());
                        }
                        None => self.jump(this, Vec::new()),
                    }
                    if self.is_target(this) {
                        self.enter(this)?;
                        self.in_scope(|this| this.fields(ty, Some(variant), fields))?;
                        self.jump(done, Vec::new());
                    }
                    if !self.is_target(next) {
                        return self.enter(done);
                    }
                    self.enter(next)?;
                }
                self.own_destructor(ty, address)?;
                self.jump(done, Vec::new());
                self.enter(done)
            }
        }
    }

    fn own_destructor(&mut self, ty: Ty, address: Value) -> R<()> {
        if let Some(instance) = self.cx.program.drop_impl(ty) {
            let func = self.cx.reified(instance, Span::default())?;
            self.b.call(func, vec![address], &[]);
        }
        Ok(())
    }

    /// The type's own destructor, then fields; those are dropped even if it panics.
    fn fields(&mut self, ty: Ty, variant: Option<VariantIdx>, fields: &[(FieldIdx, Ty)]) -> R<()> {
        let place = Self::at_address(self.b.param(0));
        let own = self.cx.program.drop_impl(ty).is_some();
        for (i, &(field, field_ty)) in fields.iter().enumerate().rev() {
            let (part, _) = self.field(&place, ty, variant, field)?;
            if i == 0 && !own {
                return self.drop_value(&part, field_ty);
            }
            self.hold(&part, field_ty)?;
        }
        let address = self.b.param(0);
        self.own_destructor(ty, address)
    }

    /// Drop elements one after the other; if one's destructor panics, the others are still dropped.
    fn elements_from(&mut self, address: Value, len: Value, element: Ty) -> R<()> {
        let size = self.layout(element)?.size;
        let span = self.b.origin().span;
        let glue = self.cx.drop_glue(element, span)?;
        let rest = self.b.create_var("$rest", Type::I64, None, span);
        let at = self.b.create_var("$at", Type::I64, None, span);
        self.b.set(rest, len);
        self.b.set(at, address);
        let observable = self.cx.program.drop_is_observable(element);
        let cleanup = observable.then(|| self.record_slot());
        if let Some(slot) = cleanup {
            self.link_record(slot, glue, address, false, span)?;
            let record = self.b.slot_addr(slot, 0);
            let stride = self.b.iconst(Type::I64, size);
            self.b.store(record, stride, record::STRIDE);
        }
        let (head, round, exit) = (self.b.create_block(), self.b.create_block(), self.b.create_block());
        self.jump(head, Vec::new());
        self.enter(head)?;
        let zero = self.b.iconst(Type::I64, 0);
        let now = self.b.get(rest);
        let more = self.b.compare(Cond::Ne, now, zero);
        self.branch(more, round, exit);
        self.enter(round)?;
        let one = self.b.iconst(Type::I64, 1);
        let now = self.b.get(rest);
        let left = self.b.binary(BinaryOp::Sub, now, one);
        self.b.set(rest, left);
        let this = self.b.get(at);
        let size = self.b.iconst(Type::I64, size);
        let next = self.b.binary(BinaryOp::Add, this, size);
        self.b.set(at, next);
        if let Some(slot) = cleanup {
            let record = self.b.slot_addr(slot, 0);
            self.b.store(record, next, record::VALUE);
            self.b.store(record, left, record::COUNT);
        }
        let mut args = vec![this];
        if let TyKind::Slice(_) = self.cx.program.types.kind(element) {
            args.push(left);
        }
        self.b.call(glue, args, &[]);
        self.jump(head, Vec::new());
        self.enter(exit)?;
        if let Some(slot) = cleanup {
            self.unlink(slot);
        }
        Ok(())
    }

    /// The part that the steps lead to, if the variants on the way are what the value is.
    fn part(&mut self, ty: Ty, steps: &[Step]) -> R<()> {
        let mut place = Self::at_address(self.b.param(0));
        let mut ty = ty;
        let done: Block = self.b.create_block();
        for &step in steps {
            match step {
                Step::Field(variant, field) => {
                    if let Some(variant) = variant {
                        let layout = self.layout(ty)?;
                        if let Some(is_it) = self.is_variant(&place, &layout, variant)? {
                            let next = self.b.create_block();
                            self.branch(is_it, next, done);
                            self.enter(next)?;
                        }
                    }
                    (place, ty) = self.field(&place, ty, variant, field)?;
                }
                Step::Element(index) => {
                    let element = self.elements(ty)?.0;
                    let size = self.layout(element)?.size;
                    let mem = self.in_memory(&place, ty)?;
                    place = Place::Mem(self.offset_mem(mem, size * index));
                    ty = element;
                }
                Step::Deref => {
                    let Some(inner) = self.cx.program.boxed(ty) else { return self.inconsistent("a part of a box") };
                    let pointer = self.read(&place, ty)?;
                    place = self.deref(pointer)?;
                    ty = inner;
                }
                Step::Shell => {
                    let mem = self.in_memory(&place, ty)?;
                    let address = self.address(mem);
                    self.own_destructor(ty, address)?;
                    self.jump(done, Vec::new());
                    return self.enter(done);
                }
            }
        }
        self.drop_value(&place, ty)?;
        self.jump(done, Vec::new());
        self.enter(done)
    }

    /// The address of a value of an unsized or sized type, for an intrinsic.
    pub(crate) fn drop_at(&mut self, address: Value, len: Option<Value>, ty: Ty) -> R<()> {
        self.drop_value(&Place::Mem(Mem { base: Base::Addr(address), offset: 0, len }), ty)
    }
}
