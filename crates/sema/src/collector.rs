//! The instances that running the program may call: from the entry, through every call that a body makes.

use crate::defs::{Instance, LangFn, Resolved};
use crate::gate::{Refused, refusal, std_item};
use crate::ids::FnId;
use crate::intrinsics::Intrinsic;
use crate::traits::{Unsizing, VtableEntry};
use crate::ty::{Flags, Ty, TyKind, TyList};
use crate::typed::{BinOp, Body, Callee, CastKind, ConstValue, ExprKind, PatKind};
use crate::wide::{cast_fn, intrinsic_fn, operator_fn};
use crate::{CalleeTarget, Program};
use rustc_hash::FxHashSet;
use stair_source::{Code, Diagnostic, Span};

/// What a type has that was left open.
const OPEN: Flags = Flags::INFER.and(Flags::ERROR).and(Flags::PARAM);

/// More instances than this are more than a page can compile.
const MAX_INSTANCES: usize = 20_000;

/// A function may be needed by so many instances of itself, one by the other, as in `rustc`.
const RECURSION_LIMIT: usize = 128;

/// What a body needs, in the order in which it is met.
#[derive(Clone, Copy)]
pub(crate) enum Need {
    /// To call this, or to have its address.
    Call(Instance),
    /// To drop values of the type.
    Drop(Ty),
    /// To make trait objects, the second, of values of the first type.
    Vtable(Ty, Ty),
}

/// Types nested more deeply than this in each other grow without end.
const MAX_DROP_NESTING: usize = 500;

/// Everything that running the program may call: first the library's own instances, in which there is nothing of the program,
/// and how many these are; then the others. Each part is in the order in which it is met.
pub(crate) fn collect(p: &Program) -> (Vec<Instance>, usize) {
    let mut work = Work {
        p,
        seen: FxHashSet::default(),
        dropped: FxHashSet::default(),
        dropping: Vec::new(),
        overflowed: false,
        list: Vec::new(),
        reached_at: Vec::new(),
        reached_by: Vec::new(),
        current: 0,
        span: p.user_main().map(|m| p.fn_sig(m).name_span).unwrap_or_default(),
        vtables: FxHashSet::default(),
        needs: None,
    };
    let Some(start) = p.start() else { return Default::default() };
    work.add(start);
    for (which, _) in LangFn::ALL {
        // Nothing is dropped by a panic where nobody could tell.
        let needless = matches!(which, LangFn::Unwind | LangFn::PanicInCleanup) && !p.has_observable_drops()
            || which.is_on_demand();
        if let Some(f) = p.lang(which)
            && f != start.def
            && !needless
        {
            work.add(Instance { def: f, args: TyList::EMPTY });
        }
    }
    let mut next = 0;
    while next < work.list.len() {
        let instance = work.list[next];
        work.span = work.reached_at[next];
        work.current = next;
        next += 1;
        work.instance(instance, instance == start);
        if work.overflowed {
            return Default::default();
        }
        if work.list.len() > MAX_INSTANCES {
            let span = p.user_main().map(|m| p.fn_sig(m).name_span).unwrap_or_default();
            p.tables.report(Diagnostic::new(
                Code::S0900,
                span,
                format!("the program needs more than {MAX_INSTANCES} instances of functions"),
            ));
            return Default::default();
        }
    }
    let is_own = |instance: &Instance| *instance != start && p.library_of(*instance).is_some();
    let (mut list, others): (Vec<_>, Vec<_>) = work.list.into_iter().partition(is_own);
    let own = list.len();
    list.extend(others);
    (list, own)
}

struct Work<'p> {
    p: &'p Program,
    seen: FxHashSet<Instance>,
    /// Types whose destructors are in the list.
    dropped: FxHashSet<Ty>,
    /// The types that hold the one at hand, from the outside.
    dropping: Vec<Ty>,
    /// Values of a type hold values of larger and larger types.
    overflowed: bool,
    list: Vec<Instance>,
    /// For each instance of the list, where in the program it is needed.
    reached_at: Vec<Span>,
    /// For each instance of the list, the place in the list of the one that needed it first.
    reached_by: Vec<usize>,
    /// The place in the list of what is at work.
    current: usize,
    /// Where in the program it is that leads to what is at work.
    span: Span,
    /// The types that became trait objects, and which.
    vtables: FxHashSet<(Ty, Ty)>,
    /// What the body at hand needs, if it is to be kept.
    needs: Option<Vec<Need>>,
}

impl Work<'_> {
    /// Meet what an instance needs. What the library's own instances need is the same in every program, and found once.
    fn instance(&mut self, instance: Instance, is_start: bool) {
        let library = self.p.library_of(instance).filter(|_| !is_start);
        if let Some(library) = library {
            if let Some(needs) = library.tables.needs.borrow().get(&instance) {
                return needs.iter().for_each(|&need| self.need(need));
            }
            self.needs = Some(Vec::new());
        }
        let errors = self.p.tables.diagnostic_count();
        if let Some(body) = self.p.checked_body(instance.def) {
            self.body(body, instance.args);
        }
        if let (Some(needs), Some(library)) = (self.needs.take(), library)
            && !self.overflowed
            && self.p.tables.diagnostic_count() == errors
        {
            library.tables.needs.borrow_mut().insert(instance, needs.into());
        }
    }

    fn need(&mut self, need: Need) {
        if let Some(needs) = &mut self.needs {
            needs.push(need);
        }
        // What one need leads to is not the body's own.
        let needs = self.needs.take();
        match need {
            Need::Call(instance) => self.add(instance),
            Need::Drop(ty) => self.dropped(ty),
            Need::Vtable(ty, object) => self.vtable(ty, object),
        }
        self.needs = needs;
    }

    fn add(&mut self, instance: Instance) {
        if self.overflowed || !self.seen.insert(instance) {
            return;
        }
        self.list.push(instance);
        self.reached_at.push(self.span);
        self.reached_by.push(self.current);
        if instance.args != TyList::EMPTY && self.recursion(instance.def) > RECURSION_LIMIT {
            self.overflowed = true;
            let sig = self.p.fn_sig(instance.def);
            let message = format!("reached the recursion limit while instantiating `{}::<…>`", sig.path);
            let mut error = Diagnostic::new(Code::RecursionLimit, self.span, message)
                .primary("each instance needs one more, of a larger type");
            if sig.name_span.is_user() {
                error = error.label(sig.name_span, "defined here");
            }
            self.p.tables.report(error);
        }
    }

    /// How many instances of this function led to what is at work.
    fn recursion(&self, def: FnId) -> usize {
        let (mut count, mut at) = (0, self.current);
        loop {
            count += usize::from(self.list[at].def == def);
            match self.reached_by[at] {
                by if by < at => at = by,
                _ => return count,
            }
        }
    }

    fn call(&mut self, f: FnId, args: TyList) {
        self.resolved(f, args, self.p.resolve(f, args));
    }

    /// A call of `f` with these arguments, which comes down to this.
    fn resolved(&mut self, f: FnId, args: TyList, resolved: Option<Resolved>) {
        match resolved {
            Some(Resolved::Fn(instance)) => self.need(Need::Call(instance)),
            Some(Resolved::Intrinsic(Intrinsic::DropInPlace, args)) => {
                self.p.types.list(args).iter().for_each(|&ty| self.need(Need::Drop(ty)));
            }
            Some(Resolved::Intrinsic(Intrinsic::TypeName, args)) => {
                for &ty in self.p.types.list(args).iter() {
                    if crate::full_name::full_type_name(self.p, ty).is_err() {
                        let shown = format!("the full name of the type `{}`", self.p.type_name(ty));
                        self.p.tables.report(std_item(&shown, self.span));
                    }
                }
            }
            Some(Resolved::Intrinsic(which, args)) => {
                if let Some(&ty) = self.p.types.list(args).first()
                    && let TyKind::Int(int) = self.p.types.kind(ty)
                {
                    self.support(intrinsic_fn(which, int));
                }
            }
            Some(Resolved::Virtual(_)) => {}
            None => {
                let name = crate::display::instance_name(self.p, Instance { def: f, args });
                self.p.tables.report(Diagnostic::new(
                    Code::S0025,
                    self.span,
                    format!("`{name}` has no implementation"),
                ));
            }
        }
    }

    /// A user's function that asks for its caller's place is called: where `std`'s own code does that, the place is one in `std`.
    fn refuse_place_in_std(&self, called: FnId, callee: FnId) {
        let entry = &self.p.tables.fns[callee.index()];
        if !entry.is_user || !self.p.asks_for_place(called, callee) {
            return;
        }
        let caller = self.p.fn_sig(self.list[self.current].def);
        // What `println!` and its kin write is called through pointers in `std`, and here by what the macro becomes.
        let is_formatting = entry.name == "fmt" && !self.p.tables.fns[called.index()].is_user;
        if (caller.is_user || caller.track_caller) && !is_formatting {
            return;
        }
        if let Some(attr) = entry.item.attrs.iter().find(|a| a.path == "track_caller") {
            let what = "the attribute `track_caller` on a function that the library calls";
            let by = format!("`{}` calls it, and Rust would report a place in its own library", caller.path);
            self.p.tables.report(
                Diagnostic::new(Code::S0022, attr.span, format!("{what} is outside the subset"))
                    .primary("not supported yet")
                    .note(by)
                    .help("call the function in your own code, or take the attribute away"),
            );
        }
    }

    /// A function of the library that a back end calls.
    fn support(&mut self, which: Option<LangFn>) {
        if let Some(def) = which.and_then(|which| self.p.lang(which)) {
            self.need(Need::Call(Instance { def, args: TyList::EMPTY }));
        }
    }

    /// What a built-in operator calls, in either profile.
    fn operator(&mut self, op: BinOp, operand: Ty) {
        if let TyKind::Int(int) = self.p.types.kind(operand) {
            self.support(operator_fn(op, int, true));
            self.support(operator_fn(op, int, false));
        }
    }

    /// A value of this type is called, or becomes a pointer.
    fn called(&mut self, ty: Ty) {
        match self.p.callee(ty).map(|callee| callee.target) {
            Some(CalleeTarget::Fn(f, list)) => self.call(f, list),
            Some(CalleeTarget::Closure { def, args, .. }) => self.need(Need::Call(Instance { def, args })),
            Some(CalleeTarget::Boxed(instance)) => self.need(Need::Call(instance)),
            Some(CalleeTarget::Pointer(_) | CalleeTarget::Object(_)) | None => {}
        }
    }

    /// A value of the type becomes a trait object.
    fn vtable(&mut self, ty: Ty, object: Ty) {
        if !self.vtables.insert((ty, object)) {
            return;
        }
        self.dropped(ty);
        for entry in self.p.vtable(ty, object) {
            match entry {
                VtableEntry::Fn(instance) | VtableEntry::Reified(instance) => self.add(instance),
                VtableEntry::Vtable(above) => self.vtable(ty, above),
                VtableEntry::Vacant => {}
            }
        }
    }

    /// The destructors that dropping a value of the type calls.
    fn dropped(&mut self, ty: Ty) {
        if self.overflowed || !self.p.needs_drop(ty) || !self.dropped.insert(ty) {
            return;
        }
        if self.dropping.len() > MAX_DROP_NESTING {
            self.overflowed = true;
            let outermost = self.p.type_name(self.dropping[0]);
            let message = format!("overflow while adding drop-check rules for `{outermost}`");
            self.p.tables.report(Diagnostic::new(Code::E0320, self.span, message));
            return;
        }
        self.dropping.push(ty);
        if let Some(instance) = self.p.drop_impl(ty) {
            self.add(instance);
        }
        match self.p.types.kind(ty) {
            TyKind::Array(element, _) | TyKind::Slice(element) => self.dropped(element),
            TyKind::Adt(..) if let Some(inner) = self.p.boxed(ty) => self.dropped(inner),
            _ => self.p.drop_parts(ty).iter().flatten().for_each(|&(_, part)| self.dropped(part)),
        }
        self.dropping.pop();
    }

    /// Values of the type are dropped in the body at hand.
    fn drops(&mut self, ty: Ty) {
        if self.p.needs_drop(ty) {
            self.need(Need::Drop(ty));
        }
    }

    fn body(&mut self, body: &Body, args: TyList) {
        let span = self.span;
        let types = body.locals.iter().map(|local| (local.ty, local.span));
        let types = types.chain(body.exprs.iter().map(|expr| (expr.ty, expr.span)));
        let params = body.params.iter().map(|pat| (body.pats[pat.index()].ty, span));
        for (ty, at) in types.chain(params) {
            let ty = self.p.subst(ty, args);
            if !self.p.types.flags(ty).has(OPEN) {
                self.span = if at.is_user() { at } else { span };
                self.drops(ty);
            }
        }
        for expr in &body.exprs {
            self.span = if expr.span.is_user() { expr.span } else { span };
            match &expr.kind {
                ExprKind::Call { callee: Callee::Value(value), .. } => {
                    let ty = self.p.subst(body.exprs[value.index()].ty, args);
                    if !self.p.types.flags(ty).has(OPEN) {
                        self.called(ty);
                    }
                }
                ExprKind::Call { callee: Callee::Fn(f, list), .. } => {
                    let list = self.p.subst_list(*list, args);
                    if self.is_closed(list) {
                        let resolved = self.p.resolve(*f, list);
                        if let Some(Resolved::Fn(callee)) = resolved {
                            self.refuse_place_in_std(*f, callee.def);
                        }
                        self.resolved(*f, list, resolved);
                    }
                }
                ExprKind::Binary(op @ (BinOp::Mul | BinOp::Div | BinOp::Rem), operand, _)
                | ExprKind::AssignOp { op: op @ (BinOp::Mul | BinOp::Div | BinOp::Rem), place: operand, .. } => {
                    self.operator(*op, body.exprs[operand.index()].ty);
                }
                ExprKind::Cast(CastKind::IntToFloat | CastKind::FloatToInt, operand) => {
                    let from = self.p.types.kind(self.p.subst(body.exprs[operand.index()].ty, args));
                    let to = self.p.types.kind(self.p.subst(expr.ty, args));
                    self.support(cast_fn(&from, &to));
                }
                ExprKind::Coerce(crate::typed::Coercion::ReifyFn, operand)
                | ExprKind::Cast(CastKind::Pointer, operand) => {
                    let ty = self.p.subst(body.exprs[operand.index()].ty, args);
                    if let TyKind::FnDef(..) | TyKind::Closure(..) = self.p.types.kind(ty) {
                        if let TyKind::FnDef(f, list) = self.p.types.kind(ty)
                            && let Some(Resolved::Virtual(_)) = self.p.resolve(f, list)
                        {
                            self.p.tables.report(refusal(Refused::ObjectMethodPointer, expr.span));
                        }
                        self.called(ty);
                    }
                }
                ExprKind::Coerce(crate::typed::Coercion::Unsize, operand) => {
                    let from = self.p.subst(body.exprs[operand.index()].ty, args);
                    let to = self.p.subst(expr.ty, args);
                    if !self.p.types.flags(from).and(self.p.types.flags(to)).has(OPEN)
                        && let Some(Unsizing::Object(ty, object)) = self.p.unsizing_of(from, to)
                    {
                        self.need(Need::Vtable(ty, object));
                    }
                }
                ExprKind::Constant(value) => self.value(value),
                ExprKind::NamedConst(id, list) => {
                    let list = self.p.subst_list(*list, args);
                    if self.is_closed(list)
                        && let Some(value) = self.p.const_value(*id, list)
                    {
                        self.value(&value);
                    }
                }
                ExprKind::Static(id) => {
                    if let Some(value) = self.p.static_value(*id) {
                        self.value(&value);
                    }
                }
                _ => {}
            }
        }
        self.span = span;
        for pat in &body.pats {
            if let PatKind::Constant(value) = &pat.kind {
                self.value(value);
            }
        }
    }

    /// Whether nothing was left open: adjustments that were tried and given up leave such calls behind.
    fn is_closed(&self, list: TyList) -> bool {
        !self.p.types.list_flags(list).has(OPEN)
    }

    fn value(&mut self, value: &ConstValue) {
        match value {
            ConstValue::Fn(f, list) => self.call(*f, *list),
            ConstValue::Aggregate(parts) | ConstValue::Variant(_, parts) => parts.iter().for_each(|v| self.value(v)),
            ConstValue::Repeat(one, _) => self.value(one),
            ConstValue::Ref(inner, _) => self.value(inner),
            ConstValue::Object(inner, ty, object) => {
                self.value(inner);
                self.need(Need::Vtable(*ty, *object));
            }
            _ => {}
        }
    }
}
