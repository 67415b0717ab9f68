//! Which variables are IR variables and which live in the frame, and where parameters arrive.
//!
//! A variable is in memory if its value is of ABI `Memory`, or if its address is taken: by a borrow of it or of a part, by
//! a `ref` binding (default binding modes included), or by indexing it. Any other is an IR variable, or two for a fat
//! pointer (`name.ptr` and `name.len`) or an integer of 128 bits (`name.low` and `name.high`).

use crate::abi::scalar_type;
use crate::error::R;
use crate::function::{Lowerer, Ret};
use crate::places::{Base, Mem, Place, Val};
use crate::variables::What;
use smol_str::format_smolstr;
use stair_ir::inst::Type;
use stair_sema::ids::{ExprId, LocalId, PatId};
use stair_sema::layout::{Abi, Scalar};
use stair_sema::typed::{BindingMode, Body, ExprKind, PatKind, StmtKind};
use stair_source::Origin;

/// A variable.
#[derive(Clone, Debug)]
pub(crate) struct LocalInfo {
    /// Where it is.
    pub(crate) place: Place,
    /// Whether a reference to it or to a part of it is ever made.
    pub(crate) borrowed: bool,
}

/// What is known of a variable before its function is lowered.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
struct Escape {
    borrowed: bool,
    indexed: bool,
}

/// The variable that a place is, or is a part of.
pub(crate) fn root(body: &Body, mut place: ExprId) -> Option<LocalId> {
    loop {
        match body.exprs[place.index()].kind {
            ExprKind::Local(local) => return Some(local),
            ExprKind::Field { base, .. } | ExprKind::Index { base, .. } => place = base,
            _ => return None,
        }
    }
}

/// Whether a pattern binds a reference to the place that it is matched against, or to a part of it.
pub(crate) fn binds_by_reference(body: &Body, pat: PatId) -> bool {
    let any = |pats: &[PatId]| pats.iter().any(|&p| binds_by_reference(body, p));
    match &body.pats[pat.index()].kind {
        PatKind::Binding { mode: BindingMode::Ref | BindingMode::RefMut, .. } => true,
        PatKind::Binding { sub, .. } => sub.is_some_and(|p| binds_by_reference(body, p)),
        PatKind::Fields(fields) | PatKind::Variant { fields, .. } => {
            fields.iter().any(|&(_, p)| binds_by_reference(body, p))
        }
        PatKind::Slice { prefix, rest, suffix } => {
            any(prefix) || any(suffix) || rest.flatten().is_some_and(|p| binds_by_reference(body, p))
        }
        PatKind::Or(pats) => any(pats),
        PatKind::Wild | PatKind::Constant(_) | PatKind::Range { .. } | PatKind::Deref(_) | PatKind::Error => false,
    }
}

fn escapes(body: &Body) -> Vec<Escape> {
    let mut escapes = vec![Escape::default(); body.locals.len()];
    let mut borrow = |place: ExprId| {
        if let Some(local) = root(body, place) {
            escapes[local.index()].borrowed = true;
        }
    };
    for expr in &body.exprs {
        match &expr.kind {
            ExprKind::Borrow { place, .. } => borrow(*place),
            ExprKind::Let { pat, place } if binds_by_reference(body, *pat) => borrow(*place),
            ExprKind::Match { place, arms } if arms.iter().any(|arm| binds_by_reference(body, arm.pat)) => {
                borrow(*place);
            }
            _ => {}
        }
    }
    for stmt in body.blocks.iter().flat_map(|block| &block.stmts) {
        if let StmtKind::Let { pat, init: Some(init), .. } = stmt.kind
            && binds_by_reference(body, pat)
        {
            borrow(init);
        }
    }
    for expr in &body.exprs {
        if let ExprKind::Index { base, .. } = expr.kind
            && let Some(local) = root(body, base)
        {
            escapes[local.index()].indexed = true;
        }
    }
    escapes
}

impl Lowerer<'_, '_> {
    /// Give every variable its place, and bind the parameters.
    pub(crate) fn declare_params(&mut self) -> R<()> {
        let body = self.body;
        let escapes = escapes(body);
        let mut next = usize::from(matches!(self.ret, Ret::Memory(_)));
        let mut arrivals: Vec<Option<usize>> = vec![None; body.locals.len()];
        let mut patterns = Vec::new();
        for &pat in &body.params {
            let ty = self.ty(self.pat(pat).ty);
            let abi = self.cx.layout(ty, self.pat(pat).span)?.abi;
            match self.pat(pat).kind {
                PatKind::Binding { local, mode: BindingMode::Value, sub: None } => arrivals[local.index()] = Some(next),
                PatKind::Wild if !self.needs_drop(ty) => {}
                _ => patterns.push((pat, next, abi)),
            }
            next += match abi {
                Abi::Zero => 0,
                Abi::Scalar(_) | Abi::Memory => 1,
                Abi::Pair(..) => 2,
            };
        }
        let mut spills = Vec::new();
        for (index, local) in body.locals.iter().enumerate() {
            let ty = self.ty(local.ty);
            let escape = escapes[index];
            let in_memory = escape.borrowed || escape.indexed || self.cx.program.drop_is_observable(ty);
            let arrival = arrivals[index];
            let layout = self.cx.layout(ty, local.span)?;
            let param = arrival.map(|p| p as u32);
            let place = match layout.abi {
                Abi::Zero => Place::Val(Val::Zero),
                Abi::Scalar(s) if !in_memory => {
                    Place::Var(self.b.create_var(local.name.clone(), scalar_type(s), param, local.span))
                }
                Abi::Pair(a, b) if !in_memory => {
                    let (a_is, b_is) = if a == Scalar::Pointer { ("ptr", "len") } else { ("low", "high") };
                    let (name_a, name_b) =
                        (format_smolstr!("{}.{a_is}", local.name), format_smolstr!("{}.{b_is}", local.name));
                    let first = self.b.create_var(name_a, scalar_type(a), param, local.span);
                    let second = self.b.create_var(name_b, scalar_type(b), param.map(|p| p + 1), local.span);
                    Place::Vars(first, second)
                }
                Abi::Memory if arrival.is_some() => {
                    let name = format_smolstr!("{}.addr", local.name);
                    let var = self.b.create_var(name, Type::I64, param, local.span);
                    Place::Mem(Mem::at(Base::Var(var)))
                }
                _ => {
                    let slot = self.slot(local.name.clone(), ty, &layout, local.span)?;
                    if let Some(first) = arrival {
                        spills.push((slot, first, layout.abi, index));
                    }
                    Place::Mem(Mem::at(Base::Slot(slot)))
                }
            };
            self.note_place(&place, param);
            self.locals.push(LocalInfo { place, borrowed: escape.borrowed });
        }
        for &pat in &body.params {
            if let PatKind::Binding { local, mode: BindingMode::Value, sub: None } = self.pat(pat).kind {
                self.see_local(local);
            }
        }
        for (index, arrival) in arrivals.iter().enumerate() {
            let is_spilled = matches!(self.locals[index].place, Place::Mem(Mem { base: Base::Slot(_), .. }));
            if arrival.is_some() && !is_spilled {
                self.note(LocalId(index as u32), &[], What::Given);
            }
        }
        for (slot, first, abi, index) in spills {
            self.b.set_origin(Origin::of_span(body.locals[index].span));
            let val = self.arriving(first, abi);
            self.write(&Place::Mem(Mem::at(Base::Slot(slot))), &val)?;
            self.note(LocalId(index as u32), &[], What::Given);
        }
        for (index, &pat) in body.params.iter().enumerate() {
            self.b.set_origin(Origin::of_span(self.pat(pat).span));
            if let Some(&(_, first, abi)) = patterns.iter().find(|(p, ..)| *p == pat) {
                let place = match abi {
                    Abi::Memory => Place::Mem(Mem::at(Base::Addr(self.b.param(first)))),
                    abi => Place::Val(self.arriving(first, abi)),
                };
                let ty = self.ty(self.pat(pat).ty);
                self.argument_arrived(index as u32, &place, ty)?;
                self.bind_irrefutable(pat, &place)?;
                let path = stair_sema::drops::Path::of(stair_sema::drops::Root::Param(index as u32));
                self.moved_by(pat, Some(&path))?;
            }
            self.variables_bound(pat)?;
        }
        Ok(())
    }

    /// The value that arrives in the parameters from `first` on.
    fn arriving(&self, first: usize, abi: Abi) -> Val {
        match abi {
            Abi::Zero | Abi::Memory => Val::Zero,
            Abi::Scalar(_) => Val::One(self.b.param(first)),
            Abi::Pair(..) => Val::Two(self.b.param(first), self.b.param(first + 1)),
        }
    }

    /// A variable of the body.
    pub(crate) fn local(&self, id: LocalId) -> &LocalInfo {
        &self.locals[id.index()]
    }
}
